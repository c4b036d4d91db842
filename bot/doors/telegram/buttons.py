"""Buttons whose data says everything: what to do and with what, signed for the chat they stand in.

Telegram allows 64 bytes of data. Articles are named by a short hash of their id, so a button works
after a restart, in another process and as long as the library holds the article.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answer import Answer, ContestedPoint, Kind
from bot.doors.telegram.seal import Seal
from bot.phrases import Phrases, answer_languages
from bot.render.message import clipped

DATA_LIMIT = 64  # bytes
SHORT = 8  # characters of a short name: 48 bits, no two among a million articles
PER_ROW = 5
MOST_CONTEXTS = 10
MOST_SIDES, SIDES_PER_ROW, SIDE_LABEL = 8, 2, 22  # positions on buttons, and characters of each
POINTS = "points"  # what BACK goes to: the list of contested points, with the number of its page
LABEL = 60  # characters of a heading or a question on a button; Telegram shows about 40


class Act(StrEnum):
    """What a button does; one letter each, for the 64 bytes."""

    MORE = "m"  # claims from a number on
    CONTEXT = "c"  # paragraphs around one
    SOURCES = "s"  # the sources of an answer
    PAGE = "p"  # a page of the list of sources
    PICTURE = "g"  # the figures of a contested point
    POINT = "k"  # a contested point
    SIDE = "q"  # one position of a contested point of an answer
    BACK = "b"  # the answer, or the list, that a page came from
    ASK = "e"  # an example question
    USEFUL = "u"  # feedback
    LANGUAGE = "l"
    ADD = "a"  # add a previewed document, or drop it


@dataclass(frozen=True, slots=True)
class Press:
    """What the data of a pressed button says."""

    act: Act
    value: str


def short(name: str) -> str:
    """Return the short name of an article, a point or an outlet."""
    return base64.urlsafe_b64encode(hashlib.sha256(name.encode()).digest())[:SHORT].decode()


class Buttons:
    """Makes keyboards for one bot, and reads what comes back."""

    def __init__(self, seal: Seal, wording: Phrases) -> None:
        self._seal, self._wording = seal, wording

    def data(self, act: Act, value: str, chat: int) -> str:
        """Return the data of a button in ``chat``."""
        text = f"{act.value}{value}"
        data = f"{text}:{self._signature(text, chat)}"
        if len(data.encode()) > DATA_LIMIT:
            raise ValueError(f"too long for a button: {act.name}")
        return data

    def _signature(self, text: str, chat: int) -> str:
        return base64.urlsafe_b64encode(self._seal.sign(text, chat)).rstrip(b"=").decode()

    def read(self, data: str, chat: int) -> Press | None:
        """Return what a press means, or None when the data was not made here for this chat."""
        text, _, signature = data.rpartition(":")
        if not text or not _same(signature, self._signature(text, chat)):
            return None
        return Press(Act(text[0]), text[1:]) if text[0] in set(Act) else None

    def _button(
        self, key: str, language: str, act: Act, value: str, chat: int, **values: object
    ) -> InlineKeyboardButton:
        label = self._wording.get(key, language, **values)
        return InlineKeyboardButton(label, callback_data=self.data(act, value, chat))

    def under_answer(
        self, answer: Answer, chat: int, language: str, *, update: int, drawn: bool = False
    ) -> InlineKeyboardMarkup | None:
        """Return the buttons under an answer: positions, contexts, more, sources, pictures, feedback.

        ``update`` is what is answered: it makes the buttons unlike those of any other answer. A greeting is
        not judged.
        """
        if answer.reply:
            return None
        feedback = [
            self._button(f"button_{word}", language, Act.USEFUL, f"{value}.{update:x}", chat)
            for word, value in (("useful", 1), ("not_useful", 0))
        ]
        if not answer.claims and not answer.contested:
            return InlineKeyboardMarkup([feedback])
        sides = [
            self._labelled(clipped(side.label, SIDE_LABEL), Act.SIDE, f"{short(point.id)}.{number}", chat)
            for point in answer.contested
            if point.kind is not Kind.VOICES
            for number, side in enumerate(point.positions)
        ]
        contexts = [
            self._button(
                "button_context", language, Act.CONTEXT, paragraph_value(c.paragraph), chat, n=c.number
            )
            for c in answer.beside
        ]
        second = [self._button("button_more", language, Act.MORE, "", chat)] if answer.more.passages else []
        second.append(self._button("button_sources", language, Act.SOURCES, "", chat))
        points = [point for point in answer.contested if drawn and point.kind is Kind.FIGURE]
        pictures = [self._picture(point, chat, language) for point in points[:PER_ROW]]
        rows = [
            *in_rows(sides[:MOST_SIDES], SIDES_PER_ROW),
            *in_rows(contexts[:MOST_CONTEXTS], PER_ROW),
            second,
            pictures,
            feedback,
        ]
        return InlineKeyboardMarkup([row for row in rows if row])

    def under_page(
        self, act: Act, value: str, page: int, pages: int, chat: int, language: str, back: str | None = ""
    ) -> InlineKeyboardMarkup | None:
        """Return the arrows under a page of several, and the way back where there is one (its value)."""
        row = [
            self._labelled(sign, act, f"{value}!{to}", chat)
            for sign, to in (("‹", page - 1), ("›", page + 1))
            if 0 <= to < pages
        ]
        if back is not None:
            row.append(self._button("button_back", language, Act.BACK, back, chat))
        return InlineKeyboardMarkup([row]) if row else None

    def _labelled(self, label: str, act: Act, value: str, chat: int) -> InlineKeyboardButton:
        return InlineKeyboardButton(label, callback_data=self.data(act, value, chat))

    def _picture(self, point: ContestedPoint, chat: int, language: str) -> InlineKeyboardButton:
        return self._button("button_picture", language, Act.PICTURE, short(point.id), chat)

    def examples(self, questions: Sequence[str], chat: int) -> InlineKeyboardMarkup | None:
        """Return a button for each example question."""
        rows = [[self._labelled(clipped(text, LABEL), Act.ASK, short(text), chat)] for text in questions]
        return InlineKeyboardMarkup(rows) if rows else None

    def under_point(
        self,
        point: ContestedPoint,
        page: int,
        pages: int,
        listed: int,
        chat: int,
        language: str,
        *,
        drawn: bool,
    ) -> InlineKeyboardMarkup | None:
        """Return the buttons under a contested point: its pages, its picture, the way to its list's page."""
        back = f"{POINTS}!{listed}"
        below = self.under_page(Act.POINT, short(point.id), page, pages, chat, language, back)
        rows = list(below.inline_keyboard) if below else []
        if drawn and point.kind is Kind.FIGURE:
            rows.append((self._picture(point, chat, language),))
        return InlineKeyboardMarkup(rows) if rows else None

    def languages(self, chat: int, language: str) -> InlineKeyboardMarkup:
        """Return the buttons of /language."""
        return InlineKeyboardMarkup(
            [
                [
                    self._button(f"language_{name}", language, Act.LANGUAGE, name, chat)
                    for name in (*answer_languages(), "auto")
                ]
            ]
        )

    def confirm(self, chat: int, language: str) -> InlineKeyboardMarkup:
        """Return the buttons under the preview of a document."""
        return InlineKeyboardMarkup(
            [
                [
                    self._button("button_add", language, Act.ADD, "1", chat),
                    self._button("button_drop", language, Act.ADD, "0", chat),
                ]
            ]
        )

    def pages(self, chat: int, page: int, count: int, outlet: str) -> InlineKeyboardMarkup | None:
        """Return the arrows under a page of the list of sources; ``outlet`` is a short name or empty."""
        arrows = [("‹", page - 1), ("›", page + 1)]
        row = [
            InlineKeyboardButton(sign, callback_data=self.data(Act.PAGE, f"{to}.{outlet}", chat))
            for sign, to in arrows
            if 0 <= to < count
        ]
        return InlineKeyboardMarkup([row]) if row else None

    def points(
        self, chat: int, ids: Iterable[str], labels: Sequence[str], page: int, pages: int
    ) -> InlineKeyboardMarkup | None:
        """Return one button for each contested point of a page of their list, and arrows under them."""
        rows = [
            [self._labelled(label, Act.POINT, short(name), chat)]
            for name, label in zip(ids, labels, strict=True)
        ]
        arrows = [
            self._labelled(sign, Act.BACK, f"{POINTS}!{to}", chat)
            for sign, to in (("‹", page - 1), ("›", page + 1))
            if 0 <= to < pages
        ]
        return InlineKeyboardMarkup([row for row in (*rows, arrows) if row])


def in_rows(buttons: Sequence[InlineKeyboardButton], width: int) -> list[list[InlineKeyboardButton]]:
    """Return buttons in rows of ``width``."""
    return [list(buttons[i : i + width]) for i in range(0, len(buttons), width)]


def _same(one: str, two: str) -> bool:
    return hmac.compare_digest(one.encode(), two.encode())


def paragraph_value(paragraph: str) -> str:
    """Return ARTICLE#N as a button holds it."""
    article, _, number = paragraph.rpartition("#")
    return f"{short(article)}.{number}"


def paragraph_named(value: str, articles: Iterable[str]) -> str | None:
    """Return ARTICLE#N again, or None when no article of ``articles`` has that short name."""
    name, _, number = value.partition(".")
    return next((f"{article}#{number}" for article in articles if short(article) == name), None)
