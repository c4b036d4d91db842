"""The amounts that different voices give for what is asked, where it is not sure that they count the same.

Nothing is asserted of them: each stands in its own words beside the others. So they need not agree in
scope, but each must count what is asked, and speak of the matter that is asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from bot.asking.asked import asked_of
from bot.asking.asked_amount import AskedAmount, Measure
from bot.contested.figures.asked_matter import clause_terms
from bot.contested.figures.asked_scope import names_place
from bot.contested.figures.best_told import best_supported, is_one_amount, of_one_size, of_one_year
from bot.contested.figures.counted_alike import counted_as, lasts
from bot.contested.figures.given_figures import Given, at_one_time, events_apart, of_two, value_of
from bot.contested.figures.measured import is_moment, metres_in, of_two_ways, says_what_lasted
from bot.contested.figures.other_counts import (
    is_age,
    is_further,
    is_of_others,
    of_other_times,
    of_two_cases,
)
from bot.contested.figures.periods import one_currency, one_period
from bot.contested.figures.same_count import come_about, key_of
from bot.contested.figures.times import seconds_in
from bot.contested.figures.two_events import of_two_events
from bot.contested.figures.two_groups import with_one_more
from bot.contested.one_event import Events
from bot.contested.relevance import Relevance
from bot.contested.spoken_sentences import Statement, terms_of
from index.figures import Hedge, Unit
from index.figures.families import OPEN_NOUN, PEOPLE, families, family_words
from index.figures.particulars import OF_A_NATION
from index.model import Query, terms_of_words
from index.text.terms import fold, stem
from index.text.tokens import kinds_of, read_tokens
from index.values import frozen
from index.words import word_list

MOST = 6  # values that a reader still compares
_ABOUT = 0.4  # of the question's words, in all that a source tells where its figures say what they count
_ITSELF = 0.45  # of the question's words that the texts know, in the sentence of an amount
_SPREAD = 2 / 3  # of the independent sources: a name in so many of them is their matter itself
_NEARLY = 0.5  # of the best sentence's part of the question
_NEAR = 4  # times as much: what differs more may be of something else
_CROWD = "crowd"
_TAKING_PART = frozenset({PEOPLE, _CROWD, "votes"})  # who takes part in a vote is counted by any of them


@frozen
class Matter:
    """What a question asks of: its words beside the amount, its names, the years and the amount asked for."""

    query: Query  # without the labels of any framing
    relevance: Relevance
    ignored: frozenset[str]  # the terms that say what is counted, or when
    names: tuple[frozenset[str], ...]  # of each name its terms, in any language
    years: frozenset[str]
    asked: AskedAmount

    @property
    def spoken(self) -> frozenset[str]:
        """The terms of the question's words beside the amount."""
        return terms_of_words(self.query.words) - self.ignored


def found_figures(every: Sequence[Given], matter: Matter) -> list[Given]:
    """Return the amounts of what is asked, the best told of each voice; none unless two give two values."""
    noun = _noun_of_those(matter) if matter.asked.family == _CROWD else None
    given = [each for each in every if _fits(each, matter.asked) and _counts(each, matter.asked, noun)]
    told = [each for each in given if _tells_of_it(each, matter)]
    given = _naming(come_about(told, matter.query) if _is_counted(told) else told, matter)
    given = one_currency(one_period(_of_deed(given, matter.asked), set(matter.years)))
    tolls = _befalls(matter.asked)
    given = of_one_year(given) if tolls else given
    kept = best_supported(of_one_size(_near_best(_one_a_voice(given, matter.relevance), matter), tolls), MOST)
    kept = [each for each in kept if not events_apart(kept[0], each)]
    if len({each.who for each in kept}) < 2 or is_one_amount(kept):
        return []
    apart = any(_of_two_things(one, other) for one, other in combinations(kept, 2))
    return [] if apart or (matter.asked.measure is not None and of_two_ways(kept)) else kept


def _befalls(asked: AskedAmount) -> bool:
    """Whether what befell people is counted, on one event: such a toll grows."""
    family = families().get(asked.family or "")
    return family is not None and family.grows


def _is_counted(given: Sequence[Given]) -> bool:
    return bool(given) and given[0].figure.unit is Unit.COUNT


