"""Bylines of labelled parts in one line: "4 May 2021 / Author: Ana Ejemplo / Source: Coast Courier"."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from index.articles.byline_edges import bare_of, pattern_of
from index.articles.byline_names import can_be_outlet, has_given_name, is_section, is_town, persons
from index.text.dates import find_date
from index.words import strings, table

_IGNORE = re.IGNORECASE
_LEAST = 2  # parts
_FIELDS: Any = table("lines")["fields"]


def row_of_labels(text: str) -> tuple[tuple[str, ...], str | None, str | None] | None:
    """Return authors, outlet and day of a line whose parts say what they are, one of them the author.

    Of a line with any other words nothing is read.
    """
    parts = [part for part in _parts().split(text) if part and part.strip()]
    if len(parts) < _LEAST:
        return None
    authors: tuple[str, ...] = ()
    outlet = day = None
    for part in map(str.strip, parts):
        label, value = _labelled(part)
        date = find_date(value, day_first=_has_day_first(text))
        if label == "author":
            authors += persons(value)
        elif label == "outlet" and can_be_outlet(value):
            outlet = value
        elif date and not bare_of(value, date):
            day = day or date.iso
        elif label or not (is_town(value) or is_section(value)):
            return None
    return (authors, outlet, day) if authors and all(map(has_given_name, authors)) else None


def _has_day_first(text: str) -> bool:
    """Whether a line has a label of a language whose dates in digits have the day first."""
    return any(pattern.search(text) for pattern in map(_labels, strings("provenance", "day_first")))


@cache
def _labels(code: str) -> re.Pattern[str]:
    fields: Any = table("lines", code)["fields"]
    words = [*fields["outlet"], *fields["date"], *strings("bylines", "label", code)]
    return re.compile(rf"\b(?:{'|'.join(words)})\s*:", _IGNORE)


@cache
def _parts() -> re.Pattern[str]:
    labels = [*(word for key in ("outlet", "date") for word in _FIELDS[key]), pattern_of("label").pattern]
    return re.compile(rf"\s+[/|·•]\s+|\s+(?=(?:{'|'.join(labels)})\s*:)", _IGNORE)


def _labelled(part: str) -> tuple[str | None, str]:
    """Return what the label of a part says it is, and the rest of the part."""
    label, colon, value = part.partition(":")
    if not colon or find_date(label + colon + value[:3]):
        return None, part
    if pattern_of("label").fullmatch(label.strip()):
        return "author", value.strip()
    low = label.strip().lower()
    kind = next((key for key in ("outlet", "date") if low in _FIELDS[key]), None)
    return (kind, value.strip()) if kind else (None, part)
