"""Whether what two voices differ on is what a question asks."""

from __future__ import annotations

from bot.answer import ContestedPoint
from bot.contested.facts.same_meaning import terms_like
from bot.contested.facts.statements import Stand
from bot.contested.inquiry import Inquiry
from bot.contested.spoken_sentences import terms_of

_MOSTLY = 0.6  # of what a question says


def on_what_is_asked(pair: tuple[Stand, Stand], inquiry: Inquiry) -> bool:
    """Whether two sides speak of most that a question says."""
    return speaks_of_it(frozenset().union(*(stand.about | stand.said.terms for stand in pair)), inquiry)


def speaks_of_it(terms: frozenset[str], inquiry: Inquiry) -> bool:
    """Whether terms hold most that a question says, beside names and what all its passages speak of."""
    common = inquiry.relevance.common
    rows = (word.term_set for word in inquiry.question.words)
    asked = [row for row in rows if inquiry.names.isdisjoint(row) and not any(map(common, row))]
    wanted = [frozenset().union(*map(terms_like, row)) for row in asked]
    return sum(not row.isdisjoint(terms) for row in wanted) >= _MOSTLY * len(wanted)


def on_matter(point: ContestedPoint, inquiry: Inquiry, terms: frozenset[str]) -> bool:
    """Whether a leading quote of a point, or its title, holds one of some terms of a question, names aside.

    Who is behind a break-in at a firm is not who is behind the cut that followed it. Terms that no sentence
    has tell nothing, nor do those of nearly all.
    """
    relevance = inquiry.relevance
    matter = {term for term in terms - inquiry.names if relevance.knows(term) and not relevance.common(term)}
    leading = (position.claims[0] for position in point.positions)
    told = (terms_of(f"{each.source.title or ''}\n{each.quote}", each.source.language) for each in leading)
    return not matter or any(not matter.isdisjoint(each) for each in told)
