"""Is this Spanish form a verb that somebody performs: no noun, no participle, no bare infinitive?"""

from __future__ import annotations

from itertools import pairwise

from index.grammar.frames import Tokens
from index.grammar.reporting_words import Cue, Lexicon
from index.languages.es.speaking import text_noun
from index.words import word_list

_BEFORE_INFINITIVE = frozenset({"al", "tras", "de", "por"})
_AFTER = frozenset({"después", "luego", "tras", "desde"})
_AFTER_REACH = 10  # words between "después de que" and its verb
_SUPPORT = frozenset(
    {"da", "dan", "dio", "dieron", "dar", "hace", "hizo", "hacer", "rinde", "rendir", "toma"}
)
_BEFORE_NOUN = frozenset({"otra", "otro", "nueva", "nuevo", "gran", "primera", "primer", "última", "último"})
_NO_VERB_AFTER = frozenset({"de", "del", "al", "por", "sin", "para"})

_TERMS = frozenset(
    {"año", "años", "mes", "meses", "día", "días", "prisión", "cárcel", "muerte", "penas", "pena"}
)
_MOMENTS = frozenset({"momento", "instante", "época", "fecha", "hora", "etapa"})
_STAYING = frozenset({"seguir", "continuar"})
_STATES = ("ado", "ados", "ada", "adas", "ido", "idos", "ida", "idas")
_WITH = frozenset({"con", "sin", "en"})  # "seguirá con una defensa “firme”"
_GERUNDS = ("ando", "iendo", "yendo", "endo")
_INFINITIVES = ("ar", "er", "ir", "arse", "erse", "irse")
_BEING_SO = frozenset({"haber", "ser", "estar", "tener"})
_WEIGHED = frozenset(
    {"posibilidad", "opción", "opciones", "idea", "oferta", "ofertas", "alternativa", "alternativas"}
)
_TREATIES = frozenset(
    {"tratado", "tratados", "convenio", "convenios", "convención", "protocolo", "protocolos", "enmienda"}
)
# "esperando calmarlos", "creyendo que era su primo": with what in mind somebody does something.
_MINDING = frozenset({"seguir", "esperar", "desear", "confiar", "creer", "pensar", "suponer", "temer"})
_UPON = frozenset({"sobre", "acerca"})  # "llamó la atención | sobre el riesgo"
_NO_SPEECH = frozenset({("definir", "para"), ("acusar", "recibo")})
_AFTER_OTHERS = frozenset({"leer", "repetir", "citar", "recordar", "recitar", "evocar", "compartir"})
_OTHERS = 6  # words from "leyó" to the name in "la carta de la jefa Ana"
_REJECTING = frozenset({"rechazar", "negar", "desmentir", "refutar", "rebatir", "desestimar"})
_CLAIM = 16  # words from such a verb to the "de que" of another's claim


def spanish_verb(tokens: Tokens, at: int, cue: Cue, lex: Lexicon) -> bool:
    """Whether the cue at ``at``, which is not the first word, is a verb that reports."""
    before = tokens[at - 1]
    if cue.form == "base":
        return periphrasis(tokens, at, lex) is not None or before.low in _BEFORE_INFINITIVE
    if cue.form == "subjunctive":  # "después de que la alcaldesa afirmara que"
        return any(token.low in _AFTER for token in tokens[max(0, at - _AFTER_REACH) : at])
    if cue.form == "past":
        back = at - 1
        while back > 0 and "adverbs" in tokens[back].kinds:
            back -= 1
        refused = cue.lemma == "negar" and at + 1 < len(tokens) and tokens[at + 1].low == "a"
        denied = refused or _denies(tokens, back, lex)
        aimed = cue.lemma == "referir" and _refers(tokens, at)  # "se ha referido al árbitro, Gil Ejemplo"
        aimed = aimed or _done_only(tokens, at, cue)
        return "perfect" in tokens[back].kinds and not (_led(tokens, at) or denied or aimed)
    return not (_led(tokens, at) or _otherwise(tokens, at, cue, lex)) and _place(tokens, at, lex)


def _denies(tokens: Tokens, have: int, lex: Lexicon) -> bool:
    """Whether the saying is denied: "negó haber dicho"."""
    cue = lex.cues.get(tokens[have - 1].low) if have and tokens[have].low == "haber" else None
    return cue is not None and cue.lemma in ("negar", "desmentir", "rechazar")


def _of_other(tokens: Tokens, at: int) -> bool:
    """Whether what is read or repeated is another's: "leyó una carta de Ana Ejemplo: “...”"."""
    after = tokens[at + 1 : at + _OTHERS]
    text = len(after) > 1 and text_noun(after[1])
    return text and after[2:] != [] and after[2].low in ("de", "del") and any(each.name for each in after[3:])


