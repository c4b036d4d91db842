"""Can this Spanish noun phrase speak? Ministers, sources and reports can, situations and bridges cannot.

Spanish puts subject and object on either side of the verb, so that "destacó la necesidad" and
"destacó la ministra" look alike: the noun decides. A phrase is known to speak by a name, by its
noun or by the ending of its noun; an unknown noun is believed only before or right beside a verb
that things never perform ("dijo", but not "indica").
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from index.grammar.frames import STOPS, Token, Tokens
from index.grammar.nouns import PRONOUNS, Phrase, adverb
from index.grammar.reporting_words import Lexicon
from index.languages.es.word_forms import verb_shaped
from index.text.people import given_names
from index.words import strings, word_list

_PERSONS, _BODIES = word_list("speaking", "persons"), word_list("speaking", "bodies")
_PLACES = frozenset({"de", "del", "en", "para", "con", "por", "a", "al", "ante", "sobre", "entre", "contra"})
_ONE = frozenset({"uno", "una"})
_REASONS = frozenset({"motivo", "razón", "causa"})  # "Motivo por el cual han justificado"
_TIMES = frozenset({"vez", "veces"})  # "muy pocas veces habla"
_ANY = frozenset({"cualquier", "cualesquiera", "ningún", "ninguna", "ninguno"})
_NEVER = frozenset(
    {"nobody", "times", "boundaries", "prepositions", "perfect", "auxiliaries", "clitics", "being", "finite"}
    | {"negations", "questions", "adverbs"}
)
_OFFICE_REACH = 4  # words of a description in which its noun stands
_PREFIXES = ("vice", "ex", "sub", "co")  # "vicealcalde"
_SINGLE = frozenset({"país", "crisis", "tesis", "análisis", "quienes", "además", "tras", "portavoces"})
_WE = ("amos", "emos", "imos")
_TOLD = ("e", "en", "a", "an")  # so ends what one is told to do
_SOME = frozenset({"un", "una", "unos", "unas"})
_POINTING = frozenset({"este", "esta", "estos", "estas", "ese", "esa", "esos", "esas", "dichos", "dichas"})
_MORE = frozenset({"más", "menos", "muy", "tan"})
_KINDS = frozenset({"tipo", "tipos", "clase", "clases"})
_MOVING = frozenset({"por", "ante", "tras", "con"})
_ITS = frozenset({"su", "sus"})
_NO_HEAD = frozenset(
    {
        "a",
        "al",
        "aparte",
        "además",
        "dentro",
        "fuera",
        "cerca",
        "lejos",
        "encima",
        "debajo",
        "detrás",
        "delante",
    }
)
_OPINIONS = frozenset({"opinión", "opiniones"})  # "a decir de la opinión que merece"
_LONG = 4  # letters; shorter words are no participles


class Able(IntEnum):
    """How far a noun phrase is able to speak."""

    NO = 0
    PERHAPS = 1  # its noun is unknown
    YES = 2


class _Lists(NamedTuple):
    """The lists of ``words/speaking.toml``."""

    speaking: frozenset[str]
    transparent: frozenset[str]
    before_noun: frozenset[str]
    agents: tuple[str, ...]
    ideas: tuple[str, ...]
    reflexive: frozenset[str]
    fields: frozenset[str]
    singular: frozenset[str]
    plural: frozenset[str]


@cache
def _lists() -> _Lists:
    name = "speaking"
    return _Lists(
        frozenset(strings(name, "persons") + strings(name, "bodies") + strings(name, "texts")),
        frozenset(strings(name, "transparent")),
        frozenset(strings(name, "before_noun")),
        tuple(strings(name, "agents")),
        tuple(strings(name, "ideas")),
        frozenset(strings(name, "reflexive")),
        frozenset(strings(name, "fields") + strings(name, "sites")),
        frozenset(strings(name, "singular")),
        frozenset(strings(name, "plural")),
    )


def reflexive(lemma: str, *, always: bool = False) -> bool:
    """Whether this verb reports with "se" before it: "se quejó de que"; others are passive with it.

    ``always``: whether it has no other use, so that it is no passive before "que" either.
    """
    return lemma in (word_list("speaking", "always_reflexive") if always else _lists().reflexive)


def able(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> Able:
    """Return whether the phrase can speak, judged by its first noun."""
    lists = _lists()
    at = phrase.first
    own = "first_person" in tokens[at].kinds and not (tokens[at].name or tokens[at].low in _ONE)
    dated = at < phrase.last and "determiners" in tokens[at].kinds and "times" in tokens[at + 1].kinds
    own = own or (tokens[at].low in _NO_HEAD and not (tokens[at].name or phrase.beside))  # "al diario"
    own = own or (tokens[at].low in _NO_HEAD and at < phrase.last and tokens[at + 1].low in ("de", "del"))
    own = own or (opens(tokens, at) and tokens[at].low.endswith(_WE))  # "Sabemos que"
    own = own or tokens[min(at + 1, phrase.last)].low in _OPINIONS
    own = own or _torn(tokens, phrase) or _moved(tokens, phrase) or _of_kind(tokens, phrase)
    if own or dated or tokens[at].low in _ANY | _REASONS or tokens[phrase.last].low in _TIMES:
        return Able.NO  # "descartó cualquier rumor y dijo", "este lunes por el Presidente"
    while at <= phrase.last:
        token = tokens[at]
        named = _name(tokens, at, lex)
        if named or token.kinds & PRONOUNS or token.quote:
            return Able.YES
        if at == phrase.last and "pronominal" in token.kinds:
            return Able.YES  # "otros exigen"
        if token.low == "por" and at + 2 < phrase.last and tokens[at + 1].low in ("ciento", "cien"):
            at += 3  # "un 46 por ciento de los encuestados"
            continue
        described = at < phrase.last and bool(_bases(token.low) & lists.before_noun)
        if described and _bases(token.low) & _BODIES and _noun(tokens[at + 1], lex, lists) is not Able.YES:
            described = False  # "medios locales", not "medio país"
        light = (
            token.kinds & {"determiners", "hedges", "adverbs"}
            or adverb(token)
            or token.low.endswith("mente")
            or token.text[:1].isdigit()
        )
        if light:
            at += 1
            continue
        if _bases(token.low) & lists.transparent and _ruled(tokens, at, phrase.last):
            said = able(tokens, phrase._replace(first=at + 2), lex)
            body = tokens[at - 1].low == "el" and _bases(token.low) & _BODIES
            return Able.YES if body else said  # "el grupo de derechos humanos", not "un grupo de casas"
        if described and tokens[at + 1].low not in _PLACES and not tokens[at + 1].kinds & STOPS:
            at += 1
            continue
        # "las técnicas que se usan", "en las redes"
        field = token.low in lists.fields and not (at < phrase.last and tokens[at + 1].name)
        said = _noun(token, lex, lists)
        return Able.NO if field or (said is Able.YES and _bare(tokens, at, phrase)) else said
    return Able.NO


def pointed_at(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the author points at findings told before, and says himself what they show: "Estos datos"."""
    words = tokens[phrase.first : phrase.first + 2]
    pointed = len(words) > 1 and words[0].low in _POINTING
    return pointed and bool(_bases(words[1].low) & word_list("speaking", "findings"))


