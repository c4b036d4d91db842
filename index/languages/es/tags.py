"""Speech without a verb of saying: "“...”, repasó la alcaldesa", "Ana Ejemplo fue clara: “...”".

What a verb beside a quotation means need not be known: a past tense right after a quotation and its
comma, or right before a colon and a quotation, tells who said it.
"""

from __future__ import annotations

from itertools import pairwise

from index.grammar.evidence import Strength
from index.grammar.frames import DASHES, Frame, Token, Tokens
from index.grammar.nouns import Phrase
from index.grammar.openings import first_phrase
from index.grammar.report import Report, Span
from index.grammar.reporting_words import Cue, Lexicon
from index.grammar.subjects import subject_after
from index.languages.es.noun_phrases import tidy
from index.languages.es.speaking import Able, able, person_noun, text_noun
from index.languages.es.word_forms import verb_shaped
from index.text.people import given_names
from index.words import word_list

_HEAD_MARKS = 3  # places of the colon, the quotation and the comma before a verb
_FIRST = 2  # places of the mark after a quotation that opens its sentence
_LONG = 20  # characters; shorter quotations are names and scare quotes
_HEAD = 8  # words before the noun: a time, as in a report by the minute
_WHOLE_NAME = 2  # words
_SAYS = frozenset({"say"})
_ISSUING = frozenset(
    {"difundió", "emitió", "publicó", "divulgó", "compartió", "colgó", "escribió", "envió", "lanzó"}
)
_GIVING = _ISSUING | {"dio", "dieron", "expuso", "ofreció", "presentó", "explicó", "resumió"}
_ITS = frozenset({"su", "sus"})
_GAVE = frozenset({"dio", "da", "dieron", "dan", "puso", "pone"})
_TASKS = word_list("grammar", "tasks")  # "La dirección tiene entre sus funciones: “...”"
_SHOWING = word_list("speaking", "heard")
_THE = frozenset({"el", "la", "los", "las"})
_THEM = frozenset({"lo", "la", "los", "las"})


def unknown_verb(tokens: Tokens, at: int) -> Cue | None:
    """Return a cue for a verb that is in no list, when its place beside a quotation makes it one."""
    token = tokens[at]
    if token.name and at > 0:
        return None
    participle = at > 0 and "perfect" in tokens[at - 1].kinds and token.low.endswith(("ado", "ido"))
    if not (participle or verb_shaped(token.low) or _present(tokens, at)):
        return None
    back = at - 1 - participle
    while back >= 0 and tokens[back].kinds & {"clitics", "adverbs"}:
        back -= 1
    closes = (
        back > 0 and (tokens[back].text == "," or tokens[back].text in DASHES) and _long(tokens[back - 1])
    )
    closes = closes and back <= _FIRST  # not "Las palabras del alcalde, “...”, causaron risa"
    opens = at + 2 < len(tokens) and tokens[at + 1].text == ":" and _long(tokens[at + 2])
    return Cue(token.low, _SAYS, "past" if participle else "finite") if closes or opens else None


def _present(tokens: Tokens, at: int) -> bool:
    """Whether a present tense may stand here: a word in no list, before a person: "solloza una mujer"."""
    token = tokens[at]
    if token.kinds or at + 2 > len(tokens) or not token.low.endswith(("a", "e", "an", "en")):
        return False
    after = tokens[at + 1 : at + 3]
    named = len(after) > 0 and after[0].name
    return named or (len(after) == 2 and "determiners" in after[0].kinds and person_noun(after[1]))


def clear_words(frame: Frame, lex: Lexicon) -> Report | None:
    """Read "Ana Ejemplo fue clara: “...”": who is the subject of what a colon and a quotation end."""
    tokens = frame.tokens
    colon = next(
        (n for n in range(1, len(tokens) - 1) if tokens[n].text == ":" and _long(tokens[n + 1])), None
    )
    if colon is None or any(token.quote or token.low in _TASKS for token in tokens[:colon]):
        return None
    if colon == 1 and tokens[0].low in word_list("dialogue", "notes"):
        return None  # "DOS: “...”" counts the items of a column
    given = _given(tokens, colon, lex)
    if given is not None:
        noun = tokens[given.first - 2]
        said = (tokens[colon + 1].start, frame.end)
        return Report(given, (noun.start, noun.end), given.first - 2, Strength.FIRM, right=said)
    giver = _giver(tokens, colon, lex)
    if giver is not None:
        verb = tokens[giver.first - 1]
        return Report(
            giver,
            (verb.start, verb.end),
            giver.first - 1,
            Strength.FIRM,
            right=(tokens[colon + 1].start, frame.end),
        )
    found = _announcer(tokens, colon, lex)
    if found is None:
        return None
    phrase, cue = found
    right = (tokens[colon + 1].start, frame.end)
    return Report(phrase, cue, phrase.first, Strength.FIRM, right=right)


