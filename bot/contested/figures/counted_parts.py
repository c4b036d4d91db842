"""The part of a sentence in which one of two who count gives a number: each stands under its own words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.contested.spoken_sentences import Statement
from bot.finding.quote import voice_of
from index.figures import Figure
from index.figures.second_counts import Parting, are_of_two, parting
from index.text.tokens import read_tokens
from index.words import word_list


def part_of(statement: Statement, figure: Figure, here: Sequence[Figure]) -> Statement:
    """Return the part of a sentence by which one of two bodies gives a figure; the sentence of all others.

    ``here`` are all figures of the sentence.
    """
    text = statement.passage.paragraph.text
    for one, other in pairwise(here):
        if figure in (one, other) and one.family == other.family and are_of_two(one, other, text):
            start, end = one.sentence
            parted = parting(text[start:end], one.start - start, other.start - start)
            if parted is not None:
                return _cut(statement, parted, start + parted.at, first=figure == one)
    return statement


def _cut(statement: Statement, parted: Parting, at: int, *, first: bool) -> Statement:
    """Return the part of a sentence before or from ``at``, under the voice of its own words."""
    text, voices = statement.passage.paragraph.text, statement.passage.voices
    start, end = (statement.start, _end_before(text, statement.start, at)) if first else (at, statement.end)
    voice = voice_of(text, [each for each in voices if each.start < end and start < each.end], start, end)
    speaker = (voice and voice.speaker) or (parted.first if first else parted.second)
    return statement._replace(
        start=start, end=end, voice=voice, speaker=speaker, place=(statement.place[0], start)
    )


def _end_before(text: str, start: int, at: int) -> int:
    """Return where the words before ``at`` end, without a mark or a word that joins them to what follows."""
    tokens = read_tokens(text[start:at])
    last = len(tokens)
    while last > 1 and (
        tokens.words[last - 1] in word_list("counters", "joining") or not tokens.words[last - 1][0].isalnum()
    ):
        last -= 1
    return start + tokens.ends[last - 1]
