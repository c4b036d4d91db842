"""Who performs a Spanish reporting verb: before it, after it, in another clause, or left out.

    Ana Ejemplo dijo   ·   dijo Ana Ejemplo   ·   Ana Ejemplo, que dijo   ·   Añadió que

What stands beside the verb is taken for its subject only if it can speak and has its number.
A subject left out comes back as a phrase marked ``dropped``: whoever spoke last may be meant.
"""

from __future__ import annotations

from index.grammar.evidence import REACH
from index.grammar.frames import DASHES, STOPS, Token, Tokens
from index.grammar.nouns import Phrase
from index.grammar.openings import first_phrase
from index.grammar.reporting_words import Cue, Lexicon
from index.grammar.subjects import subject_after
from index.languages.es.after_verb import far_subject, stands_unread
from index.languages.es.before_verb import (
    beside_complement,
    head_before,
    spokesman,
    subject_before_verb,
    who_stands_before,
)
from index.languages.es.between_commas import behind_object, holder_described
from index.languages.es.clauses import begins_object
from index.languages.es.noun_phrases import (
    apart,
    both,
    lacks_partner,
    last_alone,
    last_part,
    named_beside,
    of_relative,
    outside_relative,
    tidy,
    with_partner,
    with_title,
    without_opening,
    without_verb,
)
from index.languages.es.other_clauses import headless, house, house_behind, of_infinitive, shared
from index.languages.es.speaking import Able, able, number_fits, person_noun, pointed_at, reflexive, text_noun
from index.languages.es.tags import announced_before
from index.languages.es.verbs import periphrasis
from index.languages.es.word_forms import verb_shaped
from index.words import word_list

_BREAKS = DASHES | {",", "?", "!", "…", ":", ";", ")"}
_LEADING = frozenset({"así", "según", "como"})  # before a verb they let its subject follow
_ASKED = frozenset(  # "nadie sabe qué dirá el alcalde de que llueva"
    {"qué", "quién", "quiénes", "cómo", "cuándo", "dónde", "cuánto", "cuál"}
)
_AHEAD = 30  # words after a verb in which "que" or a quotation is looked for
_ASIDE = 6  # words between two commas
_NOTE = 8  # words from "una nota" to its gerund
_SOME = frozenset({"un", "una", "unos", "unas"})
_NEITHER = 12  # words from "ni" to the last of those who say nothing
_READ = 4  # words from "leyó" to the verb in "leyó una nota que pide"
_NEEDED = frozenset({"urge", "urgía"})  # "Urge que lo reparen"
_TOLD_THINGS = frozenset({"historia", "historias", "anécdota", "relato", "cuento", "vida", "caso", "escena"})
_SPEECH = frozenset({"say", "that", "quote", "pledge"})
_SHORT = 6  # words of a name with its titles
_THEM = frozenset({"lo", "la", "los", "las"})
_TO_THEM = frozenset({"le", "les", "me", "nos"})
# What is done to a text, so that the text behind the verb is no speaker: "desmintió la información".
_UPON_TEXTS = frozenset(
    {"desmentir", "rechazar", "negar", "publicar", "divulgar", "criticar", "cuestionar", "rebatir", "refutar"}
) | {"rectificar", "repetir", "presentar", "defender", "aclarar", "lamentar"}
_QUALIFYING = frozenset({"calificar", "tildar", "tachar", "catalogar", "describir", "definir"})
_CALLED = ("titulad", "denominad", "llamad", "intitulad")
_TITLE = 8  # words from "titulado" to the second part of a title
_FIRST_PERSON = frozenset({"estoy", "estamos", "estaba", "sigo", "seguimos"})
_WE = ("amos", "emos", "imos")
_THE = frozenset({"el", "la", "los", "las"})
_QUESTIONED = word_list("speaking", "questioned")
_ABOUT = frozenset({"sobre", "acerca"})
_WHICH = frozenset({"que", "cual", "cuales"})
_MEANS = frozenset({"con", "mediante"})


