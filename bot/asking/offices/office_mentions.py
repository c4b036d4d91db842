"""Where a text has an office with its scope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.asking.offices.asked_office import Office
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
from bot.asking.offices.office_words import ARTICLES, STATES, is_country, stems, word_list
from index.values import frozen

_NEAR = 80  # characters behind a name in which "of Colombia" is looked for


@frozen
class Named:
    """Where an office with its scope stands in a text, and whether something of its holder's follows."""

    start: int
    end: int
    possessive: bool
    bare: bool = False  # its scope is not beside it


def named_in(text: str, office: Office) -> Iterator[Named]:
    """Yield the places where a text has an office, with its scope beside it, or bare."""
    tokens = tokens_of(text)
    for at, size, kinds in offices_among(tokens):
        if not kinds & office.kinds:
            continue
        end = at + size
        before = _held_before(text, tokens, at, office.scope)
        after = None if before is not None else _held_after(text, tokens, end, office.scope)
        first = at if before is None else before
        last = end if after is None else after
        if not is_other(tokens, first, at, end):
            bare = before is None and after is None
            last_token = tokens[last - 1]
            yield Named(tokens[first].start, last_token.end, last_token.possessive, bare)


def scope_follows(text: str, at: int, office: Office) -> bool:
    """Return whether "of Colombia" stands at a place of a text."""
    tokens = tokens_of(text[at : at + _NEAR])
    return (
        bool(tokens)
        and not text[at : at + tokens[0].start].strip()
        and tokens[0].key in word_list("joins")
        and _held_after(text[at : at + _NEAR], tokens, 0, office.scope) is not None
    )


def _held_before(text: str, tokens: Sequence[Token], at: int, scope: Sequence[frozenset[str]]) -> int | None:
    """Return where the scope begins that stands before an office."""
    for end in range(at, max(0, at - 1 - BETWEEN), -1):
        token = tokens[end - 1]
        if not one_phrase(text, tokens, end - 1, at):
            return None
        if stems(token.key) & scope[-1]:
            first = end
            for part in reversed(scope):
                begun = first
                while first and stems(tokens[first - 1].key) & part and begun - first < BETWEEN + 1:
                    first -= 1
                if first == begun:
                    return None
            return first if end == at or token.possessive or is_country(token.key) else None
        if token.capital or not is_content(token):
            return None
    return None


def _held_after(text: str, tokens: Sequence[Token], at: int, scope: Sequence[frozenset[str]]) -> int | None:
    """Return where the scope ends that stands behind an office."""
    joined = at < len(tokens) and tokens[at].key in word_list("joins")
    if not joined and not (len(scope) == 1 and at < len(tokens) and is_country(tokens[at].key)):
        return None
    if not joined and not touches(text, tokens, at):
        return None
    while at < len(tokens) and tokens[at].key in word_list("joins") | ARTICLES | STATES:
        at += 1
    for part in scope:
        begun = at
        while at < len(tokens) and stems(tokens[at].key) & part and at - begun < BETWEEN + 1:
            at += 1
        if at == begun:
            return None
    return None if tokens[at - 1].possessive else at
