"""Interviews without labels: questions in bold, in italics, after a dash or alone, and their answers.

    **¿Qué hará ahora?**        —What will you do now?       Señor alcalde, ¿qué hará usted ahora?
    Esperar.                    —I wait for the council.     "Yo espero. ..."

Answers are whoever's the introduction presents, or nobody's known; never the author's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from index.grammar.quotes import find_quotes
from index.grammar.roster import Roster
from index.grammar.speakers import Speaker
from index.model import Mode, Paragraph, Role, Source
from index.text.letters import CAPITAL
from index.text.names import names_in
from index.voices.asked_lines import lines_of
from index.voices.dialogue_words import dialogue_words, spoken_words
from index.voices.interview_heads import Head, head_between, heads_of
from index.voices.interviewee import announced, interviewee, introduction
from index.voices.labels import SPEAKING
from index.voices.spans import Spoken
from index.voices.transcripts import Turns

_ASKER = rf"{CAPITAL}[\w.&]*(?: {CAPITAL}[\w.&]*){{0,3}}"
_SHAPES = (
    ("bold", re.compile(r"\s*(?:\*\*|__)(?P<words>.+?)(?:\*\*|__)\s*", re.DOTALL)),
    ("italic", re.compile(r"\s*[*_](?P<words>[^*_].*?)[*_]\s*", re.DOTALL)),
    ("heading", re.compile(r"\s*#{1,6}\s+(?P<words>.+)", re.DOTALL)),
    ("label", re.compile(rf"\s*(?:\*\*)?(?P<label>{_ASKER}):(?:\*\*)?\s+(?P<words>[^\n]+)")),
    ("dash", re.compile(r"\s*[—–―-]\s?(?P<words>[^\s\d].*)", re.DOTALL)),
)
_ASKED = re.compile(r"\?[\"”»’)*_]*\s*$")
_OPENS = ("“", '"', "«", "„", "»", "``", "''")
_NARRATED = re.compile(r"\w[?!…,]?\s?[—–―]\s?[^\W\d_]*[a-zá-ú]")  # "—No —dijo él": a story's dialogue
_LONGEST_QUESTION = 600  # characters
_HALF = 2
_SELDOM = 4  # answers among which one may hold the name of who answers
_SPEECH = 4  # words; shorter quotations are names and scare quotes
_INTRODUCED = 60  # characters in which an answer tells its speaker's name
_STANDS_OUT = frozenset({"bold", "italic"})  # so an interviewer asks without asking: "Hábleme de ello."
_DASH = re.compile(r"\s*[—–―-]")
_OPENING = 14  # paragraphs before the first question, at most
_SHORT = 140  # characters of a question where nothing announces an interview
_LONGEST_PLAIN = 350  # characters of a question that nothing but its mark tells
_FEWEST = 2  # questions; one makes an interview only when the answer stands in quotation marks


class _Question(NamedTuple):
    """A paragraph that asks."""

    paragraph: int
    shape: str
    start: int
    end: int


def answers_of(paragraphs: Sequence[Paragraph], source: Source, roster: Roster) -> Turns:
    """Return the questions and answers of an interview, paragraph by paragraph."""
    lines = lines_of(paragraphs)
    turns: Turns = [None] * len(paragraphs)
    for line, row in zip(lines, _turns([each.text for each in lines], source, roster), strict=True):
        for each in row or ():
            moved = each._replace(start=each.start + line.start, end=each.end + line.start)
            turns[line.paragraph] = [*(turns[line.paragraph] or []), moved]
    return turns


def _turns(paragraphs: Sequence[Paragraph], source: Source, roster: Roster) -> Turns:
    turns: Turns = [None] * len(paragraphs)
    asked = [each for each in (_question(n, p) for n, p in enumerate(paragraphs)) if each is not None]
    if not asked:
        return turns
    shape = _shape(paragraphs, asked)
    questions = [each for each in asked if each.shape == shape]
    if not questions:
        return turns
    first = questions[0].paragraph
    heads = heads_of(paragraphs)
    answers = _answers(paragraphs, questions, heads)
    speaker = interviewee(paragraphs, first, source, roster)
    speakers = _speakers(paragraphs, questions, answers, heads, speaker, roster)
    speaker = speaker or next((each for each in speakers if each), None)
    quoted = {n: span for row in answers for n, span in _quoted(paragraphs, row)}
    if not quoted and (_narrated_in(paragraphs, answers) or _told_of(paragraphs, answers, speaker)):
        return turns
    if not quoted and not _interview(paragraphs, questions, answers, source, answering=speaker is not None):
        return turns
    if quoted and speaker is None:
        return turns  # quotations are read for themselves
    for question in questions:
        words = Spoken(question.start, question.end, None, Mode.DIRECT, None)
        turns[question.paragraph] = [words]
    for row, who in zip(answers, speakers, strict=True):
        for number in row:
            span = quoted.get(number) if quoted else _whole(paragraphs[number])
            if span is not None:
                turns[number] = [_answer(span, who)]
    return turns


def _speakers(
    paragraphs: Sequence[Paragraph],
    questions: Sequence[_Question],
    answers: list[list[int]],
    heads: Sequence[Head],
    speaker: Speaker | None,
    roster: Roster,
) -> list[Speaker | None]:
    """Who gives each answer: another one from where somebody introduces himself ("I'm Ana Ejemplo"), or
    where a line announces another interview; nobody known once the first question is put again.
    """
    found: list[Speaker | None] = []
    opening = paragraphs[questions[0].paragraph].text.strip()
    for at, (question, row) in enumerate(zip(questions, answers, strict=True)):
        begin = questions[at - 1].paragraph if at else 0
        head = head_between(heads, begin, question.paragraph)
        headed = head.name if head else None
        told = _introduced(paragraphs[row[0]].text) if row else None
        again = paragraphs[question.paragraph].text.strip() == opening
        if at and (again or head) and not (headed or told):
            speaker = None
        if headed or told:
            name = roster.resolve(headed or told or "")
            speaker = Speaker(name, name)
        found.append(speaker)
    return found


def _introduced(text: str) -> str | None:
    """The name by which an answer introduces its speaker."""
    match = dialogue_words().introducing.search(text, 0, _INTRODUCED)
    names = names_in(text, match.end(), match.end() + _INTRODUCED) if match else []
    near = match is not None and names and names[0].start <= match.end() + 1
    return names[0].name if near and len(names[0].words) > 1 else None


def _answer(span: tuple[int, int], speaker: Speaker | None) -> Spoken:
    return Spoken(*span, speaker, Mode.DIRECT, None)


def _question(number: int, paragraph: Paragraph) -> _Question | None:
    """The paragraph as a question, if all of it is one or stands out as questions do."""
    if paragraph.role not in SPEAKING or len(paragraph.text) > _LONGEST_QUESTION:
        return None
    text = paragraph.text
    for shape, pattern in _SHAPES:
        match = pattern.fullmatch(text)
        if match is not None and (shape != "dash" or not _NARRATED.search(match["words"])):
            start, end = match.span("words")
            asks = _ASKED.search(text[start:end]) is not None
            asks = asks or shape in _STANDS_OUT
            return _Question(number, shape, start, end) if asks else None
    if not _ASKED.search(text) or len(text) > _LONGEST_PLAIN or any(mark in text for mark in _OPENS):
        return None
    start = len(text) - len(text.lstrip())
    return _Question(number, "plain", start, len(text.rstrip()))


def _shape(paragraphs: Sequence[Paragraph], asked: list[_Question]) -> str:
    """How the questions of this article stand out: as most of those that an answer follows."""
    counts: dict[str, int] = {}
    for each in asked:
        follower = each.paragraph + 1
        if follower < len(paragraphs) and paragraphs[follower].role in SPEAKING:
            counts[each.shape] = counts.get(each.shape, 0) + 1
    return max(counts, key=lambda shape: (shape != "plain", counts[shape])) if counts else ""


def _answers(
    paragraphs: Sequence[Paragraph], questions: Sequence[_Question], heads: Sequence[Head]
) -> list[list[int]]:
    """For each question the paragraphs up to the next one, or to a line over another interview."""
    rows: list[list[int]] = []
    bounds = [each.paragraph for each in questions] + [len(paragraphs)]
    for begin, stop in pairwise(bounds):
        end = next((each.paragraph for each in heads if begin < each.paragraph < stop), stop)
        row = [n for n in range(begin + 1, end) if paragraphs[n].role in SPEAKING - {Role.HEADING}]
        rows.append(row)
    if rows:  # after the last question the author may take over
        last, kept = rows[-1], 0
        for count, number in enumerate(last, 1):
            if count == 1 or spoken_words(paragraphs[number].text):
                kept = count
        rows[-1] = last[:kept]
    return rows


def _interview(
    paragraphs: Sequence[Paragraph],
    questions: Sequence[_Question],
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
    first, shape = questions[0].paragraph, questions[0].shape
    texts = introduction(paragraphs, first, source)
    rows = [row for row in answers if row]
    if min(len(questions), len(rows)) < _FEWEST:
        return False
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
        after = sum(bool(_DASH.match(paragraphs[row[0]].text)) for row in rows)
        dashed = after * _HALF >= len(rows)
        return (sure and (dashed or often or asked)) or (answering and dashed and (often or asked))
    if shape == "plain":
        opens = first <= _OPENING and _much(paragraphs, first)
        return opens and (often if sure else answering and (all(personal) or (often and asked)))
    return often or asked


def _narrated_in(paragraphs: Sequence[Paragraph], answers: list[list[int]]) -> bool:
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


def _told_of(paragraphs: Sequence[Paragraph], answers: list[list[int]], speaker: Speaker | None) -> bool:
    """Whether the answers speak of whoever should give them by name, as nobody speaks of himself."""
    surname = (speaker.name or "").rpartition(" ")[2] if speaker else ""
    rows = [" ".join(paragraphs[n].text for n in row) for row in answers if row]
    if any(_introduced(row) for row in rows):
        return False  # "I'm Ana Ejemplo"
    wanted = re.compile(rf"\b{re.escape(surname)}\b")
    return bool(surname) and sum(wanted.search(row) is not None for row in rows) * _SELDOM >= len(rows) > 0


def _surely(
    paragraphs: Sequence[Paragraph], questions: Sequence[_Question], rows: list[list[int]], source: Source
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
    fewest = _FEWEST if questions[0].shape in _STANDS_OUT else _FEWEST + 1
    plain = questions[0].shape == "plain" and not all(_one_short(text) or len(text) <= _SHORT for text in put)
    return (
        announced(head, surely=True)
        and len(rows) >= fewest
        and asks * 4 >= len(put) * 3
        and not plain
        and first <= _OPENING
        and _much(paragraphs, first)
    )


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


def _quoted(paragraphs: Sequence[Paragraph], row: list[int]) -> list[tuple[int, tuple[int, int]]]:
    """The paragraphs of an answer in quotation marks, one quotation over all of them."""
    found: list[tuple[int, tuple[int, int]]] = []
    carried = False
    for number in row:
        text = paragraphs[number].text
        body = text.strip()
        start = len(text) - len(text.lstrip())
        quotes = find_quotes(text, carried)
        opens = body.startswith(_OPENS)
        if not (opens or carried):
            break
        closing = next((each for each in quotes if each.start <= start and (opens or each.closed)), None)
        if closing is None and carried and not opens:
            found.append((number, (start, start + len(body))))  # no mark closes it here
            continue
        if closing is None or text[closing.end :].strip(" .*_"):
            break
        found.append((number, (start, closing.end)))
        carried = not closing.closed
    return found


def _whole(paragraph: Paragraph) -> tuple[int, int]:
    text = paragraph.text
    start = len(text) - len(text.lstrip(" \t\n—–―-"))
    return start, len(text.rstrip())
