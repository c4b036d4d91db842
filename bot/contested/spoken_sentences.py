"""The sentences among which positions are looked for: each with its passage, its voice and its terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import NamedTuple

from bot.finding.quote import voice_of
from index.expressions import pattern
from index.languages import is_read
from index.model import QUOTABLE, Mode, Passage, Voice
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


@lru_cache(maxsize=4096)  # sentences and titles: 0.7 kB each
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


@kept(2048, lambda passage: (id(passage.paragraph), id(passage.voices), id(passage.reading)))
def _sentences(passage: Passage) -> list[_Sentence]:
    """Return the sentences of a passage that may be quoted.

    None of a language that is not read: nobody knows whose words they are.
    """
    if passage.paragraph.role not in QUOTABLE or not is_read(passage.paragraph.language):
        return []
    reading, found = reading_of(passage), list[_Sentence]()
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
    """Return the sentences of ``passages`` that may be quoted, in order, each and its copies once."""
    said: set[tuple[str, str]] = set()
    found: list[Statement] = []
    for passage in passages:
        authors, group = passage.source.authors, passage.independent
        for start, end, words, voice, held, place in _sentences(passage):
            key = (group, words)
            if key in said:
                continue
            said.add(key)
            speaker = voice.speaker if voice and voice.speaker not in authors else None
            found.append(_made((passage, start, end, speaker, voice, held, group, place)))
    return found


@kept(4, id)
def terms_of_paragraphs(pool: Sequence[Statement]) -> Mapping[str, set[str]]:
    """Return the terms of the sentences of each paragraph."""
    found: dict[str, set[str]] = {}
    for each in pool:
        found.setdefault(each.place[0], set()).update(each.terms)
    return found


@kept(4, id)
def terms_of_sources(pool: Sequence[Statement]) -> Mapping[str, set[str]]:
    """Return the terms of all that the pool holds of each independent source."""
    groups, found = {each.place[0]: each.group for each in pool}, dict[str, set[str]]()
    for paragraph, terms_there in terms_of_paragraphs(pool).items():
        found.setdefault(groups[paragraph], set()).update(terms_there)
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
