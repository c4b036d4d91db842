"""Paragraphs that are speech as a whole: signed posts, posts below their poster's name, credited headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.grammar.roster import Roster
from index.grammar.speakers import Speaker
from index.model import Mode, Paragraph, Role
from index.text.letters import CAPITAL
from index.text.names import names_in
from index.text.normal import collapse
from index.voices.labels import SPEAKING, small_words
from index.voices.spans import Spoken, whole_paragraph

# "— Ana Ejemplo (@anaejemplo) December 17, 2022"
_SIGNATURE = re.compile(r"\s*[—–-]{1,2}\s*(?P<name>[^(@\n]{2,60}?)\s*\(@\w+\)")
# "The Pier Must Go – Ana Ejemplo": a linked item, its headline and who wrote or said it
_CREDIT = re.compile(r"\s*(?P<words>[^\n–—―]{8,160}?)\s+[–—―]\s+(?P<name>[^\W\d_][^\n–—―:,.!?]{3,40})\s*")
# "Ana Ejemplo @anaejemplo · Mar 3" over what she posted; a date without the dot signs what stands before
_POSTER = re.compile(
    rf"\s*(?P<name>{CAPITAL}[^\n@(\"“”«»:,]{{1,50}}?)[ \t]*\n?\(?(?P<handle>@\w{{2,30}})\)?"
    r"(?:[ \t]*\n?[·•][^\n]{0,30})?[ \t]*(?:\n(?P<words>.+))?",
    re.DOTALL,
)
_LONGEST_NAME = 5  # words
_LONGEST_STAMP = 60  # characters of the line below a post: "9:14 PM · Mar 3, 2021"
_STAMPED = re.compile(r"\d{1,2}[:.]\d{2}|\b\d{4}\b")
_LONGEST_POST = 3  # paragraphs
_CREDITED = 4  # words; a shorter heading names its subject: "Interview – Ana Ejemplo"


def post(paragraphs: Sequence[Paragraph], index: int, roster: Roster) -> list[Spoken]:
    """Return the voice of a post: whoever signs the note that follows it, other posts between them."""
    for later in paragraphs[index + 1 :]:
        signature = _SIGNATURE.match(later.text)
        if signature:
            mention = collapse(signature.group()).lstrip("—–- ")
            speaker = Speaker(roster.resolve(collapse(signature["name"])), mention)
            return whole_paragraph(paragraphs[index].text, speaker, Mode.DIRECT)
        if later.role is not Role.POST:
            break
    return []


def posts_of(paragraphs: Sequence[Paragraph], roster: Roster) -> dict[int, list[Spoken]]:
    """Return the posts that stand below a line with the poster's name and handle, by their index: in that
    paragraph, or in those below it down to a line that tells the time, behind a colon or another post.
    """
    found: dict[int, list[Spoken]] = {}
    for number, paragraph in enumerate(paragraphs):
        match = _POSTER.fullmatch(paragraph.text) if "@" in paragraph.text else None
        name = collapse(match["name"]) if match else ""
        capital = all(word[:1].isupper() or word.lower() in small_words() for word in name.split())
        if match is None or not capital or len(name.split()) > _LONGEST_NAME or paragraph.role is Role.JUNK:
            continue
        speaker = Speaker(roster.resolve(name), f"{name} {match['handle']}")
        if match["words"] and match["words"].strip():
            start, end = match.span("words")
            found[number] = [Spoken(start, end, speaker, Mode.DIRECT, None)]
            continue
        announced = bool(found) or (number > 0 and paragraphs[number - 1].text.rstrip().endswith(":"))
        for below in range(number + 1, number + 1 + _posted(paragraphs, number + 1, announced=announced)):
            found[below] = whole_paragraph(paragraphs[below].text, speaker, Mode.DIRECT)
    return found


def _posted(paragraphs: Sequence[Paragraph], first: int, *, announced: bool) -> int:
    """How many paragraphs a post has: those down to its time; one where it is announced."""
    for count, paragraph in enumerate(paragraphs[first : first + _LONGEST_POST + 1]):
        text = paragraph.text.strip()
        if count and len(text) <= _LONGEST_STAMP and _STAMPED.search(text) and not text.endswith("."):
            return count
        if paragraph.role not in SPEAKING or _POSTER.fullmatch(text):
            break
    return int(announced and first < len(paragraphs) and paragraphs[first].role in SPEAKING)


def credited(paragraph: Paragraph, roster: Roster) -> list[Spoken]:
    """Return the words of a heading that names who says them: "The Pier Must Go – Ana Ejemplo"."""
    match = _CREDIT.fullmatch(paragraph.text)
    named = names_in(match["name"]) if match else []
    if match is None or len(named) != 1 or named[0].name != collapse(match["name"]):
        return []
    small = sum(word[:1].islower() for word in match["words"].split())
    if small < _CREDITED and named[0].gender is None:  # in a headline in capitals no name stands out
        return []
    if len(match["words"].split()) < _CREDITED or len(named[0].words) < 2:
        return []
    start, end = match.span("words")
    return [Spoken(start, end, Speaker(roster.resolve(named[0].name), match["name"]), Mode.DIRECT, None)]
