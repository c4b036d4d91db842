"""What each word of a question counts: its idf here, less for a word that only says how it asks."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bot.asking.answer_kinds import MEASURES, AnswerKind, light_words
from bot.asking.asked import asked_of
from bot.finding.measure import Wanted, grams_of
from index.door import Index
from index.model import Query, Word
from index.remembered import kept

ASKING = 0.4  # times the idf of "describe" in "how does she describe it": the text may say it in another way
PLAINLY = 0.8  # the same of "advise" in "what did she advise": the text that does so answers


def asking_weight(query: Query, word: str) -> float:
    """Return how much a word of a question counts that says how it asks, beside 1 for one of its matter."""
    asked = asked_of(query)
    # "Fast" in "how fast" stands for a speed, which a text that answers tells; "date" and "name" for nothing.
    asking = frozenset[str]() if asked.kind in (*MEASURES, AnswerKind.AGE) else asked.asking
    says_how = word in asking or word in asked.wording or word in light_words()
    if not says_how or len(query.words) < 2:
        return 1.0
    return PLAINLY if word in asked.deed else ASKING


def wanted_words(index: Index, words: Sequence[Word]) -> list[Wanted]:
    """Return the words of a question with their idf, their weight in the question, and their letters."""
    return [_wanted(index, word) for word in words]


def _wanted(index: Index, word: Word) -> Wanted:
    full = full_weight(word)
    return Wanted(
        word.text,
        word_idf(index, word),
        full,
        tuple(sorted(word.terms, key=lambda term: (-term[1], term[0]))),
        grams_of(word.text),
        word.phrases,
        absent=not any(index.known(term) for term, weight in word.terms if weight >= full),
        only=word.only,
        translated=word.translated,
    )


@kept(512, id)
def full_weight(word: Word) -> float:
    """Return the weight of a word's own forms: 1, less when it was taken over from an earlier question."""
    return max((weight for _, weight in word.terms), default=1.0)


def stands_nowhere(index: Index, word: Word) -> bool:
    """Return whether no text has a word, nor anything that stands for it."""
    return not any(index.known(term) for term, _ in word.terms)


@kept(256)
def word_idf(index: Index, word: Word) -> float:
    """Return a word's idf: all its full forms together; where the library has none of them, its best others.

    A word that nothing stands for has the highest idf there is.
    """
    size = index.size() + 1
    known = [(weight, size / math.exp(index.idf(term))) for term, weight in word.terms if index.known(term)]
    best = max((weight for weight, _ in known), default=0.0)
    held = sum(frequency for weight, frequency in known if weight >= best)
    return math.log(size / max(1.0, min(held, size - 1)))
