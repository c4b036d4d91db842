"""What looks like a report and is the article's own voice: "according to this article"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from index.analysis import fold
from index.model import Source, Voice, Wording
from index.words import phrase_list


@cache
def _selves() -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in phrase_list("selves"))


def without_own(voices: Iterable[Voice], source: Source) -> Iterator[Voice]:
    """Yield the voices of others.

    A text that says "the article reports" speaks of itself. In a digest its author's name does
    as well: the label says whose digest it is, and "X, reporting X" would say it twice.
    """
    for voice in voices:
        named = {fold(name) for name in (voice.speaker, voice.mention) if name}
        if any(_is_self(name) for name in named):
            continue
        if source.wording is Wording.DIGEST and any(
            _is_name_of(voice.speaker, author) for author in source.authors
        ):
            continue
        yield voice


def _is_self(name: str) -> bool:
    """Whether a folded name is a text's word for itself, "the title of his article" included."""
    head = name.partition(" of ")[0].partition(" de ")[0]
    return name in _selves() or head in _selves()


def _is_name_of(speaker: str | None, author: str) -> bool:
    words = frozenset(fold(speaker or "").split())
    return bool(words) and words <= frozenset(fold(author).split())
