"""Figures of one family side by side: what each voice gives for what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from bot.answer import ContestedPoint, Kind
from bot.asking.asked_amount import AskedAmount
from bot.contested.card_phrases import phrase
from bot.contested.figures.given_figures import (
    Given,
    Relation,
    at_one_time,
    figures_in,
    is_series,
    positions_of,
    strongest,
)
from bot.contested.figures.periods import one_currency, one_period
from bot.contested.figures.same_count import (
    Pair,
    common_places,
    differing,
    of_now,
    places_meet,
)
from bot.contested.neutral import names_in, unlabelled, with_names
from bot.contested.spoken_sentences import Relevance, Statement, terms_of
from index.figures import Unit
from index.figures.anaphora import THAT
from index.figures.families import PEOPLE, Family, families
from index.framings import Framings
from index.languages import LANGUAGES
from index.model import Query
from index.text.dates import month_number
from index.text.terms import fold, parts, terms, words
from index.text.tokens import Phrases, marked, read_tokens
from index.words import table

_AROUND = 0.3  # of the best source's share of the question: below it a source tells of something else
_FARTHEST = 100  # times as much
_STEM = 5  # letters that the stems of one name share
_VALUES = 9  # of one thing; more are figures of many things
_NEAR = 0.5  # of the best paragraph's share of the question, where the family says by itself what is counted
_ITSELF = 0.45  # of the question's other words, in the sentence of a figure whose family is wide
_THERE = 0.75  # of the question's other words, around "the figure" that counts what another text names
_EVERYWHERE = (
    1 / 3
)  # a place named in a third of the paragraphs is the library's subject, no scope of its own


def figure_point(
    question: Query,
    asked: AskedAmount,
    pool: Sequence[Statement],
    framings: Framings,
    language: str,
) -> ContestedPoint | None:
    """Return the figures of the family asked for, a position for each value.

    None unless two voices give two values.
    """
    if asked.family is None:
        return None
    every = figures_in(pool)
    given = [each for each in every if _counts(each, asked.family)]
    # A year says for when, not of what: a figure of the same matter need not repeat it.
    years = {term for word in question.words for term, _ in word.terms if len(term) == 4 and term.isdigit()}
    query, ignored = unlabelled(question, framings), asked_terms(asked.family) | years | _days(question)
    relevance = Relevance(query, pool, ignored)
    family = families().get(asked.family)
    if family is not None and family.grows:
        matter = Relevance(query, pool, ignored | asked_terms(PEOPLE))  # "people" tells no two tolls apart
        given += [each for each in every if each.figure.family == THAT and _points_there(each, matter)]
        given = _spoken(given, matter)
    given = _about(given, relevance, family)
    settled = family is not None and not family.grows
    given = _naming(given, names_in(question, framings), relevance, in_title=settled)
    if family is None and not relevance.speaks:
        return None  # "how many debates": of which matter?
    now = of_now(given)
    if family is not None and family.grows and len({each.statement.group for each in now}) > 1:
        given = now
    given = _of_one_thing(_narrowed(given, asked), question, asked.family, pool)
    given = _one_a_sentence(one_currency(one_period(given, years)), relevance)
    if len({(each.figure.low, each.figure.high) for each in given}) > _VALUES:
        return None
    row = _rivals(given, pool)
    if not row:
        return None
    what = family.headings[language] if family else given[0].figure.noun.lower()
    what = with_names(what, question, framings, language)
    heading = phrase(_heading_key(family, row), language, what=what)
    slug = asked.family.replace("noun:", "")
    return ContestedPoint(f"figure-{slug}", Kind.FIGURE, heading, positions_of(row, language))


def _days(question: Query) -> frozenset[str]:
    """Return the terms of days and months in a question: a text says them once, not by each figure."""
    return frozenset(
        term
        for word in question.words
        if month_number(word.text) is not None or (word.text.isdigit() and len(word.text) <= 2)
        for term, _ in word.terms
    )


def _narrowed(given: Sequence[Given], asked: AskedAmount) -> list[Given]:
    """Return the figures of the people, grade and doer asked about, else those of people in general."""
    want = asked.narrowed
    whole = [each for each in given if not each.figure.mixed]
    fitting = [
        each
        for each in whole
        if each.figure.grade == want.grade
        and each.figure.per == want.per
        and each.figure.doer in ((want.doer,) if want.doer else ("", each.figure.doer))
        and (not each.figure.part or (want.doer and each.figure.doer) or each.figure.per)
        and (not want.deed or each.figure.unit is not Unit.MONEY or each.figure.deed in ("", want.deed))
    ]
    return [each for each in fitting if each.figure.who == want.who]


def _rivals(given: Sequence[Given], pool: Sequence[Statement]) -> list[Given]:
    """Return the figures of which two voices give different ones, with all of the same place and time."""
    common = common_places(given, pool)
    common |= _only_place(given, common)
    pairs = differing(given, common) or differing(given, common, agreeing=True)
    pairs = [pair for pair in pairs if _can_be_one(pair)]
    sides = [each for pair in pairs for each in (pair.one, pair.other)]
    return [each for each in given if any(_belongs(each, side, common) for side in sides)]


def _belongs(one: Given, side: Given, common: frozenset[str]) -> bool:
    """Whether a figure can be of the same thing, place and time as one that differs from another."""
    return at_one_time(one, side) and places_meet(one, side, common) and _near(one, side)


def _can_be_one(pair: Pair) -> bool:
    return _near(pair.one, pair.other)


def _near(one: Given, other: Given) -> bool:
    """Whether two figures are near enough for one thing: a hundred times as many are something else."""
    low, high = sorted((one.figure.low, other.figure.low))
    return not low or high <= _FARTHEST * low


def _heading_key(family: Family | None, given: Sequence[Given]) -> str:
    """Return which heading is true: that figures differ only where one thing is sure to be counted."""
    if family is None or not family.library:
        return "figures_found"
    if is_series(family, given) and strongest(given) is not Relation.AGREE:
        return "figures_series"
    return f"figures_{strongest(given) or Relation.AGREE}"


def _of_one_thing(
    given: Sequence[Given], question: Query, family: str, pool: Sequence[Statement]
) -> list[Given]:
    """Return the figures of one holder or scope, those of some people left out where others are of all."""
    if given and given[0].figure.unit is Unit.PERCENT:
        return _of_all(_of_holder(given, question, family), question)
    return _of_all(_in_scope(given, question, pool), question)


def _counts(given: Given, family: str) -> bool:
    """Whether a figure counts what is asked for; people count as taking part where the sentence says so."""
    figure = given.figure
    if figure.family == family:
        return True
    if family == "crowd" and figure.family == PEOPLE:
        return _marches(given.statement.text)
    return False


@lru_cache(maxsize=64)
def asked_terms(family: str) -> frozenset[str]:
    """Return the index terms of the words that ask for a family; its figures speak of it by themselves."""
    known = families().get(family)
    data: Any = table("asking")
    line = " ".join([*(known.asked if known else ()), *(known.beside if known else ()), *data["amount"]])
    line = line.replace("*", "")
    noun = family.removeprefix("noun:")
    return frozenset([noun, *(term for language in LANGUAGES for term in terms(line, language))])


def _points_there(given: Given, relevance: Relevance) -> bool:
    """Whether the paragraph of a figure that counts what another text names speaks of what is asked."""
    return relevance.speaks and relevance.itself(relevance.in_paragraph(given.statement)) >= _THERE


@cache
def _some() -> Phrases[bool]:
    data: Any = table("counted")
    return marked(data[PEOPLE]["some"])


def _of_all(given: Sequence[Given], question: Query) -> list[Given]:
    """Return the figures without those of some only ("12 children") where others are of all people.

    Not where the question names them.
    """
    if any(_some().at([word.text.lower()], 0) for word in question.words):
        return list(given)
    whole = [each for each in given if not _some().at(read_tokens(each.figure.noun).words, 0)]
    return whole or list(given)


def _about(given: Sequence[Given], relevance: Relevance, family: Family | None) -> list[Given]:
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


def _spoken(given: Sequence[Given], relevance: Relevance) -> list[Given]:
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


def _naming(
    given: Sequence[Given], names: frozenset[str], relevance: Relevance, *, in_title: bool
) -> list[Given]:
    """Return the figures in whose paragraph a name of the question stands, the library's subject aside.

    ``in_title``: the article's title may name it too. Not for totals that grow: of those a title names
    one place and the text another.
    """
    common = {name[:_STEM] for name in names if relevance.common(name)}  # in two languages it has two stems
    telling = {name for name in names if name[:_STEM] not in common and len(name) > 1}
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


def _title_terms(given: Given) -> frozenset[str]:
    source = given.statement.passage.source
    return terms_of(source.title or "", source.language)


def _of_holder(given: Sequence[Given], question: Query, family: str) -> list[Given]:
    """Return the percentages whose own clause names whom the question names: one holder's only."""
    spoken = asked_terms(family)
    owners = {fold(parts(match[0])[0]) for match in words(question.text) if match[0].endswith(("'s", "’s"))}
    asked = [{term for term, _ in word.terms} for word in question.words if fold(word.text) not in owners]
    wanted = [terms for terms in asked if not terms & spoken]
    if not wanted:
        return list(given)
    return [each for each in given if any(want & _clause_terms(each) for want in wanted)]


