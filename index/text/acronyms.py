"""Names and their initials, as texts give both: "Organization of American States (OAS)", "OAS (Organ...)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from index.expressions import pattern
from index.text.letters import CAPITAL
from index.text.terms import WORD, fold
from index.words import alternatives

LONGEST = 8  # letters
_SMALL = f"(?:{alternatives('texts', 'in_body_names')})"
_WORD = rf"{CAPITAL}[\w’'-]*"
_NAME = rf"{_WORD}(?:\s+(?:{_SMALL}\s+){{0,3}}{_WORD}){{1,7}}"
_INITIALS = rf"{CAPITAL}{{2,{LONGEST}}}"
_NUMBERED = pattern(rf"^.*\d\S*\s+(?:{_SMALL}\s+)+(?={CAPITAL})")  # "VIRUS-19 of the | Harbour Board (HB)"


_LISTED = pattern(rf"(?:{_WORD},\s+){{1,3}}\Z")


class Spelling(NamedTuple):
    """A name beside its initials."""

    initials: str
    name: str  # as written, white space collapsed; only its end that the initials spell, where they do
    spelt: bool  # whether the name's capitals are the initials


@cache
def _form() -> re.Pattern[str]:
    return pattern(
        rf"(?P<name>{_NAME})\s*\(\s*(?P<initials>{_INITIALS})\b"
        rf"|\b(?P<first>{_INITIALS})\s*\(\s*(?P<behind>{_NAME})"
    )


def spellings(text: str) -> Iterator[Spelling]:
    """Yield the names that stand beside their initials, one of the two in brackets."""
    if "(" not in text:
        return
    for match in _form().finditer(text):
        initials = match["initials"] or match["first"]
        name = match["name"] or match["behind"]
        name = _NUMBERED.sub("", name)
        spelt = _spelt(name, initials)
        if spelt is None and match["name"] and (listed := _LISTED.search(text, 0, match.start())):
            spelt = _spelt(listed[0] + name, initials)  # "Ports, Boats and Piers Verran (PBPV)"
        yield Spelling(initials, " ".join((spelt or name).split()), spelt is not None)


def name_behind(text: str, initials: str) -> str | None:
    """Return the name that a text gives for ``initials`` in capitals, None unless its capitals spell them."""
    if initials not in text:
        return None
    tight = "".join(text.split())
    if f"({initials}" not in tight and f"{initials}(" not in tight:
        return None
    return next((each.name for each in spellings(text) if each.spelt and each.initials == initials), None)


def name_spelling(text: str, initials: str) -> str | None:
    """Return a name in a text whose capitals are ``initials``, wherever it stands; None for none."""
    if initials[0] not in text:
        return None
    for match in _plain_name().finditer(text):
        words = [word for word in WORD.finditer(match[0]) if word[0][0].isupper()]
        for at in range(len(words) - len(initials) + 1):
            run = words[at : at + len(initials)]
            if "".join(word[0][0] for word in run) == initials:
                return match[0][run[0].start() : run[-1].end()]
    return None


@cache
def _plain_name() -> re.Pattern[str]:
    return pattern(_NAME)


def _spelt(name: str, initials: str) -> str | None:
    """Return the end of ``name`` whose capitals are the initials, None when they are not."""
    words = [match for match in WORD.finditer(name) if match[0][0].isupper()]
    tail = words[-len(initials) :]
    if "".join(fold(match[0][0]) for match in tail) != fold(initials):
        return None
    return name[tail[0].start() :]
