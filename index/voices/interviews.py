"""Interviews without labels for both sides: questions that stand out, or only ask, and their answers.

    **¿Qué hará ahora?**        —What will you do now?       Señor alcalde, ¿qué hará usted ahora?
    Esperar.                    —I wait for the council.     "Yo espero. ..."

One reading of a page: in which form do its questions stand, is it an interview, whose are the answers? All
that is not the interviewer's is whoever's the introduction presents, or nobody's known; never the author's.
"""

from __future__ import annotations

import re
from collections import Counter
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
    Question,
    introduced,
    is_interview,
    narrated_in,
    told_of,
)
from index.voices.interviewee import interviewee
from index.voices.labels import SPEAKING
from index.voices.spans import Spoken
from index.voices.turn_parts import Turns

_ASKER = rf"{CAPITAL}[\w.&]*(?: {CAPITAL}[\w.&]*){{0,3}}"
_FORMS = (
    ("label", re.compile(rf"\s*(?:\*\*)?(?P<label>{_ASKER})(?: \d{{1,2}})?:(?:\*\*)?\s+(?P<words>[^\n]+)")),
    ("stressed", re.compile(r"\s*(?:\*\*|__)(?P<words>.+?)(?:\*\*|__)\s*", re.DOTALL)),
    ("stressed", re.compile(r"\s*[*_](?P<words>[^*_].*?)[*_]\s*", re.DOTALL)),
    (
        "numbered",
        re.compile(r"\s*[(\[]?\d{1,2}(?:[.)\]]|[.ºª]?\s?[-–—]){1,2}\s*(?P<words>[^\s\d].*)", re.DOTALL),
    ),
    ("dash", re.compile(r"\s*[—–―-]\s?(?P<words>[^\s\d].*)", re.DOTALL)),
    ("plain", re.compile(r"\s*#{1,6}\s+(?P<words>.+)", re.DOTALL)),
)
_ASKED = re.compile(r"\?[\"”»’)*_]*\s*$")
_STOPPED = re.compile(r"[.?!…][\"”»’)*_]*\s*$")
_OPENS = ("“", '"', "«", "„", "»", "``", "''")
_CLOSES = ("”", '"', "»", "’", "''")
_NARRATED = re.compile(r"\w[?!…,]?\s?[—–―]\s?[^\W\d_]*[a-zá-ú]")  # "—No —dijo él": a story's dialogue
_LONGEST_QUESTION = 600  # characters
_LONGEST_PLAIN = 350  # characters of a question that nothing but its mark tells
_LONGEST_REMARK = 140  # characters of a line between answers that may be the interviewer's
_FEWEST = 2  # words in capitals
_LOOSE = 2  # paragraphs below the last answer that may go on with it
_SHARE = {"dash": 4}  # one line in so many of a form asks, else in two; after dashes stand answers too


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
    questions = _questions(paragraphs)
    if not questions:
        return turns
    first = questions[0].paragraph
    heads = heads_of(paragraphs)
    speaker = interviewee(paragraphs, first, source, roster)
    answers, loose = _answers(paragraphs, questions, heads, speaker)
    speakers = _speakers(paragraphs, questions, answers, heads, speaker, roster)
    speaker = speaker or next((each for each in speakers if each), None)
    quoted = {n: span for row in answers for n, span in _quoted(paragraphs, row)}
    told_by_another = narrated_in(paragraphs, answers) or told_of(paragraphs, answers, speaker)
    if quoted:  # without a speaker quotations are read for themselves
        talk = speaker is not None
    else:
        talk = not told_by_another and is_interview(paragraphs, questions, answers, source, speaker)
    if not talk:
        return turns
    for question in questions:
        words = Spoken(question.start, question.end, None, Mode.DIRECT, None)
        turns[question.paragraph] = [words]
    told = [(number, who, row) for row, who in zip(answers, speakers, strict=True) for number in row]
    if quoted:
        told = [each for each in told if each[0] in quoted]
        loose = []
    elif questions[0].form == "dash":  # a second dash amid answers is the interviewer's remark
        between = range(first, max((number for number, *_ in told), default=first))
        loose += [n for n in between if DASH.match(paragraphs[n].text) and not turns[n]]
    for number in loose:
        turns[number] = [_answer(_whole(paragraphs[number]), None)]
    plain = questions[0].form == "plain"
    for number, who, row in told:
        doubtful = plain and not quoted and number not in (row[0], row[-1])
        speaker = None if doubtful and _may_ask(paragraphs[number].text) else who
        turns[number] = [_answer(quoted.get(number) or _whole(paragraphs[number]), speaker)]
    return turns


def _may_ask(text: str) -> bool:
    """Whether a line amid answers may be the interviewer's, who need not ask: "You also keep bees."."""
    words = text.strip()
    return len(words) <= _LONGEST_REMARK and not re.search(r"[.?!…]\s", words)


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


