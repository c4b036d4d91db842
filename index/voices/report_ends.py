"""Where the words that a verb reports end: before the main verb, before a clause about their object."""

from __future__ import annotations

from itertools import pairwise

from index.grammar.clause_ends import clause_end
from index.grammar.clause_rules import clause_rules
from index.grammar.evidence import Strength
from index.grammar.frames import STOPS, Frame, Token, Tokens
from index.grammar.nouns import Phrase, participle
from index.grammar.report import Span
from index.grammar.reporting_words import Lexicon
from index.text.people import people_words
from index.words import word_list

_TELLS = ("finite", "past", "base")  # "critics argue"
_CONTRASTING = word_list("grammar", "contrasting")
_SUBJECT_REACH = 8  # words of a subject before its verb
_FINITE_PASTS = word_list("grammar", "finite_pasts")
_FRONTING = word_list("grammar", "fronting")
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
    contrasting = tokens[0].low in _CONTRASTING and phrase.first <= _SUBJECT_REACH
    if contrasting or (phrase.relative and not fronted):
        end = min(end, next((tokens[n].start for n in commas if _says(tokens, n, lex)), end))
    if fronted:
        return min(end, next((tokens[n].start for n in commas if _main(tokens[n + 1])), end))
    if not phrase.relative:
        return end
    for comma, verb in pairwise(tokens[first:]):
        cue = lex.cues.get(verb.low)
        main = verb.kinds & {"finite", "being", "auxiliaries"} or (cue and cue.form in ("finite", "past"))
        main = main or participle(verb) or verb.low in _FINITE_PASTS or lex.verb_shaped(verb.low)
        if comma.text == "," and comma.start < end and main and not verb.name:
            return comma.start
    return end


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
    return link >= 0 and tokens[link].low in _FRONTING and (link == 0 or tokens[link - 1].text == ",")


def _main(token: Token) -> bool:
    """Whether a main clause may begin with this word."""
    return token.name or token.text[:1].isdigit() or bool(token.kinds & {"determiners", "subjects"})
