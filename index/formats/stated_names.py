"""Names of authors as files state them, without what stands around them: "by Ana Ejemplo, staff writer"."""

from __future__ import annotations

import re

from index.expressions import pattern
from index.words import table

_ADDRESS = pattern(r"\s*[<(\[]\s*(?:mailto:)?[^\s<>()\[\]]+@[^\s<>()\[\]]+\s*[>)\]]")
_NAMED = pattern(r"[^\s()]+@[^\s()]+\s*\(([^()]+)\)")
_WORD = pattern(r"[^\W\d_a-zß-ÿ][\w.'’-]*")


def names_in_value(text: str) -> list[str]:
    """Return the names in a stated value: no "by" before, no address and no occupation behind; two that
    "and" joins are two. A value that is nothing but an address stays.
    """
    named = _NAMED.fullmatch(text)
    plain = named[1] if named else _ADDRESS.sub("", text).strip() or text
    plain = _before().sub("", plain)
    name, comma, rest = plain.partition(", ")
    if comma and rest[:1].islower() and " " in name:
        plain = name
    parts = _joint().split(plain)
    whole = all(len(part.split()) > 1 and all(map(_WORD.fullmatch, part.split())) for part in parts)
    return [part.strip() for part in parts] if whole else [plain.strip()]


def _before() -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(table('frontmatter')['names']['before'])}):?\s+(?=\S)", re.IGNORECASE)


def _joint() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{'|'.join(table('frontmatter')['names']['joints'])})\s+")
