"""How likely a passage bears on a question: what it has of the question, not only beside the best passage."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bot.asking.asked import asked_of
from bot.finding.bearing import fitting, weights_of
from bot.finding.measure import FULLY, held_by, held_weight
from bot.finding.order import Ranked, title_terms
from bot.finding.word_weights import full_weight
from bot.widening.widen import loosened
from index.door import Index
from index.model import Query
from index.text.reading import reading_of, terms_by_sentence
from index.values import frozen


@frozen
class LogOdds:
    """What adds to the log odds that a passage bears on a question; also the table of their weights."""

    covering: float  # how far it bears beside the best one, times its share of the question's words
    far: float  # how far it bears beside the best one
    sided: float  # sources may well answer the question differently: more than one passage does
    named: float  # how much of the names in the question its article holds: a text names its matter once
    formless: float  # it has nothing of the kind asked for


# Logistic regression on what an editor listed as answers to 291 questions put to eight libraries, twelve
# passages a question. Fitted on four of them the weights are -4.4, 2.9, 1.6, .9, 1.1, -.3, on the other four
# -3.9, 2.4, 1.3, .5, 1.2, -1.4; either half orders the claims of the other as well as its own. Names that the
# passage itself holds told no better, and passed over texts that name their matter at the head.
_BASE = -4.2
_WEIGHTS = LogOdds(covering=2.7, far=1.45, sided=0.7, named=1.15, formless=-0.7)


# Each word of the matter alike, beside the best of the first three: in a small library idf tells nothing. Of
# 122 claims behind the best one, for 131 questions to eleven libraries, about one in ten has less; an editor
# listed none of these.
LEAST = 0.7
LEAST_SIDED = 0.5  # where sources may well answer differently: another side is told in other words
_FIRST = 3  # passages


def likely(index: Index, query: Query, bearing: Sequence[tuple[Ranked, float]]) -> list[float]:
    """Return for each passage of ``by_bearing`` how likely it bears on the question, 0 to 1."""
    asked = asked_of(query)
    named = _named(index, query, [each for each, _ in bearing])
    fits = fitting(query, [each for each, _ in bearing]) if asked.formed else [True] * len(bearing)
    return [
        _odds(LogOdds(far * each.share, far, float(asked.sided), name, float(not fit)))
        for (each, far), name, fit in zip(bearing, named, fits, strict=True)
    ]


def _named(index: Index, query: Query, ranked: Sequence[Ranked]) -> list[float]:
    """Return for each passage how much of the question's names its article holds, 0 to 1.

    Names of an earlier question do not count; 1 where there is none.
    """
    weights = weights_of(index, query)
    names = [
        at
        for at, (word, context) in enumerate(zip(query.words, weights.context, strict=True))
        if context and weights.weights[at] and full_weight(word) >= 1
    ]
    whole = sum(weights.weights[at] for at in names)
    if not whole:
        return [1.0] * len(ranked)
    held: dict[str, list[float]] = {}
    for each in ranked:
        terms = title_terms(each.passage.source.title or "")
        titled = [held_weight(query.words[at].terms, terms) for at in names]
        own = [each.held[at] for at in names]
        before = held.get(each.passage.paragraph.article, own)
        held[each.passage.paragraph.article] = [*map(max, own, titled, before)]
    return [
        sum(
            weights.weights[at] * far
            for at, far in zip(names, held[each.passage.paragraph.article], strict=True)
        )
        / whole
        for each in ranked
    ]


def _odds(given: LogOdds) -> float:
    total = (
        _BASE
        + given.covering * _WEIGHTS.covering
        + given.far * _WEIGHTS.far
        + given.sided * _WEIGHTS.sided
        + given.named * _WEIGHTS.named
        + given.formless * _WEIGHTS.formless
    )
    return 1 / (1 + math.exp(-total))


def much_of_it(index: Index, query: Query, ranked: Sequence[Ranked]) -> list[bool]:
    """Return for each passage whether it has about as much of the question's matter as the best.

    True where no passage has most of it, so that it is told in other words; where somebody's words are asked
    for, who may speak of it in his own; and where words are only named, or yes or no is asked for: who denies
    is brief.
    """
    asked, places = asked_of(query), weights_of(index, query).matter
    told = asked.of_one or (asked.speech and asked.kind is None)
    if told or asked.polar or not asked.question or not places:
        return [True] * len(ranked)
    held = [len([at for at in places if each.held[at] >= FULLY]) for each in ranked]
    most = max(held[:_FIRST], default=0)
    if most < LEAST * len(places):
        return [True] * len(ranked)
    least = (LEAST_SIDED if asked.sided else LEAST) * most
    if min(held) >= least:
        return [True] * len(ranked)
    wider = loosened(index, query, asked.language, {query.words[at].text for at in places})
    return [
        count >= least or _held_loosely(wider, each, places) >= least
        for each, count in zip(ranked, held, strict=True)
    ]


def _held_loosely(query: Query, each: Ranked, places: Sequence[int]) -> int:
    """Return how many words of the matter a passage has, or what may tell the same."""
    rows = held_by(query, terms_by_sentence(reading_of(each.passage)))
    return len([at for at in places if any(row[at] >= FULLY for row in rows)])
