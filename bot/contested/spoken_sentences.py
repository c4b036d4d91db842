"""The sentences among which positions are looked for: each with its passage, its voice and its terms."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import NamedTuple

from bot.finding.quote import voice_of
from index.expressions import pattern
from index.languages import is_read
from index.model import QUOTABLE, Mode, Passage, Query, Voice
from index.remembered import kept
from index.text.normal import collapse
from index.text.reading import reading_of, terms_by_sentence
from index.text.same_name import within_sentence
from index.text.terms import terms
from index.text.tokens import phrases_of
from index.words import alternatives

_THAT = "|".join(alternatives("grammar", each) for each in ("that_word", "que"))
_LINK = pattern(rf"\W*(?:(?:{_THAT})\b)?\W*")
_OWN_SHARE = 0.5  # a sentence is a speaker's when at least half of it is covered by his words
UNDATED = "9999"  # sorts behind every date
_WHOLE = 10  # letters of a whole date
_CONTEXT = 0.5  # how much a sentence inherits from its paragraph: the public points are flat from 0.3 to 1
_EVERYWHERE = (
    1 / 3
)  # a word in a third of the paragraphs found is their subject and tells no two events apart

FEW = 3  # paragraphs; what so few hold is nowhere "everywhere"
_NAMES = 2  # of a question, that a sentence must hold to speak of the same


class Statement(NamedTuple):  # hundreds are made for a question: a tuple is made in a third of the time
    """One sentence of a passage, ``paragraph.text[start:end]``, and who says it."""

    passage: Passage
    start: int
    end: int
    speaker: str | None
    voice: Voice | None
    terms: frozenset[str]
    group: str  # the independent source it counts for
    place: tuple[str, int]  # its paragraph's id, and where in the paragraph it starts

    @property
    def span(self) -> tuple[int, int]:
        """Its place in the paragraph's text."""
        return self.start, self.end

    @property
    def text(self) -> str:
        """The sentence as it stands in its document."""
        return self.passage.paragraph.text[self.start : self.end]

    @property
    def who(self) -> tuple[str, str]:
        """The voice it counts for: the independent source and the speaker, if any."""
        return self.group, within_sentence(self.speaker or "")

    @property
    def own(self) -> bool:
        """Whether it is the article's own sentence."""
        return self.voice is None or self.voice.mode is Mode.OWN

    @property
    def date(self) -> str:
        """The day of its source, for ordering; what has no date comes last."""
        source = self.passage.source
        return source.published or source.reposted or UNDATED


def days_between(one: Statement, other: Statement) -> int | None:
    """Return how many days lie between the sources of two sentences; None unless both have whole dates."""
    days = [each.date for each in (one, other)]
    if any(len(day) != _WHOLE for day in days):
        return None
    first, second = map(date.fromisoformat, days)
    return abs((first - second).days)


@lru_cache(maxsize=20_000)
def terms_of(text: str, language: str | None) -> frozenset[str]:
    """Return the index terms of ``text``, stop words left out."""
    return frozenset(terms(text, language))


def behind_cue(text: str, voice: Voice) -> int:
    """Return where the words begin that a denial denies: its own verb belongs to the voice."""
    cue = voice.cue or ""
    if not cue or text[voice.start : voice.start + len(cue)].lower() != cue.lower():
        return voice.start
    link = _LINK.match(text, voice.start + len(cue), voice.end)
    return link.end() if link else voice.start


class _Sentence(NamedTuple):
    """What a sentence is in whatever passage it stands."""

    start: int
    end: int
    text: str  # with single blanks
    voice: Voice | None  # that covers half of it
    terms: frozenset[str]
    place: tuple[str, int]


@kept(2048, parts=lambda passage: (passage.paragraph, passage.voices, passage.reading))
def _sentences(passage: Passage) -> list[_Sentence]:
    """Return the sentences of a passage."""
    reading, found = reading_of(passage), []
    text, name = passage.paragraph.text, passage.paragraph.id
    voices = tuple(voice for voice in passage.voices if voice.mode is not Mode.OWN)
    for (start, end), held in zip(reading.spans, terms_by_sentence(reading), strict=True):
        here = [each for each in voices if each.start < end and start < each.end]
        covered = sum([min(end, each.end) - max(start, behind_cue(text, each)) for each in here])
        spoken = here and covered >= _OWN_SHARE * (end - start)
        voice = voice_of(text, here, start, end) if spoken else None
        words = collapse(text[start:end])
        if phrases_of("particulars", "withdrawn.words").in_text(words):
            continue  # it is no longer said
        found.append(_Sentence(start, end, words, voice, held, (name, start)))
    return found


_made = partial(tuple.__new__, Statement)  # without a step in Python: there are hundreds