def spanish_subject(tokens: Tokens, at: int, cue: Cue, lex: Lexicon, earlier: Phrase | None) -> Phrase | None:
    """Return the subject of the cue at ``at``; ``earlier`` is the subject of the report before it."""
    noun = at == 0 and tokens[0].low in lex.nouns and _of_somebody(tokens)
    found = None if noun else _performer(tokens, at, cue, lex, earlier)
    if found is None or found.dropped:
        return found
    begin = _group(tokens, (periphrasis(tokens, at, lex) if cue.form == "base" else None) or at)
    if not beside_complement(tokens, found, begin):
        return found
    many = _plural(tokens[begin : at + 1], tokens[begin:at])
    return head_before(tokens, found.first) or _left_out(tokens, at, lex, many)


def _performer(tokens: Tokens, at: int, cue: Cue, lex: Lexicon, earlier: Phrase | None) -> Phrase | None:
    """Who performs the cue at ``at``, or stands where its subject may stand."""
    begin = at
    if cue.form == "base":
        start = periphrasis(tokens, at, lex)
        if start is None:
            return of_infinitive(tokens, at, lex)
        begin = start
    begin = _group(tokens, begin)
    needed = tokens[at].low in _NEEDED and at + 1 < len(tokens) and tokens[at + 1].low == "que"
    denied = needed or (begin and ("negations" in tokens[begin - 1].kinds or tokens[begin - 1].low in _ASKED))
    denied = denied or _put_first(tokens, begin, at, lex)
    if denied or _passive(tokens, begin, at, cue):  # "Desde el gremio se denuncia que"
        from_house = begin and not denied and headless(tokens, begin)
        return house(tokens, begin, within=False) if from_house else None
    many = _plural(tokens[begin : at + 1] if cue.form == "base" else tokens[at : at + 1], tokens[begin:at])
    inserted = _inserted(tokens, begin, at) or _closing(tokens, begin, at, cue)
    found = earlier if earlier is not None and _who_behind(tokens, begin, earlier) else None
    found = found or _of_quality(tokens, at, cue, lex)
    if found is None and many and begin and (tokens[begin - 1].kinds & STOPS or _led(tokens, begin)):
        found = house_behind(tokens, at)
    if found is None and not inserted:
        found = _by_means(tokens, begin, lex) or _beside(tokens, begin, at, cue, lex, many)
        found = found or _writer(tokens, begin, lex)
    if found is not None:
        whole = earlier if earlier and earlier.beside and earlier.first == found.first else found
        return None if _topic(tokens, found, begin) else whole
    asked = _asked(tokens, begin)
    if asked is not None:
        return asked
    if inserted or headless(tokens, begin):
        desk = house(tokens, begin) if many else None
        left = _left_out(tokens, at, lex, many)
        if tokens[0].low == "según" and not inserted:
            left = left._replace(unread=True)  # "Según la norma, se declara": nobody who spoke before
        return desk or announced_before(tokens, begin, lex) or left
    desk = (
        house(tokens, begin, within=False)
        if many and tokens[begin - 1].kinds & {"mark", "boundaries"}
        else None
    )
    found = desk or shared(tokens, begin, at, lex, earlier)
    found = found._replace(several=many) if found is not None and found.dropped else found
    return found if found is not None and number_fits(tokens, found, many) else None


def _of_somebody(tokens: Tokens) -> bool:
    """Whether the first word is a noun: "Protesta de los vecinos", not "Informa de que"."""
    after = [token.low for token in tokens[1:3]]
    return after[:1] in (["de"], ["del"]) and after[1:] != ["que"]


def _left_out(tokens: Tokens, at: int, lex: Lexicon, many: bool) -> Phrase:
    """The subject that is left out of the verb at ``at``, or stands behind it without being understood."""
    return Phrase(at, at, dropped=True, several=many, unread=stands_unread(tokens, at, lex))


