"""Verbs of saying that only do something: "wrote the software", "maintains a pace", "a game called Tag"."""

from __future__ import annotations

from index.grammar.candidates import of_people
from index.grammar.frames import STOPS, Token, Tokens
from index.grammar.reporting_words import Cue
from index.text.people import people_words

_DOING = frozenset({"maintain", "write", "charge", "observe"})
_NAMING = frozenset({"call", "name", "title", "dub", "label"})
_PLACES = frozenset({"there", "here"})
_TEXTS = {"works", "documents", "occasions"}
_HEAD = 4  # words from an article to its noun
_OBJECTS = frozenset({"it", "him", "her", "them", "us", "me"})
_DETERMINED = 3  # words from "a" to the noun that is called something
_PRICED = 3  # words from "charges" to the sum


def only_done(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether the verb at ``at`` tells a deed and no words: an object follows it, or a name for what stands
    before it.
    """
    if at + 1 >= len(tokens) or any(token.quote for token in tokens[:at]):
        return False
    if cue.lemma in _NAMING and cue.form == "past":
        return _named_thing(tokens, at) or _named_so(tokens, at)
    if cue.lemma == "charge" and "that" not in tokens[at + 1].kinds:
        priced = any(token.text[:1].isdigit() for token in tokens[at + 1 : at + 1 + _PRICED])
        return priced or (cue.form == "ing" and tokens[at - 1].name)
    return cue.lemma in _DOING and _bare_object(tokens, at + 1)


def _bare_object(tokens: Tokens, first: int) -> bool:
    """Whether an object without a verb of its own follows: "wrote | the software that ran it"."""
    if not _opens_object(tokens, first):
        return tokens[first].low in _PLACES
    for token in tokens[first:]:
        if token.kinds & STOPS or token.kinds & {"relatives", "that"}:
            return True
        if token.kinds & {"finite", "being", "auxiliaries", "questions"}:
            return False
    return True


def _opens_object(tokens: Tokens, first: int) -> bool:
    """Whether a noun phrase begins here, no text, no day, no "that" and no quotation: "wrote | this week"."""
    head = tokens[first]
    if any(token.kinds & _TEXTS for token in tokens[first : first + _HEAD]):
        return False
    plain = head.low.isalpha() and not (head.kinds or head.name)
    dated = any("times" in token.kinds for token in tokens[first : first + 2])
    if tokens[first - 2].text == "," or dated or "that" in head.kinds:
        return False
    return (plain or "determiners" in head.kinds) and not any(token.quote for token in tokens[first:])


def _named_thing(tokens: Tokens, at: int) -> bool:
    """Whether the noun right before is a thing that is called so: "a habit | called the long breath"."""
    noun = tokens[at - 1]
    if not _thing(noun) or tokens[at + 1].low in _OBJECTS:
        return False
    before = tokens[max(0, at - 1 - _DETERMINED) : at - 1]
    return any(token.low in ("a", "an", "one", "another") for token in before)


def _thing(token: Token) -> bool:
    lists = people_words()
    plain = token.low.isalpha() and not token.name and token.kinds <= {"works", "documents", "occasions"}
    return plain and not of_people(token) and token.low not in lists.bodies and not token.low.endswith("s")


def _named_so(tokens: Tokens, at: int) -> bool:
    """Whether a comma and a whole clause stand before a participle: "It was a stool, | called the perch"."""
    if tokens[at - 1].text != "," or tokens[at + 1].low in _OBJECTS:
        return False
    clause = tokens[: at - 1]
    if any(token.kinds & {"relatives", "mark"} for token in clause):
        return False
    return any("being" in token.kinds for token in clause)
