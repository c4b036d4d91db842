"""How old those of a group are, from the youngest to the oldest: "aged between 9 and 14", "aged 9 to 15".

Of one event there is one such group where each of two sources gives one span of ages.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from bot.answer import ContestedPoint, Kind
from bot.contested.card_phrases import phrase
from bot.contested.one_event import Events
from bot.contested.positions import neutral_key, position, quoted
from bot.contested.spoken_sentences import Statement
from index.text.tokens import Tokens, phrases_of, read_tokens
from index.values import frozen
from index.words import word_list

_FILE = "extents"
_SPAN = 5  # words from the youngest to the oldest: "between about 9 and some 14"
_WIDEST = 25  # years between them: wider spans are of people at large
_SHARED = 2  # words that two sentences share
_CLAIMS = 4  # of one position


@frozen
class Ages:
    """The youngest and the oldest of a group, as a sentence tells them."""

    statement: Statement
    text: str
    span: tuple[int, int]


def group_age_points(pool: Sequence[Statement], events: Events, language: str) -> list[ContestedPoint]:
    """Return the point on which sources give the ages of one group differently."""
    rows: dict[str, list[Ages]] = {}
    for statement in pool:
        for each in ages_in(statement):
            rows.setdefault(statement.group, []).append(each)
    once = [row[0] for row in rows.values() if len({each.span for each in row}) == 1]
    told = [pair for pair in combinations(once, 2) if _differ(*pair, events)]
    spans: dict[tuple[int, int], list[Ages]] = {}
    for each in sorted({id(one): one for pair in told for one in pair}.values(), key=_order):
        spans.setdefault(each.span, []).append(each)
    if len(spans) < 2:
        return []
    positions = tuple(
        position(quoted(row[0].text, language), [each.statement for each in row], _CLAIMS)
        for row in spans.values()
    )
    heading = phrase("figures_differ", language, what=phrase("measured_ages", language))
    return [ContestedPoint("figure-ages", Kind.FIGURE, heading, positions)]


def _order(ages: Ages) -> tuple[str, str, str, int]:
    return neutral_key(ages.statement)


def _differ(one: Ages, other: Ages, events: Events) -> bool:
    """Whether two sources of one event give one group other ages: one end of the two spans is the same."""
    mine, theirs = one.span, other.span
    near = mine != theirs and (mine[0] == theirs[0] or mine[1] == theirs[1])
    shared = len(one.statement.terms & other.statement.terms)
    return near and shared >= _SHARED and events.alike(one.statement, other.statement)


def ages_in(statement: Statement) -> list[Ages]:
    """Return the spans of ages that a sentence tells."""
    tokens, found = read_tokens(statement.text), []
    for at, size, _ in phrases_of(_FILE, "words.ages").hits(tokens.words):
        span = _span(tokens, at + size)
        if span is None:
            continue
        first, last = (int(tokens.words[n]) for n in span)
        unit = tokens.words[span[1] + 1 : span[1] + 2]
        told = at > 0 and tokens.words[at] in word_list(_FILE, "words.ages_with_years")
        if first < last <= first + _WIDEST and (
            not told or bool(unit and unit[0] in word_list(_FILE, "words.years"))
        ):
            text = statement.text[tokens.starts[at] : tokens.ends[span[1]]]
            found.append(Ages(statement, text, (first, last)))
    return found


def _span(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """Return the tokens of the two numbers behind "aged"."""
    near = range(first, min(len(tokens), first + _SPAN + 2))
    numbers = [n for n in near if tokens.words[n].isdigit()][:2]
    if len(numbers) < 2 or numbers[1] - numbers[0] > _SPAN - 1:
        return None
    between = tokens.words[numbers[0] + 1 : numbers[1]]
    joined = any(word in word_list(_FILE, "words.to") for word in between)
    return (numbers[0], numbers[1]) if joined and not {",", ";", "."} & set(between) else None
