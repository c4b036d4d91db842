"""Why passages stand in their order: the parts of each score, what they weigh, and the words that matched."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answering.respond import Trace
from bot.finding import WEIGHTS, Parts, Ranked
from bot.finding.abstain import Evidence
from bot.phrases import phrase
from index.model import Word
from index.values import fields_of, frozen

EXPLAINED = 5  # passages


@frozen
class Explained:
    """A passage's place in the order: ``parts`` are (name, value, weight), the score is more than their
    sum where the passage holds what is asked for.
    """

    paragraph: str  # ARTICLE#N
    score: float
    matched: tuple[str, ...]
    parts: tuple[tuple[str, float, float], ...]
    holds_kind: bool


@frozen
class Explanation:
    """How a question was understood and what it found."""

    words: tuple[Word, ...]  # with all the terms that stand for each, and their weights
    evidence: Evidence
    passages: tuple[Explained, ...]
    language: str
    sides_alone: bool = False  # the evidence was too little; the sides of a framing answered


def explain(trace: Trace) -> Explanation:
    """Return why the first passages for a question are the first, from the trace of its answer."""
    return Explanation(
        trace.query.words,
        trace.evidence,
        tuple(map(_explained, trace.ranked[:EXPLAINED])),
        trace.query.language,
        trace.sides_alone,
    )


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """Yield the explanation as plain lines: the words, the evidence, then a line for each passage."""
    language = explanation.language
    for word in explanation.words:
        stands = ", ".join(f"{term} {weight:.2f}" for term, weight in word.terms)
        yield f"{word.text}: {stands or '-'}"
    evidence = explanation.evidence
    weighed = {"score": f"{evidence.score:.2f}", "needed": f"{evidence.needed:.2f}"}
    yield "; ".join([phrase("evidence", language, **weighed), *_lacks(evidence, language)])
    if explanation.sides_alone:
        yield phrase("sides_alone", language)
    for passage in explanation.passages:
        parts = " ".join(f"{name} {value:.2f}x{weight:g}" for name, value, weight in passage.parts if value)
        kind = phrase("holds_kind", language) if passage.holds_kind else ""
        yield f"{passage.score:7.2f}  {passage.paragraph}  [{', '.join(passage.matched)}]{kind}  {parts}"


def _lacks(evidence: Evidence, language: str) -> Iterator[str]:
    """Yield what the best passages lack of the question."""
    for key, words in (("lacks_names", evidence.missing), ("lacks_words", evidence.lacking)):
        if words:
            yield phrase(key, language, words=", ".join(words))
    if evidence.lacks_kind:
        yield phrase("lacks_kind", language)


def _explained(ranked: Ranked) -> Explained:
    parts = tuple((part, getattr(ranked.parts, part), getattr(WEIGHTS, part)) for part in fields_of(Parts))
    passage = ranked.passage
    return Explained(passage.paragraph.id, passage.score, passage.matched, parts, ranked.kind)
