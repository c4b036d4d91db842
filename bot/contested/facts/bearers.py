"""Whether two texts are on two bearers of one name: a film and its remake, a village and another one."""

from __future__ import annotations

import re
from functools import cache

from index.expressions import pattern
from index.model import Passage
from index.remembered import kept
from index.text.letters import CAPITAL
from index.text.terms import all_parts, fold, stop_words, words

_OPENING = 120  # characters


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
