"""Compounds that the question writes solid and the library open or with a hyphen: ceasefire, cease-fire."""

from __future__ import annotations

import re

from index.door import Index
from index.languages import LANGUAGES
from index.model import Query, Word
from index.text.terms import fold, stem

_SHORTEST = 2  # letters of a half
_LOOKED_AT = 20  # passages that hold both halves


def halves_of(index: Index, word: str) -> tuple[str, str] | None:
    """Return the halves of a folded ``word`` that the library has side by side, None when it has none.

    Asked for words that the library does not have: "expresidente", where it has "ex presidente".
    """
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
        one, other = word[:at], word[at:]
        known = [_as_word(half) for half in (one, other) if _is_known(index, half)]
        if len(known) == 2 or (known and known[0].text == other and len(one) <= len(other)):
            form = re.compile(rf"\b{one}[ -]{other}\b")
            found = index.search(Query(word, "en", tuple(known)), _LOOKED_AT)
            if any(form.search(_folded(passage.paragraph.text)) for passage in found):
                return one, other
    return None


def _as_word(half: str) -> Word:
    return Word(half, tuple((term, 1.0) for term in sorted({stem(half, each) for each in LANGUAGES})))


def _is_known(index: Index, half: str) -> bool:
    return any(index.known(term) for term, _ in _as_word(half).terms)


def _folded(text: str) -> str:
    return fold(" ".join(text.split()))
