"""Paragraphs that repeat one another, found by the grams they share. Imported only to build.

Two repeat one another when half the grams of the smaller stand in the larger; a gram in more than forty
paragraphs is a formula (a page's furniture) and counts as not shared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from index.embedded.grams import AT_ONCE, Grams, Grams32, joined
from index.text.repeats import COMMON, REPEATED
from index.values import frozen

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
_SCANNED = 1 << 16  # grams looked through at once: what a processor keeps at hand
_FILTER = (1 << 18) - 1  # bits of a gram that tell at once whether it can be one of those looked for


def all_pairs(grams: Grams) -> Numbers:
    """Return the pairs of paragraphs of one file, a row each, smaller number first, in order.

    Two readings: the first counts how many of its grams each paragraph shares with a few others; only
    those that share half can be the smaller of a pair, and only their grams are paired in the second.
    """
    sizes = joined([grams])
    shared = np.zeros(len(sizes), np.int64)
    for numbers, _ in _runs(grams):
        shared += np.bincount(numbers, minlength=len(sizes))
    may_be = (sizes > 0) & (shared >= REPEATED * sizes)
    if not may_be.any():
        return np.empty((0, 2), np.int64)
    return _paired(_runs(grams), sizes, may_be)


@frozen
class Held:
    """Ascending grams, and who holds them: places in ``wanted``, and for each a paragraph's number."""

    wanted: Grams32
    which: Numbers
    numbers: Numbers


class Holders:
    """Which paragraphs hold some grams; the files are read once, or each time where the grams are many."""

    def __init__(self, parts: Sequence[Grams], paragraphs: Numbers, others: Sequence[Grams32] = ()) -> None:
        """Look for the grams of some paragraphs, given by number, ascending, and for others."""
        self._parts = parts
        self.sizes = joined(parts)
        self._wanted = np.unique(np.concatenate((_grams_of(parts, paragraphs), *others)))
        self._known: Held | None = None

    def __iter__(self) -> Iterator[Held]:
        """Yield who holds the grams, some of the grams at once."""
        for first in range(0, len(self._wanted), AT_ONCE):
            held = self._known or _held(self._parts, self._wanted[first : first + AT_ONCE])
            if len(self._wanted) <= AT_ONCE:
                self._known = held
            yield held


def pairs_with(holders: Holders, chosen: Numbers, alive: Flags) -> Numbers:
    """Return the pairs that hold one of some paragraphs, smaller number first; dead ones count nowhere.

    ``holders`` are those of the grams of the chosen paragraphs, or of more.
    """
    picked = np.zeros(len(alive), np.bool_)
    picked[chosen] = True
    living = ((held, alive[held.numbers]) for held in holders)
    runs = (_sorted_runs(held.which[lives], held.numbers[lives]) for held, lives in living)
    return _paired(runs, holders.sizes, None, picked)


def crossing(
    holders: Holders, fresh: Numbers, gone: Numbers, lost: Sequence[Grams32], alive: Flags
) -> Numbers:
    """Return older living paragraphs with a gram that has become a formula, or is none any more.

    ``fresh`` ones have come and ``gone`` ones have died since the pairs were last found, as have those
    whose grams are ``lost``; ``holders`` are those of all these grams, ``alive`` is as it is now.
    """
    before = alive.copy()
    before[fresh], before[gone] = False, True
    found = [np.empty(0, np.int64)]
    for held in holders:
        was = np.bincount(held.which[before[held.numbers]], minlength=len(held.wanted))
        for grams in lost:
            at = held.wanted.searchsorted(grams)
            was[at[held.wanted.take(at, mode="clip") == grams]] += 1
        now = np.bincount(held.which[alive[held.numbers]], minlength=len(held.wanted))
        changed = ((was > COMMON) != (now > COMMON))[held.which]
        found.append(held.numbers[changed & before[held.numbers] & alive[held.numbers]])
    return np.unique(np.concatenate(found))


