"""What befell those counted, told behind an aside: "nine people, including a girl, were killed"."""

from __future__ import annotations

from index.figures.families import TOLLS, family_phrases
from index.text.tokens import Tokens, phrases_of
from index.words import word_list

_NOUN = 6  # words between a number and the mark that opens the aside
_LONG = 14  # words of an aside
_VERB = 4  # words behind it in which stands what befell them
_CLOSING = {",": ",", "(": ")", "—": "—", "–": "–"}
_ENDS = frozenset(";:.!?…")


def befell_behind(tokens: Tokens, at: int) -> str | None:
    """Return the toll that a verb behind an aside tells of those counted by the number before ``at``.

    The aside may hold numbers of its own: "among them two women".
    """
    opened = _opening(tokens, at)
    if opened is None or phrases_of("counting", "asides").at(tokens.words, opened + 1) is None:
        return None
    mark = _CLOSING[tokens.words[opened]]
    for closed in range(opened + 2, min(opened + _LONG, len(tokens))):
        if tokens.words[closed] in _ENDS:
            return None
        if tokens.words[closed] == mark:
            found = _verb(tokens, closed + 1)
            if found or mark != ",":
                return found
    return None


def _opening(tokens: Tokens, at: int) -> int | None:
    """Return the mark that opens an aside behind the noun of a number."""
    near = range(at, min(at + _NOUN, len(tokens)))
    return next((n for n in near if tokens.words[n] in _CLOSING), None)


def _verb(tokens: Tokens, at: int) -> str | None:
    """Return the toll of the verb at a token, small words of its own in front of it."""
    for index in range(at, min(at + _VERB, len(tokens))):
        found = family_phrases("events").at(tokens.words, index)
        if found is not None:
            return found[1] if found[1] in TOLLS else None
        if tokens.words[index] not in word_list("counting", "suffering") | word_list("counting", "helping"):
            return None
    return None
