"""Which Spanish "que" opens reported words, and which infinitive says what somebody asks for."""

from __future__ import annotations

import re
from itertools import pairwise

from index.grammar.adjuncts import skip_forward
from index.grammar.frames import STOPS, Token, Tokens
from index.grammar.nouns import adverb
from index.grammar.reporting_words import Cue, Lexicon
from index.languages.es.speaking import begins_body, names_office, person_noun, text_noun
from index.languages.es.word_forms import verb_shaped
from index.text.people import given_names

__all__ = [
    "asks",
    "begins_body",
    "late_that",
    "matter",
    "names_medium",
    "names_object",
    "names_office",
    "object_end",
    "opens_clause",
    "that_left_out",
]

_OBJECT = 5  # words of "una anécdota muy incómoda"
_SOME = frozenset({"un", "una", "unos", "unas"})
_WAYS = frozenset({"manera", "forma", "modo", "vez"})
_LATE = 30  # words of circumstances between a verb and its "que"
_ASKED = 16  # words from the verb to the infinitive: "llamó a la población de Aldea a salir"
_LONGEST_NAME = 30  # characters of the name of a medium
_BARE = frozenset({"no", "se"})
_THAT_THING = frozenset({"lo", "la", "los", "las", "eso", "esto"})
_ASIDE = 5  # words of a circumstance: "en pleno Congreso"
_PASTS = ("ía", "ían", "aba", "aban", "iba", "iban", "rá", "rán")
_WISHED = ("e", "en", "a", "an")  # so end forms of what is asked for
_INFINITIVE = re.compile(r"[aei]r(?:se|l[eo]s?|me|nos)?$")
_AFTER_DE = frozenset({"antes", "después", "luego", "además", "aparte", "causa", "condición", "medida"})
_COMPARED = frozenset({"más", "menos", "tan", "tanto", "mayor", "menor"})
_BEFORE_ASIDE = frozenset({"tras", "al", "para", "de", "por", "sin", "hasta"})
_NOUN_LISTS = frozenset({"documents", "works", "occasions", "persons", "groups", "justice"})
_OCCASIONS = frozenset({"en", "durante", "ante", "tras", "desde", "mediante"})
_MENTIONING = frozenset({"mencionar", "citar", "nombrar"})
_REQUESTING = frozenset({"solicitar", "requerir", "gestionar"})  # "solicitó un crédito" tells a deed
_SHOWN = frozenset({"document"})
_ANSWERING = frozenset({"responder", "contestar", "replicar"})
_DID = ("aron", "ieron")
_UPON_SOMEBODY = frozenset(
    {"criticar", "cuestionar", "elogiar", "culpar", "descalificar", "censurar", "condenar"}
)
_UPON_SOMEBODY |= {"rechazar", "celebrar", "saludar", "defender", "denunciar"}
_ASKING = frozenset({"preguntar", "inquirir", "interrogar"})


def opens_clause(tokens: Tokens, nxt: int, place: int, cue: Cue) -> bool:
    """Whether the "que" at ``place`` belongs to the verb whose complements begin at ``nxt``.

    Not "lo que" or "para que", not after a verb of asking, and not after an object, which it describes:
    "critica la postura de Egipto, que no ha firmado".
    """
    before = tokens[place - 1]
    always = before.low == "siempre" and place == nxt + 1  # "dijo siempre que"
    if ("other_que" in before.kinds and not always) or (
        before.low in ("de", "en") and tokens[place - 2].low in _AFTER_DE
    ):
        return False
    done = before.text == "," and _infinitive(tokens[_behind_asides(tokens, nxt)])
    done = done or (tokens[nxt].low in ("a", "al") and _of_object(tokens, nxt, place, cue))
    if done or _describes(tokens, nxt, place, cue):
        return False
    if cue.patterns <= _SHOWN and [token.text for token in tokens[nxt:place]].count(",") == 1:
        return before.text != ","  # "lo muestran los datos del año, que fue malo"
    if nxt + 2 < place and tokens[nxt].low in ("a", "al"):  # "respondió a las preguntas de los que"
        noun = nxt + 1 + ("determiners" in tokens[nxt + 1].kinds)
        if text_noun(tokens[noun]):
            return False
    if cue.lemma in _ASKING:
        return place + 1 < len(tokens) and bool(tokens[place + 1].kinds & {"questions", "quotation"})
    return place == nxt or not (
        begins_object(tokens, _behind_asides(tokens, nxt)) or _another_verb(tokens, nxt, place)
    )


def _of_object(tokens: Tokens, nxt: int, place: int, cue: Cue) -> bool:
    """Whether "que" describes whom a verb is aimed at: "criticó a los ediles que callan", "respondió a los
    medios que difundieron la nota".
    """
    after = tokens[place + 1 : place + 3]
    verb = after[after[0].low in ("se", "lo", "la", "le")] if len(after) > 1 else None
    deed = (
        verb is not None
        and verb.low.endswith(_DID)
        and any(t.low.endswith("s") for t in tokens[nxt + 1 : place])
    )
    return cue.lemma in _UPON_SOMEBODY or (cue.lemma in _ANSWERING and deed)


