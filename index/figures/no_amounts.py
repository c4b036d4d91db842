"""Digits that are no amount: dates, years, times of day, ages, ranks, addresses, "Article 113"."""

from __future__ import annotations

import re

from index.figures.families import family_phrases
from index.figures.number_words import Lexicon
from index.text.dates import month_number
from index.text.tokens import Tokens
from index.words import word_list

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d|2100")
_RATES = frozenset((each,) for each in word_list("counting", "rates"))
_AGES = frozenset(tuple(each.split()) for each in word_list("counting", "ages"))
_MARKS_BEFORE = frozenset("/_=#@&.:-'’")


def is_name(tokens: Tokens, first: int, last: int, words: Lexicon) -> bool:
    """Whether tokens ``first`` to ``last`` are part of a date, name, address or rank, and no amount."""
    if _is_measure(tokens, first):
        return True
    if family_phrases("behind").at(tokens.words, last):
        return False
    if not tokens.raw[first][0].isdigit():
        return _glued(tokens, last) and tokens.words[last] == "-"
    return (
        _in_date(tokens, first, last)
        or _before(tokens, first) in words.names_before
        or (last < len(tokens) and tokens.words[last] in words.names_after)
        or _stuck_before(tokens, first)
        or _stuck_behind(tokens, last)
        or _is_year(tokens, first, last, words)
    )


def _is_measure(tokens: Tokens, first: int) -> bool:
    """Whether a number is an age or what a rate is counted by: "the age of five", "per 1,000"."""
    before = tuple(tokens.words[max(0, first - 2) : first])
    return before[-1:] in _RATES or before in _AGES


def _before(tokens: Tokens, first: int) -> str:
    """Return the word in front, its full stop left off: "Jan." and "Jan" alike."""
    if first > 1 and tokens.words[first - 1] == ".":
        return tokens.words[first - 2]
    return tokens.words[first - 1].rstrip(".") if first else ""


def _in_date(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a month stands beside: "Jan. 18", "18 January", "9 de enero"."""
    if month_number(_before(tokens, first)):
        return True
    after = (
        last + 1 if last < len(tokens) and tokens.words[last] in word_list("counting", "of_plain") else last
    )
    return after < len(tokens) and month_number(tokens.words[after]) is not None


def _glued(tokens: Tokens, last: int) -> bool:
    return last < len(tokens) and tokens.starts[last] == tokens.ends[last - 1]


def _stuck_before(tokens: Tokens, first: int) -> bool:
    """Whether a mark of addresses, tags or compounds stands in front without a space: "F-16", "#1", "/45"."""
    if not first or tokens.ends[first - 1] != tokens.starts[first]:
        return False
    mark = tokens.text[tokens.starts[first] - 1]
    return mark in _MARKS_BEFORE or mark.isalnum()


def _stuck_behind(tokens: Tokens, last: int) -> bool:
    """Whether letters, a slash or a colon follow without a space: "9th", "10:19", "18-month"."""
    if not _glued(tokens, last):
        return False
    after = tokens.words[last]
    if after == "-":
        return last + 1 < len(tokens) and not tokens.words[last + 1][0].isdigit()
    return after[0].isalpha() or (after in ":/_" and last + 1 < len(tokens))


def _is_year(tokens: Tokens, first: int, last: int, words: Lexicon) -> bool:
    alone = last == first + 1 and not words.percent.at(tokens.words, last)
    return alone and _YEAR.fullmatch(tokens.words[first]) is not None
