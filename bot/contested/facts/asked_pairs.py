"""Whether what two voices differ on is what a question asks."""

from __future__ import annotations

from bot.contested.facts.same_meaning import terms_like
from bot.contested.facts.statements import Stand
from bot.contested.inquiry import Inquiry

_MOSTLY = 0.6  # of what a question says


def on_what_is_asked(pair: tuple[Stand, Stand], inquiry: Inquiry) -> bool:
    """Whether two sides speak of most that a question says."""
    return speaks_of_it(frozenset().union(*(stand.about | stand.said.terms for stand in pair)), inquiry)


def speaks_of_it(terms: frozenset[str], inquiry: Inquiry) -> bool:
    """Whether terms hold most that a question says, beside names and what all its passages speak of."""
    common = inquiry.relevance.common
    rows = ([term for term, _ in word.terms] for word in inquiry.question.words)
    asked = [row for row in rows if inquiry.names.isdisjoint(row) and not any(map(common, row))]
    wanted = [frozenset().union(*map(terms_like, row)) for row in asked]
    return sum(not row.isdisjoint(terms) for row in wanted) >= _MOSTLY * len(wanted)
