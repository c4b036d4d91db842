"""How long, how far and how large one thing is, told differently: "a 12-day siege", "it lasted 14 days".

Of one event there is one siege, one complaint, one place: where two sources measure it, and neither gives the
number of the other too, they differ. What it is must be named right beside the number.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from itertools import combinations

from bot.answer import ContestedPoint, Kind, Position
from bot.contested.card_phrases import phrase
from bot.contested.facts.statements import times_in_text
from bot.contested.figures.times import seconds_in
from bot.contested.neutral import as_written
from bot.contested.one_event import Events, names_of
from bot.contested.positions import neutral_key, position, quoted
from bot.contested.spoken_sentences import UNDATED, Statement, days_between, terms_of
from index.expressions import pattern
from index.figures import Hedge
from index.figures.families import OPEN_NOUN
from index.figures.figure import ABOUT
from index.figures.numbers import read_numbers
from index.text.terms import fold, stem, stop_words
from index.text.tokens import Tokens, kinds_of, phrases_of, read_tokens
from index.values import frozen, replace
from index.words import table, word_list

_FILE = "extents"
_ADJECTIVES = 2  # words between "12-day" and "siege": "the 12-day armed siege"
_BEFORE = 6  # words before "lasted" among which it is named what did
_PLACE = 6  # words from "south of" to the name of a place: "the small town of"
_STAYED = 4  # words before a time among which it is told that somebody stayed
_LEAD = 16  # words before a distance that tell what lies there
_SHARED = 2  # of them, two texts have in common
_APART = 0.02  # of a number: so little apart it is one, in two units or rounded
_FAR_APART = 0.2  # of a distance, which is measured from a town's middle or its edge
_MOST_TIMES = 3.0  # as long: what is told to last longer yet is something else
_DAY = 86_400  # seconds
_AT_ONCE = 2  # days between two reports of what was still going on, and what it had grown by
_CLAIMS = 4  # of one position
_YEAR = 4  # letters of a year
_MADE = 5  # words from "five hours to" to the trip that takes so long
_JOINED = pattern(r"-(?=[^\W\d])")
_UP_TO = frozenset({Hedge.AT_MOST, Hedge.LESS_THAN, Hedge.ALMOST})


class Measure(StrEnum):
    """What is measured; also how the phrases that head such points end."""

    TIME = "time"
    LENGTH = "length"
    SIZE = "size"


@frozen
class Extent:
    """How long, far or large one thing is, as a sentence tells it."""

    statement: Statement
    text: str
    measure: Measure
    what: str  # the kind of thing, or the place from which a distance is told
    size: float  # in seconds, metres, or as it is counted
    about: frozenset[str] = frozenset()  # what lies there, or the names of whom it is told
    least: int = 0  # of which two sentences share so many
    rough: bool = False  # whether it is only told about
    spread: float = 0.0  # how far "10 to 12" goes to either side


def extent_points(pool: Sequence[Statement], events: Events, language: str) -> list[ContestedPoint]:
    """Return a point for each thing that two sources of a pool measure differently."""
    rows: dict[tuple[str, Measure], list[Extent]] = {}
    for statement in pool:
        for each in extents_in(statement):
            rows.setdefault((each.what, each.measure), []).append(each)
    points = []
    for (what, measure), row in sorted(rows.items()):
        told = _differing(row, events)
        if told:
            named = as_written(what, (each.text for each in told)) if measure is Measure.LENGTH else ""
            head = phrase(f"measured_{measure}", language)
            head = phrase("of_names", language, what=head, names=named) if named else head
            heading, key = phrase("figures_differ", language, what=head), f"figure-{measure}-{what}"
            points.append(ContestedPoint(key, Kind.FIGURE, heading, _positions(told, language)))
    return points


def extents_in(statement: Statement) -> list[Extent]:
    """Return how long, how far and how large things are told to be in a sentence."""
    tokens = read_tokens(_JOINED.sub(" ", statement.text))  # "12-day": nothing moves
    if _units().isdisjoint(tokens.words):
        return []
    found = []
    for number in read_numbers(tokens, statement.passage.paragraph.language):
        half = tokens.words[max(0, number.first - 2) : number.first - 1] == ["-"]  # "a five- to six-hour way"
        if number.last >= len(tokens) or number.hedge is Hedge.VAGUE or half:
            continue
        value = number.high if number.hedge in _UP_TO else number.low
        middle = number.hedge in {Hedge.ABOUT, Hedge.BETWEEN}
        value = (number.low + number.high) / 2 if middle else value
        extent = _extent(statement, tokens, (number.first, number.last), value)
        if extent is not None:
            wide = (number.high - number.low) / 2 if number.hedge is Hedge.BETWEEN else 0.0
            spread = wide * extent.size / value if value else 0.0
            found.append(replace(extent, rough=number.hedge is Hedge.ABOUT, spread=spread))
    return found


def _extent(statement: Statement, tokens: Tokens, place: tuple[int, int], value: float) -> Extent | None:
    """Return what a number measures, from its words and the unit behind them."""
    (first, unit), language = place, statement.passage.paragraph.language
    word = tokens.words[unit]
    text = statement.text[tokens.starts[first] : tokens.ends[unit]]
    seconds = seconds_in(f"{OPEN_NOUN}{stem(fold(word), language)}")
    if seconds:
        what = _named(tokens, first, unit, "things")
        if what:
            return Extent(statement, text, Measure.TIME, what, value * seconds)
        where = _stay(tokens, first, unit, language)
        names = frozenset(names_of(f", {statement.text}"))
        return Extent(statement, text, Measure.TIME, where, value * seconds, names, 1) if where else None
    metres = table("counted_alike")["metres_in"].get(word)
    if metres:
        of = _place(tokens, unit + 1)
        about = terms_of(" ".join(tokens.raw[max(0, first - _LEAD) : first]), language)
        return Extent(statement, text, Measure.LENGTH, of, value * metres, about, _SHARED) if of else None
    kind = kinds_of(_FILE, "units").at(tokens.words, unit)
    what = _named(tokens, first, unit, "sized") if kind else ""
    return Extent(statement, text, Measure.SIZE, f"{what}-{kind[1]}", value) if kind and what else None


def _stay(tokens: Tokens, first: int, unit: int, language: str | None) -> str:
    """Return where somebody stayed so long: "was held for 12 days in jail", "60 días bajo el agua"."""
    words = tokens.words
    if not phrases_of(_FILE, "words.stayed").stand_in(words[max(0, first - _STAYED) : first]):
        return ""
    if unit + 1 >= len(words) or words[unit + 1] not in word_list(_FILE, "words.within"):
        return ""
    for at in range(unit + 2, min(len(words), unit + 2 + _ADJECTIVES)):
        if words[at] not in stop_words():
            return stem(fold(words[at]), language) if tokens.raw[at][0].islower() else ""
    return ""


@cache
def _units() -> frozenset[str]:
    """Return the units, one of each too."""
    lists = table("counted_alike")
    several = frozenset(lists["seconds_in"])
    sizes = {word for row in table(_FILE)["units"].values() for word in row}
    return several | {unit[:-1] for unit in several} | frozenset(lists["metres_in"]) | sizes


def _named(tokens: Tokens, first: int, unit: int, key: str) -> str:
    """Return the kind of thing that is measured, named right beside its measure; "" where none is."""
    words, things = tokens.words, kinds_of(_FILE, key)
    if not word_list(_FILE, "words.another").isdisjoint(words[max(0, first - _ADJECTIVES) : first]):
        return ""
    of, lasted = word_list(_FILE, "words.of"), phrases_of(_FILE, "words.lasted").before(words, first)
    before = things.before(words, first - 1) if first and words[first - 1] in of else None
    if before:
        return before[1]  # "un asedio de 12 días"
    if lasted:
        near = range(first - lasted[0] - 1, max(-1, first - lasted[0] - 1 - _BEFORE), -1)
        return next((hit[1] for at in near if (hit := things.at(words, at))), "")
    if phrases_of(_FILE, "words.takes").stand_in(words[max(0, first - _BEFORE) : first]):
        made = words[unit + 1 : unit + 2] and words[unit + 1] in word_list("distance", "purpose")
        near = range(unit + 2, min(len(words), unit + 2 + _MADE)) if made else range(0)
        return next((hit[1] for at in near if (hit := things.at(words, at))), "")
    linked = unit + 1 < len(words) and words[unit + 1] in of  # "twelve days of siege"
    start = unit + 2 if linked else unit + 1
    for at in range(start, min(len(words), start + (1 if linked else _ADJECTIVES + 1))):
        hit = things.at(words, at)
        if hit and _ends_there(tokens, at + hit[0]):
            return hit[1]
        if not words[at][0].isalpha() or words[at] in stop_words():
            break
    return ""


def _ends_there(tokens: Tokens, at: int) -> bool:
    """Whether what lasted is named in full: a "siege", not a "siege mentality"."""
    return at >= len(tokens) or not tokens.words[at][0].isalpha() or tokens.words[at] in stop_words()


def _place(tokens: Tokens, at: int) -> str:
    """Return the place from which a distance is told: "30 miles (48 km) south of the small town of Keld"."""
    words = tokens.words
    if words[at : at + 1] == ["("]:
        at = next((n + 1 for n in range(at, min(len(words), at + 6)) if words[n] == ")"), at)
    direction = phrases_of(_FILE, "words.directions").at(words, at)
    at += direction[0] if direction else 0
    if words[at : at + 1] == [] or words[at] not in word_list(_FILE, "words.from"):
        return ""
    for n in range(at + 1, min(len(words), at + 1 + _PLACE)):
        if tokens.raw[n][0].isupper():
            return fold(words[n])
        if not words[n][0].isalpha():
            return ""
    return ""


def _differing(row: Sequence[Extent], events: Events) -> list[Extent]:
    """Return the measures of which two sources differ."""
    held: dict[str, list[float]] = {}
    for each in row:
        held.setdefault(each.statement.group, []).append(each.size)
    found: dict[int, Extent] = {}
    least = _FAR_APART if row[0].measure is Measure.LENGTH else _APART
    once = {group for group, sizes in held.items() if all(_close(a, sizes[0], least) for a in sizes)}
    for one, other in combinations([each for each in row if each.statement.group in once], 2):
        if one.statement.group == other.statement.group or _meet(one, other, least):
            continue
        if max(one.size, other.size) > _MOST_TIMES * min(one.size, other.size):
            continue
        if len(one.about & other.about) < one.least or _grew(one, other):
            continue
        if _one_matter(one.statement, other.statement, events):
            found |= {id(one): one, id(other): other}
    return list(found.values())


def _close(one: float, other: float, least: float) -> bool:
    return abs(one - other) <= least * max(one, other)


def _meet(one: Extent, other: Extent, least: float) -> bool:
    """Whether two measures can be one: they lie close, or what one of them spans reaches the other."""
    if abs(one.size - other.size) <= one.spread + other.spread:
        return True
    return _close(one.size, other.size, _least(one, other, least))


def _least(one: Extent, other: Extent, least: float) -> float:
    """Return how far apart two measures must be: what is only told about is a tenth more or less."""
    return max(least, ABOUT) if one.rough or other.rough else least


def _grew(one: Extent, other: Extent) -> bool:
    """Whether a thing went on between two reports: the later one tells of it as longer by about so much."""
    if one.measure is not Measure.TIME:
        return False
    early, late = sorted((one, other), key=lambda each: each.statement.date)
    if late.statement.date >= UNDATED:
        return True  # nobody knows when it was told
    days = days_between(early.statement, late.statement)
    more = (late.size - early.size) / _DAY
    return days is None or (days > 0 < more <= days + _AT_ONCE)


def _one_matter(one: Statement, other: Statement, events: Events) -> bool:
    """Whether two sources tell of one event and year, and each speaks of what the other's sentence names."""
    years = [{time for time in times_in_text(each.text, "") if len(time) == _YEAR} for each in (one, other)]
    own = {each.date[:_YEAR] for each in (one, other)}
    if (years[0] ^ years[1]) - own:
        return False  # "as in 1993, when a siege of 51 days": that was another
    return events.alike(one, other) and events.knows(one, other)


def _positions(told: Sequence[Extent], language: str) -> tuple[Position, ...]:
    """Return a position for each length, in neutral order."""
    rows: dict[float, list[Extent]] = {}
    for each in sorted(told, key=lambda each: neutral_key(each.statement)):
        size = next((size for size in rows if _close(size, each.size, _APART)), each.size)
        rows.setdefault(size, []).append(each)
    return tuple(
        position(quoted(row[0].text, language), [each.statement for each in row], _CLAIMS)
        for row in rows.values()
    )
