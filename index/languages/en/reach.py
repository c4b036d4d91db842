"""How far English reported words reach: "The Gazette reported, ...", "..., as the union called it"."""

from __future__ import annotations

from index.grammar.frames import STOPS, Tokens
from index.grammar.nouns import Phrase, is_clause_verb
from index.grammar.reporting_words import Cue

_CALLING = frozenset({"call", "describe", "dub", "label", "term", "style", "brand"})
_CALLED = frozenset({"it", "them", "him", "her", "this", "these"})


def before_circumstance(tokens: Tokens, first: int, end: int) -> int:
    """Where what somebody asks for ends: "called on the clinic to explain | after a study was out"."""
    for at in range(first + 2, len(tokens) - 2):
        if tokens[at].low in ("after", "following", "amid") and tokens[at].start < end:
            return tokens[at].start
    return end


def told_after_comma(tokens: Tokens, at: int, phrase: Phrase, cue: Cue) -> int | None:
    """Where a clause begins after "The Gazette previously reported, ...": a comma stands for "that"."""
    first = phrase.first == 0 or (phrase.first == 1 and "and" in tokens[0].kinds)
    if not first or "say" not in cue.patterns or cue.form not in ("past", "finite"):
        return None
    if at + 3 >= len(tokens) or tokens[at + 1].text != "," or phrase.last > at or phrase.beside:
        return None
    begins = tokens[at + 2].kinds & {"determiners", "subjects"} or tokens[at + 2].name
    clause = tokens[at + 2 :]
    stop = next((n for n, token in enumerate(clause) if token.kinds & STOPS), len(clause))
    if stop < len(clause) and clause[stop].quote:
        return None
    verb = any(map(is_clause_verb, clause[1:stop]))
    return at + 2 if begins and verb else None


def as_called(tokens: Tokens, low: int, high: int, cue: Cue) -> bool:
    """Whether this is "..., as the union called it": it covers the name that it gives, no more."""
    named = high + 1 < len(tokens) and tokens[high + 1].low in _CALLED and cue.lemma in _CALLING
    return named and low > 1 and tokens[low - 1].low == "as"
