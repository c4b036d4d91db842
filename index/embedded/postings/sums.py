"""A byte for each paragraph: bounds of what frequent terms add to its score, summed up a library at a time.

The standard library adds bytes quickest as the digits of two large numbers, none of which may overflow: at
100,000 paragraphs, questions with common words take 4 milliseconds, and 19 where their lists are added up.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from index.values import frozen

BYTE = 255


@frozen
class Sums:
    """A byte for each paragraph: how many units of a score its bounds sum up to, rounded upwards."""

    each: bytes
    unit: float

    def reaching(self, least: float) -> list[int]:
        """Return the paragraphs above 0 whose bound is not below ``least``, ascending."""
        lowest = max(1, int(least / self.unit))
        chosen = self.each.translate(bytes(lowest) + b"\1" * (BYTE + 1 - lowest)) if lowest <= BYTE else b""
        found, at = [], chosen.find(1)
        while at >= 0:
            found.append(at)
            at = chosen.find(1, at + 1)
        return found

    def best(self, size: int) -> float:
        """Return the highest bound that ``size`` paragraphs reach, 0 where fewer have any."""
        for value in range(BYTE, 0, -1):
            size -= self.each.count(value)
            if size <= 0:
                return value * self.unit
        return 0.0


def sum_up(codes: Sequence[bytes], bounds: Sequence[Sequence[float]], mask: bytearray | None) -> Sums:
    """Return the sums of some terms, up to 127: a code for each paragraph, a bound for each code.

    Paragraphs that are 0 in ``mask`` get 0.
    """
    unit = sum(map(max, bounds)) / (BYTE - len(bounds))
    total = 0
    for own_codes, own_bounds in zip(codes, bounds, strict=True):
        digits = bytes([ceil(bound / unit) for bound in own_bounds])
        total += int.from_bytes(own_codes.translate(digits), "little")
    if mask is not None:
        total &= int.from_bytes(mask.translate(b"\0" + bytes([BYTE]) * BYTE), "little")
    return Sums(total.to_bytes(len(codes[0]), "little"), unit)
