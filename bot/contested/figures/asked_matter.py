"""Which figures speak of what a question asks about: its matter, its names, the holder of a share."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.asked import asked_of
from bot.asking.asked_amount import asked_terms
from bot.contested.figures.given_figures import Given
from bot.contested.relevance import Relevance
from bot.contested.spoken_sentences import terms_of
from index.figures.families import PEOPLE, Family
from index.model import Query, terms_of_words
from index.text.dates import month_number
from index.text.terms import fold
from index.text.tokens import phrases_of, read_tokens

_AROUND = 0.3  # of the best source's share of the question: below it a source tells of something else
_STEM = 5  # letters that the stems of one name share
_NEAR = 0.5  # of the best paragraph's share of the question, where the family says by itself what is counted
_ITSELF = 0.45  # of the question's other words, in the sentence of a figure whose family is wide
_DISMISSED = "dismissals"
_THERE = 0.75  # of the question's other words, around "the figure" that counts what another text names


def days_in(question: Query) -> frozenset[str]:
    """Return the terms of days and months in a question: a text says them once, not by each figure."""
    return terms_of_words(
        word
        for word in question.words
        if month_number(word.text) is not None or (word.text.isdigit() and len(word.text) <= 2)
    )


def points_there(given: Given, relevance: Relevance) -> bool:
    """Whether the paragraph of a figure that counts what another text names speaks of what is asked."""
    return relevance.speaks and relevance.itself(relevance.in_paragraph(given.statement)) >= _THERE


def about(given: Sequence[Given], relevance: Relevance, family: Family | None) -> list[Given]:
    """Return the figures whose sources speak of what is asked, by the best one's measure.

    What a family fit for whole libraries counts is known from the family; of all others the sentence
    itself must name what is asked.
    """
    if not given or not relevance.speaks:
        return list(given)
    around = _AROUND * max(relevance.around(each.statement) for each in given)
    kept = [each for each in given if relevance.around(each.statement) >= around]
    if family is not None and family.library:
        return kept
    return [each for each in kept if relevance.share_of(each.statement) >= _ITSELF]


def spoken(given: Sequence[Given], relevance: Relevance) -> list[Given]:
    """Return the tolls whose paragraphs speak of what is asked, by the best one of the same language.

    There are tolls of everything, and an article tells of several. Its title speaks of the first.
    """
    first: dict[str, str] = {}
    for each in sorted(given, key=lambda each: each.statement.passage.paragraph.number):
        first.setdefault(each.statement.passage.paragraph.article, each.statement.place[0])
    shares = []
    for each in given:
        titled = each.statement.place[0] in first.values()
        spoken = relevance.in_paragraph(each.statement) | (_title_terms(each) if titled else frozenset())
        shares.append(relevance.share(spoken))
    best: dict[str | None, float] = {}
    for each, share in zip(given, shares, strict=True):
        language = each.statement.passage.paragraph.language
        best[language] = max(share, best.get(language, 0.0))
    return [
        each
        for each, share in zip(given, shares, strict=True)
        if share >= _NEAR * best[each.statement.passage.paragraph.language]
    ]


def naming(
    given: Sequence[Given], names: frozenset[str], relevance: Relevance, *, in_title: bool
) -> list[Given]:
    """Return the figures in whose paragraph a name of the question stands, the library's subject aside.

    ``in_title``: the article's title may name it too. Not for totals that grow: of those a title names
    one place and the text another.
    """
    common = {name for name in names if relevance.common(name)}
    telling = {name for name in names if len(name) > 1 and not any(_one_name(name, each) for each in common)}
    if not telling:
        return list(given)
    named = [
        each
        for each in given
        if telling & relevance.in_paragraph(each.statement) or (in_title and telling & _title_terms(each))
    ]
    if len({each.statement.group for each in named}) > 1:
        return named
    # An article names once what all of it is about.
    return [
        each
        for each in given
        if each in named
        or telling & relevance.in_source(each.statement)
        or (in_title and relevance.itself(each.statement.terms) >= _ITSELF)
    ]


def _one_name(one: str, other: str) -> bool:
    """Whether two stems are of one name, which has two in two languages: "Tolva", "Tolv"."""
    return one.startswith(other) or other.startswith(one) or one[:_STEM] == other[:_STEM]


def _title_terms(given: Given) -> frozenset[str]:
    source = given.statement.passage.source
    return terms_of(source.title or "", source.language)


def of_holder(given: Sequence[Given], question: Query, family: str) -> list[Given]:
    """Return the percentages whose own clause names whom the question names: one holder's only."""
    spoken = asked_terms(family)
    owners = {fold(word.parts[0]) for word in asked_of(question).spelt if word.raw != word.bare}
    asked = [word.term_set for word in question.words if fold(word.text) not in owners]
    wanted = [terms for terms in asked if not terms & spoken]
    if not wanted:
        return list(given)
    return [each for each in given if any(want & clause_terms(each) for want in wanted)]


def clause_terms(given: Given) -> frozenset[str]:
    """Return the index terms of the part of a sentence that speaks of a figure."""
    start, end = given.figure.clause
    paragraph = given.statement.passage.paragraph
    return terms_of(paragraph.text[start:end], paragraph.language)


def of_all(given: Sequence[Given], question: Query) -> list[Given]:
    """Return the figures without those of some only ("12 children") where others are of all people.

    Not where the question names them.
    """
    some = phrases_of("counted", f"{PEOPLE}.some")
    dismissed = bool(given) and given[0].figure.family == _DISMISSED  # they are workers, all of them
    if dismissed or any(some.at([word.text.lower()], 0) for word in question.words):
        return list(given)
    whole = [each for each in given if not some.at(read_tokens(each.figure.noun).words, 0)]
    return whole or list(given)
