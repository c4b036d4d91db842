"""The paragraphs of a term as numpy arrays: views of the mapped file, decoded when asked for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.embedded.postings.format import (
    CHUNK_BITS,
    OVERFLOW,
    MappedIndex,
    Record,
    Section,
    Shape,
    chunks_of,
    shape_of,
)
from index.embedded.postings.kept import Kept
from index.embedded.postings.term_file import GRAIN, GRID, Wanted
from index.values import frozen

Numbers = NDArray[np.int64]
Scores = NDArray[np.float64]
Codes = NDArray[np.uint8]
Bits = NDArray[np.uint8]
_KEPT_BYTES = 1 << 25  # of each kind; of a million paragraphs, each of 250 frequent terms has 125,000 bytes
_SPREAD_BYTES = 1 << 26  # of a million paragraphs, each of some 100 terms has a million
_NONE = np.empty(0, np.int64)
_KNOWN_LISTS = 20_000  # views remembered, none of which holds data: some 10 MB


@frozen
class TermList:
    """The paragraphs of one term; what is read of the file is checked."""

    record: Record
    codes: Codes  # one for each paragraph that holds it
    places: NDArray[np.uint16] | NDArray[np.uint32]
    sizes: Numbers  # of the chunks; empty where the places are the numbers themselves
    bases: Numbers  # the first number of each chunk

    def numbers(self) -> Numbers:
        """Return the paragraphs that hold the term, ascending."""
        numbers = self.places.astype(np.int64)
        if len(self.sizes) > 1:
            numbers += self.bases.repeat(self.sizes)
        return numbers


class Lists:
    """The lists of an index file."""

    def __init__(self, file: MappedIndex, mean: float, stretch: float) -> None:
        self._file, self._mean, self._stretch = file, mean, stretch
        self.size = file.header.size
        self._chunks = chunks_of(self.size)
        self._bases = np.arange(self._chunks) << CHUNK_BITS
        self._codes = np.frombuffer(file.section(Section.CODES, "B"), np.uint8)
        self._low = np.frombuffer(file.section(Section.LOW, "H"), np.uint16)
        self._wide = np.frombuffer(file.section(Section.WIDE, "I"), np.uint32)
        self._over = np.frombuffer(file.section(Section.OVER, "Q"), np.uint64).reshape(-1, 2)
        meaning = file.meaning()
        self._bounds = np.array(meaning.bounds)
        self._grains = np.where(self._bounds > 0, GRAIN, 0.0)  # a share is rounded to the grain of scores
        self._count_of = np.frombuffer(meaning.counts, np.uint8).astype(np.float64)
        self._known: dict[int, TermList] = {}
        self._norms: Scores | None = None
        self._gain = file.header.k1 + 1
        self._spread: Kept[Codes] = Kept(_SPREAD_BYTES)
        self._dense: dict[int, Codes] = {}  # views of what the file has spread out
        self._bits: Kept[Bits] = Kept(_KEPT_BYTES)
        self._postings: Kept[tuple[Numbers, Scores]] = Kept(_KEPT_BYTES)
        self._shares: Kept[tuple[Numbers, Scores]] = Kept(_KEPT_BYTES)
        self._overflowing: dict[int, bool] = {}

    def of(self, record: Record) -> TermList:
        """Return the list of a term. Raises ``StoreDamaged``."""
        known = self._known.get(record.codes)
        if known is None:
            if len(self._known) >= _KNOWN_LISTS:
                self._known.clear()
            known = self._known[record.codes] = self._view(record)
        return known

    def _view(self, record: Record) -> TermList:
        frequency = record.frequency
        shape = shape_of(frequency, self.size)
        if shape is Shape.DENSE:  # in a part of an index that may be so for a term that is rare elsewhere
            everywhere = self._slice_codes(record.codes, self.size)
            held = everywhere.nonzero()[0].astype(np.uint32)
            return TermList(record, everywhere[held], held, _NONE, _NONE)
        codes = self._slice_codes(record.codes, frequency)
        if shape is Shape.PLAIN:
            return TermList(record, codes, self._slice_wide(record.wide, frequency), _NONE, _NONE)
        start, stop = record.low, record.low + frequency
        self._file.check(Section.LOW, 2 * start, 2 * stop)
        sizes = np.diff(self._slice_wide(record.wide, self._chunks), prepend=np.uint32(0))
        return TermList(record, codes, self._low[start:stop], sizes.astype(np.int64), self._bases)

    def spread(self, record: Record) -> Codes:
        """Return a code for every paragraph of the library."""
        known = self._dense.get(record.codes)
        if known is None:
            known = self._spread.get(record.codes)
        if known is None:
            if shape_of(record.frequency, self.size) is Shape.DENSE:
                known = self._dense[record.codes] = self._slice_codes(record.codes, self.size)
                return known
            of = self.of(record)
            known = np.zeros(self.size, np.uint8)
            known[of.numbers()] = of.codes
            self._spread.put(record.codes, known, known.nbytes)
        return known

    def bits(self, record: Record) -> Bits:
        """Return a bit for every paragraph of the library: whether it holds the term."""
        known = self._bits.get(record.codes)
        if known is None:
            known = np.packbits(self.spread(record), bitorder="little")
            self._bits.put(record.codes, known, known.nbytes)
        return known

    def postings(self, record: Record) -> tuple[Numbers, Scores]:
        """Return the paragraphs that hold a term, and BM25's saturated count in each.

        They are kept, so that this is for short lists.
        """
        known = self._postings.get(record.codes)
        if known is None:
            of = self.of(record)
            numbers = of.numbers()
            counts = self.mended(self.counts(of.codes), of.codes, record, numbers)
            known = numbers, self._saturated(self.norms().take(numbers), counts)
            self._postings.put(record.codes, known, sum(array.nbytes for array in known))
        return known

    def _slice_codes(self, start: int, size: int) -> Codes:
        self._file.check(Section.CODES, start, start + size)
        return self._codes[start : start + size]

    def _slice_wide(self, start: int, size: int) -> NDArray[np.uint32]:
        self._file.check(Section.WIDE, 4 * start, 4 * (start + size))
        return self._wide[start : start + size]

    def norms(self) -> Scores:
        """Return BM25's length norm of every paragraph."""
        if self._norms is None:
            header = self._file.header
            self._file.check(Section.LENGTHS, 0, 4 * self.size)
            lengths = np.frombuffer(self._file.section(Section.LENGTHS, "I"), np.uint32)
            norms = header.b * lengths.astype(np.float64) / (self._mean or 1.0)
            self._norms = header.k1 * (1 - header.b + norms)
        return self._norms

    def bounds(self, terms: Sequence[Wanted]) -> Scores:
        """Return a row for each term: for each code, the most that the term adds to a paragraph's score."""
        factors = np.array([[wanted.factor * self._stretch] for wanted in terms])
        bounds: Scores = factors * self._bounds + self._grains
        return bounds

    def shares(self, factor: float | Scores, norms: Scores, counts: Scores) -> Scores:
        """Return factor * BM25's saturated count, to the grain of scores; ``counts`` are used up."""
        return self.weighed(factor, self._saturated(norms, counts))

    def _saturated(self, norms: Scores, counts: Scores) -> Scores:
        below = norms + counts
        counts *= self._gain
        counts /= below
        return counts

    def weighed(self, factor: float | Scores, saturated: Scores) -> Scores:
        """Return shares of saturated counts."""
        shares = saturated * factor
        shares += GRID
        shares -= GRID
        return shares

    def all_shares(self, record: Record, factor: float, *, spread: bool) -> tuple[Numbers, Scores]:
        """Return a term's shares in all paragraphs that hold it, and which these are.

        Where ``spread`` is set, in every paragraph of the library, and no numbers. What is returned is
        kept, so that this is for small libraries.
        """
        key = record.codes, factor, spread
        known = self._shares.get(key)
        if known is None:
            numbers, saturated = self.postings(record)
            shares = self.weighed(factor, saturated)
            if spread:
                everywhere = np.zeros(self.size)
                everywhere[numbers] = shares
                numbers, shares = _NONE, everywhere
            known = numbers, shares
            self._shares.put(key, known, sum(array.nbytes for array in known))
        return known

    def counts(self, codes: Codes) -> Scores:
        """Return the counts that codes tell; ``mended`` puts in those that they do not."""
        counts: Scores = self._count_of.take(codes)
        return counts

    def overflow(self, terms: Sequence[Wanted]) -> bool:
        """Whether a term has codes that do not tell the count."""
        return len(self._over) > 0 and any(self._overflows(wanted.record) for wanted in terms)

    def _overflows(self, record: Record) -> bool:
        known = self._overflowing.get(record.codes)
        if known is None:
            self._file.check(Section.OVER, 0, self._over.nbytes)
            dense = shape_of(record.frequency, self.size) is Shape.DENSE
            end = record.codes + (self.size if dense else record.frequency)
            low, high = self._over[:, 0].searchsorted(np.array((record.codes, end), np.uint64))
            if len(self._overflowing) >= _KNOWN_LISTS:
                self._overflowing.clear()
            known = self._overflowing[record.codes] = bool(low < high)
        return known

    def mended(self, counts: Scores, codes: Codes, record: Record, numbers: Numbers) -> Scores:
        """Return the counts of some of a term's paragraphs, put right where the codes do not tell them."""
        high = (codes == OVERFLOW).nonzero()[0]
        if len(high):
            places = numbers[high]
            if shape_of(record.frequency, self.size) is not Shape.DENSE:
                places = self.of(record).numbers().searchsorted(places)
            self._file.check(Section.OVER, 0, self._over.nbytes)
            at = self._over[:, 0].searchsorted((record.codes + places).astype(np.uint64))
            counts[high] = self._over[at, 1]
        return counts
