"""English answers to what finding reports asks: the rooms of this folder, under the names asked for."""

from __future__ import annotations

from index.grammar.candidates import head_of, of_people, plausible
from index.grammar.frames import STOPS, Frame, Tokens
from index.grammar.nouns import Phrase
from index.grammar.report import Report
from index.grammar.reporting_words import Cue, Lexicon
from index.languages.en.colons import colon_speaker
from index.languages.en.lost_verb import lost_verb as whole
from index.languages.en.passives import charge, passive_report
from index.languages.en.reach import as_called, before_circumstance, told_after_comma
from index.languages.en.sources import according, noun_report, said_as_noun
from index.languages.en.speaking import noun_speaks
from index.languages.en.subject import subject
from index.languages.en.tags import unlisted_verb
from index.languages.en.turns import TURNS, turn_of
from index.languages.en.unspoken import unspoken
from index.languages.en.verbs import performed
from index.words import word_list

_DESCRIBING = 8  # words between two gerunds that describe one noun
_SPEAKING = frozenset({"say", "about", "pledge"})

_REJECTING = word_list("grammar", "rejecting_verbs") | word_list("grammar", "attacking_verbs")

__all__ = [
    "as_called",
    "before_circumstance",
    "by_noun",
    "by_word",
    "colon_speaker",
    "gerund_subject",
    "noun_speaks",
    "passive",
    "performed",
    "subject",
    "told_after_comma",
    "unlisted_verb",
    "whole",
]


def by_word(frame: Frame, at: int, lex: Lexicon, _earlier: Phrase | None) -> Report | None:
    """A report without a verb of its own: "according to", "in her view", "as told to"."""
    low = frame.tokens[at].low
    report = according(frame, at, lex) if low in lex.according else None
    return turn_of(frame, at, lex) if report is None and low in TURNS else report


def gerund_subject(tokens: Tokens, at: int, phrase: Phrase, lex: Lexicon) -> Phrase | None:
    """The subject found for a gerund, not of "A photo was denied by the duke, hinting that it was a fake"."""
    passive = any("being" in token.kinds for token in tokens[phrase.last + 1 : at])
    if passive and not plausible(tokens, phrase):
        return None
    first = tokens[phrase.first]
    thing = first.name and phrase == Phrase(0, 0) and first.low.endswith("s")
    if (
        _describes_thing(tokens, at)
        or _of_rejected(tokens, phrase, at, lex)
        or _of_others(tokens, phrase, at)
    ):
        return None
    cue = lex.cues.get(tokens[at].low)
    if cue is not None and unspoken(tokens, at, phrase, cue):
        return None
    if cue is None or cue.lemma not in lex.impersonal:
        return phrase
    if thing and not of_people(first):
        return None  # "Shops closed, suggesting that"
    return None if _shown_by_it(tokens, phrase, at, lex) else phrase


def _of_rejected(tokens: Tokens, phrase: Phrase, at: int, lex: Lexicon) -> bool:
    """Whether a text that somebody turns away says it: "Brown rejected a report by the guild | claiming"."""
    if phrase.first >= at or tokens[at - 1].text == ",":
        return False
    turned = False
    for token in tokens[phrase.last + 1 : at]:
        cue = lex.cues.get(token.low) if not token.name else None
        turned = turned or (cue is not None and cue.form != "base" and cue.lemma in _REJECTING)
        if turned and token.kinds & {"documents", "works"}:
            return True
    return False


def _of_others(tokens: Tokens, phrase: Phrase, at: int) -> bool:
    """Whether others do it, told of behind "with": "The clip spread, with some calling it rude, | saying"."""
    apart = range(phrase.last + 2, at - 1) if phrase.first < at else range(0)
    comma = (n for n in apart if tokens[n].low == "with" and "mark" in tokens[n - 1].kinds)
    return any(tokens[n + 1].kinds & {"pronominal", "subjects", "sourcing"} for n in comma)


def _describes_thing(tokens: Tokens, at: int) -> bool:
    """Whether "and" joins a gerund to one that describes things: "stickers praising Brown and | accusing"."""
    if at < 3 or "and" not in tokens[at - 1].kinds:
        return False
    for place in range(at - 2, max(0, at - _DESCRIBING), -1):
        if tokens[place].kinds & STOPS:
            return False
        if "gerund" in tokens[place].shapes and not tokens[place].name:
            before = tokens[place - 1]
            plural = before.low.isalpha() and before.low.endswith("s")
            return plural and not (before.name or before.kinds or of_people(before))
    return False


def _shown_by_it(tokens: Tokens, phrase: Phrase, at: int, lex: Lexicon) -> bool:
    """Whether what a body does shows something, no word being said: "The group grew, suggesting that"."""
    head = head_of(tokens, phrase)
    if head.name or head.kinds & {"documents", "pronominal", "sourcing", "persons"} or phrase.first >= at:
        return False
    said = (lex.cues.get(token.low) for token in tokens[phrase.last + 1 : at] if not token.name)
    people = of_people(head) and "groups" not in head.kinds
    return not people and not any(cue is not None and cue.patterns & _SPEAKING for cue in said)


def by_noun(frame: Frame, at: int, lex: Lexicon) -> Report | None:
    """The report of "the mayor's claim that" and "the mayor's answer was that"."""
    token = frame.tokens[at]
    report = said_as_noun(frame, at, lex) if "sayings" in token.kinds else None
    return noun_report(frame, at, lex) if report is None and token.low in lex.stances else report


def passive(frame: Frame, at: int, cue: Cue, lex: Lexicon) -> Report | None:
    """The report of "was told by the mayor that" and "is charged with"."""
    return passive_report(frame, at, cue, lex) or charge(frame, at, cue)