def statements(passages: Iterable[Passage]) -> list[Statement]:
    """Return the sentences of ``passages`` that may be quoted, in order, each paragraph and copy once.

    None of a language that is not read: nobody knows whose words they are.
    """
    seen: set[str] = set()
    said: set[tuple[str, str]] = set()
    found: list[Statement] = []
    for passage in passages:
        name = passage.paragraph.id
        readable = passage.paragraph.role in QUOTABLE and is_read(passage.paragraph.language)
        if name in seen or not readable:
            continue
        seen.add(name)
        authors, group = passage.source.authors, passage.group or passage.paragraph.article
        for start, end, words, voice, held, place in _sentences(passage):
            key = (group, words)
            if key in said:
                continue
            said.add(key)
            speaker = voice.speaker if voice and voice.speaker not in authors else None
            found.append(_made((passage, start, end, speaker, voice, held, group, place)))
    return found


@kept(4)
def terms_of_paragraphs(pool: Sequence[Statement]) -> Mapping[str, set[str]]:
    """Return the terms of the sentences of each paragraph."""
    found: dict[str, set[str]] = {}
    for each in pool:
        found.setdefault(each.place[0], set()).update(each.terms)
    return found


@kept(4)
def _terms_of_sources(pool: Sequence[Statement]) -> Mapping[str, set[str]]:
    """Return the terms of all that the pool holds of each independent source."""
    found: dict[str, set[str]] = {}
    for each in pool:
        found.setdefault(each.group, set()).update(each.terms)
    return found


def naming(pool: Sequence[Statement], names: frozenset[str], *, every: bool = False) -> list[Statement]:
    """Return the sentences that name whom a question names: any of its names but the commonest.

    ``every``: all its names that the pool knows, two of them at most. Without names in the question
    all sentences are returned.
    """
    if not names:
        return list(pool)
    spread = {name: sum(1 for each in pool if name in each.terms) for name in names}
    known = {name for name, times in spread.items() if times}
    if every:
        least = min(len(known), _NAMES)
        return [each for each in pool if known and len(known & each.terms) >= least]
    if len(known) > 1:
        known -= {max(known, key=lambda name: (spread[name], name))}
    return [each for each in pool if known & each.terms]


