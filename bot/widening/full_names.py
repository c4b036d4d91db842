"""What initials stand for, learned from the library itself: "Organization of American States (OAS)"."""

from __future__ import annotations

from collections import Counter
from weakref import WeakKeyDictionary

from index.door import Index
from index.model import Query, Word
from index.text.acronyms import name_behind, name_spelling
from index.text.terms import fold, folded, stem, stop_words

_LOOKED_AT = 20  # paragraphs that hold the initials
_TELLING = 3  # letters: two are the initials of anybody
_SMALL = 3_000  # paragraphs of a library that is looked through for what spells initials it does not have

_known: WeakKeyDictionary[Index, dict[str, tuple[str, ...]]] = WeakKeyDictionary()


def names_behind(index: Index, initials: str) -> tuple[str, ...]:
    """Return the stems of the name that the library gives for ``initials``, none when it gives no name.

    ``initials`` are in capitals.
    """
    known = _known.setdefault(index, {})
    if initials not in known:
        known[initials] = _look(index, initials)
    return known[initials]


def _look(index: Index, initials: str) -> tuple[str, ...]:
    term = stem(fold(initials), "en")
    other = stem(fold(initials), "es")
    word = Word(initials, ((term, 1.0), (other, 1.0), (f"{fold(initials)}.", 1.0)))
    for passage in index.search(Query(initials, "en", (word,)), _LOOKED_AT):
        if name := name_behind(passage.paragraph.text, initials):
            return _stems(name, passage.paragraph.language)
    if index.known(term) or index.known(other) or len(initials) < _TELLING or index.size() > _SMALL:
        return ()
    return _nowhere_as_initials(index, initials)


def _nowhere_as_initials(index: Index, initials: str) -> tuple[str, ...]:
    """Return the stems of the name that most often spells initials which no text has."""
    found = Counter(
        _stems(name, item.paragraph.language)
        for article in index.articles()
        for item in index.paragraphs(article.id)
        if (name := name_spelling(item.paragraph.text, initials))
    )
    return max(found, key=lambda name: (found[name], name)) if found else ()


def _stems(name: str, language: str | None) -> tuple[str, ...]:
    stops = stop_words()
    return tuple(stem(word, language) for word in folded(name) if word not in stops)
