"""Who speaks where in an article: the person, body or document that says each span.

    paragraphs -> quotations -> frames -> reports -> speakers -> voices

No model and no guess: a speaker is named only where the words around the speech name one.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.model import Paragraph, Source, Voice

__all__ = ["find_voices"]


def find_voices(paragraphs: Sequence[Paragraph], source: Source) -> list[tuple[Voice, ...]]:
    """Return one tuple of voices per paragraph of one article, in order.

    A voice's span counts characters within its paragraph's text; the spans of a paragraph are
    sorted and do not overlap. What they leave uncovered is the article's own voice. Only body
    text, posts and list items have voices. The result depends on these paragraphs and on
    ``source`` alone. Nothing is raised, whatever the text.
    """
    from index.voices.article import Reader  # late: an answer reads quotations alone
    from index.voices.own import without_own

    return [tuple(without_own(voices, source)) for voices in Reader(paragraphs, source).read()]