def _describes(tokens: Tokens, nxt: int, place: int, cue: Cue) -> bool:
    """Whether "que" tells of what stands before it."""
    thing = _described_thing(tokens, nxt, place) or _other_use(tokens, nxt, place, cue)
    return thing or (tokens[place - 1].text == "," and _of_name(tokens, nxt, place))


def _of_name(tokens: Tokens, nxt: int, place: int) -> bool:
    """Whether "que" behind a comma tells of what stands before it, and no aside ends there: "respondió a Ana
    Ejemplo, que vive en Aldea", "el puente de Aldea, recuerda, que cayó".
    """
    if place - 1 == nxt:
        return nxt > 1 and tokens[nxt - 2].text == ","
    if [token.text for token in tokens[nxt:place]].count(",") > 1:
        return False
    person = tokens[place - 2].name and any(token.low in given_names() for token in tokens[nxt:place])
    return person or tokens[_behind_asides(tokens, nxt)].low not in _OCCASIONS  # "dijo en la fiesta, que"


def _behind_asides(tokens: Tokens, nxt: int) -> int:
    """The place after ", además," and "este martes", where an object may begin."""
    near = range(nxt + 1, min(len(tokens) - 1, nxt + _OBJECT))
    if tokens[nxt].text == ",":
        nxt = 1 + next((n for n in near if tokens[n].text == ","), nxt)
    while nxt + 1 < len(tokens):
        dated = "determiners" in tokens[nxt].kinds and tokens[nxt + 1].kinds & {"times", "datings"}
        if not (dated or tokens[nxt].kinds & {"times", "datings"}):
            break
        nxt += 1 + bool(dated)
    return nxt


def _described_thing(tokens: Tokens, nxt: int, place: int) -> bool:
    """Whether "que" tells of a thing that the verb has for its object: "publicó en X una carta | que vio"."""
    for at in range(place - 2, max(nxt, place - _OBJECT), -1):
        if tokens[at].low in _SOME:
            ruled = tokens[at - 1].kinds & {"prepositions", "and"}
            return not (ruled or names_office([tokens[at + 1].text]) or person_noun(tokens[at + 1]))
        if not tokens[at].low.isalpha() or tokens[at].kinds & {"prepositions", "boundaries"}:
            return False
    return False


def _other_use(tokens: Tokens, nxt: int, place: int, cue: Cue) -> bool:
    """Whether a verb is used so that "que" describes a noun: "menciona a dirigentes que", "cuenta con",
    "muestran a los vecinos que", "Lo dijo tras la reunión que", "duda de la carta que".
    """
    if cue.lemma == "coincidir":
        return tokens[place - 1].low != "en"
    if cue.lemma in _MENTIONING or cue.patterns <= _SHOWN:
        return tokens[nxt].low in ("a", "al")
    if place > nxt > 1 and tokens[nxt - 2].low == "lo":
        return True
    if place > nxt + 2 and tokens[nxt].low == "de" and "determiners" in tokens[nxt + 1].kinds:
        return tokens[nxt + 2].low not in _WAYS
    return cue.lemma == "contar" and any(token.low == "con" for token in tokens[nxt:place])


def _another_verb(tokens: Tokens, nxt: int, place: int) -> bool:
    """Whether "que" follows an infinitive or a comparison: "insiste en pedir un puente que", "más que"."""
    for at in range(place - 1, nxt - 1, -1):
        token = tokens[at]
        if token.text == ",":
            return False
        other = verb_shaped(token.low) and not token.name
        if (
            other
            or token.low in _COMPARED
            or (_infinitive(token) and at and tokens[at - 1].low not in _BEFORE_ASIDE)
        ):
            return True
    return False


def begins_object(tokens: Tokens, at: int) -> bool:
    """Whether an object begins here, and not a time: "la postura", but "el lunes", "una vez más"."""
    if at + 1 >= len(tokens):
        return False
    if _bare(tokens[at]):
        return True  # "expresan antígenos que"
    if "determiners" not in tokens[at].kinds:
        return False
    after = tokens[at + 1]
    if tokens[at].kinds & {"adverbs", "prepositions"}:
        return False
    return not (after.kinds & {"times", "datings"} or after.text[:1].isdigit() or after.low == "vez")


def names_object(tokens: Tokens, nxt: int, cue: Cue) -> bool:
    """Read "negó la acusación", "exigió pruebas", "criticó a la alcaldesa", "se quejó del ruido"."""
    token = tokens[nxt]
    if "about" in cue.patterns and "topical" in token.kinds:
        return True
    if "object" not in cue.patterns or "times" in token.kinds or cue.lemma in _REQUESTING:
        return False
    if token.low in ("a", "al"):
        return "act" in cue.patterns
    return token.name or (begins_object(tokens, nxt) and (not _bare(token) or token.low.endswith("s")))


def object_end(tokens: Tokens, first: int) -> int:
    """Where the object that begins at ``first`` ends before a clause that only describes it.

    "defiende un contrato | que trajo protestas": the author tells what it brought. In characters.
    """
    if begins_object(tokens, first):
        for before, token in pairwise(tokens[first:]):
            if token.low == "que" and before.low == "de":
                break  # "expresó su confianza de que ...": all of it
            apart = before.kinds & {"other_que", "prepositions", "adverbs"} or _infinitive(before)
            if token.low == "que" and before.low.isalpha() and not apart:
                return token.start
    return tokens[-1].end + 1


