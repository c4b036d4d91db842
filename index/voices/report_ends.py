"""Where the words that a verb reports end: before the main verb, before a clause about their object."""

from __future__ import annotations

from itertools import pairwise

from index.grammar.candidates import of_people
from index.grammar.clause_ends import clause_end
from index.grammar.clause_rules import clause_rules
from index.grammar.evidence import Strength, behind_adverbs
from index.grammar.frames import DASHES, STOPS, Frame, Token, Tokens
from index.grammar.nouns import Phrase, participle
from index.grammar.report import Span
from index.grammar.reporting_words import Cue, Lexicon
from index.text.people import people_words
from index.words import word_list

_TELLS = ("finite", "past", "base")  # "critics argue"
_CONTRASTING = word_list("grammar", "contrasting")
_TOLD = ("finite", "past")
_CONTRAST = 12  # words behind "while" in which somebody says something
_DONE = 4  # words behind "but" in which its verb stands
_REQUESTS = word_list("grammar", "requests")
_HAD = word_list("grammar", "had")
_SUBJECT_REACH = 8  # words of a subject before its verb
_FINITE_PASTS = word_list("grammar", "finite_pasts")
_TIME_UNITS = word_list("grammar", "time_units")
_TIME = 6  # words of a time before "after": "less than a month after"
_FRONTING = word_list("grammar", "fronting")
_AFTER_THAT = word_list("grammar", "after_that")
_OBJECT_ARTICLES = word_list("grammar", "object_articles")
_QUE = word_list("grammar", "que")
_WHOM = word_list("grammar", "whom")


def described_end(
    frame: Frame, first: int, right: Span, phrase: Phrase, strength: Strength, lex: Lexicon
) -> Span:
    """End reported words before a clause that only describes their object, and at the comma of an aside."""
    tokens, weak = frame.tokens, strength is Strength.WEAK
    object_end = clause_rules(lex.language).object_end
    if weak and object_end is not None:
        right = (right[0], min(right[1], object_end(tokens, first)))
    aside = (phrase.relative and weak) or _of_object(tokens, phrase)
    if aside and "infinitives_open" in lex.traits:
        comma = next((t.start for t in tokens[first:] if t.text == ","), frame.end)
        right = (right[0], min(comma, right[1]))  # "Una fuente, que pidió la reserva, precisó que"
    return right


