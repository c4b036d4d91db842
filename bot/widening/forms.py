"""Other forms under which a word of a question may stand in a library or in the list of meanings.

English as it is written in Britain and in America, and what the Spanish stemmer parts: plurals, and the
forms of verbs whose stem changes.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.text.meanings import meanings_of
from index.words import word_endings

# British, American; both ways. Endings of whole words, so that the stemmer sees the right one.
_SPELLINGS = tuple(
    (re.compile(one), other)
    for one, other in (
        (r"(?<=[a-z]{3})our(?=$|s$|ed$|ing$|able$|ite$|ites$|er$|ers$|hood)", "or"),
        (r"(?<=[a-z]{2}[bcdfghlmnptv])or(?=$|s$|ed$|ing$|able$|ite$|ites$|hood)", "our"),
        (r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)", "iz"),
        (r"(?<=[a-z]{3})iz(?=(?:e|es|ed|ing|ation|ations|er|ers)$)", "is"),
        (r"(?<=[a-z]{2}[bt])re(?=s?$)", "er"),
        (r"(?<=[a-z]{2}[bt])er(?=s?$)", "re"),
        (r"(?<=[a-z]{3})ence$", "ense"),
        (r"(?<=[a-z]{3})ense$", "ence"),
        (r"ogramme(?=s?$)", "ogram"),
        (r"ogram(?=s?$)", "ogramme"),
        (r"(?<=[a-z]{2})ogue(?=s?$)", "og"),
        (r"lys(?=(?:e|es|ed|ing)$)", "lyz"),
        (r"lyz(?=(?:e|es|ed|ing)$)", "lys"),
        (r"ae(?=[a-z]{3})", "e"),
    )
)
# Endings of verbs in -er and -ir that the stemmer, which is given no accents, leaves on the stem.
_ENDING = re.compile(r"(?:io|ia|ian|ias|iamos|eria|erian|iria|irian|era|eran|ira|iran|e|en|es|o|a|an|as)$")
# Vowels of stems that change, and those of the infinitive.
_VOWELS = tuple(
    (re.compile(rf"{vowel}(?=[^aeiou]+$)"), other)
    for vowel, other in (("ue", "o"), ("ue", "u"), ("ie", "e"), ("i", "e"))
)
_INFINITIVES = word_endings("searching", "infinitive_endings")


@lru_cache(maxsize=20_000)
def forms_of(word: str, language: str) -> tuple[str, ...]:
    """Return a folded word and its other forms in a language, those that mean nothing known left out."""
    if language == "en":
        return (word, *dict.fromkeys(_respelt(word)))
    forms = [word]
    if len(word) > 3 and word.endswith("s"):
        forms.append(word[:-1])
        if len(word) > 4 and word.endswith("es"):
            forms.append(word[:-2])
    if not any(meanings_of(form, language).other for form in forms):
        forms += [form for form in _infinitives(word) if meanings_of(form, language).other]
    return tuple(forms)


def _respelt(word: str) -> list[str]:
    return [pattern.sub(other, word) for pattern, other in _SPELLINGS if pattern.search(word)]


def _infinitives(word: str) -> list[str]:
    """Return the infinitives of which a Spanish word may be a form: llueve of llover, pidio of pedir."""
    ending = _ENDING.search(word)
    if ending is None or ending.start() < 2:
        return []
    stem = word[: ending.start()]
    changed = (vowel.sub(other, stem) for vowel, other in _VOWELS if vowel.search(stem))
    return [f"{each}{infinitive}" for each in (stem, *changed) for infinitive in _INFINITIVES]
