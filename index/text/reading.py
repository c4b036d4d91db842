"""A paragraph read once: its sentences, and its words in order with their terms."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from index.model import Paragraph, Passage, Reading
from index.remembered import kept
from index.text.sentences import sentences
from index.text.terms import CHUNK, stems, word_forms

_KNOWN_PARAGRAPHS = 1_024  # read here, because they came without a reading


def reading_of(passage: Passage) -> Reading:
    """Return the reading of a passage's paragraph, the one that it brings along where it has one."""
    return passage.reading or _read(passage.paragraph)


@kept(2048, id)  # readings, which many questions meet
def terms_by_sentence(reading: Reading) -> list[frozenset[str]]:
    """Return the terms of each sentence."""
    return [frozenset(reading.terms[start:stop]) for start, stop in pairwise(reading.starts)]


@lru_cache(maxsize=_KNOWN_PARAGRAPHS)
def _read(paragraph: Paragraph) -> Reading:
    return read(paragraph.text, paragraph.language)


def read(text: str, language: str | None) -> Reading:
    """Return the reading of a paragraph; its terms are those of ``index.text.terms.terms``."""
    spans = tuple(sentences(text, language))
    starts = [0]
    surfaces: list[str] = []
    for span in spans:
        for chunk in CHUNK.findall(text, *span):
            surfaces += [surface for _, surface in word_forms(chunk, language)]
        starts.append(len(surfaces))
    return restored(spans, tuple(starts), "\n".join(surfaces), language)


def restored(
    spans: tuple[tuple[int, int], ...],
    starts: tuple[int, ...],
    words: str,
    language: str | None,
    figures: bytes | None = None,
) -> Reading:
    """Return a reading of which all but the terms is known."""
    terms = tuple(stems(words.split("\n"), language)) if starts[-1] else ()
    return Reading(spans, starts, words, terms, language, figures)
