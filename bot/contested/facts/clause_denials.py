"""A denial names its own opposite: "denied that the plant leaked" stands against who says that it leaked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from bot.contested.facts.statements import STOPS, Said, Stand
from bot.contested.spoken_sentences import terms_of
from index.text.denial import denial_words
from index.text.tokens import Phrases, marked, read_tokens
from index.values import frozen
from index.words import table

_LEAST = 4  # terms of a denied clause, that another sentence must hold as well
_SHARE = 0.8  # of them
_SHOWN = 9  # words of a clause that are shown as a position


@frozen
class _Denied:
    """A denied clause: whose sentence it is in, and its terms."""

    said: Said
    label: str
    terms: frozenset[str]


def clause_pairs(said: Sequence[Said]) -> list[tuple[Stand, Stand]]:
    """Return the pairs of a denied clause and another voice's sentence that says what it denies."""
    denied = [found for each in said if (found := _denied(each)) is not None]
    if not denied:
        return []
    plain = [each for each in said if not _turned(each)]
    return [pair for one in denied for each in plain if (pair := _pair(one, each)) is not None]


@cache
def _cues() -> Phrases[bool]:
    data: Any = table("distance")
    return marked(data["denied_clause"])


def _denied(said: Said) -> _Denied | None:
    text = said.statement.text
    tokens = read_tokens(text)
    hit = next(_cues().hits(tokens.words), None)
    if hit is None:
        return None
    at, size, _ = hit
    last = first = at + size
    while last < len(tokens) and tokens.words[last] not in STOPS:
        last += 1
    if first == last:
        return None
    clause = text[tokens.starts[first] : tokens.ends[last - 1]]
    label = text[tokens.starts[at] : tokens.ends[min(last, first + _SHOWN) - 1]]
    terms = terms_of(clause, said.statement.passage.paragraph.language)
    return _Denied(said, label, terms) if len(terms) >= _LEAST else None


@cache
def _turning() -> Phrases[bool]:
    """Return the words with which a sentence says no, or leaves open: it affirms nothing."""
    lists = denial_words()
    return marked([*lists.words, *lists.modal, *lists.deny, *lists.nobody])


def _turned(said: Said) -> bool:
    words = read_tokens(said.statement.text).words
    return _turning().stand_in(words) or _cues().stand_in(words)


def _pair(denied: _Denied, said: Said) -> tuple[Stand, Stand] | None:
    one = denied.said.statement
    if one.who == said.statement.who or one.group == said.statement.group:
        return None
    about = denied.terms & said.terms
    if len(about) < max(_LEAST, _SHARE * len(denied.terms)):
        return None
    words = said.tokens
    last = min(len(words), _SHOWN)
    plain = said.text[words.starts[0] : words.ends[last - 1]]
    return (
        Stand(denied.said, denied.label, frozenset({"no"}), about),
        Stand(said, plain, frozenset({"yes"}), about),
    )
