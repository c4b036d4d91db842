"""A conversation with a desk: questions that follow each other, "more", "context N", "sources"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from bot.answer import Answer, Claim, Status
from bot.desk import Desk
from index.model import Article
from index.values import frozen, replace
from index.words import alternatives, word_list

REMEMBERED = 5  # earlier questions that a new one may lean on, at every door

_MORE, _SOURCES = word_list("commands", "more"), word_list("commands", "sources")
_HELP = word_list("commands", "help") | {"?"}
_CONTEXT = re.compile(rf"(?:{alternatives('commands', 'around')})\s+(\d{{1,9}})\d*")
_COMMAND = re.compile(r"[/:\\][^\s/].*")  # of another program: "/help", ":q"


@frozen
class Around:
    """What stands around a quote: the paragraphs in order, each under its voices."""

    claims: tuple[Claim, ...]


@frozen
class Sources:
    """The articles of the library."""

    articles: tuple[Article, ...]


class Told(StrEnum):
    """What is told by a fixed phrase, the one of its name."""

    USAGE = "usage"  # the line was a command that does not exist, or asked for help
    NO_MORE = "no_more"  # nothing more is to be shown, or nothing was asked yet


Reply = Answer | Around | Sources | Told


def context_of(earlier: Sequence[str]) -> tuple[str, ...]:
    """Return the earlier questions that a new one may lean on."""
    return tuple(earlier[-REMEMBERED:])


class Conversation:
    """What was asked so far and answered, and the answer on the screen."""

    def __init__(self, desk: Desk, language: str | None) -> None:
        self._desk, self._language = desk, language
        self._asked: list[str] = []
        self._context: tuple[str, ...] = ()
        self._answer: Answer | None = None
        self._all_shown = False

    @property
    def spoken(self) -> str:
        """The language of the last answer, else the one chosen, else English."""
        return self._answer.language if self._answer else self._language or "en"

    def about(self, line: str) -> Reply:
        """Return the reply to a line. Raises QuothError as the desk does."""
        word = line.strip().lower()
        if word in _MORE:
            return self._more()
        if word in _SOURCES:
            return Sources(tuple(self._desk.sources()))
        if word in _HELP or _COMMAND.fullmatch(word):
            return Told.USAGE
        if match := _CONTEXT.fullmatch(word):
            return self._around(int(match[1]))
        return self._ask(line.strip())

    def _ask(self, line: str) -> Answer:
        """Return an answer; only what was answered is remembered, so that nothing leans on small talk."""
        context = context_of(self._asked)
        answer = self._desk.ask(line, language=self._language, context=context)
        if answer.status is Status.ANSWERED:
            self._asked.append(line)
            self._context, self._answer, self._all_shown = context, answer, False
        elif not answer.reply:
            self._answer, self._all_shown = answer, True
        return answer

    def _more(self) -> Reply:
        if self._answer is None or self._all_shown or not self._asked:
            return Told.NO_MORE
        self._all_shown = True
        rest = self._desk.more(self._asked[-1], language=self._language, context=self._context)
        if not rest.claims:
            return Told.NO_MORE
        self._answer = replace(self._answer, claims=(*self._answer.claims, *rest.claims))
        return rest

    def _around(self, number: int) -> Reply:
        claims = self._answer.claims if self._answer else ()
        claim = next((each for each in claims if each.number == number), None)
        return Around(tuple(self._desk.around(claim.paragraph))) if claim else Told.NO_MORE
