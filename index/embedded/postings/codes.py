"""What a posting's byte means: how often the term stands in the paragraph, and a bound of what that adds.

Each count up to 16 has some bytes of its own, one for each class of paragraph lengths, so that the byte
alone tells the most that BM25's saturated count can be there. These are block maxima (Ding and Suel,
"Faster top-k document retrieval using block-max indexes", 2011) with blocks of one paragraph, at the price
of the count that has to be kept anyway. Those of longer blocks do not pay: for frequent terms, maxima of 64
paragraphs would leave 9 per cent of a million paragraphs to be looked at, and 35 of 100,000, where bits of
who holds which term leave 0.4 and 1.1. The table is written into the file: no other machine's rounding can
misread it.
"""

from __future__ import annotations

from index.embedded.postings.format import ABSENT, OVERFLOW, Meaning

# Length classes of the counts 1, 2, ...: together all bytes that are left. The bounds of neighbouring
# classes differ by 5 per cent for the counts 1 and 2, by 11 for 8, by 28 for 16, with rank_bm25's k1 and b.
CLASSES = (56, 40, 30, 24, 19, 16, 13, 11, 9, 8, 7, 6, 5, 4, 3, 3)
MOST = len(CLASSES)
LONGEST = 16  # times the mean length: longer paragraphs are in the last class
_ROUND = 1 + 1e-9  # a bound stays one whatever rounding does


def make_meaning(k1: float, b: float) -> Meaning:
    """Return the bytes' meaning for BM25 with k1 and b."""
    low, high = k1 * (1 - b), k1 * (1 - b + b * LONGEST)  # length norms of the shortest and the longest
    bounds, counts = [0.0], bytearray([ABSENT])
    for count, classes in enumerate(CLASSES, start=1):
        most, least = (_saturated(k1, norm, count) for norm in (low, high))
        step = (least / most) ** (1 / classes)
        bounds.extend(most * step**place * _ROUND for place in reversed(range(classes)))
        counts += bytes([count]) * classes
    bounds.append((k1 + 1) * _ROUND)
    return Meaning(tuple(bounds), bytes(counts) + bytes([OVERFLOW]))


def _saturated(k1: float, norm: float, count: int) -> float:
    return count * (k1 + 1) / (norm + count)
