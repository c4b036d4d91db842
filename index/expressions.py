"""Regular expressions that are compiled when they are first used: of those of a room an answer needs few."""

from __future__ import annotations

import re
from typing import Any, cast


class _Waiting:
    """A regular expression with the methods of a compiled one."""

    def __init__(self, form: str, flags: int) -> None:
        self._form, self._flags = form, flags

    def __getattr__(self, name: str) -> Any:
        """Compile it, and keep what is asked for: from then on that is found as in any other object."""
        found = getattr(re.compile(self._form, self._flags), name)
        setattr(self, name, found)
        return found


def pattern(form: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression as ``re.compile`` does, which takes a millisecond where it has capitals."""
    return cast("re.Pattern[str]", _Waiting(form, flags))