def worded(given: Given) -> str:
    """Return an amount as its text words it, with what follows of it: "six weeks", "$3 million a day"."""
    figure, paragraph = given.figure, given.statement.passage.paragraph
    behind = read_tokens(paragraph.text[figure.end : given.statement.end])
    end = 0
    named = figure.noun and behind.raw[:1] == [figure.noun]
    if figure.unit is Unit.COUNT and (named or metres_in(given) is not None):
        end = behind.ends[0]
    elif figure.per and (rate := kinds_of("particulars", "rates").at(behind.words, 0)) is not None:
        end = behind.ends[rate[0] - 1]
    return paragraph.text[figure.start : figure.end + end]


def _of_two_things(one: Given, other: Given) -> bool:
    """Whether two amounts are told of two: two strikes, percentages of two groups."""
    parts = one.figure.unit is Unit.PERCENT
    near = -1 <= one.figure.low - other.figure.low <= 1
    if of_two(one, other) or of_two_events(one, other) or (near and with_one_more(one, other)):
        return True
    return parts and of_two_cases(one, other)


def with_others(
    row: Sequence[Given], every: Sequence[Given], matter: Matter, pool: Sequence[Statement]
) -> list[Given]:
    """Return figures that differ with all others of the same thing, the values of most sources first kept.

    The sources of the others need not name where it was in the same paragraph, if they name it at all.
    """
    places = {fold(place) for each in row for place in each.figure.places}
    elsewhere = {fold(place) for each in every for place in each.figure.places} - places
    given = [
        each
        for each in every
        if _fits(each, matter.asked) and not (elsewhere and names_place(each, *elsewhere))
    ]
    given = one_period(_naming(given, matter), set(matter.years))
    fresh = [each for each in given if each not in row and not any(of_two(each, one) for one in row)]
    events = Events(pool)
    others = [each for each in fresh if any(_is_like(each, one, events) for one in row)]
    known = {value_of(each) for each in row}
    added = best_supported([each for each in others if value_of(each) not in known], MOST - len(known))
    return [*row, *added, *(each for each in others if value_of(each) in known)]


def _is_like(one: Given, row: Given, events: Events) -> bool:
    """Whether a figure counts what one of a row counts, of one event and time and about as much."""
    if key_of(one) is None or key_of(one) != key_of(row) or Hedge.VAGUE is one.figure.hedge:
        return False
    low, high = sorted((value_of(one), value_of(row)))
    if not 0 < high <= _NEAR * low or of_other_times(one, row) or not at_one_time(one, row):
        return False
    return events.bound(one.statement, row.statement)


def _near_best(given: Sequence[Given], matter: Matter) -> list[Given]:
    """Return the amounts whose sentences speak of the matter nearly as much as the best of their language."""
    relevance, best = matter.relevance, dict[str | None, float]()
    for each in given:
        language = each.statement.passage.paragraph.language
        best[language] = max(relevance.of(each.statement), best.get(language, 0.0))
    return [
        each
        for each in given
        if _says_what(each, matter.asked)
        or says_what_lasted(each, matter.spoken)
        or relevance.of(each.statement) >= _NEARLY * best[each.statement.passage.paragraph.language]
    ]


def _fits(given: Given, asked: AskedAmount) -> bool:
    """Whether a figure is of the people, grade and rate asked about, and a number of its own."""
    figure, want = given.figure, asked.narrowed
    others = is_further(given) or (want.further and is_of_others(given))
    if figure.mixed or is_age(given) or Hedge.VAGUE is figure.hedge or others is not want.further:
        return False
    if figure.unit is Unit.PERCENT and _is_of_some(given):
        return False
    who = "" if figure.who.startswith(OF_A_NATION) else figure.who  # "18 Freedonians" may be all of them
    if (who, figure.grade) != (want.who, want.grade) or (want.doer and figure.doer != want.doer):
        return False
    if figure.unit is Unit.MONEY:  # what it costs a day, too, is an answer to what it costs
        return want.per in ("", figure.per)
    return figure.per == want.per and (not figure.part or bool(figure.doer) or want.further)


def _is_of_some(given: Given) -> bool:
    """Whether a percentage names of whom it is, who may be some of those asked about: "of young voters"."""
    behind = read_tokens(given.statement.text[given.figure.end - given.statement.start :]).words
    return not word_list("counting", "of_words").isdisjoint(behind[:1])


