"""The whole way from a question to its answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.answer import Answer, Claim, Status
from bot.phrases import phrase
from bot.query import make_query
from bot.quote import best_span, claim_at
from bot.rank import CANDIDATES, without_copies
from index.door import Index
from index.model import Passage, Query, Scope, Word

MOST_CLAIMS = 5
# Of the question's idf mass, the share the best passage must hold. Unknown words count at the highest idf.
LEAST_COVERAGE = 0.4


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the words, the filters, how much to show, and what was asked before."""

    text: str
    language: str | None = None
    scope: Scope = field(default_factory=Scope)
    top: int = MOST_CLAIMS
    context: tuple[str, ...] = ()


def respond(index: Index, question: Question) -> Answer:
    """Return the answer to a question: quoted, named, or an honest "nothing found"."""
    query = make_query(question.text, question.language, question.scope)
    if not query.words:
        reason = "only_common" if any(c.isalnum() for c in question.text) else "no_words"
        return _nothing(question, query, phrase(reason, query.language))
    passages = without_copies(index.search(query, CANDIDATES))
    if not passages or coverage(index, query.words, passages[0].matched) < LEAST_COVERAGE:
        return _nothing(question, query, why_nothing(index, query, passages))
    claims = tuple(_claims(query, passages[: question.top]))
    return Answer(question.text, query.language, Status.ANSWERED, None, claims)


def _claims(query: Query, passages: Sequence[Passage]) -> list[Claim]:
    return [claim_at(passage, *best_span(passage, query), number) for number, passage in enumerate(passages, start=1)]


def coverage(index: Index, asked: Sequence[Word], matched: Sequence[str]) -> float:
    """Return the share of the question's idf mass that the matched words hold, 0 to 1."""
    mass = {word.text: word_idf(index, word) for word in asked}
    return sum(mass.get(word, 0.0) for word in matched) / (sum(mass.values()) or 1.0)


def word_idf(index: Index, word: Word) -> float:
    """Return a word's idf: its commonest form's; a word the index does not know has the highest."""
    known = [index.idf(term) for term, _ in word.terms if index.known(term)]
    return min(known) if known else max(index.idf(term) for term, _ in word.terms)


def why_nothing(index: Index, query: Query, passages: Sequence[Passage]) -> str:
    """Return the reason for a silence: the words found nowhere, or that no passage holds enough."""
    unknown = [word.text for word in query.words if not any(index.known(term) for term, _ in word.terms)]
    reasons = []
    filters = _filters(query.scope, query.language)
    if filters and not passages:
        reasons.append(phrase("filter_empty", query.language, filters=filters))
    if unknown:
        reasons.append(phrase("not_found", query.language, words=", ".join(unknown)))
    if not reasons:
        reasons.append(phrase("too_little", query.language))
    return " ".join(reasons)


def _filters(scope: Scope, language: str) -> str:
    return ", ".join(
        phrase(f"filter_{name}", language, value=value)
        for name in ("source", "author", "speaker", "after", "before", "language")
        if (value := getattr(scope, name))
    )


def _nothing(question: Question, query: Query, reason: str) -> Answer:
    return Answer(question.text, query.language, Status.NOTHING_FOUND, reason)
