"""Dates that users type."""

from __future__ import annotations

import datetime

from index.errors import UsageError


def read_day(name: str, text: str | None) -> str | None:
    """Return a day as YYYY-MM-DD. Raises UsageError that names the option."""
    if not text:
        return None
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(f"{name} takes a day such as 2023-01-31, not {text!r}") from None
