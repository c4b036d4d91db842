"""Who says a quotation after a colon when no reporting verb tells: "The minister disagreed: '...'"."""

from __future__ import annotations

from index.voices.candidates import plausible, speaks, subject_alone
from index.voices.frames import STOPS, Tokens
from index.voices.lexicon import Lexicon
from index.voices.nouns import Phrase, participle, phrase_ending
from index.voices.subjects import first_phrase

_POSSESSIVES = ("'s", "’s", "s'", "s’")
_OWNERS = frozenset({"his", "her", "their"})
_MOST = 6  # words between a subject and the colon: "was as blunt as ever:"
_BARE = 4  # of these, without an object


def colon_speaker(tokens: Tokens, colon: int, lex: Lexicon) -> Phrase | None:
    """Return who speaks after the colon at token ``colon``, or None.

    Whoever owns the answer, the verdict, the message before it; or the person or body that is the
    subject of a short predicate, "was blunt", "disagreed", "gave a simple reason". Whoever is asked,
    hears, receives or loves something does not speak.
    """
    if lex.language != "en" or colon < 1 or tokens[colon].text != ":":
        return None
    owner = _owner(tokens, colon, lex)
    return owner or _subject(tokens, colon, lex)


def _owner(tokens: Tokens, colon: int, lex: Lexicon) -> Phrase | None:
    """Read "Brown's verdict:", "Her answer came a day later:"."""
    for at in range(colon - 1, 0, -1):
        if tokens[at].kinds & STOPS:
            return None
        if "sayings" not in tokens[at].kinds:
            continue
        before = at - 1
        while before > 0 and not (tokens[before].low.endswith(_POSSESSIVES) or tokens[before].low in _OWNERS):
            before -= 1
            if at - before > 2:  # at most an adjective between: "her simple answer"
                return None
        if tokens[before].low in _OWNERS:
            return Phrase(before, before)
        phrase = phrase_ending(tokens, before, lex) if tokens[before].low.endswith(_POSSESSIVES) else None
        return phrase if phrase and speaks(tokens, phrase) else None
    return None


def _subject(tokens: Tokens, colon: int, lex: Lexicon) -> Phrase | None:
    """Read "The minister disagreed:", "Brown was blunt:", "The union gave a simple reason:"."""
    phrase = first_phrase(tokens, colon, lex)
    if phrase is None:
        return None
    phrase = subject_alone(tokens, phrase)
    between = tokens[phrase.last + 1 : colon]
    if not 1 <= len(between) <= _MOST or not (plausible(tokens, phrase) and speaks(tokens, phrase)):
        return None
    if any(
        token.kinds & (STOPS | {"hearing", "negations", "documents", "boundaries"} - {"being"})
        for token in between[1:]
    ):
        return None
    passive = "being" in between[0].kinds and any(
        participle(token) or token.low in lex.cues for token in between
    )
    if (
        passive
        or between[0].name
        or "hearing" in between[0].kinds
        or "documents" in tokens[phrase.last].kinds
    ):
        return None
    plain = len(between) <= _BARE and not any(
        token.name or token.kinds & {"determiners", "prepositions"} for token in between
    )
    return phrase if plain or "sayings" in between[-1].kinds else None
