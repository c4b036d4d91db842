"""Opposed statements about one subject: lawful and unlawful, resigned and was removed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from bot.answer import ContestedPoint, Kind
from bot.contested.neutral import with_names
from bot.contested.pool import Relevance, Statement
from bot.contested.show import neutral_key, position, quoted
from index.figures.tokens import Phrases, Tokens, marked, read_tokens
from index.framings import Framings
from index.model import Query
from index.values import frozen
from index.words import table

_NEAR = 0.5  # of the question's other words, in the sentence itself
_NEGATED = 3  # words between "not" and what it turns round
_CLAIMS = 3


@frozen
class Opposition:
    """Two sets of words that exclude each other."""

    id: str
    headings: Mapping[str, str]
    asks: Phrases[bool]
    one: Phrases[bool]
    other: Phrases[bool]


@frozen
class _Stated:
    """A sentence on one side: 0 or 1, with the word that puts it there."""

    side: int
    word: str
    statement: Statement


@cache
def oppositions() -> tuple[Opposition, ...]:
    """Return the oppositions of words/opposites.toml in their order."""
    data: Any = table("opposites")
    return tuple(
        Opposition(key, row["heading"], marked(row["asks"]), marked(row["one"]), marked(row["other"]))
        for key, row in data.items()
    )


def fact_points(
    question: Query,
    pool: Sequence[Statement],
    relevance: Relevance,
    framings: Framings,
    language: str,
) -> list[ContestedPoint]:
    """Return the oppositions the question asks about on which two voices take two sides."""
    tokens = read_tokens(question.text)
    points = []
    for opposition in oppositions():
        hits = (opposition.asks, opposition.one, opposition.other)
        if not any(words.at(tokens.words, i) for words in hits for i in range(len(tokens))):
            continue
        point = _point(opposition, question, pool, relevance, framings, language)
        if point is not None:
            points.append(point)
    return points


def _point(
    opposition: Opposition,
    question: Query,
    pool: Sequence[Statement],
    relevance: Relevance,
    framings: Framings,
    language: str,
) -> ContestedPoint | None:
    wanted = _other_words(question, opposition)
    near = [each for each in pool if relevance.covers(each, wanted, _NEAR) and not _contrasts(each)]
    stated = [each for statement in near if (each := _stated(statement, opposition)) is not None]
    sides = [[each for each in stated if each.side == side] for side in (0, 1)]
    if not all(sides) or not any(a.statement.who != b.statement.who for a in sides[0] for b in sides[1]):
        return None
    rows = [_by_voice(side, relevance) for side in sides]
    rows.sort(key=lambda row: neutral_key(row[0].statement))
    positions = tuple(
        position(
            quoted(row[0].word, language),
            [each.statement for each in sides[row[0].side]],
            _CLAIMS,
            [each.statement for each in row],
        )
        for row in rows
    )
    heading = with_names(opposition.headings[language], question, framings, language)
    return ContestedPoint(f"fact-{opposition.id}", Kind.FACT, heading, positions)


def _contrasts(statement: Statement) -> bool:
    """Whether a sentence sets two matters against each other itself: "unlike the march in the capital"."""
    data: Any = table("negation")
    return any(f" {mark} " in f" {statement.text.lower()} " for mark in data["contrast"])


def _by_voice(side: Sequence[_Stated], relevance: Relevance) -> list[_Stated]:
    best: dict[tuple[str, str], _Stated] = {}
    for each in sorted(side, key=lambda each: -relevance.of(each.statement)):
        best.setdefault(each.statement.who, each)
    return sorted(list(best.values())[:_CLAIMS], key=lambda each: neutral_key(each.statement))


def _other_words(question: Query, opposition: Opposition) -> frozenset[str]:
    """Return the texts of the question's words that are no word of the opposition itself."""
    own = (opposition.asks, opposition.one, opposition.other)
    return frozenset(
        word.text for word in question.words if not any(words.at([word.text.lower()], 0) for words in own)
    )


def _stated(statement: Statement, opposition: Opposition) -> _Stated | None:
    """Return the side a sentence takes; None when it takes none or both."""
    tokens = read_tokens(statement.text)
    sides: dict[int, str] = {}
    index = 0
    while index < len(tokens):
        found = _side_at(tokens, index, opposition)
        if found is not None:
            size, side = found
            text = statement.text[tokens.starts[index] : tokens.ends[index + size - 1]]
            sides.setdefault(side, text)
            index += size
        else:
            index += 1
    if len(sides) != 1:
        return None
    ((side, word),) = sides.items()
    return _Stated(side, word, statement)


def _side_at(tokens: Tokens, index: int, opposition: Opposition) -> tuple[int, int] | None:
    """Return (number of words, side) of the longest opposed word at ``index``, turned round by a negation."""
    one, other = opposition.one.at(tokens.words, index), opposition.other.at(tokens.words, index)
    if one is None and other is None:
        return None
    size, side = (
        (one[0], 0) if one and (other is None or one[0] > other[0]) else (other[0] if other else 1, 1)
    )
    data: Any = table("negation")
    before = tokens.words[max(0, index - _NEGATED) : index]
    if any(word in data["words"] for word in before):
        side = 1 - side
    return size, side
