"""Candidates put in order: the parts of each score, their weights, and what they add up to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.asking.answer_kinds import (
    AnswerKind,
    anybody_words,
    counts,
    holds,
    judges,
)
from bot.asking.asked import asked_of
from bot.asking.asked_speaker import AskedSpeaker
from bot.finding.asked_voice import FULL_ENOUGH, speaks
from bot.finding.measure import Measures, Wanted, held_weight, measure
from bot.finding.word_weights import asking_weight, wanted_words
from index.door import Index
from index.languages import LANGUAGES
from index.model import Passage, Query, Reading
from index.remembered import OF_SENTENCES, kept
from index.text.reading import reading_of
from index.text.terms import folded, terms
from index.values import frozen, replace

CANDIDATES = 20  # re-ordering 40 took twice the time and moved no public set by more than 0.3 points


@frozen
class Parts:
    """The parts of a passage's score, in units of idf; also the table of their weights."""

    words: float
    surface: float
    pairs: float
    window: float
    sentence: float
    letters: float
    title: float
    nearby: float
    counted: float = 0.0

    def total(self, weights: Parts) -> float:
        """Return the sum of the parts, each by its weight."""
        return (
            self.words * weights.words
            + self.surface * weights.surface
            + self.pairs * weights.pairs
            + self.window * weights.window
            + self.sentence * weights.sentence
            + self.letters * weights.letters
            + self.title * weights.title
            + self.nearby * weights.nearby
            + self.counted * weights.counted
        )


# Begun with the weights of a hand-made formula and a linear ranker trained on other sets, then each varied
# alone on 400 questions of each of eight public sets (English, Spanish, and across the two): success at
# 1 moves by less than half a point for any weight from half to twice these, so they are kept round.
# "nearby" gains 5 points on questions to single sentences, "counted" 1 on questions that count. These two and
# the three factors below were set anew with 102 freely worded questions on news beside the four sets: real
# questions gained 2 to 7 points, those made by reading the passages none.
WEIGHTS = Parts(
    words=1.0,
    surface=0.15,
    pairs=0.3,
    window=0.1,
    sentence=0.6,
    letters=0.25,
    title=0.3,
    nearby=0.4,
    counted=3.0,
)
KIND_SENTENCE = 1.5  # times the best sentence when it holds what is asked for
KIND_PASSAGE = 1.2  # times all when the passage does
_FARTHER = 0.5  # of a word that stands in the article, but in no paragraph beside
HEADLINE = 0.8  # times all when the passage only repeats the title: it announces, the text below answers
SPEAKER = 1.2  # times all when words are asked for and somebody whom the question names speaks in the passage
_AS_MUCH = 0.7  # of what the best passage holds of the question, for another to speak of the same
_MARKS = 20  # characters of a headline beside its words


@frozen
class Ranked:
    """A passage with its final score, and what the score is made of."""

    passage: Passage
    parts: Parts
    held: tuple[float, ...]  # for each word of the question, how fully it is there, 0 to 1
    sentence: int  # number of its best sentence
    kind: bool  # whether its best sentence holds what is asked for
    share: float  # of the question's idf mass that it holds, 0 to 1


