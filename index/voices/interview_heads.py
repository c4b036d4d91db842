"""Where another interview begins in one text: "Interview with Ana Ejemplo", a heading that is a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.model import Paragraph, Role
from index.text.names import names_in
from index.voices.dialogue_words import dialogue_words

_LONGEST = 140  # characters of a line that announces an interview
_OPENS = 30  # characters in which a line comes to "interview with"
_ENDS = tuple(".?!…:")


class Head(NamedTuple):
    """A line over an interview."""

    paragraph: int
    name: str | None  # who is asked, None where the line does not tell


def heads_of(paragraphs: Sequence[Paragraph]) -> list[Head]:
    """Return the lines over interviews, in order; of what is not one the answers go on."""
    found = ((number, _named(paragraph)) for number, paragraph in enumerate(paragraphs))
    return [Head(number, name or None) for number, name in found if name is not None]


def head_between(heads: Sequence[Head], after: int, before: int) -> Head | None:
    """Return the last line over an interview between two paragraphs, or None."""
    return next((each for each in reversed(heads) if after < each.paragraph < before), None)


def _named(paragraph: Paragraph) -> str | None:
    """Whom a line announces; an empty text where it announces nobody known, None where it is no such line."""
    text = paragraph.text.strip(" #*_\n")
    headed = paragraph.role is Role.HEADING
    if paragraph.role is Role.JUNK or len(text) > _LONGEST or "\n" in text or text.endswith("?"):
        return None
    announced = dialogue_words().interview_with.search(text, 0, _OPENS)
    if announced and any(len(each.words) > 1 for each in names_in(text, 0, announced.start())):
        return ""  # "Ana Ejemplo talks to Otto Brown": either may ask
    if announced and (headed or not text.endswith(_ENDS)):
        names = [each for each in names_in(text, announced.end()) if len(each.words) > 1]
        return names[0].name if len(names) == 1 else ""
    if headed and dialogue_words().interview.search(text, 0, _OPENS):
        return ""
    return _heading_name(text) if headed else None


def _heading_name(text: str) -> str | None:
    """The full name that begins a heading, nothing but an office or words of his behind it."""
    names = names_in(text)
    several = sum(len(each.words) > 1 for each in names) > 1  # "New Aldea, mayor Ana Ejemplo"
    if not names or several or names[0].start or len(names[0].words) < 2:
        return None
    rest = text[names[0].end :].strip()
    return names[0].name if not rest or rest[0] in ",(:–—|" else None
