"""Days given for one event: "when did it happen", as each voice has it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.answer import ContestedPoint, Kind
from bot.contested.card_phrases import phrase
from bot.contested.facts.same_meaning import terms_like
from bot.contested.figures.deed_days import Dated, date_of, dated_deed
from bot.contested.inquiry import Inquiry
from bot.contested.positions import neutral_key, position, quoted
from bot.contested.spoken_sentences import Statement
from index.model import terms_of_words
from index.text.dates import Day, find_days, weekday_of
from index.values import frozen

_NEAR = 0.4  # of the best sentence's relevance: another day is another event
_SHARED = 2  # telling words of the question that two sentences on one event have in common, at least
_BEFORE = 40  # a day named only after this many characters ("... since January 18") dates something else
_CLAIMS = 2  # of one position
_WEEK = 7  # days
_RECENT = 45  # days: what is told later yet may be of an earlier year


@frozen
class _Dated:
    """A sentence and the day it names."""

    statement: Statement
    day: Day
    text: str


def day_point(inquiry: Inquiry) -> ContestedPoint | None:
    """Return the days that independent sources name for what is asked; None unless two differ for certain."""
    pool, relevance, language = inquiry.pool, inquiry.relevance, inquiry.language
    dated = [each for statement in pool if (each := _dated(statement)) is not None]
    floor = _NEAR * max((relevance.of(each.statement) for each in dated), default=0.0)
    dated = [each for each in dated if relevance.of(each.statement) >= floor]
    dated.sort(key=lambda each: -relevance.of(each.statement))
    if not dated:
        return None
    first = dated[0]
    same = [each for each in dated if relevance.telling(each.statement, first.statement) >= _SHARED]
    same = _of_the_deed(same, inquiry)
    rows: dict[str, list[_Dated]] = {}
    for each in sorted(same, key=lambda each: neutral_key(each.statement)):
        rows.setdefault(_key(each), []).append(each)
    groups = {each.statement.group for each in same}
    if len(rows) < 2 or len(groups) < 2 or not _differ([row[0] for row in rows.values()]):
        return None
    positions = tuple(
        position(quoted(row[0].text, language), [each.statement for each in row], _CLAIMS)
        for row in rows.values()
    )
    return ContestedPoint("figure-day", Kind.FIGURE, phrase("days_given", language), positions)


def _of_the_deed(dated: Sequence[_Dated], inquiry: Inquiry) -> list[_Dated]:
    """Return the sentences that date what is asked, where one has a word of it right beside its day.

    What closed on one day and opened again weeks later is no quarrel on either day. A day of the same week
    may be told of it in other words.
    """
    told = {id(each): dated_deed(each.statement) for each in dated}
    asked = terms_of_words(inquiry.question.words) - inquiry.names
    beside = frozenset().union(*(each.deed & asked for each in told.values() if each))
    if not beside:
        return list(dated)
    beside -= frozenset.intersection(*(each.statement.terms for each in dated))  # what it was done to
    deed = frozenset().union(*map(terms_like, beside))
    named = [each for each in told.values() if each and not deed.isdisjoint(each.near)]
    return (
        [*dated]
        if not beside
        else [
            each
            for each in dated
            if (own := told[id(each)]) is None or any(_of_one_week(own, other) for other in named)
        ]
    )


def _of_one_week(one: Dated, other: Dated) -> bool:
    """Whether the days of two sentences, one may be the other, lie less than a week apart."""
    mine, theirs = date_of(one, other), date_of(other, one)
    return mine is None or theirs is None or abs((mine - theirs).days) < _WEEK


def _dated(statement: Statement) -> _Dated | None:
    """Return the sentence with the one day it names near its start or end; two days are no date."""
    text = statement.text
    days = find_days(text)
    if len(days) != 1 or (days[0].start > _BEFORE and days[0].end < len(text) - _BEFORE):
        return None
    return _Dated(statement, days[0], text[days[0].start : days[0].end])


def _key(dated: _Dated) -> str:
    day = dated.day
    return f"{day.month}-{day.day}" if day.weekday is None else f"{day.weekday} {dated.statement.group}"


def _differ(dated: Sequence[_Dated]) -> bool:
    """Whether two of the days cannot be one: by month and day, or by day of the week where it is known."""
    for index, one in enumerate(dated):
        for other in dated[index + 1 :]:
            if one.statement.group == other.statement.group:
                continue
            if one.day.month and other.day.month:
                if (one.day.month, one.day.day) != (other.day.month, other.day.day):
                    return True
                continue
            weekdays = _weekday(one), _weekday(other)
            if None not in weekdays and weekdays[0] != weekdays[1]:
                return True
    return False


def _weekday(dated: _Dated) -> int | None:
    """Return the day of the week; None where nobody tells the year and it was long before its text."""
    source, day = dated.statement.passage.source, dated.day
    published = source.published or source.reposted
    if day.weekday is None and day.year is None and not _is_recent(day, published):
        return None
    return weekday_of(day, published)


def _is_recent(day: Day, published: str | None) -> bool:
    """Whether a day without a year lies so shortly before its text that it can be of no other year."""
    try:
        told = date.fromisoformat(published or "")
        year = told.year - ((day.month or 0, day.day or 0) > (told.month, told.day))
        return (told - date(year, day.month or 0, day.day or 0)).days <= _RECENT
    except ValueError:
        return False