def _of_object(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the subject stands in a clause about somebody: "El alcalde, a quien el gremio acusa"."""
    link, before = (tokens[at].low if at >= 0 else "" for at in (phrase.first - 1, phrase.first - 2))
    return link in _WHOM or (link in _QUE and before in _OBJECT_ARTICLES)


def end_of(frame: Frame, first: int, phrase: Phrase, lex: Lexicon) -> int:
    """Where reported words end; those of ", which has denied it, said ..." end before the main verb."""
    end, tokens = clause_end(frame, first), frame.tokens
    commas = [n for n in range(first + 1, len(tokens) - 2) if tokens[n].text == ","]
    fronted = _fronted(tokens, phrase)
    end = min(end, next((tokens[n].start for n in commas if _contrasted(tokens, n, lex)), end))
    contrasting = tokens[0].low in _CONTRASTING and phrase.first <= _SUBJECT_REACH
    if contrasting or (phrase.relative and not fronted):
        end = min(end, next((tokens[n].start for n in commas if _says(tokens, n, lex)), end))
    if fronted:
        alone = phrase.dropped  # "Aunque dijo que llueve, | salió"
        begun = (n for n in commas if _main_at(tokens, n + 1) or (alone and _acts(tokens, n + 1, lex)))
        return min(end, next((tokens[n].start for n in begun), end))
    if not phrase.relative:
        return end
    for at in range(first, len(tokens) - 1):
        comma, verb = tokens[at], tokens[behind_adverbs(tokens, at + 1)]
        cue = lex.cues.get(verb.low)
        main = verb.kinds & {"finite", "being", "auxiliaries"} or (cue and cue.form in ("finite", "past"))
        main = main or participle(verb) or verb.low in _FINITE_PASTS or lex.verb_shaped(verb.low)
        if comma.text == "," and comma.start < end and main and not verb.name:
            return comma.start
    return end


def _contrasted(tokens: Tokens, comma: int, lex: Lexicon) -> bool:
    """Whether somebody says something else behind a comma: "..., | while in a note the union called it"."""
    if tokens[comma + 1].low not in _CONTRASTING:
        return False
    for token in tokens[comma + 2 : comma + _CONTRAST]:
        cue = lex.cues.get(token.low)
        if token.kinds & STOPS and token.text != ",":
            return False
        if cue and cue.form in _TOLD and not token.name and token.low not in lex.nouns:
            return bool(cue.patterns & {"say", "act"})
    return False


def asked_end(tokens: Tokens, right: Span, cue: Cue, lex: Lexicon) -> Span:
    """End what is asked for before what was done: "asked him to stop, | but he fled"."""
    if cue.lemma not in _REQUESTS:
        return right
    for at in range(1, len(tokens) - 2):
        inside = right[0] <= tokens[at].start < right[1] and tokens[at].text == ","
        done = tokens[at + 2 : at + 2 + _DONE]
        if inside and tokens[at + 1].kinds & {"breaks"} and any(_did(token, lex) for token in done):
            return right[0], tokens[at].start
    return right


def parenthesis_end(tokens: Tokens, right: Span, low: int) -> Span:
    """End a report between dashes with the second one, and a verdict where the author speaks behind one:
    "— Brown wrote of it in May — | the town slept", "blamed the union for the fire — | and nobody
    believed her".
    """
    inside = low > 0 and tokens[low - 1].text in DASHES
    dashes = [
        n for n, token in enumerate(tokens) if right[0] < token.start < right[1] and token.text in DASHES
    ]
    for at in dashes[:1] if inside or len(dashes) == 1 else ():
        turns = at + 1 < len(tokens) and tokens[at + 1].kinds & {"breaks", "sequels"}
        if inside or turns:
            return right[0], tokens[at].start
    return right


def _did(token: Token, lex: Lexicon) -> bool:
    """Whether a word is a verb that tells what happened."""
    past = participle(token) or token.low in _FINITE_PASTS or token.low in _HAD
    return not token.name and (past or lex.verb_shaped(token.low))


def _says(tokens: Tokens, comma: int, lex: Lexicon) -> bool:
    """Whether somebody else says something behind a comma: "While A says it is late, | critics argue"."""
    for at in range(comma + 1, min(len(tokens) - 1, comma + _SUBJECT_REACH)):
        cue = lex.cues.get(tokens[at].low)
        if at > comma + 1 and cue and cue.form in _TELLS and cue.patterns & {"say", "that"}:
            return True
        if tokens[at].kinds & (STOPS | {"boundaries", "and", "finite", "being", "auxiliaries"}):
            return False
    return False


def resumed_main(tokens: Tokens, first: int, end: int) -> int:
    """Return where the main clause goes on behind a participle: "The police, citing notes, | have called",
    or begins: "In answer to a letter citing notes, | Brown laughed".
    """
    opening = "prepositions" in tokens[0].kinds and not any(token.text == "," for token in tokens[:first])
    for comma, verb in pairwise(tokens[first:]):
        goes_on = verb.kinds & {"auxiliaries", "being"} and not verb.name
        if comma.text == "," and (goes_on or (opening and _main(verb))):
            return comma.start
    return end


def _fronted(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the report is a clause before the main one: "When the mayor said it was late, we laughed"."""
    link = phrase.first - 1
    while link > 0 and (tokens[link].name or tokens[link].low in people_words().titles):
        link -= 1  # "While spokeswoman | Ana Ejemplo said"
    behind = (
        link > 0 and tokens[link].low in _QUE and tokens[0].low in _AFTER_THAT
    )  # "Luego de que el alcalde"
    return behind or (link >= 0 and tokens[link].low in _FRONTING and _opens(tokens, link))


def _opens(tokens: Tokens, link: int) -> bool:
    """Whether a clause begins at ``link``, or a time before it: "Two days | after", "Shortly | after"."""
    at = link - 1
    timed = at >= 0 and (tokens[at].low in _TIME_UNITS or "adverb" in tokens[at].shapes)
    while timed and at >= max(0, link - _TIME) and tokens[at].text != ",":
        if (tokens[at].name and at) or tokens[at].kinds & (STOPS | {"finite", "being", "auxiliaries"}):
            return False
        at -= 1
    return at < 0 or tokens[at].text == ","


def _acts(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether a main clause may begin at ``at``, its subject left out: "volvió", "no quiso", "ha vuelto"."""
    verb = tokens[at + ("negations" in tokens[at].kinds)]
    return not verb.name and ("perfect" in verb.kinds or lex.verb_shaped(verb.low))


def _main_at(tokens: Tokens, at: int) -> bool:
    """Whether a main clause may begin at ``at``: "Brown", "the mayor", "painter Brown"."""
    titled = of_people(tokens[at]) and at + 1 < len(tokens) and tokens[at + 1].name
    return _main(tokens[at]) or titled


def _main(token: Token) -> bool:
    """Whether a main clause may begin with this word."""
    return token.name or token.text[:1].isdigit() or bool(token.kinds & {"determiners", "subjects"})
