"""The terms of an index file: looked up by binary search in the mapped file, nothing is loaded."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from index.embedded.postings.format import RECORD, MappedIndex, Record, Section, is_frequent

_KNOWN_TERMS = 1 << 14  # looked-up terms remembered, those that are nowhere too: some 4 MB
_TERMS_AT_ONCE = 1024  # spelled out together, though perhaps only the first are wanted
_SPELT = 4_096  # of them remembered as they are spelt: those that every search in halves meets first
_BEHIND_ALL = b"\xff"  # no byte of UTF-8 is as large


# What a term adds to a score is rounded to a multiple of GRAIN, a millionth of what is promised of scores.
# Sums of such numbers below 8,192 are exact, so that a score does not depend on the order of adding, and
# equal paragraphs have equal scores in every file of an index and in both readers. To add GRID and to take
# it off again rounds a number below 2,048: there is no room for finer bits beside it.
GRAIN = 2.0**-40
GRID = 1.5 * 2.0**52 * GRAIN


class Asked(NamedTuple):
    """A term of a question, as the whole index sees it, however many files it is made of."""

    term: str
    factor: float  # weight * idf


class Wanted(NamedTuple):
    """A term of a question that stands in a file."""

    frequent: bool  # better looked up for what other terms find than added up itself
    bound: float  # the most it adds to a score, beside the constant weight * idf * delta
    factor: float
    record: Record


def sum_weights(terms: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return the weight of each term, equal ones as one; what does not weigh anything is left out."""
    weights: dict[str, float] = {}
    for term, weight in terms:
        if weight > 0:
            weights[term] = weights.get(term, 0.0) + weight
    return weights


class Terms:
    """The sorted terms of an index file, with frequency and idf.

    ``mean`` is the mean length of the paragraphs of the whole index, of which the file may be a part.
    """

    def __init__(self, file: MappedIndex, mean: float | None = None) -> None:
        self._file = file
        header = file.header
        self.size, self.words = header.size, header.words
        self.k1, self.b, self.delta = header.k1, header.b, header.delta
        self._mean = header.mean if mean is None else mean
        # A term's most was found with the file's own mean. Where paragraphs are longer elsewhere, these
        # count as shorter, and what each adds grows, but by no more than the mean does.
        self._stretch = max(1.0, self._mean / header.mean) if header.mean else 1.0
        self._starts = self._file.section(Section.STARTS, "I")
        self._words = self._file.section(Section.WORDS, "B")
        self._records = self._file.section(Section.RECORDS, "B")
        self._known: dict[str, Record | None] = {}
        self._spelt: dict[int, bytes] = {}

    def frequency(self, term: str) -> int:
        """Return in how many paragraphs the term stands, 0 if in none."""
        record = self._record(term)
        return record.frequency if record else 0

    def idf(self, term: str) -> float:
        """Return rank_bm25's weight of the term's rarity, 0 if it stands nowhere."""
        record = self._record(term)
        return record.idf if record else 0.0

    def vocabulary(self) -> Iterator[str]:
        """Yield every term, in the order of code points."""
        return self.terms_with_prefix("")

    def terms_with_prefix(self, prefix: str) -> Iterator[str]:
        """Yield the terms that start with ``prefix``, in the order of code points."""
        start = prefix.encode("utf-8", "surrogatepass")
        last = self._first_from(start + _BEHIND_ALL)
        for first in range(self._first_from(start), last, _TERMS_AT_ONCE):
            yield from self._spellings(first, min(first + _TERMS_AT_ONCE, last))

    def frequencies(self) -> Iterator[tuple[str, int]]:
        """Yield every term with the number of paragraphs that hold it, in the order of code points."""
        for number, term in enumerate(self.terms_with_prefix("")):
            at = RECORD.size * number
            self._file.check(Section.RECORDS, at, at + RECORD.size)
            yield term, Record(*RECORD.unpack_from(self._records, at)).frequency

    def asked(self, terms: Iterable[tuple[str, float]]) -> list[Asked]:
        """Return the known terms of a question."""
        found = []
        for term, weight in sum_weights(terms).items():
            record = self._record(term)
            if record:
                found.append(Asked(term, weight * record.idf))
        return found

    def _plan(self, asked: Iterable[Asked]) -> list[Wanted]:
        """Return those terms that stand in this file, rare ones first, each kind by strength."""
        plan = []
        for term, factor in asked:
            record = self._record(term)
            if record:
                bound = factor * record.most * self._stretch + GRAIN
                plan.append(Wanted(is_frequent(record.frequency, self.size), bound, factor, record))
        plan.sort(key=lambda wanted: (wanted.frequent, -wanted.bound))
        return plan

    def _record(self, term: str) -> Record | None:
        try:
            return self._known[term]
        except KeyError:
            record = self._find(term.encode("utf-8", "surrogatepass"))
        if len(self._known) >= _KNOWN_TERMS:
            self._known.clear()
        self._known[term] = record
        return record

    def _find(self, word: bytes) -> Record | None:
        number = self._first_from(word)
        if number == self._file.header.terms or self._spelling(number) != word:
            return None
        at = RECORD.size * number
        self._file.check(Section.RECORDS, at, at + RECORD.size)
        return Record(*RECORD.unpack_from(self._records, at))

    def _first_from(self, word: bytes) -> int:
        """Return the number of the first term that is not before ``word``."""
        return bisect_left(range(self._file.header.terms), word, key=self._spelling)

    def _spellings(self, first: int, last: int) -> list[str]:
        """Return the terms of some numbers; together they take a tenth of the time."""
        self._file.check(Section.STARTS, 4 * first, 4 * last + 4)
        ends = self._starts[first : last + 1].tolist()
        self._file.check(Section.WORDS, ends[0], ends[-1])
        base, words = ends[0], bytes(self._words[ends[0] : ends[-1]])
        return [
            words[start - base : stop - base].decode("utf-8", "surrogatepass")
            for start, stop in pairwise(ends)
        ]

    def _spelling(self, number: int) -> bytes:
        spelt = self._spelt.get(number)
        if spelt is None:
            self._file.check(Section.STARTS, 4 * number, 4 * number + 8)
            start, stop = self._starts[number : number + 2]
            self._file.check(Section.WORDS, start, stop)
            spelt = bytes(self._words[start:stop])
            if len(self._spelt) < _SPELT:
                self._spelt[number] = spelt
        return spelt
