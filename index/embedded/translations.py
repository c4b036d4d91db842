"""Which articles of two languages translate each other, and so are of one source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from index.embedded.catalog_reading import Ledger
from index.embedded.catalog_writer import LONG
from index.embedded.rows import Marks
from index.model import QUOTABLE
from index.text.letters import CAPITAL
from index.text.terms import fold

_ANCHOR = re.compile(rf"\d+(?:[.,]\d+)*|\b{CAPITAL}\w{{3,}}|\b\w{{7,}}")
# A translation keeps names, numbers and words of common origin: an article and its translation had
# .43 to .47 of these in common, paragraph by paragraph, other articles on the same subject under .2.
_TRANSLATED = 0.3
_SAME_FIGURES = 0.6  # some are written as words in one language and with digits in the other
_MOST_COMPARED = 2_000  # articles in two languages; above, only those with equal dates would be worth it
_LEAST = 3  # long paragraphs, without which there is nothing to compare
_KNOWN_BODIES = 500  # articles whose anchors are kept: some 10 kB each

Body = Sequence[Counter[str]]


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
    for one in ones:
        for other in others:
            if not _same_authors(one, other) or not _same_figures(one.figures, other.figures):
                continue
            # one order for a pair, whichever is the new one
            first, second = sorted((one, other), key=lambda marks: str(marks.language))
            if _translates(bodies(first.article), bodies(second.article)):
                yield first.article, second.article


def _bodies(catalog: Ledger) -> Callable[[str], Body]:
    @lru_cache(maxsize=_KNOWN_BODIES)
    def body(article: str) -> Body:
        texts = [
            entry.paragraph.text
            for entry in catalog.entries("a.id = ?", (article,))
            if entry.paragraph.role in QUOTABLE
        ]
        return [_anchors(text) for text in texts if len(text.split()) >= LONG]

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
    """Whether the paragraphs of two articles, given by their anchors, match in order."""
    if not 0.75 <= len(one) / len(other) <= 1.34:
        return False
    missing = len(one) * (1 - _TRANSLATED)  # of the agreement; when more is missing, the rest cannot mend it
    for at, mine in enumerate(one):
        near = other[max(0, at - 2) : at + 3]
        missing -= 1 - max((_agreement(mine, theirs) for theirs in near), default=0.0)
        if missing < 0:
            return False
    return True


def _anchors(text: str) -> Counter[str]:
    """Return what a translation keeps: numbers, and names and long words by their first five letters."""
    return Counter(fold(word)[:5] for word in _ANCHOR.findall(text))


def _agreement(one: Counter[str], other: Counter[str]) -> float:
    smaller = min(one.total(), other.total())
    if smaller < 4:
        return 0.0
    common = sum(min(count, other[anchor]) for anchor, count in one.items() if anchor in other)
    return common / smaller
