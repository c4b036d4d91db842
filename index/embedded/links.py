"""Independent sources: which paragraphs repeat one another, and which articles are of one source.

Two articles share a source when half the word 4-grams of the smaller stand in the larger, what both quote
left out, or when they are in two languages and their paragraphs match in order. Whether two do depends on
these two alone, so that for an article that comes or goes only its own pairs are looked at.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from index.embedded.catalog_writer import CatalogWriter
from index.embedded.grams import Grams, hashed_grams
from index.embedded.pairs import Flags, Holders, Numbers, all_pairs, crossing, pairs_with
from index.embedded.rows import Entry, library_key
from index.embedded.translations import find_translations
from index.model import QUOTABLE, Paragraph, Place
from index.text.repeats import REPEATED, containment, grams

_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|\"[^\"]*\"")
_KNOWN_ARTICLES = 256  # whose grams are kept
_KNOWN_PLACES = 4_096
_COPY, _TRANSLATION = "copy", "translation"

Join = tuple[str, str, str]


def link_all(writer: CatalogWriter, part: Grams) -> None:
    """Find all repeats and sources of a catalogue that has just been filled."""
    place_of = _places(writer)
    candidates: set[tuple[str, str]] = set()
    for posting, partners in _partners(all_pairs(part)):
        here = place_of(posting).article
        places = [place_of(partner) for partner in partners]
        writer.set_also_in(posting, places)
        candidates |= {(here, place.article) for place in places if here < place.article}
    joins = [*_copies(writer, candidates)]
    joins += [_join(one, other, _TRANSLATION) for one, other in find_translations(writer.catalog)]
    _group(writer, joins)


def link_changes(
    writer: CatalogWriter,
    parts: Sequence[Grams],
    alive: Flags,
    base: int,
    added: Sequence[str],
    removed: Sequence[Entry],
) -> None:
    """Bring repeats and sources up to date after articles were ``added`` and paragraphs ``removed``.

    Paragraphs from number ``base`` on were added, and ``alive`` tells which of all are not dead.
    """
    fresh = np.arange(base, len(alive))
    gone = [entry for entry in removed if entry.posting is not None]
    died = np.array([entry.posting for entry in gone if (entry.posting or 0) < base], np.int64)
    lost = [hashed_grams(entry.paragraph.text) for entry in gone if (entry.posting or 0) >= base]
    holders = Holders(parts, np.union1d(died, fresh), lost)
    stirred = [*_entries(writer, crossing(holders, fresh, died, lost, alive))]
    chosen = np.union1d(fresh, np.array([entry.posting for entry in stirred], np.int64)).astype(np.int64)
    if stirred:
        holders = Holders(parts, chosen)
    changed = _spread(writer, [*gone, *stirred], pairs_with(holders, chosen, alive), stirred)
    touched = {*added, *changed, *(entry.paragraph.article for entry in stirred)}
    left = {entry.paragraph.article for entry in removed} - set(added)
    joins = [
        (one, other, kind)
        for one, other, kind in writer.catalog.joins()
        if not {one, other} & (left | set(added)) and (kind != _COPY or not {one, other} & touched)
    ]
    candidates = {
        (min(article, place.article), max(article, place.article))
        for article in touched
        for entry in writer.catalog.entries("a.id = ?", (article,))
        for place in entry.also_in
        if place.article != article
    }
    joins += _copies(writer, candidates)
    joins += [_join(one, other, _TRANSLATION) for one, other in find_translations(writer.catalog, added)]
    _group(writer, joins)


def _spread(
    writer: CatalogWriter, dropped: Sequence[Entry], pairs: Numbers, stirred: Sequence[Entry]
) -> set[str]:
    """Take all that was said of some paragraphs out of their partners' rows, and put new pairs in.

    Return the articles of those whose rows were changed.
    """
    gone = {_spot(entry.paragraph) for entry in dropped}
    new: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in pairs.tolist():
        new[one].append(other)
        new[other].append(one)
    rows: dict[int | None, Entry] = {entry.posting: entry for entry in stirred}
    for entry in dropped:
        for place in entry.also_in:
            where = "a.id = ? AND p.start = ?"
            rows |= {row.posting: row for row in writer.catalog.entries(where, (place.article, place.start))}
    rows |= {row.posting: row for row in _entries(writer, np.array([*new], np.int64))}
    place_of = _places(writer)
    emptied = {entry.posting for entry in stirred}
    for posting, row in rows.items():
        if posting is None:
            continue
        kept = [] if posting in emptied else [p for p in row.also_in if (p.file, p.start, p.end) not in gone]
        places = [*kept, *(place_of(partner) for partner in new[posting])]
        writer.set_also_in(posting, sorted(set(places), key=lambda p: (library_key(p.file), p.start)))
    return {row.paragraph.article for row in rows.values()}


def _entries(writer: CatalogWriter, postings: Numbers) -> Iterator[Entry]:
    for posting in postings.tolist():
        yield from writer.catalog.entries("p.posting = ?", (posting,))


def _spot(paragraph: Paragraph) -> tuple[str, int, int]:
    return paragraph.file, paragraph.start, paragraph.end


def _partners(pairs: Numbers) -> Iterator[tuple[int, list[int]]]:
    """Yield each paragraph that repeats others, ascending, with these, ascending."""
    both = np.concatenate((pairs, pairs[:, ::-1]))
    both = both[np.lexsort((both[:, 1], both[:, 0]))]
    new = np.flatnonzero(np.diff(both[:, 0], prepend=-1, append=-1))
    for first, end in pairwise(new.tolist()):
        yield int(both[first, 0]), both[first:end, 1].tolist()


def _places(writer: CatalogWriter) -> Callable[[int], Place]:
    @lru_cache(maxsize=_KNOWN_PLACES)
    def place_of(posting: int) -> Place:
        (entry,) = writer.catalog.by_posting([posting]).values()
        p = entry.paragraph
        return Place(p.article, p.file, p.start, p.end)

    return place_of


def _copies(writer: CatalogWriter, candidates: Iterable[tuple[str, str]]) -> Iterator[Join]:
    """Yield those pairs of articles of which one is made of the other."""

    @lru_cache(maxsize=_KNOWN_ARTICLES)
    def whole(article: str) -> frozenset[int]:
        entries = writer.catalog.entries("a.id = ?", (article,))
        texts = [entry.paragraph.text for entry in entries if entry.paragraph.role in QUOTABLE]
        return frozenset().union(*(grams(_QUOTED.sub(" ", text)) for text in texts))

    for one, other in sorted(candidates):
        if containment(whole(one), whole(other)) >= REPEATED:
            yield _join(one, other, _COPY)


def _join(one: str, other: str, kind: str) -> Join:
    return min(one, other), max(one, other), kind


def _group(writer: CatalogWriter, joins: Sequence[Join]) -> None:
    """Write down joins and the groups that follow from them; a group has its first article's id."""
    writer.set_joins(joins)
    leader: dict[str, str] = {}

    def lead(article: str) -> str:
        while (above := leader.setdefault(article, article)) != article:
            article = above
        return article

    for one, other, _ in sorted(joins):
        first, second = sorted((lead(one), lead(other)))
        leader[second] = first
    writer.set_groups({article: lead(article) for article in leader})
