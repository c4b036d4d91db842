"""Paragraphs that are speech as a whole: signed posts and quotations, turns of a dialogue, blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.grammar.roster import Roster
from index.grammar.speakers import Speaker, squash
from index.model import Mode, Paragraph, Role
from index.text.names import names_in
from index.text.people import people_words
from index.voices.quotes import Quote
from index.voices.spans import Spoken, whole_paragraph

# "— Ana Ejemplo (@anaejemplo) December 17, 2022"
_SIGNATURE = re.compile(r"\s*[—–-]{1,2}\s*(?P<name>[^(@\n]{2,60}?)\s*\(@\w+\)")
# "EJEMPLO: " or "Ana Ejemplo: " at the start of a paragraph
_TURN = re.compile(r"\s*[“\"]?(?P<name>[^\W\d_a-zà-ÿ][^\W\d_]*(?:[ .'’-]{1,2}[^\W\d_]+){0,4}):\s+(?=\S)")
# '..." — Ana Ejemplo, a teacher' at the end of a paragraph
_SIGNED = re.compile(r"[\"”»]\s*[—–―-]{1,2}\s*(?P<name>[^\W\d_a-z][^\n\"“”«»:;]{2,60}?)\.?\s*$")
# "The Pier Must Go – Ana Ejemplo": a linked item, its headline and who wrote or said it
_CREDIT = re.compile(r"\s*(?P<words>[^\n–—―]{8,160}?)\s+[–—―]\s+(?P<name>[^\W\d_][^\n–—―:,.!?]{3,40})\s*")
_CREDITED = 4  # words; a shorter heading names its subject: "Interview – Ana Ejemplo"
_LONGEST_NAME = 6  # words in a signature


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


def recurring_labels(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """Return the labels of a dialogue: they come back at paragraph starts, as headings do not.

    At least two labels must recur; then labels in capitals count even if they stand once.
    """
    starts = (_TURN.match(each.text) for each in paragraphs if each.role is Role.BODY)
    labels = Counter(match["name"] for match in starts if match)
    recurring = {label for label, count in labels.items() if count >= 2}
    if len(recurring) < 2:
        return frozenset()
    return frozenset(
        label
        for label in labels
        if len(label) > 1 and (label in recurring or label.isupper())  # "Q:" and "A:" name nobody
    )


def turn(text: str, labels: frozenset[str], roster: Roster) -> list[Spoken]:
    """Return the words after a label of the dialogue."""
    match = _TURN.match(text)
    if match is None or not (match["name"] in labels or _known(match["name"], roster)):
        return []
    label = match["name"]
    name = roster.resolve(label.title() if label.isupper() else label)
    speaker = Speaker(label if name.lower() == label.lower() else name, label)
    end = len(text.rstrip())
    return [Spoken(match.end(), end, speaker, Mode.DIRECT, None)] if match.end() < end else []


def _known(label: str, roster: Roster) -> bool:
    """Whether a label that stands alone names somebody: an office in capitals, or a person of the article."""
    words = label.split()
    person = roster.surnamed(words[-1]) or any(word.lower() in people_words().titles for word in words)
    return label.isupper() and person


def signed(text: str, quotes: list[Quote], roster: Roster) -> list[Spoken]:
    """Return the quotation of a paragraph that is a quotation, a dash and a name: "..." — Ana Ejemplo."""
    if not quotes or text[: quotes[0].start].strip():
        return []
    match = _SIGNED.search(text)
    name = _only_name(match["name"]) if match else None
    if match is None or name is None or text[quotes[-1].end : match.start() + 1].strip():
        return []
    speaker = Speaker(roster.resolve(name), match["name"])
    return [Spoken(quotes[0].start, quotes[-1].end, speaker, Mode.DIRECT, None)]


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


def _only_name(label: str) -> str | None:
    """The name in a signature: all of it, or what stands before its first comma."""
    name = squash(label.split(",", 1)[0])
    words = name.split()
    capital = all(word[:1].isupper() or len(word) <= 3 for word in words)
    return name if capital and 1 <= len(words) <= _LONGEST_NAME else None
