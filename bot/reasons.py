"""Why a document is not read, in the reader's language; ``reasons.toml`` says it in others than English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from index.tables import read_table

_BLANK = "{}"  # a number or a name of its own


def reason_in(language: str, reason: str) -> str:
    """Return a reason in a language, as it is where nobody has put it into that."""
    for pattern, told in _reasons(language).items():
        if found := pattern.fullmatch(reason):
            return told.format(*found.groups())
    return reason


@cache
def _reasons(language: str) -> Mapping[re.Pattern[str], str]:
    """Return the reasons of a language, those first that leave least open."""
    table: dict[str, dict[str, str]] = read_table(Path(__file__).with_name("reasons.toml"))
    known = sorted(table.get(language, {}).items(), key=lambda each: each[0].count(_BLANK))
    return {re.compile("(.+?)".join(map(re.escape, key.split(_BLANK)))): told for key, told in known}
