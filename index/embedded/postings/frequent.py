"""The frequent terms of a question: looked up for what is found, and searched for what they alone lift."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from index.embedded.postings.lists import Bits, Lists, Numbers, Scores
from index.embedded.postings.term_file import Wanted

STEPWISE = 512  # paragraphs from which on it pays to leave some out after each term; 256 to 2,048 are equal
# Share of the paragraphs up to which those that are left are worth a list of their own: of 150 words each
# had one of nearly all paragraphs, 80 MB of 100,000.
WORTH = 0.9
# Of the table of terms by paragraphs, so many cells are worked on at once.
CELLS = 1 << 19
TOLD_APART = 10  # terms, of which a few dozen subsets may reach a floor; weaker ones count as held


class Frequent:
    """The frequent terms of a question, the strongest first."""

    def __init__(self, lists: Lists, terms: Sequence[Wanted]) -> None:
        self._lists, self._terms = lists, terms
        self._rest = [*accumulate((wanted.bound for wanted in reversed(terms)), initial=0.0)][::-1]
        self.bound = self._rest[0]  # of what all of them add to a score
        self._weak = self._rest[min(TOLD_APART, len(terms))]
        self._factors = np.array([[wanted.factor] for wanted in terms])

    def scores(self, numbers: Numbers) -> Scores:
        """Return what the terms add to the scores of some paragraphs, exactly."""
        parts = -(-len(numbers) * len(self._terms) // CELLS)
        if parts <= 1:
            return self._scores(numbers)
        return np.concatenate([self._scores(each) for each in np.array_split(numbers, parts)])

    def _scores(self, numbers: Numbers) -> Scores:
        lists = self._lists
        rows = [lists.spread(wanted.record).take(numbers) for wanted in self._terms]
        codes = np.concatenate(rows).reshape(len(rows), -1)
        counts = lists.counts(codes)
        if lists.overflow(self._terms):
            for row, row_codes, wanted in zip(counts, codes, self._terms, strict=True):
                row[:] = lists.mended(row, row_codes, wanted.record, numbers)
        shares = lists.shares(self._factors, lists.norms().take(numbers), counts)
        scores: Scores = np.add.reduce(shares)
        return scores

    def pays(self, size: int) -> bool:
        """Return whether to ``narrow`` so many paragraphs is quicker than to find all their scores."""
        return self.bound > 0 and size > STEPWISE

    def narrow(self, numbers: Numbers, values: Scores, least: float) -> tuple[Numbers, Scores]:
        """Return the places of those of some paragraphs that may reach ``least``, and bounds of their scores.

        ``values`` bound what other terms add.
        """
        left: list[Numbers] = []  # after each step, the places in what the step before left
        lookups = zip(self._terms, self._lists.bounds(self._terms), self._rest[1:], strict=True)
        for wanted, bounds, rest in lookups:
            values = values + bounds.take(self._lists.spread(wanted.record).take(numbers))
            if rest == 0.0 or len(numbers) > STEPWISE:
                able = (values >= least - rest).nonzero()[0]
                if rest == 0.0 or len(able) <= WORTH * len(numbers):
                    left.append(able)
                    numbers, values = numbers.take(able), values.take(able)
        places = left.pop()
        while left:
            places = left.pop().take(places)
        return places, values

    def holding(self, least: float) -> Numbers:
        """Return the paragraphs for which the bounds of the terms they hold sum up to ``least``, above 0."""
        if least > self._weak:
            held = self._reaching(0, least - self._weak)
        else:
            held = np.bitwise_or.reduce([self._lists.bits(wanted.record) for wanted in self._terms])
        eights = (held != 0).nonzero()[0]
        bits = np.unpackbits(held.take(eights), bitorder="little").view(np.bool_).nonzero()[0]
        numbers: Numbers = (eights.take(bits >> 3) << 3) + (bits & 7)
        return numbers

    def _reaching(self, term: int, least: float) -> Bits:
        """Return a bit for each paragraph: whether the terms from ``term`` on may lift it to ``least``."""
        wanted, others = self._terms[term], self._rest[term + 1] - self._weak
        held = self._lists.bits(wanted.record)
        if least > wanted.bound and others > 0:
            held = held & self._reaching(term + 1, least - wanted.bound)
        if others >= least:
            held = held | self._reaching(term + 1, least)
        return held
