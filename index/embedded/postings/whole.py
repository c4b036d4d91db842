"""The best paragraphs of a small library: every paragraph is scored. Exact, as everything here.

What pruning costs for each question is more, there, than what it saves.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.embedded.postings.lists import Lists, Numbers, Scores
from index.embedded.postings.maxscore import POOL, kth_largest
from index.embedded.postings.term_file import Wanted

# Paragraphs up to which this is the quicker way, for questions with a frequent term (64 microseconds against
# 137 at 10,000, 112 against 160 at 20,000, a tenth slower at 40,000), and for those without (22 against 29 at
# 1,000, 53 against 34 at 10,000).
WHOLE = 25_000
WHOLE_FOR_RARE = 3_500


def pays(size: int, *, frequent: bool) -> bool:
    """Return whether to score every paragraph of a library for a question with or without a frequent term."""
    return size <= (WHOLE if frequent else WHOLE_FOR_RARE)


def score_all(
    lists: Lists, plan: Sequence[Wanted], limit: int, mask: NDArray[np.bool_] | None
) -> tuple[Numbers, Scores]:
    """Return paragraphs and their scores; the best ``limit`` are among them."""
    buffer = np.zeros(lists.size)
    for wanted in plan:
        numbers, shares = lists.all_shares(wanted.record, wanted.factor, spread=wanted.frequent)
        if wanted.frequent:
            buffer += shares
        else:
            buffer[numbers] += shares
    if mask is not None:
        buffer *= mask
    most = max((wanted.record.frequency for wanted in plan), default=0)
    if mask is None and most > len(buffer) // 4 and len(buffer) > POOL * limit:
        found = (buffer >= kth_largest(buffer, limit)).nonzero()[0]
    else:  # picking the best is slow where most are equal, which zeros are
        found = buffer.nonzero()[0]
        if len(found) > POOL * limit:
            found = found[buffer[found] >= kth_largest(buffer[found], limit)]
    scores = buffer[found]
    held = scores > 0.0
    return found[held], scores[held]
