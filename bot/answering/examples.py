"""Questions that a library answers: made from its figures and names, neutral in their words, and tried."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from bot.answer import Answer, ContestedPoint, Kind, Status
from bot.answering.respond import Question, respond
from bot.phrases import heading_in, phrase
from index.door import Index
from index.figures.families import families
from index.framings import Framings
from index.text.same_name import same_name

_MOST = 4
_NAMES_TRIED = 12  # of those who speak most often
_NAME_WORDS = range(2, 5)  # of a person's name; one word is too often a place or a body

Tells = Callable[[Answer], bool]  # whether an answer says what was asked
Tried = tuple[str, Tells]


def example_questions(
    index: Index, points: Sequence[ContestedPoint], language: str, framings: Framings | None = None
) -> tuple[str, ...]:
    """Return questions, at most four, each of which this library answers in ``language``.

    ``points`` are contested points of the library, as far as they are known.
    """
    figures = [(text, _tells_figures) for point in points for text in _on_figures(point, language)]
    names = [(phrase("example_name", language, name=name), partial(_quotes, name)) for name in _names(index)]
    found: list[str] = []
    for text, tells in _by_turns(figures, names):
        if text not in found and _answered(index, text, language, framings, tells):
            found.append(text)
        if len(found) == _MOST:
            break
    return tuple(found)


def _on_figures(point: ContestedPoint, language: str) -> Iterator[str]:
    """Yield a question for the figures of a family at a place; what is narrower has no words of its own."""
    what, _, where = point.heading.partition(": ")
    place, colon, _ = where.rpartition(": ")
    if point.kind is not Kind.FIGURE or not colon:
        return
    for family in families().values():
        if heading_in(family.headings, language) == what and language in family.questions:
            yield family.questions[language].format(place=place)


def _tells_figures(answer: Answer) -> bool:
    return any(point.kind is Kind.FIGURE for point in answer.contested)


def _quotes(name: str, answer: Answer) -> bool:
    """Whether an answer holds words of somebody."""
    speakers = {claim.speaker for claim in answer.quotes}
    speakers |= {voice.speaker for claim in answer.quotes for voice in claim.voices}
    return any(speaker is not None and same_name(name, speaker) for speaker in speakers)


def _names(index: Index) -> Iterator[str]:
    """Yield the full names of those who speak most often, nobody twice."""
    seen: list[str] = []
    for each in index.speakers()[: 5 * _NAMES_TRIED]:
        words = each.name.split()
        whole = len(words) in _NAME_WORDS and all(
            word[:1].isupper() and word[-1:].islower() for word in words
        )
        if whole and not any(same_name(each.name, name) or same_name(name, each.name) for name in seen):
            seen.append(each.name)
            yield each.name
        if len(seen) == _NAMES_TRIED:
            return


def _by_turns(first: Sequence[Tried], second: Sequence[Tried]) -> Iterator[Tried]:
    for place in range(max(len(first), len(second))):
        yield from (row[place] for row in (first, second) if place < len(row))


def _answered(index: Index, text: str, language: str, framings: Framings | None, tells: Tells) -> bool:
    """Whether a question has an answer that says what was asked, without a word about how it was read."""
    answer = respond(index, Question(text, language), framings)
    return answer.status is Status.ANSWERED and not answer.notes and tells(answer)
