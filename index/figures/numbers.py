"""Numbers as texts write them: digits and words of English and Spanish, plain, vague, and their hedges."""

from __future__ import annotations

from index.figures.amounts import read_amount
from index.figures.figure import Hedge, Unit, interval
from index.figures.no_amounts import is_name
from index.figures.number_words import Lexicon, lexicon
from index.text.tokens import Tokens, phrases_of
from index.values import frozen
from index.words import word_list

_RATED = 9  # of so few in so many: "one in seven", "three in ten"
_OUT_OF = 100


@frozen
class Number:
    """Tokens ``first`` to ``last`` (the last one not included) of a number with its hedge and unit."""

    first: int
    last: int
    low: float
    high: float
    hedge: Hedge
    unit: Unit
    currency: str = ""  # of money, as the data files name it
    single: bool = False  # "one", "a": a number only where a counted noun follows


def read_numbers(tokens: Tokens, language: str | None) -> list[Number]:
    """Return the amounts among ``tokens`` in reading order; years, dates, times, ages and names are none."""
    words = lexicon(language)
    found: list[Number] = []
    index = 0
    while index < len(tokens):
        word = tokens.words[index]
        if word[0].isdigit() or word in words.starters or "-" in word:
            number = _hedged(tokens, index, words)
            rate = _rate_end(tokens, index, words)
            if rate is not None:
                index = rate
                continue
            if number is not None and not _is_article(tokens, number):
                found.append(number)
                index = number.last
                continue
        index += 1
    return found


def _rate_end(tokens: Tokens, index: int, words: Lexicon) -> int | None:
    """Return where a rate ends that starts at ``index``: "one in seven" counts nobody."""
    one = read_amount(tokens, index, words)
    if one is None or one[2] > _RATED:
        return None
    links = phrases_of("counting", "out_of")
    link = links.at(tokens.words, one[0])
    if link is None or one[0] + link[0] >= len(tokens):
        return None
    other = read_amount(tokens, one[0] + link[0], words)
    small = other is not None and one[2] < other[1] <= _OUT_OF
    return other[0] if other is not None and small else None


def _is_article(tokens: Tokens, number: Number) -> bool:
    """Whether "a", "un" is an article: a number only behind "at least" ("at least a death")."""
    return (
        number.single
        and number.hedge is not Hedge.AT_LEAST
        and tokens.words[number.last - 1] not in word_list("counting", "ones")
    )


def _hedged(tokens: Tokens, index: int, words: Lexicon) -> Number | None:
    """Return the number at ``index`` with hedge, range and unit."""
    bare = read_amount(tokens, index, words)
    if bare is None or is_name(tokens, index, bare[0], words):
        return None
    last, low, high, vague = bare
    if words.points.at(tokens.words, last):
        return None  # how far two percentages are apart is none itself
    first = index
    currency = words.currencies.get(tokens.words[index - 1], "") if index else ""
    if currency:
        first -= 1
    percent = words.percent.at(tokens.words, last)
    end = last + percent[0] if percent else last
    hedge = Hedge.VAGUE if vague else Hedge.EXACT
    upper = _range_end(tokens, first, end, words)
    if upper is not None and upper[1] >= low:
        end, high, hedge = upper[0], upper[1], Hedge.BETWEEN
        percent = percent or words.percent.before(tokens.words, end)
    elif upper is not None:
        return None
    named = _currency_behind(tokens, end, words)
    if named:
        end, currency = named
    first, end, hedge = _hedge(tokens, first, end, hedge, words)
    low, high = interval(low, high, hedge)
    unit = Unit.PERCENT if percent else Unit.MONEY if currency else Unit.COUNT
    return Number(
        first,
        end,
        low,
        high,
        hedge,
        unit,
        currency=currency,
        single=bare[0] == index + 1 and tokens.words[index] in words.single,
    )


def _currency_behind(tokens: Tokens, at: int, words: Lexicon) -> tuple[int, str] | None:
    """Return (last token, currency) where one stands behind a number: "millones de euros"."""
    if at < len(tokens) and tokens.words[at] in words.of:
        at += 1
    if at < len(tokens) and tokens.words[at] in words.currencies and tokens.words[at] != "$":
        return at + 1, words.currencies[tokens.words[at]]
    return None


def _hedge(tokens: Tokens, first: int, end: int, plain: Hedge, words: Lexicon) -> tuple[int, int, Hedge]:
    """Return first and last token with the hedges around them, and what the hedges make of the number."""
    between = plain is Hedge.BETWEEN
    at = first
    if at and tokens.words[at - 1] in words.skipped:
        at -= 1
    before = words.before.before(tokens.words, at)
    if (
        before is not None
        and (before[1] is Hedge.BETWEEN) == between
        and not _goes_to(tokens, first, end, words)
    ):
        return at - before[0], end, before[1]
    after = words.after.at(tokens.words, end)
    if after is not None and not between:
        return first, end + after[0], after[1]
    return first, end, plain


def _range_end(tokens: Tokens, first: int, last: int, words: Lexicon) -> tuple[int, float] | None:
    """Return (last token, upper number) when a range goes on: 7-11, 7 to 11, between 7 and 11."""
    if last + 1 >= len(tokens):
        return None
    joint = tokens.words[last]
    before = words.before.before(tokens.words, first)
    opened = before is not None and before[1] is Hedge.BETWEEN
    closed = joint in "-–" and tokens.starts[last] == tokens.ends[last - 1]
    if not (opened and joint in words.between) and not (
        joint in words.ranges and (closed or joint.isalpha())
    ):
        return None
    if joint.isalpha() and not opened and _changes(tokens, first):
        return None
    upper = read_amount(tokens, last + 1, words)
    if upper is None or (joint in "-–" and not closed):
        return None
    percent = words.percent.at(tokens.words, upper[0])
    return upper[0] + (percent[0] if percent else 0), upper[2]


def _goes_to(tokens: Tokens, first: int, end: int, words: Lexicon) -> bool:
    """Whether a number is where a change begins: "pasan de 40 a 60"."""
    onward = tokens.words[end : end + 2]
    return (
        _changes(tokens, first) and len(onward) > 1 and onward[0] in words.ranges and onward[1][0].isdigit()
    )


def _changes(tokens: Tokens, first: int) -> bool:
    """Whether "from" stands before the first number: "from 46 to 60" is a change, not a range."""
    return first > 0 and tokens.words[first - 1] in word_list("counting", "change_from")