def _bare(token: Token) -> bool:
    """Whether a word may be a noun without an article."""
    noun = token.low.isalpha() and not (token.name or adverb(token) or verb_shaped(token.low))
    return noun and token.kinds <= _NOUN_LISTS


def late_that(tokens: Tokens, nxt: int, cue: Cue, lex: Lexicon) -> int | None:
    """The "que" after circumstances: "reveló el lunes, a su llegada a Aldea para el acto, que ..."."""
    if nxt + 2 >= len(tokens) or begins_object(tokens, nxt) or cue.lemma in _ASKING | {"coincidir", "contar"}:
        return None
    if _infinitive(tokens[_behind_asides(tokens, nxt)]):
        return None  # "acordó hoy dar un premio, por si acaso, que será de oro"
    for place in range(nxt + 1, min(len(tokens), nxt + _LATE)):
        token = tokens[place]
        if token.quote or token.text in (";", ":") or (token.low in lex.cues and token.low not in lex.nouns):
            return None
        if "that" in token.kinds:
            aside = [each.text for each in tokens[nxt:place]].count(",") > 1
            return place if aside and tokens[place - 1].text == "," else None
    return None


def that_left_out(tokens: Tokens, nxt: int, lex: Lexicon) -> int | None:
    """Where a clause begins without "que": "pidió | se investigue", "aseguró en la plaza | no iba a ir"."""
    if nxt > 1 and tokens[nxt - 2].low in _THAT_THING:
        return None  # "cuando lo dijo no había nadie"
    at = matter(tokens, nxt, lex)
    if at < len(tokens) and tokens[at].low in _OCCASIONS:
        at += 1
        while at < len(tokens) - 1 and not (tokens[at].kinds & STOPS or tokens[at].low in _BARE):
            at += 1
            passed = tokens[at - 1]
            if at > nxt + _ASIDE or passed.low in lex.cues or passed.kinds & {"and", "that"}:
                return None
    if at + 2 >= len(tokens) or tokens[at].low not in _BARE:
        return None
    verb = tokens[at + 1 + (tokens[at + 1].low in ("se", "lo", "la", "le"))]
    acts = verb_shaped(verb.low) or bool(verb.kinds & {"finite", "being", "auxiliaries"})
    acts = acts or verb.low.endswith(_PASTS) or (tokens[at].low == "no" and _infinitive(verb))
    acts = acts or (tokens[at].low == "se" and verb.low.endswith(_WISHED) and not verb.kinds)
    return at if acts and not verb.name else None


def matter(tokens: Tokens, nxt: int, lex: Lexicon) -> int:
    """The place after "hoy", "también" and "el lunes", where the matter of a verb begins."""
    while nxt + 1 < len(tokens):
        dated = "determiners" in tokens[nxt].kinds and tokens[nxt + 1].kinds & {"times", "datings"}
        if not (dated or tokens[nxt].kinds & {"times", "adverbs", "datings"}):
            break
        nxt += 1
    if nxt < len(tokens) and tokens[nxt].low in _OCCASIONS:  # "expresaron en un comunicado su rechazo"
        after = skip_forward(tokens, nxt, lex)
        if after + 1 < len(tokens) and begins_object(tokens, after):
            return after
    return nxt


def names_medium(tokens: Tokens, at: int) -> bool:
    """Whether the quotation at ``at`` names a work or a medium: 'el diario oficialista "La Hoja"'."""
    quote = tokens[at].quote
    if quote is None or at == 0 or quote.stopped or tokens[at - 1].kinds & {"mark", "quotation"}:
        return False
    if "works" in tokens[at - 1].kinds:
        return True
    short = quote.last - quote.first <= _LONGEST_NAME
    return short and at > 1 and "works" in tokens[at - 2].kinds and not tokens[at - 1].name


def asks(tokens: Tokens, nxt: int) -> bool:
    """Read "prometió ir", "pidió no cruzar", "llamó a la población a salir", "pidió al juez cerrarlo"."""
    if _infinitive(tokens[nxt]):
        return True
    if tokens[nxt].low in ("no", "con", "en") and nxt + 1 < len(tokens) and _infinitive(tokens[nxt + 1]):
        return True
    if tokens[nxt].low == "sin":  # "propuso sin éxito al juez cerrarlo"
        nxt += 2
    if nxt >= len(tokens) or tokens[nxt].low not in ("a", "al"):
        return False
    for at in range(nxt + 2, min(len(tokens), nxt + _ASKED)):
        if tokens[at].kinds & {"mark", "quotation", "that"}:
            return False
        if _infinitive(tokens[at]) and "determiners" not in tokens[at - 1].kinds:
            return True
    return False


def _infinitive(token: Token) -> bool:
    infinitive = _INFINITIVE.search(token.low) is not None
    return infinitive and not token.name and "infinitive_like" not in token.kinds
