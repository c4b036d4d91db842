"""The best paragraphs for one question, whole lists at a time. Exact: nothing is skipped that could count.

After MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995): the lists of rare
terms are joined; frequent terms are looked up for what these hold, while it may still come to be among the
best. Which paragraphs could be so without a rare term is told by the frequent terms that they hold. What
"among the best" takes is learnt early by completing the scores of some good paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.embedded.postings.frequent import Frequent
from index.embedded.postings.lists import Lists, Numbers, Scores
from index.embedded.postings.plain import SLACK
from index.embedded.postings.rare import DONE, Candidates, joined
from index.embedded.postings.term_file import GRAIN, Wanted

POOL = 12  # paragraphs completed for a floor, for each that is asked for; 8 to 24 are equal, 4 is slower
SAMPLE = 512  # values looked at to find those that are about the best
PARTITION = 256  # scores partitioned at once
SPARSE = 1 << 14  # paragraphs looked at for a first floor where no term is rare


class Search:
    """One question; ``buffer`` has room for a number for every paragraph, whatever it holds."""

    def __init__(
        self,
        lists: Lists,
        plan: Sequence[Wanted],
        limit: int,
        mask: NDArray[np.bool_] | None,
        buffer: NDArray[np.uint32],
    ) -> None:
        rare = sum(not wanted.frequent for wanted in plan)  # come first
        self._candidates = Candidates(lists, plan[:rare], mask, buffer)
        self._frequent = Frequent(lists, plan[rare:])
        self._size, self._limit, self._mask = lists.size, limit, mask
        self._pool = POOL * limit
        self._floor = 0.0  # a score that ``limit`` paragraphs reach for certain
        self._found: list[tuple[Numbers, Scores]] = []  # each paragraph once

    def run(self) -> tuple[Numbers, Scores]:
        """Return paragraphs and their scores; the best ``limit`` are among them."""
        candidates, frequent = self._candidates, self._frequent
        if candidates.exact and not frequent.bound:
            return self._best(candidates.numbers, candidates.values)
        self._complete(about_best(candidates.values, self._pool))
        if frequent.bound:
            if self._floor == 0.0:
                self._sample()
            if frequent.bound >= self._sure:
                candidates.add(self._allowed(frequent.holding(self._sure or GRAIN)))
        places = (candidates.values >= max(0.0, self._sure - frequent.bound)).nonzero()[0]
        if frequent.pays(len(places)):
            places = self._narrowed(places)
        if len(places):
            self._complete(candidates.settled(places))
        numbers = joined([numbers for numbers, _ in self._found])
        scores = joined([scores for _, scores in self._found])
        return self._best(numbers, scores)

    def _best(self, numbers: Numbers, scores: Scores) -> tuple[Numbers, Scores]:
        """Return the best paragraphs, and all as good as the last of them."""
        least = kth_largest(scores, self._limit) if len(scores) > self._limit else 0.0
        best = (scores >= max(0.0, least)).nonzero()[0]
        return numbers.take(best), scores.take(best)

    @property
    def _sure(self) -> float:
        """The floor, less what rounding may add up to."""
        return self._floor * (1 - SLACK)

    def _complete(self, places: Numbers) -> None:
        """Find the scores of the paragraphs at some places, which are then done with."""
        numbers, scores = self._candidates.numbers.take(places), self._candidates.scores(places)
        self._candidates.values[places] = DONE
        if self._frequent.bound:
            scores = scores + self._frequent.scores(numbers)
        self._found.append((numbers, scores))
        self._learn(joined([scores for _, scores in self._found]))

    def _learn(self, scores: Scores) -> None:
        """Raise the floor to what ``limit`` of some paragraphs reach."""
        if len(scores) >= self._limit:
            self._floor = max(self._floor, kth_largest(scores, self._limit))

    def _sample(self) -> None:
        """Learn a first floor from some paragraphs all over the library."""
        numbers = np.arange(0, self._size, 1 + self._size // SPARSE)
        numbers = self._allowed(numbers)
        places, bounds = self._frequent.narrow(numbers, np.zeros(len(numbers)), 0.0)
        self._learn(self._frequent.scores(numbers.take(places.take(about_best(bounds, self._pool)))))

    def _allowed(self, numbers: Numbers) -> Numbers:
        return numbers if self._mask is None else numbers[self._mask[numbers]]

    def _narrowed(self, places: Numbers) -> Numbers:
        """Return those of some places where the frequent terms may lift the paragraph to the floor."""
        candidates = self._candidates
        numbers, values = candidates.numbers.take(places), candidates.values.take(places)
        chosen, bounds = self._frequent.narrow(numbers, values, self._sure)
        places = places.take(chosen)
        if len(places) > 4 * self._pool:
            self._complete(candidates.settled(places.take(about_best(bounds, self._pool))))
            left = (bounds >= self._sure) & (candidates.values.take(places) > DONE)
            places = places.take(left.nonzero()[0])
        return places


def about_best(values: Scores, size: int) -> Numbers:
    """Return the places of some ``size`` of the best values, or more, that are not below 0."""
    least = 0.0
    if len(values) > 4 * size:
        step = 1 + len(values) // SAMPLE
        sample = values[::step].copy()
        at = max(0, len(sample) - 1 - size // step)
        sample.partition(at)
        least = max(least, float(sample[at]))
    return (values >= least).nonzero()[0][: 4 * size]


def kth_largest(scores: Scores, rank: int) -> float:
    """Return the ``rank``-th largest of at least so many scores."""
    step = len(scores) // max(PARTITION, 2 * rank)
    if step > 1:  # what a sample reaches, all reach; partition is slow, comparing is quick
        scores = scores[scores >= kth_largest(scores[::step], rank)]
    at = len(scores) - rank
    scores = scores.copy()  # numpy.partition makes one, too, but takes three times as long for a few
    scores.partition(at)
    return float(scores[at])
