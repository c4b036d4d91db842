"""The subject before a Spanish verb, where a time, a place of publishing or initials stand beside it.

el presidente, Luis Muestra, en la red social X prometió · La semana pasada Muestra Textil anunció
El Consejo Electoral (CE) de Aldea anunció · El juez oyó a Ana Ejemplo, quien aseguró
"""

from __future__ import annotations

from functools import cache

from index.grammar.frames import STOPS, Token, Tokens
from index.grammar.nouns import Phrase, adverb, phrase_ending
from index.grammar.office_holders import unclosed_office
from index.grammar.openings import first_phrase
from index.grammar.reporting_words import Lexicon
from index.grammar.subjects import subject_before
from index.languages.es.between_commas import holder_before, holder_of_office, office_and_name
from index.languages.es.speaking import person_noun
from index.languages.es.word_forms import verb_shaped
from index.words import strings, word_list

_WITHIN = 5  # words from a preposition to the name it rules: "en su cuenta de la red social X"
_OFFICE = 5  # words from a preposition to the noun it rules: "al entonces primer | ministro"
_GENITIVES = word_list("grammar", "genitives")
_WHO = word_list("grammar", "whom_words")
_CONTRACTED = word_list("grammar", "contracted")
_FAR_THROUGH = 20  # words from "a través de" to the verb
_SHORTEST_THROUGH = 6  # places of the verb behind "X, mediante Y,"
_INITIALS = 3  # words and marks of "(CE)"


@cache
def _through() -> tuple[tuple[str, ...], ...]:
    """The words that tell through whom a body speaks, parted."""
    return tuple(tuple(each.split()) for each in strings("speaking", "through"))


def subject_before_verb(tokens: Tokens, verb: int, lex: Lexicon) -> Phrase | None:
    """Return what ``subject_before`` finds, or what stands before an adverbial it mistook for it."""
    letters = verb > _INITIALS and tokens[verb - 1].text == ")" and tokens[verb - _INITIALS].text == "("
    unclosed = unclosed_office(tokens, verb - _INITIALS - 1, verb, lex) if letters else None
    unclosed = unclosed or office_and_name(tokens, verb) or holder_before(tokens, verb)
    phrase = unclosed or subject_before(tokens, verb, lex)
    if phrase is None or _of_relative(tokens, phrase):
        return None
    whence = _whence(tokens, phrase, lex) or holder_of_office(tokens, phrase, lex)
    if unclosed or whence:
        return unclosed or whence
    ruling = _ruling(tokens, phrase)
    if ruling is not None:
        outer = subject_before(tokens, ruling, lex) if ruling else None
        return outer if outer is None or _ruling(tokens, outer) is None else None
    return _whole_body(tokens, _after_time(tokens, phrase), lex)


def beside_complement(tokens: Tokens, phrase: Phrase, verb: int) -> bool:
    """Whether a name between commas is only that of whom a complement before it tells: "Ana Ejemplo, con el
    ministro de Obras, | Gil Oso, | dijo", "De Ana Ejemplo, amiga de su jefa, | Eva Oso, | cuenta".
    """
    first, last = phrase.beside or (phrase.first, phrase.last)
    closed = last + 2 == verb
    if phrase.beside and "determiners" in tokens[first].kinds and not person_noun(tokens[first + 1]):
        first, last = phrase.first, phrase.last  # "junto con el juez, Omar Muestra, las obras, | dijo"
    if phrase.relative or phrase.dropped or first < 3 or not closed:
        return False
    if tokens[last + 1].text != "," or tokens[first - 1].text != ",":
        return False
    if not all(token.name for token in tokens[first : last + 1]):
        return False
    lead = int(bool(tokens[0].kinds & {"and", "sequels", "breaks"}))
    opened = tokens[lead].low in ("de", "del", "a", "al") and tokens[lead + 1].name
    if opened and not any(_verbal(token) for token in tokens[:first]):
        return True
    at = first - 2
    while at > 0 and not (tokens[at].kinds & STOPS or _verbal(tokens[at])):
        if "prepositions" in tokens[at].kinds and tokens[at].low not in _GENITIVES and not tokens[at].name:
            through = spoken_through(tokens, at)  # "La junta, a través de su vocero, Gil Oso, dijo"
            return not through and any(
                person_noun(token) and not token.name for token in tokens[at + 1 : at + _OFFICE]
            )
        at -= 1
    return False


def spoken_through(tokens: Tokens, at: int) -> int:
    """How many words begin here that tell through whom a body speaks: "a través de", "por boca del", or 0."""
    return next(
        (len(words) for words in _through() if tuple(t.low for t in tokens[at : at + len(words)]) == words), 0
    )


def spokesman(tokens: Tokens, verb: int, lex: Lexicon) -> Phrase | None:
    """Who is named between commas as him through whom a body speaks: "La junta, a través de | su vocero, Gil
    Oso, | dijo", "El gremio, por boca de | Gil Oso, su abogado, | dijo".
    """
    if verb < _SHORTEST_THROUGH or tokens[verb - 1].text != ",":
        return None
    for at in range(max(1, verb - _FAR_THROUGH), verb - 2):
        words = spoken_through(tokens, at) if tokens[at - 1].text == "," else 0
        if words:
            phrase = first_phrase(tokens[at + words : verb], verb - at - words, lex)
            phrase = phrase and phrase.moved(at + words)
            named = phrase is not None and any(token.name for token in _words_of(tokens, phrase))
            return phrase if named and not any(map(_verbal, tokens[at:verb])) else None
    return None


