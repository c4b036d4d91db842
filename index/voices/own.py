"""What looks like a report and is the article's own voice: "according to this article"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from index.model import Source, Voice, Wording
from index.text.terms import fold
from index.words import alternatives, phrase_list

_OF = re.compile(f" (?:{alternatives('speech', 'of_plain')}) ")


@cache
def _selves(wording: Wording) -> frozenset[str]:
    own = phrase_list("selves")
    if wording is Wording.DIGEST:
        own = own + phrase_list("selves_digest")
    return frozenset(fold(phrase) for phrase in own)


@cache
def _texts() -> frozenset[str]:
    """The nouns for a text: "article", "nota"."""
    phrases = phrase_list("selves") + phrase_list("selves_digest")
    return frozenset(fold(phrase).split()[-1] for phrase in phrases)


def without_own(voices: Iterable[Voice], source: Source) -> Iterator[Voice]:
    """Yield the voices of others.

    A text that says "this article reports" speaks of itself, a digest also by "the article":
    anywhere else "the report says" speaks of another text. In a digest its author's name is its
    own voice as well: the label says whose digest it is, and "X, reporting X" would say it twice.
    """
    for voice in voices:
        named = {fold(name) for name in (voice.speaker, voice.mention) if name}
        if any(_is_self(name, source.wording) for name in named):
            continue
        if source.wording is Wording.DIGEST and any(
            _is_name_of(voice.speaker, author) for author in source.authors
        ):
            continue
        yield voice


def _is_self(name: str, wording: Wording) -> bool:
    """Whether a folded name is a text's word for itself, "the title of his article" included.

    What follows "of" must be a text: "el titular de Agricultura" is a minister.
    """
    selves = _selves(wording)
    if name in selves:
        return True
    head, *whose = _OF.split(name, maxsplit=1)
    return head in selves and any(each.split()[-1:] and each.split()[-1] in _texts() for each in whose)


def _is_name_of(speaker: str | None, author: str) -> bool:
    words = frozenset(fold(speaker or "").split())
    return bool(words) and words <= frozenset(fold(author).split())
