"""Which sentences give what is asked of something by its name, so that each text on a bearer of it is heard.

Two texts under one name may be on two things, and each answers for its own: both are shown, each by the
sentence that gives what is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.asking.answer_kinds import AnswerKind, holds
from bot.asking.asked import Asked, asked_of
from bot.asking.whole_names import stands_in
from bot.contested.facts.attribute_points import asked_attribute, sentences_that_give
from bot.contested.spoken_sentences import Statement, statements
from bot.finding.cuts import leans
from index.model import Passage, Query
from index.text.terms import all_parts
from index.values import frozen

Span = tuple[int, int]
_OTHER_WORDS = 2  # "... begin his professional career"
_FULL = 0.8  # weight of a word's own forms at least
_OPENING = 120  # characters
_BEFORE_NAME = 3  # words of an opening, given names and titles: "President Ana Ejemplo"
_NAMES = {"kind", "listed", "party", "name", "place", "day"}  # types of attributes that no number gives
_KINDS = {
    "day": AnswerKind.DATE,
    "number": AnswerKind.NUMBER,
    "name": AnswerKind.PERSON,
    "place": AnswerKind.PLACE,
}


@frozen
class Given:
    """What the passages of a question give of something named in it."""

    spans: Mapping[str, Span]  # by the ids of their paragraphs, the sentence that gives it
    on: frozenset[str]  # the ids of the paragraphs of texts that are on what is named
    beside: bool = False  # whether a sentence of them has the name and, by its words, what is asked


NOTHING_GIVEN = Given(MappingProxyType({}), frozenset())


def given_in(query: Query, passages: Sequence[Passage]) -> Given:
    """Return which sentences give what is asked of the one thing that a question names.

    Where none is told by its words, a text that is on what the question names gives it by the first of its
    sentences that holds such a thing.
    """
    asked, attribute = asked_of(query), asked_attribute(query)
    if len(asked.things) != 1 or attribute is None or not asked.question or _says_more(query):
        return NOTHING_GIVEN
    if asked.kind is AnswerKind.NUMBER and attribute.type in _NAMES:
        return NOTHING_GIVEN  # what the director of the orchestra earns is not who he is
    on = frozenset(each.paragraph.id for each in passages if _is_on(each, asked.things[0]))
    pool = statements(passages)
    matter = _matter(query)
    best: dict[str, tuple[tuple[int, int, int], Span]] = {}
    beside = False
    for each, value in sentences_that_give(query, pool):
        exact = value.exact if attribute.type == "day" else 0  # 3 May 1950, not 1950
        rank = (len(matter & each.terms), exact, -each.start)
        name = each.passage.paragraph.id
        beside |= stands_in(asked.things[0], all_parts(each.text))
        if name not in best or rank > best[name][0]:
            best[name] = rank, each.span
    found = {name: span for name, (_, span) in best.items()}
    kind = asked.kind or _KINDS.get(attribute.type)
    for each in pool:
        name = each.passage.paragraph.id
        if kind is not None and name in on and name not in found and _holds(each, asked, kind):
            found[name] = each.span
    return Given(found, on, beside)


def _says_more(query: Query) -> bool:
    """Whether a question has so many other words that it asks for more than an attribute."""
    asked = asked_of(query)
    known = asked.names | asked.asking | asked.relation | asked.subject
    return sum(word.text.lower() not in known for word in query.words) > _OTHER_WORDS


def _matter(query: Query) -> frozenset[str]:
    """Return the terms of a question's words but for what it names and how it asks."""
    asked = asked_of(query)
    words = (
        word for word in query.words if word.text.lower() not in asked.names | asked.asking | asked.relation
    )
    return frozenset(term for word in words for term, weight in word.terms if weight >= _FULL)


def _is_on(passage: Passage, thing: tuple[str, ...]) -> bool:
    """Whether a text is on what a question names: its title or its opening holds the name."""
    opening = all_parts(passage.paragraph.text[:_OPENING])[: len(thing) + _BEFORE_NAME]
    return stands_in(thing, opening) or stands_in(thing, all_parts(passage.source.title or ""))


def _holds(statement: Statement, asked: Asked, kind: AnswerKind) -> bool:
    text = statement.text
    named = stands_in(asked.things[0], all_parts(text)) or leans(text, 0)
    return named and holds(kind, text, asked.words)
