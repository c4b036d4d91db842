"""Who performs a Spanish reporting verb: before it, after it, in another clause, or left out.

    Ana Ejemplo dijo   ·   dijo Ana Ejemplo   ·   Ana Ejemplo, que dijo   ·   Añadió que

What stands beside the verb is taken for its subject only if it can speak and has its number.
A subject left out comes back as a phrase marked ``dropped``: whoever spoke last may be meant.
"""

from __future__ import annotations

from index.voices.adjuncts import adverbial
from index.voices.conjugation import verb_shaped
from index.voices.evidence import REACH
from index.voices.frames import DASHES, STOPS, Token, Tokens
from index.voices.heads import Able, able, body, number_fits, opens, reflexive
from index.voices.lexicon import Cue, Lexicon
from index.voices.nouns import Phrase, adverb, phrase_ending
from index.voices.spanish_verbs import periphrasis
from index.voices.subjects import first_phrase, subject_after, subject_before

_BREAKS = DASHES | {",", "?", "!", "…", ":", ";", ")"}
_LEADING = frozenset({"así", "según", "como", "cómo"})  # before a verb they let its subject follow
_AFTER_QUE = 25  # words in which the "que" of a relative clause is looked for
_AHEAD = 30  # words after a verb in which "que" or a quotation is looked for
_SHORT = 6  # words of a name with its titles
_WITH_COMMA = 30  # words of "Tras asegurar que ..., " up to the comma
_LONGEST_TITLE = 30  # characters of a quoted name inside a phrase
_NO_VERB = frozenset({"determiners", "prepositions", "adverbs", "boundaries", "mark", "quotation"})
_BODIES_AT = frozenset({"desde", "en"})
_SHARED = frozenset({"y", "e", "pero", "luego", "también", "además"})


def spanish_subject(tokens: Tokens, at: int, cue: Cue, lex: Lexicon, earlier: Phrase | None) -> Phrase | None:
    """Return the subject of the cue at ``at``; ``earlier`` is the subject of the report before it."""
    begin = at
    if cue.form == "base":
        start = periphrasis(tokens, at, lex)
        if start is None:
            return _of_infinitive(tokens, at, lex)
        begin = start
    begin = _group(tokens, begin)
    if _passive(tokens, begin, at, cue) or (begin and "negations" in tokens[begin - 1].kinds):
        return None
    many = _plural(tokens[begin : at + 1] if cue.form == "base" else tokens[at : at + 1], tokens[begin:at])
    found = _beside(tokens, begin, at, cue, lex, many)
    if found is not None:
        return found
    if _headless(tokens, begin):
        house = _house(tokens, begin) if many else None
        return house or Phrase(at, at, dropped=True, several=many)
    shared = _shared(tokens, begin, at, lex, earlier)
    if shared is not None and number_fits(tokens, shared, many):
        return shared
    return None


def _group(tokens: Tokens, at: int) -> int:
    """The first word of the verb with its auxiliaries and small pronouns: "se lo había dicho"."""
    while at > 0 and tokens[at - 1].kinds & {"perfect", "clitics"} and not (at > 1 and tokens[at - 1].name):
        at -= 1
    return at


def _passive(tokens: Tokens, begin: int, at: int, cue: Cue) -> bool:
    """Read "se informó que", which names nobody; "se quejó" is no passive."""
    if cue.form == "base" or reflexive(cue.lemma):
        return False  # "se limitó a decir"
    return any(token.low == "se" for token in tokens[begin:at])


def _plural(verb: list[Token], group: list[Token]) -> bool:
    """Whether the verb, or its auxiliary, is plural: "dicen", "han dicho"."""
    auxiliaries = [token for token in group if token.kinds & {"perfect", "auxiliaries"}]
    return (auxiliaries or verb)[0].low.endswith("n")


# -- beside the verb --------------------------------------------------------------------------


def _beside(tokens: Tokens, begin: int, at: int, cue: Cue, lex: Lexicon, many: bool) -> Phrase | None:
    """The subject before or after the verb; after a quotation, and mostly after a comma, the one after it."""
    after = _after(tokens, begin, at, cue, lex, many)
    if after is not None and _keeps(tokens, begin, after):
        return after
    before = _before(tokens, begin, lex)
    if before is not None and before.negated:
        return before
    if before is not None and _fits(tokens, before, at, cue, lex, many):
        return before
    return after


def _after(tokens: Tokens, begin: int, at: int, cue: Cue, lex: Lexicon, many: bool) -> Phrase | None:
    phrase = subject_after(tokens, at, lex)
    phrase = _apart(tokens, tidy(tokens, phrase), lex) if phrase else None
    if phrase is None or not number_fits(tokens, phrase, many):
        return None
    said = able(tokens, phrase, lex)
    tag = begin > 1 and (tokens[begin - 1].quote is not None or tokens[begin - 1].text in _BREAKS)
    sure = (tag or "object" not in cue.patterns) and cue.lemma not in lex.impersonal
    if said is Able.YES or (said is Able.PERHAPS and sure):
        return phrase
    return None


