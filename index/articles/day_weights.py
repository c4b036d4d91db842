"""How much each sign of ``day_signs`` speaks for a line as that which says when its text was published.

Found by conditional logistic regression on a few hundred saved pages whose makers had written their days into
them: exp of the sum of a line's weights, set against those of the other lines and of ``NONE``, is how likely
it is. Each page was also read without the lines that state its day, so that it is known what a page that
tells none looks like.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

NONE = -0.2  # no line is
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "a byline": 0.2,
        "a name": 0.2,
        "a name above: 2": 0.5,
        "a name below: 2": 0.6,
        "a time of day": 0.9,
        "above the title <= 1": 0.4,
        "alone, below the title, over the text": 0.6,
        "alone, no title, over the text": -0.5,
        "alone, over it, over the text": 0.7,
        "an earlier day": -0.6,
        "at the beginning": -0.6,
        "below the title <= 1": 0.4,
        "below the title <= 17": -1.1,
        "below the title <= 2": 0.2,
        "below the title <= 3": 0.2,
        "below the title <= 33": -0.3,
        "below the title <= 5": 0.3,
        "below the title <= 9": 0.2,
        "byline": 0.3,
        "date": -0.6,
        "first, alone": 0.2,
        "heading": 0.4,
        "in the text <= 5": -0.4,
        "inside": 0.8,
        "named, below the title, over the text": 0.5,
        "named, elsewhere, over the text": 0.2,
        "named, no title, over the text": 0.3,
        "named, with others": 0.4,
        "no name, alone": 0.3,
        "no name, below the title, over the text": 0.5,
        "no name, no title, over the text": -0.5,
        "no name, over it, over the text": 0.2,
        "no name, with others": -0.3,
        "no title": -0.2,
        "one of 2 days": 0.6,
        "one of 4 days": -1.1,
        "only, alone": 0.7,
        "only, below the title": 1.0,
        "only, elsewhere": -0.3,
        "only, no title": -0.3,
        "only, over it": 0.3,
        "other, alone": -0.7,
        "other, elsewhere": -0.5,
        "other, no title": -0.3,
        "over the text <= 1": 0.4,
        "over the text <= 17": 0.3,
        "over the text <= 2": 0.7,
        "over the text <= 3": 0.4,
        "over the text <= 33": -0.3,
        "over the text <= 5": -0.2,
        "over: a headline": -1.0,
        "over: a label": 0.2,
        "over: bullet": 0.3,
        "over: junk": 0.3,
        "published": 0.3,
        "said again": 0.3,
        "set on below": 1.1,
        "the first day": 0.6,
        "the last day": 0.3,
        "the latest day": 0.8,
        "the only day": 0.7,
        "under: a headline": -0.2,
        "under: a label": -0.4,
        "under: a label of names": 0.3,
        "under: a sentence": 0.2,
        "under: bullet": 0.2,
        "under: byline": 0.4,
        "under: junk": -0.6,
        "weekday first": 0.4,
        "with others, below the title, over the text": 0.4,
        "with others, elsewhere, over the text": 0.2,
        "with others, no title, over the text": 0.3,
        "with others, over it, over the text": -0.4,
        "words besides <= 0": 0.2,
    }
)
