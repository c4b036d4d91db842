"""The terms of an index file: looked up by binary search in the mapped file, nothing is loaded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from index.postings.format import RECORD, MappedIndex, Record, Section, is_frequent
from index.values import frozen

_KNOWN_TERMS = 50_000  # looked-up terms remembered: some 15 MB


@frozen
class Wanted:
    """A term of a question that stands in the index."""

    bound: float  # the most it adds to a score, beside the constant weight * idf * delta
    factor: float  # weight * idf
    record: Record


class Terms:
    """The sorted terms of an index file, with frequency and idf."""

    def __init__(self, path: Path, *, verify: bool = False) -> None:
        self._file = MappedIndex(path)
        if verify:
            self._file.check_all()
        header = self._file.header
        self.size = header.size
        self.k1, self.b, self.delta = header.k1, header.b, header.delta
        self._starts = self._file.section(Section.STARTS, "I")
        self._words = self._file.section(Section.WORDS, "B")
        self._records = self._file.section(Section.RECORDS, "B")
        self._known: dict[str, Record | None] = {}

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
        for number in range(self._first_from(start), self._file.header.terms):
            word = self._spelling(number)
            if not word.startswith(start):
                return
            yield word.decode("utf-8", "surrogatepass")

    def _wanted(self, terms: Sequence[tuple[str, float]]) -> list[Wanted]:
        """Return the known terms of positive weight, equal ones as one, in the order of adding up."""
        weights: dict[str, float] = {}
        for term, weight in terms:
            if weight > 0:
                weights[term] = weights.get(term, 0.0) + weight
        found = []
        for term, weight in weights.items():
            record = self._record(term)
            if record:
                factor = weight * record.idf
                found.append(Wanted(factor * record.most, factor, record))
        found.sort(key=self._turn)
        return found

    def _turn(self, wanted: Wanted) -> tuple[bool, float, Record]:
        """Return what orders terms: rare ones by strength, then frequent ones by strength.

        No two records are equal, so the order, and with it rounding, does not depend on the question's.
        """
        return is_frequent(wanted.record.frequency, self.size), -wanted.bound, wanted.record

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
        low, high = 0, self._file.header.terms
        while low < high:
            middle = (low + high) // 2
            if self._spelling(middle) < word:
                low = middle + 1
            else:
                high = middle
        return low

    def _spelling(self, number: int) -> bytes:
        self._file.check(Section.STARTS, 4 * number, 4 * number + 8)
        start, stop = self._starts[number : number + 2]
        self._file.check(Section.WORDS, start, stop)
        return bytes(self._words[start:stop])
