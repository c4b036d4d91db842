"""Independent sources: which paragraphs repeat one another, and which articles are of one source.

Two articles share a source when half the word 4-grams of the smaller stand in the larger, what both quote
left out, and they differ in no name, number or denial; or when they are in two languages and one translates
the other. Whether two do depends on these two alone, so that for an article that comes or goes only its own
pairs are looked at.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import islice, pairwise

import numpy as np

from index.embedded.catalog_writer import CatalogWriter
from index.embedded.grams import Grams, Grams32, hashed_grams, joined
from index.embedded.pairs import Flags, Holders, Numbers, all_pairs, crossing, pairs_with
from index.embedded.rows import Entry, library_key
from index.embedded.translations import find_translations
from index.embedded.wordings import differ, same_spans
from index.model import Paragraph, Place
from index.text.repeats import REPEATED
from index.values import replace

_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|\"[^\"]*\"")
_KNOWN_ARTICLES = 20_000  # whose grams are kept: some 1 kB each
_NONE = np.empty(0, np.uint32)
_KNOWN_PLACES = 4_096
_COVERED = 0.3  # of an article's grams in repeated paragraphs, without which half of them stand in no other
_SHOWN = 8  # places of one paragraph that an answer can name
_AT_ONCE = 1_000  # paragraphs read at once
_COPY, _TRANSLATION = "copy", "translation"

Join = tuple[str, str, str]


def link_all(writer: CatalogWriter, part: Grams) -> None:
    """Find all repeats and sources of a catalogue that has just been filled."""
    pairs = all_pairs(part)
    spots = _Spots(writer, pairs)
    for posting, partners in _partners(pairs):
        writer.set_also_in(
            posting, _with_same(spots.text(posting), map(spots.place, partners), spots.text_at)
        )
    joins = [*_copies(writer, spots.covered(pairs, joined([part])))]
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
    covers = _Covers(writer)
    candidates = {
        (min(article, other), max(article, other))
        for article in touched
        for other in covers.partners(article)
        if covers.may_be_copies(article, other)
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
    place_of, text_at = _places(writer), _texts(writer)
    emptied = {entry.posting for entry in stirred}
    for posting, row in rows.items():
        if posting is None:
            continue
        kept = [] if posting in emptied else [p for p in row.also_in if (p.file, p.start, p.end) not in gone]
        places = {replace(place, same=()) for place in kept} | {place_of(partner) for partner in new[posting]}
        ordered = sorted(places, key=lambda p: (library_key(p.file), p.start))
        writer.set_also_in(posting, _with_same(row.paragraph.text, ordered, text_at))
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


def _texts(writer: CatalogWriter) -> Callable[[Place], str]:
    @lru_cache(maxsize=_KNOWN_PLACES)
    def text_at(place: Place) -> str:
        (entry,) = writer.catalog.entries("a.id = ? AND p.start = ?", (place.article, place.start))
        return entry.paragraph.text

    return text_at


def _with_same(text: str, places: Iterable[Place], text_at: Callable[[Place], str]) -> list[Place]:
    """Return the places where a paragraph is repeated, of the first few which of its words stand there.

    More are neither shown nor read: a wire report stands in fifty papers.
    """
    first, rest = [*islice(places := iter(places), _SHOWN)], places
    same = same_spans(text, [text_at(place) for place in first])
    return [*(replace(place, same=spans) for place, spans in zip(first, same, strict=True)), *rest]


class _Spots:
    """Where the paragraphs of a new catalogue stand, and the texts of those that are repeated."""

    def __init__(self, writer: CatalogWriter, pairs: Numbers) -> None:
        self._catalog = writer.catalog
        spots = [*writer.catalog.spots()]
        names = dict.fromkeys(article for article, *_ in spots)
        numbers = {name: number for number, name in enumerate(names)}
        self._spots, self._names = spots, [*names]
        self._of = np.array([numbers[article] for article, *_ in spots], np.int64)
        self._known: dict[tuple[str, int], str] = {}
        for few in np.array_split(np.unique(pairs), 1 + len(pairs) // _AT_ONCE):
            for file, start, text in self._catalog.repeated_texts(few.tolist()):
                self._known[file, start] = text

    def place(self, posting: int) -> Place:
        return Place(*self._spots[posting])

    def text(self, posting: int) -> str:
        return self.text_at(self.place(posting))

    def text_at(self, place: Place) -> str:
        return self._known[place.file, place.start]

    def covered(self, pairs: Numbers, sizes: Numbers) -> set[tuple[str, str]]:
        """Return the pairs of articles of which the smaller may be made of the larger, smaller id first."""
        count = len(self._names)
        whole = np.bincount(self._of, sizes, minlength=count)
        found: set[tuple[str, str]] = set()
        for ones, others in ((pairs[:, 0], pairs[:, 1]), (pairs[:, 1], pairs[:, 0])):
            mine, theirs = self._of[ones], self._of[others]
            apart = mine != theirs
            keys = np.unique(np.stack((mine[apart] * count + theirs[apart], ones[apart]), axis=1), axis=0)
            both, where = np.unique(keys[:, 0], return_inverse=True)
            held = np.bincount(where, sizes[keys[:, 1]], minlength=len(both))
            mine, theirs = np.divmod(both, max(1, count))
            kept = (whole[mine] <= whole[theirs]) & (held >= _COVERED * whole[mine])
            names = ((self._names[a], self._names[b]) for a, b in zip(mine[kept], theirs[kept], strict=True))
            found |= {(min(pair), max(pair)) for pair in names}
        return found


class _Covers:
    """How much of articles stands in paragraphs that others repeat; the same as ``_Spots.covered``."""

    def __init__(self, writer: CatalogWriter) -> None:
        self._read = lru_cache(maxsize=_KNOWN_ARTICLES)(partial(_covers_of, writer))

    def partners(self, article: str) -> frozenset[str]:
        """Return the articles that repeat a paragraph of one."""
        return frozenset(name for _, names in self._read(article)[1] for name in names) - {article}

    def may_be_copies(self, one: str, other: str) -> bool:
        """Whether enough of the smaller of two articles stands in paragraphs that the larger repeats."""
        for here, there in ((one, other), (other, one)):
            size, repeated = self._read(here)
            held = sum(grams_there for grams_there, names in repeated if there in names)
            if size <= self._read(there)[0] and held >= _COVERED * size:
                return True
        return False


def _covers_of(writer: CatalogWriter, article: str) -> tuple[int, list[tuple[int, frozenset[str]]]]:
    """Return how many grams an article has, and for each repeated paragraph its grams and who repeats it."""
    whole = 0
    repeated = []
    for entry in writer.catalog.entries("a.id = ? AND p.posting IS NOT NULL", (article,)):
        size = len(hashed_grams(entry.paragraph.text))
        whole += size
        if entry.also_in:
            repeated.append((size, frozenset(place.article for place in entry.also_in)))
    return whole, repeated


def _copies(writer: CatalogWriter, candidates: Iterable[tuple[str, str]]) -> Iterator[Join]:
    """Yield those pairs of articles of which one is made of the other, and says nothing else."""

    @lru_cache(maxsize=_KNOWN_ARTICLES)
    def whole(article: str) -> Grams32:
        texts = writer.catalog.quotable_texts(article)
        return np.unique(np.concatenate([hashed_grams(_QUOTED.sub(" ", text)) for text in texts] or [_NONE]))

    texts_of = writer.catalog.quotable_texts
    for one, other in sorted(candidates):
        mine, theirs = whole(one), whole(other)
        shared = np.intersect1d(mine, theirs, assume_unique=True).size
        if 0 < REPEATED * min(mine.size, theirs.size) <= shared and not differ(
            texts_of(one), texts_of(other)
        ):
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
