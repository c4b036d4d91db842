"""Speakers named inside the quotation marks: «El puente — dijo la alcaldesa — es seguro»."""

from __future__ import annotations

import re

from index.grammar.quotes import Quote
from index.grammar.reporting_words import Lexicon
from index.text.letters import CAPITAL
from index.words import alternatives

# A dash, a few words, and a dash or the end: the first of the words must be a reporting verb.
_INSERT = re.compile(
    r"\s[—–-]{1,2}\s?(?P<verb>[^\W\d_]+)\s[^—–\"“”«»]{2,80}?(?:\s?[—–]{1,2}|\s-)(?=[\s,.;:]|$)"
)
# A comma, a reporting verb ("le dijo") and a name, or an office with its article, in a quotation that is
# never closed.
_TAG = re.compile(
    r"[,?!]\s(?:(?P<small>[^\W\d_]{2,3})\s)?(?P<verb>[^\W\d_]+)\s"
    rf"(?:{CAPITAL}|(?:{alternatives('grammar', 'definite_all')})\s)"
)


_SPOKEN = frozenset({"say", "quote"})


def _tag(text: str, quote: Quote, lex: Lexicon) -> int | None:
    """Where a quotation that nobody closed ends before who says it: "No lo entendemos, dijo Ana Ejemplo."""
    for match in _TAG.finditer(text, quote.first, quote.last):
        cue = lex.cues.get(match["verb"])
        if match["small"] and "clitics" not in lex.kinds.get(match["small"], ()):
            continue
        if cue is not None and "say" in cue.patterns and cue.form in ("finite", "past"):
            return match.start("small" if match["small"] else "verb") - 1
    return None


def split_by_tags(text: str, quotes: list[Quote], lex: Lexicon) -> list[Quote]:
    """Return the quotations, those with a reporting verb between dashes cut into what is around it."""
    found: list[Quote] = []
    for quote in quotes:
        first = quote.first
        start = quote.start
        for match in _INSERT.finditer(text, quote.first, quote.last):
            cue = lex.cues.get(match["verb"])
            if cue is None or not cue.patterns & _SPOKEN or cue.form not in ("finite", "past"):
                continue
            found.append(Quote(start, match.start(), first, match.start(), closed=True, stopped=False))
            start = match.end()
            while start < quote.last and (text[start].isspace() or text[start] in ",;."):
                start += 1
            first = start
        rest = quote._replace(start=start, first=first) if start > quote.start else quote
        tag = None if quote.closed else _tag(text, rest, lex)
        found.append(rest if tag is None else rest._replace(end=tag, last=tag))
    return [each for each in found if each.last > each.first]
