"""Paragraphs that are speech as a whole: signed posts, credited headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.grammar.roster import Roster
from index.grammar.speakers import Speaker, squash
from index.model import Mode, Paragraph, Role
from index.text.names import names_in
from index.voices.spans import Spoken, whole_paragraph

# "— Ana Ejemplo (@anaejemplo) December 17, 2022"
_SIGNATURE = re.compile(r"\s*[—–-]{1,2}\s*(?P<name>[^(@\n]{2,60}?)\s*\(@\w+\)")
# "The Pier Must Go – Ana Ejemplo": a linked item, its headline and who wrote or said it
_CREDIT = re.compile(r"\s*(?P<words>[^\n–—―]{8,160}?)\s+[–—―]\s+(?P<name>[^\W\d_][^\n–—―:,.!?]{3,40})\s*")
_CREDITED = 4  # words; a shorter heading names its subject: "Interview – Ana Ejemplo"


def post(paragraphs: Sequence[Paragraph], index: int, roster: Roster) -> list[Spoken]:
    """Return the voice of a post: whoever signs the note that follows it, other posts between them."""
    for later in paragraphs[index + 1 :]:
        signature = _SIGNATURE.match(later.text)
        if signature:
            mention = squash(signature.group()).lstrip("—–- ")
            speaker = Speaker(roster.resolve(squash(signature["name"])), mention)
            return whole_paragraph(paragraphs[index].text, speaker, Mode.DIRECT)
        if later.role is not Role.POST:
            break
    return []


def credited(paragraph: Paragraph, roster: Roster) -> list[Spoken]:
    """Return the words of a heading that names who says them: "The Pier Must Go – Ana Ejemplo"."""
    match = _CREDIT.fullmatch(paragraph.text)
    named = names_in(match["name"]) if match else []
    if match is None or len(named) != 1 or named[0].name != squash(match["name"]):
        return []
    small = sum(word[:1].islower() for word in match["words"].split())
    if small < _CREDITED and named[0].gender is None:  # in a headline in capitals no name stands out
        return []
    if len(match["words"].split()) < _CREDITED or len(named[0].words) < 2:
        return []
    start, end = match.span("words")
    return [Spoken(start, end, Speaker(roster.resolve(named[0].name), match["name"]), Mode.DIRECT, None)]
