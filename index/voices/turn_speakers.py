"""Whose turns are that no name labels: who asks tells his own, untagged ones are told by those around."""

from __future__ import annotations

from collections.abc import Sequence

from index.grammar.roster import Roster
from index.grammar.speakers import Speaker
from index.model import Paragraph
from index.text.people import given_names, people_words
from index.voices.believed_labels import asking_labels
from index.voices.dialogue_words import dialogue_words, names_nobody
from index.voices.label_names import (
    person_like,
    presents_himself,
)
from index.voices.labels import Kind, Mark
from index.voices.turn_parts import (
    Part,
    followed,
    only_asks,
)
from index.words import word_list

_OPENING = 3  # paragraphs of a turn that tell whether it is worded as speech
_OUTLETS = word_list("names", "outlet_words") | word_list("names", "outlet_ends")


class Askers:
    """Who asks under a label that names nobody: he tells it, and may go on under one that asks on; where
    nobody tells, whoever signs the talk.
    """

    def __init__(
        self, paragraphs: Sequence[Paragraph], marks: Sequence[Mark], asking: Speaker | None
    ) -> None:
        self._paragraphs = paragraphs
        names = {mark: self._name(mark, following) for mark, following in followed(marks) if unnamed(mark)}
        numbered = {mark.key: name for mark, name in names.items() if name and mark.key[-1].isdigit()}
        self._names = {mark: name or numbered.get(mark.key) for mark, name in names.items()}  # "Speaker 1"
        self._asking = None if any(names.values()) else asking
        self._before: Speaker | None = None

    def speaker(self, mark: Mark) -> Speaker | None:
        """Return who presents himself in a turn: "PREGUNTA: Buenos días. Ana Ejemplo, de La Hoja. ..."."""
        name = self._names[mark]
        if name is not None:
            self._before = Speaker(name, name)
        elif mark.key not in dialogue_words().asking_on:
            self._before = None
        return self._before or (self._asking if mark.kind is Kind.ASKS else None)

    def _name(self, mark: Mark, following: Mark | None) -> str | None:
        end = min(following.paragraph if following else len(self._paragraphs), mark.paragraph + _OPENING)
        texts = [each.text for each in self._paragraphs[mark.paragraph : max(end, mark.paragraph + 1)]]
        texts[0] = texts[0][mark.end :]
        return next((name for text in texts if (name := presents_himself(text))), None)


def unnamed(mark: Mark) -> bool:
    """Whether a label names nobody and is none of whoever is asked."""
    if mark.kind is not Kind.NAMED:
        return mark.kind is Kind.ASKS
    return names_nobody(mark.label) and mark.key not in dialogue_words().guests


class Untagged:
    """Whose the paragraphs of a dialogue are that have no label: mostly of the label before them."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], marks: Sequence[Mark], named: dict[str, Speaker | None]
    ) -> None:
        self._paragraphs = paragraphs
        self._lone = len(named) == 1  # who asks has no label
        self._asking = asking_labels(paragraphs, marks)
        rest = {each.name: each for key, each in named.items() if key not in self._asking and each}
        self._guest = next(iter(rest.values())) if len(rest) == 1 else None

    def speaker(
        self, mark: Mark, following: Mark | None, part: Part, speaker: Speaker | None
    ) -> Speaker | None:
        """Return whose a paragraph after the first one of a turn is.

        What stands right before the same label again is nobody's known, and so is a question that another
        answers where none of the labels asks; what follows a question to which no label answers is whoever's
        all other answers are.
        """
        last = following.paragraph - 1 if following is not None else part.paragraph
        again = following is not None and following.key == mark.key and mark.key not in self._asking
        if again and part.paragraph == last:  # somebody else must have spoken in between
            return None
        if only_asks(self._paragraphs, part.paragraph):
            if self._lone or (not self._asking and part.paragraph == last):
                return None
        elif mark.key in self._asking and _ends_asking(self._paragraphs[mark.paragraph].text):
            unanswered = following is None or following.key in self._asking
            if unanswered or (part.paragraph < last and only_asks(self._paragraphs, last)):
                return self._guest
        return speaker


def _ends_asking(text: str) -> bool:
    return text.rstrip(" *_\n").endswith("?")


def shorten(named: dict[str, Speaker | None]) -> None:
    """Let a label of one word be whoever has it in the one whole name that is a label too."""
    whole = {key: each for key, each in named.items() if len(key.split()) > 1 and each is not None}
    for key, speaker in named.items():
        if len(key) == 1:  # "N" of "Nora", who asked before under her name
            begun = {each.name: each for other, each in named.items() if each and other[:1] == key != other}
            named[key] = next(iter(begun.values())) if len(begun) == 1 else speaker
            continue
        bearers = {each.name: each for other, each in whole.items() if key in other.replace(",", "").split()}
        if speaker is not None and key not in whole and len(bearers) == 1:
            named[key] = next(iter(bearers.values()))


def asking_outlets(paragraphs: Sequence[Paragraph], marks: Sequence[Mark], roster: Roster) -> set[str]:
    """The labels that are no person's and mostly ask: "The Gazette: How did it begin?"."""
    asking = asking_labels(paragraphs, marks)
    labels = {mark.key: mark for mark in marks if mark.kind is Kind.NAMED}
    outlets = {key for key, mark in labels.items() if key in asking and _names_outlet(mark, roster)}
    return outlets if len({mark.key for mark in marks}) > 1 else set()


def _names_outlet(mark: Mark, roster: Roster) -> bool:
    """Whether a label is an outlet's or another body's, and no person's."""
    lists, low = people_words(), mark.key.split()
    ends = {low[0], low[-1]} if len(low) > 1 and low[0] not in given_names() else set()
    article = dialogue_words().articles.match(mark.label) is not None and low[-1] not in lists.titles
    body = not lists.bodies.isdisjoint(low) and not person_like(mark, roster)
    return body or article or not _OUTLETS.isdisjoint(ends)
