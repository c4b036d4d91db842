"""What somebody says of something, where "of" may belong to a name: "¿Qué dice Ejemplo de Ardale?"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from index.expressions import pattern
from index.text.letters import CAPITAL
from index.words import alternatives, strings


def matter_apart(question: str, is_name: Callable[[str], bool]) -> str:
    """Return a question with what is said of something told from who says it, unless the two are one name."""
    said = any(verb in question.lower() for verb in strings("kinds", "said_by"))
    match = _form().search(question) if said else None  # the pattern is costly, and few questions need it
    if match is None or is_name(question[match.start("one") : match.end("other")]):
        return question
    about = dict(zip(strings("kinds", "said_of"), strings("kinds", "said_about"), strict=True))
    start, end = match.span("of")
    return f"{question[:start]}{about[match['of'].lower()]}{question[end:]}"


@cache
def _form() -> re.Pattern[str]:
    name = rf"{CAPITAL}[\w’'-]+(?:\s+{CAPITAL}[\w’'-]+){{0,2}}"
    verbs, of = alternatives("kinds", "said_by"), alternatives("kinds", "said_of")
    between = rf"\s+(?:(?:{alternatives('questions', 'articles')})\s+)?"
    return pattern(rf"\b(?i:{verbs})\s+(?P<one>{name})\s+(?P<of>{of}){between}(?P<other>{name})")