def announced_before(tokens: Tokens, verb: int, lex: Lexicon) -> Phrase | None:
    """Who announces with a colon the quotation that the verb at ``verb`` closes, its subject left out: "Ana
    Ejemplo fue clara: “...”, dijo".
    """
    marks = verb > _HEAD_MARKS and tokens[verb - 1].text == "," and tokens[verb - 3].text == ":"
    if not marks or tokens[verb - 2].quote is None or any(token.quote for token in tokens[: verb - 3]):
        return None
    found = _announcer(tokens, verb - 3, lex)
    if found is not None:
        return found[0]
    head = tokens[: verb - 3]
    # "En el muro había una pintada: “...”, decía"
    shown = first_phrase(tokens, verb - 3, lex) or any(token.low in _SHOWING for token in head)
    told = any(token.low in lex.cues for token in head)  # "Y agregó algo: “...”, dijo": who speaks on
    return Phrase(verb, verb, dropped=True, unread=True) if shown and not told else None


def _announcer(tokens: Tokens, colon: int, lex: Lexicon) -> tuple[Phrase, Span] | None:
    """The subject of what a colon ends, and its verb, where the subject surely speaks behind the colon."""
    phrase = first_phrase(tokens, colon, lex)
    if phrase is None or "nobody" in tokens[phrase.last].kinds:
        return None
    phrase = _holder(tokens, _without_verb(tokens, tidy(tokens, phrase)), colon)
    cue = None if _of_text(tokens, phrase, colon) else _cue_between(tokens, phrase, colon, lex)
    return None if cue is None else (phrase, cue)


def _of_text(tokens: Tokens, phrase: Phrase, colon: int) -> bool:
    """Whether no person but a part of a text or what he gave stands before the colon, or another person tells
    it: "Página 9 de la demanda: “...”", "Su última entrevista la dio en mayo: “...”", "Ejemplo le había dado
    su llave, un detalle que Muestra contó así: “...”".
    """
    words = tokens[phrase.first : phrase.last + 1]
    if any(word.text[:1].isdigit() for word in words):
        return True
    rest = tokens[phrase.last + 1 : colon]
    person = (
        any(word.name for word in words[1:]) or any(map(person_noun, words)) or words[0].low in given_names()
    )
    if rest and rest[0].low in _THEM and not person:
        return True
    return any(one.low == "que" and two.name for one, two in pairwise(rest))


def _holder(tokens: Tokens, phrase: Phrase, colon: int) -> Phrase:
    """The person named between commas behind an office whose end was not found: ", Ana Ejemplo, se niega"."""
    if phrase.beside is not None or tokens[phrase.first].low not in _THE:
        return phrase
    for at in range(phrase.last + 1, colon - _WHOLE_NAME):
        stop = at + 1
        while tokens[stop].name:
            stop += 1
        opened = tokens[at].text == "," and tokens[at + 1].low in given_names()
        if opened and tokens[stop].text == "," and stop - at - 1 >= _WHOLE_NAME:
            return Phrase(at + 1, stop - 1)
        if _verbal(tokens[at - 1], tokens[at]):
            break
    return phrase


def _without_verb(tokens: Tokens, phrase: Phrase) -> Phrase:
    """A name without the verb that its sentence opens with: "Habla | Ana Ejemplo: “...”"."""
    given = given_names()
    opens = phrase.first == 0 and phrase.last > 1 and tokens[0].low not in given and tokens[1].low in given
    return phrase._replace(first=1) if opens and tokens[0].low.endswith(("a", "e", "ó")) else phrase


