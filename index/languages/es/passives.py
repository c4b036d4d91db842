"""Spanish charges in the passive: "fue acusado por la fiscalía de robar", "fue tildado de “...” por X"."""

from __future__ import annotations

from index.grammar.evidence import Strength
from index.grammar.frames import Frame, Tokens
from index.grammar.nouns import Phrase
from index.grammar.report import Report
from index.grammar.reporting_words import Lexicon
from index.grammar.subjects import subject_after
from index.languages.es.noun_phrases import tidy
from index.languages.es.speaking import Able, able

_FULL = 25  # words of "fue acusado por X de"
_BEING = 4  # words from "fue" to "acusado": "fue detenido y acusado"
_AGENT = 8  # words from "acusado" to "por"
_CHARGED = frozenset({"acusado", "acusada", "acusados", "acusadas", "imputado", "imputada", "imputados"})


def spanish_charge(frame: Frame, at: int, lex: Lexicon) -> Report | None:
    """Read "fue acusado por la fiscalía de ..." and "fue tildado de “...” por ...": the agent speaks."""
    tokens = frame.tokens
    if not any("being" in token.kinds for token in tokens[max(0, at - _BEING) : at]):
        return None
    agent = next((n for n in range(at + 1, min(len(tokens), at + _AGENT)) if tokens[n].low == "por"), None)
    if agent is None or agent + 1 >= len(tokens):
        return _charged(frame, at)
    quoted = next((token.quote for token in tokens[at + 1 : agent] if token.quote), None)
    if quoted is None:
        stop = next((n for n in range(agent + 2, min(len(tokens), at + _FULL)) if _of_what(tokens, n)), None)
        phrase, right = Phrase(agent + 1, (stop or agent + 2) - 1), frame.end
        begin = tokens[stop].start if stop else right
    else:
        named = subject_after(tokens, agent, lex, bare=True)
        if named is None or named.first != agent + 1:
            return _charged(frame, at)
        phrase, begin, right = tidy(tokens, named), tokens[at + 1].start, quoted.end
    if begin >= right or able(tokens, phrase, lex) is not Able.YES or tidy(tokens, phrase) != phrase:
        return _charged(frame, at)
    cued = (tokens[at].start, tokens[at].end)
    return Report(phrase, cued, at, Strength.FIRM, right=(begin, right), verdict=True)


def _charged(frame: Frame, at: int) -> Report | None:
    """Read "fue acusado de “robar el puente”" in a text about a court: an authority without a name."""
    tokens = frame.tokens
    if at + 2 >= len(tokens) or tokens[at].low not in _CHARGED or tokens[at + 1].low not in ("de", "por"):
        return None
    quote = next((n for n in range(at + 2, min(len(tokens), at + 5)) if tokens[n].quote), None)
    if quote is None:
        return None
    right = (tokens[at + 1].start, tokens[quote].end)
    cued = (tokens[at].start, tokens[at].end)
    return Report(Phrase(at, at), cued, at, Strength.FIRM, right=right, verdict=True, unnamed=True)


def _of_what(tokens: Tokens, at: int) -> bool:
    """Whether the charge begins here: "de" before an infinitive or a quotation, or "como"."""
    if at + 1 >= len(tokens):
        return False
    nxt = tokens[at + 1]
    if tokens[at].low == "como":
        return True
    return tokens[at].low == "de" and (nxt.quote is not None or nxt.low.endswith(("ar", "er", "ir")))