def _led(tokens: Tokens, begin: int) -> bool:
    """Whether "según" or "como" leads a verb, so that its subject follows it."""
    return tokens[begin - 1].low in _LEADING


def _asked(tokens: Tokens, begin: int) -> Phrase | None:
    """Read "Preguntado Ana Ejemplo, la alcaldesa, sobre la nota dice": who is asked at the head answers."""
    stop = 1
    while stop < begin and tokens[stop].name:
        stop += 1
    return Phrase(1, stop - 1) if tokens[0].low in _QUESTIONED and stop > 2 else None


def _topic(tokens: Tokens, phrase: Phrase, begin: int) -> bool:
    """Whether a phrase only tells of whom the sentence is: "Sobre la candidata, Ana Ejemplo, dijo que"."""
    if tokens[0].low not in _ABOUT or phrase.first >= begin:
        return False
    if phrase.first <= 1:
        return True  # "Acerca del jefe de obras, Gil Muestra, dijo que"
    named = all(token.name for token in tokens[phrase.first : phrase.last + 1]) and phrase.beside is None
    apart = tokens[phrase.first - 1].text == "," == tokens[phrase.last + 1].text
    before = tokens[1 : phrase.first - 1]
    verb = any(
        token.kinds & {"finite", "that", "mark"} or (verb_shaped(token.low) and not token.name)
        for token in before
    )
    return named and apart and not verb and any(person_noun(token) for token in before[:3])


def _of_quality(tokens: Tokens, at: int, cue: Cue, lex: Lexicon) -> Phrase | None:
    """Who is named behind the verb where its sentence begins with the quality: "De acierto calificó Ana"."""
    named = (
        cue.lemma in _QUALIFYING
        and tokens[0].low in ("de", "como")
        and any(t.name for t in tokens[at + 1 : at + 2])
    )
    return subject_after(tokens, at, lex) if named else None


def _put_first(tokens: Tokens, begin: int, at: int, lex: Lexicon) -> bool:
    """Whether what stands before the verb is its object: "El balance lo confirmó el alcalde"."""
    if begin == 0 or not any(token.low in _THEM for token in tokens[begin:at]):
        return False
    before = _before(tokens, begin, lex, many=False)
    if before is None or before.last != begin - 1 or before.beside or before.relative:
        return False
    noun = min(before.last, before.first + ("determiners" in tokens[before.first].kinds))
    person = person_noun(tokens[noun]) or any(token.name for token in tokens[noun : before.last + 1])
    after = far_subject(tokens, at, lex)
    subject = after is not None and able(tokens, after, lex) is Able.YES
    return not person and (subject or able(tokens, before, lex) is not Able.YES)


def _who_behind(tokens: Tokens, begin: int, earlier: Phrase) -> bool:
    """Whether no comma parts a speaker from his "quien": "dijo Ana, una edila de Aldea | quien añadió"."""
    last = earlier.beside[1] if earlier.beside else begin
    return begin > 1 and tokens[begin - 1].low == "quien" and last + 2 == begin


def _inserted(tokens: Tokens, begin: int, at: int) -> bool:
    """Whether the verb stands alone between two commas in what is said: "La junta, dijo, no tiene dinero".

    Not where its "que" or quotation follows an aside: "dijo, en su despacho, que".
    """
    alone = (
        begin > 1 and tokens[begin - 1].text == "," and at + 1 < len(tokens) and tokens[at + 1].text == ","
    )
    if alone and _unfinished(tokens, begin) and at + 2 < len(tokens) and tokens[at + 2].quote:
        return True  # "una ley que tenía, ha dicho, “...”"
    if alone and verb_shaped(tokens[min(at + 2, len(tokens) - 1)].low):
        return True  # "El lunes, al cerrar las urnas, dijo, llamará a los candidatos"
    if not alone or any(token.kinds & STOPS for token in tokens[: begin - 1]):
        return False
    comma = next((n for n in range(at + 2, len(tokens) - 1) if tokens[n].text == ","), None)
    aside = comma is not None and not any(map(_acts, tokens[at + 2 : comma]))
    nearest = tokens[at + 2 : at + 3] + ([tokens[comma + 1]] if comma is not None and aside else [])
    return not any(token.quote or "that" in token.kinds for token in nearest)


