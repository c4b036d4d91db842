"""Quotations inside a sentence that nobody says: slogans, titles, examples, what the author says himself."""

from __future__ import annotations

import re

from index.grammar.candidates import of_people
from index.grammar.frames import Frame, Token, Tokens
from index.grammar.quotes import Quote
from index.grammar.reporting_words import Lexicon
from index.words import word_list

_WORDS = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_ROLE_NOUNS = word_list("grammar", "role_nouns")
_THE = word_list("grammar", "definite_all")
_SHOWN = word_list("speech", "displayed")
_EXAMPLES = word_list("speech", "examples")
_LIGHT = word_list("speech", "before_displayed")
_AUTHORS = word_list("speech", "author_subjects")
_SHOWN_REACH = 3  # words from "slogan" to its words: "slogan of", "caption,"
_AUTHORS_REACH = 4  # words from "I" to what I say: "I immediately said,"
_NO_ATTRIBUTE = frozenset(
    {"prepositions", "and", "being", "finite", "auxiliaries", "boundaries", "ends", "times"}
)


def nobody_says(text: str, frame: Frame, quote: Quote, place: int, lex: Lexicon) -> bool:
    """Whether a quotation inside a sentence, whose speaker no sentence tells, is nobody's speech."""
    tokens = frame.tokens
    return (
        _address(text, quote)
        or (quote.titled and place > 0)
        or _displayed(tokens, place)
        or _authors(tokens, place, lex)
        or _authors_behind(tokens, place, lex)
        or _titles_bearer(tokens, place)
        or _attribute(tokens, place)
        or _named_so(text, tokens, quote, place, lex)
        or (place == 0 and len(tokens) > 1 and "being" in tokens[1].kinds and not quote.stopped)
    )


def _address(text: str, quote: Quote) -> bool:
    """Whether it is an address of a page and no words: "/2015/03/10/pier"."""
    return text[quote.first : quote.first + 1] == "/" or "://" in text[quote.first : quote.last]


def _displayed(tokens: Tokens, place: int) -> bool:
    """Whether a word before it says that it is a slogan, a caption, a title, or an example."""
    before = tokens[max(0, place - _SHOWN_REACH) : place]
    words = [token.low for token in before if "mark" not in token.kinds]
    pair = " ".join(words[-2:])
    if pair in _EXAMPLES or (before and before[-1].low in _EXAMPLES):
        return True
    for token in reversed(before):
        if token.low in _SHOWN:
            return True
        if not (token.low in _LIGHT or "mark" in token.kinds or token.text in (",", ":")):
            return False
    return False


def _authors(tokens: Tokens, place: int, lex: Lexicon) -> bool:
    """Whether "I", "we" or a "you" that is anybody says it: the author's own words."""
    verb = _announcing(tokens, place, lex)
    for token in reversed(tokens[max(0, verb - _AUTHORS_REACH) : verb]):
        if token.low in _AUTHORS:
            return True
        if "neuter" in token.kinds:
            continue  # "we call it"
        if token.name or token.kinds & {"subjects", "determiners", "being", "relatives", "that"}:
            return False
    return False


def _announcing(tokens: Tokens, place: int, lex: Lexicon) -> int:
    """The verb that announces a quotation behind a colon or a comma: "I | ask on her behalf: '...'"."""
    if place < 1 or tokens[place - 1].text not in (":", ","):
        return place
    verbs = [
        n
        for n in range(place - 1)
        if tokens[n].low in lex.cues and not (n and "determiners" in tokens[n - 1].kinds)
    ]
    return verbs[-1] if verbs and not any("mark" in t.kinds for t in tokens[verbs[-1] : place - 1]) else place


def _authors_behind(tokens: Tokens, place: int, lex: Lexicon) -> bool:
    """Whether the author says behind it that the words are his: "“...,” I said"."""
    who, verb = (tokens[n] if n < len(tokens) else None for n in (place + 1, place + 2))
    return who is not None and verb is not None and who.low in _AUTHORS and verb.low in lex.cues


def _titles_bearer(tokens: Tokens, place: int) -> bool:
    """Whether it opens its sentence and tells in what somebody plays: "“The Long Pier” star Ana Ejemplo"."""
    quote = tokens[place].quote
    behind = tokens[place + 1 : place + 3]
    opens = place == 0 and quote is not None and not quote.stopped and len(behind) > 1
    told = bool(behind) and (of_people(behind[0]) or behind[0].low in _ROLE_NOUNS)
    return opens and told and behind[1].name


def _attribute(tokens: Tokens, place: int) -> bool:
    """Whether it stands between an article or an adjective and a noun: the “I was first” crowd."""
    before, after = tokens[place - 1] if place else None, tokens[place + 1 : place + 2]
    quote = tokens[place].quote
    if before is None or quote is None or quote.stopped or not after:
        return False
    noun = after[0].low.isalpha() and not (after[0].name or after[0].kinds & _NO_ATTRIBUTE)
    led = "determiners" in before.kinds or _adjective(before)
    return noun and led


def _adjective(token: Token) -> bool:
    return token.low.isalpha() and not token.kinds and not token.name


def _named_so(text: str, tokens: Tokens, quote: Quote, place: int, lex: Lexicon) -> bool:
    """Whether a quotation inside a sentence is no clause but what something is called: a new "deal for the
    towns of the river". Nobody is looked for who says it.
    """
    words = [word.lower() for word in _WORDS.findall(text[quote.first : quote.last])]
    if text[quote.first : quote.first + 1].isupper() or place == 0:
        return False
    if quote.stopped and tokens[place - 1].low not in _THE:  # the "end of it."
        return False
    inside = tokens[place - 1].kinds & {"determiners", "prepositions"} or tokens[place - 1].low.isalpha()
    verbs = {"finite", "being", "auxiliaries", "first_person", "negations"}
    verbal = any(
        lex.kinds.get(word, frozenset()) & verbs or lex.verb_shaped(word) or word in lex.cues
        for word in words
    )
    return bool(inside) and not verbal
