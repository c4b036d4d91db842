"""The facts that a library would list by itself, on the matters that a question touches.

So a question finds the difference that is listed without one, in whatever words the two sides put it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, cached_property

from bot.answer import ContestedPoint, Position
from bot.asking.asked import asked_of
from bot.contested.card_phrases import phrase
from bot.contested.facts.accusations import Pair, accusation_pairs
from bot.contested.facts.asked_pairs import on_matter, on_what_is_asked, speaks_of_it
from bot.contested.facts.clause_denials import clause_pairs
from bot.contested.facts.happenings import happening_pairs, named_things, terms_of_thing
from bot.contested.facts.library_facts import library_facts, near_points, points_of_pairs
from bot.contested.facts.opposed import asked_about, opposed_in
from bot.contested.facts.same_meaning import terms_like
from bot.contested.facts.statements import Said, said_by
from bot.contested.facts.told_contrasts import contrast_points
from bot.contested.facts.told_denials import told_denial_pairs
from bot.contested.facts.view_points import VIEWS
from bot.contested.inquiry import Inquiry
from bot.contested.one_event import Events
from bot.contested.spoken_sentences import Statement, terms_of
from bot.phrases import heading_in
from index.languages import LANGUAGES
from index.model import terms_of_words
from index.values import replace
from index.words import table

_NEAR = 0.5  # of a question's words, in a sentence that another denies right behind it
_MOST = 60  # sentences of one matter
_MATTER = 24  # of what is asked
_DENIAL, _FACT = "fact-denial", "fact-"  # ids of such points
_MOSTLY = 0.6  # of a question's words, in one quote of each side
_FEW = 2


class _Of:
    """The events of a pool, read when two sentences are compared: most questions compare none."""

    def __init__(self, pool: Sequence[Statement]) -> None:
        self._pool = pool

    @cached_property
    def events(self) -> Events:
        """The names of each source."""
        return Events(self._pool)

    def knows(self, one: Statement, other: Statement) -> bool:
        """Whether the source of each of two sentences speaks of what the other names."""
        return self.events.knows(one, other)


def touched_facts(inquiry: Inquiry) -> list[ContestedPoint]:
    """Return the points on what a question names, of sources that speak of whom it names."""
    question, pool, framings, language = inquiry.question, inquiry.pool, inquiry.framings, inquiry.language
    of = _Of(pool)
    found: list[ContestedPoint] = []
    heading = inquiry.headed(phrase("denial_given", language))

    def listed(key: str, head: str, pairs: Sequence[Pair], *, within: bool = False) -> None:
        points = (
            points_of_pairs(key, head, pairs, of.events, framings, language, within=within) if pairs else []
        )
        found.extend(replace(point, heading=head) for point in points)

    for what in named_things(asked_of(question).tokens):
        said = _said(_holding(inquiry, terms_of_thing(what)))
        if len(said) >= _FEW:
            listed(f"fact-{what}", heading, happening_pairs(said, knows=of.knows).get(what, []))
    for opposition in asked_about(question):
        words = _words_of(opposition.id)
        said = _said(_holding(inquiry, words)) if opposition.near else []
        taken = [opposed_in(each, beside=True) for each in said]
        if len({stand.side for row in taken for key, stand in row.items() if key == opposition.id}) >= _FEW:
            head = inquiry.headed(heading_in(opposition.headings, language))
            points = near_points(opposition, taken, of.events, framings, language)
            asked = terms_of_words(question.words) - words
            found += [replace(point, heading=head) for point in points if on_matter(point, inquiry, asked)]
    wanted = [frozenset().union(*map(terms_like, word.term_set)) for word in question.words]
    if len(wanted) >= _FEW:
        found += _listed(wanted, inquiry, of)
    meant = _meaning(pool, wanted) if len(wanted) >= _FEW else []
    found += [point for point in contrast_points(meant, language) if speaks_of_it(_told(point), inquiry)]
    denied = clause_pairs(_said(meant))
    denied += told_denial_pairs(meant, of.events) if len(meant) >= _FEW else []
    accused = accusation_pairs(_with_next(inquiry), of.events)
    told = [pair for pair in (*denied, *accused) if on_what_is_asked(pair, inquiry)]
    listed("fact-denied-clause", heading, told, within=True)
    return found


def _listed(wanted: Sequence[frozenset[str]], inquiry: Inquiry, of: _Of) -> list[ContestedPoint]:
    """Return the points that the passages of a question would be listed with, on what it asks."""
    pool = inquiry.pool
    near = {each.place[0] for each in pool if _holds(each.terms, wanted, _MOSTLY)}  # no other side would stay
    if len(near) < _FEW:
        return []
    held = [each for each in pool if each.place[0] in near]
    points = library_facts(held, of.events, inquiry.framings, inquiry.language)
    return [
        point
        for point in points
        if point.id.startswith(_FACT)
        and all(_speaks(position, wanted) for position in point.positions)
        and speaks_of_it(_told(point), inquiry)
        and (point.id.startswith(_DENIAL) or _of_whom(point, inquiry))
        and _of_what(point, wanted)
    ]


def _of_what(point: ContestedPoint, wanted: Sequence[frozenset[str]]) -> bool:
    """Whether a question names the thing that voices of a point are for and against."""
    thing = point.id.removeprefix(VIEWS)
    return thing == point.id or any(thing in row for row in wanted)


def _of_whom(point: ContestedPoint, inquiry: Inquiry) -> bool:
    """Whether each side of a point names one that a question names, where it names any."""
    sides = ([claim.quote for claim in position.claims] for position in point.positions)
    languages = {claim.source.language for claim in point.claims}
    held = [{t for quote in side for code in languages for t in terms_of(quote, code)} for side in sides]
    return not inquiry.names or all(not inquiry.names.isdisjoint(terms) for terms in held)


def _told(point: ContestedPoint) -> frozenset[str]:
    """Return the terms of all that a point quotes."""
    return frozenset().union(*(terms_of(claim.quote, claim.source.language) for claim in point.claims))


def _speaks(position: Position, wanted: Sequence[frozenset[str]]) -> bool:
    """Whether one quote of a side holds most of what a question says, in words of like meaning."""
    held = (terms_of(claim.quote, claim.source.language) for claim in position.claims)
    return any(_holds(terms, wanted, _MOSTLY) for terms in held)


def _holds(terms: frozenset[str], wanted: Sequence[frozenset[str]], share: float) -> bool:
    """Whether terms hold such a share of what a question says, and two of its words at least."""
    return sum(not row.isdisjoint(terms) for row in wanted) >= max(_FEW, share * len(wanted))


def _meaning(pool: Sequence[Statement], wanted: Sequence[frozenset[str]]) -> list[Statement]:
    """Return the sentences that hold most of what a question says, in words of like meaning."""
    return [each for each in pool if _holds(each.terms, wanted, _NEAR)][:_MOST]


def _said(statements: Iterable[Statement]) -> list[Said]:
    return [said for each in statements if (said := said_by(each)) is not None]


def _holding(inquiry: Inquiry, terms: frozenset[str]) -> list[Statement]:
    """Return the sentences with any of some terms, of sources that speak of whom a question names."""
    names, relevance = inquiry.names, inquiry.relevance
    held = [each for each in inquiry.pool if not terms.isdisjoint(each.terms)]
    held = [each for each in held if not names or names & relevance.in_source(each)]
    held.sort(key=relevance.of, reverse=True)
    return held[:_MATTER]


@cache
def _words_of(opposition: str) -> frozenset[str]:
    """Return the index terms of the words of both sides."""
    row = table("opposites")[opposition]
    return frozenset(t for code in LANGUAGES for p in (*row["one"], *row["other"]) for t in terms_of(p, code))


def _with_next(inquiry: Inquiry) -> list[Statement]:
    """Return the sentences near a question, each with those of its article that may deny it."""
    pool, wanted = inquiry.pool, frozenset(word.text for word in inquiry.question.words)
    near = inquiry.relevance.covering(pool, wanted, _NEAR)[:_MOST]
    beside = {
        (each.passage.paragraph.article, each.passage.paragraph.number + more)
        for each in near
        for more in (0, 1)
    }
    return [
        each for each in pool if (each.passage.paragraph.article, each.passage.paragraph.number) in beside
    ]
