"""Which articles of two languages translate each other, and so are of one source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations

from index.embedded.catalog_reading import Ledger
from index.embedded.catalog_writer import LONG
from index.embedded.rows import Marks
from index.text.denial import denial_words
from index.text.letters import CAPITAL
from index.text.terms import fold
from index.values import frozen

_ANCHOR = re.compile(rf"\d+(?:[.,]\d+)*|\b{CAPITAL}\w{{3,}}|\b\w{{7,}}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# A translation keeps names, numbers and words of common origin where they stand. Those that stand in one
# paragraph only tell: an article and its translation had .32 of these in common in paragraphs that match in
# order, a hundred pairs of other articles on one subject under .1, for a subject's names are everywhere.
_TRANSLATED = 0.2
_COVERED = 0.6  # of the paragraphs have a partner: .78 in that pair
_LEAST_COMMON = 6  # anchors; fewer are chance
_SHORTER, _LONGER = 0.55, 1.8  # a paragraph's words over its translation's
_TURNED = 0.2  # of the pairs, in which one denies and the other does not: idioms do
_BAND = 3  # paragraphs by which translations run ahead or behind
_LOCAL = 4  # of so many paragraphs an anchor of one stands in no other
_SAME_FIGURES = 0.6  # some are written as words in one language and with digits in the other
_MOST_COMPARED = 2_000  # articles in two languages; above, only those with equal dates would be worth it
_LEAST = 3  # long paragraphs, without which there is nothing to compare
_KNOWN_BODIES = 500  # articles whose anchors are kept: some 10 kB each


@frozen
class Told:
    """What a paragraph tells of being another's translation: its own anchors, numbers, length, denial."""

    anchors: frozenset[str]
    numbers: frozenset[str]
    words: int
    denies: bool


Body = Sequence[Told]


def compared_languages(long: Mapping[str, int]) -> list[tuple[str, str]]:
    """Return the pairs of languages whose articles are few enough to be compared, each with each."""
    return [
        (one, other)
        for one, other in combinations(sorted(long), 2)
        if long[one] * long[other] <= _MOST_COMPARED**2
    ]


def find_translations(catalog: Ledger, fresh: Sequence[str] | None = None) -> Iterator[tuple[str, str]]:
    """Yield pairs of article ids; of the ``fresh`` articles with all others, or of all where it is None."""
    bodies = _bodies(catalog)
    long = long_articles(catalog)
    for one, other in compared_languages(long):
        if fresh is None:
            few, many = sorted((one, other), key=long.__getitem__)  # the few are held in memory
            yield from _matches(_marks(catalog, many), list(_marks(catalog, few)), bodies)
        else:
            for here, there in ((one, other), (other, one)):
                new = [marks for marks in _marks(catalog, here) if marks.article in set(fresh)]
                if new:
                    pairs = _matches(_marks(catalog, there), new, bodies)
                    yield from ((marks, found) for marks, found in pairs)


def long_articles(catalog: Ledger) -> dict[str, int]:
    """Return by language how many articles are long enough to be compared."""
    return catalog.long_articles(_LEAST)


def _marks(catalog: Ledger, language: str) -> Iterator[Marks]:
    return catalog.marks("m.language = ? AND m.long >= ?", (language, _LEAST))


def _matches(
    ones: Iterable[Marks], others: Sequence[Marks], bodies: Callable[[str], Body]
) -> Iterator[tuple[str, str]]:
    """Yield the pairs of which one translates the other; the bodies of the others are held in memory."""
    holders: dict[str, list[int]] = {}
    read: dict[int, Body] = {}
    for one in ones:
        fit = [
            at
            for at, other in enumerate(others)
            if _same_authors(one, other) and _same_figures(one.figures, other.figures)
        ]
        for at in fit:
            if at not in read:
                read[at] = bodies(others[at].article)
                for anchor in _all_anchors(read[at]):
                    holders.setdefault(anchor, []).append(at)
        mine = bodies(one.article) if fit else ()
        shared = Counter(at for anchor in _all_anchors(mine) for at in holders.get(anchor, ()))
        fits = frozenset(fit)
        for at in sorted(at for at, count in shared.items() if count >= _LEAST_COMMON and at in fits):
            # one order for a pair, whichever is the new one
            other, theirs = others[at], read[at]
            turned = str(other.language) < str(one.language)
            if _translates(theirs, mine) if turned else _translates(mine, theirs):
                yield (other.article, one.article) if turned else (one.article, other.article)


