"""Is a quotation the name of a work, and is a speaker a document?"""

from __future__ import annotations

from index.grammar.clause_rules import clause_rules
from index.grammar.frames import STOPS, Tokens
from index.grammar.nouns import Phrase
from index.grammar.reporting_words import Lexicon
from index.words import word_list

_MAKERS = word_list("grammar", "makers")
_WORK = 7  # words from "biography" to the comma before its title
_FINDERS = word_list("grammar", "finders")
_TITLE = 24  # characters of a name before "show" or "film"


def names_work(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether a quotation inside a sentence is the name of a work, a show or a paper, and no speech.

    One in title case is, after any word but a reporting verb: the anthem "A New Day".
    """
    quote = tokens[at].quote
    if quote is None or at == 0:
        return False
    if at > 1 and tokens[at - 2].low in _MAKERS and "prepositions" in tokens[at - 1].kinds:
        return True  # the author of "The Long Pier"
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after and "works" in after.kinds and not quote.stopped and quote.last - quote.first <= _TITLE:
        return True  # on the "Today" show
    if tokens[at - 1].kinds & STOPS:  # "his book, 'A Long Night'"
        told = tokens[max(0, at - _WORK) : at - 1]
        begin = max((n + 1 for n, token in enumerate(told) if token.kinds & STOPS), default=0)
        return quote.titled and tokens[at - 1].text == "," and any("works" in t.kinds for t in told[begin:])
    names_medium = clause_rules(lex.language).names_medium
    if names_medium and names_medium(tokens, at):
        return True  # Spanish titles have small letters: 'el libro "Los puentes de la aldea"'
    return quote.titled and tokens[at - 1].low not in lex.cues


def is_document(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the phrase names a document: a poll, a letter; or who gives findings: a jury, researchers."""
    words = tokens[phrase.first : phrase.last + 1]
    return any("documents" in token.kinds or token.low.removesuffix("s") in _FINDERS for token in words)
