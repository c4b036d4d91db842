"""Token lists to sorted blocks set aside on disk, and their merge. Imported only to build.

A block is a run of paragraphs, its postings sorted by the term's spelling, then by paragraph. As all
blocks have the same order, the merge reads each once from start to end.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import IO

import numpy as np
from numpy.typing import NDArray

from index.embedded.postings.codes import MOST
from index.values import frozen

# Words held before they are sorted and set aside, and postings merged at once. With 300,000 paragraphs
# of 59 words, 2**19 to 2**23 all took the same time; 2**21 took 195 MB, 2**23 421 MB. The rest of a build
# needs some 200 MB beside.
BLOCK_WORDS = 1 << 20
BATCH_POSTINGS = 1 << 20
BYTE = 255

Integers = NDArray[np.int64]


@frozen
class Block:
    """Postings set aside: the terms' numbers in order of spelling, how many each has, and where."""

    terms: NDArray[np.uint32]
    sizes: NDArray[np.uint32]
    at: int  # byte offset of the paragraphs (u32), which the counts (``count_type``) follow
    postings: int
    count_type: np.dtype[np.unsignedinteger]


@frozen
class Batch:
    """The complete postings of terms ``first`` to ``last`` (excluded), in order of spelling."""

    first: int
    last: int
    starts: Integers  # where each term's postings start, and the end
    paragraphs: NDArray[np.uint32]
    counts: NDArray[np.uint32]


class Blocks:
    """Takes token lists one by one; ``merge`` gives the postings term by term."""

    def __init__(self, scratch: IO[bytes]) -> None:
        self._scratch = scratch
        self._numbers: defaultdict[str, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__  # a new term gets the next number
        self._pending = array("I")
        self._first = 0  # the first paragraph whose words are pending
        self._blocks: list[Block] = []
        self.lengths = array("I")
        self.words = 0
        self.overflowing = 0  # postings whose count no code tells

    def add(self, tokens: Sequence[str]) -> None:
        """Take the words of the next paragraph."""
        numbers = self._numbers
        self._pending.extend([numbers[token] for token in tokens])
        self.lengths.append(len(tokens))
        self.words += len(tokens)
        if len(self._pending) >= BLOCK_WORDS:
            self._set_aside()

    def _set_aside(self) -> None:
        numbers = np.frombuffer(self._pending, np.uint32)
        lengths = np.frombuffer(self.lengths, np.uint32)[self._first :]
        present = np.flatnonzero(np.bincount(numbers, minlength=len(self._numbers)))
        names = list(self._numbers)
        terms = np.array(sorted(present.tolist(), key=names.__getitem__), np.uint32)
        place = np.empty(len(names), np.uint32)
        place[terms] = np.arange(len(terms), dtype=np.uint32)
        places = place[numbers]
        order = _stable_order(places)
        places = places[order]
        last = self._first + len(lengths)
        paragraphs = np.repeat(np.arange(self._first, last, dtype=np.uint32), lengths)[order]
        changes = (places[1:] != places[:-1]) | (paragraphs[1:] != paragraphs[:-1])
        new = np.concatenate(([0], np.flatnonzero(changes) + 1))
        counts = np.diff(new, append=len(places))
        self.overflowing += int((counts > MOST).sum())
        count_type: np.dtype[np.unsignedinteger] = np.dtype(np.uint8 if counts.max() <= BYTE else np.uint32)
        at = self._scratch.tell()
        self._scratch.write(paragraphs[new].data)
        self._scratch.write(counts.astype(count_type).data)
        sizes = np.bincount(places[new], minlength=len(terms)).astype(np.uint32)
        self._blocks.append(Block(terms, sizes, at, len(new), count_type))
        self._first = last
        del numbers, lengths  # an array lent out cannot grow
        self._pending = array("I")

    def finish(self) -> tuple[list[str], Integers]:
        """Return all terms in order of spelling and the number of paragraphs of each."""
        if self._pending:
            self._set_aside()
        terms = sorted(self._numbers)
        self._rank = np.empty(len(terms), np.int64)
        self._rank[[self._numbers[term] for term in terms]] = np.arange(len(terms))
        self._numbers.clear()
        self._frequencies = np.zeros(len(terms), np.int64)
        for block in self._blocks:
            self._frequencies[self._rank[block.terms]] += block.sizes
        return terms, self._frequencies

    def merge(self) -> Iterator[Batch]:
        """Yield every term's postings, some two million at a time; to be called after ``finish``."""
        ends = np.cumsum(self._frequencies)
        first = 0
        while first < len(ends):
            done = int(ends[first - 1]) if first else 0
            last = max(first + 1, int(np.searchsorted(ends, done + BATCH_POSTINGS, side="right")))
            yield self._gather(first, last)
            first = last

    def _gather(self, first: int, last: int) -> Batch:
        starts = np.zeros(last - first + 1, np.int64)
        np.cumsum(self._frequencies[first:last], out=starts[1:])
        free = starts[:-1].copy()  # where the next block's postings of each term go
        paragraphs, counts = np.empty(starts[-1], np.uint32), np.empty(starts[-1], np.uint32)
        for block in self._blocks:
            ranks = self._rank[block.terms]
            low, high = np.searchsorted(ranks, (first, last))
            if low == high:
                continue
            ranks, sizes = ranks[low:high] - first, block.sizes[low:high].astype(np.int64)
            start, size = int(block.sizes[:low].sum(dtype=np.int64)), int(sizes.sum())
            to = np.repeat(free[ranks] - np.cumsum(sizes) + sizes, sizes) + np.arange(size)
            paragraphs[to] = self._read(block.at + 4 * start, size, np.dtype(np.uint32))
            at = block.at + 4 * block.postings + block.count_type.itemsize * start
            counts[to] = self._read(at, size, block.count_type)
            free[ranks] += sizes
        return Batch(first, last, starts, paragraphs, counts)

    def _read(self, at: int, size: int, kind: np.dtype[np.unsignedinteger]) -> NDArray[np.unsignedinteger]:
        self._scratch.seek(at)
        return np.frombuffer(self._scratch.read(size * kind.itemsize), kind)


def _stable_order(places: NDArray[np.uint32]) -> Integers:
    """Return the stable sorting order. Numpy sorts 16 bits by radix, 7 times quicker than 32 or 64."""
    order = (places & 0xFFFF).astype(np.uint16).argsort(kind="stable")
    high = (places >> 16).astype(np.uint16)
    if high.any():
        order = order[high[order].argsort(kind="stable")]
    return order
