"""Other forms under which a word of a question may stand in a library or in the list of meanings.

A language answers with ``variants`` in its ``variants.py``: English as written in Britain and in America,
what the Spanish stemmer parts.
"""

from __future__ import annotations

from functools import lru_cache

from index.languages import LANGUAGES
from index.languages import language as language_of_code
from index.text.meanings import meanings_of


@lru_cache(maxsize=1024)  # words: 0.2 kB each
def forms_of(word: str, language: str) -> tuple[str, ...]:
    """Return a folded word and its other forms in a language, those that mean nothing known left out."""
    rules = language_of_code(language).module("variants") if language in LANGUAGES else None
    if rules is None:
        return (word,)
    found: list[str] = rules.variants(word, lambda form: bool(meanings_of(form, language).other))
    return (word, *dict.fromkeys(found))
