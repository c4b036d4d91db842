"""Parts of a whole said in words ("all", "primarily") about one thing, as each voice has it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations

from bot.answer import ContestedPoint, Kind, Position
from bot.contested.card_phrases import phrase
from bot.contested.positions import claims_of, neutral_key, quoted
from bot.contested.relevance import Relevance
from bot.contested.spoken_sentences import Statement
from index.text.tokens import Phrases, read_tokens
from index.values import frozen
from index.words import table, word_list

_SHARED = 4  # terms two sentences must have in common to speak of one thing; 3 let other subjects in
_HALF = 0.5  # of the shorter one's terms, at least: two sentences of one subject share so many
_TELLING = 2  # words of the question among them, those of the whole library's subject left out
_NEAR = 0.3  # of the question's weight, in the sentence itself


@frozen
class _Part:
    """A sentence, the words that give a part in it, and the part as an interval."""

    statement: Statement
    text: str
    low: float
    high: float


@cache
def _parts() -> Phrases[tuple[float, float]]:
    return Phrases({key: (float(low), float(high)) for key, (low, high) in table("shares")["parts"].items()})


def share_point(pool: Sequence[Statement], relevance: Relevance, language: str) -> ContestedPoint | None:
    """Return the parts that two sources give for one thing; None unless they exclude each other."""
    near = [
        each
        for each in pool
        if relevance.share_of(each) >= _NEAR and relevance.telling(each, each) >= _TELLING
    ]
    found = [part for each in near for part in _read(each)]
    for one, other in combinations(found, 2):
        if one.statement.group == other.statement.group:
            continue
        apart = one.low > other.high or other.low > one.high
        shared = one.statement.terms & other.statement.terms
        least = max(_SHARED, _HALF * min(len(one.statement.terms), len(other.statement.terms)))
        if apart and len(shared) >= least and relevance.telling(one.statement, other.statement) >= _TELLING:
            both = sorted((one, other), key=lambda part: neutral_key(part.statement))
            positions = tuple(
                Position(quoted(part.text, language), claims_of((part.statement,))) for part in both
            )
            return ContestedPoint("figure-part", Kind.FIGURE, phrase("shares_given", language), positions)
    return None


def _read(statement: Statement) -> list[_Part]:
    """Return the parts that a sentence gives."""
    tokens = read_tokens(statement.text)
    found: list[_Part] = []
    behind = 0  # the part before
    for index, size, (low, high) in _parts().hits(tokens.words):
        if index < behind:
            continue
        behind = index + size
        if not (index and tokens.words[index - 1] in word_list("contrasts", "no_share")):
            text = statement.text[tokens.starts[index] : tokens.ends[behind - 1]]
            found.append(_Part(statement, text, low, high))
    return found
