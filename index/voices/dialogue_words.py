"""The words by which a dialogue is known, read from ``words/dialogue.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from index.words import strings

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_NUMBERED = re.compile(r"(?:[\s_]*#?\d{1,3}| [a-f])$")


class DialogueWords(NamedTuple):
    """The lists of the file."""

    asks: frozenset[str]
    answers: frozenset[str]
    unnamed: frozenset[str]
    notes: frozenset[str]
    first_person: frozenset[str]
    first_person_ends: tuple[str, ...]
    interview_with: re.Pattern[str]
    interview: re.Pattern[str]
    talk: re.Pattern[str]
    salutations: frozenset[str]
    statements: re.Pattern[str]
    messages: re.Pattern[str]
    introducing: re.Pattern[str]
    within: frozenset[str]
    about: frozenset[str]
    ruling: re.Pattern[str]
    ruling_words: frozenset[str]
    articles: re.Pattern[str]
    closings: frozenset[str]
    addressing: re.Pattern[str]
    telling: frozenset[str]
    headlined: frozenset[str]
    addressed: frozenset[str]
    replying: frozenset[str]
    following: frozenset[str]
    guests: frozenset[str]
    asked_me: re.Pattern[str]
    presenting: frozenset[str]
    asking_on: frozenset[str]
    transcripts: frozenset[str]


@cache
def dialogue_words() -> DialogueWords:
    """Return the lists, loaded once."""
    read = {name: strings("dialogue", name) for name in DialogueWords._fields}
    articles = one_of(read["articles"])
    return DialogueWords(
        asks=frozenset(read["asks"]),
        answers=frozenset(read["answers"]),
        unnamed=frozenset(read["unnamed"]),
        notes=frozenset(read["notes"]),
        first_person=frozenset(read["first_person"]),
        first_person_ends=tuple(read["first_person_ends"]),
        interview_with=_any_of(read["interview_with"]),
        interview=_any_of(read["interview"]),
        talk=_any_of(read["talk"]),
        salutations=frozenset(read["salutations"]),
        statements=_any_of(read["statements"]),
        messages=_any_of(read["messages"]),
        introducing=_any_of(read["introducing"]),
        within=frozenset(read["within"]),
        about=frozenset(read["about"]),
        ruling=re.compile(rf"(?:\b{one_of(read['ruling'])}|\()\s*(?:{articles}\s+)?$", re.IGNORECASE),
        ruling_words=frozenset(read["ruling_words"]),
        articles=re.compile(rf"^{articles}\s+", re.IGNORECASE),
        closings=frozenset(read["closings"]),
        addressing=re.compile(rf"{one_of(read['addressing'])}\s", re.IGNORECASE),
        telling=frozenset(read["telling"]),
        headlined=frozenset(read["headlined"]),
        addressed=frozenset(read["addressed"]),
        replying=frozenset(read["replying"]),
        following=frozenset(read["following"]),
        guests=frozenset(read["guests"]),
        asked_me=_any_of(read["asked_me"]),
        presenting=frozenset(read["presenting"]),
        asking_on=frozenset(read["asking_on"]),
        transcripts=frozenset(read["transcripts"]),
    )


def one_of(words: Iterable[str]) -> str:
    """Return what finds any of some words, between brackets."""
    return "(?:" + "|".join(map(re.escape, words)) + ")"


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE)


def spoken_words(text: str) -> bool:
    """Whether a text is somebody's speech by its words: a question, "I", "you", "we", "pagamos"."""
    lists = dialogue_words()
    words = (word for word in _WORD.findall(text) if len(word) == 1 or not word.isupper())  # "US" is no "us"
    return "?" in text or any(
        low in lists.first_person or (low.endswith(lists.first_person_ends) and len(low) > len("mos") + 1)
        for low in (word.lower() for word in words)
    )


def names_nobody(label: str) -> bool:
    """Whether a label only says what somebody does in the talk: "Host", "Speaker 2"."""
    return _NUMBERED.sub("", label.lower()).strip(" .") in dialogue_words().unnamed
