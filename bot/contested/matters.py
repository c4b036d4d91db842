"""Which articles of a large library may tell of one matter: those that speak of the same names.

Every rule for points that nobody asked for compares texts only where their sources tell of one event
(``one_event``). So a library need not be compared as a whole: its articles fall into matters, within which
the rules find what they would find in all of it, in the time and memory that one matter takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.contested.one_event import ACROSS, ALIKE, SHORT
from index.values import frozen

_MOST_PARAGRAPHS = 500  # of a matter: in larger ones the rules compare only the first of a kind
_NEAREST = 32  # articles that each one is tied to: those that share the rarest names with it
_NEAR = 0.1  # of 1, for the same rare names equally often: what only shares common ones is no nearer
_ROUNDS = 3  # matters that an article may stand in, where one would be too large

Edge = tuple[float, int, int]  # how near, and two articles by number; the nearest first


@frozen
class Told:
    """What an article is compared by."""

    id: str
    group: str  # the independent source it counts for
    language: str | None
    size: int  # paragraphs
    names: Mapping[str, int]  # each with how often it stands there


def matters(articles: Sequence[Told]) -> list[tuple[int, ...]]:
    """Return the numbers of the articles of each matter, ascending; every article stands in one at least."""
    sizes = [article.size for article in articles]
    found: list[tuple[int, ...]] = []
    edges = sorted(set(_edges(articles)))
    alone = set(range(len(articles)))
    for _ in range(_ROUNDS):
        together, edges = _joined(edges, sizes)
        found += together
        alone.difference_update(*together)
        if not edges:
            break
    return sorted([*found, *((number,) for number in alone)])


def _joined(edges: Sequence[Edge], sizes: Sequence[int]) -> tuple[list[tuple[int, ...]], list[Edge]]:
    """Return articles joined by the nearest edges first, and the edges for which there was no room."""
    top: dict[int, int] = {}
    held: dict[int, list[int]] = {}

    def of(number: int) -> int:
        while top.setdefault(number, number) != number:
            top[number] = number = top[top[number]]
        return number

    left: list[Edge] = []
    room: dict[int, int] = {}
    for edge in edges:
        one, other = of(edge[1]), of(edge[2])
        if one == other:
            continue
        together = room.get(one, sizes[one]) + room.get(other, sizes[other])
        if together > _MOST_PARAGRAPHS:
            left.append(edge)
            continue
        top[other], room[one] = one, together
        held[one] = [*held.pop(one, [one]), *held.pop(other, [other])]
    return [tuple(sorted(row)) for row in held.values()], [e for e in left if of(e[1]) != of(e[2])]


def _edges(articles: Sequence[Told]) -> Iterator[Edge]:
    """Yield each article with the nearest of those that may tell of its event."""
    table = _Names(articles)
    for number, article in enumerate(articles):
        for other, nearness in table.nearest(number):
            if article.group != articles[other].group:
                yield -nearness, min(number, other), max(number, other)


class _Names:
    """The names of all articles as numbers: of each article, and of each name in which articles it stands."""

    def __init__(self, articles: Sequence[Told]) -> None:
        numbers: dict[str, int] = {}
        rows = []
        for article in articles:
            ids = [numbers.setdefault(name, len(numbers)) for name in article.names]
            weights = np.log1p(np.array([*article.names.values()], np.float32))
            rows.append((np.array(ids, np.int32), weights))
        self._rows = rows
        self._sizes = np.array([len(ids) for ids, _ in rows], np.int32)
        languages = {article.language: number for number, article in enumerate(articles)}
        self._languages = np.array([languages[article.language] for article in articles], np.int32)
        self._norms = np.array([float(np.sqrt((w * w).sum())) or 1.0 for _, w in rows], np.float32)
        self._where = _turned(rows, len(numbers))
        spread = np.array([len(where) for where, _ in self._where], np.float32)
        self._rarity = np.log1p(len(articles) / np.maximum(spread, 1))
        self._rare_norms = np.array(
            [float(np.sqrt(((w * self._rarity[ids]) ** 2).sum())) or 1.0 for ids, w in rows], np.float32
        )
        self._plain, self._telling = np.zeros((2, len(articles)), np.float32)

    def nearest(self, number: int) -> list[tuple[int, float]]:
        """Return the articles that may tell of the event of one, with how near they are to it."""
        plain, telling = self._plain, self._telling
        plain[:], telling[:] = 0, 0
        ids, weights = self._rows[number]
        for name, weight in zip(ids, weights, strict=True):
            where, theirs = self._where[name]
            product = weight * theirs
            plain[where] += product
            telling[where] += product * self._rarity[name] ** 2
        plain[number] = 0
        others = np.flatnonzero(plain)
        cosine = plain[others] / (self._norms[others] * self._norms[number])
        least = np.where(self._languages[others] == self._languages[number], ALIKE, ACROSS)
        short = np.minimum(self._sizes[others], self._sizes[number]) < SHORT
        others = others[short | (cosine >= least)]
        near = telling[others] / (self._rare_norms[others] * self._rare_norms[number])
        best = np.argsort(-near, kind="stable")[:_NEAREST]
        return [(int(others[at]), float(near[at])) for at in best if near[at] >= _NEAR]


Row = tuple[NDArray[np.int32], NDArray[np.float32]]


def _turned(rows: Sequence[Row], names: int) -> list[Row]:
    """Return for each name the articles in which it stands, with its weight in each."""
    held = np.concatenate([ids for ids, _ in rows] or [np.empty(0, np.int32)])
    weights = np.concatenate([w for _, w in rows] or [np.empty(0, np.float32)])
    owners = np.repeat(np.arange(len(rows), dtype=np.int32), [len(ids) for ids, _ in rows])
    order = np.argsort(held, kind="stable")
    ends = np.cumsum(np.bincount(held, minlength=names))[:-1] if names else np.empty(0, np.int64)
    parts = zip(np.split(owners[order], ends), np.split(weights[order], ends), strict=True)
    return list(parts) if names else []
