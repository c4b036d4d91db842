"""Independent sources: which articles are copies, teasers or translations of one text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from index.analysis import fold
from index.articles import CutArticle
from index.model import QUOTABLE, Place
from index.repeats import REPEATED, containment, grams, repeats
from index.values import frozen

_ANCHOR = re.compile(r"\d+(?:[.,]\d+)*|\b[A-ZÁÉÍÓÚÑ]\w{3,}|\b\w{7,}")
_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|\"[^\"]*\"")
# A translation keeps names, numbers and words of common origin: an article and its translation had
# .43 to .47 of these in common, paragraph by paragraph, other articles on the same subject under .2.
_TRANSLATED = 0.3
_NUMBER = re.compile(r"\d+")
_SAME_FIGURES = 0.6  # some are written as words in one language and with digits in the other
_MOST_COMPARED = 2_000  # articles in two languages; above, only those with equal dates would be worth it


@frozen
class Groups:
    """For each article the id of its independent source, for each paragraph its other places."""

    of_article: dict[str, str]
    also_in: dict[str, tuple[Place, ...]]


def find_groups(articles: Sequence[CutArticle]) -> Groups:
    """Return which articles share a source and which paragraphs repeat one another.

    Two articles share one when half the word 4-grams of the smaller stand in the larger, what
    both quote left out, or when they are in two languages and their paragraphs match in order.
    """
    paragraphs = [p for cut in articles for p in cut.paragraphs if p.role in QUOTABLE]
    texts = [grams(paragraph.text) for paragraph in paragraphs]
    places: defaultdict[str, list[Place]] = defaultdict(list)
    candidates: set[tuple[str, str]] = set()
    for one, other in repeats(texts):
        for here, there in ((one, other), (other, one)):
            p = paragraphs[there]
            places[paragraphs[here].id].append(Place(p.article, p.file, p.start, p.end))
        if paragraphs[one].article != paragraphs[other].article:
            candidates.add((paragraphs[one].article, paragraphs[other].article))
    whole: defaultdict[str, set[int]] = defaultdict(set)
    compared = {article for pair in candidates for article in pair}
    for paragraph in paragraphs:
        if paragraph.article in compared:
            whole[paragraph.article] |= grams(_QUOTED.sub(" ", paragraph.text))
    leader = {cut.article.id: cut.article.id for cut in articles}
    for one_id, other_id in sorted(candidates):
        if containment(frozenset(whole[one_id]), frozenset(whole[other_id])) >= REPEATED:
            _join(leader, one_id, other_id)
    for one_id, other_id in _translations(articles):
        _join(leader, one_id, other_id)
    groups = {article: _lead(leader, article) for article in leader}
    return Groups(groups, {key: tuple(value) for key, value in places.items()})


def _lead(leader: dict[str, str], article: str) -> str:
    while leader[article] != article:
        article = leader[article]
    return article


def _join(leader: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_lead(leader, one), _lead(leader, other)))
    leader[second] = first


def _translations(articles: Sequence[CutArticle]) -> list[tuple[str, str]]:
    """Return the pairs of articles in two languages whose paragraphs translate each other."""
    if len({cut.article.source.language for cut in articles} - {None}) < 2:
        return []
    bodies = {
        cut.article.id: [
            _anchors(p.text) for p in cut.paragraphs if p.role in QUOTABLE and len(p.text.split()) >= 12
        ]
        for cut in articles
    }
    figures = {cut.article.id: _figures(cut) for cut in articles}  # once: there may be millions of pairs
    by_language: defaultdict[str, list[CutArticle]] = defaultdict(list)
    for cut in articles:
        if cut.article.source.language and len(bodies[cut.article.id]) >= 3:
            by_language[cut.article.source.language].append(cut)
    pairs = []
    for one_language, other_language in combinations(sorted(by_language), 2):
        ones, others = by_language[one_language], by_language[other_language]
        if len(ones) * len(others) > _MOST_COMPARED**2:
            continue
        for one in ones:
            for other in others:
                pair = one.article.id, other.article.id
                may_be_one = _same_authors(one, other) and _same_figures(*map(figures.__getitem__, pair))
                if may_be_one and _translates(*map(bodies.__getitem__, pair)):
                    pairs.append(pair)
    return pairs


def _same_authors(one: CutArticle, other: CutArticle) -> bool:
    """Whether two articles name an author in common, or one of them names none."""
    authors, others = one.article.source.authors, other.article.source.authors
    return not (authors and others) or not {fold(name) for name in authors}.isdisjoint(map(fold, others))


def _same_figures(mine: set[str], theirs: set[str]) -> bool:
    """Whether two articles share their figures: reports of one event share its names, translations these."""
    return len(mine & theirs) >= _SAME_FIGURES * min(len(mine), len(theirs))


def _figures(cut: CutArticle) -> set[str]:
    return {number for p in cut.paragraphs if p.role in QUOTABLE for number in _NUMBER.findall(p.text)}


def _translates(one: Sequence[Counter[str]], other: Sequence[Counter[str]]) -> bool:
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