def _noun_of_those(matter: Matter) -> str | None:
    """Return the family of the noun by which those are asked for who took part: "how many singers"."""
    counted = asked_of(matter.query).counted
    return OPEN_NOUN + stem(counted, matter.query.language) if counted else None


def _counts(given: Given, asked: AskedAmount, noun: str | None) -> bool:
    """Whether a figure counts what is asked for, by that name or another one."""
    figure, family = given.figure, asked.family or ""
    if lasts(figure.family) and is_moment(given):
        return False
    if asked.measure is not None:
        return _is_measured(given, asked.measure)
    if family in _TAKING_PART and figure.unit is Unit.COUNT and figure.family in {noun, *_TAKING_PART}:
        return figure.family != PEOPLE or family == PEOPLE
    if figure.family == PEOPLE and family.startswith(OPEN_NOUN):  # "how many Freedonians"
        language = given.statement.passage.paragraph.language
        return family == f"{OPEN_NOUN}{stem(fold(figure.noun), language)}"
    if family == PEOPLE and asked.narrowed.who:  # "seven crew members": of that group all are people
        return figure.unit is Unit.COUNT and (figure.family or OPEN_NOUN).startswith((PEOPLE, OPEN_NOUN))
    return counted_as(figure.family) == counted_as(family)


def _is_measured(given: Given, measure: Measure) -> bool:
    figure = given.figure
    if measure is Measure.TIME:
        return seconds_in(figure.family) is not None
    if measure is Measure.LENGTH:
        return figure.unit is Unit.COUNT and metres_in(given) is not None
    return figure.unit is Unit.PERCENT


def _of_deed(given: Sequence[Given], asked: AskedAmount) -> list[Given]:
    """Return the amounts of money with which is done what is asked, where two sources tell that."""
    want = asked.narrowed.deed
    money = [each for each in given if each.figure.unit is Unit.MONEY]
    if not want or not money:
        return list(given)
    told = [each for each in money if each.figure.deed == want]
    if len({each.statement.group for each in told}) > 1:
        return told
    return [each for each in money if each.figure.deed in ("", want)]


def _tells_of_it(given: Given, matter: Matter) -> bool:
    """Whether the sentence of an amount speaks of what is asked."""
    relevance = matter.relevance
    if not relevance.speaks:
        return True
    around, said = _around(given, relevance), given.statement.terms
    if _says_what(given, matter.asked):
        # A text names its matter once.
        return relevance.itself(said | around | relevance.in_source(given.statement)) >= _ABOUT
    if says_what_lasted(given, matter.spoken):
        return True
    names = frozenset(term for name in matter.names for term in name)
    return relevance.itself(said | (around & names)) >= _ITSELF


def _says_what(given: Given, asked: AskedAmount) -> bool:
    """Whether what befell or was done by those counted is said of them: the matter stands around it then."""
    family = families().get(asked.family or "")
    return family is not None and family.id == given.figure.family and bool(family_words(family.id, "events"))


def _naming(given: Sequence[Given], matter: Matter) -> list[Given]:
    """Return the amounts beside which what the question names is named: half of it at least.

    A name that nearly all sources hold is their matter itself: one that names it anywhere will do.
    """
    relevance = matter.relevance
    known = [name for name in matter.names if any(relevance.knows(term) for term in name)]
    wide = [name for name in known if relevance.spread(name) >= _SPREAD]

    def named(each: Given) -> int:
        around, source = _around(each, relevance), relevance.in_source(each.statement)
        return sum(not name.isdisjoint(source if name in wide else around) for name in known)

    return [each for each in given if 2 * named(each) >= len(known)]


def _around(given: Given, relevance: Relevance) -> frozenset[str]:
    """Return the terms of the paragraph of an amount, and of the title over it."""
    source = given.statement.passage.source
    return terms_of(source.title or "", source.language) | relevance.in_paragraph(given.statement)


def _one_a_voice(given: Sequence[Given], relevance: Relevance) -> list[Given]:
    """Return one amount for each sentence, the one whose clause holds most of the question, best first."""
    ranked = sorted(given, key=lambda each: (bool(each.figure.per), -relevance.share(clause_terms(each))))
    firsts = {each.statement.place: each for each in reversed(ranked)}
    return sorted(firsts.values(), key=lambda each: -relevance.of(each.statement))
