"""A question to a query: its content words, and the index terms that stand for each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.languages import LANGUAGES
from index.model import Query, Scope, Word
from index.text.language_of import language_of
from index.text.letters import shouted
from index.text.terms import fold, is_acronym, parts, solid, stem, stop_words, words
from index.words import word_set

FOREIGN_STEM = 0.8  # weight of a word's stem in the other language: right for names, an accident for others
AS_COMPOUND = 0.95  # weight of a compound written solid for each of its words: no other word has its letters
_WITHIN = frozenset({" ", "-", "‐", "‑"})  # between the words of a compound
LONGEST_QUESTION = 2_000  # characters read; what a person asks is far shorter


def make_query(
    question: str, language: str | None = None, scope: Scope | None = None, spoken: str | None = None
) -> Query:
    """Return the query of a question.

    ``language`` is that of the answer; without one it is the question's own, English when it
    shows none. ``spoken`` is the question's language where more than its words tells. Each word
    stands for its stem in every language, since documents are in several.
    """
    question = question[:LONGEST_QUESTION]
    spoken = spoken or language_of(question)
    own = language or spoken or "en"
    stops = stop_words(spoken)
    asking = {fold(word) for word in word_set("stop_question")}
    found: dict[str, Word] = {}
    joined = _compounds(question)
    for match in words(question):
        for part in parts(match[0]):
            if part in stops and is_acronym(match[0]) and not shouted(question):
                found.setdefault(match[0], Word(match[0], ((f"{part}.", 1.0),)))
            elif part not in stops and part not in asking:
                found.setdefault(part, Word(part, _terms(part, spoken, joined.get(match.start(), ()))))
    return Query(question, own, tuple(found.values()), scope or Scope())


def _compounds(question: str) -> dict[int, list[str]]:
    """Return for the place of each word the compounds that it makes with a word beside it: ex presidente."""
    found: dict[int, list[str]] = {}
    for one, other in pairwise(words(question)):
        if question[one.end() : other.start()] in _WITHIN and (word := solid(f"{one[0]}-{other[0]}")):
            for match in (one, other):
                found.setdefault(match.start(), []).append(word)
    return found


def _terms(word: str, spoken: str | None, compounds: Sequence[str] = ()) -> tuple[tuple[str, float], ...]:
    """Return the stems of a word: in its own language, as a name may be stemmed in another, in compounds."""
    terms = {stem(each, language): AS_COMPOUND for each in compounds for language in LANGUAGES}
    terms |= {stem(word, language): FOREIGN_STEM for language in LANGUAGES}
    for language in [spoken] if spoken in LANGUAGES else LANGUAGES:
        terms[stem(word, language)] = 1.0
    return tuple(sorted(terms.items()))
