"""Other forms of a Spanish word that the stemmer parts: plurals, and verbs whose stem changes."""

from __future__ import annotations

from collections.abc import Callable

from index.expressions import pattern

# Endings of verbs in -er and -ir that the stemmer, which is given no accents, leaves on the stem.
_ENDING = pattern(r"(?:io|ia|ian|ias|iamos|eria|erian|iria|irian|era|eran|ira|iran|e|en|es|o|a|an|as)$")
# Vowels of stems that change, and those of the infinitive.
_VOWELS = tuple(
    (pattern(rf"{vowel}(?=[^aeiou]+$)"), other)
    for vowel, other in (("ue", "o"), ("ue", "u"), ("ie", "e"), ("i", "e"))
)
_INFINITIVES = ("ar", "er", "ir")
_SHORTEST_VERB = 5  # letters
_LAST_E, _LAST_O = pattern(r"e(?=[^aeiou]+$)"), pattern(r"o(?=[^aeiou]+$)")


def variants(word: str, means: Callable[[str], bool]) -> list[str]:
    """Return the singulars of a folded word, and infinitives where none of these ``means`` anything."""
    forms = []
    if len(word) > 3 and word.endswith("s"):
        forms.append(word[:-1])
        if len(word) > 4 and word.endswith("es"):
            forms.append(word[:-2])
    if not any(map(means, (word, *forms))):
        forms += [form for form in _infinitives(word) if means(form)]
    return forms


def _infinitives(word: str) -> list[str]:
    """Return the infinitives of which a Spanish word may be a form: llueve of llover, pidio of pedir."""
    ending = _ENDING.search(word)
    if ending is None or ending.start() < 2:
        return []
    stem = word[: ending.start()]
    changed = (vowel.sub(other, stem) for vowel, other in _VOWELS if vowel.search(stem))
    return [f"{each}{infinitive}" for each in (stem, *changed) for infinitive in _INFINITIVES]


def past_stems(word: str) -> set[str]:
    """Return the stems that the stemmer, given no accents, makes of the past of a Spanish verb.

    Dimitió and dimitía of dimitir are "dimiti" to it. Verbs in -ir change the last vowel of their stem
    there, if at all: pidió of pedir, murió of morir.
    """
    if len(word) < _SHORTEST_VERB or not word.endswith(("er", "ir")):
        return set()
    root = word[:-2]
    changed = [_LAST_E.sub("i", root), _LAST_O.sub("u", root)] if word.endswith("ir") else []
    return {f"{each}i" for each in (root, *changed)}