def _acts(token: Token) -> bool:
    """Whether a verb stands here, so that a clause goes on: "Los muros, dijo, se alzaron sin él, “...”"."""
    return not token.name and (verb_shaped(token.low) or bool(token.kinds & {"finite", "being"}))


def _unfinished(tokens: Tokens, begin: int) -> bool:
    """Whether a verb stands before the comma, so that its object is still to come."""
    before = tokens[begin - 2]
    verb = before.kinds & {"finite", "being", "auxiliaries"} or verb_shaped(before.low)
    return not before.name and bool(verb or before.low.endswith(("ía", "ían", "aba", "aban")))


def _closing(tokens: Tokens, begin: int, at: int, cue: Cue) -> bool:
    """Whether only the verb stands behind the last comma: "La vía no sirve, insistió"; not "lo negó"."""
    told = "say" in cue.patterns and not any(token.low in _THEM for token in tokens[begin:at])
    return told and at == len(tokens) - 1 and begin > 2 and tokens[begin - 1].text == ","


def gerund_subject(tokens: Tokens, at: int, phrase: Phrase, lex: Lexicon) -> Phrase | None:
    """Return the subject found for a gerund if it can speak: not of "He empezado diciendo que"."""
    if at and (tokens[at - 1].low in _FIRST_PERSON or bears_gerund(tokens, at)):
        return None
    if phrase.first == 0 and tokens[0].low.endswith(_WE) and not tokens[min(1, at)].name:
        return None  # "Podemos verlo, recordando que": the author does
    if at == 1 and tokens[0].low in word_list("speaking", "phases"):
        return _left_out(tokens, at, lex, tokens[0].low.endswith("n"))  # "Termina diciendo que"
    if _with_another(tokens, at, phrase):
        return None
    phrase = tidy(tokens, without_opening(tokens, phrase, lex))
    ruled = tokens[phrase.first].low in ("de", "del")  # "Protesta | de la liga pidiendo"
    return phrase if able(tokens, phrase, lex) is Able.YES and not ruled else None


def _with_another(tokens: Tokens, at: int, phrase: Phrase) -> bool:
    """Whether another stands between, of whom the gerund tells: "cayó la junta, con Ana Ejemplo diciendo"."""
    for place in range(at - 1, phrase.last, -1):
        if tokens[place].kinds & {"finite", "that", "being"} or tokens[place].text in (";", ":"):
            return False
        if tokens[place].low == "con" and tokens[place + 1].name:
            return True
    return False


def bears_gerund(tokens: Tokens, at: int) -> bool:
    """Whether the gerund at ``at`` describes what stands right before it: "trajo protestas exigiendo",
    "apoyó una nota de la junta condenando".
    """
    some = next((n for n in range(at - 2, max(0, at - _NOTE), -1) if tokens[n].low in _SOME), None)
    if some is not None and text_noun(tokens[some + 1]) and not any(t.kinds & STOPS for t in tokens[some:at]):
        return True
    before = tokens[at - 1] if at > 1 else None
    if before is None or before.name or before.kinds & (STOPS | {"adverbs", "times", "and"}):
        return False
    bare = not tokens[at - 2].kinds & {"prepositions", "determiners", "and"}
    return bare and before.low.endswith("s") and not (person_noun(before) or verb_shaped(before.low))


def _group(tokens: Tokens, at: int) -> int:
    """The first word of the verb with its auxiliaries and small pronouns: "se lo había dicho"."""
    while at > 0 and tokens[at - 1].kinds & {"perfect", "clitics"} and not (at > 1 and tokens[at - 1].name):
        at -= 1
    return at


