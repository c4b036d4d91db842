"""A paragraph read once: its terms in order, its sentences, and where each term stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from index.analysis import WORD, word_forms
from index.model import Paragraph
from index.sentences import sentences
from index.values import frozen

_KNOWN_PARAGRAPHS = 4_096  # some 10 kB each: those that many questions have in common


@frozen
class Reading:
    """The terms of a paragraph, numbered from 0 in reading order, stop words left out."""

    spans: tuple[tuple[int, int], ...]  # of the sentences, in characters of the paragraph
    starts: tuple[int, ...]  # number of the first term of each sentence, and of the end
    places: Mapping[str, Sequence[int]]  # term -> the numbers it has
    surfaces: tuple[str, ...]  # the folded word behind each term
    sentence_of: tuple[int, ...]  # the number of the sentence in which each term stands
    language: str | None
    plain: str  # all folded words but stop words, a blank around each

    @property
    def size(self) -> int:
        """The number of terms."""
        return len(self.surfaces)

    def terms_by_sentence(self) -> list[frozenset[str]]:
        """Return the terms of each sentence."""
        held: list[set[str]] = [set() for _ in self.spans]
        for term, places in self.places.items():
            for place in places:
                held[self.sentence_of[place]].add(term)
        return [frozenset(terms) for terms in held]


@lru_cache(maxsize=_KNOWN_PARAGRAPHS)
def read(paragraph: Paragraph) -> Reading:
    """Return the reading of a paragraph; its terms are those of ``index.analysis.terms``."""
    language = paragraph.language
    spans = sentences(paragraph.text, language)
    starts: list[int] = []
    sentence_of: list[int] = []
    surfaces: list[str] = []
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, (start, end) in enumerate(spans):
        starts.append(len(surfaces))
        for word in WORD.findall(paragraph.text, start, end):
            for term, surface in word_forms(word, language):
                places[term].append(len(surfaces))
                surfaces.append(surface)
        sentence_of += [number] * (len(surfaces) - starts[number])
    starts.append(len(surfaces))
    return Reading(
        tuple(spans),
        tuple(starts),
        dict(places),
        tuple(surfaces),
        tuple(sentence_of),
        language,
        f" {' '.join(surfaces)} ",
    )
