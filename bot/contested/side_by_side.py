"""Several independent voices on what is asked, set side by side; no difference is asserted."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import ContestedPoint, Kind, Position
from bot.contested.positions import Limits, claims_of, in_neutral_order, voice_name
from bot.contested.relevance import Relevance
from bot.contested.spoken_sentences import Statement
from index.expressions import pattern
from index.values import frozen

_ENOUGH = 0.2  # of the best voice's relevance: below it a voice speaks of something else
_PER_VOICE = 2  # sentences of one voice, the second only where there is room
# Relevance is divided by the length to this power: 0 and 0.5 both showed fewer public positions.
_LENGTH = 0.2
_Scored = tuple[float, int, Statement]  # minus its relevance, its place in the pool, the sentence
_THREE_WORDS = pattern(r"[^\W\d_]+[\W\d_]+[^\W\d_]+[\W\d_]+[^\W\d_]")
_SHORT = 8  # words; shorter sentences gain nothing more


@frozen
class _Voice:
    """One voice and its best sentences, best first."""

    relevance: float
    sentences: tuple[Statement, ...]


def voices_point(
    heading: str, pool: Sequence[Statement], relevance: Relevance, limits: Limits, language: str
) -> ContestedPoint | None:
    """Return the most relevant voices of ``pool`` side by side in neutral order; None for a single one.

    Each voice is shown once with its best sentences, as far as ``limits`` allow.
    """
    voices = sorted(_voices(pool, relevance), key=lambda voice: -voice.relevance)
    if not voices:
        return None
    floor = _ENOUGH * voices[0].relevance
    chosen = [voice for voice in voices if voice.relevance >= floor]
    chosen = _fitting(chosen, limits)
    if len({each.sentences[0].who for each in chosen}) < 2:
        return None
    ordered = in_neutral_order([voice.sentences for voice in chosen])
    positions = tuple(
        Position(voice_name(sentences[0], language), claims_of(sentences, alone=True))
        for sentences in ordered
    )
    return ContestedPoint("voices", Kind.VOICES, heading, positions)


def _voices(pool: Sequence[Statement], relevance: Relevance) -> list[_Voice]:
    """Return each voice of the pool with its best sentences, the best of different paragraphs first."""
    rows: dict[tuple[str, str], list[_Scored]] = {}
    for order, statement in enumerate(pool):
        if relevance.touches(statement.terms) and not _is_label(statement):
            size = max(len(statement.text.split()), _SHORT)
            rows.setdefault(statement.who, []).append(
                (-relevance.of(statement) / size**_LENGTH, order, statement)
            )
    found = []
    for row in rows.values():
        scored = _telling(sorted(row, key=lambda each: each[:2]))
        firsts = {row[2].place[0]: row for row in reversed(scored)}
        spread = sorted(scored, key=lambda row: (row is not firsts[row[2].place[0]], row[:2]))
        found.append(_Voice(-scored[0][0], tuple(row[2] for row in spread[:_PER_VOICE])))
    return found


def _is_label(statement: Statement) -> bool:
    """Whether an article's own sentence is a word or two: they head what follows, and say nothing yet."""
    return statement.own and not _THREE_WORDS.search(statement.text)


def _telling(scored: Sequence[_Scored]) -> Sequence[_Scored]:
    """Return the sentences without those that only repeat: titles, and translations of the best one's text.

    A title says no more than the line below each quote that names it; it stays where there is nothing else.
    """
    own = [row for row in scored if not _is_title(row[2])] or scored
    language = own[0][2].passage.paragraph.language
    return [row for row in own if row[2].passage.paragraph.language == language]


def _is_title(statement: Statement) -> bool:
    title, text = statement.passage.source.title or "", statement.text
    if title.lstrip()[:1] != text[:1]:
        return False
    return " ".join(text.split()).rstrip(".") == " ".join(title.split()).rstrip(".")


def _fitting(voices: Sequence[_Voice], limits: Limits) -> list[_Voice]:
    """Return as many voices as fit with one sentence each, then further sentences while words are left."""
    kept: list[list[Statement]] = []
    left = limits.words
    for voice in voices[: limits.voices]:
        size = len(voice.sentences[0].text.split())
        if kept and size > left:
            continue
        kept.append([voice.sentences[0]])
        left -= size
    heads = {id(each[0]): each for each in kept}
    best = voices[0].relevance
    for turn in range(1, _PER_VOICE):
        more = [voice for voice in voices[: limits.voices] if len(voice.sentences) > turn]
        more.sort(key=lambda voice: len(voice.sentences[turn].text.split()))  # so that most voices get one
        for voice in more:
            row = heads.get(id(voice.sentences[0]))
            size = len(voice.sentences[turn].text.split())
            if row is not None and size <= left:
                row.append(voice.sentences[turn])
                left -= size
    return [_Voice(best, tuple(row)) for row in kept]
