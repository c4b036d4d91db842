"""Who gave what is told: "according to information from the mayor", "según datos de la policía"."""

from __future__ import annotations

from index.grammar.candidates import of_people, plausible
from index.grammar.frames import STOPS, Tokens
from index.grammar.nouns import Phrase, owns
from index.grammar.reporting_words import Lexicon
from index.grammar.subjects import subject_after
from index.text.people import given_names, people_words
from index.text.places import names_place
from index.words import word_list

_TOLD = word_list("grammar", "told_matter")
_GIVING = word_list("grammar", "giving")
_GIVERS = word_list("grammar", "giver_links")
_AGENCIES = word_list("names", "agencies")
_VERBS = frozenset({"finite", "being", "auxiliaries", "that", "perfect"})
_NEAR = 2  # words before what is told: "los últimos datos"
_FARTHEST = 12  # words of a source up to the comma that ends it


def informer(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> Phrase:
    """Return who gave the information that a source is; the whole phrase where nobody surely did.

    "Information from the police" is theirs, "information seen by the Gazette" is nobody's known.
    """
    near = range(phrase.first, min(phrase.last, phrase.first + _NEAR) + 1)
    noun = next((n for n in near if tokens[n].low in _TOLD), None)
    if noun is None or any(
        "prepositions" in token.kinds or token.name for token in tokens[phrase.first + 1 : noun]
    ):
        return phrase
    whole = phrase._replace(last=source_end(tokens, phrase.last + 1) - 1, beside=None)
    link = noun + 1
    while link < len(tokens) and tokens[link].low in _GIVING:
        link += 1
    if link >= len(tokens) or tokens[link].low not in _GIVERS:
        return whole
    found = subject_after(tokens, link, lex, bare=True)
    return found if found is not None and found.first == link + 1 and _sure(tokens, found) else whole


def source_end(tokens: Tokens, at: int) -> int:
    """Return where the circumstances after a source end: "a doctor | in the north of the town, ..."."""
    if at >= len(tokens) or tokens[at].kinds & STOPS or not tokens[at].kinds & {"prepositions", "links"}:
        return at
    for place in range(at + 1, min(len(tokens), at + _FARTHEST)):
        if tokens[place].kinds & STOPS:
            return place
        if tokens[place].kinds & _VERBS and not tokens[place].name:
            return at
    return len(tokens) if len(tokens) <= at + _FARTHEST else at


def _sure(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether somebody is named who can give information; a bare name may be a place: "reports from Lund"."""
    words = tokens[phrase.first : phrase.last + 1]
    first, text = words[0], " ".join(word.text for word in words)
    if owns(words[-1]) or names_place(text) or not plausible(tokens, phrase):
        return False
    lists = people_words()
    given = first.low in given_names()
    known = first.low in _AGENCIES or any(word.low in lists.bodies | lists.titles for word in words)
    return "determiners" in first.kinds or known or (given and len(words) > 1) or of_people(words[-1])
