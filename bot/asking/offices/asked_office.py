"""The office whose holder's words a question asks for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.asking.answer_kinds import asks_for_speech
from bot.asking.asked_names import written_names
from bot.asking.offices.office_tokens import (
    BETWEEN,
    Token,
    is_content,
    is_other,
    offices_among,
    one_phrase,
    tokens_of,
    touches,
)
from bot.asking.offices.office_words import ARTICLES, STATES, forms_of_scope, is_country, stems, word_list
from index.values import frozen


@frozen
class Office:
    """An office with the country, town, body or person that it belongs to."""

    kinds: frozenset[str]  # which offices the words may mean
    scope: tuple[frozenset[str], ...]  # for each word of the scope the stems that stand for it
    words: str  # as the text has them


@lru_cache(maxsize=1024)
def asked_office(question: str) -> Office | None:
    """Return the office whose holder's words a question asks for, None when it asks for none so.

    An office without a country, town, body or person names nobody; nor does a former one, nor one
    that somebody else is asked to have spoken of or to.
    """
    return office_in(question) if asks_for_speech(question) else None


@lru_cache(maxsize=1024)
def office_in(question: str) -> Office | None:
    """Return the first office with its scope that a question has as one who speaks."""
    tokens = tokens_of(question)
    for at, size, kinds in offices_among(tokens):
        found = _scope_before(question, tokens, at) or _scope_after(question, tokens, at + size)
        if found is None:
            continue
        first, last = min(found[0], at), max(found[1], at + size)
        if (
            _is_counted(tokens, first, at)
            or is_other(tokens, first, at, at + size)
            or not _speaks(question, tokens, first)
        ):
            return None
        scope = _scope(tokens[found[0] : found[1]])
        if scope:
            words = question[tokens[first].start : tokens[last - 1].end]
            return Office(kinds, scope, words)
    return None


def _is_counted(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Return whether one of several holders is meant, as with "the first president"."""
    near = tokens[max(0, first - 1) : at]
    return any(token.key in word_list("counted") or token.key[:1].isdigit() for token in near)


def _speaks(question: str, tokens: Sequence[Token], first: int) -> bool:
    """Return whether the office that begins here is the one who speaks, as far as the words before tell."""
    if written_names(question[: tokens[first].start]):
        return False
    at = first - 1
    while at >= 0 and tokens[at].key in ARTICLES:
        at -= 1
    if at < 0 or tokens[at].key not in word_list("towards"):
        return True
    return at > 0 and tokens[at - 1].key in word_list("according")


def _scope_before(text: str, tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return the places of "Colombia's" or "Colombian" before an office."""
    for end in range(at, max(0, at - 1 - BETWEEN), -1):
        token = tokens[end - 1]
        if not one_phrase(text, tokens, end - 1, at):
            return None
        own = end == at and (is_country(token.key) or (token.capital and is_content(token)))
        if token.possessive or own:
            first = end - 1
            while first and tokens[first - 1].capital and is_content(tokens[first - 1]) and token.capital:
                if tokens[first - 1].possessive or not one_phrase(text, tokens, first - 1, first):
                    break
                first -= 1
            return (first, end) if token.capital or is_country(token.key) else None
        if token.capital or not is_content(token):
            return None
    return None


def _scope_after(text: str, tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return the places of "of Colombia" or "colombiano" behind an office."""
    if at < len(tokens) and tokens[at].key not in word_list("joins"):
        return (at, at + 1) if is_country(tokens[at].key) and touches(text, tokens, at) else None
    while at < len(tokens) and tokens[at].key in word_list("joins") | ARTICLES | STATES:
        at += 1
    end = at
    while end < len(tokens) and (
        (tokens[end].capital and is_content(tokens[end])) or (end == at and is_country(tokens[end].key))
    ):
        if end > at and not touches(text, tokens, end):
            break
        if tokens[end].possessive:
            return None  # "the president of Peru's Congress"
        end += 1
    return (at, end) if end > at else None


def _scope(tokens: Sequence[Token]) -> tuple[frozenset[str], ...]:
    """Return the stems for each word of a scope."""
    found: list[frozenset[str]] = []
    for token in tokens:
        if token.key in ARTICLES | word_list("joins"):
            continue
        forms = forms_of_scope(token.key) if len(tokens) == 1 or is_country(token.key) else stems(token.key)
        found.append(forms)
    return tuple(found)
