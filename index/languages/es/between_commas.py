"""Whose the name between commas is, where others are named beside who performs a Spanish verb.

Junto a Ana Ejemplo, el vocero de la liga, Luis Modelo, aclaró · En su momento Luis Modelo, edil, dijo
una carta a la alcaldesa, Ana Ejemplo, firmada · halló un informe y los vecinos dijeron
"""

from __future__ import annotations

from index.grammar.frames import STOPS, Token, Tokens
from index.grammar.nouns import Phrase, phrase_ending
from index.grammar.reporting_words import Lexicon
from index.languages.es.speaking import names_office, person_noun, text_noun
from index.languages.es.word_forms import MADE, verb_shaped
from index.text.people import given_names
from index.text.places import names_place
from index.words import word_list

_SINGLE_ARTICLES = frozenset({"el", "la", "su"})
_LINKS = frozenset({"como", "y", "e", "mientras", "pero"})
_PARTICLES = frozenset({"de", "del", "la", "los", "las"})
_VERBAL = frozenset({"finite", "being", "that", "relatives", "auxiliaries"})
_INFINITIVES = ("ar", "er", "ir")
_RULING = frozenset({"a", "al", "ante", "con", "contra", "hacia"})
_TITLE = 3  # words from "al" to the noun: "al entonces primer | ministro"
_MANY = frozenset({"los", "las", "sus"})
_GENITIVES = word_list("grammar", "genitives") | word_list("grammar", "contracted")


def office_and_name(tokens: Tokens, verb: int) -> Phrase | None:
    """An office with its article and the whole name of who holds it, each between commas, right before the
    verb: "En compañía de Ana Ejemplo, | el vocero de la liga, Gil Oso, | aclaró". No name stands so for an
    office before it.
    """
    at = verb - 1
    while at > 0 and "adverbs" in tokens[at].kinds:
        at -= 1
    first = _name_start(tokens, at) if at > 0 and tokens[at].text == "," else at
    if at - first < 2 or first < 2 or tokens[first - 1].text != ",":
        return None
    opens = next((n for n in range(first - 2, 0, -1) if tokens[n].kinds & STOPS), 0)
    start = opens + 1 + (tokens[opens + 1].low in _LINKS)
    piece = tokens[start : first - 1]
    if tokens[opens].text != "," or len(piece) < 2 or piece[0].low not in _SINGLE_ARTICLES:
        return None
    name = " ".join(token.text for token in tokens[first:at])
    if any(map(_acts, piece)) or names_place(name) or not names_office([t.low for t in piece[1:]]):
        return None
    return Phrase(start, first - 2, (first, at - 1))


def holder_before(tokens: Tokens, verb: int) -> Phrase | None:
    """Whose office stands behind his whole name and a comma, where a time without a comma opens the sentence:
    "En su momento | Omar Muestra, entonces edil, | dijo"; not "La hija de Omar Muestra, edil, dijo".
    """
    last = verb - 2
    comma = next((n for n in range(last, 0, -1) if tokens[n].kinds & STOPS), 0)
    if verb < 1 or tokens[verb - 1].text != "," or tokens[comma].text != "," or comma >= last:
        return None
    office = comma + 1
    while office < last and tokens[office].kinds & {"adverbs", "times"}:
        office += 1
    first = _name_start(tokens, comma)
    bare = person_noun(tokens[office]) and not tokens[office].name
    if not bare or any(map(_acts, tokens[office:verb])) or first == 0 or comma - first < 2:
        return None
    before = tokens[first - 1]
    if (
        before.kinds & (STOPS | {"prepositions", "determiners", "and"})
        or person_noun(before)
        or _acts(before)
    ):
        return None
    return Phrase(first, comma - 1, (office, last)) if tokens[first].low in given_names() else None


def holder_described(tokens: Tokens, verb: int) -> Phrase | None:
    """Whose office stands behind his whole name and a comma, with a clause about others in it: "Ana Ejemplo,
    abogada y una de las que firmaron, | dijo".
    """
    last = verb - 2
    comma = next((n for n in range(last, 0, -1) if tokens[n].kinds & STOPS), 0)
    if verb < 1 or tokens[verb - 1].text != "," or tokens[comma].text != ",":
        return None
    office = comma + 1 + ("determiners" in tokens[comma + 1].kinds)
    first = _name_start(tokens, comma)
    that = next((n for n in range(office, last) if tokens[n].low == "que"), 0)
    joined = any("and" in token.kinds for token in tokens[office:that])
    led = first == 0 or tokens[first - 1].text == ","
    named = led and comma - first > 1 and tokens[first].low in given_names()
    if not (joined and named) or any(map(_acts, tokens[office:that])):
        return None
    bare = names_office([tokens[office].low]) and not tokens[office].name
    return Phrase(first, comma - 1, (comma + 1, last)) if bare else None