# -- the questions ------------------------------------------------------------------------------


def _questions(paragraphs: Sequence[Paragraph]) -> list[Question]:
    """The questions of a page: the lines of the one form in which most of what asks stands, from the first
    one on that asks. A form that stands out beats plain lines, which are questions by their mark alone.
    """
    lines = [each for each in (_line(n, p) for n, p in enumerate(paragraphs)) if each is not None]
    asks: Counter[str] = Counter()
    for each in lines:
        follower = each.paragraph + 1
        answered = follower < len(paragraphs) and paragraphs[follower].role in SPEAKING
        asks[each.form] += each.asks and answered
    many = Counter(each.form for each in lines)
    apart = [form for form in asks if form != "plain" and asks[form] * _SHARE.get(form, 2) >= many[form] - 1]
    best = max(apart, key=lambda form: asks[form], default="plain")
    best = best if asks[best] and asks[best] * 3 >= asks["plain"] else "plain"
    first = next((n for n, each in enumerate(lines) if each.form == best and each.asks), len(lines))
    put = [each.paragraph for each in lines if each.form == best and each.asks]
    dashed = sum(
        number + 1 < len(paragraphs) and DASH.match(paragraphs[number + 1].text) is not None for number in put
    )
    # The form itself tells a remark as the interviewer's; so do dashes that no answers have.
    all_of_it = best != "plain" and not (best == "dash" and dashed * 4 > len(put))
    return [each for each in lines[first:] if each.form == best and (each.asks or all_of_it)]


def _line(number: int, paragraph: Paragraph) -> Question | None:
    """A paragraph as a line that may be a question, with its form."""
    text = paragraph.text
    if paragraph.role not in SPEAKING or len(text) > _LONGEST_QUESTION:
        return None
    stressed = paragraph.stressed >= len(text.rstrip()) > 0
    for form, pattern in () if stressed else _FORMS:
        match = pattern.fullmatch(text)
        if match is not None and (form != "dash" or not _NARRATED.search(match["words"])):
            start, end = match.span("words")
            told = f"label {match['label']}" if form == "label" else form
            return _told(number, paragraph, told, start, end)
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    shouted = text.isupper() and len(text.split()) >= _FEWEST
    form = "stressed" if stressed else "capitals" if shouted else "plain"
    return _told(number, paragraph, form, start, end)


def _told(number: int, paragraph: Paragraph, form: str, start: int, end: int) -> Question | None:
    """A line of a form, None where it is no question's: a heading in bold, a plain line that asks nothing."""
    text = paragraph.text
    asks = _ASKED.search(text[start:end]) is not None
    if form == "plain":
        headed = paragraph.role is Role.HEADING and _STOPPED.search(text) is not None
        short = len(text) <= _LONGEST_PLAIN and not text.rstrip().endswith(_CLOSES)
        return Question(number, form, start, end, asks) if short and (asks or headed) else None
    stopped = form.startswith("label") or _STOPPED.search(text[start:end]) is not None
    return Question(number, form, start, end, asks) if asks or stopped else None


# -- the answers --------------------------------------------------------------------------------


def _answers(
    paragraphs: Sequence[Paragraph],
    questions: Sequence[Question],
    heads: Sequence[Head],
    speaker: Speaker | None,
) -> tuple[list[list[int]], list[int]]:
    """For each question the paragraphs up to the next one, or to a line over another interview; and those
    below the last answer of which it is not sure whether they go on with it.
    """
    rows: list[list[int]] = []
    bounds = [each.paragraph for each in questions] + [len(paragraphs)]
    for begin, stop in pairwise(bounds):
        end = next((each.paragraph for each in heads if begin < each.paragraph < stop), stop)
        row = [n for n in range(begin + 1, end) if paragraphs[n].role in SPEAKING - {Role.HEADING}]
        rows.append(_answering(paragraphs, row) if questions[0].form == "dash" else row)
    rows[-1], loose = _last(paragraphs, rows[-1], speaker)
    return rows, loose


def _last(
    paragraphs: Sequence[Paragraph], row: list[int], speaker: Speaker | None
) -> tuple[list[int], list[int]]:
    """The last answer, and what may go on with it: it has one paragraph, and more where somebody speaks for
    himself, up to a line of the author's on who answered.
    """
    end = kept = 0
    for count, number in enumerate(row, 1):
        paragraph = paragraphs[number]
        apart = not DASH.match(paragraph.text) and (
            number != row[count - 2] + 1 or paragraph.stressed >= len(paragraph.text.rstrip())
        )
        if count > 1 and (apart or told_of(paragraphs, [[number]], speaker)):
            break
        end = count
        if count == 1 or DASH.match(paragraph.text) or spoken_words(paragraph.text.replace("?", "")):
            kept = count
    return row[:kept], row[kept : min(end, kept + _LOOSE)]


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
