"""Is a phrase no description of anybody, but torn from a clause? Its words are then nobody's name."""

from __future__ import annotations

from itertools import pairwise

from index.grammar.frames import Token, Tokens
from index.grammar.nouns import Phrase
from index.grammar.report_rules import report_rules
from index.grammar.reporting_words import Lexicon
from index.words import word_list

_BEFORE_ARTICLES = word_list("grammar", "before_articles")
_ARTICLES = word_list("grammar", "articles")
_OBJECTS = word_list("grammar", "object_pronouns")
_NO_HEAD = frozenset({"prepositions", "relatives"})


def garbled(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether a subject was misread: led by a deed, with a verb inside, or things side by side."""
    words = tokens[phrase.first : phrase.last + 1]
    if len(words) < 2 or phrase.relative:
        return False
    return _led_by_deed(words, phrase.first) or _clause_inside(words, lex) or _things(tokens, phrase, lex)


def _led_by_deed(words: list[Token], at: int) -> bool:
    """Read "stunning Brown and others" and, where a sentence begins, "Consider the fare"."""
    first, second = words[0], words[1]
    if "gerund" in first.shapes and first.low.isalpha() and not first.name and not first.kinds:
        return second.name or "determiners" in second.kinds
    opens = at == 0 and first.name and not first.kinds and first.low not in _BEFORE_ARTICLES
    return opens and second.low in _ARTICLES and not second.name and not words[-1].name


def _clause_inside(words: list[Token], lex: Lexicon) -> bool:
    """Read "The note calls it a win" and "Photos reveal the site and Ardale"."""
    told = lex.cues.get(words[-1].low)
    ended = told is not None and told.form == "past" and "say" in told.patterns and not words[-1].name
    if ended and words[-1].low not in lex.nouns and "determiners" not in words[-2].kinds:
        return True  # "Some added"
    for before, word in pairwise(words[:-1]):
        if word.name or before.kinds & (_NO_HEAD | {"and"}):
            continue
        if word.low in _OBJECTS and before.low.isalpha() and "determiners" not in before.kinds | word.kinds:
            return True
        cue = lex.cues.get(word.low)
        plural = before.low.endswith("s") and not before.name and not before.kinds & {"determiners"}
        if cue is not None and cue.form == "base" and plural and word.low not in lex.nouns:
            return True
    return False


def _things(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether "and" joins nouns of which one cannot speak: "letters and calls for a vote".

    What stands behind a preposition describes the noun before it: "Experts on memory and crime".
    """
    first, last = phrase.first, phrase.last
    joint = next((n for n in range(first, last) if "and" in tokens[n].kinds), None)
    if joint is None:
        return False
    ruled = any("prepositions" in token.kinds for token in tokens[first + 1 : joint])
    named = any(token.name for token in tokens[first + 1 : last + 1])
    if not (ruled or named) and "determiners" not in tokens[joint + 1].kinds:
        if joint - first == 1 + ("determiners" in tokens[first].kinds) and not _plural(tokens[joint - 1]):
            return False  # "current and former officials", "a weary and happy mayor"
        return _thing(tokens, first, joint, lex) or _thing(tokens, joint + 1, last + 1, lex)
    return _thing(tokens, first, joint, lex)


def _plural(token: Token) -> bool:
    return token.low.endswith("s") and not token.name


def _thing(tokens: Tokens, first: int, stop: int, lex: Lexicon) -> bool:
    """Whether the nouns of these words are no speaker's: "its source in April", "a boost in spending"."""
    while first < stop and tokens[first].text == ",":
        first += 1
    end = next((n for n in range(first + 1, stop) if tokens[n].kinds & _NO_HEAD), stop)
    if first >= end or any(token.name or token.quote for token in tokens[first + (first == 0) : end]):
        return False
    if first == 0 and tokens[0].name and end == 1:
        return False
    can = report_rules(lex.language).noun_speaks
    return can is not None and not can(tokens, Phrase(first, end - 1), None, lex)
