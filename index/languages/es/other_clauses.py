"""Who performs a Spanish verb when nothing beside it does: the clause before, the main one, a body."""

from __future__ import annotations

from index.grammar.adjuncts import adverbial
from index.grammar.evidence import REACH
from index.grammar.frames import STOPS, Token, Tokens
from index.grammar.nouns import Phrase, adverb
from index.grammar.openings import first_phrase
from index.grammar.reporting_words import Lexicon
from index.languages.es.noun_phrases import tidy, without_opening, without_verb
from index.languages.es.speaking import Able, able, body
from index.languages.es.word_forms import verb_shaped
from index.text.places import names_place

_WITH_COMMA = 30  # words of "Tras asegurar que ..., " up to the comma
_NO_DENIAL = frozenset({"obstante", "embargo", "duda"})  # "no obstante", "sin embargo"
_BODIES_AT = frozenset({"desde", "en"})
_FROM = frozenset({"desde"})
_ITS = frozenset({"su", "sus"})
_THEREFORE = {("por", "lo", "que"), ("por", "lo", "cual"), ("a", "lo", "que"), ("a", "lo", "cual")}
_SHARED = frozenset({"y", "e", "pero", "luego"})
_WHO = frozenset({"que", "quien", "quienes"})
_TO_HIM = ("arle", "erle", "irle", "arles", "erles", "irles")
_MARKED = 24  # characters of a word in quotation marks: "el “tarifazo”"
_ALSO = frozenset({"también", "además"})


def shared(tokens: Tokens, begin: int, at: int, lex: Lexicon, earlier: Phrase | None) -> Phrase | None:
    """The subject of the clause before: "Ana Ejemplo cruzó el puente y dijo que"."""
    if begin == 0:
        return None
    back = begin - 1
    while back > 0 and tokens[back].low in _ALSO:
        back -= 1  # "y también dijo", but not "el plano también dice"
    before = tokens[back]
    joined = "sequels" in before.kinds or before.text == "," or before.low in _SHARED
    if not joined:
        return None
    if earlier is not None and earlier.first < at and not earlier.relative:
        return earlier
    inner = _within_relative(tokens, back)
    phrase = None if inner else _of_last_clause(tokens, begin, lex)
    if phrase is not None:
        phrase = without_verb(tokens, tidy(tokens, without_opening(tokens, phrase, lex)), lex)
        told = able(tokens, phrase, lex)
        if told is Able.YES and phrase.last < begin - 1:
            return phrase
        if told is Able.PERHAPS and "determiners" in tokens[phrase.first].kinds and phrase.last < begin - 1:
            ahead = tokens[at : at + REACH]  # "La mina aporta impuestos y dice que": not who spoke before
            return phrase if any(token.quote or "that" in token.kinds for token in ahead) else None
    thing = phrase is not None and _thing_goes_on(tokens, phrase, begin)
    headed = phrase is not None and phrase.first == 0 and "determiners" in tokens[0].kinds
    unread = headed and "times" not in tokens[1].kinds
    left = Phrase(at, at, dropped=True, unread=unread)  # "La 22, como la llaman, dijo": whoever that is
    return None if thing or inner else left


def _within_relative(tokens: Tokens, joint: int) -> bool:
    """Whether the verb before "y" is one of a clause about somebody: "alguien que vio y | denunció"."""
    verb, that = tokens[joint - 1 : joint], tokens[joint - 2 : joint - 1]
    clause = bool(verb) and verb_shaped(verb[0].low) and bool(that) and that[0].low in _WHO
    return clause and joint > 2 and tokens[joint - 3].low.isalpha() and tokens[joint].low in ("y", "e")


