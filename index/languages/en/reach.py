"""How far English reported words reach: "The Gazette reported, ...", "..., as the union called it"."""

from __future__ import annotations

from index.grammar.frames import STOPS, Tokens
from index.grammar.nouns import Phrase, is_clause_verb
from index.grammar.reporting_words import Cue

_CALLING = frozenset({"call", "describe", "dub", "label", "term", "style", "brand"})
_ASIDE = frozenset({"apart", "aside"})
_LONGEST_ASIDE = 8  # words
_TIMED = frozenset({"adverbs", "times", "time_links", "determiners", "prepositions"})
_LONGEST_TIME = 5  # words
_CALLED = frozenset({"it", "them", "him", "her", "this", "these"})


def before_circumstance(tokens: Tokens, first: int, end: int) -> int:
    """Where what somebody asks for ends: "called on the clinic to explain | after a study was out"."""
    for at in range(first + 2, len(tokens) - 2):
        if tokens[at].low in ("after", "following", "amid") and tokens[at].start < end:
            return tokens[at].start
    return end


def told_after_comma(tokens: Tokens, at: int, phrase: Phrase, cue: Cue) -> int | None:
    """Where a clause begins after "The Gazette previously reported, ...": a comma stands for "that"."""
    aside = phrase.first == 1 and tokens[0].low == "as"  # "As Brown, a doctor, has noted, the pier was safe"
    first = aside or phrase.first == 0 or (phrase.first == 1 and "and" in tokens[0].kinds)
    if not first or "say" not in cue.patterns or cue.form not in ("past", "finite"):
        return None
    comma = _comma(tokens, at, aside=aside)
    if comma is None or phrase.last > at or (phrase.beside and not aside):
        return None
    opens = _behind_aside(tokens, comma + 1)
    begins = tokens[opens].kinds & {"determiners", "subjects"} or tokens[opens].name
    clause = tokens[opens:]
    stop = next((n for n, token in enumerate(clause) if token.kinds & STOPS), len(clause))
    if stop < len(clause) and clause[stop].quote:
        return None
    verb = any(map(is_clause_verb, clause[1:stop]))
    return opens if begins and verb else None


def _comma(tokens: Tokens, at: int, *, aside: bool) -> int | None:
    """The comma behind a verb and when or where it was: "admitted later,", in "As Brown said on Monday,"."""
    reach = range(at + 1, min(len(tokens) - 2, at + 2 + (_LONGEST_TIME if aside else 1)))
    found = next((n for n in reach if tokens[n].text == ","), None)
    between = tokens[at + 1 : found] if found else []
    timed = all(each.kinds & {"adverbs", "times"} for each in between)
    if timed or not aside:
        return found if timed else None
    light = all(each.name or each.low == "out" or each.kinds & _TIMED for each in between)
    ended = between[-1].name or bool(between[-1].kinds & {"adverbs", "times"})
    return found if light and ended else None


def _behind_aside(tokens: Tokens, at: int) -> int:
    """The place behind an aside up to its comma: "She says, | apart from the wind, the pier was safe"."""
    if "prepositions" not in tokens[at].kinds and tokens[at].low not in _ASIDE:
        return at
    near = range(at + 1, min(len(tokens) - 3, at + _LONGEST_ASIDE))
    return next((n + 1 for n in near if tokens[n].text == ","), at)


def as_called(tokens: Tokens, low: int, high: int, cue: Cue) -> bool:
    """Whether this is "..., as the union called it": it covers the name that it gives, no more."""
    named = high + 1 < len(tokens) and tokens[high + 1].low in _CALLED and cue.lemma in _CALLING
    return named and low > 1 and tokens[low - 1].low == "as"
