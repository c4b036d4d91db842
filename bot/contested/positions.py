"""What all points share in how they are shown: quotes, the names of voices, neutral order, limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.answer import Backer, Claim, ContestedPoint, Position
from bot.contested.card_phrases import phrase
from bot.contested.spoken_sentences import Statement
from bot.finding.cuts import is_pronoun
from bot.finding.quote import claim_at, sentence_spans, voice_of
from index.framings import bundled
from index.languages import known_or_first
from index.languages import language as language_of_code
from index.model import Mode, Stance
from index.text.names import names_in
from index.values import frozen, replace

_SHORT = 12  # words; a shorter sentence is shown with the one behind it
_NEXT = 40  # words; a longer one beside it is left out


@frozen
class Limits:
    """How much is shown: about what a reader reads of a comparison."""

    voices: int = 14
    words: int = 560


def claims_of(sentences: Iterable[Statement], *, alone: bool = False) -> tuple[Claim, ...]:
    """Return each sentence as a claim, numbered from 1.

    A sentence under 12 words is shown with the one behind it when that has the same voice, because
    by itself it says too little of its matter; one that begins with a pronoun with the one before, which
    tells whom it means. ``alone`` leaves it as it is.
    """
    return tuple(
        claim_at(
            each.passage, each.start if alone else _start(each), each.end if alone else _end(each), number
        )
        for number, each in enumerate(sentences, start=1)
    )


def unshown(held: Iterable[tuple[Statement, Stance]], shown: Iterable[Statement]) -> tuple[Backer, ...]:
    """Return the independent sources of ``held`` of which no sentence is ``shown``, with their stances."""
    seen = {each.group for each in shown}
    return tuple(dict.fromkeys((each.group, stance) for each, stance in held if each.group not in seen))


def position(label: str, held: Sequence[Statement], most: int, shown: Sequence[Statement] = ()) -> Position:
    """Return a position with the first ``most`` sentences of ``held`` as its quotes, or with ``shown``."""
    quotes = shown or held[:most]
    stances = ((each, each.voice.stance if each.voice else Stance.REPORTED) for each in held)
    return Position(label, claims_of(quotes), unshown(stances, quotes))


def _start(statement: Statement) -> int:
    """Return where the quote of a sentence begins: its own start or the last one's.

    The last one is needed where a pronoun begins; it must be short, the author's own, and name somebody.
    """
    paragraph, voices = statement.passage.paragraph, statement.passage.voices
    said = statement.voice is not None and statement.voice.mode is Mode.DIRECT
    if said or not is_pronoun(paragraph.text, statement.start):
        return statement.start
    spans = sentence_spans(paragraph.text, paragraph.language)
    start, end = next((span for span in reversed(spans) if span[1] <= statement.start), statement.span)
    before = paragraph.text[start:end]
    fits = start < statement.start and before[:1].isupper() and len(before.split()) <= _NEXT
    own = fits and voice_of(paragraph.text, voices, start, end) is None
    return start if own and any(names_in(before)) else statement.start


def _end(statement: Statement) -> int:
    """Return where the quote of a sentence ends: its own end or, when it is short, the next one's."""
    if len(statement.text.split()) >= _SHORT:
        return statement.end
    paragraph, voices = statement.passage.paragraph, statement.passage.voices
    spans = sentence_spans(paragraph.text, paragraph.language)
    if statement.span not in spans:
        return statement.end  # a part of a sentence
    for start, end in spans:
        if start < statement.end:
            continue
        said, following = (voice_of(paragraph.text, voices, *span) for span in (statement.span, (start, end)))
        same = (said and said.speaker) == (following and following.speaker)
        return end if same and len(paragraph.text[start:end].split()) <= _NEXT else statement.end
    return statement.end


def voice_name(statement: Statement, language: str) -> str:
    """Return the name of a voice: a speaker whose own words stand alone, else the source.

    Where the author's words and a speaker's mix, the source is named as reporting the speaker: what
    of the sentence is whose, only the sentence itself tells.
    """
    source = _source_name(statement, language)
    if not statement.speaker:
        return source
    speaker = _unlabelled(statement.speaker, language)
    if statement.voice is not None and statement.voice.mode is not Mode.DIRECT:
        return phrase("reporting", language, source=source, speaker=speaker)
    return f"{speaker} ({source})"


def _source_name(statement: Statement, language: str) -> str:
    """Return authors, else outlet, else the title in quotation marks, else reposting site or file."""
    source = statement.passage.source
    name = ", ".join(source.authors) or source.outlet
    if not name and source.title:
        return quoted(source.title, language)
    return _unlabelled(name or source.reposted_by or statement.passage.paragraph.file, language)


def _unlabelled(name: str, language: str) -> str:
    """Return a name, in quotation marks where it holds a label of a framing."""
    return quoted(name, language) if bundled().find(name) else name


def quoted(text: str, language: str) -> str:
    """Return ``text`` in the quotation marks of a language; marks inside it are made single."""
    text = " ".join(text.split()).strip('“”"«»')
    for mark in "“«":
        text = text.replace(mark, "‘")
    for mark in "”»":
        text = text.replace(mark, "’")
    return language_of_code(known_or_first(language)).quoted(text)


def in_neutral_order(rows: Iterable[Sequence[Statement]]) -> list[Sequence[Statement]]:
    """Return rows of sentences by the date of their first one, then by name; undated ones last."""
    return sorted(rows, key=lambda row: neutral_key(row[0]))


def neutral_key(statement: Statement) -> tuple[str, str, str, int]:
    """Return what positions are ordered by: date, name, then the place in the library."""
    paragraph = statement.passage.paragraph
    return statement.date, voice_name(statement, "en"), paragraph.id, statement.start


def told_apart(points: Sequence[ContestedPoint]) -> list[ContestedPoint]:
    """Return the points with a number behind an id that another one has, so that each can be asked for."""
    seen: Counter[str] = Counter()
    found = []
    for point in points:
        seen[point.id] += 1
        times = seen[point.id]
        found.append(point if times == 1 else replace(point, id=f"{point.id}-{times}"))
    return found


def of_two_quotes(point: ContestedPoint) -> bool:
    """Whether the sides of a point show more than one quote: one printed under each of them tells nothing."""
    return len({claim.place for claim in point.claims}) > 1
