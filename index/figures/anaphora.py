"""Numbers that count what was spoken of before: "Police put the figure at 120"."""

from __future__ import annotations

from itertools import chain

from index.figures.families import families, family_phrases
from index.figures.figure import THAT, Figure, Unit
from index.text.tokens import Tokens, phrases_of
from index.values import replace
from index.words import word_list

_REACH = 6  # words between "the figure" and its number: "the figure now stands at about"
_BACK = 60  # words in which what is counted was named before: about two sentences


def resolved(figure: Figure, before: Figure | None, tokens: Tokens, first: int, last: int) -> Figure:
    """Return the figure with the family of what it points back to, ``THAT`` where its text does not name it.

    ``before`` is the figure before it in the text, ``first`` and ``last`` are the tokens of its number.
    A figure that points at nothing is returned as it is.
    """
    if figure.family or figure.unit is not Unit.COUNT:
        return figure
    at = _anchor(tokens, figure, first, last)
    if at is None:
        return figure
    stands_for = phrases_of("figures", "stands_for")
    if phrases_of("figures", "tolls").at(tokens.words, at):
        return replace(figure, family="deaths")
    size = (stands_for.at(tokens.words, at) or (1, True))[0]
    if at + size < len(tokens) and tokens.words[at + size] in word_list("counting", "of_plain"):
        return figure  # "the number of lorries at 12": it names what it counts, and that is of no family
    if before is not None and _is_toll(before.family) and at - _BACK < _at(tokens, before):
        return replace(figure, family=before.family)
    return replace(figure, family=_before(tokens, at) or THAT)


def _is_toll(family: str) -> bool:
    known = families().get(family)
    return known is not None and known.unit is Unit.COUNT and (known.grows or known.id == "crowd")


def _at(tokens: Tokens, figure: Figure) -> int:
    return next((at for at in range(len(tokens)) if tokens.starts[at] >= figure.start), 0)


def _anchor(tokens: Tokens, figure: Figure, first: int, last: int) -> int | None:
    """Return the token of "figure" in "the figure ... 120" or "120 ... la cifra", in the number's clause."""
    stands_for, points_back = phrases_of("figures", "stands_for"), word_list("figures", "points_back")
    for at in chain(range(first - 1, max(0, first - _REACH), -1), range(last, min(len(tokens), last + 3))):
        inside = figure.clause[0] <= tokens.starts[at] < figure.clause[1]
        if inside and at and tokens.words[at - 1] in points_back and stands_for.at(tokens.words, at):
            return at
        if inside and at > 1 and tokens.words[at - 1] == "death" and stands_for.at(tokens.words, at - 1):
            return at - 1
    return None


def _before(tokens: Tokens, at: int) -> str | None:
    """Return what befell people as named last before a token; a march only where nothing else is."""
    events, nouns = family_phrases("events"), family_phrases("nouns")
    crowd = None
    for index in range(at - 1, max(-1, at - _BACK), -1):
        for listed in (nouns, events):
            found = listed.at(tokens.words, index)
            if found is None or not _is_toll(found[1]):
                continue
            if found[1] != "crowd":
                return found[1]
            crowd = found[1]
    return crowd
