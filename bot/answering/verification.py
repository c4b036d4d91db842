"""Is a text word for word in the library, and where? Two answers, not one."""

from __future__ import annotations

import re

from bot.finding.quote import collapse, folded
from index.door import Exported, Index
from index.model import Place
from index.values import frozen

_LEAST_WORDS = 1


@frozen
class Verification:
    """Whether a text stands word for word, and in which places.

    ``nearly`` tells that the places hold the same words with other marks, case or accents.
    """

    text: str
    verbatim: bool
    nearly: bool
    places: tuple[Place, ...]


def verify(index: Index, text: str) -> Verification:
    """Return where ``text`` stands in the documents, white space aside.

    Every character counts for "word for word". When it stands nowhere so, the places are those
    that have the same words in the same order, which is said to be another thing.
    """
    wanted = collapse(text)
    words = folded(text)
    if not words:
        return Verification(text, verbatim=False, nearly=False, places=())
    exact = tuple(place for file in index.files() for place in _exact(index, file, wanted))
    if exact:
        return Verification(text, verbatim=True, nearly=False, places=exact)
    near = tuple(
        Place(item.paragraph.article, item.paragraph.file, item.paragraph.start, item.paragraph.end)
        for item in index.export()
        if _has_words(item, words)
    )
    return Verification(text, verbatim=False, nearly=bool(near), places=near)


def _exact(index: Index, file: str, wanted: str) -> list[Place]:
    pattern = re.compile(r"\s+".join(map(re.escape, wanted.split())))
    document = index.document(file)
    articles = [article for article in index.articles() if article.file == file]
    places = []
    for match in pattern.finditer(document.text):
        article = next((a.id for a in articles if a.start <= match.start() < a.end), file)
        places.append(Place(article, file, match.start(), match.end()))
    return places


def _has_words(item: Exported, words: str) -> bool:
    return f" {words} " in f" {folded(item.paragraph.text)} "
