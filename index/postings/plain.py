"""The reader that needs the standard library only: no start-up, for one question at a time.

Exact pruning after MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995):
terms are added up strongest first; once the terms left cannot lift a new paragraph among the best,
they are only looked up for paragraphs already found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from heapq import nlargest, nsmallest
from itertools import accumulate, compress

from index.postings.codes import OVERFLOW
from index.postings.format import (
    CHUNK_BITS,
    MappedIndex,
    Record,
    Section,
    Shape,
    chunks_of,
    is_frequent,
    shape_of,
)
from index.postings.terms import GRID, Asked, Terms, Wanted

SLACK = 1e-9  # share of a score that rounding cannot reach, whatever the order of addition
_HOPEFUL = 0.25  # of the best score so far, for all terms left; of 0.25 to 4 the quickest at 100,000
FEW = 64  # paragraphs whose lengths are checked one by one, not as a range


class Postings(Terms):
    """An inverted index on disk. Paragraphs are numbered from 0 in the order they were built from.

    Scores are those of ``rank_bm25.BM25Plus`` over the same token lists. Every method raises
    ``StoreDamaged`` when the bytes it needs are not what was written.
    """

    def __init__(self, file: MappedIndex, mean: float | None = None) -> None:
        super().__init__(file, mean)
        self._lengths = self._file.section(Section.LENGTHS, "I")
        self._codes = self._file.section(Section.CODES, "B")
        self._low = self._file.section(Section.LOW, "H")
        self._wide = self._file.section(Section.WIDE, "I")
        self._over = self._file.section(Section.OVER, "Q")
        self._chunks = chunks_of(self.size)
        self._gain = self.k1 + 1
        self._count_of = self._file.meaning().counts
        self._norms = _Norms(self.k1, self.b, self._mean)
        self._alive: bytearray | None = None

    def bury(self, dead: Iterable[tuple[int, int]]) -> None:
        """Leave paragraphs out of every search: ascending ranges. Frequencies still count them."""
        alive = bytearray(b"\1") * self.size
        for start, stop in dead:
            alive[start:stop] = bytes(stop - start)
        self._alive = alive if 0 in alive else None

    def search(
        self, terms: Sequence[tuple[str, float]], limit: int, allowed: Iterable[int] | None = None
    ) -> list[tuple[int, float]]:
        """Return the ``limit`` best paragraphs as (number, score), best first, ties by smaller number.

        ``terms`` are pairs (term, weight); a paragraph's score is the sum of weight times BM25Plus of
        each, where BM25Plus adds idf * delta for a known term to every paragraph. Only paragraphs that
        hold one of the terms with a weight above 0 are returned, and only those among ``allowed`` where
        it is given: numbers of paragraphs, in any order.
        """
        return self.best(self.asked(terms), limit, allowed)

    def best(
        self, asked: Sequence[Asked], limit: int, allowed: Iterable[int] | None = None
    ) -> list[tuple[int, float]]:
        """Return the best paragraphs of this file for terms weighed by the whole index; see ``search``."""
        plan = self._plan(asked)
        if limit <= 0:
            return []
        mask = self._alive if allowed is None else self._mask(allowed)
        rest = [*accumulate((wanted.bound for wanted in reversed(plan)), initial=0.0)][::-1]
        scores: dict[int, float] = {}
        floor, added = 0.0, 0
        for added, wanted in enumerate(plan):
            if len(scores) >= limit and self._pays(wanted, rest[added], max(scores.values())):
                floor = max(floor, self._floor(scores, plan[added:], limit))
                if rest[added] < floor * (1 - SLACK):
                    break
            self._add(scores, wanted, mask)
        else:
            added = len(plan)
        for place in range(added, len(plan)):
            least = (floor - rest[place]) - SLACK * floor
            scores = {number: score for number, score in scores.items() if score >= least}
            self._look_up(scores, plan[place])
        constant = sum(one.factor for one in asked) * self.delta
        best = nsmallest(limit, ((-score, number) for number, score in scores.items()))
        return [(number, constant - score) for score, number in best]

    def _mask(self, allowed: Iterable[int]) -> bytearray:
        mask = bytearray(self.size)
        for number in allowed:
            mask[number] = 1
        return mask

    def _pays(self, wanted: Wanted, rest: float, best: float) -> bool:
        """Whether to find the floor before a term is added: it costs about as much as to add a rare one."""
        return is_frequent(wanted.record.frequency, self.size) or rest < _HOPEFUL * best

    def _floor(self, scores: dict[int, float], left: Iterable[Wanted], limit: int) -> float:
        """Return a score that ``limit`` paragraphs surely reach: the best so far, with all terms."""
        best = {number: scores[number] for number in nlargest(limit, scores, key=scores.__getitem__)}
        for wanted in left:
            self._look_up(best, wanted)
        return min(best.values())

    def _add(self, scores: dict[int, float], wanted: Wanted, mask: bytearray | None) -> None:
        """Add a term's share to every paragraph that holds it."""
        numbers, counts = self._read(wanted.record)
        if mask is not None:
            chosen = [mask[number] for number in numbers]
            counts = list(compress(counts, chosen))
            numbers = list(compress(numbers, chosen))
        shares = self._shares(wanted.factor, numbers, counts)
        if scores:
            get = scores.get
            scores.update(
                [(number, get(number, 0.0) + share) for number, share in zip(numbers, shares, strict=True)]
            )
        else:
            scores.update(zip(numbers, shares, strict=True))

    def _look_up(self, scores: dict[int, float], wanted: Wanted) -> None:
        """Add a term's share to those of ``scores`` that hold it."""
        numbers = sorted(scores)
        numbers, counts = self._counts_in(wanted.record, numbers)
        for number, share in zip(numbers, self._shares(wanted.factor, numbers, counts), strict=True):
            scores[number] += share

    def _shares(self, factor: float, numbers: Sequence[int], counts: Sequence[int]) -> list[float]:
        """Return factor * BM25's saturated count for paragraphs that hold a term ``counts`` times."""
        if len(numbers) > FEW:
            self._file.check(Section.LENGTHS, 4 * numbers[0], 4 * numbers[-1] + 4)
        else:
            for number in numbers:
                self._file.check(Section.LENGTHS, 4 * number, 4 * number + 4)
        norms, gain = self._norms, self._gain
        lengths = map(self._lengths.__getitem__, numbers)
        return [
            (factor * ((count * gain) / (norms[length] + count)) + GRID) - GRID
            for count, length in zip(counts, lengths, strict=True)
        ]

    def _read(self, record: Record) -> tuple[list[int], Sequence[int]]:
        """Return the paragraphs of a term, ascending, and how often each holds it."""
        shape = shape_of(record.frequency, self.size)
        if shape is Shape.DENSE:
            everywhere = self._read_counts(record.codes, self.size)
            return [*compress(range(self.size), everywhere)], [*filter(None, everywhere)]
        counts = self._read_counts(record.codes, record.frequency)
        if shape is Shape.PLAIN:
            start, stop = record.wide, record.wide + record.frequency
            self._file.check(Section.WIDE, 4 * start, 4 * stop)
            return self._wide[start:stop].tolist(), counts
        start, stop = record.low, record.low + record.frequency
        self._file.check(Section.LOW, 2 * start, 2 * stop)
        low = self._low[start:stop].tolist()
        ends = self._chunk_ends(record)
        numbers = low[: ends[0]]
        for chunk in range(1, self._chunks):
            base = chunk << CHUNK_BITS
            numbers += [base + number for number in low[ends[chunk - 1] : ends[chunk]]]
        return numbers, counts

    def _chunk_ends(self, record: Record) -> list[int]:
        self._file.check(Section.WIDE, 4 * record.wide, 4 * (record.wide + self._chunks))
        return self._wide[record.wide : record.wide + self._chunks].tolist()

    def _read_counts(self, start: int, size: int) -> Sequence[int]:
        self._file.check(Section.CODES, start, start + size)
        counts = bytes(self._codes[start : start + size]).translate(self._count_of)
        if not self._over or OVERFLOW not in counts:
            return counts
        return [self._count_at(start + at) if n == OVERFLOW else n for at, n in enumerate(counts)]

    def _count_at(self, at: int) -> int:
        """Return the count at a position of CODES."""
        self._file.check(Section.CODES, at, at + 1)
        count = self._count_of[self._codes[at]]
        if count < OVERFLOW:
            return count
        self._file.check(Section.OVER, 0, self._over.nbytes)
        pair = bisect_left(range(len(self._over) // 2), at, key=lambda pair: self._over[2 * pair])
        return self._over[2 * pair + 1]

    def _counts_in(self, record: Record, numbers: list[int]) -> tuple[list[int], list[int]]:
        """Return those of some ascending ``numbers`` that hold a term, and how often each does."""
        shape = shape_of(record.frequency, self.size)
        if shape is Shape.DENSE:
            places = [record.codes + number for number in numbers]
        elif shape is Shape.PLAIN:
            places = self._places_in_wide(record, numbers)
        else:
            places = self._places_in_low(record, numbers)
        found = [(number, self._count_at(at)) for number, at in zip(numbers, places, strict=True) if at >= 0]
        found = [(number, count) for number, count in found if count]
        return [number for number, _ in found], [count for _, count in found]

    def _places_in_wide(self, record: Record, numbers: list[int]) -> list[int]:
        """Return the places in CODES of a PLAIN term's ``numbers``, -1 for those that do not hold it."""
        start, stop = record.wide, record.wide + record.frequency
        self._file.check(Section.WIDE, 4 * start, 4 * stop)
        wide, places = self._wide, []
        at = start
        for number in numbers:
            at = bisect_left(wide, number, at, stop)
            places.append(record.codes + at - start if at < stop and wide[at] == number else -1)
        return places

    def _places_in_low(self, record: Record, numbers: list[int]) -> list[int]:
        """Return the places in CODES of a CHUNKED term's ``numbers``, -1 for those that do not hold it."""
        low, places = self._low, []
        ends = [0, *self._chunk_ends(record)]
        chunk, at, stop = -1, 0, 0
        for number in numbers:
            if number >> CHUNK_BITS != chunk:
                chunk = number >> CHUNK_BITS
                at, stop = record.low + ends[chunk], record.low + ends[chunk + 1]
                self._file.check(Section.LOW, 2 * at, 2 * stop)
            place = number & ((1 << CHUNK_BITS) - 1)
            at = bisect_left(low, place, at, stop)
            places.append(record.codes + at - record.low if at < stop and low[at] == place else -1)
        return places


class _Norms(dict[int, float]):
    """BM25's length norm by the number of words, computed when first asked for."""

    def __init__(self, k1: float, b: float, mean: float) -> None:
        super().__init__()
        self._k1, self._b, self._mean = k1, b, mean

    def __missing__(self, words: int) -> float:
        norm = self[words] = self._k1 * (1 - self._b + self._b * words / self._mean)
        return norm
