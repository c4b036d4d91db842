"""Postings to the bytes of the file's sections. Imported only to build."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from index.embedded.postings.blocks import Batch, Integers
from index.embedded.postings.codes import LONGEST, MOST
from index.embedded.postings.format import CHUNK_BITS, OVERFLOW, Header, Meaning, chunks_of, limits
from index.errors import StoreError
from index.values import frozen

RECORD_TYPE = np.dtype(
    [
        ("frequency", "<u4"),
        ("codes", "<u4"),
        ("low", "<u4"),
        ("wide", "<u4"),
        ("idf", "<f8"),
        ("most", "<f8"),
    ]
)
Bytes = NDArray[np.uint8]


@frozen
class Encoded:
    """A batch as it is written; ``over`` holds pairs (position in CODES, count)."""

    codes: Bytes
    low: NDArray[np.uint16]
    wide: NDArray[np.uint32]
    over: NDArray[np.uint64]


class Encoder:
    """Decides where each term's postings go, and encodes them batch by batch.

    ``records`` are the RECORDS to be written: ``most`` is filled in by ``encode``.
    """

    def __init__(
        self, frequencies: Integers, lengths: NDArray[np.uint32], header: Header, meaning: Meaning
    ) -> None:
        size = len(lengths)
        chunked, dense = limits(size)
        self._chunks = chunks_of(size)
        self._dense = frequencies >= dense
        self._chunked = ~self._dense & (frequencies >= chunked)
        ends = np.where(self._chunked, self._chunks, 0)
        plain = ~self._dense & ~self._chunked
        self.records = np.zeros(len(frequencies), RECORD_TYPE)
        self.records["frequency"] = frequencies
        self._codes = _starts(np.where(self._dense, size, frequencies))
        self._low = _starts(np.where(self._chunked, frequencies, 0))
        self._wide = _starts(np.where(plain, frequencies, ends))
        for name, starts in (("codes", self._codes), ("low", self._low), ("wide", self._wide)):
            if starts[-1] >= 1 << 32:
                raise StoreError("The library is too large for one index (4,294,967,296 postings).")
            self.records[name] = starts[:-1]
        self._gain = header.k1 + 1
        self._norms = header.k1 * (1 - header.b + header.b * lengths / (header.mean or 1.0))
        self._lengths = np.minimum(lengths, int(LONGEST * header.mean) + 1)
        self._code_of = code_table(meaning, header, int(self._lengths.max(initial=0)))

    @property
    def lengths(self) -> tuple[int, int, int]:
        """Bytes of the sections CODES, LOW and WIDE."""
        return int(self._codes[-1]), 2 * int(self._low[-1]), 4 * int(self._wide[-1])

    def encode(self, batch: Batch) -> Encoded:
        """Return the bytes of a batch; they follow those of the batch before in every section."""
        parts = (batch.counts * self._gain) / (self._norms[batch.paragraphs] + batch.counts)
        self.records["most"][batch.first : batch.last] = np.maximum.reduceat(parts, batch.starts[:-1])
        frequencies = np.diff(batch.starts)
        chunked = self._chunked[batch.first : batch.last]
        in_low = np.repeat(chunked, frequencies)
        low = (batch.paragraphs[in_low] & ((1 << CHUNK_BITS) - 1)).astype(np.uint16)
        over = np.flatnonzero(batch.counts > MOST)
        pairs = np.stack((self._positions(batch, over), batch.counts[over]), axis=1).astype(np.uint64)
        codes = self._code_of[np.minimum(batch.counts, MOST + 1), self._lengths[batch.paragraphs]]
        return Encoded(self._spread_codes(batch, codes), low, self._encode_wide(batch, in_low), pairs.ravel())

    def _spread_codes(self, batch: Batch, codes: Bytes) -> Bytes:
        """Return the batch's bytes of CODES: as they come, but spread out where the term is DENSE."""
        starts = self._codes[batch.first : batch.last + 1] - self._codes[batch.first]
        if starts[-1] == len(codes):
            return codes
        everywhere = np.zeros(starts[-1], np.uint8)
        done = 0  # terms
        for term in np.flatnonzero(self._dense[batch.first : batch.last]):
            everywhere[starts[done] : starts[term]] = codes[batch.starts[done] : batch.starts[term]]
            own = slice(batch.starts[term], batch.starts[term + 1])
            everywhere[starts[term] : starts[term + 1]][batch.paragraphs[own]] = codes[own]
            done = int(term) + 1
        everywhere[starts[done] :] = codes[batch.starts[done] :]
        return everywhere

    def _positions(self, batch: Batch, postings: Integers) -> Integers:
        """Return the positions in CODES of some postings of a batch."""
        terms = np.searchsorted(batch.starts, postings, side="right") - 1
        inside = np.where(
            self._dense[batch.first + terms], batch.paragraphs[postings], postings - batch.starts[terms]
        )
        return self._codes[batch.first + terms] + inside

    def _encode_wide(self, batch: Batch, in_low: NDArray[np.bool_]) -> NDArray[np.uint32]:
        starts = self._wide[batch.first : batch.last + 1] - self._wide[batch.first]
        frequencies = np.diff(batch.starts)
        wide = np.empty(starts[-1], np.uint32)
        chunked = self._chunked[batch.first : batch.last]
        plain = ~chunked & ~self._dense[batch.first : batch.last]
        in_plain = np.repeat(plain, frequencies)
        shift = np.repeat(starts[:-1] - batch.starts[:-1], frequencies)[in_plain]
        wide[np.flatnonzero(in_plain) + shift] = batch.paragraphs[in_plain]
        if chunked.any():
            ordinal = np.repeat(np.arange(int(chunked.sum())), frequencies[chunked])
            key = ordinal * self._chunks + (batch.paragraphs[in_low] >> CHUNK_BITS)
            sizes = np.bincount(key, minlength=int(chunked.sum()) * self._chunks)
            ends = sizes.reshape(-1, self._chunks).cumsum(axis=1)
            wide[starts[:-1][chunked][:, None] + np.arange(self._chunks)] = ends
        return wide


def code_table(meaning: Meaning, header: Header, longest: int) -> Bytes:
    """Return a table: the code of a count (row) in a paragraph of some words (column)."""
    bounds, counts = np.array(meaning.bounds), np.frombuffer(meaning.counts, np.uint8)
    norms = header.k1 * (1 - header.b + header.b * np.arange(longest + 1) / (header.mean or 1.0))
    table = np.full((MOST + 2, longest + 1), OVERFLOW, np.uint8)
    for count in range(1, MOST + 1):
        own = np.flatnonzero(counts == count)
        parts = count * (header.k1 + 1) / (norms + count)
        table[count] = own[np.searchsorted(bounds[own], parts)]
    return table


def _starts(sizes: Integers) -> Integers:
    """Return where each of some consecutive pieces starts, and the end."""
    starts = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=starts[1:])
    return starts
