"""Questions that a library answers: made from its figures and names, neutral in their words, and tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answer import ContestedPoint, Kind, Status
from bot.answering.respond import Question, respond
from bot.contested.card_phrases import phrase as card_phrase
from bot.phrases import phrase
from index.door import Index
from index.framings import Framings
from index.text.same_name import same_name

_MOST = 4
_NAMES_TRIED = 12  # of those who speak most often
_NAME_WORDS = range(2, 5)  # of a person's name; one word is too often a place or a body


def example_questions(
    index: Index, points: Sequence[ContestedPoint], language: str, framings: Framings | None = None
) -> tuple[str, ...]:
    """Return questions, at most four, each of which this library answers in ``language``.

    ``points`` are contested points of the library, as far as they are known.
    """
    figures = [text for point in points for text in _on_figures(point, language)]
    names = [phrase("example_name", language, name=name) for name in _names(index)]
    found: list[str] = []
    for text in _by_turns(figures, names):
        if text not in found and _answered(index, text, language, framings):
            found.append(text)
        if len(found) == _MOST:
            break
    return tuple(found)


def _on_figures(point: ContestedPoint, language: str) -> Iterator[str]:
    what, _, where = point.heading.partition(": ")
    place, colon, _ = where.rpartition(": ")
    before = card_phrase("number_of", language, noun="")
    if point.kind is Kind.FIGURE and colon and what.startswith(before):
        yield phrase("example_figures", language, noun=what.removeprefix(before), place=place)


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


def _by_turns(first: Sequence[str], second: Sequence[str]) -> Iterator[str]:
    for place in range(max(len(first), len(second))):
        yield from (row[place] for row in (first, second) if place < len(row))


def _answered(index: Index, text: str, language: str, framings: Framings | None) -> bool:
    answer = respond(index, Question(text, language), framings)
    return answer.status is Status.ANSWERED and not answer.notes and bool(answer.quotes)
