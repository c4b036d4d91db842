"""Is a name that of a place? By a list of countries and cities, or by a word for waters and land."""

from __future__ import annotations

from functools import cache

from index.text.people import people_words
from index.words import strings, word_list

_LISTS = ("countries", "provinces", "cities")


@cache
def _known() -> frozenset[str]:
    return frozenset(place for name in _LISTS for place in strings("names", name))


def names_place(name: str) -> bool:
    """Whether a name is only a place's: "Gulf of Oman", "South Sudan", "Valle del Cauca", "Lake Verran".

    A body that is called after a place is none: "Lake Verran School". Nothing is raised.
    """
    words = [word.strip(".,;:()").lower() for word in name.split()]
    while words and words[0] in word_list("grammar", "definite_all"):
        words = words[1:]
    if not words:
        return False
    if " ".join(words) in _known():
        return True
    kinds = word_list("places", "kinds_before") | word_list("places", "waters")
    lists, links = people_words(), word_list("grammar", "genitives") | word_list("grammar", "of_plain")
    others = {word for word in words if word not in kinds | links}
    if not others.isdisjoint(lists.bodies | lists.titles):
        return False
    after = " ".join(words[1:])
    if words[0] in word_list("places", "sides") and after in _known():
        return True
    if len(words) > 1 and words[0] in kinds:
        return True
    return len(words) > 1 and words[-1] in word_list("places", "kinds_behind")


def names_waters(name: str) -> bool:
    """Whether a name is that of waters or of a mountain, which no government speaks for: "Gulf of Oman"."""
    if " " not in name:
        return False
    words = name.lower().split()
    while words and words[0] in word_list("grammar", "definite_all"):
        words = words[1:]
    if len(words) < 2 or words[0] not in word_list("places", "waters"):
        return False
    return words[1] in word_list("grammar", "genitives") | word_list("grammar", "of_plain")
