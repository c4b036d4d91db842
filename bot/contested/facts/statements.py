"""What a sentence says without its reporting words, and whether two of them speak of one matter and time."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from itertools import combinations

from bot.answer import ContestedPoint, Kind
from bot.asking.asked_names import names_in_text
from bot.contested.positions import neutral_key, position, quoted
from bot.contested.spoken_sentences import UNDATED, Statement, behind_cue, terms_of
from index.expressions import pattern
from index.languages import known_or_first
from index.model import Mode
from index.text.dates import month_number
from index.text.denial import denial_words
from index.text.terms import fold
from index.text.tokens import Tokens, phrases_of, read_tokens
from index.values import frozen
from index.words import word_list

_LONG_WORD = pattern(r"\b[^\W\d_]{4,}\b")
_YEAR = pattern(r"\b(1[89]\d\d|20\d\d)\b")
_CLAIMS = 4  # of one position
STOPS = frozenset(',;:.!?()[]—–“”"«»…')


@frozen
class Said:
    """What one sentence says: its text without reporting words, ready to be compared."""

    statement: Statement
    start: int  # of ``text`` in the paragraph
    text: str
    tokens: Tokens
    terms: frozenset[str]

    @property
    def language(self) -> str:
        """The language in which it is read."""
        return known_or_first(self.statement.passage.paragraph.language)

    @property
    def names(self) -> tuple[frozenset[str], ...]:
        """The names it holds; looked for only where two sentences are compared."""
        return names_in_text(self.text)

    @property
    def times(self) -> frozenset[str]:
        """The years and months it names, but for the year of its source."""
        return times_in_text(self.text, self.statement.date)


@frozen
class Stand:
    """A side that a sentence takes in a matter.

    Two stands exclude each other when their ``side`` has nothing in common; ``about`` are the terms
    of what they speak of.
    """

    said: Said
    label: str
    side: frozenset[str]
    about: frozenset[str]


def said_by(statement: Statement, *, judging: tuple[str, ...] = ()) -> Said | None:
    """Return what a statement says; None where nothing is asserted: a question, a condition, a comparison.

    ``judging``: words that leave nothing open, as they say of what stands beside them that it is not so.
    """
    text = statement.text
    if "?" in text or _loose().search(_firm(text.lower(), judging)):
        return None
    start, end = _core(statement)
    if (start, end) == statement.span:
        return Said(statement, start, text, read_tokens(text), statement.terms)
    paragraph = statement.passage.paragraph
    text = paragraph.text[start:end]
    return Said(statement, start, text, read_tokens(text), terms_of(text, paragraph.language))


def _core(statement: Statement) -> tuple[int, int]:
    """Return the span of what is said: a speaker's words where one speaks, else the whole sentence."""
    voice = statement.voice
    if voice is None or voice.mode is Mode.OWN:
        return statement.span
    begin = behind_cue(statement.passage.paragraph.text, voice)
    start, end = max(begin, statement.start), min(voice.end, statement.end)
    return (start, end) if start < end else statement.span


def _firm(text: str, judging: tuple[str, ...]) -> str:
    """Return a text without what only looks as if it left something open."""
    for each in (*denial_words().firm, *judging):
        text = text.replace(each, "")
    return text


@cache
def _loose() -> re.Pattern[str]:
    return pattern(r"\b(?:" + "|".join(map(re.escape, denial_words().loose)) + r")\b")


@lru_cache(maxsize=2048)
def times_in_text(text: str, date: str) -> frozenset[str]:
    """Return the years and months that a text names, but for the year of its date."""
    now = date[:4] if date < UNDATED else ""
    years = {year for year in _YEAR.findall(text) if year != now}
    months = {str(month_number(word)) for word in _LONG_WORD.findall(text) if _is_month(word)}
    return frozenset(years | months)


def _is_month(word: str) -> bool:
    """Whether a word is a month; in small letters "march" is none."""
    return month_number(word) is not None and (
        word[0].isupper() or word not in word_list("days", "months_too")
    )


