"""Different offices for one person at one time: president in one source, vice-president in the other."""

from __future__ import annotations

import re
from functools import cache

from bot.contested.facts.statements import Said, Stand
from bot.contested.spoken_sentences import days_between
from index.expressions import pattern
from index.text.letters import CAPITAL, SMALLS
from index.text.terms import fold
from index.text.tokens import Phrases, read_tokens
from index.words import table, word_list

_DAYS = 92  # between two sources: in longer a person may have come to another office
_NEAR = 8  # words between a name and the office behind it: "Ana Ejemplo was sworn in as president"


@cache
def _ranks() -> Phrases[tuple[str, str]]:
    ladders = table("offices")["ladders"].items()
    return Phrases({name: (ladder, rank) for ladder, row in ladders for rank in row for name in row[rank]})


def offices_in(said: Said) -> list[Stand]:
    """Return the office that a sentence gives a fully named person now; none if it speaks of other times."""
    ranks, other_times = _ranks(), word_list("offices", "other_times")
    words = said.tokens.words
    hits = list(ranks.hits(words))
    hits = [
        hit
        for number, hit in enumerate(hits)
        if not number or hit[0] >= hits[number - 1][0] + hits[number - 1][1]
    ]
    if len(hits) != 1 or any(word in other_times for word in words):
        return []
    at, size, (ladder, rank) = hits[0]
    start, end = said.tokens.starts[at], said.tokens.ends[at + size - 1]
    name = _holder(said, at, size)
    if name is None:
        return []
    return [Stand(said, said.text[start:end], frozenset({rank}), name | {f"ladder:{ladder}"})]


def same_holder(one: Stand, other: Stand) -> bool:
    """Whether two sentences speak of one person, by the full name, in sources of about one time."""
    days = days_between(one.said.statement, other.said.statement)
    return one.about == other.about and days is not None and days <= _DAYS


@cache
def _full() -> re.Pattern[str]:
    return pattern(rf"{CAPITAL}[{SMALLS}’'-]+(?:\s+{CAPITAL}[{SMALLS}’'-]+){{1,3}}")


def _holder(said: Said, at: int, size: int) -> frozenset[str] | None:
    """Return the folded words of the full name beside an office: right behind it, or close in front of it."""
    tokens = said.tokens
    behind = tokens.ends[at + size - 1] + 1
    match = _full().match(said.text, behind)
    if match is None:
        before = [m for m in _full().finditer(said.text, 0, tokens.starts[at]) if not _is_rank(m[0])]
        if not before or len(read_tokens(said.text[before[-1].end() : tokens.starts[at]])) > _NEAR:
            return None
        match = before[-1]
    return frozenset(fold(word) for word in match[0].split())


def _is_rank(name: str) -> bool:
    return _ranks().in_text(name)
