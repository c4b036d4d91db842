"""A verb lost with its link: "President Brown the vote a 'farce'", as web pages turned into text have it."""

from __future__ import annotations

from index.grammar.candidates import speaks
from index.grammar.evidence import Strength
from index.grammar.frames import Frame, Tokens
from index.grammar.nouns import participle, phrase_ending
from index.grammar.report import Report
from index.grammar.reporting_words import Lexicon
from index.text.people import people_words

_REACH = 12  # words between the lost verb and the quotation


def lost_verb(frame: Frame, lex: Lexicon) -> Report | None:
    """Read "President Brown [called] the vote as a 'farce'": an office, a name, an object, "as", a quotation.

    Only where no verb stands before the quotation: a name is never followed by an article otherwise.
    """
    tokens = frame.tokens
    quote = next((n for n, token in enumerate(tokens) if token.quote), 0)
    if not 3 <= quote <= _REACH or _verb(tokens[:quote], lex) or not _verdict(tokens, quote):
        return None
    at = next((n for n in range(1, quote) if _article(tokens, n) and tokens[n - 1].name), 0)
    titled = any(token.low in people_words().titles for token in tokens[: max(0, at - 1)])
    phrase = phrase_ending(tokens, at - 1, lex) if at > 1 and titled else None
    if phrase is None or phrase.first != 0 or not speaks(tokens, phrase):
        return None
    place = tokens[at].start
    right = (place, tokens[quote].end)
    return Report(phrase, (place, place), at, Strength.CLAUSE, right=right, verdict=True)


def _verdict(tokens: Tokens, quote: int) -> bool:
    """Whether "as", or "as a", stands right before the quotation."""
    before = quote - 1 - (tokens[quote - 1].low in ("a", "an", "the"))
    return tokens[before].low == "as"


def _article(tokens: Tokens, at: int) -> bool:
    return tokens[at].low in ("the", "a", "an", "his", "her", "its")


def _verb(tokens: Tokens, lex: Lexicon) -> bool:
    """Whether one of the words may be a verb, or a mark parts them."""
    return any(
        "mark" in token.kinds or "finite" in token.kinds or participle(token) or token.low in lex.cues
        for token in tokens
        if not token.name or "mark" in token.kinds
    )
