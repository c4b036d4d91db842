"""Whether questions and what follows them are an interview, and no headings over an author's report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.grammar.quotes import find_quotes
from index.grammar.speakers import Speaker
from index.model import Paragraph, Role, Source
from index.text.names import names_in
from index.voices.dialogue_words import dialogue_words, spoken_words
from index.voices.interview_heads import heads_of
from index.voices.interviewee import announced, introduction
from index.voices.labels import SPEAKING

STANDS_OUT = frozenset({"bold", "italic"})  # so an interviewer asks without asking: "Hábleme de ello."
DASH = re.compile(r"\s*[—–―-]")
_TURN_DASH = re.compile(r"\s*(?:[—–―]|-(?=[^\W\d_]|[¿¡“«\"]))")  # no "- item" of a list
_HALF = 2
_SPEECH = 4  # words; shorter quotations are names and scare quotes
_SELDOM = 4  # answers among which one may hold the name of who answers
_INTRODUCED = 60  # characters in which an answer tells its speaker's name
_OPENING = 14  # paragraphs before the first question, at most
_SHORT = 140  # characters of a question where nothing announces an interview
_FEWEST = 2  # questions; one makes an interview only when the answer stands in quotation marks


class Question(NamedTuple):
    """A paragraph that asks."""

    paragraph: int
    shape: str
    start: int
    end: int


def is_interview(
    paragraphs: Sequence[Paragraph],
    questions: Sequence[Question],
    answers: list[list[int]],
    source: Source,
    *,
    answering: bool,
) -> bool:
    """Whether questions and answers are an interview: it is announced, and "I" or "you" speak in it.

    Without an announcement, somebody must be known who answers (``answering``), and both must be said often.
    Questions that do not stand out, as where mark-up is lost, must open the text and have answers by an
    "I"; those after a dash, answers after a dash.
    """
    shape = questions[0].shape
    rows = [row for row in answers if row]
    if min(len(questions), len(rows)) < _FEWEST:
        return False
    dash = DASH if shape == "dash" else _TURN_DASH
    after = sum(dash.match(paragraphs[row[0]].text) is not None for row in rows)
    if after > _FEWEST + 1 and after * 10 >= len(rows) * 9:
        return True  # dash after dash, or after each question, nobody tells anything between them
    return _worded(paragraphs, questions, rows, source, answering=answering, dashes=after)


def _worded(
    paragraphs: Sequence[Paragraph],
    questions: Sequence[Question],
    rows: list[list[int]],
    source: Source,
    *,
    answering: bool,
    dashes: int,
) -> bool:
    """Whether the words of questions and answers, and of what announces them, are those of an interview."""
    first, shape = questions[0].paragraph, questions[0].shape
    texts = introduction(paragraphs, first, source)
    personal = [_personal(" ".join(paragraphs[n].text for n in row)) for row in rows]
    put = [_personal(paragraphs[each.paragraph].text) for each in questions]
    if not announced(texts, surely=False):  # "What do you do?" "I run the harbour."
        short = all(_one_short(paragraphs[each.paragraph].text) for each in questions)
        between = short and sum(put) * _HALF >= len(questions) and sum(personal) * _HALF >= len(rows)
        often = short and len(rows) > _FEWEST and sum(personal) * 3 >= len(rows) * 2
        return (between or often) and answering and first <= _OPENING and _much(paragraphs, first)
    if answering and _surely(paragraphs, questions, rows, source):
        return True
    often, asked = sum(personal) * _HALF >= len(rows), sum(put) * _HALF >= len(questions)
    sure = announced(texts, surely=True)
    if shape == "dash":
        dashed = dashes * _HALF >= len(rows)
        told = often or asked or len(rows) > _FEWEST  # in Spanish a verb alone may say "I"
        return (sure and (dashed or told)) or (answering and dashed and told)
    if shape == "plain":
        opens = first <= _OPENING and (_much(paragraphs, first) or _led_in(paragraphs, first))
        return opens and (often if sure else answering and (all(personal) or (often and asked)))
    return often or asked


def _surely(
    paragraphs: Sequence[Paragraph], questions: Sequence[Question], rows: list[list[int]], source: Source
) -> bool:
    """Whether the head of a text announces an interview and nothing but short questions and answers follow,
    so that no "I" is needed: "How did it begin?" "The council asked for a plan."
    """
    first = questions[0].paragraph
    heads = [each.text for each in paragraphs[:first] if each.role is Role.HEADING]
    heads += [paragraphs[each.paragraph].text for each in heads_of(paragraphs[:first])]
    head = ([source.title] if source.title else []) + heads
    put = [paragraphs[each.paragraph].text.strip(" *_#—–-\n") for each in questions]
    asks = sum(text.endswith("?") for text in put)
    fewest = _FEWEST if questions[0].shape in STANDS_OUT else _FEWEST + 1
    plain = questions[0].shape == "plain" and not all(_one_short(text) or len(text) <= _SHORT for text in put)
    return (
        announced(head, surely=True)
        and len(rows) >= fewest
        and asks * 4 >= len(put) * 3
        and not plain
        and first <= _OPENING
        and _much(paragraphs, first)
    )


def _led_in(paragraphs: Sequence[Paragraph], first: int) -> bool:
    """Whether the line before the first question leads in to a talk: "Here is our conversation, edited."."""
    before = next((each.text for each in reversed(paragraphs[:first]) if each.role in SPEAKING), "")
    lists = dialogue_words()
    told = lists.interview.search(before) or lists.talk.search(before)
    return told is not None and len(before) <= _SHORT


def narrated_in(paragraphs: Sequence[Paragraph], answers: list[list[int]]) -> bool:
    """Whether the author tells below his questions what others say: half of the answers hold a quotation
    of some words that does not begin them.
    """
    rows = [row for row in answers if row]
    told = 0
    for row in rows:
        texts = [paragraphs[n].text.strip() for n in row]
        told += any(
            each.start > 0 and each.stopped and each.words(text) >= _SPEECH
            for text in texts
            for each in find_quotes(text)
        )
    return told * _HALF >= len(rows) > 0


def told_of(paragraphs: Sequence[Paragraph], answers: list[list[int]], speaker: Speaker | None) -> bool:
    """Whether the answers speak of whoever should give them by name, as nobody speaks of himself; in words
    that he quotes of others they may.
    """
    surname = (speaker.name or "").rpartition(" ")[2] if speaker else ""
    rows = [" ".join(_unquoted(paragraphs[n].text) for n in row) for row in answers if row]
    if any(introduced(row) for row in rows):
        return False  # "I'm Ana Ejemplo"
    wanted = re.compile(rf"\b{re.escape(surname)}\b")
    return bool(surname) and sum(wanted.search(row) is not None for row in rows) * _SELDOM >= len(rows) > 0


def _unquoted(text: str) -> str:
    """A text without what stands in it in quotation marks."""
    begun = [0, *(each.end for each in find_quotes(text))]
    ended = [*(each.start for each in find_quotes(text)), len(text)]
    return " ".join(text[start:end] for start, end in zip(begun, ended, strict=True))


def introduced(text: str) -> str | None:
    """The name by which an answer introduces its speaker."""
    match = dialogue_words().introducing.search(text, 0, _INTRODUCED)
    names = names_in(text, match.end(), match.end() + _INTRODUCED) if match else []
    near = match is not None and names and names[0].start <= match.end() + 1
    return names[0].name if near and len(names[0].words) > 1 else None


def _one_short(text: str) -> bool:
    """Whether a question is one short sentence."""
    return len(text) <= _SHORT and text.count("?") == 1 and ". " not in text


def _personal(text: str) -> bool:
    """Whether somebody says "I" or "you", question marks aside."""
    return spoken_words(text.replace("?", ""))


def _much(paragraphs: Sequence[Paragraph], first: int) -> bool:
    """Whether most of the text stands after the first question."""
    sizes = [len(each.text) if each.role in SPEAKING else 0 for each in paragraphs]
    return sum(sizes[first:]) * _HALF >= sum(sizes)
