"""Whether somebody whose words are asked for by name may speak in what was found."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.asking.asked import asked_of
from bot.asking.asked_speaker import AskedSpeaker
from bot.finding.asked_voice import DESCRIBED, speaks
from bot.finding.measure import FULLY, held_by_sentence
from bot.finding.order import Ranked
from index.model import Passage, Query
from index.text.reading import reading_of
from index.text.terms import all_parts, folded_list

_TWO = 2  # words


def may_speak(query: Query, ranked: Sequence[Ranked], corrected: Collection[str]) -> bool:
    """Return whether he may speak in a passage whose words are asked for by name; True where nobody is.

    He does where a voice is his, where his thoughts are asked for and he is named beside it, where the
    passage names him and the voice is nobody's that can be told, or where it tells in its own words that he
    did so: "Ana Ejemplo promised free ferries". Why he did something may be told by others.
    """
    asked = asked_of(query).speaker
    if asked is None or asked.stance or not asked_of(query).speech:
        return True
    return _may_speak(query, ranked, asked, corrected) if asked.named else _is_described(query, ranked, asked)


def _may_speak(
    query: Query, ranked: Sequence[Ranked], asked: AskedSpeaker, corrected: Collection[str]
) -> bool:
    places = [
        at
        for at, word in enumerate(query.words)
        if word.text.lower() in asked.words and word.text not in corrected
    ]
    deeds = [at for at, word in enumerate(query.words) if word.text in asked_of(query).deed]
    for each in ranked:
        if speaks(each.passage, query):
            return True
        named = any(each.held[at] for at in places)
        if named and any(voice.speaker is None for voice in each.passage.voices):
            return True
        if named and asked_of(query).thoughts and _named_beside_speech(each.passage, asked):
            return True
        if named and deeds and _does_so(query, each.passage, places, deeds):
            return True
    return False


def _is_described(query: Query, ranked: Sequence[Ranked], asked: AskedSpeaker) -> bool:
    """Return whether a passage has most of the words that describe him: the captain's family.

    By one word alone he may be told otherwise: the mayor, by her name; and so in another language.
    """
    bodies = folded_list("people", "bodies") if asked.names else frozenset[str]()  # "the company Ejemplo"
    words = asked.words - bodies
    places = [at for at, word in enumerate(query.words) if word.text.lower() in words]
    if len(places) < _TWO:
        return True
    return any(
        each.passage.paragraph.language != query.language
        or sum(bool(each.held[at]) for at in places) >= DESCRIBED * len(places)
        for each in ranked
    )


def _does_so(query: Query, passage: Passage, places: Sequence[int], deeds: Sequence[int]) -> bool:
    """Return whether a sentence has all of his name and the verb of the question."""
    rows = held_by_sentence(query, reading_of(passage))
    return any(
        all(row[at] >= FULLY for at in places) and any(row[at] >= FULLY for at in deeds) for row in rows
    )


def _named_beside_speech(passage: Passage, asked: AskedSpeaker) -> bool:
    """Return whether he is named in a sentence in which somebody speaks: for him, it may be."""
    return any(
        any(voice.start < end and start < voice.end for voice in passage.voices)
        and asked.words.issubset(all_parts(passage.paragraph.text, start, end))
        for start, end in reading_of(passage).spans
    )
