"""Reports that say how much or how many something is: "put the death toll at 12"."""

from __future__ import annotations

from functools import cache
from typing import Any

from index.grammar.frames import STOPS, Token, Tokens
from index.grammar.reporting_words import Cue
from index.languages import LANGUAGES
from index.words import table, word_list

_REACH = 14  # words between the verb and its number: "put the number of people on the quay that night at"
_COUNTING = word_list("grammar", "counting")


def gives_number(tokens: Tokens, nxt: int, cue: Cue) -> bool:
    """Read what a document does: "other reports put the number at 62", "a study found 31 cases"."""
    if cue.lemma in _COUNTING and tokens[nxt].text[:1].isdigit():
        return True
    return "count" in cue.patterns and any(token.text[:1].isdigit() for token in tokens[nxt : nxt + _REACH])


def amount_end(tokens: Tokens, nxt: int, cue: Cue) -> int | None:
    """Return where "put the death toll at about 12" or "cifró la asistencia en 2.000" ends, or None.

    It is no clause: what a comma or a joining word brings in is another's, but for a second number.
    """
    if "count" not in cue.patterns:
        return None
    amount = number = False
    for at in range(nxt, len(tokens)):
        token = tokens[at]
        if number:
            counted = "and" in token.kinds and at + 1 < len(tokens) and numeral(tokens[at + 1])
            if token.kinds & (STOPS | {"and", "breaks", "boundaries"}) and not counted:
                return at
        elif token.kinds & (STOPS | {"finite", "relatives"}) or at > nxt + _REACH:
            return None
        amount = amount or "amounts" in token.kinds
        number = number or (
            amount and "setting" in token.kinds and any(map(numeral, tokens[at + 1 : at + 4]))
        )
    return len(tokens) if number else None


def numeral(token: Token) -> bool:
    """Whether a token is a number in digits or in words."""
    return token.text[:1].isdigit() or token.low in _numerals()


@cache
def _numerals() -> frozenset[str]:
    """Number words of both languages."""
    tables: list[Any] = [table("numbers", code) for code in LANGUAGES]
    return frozenset(word for each in tables for word in each["values"])
