"""How far the turns of a dialogue go: from one label to the next, all paragraphs of an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from index.model import Mode, Paragraph, Role
from index.voices.dialogue_words import dialogue_words, spoken_words
from index.voices.labels import SPEAKING, Kind, Mark
from index.voices.spans import Spoken

Turns = list[list[Spoken] | None]  # for each paragraph its turns, or None where no dialogue is

_AFTER = 2  # paragraphs below the last turn that may go on with it
_LONGEST_QUESTION = 400  # characters
_OPENING = 3  # paragraphs of a turn that tell whether it is worded as speech
_CALLED = 4  # words in capitals
_DIRECTION = re.compile(r"\s*[*_“\"]*[\[(][^\])]*[\])][*_.”\"]*\s*")  # "[laughter]", "(Applause.)"
_STAMP = re.compile(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?")
_RULE = re.compile(r"\s*(?:[-—–_*=]\s?){3,}\s*")  # a line that parts the talk from what is not of it
_ENDS_TURN = re.compile(r"(?:[\s—–*_-]+|(?<=[.?!…] )[\[(][^\])\s]+(?: [^\])\s]+){0,2}[\])]\.?)+$")


class Part(NamedTuple):
    """The words of a turn in one paragraph."""

    paragraph: int
    start: int
    end: int
    first: bool = True  # its label stands right before it


def followed(marks: Sequence[Mark]) -> Iterator[tuple[Mark, Mark | None]]:
    """Each mark with the next one."""
    for number, mark in enumerate(marks):
        yield mark, marks[number + 1] if number + 1 < len(marks) else None


def worded(paragraphs: Sequence[Paragraph], marks: Sequence[Mark], kind: Kind | None = None) -> Iterator[str]:
    """The first words after each mark."""
    for mark, following in followed(marks):
        if kind is not None and mark.kind is not kind:
            continue
        text = paragraphs[mark.paragraph].text
        same = following is not None and following.paragraph == mark.paragraph
        words = text[mark.end : following.start if following is not None and same else len(text)]
        if not words.strip(" *_") and not same and mark.paragraph + 1 < len(paragraphs):
            stop = len(paragraphs) if following is None else following.paragraph
            rest = paragraphs[mark.paragraph + 1 : max(stop, mark.paragraph + 2)][:_OPENING]
            words = " ".join(each.text for each in rest)
        yield words


def only_asks(paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Whether a paragraph is nothing but a question."""
    if number < 0 or paragraphs[number].role not in SPEAKING:
        return False
    text = paragraphs[number].text.strip(" *_\n")
    return text.endswith("?") and len(text) < _LONGEST_QUESTION


def parts_of(
    paragraphs: Sequence[Paragraph],
    mark: Mark,
    following: Mark | None,
    surnames: frozenset[str] | None,
) -> Iterator[Part]:
    """The words of a turn: the rest of its paragraph, then the paragraphs up to the next label.

    ``surnames`` of who takes part tell where the author speaks of them; None ends it with its paragraph.
    """
    last = following.paragraph + 1 if following else _last_of(paragraphs, mark, surnames)
    begun = False
    for number in range(mark.paragraph, last):
        paragraph = paragraphs[number]
        start = mark.end if number == mark.paragraph else 0
        ends = following is not None and number == following.paragraph
        stop = following.start if following is not None and ends else len(paragraph.text)
        part = trimmed(paragraph.text, number, start, stop)._replace(first=not begun)
        if number > mark.paragraph:
            if mark.alone and mark.label.isupper() and _another(paragraph.text):
                break
            loose = paragraph.role not in SPEAKING or (paragraph.role is Role.HEADING and begun)
            told = begun and goes_on_telling(paragraph.text, surnames or ())
            if loose or told or _DIRECTION.fullmatch(paragraph.text):
                continue
        begun = begun or part.start < part.end
        yield part


def _another(text: str) -> bool:
    """Whether words in capitals, some behind a comma or in brackets, call somebody else up."""
    words = text.split()
    upper = next((n for n, word in enumerate(words) if not word.isupper()), len(words))
    called = " ".join(words[:upper])
    return upper >= _CALLED and ("," in called[:-1] or "(" in called) and called[-1] not in ".!?"


def _last_of(paragraphs: Sequence[Paragraph], mark: Mark, surnames: frozenset[str] | None) -> int:
    """The paragraph after the last turn: it goes on where somebody still speaks for himself."""
    last = mark.paragraph + 1
    if not paragraphs[mark.paragraph].text[mark.end :].strip(" *_"):
        last += 1
    for number in range(last, len(paragraphs) if surnames is not None else last):
        paragraph = paragraphs[number]
        heading = paragraph.role is Role.HEADING and not paragraph.text.rstrip().endswith("?")
        if heading or _RULE.fullmatch(paragraph.text) or goes_on_telling(paragraph.text, surnames or ()):
            break
        if paragraph.role in SPEAKING and spoken_words(paragraph.text.replace("?", "")):
            last = number + 1
    return min(last, len(paragraphs))


def loose_parts(paragraphs: Sequence[Paragraph], turns: Turns, surnames: Iterable[str]) -> Iterator[Part]:
    """The paragraphs right below the last turn, of which it is not sure whether they go on with it."""
    last = max((number for number, row in enumerate(turns) if row), default=len(turns))
    for number in range(last + 1, min(last + 1 + _AFTER, len(paragraphs))):
        text = paragraphs[number].text
        if (
            paragraphs[number].role is not Role.BODY
            or _RULE.fullmatch(text)
            or goes_on_telling(text, surnames)
        ):
            return
        yield trimmed(text, number, 0, len(text))


def untold_turns(paragraphs: Sequence[Paragraph]) -> Turns:
    """Return the paragraphs below a heading "Transcript" as speech of nobody known, where no label tells
    whose it is: it is not the words of whoever signs the page.
    """
    turns: Turns = [None] * len(paragraphs)
    heads = (
        number
        for number, each in enumerate(paragraphs)
        if each.role is Role.HEADING and each.text.strip(" #*_:.").lower() in dialogue_words().transcripts
    )
    for number in range(next(heads, len(paragraphs)) + 1, len(paragraphs)):
        paragraph = paragraphs[number]
        if paragraph.role is Role.HEADING or _RULE.fullmatch(paragraph.text):
            break
        if paragraph.role is Role.BODY:
            part = trimmed(paragraph.text, number, 0, len(paragraph.text))
            turns[number] = [Spoken(part.start, part.end, None, Mode.DIRECT, None)]
    return turns


def goes_on_telling(text: str, surnames: Iterable[str]) -> bool:
    """Whether the author goes on telling: a paragraph names one who takes part and says no "I"."""
    lows = {word.strip(".,:;'’\"“”()").removesuffix("'s").removesuffix("’s") for word in text.lower().split()}
    return not lows.isdisjoint(surnames) and not spoken_words(text.replace("?", ""))


def trimmed(text: str, number: int, start: int, stop: int) -> Part:
    """Leave out white space, marks of emphasis, and the dash at which a turn breaks off."""
    while start < stop and (text[start].isspace() or text[start] in "*_"):
        start += 1
    body = _ENDS_TURN.sub("", text[start:stop])
    if _STAMP.fullmatch(body):  # it is the next turn's
        body = ""
    return Part(number, start, start + len(body))
