"""The paragraphs of a term as numpy arrays: views of the mapped file, decoded when asked for."""

from __future__ import annotations

from threading import Lock

import numpy as np
from numpy.typing import NDArray

from index.postings.format import (
    CHUNK_BITS,
    OVERFLOW,
    MappedIndex,
    Record,
    Section,
    Shape,
    chunks_of,
    shape_of,
)
from index.postings.terms import GRID
from index.values import frozen

Numbers = NDArray[np.int64]
Scores = NDArray[np.float64]
_SPREAD_BYTES = 1 << 26  # kept of frequent terms that are not DENSE in the file
_NONE = np.empty(0, np.int64)
_KNOWN_LISTS = 20_000  # views remembered, none of which holds data: some 10 MB


@frozen
class TermList:
    """The paragraphs of one term; what is read of the file is checked."""

    record: Record
    counts: NDArray[np.uint8]  # one for each paragraph that holds it
    places: NDArray[np.uint16] | NDArray[np.uint32]
    sizes: NDArray[np.uint32]  # of the chunks; empty where the places are the numbers themselves

    def numbers(self) -> Numbers:
        """Return the paragraphs that hold the term, ascending."""
        numbers = self.places.astype(np.int64)
        if len(self.sizes) > 1:
            numbers += (np.arange(len(self.sizes)) << CHUNK_BITS).repeat(self.sizes)
        return numbers


