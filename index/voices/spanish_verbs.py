"""Is this Spanish form a verb that somebody performs: no noun, no participle, no bare infinitive?"""

from __future__ import annotations

from index.voices.frames import Tokens
from index.voices.lexicon import Cue, Lexicon

_BEFORE_INFINITIVE = frozenset({"al", "tras", "de", "por"})
_AFTER = frozenset({"después", "luego", "tras", "desde"})
_AFTER_REACH = 10  # words between "después de que" and its verb
_NO_VERB_AFTER = frozenset({"de", "del", "al", "por", "sin", "para"})


def spanish_verb(tokens: Tokens, at: int, cue: Cue, lex: Lexicon) -> bool:
    """Whether the cue at ``at``, which is not the first word, is a verb that reports."""
    before = tokens[at - 1]
    if cue.form == "base":
        return periphrasis(tokens, at, lex) is not None or before.low in _BEFORE_INFINITIVE
    if cue.form == "subjunctive":  # "después de que la alcaldesa afirmara que"
        return any(token.low in _AFTER for token in tokens[max(0, at - _AFTER_REACH) : at])
    if _led(tokens, at):
        return False
    if cue.form == "past":
        back = at - 1
        while back > 0 and "adverbs" in tokens[back].kinds:
            back -= 1
        return "perfect" in tokens[back].kinds
    noun = tokens[at].low in lex.nouns
    if "determiners" in before.kinds and "pronominal" not in before.kinds:
        return "clitics" in before.kinds and not noun
    return "prepositions" not in before.kinds if noun else before.low not in _NO_VERB_AFTER


def periphrasis(tokens: Tokens, at: int, lex: Lexicon) -> int | None:
    """Return where the verb phrase begins that leads to the infinitive at ``at``: "volvió a afirmar"."""
    lows = [token.low for token in tokens[max(0, at - 4) : at]]
    return next((at - len(words) for words in lex.onward if tuple(lows[-len(words) :]) == words), None)


def _led(tokens: Tokens, at: int) -> bool:
    """Whether "según" or "como" leads the verb: "según explicó la alcaldesa" is read from its first word."""
    back = at - 1
    while back > 0 and tokens[back].kinds & {"perfect", "clitics", "adverbs"}:
        back -= 1
    return tokens[back].low in ("según", "como")
