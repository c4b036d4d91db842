"""An index of several files: what was there, what was added since, and without what has gone.

Scores are those of one file with the living paragraphs only, to the last bit: idf and mean length count
what lives in all files, and what a term adds to a score depends on nothing else. The words of the dead
stand in a file of their own, the grave, so that they can be taken off the frequencies.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby
from pathlib import Path

from index.embedded.postings.format import MappedIndex
from index.embedded.postings.plain import Postings
from index.embedded.postings.term_file import Asked, Terms, sum_weights
from index.errors import StoreDamaged
from index.values import frozen

SMALL = 100  # paragraphs up to which the reader without numpy is as quick
_KNOWN_TERMS = 1 << 14

Order = Callable[[Sequence[int]], Mapping[int, int]]


@frozen
class Segment:
    """A file of an index, how many paragraphs it holds, and which are dead: ranges within it, ascending."""

    path: Path
    size: int
    dead: tuple[tuple[int, int], ...] = ()


class Segments:
    """Several files read as one index; paragraphs are numbered on from file to file, the dead included.

    ``order`` returns for some numbers their ranks in the library; it is asked for ties only. Every
    method raises ``StoreDamaged`` when the bytes it needs are not what was written.
    """

    def __init__(
        self, segments: Sequence[Segment], grave: Path | None, order: Order, *, vector: bool = False
    ) -> None:
        files = self._files = [MappedIndex(segment.path) for segment in segments]
        grave_file = MappedIndex(grave) if grave else None
        self._grave = Terms(grave_file) if grave_file else None
        self._mapped = [*files, grave_file] if grave_file else files
        for file, segment in zip(files, segments, strict=True):
            if file.header.size != segment.size:
                raise StoreDamaged(f"The index {file.path} is not the one it should be.")
        dead = sum(stop - start for segment in segments for start, stop in segment.dead)
        if dead != (self._grave.size if self._grave else 0):
            raise StoreDamaged("The index does not know its dead; it has to be built again.")
        self.size = sum(segment.size for segment in segments) - dead
        words = sum(file.header.words for file in files) - (self._grave.words if self._grave else 0)
        self._mean = words / self.size if self.size else 0.0
        self._dead = [segment.dead for segment in segments]
        self._parts = self._readers(vector=vector)
        self._bases = [0]
        for segment in segments:
            self._bases.append(self._bases[-1] + segment.size)
        self._order = order
        self._frequencies: dict[str, int] = {}

    def check_again(self) -> None:
        """Make sure that the files still are what was written. Raises ``StoreDamaged``."""
        for file in self._mapped:
            file.check_again()

    def check_lengths(self) -> None:
        """Make sure that no file has become shorter, which costs next to nothing. Raises ``StoreDamaged``."""
        for file in self._mapped:
            file.check_length()

    def quicken(self) -> None:
        """Change to the readers for long-lived processes, which import numpy; answers stay the same."""
        self._parts = self._readers(vector=True)

    def _readers(self, *, vector: bool) -> list[Postings]:
        parts = [self._reader(file, vector=vector) for file in self._files]
        for part, dead in zip(parts, self._dead, strict=True):
            part.bury(dead)
        return parts

    def _reader(self, file: MappedIndex, *, vector: bool) -> Postings:
        if vector and file.header.size >= SMALL:
            from index.embedded.postings.vector import VectorPostings  # numpy

            return VectorPostings(file, self._mean)
        return Postings(file, self._mean)

    @property
    def mean(self) -> float:
        """The mean number of terms of a living paragraph."""
        return self._mean

    def frequency(self, term: str) -> int:
        """Return in how many living paragraphs the term stands."""
        known = self._frequencies.get(term)
        if known is None:
            known = sum(part.frequency(term) for part in self._parts)
            known -= self._grave.frequency(term) if self._grave else 0
            if len(self._frequencies) >= _KNOWN_TERMS:
                self._frequencies.clear()
            self._frequencies[term] = known
        return known

    def frequencies(self) -> list[tuple[str, int]]:
        """Return every term of living paragraphs with how many of them hold it, in order.

        For who wants all of them; it takes a tenth of the time of asking for each.
        """
        counts: Counter[str] = Counter()
        for part in self._parts:
            for term, frequency in part.frequencies():
                counts[term] += frequency
        for term, frequency in self._grave.frequencies() if self._grave else ():
            counts[term] -= frequency
        return sorted((term, count) for term, count in counts.items() if count > 0)

    def terms_with_prefix(self, prefix: str) -> Iterator[str]:
        """Return the terms of living paragraphs that start with ``prefix``, in the order of code points."""
        everywhere = [part.terms_with_prefix(prefix) for part in self._parts]
        if len(everywhere) == 1 and self._grave is None:
            return everywhere[0]
        terms = (term for term, _ in groupby(merge(*everywhere)))
        return terms if self._grave is None else filter(self.frequency, terms)

    def holding(self, terms: Collection[str]) -> list[int]:
        """Return living paragraphs, ascending, among which are all that hold every one of some terms.

        Where few are left after the rarest terms the others are not looked for.
        """
        parts = zip(self._parts, self._bases, strict=False)
        return [base + number for part, base in parts for number in part.holding(terms)]

    def search(
        self, terms: Iterable[tuple[str, float]], limit: int, allowed: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """Return the best living paragraphs, see ``Postings.search``; ties by their order in the library.

        ``allowed`` are numbers of living paragraphs, ascending.
        """
        self.check_lengths()  # readers keep views of what they have checked
        if len(self._parts) == 1 and self._grave is None:
            return self._parts[0].search([*terms], limit, allowed)
        asked = self._asked(terms)
        found: list[tuple[int, float]] = []
        for part, base in zip(self._parts, self._bases, strict=False):
            chosen = None
            if allowed is not None:
                low, high = bisect_left(allowed, base), bisect_left(allowed, base + part.size)
                chosen = [number - base for number in allowed[low:high]]
            found += [(base + number, score) for number, score in part.best(asked, limit, chosen)]
        return self._ranked(found)[: max(0, limit)]

    def _asked(self, terms: Iterable[tuple[str, float]]) -> list[Asked]:
        found = []
        for term, weight in sum_weights(terms).items():
            frequency = self.frequency(term)
            if frequency:
                idf = math.log((self.size + 1) / frequency)  # rank_bm25's, as the files have it
                found.append(Asked(term, weight * idf))
        return found

    def _ranked(self, found: list[tuple[int, float]]) -> list[tuple[int, float]]:
        """Return what was found best first. Within a file the numbers are in the library's order."""
        times = Counter(score for _, score in found)
        tied = [number for number, score in found if times[score] > 1]
        if len({bisect_right(self._bases, number) for number in tied}) < 2:
            return sorted(found, key=lambda pair: (-pair[1], pair[0]))
        places = self._order(tied)
        return sorted(found, key=lambda pair: (-pair[1], places.get(pair[0], 0)))
