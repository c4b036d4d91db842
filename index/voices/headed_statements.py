"""Statements under headings that name who makes them: "Opening statement of Ana Ejemplo"."""

from __future__ import annotations

from collections.abc import Sequence

from index.grammar.roster import Roster
from index.grammar.speakers import Speaker
from index.model import Mode, Paragraph, Role
from index.text.names import names_in
from index.voices.dialogue_words import dialogue_words, spoken_words
from index.voices.labels import SPEAKING
from index.voices.spans import Spoken, whole_paragraph

_LONGEST_HEADING = 120  # characters
_TITLE = 24  # characters of a title between "message from" and the name
_OFFICE = 40  # characters of an office between "statement of" and the name
_PERSONAL = 3  # one paragraph in so many must say "I", so that it is no report of a statement


def statements_of(paragraphs: Sequence[Paragraph], roster: Roster) -> dict[int, list[Spoken]]:
    """Return the paragraphs under such headings, with whose words they are, by their index."""
    found: dict[int, list[Spoken]] = {}
    heads = [(n, who) for n, each in enumerate(paragraphs) if (who := _maker(each, roster)) is not None]
    for at, (number, speaker) in enumerate(heads):
        end = heads[at + 1][0] if at + 1 < len(heads) else len(paragraphs)
        body = [n for n in range(number + 1, end) if paragraphs[n].role in SPEAKING - {Role.HEADING}]
        texts = [paragraphs[n].text for n in body]
        personal = sum(spoken_words(text.replace("?", "")) for text in texts)
        last = (speaker.name or "").split()[-1]
        told = any(last in text for text in texts)
        if texts and personal * _PERSONAL >= len(texts) and not told:
            found |= {n: whole_paragraph(paragraphs[n].text, speaker, Mode.DIRECT) for n in body}
    return found


def sender(text: str, roster: Roster) -> Speaker | None:
    """Return whose message a line announces that a colon ends: "From Ana Ejemplo, baker:"."""
    line = text.strip(" #*_\n")
    match = dialogue_words().messages.match(line) if line.endswith(":") else None
    if match is None or len(line) > _LONGEST_HEADING:
        return None
    names = [each for each in names_in(line, match.end()) if len(each.words) > 1 or each.titled]
    if not names or names[0].start > match.end() + 1 + _TITLE:
        return None
    return Speaker(roster.resolve(names[0].name, names[0].gender), names[0].name)


def _maker(paragraph: Paragraph, roster: Roster) -> Speaker | None:
    """Whose statement a heading announces; a line that is a sentence announces none."""
    text = paragraph.text.strip(" #*_\n")
    if paragraph.role not in SPEAKING or len(text) > _LONGEST_HEADING or text.endswith((".", "?", "!")):
        return None
    match = dialogue_words().statements.match(text)
    names = (
        [each for each in names_in(text, match.end()) if len(each.words) > 1 or each.titled] if match else []
    )
    if match is None or len(names) != 1 or names[0].start > match.end() + _OFFICE:
        return None  # "Statement of witnesses shows a gap in the case of Ardale Wood": nobody's
    return Speaker(roster.resolve(names[0].name, names[0].gender), text)