def _clause_terms(given: Given) -> frozenset[str]:
    start, end = given.figure.clause
    paragraph = given.statement.passage.paragraph
    return terms_of(paragraph.text[start:end], paragraph.language)


def _in_scope(given: Sequence[Given], question: Query, pool: Sequence[Statement]) -> list[Given]:
    """Return the figures of one scope: the place or day asked about, else those that hold for the whole."""
    asked = _spaced(question.text)
    common = common_places(given, pool)
    wanted = {fold(place) for each in given for place in _places(each, common) if _named(place, asked)}
    if wanted:
        return [each for each in given if _at_place(each, common, wanted)]
    common |= _only_place(given, common)
    whole = [each for each in given if not each.figure.part or each.figure.doer]
    return [each for each in whole if not _places(each, common)]


def _only_place(given: Sequence[Given], common: frozenset[str]) -> frozenset[str]:
    """Return the place of the whole matter where there is but one: it is no part of anything then.

    Figures that stand there are the only ones with a place, the texts of all others name it, and no
    source counts both there and in all.
    """
    there = [each for each in given if _places(each, common)]
    others = [each for each in given if not _places(each, common)]
    places = {fold(place) for each in there for place in _places(each, common)}
    both = {each.statement.group for each in there} & {each.statement.group for each in others}
    if len(places) != 1 or both or not others:
        return frozenset()
    return frozenset(places) if all(_names_place(each, *places) for each in others) else frozenset()


