"""Whether two texts tell of one event: their articles share the names they speak of most.

Measured on articles of one dispute and on 290 articles of one campaign: of pairs of figures whose articles
are less alike than ``ALIKE`` none was of one event in the campaign, and of the pairs above nearly all were.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from bot.contested.spoken_sentences import Statement
from index.text.dates import month_number
from index.text.terms import all_parts, bare, parts, words

ALIKE = 0.22  # cosine of the logarithms of how often names stand
ACROSS = 0.12  # in two languages, where many names have two forms
SHORT = 12  # names; an article that holds fewer is judged by sharing one of them
_BEFORE = frozenset(".!?“\"«:¿¡‘'(")
_LONG = 3  # letters of a name


class Events:
    """The names of each independent source, gathered once for all comparisons, when the first is made."""

    def __init__(self, pool: Sequence[Statement]) -> None:
        self._pool = pool

    @cached_property  # of many questions no two figures are compared
    def _names(self) -> Mapping[str, Counter[str]]:
        names: dict[str, Counter[str]] = {}
        for each in self._pool:
            names.setdefault(each.group, Counter()).update(names_of(each.text))
        for each in self._pool:
            title = each.passage.source.title
            if title and each.passage.paragraph.number == 1 and each.start == 0:
                names[each.group].update(set(names_of(title)))
        return names

    @cached_property
    def _languages(self) -> Mapping[str, str | None]:
        return {each.group: each.passage.paragraph.language for each in reversed(self._pool)}

    @cached_property
    def _norms(self) -> Mapping[str, float]:
        return {
            group: math.sqrt(math.fsum(math.log1p(n) ** 2 for n in sorted(held.values())))
            for group, held in self._names.items()
        }

    def alike(self, one: Statement, other: Statement) -> bool:
        """Whether the sources of two sentences tell of one event, as far as their names say."""
        a, b = one.group, other.group
        if a == b:
            return True
        mine, theirs = self._names[a], self._names[b]
        shared = mine.keys() & theirs.keys()
        if not shared:
            return not mine or not theirs
        if min(len(mine), len(theirs)) < SHORT:
            return True
        least = ALIKE if self._languages[a] == self._languages[b] else ACROSS
        return self._cosine(a, b) >= least

    def nameless(self, one: Statement, other: Statement) -> bool:
        """Whether nothing tells the events of two sources apart: few names, none in common."""
        mine, theirs = self._names[one.group], self._names[other.group]
        return min(len(mine), len(theirs)) < SHORT and mine.keys().isdisjoint(theirs)

    def strange(self, one: Statement, other: Statement) -> bool:
        """Whether a sentence names only what the other's source never names: it may be another event."""
        return self._foreign(one, other) or self._foreign(other, one)

    def knows(self, one: Statement, other: Statement) -> bool:
        """Whether the source of each of two sentences speaks of what the other sentence names.

        A sentence that names nobody but its speaker is known to anybody.
        """
        return self._known(one, other) and self._known(other, one)

    def both_named(self, one: Statement, other: Statement, words: frozenset[str]) -> bool:
        """Whether the source of one of two sentences names all of some folded words."""
        return any(words <= self._names[each.group].keys() for each in (one, other))

    def _known(self, one: Statement, other: Statement) -> bool:
        speakers, known = _speakers(one), self._names[other.group]
        names = set(names_of(one.text)) - speakers
        likely = set(names_of(f", {one.text}")) - speakers  # its first word too: that may be none
        return not names or not likely.isdisjoint(known)

    def bound(self, one: Statement, other: Statement) -> bool:
        """Whether the sources of two sentences, short ones too, speak most of the same names."""
        return self._cosine(one.group, other.group) >= ALIKE

    def shared(self, one: Statement, other: Statement) -> list[str]:
        """Return the names that the sources of two sentences both speak of, folded."""
        return sorted(self._names[one.group].keys() & self._names[other.group].keys())

    def _cosine(self, a: str, b: str) -> float:
        mine, theirs = self._names[a], self._names[b]
        shared = mine.keys() & theirs.keys()
        product = math.fsum(sorted(math.log1p(mine[n]) * math.log1p(theirs[n]) for n in shared))
        return product / (self._norms[a] * self._norms[b]) if shared else 0.0

    def _foreign(self, one: Statement, other: Statement) -> bool:
        if self._languages[one.group] != self._languages[other.group]:
            return False
        names, known = names_of(one.text), self._names[other.group]
        speakers = _speakers(one)
        told = [name for name in names if name not in speakers]
        return len(told) > 1 and not any(name in known for name in names)


def _speakers(statement: Statement) -> set[str]:
    """Return the words of the names of those who speak in a sentence: they are no part of what is said."""
    said = [each.speaker for each in statement.passage.voices
            if each.speaker and each.start < statement.end and statement.start < each.end]  # fmt: skip
    return {part for name in (*said, statement.speaker or "") for part in all_parts(name)}


@lru_cache(maxsize=4096)
def names_of(text: str) -> tuple[str, ...]:
    """Return the capitalised words inside a text's sentences, folded; first words and months are none."""
    found: list[str] = []
    last = 0
    for match in words(text):
        start, end = match.span()
        if text[start].isupper() and (last or text[:start].strip()):
            word = bare(match[0])
            mark = text[last:start].strip()[-1:]
            if mark not in _BEFORE and len(word) >= _LONG and not month_number(word):
                found.extend(parts(word))
        last = end
    return tuple(found)
