"""Who speaks in made-up articles: a paragraph a text, each a body unless a role is given with it."""

from __future__ import annotations

from typing import Any

from index.model import Paragraph, Role, Source, Voice
from index.voices import find_voices

Text = str | tuple[Role, str]
Said = list[tuple[str | None, str]]


def paragraphs_of(*texts: Text, language: str = "en") -> list[Paragraph]:
    """Return the paragraphs of an article."""
    pairs = [(Role.BODY, each) if isinstance(each, str) else each for each in texts]
    return [
        Paragraph("a", "a.txt", number, 0, len(text), role, language, text)
        for number, (role, text) in enumerate(pairs, start=1)
    ]


def voices_of(*texts: Text, language: str = "en", **source: Any) -> list[tuple[Voice, ...]]:
    """Return the voices of each paragraph; ``source`` is what is known of the article's."""
    return find_voices(paragraphs_of(*texts, language=language), Source(language=language, **source))


def speakers_of(*texts: Text, language: str = "en", **source: Any) -> list[list[str | None]]:
    """Return who speaks in each paragraph."""
    return [[each.speaker for each in row] for row in voices_of(*texts, language=language, **source)]


def said_in(*texts: str, language: str = "en") -> Said:
    """Return who says what in all paragraphs."""
    rows = zip(texts, voices_of(*texts, language=language), strict=True)
    return [(each.speaker, text[each.start : each.end]) for text, row in rows for each in row]