def of_the_same(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Return the passages that hold about as much of a question as the first: they speak of the same."""
    return [each for each in ranked if each.share >= _AS_MUCH * ranked[0].share]


@frozen
class _Asked:
    """What the order needs to know of a question."""

    wanted: Sequence[Wanted]
    mass: float  # idf of all words, each by its weight
    kind: AnswerKind | None
    words: frozenset[str]
    speech: bool
    judged: bool
    noun: Wanted | None  # what is counted
    speaker: AskedSpeaker | None = None  # whose words are asked for


def rank(index: Index, query: Query, passages: Sequence[Passage]) -> list[Ranked]:
    """Return the candidates in their final order, best first, ties in the order they came in."""
    if not passages:
        return []
    asked = _read_question(index, query)
    readings = [*map(reading_of, passages)]
    mean = sum(reading.size for reading in readings) / len(readings) or 1.0
    measured = [
        _with_speaker(measure(reading, asked.wanted, mean), passage, query, asked)
        for passage, reading in zip(passages, readings, strict=True)
    ]
    nearby = _nearby(passages, asked.wanted, measured)
    titles = {passage.source.title for passage in passages}
    title_scores = {title: _title_score(title, asked.wanted) for title in titles}
    ranked = [
        _ranked(asked, passage, reading, m, title_scores[passage.source.title], near)
        for passage, reading, m, near in zip(passages, readings, measured, nearby, strict=True)
    ]
    return sorted(ranked, key=lambda each: -each.passage.score)


def _with_speaker(m: Measures, passage: Passage, query: Query, asked: _Asked) -> Measures:
    """Return the measures with the words that name somebody who speaks in the passage as if it held them.

    Whose words they are may be told in the paragraph before: "he said".
    """
    if asked.speaker is None or not speaks(passage, query):
        return m
    missing = [
        at
        for at, word in enumerate(asked.wanted)
        if word.text.lower() in asked.speaker.words and m.held[at] < word.full
    ]
    if not missing:
        return m
    gained = sum(asked.wanted[at].idf * (asked.wanted[at].full - m.held[at]) for at in missing)
    held = tuple(asked.wanted[at].full if at in missing else own for at, own in enumerate(m.held))
    return replace(m, words=m.words + gained, sentence=m.sentence + gained, held=held)


@kept(4)  # a query is put in order up to four times: with synonyms, and in looser words
def _read_question(index: Index, query: Query) -> _Asked:
    spoken = asked_of(query).language
    wanted = [
        replace(word, spoken=spoken, idf=word.idf * asking_weight(query, word.text))
        for word in wanted_words(index, query.words)
    ]
    noun = asked_of(query).counted
    return _Asked(
        wanted,
        sum(word.idf * word.full for word in wanted) or 1.0,
        asked_of(query).kind,
        asked_of(query).words,
        asked_of(query).speech,
        asked_of(query).judged,
        None if noun in anybody_words() else next((word for word in wanted if word.text == noun), None),
        asked_of(query).speaker,
    )


def _ranked(
    asked: _Asked, passage: Passage, reading: Reading, m: Measures, title: float, nearby: float
) -> Ranked:
    """Return a passage with its score and all that it is made of."""
    own = _own(asked, passage, reading, m.best)
    sentence = m.sentence * (KIND_SENTENCE if own.kind else 1.0)
    parts = Parts(m.words, m.surface, m.pairs, m.window, sentence, m.letters, title, nearby, own.counted)
    score = parts.total(WEIGHTS)
    for factor in own.factors:
        score *= factor
    held = [(word, weight) for word, weight in zip(asked.wanted, m.held, strict=True) if weight]
    matched = tuple([word.text for word, _ in held])
    share = sum([word.idf * weight for word, weight in held]) / asked.mass
    return Ranked(replace(passage, score=score, matched=matched), parts, m.held, m.best, own.kind, share)


@frozen
class _Own:
    """What of a passage's score nothing found beside it changes."""

    kind: bool  # whether its best sentence holds what is asked for
    counted: float
    factors: tuple[float, ...]


@kept(256, lambda asked, passage, *_: (id(asked), id(passage.paragraph)))  # see the measures
def _own(asked: _Asked, passage: Passage, reading: Reading, best: int) -> _Own:
    factors = list[float]()
    there = _best_gives(asked, passage, reading, best)
    if asked.speech and _speaks(passage, asked.wanted):
        factors.append(SPEAKER)
    if there or _gives(asked, passage.paragraph.text):
        factors.append(KIND_PASSAGE)
    if _is_headline(passage):
        factors.append(HEADLINE)
    return _Own(there, _counted(reading, asked.noun) if asked.noun else 0.0, tuple(factors))


def _best_gives(asked: _Asked, passage: Passage, reading: Reading, best: int) -> bool:
    if not reading.spans:
        return False
    start, end = reading.spans[best]
    return _gives(asked, passage.paragraph.text[start:end])


def _gives(asked: _Asked, text: str) -> bool:
    """Return whether a text gives what is asked for: a thing of a kind, or a judgement."""
    if asked.kind is None:
        return asked.judged and judges(text)
    return holds(asked.kind, text, asked.words)


def _is_headline(passage: Passage) -> bool:
    """Return whether a passage says no more than its article's title."""
    title, text = passage.source.title, passage.paragraph.text
    return bool(title) and len(text) <= len(title or "") + _MARKS and _folded(text) == _folded(title or "")


@lru_cache(maxsize=OF_SENTENCES)
def _folded(text: str) -> tuple[str, ...]:
    return tuple(folded(text))


def _counted(reading: Reading, noun: Wanted) -> float:
    """Return what a number before the noun that the question counts is worth."""
    weights = dict(noun.terms)
    if weights.keys().isdisjoint(reading.terms):
        return 0.0
    surfaces = reading.surfaces()
    standing = [place for place, term in enumerate(reading.terms) if term in weights]
    counted = (weights[reading.terms[place]] for place in standing if counts(surfaces, place))
    return noun.idf * max(counted, default=0.0)


def _speaks(passage: Passage, wanted: Sequence[Wanted]) -> bool:
    """Return whether a voice of the passage is of somebody that a word of the question stands for."""
    for voice in passage.voices:
        who = " ".join(filter(None, (voice.speaker, voice.role, voice.mention)))
        held = title_terms(who) if who else frozenset()
        if any(term in held for word in wanted for term, weight in word.terms if weight >= FULL_ENOUGH):
            return True
    return False


def _nearby(
    passages: Sequence[Passage], wanted: Sequence[Wanted], measured: Sequence[Measures]
) -> list[float]:
    """Return for each passage what others of its article have that it lacks itself, those beside it first.

    A text names its matter once and tells of it in many paragraphs.
    """
    articles: dict[str, tuple[float, ...]] = {}
    places: dict[tuple[str, int], tuple[float, ...]] = {}
    for passage, own in zip(passages, measured, strict=True):
        article = passage.paragraph.article
        articles[article] = tuple(map(max, own.held, articles.get(article, own.held)))
        places[article, passage.paragraph.number] = own.held
    scores = []
    for passage, own in zip(passages, measured, strict=True):
        article, number = passage.paragraph.article, passage.paragraph.number
        if articles[article] == own.held:
            scores.append(0.0)
            continue
        around = (places.get((article, number + step), own.held) for step in (-2, -1, 1, 2))
        rows = zip(wanted, own.held, map(max, own.held, *around), articles[article], strict=True)
        scores.append(
            sum(
                word.idf * (beside - here + _FARTHER * (there - beside)) for word, here, beside, there in rows
            )
        )
    return scores


def _title_score(title: str | None, wanted: Sequence[Wanted]) -> float:
    if not title:
        return 0.0
    held = title_terms(title)
    return sum(word.idf * held_weight(word.terms, held) for word in wanted)


@lru_cache(maxsize=OF_SENTENCES)
def title_terms(title: str) -> frozenset[str]:
    """Return the terms of a title, in each language."""
    return frozenset(term for language in LANGUAGES for term in terms(title, language))
