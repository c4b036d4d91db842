"""A text as words, names of one country as one word, and the offices among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.asking.offices.office_words import (
    INITIALS,
    first_of_several,
    first_words,
    offices,
    other_words,
    several,
)
from index.text.terms import WORD, parts, stop_words
from index.values import frozen

LONGEST = 5  # words of an office
BETWEEN = 2  # words such as "new" between an office and its country before it


@frozen
class Token:
    """A word of a text."""

    key: str  # folded, without 's
    start: int
    end: int
    capital: bool
    possessive: bool


def tokens_of(text: str) -> list[Token]:
    """Return the words of a text."""
    found = []
    for match in WORD.finditer(text):
        word, end = match[0], match.end()
        possessive = word.lower().endswith(("'s", "’s")) or text[end : end + 1] in {"'", "’"}
        found.append(Token("".join(parts(word)), match.start(), end, word[0].isupper(), possessive))
    return _joined(text, found)


def _joined(text: str, tokens: Sequence[Token]) -> list[Token]:
    """Return the words with the names of one country or body in several words or letters as one."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        first, size, key = tokens[at], 1, None
        if first.key in first_of_several():
            for size in range(min(LONGEST, len(tokens) - at), 0, -1):
                key = several().get(tuple(token.key for token in tokens[at : at + size]))
                if key:
                    break
        last = tokens[at + size - 1]
        short = size == 1 and len(first.key) <= INITIALS and not text[first.start : first.start + 2].isupper()
        if key and not short and one_phrase(text, tokens, at, at + size - 1):
            found.append(Token(key, first.start, last.end, True, last.possessive))
        else:
            size = 1
            found.append(first)
        at += size
    return found


def offices_among(tokens: Sequence[Token]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield (place, words, kinds) of each office, the longest that begins at a word."""
    at = 0
    while at < len(tokens):
        size = 1
        if tokens[at].key in first_words():
            for size in range(min(LONGEST, len(tokens) - at), 0, -1):
                kinds = offices().get(tuple(token.key for token in tokens[at : at + size]))
                if kinds:
                    yield at, size, kinds
                    break
        at += size


def is_other(tokens: Sequence[Token], first: int, at: int, end: int) -> bool:
    """Return whether a word before or behind an office tells of another one, or of another time."""
    near = [*tokens[max(0, first - 2) : at], *tokens[end : end + 1]]
    return any(token.key in other_words() for token in near)


def is_content(token: Token) -> bool:
    """Return whether a word is no function word."""
    return token.key not in stop_words()


def touches(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Return whether nothing but a blank stands before a word."""
    return at > 0 and not text[tokens[at - 1].end : tokens[at].start].strip()


def one_phrase(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether no mark but that of a possessive stands between two words."""
    return all(
        text[tokens[at].end : tokens[at + 1].start] in {" ", "\n", "' ", "’ "} for at in range(first, last)
    )
