"""Several who speak together, told by what they are: "Ana Ejemplo, the mayor, and Gil Oso, the clerk,"."""

from __future__ import annotations

from index.grammar.antecedents import back_to
from index.grammar.candidates import of_people
from index.grammar.frames import STOPS, Tokens
from index.grammar.nouns import Phrase, is_clause_verb
from index.text.places import names_place

_LONGEST_NAME = 5  # places from the comma to the end of the name
_LONGEST_OFFICE = 10  # words


def and_another(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The phrase with a second speaker: "said Ana Ejemplo, the mayor, | and Gil Oso", nothing else behind."""
    at = phrase.beside[1] + 1 if phrase.beside else len(tokens)
    joined = at + 2 < len(tokens) and tokens[at].text == "," and "and" in tokens[at + 1].kinds
    stop = at + 2
    while joined and stop < len(tokens) and tokens[stop].name:
        stop += 1
    whole = joined and tokens[phrase.last].name and 1 < stop - at - 2 < _LONGEST_NAME
    closed = stop >= len(tokens) or tokens[stop].text in (",", ";")
    return Phrase(phrase.first, stop - 1) if whole and closed else phrase


def with_earlier(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The phrase with those before it: "Ana Ejemplo, the mayor, and | Gil Oso said", "The mayor, Ana Ejemplo,
    and | the clerk, Gil Oso, said". They head their clause, and nothing but names and offices is theirs.
    """
    comma = phrase.first - 2
    if comma < 1 or "and" not in tokens[comma + 1].kinds or not _somebody(tokens, phrase):
        return phrase
    first = phrase.first
    while (earlier := _told_by_office(tokens, comma)) is not None:
        first, comma = earlier, earlier - 1
    heads = first == 0 or bool(tokens[first - 1].kinds & (STOPS | {"sequels"}))
    if first == phrase.first or not heads:
        return phrase
    beside = phrase.beside
    named = beside is not None and all(token.name for token in tokens[beside[0] : beside[1] + 1])
    return Phrase(first, beside[1] if beside and named else phrase.last)


def _somebody(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the last of several is a name or somebody's office."""
    return tokens[phrase.last].name or any(map(of_people, tokens[phrase.first : phrase.last + 1]))


def _told_by_office(tokens: Tokens, comma: int) -> int | None:
    """Where somebody begins who is told by name and office, in either order, up to the comma at ``comma``."""
    middle = back_to(tokens, comma - 1, ",") if comma > 0 and tokens[comma].text == "," else 0
    if middle <= 0:
        return None
    begin = max((n + 1 for n in range(middle) if tokens[n].kinds & STOPS), default=0)
    begin += "sequels" in tokens[begin].kinds
    named, other = (begin, middle), (middle + 1, comma)
    if not _is_name(tokens, *named):
        named, other = other, named
    told = _is_name(tokens, *named) and _is_office(tokens, *other)
    return begin if told else None


def _is_name(tokens: Tokens, first: int, stop: int) -> bool:
    name = " ".join(token.text for token in tokens[first:stop])
    whole = 1 < stop - first < _LONGEST_NAME and all(token.name for token in tokens[first:stop])
    timed = any("times" in token.kinds for token in tokens[first:stop])
    return whole and not timed and not names_place(name)


def _is_office(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether words tell what somebody is: "the mayor of Aldea", "a nurse who works at night", "45"."""
    words = tokens[first:stop]
    if len(words) == 1 and words[0].text.isdigit():
        return True
    if not 0 < len(words) <= _LONGEST_OFFICE or words[0].kinds & {"prepositions", "boundaries", "times"}:
        return False
    return any(map(of_people, words)) and not any(map(is_clause_verb, words))