def _all_anchors(body: Body) -> frozenset[str]:
    return frozenset().union(*(told.anchors for told in body))


def _bodies(catalog: Ledger) -> Callable[[str], Body]:
    @lru_cache(maxsize=_KNOWN_BODIES)
    def body(article: str) -> Body:
        texts = catalog.quotable_texts(article)
        return _told([text for text in texts if len(text.split()) >= LONG])

    return body


def _same_authors(one: Marks, other: Marks) -> bool:
    """Whether two articles name an author in common, or one of them names none."""
    if not (one.authors and other.authors):
        return True
    return not {fold(name) for name in one.authors}.isdisjoint(map(fold, other.authors))


def _same_figures(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two articles share their figures: reports of one event share its names, translations these."""
    return len(mine & theirs) >= _SAME_FIGURES * min(len(mine), len(theirs))


def _translates(one: Body, other: Body) -> bool:
    """Whether the paragraphs of two articles match in order, name by name, and none denies its partner."""
    if not 0.75 <= len(one) / len(other) <= 1.34:
        return False
    held = sum(len(each.anchors) for each in (*one, *other))
    mine, theirs = (frozenset().union(*(each.anchors for each in body)) for body in (one, other))
    if 2 * len(mine & theirs) < _TRANSLATED * held:
        return False
    pairs = _aligned(one, other)
    common = sum(len(first.anchors & second.anchors) for first, second in pairs)
    if common < _LEAST_COMMON or 2 * common < _TRANSLATED * held:
        return False
    if 2 * len(pairs) < _COVERED * (len(one) + len(other)):
        return False
    if any(a.numbers - b.numbers and b.numbers - a.numbers for a, b in pairs):
        return False
    return sum(first.denies != second.denies for first, second in pairs) <= _TURNED * len(pairs)


def _aligned(one: Body, other: Body) -> list[tuple[Told, Told]]:
    """Return the paragraphs that match best, in the order of both texts, each with one partner at most."""
    near = [range(max(0, at - _BAND), min(len(other), at + _BAND + 1)) for at in range(len(one))]
    likeness = {(at, to): _likeness(one[at], other[to]) for at, places in enumerate(near) for to in places}
    best: dict[tuple[int, int], float] = {}
    for at in reversed(range(len(one))):
        for to in reversed(near[at]):
            with_it = likeness[at, to] + best.get((at + 1, to + 1), 0.0)
            best[at, to] = max(with_it, best.get((at + 1, to), 0.0), best.get((at, to + 1), 0.0))
    pairs = []
    at = to = 0
    while (at, to) in best:
        if best[at, to] == best.get((at + 1, to), 0.0):
            at += 1
        elif best[at, to] == best.get((at, to + 1), 0.0):
            to += 1
        else:
            pairs.append((one[at], other[to]))
            at, to = at + 1, to + 1
    return pairs


def _likeness(one: Told, other: Told) -> float:
    held = len(one.anchors) + len(other.anchors)
    if not held or not _SHORTER <= one.words / other.words <= _LONGER:
        return 0.0
    return 2 * len(one.anchors & other.anchors) / held


def _told(texts: Sequence[str]) -> Body:
    """Return what the paragraphs tell; of what a translation keeps, only what few paragraphs hold.

    Numbers without their separators, and names and long words by their first five letters.
    """
    kept = [frozenset(_anchor(word) for word in _ANCHOR.findall(text)) for text in texts]
    spread = Counter(anchor for anchors in kept for anchor in anchors)
    few = max(1, len(texts) // _LOCAL)
    return [
        Told(
            frozenset(anchor for anchor in anchors if spread[anchor] <= few),
            frozenset(_anchor(number) for number in _NUMBER.findall(text)),
            len(text.split()),
            bool(_denial().search(text)),
        )
        for text, anchors in zip(texts, kept, strict=True)
    ]


def _anchor(word: str) -> str:
    return re.sub(r"[.,]", "", word) if word[0].isdigit() else fold(word)[:5]


@cache
def _denial() -> re.Pattern[str]:
    words = [*denial_words().words, *denial_words().nobody]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