def _thing_goes_on(tokens: Tokens, phrase: Phrase, begin: int) -> bool:
    """Whether a verb goes on with those of a thing in the present: "La norma reclama más fondos, señala a la
    junta y propone cerrar": nobody who spoke before does.
    """
    article = phrase.first == 0 and "determiners" in tokens[0].kinds
    present = tokens[begin].low.endswith(("a", "e", "an", "en"))
    after = tokens[phrase.last + 1 : begin]
    same = any(
        token.low.endswith(("a", "e", "an", "en")) and not token.kinds and not token.name
        for token in after[:4]
    )
    return article and present and same and not any(token.quote for token in after)


def _of_last_clause(tokens: Tokens, begin: int, lex: Lexicon) -> Phrase | None:
    """The subject of the clause that a verb goes on with: "pero la oposición denunció fraude y pidió"."""
    turn = next((n for n in range(begin - 2, 0, -1) if _turns(tokens, n)), None)
    if turn is None:
        return first_phrase(tokens, begin, lex)
    phrase = first_phrase(tokens[turn + 1 :], begin - turn - 1, lex)
    if phrase is None:
        return None
    return Phrase(phrase.first + turn + 1, phrase.last + turn + 1)


def _turns(tokens: Tokens, at: int) -> bool:
    """Whether another clause with its subject begins behind this word: "pero la oposición"."""
    after = tokens[at + 1]
    return (
        tokens[at].kinds >= {"breaks", "sequels"}
        and "and" not in tokens[at].kinds
        and ("determiners" in after.kinds or after.name)
    )


def of_infinitive(tokens: Tokens, at: int, lex: Lexicon) -> Phrase | None:
    """Read "Tras asegurar que ..., la alcaldesa pidió": the subject of the main clause."""
    if at == 0 or tokens[at - 1].low not in ("al", "tras", "de", "por") or tokens[at].low.endswith(_TO_HIM):
        return None  # "Al pedirle que lo aclare, Ana Ejemplo respondió": another does
    opening = tokens[at - 1].low if at == 1 else " ".join(token.low for token in tokens[max(0, at - 2) : at])
    if at > 2 and tokens[at - 1].low == "al":
        return _of_deed(tokens, at, lex)
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


def _of_deed(tokens: Tokens, at: int, lex: Lexicon) -> Phrase | None:
    """Read "La jueza cerró la mina al señalar que ...": the one subject of the sentence before."""
    before = tokens[: at - 1]
    unclear = any(
        (token.quote and token.quote.last - token.quote.first > _MARKED)
        or token.text in (";", ":")
        or token.kinds & {"that", "relatives", "being", "negations"}
        for token in before
    )
    ahead = tokens[at + 1 : at + 2]
    if not ahead or "that" not in ahead[0].kinds:
        return None
    phrase = first_phrase(tokens, at - 1, lex)
    led = phrase is not None and all("sequels" in token.kinds for token in tokens[: phrase.first])
    if unclear or phrase is None or not led or phrase.last + 2 >= at:  # "Pero la junta ... al decir que"
        return Phrase(at, at, dropped=True, unread=True)  # somebody does: "comenzó con Ana, al decir que"
    phrase = without_verb(tokens, tidy(tokens, phrase), lex)
    place = (phrase.beside[1] + 1 if phrase.beside else phrase.last) + 1
    verb = tokens[place + ("clitics" in tokens[place].kinds)]  # "se distanció"
    acts = "perfect" in verb.kinds or verb_shaped(verb.low) or verb.low in lex.cues
    return phrase if acts and able(tokens, phrase, lex) is Able.YES else None


def headless(tokens: Tokens, begin: int) -> bool:
    """Whether nothing before the verb can be its subject: only adverbs and adverbials of its sentence."""
    if tuple(token.low for token in tokens[:begin]) in _THEREFORE:
        return True
    called = begin > 1 and tokens[0].low == "del" and tokens[1].name  # "Del Ejemplo dijo que", by his surname
    at = -1 if called else begin - 1
    while at >= 0:
        token = tokens[at]
        if token.quote:
            return _opens_with(tokens, at)
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
    return not called


