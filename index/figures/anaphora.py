"""Numbers that count what was spoken of before: "Police put the figure at 120"."""

from __future__ import annotations

from itertools import chain

from index.figures.families import OPEN_NOUN, PEOPLE, families, family_phrases
from index.figures.figure import THAT, Figure, Unit
from index.languages import known_or_first
from index.text.terms import fold, stem
from index.text.tokens import Tokens, phrases_of
from index.values import replace
from index.words import word_list, word_set

_SUBJECT = 25  # words between "the number of" and its number
_NOUN = 3  # words behind "the number of" among which its noun stands
_ENDS = frozenset(".;:!?…")
_REACH = 6  # words between "the figure" and its number: "the figure now stands at about"
_BACK = 60  # words in which what is counted was named before: about two sentences


def of_its_subject(figure: Figure, tokens: Tokens, first: int, language: str | None) -> Figure:
    """Return a figure that names no counted thing with that of "the number of ..." before it in the sentence.

    "The number of pupils fell from 800 to 650"; what is said of people there names them by another word.
    """
    if figure.unit is not Unit.COUNT or (figure.family and figure.family != PEOPLE):
        return figure
    heads = phrases_of("figures", "numbers_of")
    for at in range(first - 1, max(-1, first - _SUBJECT), -1):
        if tokens.starts[at] < figure.sentence[0] or tokens.words[at] in _ENDS:
            return figure
        head = heads.at(tokens.words, at)
        if head is None:
            continue
        start = at + head[0]
        noun = _first_noun(tokens, start, first, language)
        said = noun and (_is_change(tokens, start + 1, first) or _is_one_clause(tokens, start, first))
        return replace(figure, family=noun) if said and noun else figure
    return figure


def _is_change(tokens: Tokens, start: int, first: int) -> bool:
    """Whether a number is what another one became: "rose from 300 to 450"."""
    between = tokens.words[start:first]
    ends = between[-1:] and between[-1] in word_list("counting", "change_to")
    return bool(ends) and not word_list("counting", "change_from").isdisjoint(between)


def _is_one_clause(tokens: Tokens, start: int, first: int) -> bool:
    """Whether nothing between "the number of" and a number begins another clause, or is a number itself."""
    between = tokens.words[start:first]
    others = word_list("counting", "count_breaks") | word_list("figures", "clauses") | {","}
    return others.isdisjoint(between) and not any(word[0].isdigit() for word in between)


def _first_noun(tokens: Tokens, at: int, end: int, language: str | None) -> str | None:
    """Return the family of what is counted behind "the number of": a known noun, else the first plural."""
    for index in range(at, min(end, at + _NOUN)):
        found = family_phrases("nouns").at(tokens.words, index)
        if found is not None:
            return found[1]
        word = tokens.words[index]
        if not word[0].isalpha() or word in word_set("stop", known_or_first(language)):
            return None
        if word.endswith("s") and not word.endswith("ss"):
            return OPEN_NOUN + stem(fold(word), language)
    return None


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
