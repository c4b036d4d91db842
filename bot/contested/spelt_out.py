"""Names spelled out: what "Organisation of Ruritanian States (ORS)" in a text says that ORS stands for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.asked import asked_of
from bot.contested.spoken_sentences import Statement
from index.languages import LANGUAGES
from index.model import Query, Word
from index.text.acronyms import name_behind
from index.text.terms import terms
from index.values import replace

_SPELLED = 0.7  # weight of a word of the full name beside the acronym itself


def spelled_out(question: Query, pool: Sequence[Statement]) -> Query:
    """Return the query with the rarest word of its acronyms' full names added, where a text gives them.

    The full name must stand beside the acronym, one of them in brackets, and its capitals must be the
    acronym's letters, so that nothing is guessed.
    """
    found = {}
    for acronym in asked_of(question).acronyms:
        term = _full_name(acronym, pool)
        if term is not None:
            found[acronym.lower()] = term
    if not found:
        return question
    return replace(
        question, words=tuple(_with(word, found.get(word.text.lower())) for word in question.words)
    )


def _with(word: Word, term: str | None) -> Word:
    return word if term is None else Word(word.text, (*word.terms, (term, _SPELLED)))


def _full_name(acronym: str, pool: Sequence[Statement]) -> str | None:
    """Return the rarest term, among the pool's sentences, of the name that ``acronym`` abbreviates."""
    for each in pool:
        if name := name_behind(each.text, acronym):
            names = {term for language in LANGUAGES for term in terms(name, language)}
            spread = {name: sum(name in other.terms for other in pool) for name in names}
            known = [name for name in names if spread[name]]
            return min(known, key=lambda name: (spread[name], name), default=None)
    return None
