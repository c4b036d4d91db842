"""How likely a passage bears on a question: what it has of the question, not only beside the best passage."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bot.asking.asked import asked_of
from bot.finding.bearing import fitting, weights_of
from bot.finding.order import Ranked, full_weight
from index.door import Index
from index.model import Query
from index.values import frozen


@frozen
class LogOdds:
    """What adds to the log odds that a passage bears on a question; also the table of their weights."""

    covering: float  # how far it bears beside the best one, times its share of the question's words
    far: float  # how far it bears beside the best one
    sided: float  # sources may well answer the question differently: more than one passage does
    named: float  # how much of the names in the question it holds
    formless: float  # it has nothing of the kind asked for


# Logistic regression on what an editor listed as answers to 291 questions put to eight libraries, twelve
# passages a question. Fitted on four of them the weights are -4.1, 2.9, 1.6, .9, .8, -.3, on the other four
# -3.6, 2.4, 1.4, .5, .8, -1.3; either half orders the claims of the other as well as its own.
_BASE = -3.9
_WEIGHTS = LogOdds(covering=2.7, far=1.5, sided=0.7, named=0.85, formless=-0.7)


def likely(index: Index, query: Query, bearing: Sequence[tuple[Ranked, float]]) -> list[float]:
    """Return for each passage of ``by_bearing`` how likely it bears on the question, 0 to 1."""
    asked, weights = asked_of(query), weights_of(index, query)
    rows = zip(query.words, weights.weights, weights.context, strict=True)
    names = [  # but for those of an earlier question
        (at, weight)
        for at, (word, weight, context) in enumerate(rows)
        if weight and context and full_weight(word) >= 1
    ]
    whole = sum(weight for _, weight in names)
    fits = fitting(query, [each for each, _ in bearing]) if asked.kind is not None else [True] * len(bearing)
    found = []
    for (each, far), fit in zip(bearing, fits, strict=True):
        named = sum(weight * each.held[at] for at, weight in names) / whole if whole else 1.0
        found.append(_odds(LogOdds(far * each.share, far, float(asked.sided), named, float(not fit))))
    return found


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
