"""One sentence that two sources hold, in one of them with a "not": near-copies that contradict each other.

That is the surest quarrel there is, whoever is said to speak: one of the two has it wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from bot.contested.facts.statements import Said, Stand
from bot.contested.spoken_sentences import Statement
from index.languages import known_or_first
from index.text.denial import denial_words
from index.text.terms import fold, stem, stop_words
from index.text.tokens import Tokens, phrases_of, read_tokens

_LEAST = 6  # words, small ones left out, that both sentences have: fewer may be said of anything
_SHOWN = 8  # words of a sentence that are shown as a position
_BEFORE = 3  # of them before the place of the "not"
_NOTS = 1  # in one of the two: two of them may say yes

Pair = tuple[Stand, Stand]


def turned_copies(pool: Sequence[Statement]) -> list[Pair]:
    """Return the pairs of two sources' sentences that are the same, word for word, but for a "not"."""
    plain: dict[tuple[str, ...], list[Statement]] = {}
    turned: dict[tuple[str, ...], list[tuple[Statement, int]]] = {}
    for each in pool:
        tokens = read_tokens(each.text)
        if "?" in tokens.words:
            continue
        words, nots = _read(each, tokens)
        if len(words) < _LEAST:
            continue
        if not nots:
            plain.setdefault(words, []).append(each)
        elif len(nots) == _NOTS and not _not_only(tokens, nots[0]):
            turned.setdefault(words, []).append((each, nots[0]))
    return [pair for words, row in turned.items() for pair in _pairs(row, plain.get(words, ()))]


def _read(statement: Statement, tokens: Tokens) -> tuple[tuple[str, ...], list[int]]:
    """Return the stems of a sentence's words, small ones left out, and where among its tokens it says no."""
    language = known_or_first(statement.passage.paragraph.language)
    small, no = stop_words(), denial_words().words
    nots = [at for at, word in enumerate(tokens.words) if word in no]
    kept = (
        fold(word)
        for at, word in enumerate(tokens.words)
        if word[0].isalnum() and at not in nots and fold(word) not in small
    )
    return tuple(stem(word, language) for word in kept), nots


def _not_only(tokens: Tokens, at: int) -> bool:
    """Whether what looks like a denial denies nothing: "not only"."""
    line = " ".join(tokens.words[at : at + 3])
    return any(line.startswith(each) for each in denial_words().none) or bool(
        phrases_of("distance", "conditions").stand_in(tokens.words)
    )


def _pairs(turned: Sequence[tuple[Statement, int]], plain: Sequence[Statement]) -> Iterator[Pair]:
    for (one, at), other in product(turned, plain):
        if one.group != other.group:
            yield _stand(one, at, "no"), _stand(other, at, "yes")


def _stand(statement: Statement, at: int, side: str) -> Stand:
    tokens = read_tokens(statement.text)
    first = max(0, at - _BEFORE)
    last = min(len(tokens), first + _SHOWN)
    label = statement.text[tokens.starts[first] : tokens.ends[last - 1]]
    said = Said(statement, statement.start, statement.text, tokens, statement.terms)
    return Stand(said, label, frozenset({side}), statement.terms)
