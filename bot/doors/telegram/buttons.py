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
from bot.phrases import Phrases

DATA_LIMIT = 64  # bytes
SHORT = 8  # characters of a short name: 48 bits, no two among a million articles
PER_ROW = 5
MOST_CONTEXTS = 10


class Act(StrEnum):
    """What a button does; one letter each, for the 64 bytes."""

    MORE = "m"  # claims from a number on
    CONTEXT = "c"  # paragraphs around one
    SOURCES = "s"  # the sources of an answer
    PAGE = "p"  # a page of the list of sources
    PICTURE = "g"  # the figures of a contested point
    POINT = "k"  # a contested point
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
        self, answer: Answer, chat: int, language: str, *, update: int, more: bool, drawn: bool = False
    ) -> InlineKeyboardMarkup:
        """Return the buttons under an answer: contexts, more, sources, pictures, feedback.

        ``update`` is what is answered. It makes the buttons unlike those of any other answer, so that
        ``Delivery`` can tell an answer from another one with the same words.
        """
        feedback = [
            self._button(f"button_{word}", language, Act.USEFUL, f"{value}.{update:x}", chat)
            for word, value in (("useful", 1), ("not_useful", 0))
        ]
        if not answer.claims and not answer.contested:
            return InlineKeyboardMarkup([feedback])
        numbered = answer.claims[:MOST_CONTEXTS]
        contexts = [
            self._button(
                "button_context", language, Act.CONTEXT, paragraph_value(c.paragraph), chat, n=c.number
            )
            for c in numbered
        ]
        after = max((claim.number for claim in answer.claims), default=0)
        second = [self._button("button_more", language, Act.MORE, str(after), chat)] if more else []
        second.append(self._button("button_sources", language, Act.SOURCES, "", chat))
        points = [point for point in answer.contested if drawn and point.kind is Kind.FIGURE]
        pictures = [self._picture(point, chat, language) for point in points[:PER_ROW]]
        rows = [contexts[i : i + PER_ROW] for i in range(0, len(contexts), PER_ROW)]
        return InlineKeyboardMarkup([row for row in (*rows, second, pictures, feedback) if row])

    def _picture(self, point: ContestedPoint, chat: int, language: str) -> InlineKeyboardButton:
        return self._button("button_picture", language, Act.PICTURE, short(point.id), chat)

    def under_point(self, point: ContestedPoint, chat: int, language: str) -> InlineKeyboardMarkup | None:
        """Return the button under a contested point of figures."""
        if point.kind is not Kind.FIGURE:
            return None
        return InlineKeyboardMarkup([[self._picture(point, chat, language)]])

    def languages(self, chat: int, language: str) -> InlineKeyboardMarkup:
        """Return the buttons of /language."""
        return InlineKeyboardMarkup(
            [
                [
                    self._button(f"language_{name}", language, Act.LANGUAGE, name, chat)
                    for name in ("en", "es", "auto")
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

    def points(self, chat: int, ids: Iterable[str], labels: Sequence[str]) -> InlineKeyboardMarkup | None:
        """Return one button for each contested point."""
        rows = [
            [InlineKeyboardButton(label, callback_data=self.data(Act.POINT, short(name), chat))]
            for name, label in zip(ids, labels, strict=True)
        ]
        return InlineKeyboardMarkup(rows) if rows else None


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
