"""Who is named after the verb with a bare title, as agencies write: "..., said prosecutor Ana Brown"."""

from __future__ import annotations

import re

from index.grammar.frames import STOPS, Token, Tokens
from index.grammar.nouns import PRONOUNS, Phrase, adverb, is_clause_verb, owns, participle
from index.grammar.reporting_words import Lexicon
from index.text.people import people_words
from index.words import word_list

_LONGEST_TITLE = 6  # words before the name: "former deputy head teacher and councillor"
_LONGEST_NAME = 6  # words of the name, capitalised titles in front of it
_KNOWING = 6  # words from "people" to what they know
_MANY = word_list("grammar", "knowing_people")
_ANOTHER = word_list("grammar", "conceding", "en")  # behind a comma: another speaks, or another clause
_NO_TITLE = STOPS | (PRONOUNS - {"first_person"}) | {
    "boundaries", "auxiliaries", "being", "finite", "negations", "relatives", "prepositions", "times", "and",
}  # fmt: skip
_KIN = frozenset({"his", "her", "their", "its", "our", "my", "a", "an", "the", "one"})
# What may follow a name that closes its sentence: when, where, for whom, or more of what he is.
_AGED = re.compile(r"\d{1,3}-year-old")
_AFTER = {"prepositions", "times", "ends", "relatives", "time_links"}
_VERBS = {"being", "auxiliaries", "finite"}


def titled_after(tokens: Tokens, verb: int, lex: Lexicon) -> Phrase | None:
    """Return "prosecutor Ana Brown", "its head, Ana Brown" or "a foreman, Ana Brown" after the verb, or None.

    Any office or trade will do: small words without a verb among them, then a name.
    """
    first = verb + 1
    at = first + (first < len(tokens) and tokens[first].low in _KIN)
    start = at
    while (
        at < len(tokens) and at - start < _LONGEST_TITLE and _title_word(tokens[at], lex, opens=at == start)
    ):
        at += 1
    apart = at > start > first and at < len(tokens) and tokens[at].text == ","
    name = at + apart
    stop = name
    while stop < len(tokens) and stop - name < _LONGEST_NAME and _name_word(tokens, stop):
        stop += 1
    if stop - name == 1 and tokens[name].low in people_words().titles:
        return None  # "said researcher Dr.", cut from its name
    if owns(tokens[stop - 1]):
        return None  # "said the Red Star's new head Ana Brown"
    if stop == name or at == first or stop - name < 1 + apart or tokens[start].kinds & {"determiners"}:
        return None
    return Phrase(first, at - 1, (name, stop - 1)) if apart else Phrase(first, _body_end(tokens, name, stop))


def _body_end(tokens: Tokens, name: int, stop: int) -> int:
    """The last word of a name with whom he is of: "Ana Brown of the Red Star | in Verran"."""
    at = stop
    if stop < len(tokens) and tokens[stop].low == "of" and stop - name > 1:
        at += 2 if stop + 1 < len(tokens) and "determiners" in tokens[stop + 1].kinds else 1
    elif all(token.low != "of" for token in tokens[name:stop]):
        return stop - 1
    last = at
    while last < len(tokens) and _of_body(tokens[last]):
        last += 1
    return last - 1 if last > at or at == stop else stop - 1


def _of_body(token: Token) -> bool:
    return (token.name and "times" not in token.kinds) or (token.low.isalpha() and not token.kinds)


def sourced_after(tokens: Tokens, verb: int) -> Phrase | None:
    """Return "people familiar with the sale" after the verb: many without a name, by what they know."""
    first = verb + 1
    words = [token.low for token in tokens[first : first + _KNOWING]]
    if not words or words[0] not in _MANY:
        return None
    told = " ".join(words[1:])
    if not any(told.startswith(f"{known} ") for known in word_list("grammar", "knowing")):
        return None
    stop = next((n for n in range(first, len(tokens)) if tokens[n].kinds & STOPS), len(tokens))
    return None if any(token.kinds & _VERBS for token in tokens[first:stop]) else Phrase(first, stop - 1)


def closing(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a named speaker after the verb ends the clause: nothing but circumstances follows."""
    at = (phrase.beside[1] if phrase.beside else phrase.last) + 1
    if at >= len(tokens) or tokens[at].text in (";", "(", "—", "–"):
        return True
    if tokens[at].text == ",":
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        placed = after is not None and after.name and (at + 2 >= len(tokens) or tokens[at + 2].text == ",")
        if after is None or placed:  # "Brown of Ardale, Scotland"
            return placed
        told = bool(after.kinds & {"determiners", "relatives", "prepositions"}) or after.text[:1].isdigit()
        told = told or after.low in _ANOTHER or "and" in after.kinds  # ", while the miller denied it"
        does = "gerund" in after.shapes and not any(map(is_clause_verb, tokens[at + 2 : at + 3]))
        return told or does  # ", looking round"
    if not tokens[at].kinds & _AFTER or tokens[at].kinds & _VERBS:
        return False
    rest = next((n for n in range(at, len(tokens)) if tokens[n].kinds & STOPS), len(tokens))
    return not any(token.kinds & _VERBS and not owns(token) for token in tokens[at:rest])


def _title_word(token: Token, lex: Lexicon, *, opens: bool) -> bool:
    """Whether a word may belong to an office; a participle may open it: "certified planner Ana Brown"."""
    small = token.low.replace("-", "").isalpha() or (opens and _AGED.fullmatch(token.low) is not None)
    small = small and not token.name
    return (
        small
        and not token.kinds & _NO_TITLE
        and not adverb(token)
        and ((opens and participle(token)) or not _verb(token, lex))
    )


def _verb(token: Token, lex: Lexicon) -> bool:
    cue = lex.cues.get(token.low)
    return cue is not None and cue.form != "base" and token.low not in lex.nouns


def _name_word(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if token.name and "times" not in token.kinds:
        return True
    inside = at + 1 < len(tokens) and tokens[at + 1].name and tokens[at - 1].name
    return bool(inside) and token.low in ("de", "la", "del", "van", "von", "der", "al", "bin", "of")