def _apart(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> Phrase:
    """Take no clause for an apposition: "publica La Hoja, el ministro afirma"."""
    if phrase.beside is None or "relatives" in tokens[phrase.beside[0]].kinds:
        return phrase
    first, last = phrase.beside
    verb = any(
        (token.low in lex.cues and token.low not in lex.nouns) or verb_shaped(token.low)
        for token in tokens[first : last + 1]
        if not token.name
    )
    return phrase._replace(beside=None) if verb else phrase


def _keeps(tokens: Tokens, begin: int, phrase: Phrase) -> bool:
    """Whether the subject after the verb goes before one that may stand before it."""
    back = begin - 1
    if back < 0 or tokens[back].quote or tokens[back].low in _LEADING:
        return True
    if tokens[back].text not in _BREAKS:
        return False
    if back and tokens[back - 1].quote:
        return True
    ahead = tokens[phrase.last + 1 : phrase.last + 1 + _AHEAD]
    if ahead and ahead[0].text == ",":
        stop = next((n for n, token in enumerate(ahead) if token.low in ("quien", "quienes")), None)
        ahead = ahead if stop is None else ahead[:stop]
    return not any(token.quote or "that" in token.kinds for token in ahead)


def _before(tokens: Tokens, begin: int, lex: Lexicon) -> Phrase | None:
    if begin == 0:
        return None
    relative = _of_relative(tokens, begin, lex)
    phrase = relative or _outside_relative(tokens, begin, lex) or subject_before(tokens, begin, lex)
    if phrase is None or phrase.relative:
        return phrase
    phrase = _both(tokens, _without_opening(tokens, phrase, lex))
    return tidy(tokens, phrase)


def _both(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Read "Tanto el alcalde como la ministra" as one subject."""
    at = phrase.first - 1
    if at < 2 or tokens[at].low != "como":
        return phrase
    start = next((n for n in range(at - 1, max(-1, at - _AFTER_QUE), -1) if tokens[n].low == "tanto"), None)
    return phrase if start is None else phrase._replace(first=start + 1)


def tidy(tokens: Tokens, phrase: Phrase) -> Phrase:
    """End a phrase before a verb, a small pronoun or an article that cannot belong to it.

    "el Pentágono | el «dominio»", "Linton | la cultura", "el informe médico | lo obligará".
    """
    last = phrase.first
    for at in range(phrase.first + 1, phrase.last + 1):
        token, before = tokens[at], tokens[at - 1]
        article = "determiners" in token.kinds and not token.name
        free = not before.kinds & {"prepositions", "and", "determiners", "hedges", "mark"}
        free = free and before.low != "como"  # "tanto el alcalde como la ministra"
        if (article and free) or (verb_shaped(token.low) and not token.name) or "auxiliaries" in token.kinds:
            break
        if token.quote and token.quote.last - token.quote.first > _LONGEST_TITLE:
            break
        last = at
    while last > phrase.first and (
        tokens[last].kinds & {"prepositions", "determiners", "and", "clitics"} or adverb(tokens[last])
    ):
        last -= 1
    if last == phrase.last:
        return phrase
    return phrase._replace(last=last, beside=None)


def _of_relative(tokens: Tokens, begin: int, lex: Lexicon) -> Phrase | None:
    """Read "Ana Ejemplo, que afirmó que" and "algunos de los cuales afirmaron"."""
    at = begin - 1
    while at > 0 and (tokens[at].kinds & {"adverbs", "times"} or adverb(tokens[at])):
        at -= 1
    if at < 2 or tokens[at].low not in ("que", "cual", "cuales") or tokens[at - 1].text != ",":
        if at > 1 and tokens[at].low == "quien" and tokens[at - 1].name:  # "Fue Ana Ejemplo quien dijo"
            phrase = phrase_ending(tokens, at - 1, lex)
            return _without_opening(tokens, phrase, lex)._replace(relative=True) if phrase else None
        return None
    phrase = phrase_ending(tokens, at - 2, lex)
    if phrase is None or able(tokens, phrase, lex) is not Able.YES:
        return None
    return phrase._replace(relative=True)


def _outside_relative(tokens: Tokens, begin: int, lex: Lexicon) -> Phrase | None:
    """Read "El hombre que construyó el puente dijo": the bridge belongs to the clause, the man speaks."""
    for at in range(begin - 2, max(0, begin - _AFTER_QUE), -1):
        token = tokens[at]
        title = token.quote is not None and token.quote.last - token.quote.first <= _LONGEST_TITLE
        if (token.kinds & STOPS and not title) or (token.low in lex.cues and token.low not in lex.nouns):
            return None
        if token.low == "que":
            nxt = tokens[at + 1]
            verb = nxt.kinds & {"auxiliaries", "being"}
            if nxt.name or (nxt.kinds & _NO_VERB and not verb) or tokens[at - 1].low in lex.cues:
                return None
            outer = phrase_ending(tokens, at - 1, lex)
            return outer if outer and able(tokens, outer, lex) is Able.YES else None
    return None


def _without_opening(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> Phrase:
    """Drop a first word of a sentence that is no part of the subject: "Fue Ana Ejemplo"."""
    first = phrase.first
    while first < phrase.last and opens(tokens, first) and _verb_or_link(tokens[first], lex):
        first += 1
    return phrase._replace(first=first)


def _verb_or_link(token: Token, lex: Lexicon) -> bool:
    light = token.kinds & {"being", "auxiliaries", "adverbs", "boundaries", "negations", "finite"}
    return bool(light) or verb_shaped(token.low) or token.low.endswith("mente") or token.low in lex.cues


def _fits(tokens: Tokens, phrase: Phrase, at: int, cue: Cue, lex: Lexicon, many: bool) -> bool:
    if not number_fits(tokens, phrase, many):
        return False
    said = able(tokens, phrase, lex)
    if said is not Able.PERHAPS or cue.lemma in lex.impersonal:
        return said is Able.YES
    ahead = tokens[at : at + REACH]  # "el bribón negó que", but not "el puente negó la razón"
    return any(token.quote or token.text == ":" or "that" in token.kinds for token in ahead)


# -- elsewhere --------------------------------------------------------------------------------


def _shared(tokens: Tokens, begin: int, at: int, lex: Lexicon, earlier: Phrase | None) -> Phrase | None:
    """The subject of the clause before: "Ana Ejemplo cruzó el puente y dijo que"."""
    if begin == 0:
        return None
    before = tokens[begin - 1]
    if not ("sequels" in before.kinds or before.text == "," or before.low in _SHARED):
        return None
    if earlier is not None and earlier.first < at and not earlier.relative:
        return earlier
    phrase = first_phrase(tokens, begin, lex)
    if phrase is not None:
        phrase = _without_opening(tokens, phrase, lex)
        if able(tokens, phrase, lex) is Able.YES and phrase.last < begin - 1:
            return phrase
    return Phrase(at, at, dropped=True) if _headless(tokens, 0) else None


def _of_infinitive(tokens: Tokens, at: int, lex: Lexicon) -> Phrase | None:
    """Read "Tras asegurar que ..., la alcaldesa pidió": the subject of the main clause."""
    if at == 0 or tokens[at - 1].low not in ("al", "tras", "de", "por"):
        return None
    opening = tokens[at - 1].low if at == 1 else " ".join(token.low for token in tokens[max(0, at - 2) : at])
    if not (
        at <= 2 and opening in ("al", "tras", "después de", "luego de", "además de", "antes de", "aparte de")
    ):
        return None
    comma = next(
        (n for n in range(at, min(len(tokens) - 1, at + _WITH_COMMA)) if tokens[n].text == ","), None
    )
    if comma is None:
        return None
    phrase = first_phrase(tokens[comma + 1 :], len(tokens) - comma - 1, lex)
    if phrase is None:
        return None
    phrase = phrase._replace(first=phrase.first + comma + 1, last=phrase.last + comma + 1)
    return phrase if able(tokens, phrase, lex) is Able.YES else None


def _headless(tokens: Tokens, begin: int) -> bool:
    """Whether nothing before the verb can be its subject: only adverbs and adverbials of its sentence."""
    at = begin - 1
    while at >= 0:
        token = tokens[at]
        if token.quote:
            return True
        if token.text in (",", ":", "—", "–"):
            if at == 0 or tokens[at - 1].quote:
                return True
            if not adverbial(tokens, at - 1):
                return False
            while at > 0 and not tokens[at - 1].kinds & STOPS:
                at -= 1
        elif not (token.kinds & {"adverbs", "sequels", "breaks", "clitics"} or adverb(token)):
            return adverbial(tokens, at) and _whole(tokens, at)
        at -= 1
    return True


def _house(tokens: Tokens, begin: int) -> Phrase | None:
    """Read "Desde la fiscalía señalaron que": a body speaks, by people who are not named."""
    start = next((n for n in range(begin) if not tokens[n].kinds & {"sequels", "adverbs", "mark"}), begin)
    if start + 1 >= begin or tokens[start].low not in _BODIES_AT:
        return None
    stop = next((n for n in range(start + 1, begin) if tokens[n].kinds & STOPS), begin)
    phrase = tidy(tokens, Phrase(start + 1, stop - 1))
    return phrase if tokens[start + 1].kinds & {"determiners"} and body(tokens, phrase) else None


def _whole(tokens: Tokens, at: int) -> bool:
    """Whether the adverbial that ends at ``at`` begins its sentence and holds no verb."""
    while at >= 0 and not tokens[at].kinds & STOPS:
        if tokens[at].kinds & {"finite", "that", "being", "relatives"} or verb_shaped(tokens[at].low):
            return False
        at -= 1
    return at < 0 or tokens[at].quote is not None