def _passive(tokens: Tokens, begin: int, at: int, cue: Cue) -> bool:
    """Read "se informó que", which names nobody; "se quejó" is no passive."""
    passive = any(token.low == "se" for token in tokens[begin:at])
    if cue.form == "base" or not passive:
        return False  # "se limitó a decir"
    if any(token.low in _TO_THEM for token in tokens[begin:at]):
        return True  # "se le preguntó": he is asked, by nobody who is named
    said = at + 1 < len(tokens) and "that" in tokens[at + 1].kinds  # "se justificaba que": nobody does
    return not reflexive(cue.lemma) or (said and not reflexive(cue.lemma, always=True))


def _plural(verb: list[Token], group: list[Token]) -> bool:
    """Whether the verb, or its auxiliary, is plural: "dicen", "han dicho"."""
    auxiliaries = [token for token in group if token.kinds & {"perfect", "auxiliaries"}]
    return (auxiliaries or verb)[0].low.endswith("n")


# -- beside the verb --------------------------------------------------------------------------


def _beside(tokens: Tokens, begin: int, at: int, cue: Cue, lex: Lexicon, many: bool) -> Phrase | None:
    """The subject before or after the verb; after a quotation, and mostly after a comma, the one after it."""
    after = _after(tokens, begin, at, cue, lex, many)
    before = _before(tokens, begin, lex, many)
    closed = before is not None and _office_and_name(tokens, before, begin)
    far = after is not None and after.first > at + 1  # "La edil, Ana Ejemplo, criticó a Gil por | la obra"
    if after is not None and _keeps(tokens, begin, after) and not (closed and far):
        return after
    if before is not None and before.negated:
        return before
    if before is not None and _fits(tokens, before, at, cue, lex, many):
        return before
    return after


def _office_and_name(tokens: Tokens, phrase: Phrase, begin: int) -> bool:
    """Whether an office that opens its sentence and a name between commas are all that stands there."""
    first, last = phrase.beside or (0, -1)
    named = first == phrase.last + 2 and last == begin - 2 and all(t.name for t in tokens[first : last + 1])
    return named and phrase.first == 0 and not any(map(_acts, tokens[:first]))


def _after(tokens: Tokens, begin: int, at: int, cue: Cue, lex: Lexicon, many: bool) -> Phrase | None:
    inserted = at + 1 < len(tokens) and tokens[at + 1].text == "," and (begin == 0 or headless(tokens, begin))
    tag = "say" in cue.patterns and (inserted or _closes(tokens, begin, cue))
    phrase = far_subject(tokens, at, lex) if tag else subject_after(tokens, at, lex)
    phrase = apart(tokens, with_title(tokens, tidy(tokens, phrase)), lex) if phrase else None
    phrase = (_joined(tokens, phrase, lex) if many else _alone(tokens, phrase)) if phrase else None
    if phrase is None or not number_fits(tokens, phrase, many):
        return None
    quoted = begin > 0 and any(token.quote for token in tokens[max(0, begin - 2) : begin])
    noun = min(phrase.last, phrase.first + ("determiners" in tokens[phrase.first].kinds))
    told = tokens[noun].low in _TOLD_THINGS  # "narra la historia de unos pescadores que"
    told = told or (cue.lemma in _UPON_TEXTS and text_noun(tokens[noun]))
    if not quoted and (told or not cue.patterns & _SPEECH):
        return None  # "Ana Ejemplo, tildó la propuesta del alcalde de": what is called so
    phrase = named_beside(tokens, phrase)
    said = able(tokens, phrase, lex)
    led = phrase.last + 1 < len(tokens) and "that" in tokens[phrase.last + 1].kinds
    announced = phrase.last + 1 < len(tokens) and tokens[phrase.last + 1].text == ":"
    if _of_object(tokens, begin) and (not announced or _far_behind(tokens, at, phrase)):
        return None  # "la obra que pidieron los vecinos que viven aquí"
    if phrase.first > at + 1 and "and" in tokens[phrase.first - 1].kinds:
        return None  # "menciona a analistas y | dirigentes que": they are mentioned
    led = led and tokens[phrase.first].low in ("el", "la", "los", "las", "un", "una")
    sure = cue.lemma not in lex.impersonal and (
        _closes(tokens, begin, cue) or (led and "object" not in cue.patterns)
    )
    judged = "act" in cue.patterns and any(t.low == "como" for t in tokens[phrase.last + 1 : phrase.last + 2])
    if said is Able.YES or (said is Able.PERHAPS and sure and not judged):
        return phrase  # not "considera el empate como justo"
    return None


