"""Trims Spanish noun phrases to a subject, joins two of them, and finds what a relative stands for."""

from __future__ import annotations

import re
from functools import cache

from index.grammar.frames import STOPS, Token, Tokens
from index.grammar.nouns import PERSONAL, PRONOUNS, Phrase, adverb, phrase_ending
from index.grammar.reporting_words import Lexicon
from index.languages.es.between_commas import name_of_ruled
from index.languages.es.clauses import names_medium
from index.languages.es.speaking import Able, able, names_office, opens, person_noun, text_noun
from index.languages.es.word_forms import MADE, verb_shaped
from index.text.people import given_names
from index.words import table, word_list

_IN_NAMES = frozenset({"de", "del", "la", "los"})
_OF_OFFICE = frozenset({"de", "del"})
_LONGEST_OFFICE = 24  # words of an office behind its noun
_IN = word_list("grammar", "near_links")
_OR = frozenset({"o", "u"})
_SOME = frozenset({"un", "una"})
_ITS = frozenset({"su", "sus"})
_GERUND = re.compile(r"(?:[aá]ndo|[iy][eé]ndo)(?:me|se|l[aeo]s?|nos)*$")
_SHORTEST_VERB = 5  # letters
_AFTER_QUE = 25  # words in which the "que" of a relative clause is looked for
_LONGEST_TITLE = 30  # characters of a quoted name inside a phrase
_BEFORE_NOUN = frozenset({"determiners", "prepositions", "and", "hedges", "mark"})
_SINGLE_ARTICLES = frozenset({"el", "la", "un", "una", "su"})
_WOULD = ("rían",)
_NARRATING = word_list("speaking", "narrating")
_HONOURS = frozenset({"premio"})
_MEETING = frozenset({"con", "ante"})
_WHO = frozenset({"quien", "quienes"})
_EXISTING = frozenset({"existe", "existen", "existía", "existían", "surge", "surgen", "aparece", "aparecen"})
_VIA = frozenset({"vía"})
_SELF = frozenset({"mismo", "misma", "mismos", "mismas"})
_NO_VERB = frozenset({"determiners", "prepositions", "adverbs", "boundaries", "mark", "quotation"})


def tidy(tokens: Tokens, phrase: Phrase) -> Phrase:
    """End a phrase before a verb, a small pronoun or an article that cannot belong to it.

    "el Pentágono | el «dominio»", "Linton | la cultura", "el informe médico | lo obligará".
    """
    last = phrase.first
    for at in range(phrase.first + 1, phrase.last + 1):
        token, before = tokens[at], tokens[at - 1]
        # "una fuente | al interior de la junta"
        article = "determiners" in token.kinds and not (token.name or "prepositions" in token.kinds)
        free = not before.kinds & {"prepositions", "and", "determiners", "hedges", "mark"}
        free = free and before.low != "como"  # "tanto el alcalde como la ministra"
        if (
            (article and free)
            or gerund(token)
            or ((verb_shaped(token.low) or token.low.endswith(_WOULD)) and not token.name)
            or (token.kinds & {"auxiliaries", "being", "finite"} and not token.name)
            or (token.low in _NARRATING and free and not token.name)
            or (_named(before) and token.low.endswith(MADE) and not token.name)  # "... de Obras | dados"
            or ("clitics" in token.kinds and free and not (article or token.name))
            or _counted(tokens, at, phrase.last)
            or (_named(before) and not token.name and "times" in token.kinds)  # "Ana Ejemplo | minutos antes"
            or _in_a_text(tokens, at)
            or via(tokens, at)
            or (free and _infinitive(token))
            or (token.low == "de" and at < phrase.last and tokens[at + 1].low == "acuerdo")
            or (at == phrase.first + 1 and _he_or_she(before) and "and" not in token.kinds)
            or (_named(before) and not token.name and text_noun(token))  # "Facebook | reporte del diario"
            or (_named(before) and not token.name and token.low.endswith("mente"))  # "Ana Ejemplo | muy"
            or (
                _named(before)
                and token.low == "en"
                and tokens[at + 1 : at + 2]
                and tokens[at + 1].low in _ITS
            )
        ):
            break
        if token.quote and token.quote.last - token.quote.first > _LONGEST_TITLE:
            break
        last = at
    made = last > phrase.first and tokens[last].low.endswith(MADE) and not tokens[last].name
    if made and last + 1 < len(tokens) and tokens[last + 1].low == "por":
        last -= 1  # "un estudio | realizado por"
    if last > phrase.first and tokens[last].low in _SELF and tokens[last - 1].kinds & PRONOUNS:
        last -= 1  # "él | mismo"
    while last > phrase.first and (
        tokens[last].kinds & {"prepositions", "determiners", "and", "clitics"}
        or adverb(tokens[last])
        or tokens[last].low in _OR
    ):
        last -= 1
    if last == phrase.last:
        return phrase
    return phrase._replace(last=last, beside=None)