class Lists:
    """The lists of an index file."""

    def __init__(self, file: MappedIndex, mean: float) -> None:
        self._file, self._mean = file, mean
        self._size = file.header.size
        self._chunks = chunks_of(self._size)
        self._counts = np.frombuffer(file.section(Section.COUNTS, "B"), np.uint8)
        self._low = np.frombuffer(file.section(Section.LOW, "H"), np.uint16)
        self._wide = np.frombuffer(file.section(Section.WIDE, "I"), np.uint32)
        self._over = np.frombuffer(file.section(Section.OVER, "Q"), np.uint64).reshape(-1, 2)
        self._known: dict[int, TermList] = {}
        self._lock = Lock()
        self._norms: Scores | None = None
        self._gain = file.header.k1 + 1
        self._spread: dict[int, NDArray[np.uint8]] = {}
        self._dense: dict[int, NDArray[np.uint8]] = {}  # views of what the file has spread out
        self._shared: dict[tuple[int, float, bool], tuple[Numbers, Scores]] = {}
        self._shared_bytes = 0

    def of(self, record: Record) -> TermList:
        """Return the list of a term. Raises ``StoreDamaged``."""
        known = self._known.get(record.counts)
        if known is None:
            if len(self._known) >= _KNOWN_LISTS:
                self._known.clear()
            known = self._known[record.counts] = self._view(record)
        return known

    def _view(self, record: Record) -> TermList:
        frequency = record.frequency
        shape = shape_of(frequency, self._size)
        if shape is Shape.DENSE:  # in a part of an index that may be so for a term that is rare elsewhere
            everywhere = self._slice_counts(record.counts, self._size)
            held = everywhere.nonzero()[0].astype(np.uint32)
            return TermList(record, everywhere[held], held, np.empty(0, np.uint32))
        counts = self._slice_counts(record.counts, frequency)
        if shape is Shape.PLAIN:
            wide = self._slice_wide(record.wide, frequency)
            return TermList(record, counts, wide, np.empty(0, np.uint32))
        start, stop = record.low, record.low + frequency
        self._file.check(Section.LOW, 2 * start, 2 * stop)
        sizes = np.diff(self._slice_wide(record.wide, self._chunks), prepend=np.uint32(0))
        return TermList(record, counts, self._low[start:stop], sizes)

    def spread(self, record: Record) -> NDArray[np.uint8]:
        """Return a count for every paragraph of the library, 255 meaning 255 or more."""
        known = self._dense.get(record.counts)
        if known is None:
            known = self._spread.get(record.counts)
        if known is None:
            if shape_of(record.frequency, self._size) is Shape.DENSE:
                known = self._dense[record.counts] = self._slice_counts(record.counts, self._size)
                return known
            of = self.of(record)
            known = np.zeros(self._size, np.uint8)
            known[of.numbers()] = of.counts
            with self._lock:
                while self._spread and (len(self._spread) + 1) * self._size > _SPREAD_BYTES:
                    del self._spread[next(iter(self._spread))]  # the oldest
                self._spread[record.counts] = known
        return known

    def _slice_counts(self, start: int, size: int) -> NDArray[np.uint8]:
        self._file.check(Section.COUNTS, start, start + size)
        return self._counts[start : start + size]

    def _slice_wide(self, start: int, size: int) -> NDArray[np.uint32]:
        self._file.check(Section.WIDE, 4 * start, 4 * (start + size))
        return self._wide[start : start + size]

    def norms(self) -> Scores:
        """Return BM25's length norm of every paragraph."""
        if self._norms is None:
            header = self._file.header
            self._file.check(Section.LENGTHS, 0, 4 * self._size)
            lengths = np.frombuffer(self._file.section(Section.LENGTHS, "I"), np.uint32)
            norms = header.b * lengths.astype(np.float64) / (self._mean or 1.0)
            self._norms = header.k1 * (1 - header.b + norms)
        return self._norms

    def shares(self, factor: float | Scores, norms: Scores, counts: Scores) -> Scores:
        """Return factor * BM25's saturated count, to the grain of scores, in the place of ``counts``."""
        below = norms + counts
        counts *= self._gain
        counts /= below
        counts *= factor
        counts += GRID
        counts -= GRID
        return counts

    def all_shares(self, record: Record, factor: float, *, spread: bool) -> tuple[Numbers, Scores]:
        """Return a term's shares in all paragraphs that hold it, and which these are.

        Where ``spread`` is set, in every paragraph of the library, and no numbers. What is returned is
        kept, so that this is for small libraries.
        """
        key = record.counts, factor, spread
        known = self._shared.get(key)
        if known is None:
            of = self.of(record)
            numbers = of.numbers()
            shares = self.shares(factor, self.norms()[numbers], self.counts_at(of))
            if spread:
                everywhere = np.zeros(self._size)
                everywhere[numbers] = shares
                numbers, shares = _NONE, everywhere
            known = numbers, shares
            with self._lock:
                if self._shared_bytes > _SPREAD_BYTES:
                    self._shared, self._shared_bytes = {}, 0
                self._shared[key] = known
                self._shared_bytes += numbers.nbytes + shares.nbytes
        return known

    def counts_at(self, of: TermList, at: Numbers | None = None) -> Scores:
        """Return the counts of some of a list's paragraphs, given by their place in it; of all for None."""
        counts = (of.counts if at is None else of.counts[at]).astype(np.float64)
        if len(self._over):
            high = (counts == OVERFLOW).nonzero()[0]
            places = high if at is None else at[high]
            if shape_of(of.record.frequency, self._size) is Shape.DENSE:
                places = of.places[places].astype(np.int64)
            counts[high] = self._overflowing(of.record.counts + places)
        return counts

    def counts_in(self, record: Record, numbers: Numbers) -> Scores:
        """Return a frequent term's counts in some paragraphs, 0 where one does not hold it."""
        counts = self.spread(record)[numbers].astype(np.float64)
        if len(self._over):
            high = (counts == OVERFLOW).nonzero()[0]
            if len(high):
                if shape_of(record.frequency, self._size) is Shape.DENSE:
                    places = numbers[high]
                else:
                    places = self.of(record).numbers().searchsorted(numbers[high])
                counts[high] = self._overflowing(record.counts + places)
        return counts

    def _overflowing(self, positions: Numbers) -> NDArray[np.uint64]:
        """Return the counts of 255 and more at some positions of COUNTS."""
        self._file.check(Section.OVER, 0, self._over.nbytes)
        at = self._over[:, 0].searchsorted(positions.astype(np.uint64))
        counts: NDArray[np.uint64] = self._over[at, 1]
        return counts
