"""The subject that follows a Spanish reporting verb, beyond what stands between them.

dijo, por su parte, el ministro · contó para Radio Ejemplo Irene Muestra · aseguró a EL SOL el alcalde
informó a senadores y diputados el comisionado · sentenció, con gesto serio, la jueza
"""

from __future__ import annotations

from index.grammar.frames import DASHES, STOPS, Token, Tokens
from index.grammar.nouns import Phrase, adverb, may_start
from index.grammar.reporting_words import Lexicon
from index.grammar.subjects import subject_after
from index.languages.es.between_commas import behind_name_of_ruled
from index.languages.es.noun_phrases import gerund, tidy, via
from index.languages.es.speaking import Able, able, person_noun, text_noun
from index.text.people import given_names, people_words
from index.words import word_list

_FARTHEST = 24  # words between a verb and the subject after it
_NO_WAY = frozenset({"that", "finite", "relatives"})
# "dijo mientras mostraba la nota"
_CLAUSES = frozenset({"mientras", "cuando", "aunque", "porque", "pues", "si", "donde"})
_POINTING = frozenset({"este", "esta", "ese", "esa"})
_MEDIA = frozenset({"medio", "agencia", "sitio", "web", "noticiero", "noticiario", "informativo"})
_RULING = frozenset({"prepositions", "determiners", "and"})
_WHO = frozenset({"quien", "quienes"})
_ITS = frozenset({"su", "sus"})
_ALSO = "también"
_PUBLIC = word_list("speaking", "public")
_NAMED_AFTER = word_list("speaking", "named_after")
_NAMED_MEDIA = word_list("speaking", "media")
_GENITIVES = word_list("grammar", "genitives")
_TO = frozenset({"a", "al", "para", "ante"})
_WITH = frozenset({"con", "sin", "entre"})
_IN = word_list("grammar", "near_links")
_PARTICLES = frozenset({"de", "del", "la", "los", "las", "y"})
_INFINITIVES = ("ar", "er", "ir")  # "sin levantar la vista"
_CONTRACTED = word_list("grammar", "contracted")
_ENDS = DASHES | {":", ";", "(", ")"}


def far_subject(tokens: Tokens, verb: int, lex: Lexicon) -> Phrase | None:
    """Return the subject of the clause that the verb at ``verb`` opens after the words it reports."""
    unknown: Phrase | None = None
    near = True  # nothing but times stands between
    at, fresh = verb + 1, True  # fresh: a subject may begin here, no complement has begun
    stop = min(len(tokens), verb + _FARTHEST)
    while at < stop:
        token = tokens[at]
        if _closes(token) or _likened(tokens, at):
            return unknown
        if token.text == ",":
            at, fresh = behind_name_of_ruled(tokens, verb, at), True
        elif token.kinds & {"times", "adverbs"} or adverb(token) or _dated(tokens, at):
            at += 2 if _dated(tokens, at) else 1
        elif via(tokens, at) or ("prepositions" in token.kinds and not (token.name and fresh)):  # "dijo Al"
            if at + 1 < stop and (_relative(tokens, at + 1) or _asked(tokens, at)):
                return unknown
            near = False
            at, fresh = _behind_medium(tokens, verb, at, _complement(tokens, at + 1, lex)), False
            if at < stop and tokens[at].name:  # "a Radio Ejemplo | Irene Muestra"
                return subject_after(tokens, at - 1, lex)
        else:
            free = not tokens[at - 1].kinds & {"and", "prepositions"}
            begins = free and bool(token.kinds & {"determiners", "pronominal"})
            begins = begins or (fresh and may_start(tokens, at, lex))
            phrase = subject_after(tokens, at - 1, lex) if begins else None
            said = able(tokens, tidy(tokens, phrase), lex) if phrase and phrase.first == at else Able.NO
            if token.kinds & {"occasions"} and not tokens[at - 1].kinds & {"determiners"}:
                said = Able.NO  # "en su cuenta de X, antes Twitter"
            if said is Able.YES:
                return phrase
            # "dijo el político": an unknown noun right behind the verb, if nobody better follows
            unknown = unknown or (phrase if said is Able.PERHAPS and near and begins else None)
            at, fresh = at + 1, False
            near = False
    return unknown


