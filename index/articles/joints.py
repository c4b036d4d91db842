"""How likely another page begins with a line of a file, all signs for it and against it taken together."""

from __future__ import annotations

import math

from index.articles.joint_signs import JointSigns
from index.articles.joint_weights import NONE, WEIGHTS
from index.articles.page_lines import PageLines


class Joints:
    """The lines of a file, and how likely a page begins with each."""

    def __init__(self, file: PageLines) -> None:
        self._signs = JointSigns(file)

    def likelihood(self, at: int, rule: str | None) -> float:
        """Return how likely a page begins with a line; ``rule`` is what its looks alone say."""
        if not self._signs.may_begin(at):
            return 0.0
        total = NONE + math.fsum(WEIGHTS.get(sign, 0.0) for sign in self._signs.of(at, rule))
        return 1 / (1 + math.exp(-total))
