"""Names and their initials: "Organization of American States (OAS)", learned from the library itself."""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from index.door import Index
from index.model import Query, Word
from index.text.letters import CAPITAL
from index.text.terms import WORD, fold, stem, stop_words

_LOOKED_AT = 20  # paragraphs that hold the initials
_SMALL = r"(?:of|the|and|for|on|in|to|de|del|la|las|los|el|y|e|para|por|en)"
_CAPITAL = rf"{CAPITAL}[\w’'-]*"
_NAME = rf"{_CAPITAL}(?:\s+(?:{_SMALL}\s+){{0,3}}{_CAPITAL}){{1,7}}"

_known: WeakKeyDictionary[Index, dict[str, tuple[str, ...]]] = WeakKeyDictionary()


def names_behind(index: Index, initials: str) -> tuple[str, ...]:
    """Return the stems of the name that the library gives for ``initials``, none when it gives no name.

    ``initials`` are in capitals. A name counts where it stands beside its initials in brackets, or they
    beside it, and its capitals spell them.
    """
    known = _known.setdefault(index, {})
    if initials not in known:
        known[initials] = _look(index, initials)
    return known[initials]


def _look(index: Index, initials: str) -> tuple[str, ...]:
    term = stem(fold(initials), "en")
    other = stem(fold(initials), "es")
    word = Word(initials, ((term, 1.0), (other, 1.0), (f"{fold(initials)}.", 1.0)))
    mark = re.escape(initials)
    form = re.compile(rf"({_NAME})\s*\(\s*{mark}\b|\b{mark}\s*\(\s*({_NAME})")
    for passage in index.search(Query(initials, "en", (word,)), _LOOKED_AT):
        text = passage.paragraph.text
        if f"({initials}" not in text and f"{initials} (" not in text:
            continue
        for match in form.finditer(text):
            found = _spelt(match[1] or match[2], initials)
            if found:
                return _stems(found, passage.paragraph.language)
    return ()


def _spelt(name: str, initials: str) -> str | None:
    """Return the end of ``name`` whose capitals are the initials, None when they are not."""
    words = [match for match in WORD.finditer(name) if match[0][0].isupper()]
    tail = words[-len(initials) :]
    if "".join(match[0][0] for match in tail).upper() != initials:
        return None
    return name[tail[0].start() :]


def _stems(name: str, language: str | None) -> tuple[str, ...]:
    stops = stop_words()
    return tuple(stem(word, language) for word in map(fold, WORD.findall(name)) if word not in stops)