def _grams_of(parts: Sequence[Grams], numbers: Numbers) -> Grams32:
    found = [np.empty(0, np.uint32)]
    for part in parts:
        inside = numbers[(numbers >= part.base) & (numbers < part.base + len(part.starts) - 1)]
        for run in np.split(inside, np.flatnonzero(np.diff(inside) != 1) + 1):
            if len(run):
                found.append(part.of(int(run[0]), int(run[-1])))
    return np.unique(np.concatenate(found))


def _held(parts: Sequence[Grams], wanted: Grams32) -> Held:
    which, numbers = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    may_be = np.zeros(_FILTER + 1, np.bool_)
    may_be[wanted & _FILTER] = True
    for part in parts:
        for first, values in part.blocks(_SCANNED):
            at = may_be[values & _FILTER].nonzero()[0]
            place = wanted.searchsorted(values[at])
            same = wanted.take(place, mode="clip") == values[at]
            if same.any():
                which.append(place[same])
                numbers.append(part.base + part.starts.searchsorted(first + at[same], side="right") - 1)
    return Held(wanted, np.concatenate(which), np.concatenate(numbers))


def _runs(grams: Grams) -> Iterator[tuple[Numbers, Numbers]]:
    """Yield the paragraphs of shared grams, gram by gram: numbers, and where each gram's begin, and the end.

    Grams are hashes, so that equal shares of their range hold about equally many of them.
    """
    shares = 1 + int(grams.starts[-1]) // AT_ONCE
    for share in range(shares):
        low, high = (share << 32) // shares, ((share + 1) << 32) // shares
        values, numbers = [np.empty(0, np.uint32)], [np.empty(0, np.int64)]
        for first, block in grams.blocks(AT_ONCE):
            at = ((block >= low) & (block < high)).nonzero()[0] if shares > 1 else np.arange(len(block))
            values.append(block[at])
            numbers.append(grams.starts.searchsorted(first + at, side="right") - 1)
        yield _sorted_runs(np.concatenate(values), np.concatenate(numbers))


def _sorted_runs(keys: NDArray[np.integer], numbers: Numbers) -> tuple[Numbers, Numbers]:
    """Return the numbers by key, ascending within each, of keys that a few share; and where each begins."""
    order = np.lexsort((numbers, keys))
    keys, numbers = keys[order], numbers[order]
    starts = (
        np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.empty(0, int)
    )
    lengths = np.diff(starts, append=len(keys))
    few = (lengths > 1) & (lengths <= COMMON)
    numbers = numbers[np.repeat(few, lengths)]
    ends = np.cumsum(lengths[few])
    return numbers, np.concatenate(([0], ends)).astype(np.int64)


def _paired(
    runs: Iterator[tuple[Numbers, Numbers]],
    sizes: Numbers,
    smaller: Flags | None,
    either: Flags | None = None,
) -> Numbers:
    """Return the pairs that share enough, with ``either`` at one end, and ``smaller`` at the smaller one."""
    keys, counts = np.empty(0, np.int64), np.empty(0, np.int64)
    for numbers, starts in runs:
        found = [keys]
        lengths = np.diff(starts)
        for length in np.unique(lengths):
            rows = numbers[starts[:-1][lengths == length][:, None] + np.arange(length)]
            for one, other in zip(*np.triu_indices(length, 1), strict=True):
                ones, others = rows[:, one], rows[:, other]
                kept = np.ones(len(ones), np.bool_)
                if smaller is not None:
                    kept &= (smaller[ones] & (sizes[ones] <= sizes[others])) | (
                        smaller[others] & (sizes[others] <= sizes[ones])
                    )
                if either is not None:
                    kept &= either[ones] | either[others]
                found.append(ones[kept] * len(sizes) + others[kept])
        each = [counts, *(np.ones(len(more), np.int64) for more in found[1:])]
        keys, where = np.unique(np.concatenate(found), return_inverse=True)
        counts = np.bincount(where, np.concatenate(each), minlength=len(keys)).astype(np.int64)
    ones, others = np.divmod(keys, max(1, len(sizes)))
    enough = counts >= REPEATED * np.minimum(sizes[ones], sizes[others])
    return np.stack((ones[enough], others[enough]), axis=1)
