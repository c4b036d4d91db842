"""Speakers named inside the quotation marks: «El puente — dijo la alcaldesa — es seguro»."""

from __future__ import annotations

import re

from index.grammar.quotes import Quote
from index.grammar.reporting_words import Lexicon

# A dash, a few words, and a dash or the end: the first of the words must be a reporting verb.
_INSERT = re.compile(
    r"\s[—–-]{1,2}\s?(?P<verb>[^\W\d_]+)\s[^—–\"“”«»]{2,80}?(?:\s?[—–]{1,2}|\s-)(?=[\s,.;:]|$)"
)


def split_by_tags(text: str, quotes: list[Quote], lex: Lexicon) -> list[Quote]:
    """Return the quotations, those with a reporting verb between dashes cut into what is around it."""
    found: list[Quote] = []
    for quote in quotes:
        first = quote.first
        start = quote.start
        for match in _INSERT.finditer(text, quote.first, quote.last):
            cue = lex.cues.get(match["verb"])
            if cue is None or "say" not in cue.patterns or cue.form not in ("finite", "past"):
                continue
            found.append(Quote(start, match.start(), first, match.start(), closed=True, stopped=False))
            start = match.end()
            while start < quote.last and text[start].isspace():
                start += 1
            first = start
        found.append(quote._replace(start=start, first=first) if start > quote.start else quote)
    return [each for each in found if each.last > each.first]
