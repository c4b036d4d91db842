"""The reader for long-lived processes: the same file, methods and scores, in numpy.

What is added to a paragraph's score is added in the same order and rounds the same as in ``plain``, so
both readers give the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.embedded.postings.format import MappedIndex
from index.embedded.postings.lists import Lists, Numbers, Scores
from index.embedded.postings.maxscore import Search
from index.embedded.postings.plain import Postings
from index.embedded.postings.term_file import Asked, Wanted
from index.embedded.postings.whole import pays, score_all


class VectorPostings(Postings):
    """``Postings`` answered with numpy; safe in threads."""

    def __init__(self, file: MappedIndex, mean: float | None = None) -> None:
        super().__init__(file, mean)
        self._term_lists = Lists(self._file, self._mean, self._stretch)
        self._spare: list[NDArray[np.uint32]] = []  # buffer not in use

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
        if pays(self.size, frequent=plan[-1].frequent):
            numbers, scores = score_all(self._term_lists, plan, limit, mask)
        else:
            numbers, scores = self._search(plan, limit, mask)
        constant = sum(one.factor for one in asked) * self.delta
        best = sorted(zip((-scores).tolist(), numbers.tolist(), strict=True))[:limit]
        return [(number, constant - score) for score, number in best]

    def _search(
        self, plan: Sequence[Wanted], limit: int, mask: NDArray[np.bool_] | None
    ) -> tuple[Numbers, Scores]:
        try:
            buffer = self._spare.pop()  # one step, so that no two threads get the same
        except IndexError:
            buffer = np.empty(self.size, np.uint32)
        found = Search(self._term_lists, plan, limit, mask, buffer).run()
        self._spare.append(buffer)
        return found
