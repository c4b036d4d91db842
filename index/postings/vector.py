"""The reader for long-lived processes: the same file, methods and scores, in numpy.

What is added to a paragraph's score is added in the same order and rounds the same as in ``plain``, so
both readers give the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from index.postings.format import MappedIndex
from index.postings.lists import Lists, Scores
from index.postings.maxscore import Search
from index.postings.plain import Postings
from index.postings.terms import Asked
from index.postings.whole import WHOLE, score_all


class VectorPostings(Postings):
    """``Postings`` answered with numpy; safe in threads."""

    def __init__(self, file: MappedIndex, mean: float | None = None) -> None:
        super().__init__(file, mean)
        self._term_lists = Lists(self._file, self._mean)
        self._spare: list[Scores] = []  # score buffers not in use, all zeros

    def best(
        self, asked: Sequence[Asked], limit: int, allowed: Iterable[int] | None = None
    ) -> list[tuple[int, float]]:
        """See ``Postings.best``."""
        plan = self._plan(asked)
        if limit <= 0 or not plan:
            return []
        mask = None if self._alive is None else np.frombuffer(self._alive, np.bool_)
        if allowed is not None:
            mask = np.zeros(self.size, np.bool_)
            mask[np.fromiter(allowed, np.int64)] = True
        try:
            buffer = self._spare.pop()  # one step, so that no two threads get the same
        except IndexError:
            buffer = np.zeros(self.size)
        if self.size <= WHOLE:
            numbers, scores = score_all(self._term_lists, plan, limit, mask, buffer)
        else:
            numbers, scores = Search(self._term_lists, plan, limit, mask, buffer).run()
        self._spare.append(buffer)  # not after an error, when it may hold scores
        constant = sum(one.factor for one in asked) * self.delta
        best = sorted(zip((-scores).tolist(), numbers.tolist(), strict=True))[:limit]
        return [(number, constant - score) for score, number in best]
