"""English clauses: what is promised or denied after a verb."""

from __future__ import annotations

from itertools import pairwise

from index.grammar.frames import Tokens
from index.grammar.reporting_words import Cue

_CLAIMING = frozenset({"claim", "purport", "profess", "pretend", "admit", "acknowledge"})
_ASKING = frozenset({"call", "ask", "argue", "apologize"})
_PROMISED = 7  # words from "urged" to the "to" of what is asked for


def names_object(tokens: Tokens, nxt: int, cue: Cue) -> bool:
    """Read "denied the charge" and "complained about the noise"."""
    token = tokens[nxt]
    if "times" in token.kinds:
        return False
    acts = "gerund" in token.shapes and "prepositions" not in token.kinds  # not "proposed during"
    if cue.lemma in _CLAIMING and [each.low for each in tokens[nxt : nxt + 2]] in (
        ["to", "have"],
        ["to", "be"],
    ):
        return True  # "claimed to have hit the camp"
    if cue.lemma == "condemn" and _doomed(tokens, nxt):
        return False
    told = "object" in cue.patterns or (cue.lemma == "describe" and acts)  # "described hearing a crack"
    if told and (token.name or "determiners" in token.kinds or acts):
        return True
    if token.low == "for" and cue.lemma not in _ASKING:
        return False  # "spoke for five minutes"
    return "about" in cue.patterns and "topical" in token.kinds


def asks(tokens: Tokens, nxt: int) -> bool:
    """Read "vowed to go", "urged them to go"."""
    if tokens[nxt].low in ("a", "an"):
        return False  # "called a meeting to discuss it"
    return any(token.low == "to" for token in tokens[nxt : nxt + _PROMISED])


def _doomed(tokens: Tokens, nxt: int) -> bool:
    """Whether "to" and a noun tell to what somebody is condemned: "condemned the crew to a slow death"."""
    return any(
        token.low == "to" and after.kinds & {"determiners", "negations"}
        for token, after in pairwise(tokens[nxt : nxt + _PROMISED])
    )