def names_apart(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> bool:
    """Whether each side names somebody or something that the other does not: they speak of different ones."""
    return _unmatched(one, other) and _unmatched(other, one)


def _unmatched(names: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> bool:
    return any(not any(name <= other or other <= name for other in others) for name in names)


def comparable(one: Said, other: Said, *, names: bool, times: bool = True) -> bool:
    """Whether two sentences of different voices can be about one thing at one time.

    With ``times`` those they name are the same, and with ``names`` neither lacks what the other names.
    """
    if one_speaker(one.statement, other.statement) or (times and one.times != other.times):
        return False
    return not (names and names_apart(one.names, other.names))


def one_speaker(one: Statement, other: Statement) -> bool:
    """Whether one voice speaks in two sentences, though two texts may quote it."""
    mine, theirs = last_name(one.speaker), last_name(other.speaker)
    return one.who == other.who or bool(mine and mine == theirs)


def last_name(speaker: str | None) -> str:
    """Return the last word of a speaker's name, folded; none of nobody's."""
    return "".join(fold(speaker or "").split()[-1:])


def alike(one: frozenset[str], other: frozenset[str], least: float, words: int) -> bool:
    """Whether two sets of terms share ``least`` of the smaller one, and ``words`` terms at least."""
    shared = len(one & other)
    return shared >= words and shared >= least * min(len(one), len(other))


def within(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one set of terms holds the other: "the fire" and "the fire at the mill"."""
    return bool(one) and bool(other) and (one <= other or other <= one)


def rivals(
    stands: Iterable[Stand], same: Callable[[Stand, Stand], bool], *, names: bool = True, times: bool = True
) -> list[tuple[Stand, Stand]]:
    """Return the pairs of stands on one matter (``same`` says so) that exclude each other.

    ``names``: whether what both sentences name must agree; not where a question has said whose stand it asks.
    ``times``: whether their times must; not where one says "never".
    """
    return [
        (one, other)
        for one, other in combinations(stands, 2)
        if one.side.isdisjoint(other.side)
        and comparable(one.said, other.said, names=names, times=times)
        and same(one, other)
    ]


def fact_point(
    key: str, heading: str, pairs: Sequence[tuple[Stand, Stand]], language: str
) -> ContestedPoint | None:
    """Return the stands of ``pairs`` as a point, a position for each side; None without any."""
    rows: list[list[Stand]] = []
    sides: list[set[str]] = []  # what those of each row say, all together
    for stand in {id(each): each for pair in pairs for each in pair}.values():
        at = next((at for at, side in enumerate(sides) if not side.isdisjoint(stand.side)), len(rows))
        if at == len(rows):
            rows.append([])
            sides.append(set())
        rows[at].append(stand)
        sides[at] |= stand.side
    if len(rows) < 2:
        return None
    rows = [_closest(row, pairs) for row in rows]
    for row in rows:
        row.sort(key=lambda each: neutral_key(each.said.statement))
    rows.sort(key=lambda row: neutral_key(row[0].said.statement))
    positions = tuple(
        position(quoted(row[0].label, language), [each.said.statement for each in row], _CLAIMS)
        for row in rows
    )
    return ContestedPoint(key, Kind.FACT, heading, positions)


def _closest(row: Sequence[Stand], pairs: Sequence[tuple[Stand, Stand]]) -> list[Stand]:
    """Return one stand of each voice of a side, those first that speak most of what the others do."""
    near: dict[int, float] = {}
    for one, other in pairs:
        shared = len(one.about & other.about) / math.sqrt(len(one.about) * len(other.about) or 1)
        for each in (one, other):
            near[id(each)] = max(shared, near.get(id(each), 0.0))
    best: dict[tuple[str, str], Stand] = {}
    for each in sorted(row, key=lambda each: -near[id(each)]):
        best.setdefault(each.said.statement.who, each)
    return list(best.values())[:_CLAIMS]


def span_text(said: Said, first: int, last: int) -> str:
    """Return the text of tokens ``first`` to ``last`` (the last one not included)."""
    return said.text[said.tokens.starts[first] : said.tokens.ends[last - 1]] if first < last else ""


def span_terms(said: Said, first: int, last: int) -> frozenset[str]:
    """Return the index terms of tokens ``first`` to ``last``."""
    return terms_of(span_text(said, first, last), said.statement.passage.paragraph.language)


def region_before(said: Said, at: int) -> int:
    """Return the first token of the part of a sentence that ends before ``at``."""
    first = at
    while first and not _parted_at(said, first - 1):
        first -= 1
    return first


def told_from(said: Said, at: int) -> int:
    """Return the first token of what is told before ``at``, without who tells it: "the firm claims that"."""
    first = region_before(said, at)
    asserting, some = denial_words().asserting, word_list("distance", "before_nouns")
    verbs = [n for n in range(first + 1, at - 1) if said.tokens.words[n] in asserting]
    told = [n for n in verbs if said.tokens.words[n - 1] not in some]  # "their claims"
    return told[-1] + 1 if told else first


def region_behind(said: Said, at: int, most: int = 9) -> int:
    """Return the token before which the part of a sentence that starts at ``at`` ends."""
    last = at
    while last < min(len(said.tokens), at + most) and not _parted_at(said, last):
        last += 1
    return last


def _parted_at(said: Said, at: int) -> bool:
    """Whether a part of a sentence ends at a token; the point of "U.S.-based" ends none."""
    if said.tokens.words[at] not in _ends():
        return False
    inside = said.tokens.words[at] == "." and said.text[said.tokens.ends[at] :][:1].strip()
    return not inside


@cache
def _ends() -> frozenset[str]:
    return STOPS | denial_words().joints


def is_passive(words: Sequence[str], at: int) -> bool:
    """Whether the deed at ``at`` befalls who stands before it: "was | struck"."""
    be = phrases_of("deeds", "be")
    return any(be.at(words, index) for index in range(max(0, at - 2), at))
