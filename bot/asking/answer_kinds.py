"""What kind of thing a question asks for, and which sentences hold one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from index.expressions import pattern
from index.remembered import OF_QUESTIONS, OF_SENTENCES
from index.text.letters import CAPITAL
from index.text.terms import WORD, fold, folded, folded_list, stop_words
from index.text.tokens import Phrases, marked, phrases_of, read_tokens
from index.words import alternatives, either, strings, table


class AnswerKind(StrEnum):
    """What an answer has to name."""

    PERSON = "person"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    AGE = "age"
    SHARE = "share"
    DURATION = "duration"
    EXTENT = "extent"  # "how long": of time or of length
    HOUR = "hour"
    YEAR = "year"
    WEEKDAY = "weekday"
    LENGTH = "length"
    SPEED = "speed"
    WEIGHT = "weight"
    DEGREE = "degree"
    OFFICE = "office"


MEASURES = (
    AnswerKind.DURATION,
    AnswerKind.EXTENT,
    AnswerKind.LENGTH,
    AnswerKind.SPEED,
    AnswerKind.WEIGHT,
    AnswerKind.DEGREE,
)  # a number with one of its units
KINDS = (
    AnswerKind.AGE,
    AnswerKind.SHARE,
    *MEASURES,
    AnswerKind.NUMBER,
    AnswerKind.WEEKDAY,
    AnswerKind.HOUR,
    AnswerKind.YEAR,
    AnswerKind.DATE,
    AnswerKind.PLACE,
    AnswerKind.OFFICE,
    AnswerKind.PERSON,
)
# Patterns are compiled when a question asks for what they find.
_DIGIT = r"(?<!\w)(?<!\w-)\d"  # none of a name: Checked2018, COVID-19
_NUMBER = pattern(r"\d+(?:[.,]\d+)*")
_YEAR = r"\b(?:1\d|20)\d\d\b"
_NAME = rf"(?<![.!?¿¡] )(?<!^)(?<![\"“«'‘(])\b{CAPITAL}[\w’'-]+"
_SHARE = rf"(?i)\d\s?%|\b(?:{either('questions', 'shares')})\b"
_PLACE = (
    rf"\b(?:{alternatives('questions', 'of_place')})\s+"
    rf"(?:(?:{alternatives('counting', 'place_articles')})\s+)?(?:[^\W\d_A-Z][\w-]+\s+)?{CAPITAL}\w+"
)
_AGE = rf"(?i){either('questions', 'ages')}|,\s\d{{1,2}},"
_HOUR = rf"(?i)\b\d{{1,2}}[:.h]\d\d\b|{either('kinds', 'hour.written')}"
_NAMED = {AnswerKind.PERSON: _NAME, AnswerKind.PLACE: _PLACE}
_WRITTEN = {
    AnswerKind.SHARE: _SHARE,
    AnswerKind.AGE: _AGE,
    AnswerKind.HOUR: _HOUR,
    AnswerKind.YEAR: _YEAR,
    AnswerKind.DATE: _YEAR,
    AnswerKind.NUMBER: _DIGIT,
}
_RELATIONS = {"kind", "listed", "party", "name"}  # types of attributes that a noun of the question names
_CLOSING = " \"”»’'"  # behind the mark that ends a sentence
_LEADING = 2  # words before the one that asks: "and to whom"
_pattern = cache(pattern)


@cache
def _form(kind: AnswerKind) -> str | None:
    """Return the regular expression of what is written in a form of its own, as a number with its unit."""
    if kind not in MEASURES:
        return _WRITTEN.get(kind)
    number = rf"(?:\d[\d.,]*|{alternatives('kinds', 'number.holds')})"
    return rf"(?i)(?<!\w){number}[\s-]*(?:[^\W\d_]+[\s-]+)?(?:{alternatives('kinds', f'{kind}.units')})(?!\w)"


class Hit(NamedTuple):
    """A phrase that stands in a text, and where it starts."""

    start: int
    words: str


def found_of(key: str, text: str) -> Iterator[Hit]:
    """Yield where a folded text has the phrases of a list, the one listed first where several start.

    Looked up letter by letter: a pattern of all would take 3 ms to compile, one of those whose letters the
    text has is another for nearly each question.
    """
    listed = [(order, each) for order, each in enumerate(_phrases(key)) if each in text]
    end = 0
    for start, _, phrase in sorted((at, n, each) for n, each in listed for at in _places(each, text)):
        if start >= end:
            yield Hit(start, phrase)
            end = start + len(phrase)


def _places(phrase: str, text: str) -> Iterator[int]:
    """Yield where a phrase stands in a text by itself, no part of a longer word at either end."""
    at = text.find(phrase)
    while at >= 0:
        if _parts_words(text, at) and _parts_words(text, at + len(phrase)):
            yield at
        at = text.find(phrase, at + 1)


def _parts_words(text: str, at: int) -> bool:
    """Whether a word begins or ends at a place."""
    before, behind = text[max(0, at - 1) : at], text[at : at + 1]
    return (before.isalnum() or before == "_") != (behind.isalnum() or behind == "_")


@cache
def _phrases(key: str) -> tuple[str, ...]:
    return tuple(map(fold, strings("kinds", key)))


@cache
def _holds(kind: AnswerKind) -> frozenset[str]:
    return frozenset(fold(word) for word in table("kinds")[kind].get("holds", ()))


@cache
def _relations() -> Phrases[bool]:
    """Return the words that ask for something of another thing by what it is to it: creator of, sport."""
    rows = [row for key, row in table("attributes").items() if key != "grammar" and row["type"] in _RELATIONS]
    asks = (each for row in rows for each in row["asks"])
    return marked(each for each in asks if fold(each.split()[0]) not in open_words())


@lru_cache(maxsize=OF_QUESTIONS)
def relation_words(question: str) -> frozenset[str]:
    """Return the folded words that say what is asked for of something named: creator in "the creator of".

    A text that answers may say it by another word: "written by".
    """
    spelt = read_tokens(question).words
    hits = _relations().hits(spelt)
    return frozenset(fold(word) for at, size, _ in hits for word in spelt[at : at + size]) - stop_words()


@cache
def offices() -> tuple[str, ...]:
    """Return the words for those who hold an office or follow a trade, in all their forms."""
    return tuple(form for forms in table("descriptions")["offices"] for form in forms)


@lru_cache(maxsize=1)
def folded_offices() -> frozenset[str]:
    """Return the words of ``offices``, folded."""
    return frozenset(map(fold, offices()))


def open_words() -> frozenset[str]:
    """Return the folded words with which a question begins that no yes and no no answers."""
    return folded_list("kinds", "open.words")


@lru_cache(maxsize=OF_QUESTIONS)
def opening(question: str) -> int | None:
    """Return where the word stands that asks: "in which year", "after the vote, who".

    None where none does: in "Did the man who fell survive?" one only leads on. It stands at the beginning,
    that of the question between two marks or of what follows a leading phrase, or it has an accent.
    """
    leading = folded_list("followups", "prepositions", "openings") | folded_list("kinds", "open.leading")
    relative = folded_list("kinds", "open.relative")
    words = [*WORD.finditer(question)]
    led = bool(words) and fold(words[0][0]) in leading  # "after the vote, who"
    before, end, again = list[str](), 0, False
    for match in words:
        between, word = question[end : match.start()], fold(match[0])
        if "¿" in between or any(mark in between for mark in ",;:"):
            before, again = [], "¿" not in between and not led
        if word in open_words():
            only_led = not again and all(each in leading for each in before)
            asks = len(before) <= _LEADING and (only_led or word not in relative)
            if asks or word != match[0].lower():
                return match.start()
        before.append(word)
        end = match.end()
    return None


def light_words() -> frozenset[str]:
    """Return the folded words that name nothing by themselves, as stand and part."""
    return folded_list("kinds", "light.words")


def anybody_words() -> frozenset[str]:
    """Return the folded words for people, who may be counted as anything that they are: pupils, the dead."""
    return folded_list("kinds", "number.anybody")


def counts(surfaces: Sequence[str], place: int) -> bool:
    """Return whether a number stands right before a word, one word between at most."""
    return any(
        word[:1].isdigit() or word in _holds(AnswerKind.NUMBER)
        for word in surfaces[max(0, place - 2) : place]
    )


@lru_cache(maxsize=OF_QUESTIONS)
def asks_for_speech(question: str) -> bool:
    """Return whether a question asks for what somebody said, wrote or thinks."""
    return any(next(found_of(f"speech.{key}", fold(question)), None) for key in ("verbs", "nouns"))


@lru_cache(maxsize=OF_QUESTIONS)
def asks_for_reason(question: str) -> bool:
    """Return whether a question asks why something is so, or what brought it about."""
    spelt = read_tokens(question).words
    asks, how, comes = (phrases_of("kinds", f"reason.{key}") for key in ("asks", "how", "comes"))
    return asks.stand_in(spelt) or (how.stand_in(spelt) and comes.stand_in(spelt))


@lru_cache(maxsize=OF_QUESTIONS)
def asks_why(question: str) -> bool:
    """Return whether "why", or what stands for it, is in a question."""
    return phrases_of("kinds", "reason.why").in_text(question)


@lru_cache(maxsize=OF_SENTENCES)
def gives_reason(sentence: str) -> bool:
    """Return whether a sentence holds a word by which a reason or a cause is told."""
    return phrases_of("kinds", "reason.holds").in_text(sentence)


@lru_cache(maxsize=OF_SENTENCES)
def judges(sentence: str) -> bool:
    """Return whether a sentence judges something, well or ill, or says what ought to be done.

    One that only asks does not: "Is the mill a danger?".
    """
    asks = sentence.rstrip(_CLOSING).endswith("?")
    return not asks and phrases_of("judgement", "well", "ill", "ought").in_text(sentence)


@lru_cache(maxsize=OF_QUESTIONS)
def asks_for_views(question: str) -> bool:
    """Return whether a question asks what everybody says or thinks of a matter, and not one by name."""
    return next(found_of("speech.views", fold(question)), None) is not None


@lru_cache(maxsize=OF_QUESTIONS)
def asks_for_thoughts(question: str) -> bool:
    """Return whether a question asks for what somebody thinks, which others may tell, not what he said."""
    return next(found_of("speech.thinking", fold(question)), None) is not None


@lru_cache(maxsize=OF_QUESTIONS)
def speech_verb(question: str) -> frozenset[str]:
    """Return the folded words of the verb by which a question asks for somebody's words, none for others."""
    hit = next(found_of("speech.verbs", fold(question)), None)
    return frozenset(hit.words.split()) if hit else frozenset()


