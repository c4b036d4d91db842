"""A conversation with a desk: questions that follow each other, "more", "context N", "sources"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from bot.answer import Answer, Claim, Status
from bot.asking.small_talk import line_key
from bot.desk import Desk
from index.model import Article
from index.values import frozen, replace
from index.words import alternatives, strings

REMEMBERED = 5  # earlier questions that a new one may lean on, at every door

_CONTEXT = re.compile(rf"(?:{alternatives('commands', 'around')})\s+(\d{{1,9}})\d*")
_LONGEST = 40  # characters; what is longer is a question
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


class Wanted(StrEnum):
    """What a line of a conversation may ask for instead of an answer."""

    MORE = "more"
    SOURCES = "sources"
    HELP = "help"
    AROUND = "around"  # what stands around a quote, with its number


@frozen
class Wish:
    """Something else than an answer that is asked for in words."""

    wanted: Wanted
    number: int = 0


def wish_in(line: str) -> Wish | None:
    """Return what a line asks for that is no answer, whatever its marks and capitals; None for a question."""
    said = line.strip().lower()
    if match := _CONTEXT.fullmatch(said):
        return Wish(Wanted.AROUND, int(match[1]))
    if said == "?":
        return Wish(Wanted.HELP)
    wanted = _wishes().get(line_key(said)) if len(said) <= _LONGEST else None
    return Wish(wanted) if wanted else None


@cache
def _wishes() -> dict[str, Wanted]:
    kinds = (Wanted.MORE, Wanted.SOURCES, Wanted.HELP)
    return {line_key(line): kind for kind in kinds for line in strings("commands", kind)}


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
        match wish_in(line):
            case Wish(Wanted.MORE):
                return self._more()
            case Wish(Wanted.SOURCES):
                return Sources(tuple(self._desk.sources()))
            case Wish(Wanted.AROUND, number):
                return self._around(number)
            case Wish(Wanted.HELP):
                return Told.USAGE
        return Told.USAGE if _COMMAND.fullmatch(line.strip()) else self._ask(line.strip())

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