def _in_a_text(tokens: Tokens, at: int) -> bool:
    """Whether it is told here where somebody said it: "el maestro | en una carta al alcalde"."""
    where, some, noun = (tokens[n : n + 1] for n in (at, at + 1, at + 2))
    told = bool(noun) and where[0].low in _IN and some[0].low in _SOME
    return told and (text_noun(noun[0]) or "occasions" in noun[0].kinds)


def via(tokens: Tokens, at: int) -> bool:
    """Whether it is told here how words came: "la banda | vía Boletín", "dijo | vía correo", not "la vía"."""
    return tokens[at].text in _VIA and at > 0 and not tokens[at - 1].kinds & _BEFORE_NOUN


def _he_or_she(token: Token) -> bool:
    return bool(token.kinds & PERSONAL) and "determiners" not in token.kinds


def _counted(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a number of others begins here: "el ministro | cerca de 50.000 personas", "y | 900 barcos"."""
    number = tokens[at].text[:1].isdigit() and not (at < last and tokens[at + 1].name)
    if number and "and" in tokens[at - 1].kinds and not tokens[at - 2].text[:1].isdigit():
        return True  # "según la junta y | 1.900 hectáreas según ...", but "el Canal 9 y 20 Minutos"
    if "hedges" not in tokens[at].kinds or "prepositions" in tokens[at].kinds:
        return False
    return any(token.text[:1].isdigit() for token in tokens[at + 1 : min(last, at + 2) + 1])


def _named(token: Token) -> bool:
    """Whether a word is a name, and no article at the head of a sentence."""
    return token.name and "determiners" not in token.kinds


def _infinitive(token: Token) -> bool:
    """Whether a verb in the infinitive stands here: "su editorial | descubrir detalles"."""
    ends = token.low.endswith(("ar", "er", "ir")) and len(token.low) > _SHORTEST_VERB
    return ends and not (token.name or token.kinds or person_noun(token))


def gerund(token: Token) -> bool:
    """Whether a gerund stands here, pronouns behind it included: "refiriéndose"."""
    return _GERUND.search(token.low) is not None and not token.name


def last_part(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Begin the subject before a verb at its own article: "en el caso Modelo | el tribunal dijo"."""
    for at in range(phrase.last, phrase.first, -1):
        token, before = tokens[at], tokens[at - 1]
        free = not before.kinds & {"prepositions", "and", "determiners", "hedges", "mark", "adverbs"}
        article = "determiners" in token.kinds and not (token.name or "prepositions" in token.kinds)
        if article and free and before.low not in ("como", "por"):
            return phrase._replace(first=at) if at < phrase.last else phrase
    return phrase


def without_verb(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> Phrase:
    """End a subject before a verb of the present that ends like a noun: "El texto | cuenta seis muertos".

    An article, a number or "a" after it tells; what is left must be able to speak: "El nuevo | alcalde".
    """
    for at in range(phrase.first + 1, min(phrase.last + 1, len(tokens) - 1)):
        token, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
        present = token.low.endswith(("a", "e", "an", "en")) and not token.name and token.low.isalpha()
        if not present or token.kinds & _NO_VERB or before.kinds & _BEFORE_NOUN:
            continue
        object_follows = "determiners" in after.kinds or after.text[:1].isdigit()
        object_follows = object_follows or after.low in _object_words() or bool(after.kinds & {"times"})
        shorter = phrase._replace(last=at - 1, beside=None)
        if object_follows and able(tokens, shorter, lex) is Able.YES:
            return shorter
    return phrase


@cache
def _object_words() -> frozenset[str]:
    return frozenset(table("numbers", "es")["values"]) | {"a", "al"}


def with_title(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Add the name in quotation marks to a paper or a station: 'el canal "Ocho"'."""
    at = phrase.last + 1
    parted = tokens[at + 1 : at + 2] if at < len(tokens) and tokens[at].text == "," else []
    if parted and parted[0].quote and any("works" in token.kinds for token in tokens[phrase.first : at]):
        quote, closed = parted[0].quote, at + 2 >= len(tokens) or bool(tokens[at + 2].kinds & STOPS)
        if closed and not quote.stopped and quote.last - quote.first <= _LONGEST_TITLE:
            return phrase._replace(last=at + 1, beside=None)  # 'el diario de la tarde, | "La Hoja"'
    if at >= len(tokens) or tokens[at].quote is None or not names_medium(tokens, at):
        return phrase
    return phrase._replace(last=at, beside=None)


def named_beside(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Put the name beside a long office: "dijo el jefe | de la Unidad de Obras (UO), Ana Ejemplo"."""
    at = phrase.last + 1
    listed = _behind_a_list(tokens, phrase)
    bracket = phrase.beside is not None and tokens[phrase.beside[0] - 1].text == "("  # "(UO)"
    if bracket or phrase.beside is None:
        phrase = phrase._replace(beside=None)
    named = listed or _named_behind(tokens, phrase)
    if named is not None:
        return named
    if phrase.beside or at <= phrase.first + 1 or "determiners" not in tokens[phrase.first].kinds:
        return phrase
    if tokens[phrase.first + 1].name and not _office_in_capitals(tokens[phrase.first + 1]):
        return phrase
    stop = min(len(tokens), at + _LONGEST_OFFICE)
    while at < stop and tokens[at].text != ",":
        token = tokens[at]
        verbal = token.kinds & {"finite", "being", "auxiliaries", "that", "relatives", "times"}
        if token.quote or verbal or (verb_shaped(token.low) and not token.name):
            return phrase
        if token.kinds & STOPS and token.text not in ("(", ")"):
            return phrase
        at += 1
    name = at + 1
    while name < len(tokens) and (tokens[name].name or tokens[name].low in _IN_NAMES):
        name += 1
    whole = at < stop and name - at > 2 and tokens[at + 1].name and tokens[name - 1].name
    whole = whole and not name_of_ruled(tokens, phrase.first, at)
    ends = name >= len(tokens) or bool(tokens[name].kinds & (STOPS | {"that"}))
    long = at > phrase.last + 1
    return phrase._replace(beside=(at + 1, name - 1)) if whole and ends and long else phrase


def _behind_a_list(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """The name behind an office of several matters: "ministra de Obras, Puertos y Pesca, | Ana Ejemplo"."""
    office = {token.low for token in tokens[phrase.first : phrase.last + 1]}
    if not names_office(sorted(office)) or office.isdisjoint(_OF_OFFICE) or not tokens[phrase.last].name:
        return None
    at, last = phrase.last, min(len(tokens) - 2, phrase.last + _LONGEST_OFFICE)
    joined = any("and" in token.kinds for token in tokens[phrase.first : at])
    while not joined and at < last and tokens[at + 2].name:
        if tokens[at + 1].text != "," and "and" not in tokens[at + 1].kinds:
            return None
        joined = "and" in tokens[at + 1].kinds
        at += 2
    first = at + 2
    if not joined or first >= len(tokens) or tokens[at + 1].text != ",":
        return None
    name = first
    while name < len(tokens) and (tokens[name].name or tokens[name].low in _IN_NAMES):
        name += 1
    ends = name >= len(tokens) or bool(tokens[name].kinds & (STOPS | {"that"}))
    whole = name - first > 1 and tokens[first].name and tokens[name - 1].name
    return phrase._replace(last=at, beside=(first, name - 1)) if ends and whole else None


def _office_in_capitals(token: Token) -> bool:
    """Whether a capitalised word tells what somebody is: "el Premio Nobel y miembro de ..., Ana Ejemplo"."""
    return token.low in _HONOURS or names_office([token.low])


def _named_behind(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """The name that ends a long office without a comma: "dice la doctora | en Leyes y edil Ana Ejemplo",
    "dijo el secretario de Obras | (SO) en la zona Ana Ejemplo Muestra".
    """
    at = phrase.last + 1
    short = [token.text for token in tokens[at : at + 3]]
    at += 3 * (len(short) == 3 and short[0] == "(" and short[2] == ")")
    stop = min(len(tokens), at + _LONGEST_OFFICE)
    if at >= stop or not tokens[at].kinds & {"prepositions", "and"} or phrase.beside:
        return None
    while at < stop and not tokens[at].kinds & STOPS:
        verbal = tokens[at].kinds & {"finite", "being", "auxiliaries", "that", "relatives", "times"}
        if verbal or (verb_shaped(tokens[at].low) and not tokens[at].name):
            return None
        at += 1
    given = given_names()
    run = at - 1
    while run > phrase.last + 1 and tokens[run].name:
        run -= 1
    first = next((n for n in range(run + 1, at - 1) if tokens[n].low in given), at - 2)
    whole = first > phrase.last + 1 and tokens[first].name and tokens[at - 1].name
    before = tokens[first - 1]
    known = tokens[first].low in given or (before.name and before.text.isupper() and len(before.text) > 2)
    ruled = "prepositions" in before.kinds
    return phrase._replace(beside=(first, at - 1)) if whole and known and not ruled else None


def apart(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> Phrase:
    """Take no clause for an apposition: "publica La Hoja, el ministro afirma"."""
    if phrase.beside is None or "relatives" in tokens[phrase.beside[0]].kinds:
        return phrase
    first, last = phrase.beside
    if name_of_ruled(tokens, phrase.first, first - 1):
        return phrase._replace(beside=None)  # "dijo el maestro en una carta al alcalde, | Ana Ejemplo"
    last = next((n - 1 for n in range(first + 1, last + 1) if tokens[n].low in _WHO), last)
    last -= tokens[last].low == "que" and last > first  # "añadió Ana Ejemplo, jefa de Obras | que"
    phrase = phrase._replace(beside=(first, last))  # "Ana Ejemplo, una edila de Aldea | quien añadió"
    verb = any(
        (token.low in lex.cues and token.low not in lex.nouns) or verb_shaped(token.low)
        for token in tokens[first : last + 1]
        if not token.name
    )
    # "señaló la Junta, fue caro": the clause goes on
    verb = verb or bool(tokens[first].kinds & {"being", "finite", "auxiliaries", "negations"})
    return phrase._replace(beside=None) if verb else phrase


def without_opening(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> Phrase:
    """Drop a first word of a sentence that is no part of the subject: "Fue Ana Ejemplo"."""
    first = phrase.first
    while first < phrase.last and opens(tokens, first) and _verb_or_link(tokens[first], lex):
        first += 1
    return phrase._replace(first=first)


def _verb_or_link(token: Token, lex: Lexicon) -> bool:
    light = token.kinds & {"being", "auxiliaries", "adverbs", "boundaries", "negations", "finite"}
    return (
        bool(light)
        or token.low in _EXISTING
        or verb_shaped(token.low)
        or token.low.endswith("mente")
        or token.low in lex.cues
    )


def both(tokens: Tokens, phrase: Phrase, lex: Lexicon, many: bool) -> Phrase:
    """Read "Tanto el alcalde como la ministra" as one subject."""
    at = phrase.first - 1
    if at < 1 or tokens[at].low != "como":
        return phrase
    start = next((n for n in range(at - 1, max(-1, at - _AFTER_QUE), -1) if tokens[n].low == "tanto"), None)
    if start is not None:
        return _with_his_name(tokens, phrase)._replace(first=start)
    several = phrase_ending(tokens, at - 1, lex)  # "Organismos como la Junta pidieron"
    return several if many and several and able(tokens, several, lex) is Able.YES else phrase


def with_partner(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> Phrase:
    """Read "La alcaldesa, Ana Ejemplo, y el ministro Luis Modelo anunciaron" as one subject."""
    at = phrase.first - 1
    if at < 1 or "and" not in tokens[at].kinds:
        return phrase
    last = at - 1
    if tokens[last].text == ",":
        comma = next((n for n in range(last - 1, 0, -1) if tokens[n].text == ","), None)
        last = last - 1 if comma is None else comma - 1
    other = phrase_ending(tokens, last, lex)
    if other is None or able(tokens, other, lex) is not Able.YES:
        return phrase
    return _with_his_name(tokens, phrase)._replace(first=other.first)


def _with_his_name(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The phrase up to the name behind its comma: "como el médico, Omar Muestra"."""
    beside = phrase.beside
    named = beside is not None and all(token.name for token in tokens[beside[0] : beside[1] + 1])
    return phrase._replace(last=beside[1] if beside and named else phrase.last, beside=None)


def last_alone(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The last of two, as a singular verb has one subject: "ve el plan y | el alcalde amenaza"."""
    if all(token.name for token in tokens[phrase.last : phrase.last + 1]) and _initials(
        tokens, phrase.last + 1
    ):
        return phrase  # "la Oficina para el Agua y la Pesca (OAP) advierte"
    for at in range(phrase.last - 1, phrase.first, -1):
        article = tokens[at + 1].low in _SINGLE_ARTICLES and not tokens[at + 1].name
        if "and" in tokens[at].kinds and article and at + 1 < phrase.last:
            return phrase._replace(first=at + 1)
    return phrase


def _initials(tokens: Tokens, at: int) -> bool:
    """Whether the initials of a body stand in brackets here: "(OAP)"."""
    inside = tokens[at + 1 : at + 3]
    return (
        at + 2 < len(tokens) and tokens[at].text == "(" and inside[0].text.isupper() and inside[1].text == ")"
    )


def lacks_partner(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether one person is left of the several of a plural verb: "..., y Ana Ejemplo, edil, dijeron"."""
    words = tokens[phrase.first : phrase.last + 1]
    whole = all(word.name for word in words) and len(words) > 1 and not words[-1].low.endswith("s")
    return whole and phrase.first > 0 and "and" in tokens[phrase.first - 1].kinds


def of_relative(tokens: Tokens, begin: int, lex: Lexicon) -> Phrase | None:
    """Read "Ana Ejemplo, que afirmó que" and "algunos de los cuales afirmaron"."""
    at = begin - 1
    while at > 0 and (tokens[at].kinds & {"adverbs", "times"} or adverb(tokens[at])):
        at -= 1
    if at > 2 and tokens[at].low in ("quien", "quienes") and tokens[at - 1].text == ",":
        return _told_of(tokens, at - 2, lex)
    if at < 2 or tokens[at].low not in ("que", "cual", "cuales") or tokens[at - 1].text != ",":
        if at > 1 and tokens[at].low == "quien" and tokens[at - 1].name:  # "Fue Ana Ejemplo quien dijo"
            phrase = phrase_ending(tokens, at - 1, lex)
            return without_opening(tokens, phrase, lex)._replace(relative=True) if phrase else None
        return None
    phrase = phrase_ending(tokens, at - 2, lex)
    phrase = last_part(tokens, phrase) if phrase else None
    phrase = _maker(tokens, phrase) if phrase else None
    if phrase is None or able(tokens, phrase, lex) is not Able.YES:
        return _told_of(tokens, at - 2, lex) if tokens[at - 2].name else None  # "oyó a Ana Ejemplo, que dijo"
    return phrase._replace(relative=True)


def _maker(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Begin at who made or shares a thing: "una tesis compartida por | Ana Ejemplo, que dijo"."""
    for at in range(phrase.last - 1, phrase.first + 1, -1):
        if not tokens[at + 1].name:
            break
        if tokens[at].low == "por" and tokens[at - 1].low.endswith(MADE):
            return phrase._replace(first=at + 1)
    return phrase


def _told_of(tokens: Tokens, last: int, lex: Lexicon) -> Phrase | None:
    """Read "oyó a Ana Ejemplo, quien afirmó": the person before the comma, object or not."""
    phrase = phrase_ending(tokens, last, lex)
    if tokens[last].name and "and" not in {kind for t in tokens[last - 2 : last] for kind in t.kinds}:
        first = last
        while first > 0 and (tokens[first - 1].name or tokens[first - 1].low in ("de", "del", "la")):
            first -= 1
        given = next((n for n in range(first, last) if tokens[n].low in given_names()), first)
        first = given if tokens[given].name else first  # "la ministra de Obras | Ana Ejemplo, quien"
        held = first == 0 or tokens[first - 1].text == "," or person_noun(tokens[first - 1])
        while not (held or tokens[first].name):
            first += 1  # "la postura de | Ana Ejemplo, quien", not "el ministro de Obras, quien"
        phrase = Phrase(first, last)
    phrase = _with_somebody(tokens, phrase) if phrase else None
    comma = next((n for n in range(phrase.first, 0, -1) if tokens[n].text == ","), 0) if phrase else 0
    held = comma > 1 and names_office([tokens[comma + 1].text])  # "Ana Ejemplo, autora de un plan, quien"
    aimed = comma > 1 and tokens[comma + 1].low == "para"  # "oyó a Ana Ejemplo, para saber su opinión, quien"
    whence = comma > 1 and tokens[comma + 1].low in ("de", "del")  # "Ana Ejemplo, de Sol (un club), quien"
    if phrase is not None and (held or aimed or whence or tokens[phrase.first].low in ("de", "del")):
        outer = phrase_ending(tokens, comma - 1, lex) if comma > 1 and tokens[comma - 1].name else None
        phrase = outer._replace(beside=(comma + 1, last)) if outer else None
    return phrase._replace(relative=True) if phrase and able(tokens, phrase, lex) is Able.YES else None


def _with_somebody(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Begin at whom another met: "lo confirmó La Hoja con | una fuente de la policía, quien"."""
    for at in range(phrase.last - 1, phrase.first, -1):
        met = tokens[at].low in _MEETING and "determiners" in tokens[at + 1].kinds and at + 2 <= phrase.last
        if met and (person_noun(tokens[at + 2]) or tokens[at + 2].kinds & {"persons", "sourcing"}):
            return phrase._replace(first=at + 1)
    return phrase


def outside_relative(tokens: Tokens, begin: int, lex: Lexicon) -> Phrase | None:
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
        if "and" in token.kinds and not tokens[at - 1].name and _all_named(tokens[at + 1 : begin]):
            return None  # "una mujer que hará maravillas y | Ejemplo le dice"
    return None


def _all_named(words: Tokens) -> bool:
    """Whether nothing but a name stands there, and small pronouns behind it."""
    named = [word for word in words if "clitics" not in word.kinds]
    return bool(named) and all(word.name for word in named)