def holder_of_office(tokens: Tokens, body: Phrase, lex: Lexicon) -> Phrase | None:
    """Whose office it is where a name only ends what stands beside him: "Ana Ejemplo, jefa de la firma
    | Sol, | de Aldea, dijo": not the firm.
    """
    comma = next((n for n in range(body.first - 1, 0, -1) if tokens[n].kinds & STOPS), 0)
    head = comma + 1 + ("determiners" in tokens[comma + 1].kinds)
    piece = tokens[comma + 1 : body.first]
    if tokens[comma].text != "," or head >= body.first or body.relative or not tokens[comma - 1].name:
        return None
    of = any(token.low in _GENITIVES for token in piece)
    if tokens[head].name or not (person_noun(tokens[head]) and of) or any(map(_acts, piece)):
        return None
    if any("and" in token.kinds for token in piece):
        return None
    outer = phrase_ending(tokens, comma - 1, lex)
    return outer and outer._replace(beside=(comma + 1, body.beside[1] if body.beside else body.last))


def behind_object(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """The last of what "y" joins before a plural verb, where the first is an object: "halló un informe y |
    los vecinos dijeron"; None where texts are joined that are no subject: "tras la nota y las protestas".
    """
    joint = next((n for n in range(phrase.last - 1, phrase.first, -1) if "and" in tokens[n].kinds), 0)
    before = tokens[phrase.first - 1] if joint and phrase.first else None
    if before is None or before.kinds & STOPS:
        return phrase
    ruled = "prepositions" in before.kinds and before.low not in _GENITIVES
    if not (ruled or before.low.endswith(_INFINITIVES + MADE) or verb_shaped(before.low)):
        return phrase
    if tokens[joint + 1].low in _MANY and not phrase.relative and person_noun(tokens[joint + 2]):
        return phrase._replace(first=joint + 1)
    noun = phrase.first + ("determiners" in tokens[phrase.first].kinds)
    return None if text_noun(tokens[noun]) else phrase


def name_of_ruled(tokens: Tokens, start: int, comma: int) -> bool:
    """Whether a name behind a comma is that of whom a preposition rules before it, and who only hears: "en
    una carta a la consejera de Obras, | Ana Ejemplo".
    """
    if tokens[comma].text != "," or comma + 1 >= len(tokens) or not tokens[comma + 1].name:
        return False
    for at in range(comma - 1, start, -1):
        if tokens[at].kinds & STOPS:
            return False
        if person_noun(tokens[at]) and not tokens[at].name:
            return _ruled(tokens, start, at)
    return False


def behind_name_of_ruled(tokens: Tokens, start: int, comma: int) -> int:
    """The place behind a comma, and behind the name that stands there of whom a preposition rules."""
    at = comma + 1
    while name_of_ruled(tokens, start, comma) and at < len(tokens) and tokens[at].name:
        at += 1
    return at


def _ruled(tokens: Tokens, start: int, noun: int) -> bool:
    """Whether a preposition rules a noun, beyond its adjectives and its article: "al entonces | ministro"."""
    at = noun - 1
    while at > max(start, noun - _TITLE) and not tokens[at].kinds & (STOPS | {"determiners", "prepositions"}):
        at -= 1
    while at > start and "determiners" in tokens[at].kinds and tokens[at].low not in _RULING:
        at -= 1
    return at > start and tokens[at].low in _RULING


def _name_start(tokens: Tokens, stop: int) -> int:
    """Where the name begins that ends before ``stop``, small words within it included: "Ana de la Vega"."""
    first = stop
    while first > 0 and (tokens[first - 1].name or tokens[first - 1].low in _PARTICLES):
        first -= 1
    while first < stop and not tokens[first].name:
        first += 1
    return first


def _acts(token: Token) -> bool:
    """Whether a verb stands here."""
    return not token.name and bool(token.kinds & _VERBAL or verb_shaped(token.low))
