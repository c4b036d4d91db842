"""Passages that give a figure of the kind asked for are shown before those that only speak of the matter."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.asked import asked_of
from bot.asking.asked_amount import asked_amount
from bot.finding import Ranked
from index.figures.particulars import Particulars
from index.model import Query

Bearing = Sequence[tuple[Ranked, float]]
GIVES = 0.75  # how far a passage bears at least that gives such a figure
GIVES_NOT = 0.5  # times: others do, and it does not
_RELATED = 0.2  # of the most: a figure in what bears less is of another event


def giving_first(query: Query, bearing: Bearing) -> list[tuple[Ranked, float]]:
    """Return the passages with those first that give a figure of the family asked for, as deaths.

    Each of them bears on the question, if its article has as many of the question's names as any. As
    they were where it is not sure that such a figure answers: of a part of the people, in somebody's words.
    """
    amount, asked = asked_amount(query), asked_of(query)
    narrowed = amount.narrowed != Particulars() or asked.speaker is not None or not asked.question
    if amount.family is None or narrowed:
        return list(bearing)
    from index.figures.stored import figures_of  # most questions want no figures

    named = _named(query, bearing)
    most = max(map(len, named.values()), default=0)
    giving = {
        each.passage.paragraph.id
        for each, far in bearing
        if far >= _RELATED
        and len(named[each.passage.paragraph.article]) == most
        and any(figure.family == amount.family for figure in figures_of(each.passage))
    }
    if not giving:
        return list(bearing)
    found = [
        (each, max(far, GIVES) if each.passage.paragraph.id in giving else GIVES_NOT * far)
        for each, far in bearing
    ]
    return sorted(found, key=lambda each: each[0].passage.paragraph.id not in giving)


def _named(query: Query, bearing: Bearing) -> dict[str, set[int]]:
    """Return for each article which of the question's names its passages hold, as places in the question."""
    names = [at for at, word in enumerate(query.words) if word.text.lower() in asked_of(query).names]
    named: dict[str, set[int]] = {}
    for each, _ in bearing:
        held = named.setdefault(each.passage.paragraph.article, set())
        held.update(at for at in names if each.held[at])
    return named
