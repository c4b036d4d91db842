"""Whether a passage tells of a thing of the same kind that has another name: the bell of another village."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.asked_bearers import asked_bearers, bearers_in
from index.model import Passage, Query
from index.text.terms import all_parts
from index.values import frozen


@frozen
class Naming:
    """Where what is asked after is named: its articles, and all words that stand in one passage with it."""

    articles: frozenset[str]
    beside: frozenset[str]


def naming_of(query: Query, passages: Sequence[Passage]) -> Naming:
    """Return where any word of what is asked after stands: what else stands there may be a part of it."""
    names = [each.name for each in asked_bearers(query)]
    rows = [(each, _words(each)) for each in passages] if names else []
    found = [(each, words) for each, words in rows if not all(name.isdisjoint(words) for name in names)]
    articles = frozenset(each.paragraph.article for each, _ in found)
    return Naming(articles, frozenset().union(*(words for _, words in found)))


def of_another_bearer(query: Query, passage: Passage, best: Sequence[str], naming: Naming) -> bool:
    """Return whether each of a passage's best sentences tells of a thing that has another name."""
    wanted = {each.thing for each in asked_bearers(query)}
    if not wanted or passage.paragraph.language != query.language or not best:
        return False
    if passage.paragraph.article in naming.articles:
        return False  # what one paragraph names, another need not name again
    told = (bearers_in(sentence, query.language) for sentence in best)
    return all(
        any(each.thing in wanted and each.name.isdisjoint(naming.beside) for each in row) for row in told
    )


def _words(passage: Passage) -> frozenset[str]:
    return frozenset(all_parts(f"{passage.source.title or ''}. {passage.paragraph.text}"))
