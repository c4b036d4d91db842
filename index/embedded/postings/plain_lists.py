"""The paragraphs of a term, read from the mapped file with the standard library."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress

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
from index.embedded.postings.term_file import Terms


class PlainLists(Terms):
    """The terms of an index file and their paragraphs; what is read is checked."""

    def __init__(self, file: MappedIndex, mean: float | None = None) -> None:
        super().__init__(file, mean)
        self._codes = self._file.section(Section.CODES, "B")
        self._low = self._file.section(Section.LOW, "H")
        self._wide = self._file.section(Section.WIDE, "I")
        self._over = self._file.section(Section.OVER, "Q")
        self._chunks = chunks_of(self.size)
        self._meaning = self._file.meaning()

    def _spread(self, record: Record) -> bytes:
        """Return a code for every paragraph of the library."""
        if shape_of(record.frequency, self.size) is Shape.DENSE:
            return self._read_codes(record.codes, self.size)
        spread = bytearray(self.size)
        numbers, codes = self._read(record)
        for number, code in zip(numbers, codes, strict=True):
            spread[number] = code
        return bytes(spread)

    def _read_counts(self, record: Record) -> tuple[list[int], Sequence[int]]:
        """Return the paragraphs of a term, ascending, and how often each holds it."""
        numbers, codes = self._read(record)
        counts = codes.translate(self._meaning.counts)
        if not self._over or OVERFLOW not in counts:
            return numbers, counts
        dense = shape_of(record.frequency, self.size) is Shape.DENSE
        places = numbers if dense else range(len(numbers))
        return numbers, [
            self._count_at(record.codes + place) if count == OVERFLOW else count
            for place, count in zip(places, counts, strict=True)
        ]

    def _read(self, record: Record) -> tuple[list[int], bytes]:
        """Return the paragraphs of a term, ascending, and their codes."""
        shape = shape_of(record.frequency, self.size)
        if shape is Shape.DENSE:
            everywhere = self._read_codes(record.codes, self.size)
            return [*compress(range(self.size), everywhere)], everywhere.translate(None, b"\0")
        codes = self._read_codes(record.codes, record.frequency)
        if shape is Shape.PLAIN:
            start, stop = record.wide, record.wide + record.frequency
            self._file.check(Section.WIDE, 4 * start, 4 * stop)
            return self._wide[start:stop].tolist(), codes
        start, stop = record.low, record.low + record.frequency
        self._file.check(Section.LOW, 2 * start, 2 * stop)
        low = self._low[start:stop].tolist()
        ends = self._chunk_ends(record)
        numbers = low[: ends[0]]
        for chunk in range(1, self._chunks):
            base = chunk << CHUNK_BITS
            numbers += [base + number for number in low[ends[chunk - 1] : ends[chunk]]]
        return numbers, codes

    def _chunk_ends(self, record: Record) -> list[int]:
        self._file.check(Section.WIDE, 4 * record.wide, 4 * (record.wide + self._chunks))
        return self._wide[record.wide : record.wide + self._chunks].tolist()

    def _read_codes(self, start: int, size: int) -> bytes:
        self._file.check(Section.CODES, start, start + size)
        return bytes(self._codes[start : start + size])

    def _count_at(self, at: int) -> int:
        """Return the count at a position of CODES."""
        self._file.check(Section.CODES, at, at + 1)
        count = self._meaning.counts[self._codes[at]]
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
