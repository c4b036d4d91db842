"""Lists of regular expressions that editors extend, as one pattern each or as one for all."""

from __future__ import annotations

import re
from functools import cache

from index.articles.byline_names import NAME
from index.words import strings

_IGNORE = re.IGNORECASE


@cache
def patterns_of(file: str, name: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a list, NAME in them standing for a capitalised name (group ``name``)."""
    return tuple(re.compile(value, _IGNORE) for value in _values(file, name))


@cache
def any_of(file: str, name: str) -> re.Pattern[str]:
    """Return all patterns of a list as one: quicker to say no, which is the usual answer."""
    return re.compile("|".join(f"(?:{value})" for value in _values(file, name)), _IGNORE)


def _values(file: str, name: str) -> list[str]:
    return [value.replace("NAME", f"(?P<name>(?-i:{NAME}))") for value in strings(file, name)]
