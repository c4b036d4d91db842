"""Bare amounts in digits or words, without hedge or unit: 1,234.5, twenty-one, dos mil, dozens."""

from __future__ import annotations

import re
from functools import cache

from index.figures.number_words import Lexicon
from index.text.tokens import Tokens

_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
_THOUSAND = 1_000
_LARGEST = 1e15  # what is longer is an identifier, not a number


def read_amount(tokens: Tokens, index: int, words: Lexicon) -> tuple[int, float, float, bool] | None:
    """Return (last token, low, high, vague) of the bare number that starts at ``index``."""
    vague = words.vague.at(tokens.words, index)
    if vague is not None and not (index and tokens.words[index - 1][0].isdigit()):
        return index + vague[0], *vague[1], True
    if tokens.words[index][0].isdigit():
        value = _digits(tokens.words[index], words)
        if value is None:
            return None
        index += 1
        while value >= 1 and index < len(tokens) and _is_next_group(tokens, index, value):
            value = value * 1000 + float(tokens.words[index])
            index += 1
        while index < len(tokens) and _multiplies(tokens, index, words):
            value *= words.multipliers[tokens.words[index]]
            index += 1
        index, value = _with_rest(tokens, *_with_half(tokens, index, value, words), words)
        return (index, value, value, False) if value < _LARGEST else None
    spelled = _spelled(tokens, index, words)
    if spelled is None:
        return None
    at, value = _with_rest(tokens, *_with_half(tokens, *spelled, words), words)
    return at, value, value, False


def _with_rest(tokens: Tokens, at: int, value: float, words: Lexicon) -> tuple[int, float]:
    """Return (last token, value) with digits that go on behind a large word: "one million 672 thousand"."""
    while at < len(tokens) and tokens.words[at].isdecimal():  # "46 ¹" has a note
        factor = words.multipliers.get(tokens.words[at - 1], 1)
        rest, last = float(tokens.words[at]), at + 1
        if last < len(tokens) and words.multipliers.get(tokens.words[last], factor) < factor:
            rest, last = rest * words.multipliers[tokens.words[last]], last + 1
        if factor < _THOUSAND or not 0 < rest < factor or not _beside(tokens, at):
            break
        at, value = last, value + rest
    return at, value


def _beside(tokens: Tokens, at: int) -> bool:
    """Whether one blank parts a token from the one before it."""
    return tokens.starts[at] - tokens.ends[at - 1] == 1


def _with_half(tokens: Tokens, at: int, value: float, words: Lexicon) -> tuple[int, float]:
    """Return (last token, value) with the half that stands behind a number: "one and a half million"."""
    half = words.halves.at(tokens.words, at)
    if half is None or not value:
        return at, value
    last = at + half[0]
    if last < len(tokens) and tokens.words[last] in words.multipliers and len(tokens.words[last]) > 2:
        return last + 1, (value + 0.5) * words.multipliers[tokens.words[last]]
    before = words.multipliers.get(tokens.words[at - 1], 1)
    return last, value + before / 2


def _is_next_group(tokens: Tokens, index: int, value: float) -> bool:
    """Whether three digits behind a space go on with a number, as in "250 000": not behind a year."""
    word, before = tokens.words[index], tokens.words[index - 1]
    spaced = tokens.starts[index] - tokens.ends[index - 1] == 1
    return (
        spaced and len(word) == 3 and word.isdigit() and before.isdigit() and len(before) <= 3 and value > 0
    )


def _multiplies(tokens: Tokens, index: int, words: Lexicon) -> bool:
    """Whether the word behind digits multiplies them; "m" and "k" only without a space, or they are units."""
    word = tokens.words[index]
    return word in words.multipliers and (len(word) > 2 or tokens.ends[index - 1] == tokens.starts[index])


@cache
def _grouped(groups: str, point: str) -> re.Pattern[str]:
    return re.compile(rf"\d{{1,3}}(?:[{re.escape(groups)}]\d{{3}})+(?:{re.escape(point)}\d+)?")


def _digits(text: str, words: Lexicon) -> float | None:
    """Return the value of digits as the language groups them: 1,234.5 in English, 1.234,5 in Spanish."""
    if _grouped(words.groups, words.point).fullmatch(text):
        whole, _, fraction = (
            (text, "", "") if text.count(",") + text.count(".") == 1 else text.rpartition(words.point)
        )
        if len(fraction) == 3 or not whole:
            whole, fraction = text, ""
        return float(f"{re.sub('[.,]', '', whole)}.{fraction or 0}")
    if _DIGITS.fullmatch(text) and len(text) < 16:
        return float(text.replace(",", "."))
    return None


def _spelled(tokens: Tokens, index: int, words: Lexicon) -> tuple[int, float] | None:
    """Return (last token, value) of a number in words: "two hundred and five thousand", "treinta y uno"."""
    total = part = 0.0
    room = 1000.0  # the next small number must be smaller than this: "twenty one", never "six seven"
    at = start = index
    while at < len(tokens):
        word = tokens.words[at]
        value = _word_value(word, words)
        if value is not None and value < room:
            part += value
            room = 10.0 if 20 <= value < 100 and value % 10 == 0 else 100.0 if value >= 100 else 0.0
        elif word in words.multipliers and len(word) > 2:
            factor = words.multipliers[word]
            part = max(part, 1.0) * factor
            room = 100.0 if factor == 100 else 1000.0
            if factor >= 1000:
                total, part = total + part, 0.0
        elif not (at > start and word in words.joints and _joins(tokens, at, room, words)):
            break
        at += 1
    value = total + part
    return (at, value) if at > start and value else None


def _word_value(word: str, words: Lexicon) -> float | None:
    """Return the value of one number word, "twenty-one" included."""
    value = words.values.get(word, words.single.get(word))
    if value is not None or "-" not in word:
        return value
    tens, _, unit = word.partition("-")
    if words.values.get(tens, 0) >= 20 and (unit in words.values or unit in words.single):
        return words.values[tens] + words.values.get(unit, 1)
    return None


def _joins(tokens: Tokens, at: int, room: float, words: Lexicon) -> bool:
    """Whether the joint at ``at`` ties two parts of one number: "hundred and five", "treinta y uno"."""
    if at + 1 >= len(tokens):
        return False
    value = _word_value(tokens.words[at + 1], words)
    return value is not None and value < room and room == words.joined_room
