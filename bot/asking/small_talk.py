"""What people say in a conversation that asks for nothing: thanks, hello, ok, "you are wrong"."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from index.languages import LANGUAGES
from index.text.terms import all_parts
from index.values import frozen
from index.words import strings


class SmallTalk(StrEnum):
    """A kind of small talk; each has a fixed reply of its name in the phrases."""

    THANKS = "thanks"
    HELLO = "hello"
    AGREED = "agreed"
    REFUSED = "refused"
    DOUBTED = "doubted"
    SELF = "self"


_LONGEST = 60  # characters; what is longer says something


@frozen
class Said:
    """A line of small talk, and the languages in which it may be one."""

    kind: SmallTalk
    languages: tuple[str, ...]


def small_talk(line: str) -> Said | None:
    """Return what small talk a line is, None for what may be a question."""
    return _lines().get(line_key(line)) if len(line) <= _LONGEST else None


@cache
def _lines() -> dict[str, Said]:
    found: dict[str, Said] = {}
    for language in LANGUAGES:
        for kind in SmallTalk:
            for key in map(line_key, strings("small_talk", kind, language)):
                known = found[key].languages if key in found else ()
                found[key] = Said(kind, (*known, language))
    return found


def line_key(line: str) -> str:
    """Return a line as lists of whole lines know it: its words, marks, accents and capitals aside."""
    return " ".join(all_parts(line))
