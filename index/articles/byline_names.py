"""Names in bylines and credits: persons, outlets, and what is neither."""

from __future__ import annotations

import re
from functools import cache

from index.text.letters import CAPITAL
from index.text.names import JOINED
from index.words import strings

# A capitalised name: initials, particles, hyphens and apostrophes inside, "Jr." at the end.
_PART = rf"(?:{CAPITAL}\.|(?:St|Dr|Mr|Mrs|Ms|Jr|Sr|Gen|Col|Prof|Rev|Sgt|Lt)\.|{CAPITAL}[\w’'\-]*)"
_PARTICLES = "|".join([*strings("particles", "anywhere"), *strings("particles", "in_bylines")])
_PARTICLE = rf"(?:{_PARTICLES}|las|los|of|the|for|&)"
NAME = rf"{_PART}(?:[ \u00a0]+(?:{_PARTICLE}[ \u00a0]+)*(?:{JOINED})?{_PART}){{0,6}}"
_PERSON = re.compile(
    rf"{_PART}(?:[ \u00a0]+"
    rf"(?:(?:{_PARTICLES})[ \u00a0]+)*(?:{JOINED})?{_PART}){{1,4}}"
)
_SUFFIX = re.compile(r"(.*\b(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D)\b\.?).*")
_AND = re.compile(r"\s*(?:,\s*(?:and|y)\s+|\s+(?:and|y|e|with|con|&)\s+|;|,)\s*")


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(value.lower() for value in strings("names", name))


def is_outlet(name: str) -> bool:
    """Whether ``name`` is an agency, a web address, or ends or begins like a newspaper's name."""
    low = name.lower().strip()
    words = low.split()
    return bool(words) and (
        low in _list("agencies")
        or words[-1] in _list("outlet_words")
        or words[0] in _list("outlet_words")
        or (len(words) > 1 and words[-1] in _list("outlet_ends"))
        or bool(re.fullmatch(r"[\w\-]+(?:\.[\w\-]+)*\.[a-z]{2,6}", low))
    )


def is_place(name: str) -> bool:
    """Whether ``name`` is a country or a city that bylines and datelines name."""
    return name.lower().strip(" .") in _list("countries") | _list("cities")


def is_person(name: str) -> bool:
    """Whether ``name`` looks like a person's full name and like no outlet's."""
    return (
        bool(_PERSON.fullmatch(name)) and not is_outlet(name) and not is_nobody(name) and not is_place(name)
    )


def is_nobody(name: str) -> bool:
    """Whether a byline's words name no one: "staff", "agencies"."""
    return name.lower().strip(" .") in _list("nobody")


def person(text: str) -> str | None:
    """Return the person's name that ``text`` is, a site's country label cut off, or None."""
    name = " ".join(text.split()).strip(" ,;:|–—-/*_")
    suffix = _SUFFIX.fullmatch(name)
    if suffix:
        name = suffix[1]
    else:
        words = name.split()
        for size in (2, 1):
            if len(words) - size >= 2 and " ".join(words[-size:]).lower() in _list("countries"):
                name = " ".join(words[:-size])
                break
    if name.isupper():
        name = name.title()
    return name if is_person(name) else None


def persons(text: str) -> tuple[str, ...]:
    """Return the names in a list such as "A, B and C"; empty unless each is a person's name."""
    found = [person(part) for part in _AND.split(text) if part.strip()]
    return tuple(name for name in found if name) if found and all(found) else ()