def _cue_between(tokens: Tokens, phrase: Phrase, colon: int, lex: Lexicon) -> Span | None:
    """The verb between subject and colon, or nothing: "Ana Ejemplo: “...”".

    Not where a text stands between them, which may be another's: "recibió una carta: “...”".
    """
    rest = tokens[phrase.last + 1 : colon]
    whole = sum(token.name for token in tokens[phrase.first : phrase.last + 1]) >= _WHOLE_NAME
    if whole and len(rest) > 2 and rest[0].text == "(" and rest[-1].text == ")":
        return (tokens[colon].start, tokens[colon].start)  # "Ana Ejemplo (PS Aldea): “...”"
    if _stating(tokens, phrase, colon, lex):
        return (tokens[colon].start, tokens[colon].start)
    if not rest:
        names = [token.name for token in tokens[phrase.first : colon]]
        bare = names[-2:] == [True, True] or names == [True]
        office = tokens[phrase.first].low in _THE and able(tokens, phrase, lex) is Able.YES
        bare = bare or (office and phrase.first == 0)  # "El obispo de Aldea: “...”"
        return (tokens[colon].start, tokens[colon].start) if bare else None
    told = any(text_noun(token) or ("negations" in token.kinds and not whole) for token in rest)
    # "El gremio difundió un comunicado: “...”"
    issued = rest[0].low in _ISSUING and any(map(text_noun, rest)) and not _of_another(rest)
    issued = issued or _gives_his(rest)
    able_to = able(tokens, phrase, lex) is Able.YES and not text_noun(tokens[phrase.first + 1])
    if not able_to or (told and not issued):
        return None
    verb = next((token for before, token in pairwise([rest[0], *rest]) if _verbal(before, token)), None)
    own = [token for token in rest if verb and token.start < verb.start]
    # "El líder de las Fuerzas | unidas de Aldea, Ana Ejemplo, se niega: “...”"
    other = not phrase.beside and any(one.name and two.name for one, two in pairwise(own))
    return None if verb is None or other else (verb.start, verb.end)


def _verbal(before: Token, token: Token) -> bool:
    """Whether a word is a verb by its ending, by list, or behind a pronoun: "se | niega"."""
    known = verb_shaped(token.low) or bool(token.kinds & {"being", "finite"})
    return known or (before is not token and "clitics" in before.kinds and token.low.isalpha())


def _stating(tokens: Tokens, phrase: Phrase, colon: int, lex: Lexicon) -> bool:
    """Read "Ana Ejemplo, en declaraciones a Radio Muestra: “...”", "Ana Ejemplo, consejera: “...”".

    A person with a whole name, a comma, and words without a verb: where, to whom, what he is.
    """
    rest = tokens[phrase.last + 1 : colon]
    names = sum(token.name for token in tokens[phrase.first : phrase.last + 1])
    if len(rest) < 2 or rest[0].text != "," or not tokens[phrase.last].name or names < _WHOLE_NAME:
        return False
    if able(tokens, phrase._replace(beside=None), lex) is not Able.YES:
        return False
    verbs = {"being", "finite", "that", "relatives", "negations", "auxiliaries"}
    if any(token.kinds & verbs or (verb_shaped(token.low) and not token.name) for token in rest):
        return False
    return not _of_another(rest) and not any(token.low in ("y", "e", "a") for token in rest[1:2])


def _gives_his(words: Tokens) -> bool:
    """Whether somebody gives a text or an opinion of his own: "Ana Ejemplo dio su dictamen: “...”"."""
    return any(
        one.low in _GIVING and two.low in _ITS and (text_noun(three) or three.low.endswith("ión"))
        for one, two, three in zip(words, words[1:], words[2:], strict=False)
    )


def _of_another(words: Tokens) -> bool:
    """Whether a text among these words is somebody's: "una carta de Ana Ejemplo"."""
    return any(text_noun(one) and two.low in ("de", "del") for one, two in pairwise(words))


def _given(tokens: Tokens, colon: int, lex: Lexicon) -> Phrase | None:
    """Read "Declaración de la alcaldesa Ana Ejemplo tras el voto: “...”": whose saying a noun tells."""
    for at in range(min(_HEAD, colon - 2)):
        if tokens[at].low in lex.stances and tokens[at + 1].low in ("de", "del"):
            phrase = subject_after(tokens, at + 1, lex, bare=True)
            phrase = tidy(tokens, phrase) if phrase and phrase.first == at + 2 else None
            verb = any(verb_shaped(token.low) and not token.name for token in tokens[:colon])
            if phrase is None or verb or not tokens[phrase.last].name or phrase.last >= colon:
                return None
            return phrase if able(tokens, phrase, lex) is Able.YES else None
    return None


def _giver(tokens: Tokens, colon: int, lex: Lexicon) -> Phrase | None:
    """Read "La respuesta la dio Ana Ejemplo: “...”": who gives it stands behind the verb."""
    at = next(
        (n for n in range(2, colon - 1) if tokens[n].low in _GAVE and "clitics" in tokens[n - 1].kinds), None
    )
    phrase = subject_after(tokens, at, lex) if at is not None else None
    if at is None or phrase is None or phrase.first != at + 1 or phrase.last >= colon:
        return None
    return phrase if able(tokens, phrase._replace(beside=None), lex) is Able.YES else None


def _long(token: Token) -> bool:
    return token.quote is not None and token.quote.last - token.quote.first >= _LONG