class Relevance:
    """How much of a question a sentence speaks of."""

    __slots__ = (
        "_around",
        "_asked",
        "_common",
        "_held",
        "_held_by",
        "_pool",
        "_scores",
        "_size",
        "_texts",
        "_weights",
        "_where",
        "total",
    )

    def __init__(
        self, question: Query, pool: Sequence[Statement], ignored: frozenset[str] = frozenset()
    ) -> None:
        """Weigh the question's words by how rare they are among the paragraphs of ``pool``.

        Words of which a term is ``ignored`` do not count.
        """
        self._pool = pool
        asked = [word for word in question.words if not ignored & {term for term, _ in word.terms}]
        self._texts = [word.text for word in asked]
        self._where: dict[str, list[tuple[int, float]]] = {}
        for at, word in enumerate(asked):
            for term, weight in word.terms:
                self._where.setdefault(term, []).append((at, min(weight, 1.0)))
        self._asked = frozenset(self._where)  # two sets meet at the cost of the smaller one
        self._held_by: dict[tuple[str, int], dict[int, float]] = {}
        self._around: dict[str, dict[int, float]] = {}  # what the sentences of a paragraph hold
        for each in pool:
            if self._asked.isdisjoint(each.terms):
                continue
            held = self._held_by[each.place] = self._strengths(each.terms)
            around = self._around.setdefault(each.place[0], {})
            for at, strength in held.items():
                if strength > around.get(at, 0.0):
                    around[at] = strength
        self._size = len(terms_of_paragraphs(pool))
        holding = Counter(at for held in self._around.values() for at in held)
        times_held = [holding[at] for at in range(len(asked))]
        self._held = [times > 0 for times in times_held]
        size = self._size
        self._common = [times > max(_EVERYWHERE * size, FEW) for times in times_held]
        self._weights = [math.log(1 + (size + 1) / (times + 0.5)) for times in times_held]
        self.total = sum(self._weights) or 1.0
        self._scores: dict[tuple[str, int], float] = {}

    @property
    def speaks(self) -> bool:
        """Whether the question has any word that counts."""
        return bool(self._texts)

    @property
    def common_only(self) -> bool:
        """Whether no word of the question tells one event from another: each is all over the pool."""
        return all(self._common)

    @property
    def size(self) -> int:
        """How many of the question's words the pool holds."""
        return sum(self._held)

    def best(self, pool: Sequence[Statement]) -> float:
        """Return the relevance of the most relevant sentence of ``pool``."""
        return max(map(self.of, pool), default=0.0)

    def touches(self, terms: frozenset[str]) -> bool:
        """Whether ``terms`` hold any word of the question."""
        return not terms.isdisjoint(self._asked)

    def share(self, terms: frozenset[str] | set[str]) -> float:
        """Return the share (0 to 1) of the question's weight that ``terms`` hold.

        The sum is exact: sets have another order in every process, and two sentences that hold the same
        must not be told apart by a rounding.
        """
        return self._sum(self._strengths(terms), self._weights) / self.total

    def share_of(self, statement: Statement) -> float:
        """Return the share of the question in a sentence by itself."""
        return self._sum(self._strengths_of(statement), self._weights) / self.total

    def itself(self, terms: frozenset[str] | set[str]) -> float:
        """Return the share (0 to 1) that ``terms`` hold of the question's words known to the pool."""
        known = sum(w for w, held in zip(self._weights, self._held, strict=True) if held)
        return self.share(terms) * self.total / known if known else 0.0

    def telling(self, one: Statement, other: Statement) -> int:
        """Return how many of the question's words both sentences hold, those all over the pool left out."""
        both = self._strengths_of(one).keys() & self._strengths_of(other).keys()
        return sum(1 for at in both if not self._common[at])

    def shared(self, one: Statement, other: Statement) -> int:
        """Return how many of the question's words the paragraphs of two sentences both hold."""
        mine, theirs = (self._around.get(each.place[0], {}) for each in (one, other))
        return len(mine.keys() & theirs.keys())

    def common(self, term: str) -> bool:
        """Whether a term stands in more than a third of the pool's paragraphs: it is their subject."""
        times = sum(1 for held in terms_of_paragraphs(self._pool).values() if term in held)
        return times > max(_EVERYWHERE * self._size, FEW)

    def knows(self, term: str) -> bool:
        """Whether a term stands in any paragraph of the pool."""
        return any(term in terms for terms in _terms_of_sources(self._pool).values())

    def in_paragraph(self, statement: Statement) -> frozenset[str] | set[str]:
        """Return the terms of the sentences of a sentence's paragraph."""
        return terms_of_paragraphs(self._pool).get(statement.place[0], frozenset())

    def covering(self, pool: Sequence[Statement], wanted: frozenset[str], least: float) -> list[Statement]:
        """Return the sentences that hold at least ``least`` of the weight of the question's words ``wanted``.

        Words that no sentence holds do not count: the texts put it in other words.
        """
        rows = zip(self._texts, self._weights, self._held, strict=True)
        mass = sum(weight for text, weight, held in rows if held and text in wanted)
        weights = [w if text in wanted else 0.0 for text, w in zip(self._texts, self._weights, strict=True)]
        return [each for each in pool if self._sum(self._strengths_of(each), weights) >= least * mass]

    def of(self, statement: Statement) -> float:
        """Return the share of the question in a sentence, with something for its paragraph's share."""
        score = self._scores.get(statement.place)
        if score is None:
            whole = (statement.place[0], -1)
            around = self._scores.get(whole)
            if around is None:
                held = self._around.get(statement.place[0], {})
                around = self._scores[whole] = self._sum(held, self._weights) / self.total
            score = self._scores[statement.place] = self.share_of(statement) + _CONTEXT * around
        return score

    def around(self, statement: Statement) -> float:
        """Return the share of the question in all that the pool holds of a sentence's independent source."""
        source = (statement.group, -2)
        share = self._scores.get(source)
        if share is None:
            share = self._scores[source] = self.share(self.in_source(statement))
        return share

    def in_source(self, statement: Statement) -> frozenset[str] | set[str]:
        """Return the terms of all that the pool holds of a sentence's independent source."""
        return _terms_of_sources(self._pool).get(statement.group, frozenset())

    def spread(self, name: frozenset[str]) -> float:
        """Return the share of the independent sources of the pool that hold any of a name's terms."""
        sources = _terms_of_sources(self._pool)
        held = sum(not name.isdisjoint(terms) for terms in sources.values())
        return held / len(sources) if sources else 0.0

    @staticmethod
    def _sum(held: Mapping[int, float], weights: Sequence[float]) -> float:
        return math.fsum([weights[at] * held[at] for at in held]) if held else 0.0

    def _strengths_of(self, statement: Statement) -> dict[int, float]:
        held = self._held_by.get(statement.place)
        return self._strengths(statement.terms) if held is None else held

    def _strengths(self, terms: frozenset[str] | set[str]) -> dict[int, float]:
        """Return the question's words that ``terms`` hold, each with the strength of its best term."""
        found: dict[int, float] = {}
        where = self._where
        for term in self._asked & terms:
            for at, strength in where[term]:
                if strength > found.get(at, 0.0):
                    found[at] = strength
        return found
