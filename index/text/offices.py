"""Where a text has an office with its scope: "Colombia's president", "la ministra de Salud"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.text.office_words import (
    ARTICLES,
    INITIALS,
    STATES,
    first_of_several,
    first_words,
    forms_of_scope,
    is_country,
    joins,
    offices,
    other_words,
    several,
    stems,
)
from index.text.spelt import Spelt, spelt_words
from index.text.terms import stop_words
from index.values import frozen

_LONGEST = 5  # words of an office
_BETWEEN = 2  # words such as "new" between an office and its country before it
_NEAR = 80  # characters behind a name in which "of Colombia" is looked for


@frozen
class Office:
    """An office with the country, town, body or person that it belongs to."""

    kinds: frozenset[str]  # which offices the words may mean
    scope: tuple[frozenset[str], ...]  # for each word of the scope the stems that stand for it
    words: str  # as the text has them


def office_tokens(text: str) -> list[Spelt]:
    """Return the words of a text, names of one country or body in several words or letters as one."""
    return _joined(text, spelt_words(text))


def _joined(text: str, tokens: Sequence[Spelt]) -> list[Spelt]:
    """Return the words with the names of one country or body in several words or letters as one."""
    found: list[Spelt] = []
    at = 0
    while at < len(tokens):
        first, size, key = tokens[at], 1, None
        if first.key in first_of_several():
            for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
                key = several().get(tuple(token.key for token in tokens[at : at + size]))
                if key:
                    break
        last = tokens[at + size - 1]
        short = size == 1 and len(first.key) <= INITIALS and not text[first.start : first.start + 2].isupper()
        if key and not short and _one_phrase(text, tokens, at, at + size - 1):
            found.append(
                Spelt(text[first.start : last.end], key, first.start, last.end, True, last.possessive)
            )
        else:
            size = 1
            found.append(first)
        at += size
    return found


def offices_among(tokens: Sequence[Spelt]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield (place, words, kinds) of each office, the longest that begins at a word."""
    at = 0
    while at < len(tokens):
        size = 1
        if tokens[at].key in first_words():
            for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
                kinds = offices().get(tuple(token.key for token in tokens[at : at + size]))
                if kinds:
                    yield at, size, kinds
                    break
        at += size


def is_other(tokens: Sequence[Spelt], first: int, at: int, end: int) -> bool:
    """Return whether a word before or behind an office tells of another one, or of another time."""
    near = [*tokens[max(0, first - 2) : at], *tokens[end : end + 1]]
    return any(token.key in other_words() for token in near)


def _is_content(token: Spelt) -> bool:
    """Return whether a word is no function word."""
    return token.key not in stop_words()


def _touches(text: str, tokens: Sequence[Spelt], at: int) -> bool:
    """Return whether nothing but a blank stands before a word."""
    return at > 0 and not text[tokens[at - 1].end : tokens[at].start].strip()


def _one_phrase(text: str, tokens: Sequence[Spelt], first: int, last: int) -> bool:
    """Return whether no mark but that of a possessive stands between two words."""
    return all(
        text[tokens[at].end : tokens[at + 1].start] in {" ", "\n", "' ", "’ "} for at in range(first, last)
    )


@frozen
class OfficeNamed:
    """Where an office with its scope stands in a text, and whether something of its holder's follows."""

    start: int
    end: int
    possessive: bool
    bare: bool = False  # its scope is not beside it


def named_in(text: str, office: Office) -> Iterator[OfficeNamed]:
    """Yield the places where a text has an office, with its scope beside it, or bare."""
    tokens = office_tokens(text)
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
            yield OfficeNamed(tokens[first].start, last_token.end, last_token.possessive, bare)


def scope_follows(text: str, at: int, office: Office) -> bool:
    """Return whether "of Colombia" stands at a place of a text."""
    tokens = office_tokens(text[at : at + _NEAR])
    return (
        bool(tokens)
        and not text[at : at + tokens[0].start].strip()
        and tokens[0].key in joins()
        and _held_after(text[at : at + _NEAR], tokens, 0, office.scope) is not None
    )


def _held_before(text: str, tokens: Sequence[Spelt], at: int, scope: Sequence[frozenset[str]]) -> int | None:
    """Return where the scope begins that stands before an office."""
    for end in range(at, max(0, at - 1 - _BETWEEN), -1):
        token = tokens[end - 1]
        if not _one_phrase(text, tokens, end - 1, at):
            return None
        if stems(token.key) & scope[-1]:
            first = end
            for part in reversed(scope):
                begun = first
                while first and stems(tokens[first - 1].key) & part and begun - first < _BETWEEN + 1:
                    first -= 1
                if first == begun:
                    return None
            return first if end == at or token.possessive or is_country(token.key) else None
        if token.capital or not _is_content(token):
            return None
    return None


def _held_after(text: str, tokens: Sequence[Spelt], at: int, scope: Sequence[frozenset[str]]) -> int | None:
    """Return where the scope ends that stands behind an office."""
    joined = at < len(tokens) and tokens[at].key in joins()
    if not joined and not (len(scope) == 1 and at < len(tokens) and is_country(tokens[at].key)):
        return None
    if not joined and not _touches(text, tokens, at):
        return None
    while at < len(tokens) and tokens[at].key in joins() | ARTICLES | STATES:
        at += 1
    for part in scope:
        begun = at
        while at < len(tokens) and stems(tokens[at].key) & part and at - begun < _BETWEEN + 1:
            at += 1
        if at == begun:
            return None
    return None if tokens[at - 1].possessive else at


def scope_before(text: str, tokens: Sequence[Spelt], at: int) -> tuple[int, int] | None:
    """Return the places of "Colombia's" or "Colombian" before an office."""
    for end in range(at, max(0, at - 1 - _BETWEEN), -1):
        token = tokens[end - 1]
        if not _one_phrase(text, tokens, end - 1, at):
            return None
        own = end == at and (is_country(token.key) or (token.capital and _is_content(token)))
        if token.possessive or own:
            first = end - 1
            while first and tokens[first - 1].capital and _is_content(tokens[first - 1]) and token.capital:
                if tokens[first - 1].possessive or not _one_phrase(text, tokens, first - 1, first):
                    break
                first -= 1
            return (first, end) if token.capital or is_country(token.key) else None
        if token.capital or not _is_content(token):
            return None
    return None


def scope_after(text: str, tokens: Sequence[Spelt], at: int) -> tuple[int, int] | None:
    """Return the places of "of Colombia" or "colombiano" behind an office."""
    if at < len(tokens) and tokens[at].key not in joins():
        return (at, at + 1) if is_country(tokens[at].key) and _touches(text, tokens, at) else None
    while at < len(tokens) and tokens[at].key in joins() | ARTICLES | STATES:
        at += 1
    end = at
    while end < len(tokens) and (
        (tokens[end].capital and _is_content(tokens[end])) or (end == at and is_country(tokens[end].key))
    ):
        if end > at and not _touches(text, tokens, end):
            break
        if tokens[end].possessive:
            return None  # "the president of Peru's Congress"
        end += 1
    return (at, end) if end > at else None


def scope_of(tokens: Sequence[Spelt]) -> tuple[frozenset[str], ...]:
    """Return the stems for each word of a scope."""
    found: list[frozenset[str]] = []
    for token in tokens:
        if token.key in ARTICLES | joins():
            continue
        forms = forms_of_scope(token.key) if len(tokens) == 1 or is_country(token.key) else stems(token.key)
        found.append(forms)
    return tuple(found)
