"""The office whose holder's words a question asks for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.asking.answer_kinds import asks_for_speech
from bot.asking.asked_names import written_names
from index.remembered import OF_QUESTIONS
from index.text.office_words import ARTICLES
from index.text.offices import (
    Office,
    is_other,
    office_tokens,
    offices_among,
    scope_after,
    scope_before,
    scope_of,
)
from index.text.spelt import Spelt
from index.text.terms import folded_list


@lru_cache(maxsize=OF_QUESTIONS)
def asked_office(question: str) -> Office | None:
    """Return the office whose holder's words a question asks for, None when it asks for none so.

    An office without a country, town, body or person names nobody; nor does a former one, nor one
    that somebody else is asked to have spoken of or to.
    """
    return office_in(question) if asks_for_speech(question) else None


@lru_cache(maxsize=OF_QUESTIONS)
def office_in(question: str) -> Office | None:
    """Return the first office with its scope that a question has as one who speaks."""
    tokens = office_tokens(question)
    for at, size, kinds in offices_among(tokens):
        found = scope_before(question, tokens, at) or scope_after(question, tokens, at + size)
        if found is None:
            continue
        first, last = min(found[0], at), max(found[1], at + size)
        if (
            _is_counted(tokens, first, at)
            or is_other(tokens, first, at, at + size)
            or not _speaks(question, tokens, first)
        ):
            return None
        scope = scope_of(tokens[found[0] : found[1]])
        if scope:
            words = question[tokens[first].start : tokens[last - 1].end]
            return Office(kinds, scope, words)
    return None


def _is_counted(tokens: Sequence[Spelt], first: int, at: int) -> bool:
    """Return whether one of several holders is meant, as with "the first president"."""
    near = tokens[max(0, first - 1) : at]
    counted = folded_list("offices", "whose.counted")
    return any(token.key in counted or token.key[:1].isdigit() for token in near)


def _speaks(question: str, tokens: Sequence[Spelt], first: int) -> bool:
    """Return whether the office that begins here is the one who speaks, as far as the words before tell."""
    if written_names(question[: tokens[first].start]):
        return False
    at = first - 1
    while at >= 0 and tokens[at].key in ARTICLES:
        at -= 1
    if at < 0 or tokens[at].key not in folded_list("offices", "whose.towards"):
        return True
    return at > 0 and tokens[at - 1].key in folded_list("offices", "whose.according")
