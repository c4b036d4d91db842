"""What a denial in front of a thing's name is of: that it happened, or something else about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from bot.contested.facts.opposed import copulas
from index.text.denial import denial_words
from index.text.terms import stop_words
from index.text.tokens import phrases_of, read_tokens
from index.words import word_list

_CUE = 3  # words that deny: "rejected claims that"


def denies_another(before: str) -> bool:
    """Whether words in front of a name that deny do not say that the thing did not happen."""
    others = _of_a_verb(before) or _of_a_clause(before) or _what_it_is(before) or _of_whom(before)
    others = others or _of_doers(before)
    return others or phrases_of("distance", "not_owned").stand_in(read_tokens(before).words[-2:])


def _of_a_verb(before: str) -> bool:
    """Whether what denies stands right before a word: then that is a verb, "not vote", and names nothing."""
    words = read_tokens(before).words
    return len(words) == 1 and words[0] in _turning()


def _of_whom(before: str) -> bool:
    """Whether it is denied who did it, not that it was done: "denied being behind the raid"."""
    return phrases_of("distance", "of_whom").in_text(before)


def _of_doers(before: str) -> bool:
    """Whether a name is only one of those who did not do something: "neither Penn nor her lawyer"."""
    words = read_tokens(before).words
    joined = bool(words) and words[0] in word_list("distance", "joined_no")
    return joined and copulas().isdisjoint(words) and word_list("distance", "there_is").isdisjoint(words)


def _what_it_is(before: str) -> bool:
    """Whether it is denied what something is, not that there is any: "that isn't a deal"."""
    words = read_tokens(before).words
    return len(words) > 1 and words[-1] in word_list("distance", "some")


def _of_a_clause(before: str) -> bool:
    """Whether what denies is far from the thing: "rejected claims that the tests break the agreement"."""
    small = word_list("distance", "light") | stop_words()
    return any(word not in small for word in read_tokens(before).words[_CUE:])


def narrowed(words: Sequence[str], at: int, verb: int, last: int) -> bool:
    """Whether a deed that is denied may have been done in another way, or who denies it is said to be wrong.

    "Did not meet them to speak of it", "never wrote that he was hindered"; "the false claim that he did not".
    """
    if not denial_words().untrue.isdisjoint(words[:at]):
        return True
    further = word_list("contrasts", "that") | word_list("distance", "purpose")
    return _until(words, last) or not further.isdisjoint(words[verb + 2 : last])


def _until(words: Sequence[str], last: int) -> bool:
    """Whether a clause goes on at a token with until when it holds: "is not catching before it hurts"."""
    return phrases_of("distance", "until").at(words, last) is not None


@cache
def _turning() -> frozenset[str]:
    return denial_words().words - word_list("grammar", "no_words")
