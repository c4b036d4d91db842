"""Whether two texts are on two bearers of one name: a film and its remake, a village and another one."""

from __future__ import annotations

import re
from functools import cache

from bot.asking.whole_names import stands_in
from bot.contested.facts.attribute_data import Attribute
from index.expressions import pattern
from index.model import Passage
from index.remembered import kept
from index.text.letters import CAPITAL
from index.text.terms import all_parts, fold, stop_words, words

_OPENING = 120  # characters
_TWO = 2  # words of a name, between which a middle one may stand


def is_called_so(name: tuple[str, ...], words: tuple[str, ...], attribute: Attribute) -> bool:
    """Whether a name stands among words; of a person also with a middle name: "Ana Maria Ejemplo"."""
    if stands_in(name, words):
        return True
    if not attribute.person or len(name) != _TWO:
        return False
    runs = zip(words, words[1:], words[2:], strict=False)
    return any((first, last) == name and middle not in stop_words() for first, middle, last in runs)


def two_bearers(one: Passage, other: Passage, subject: frozenset[str]) -> bool:
    """Whether each of two texts calls what it speaks of by more than the name, and by other words."""
    mine, theirs = _called_more(one, subject), _called_more(other, subject)
    return bool(mine - theirs and theirs - mine)


@kept(512, lambda passage, subject: (id(passage.paragraph), id(passage.source), id(subject)))
def _called_more(passage: Passage, subject: frozenset[str]) -> frozenset[str]:
    """Return the words that stand by a name where a text opens: "Ana Maria Ejemplo", "Ejemplo (film)"."""
    opening = f"{passage.source.title or ''}. {passage.paragraph.text[:_OPENING]}"
    called = [
        match[0]
        for match in _called().finditer(opening)
        if not subject.isdisjoint(all_parts(match[0].partition("(")[0]))
    ]
    return frozenset(fold(word[0]) for run in called for word in words(run)) - subject - stop_words()


@cache
def _called() -> re.Pattern[str]:
    """Return a pattern for a run of capitals with the brackets behind it."""
    return pattern(rf"{CAPITAL}[\w.’'&-]*(?:\s+{CAPITAL}[\w.’'&-]*)*(?:\s+\([^()]{{1,60}}\))?")
