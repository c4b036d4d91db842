"""From reports to spans: which characters of a paragraph each speaker has."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.grammar.frames import Frame
from index.grammar.quotes import Quote
from index.grammar.report import Report, Span
from index.grammar.reporting_words import Cue
from index.grammar.speakers import Speaker
from index.model import Mode, Stance, Voice
from index.words import word_list

_DENYING = word_list("grammar", "denying_verbs")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"\s*\([^\s()a-z]{2,12}\)")  # of the body named before: "the Red Star | (RS)"
SCARE_WORDS = 2  # quotations this short inside a reported clause may be the author's own marks


class Spoken(NamedTuple):
    """A span somebody speaks."""

    start: int
    end: int
    speaker: Speaker | None
    mode: Mode
    cue: str | None
    stance: Stance = Stance.REPORTED

    def voice(self) -> Voice:
        """Return it as the noun that leaves this package."""
        if self.speaker is None:
            return Voice(self.start, self.end, None, self.mode, self.cue, stance=self.stance)
        name, mention, role = self.speaker[:3]
        return Voice(self.start, self.end, name, self.mode, self.cue, role, mention or None, self.stance)


def pieces(text: str, frame: Frame, report: Report, quotes: list[Quote]) -> list[tuple[int, int, Mode]]:
    """Return the spans a report gives its speaker, and how each is spoken.

    Where nothing but quotations is reported, each of them is direct speech. A verdict ends with
    its last quotation ("called it a 'farce' and left"). Anything else is one reported clause,
    mixed when more than a scare quote is quoted in it.
    """
    whole = _only_quotes(frame, report.spans)
    found: list[tuple[int, int, Mode]] = []
    for start, end in report.spans:
        inside = [quote for quote in quotes if quote.end > start and quote.start < end]
        if whole:
            found.extend((max(quote.start, start), quote.end, Mode.DIRECT) for quote in inside)
            continue
        stop = inside[-1].end if report.verdict and inside else max([end, *(quote.end for quote in inside)])
        first, last = _bare(text, start, stop)
        if len(_WORD.findall(text, first, last)) >= 2:
            mixed = report.verdict or any(
                quote.words(text) > SCARE_WORDS or not quote.closed for quote in inside
            )
            found.append((first, last, Mode.MIXED if inside and mixed else Mode.INDIRECT))
    return found


def with_denial(
    found: list[tuple[int, int, Mode]], report: Report, cue: Cue | None
) -> list[tuple[int, int, Mode]]:
    """The spans of a denial with its verb: "Brown | denied that the pier was shut" says the contrary of what
    follows the verb, so that those words alone would be under the name of who disputes them.
    """
    if cue is None or cue.lemma not in _DENYING or report.right is None or not found:
        return found
    start, end, mode = found[-1]
    verb, right = report.cue[0], report.right[0]
    denied = mode is not Mode.DIRECT and verb < right <= start
    return [*found[:-1], (verb, end, mode)] if denied else found


def whole_paragraph(text: str, speaker: Speaker, mode: Mode, cue: str | None = None) -> list[Spoken]:
    """Return one span over the whole paragraph, white space around it left out."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return [Spoken(start, end, speaker, mode, cue)] if start < end else []


def parted(text: str, turns: list[Spoken], inner: list[Spoken]) -> list[Spoken]:
    """Return turns with what others say in them cut out, each part of a turn in its place."""
    found: list[Spoken] = []
    for turn in turns:
        at, who = turn.start, turn.speaker.name if turn.speaker else None
        for each in sorted(inner, key=lambda one: one.start):
            other = who is not None and each.speaker is not None and each.speaker.name != who
            if at <= each.start and each.end <= turn.end and other:
                found += [turn._replace(start=at, end=each.start), each]
                at = each.end
        found.append(turn._replace(start=at))
    bare = ((each, each.start, each.end) if each in inner else (each, *_blanks(text, each)) for each in found)
    kept: list[Spoken] = []
    for each, start, end in bare:
        if kept and start < end and not _WORD.search(text, start, end):
            kept[-1] = kept[-1]._replace(end=end)  # the marks behind the other's words
        elif start < end:
            kept.append(each._replace(start=start, end=end))
    return kept


def _blanks(text: str, spoken: Spoken) -> Span:
    """The span without white space at its ends."""
    words = text[spoken.start : spoken.end]
    start = spoken.start + len(words) - len(words.lstrip())
    return start, max(start, spoken.start + len(words.rstrip()))


def without_overlap(spoken: list[Spoken]) -> list[Spoken]:
    """Keep the first of two spans that overlap, and what sticks out of the second."""
    kept: list[Spoken] = []
    reach = 0
    for each in sorted(spoken, key=lambda one: (one.start, -one.end)):
        start = max(each.start, reach)
        if start < each.end:
            kept.append(each._replace(start=start))
            reach = each.end
    return kept


def _bare(text: str, start: int, end: int) -> Span:
    """Leave out the marks and white space around a span."""
    letters = _LETTERS.match(text, start, end)
    start = letters.end() if letters else start
    while start < end and (text[start].isspace() or text[start] in ",;:—–-.)"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:—–-("):
        end -= 1
    return start, end


def _only_quotes(frame: Frame, spans: list[Span]) -> bool:
    """Whether the reported spans of a frame hold quotations and no words of their own."""
    for token in frame.tokens:
        if token.text[:1].isalnum() and any(start <= token.start < end for start, end in spans):
            return False
    return True
