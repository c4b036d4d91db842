"""What finding reports asks a language: its turns of phrase, its verbs, its order of words.

A language answers with functions of these names in its ``reports.py``; what it does not define is None.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Protocol

from index.grammar.frames import Frame, Tokens
from index.grammar.nouns import Phrase
from index.grammar.report import Report
from index.grammar.reporting_words import Cue, Lexicon
from index.grammar.speakers import Speaker
from index.languages import language
from index.values import fields_of, frozen


class LeftOut(Protocol):
    """Who goes on speaking where a language leaves the subject out."""

    def __call__(
        self,
        spoke: Sequence[tuple[int, Speaker]],
        earlier: Sequence[Speaker],
        subjects: Sequence[tuple[int, str]],
        others: Sequence[tuple[int, str]],
        offices: Sequence[int],
        frames: Sequence[Frame],
        at: int,
        *,
        several: bool,
    ) -> str | None:
        """Return who speaks at ``at``, or None when that is not certain."""


@frozen
class ReportRules:
    """A language's rules of reports."""

    # The report that a word other than a plain verb of saying opens; the phrase is that of the report before.
    by_word: Callable[[Frame, int, Lexicon, Phrase | None], Report | None] | None = None
    # The report that a noun opens: "the mayor's claim that".
    by_noun: Callable[[Frame, int, Lexicon], Report | None] | None = None
    # A cue for a verb that is in no list, where its place beside a quotation makes it one.
    unlisted_verb: Callable[[Tokens, int], Cue | None] | None = None
    # The report that a whole frame makes in which no word opens one.
    whole: Callable[[Frame, Lexicon], Report | None] | None = None
    # Whether a cue that is not the first word is an active verb of its sentence.
    performed: Callable[[Tokens, int, Cue, Lexicon], bool] | None = None
    # What a verb in the passive reports.
    passive: Callable[[Frame, int, Cue, Lexicon], Report | None] | None = None
    # The subject of a cue; the phrase is the subject of the report before.
    subject: Callable[[Tokens, int, Cue, Lexicon, Phrase | None], Phrase | None] | None = None
    # The subject found for a gerund, if it can speak.
    gerund_subject: Callable[[Tokens, int, Phrase, Lexicon], Phrase | None] | None = None
    # Where a clause begins after a comma that stands for "that".
    told_after_comma: Callable[[Tokens, int, Phrase, Cue], int | None] | None = None
    # Where what somebody asks for ends before a circumstance.
    before_circumstance: Callable[[Tokens, int, int], int] | None = None
    # Whether words between subject and verb cover only the name that they give: "as the union called it".
    as_called: Callable[[Tokens, int, int, Cue], bool] | None = None
    # Who speaks after a colon.
    colon_speaker: Callable[[Tokens, int, Lexicon], Phrase | None] | None = None
    # Whether a noun, no name, can be who performs a verb; None stands for "according to" and the like.
    noun_speaks: Callable[[Tokens, Phrase, Cue | None, Lexicon], bool] | None = None
    left_out: LeftOut | None = None


@cache
def report_rules(code: str) -> ReportRules:
    """Return the rules of a language that is read."""
    module = language(code).module("reports")
    return ReportRules(**{name: getattr(module, name, None) for name in fields_of(ReportRules)})
