"""Which sentence answers the one before it: to quote one without the other would show one side alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from bot.finding.cuts import Span
from index.model import Mode, Voice
from index.remembered import OF_SENTENCES
from index.text.denial import denial_words
from index.text.tokens import Phrases, phrases_of, read_tokens
from index.words import word_list

_THEIRS = 0.25  # of a sentence that tells what somebody says: less is an aside
_BRIEF = 14  # words and marks of a sentence that only says no
_NEAR = 3  # words from one that denies to what stands for what is denied


@lru_cache(maxsize=OF_SENTENCES)
def replies(sentence: str) -> bool:
    """Whether a sentence denies or answers what stands before it: "The company disputes that"."""
    words = read_tokens(sentence).words
    return _answers(words) or phrases_of("cuts", "denials").stand_in(words) or _denies(words, _said())


@lru_cache(maxsize=OF_SENTENCES)
def points_back(sentence: str) -> bool:
    """Whether a sentence denies or answers what only the one before it tells."""
    words = read_tokens(sentence).words
    return _opens_an_answer(words) or _denies(words, word_list("cuts", "what_was_said"), to_the_end=True)


def others_in(voices: Sequence[Voice], run: Span, beside: Span) -> list[Voice]:
    """Return the voices of a sentence beside what is quoted, if it is theirs and what is quoted is not."""
    if not voices:
        return []
    quoted = {_who(each) for each in voices if _within(each, run)} - {None}
    others = [each for each in voices if _within(each, beside)]
    named = {_who(each) for each in others} - {None}
    theirs = sum(min(each.end, beside[1]) - max(each.start, beside[0]) for each in others)
    if theirs < _THEIRS * (beside[1] - beside[0]):
        return []
    return others if quoted and named and named.isdisjoint(quoted) else []


def of_the_same(text: str, voices: Sequence[Voice]) -> bool:
    """Whether what is said begins with a pronoun for what was spoken of: "she said it was rotten"."""
    words = [read_tokens(text[each.start : each.end]).words[:1] for each in voices]
    return any(first and first[0] in word_list("cuts", "of_the_same") for first in words)


def refuses(text: str, span: Span, said: Span) -> bool:
    """Whether a short sentence about "it" says no where the one before does not: "It is no fence"."""
    words, before = (read_tokens(text[slice(*each)]).words for each in (span, said))
    short = words[:1] and words[0] in word_list("cuts", "leaning") and len(words) <= _BRIEF
    return bool(short) and denial_words().turn(words) and not denial_words().turn(before)


def _who(voice: Voice) -> str | None:
    return voice.speaker or voice.mention


def _within(voice: Voice, span: Span) -> bool:
    return voice.mode is not Mode.OWN and voice.start < span[1] and span[0] < voice.end


def _answers(words: Sequence[str]) -> bool:
    return _opens_an_answer(words) or phrases_of("cuts", "answers").stand_in(words)


def _opens_an_answer(words: Sequence[str]) -> bool:
    return phrases_of("cuts", "answering").at(words, 0) is not None


def _denies(words: Sequence[str], objects: frozenset[str], *, to_the_end: bool = False) -> bool:
    """Whether a verb denies one of some objects; ``to_the_end``: and no clause of its own follows."""
    for at, length, _ in _denying().hits(words):
        behind = words[at + length : at + length + _NEAR]
        near = [each for each in (*words[max(0, at - 1) : at], *behind) if each in objects]
        if near and not (to_the_end and len(words) - at - length > _NEAR):
            return True
    return False


def _denying() -> Phrases[bool]:
    return phrases_of("cuts", "denying")


@cache
def _said() -> frozenset[str]:
    return word_list("cuts", "what_was_said") | word_list("cuts", "nouns_for_words")
