"""Turns of a transcript, an interview or a chat: from one label to the next, all paragraphs of an answer.

A label is believed when the article is a dialogue: several labels, and words as one says them. Whoever
asks under "Q:" or "Host:" is not named, and is not the outlet.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.grammar.roster import Roster
from index.grammar.speakers import Speaker
from index.model import Mode, Paragraph, Role, Source
from index.voices.believed_labels import believed
from index.voices.interview_heads import head_between, heads_of
from index.voices.interviewee import asker, interviewee
from index.voices.label_names import (
    LabelNames,
)
from index.voices.labels import SPEAKING, Kind, Mark, marks_of
from index.voices.spans import Spoken
from index.voices.turn_parts import (
    Turns,
    followed,
    loose_parts,
    only_asks,
    parts_of,
)
from index.voices.turn_speakers import Askers, Untagged, asking_outlets, shorten, unnamed

_BEFORE = 2  # paragraphs before the first label of an article that is a dialogue from the start
_FEWEST = 3  # labels that begin lines in an article that is a dialogue as a whole


def turns_of(paragraphs: Sequence[Paragraph], source: Source, roster: Roster) -> Turns:
    """Return the turns that labels tell, paragraph by paragraph."""
    turns: Turns = [None] * len(paragraphs)
    marks = marks_of(paragraphs, source.title)
    marks = believed(paragraphs, marks, roster) if marks else []
    if not marks:
        return turns
    answering = interviewee(paragraphs, marks[0].paragraph, source, roster)
    naming = LabelNames(paragraphs, source, roster, answering)
    asking = asker(source)
    asking = None if asking and answering and asking.name == answering.name else asking  # he is asked
    heads = heads_of(paragraphs)
    named = {mark.key: naming.speaker(mark) for mark in reversed(marks)}
    for key in asking_outlets(paragraphs, marks, roster):
        named[key] = None
    shorten(named)
    surnames = frozenset(each.name.split()[-1].lower() for each in named.values() if each and each.name)
    untagged = Untagged(paragraphs, marks, named)
    whole = is_whole(paragraphs, marks)
    askers = Askers(paragraphs, marks, asking)
    if whole and only_asks(paragraphs, before := marks[0].paragraph - 1):  # the first of untagged questions
        turns[before] = [Spoken(0, len(paragraphs[before].text.rstrip()), None, Mode.DIRECT, None)]
    for mark, following in followed(marks):
        head = head_between(heads, marks[0].paragraph, mark.paragraph)
        speaker = named[mark.key]
        if head is not None and mark.kind is Kind.ANSWERS:  # another interview in one text
            speaker = Speaker(name := roster.resolve(head.name), name) if head.name else None
        elif unnamed(mark):
            speaker = askers.speaker(mark)
        ended = following is None and not whole
        for part in parts_of(paragraphs, mark, following, None if ended else surnames):
            row = turns[part.paragraph]
            turns[part.paragraph] = row = [] if row is None else row
            who = (
                speaker if part.first else untagged.speaker(mark, following, part, speaker) if whole else None
            )
            if part.start < part.end and not head_between(heads, mark.paragraph, part.paragraph + 1):
                row.append(Spoken(part.start, part.end, who, Mode.DIRECT, None))
    for part in loose_parts(paragraphs, turns, surnames) if whole and len(marks) > _FEWEST else ():
        turns[part.paragraph] = [Spoken(part.start, part.end, None, Mode.DIRECT, None)]
    return turns


def is_whole(paragraphs: Sequence[Paragraph], marks: Sequence[Mark]) -> bool:
    """Whether the article is a dialogue as a whole, so that what follows a turn goes on with it; an
    exchange that an article quotes has the author's own words around it.
    """
    first, last = marks[0].paragraph, marks[-1].paragraph
    body = [n for n, each in enumerate(paragraphs) if each.role in SPEAKING - {Role.HEADING}]
    within = sum(first <= n <= last for n in body)
    outer = sum(not each.inside for each in marks)
    lettered = {each.kind for each in marks} >= {Kind.ASKS, Kind.ANSWERS}
    if outer >= _FEWEST and (within * 2 >= len(body) or (lettered and outer >= 2 * _FEWEST)):
        return True
    opens = sum(n < first for n in body) <= max(_BEFORE, len(body) // 4)  # a speech and who announces it
    return opens and outer > 1 and all(each.label.isupper() for each in marks if not each.inside)