def _words_of(tokens: Tokens, phrase: Phrase) -> Tokens:
    """The words of a phrase, and those beside it."""
    beside = tokens[phrase.beside[0] : phrase.beside[1] + 1] if phrase.beside else []
    return [*tokens[phrase.first : phrase.last + 1], *beside]


def who_stands_before(tokens: Tokens, verb: int) -> Phrase | None:
    """Who is described behind a comma: "habló con el abogado de la viuda, quien | dijo": of two persons in
    one chain he of whom the other is told; of "la sorpresa del conductor" the conductor.
    """
    comma = verb - 2
    if comma < 2 or tokens[verb - 1].low not in _WHO or tokens[comma].text != ",":
        return None
    found: Phrase | None = None
    at = comma - 1
    while at >= 0 and not (tokens[at].kinds & STOPS or _verbal(tokens[at]) or tokens[at].kinds & {"and"}):
        if person_noun(tokens[at]) and not tokens[at].name:
            start = at - (at > 0 and "determiners" in tokens[at - 1].kinds)
            if start == at and at > 1 and tokens[at - 1].text == "," and tokens[at - 2].name:
                return _named_before(tokens, at, comma)
            found = Phrase(start, comma - 1, relative=True)
            at = start - 1
            if at < 0 or tokens[at].low not in _GENITIVES | _CONTRACTED:
                break
        at -= 1
    return found


def _named_before(tokens: Tokens, office: int, comma: int) -> Phrase:
    """Whose office stands beside his name: "de | Ana Ejemplo, presidenta del club |, quien"."""
    first = office - 2
    while first > 0 and tokens[first - 1].name:
        first -= 1
    return Phrase(first, office - 2, (office, comma - 1), relative=True)


def head_before(tokens: Tokens, stop: int) -> Phrase | None:
    """The one full name that heads the sentence between commas: "El lunes, | Ana Ejemplo, | en Aldea"."""
    found, at = [], 0
    while at < stop - 1:
        end = at
        while end < stop and tokens[end].name and "determiners" not in tokens[end].kinds:
            end += 1
        led = at == 0 or tokens[at - 1].text == ","
        if end - at > 1 and led and tokens[end].text == ",":
            found.append(Phrase(at, end - 1))
        at = max(end, at + 1)
    return found[0] if len(found) == 1 and found[0].last + 1 < stop - 1 else None


def _verbal(token: Token) -> bool:
    """Whether a verb or a link of clauses stands here."""
    return not token.name and (bool(token.kinds & {"finite", "that", "being"}) or verb_shaped(token.low))


def _ruling(tokens: Tokens, phrase: Phrase) -> int | None:
    """The preposition that rules a bare name, an article and a noun between them: "en la red social X"."""
    if phrase.beside or not all(token.name for token in tokens[phrase.first : phrase.last + 1]):
        return None
    at = phrase.first - 1
    if at < 0 or not _plain(tokens, at):
        return None
    while at > max(0, phrase.first - _WITHIN) and _plain(tokens, at):
        at -= 1
    while at > 0 and tokens[at].kinds & {"determiners"}:
        at -= 1
    return at if "prepositions" in tokens[at].kinds and tokens[at].low not in ("de", "del") else None


def _of_relative(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the phrase is the subject of a relative clause: "la estrategia que sigue | la alcaldesa"."""
    at = phrase.first - 1
    if at < 2 or tokens[at - 1].low != "que" or tokens[at - 2].kinds & (STOPS | {"other_que"}):
        return False
    verb = tokens[at]
    apart = {"determiners", "prepositions", "adverbs", "clitics", "boundaries", "times", "negations"}
    return verb.low.isalpha() and not verb.name and not verb.kinds & (STOPS | apart)


def _whence(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> Phrase | None:
    """Who is of what the phrase names, no comma closing it: "El edil Gil Oso, del club | Sol | dijo"."""
    comma = next((n for n in range(phrase.first - 1, 0, -1) if not _plain(tokens, n)), 0) - 1
    if comma < 1 or tokens[comma].text != "," or tokens[comma + 1].low not in ("de", "del"):
        return None
    outer = phrase_ending(tokens, comma - 1, lex) if tokens[comma - 1].name else None
    return outer and outer._replace(beside=(comma + 1, phrase.last))


def _plain(tokens: Tokens, at: int) -> bool:
    """Whether a common noun or an adjective stands here, no occasion: "red", "social"."""
    token = tokens[at]
    apart = {"times", "occasions", "boundaries", "prepositions", "determiners", "and", "finite", "adverbs"}
    plain = token.low.isalpha() and not token.name and not token.kinds & (STOPS | apart)
    return plain and not (verb_shaped(token.low) or adverb(token))


def _after_time(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Drop a time at the head of the phrase: "La semana pasada | Muestra Textil"."""
    first = phrase.first
    if "determiners" not in tokens[first].kinds or first + 1 > phrase.last:
        return phrase
    at = first + 1
    while at <= phrase.last and tokens[at].kinds & {"times", "datings"}:
        at += 1
    named = at <= phrase.last and (tokens[at].name or "determiners" in tokens[at].kinds)
    return phrase._replace(first=at) if named and at > first + 1 else phrase


def _whole_body(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> Phrase:
    """Return the body whose place was found: "El Consejo Electoral (CE) de | Aldea"."""
    close = phrase.first - 2
    if close < 1 or tokens[close + 1].low not in ("de", "del") or tokens[close].text != ")":
        return phrase
    opens = next((n for n in range(close - 1, max(-1, close - _INITIALS), -1) if tokens[n].text == "("), 0)
    outer = phrase_ending(tokens, opens - 1, lex) if opens > 0 else None
    return phrase if outer is None else outer