def house(tokens: Tokens, begin: int, *, within: bool = True) -> Phrase | None:
    """Read "Desde la fiscalía señalaron que": a body speaks, by people who are not named.

    ``within``: also "En la fiscalía señalaron que", but not "En su página señalaron que".
    """
    led = {"sequels", "adverbs", "mark"}
    start = next((n for n in range(begin) if not (tokens[n].kinds & led or adverb(tokens[n]))), begin)
    if start + 1 >= begin or tokens[start].low not in (_BODIES_AT if within else _FROM):
        return None
    if tokens[start].low not in _FROM and tokens[start + 1].low in _ITS:
        return None
    ends = (n for n in range(start + 2, begin) if tokens[n].kinds & STOPS or _acts(tokens[n]))
    stop = next(ends, begin)  # "Desde la junta | reaccionaron tarde, cuando dijeron"
    phrase = tidy(tokens, Phrase(start + 1, stop - 1))
    told = "determiners" in tokens[start + 1].kinds and body(tokens, phrase)
    return phrase if told or _letters(tokens, phrase) else None


def _letters(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a body called by its letters speaks, article or not: "desde CSA Aldea", "desde la UPV"."""
    first = phrase.first + ("determiners" in tokens[phrase.first].kinds)
    words = tokens[first : phrase.last + 1]
    short = bool(words) and words[0].text.isupper() and len(words[0].text) > 1
    place = names_place(" ".join(token.text for token in words))
    return short and all(token.name for token in words) and not place


def _acts(token: Token) -> bool:
    return verb_shaped(token.low) and not token.name


def house_behind(tokens: Tokens, at: int) -> Phrase | None:
    """Read "“...”, señalaron desde la fiscalía": the same behind the verb at ``at``."""
    if at + 3 > len(tokens) or tokens[at + 1].low != "desde":
        return None
    stop = next((n for n in range(at + 2, len(tokens)) if _leaves(tokens[n])), len(tokens))
    phrase = tidy(tokens, Phrase(at + 2, stop - 1)) if stop > at + 2 else None
    if phrase is None or phrase.first != at + 2:
        return None
    words = tokens[phrase.first + ("determiners" in tokens[phrase.first].kinds) : phrase.last + 1]
    place = tokens[phrase.first].text.istitle() and len(words) < phrase.last + 1 - phrase.first
    place = place or names_place(" ".join(token.text for token in words))  # "dicen desde La Habana"
    named = all(token.name for token in words) and phrase.last > phrase.first and not place
    return phrase if named or body(tokens, phrase) or _letters(tokens, phrase) else None


def _leaves(token: Token) -> bool:
    """Whether a word ends the name of a body: a mark, or a preposition other than "de"."""
    return bool(token.kinds & STOPS) or ("prepositions" in token.kinds and token.low not in ("de", "del"))


def _whole(tokens: Tokens, at: int) -> bool:
    """Whether the adverbial that ends at ``at`` begins its sentence and holds no verb."""
    while at >= 0 and not tokens[at].kinds & STOPS:
        if tokens[at].kinds & {"finite", "that", "being", "relatives"} or verb_shaped(tokens[at].low):
            return False
        if "negations" in tokens[at].kinds and (
            at + 1 >= len(tokens) or tokens[at + 1].low not in _NO_DENIAL
        ):
            return False
        at -= 1
    led = at == 1 and tokens[at].text == "," and ("adverbs" in tokens[0].kinds or adverb(tokens[0]))
    # "Igualmente, | desde la junta"
    return at < 0 or led or (tokens[at].quote is not None and _opens_with(tokens, at))


def _opens_with(tokens: Tokens, at: int) -> bool:
    """Whether a quotation stands alone before a verb and is no word of a clause: "de la “farsa” | y dijo"."""
    before = tokens[at - 1] if at else None
    return before is None or not before.kinds & {"determiners", "prepositions"}
