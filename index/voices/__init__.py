"""Who speaks where in an article: the person, body or document that says each span.

    paragraphs -> quotations -> frames -> reports -> speakers -> voices

No model and no guess: a speaker is named only where the words around the speech name one.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.model import Paragraph, Source, Voice
from index.text.normal import Normal, normal
from index.values import replace

__all__ = ["find_voices"]


def find_voices(paragraphs: Sequence[Paragraph], source: Source) -> list[tuple[Voice, ...]]:
    """Return one tuple of voices per paragraph of one article, in order.

    A voice's span counts characters within its paragraph's text; the spans of a paragraph are
    sorted and do not overlap. What they leave uncovered is the article's own voice. Only body
    text, posts and list items have voices; in a language that is not read only the turns of a
    talk that is. The result depends on these paragraphs and on ``source`` alone. Nothing is raised,
    whatever the text.
    """
    from index.voices.article import Reader  # late: an answer reads quotations alone
    from index.voices.own import without_own

    normals = [normal(paragraph.text) for paragraph in paragraphs]
    read = [
        paragraph if each.text == paragraph.text else _composed(paragraph, each.text)
        for paragraph, each in zip(paragraphs, normals, strict=True)
    ]
    return [
        tuple(_raw(voice, each) for voice in without_own(voices, source))
        for voices, each in zip(Reader(read, source).read(), normals, strict=True)
    ]


def _composed(paragraph: Paragraph, text: str) -> Paragraph:
    """Return a paragraph with its text in normal form; all of it stays stressed where it was."""
    whole = paragraph.stressed >= len(paragraph.text)
    return replace(paragraph, text=text, stressed=len(text) if whole else paragraph.stressed)


def _raw(voice: Voice, read: Normal) -> Voice:
    """Return the voice with its span in the text as it stands."""
    if len(read.starts) == 1:
        return voice
    return replace(voice, start=read.raw(voice.start), end=read.raw(voice.end - 1) + 1)