def _relative(tokens: Tokens, at: int) -> bool:
    """Whether a relative stands here, its article before it or not: "con | quien", "en | el que"."""
    article = "determiners" in tokens[at].kinds and at + 1 < len(tokens)
    return bool(tokens[at + article].kinds & {"that", "relatives"})


def _likened(tokens: Tokens, at: int) -> bool:
    """Whether a comparison begins here: "concluye en mayo como una de las fiestas", not "como testigo"."""
    after = tokens[at + 1 : at + 2]
    return tokens[at].low == "como" and bool(after) and "determiners" in after[0].kinds


def _asked(tokens: Tokens, at: int) -> bool:
    """Whether it is told on what occasion somebody left out spoke: "dijo | al ser consultado sobre Ana"."""
    return tokens[at].low == "al" and tokens[at + 1].low == "ser"


def _closes(token: Token) -> bool:
    """Whether no subject stands beyond this word: a mark, "que", "mientras", "refiriéndose"."""
    apart = token.text in _ENDS or token.low in _CLAUSES or token.quote is not None
    return apart or bool(token.kinds & _NO_WAY) or gerund(token)


def _dated(tokens: Tokens, at: int) -> bool:
    """Whether an article and a time stand here: "el pasado lunes", "este jueves"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        after is not None and "determiners" in tokens[at].kinds and bool(after.kinds & {"times", "datings"})
    )


def _complement(tokens: Tokens, at: int, lex: Lexicon) -> int:
    """The place after the articles and the names that belong to a preposition.

    Of names in a row those before a known first name, the first alone where it is an agency, else all.
    """
    if at < len(tokens) and tokens[at].low.endswith(_INFINITIVES) and not tokens[at].name:
        if tokens[at].low in lex.cues and tokens[at - 1].low in _IN:  # "coinciden en apuntar los analistas"
            return at + 1
        stop = next((n for n in range(at, len(tokens)) if tokens[n].kinds & STOPS), len(tokens))
        return next((n for n in range(at + 2, stop) if _opens_name(tokens, n)), stop)
    while at < len(tokens) and "determiners" in tokens[at].kinds and not tokens[at].name:
        at += 1
    noun = at + 1 < len(tokens) and tokens[at].low.isalpha() and not tokens[at].kinds & STOPS
    if noun and (_opens_name(tokens, at + 1) or (tokens[at].low in _PUBLIC and not tokens[at].name)):
        apart = STOPS | {"prepositions", "determiners", "and", "that"}  # "a la prensa local | Ana Ejemplo"
        return at + 1 + (not (tokens[at + 1].name or tokens[at + 1].kinds & apart))
    many = noun and tokens[at].low.endswith("s")  # "ante periodistas | Ana Ejemplo"
    # "en su momento | Ana Ejemplo", "a este medio | Ana Ejemplo"
    many = many or (noun and bool(tokens[at].kinds & {"times", "nobody"}))
    many = many or tokens[at - 1].low in _POINTING
    text = noun and text_noun(tokens[at])  # "en un comunicado | Ana Ejemplo"
    manner = tokens[at - 1].low in _WITH  # "con convicción | Ana Ejemplo"
    if (
        noun
        and ("works" in tokens[at].kinds or tokens[at].low in _MEDIA)
        and at + 2 < len(tokens)
        and tokens[at + 2].name
    ):
        if _opens_name(tokens, at + 2):
            return at + 2  # "al noticiero matutino | Ana Ejemplo"
        at += not (tokens[at + 1].name or tokens[at + 1].kinds & (STOPS | {"prepositions"}))
        text = False  # "al medio argentino | Sol"
    if (noun and not (many or text or manner or tokens[at].name)) and tokens[at + 1].name:
        at += 1  # "al canal Sol"
    return _names_end(tokens, at) if at < len(tokens) and tokens[at].name else at + 1


def _opens_name(tokens: Tokens, at: int) -> bool:
    """Whether a known first name begins somebody's name who is not ruled by what stands before him: "al
    salir del juzgado | Ana Ejemplo", not "a la jueza Ana Ejemplo", "de la escuela Ana Ejemplo".
    """
    before = tokens[at - 1]
    ruled = before.name or before.kinds & (STOPS | {"prepositions", "determiners", "and"})
    titled = person_noun(before) or before.low in people_words().titles | _NAMED_AFTER
    return tokens[at].name and tokens[at].low in given_names() and not (ruled or titled)


def stands_unread(tokens: Tokens, verb: int, lex: Lexicon) -> bool:
    """Whether somebody stands behind the verb at ``verb`` whom nothing rules, though nobody was taken for its
    subject: "contó a la radio local Xul Ejemplo", "soltó la de la tienda", "dijo quien conducía". Then nobody
    who spoke before is meant.
    """
    at, stop = verb + 1, min(len(tokens), verb + _FARTHEST)
    while at < stop and tokens[verb + 1].text != ",":  # "dijo, una “farsa”" goes on with what is said
        token, free = tokens[at], not tokens[at - 1].kinds & _RULING
        ruling = "prepositions" in token.kinds or via(tokens, at)
        if free and (token.low in _WHO or (token.name and not (ruling or "times" in token.kinds))):
            return True
        behind = at + 1 >= stop or _relative(tokens, at + 1)
        if (_closes(token) and not gerund(token)) or (ruling and behind):
            return False
        if _dated(tokens, at):
            at += 2
        elif ruling:
            end = _complement(tokens, at + 1, lex)
            at, ruled = _behind_medium(tokens, verb, at, end), range(at + 2, min(end, stop) - 1)
            if at == end and any(_named_apart(tokens, n) for n in ruled):
                return True
        elif free and "determiners" in token.kinds:
            of_verb = gerund(tokens[at - 1]) or tokens[at - 1].low.endswith(_INFINITIVES)  # "por no pagar la"
            known = any(each.low == _ALSO for each in tokens[at + 1 : at + 2])  # "el también concejal": he
            object_told = (
                of_verb or known or token.low in _ITS or any(map(text_noun, tokens[at + 1 : at + 2]))
            )
            timed = any("times" in each.kinds for each in tokens[at + 1 : at + 3])
            return not (object_told or timed)  # "dijo mostrando | la nota", "repitió | dos veces"
        else:
            at += 1
    return False


def _named_apart(tokens: Tokens, at: int) -> bool:
    """Whether a whole name begins here behind a word that hardly bears one: "a la radio local | Xul Oso"."""
    before = tokens[at - 1]
    told = before.low in people_words().titles | _NAMED_AFTER | _NAMED_MEDIA or text_noun(before)
    told = told or (person_noun(before) and "groups" not in before.kinds)
    return tokens[at].name and tokens[at + 1].name and not (before.name or told or before.kinds & _RULING)


def _behind_medium(tokens: Tokens, verb: int, of: int, at: int) -> int:
    """The place after the name of a medium to which somebody speaks: "dijo a la cadena de noticias Sol |"."""
    if tokens[of].low not in _GENITIVES or at >= len(tokens) or not tokens[at].name:
        return at
    told = next((n for n in range(verb + 1, of) if tokens[n].low in _TO), of)
    medium = any(token.kinds & {"works", "occasions"} for token in tokens[told:of])
    return _names_end(tokens, at) if medium else at


def _names_end(tokens: Tokens, at: int) -> int:
    """The place after the names of a medium or of somebody told, before a person's who speaks."""
    stop = at + 1
    while stop < len(tokens) and (tokens[stop].name or _inside(tokens, stop)):
        stop += 1
    if at + 1 < len(tokens) and f"{tokens[at].low} {tokens[at + 1].low}" in word_list("names", "agencies"):
        return at + 2  # "a BBC Mundo"
    given = given_names()
    person = next((n for n in range(at + 1, stop) if tokens[n].name and tokens[n].low in given), None)
    if person is not None and not tokens[person - 1].kinds & {"and", "prepositions"}:
        return person
    subject = stop < len(tokens) and "determiners" in tokens[stop].kinds  # "a BBC Mundo el profesor"
    return at + 1 if tokens[at].low in word_list("names", "agencies") and not subject else stop


def _inside(tokens: Tokens, at: int) -> bool:
    """Whether a small word stands within a name: "Radio de la Costa"."""
    after = tokens[at + 1 : at + 3]
    return tokens[at].low in _PARTICLES and any(token.name for token in after[: 1 + (tokens[at].low == "de")])
