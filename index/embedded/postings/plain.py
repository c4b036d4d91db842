"""The reader that needs the standard library only: no start-up, for one question at a time.

Exact pruning after MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995):
terms are added up strongest first; once the terms left cannot lift a new paragraph among the best,
they are only looked up for paragraphs already found. Frequent terms are looked up only, for those and for
paragraphs that the sum of their bounds lifts among the best.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import accumulate, compress

from index.embedded.postings.format import MappedIndex, Section
from index.embedded.postings.plain_lists import PlainLists
from index.embedded.postings.term_file import GRAIN, GRID, Asked, Wanted

SLACK = 1e-9  # share of a score that rounding cannot reach, whatever the order of addition
_HOPEFUL = 0.25  # of the best score so far, for all terms left; of 0.25 to 4 the quickest at 100,000
POOL = 4  # paragraphs completed for a floor, for each that is asked for
SUMMED = 127  # frequent terms whose bounds fit a byte together, each rounded upwards
# Postings of all terms together up to which adding them up takes less time than finding out which need not
# be: of 1,500 to 6,000 the quickest for 500 to 16,000 paragraphs, with and without common words.
WHOLE = 3_000
DEAR = 10  # how many times longer it takes to look up a paragraph in a term's list than to read one
FEW = 64  # paragraphs whose lengths are checked one by one, not as a range,
NEAR = 1 << 14  # unless they stand so near one another
SORTED = 8  # times as many as are asked for: more are sooner sifted than sorted


class Postings(PlainLists):
    """An inverted index on disk. Paragraphs are numbered from 0 in the order they were built from.

    Scores are those of ``rank_bm25.BM25Plus`` over the same token lists. Every method raises
    ``StoreDamaged`` when the bytes it needs are not what was written.
    """

    def __init__(self, file: MappedIndex, mean: float | None = None) -> None:
        super().__init__(file, mean)
        self._lengths = self._file.section(Section.LENGTHS, "I")
        self._gain = self.k1 + 1
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
        rare = sum(not wanted.frequent for wanted in plan)  # come first
        scores: dict[int, float] = {}
        floor, added = 0.0, 0
        whole = sum(wanted.record.frequency for wanted in plan) <= WHOLE
        while added < (len(plan) if whole or len(plan) - rare > SUMMED else rare):
            if not whole and len(scores) >= limit and rest[added] < _HOPEFUL * max(scores.values()):
                floor = max(floor, self._floor(scores, plan[added:], limit))
                if rest[added] < floor * (1 - SLACK):
                    break
            self._add(scores, plan[added], mask)
            added += 1
        if added == rare < len(plan):
            if len(scores) >= limit:
                floor = max(floor, self._floor(scores, plan[rare:], limit))
            if rest[rare] >= floor * (1 - SLACK):
                floor = self._add_frequent(scores, plan[rare:], floor, limit, mask)
        for place in range(added, len(plan)):
            least = (floor - rest[place]) - SLACK * floor
            scores = {number: score for number, score in scores.items() if score >= least}
            self._look_up(scores, plan[place])
        constant = sum(one.factor for one in asked) * self.delta
        return [(number, constant + scores[number]) for number in _best_of(scores, limit)]

    def holding(self, terms: Iterable[str]) -> list[int]:
        """Return the living paragraphs that hold the rarest of some terms; see ``Segments.holding``."""
        records = [self._record(term) for term in terms]
        known = sorted((record for record in records if record), key=lambda record: record.frequency)
        if not known or len(known) < len(records):
            return []
        numbers, _ = self._read(known[0])
        for record in known[1:]:
            if len(numbers) <= FEW:
                break
            if DEAR * len(numbers) > record.frequency:  # to read all is sooner done than to look up each
                held = set(self._read(record)[0])
                numbers = [number for number in numbers if number in held]
            else:
                numbers, _ = self._counts_in(record, numbers)
        alive = self._alive
        return numbers if alive is None else [number for number in numbers if alive[number]]

    def _mask(self, allowed: Iterable[int]) -> bytearray:
        mask = bytearray(self.size)
        for number in allowed:
            mask[number] = 1
        return mask

    def _add_frequent(
        self,
        scores: dict[int, float],
        frequent: Sequence[Wanted],
        floor: float,
        limit: int,
        mask: bytearray | None,
    ) -> float:
        """Add what frequent terms may lift to the floor, drop what they may not; return the floor."""
        from index.embedded.postings.sums import sum_up  # start-up: few questions need it

        codes = [self._spread(wanted.record) for wanted in frequent]
        sums = sum_up(codes, [self._bounds(wanted) for wanted in frequent], mask)
        if len(scores) < limit:
            best = dict.fromkeys(sums.reaching(sums.best(limit))[: POOL * limit], 0.0)
            if len(best) >= limit:
                for wanted in frequent:
                    self._look_up(best, wanted)
                floor = nlargest(limit, best.values())[-1]
        least = floor * (1 - SLACK)
        for number in sums.reaching(least):
            scores.setdefault(number, 0.0)
        hopeless = [
            number for number, score in scores.items() if score + sums.unit * sums.each[number] < least
        ]
        for number in hopeless:
            del scores[number]
        return floor

    def _bounds(self, wanted: Wanted) -> list[float]:
        """Return for each code the most that a term adds to a score."""
        factor = wanted.factor * self._stretch
        most = [min(wanted.bound, factor * bound + GRAIN) for bound in self._meaning.bounds]
        return [0.0, *most[1:]]

    def _floor(self, scores: dict[int, float], left: Iterable[Wanted], limit: int) -> float:
        """Return a score that ``limit`` paragraphs surely reach: the best so far, with all terms."""
        best = {number: scores[number] for number in nlargest(limit, scores, key=scores.__getitem__)}
        for wanted in left:
            self._look_up(best, wanted)
        return min(best.values())

    def _add(self, scores: dict[int, float], wanted: Wanted, mask: bytearray | None) -> None:
        """Add a term's share to every paragraph that holds it."""
        numbers, counts = self._read_counts(wanted.record)
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
        if len(numbers) > FEW or (numbers and numbers[-1] - numbers[0] < NEAR):
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


def _best_of(scores: Mapping[int, float], limit: int) -> list[int]:
    """Return the ``limit`` numbers with the best scores, best first, ties by smaller number."""
    numbers: Iterable[int] = scores
    if len(scores) > SORTED * limit:
        least = nlargest(limit, scores.values())[-1]
        numbers = [number for number, score in scores.items() if score >= least]
    return sorted(sorted(numbers), key=scores.__getitem__, reverse=True)[:limit]


class _Norms(dict[int, float]):
    """BM25's length norm by the number of words, computed when first asked for."""

    def __init__(self, k1: float, b: float, mean: float) -> None:
        super().__init__()
        self._k1, self._b, self._mean = k1, b, mean

    def __missing__(self, words: int) -> float:
        norm = self[words] = self._k1 * (1 - self._b + self._b * words / self._mean)
        return norm
