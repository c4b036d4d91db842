"""The rare terms of a question: the paragraphs that hold any of them, all lists at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.embedded.postings.lists import Lists, Numbers, Scores
from index.embedded.postings.term_file import Wanted

# Postings of a question up to which every share is computed, or known from an earlier question. Beyond, the
# codes tell bounds, and the shares of those few that may be among the best are computed later. Of 3,000 to
# 12,000 none is slower. Of a million paragraphs, questions would take 0.91 milliseconds without the codes and
# take 0.78; one in a hundred without common words 1.06 and 0.69.
EXACT = 6_000
DONE = -1.0  # the value of a place that need not be looked at any more
TWO_BYTES = 1 << 16
_NONE, _NO_SCORES = np.empty(0, np.int64), np.empty(0)
Item = TypeVar("Item", bound=np.generic)


class Candidates:
    """Paragraphs that may be among the best; a place is a posting's, list after list, then those added.

    ``values`` are what the terms add to the score of the place's paragraph: exactly, or where not
    ``exact`` bounds. Where a paragraph is in several lists, one of its places is not DONE. ``buffer`` has
    room for a place for every paragraph, whatever it holds.
    """

    def __init__(
        self,
        lists: Lists,
        terms: Sequence[Wanted],
        mask: NDArray[np.bool_] | None,
        buffer: NDArray[np.uint32],
    ) -> None:
        self._lists, self._terms = lists, terms
        self._factors = np.array([wanted.factor for wanted in terms])
        self._sizes = [wanted.record.frequency for wanted in terms]
        self.exact = sum(self._sizes) <= EXACT
        if self.exact:
            postings = [lists.postings(wanted.record) for wanted in terms]
            self._held = [numbers for numbers, _ in postings]
            saturated = joined([parts for _, parts in postings] or [_NO_SCORES])
            self.values = lists.weighed(self._factors.repeat(self._sizes), saturated)
        else:
            self._of = [lists.of(wanted.record) for wanted in terms]
            self._held = [of.numbers() for of in self._of]
            self._codes = joined([of.codes for of in self._of])
            rows = zip(lists.bounds(terms), self._of, strict=True)
            self.values = joined([bounds.take(of.codes) for bounds, of in rows])
        self.numbers = joined(self._held or [_NONE])
        self._doubled = self._into = _NONE
        if len(terms) > 1:
            self._sum_up(buffer)
        if mask is not None:
            self.values[~mask[self.numbers]] = DONE

    def _sum_up(self, buffer: NDArray[np.uint32]) -> None:
        """Add up the values of each paragraph that is in several lists at one of its places."""
        numbers = self.numbers
        kind = np.uint16 if len(numbers) <= TWO_BYTES else np.uint32  # less memory is sooner written
        last, places = buffer.view(kind), np.arange(len(numbers), dtype=kind)
        last[numbers] = places
        into = last.take(numbers)  # the place written last for the paragraph
        doubled = (into != places).nonzero()[0]
        if len(doubled):
            self._doubled, self._into = doubled, into[doubled].astype(np.int64)
            np.add.at(self.values, self._into, self.values[doubled])
            self.values[doubled] = DONE

    def add(self, others: Numbers) -> None:
        """Take other paragraphs, too, as if they held none of the terms; see ``settled``."""
        self.numbers = np.concatenate((self.numbers, others))
        self.values = np.concatenate((self.values, np.zeros(len(others))))
        if not self.exact:
            self._codes = np.concatenate((self._codes, np.zeros(len(others), np.uint8)))

    def settled(self, places: Numbers) -> Numbers:
        """Return ascending places without those of added paragraphs that hold a term after all."""
        at = int(places.searchsorted(sum(self._sizes)))
        if at == len(places):
            return places
        others = self.numbers.take(places[at:])
        free = np.ones(len(others), np.bool_)
        for held in self._held:
            free &= held.take(held.searchsorted(others), mode="clip") != others
        return np.concatenate((places[:at], places[at:][free]))

    def scores(self, places: Numbers) -> Scores:
        """Return what the terms add to the scores of the paragraphs at some ascending places, exactly."""
        if self.exact:
            return self.values.take(places)
        scores = self._shares_at(places)
        if len(self._doubled) and len(places):
            at = places.searchsorted(self._into)
            hits = (places.take(at, mode="clip") == self._into).nonzero()[0]
            np.add.at(scores, at[hits], self._shares_at(self._doubled[hits]))
        return scores

    def _shares_at(self, places: Numbers) -> Scores:
        """Return the shares of the postings at some places, by their codes."""
        lists, codes, numbers = self._lists, self._codes.take(places), self.numbers.take(places)
        owners = np.array([*accumulate(self._sizes)]).searchsorted(places, side="right")
        counts = lists.counts(codes)
        if lists.overflow(self._terms):
            for owner, of in enumerate(self._of):
                own = (owners == owner).nonzero()[0]
                counts[own] = lists.mended(counts[own], codes[own], of.record, numbers[own])
        factors = self._factors.take(owners, mode="clip")  # the code of what was added is 0
        return lists.shares(factors, lists.norms().take(numbers), counts)


def joined(arrays: Sequence[NDArray[Item]]) -> NDArray[Item]:
    """Return at least one array, end to end."""
    return arrays[0] if len(arrays) == 1 else np.concatenate(arrays)
