"""Makes a corpus that has the shape of real text, and questions about it: no text of anybody is needed.

What a search engine feels of a text is kept: Zipf's law with two exponents, a vocabulary that goes on
growing (Heaps), paragraphs of very different lengths, words that come back within a paragraph, and
articles that share a topic, so that words of one question stand together more often than by chance.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

# The two exponents and their border are those of large text collections (Ferrer i Cancho and Solé, 2001:
# 1 and about 2 from some thousand words on); with 2.3 the vocabulary grows with exponent about 0.45.
RANKS, BORDER, TAIL = 2_000_000, 8_000, 2.3
MEAN_LOG, SPREAD_LOG = 3.9, 0.6  # lengths: lognormal, mean 59 words
TOPICS, TOPIC_WORDS = 2_000, 400
FROM_TOPIC, REPEATED = 0.25, 0.08  # shares of the words
PARAGRAPHS_AN_ARTICLE = 20
SLICE = 20_000  # paragraphs made at once
CONSONANTS, VOWELS = "bcdfghjklmnprstvwyz", "aeiou"


def write_corpus(path: Path, size: int, seed: int = 11) -> None:
    """Write ``size`` paragraphs, one a line, to ``path``. Equal arguments give equal files."""
    rng = np.random.default_rng(seed)
    ranks = np.arange(1, RANKS + 1)
    chances = np.where(ranks < BORDER, 1 / (ranks + 2.7), BORDER ** (TAIL - 1) / ranks**TAIL)
    reach = np.cumsum(chances) / chances.sum()
    topics = np.searchsorted(reach, rng.random((TOPICS, TOPIC_WORDS)) * 0.6 + 0.4).astype(np.int32)
    words = np.array([_spell(rank) for rank in range(RANKS)], object)
    with path.open("w", encoding="utf-8") as file:
        for start in range(0, size, SLICE):
            file.writelines(_paragraphs(rng, min(SLICE, size - start), reach, topics, words))


def _paragraphs(
    rng: np.random.Generator,
    size: int,
    reach: NDArray[np.float64],
    topics: NDArray[np.int32],
    words: NDArray[np.object_],
) -> Iterator[str]:
    lengths = np.clip(rng.lognormal(MEAN_LOG, SPREAD_LOG, size), 3, 400).astype(np.int64)
    ends = np.cumsum(lengths)
    ranks = np.minimum(np.searchsorted(reach, rng.random(ends[-1])), RANKS - 1)
    articles = rng.integers(0, TOPICS, size // PARAGRAPHS_AN_ARTICLE + 1)
    topic = np.repeat(articles[rng.permutation(size) // PARAGRAPHS_AN_ARTICLE], lengths)
    kind = rng.random(ends[-1])
    on_topic = kind < FROM_TOPIC
    choice = (TOPIC_WORDS * rng.random(ends[-1]) ** 3).astype(np.int64)  # a topic has favourite words
    ranks[on_topic] = topics[topic[on_topic], choice[on_topic]]
    starts = np.repeat(ends - lengths, lengths)
    before = starts + (rng.random(ends[-1]) * (np.arange(ends[-1]) - starts)).astype(np.int64)
    again = kind > 1 - REPEATED
    ranks[again] = ranks[before[again]]
    spelled = words[ranks]
    for start, end in zip(ends - lengths, ends, strict=True):
        yield " ".join(spelled[start:end]) + "\n"


def _spell(rank: int) -> str:
    """Return a word of its own for each rank, short for the common ones."""
    word, rest = "", rank
    while True:
        rest, syllable = divmod(rest, len(CONSONANTS) * len(VOWELS))
        consonant, vowel = divmod(syllable, len(VOWELS))
        word += CONSONANTS[consonant] + VOWELS[vowel]
        if not rest:
            return word
        rest -= 1


def questions(path: Path, number: int, seed: int = 5) -> list[tuple[list[str], list[str]]]:
    """Return pairs: a question's words, and those of them that are not among the commonest.

    A question holds 2 to 4 uncommon words of one of the first thousand paragraphs, and 2 to 6 of the
    forty commonest words, as questions of people do.
    """
    rng = random.Random(seed)  # noqa: S311
    with path.open(encoding="utf-8") as file:
        paragraphs = [line.split() for line in islice(file, 1000)]
    ordered = [word for word, _ in Counter(word for words in paragraphs for word in words).most_common()]
    common, frame = set(ordered[:120]), ordered[:40]
    found: list[tuple[list[str], list[str]]] = []
    while len(found) < number:
        rare = [word for word in dict.fromkeys(rng.choice(paragraphs)) if word not in common]
        if len(rare) >= 4:
            content = rng.sample(rare, rng.randint(2, 4))
            found.append(([*rng.sample(frame, rng.randint(2, 6)), *content], content))
    return found