def _torn(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase was cut before its noun, or has lost its head: "la siguiente | duda", "con una
    antigua | cita", "los ritmos | más populares".
    """
    first, last = tokens[phrase.first], tokens[phrase.last]
    article = phrase.last > phrase.first and "determiners" in tokens[phrase.last - 1].kinds
    cut = article and last.low in word_list("speaking", "only_before_noun") and not last.name
    return cut or first.low in _MORE


def _of_kind(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether kinds of things are meant and no fellow: "ambos tipos de muelles"."""
    words = tokens[phrase.first : phrase.last + 1]
    return any(one.low in _KINDS and two.low == "de" for one, two in pairwise(words[:4]))


def _moved(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a capitalised word that opens its sentence tells how somebody is: "Feliz por ello, dijo"."""
    first, at = tokens[phrase.first], phrase.first + 1
    if at + 1 >= len(tokens) or not opens(tokens, phrase.first) or tokens[at].low not in _MOVING:
        return False
    known = (
        first.kinds
        or first.text.isupper()
        or first.low in given_names()
        or _bases(first.low) & _lists().speaking
    )
    aside = tokens[at + 1].low in _ITS  # "Ejemplo por su parte dijo"
    return not (known or aside or any(token.name for token in tokens[at : phrase.last + 1]))


def _bare(tokens: Tokens, at: int, phrase: Phrase) -> bool:
    """Whether a person's noun opens its sentence without article, plural or name: "Partidario de ..."."""
    token = tokens[at]
    if at != phrase.first or not (token.name and opens(tokens, at)) or token.low.endswith("s"):
        return False
    return bool(_bases(token.low) & _PERSONS) and not any(t.name for t in tokens[at + 1 : phrase.last + 1])


def names_office(words: Sequence[str]) -> bool:
    """Whether the first words of a description name what a person is: "nuevo alcalde de Aldea"."""
    lists = _lists()
    for word in words[:_OFFICE_REACH]:
        bases = _bases(word.lower().strip(".,"))
        if bases & _PERSONS or any(base.endswith(lists.agents) for base in bases):
            return True
    return False


def names_several(mention: str) -> bool:
    """Whether a description is of several: "algunos", "muchos vecinos", "fuentes de la junta"."""
    first = mention.lower().split(maxsplit=1)[:1]
    if not first or first[0] in _SINGLE:
        return False
    return first[0] in _lists().plural or (mention[:1].islower() and first[0].endswith("s"))


def body(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the phrase is a body or an office with people in it: "la fiscalía"."""
    at = phrase.first + ("determiners" in tokens[phrase.first].kinds)
    return at <= phrase.last and bool(_bases(tokens[at].low) & _BODIES) and "times" not in tokens[at].kinds


def person_noun(token: Token) -> bool:
    """Whether a word names a person by what he is: "mujer", "vecino"."""
    return "persons" in token.kinds or bool(_bases(token.low) & _PERSONS)


def text_noun(token: Token) -> bool:
    """Whether a word names a text or a saying: "carta", "frase"."""
    return "documents" in token.kinds or bool(_bases(token.low) & _texts())


def only_said(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the phrase's noun is what is said or heard, and no text or person: "el grito"."""
    at = min(phrase.last, phrase.first + ("determiners" in tokens[phrase.first].kinds))
    return bool(_bases(tokens[at].low) & word_list("speaking", "heard"))


def is_text(word: str) -> bool:
    """Whether a small word names a text or a saying."""
    return bool(_bases(word) & _texts())


@cache
def _texts() -> frozenset[str]:
    return frozenset(strings("speaking", "texts") + strings("speaking", "sayings"))


def begins_body(word: str) -> bool:
    """Whether a body's name may begin with this word: "Procuraduría"."""
    return word.lower() in _BODIES


def _name(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether a capitalised word is a name, and not just the first of its sentence."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else token
    infinitive = token.low.endswith(("ar", "er", "ir")) and "determiners" in after.kinds
    if opens(tokens, at) and after.low in ("de", "por") and _happens(tokens, at):
        return False  # "Acción de protesta", "Marcha de la liga"
    told = token.low.endswith(_TOLD) and after.low in _SOME and token.low not in given_names()
    if (infinitive or told) and opens(tokens, at):
        return False  # "Enrutar un paquete requiere", "Elabore un listado"
    given = token.low in given_names() and not token.kinds and token.low not in lex.cues  # "Fernando"
    return token.name and (given or not (opens(tokens, at) and common(token, lex)))


def _happens(tokens: Tokens, at: int) -> bool:
    """Whether a word names what people do or hold, and no body that is called so: "Acción Roja"."""
    low, after = tokens[at].low, tokens[at + 2 : at + 3]
    event = low in word_list("speaking", "events") or low in word_list("speaking", "gatherings")
    deed = low.endswith(_lists().ideas) and not _bases(low) & _BODIES and after != [] and not after[0].name
    return event or deed


def opens(tokens: Tokens, at: int) -> bool:
    """Whether any word has a capital here: the first one, or one after a mark or a quotation."""
    return at == 0 or bool(tokens[at - 1].kinds & STOPS and tokens[at - 1].text not in (",", "(", ";"))


def common(token: Token, lex: Lexicon) -> bool:
    """Whether a word with a capital is no name: a function word, an adverb, a verb, a known noun."""
    low = token.low
    if token.kinds - {"works", "occasions", "times"} or low in lex.cues or low.endswith("mente"):
        return True
    if _bases(low) & _lists().speaking:
        return True
    return verb_shaped(low) or (len(low) > _LONG and low.endswith(("ado", "ido", "ando", "iendo")))


def _ruled(tokens: Tokens, at: int, last: int) -> bool:
    return at + 1 < last and tokens[at + 1].low in ("de", "del")


def _noun(token: Token, lex: Lexicon, lists: _Lists) -> Able:
    low = token.low
    if token.kinds & {"documents", "sourcing", "groups", "persons"} or _bases(low) & lists.speaking:
        return Able.YES
    if token.kinds & _NEVER or (low in lex.cues and low not in lex.nouns):
        return Able.NO
    singular = low.removesuffix("s")
    if any(base.endswith(lists.agents) for base in _bases(low)):
        return Able.YES
    if (
        singular.endswith(lists.ideas)
        or low.removesuffix("es").endswith(lists.ideas)
        or low.endswith("iones")
    ):
        return Able.NO
    return Able.NO if verb_shaped(low) else Able.PERHAPS


@lru_cache(maxsize=1 << 13)  # words of texts, of which there is no end: 0.5 kB each
def _bases(low: str) -> frozenset[str]:
    """The words of which this may be the feminine or the plural."""
    forms = {low}
    if low.endswith("s"):
        forms |= {low[:-1], low[:-2]}
        if low.endswith("ces"):
            forms.add(low[:-3] + "z")
        if low.endswith(("ones", "anes", "enes", "ines")):
            forms.add(low[:-4] + {"o": "ó", "a": "á", "e": "é", "i": "í"}[low[-4]] + "n")
        if low.endswith("eses"):
            forms.add(low[:-4] + "és")
    for form in tuple(forms):
        if form.endswith("a"):
            forms |= {form[:-1] + "o", form[:-1] + "e", form[:-1]}
    return frozenset(forms | {form.removeprefix(each) for form in forms for each in _PREFIXES})


# -- number ---------------------------------------------------------------------------------


def number_fits(tokens: Tokens, phrase: Phrase, plural_verb: bool) -> bool:
    """Whether a Spanish subject has the number of its verb: "las promesas ... afirmó" has not.

    Bodies and sets may go with a plural verb ("la mayoría piensan").
    """
    words = tokens[phrase.first : phrase.last + 1]
    if any("and" in word.kinds or word.low == "como" for word in words) or len(words) == 0:
        return True
    first = words[0].low
    if plural_verb:
        single = first in _lists().singular or (
            len(words) == 1 and words[0].name and not words[0].low.endswith("s")
        )
        single = single or (len(words) > 1 and first in given_names() and all(word.name for word in words))
        lists = _lists()
        whole = any(
            _bases(word.low) & lists.transparent
            for n, word in enumerate(words[:3])
            if n or len(words) < 2 or words[1].low == "de" or word.low not in lists.singular
        )
        return not single or whole
    named = words[0].name and not (opens(tokens, phrase.first) and _many_opening(words))
    bare = first.endswith("s") and words[0].low.isalpha() and not (named or words[0].kinds & PRONOUNS)
    many = bare and first not in _SINGLE and not words[0].kinds & {"determiners", "pronominal"}
    return first not in _lists().plural and not many  # "citó textos": they are what is cited


def _many_opening(words: Sequence[Token]) -> bool:
    """Whether a noun in the plural with its adjective opens a sentence: "Experiencias exitosas | destaca"."""
    small = len(words) > 1 and words[1].low.endswith("s") and not (words[1].name or words[1].kinds)
    return small and words[0].low not in given_names() and not words[0].text.isupper()
