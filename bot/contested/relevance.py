"""How much of a question a sentence speaks of, by how rare each word is among the sentences found."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from copy import copy

from bot.contested.spoken_sentences import FEW, Statement, terms_of_paragraphs, terms_of_sources
from index.model import Query, Word

_CONTEXT = 0.5  # how much a sentence inherits from its paragraph: the public points are flat from 0.3 to 1
_EVERYWHERE = (
    1 / 3
)  # a word in a third of the paragraphs found is their subject and tells no two events apart


class Relevance:
    """How much of a question a sentence speaks of."""

    __slots__ = (
        "_around",
        "_asked",
        "_common",
        "_held",
        "_held_by",
        "_known",
        "_pool",
        "_scores",
        "_shares",
        "_size",
        "_weights",
        "_where",
        "_words",
        "total",
    )

    def __init__(self, question: Query, pool: Sequence[Statement]) -> None:
        """Weigh the question's words by how rare they are among the paragraphs of ``pool``."""
        self._pool = pool
        self._words: Sequence[Word] = question.words
        self._where: dict[str, list[tuple[int, float]]] = {}
        for at, word in enumerate(self._words):
            for term, weight in word.terms:
                self._where.setdefault(term, []).append((at, min(weight, 1.0)))
        self._asked = frozenset(self._where)  # two sets meet at the cost of the smaller one
        self._held_by: dict[tuple[str, int], dict[int, float]] = {}
        self._around: dict[str, dict[int, float]] = {}  # what the sentences of a paragraph hold
        self._known: dict[frozenset[str], dict[int, float]] = {}
        asked, paragraphs = self._asked, set[str]()
        for each in pool:
            place = each.place
            paragraphs.add(place[0])
            if not (hits := asked & each.terms):
                continue
            held = self._held_by[place] = self._known.get(hits) or self._strongest(hits)
            around = self._around.setdefault(place[0], {})
            for at, strength in held.items():
                if strength > around.get(at, 0.0):
                    around[at] = strength
        size = self._size = len(paragraphs)
        holding = Counter(at for held in self._around.values() for at in held)
        times_held = [holding[at] for at in range(len(self._words))]
        self._held = [times > 0 for times in times_held]
        self._common = [times > max(_EVERYWHERE * size, FEW) for times in times_held]
        self._weights = [math.log(1 + (size + 1) / (times + 0.5)) for times in times_held]
        self.total = sum(self._weights) or 1.0
        self._scores: dict[tuple[str, int], float] = {}
        self._shares: dict[int, float] = {}

    def without(self, ignored: frozenset[str]) -> Relevance:
        """Return the same for the words of which no term is ``ignored``: the others weigh nothing."""
        left = [ignored.isdisjoint([term for term, _ in word.terms]) for word in self._words]
        if all(left):
            return self
        fresh = copy(self)
        fresh._scores, fresh._shares = {}, {}
        fresh._weights = [weight if kept else 0.0 for weight, kept in zip(self._weights, left, strict=True)]
        fresh._held = [held and kept for held, kept in zip(self._held, left, strict=True)]
        fresh._common = [common or not kept for common, kept in zip(self._common, left, strict=True)]
        words = zip(self._words, left, strict=True)
        fresh._asked = frozenset([term for word, kept in words if kept for term, _ in word.terms])
        fresh.total = sum(fresh._weights) or 1.0
        return fresh

    @property
    def speaks(self) -> bool:
        """Whether the question has any word that counts."""
        return any(self._weights)

    @property
    def common_only(self) -> bool:
        """Whether no word of the question tells one event from another: each is all over the pool."""
        return all(self._common)

    @property
    def size(self) -> int:
        """How many of the question's words the pool holds."""
        return sum(self._held)

    def best(self, pool: Sequence[Statement]) -> float:
        """Return the relevance of the most relevant sentence of ``pool``."""
        return max(map(self.of, pool), default=0.0)

    def touches(self, terms: frozenset[str]) -> bool:
        """Whether ``terms`` hold any word of the question."""
        return not terms.isdisjoint(self._asked)

    def share(self, terms: frozenset[str] | set[str]) -> float:
        """Return the share (0 to 1) of the question's weight that ``terms`` hold.

        The sum is exact: sets have another order in every process, and two sentences that hold the same
        must not be told apart by a rounding.
        """
        return self._sum(self._strengths(terms), self._weights) / self.total

    def share_of(self, statement: Statement) -> float:
        """Return the share of the question in a sentence by itself."""
        held = self._strengths_of(statement)  # the same of most that hold the same words
        share = self._shares.get(id(held))
        if share is None:
            share = self._shares[id(held)] = self._sum(held, self._weights) / self.total
        return share

    def itself(self, terms: frozenset[str] | set[str]) -> float:
        """Return the share (0 to 1) that ``terms`` hold of the question's words known to the pool."""
        known = sum(w for w, held in zip(self._weights, self._held, strict=True) if held)
        return self.share(terms) * self.total / known if known else 0.0

    def telling(self, one: Statement, other: Statement) -> int:
        """Return how many of the question's words both sentences hold, those all over the pool left out."""
        both = self._strengths_of(one).keys() & self._strengths_of(other).keys()
        return sum(1 for at in both if not self._common[at])

    def shared(self, one: Statement, other: Statement) -> int:
        """Return how many of the question's words the paragraphs of two sentences both hold."""
        mine, theirs = (self._around.get(each.place[0], {}) for each in (one, other))
        return sum(1 for at in mine.keys() & theirs.keys() if self._weights[at])

    def common(self, term: str) -> bool:
        """Whether a term stands in more than a third of the pool's paragraphs: it is their subject."""
        times = sum(1 for held in terms_of_paragraphs(self._pool).values() if term in held)
        return times > max(_EVERYWHERE * self._size, FEW)

    def knows(self, term: str) -> bool:
        """Whether a term stands in any paragraph of the pool."""
        return any(term in terms for terms in terms_of_sources(self._pool).values())

    def in_paragraph(self, statement: Statement) -> frozenset[str] | set[str]:
        """Return the terms of the sentences of a sentence's paragraph."""
        return terms_of_paragraphs(self._pool).get(statement.place[0], frozenset())

    def covering(self, pool: Sequence[Statement], wanted: frozenset[str], least: float) -> list[Statement]:
        """Return the sentences that hold at least ``least`` of the weight of the question's words ``wanted``.

        Words that no sentence holds do not count: the texts put it in other words.
        """
        rows = zip(self._words, self._weights, self._held, strict=True)
        mass = sum(weight for word, weight, held in rows if held and word.text in wanted)
        words = zip(self._words, self._weights, strict=True)
        weights = [weight if word.text in wanted else 0.0 for word, weight in words]
        return [each for each in pool if self._sum(self._strengths_of(each), weights) >= least * mass]

    def of(self, statement: Statement) -> float:
        """Return the share of the question in a sentence, with something for its paragraph's share."""
        score = self._scores.get(statement.place)
        if score is None:
            whole = (statement.place[0], -1)
            around = self._scores.get(whole)
            if around is None:
                held = self._around.get(statement.place[0], {})
                around = self._scores[whole] = self._sum(held, self._weights) / self.total
            score = self._scores[statement.place] = self.share_of(statement) + _CONTEXT * around
        return score

    def around(self, statement: Statement) -> float:
        """Return the share of the question in all that the pool holds of a sentence's independent source."""
        source = (statement.group, -2)
        share = self._scores.get(source)
        if share is None:
            share = self._scores[source] = self.share(self.in_source(statement))
        return share

    def in_source(self, statement: Statement) -> frozenset[str] | set[str]:
        """Return the terms of all that the pool holds of a sentence's independent source."""
        return terms_of_sources(self._pool).get(statement.group, frozenset())

    def spread(self, name: frozenset[str]) -> float:
        """Return the share of the independent sources of the pool that hold any of a name's terms."""
        sources = terms_of_sources(self._pool)
        held = sum(not name.isdisjoint(terms) for terms in sources.values())
        return held / len(sources) if sources else 0.0

    @staticmethod
    def _sum(held: Mapping[int, float], weights: Sequence[float]) -> float:
        return math.fsum([weights[at] * held[at] for at in held]) if held else 0.0

    def _strengths_of(self, statement: Statement) -> dict[int, float]:
        held = self._held_by.get(statement.place)
        return self._strengths(statement.terms) if held is None else held

    def _strengths(self, terms: frozenset[str] | set[str]) -> dict[int, float]:
        """Return the question's words that ``terms`` hold, each with the strength of its best term."""
        hits = self._asked & terms
        found = self._known.get(hits)
        return self._strongest(hits) if found is None else found

    def _strongest(self, hits: frozenset[str]) -> dict[int, float]:
        # Most sentences that hold any of the question's terms hold the same few.
        found = self._known[hits] = dict[int, float]()
        for term in hits:
            for at, strength in self._where[term]:
                if strength > found.get(at, 0.0):
                    found[at] = strength
        return found
