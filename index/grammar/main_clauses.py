"""Whose clause runs up to a verb, where a phrase right before it only ends that clause: "The man who accused
the mayor said", "The group that speaks for bakers said".
"""

from __future__ import annotations

from index.grammar.candidates import of_body, of_people, plausible
from index.grammar.frames import STOPS, Tokens
from index.grammar.nouns import PRONOUNS, Phrase, adverb, participle, phrase_ending
from index.grammar.openings import first_phrase
from index.grammar.reporting_words import Lexicon
from index.words import word_list

_AS = word_list("grammar", "as_words")
_SUBJECT_RELATIVES = word_list("grammar", "subject_relatives")
_THAT_WORD = word_list("grammar", "that_word")
_OF = word_list("grammar", "of_plain")
_TIED_LINKS = word_list("grammar", "tied_links")
_TIMING = word_list("grammar", "timing")
_WHO = word_list("grammar", "who")
_INFINITIVE_MARK = word_list("grammar", "infinitive_mark")


def of_main_clause(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> Phrase | None:
    """Return the phrase right before a verb, or the one whose relative clause or answer it only ends."""
    outer = _behind_relative(tokens, phrase, lex)
    if outer is not None:
        return outer
    timed = phrase.first > 0 and tokens[phrase.first - 1].low in _TIMING
    timed = timed or _verb_of_clause(tokens, phrase) or _happened(tokens, phrase)
    if _object_of_gerund(tokens, phrase.first) or (timed and not plausible(tokens, phrase)):
        return _bearer_of_clause(tokens, phrase.first, lex)
    if _served(tokens, phrase):
        main = first_phrase(tokens, phrase.first - 1, lex)
        return main if main and _somebody(tokens, main) else None
    if _what_somebody_is(tokens, phrase):
        return phrase_ending(tokens, phrase.first - 4, lex)
    if _object_of_relative(tokens, phrase, lex):
        return phrase_ending(tokens, phrase.first - 3, lex)
    return phrase


def _behind_relative(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> Phrase | None:
    """Whose relative clause the phrase ends, deeper in it: "The group that speaks for | bakers said". Not
    where somebody in it reports: "officials who think | the mayor said so".
    """
    for place in range(phrase.first - 1, 0, -1):
        token, after = tokens[place], tokens[place + 1]
        cue = lex.cues.get(token.low)
        if token.kinds & STOPS or (cue and cue.patterns & {"say", "that"} and token.low not in lex.nouns):
            return None
        if token.low in _SUBJECT_RELATIVES | _THAT_WORD:
            verb = participle(after) or bool(after.kinds & {"finite", "being"})
            verb = verb or (after.low.endswith("s") and not after.kinds)
            apart = place + 1 < phrase.first or phrase.first < phrase.last
            whole = verb and not after.name and apart and of_body(tokens[place - 1])
            return phrase_ending(tokens, place - 1, lex) if whole else None
    return None


def _verb_of_clause(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether what looks like a plural is the verb of a clause: "a firm that | tracks traffic said"."""
    before, first = tokens[phrase.first - 1], tokens[phrase.first]
    led = phrase.first > 1 and before.low in _SUBJECT_RELATIVES | _THAT_WORD
    led = led and phrase.last > phrase.first  # not "differences that | pilots said"
    return led and not (first.name or first.kinds) and first.low.endswith("s")


def _happened(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a verb ends the phrase: "One man who was there when | the accident occurred said"."""
    words = tokens[phrase.first : phrase.last + 1]
    return len(words) > 2 and "determiners" in words[0].kinds and participle(words[-1])


def _served(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether "to" stands before the phrase, so that it is no subject: "Her answer to | the council said"."""
    at = phrase.first - 1
    return at > 1 and tokens[at].low in _INFINITIVE_MARK and not tokens[phrase.first].kinds & PRONOUNS


def _somebody(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase tells of people before its first preposition: "One person familiar | with"."""
    words = tokens[phrase.first : phrase.last + 1]
    ruled = next((n for n, word in enumerate(words) if "prepositions" in word.kinds), len(words))
    return plausible(tokens, phrase) or any(map(of_people, words[:ruled]))


def _what_somebody_is(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the phrase ends a relative clause without commas: "Brown who serves as | the mayor"."""
    at = phrase.first
    before = tokens[at - 3 : at] if at > 3 else []
    return bool(before) and before[0].low in _WHO and before[2].low in _AS and not before[1].kinds & STOPS


def _object_of_relative(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether the phrase is the object of a relative clause: "The man who accused | the mayor said". A clause
    of saying may have it for its subject: "officials who said the mayor lied".
    """
    at = phrase.first - 1
    if at < 2 or tokens[at - 2].kinds & STOPS:
        return False
    that = tokens[at - 1].low in _THAT_WORD and tokens[at - 2].low not in lex.cues
    if not (tokens[at - 1].low in _SUBJECT_RELATIVES or that):
        return False
    cue = lex.cues.get(tokens[at].low)
    if cue is None:
        return participle(tokens[at])
    return cue.form == "past" and ("act" in cue.patterns or not plausible(tokens, phrase))


def _object_of_gerund(tokens: Tokens, first: int) -> bool:
    """Whether a verb before the phrase has it for its object: "whose firms are using | boats said"."""
    if first < 3 or "gerund" not in tokens[first - 1].shapes or tokens[first - 1].name:
        return False
    back = first - 2
    while back > 0 and (adverb(tokens[back]) or "adverbs" in tokens[back].kinds):
        back -= 1
    return "being" in tokens[back].kinds


def _bearer_of_clause(tokens: Tokens, at: int, lex: Lexicon) -> Phrase | None:
    """Whose relative clause runs up to the verb: "One colleague who saw her hours before her death said"."""
    for place in range(at - 1, 0, -1):
        if tokens[place].kinds & STOPS:
            return None
        if tokens[place].low in _SUBJECT_RELATIVES | _THAT_WORD | _TIED_LINKS - _OF:
            return phrase_ending(tokens, place - 1, lex)
    return None
