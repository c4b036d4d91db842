"""The reader for long-lived processes: the same file, methods and scores, in numpy.

What is added to a paragraph's score is added in the same order and rounds the same as in ``plain``, so
both readers give the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from index.postings.lists import Lists, Scores
from index.postings.maxscore import Search
from index.postings.plain import Postings


class VectorPostings(Postings):
    """``Postings`` answered with numpy; safe in threads."""

    def __init__(self, path: Path, *, verify: bool = False) -> None:
        super().__init__(path, verify=verify)
        self._term_lists = Lists(self._file)
        self._spare: list[Scores] = []  # score buffers not in use, all zeros

    def search(
        self, terms: Sequence[tuple[str, float]], limit: int, allowed: Iterable[int] | None = None
    ) -> list[tuple[int, float]]:
        """See ``Postings.search``."""
        plan = self._wanted(terms)
        if limit <= 0 or not plan:
            return []
        mask = None
        if allowed is not None:
            mask = np.zeros(self.size, np.bool_)
            mask[np.fromiter(allowed, np.int64)] = True
        try:
            buffer = self._spare.pop()  # one step, so that no two threads get the same
        except IndexError:
            buffer = np.zeros(self.size)
        numbers, scores = Search(self._term_lists, plan, limit, mask, buffer).run()
        self._spare.append(buffer)  # not after an error, when it may hold scores
        constant = sum(wanted.factor for wanted in plan) * self.delta
        best = sorted(zip((-scores).tolist(), numbers.tolist(), strict=True))[:limit]
        return [(number, constant - score) for score, number in best]
