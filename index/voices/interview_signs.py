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

DASH = re.compile(r"\s*[—–―-]")
_TURN_DASH = re.compile(r"\s*(?:[—–―]|-(?=[^\W\d_]|[¿¡“«\"]))")  # no "- item" of a list
_HALF = 2
_SPEECH = 4  # words; shorter quotations are names and scare quotes
_SELDOM = 4  # answers among which one may hold the name of who answers
_INTRODUCED = 60  # characters in which an answer tells its speaker's name
_OPENING = 14  # paragraphs before the first question, at most
_SHORT = 140  # characters of a line that announces an interview
_FEWEST = 2  # questions; one makes an interview only when the answer stands in quotation marks
_MANY = 5  # answered questions that few texts but interviews have
_FEW_WORDS = 4  # of a question as one puts it in a talk: "And the fishermen?"
# How much each sign weighs, and how much makes an interview: set by hand on made-up interviews and on texts
# of authors whose headings ask.
_ENOUGH = 3.0
_PLAIN = 1.0  # more where nothing but their mark tells questions
_BEGINNING = 2  # paragraphs of an answer by which its words are judged; others tell of much else
_KNOWN, _UNKNOWN = 1.5, 3.0  # of it, what announces it: where somebody is known who answers, and where nobody
_SURELY = 3.5  # of it, how both are worded: where nothing announces it
_ADDRESSED, _PERSONAL, _REPLYING, _TALKING = 3.0, 2.5, 2.0, 1.25
_SHORTEST = 3  # paragraphs of an answer, on the average


class Question(NamedTuple):
    """A paragraph that asks, or stands as those do that ask; ``form`` is how they stand out."""

    paragraph: int
    form: str
    start: int
    end: int
    asks: bool


def is_interview(
    paragraphs: Sequence[Paragraph],
    questions: Sequence[Question],
    answers: list[list[int]],
    source: Source,
    speaker: Speaker | None,
) -> bool:
    """Whether questions and answers are an interview: what announces it, whether somebody is known who
    answers, and how both are worded, weighed together.
    """
    rows = [row for row in answers if row]
    if min(len(questions), len(rows)) < _FEWEST:
        return False
    dash = DASH if questions[0].form == "dash" else _TURN_DASH
    after = sum(dash.match(paragraphs[row[0]].text) is not None for row in rows)
    if after > _FEWEST + 1 and after * 10 >= len(rows) * 9:
        return True  # dash after dash, or after each question, nobody tells anything between them
    first = questions[0].paragraph
    told = _announced(paragraphs, first, source, speaker)
    plain = questions[0].form in ("plain", "numbered")
    if plain and not (first <= _OPENING and (_much(paragraphs, first) or _led_in(paragraphs, first))):
        return False
    worded = _worded(paragraphs, questions, rows)
    if told < (_KNOWN if speaker else _UNKNOWN) and (worded < _SURELY or len(rows) <= _FEWEST):
        return False
    return told + worded + (after * _HALF >= len(rows)) >= _ENOUGH + _PLAIN * (plain and speaker is not None)


def _announced(paragraphs: Sequence[Paragraph], first: int, source: Source, speaker: Speaker | None) -> float:
    """How surely the head of a text and its introduction announce an interview, and with whom."""
    heads = [each.text for each in paragraphs[:first] if each.role is Role.HEADING]
    heads += [paragraphs[each.paragraph].text for each in heads_of(paragraphs[:first])]
    heads += [source.title] if source.title else []
    texts = introduction(paragraphs, first, source)
    led = [each.text for each in paragraphs[:first] if each.role in SPEAKING][-1:]
    led = [each for each in led if len(each) <= _SHORT and not any(len(n.words) > 1 for n in names_in(each))]
    surname = (speaker.name or "").rpartition(" ")[2].lower() if speaker else ""
    known = (speaker is not None) + any(surname in head.lower() for head in heads if surname)
    if announced(heads + led, surely=True):  # "This conversation has been edited."
        return known + 3.0
    said = any(_is_said(head) for head in heads)
    told = announced(texts, surely=True) + announced(texts, surely=False)
    return known + max(1.5 * said, 0.75 * told)


def _led_in(paragraphs: Sequence[Paragraph], first: int) -> bool:
    """Whether the line before the first question leads in to a talk: "Here is our conversation, edited."."""
    before = next((each.text for each in reversed(paragraphs[:first]) if each.role in SPEAKING), "")
    lists = dialogue_words()
    told = lists.interview.search(before) or lists.talk.search(before)
    return told is not None and len(before) <= _SHORT


def _is_said(head: str) -> bool:
    """Whether a headline is, or ends in, somebody's words in quotation marks."""
    text = head.strip(" #*_")
    return any(
        each.closed and each.words(text) >= _SPEECH and (each.start == 0 or each.end >= len(text) - 1)
        for each in find_quotes(text)
    )


def _worded(
    paragraphs: Sequence[Paragraph], questions: Sequence[Question], rows: Sequence[Sequence[int]]
) -> float:
    """How much questions and answers are worded as those of a talk: they address somebody, who says "I"."""
    put = [paragraphs[each.paragraph].text[each.start : each.end] for each in questions]
    told = [_unquoted(" ".join(paragraphs[n].text for n in row[:_BEGINNING])) for row in rows]
    addressed = sum(map(_addresses, put)) / len(put)
    personal = sum(spoken_words(text.replace("?", "")) for text in told) / len(told)
    replying = sum(_opens(text, dialogue_words().replying) for text in told) / len(told)
    talking = sum(_talks(text) for text in put) / len(put)
    weights = (_ADDRESSED, addressed), (_PERSONAL, personal), (_REPLYING, replying), (_TALKING, talking)
    brief = len(rows) > _FEWEST + 1 and sum(map(len, rows)) <= _SHORTEST * len(rows)
    return sum(weight * share for weight, share in weights) + 0.5 * (brief + (len(rows) >= _MANY))


def _addresses(text: str) -> bool:
    """Whether a question is put to somebody: "you", "usted", "¿cree que ...?"."""
    words = text.lower().replace("¿", " ").replace("?", " ").replace(",", " ").split()
    return not dialogue_words().addressed.isdisjoint(words) or spoken_words(text.replace("?", ""))


def _talks(text: str) -> bool:
    """Whether a question is put as in a talk: "And the fishermen?", "So the mayor knew?", "Really?"."""
    return _opens(text, dialogue_words().following) or len(text.split()) <= _FEW_WORDS


def _opens(text: str, words: frozenset[str]) -> bool:
    """Whether a text begins with one of some words."""
    low = text.lstrip(' *_—–―-¿¡“"«').lower()
    begun = re.split(r"[^\w’']+", low, maxsplit=2)
    return begun[0] in words or " ".join(begun[:2]) in words


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


def _much(paragraphs: Sequence[Paragraph], first: int) -> bool:
    """Whether most of the text stands after the first question."""
    sizes = [len(each.text) if each.role in SPEAKING else 0 for each in paragraphs]
    return sum(sizes[first:]) * _HALF >= sum(sizes)