def _otherwise(tokens: Tokens, at: int, cue: Cue, lex: Lexicon) -> bool:
    """Whether the verb means something else here: "cuentan con metros", "se refirió a la visita"; what
    somebody turns away are not his words: "rechazó la acusación de Ejemplo de que".
    """
    nxt = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if cue.lemma in _REJECTING and any(token.low in lex.stances for token in tokens[at + 1 : at + 4]):
        return any(
            one.low == "de" and two.low == "que" for one, two in pairwise(tokens[at + 2 : at + _CLAIM])
        )
    if nxt == "hacia" or (cue.lemma in _AFTER_OTHERS and _of_other(tokens, at)):
        return True  # "las pruebas apuntan hacia su primo"
    held = cue.lemma == "celebrar" and nxt != "que" and _held(tokens, at)
    if (
        held
        or _draws(tokens, at, cue)
        or _done_only(tokens, at, cue)
        or (cue.lemma, nxt) in _NO_SPEECH
        or (cue.form == "ing" and cue.lemma in _MINDING)
    ):
        return True
    if cue.lemma == "condenar" and nxt == "a":  # "condenan a cuatro años a un edil"
        return any(token.low in _TERMS for token in tokens[at + 2 : at + 5])
    if cue.lemma in ("contar", "negar"):  # "cuentan con un plan", "se negó a ir"
        return nxt == ("con" if cue.lemma == "contar" else "a")
    return (cue.lemma == "referir" and _refers(tokens, at)) or (
        cue.lemma == "coincidir" and _meets(tokens, at)
    )


def _done_only(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether a verb tells no words: "sigue preso", "sigue siendo", "me llamó por eso", "ratificó la ley"."""
    after = [token.low for token in tokens[at + 1 : at + 4]]
    if cue.lemma in _STAYING:
        beside = bool(after) and tokens[at + 1].quote and tokens[at - 1].text != ","  # "seguirá “en pie”"
        return bool(after) and bool(beside or after[0] in _WITH or after[0].endswith((*_STATES, *_GERUNDS)))
    if cue.lemma == "defender":
        return after[:1] in (["a"], ["al"])  # "defendió a su vecino"
    if cue.lemma == "considerar":  # "consideró irse", "había considerado la posibilidad de"
        deed = after[:1] != [] and after[0].endswith(_INFINITIVES) and after[0] not in _BEING_SO
        return deed or not _WEIGHED.isdisjoint(after[:2])
    if cue.lemma == "llamar":  # "llamó por eso", "llamó a la puerta"
        return after[:1] == ["por"] or not word_list("speaking", "called_at").isdisjoint(after)
    return cue.lemma == "ratificar" and not _TREATIES.isdisjoint(after)


def _draws(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether something only strikes: "llama la atención su color", not with "sobre" behind it."""
    drawn = [token.low for token in tokens[at + 1 : at + 4]]
    return cue.lemma == "llamar" and drawn[:2] == ["la", "atención"] and _UPON.isdisjoint(drawn)


def _held(tokens: Tokens, at: int) -> bool:
    """Whether somebody holds an event, which is no speech: "celebra talleres de pan"."""
    first = at + 1
    while first + 1 < len(tokens) and (
        tokens[first].kinds & {"adverbs", "times"} or "times" in tokens[first + 1].kinds
    ):
        first += 1  # "celebra además en junio | elecciones"
    near = tokens[first : first + 3]
    return any(token.low.removesuffix("s") in word_list("speaking", "events") for token in near)


def _meets(tokens: Tokens, at: int) -> bool:
    """Whether something happens at a time: "coincide con el momento en que cae la tarde"."""
    near = tokens[at + 2 : at + 5] if at + 1 < len(tokens) and tokens[at + 1].low == "con" else []
    return any("times" in token.kinds or token.low in _MOMENTS for token in near)


def _place(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether a verb may stand here: no noun after an article, a preposition or "dan" ("se dan cita")."""
    before = tokens[at - 1]
    noun = tokens[at].low in lex.nouns
    if noun and before.low in _BEFORE_NOUN:
        return False  # "otra alerta que dio"
    if noun and before.text == "," and at + 1 < len(tokens) and "that" in tokens[at + 1].kinds:
        return at < 2 or not tokens[at - 2].text[:1].isdigit()  # "34.234, cifra que"
    if "determiners" in before.kinds and "pronominal" not in before.kinds:
        return "clitics" in before.kinds and not noun
    if noun:
        return "prepositions" not in before.kinds and before.low not in _SUPPORT
    return before.low not in _NO_VERB_AFTER


def _refers(tokens: Tokens, at: int) -> bool:
    """Whether "se refirió a" only names a matter: no "como" tells what it was called."""
    if not any(token.low == "se" for token in tokens[max(0, at - 3) : at]):
        return False
    return not any(token.low == "como" for token in tokens[at + 1 : at + _AFTER_REACH])


def periphrasis(tokens: Tokens, at: int, lex: Lexicon) -> int | None:
    """Return where the verb phrase begins that leads to the infinitive at ``at``: "volvió a afirmar"."""
    lows = [token.low for token in tokens[max(0, at - 4) : at]]
    return next((at - len(words) for words in lex.onward if tuple(lows[-len(words) :]) == words), None)


def _led(tokens: Tokens, at: int) -> bool:
    """Whether "según" or "como" leads the verb: "según explicó la alcaldesa" is read from its first word."""
    back = at - 1
    while back > 0 and tokens[back].kinds & {"perfect", "clitics", "adverbs"}:
        back -= 1
    return tokens[back].low in ("según", "como")