def holds(kind: AnswerKind, sentence: str, asked: frozenset[str]) -> bool:
    """Return whether a sentence holds such a thing.

    Words that the question has itself (``asked``, folded) name no person and no place.
    """
    return not _names_in(kind, sentence) <= asked if kind in _NAMED else _has_written(kind, sentence)


@lru_cache(maxsize=OF_SENTENCES)
def placed(kind: AnswerKind, sentence: str) -> tuple[int, ...]:
    """Return at which of the words of a sentence such a thing stands."""
    words = [*WORD.finditer(sentence)]
    starts = [match.start() for match in words]
    form = _NAMED.get(kind) or _form(kind)
    found = (
        {bisect_right(starts, match.end() - 1) - 1 for match in _pattern(form).finditer(sentence)}
        if form
        else set()
    )
    found |= {at for at, match in enumerate(words) if fold(match[0]) in _holds(kind)}
    return tuple(sorted(found))


def values(kind: AnswerKind, sentence: str) -> frozenset[str]:
    """Return the numbers that a sentence gives in the form of a kind: 40 in "40 metres down"."""
    form = _form(kind)
    found = _pattern(form).finditer(sentence) if form else ()
    return frozenset(number for match in found for number in _NUMBER.findall(match[0]))


# What is remembered is of sentences alone: with the words of the question beside them, 21 of each question,
# it grew by 5 MB a thousand questions.
@lru_cache(maxsize=OF_SENTENCES)
def _names_in(kind: AnswerKind, sentence: str) -> frozenset[str]:
    return frozenset(fold(match[0].split()[-1]) for match in _pattern(_NAMED[kind]).finditer(sentence))


@lru_cache(maxsize=OF_SENTENCES)
def _has_written(kind: AnswerKind, sentence: str) -> bool:
    form = _form(kind)
    if form and _pattern(form).search(sentence):
        return True
    return not _holds(kind).isdisjoint(folded(sentence))


def name_words(question: str) -> frozenset[str]:
    """Return the question's words folded, function words left out: what an answer cannot merely repeat."""
    stops = stop_words()
    return frozenset(folded(question)) - stops
