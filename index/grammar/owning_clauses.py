"""Relative clauses that begin with an owner or an object: ", whose father, Ana Ejemplo, ..."."""

from __future__ import annotations

from index.grammar.antecedents import back_to
from index.grammar.candidates import of_people
from index.grammar.frames import STOPS, Tokens
from index.grammar.nouns import is_clause_verb
from index.words import word_list

_THAT_WORD = word_list("grammar", "that_word")
_WHOSE = word_list("grammar", "whose_words")
_WHOM = word_list("grammar", "whom_words")
_FARTHEST = 45  # words from "whose" to the verb behind its clause
_LONGEST_WHOSE = 3  # words behind "whose" up to the comma: "late elder brother"


def whose_clause(tokens: Tokens, before: int) -> tuple[int, int]:
    """The comma before "whose father," and the one behind it, where that piece has no verb; else (0, 0)."""
    for comma in range(before - 2, max(0, before - _FARTHEST), -1):
        first = comma + 1
        if tokens[comma].text != "," or not owning(tokens, first):
            continue
        stop = next((n for n in range(first, len(tokens)) if tokens[n].kinds & STOPS), first)
        piece = tokens[first + ruled(tokens, first) + 1 : stop]
        if not piece or len(piece) > _LONGEST_WHOSE or any(map(is_clause_verb, piece)):
            return 0, 0
        person = tokens[stop].text == "," and (piece[-1].name or of_people(piece[-1]))
        return (comma, stop) if person else (0, 0)
    return 0, 0


def ruled(tokens: Tokens, at: int) -> bool:
    """Whether a preposition goes before the relative: "to whom"."""
    return "prepositions" in tokens[at].kinds


def owning(tokens: Tokens, at: int) -> bool:
    """Whether a relative stands here that is no subject: "whose father", "to whom the mayor"."""
    return tokens[at].low in _WHOSE or (ruled(tokens, at) and tokens[at + 1].low in _WHOSE | _WHOM)


def ends_relative(tokens: Tokens, comma: int) -> bool:
    """Whether the name behind this comma is that of whom a relative clause ends with: ", who replaced the
    engineer, | Ana Ejemplo, in May, said".
    """
    start = back_to(tokens, comma - 1, ",")
    first, last = tokens[start + 1], tokens[comma - 1]
    related = start > 0 and ("relatives" in first.kinds and first.low not in _THAT_WORD)
    return related and of_people(last) and not last.name