def _joined(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> Phrase:
    """Both speakers where initials stand between: "dijeron la Unión de Aldea (UA) y el gremio"."""
    at = phrase.last + 1
    at += 3 * (at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")")
    joint = at > phrase.last + 1 and at < len(tokens) and "and" in tokens[at].kinds
    other = subject_after(tokens, at, lex) if joint else None
    return phrase._replace(last=other.last, beside=None) if other and other.first == at + 1 else phrase


def _alone(tokens: Tokens, phrase: Phrase) -> Phrase:
    """One speaker where "and" opens the clause of another: "dijo Gil | y la maestra respondió"."""
    joint = next((n for n in range(phrase.first, phrase.last) if "and" in tokens[n].kinds), None)
    after = phrase.last + 1
    if joint is None or after >= len(tokens) or not verb_shaped(tokens[after].low):
        return phrase
    return phrase._replace(last=joint - 1, beside=None)


def _of_object(tokens: Tokens, begin: int) -> bool:
    """Whether a relative "que" stands before the verb: "unas notas que hoy publica La Hoja", "las quejas, que
    oyó la junta".
    """
    at = begin - 1
    while at > 0 and tokens[at].kinds & {"times", "adverbs"}:
        at -= 1
    if tokens[at].text == ",":  # "las que, en el puerto, | oyó la junta"
        at = next((n - 1 for n in range(at - 1, max(0, at - _ASIDE), -1) if tokens[n].text == ","), at)
    parted = at > 1 and tokens[at - 1].text == ","
    before = tokens[at - 1 - parted] if at else None
    if before is None or (parted and (before.name or person_noun(before))):
        return False  # "Ana Ejemplo, que dijo"
    noun = before.low.isalpha() and not before.kinds & {"that", "boundaries"}
    return noun and tokens[at].low == "que" and not verb_shaped(before.low)


def _far_behind(tokens: Tokens, at: int, phrase: Phrase) -> bool:
    """Whether a comma ends the clause of a thing before the subject of the main one: "el malestar, que
    coincide con la subida, | el alcalde abrió la mano: ...".
    """
    return any(token.text == "," for token in tokens[at : phrase.first])


def _closes(tokens: Tokens, begin: int, cue: Cue) -> bool:
    """Whether the verb follows what was said: a quotation, or a clause and its comma."""
    if begin < 2:
        return False
    if tokens[begin - 1].quote or tokens[begin - 2].quote:
        return True
    return "object" not in cue.patterns and tokens[begin - 1].text in _BREAKS and not headless(tokens, begin)


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


def _before(tokens: Tokens, begin: int, lex: Lexicon, many: bool) -> Phrase | None:
    if begin == 0:
        return None
    relative = spokesman(tokens, begin, lex) or of_relative(tokens, begin, lex)
    relative = relative or holder_described(tokens, begin)
    phrase = relative or outside_relative(tokens, begin, lex) or subject_before_verb(tokens, begin, lex)
    phrase = phrase or who_stands_before(tokens, begin)
    if phrase is None or phrase.relative:
        return behind_object(tokens, phrase) if phrase and many else phrase
    if _titled(tokens, phrase.first):
        return None
    phrase = tidy(tokens, both(tokens, last_part(tokens, without_opening(tokens, phrase, lex)), lex, many))
    parted = behind_object(tokens, with_partner(tokens, phrase, lex)) if many else last_alone(tokens, phrase)
    if parted is None:
        return None
    phrase = parted
    neither = any(token.low == "ni" for token in tokens[max(0, phrase.first - _NEITHER) : phrase.first])
    unsaid = neither or lacks_partner(tokens, phrase)  # "ni la junta, ni el alcalde, Ana Ejemplo, han dicho"
    return phrase._replace(negated=True) if many and unsaid else phrase


def _titled(tokens: Tokens, first: int) -> bool:
    """Whether a title's second part stands here: "el informe titulado Aldea: Obras sin fin apunta"."""
    before = tokens[max(0, first - _TITLE) : first]
    colon = bool(before) and before[-1].text == ":"
    return colon and any(token.low.startswith(_CALLED) for token in before)


def _fits(tokens: Tokens, phrase: Phrase, at: int, cue: Cue, lex: Lexicon, many: bool) -> bool:
    if not number_fits(tokens, phrase, many) or pointed_at(tokens, phrase):
        return False
    said = able(tokens, phrase, lex)
    if said is not Able.PERHAPS or cue.lemma in lex.impersonal:
        return said is Able.YES
    if begins_object(tokens, at + 1):
        return False
    ahead = tokens[at : at + REACH]  # "el bribón negó que", but not "el puente negó la razón"
    return any(token.quote or token.text == ":" or "that" in token.kinds for token in ahead)


def _writer(tokens: Tokens, begin: int, lex: Lexicon) -> Phrase | None:
    """Read "El gremio emitió una nota en la que pide": who wrote the text speaks in it."""
    lows = [token.low for token in tokens[max(0, begin - 3) : begin]]
    if begin > _READ and lows[-1] == "que" and text_noun(tokens[begin - 2]):
        act = tokens[begin - _READ]  # "Ana Ejemplo leyó una nota que pide"
        given = "determiners" in tokens[begin - 3].kinds and (verb_shaped(act.low) or act.low in lex.cues)
        phrase = _before(tokens, begin - _READ, lex, many=False) if given and not act.name else None
        return phrase if phrase and not phrase.negated and able(tokens, phrase, lex) is Able.YES else None
    where = lows[-1:] == ["donde"] and begin > 1 and tokens[begin - 2].text == ","
    which = len(lows) > 2 and lows[0] == "en" and lows[1] in _THE and lows[2] in _WHICH
    if not (where or which):
        return None
    phrase = _maker(tokens, begin - len(lows), lex) if which else None
    phrase = phrase or house(tokens, begin, within=False) or first_phrase(tokens, begin, lex)
    phrase = without_verb(tokens, tidy(tokens, phrase), lex) if phrase else None
    return phrase if phrase and able(tokens, phrase, lex) is Able.YES else None


def _by_means(tokens: Tokens, begin: int, lex: Lexicon) -> Phrase | None:
    """Read "El edil mostró un plan con el que anunció obras": who shows it does."""
    lows = [token.low for token in tokens[max(0, begin - 3) : begin]]
    if len(lows) < 3 or lows[0] not in _MEANS or lows[1] not in _THE or lows[2] not in _WHICH:
        return None
    phrase = first_phrase(tokens, begin, lex)
    phrase = without_verb(tokens, tidy(tokens, phrase), lex) if phrase else None
    return phrase if phrase and able(tokens, phrase, lex) is Able.YES else None


def _maker(tokens: Tokens, at: int, lex: Lexicon) -> Phrase | None:
    """Whose a text is that ends before ``at``: "La Hoja dio una carta de | Ana Ejemplo, | en la que pide"."""
    last = at - 1 - (at > 0 and tokens[at - 1].text == ",")
    for of in range(last - 1, max(0, last - _NOTE), -1):
        if tokens[of].kinds & STOPS:
            return None
        if tokens[of].low in ("de", "del") and text_noun(tokens[of - 1]):
            phrase = Phrase(of + 1, last)
            return phrase if able(tokens, phrase, lex) is Able.YES else None
    return None