def _names_place(given: Given, place: str) -> bool:
    """Whether the paragraph of a figure, or the title over it, names a place."""
    passage = given.statement.passage
    return _named(place, _spaced(f"{passage.source.title or ''} {passage.paragraph.text}"))


def _at_place(given: Given, common: frozenset[str], wanted: set[str]) -> bool:
    """Whether a figure holds for a place: it stands there, or its paragraph names it and it no other."""
    places = {fold(place) for place in _places(given, common)}
    if places or given.figure.part:
        return bool(places & wanted)
    text = _spaced(given.statement.passage.paragraph.text)
    return any(_named(place, text) for place in wanted)


def _places(given: Given, common: frozenset[str]) -> list[str]:
    return [place for place in given.figure.places if fold(place) not in common]


def _named(place: str, asked: str) -> bool:
    return _spaced(place) in asked


def _spaced(text: str) -> str:
    """Return the folded words of a text with a blank around each, so that whole names are found in it."""
    return f" {' '.join(fold(match[0]) for match in words(text))} "


def _one_a_sentence(given: Sequence[Given], relevance: Relevance) -> list[Given]:
    """Return one figure for each sentence and voice: the one whose clause holds most of the question."""
    best: dict[tuple[str, int], Given] = {}
    for each in given:
        old = best.get(each.statement.place)
        if old is None or relevance.share(_clause_terms(each)) > relevance.share(_clause_terms(old)):
            best[each.statement.place] = each
    return list(best.values())


@cache
def _marching() -> Any:
    data: Any = table("counted")
    return marked(data["crowd"]["events"])


def _marches(sentence: str) -> bool:
    return bool(_marching().stand_in(read_tokens(sentence).words))
