"""The best paragraphs for one question, a whole list at a time. Exact: nothing is skipped that could count.

After MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995), a term after the
other: once the terms left cannot lift a new paragraph among the best, they are only looked up for those
found. What counts as "among the best" is learnt early by completing the scores of some good paragraphs.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from index.postings.lists import Lists, Numbers, Scores, TermList
from index.postings.plain import SLACK
from index.postings.terms import Wanted

# A quarter to four times each were tried on 100,000 and a million paragraphs; none was quicker on both.
DEAR = 4096  # a list as long as this is worth finding a better floor for
POOL = 8  # paragraphs completed for a floor, for each that is asked for
AT_ONCE = 1024  # up to so many paragraphs, all frequent terms left are looked up at once
SCAN = 32  # a list with fewer paragraphs than this for each looked up is spread out, not searched
PARTITION = 256  # scores partitioned at once
SAMPLE = 1 << 14  # paragraphs looked at for a first floor
BYTE = 255
_NONE = np.empty(0, np.int64)


class Search:
    """One question; ``buffer`` holds a score for every paragraph, all zeros before and after."""

    def __init__(
        self,
        lists: Lists,
        plan: Sequence[Wanted],
        limit: int,
        mask: NDArray[np.bool_] | None,
        buffer: Scores,
    ) -> None:
        self._lists, self._plan, self._limit, self._mask, self._buffer = lists, plan, limit, mask, buffer
        self._rest = [*accumulate((wanted.bound for wanted in reversed(plan)), initial=0.0)][::-1]
        self._rare = sum(not wanted.frequent for wanted in plan)  # come first
        self._floor = 0.0  # a score that ``limit`` paragraphs reach for certain
        self._decoded: dict[int, Numbers] = {}
        self._added: list[Numbers] = []  # what is not zero in the buffer
        self._found: list[Numbers] = []  # those that may be among the best
        self._repeated: list[Numbers] = []  # those found by more than one term

    def run(self) -> tuple[Numbers, Scores]:
        """Return paragraphs and their scores; the best ``limit`` are among them."""
        place = 0
        while place < self._rare:
            if place and self._plan[place].record.frequency >= DEAR:
                self._raise_floor(place)
            if self._rest[place] < self._sure:
                break
            self._add(place)
            place += 1
        else:
            if place < len(self._plan):
                self._add_frequent()
        found = _joined(self._found)
        scores = self._buffer[found]
        for numbers in self._added:
            self._buffer[numbers] = 0.0
        return self._look_up(place, found, scores)

    @property
    def _sure(self) -> float:
        """The floor, less what rounding may add up to."""
        return self._floor * (1 - SLACK)

    def _add(self, place: int) -> None:
        """Add a term's share to every paragraph that holds it."""
        buffer, wanted = self._buffer, self._plan[place]
        numbers, counts = self._numbers(place), self._lists.counts_at(self._list(place))
        if self._mask is not None:
            chosen = self._mask[numbers]
            numbers, counts = numbers[chosen], counts[chosen]
        shares = self._lists.shares(wanted.factor, self._lists.norms()[numbers], counts)
        if self._added:
            before = buffer[numbers]
            new = before == 0.0
            self._repeated.append(numbers[~new])
            least = self._sure - self._rest[place + 1]
            if least > 0:
                new &= shares >= least
            self._found.append(numbers[new])
            before += shares
            buffer[numbers] = before
        else:
            buffer[numbers] = shares
            self._found.append(numbers)
        self._added.append(numbers)

    def _add_frequent(self) -> None:
        """Find the paragraphs that the frequent terms alone can lift to the floor; their scores stay 0.

        A byte a paragraph sums up, rounded upwards, the bounds of the frequent terms it holds.
        """
        if self._found:
            self._raise_floor(self._rare)
        bound, frequent = self._rest[self._rare], self._plan[self._rare :]
        if bound < self._sure:
            return
        if len(frequent) > BYTE // 2:  # rounding would take the byte up
            sums, unit = np.full(len(self._buffer), BYTE, np.uint8), bound / BYTE
        else:
            unit = bound / (BYTE - len(frequent))
            sums = self._sums([math.ceil(wanted.bound / unit) for wanted in frequent])
        if self._mask is not None:
            sums *= self._mask
        if self._floor == 0.0:
            self._raise_floor_by(sums)
        numbers = (sums >= max(1, int(self._sure / unit))).nonzero()[0]
        self._found.append(numbers[self._buffer[numbers] == 0.0] if self._found else numbers)

    def _sums(self, values: Sequence[int]) -> NDArray[np.uint8]:
        """Return for every paragraph the sum of the values of the frequent terms it holds."""
        sums = np.zeros(len(self._buffer), np.uint8)
        holds, value_held = np.empty(len(sums), np.bool_), np.empty(len(sums), np.uint8)
        for value, wanted in zip(values, self._plan[self._rare :], strict=True):
            np.not_equal(self._lists.spread(wanted.record), 0, out=holds)
            np.multiply(holds, np.uint8(value), out=value_held)
            sums += value_held
        return sums

    def _raise_floor_by(self, sums: NDArray[np.uint8]) -> None:
        """Learn a first floor from a sample of paragraphs that hold much."""
        step, size = 1 + len(sums) // SAMPLE, POOL * self._limit
        sample = sums[::step]
        reach = np.bincount(sample, minlength=BYTE + 1)[::-1].cumsum()  # how many have 255, 254 or more ...
        least = max(1, BYTE - int(reach.searchsorted(size)))
        self._complete(self._rare, (sample >= least).nonzero()[0][: 4 * size] * step)

    def _raise_floor(self, place: int) -> None:
        """Complete the best of those found so far."""
        size = POOL * self._limit
        pool = _joined(self._repeated)
        if len(pool) < size:
            pool = np.concatenate((pool, self._best_of(self._found[0], size)))
        self._complete(place, self._best_of(_ascending(pool), size))

    def _best_of(self, numbers: Numbers, size: int) -> Numbers:
        """Return those ``size``, or some more, with the best scores so far, in the same order."""
        if len(numbers) <= size:
            return numbers
        scores = self._buffer[numbers]
        return numbers[scores >= kth_largest(scores, size)]

    def _complete(self, place: int, pool: Numbers) -> None:
        """Raise the floor to what ``limit`` of some ascending paragraphs reach with all terms."""
        if len(pool) < self._limit:
            return
        scores, norms = self._buffer[pool], self._lists.norms()[pool]
        while place < len(self._plan):
            place, shares = self._shares_of(place, pool, norms, at_once=True)
            for row in shares:
                scores += row
        self._floor = max(self._floor, kth_largest(scores, self._limit))

    def _look_up(self, place: int, found: Numbers, scores: Scores) -> tuple[Numbers, Scores]:
        """Add the terms left to the scores of those found, leaving out what cannot reach the floor."""
        norms: Scores | None = None
        while place < len(self._plan):
            if len(found) > self._limit and len(found) > AT_ONCE:
                self._floor = max(self._floor, kth_largest(scores, self._limit))
            chosen = (scores >= self._sure - self._rest[place]).nonzero()[0]
            found, scores = found[chosen], scores[chosen]
            norms = self._lists.norms()[found] if norms is None else norms[chosen]
            place, shares = self._shares_of(place, found, norms, at_once=len(found) <= AT_ONCE)
            for row in shares:
                scores += row
        least = self._sure
        if len(found) > POOL * self._limit:
            least = max(least, kth_largest(scores, self._limit))
        chosen = (scores >= least).nonzero()[0]
        return found[chosen], scores[chosen]

    def _shares_of(self, place: int, numbers: Numbers, norms: Scores, *, at_once: bool) -> tuple[int, Scores]:
        """Return the shares of some paragraphs in the next term, or in all frequent ones left.

        First the place after the terms, then a row for each term, 0 where a paragraph does not hold it.
        """
        lists, wanted = self._lists, self._plan[place]
        if place >= self._rare:
            terms = self._plan[place:] if at_once else self._plan[place : place + 1]
            counts = np.array([lists.counts_in(term.record, numbers) for term in terms])
            factors = np.array([[term.factor] for term in terms])
            return place + len(terms), lists.shares(factors, norms, counts)
        held = self._numbers(place)
        if len(numbers) * SCAN < wanted.record.frequency:
            at: Numbers = held.searchsorted(numbers)
            hits = (held.take(at, mode="clip") == numbers).nonzero()[0]
            at = at[hits]
        else:
            places = np.zeros(len(self._buffer), np.int64)
            places[held] = np.arange(1, len(held) + 1)
            at = places[numbers]
            hits = at.nonzero()[0]
            at = at[hits] - 1
        row = np.zeros(len(numbers))
        row[hits] = lists.shares(wanted.factor, norms[hits], lists.counts_at(self._list(place), at))
        return place + 1, row[None]

    def _list(self, place: int) -> TermList:
        return self._lists.of(self._plan[place].record)

    def _numbers(self, place: int) -> Numbers:
        numbers = self._decoded.get(place)
        if numbers is None:
            numbers = self._decoded[place] = self._list(place).numbers()
        return numbers


def kth_largest(scores: Scores, rank: int) -> float:
    """Return the ``rank``-th largest of at least so many scores."""
    step = len(scores) // max(PARTITION, 2 * rank)
    if step > 1:  # what a sample reaches, all reach; partition is slow, comparing is quick
        scores = scores[scores >= kth_largest(scores[::step], rank)]
    at = len(scores) - rank
    scores = scores.copy()  # numpy.partition makes one, too, but takes three times as long for a few
    scores.partition(at)
    return float(scores[at])


def _joined(numbers: Sequence[Numbers]) -> Numbers:
    return numbers[0] if len(numbers) == 1 else np.concatenate((_NONE, *numbers))


def _ascending(numbers: Numbers) -> Numbers:
    """Return numbers in order, each once; quicker for few than numpy.unique."""
    if len(numbers) == 0:
        return numbers
    numbers = np.sort(numbers)
    new = np.empty(len(numbers), np.bool_)
    new[0] = True
    np.not_equal(numbers[1:], numbers[:-1], out=new[1:])
    return numbers[new]
