"""On which day one deed was done, told differently by two sources of a library: on the 4th, on the 9th.

The two sentences tell the same in nearly the same words. The later of the two days must lie before both
texts, else it may have been done again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations, takewhile

from bot.answer import ContestedPoint, Kind
from bot.contested.card_phrases import phrase
from bot.contested.facts.statements import STOPS, one_speaker
from bot.contested.figures.given_figures import figures_in
from bot.contested.one_event import Events, names_of
from bot.contested.positions import neutral_key, position, quoted
from bot.contested.spoken_sentences import UNDATED, Statement, terms_of
from index.figures.families import TOLLS
from index.languages import known_or_first
from index.text.dates import Day, find_days, month_number
from index.text.terms import stop_words
from index.text.tokens import phrases_of, read_tokens
from index.values import frozen
from index.words import word_list

_BESIDE = 2  # words that say something, before or behind a day, of which one is the deed
_NEAR = 8  # words before or behind a day among which its deed stands
_SHARED = 4  # words that both sentences have in common, and
_PLAIN = 3  # those of them that are no names
_SURE = 4  # of them, where nothing else tells that two texts are of one event
_APART = 2  # days at least: one day is that of another time zone, or of the news
_FARTHEST = 45  # days: what lies farther apart was done twice
_WEEK = 7
_WHOLE = 10  # letters of a whole date
_LEAP = 2000  # stands for a year that nobody tells
_MOST = 300  # sentences with a day that are compared
_CLAIMS = 2  # of one position


@frozen
class Dated:
    """A sentence that tells what was done on one day."""

    statement: Statement
    language: str
    year: int | None  # None where neither the sentence nor its text tells it
    month: int
    day: int
    text: str
    deed: frozenset[str]  # terms right beside the day
    near: frozenset[str]  # all terms in its part of the sentence that stand near it
    loose: bool  # whether only the day of the week is told, of which all news is full


def day_points(pool: Sequence[Statement], events: Events, language: str) -> list[ContestedPoint]:
    """Return a point for each deed that two sources date differently."""
    dated = [each for statement in pool if (each := dated_deed(statement)) is not None][:_MOST]
    points: list[ContestedPoint] = []
    taken: set[tuple[str, int]] = set()
    for one, other in combinations(dated, 2):
        places = {one.statement.place, other.statement.place}
        if not places & taken and _differ(one, other, events) and not _befell(one, other):
            taken |= places
            points.append(_point(one, other, language))
    return points


def dated_deed(statement: Statement) -> Dated | None:
    """Return what a sentence dates; None where it names no day or several, or tells of what is to come."""
    days = find_days(statement.text)
    if len(days) != 1:
        return None
    day = days[0]
    lead, rest = statement.text[: day.start], statement.text[day.end :]
    words = read_tokens(f"{lead} {rest}").words  # no "may" of its own
    if phrases_of("particulars", "to_come.words").stand_in(words):
        return None
    told = _on_calendar(statement, day)
    if told is None or "?" in words or phrases_of("distance", "conditions").stand_in(words):
        return None
    language = known_or_first(statement.passage.paragraph.language)
    if _is_told_then(lead):
        return None
    before, behind = _last_words(lead, language, -1), _last_words(rest, language, 1)
    near = _near(lead, language, -1) | _near(rest.lstrip(", "), language, 1)
    text = statement.text[day.start : day.end]
    return Dated(statement, language, *told, text, before or behind, near, day.month is None)


def _is_told_then(lead: str) -> bool:
    """Whether a day is the one on which something was told: "told reporters in Keld on Tuesday"."""
    tokens = read_tokens(lead)
    near = takewhile(lambda at: tokens.words[at] not in STOPS, range(len(tokens) - 1, -1, -1))
    light = stop_words() | word_list("figures", "hearers")
    verb = next((at for at in near if tokens.raw[at][0].islower() and tokens.words[at] not in light), None)
    return verb is not None and tokens.words[verb] in word_list("figures", "told")


def _last_words(text: str, language: str, way: int) -> frozenset[str]:
    """Return the terms of the words next to a day, in its part of the sentence; a name is no deed."""
    found: list[str] = []
    for word in read_tokens(text).raw[::way]:
        if word in STOPS:
            break
        if word[0].islower() and terms_of(word, language):
            found.append(word)
        if len(found) == _BESIDE:
            break
    return terms_of(" ".join(found), language)


def _near(text: str, language: str, way: int) -> frozenset[str]:
    """Return the terms of the words near a day, in its part of the sentence."""
    words = takewhile(lambda word: word not in STOPS, read_tokens(text).raw[::way][:_NEAR])
    return terms_of(" ".join(words), language)


def _on_calendar(statement: Statement, told: Day) -> tuple[int | None, int, int] | None:
    """Return year, month and day that a sentence names: the last such day before its text."""
    known = statement.date if statement.date < UNDATED and len(statement.date) == _WHOLE else None
    published = date.fromisoformat(known) if known else None
    if told.month and told.day:
        return told.year or (published.year if published else None), told.month, told.day
    if told.weekday is None or published is None:
        return None
    day = published - timedelta(days=(published.weekday() - told.weekday) % _WEEK)
    return day.year, day.month, day.day


def date_of(one: Dated, other: Dated) -> date | None:
    """Return the day of one sentence; where its year is not told it is that of the other one."""
    try:
        return date(one.year or other.year or _LEAP, one.month, one.day)
    except ValueError:
        return None


def _differ(one: Dated, other: Dated, events: Events) -> bool:
    """Whether two sources tell of one deed, and of two days."""
    mine, theirs = one.statement, other.statement
    if mine.group == theirs.group or one_speaker(mine, theirs) or one.language != other.language:
        return False
    days = date_of(one, other), date_of(other, one)
    if days[0] is None or days[1] is None or not _APART <= abs((days[0] - days[1]).days) <= _FARTHEST:
        return False
    later = max(days[0], days[1]).isoformat()
    if any(each.date < UNDATED and each.date < later for each in (mine, theirs)):
        return False
    least = _PLAIN if events.alike(mine, theirs) else _SURE
    return _one_deed(one, other, least) and not events.strange(mine, theirs)


def _befell(*told: Dated) -> bool:
    """Whether a sentence counts whom something befell: people are killed, or arrested, day after day."""
    return any(each.figure.family in TOLLS for each in figures_in([one.statement for one in told]))


def _one_deed(one: Dated, other: Dated, least: int) -> bool:
    """Whether two sentences have most of their words in common, those beside one of the days too.

    Those beside both, where both are days of the week: all news is full of such days.
    """
    if _which(one) != _which(other):
        return False  # "the second phase began on Monday"
    shared = one.statement.terms & other.statement.terms
    names = terms_of(" ".join(names_of(one.statement.text)), one.language)
    plain = {t for t in shared - names if t.isalpha() and not month_number(t)}
    if len(shared) < _SHARED or len(plain) < least:
        return False
    near = [bool(a.deed) and a.deed <= b.near for a, b in ((one, other), (other, one))]
    return all(near) if one.loose and other.loose else any(near)


def _which(told: Dated) -> frozenset[str]:
    """Return the words by which a sentence tells which of several it speaks of: "the second", "another"."""
    return word_list("extents", "words.another").intersection(read_tokens(told.statement.text).words)


def _point(one: Dated, other: Dated, language: str) -> ContestedPoint:
    rows = sorted((one, other), key=lambda each: neutral_key(each.statement))
    positions = tuple(position(quoted(each.text, language), [each.statement], _CLAIMS) for each in rows)
    first = min((each.month, each.day) for each in rows)
    return ContestedPoint(
        f"figure-day-{first[0]:02}-{first[1]:02}", Kind.FIGURE, phrase("days_given", language), positions
    )
