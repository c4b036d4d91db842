"""Interviews without labels: questions in bold, in italics, after a dash or alone, and their answers.

    **¿Qué hará ahora?**        —What will you do now?       Señor alcalde, ¿qué hará usted ahora?
    Esperar.                    —I wait for the council.     "Yo espero. ..."

Answers are whoever's the introduction presents, or nobody's known; never the author's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from index.grammar.quotes import find_quotes
from index.grammar.roster import Roster
from index.grammar.speakers import Speaker
from index.model import Mode, Paragraph, Role, Source
from index.text.letters import CAPITAL
from index.voices.asked_lines import lines_of
from index.voices.dialogue_words import spoken_words
from index.voices.interview_heads import Head, head_between, heads_of
from index.voices.interview_signs import (
    DASH,
    STANDS_OUT,
    Question,
    introduced,
    is_interview,
    narrated_in,
    told_of,
)
from index.voices.interviewee import interviewee
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
_LONGEST_PLAIN = 350  # characters of a question that nothing but its mark tells


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
    if not quoted and (narrated_in(paragraphs, answers) or told_of(paragraphs, answers, speaker)):
        return turns
    if not quoted and not is_interview(paragraphs, questions, answers, source, answering=speaker is not None):
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
    questions: Sequence[Question],
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
        headed = head.name if head and (at or speaker is None) else None  # over the first it may be a byline
        told = introduced(paragraphs[row[0]].text) if row else None
        again = paragraphs[question.paragraph].text.strip() == opening
        if at and (again or head) and not (headed or told):
            speaker = None
        if headed or told:
            name = roster.resolve(headed or told or "")
            speaker = Speaker(name, name)
        found.append(speaker)
    return found


def _answer(span: tuple[int, int], speaker: Speaker | None) -> Spoken:
    return Spoken(*span, speaker, Mode.DIRECT, None)


def _question(number: int, paragraph: Paragraph) -> Question | None:
    """The paragraph as a question, if all of it is one or stands out as questions do."""
    if paragraph.role not in SPEAKING or len(paragraph.text) > _LONGEST_QUESTION:
        return None
    text = paragraph.text
    for shape, pattern in _SHAPES:
        match = pattern.fullmatch(text)
        if match is not None and (shape != "dash" or not _NARRATED.search(match["words"])):
            start, end = match.span("words")
            asks = _ASKED.search(text[start:end]) is not None
            asks = asks or shape in STANDS_OUT
            return Question(number, shape, start, end) if asks else None
    if not _ASKED.search(text) or len(text) > _LONGEST_PLAIN or any(mark in text for mark in _OPENS):
        return None
    start = len(text) - len(text.lstrip())
    return Question(number, "plain", start, len(text.rstrip()))


def _shape(paragraphs: Sequence[Paragraph], asked: list[Question]) -> str:
    """How the questions of this article stand out: as most of those that an answer follows."""
    counts: dict[str, int] = {}
    for each in asked:
        follower = each.paragraph + 1
        if follower < len(paragraphs) and paragraphs[follower].role in SPEAKING:
            counts[each.shape] = counts.get(each.shape, 0) + 1
    return max(counts, key=lambda shape: (shape != "plain", counts[shape])) if counts else ""


def _answers(
    paragraphs: Sequence[Paragraph], questions: Sequence[Question], heads: Sequence[Head]
) -> list[list[int]]:
    """For each question the paragraphs up to the next one, or to a line over another interview."""
    rows: list[list[int]] = []
    bounds = [each.paragraph for each in questions] + [len(paragraphs)]
    for begin, stop in pairwise(bounds):
        end = next((each.paragraph for each in heads if begin < each.paragraph < stop), stop)
        row = [n for n in range(begin + 1, end) if paragraphs[n].role in SPEAKING - {Role.HEADING}]
        rows.append(_answering(paragraphs, row) if questions[0].shape == "dash" else row)
    if rows:  # after the last question the author may take over
        last, kept = rows[-1], 0
        for count, number in enumerate(last, 1):
            if count == 1 or spoken_words(paragraphs[number].text):
                kept = count
        rows[-1] = last[:kept]
    return rows


def _answering(paragraphs: Sequence[Paragraph], row: list[int]) -> list[int]:
    """The paragraphs of an answer between dashes, where what begins with a second dash is the other's, a
    remark that asks nothing: "—So you will stay. —I will."
    """
    turn, kept = 0, []
    for number in row:
        turn += DASH.match(paragraphs[number].text) is not None
        if turn % 2 == 1 or turn == 0:
            kept.append(number)
    return kept


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
