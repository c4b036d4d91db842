"""One sentence that sets two voices against each other: "the league accused Keld of fraud, but Keld ...".

That they differ is told by the text itself, in small words that are the same for every matter: "but",
"whereas", "a claim that Keld has disputed". Each half is a position, in its own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from bot.answer import ContestedPoint, Kind, Position
from bot.contested.card_phrases import phrase
from bot.contested.neutral import as_written
from bot.contested.one_event import names_of
from bot.contested.positions import claims_of, quoted
from bot.contested.spoken_sentences import Statement, terms_of
from index.framings import bundled
from index.text.tokens import Tokens, phrases_of, read_tokens
from index.values import frozen
from index.words import word_list

_FILE = "rebuttals"
_LEAST = 5  # words of a half
_SHOWN = 20  # words of a half that are shown as a position
_TAIL = 12  # words between the comma and "disputed"
_MOST = 200  # points of a library
_VERB = 12  # words of a half among which who speaks in it speaks

Span = tuple[int, int]  # tokens


@frozen
class Contrast:
    """The two halves of a sentence in which two voices stand against each other, as its tokens."""

    statement: Statement
    tokens: Tokens
    one: Span
    other: Span

    def half(self, span: Span) -> Statement:
        """Return a half as a statement of its own."""
        first, last = span
        start = self.statement.start + self.tokens.starts[first]
        end = self.statement.start + self.tokens.ends[last - 1]
        return self.statement._replace(start=start, end=end, place=(self.statement.place[0], start))


def contrast_in(statement: Statement) -> Contrast | None:
    """Return the two halves of a sentence that sets two voices against each other; None of any other."""
    tokens = read_tokens(statement.text)
    for halves in (_disputed(tokens), _against(tokens, statement)):
        if halves and min(last - first for first, last in halves) >= _LEAST:
            return Contrast(statement, tokens, *halves)
    return None


def _disputed(tokens: Tokens) -> tuple[Span, Span] | None:
    """Return the halves of "..., a claim that NAME has (always) disputed"."""
    words = tokens.words
    for at, size, _ in phrases_of(_FILE, "deny", "dismiss").hits(words):
        if not _ends_near(tokens, at + size):
            continue
        comma = next((n for n in range(at - 1, max(0, at - _TAIL), -1) if words[n] in {",", "—", "–"}), None)
        if comma is None or comma + 2 >= at:
            continue
        if phrases_of(_FILE, "which").at(words, comma + 1):
            return (0, comma), (comma + 1, at + size)
    return None


def _ends_near(tokens: Tokens, at: int) -> bool:
    """Whether a clause ends right behind a verb."""
    return at >= len(tokens) or not tokens.words[at][0].isalnum()


def _against(tokens: Tokens, statement: Statement) -> tuple[Span, Span] | None:
    """Return the halves of "NAME accused NAME of ..., but NAME said ..." or "while NAME blames ..., NAME"."""
    words = tokens.words
    parting = phrases_of(_FILE, "parting")
    for at, size, _ in parting.hits(words):
        if at == 0:
            comma = next((n for n in range(at + _LEAST, len(words)) if words[n] == ","), None)
            halves = ((size, comma), (comma + 1, _last(tokens, comma + 1))) if comma else None
        elif words[at - 1] in {",", ";", "—", "–"}:
            first = _begun(tokens, at + size)
            halves = (0, at - 1), (first, _last(tokens, first))
        else:
            halves = None
        if halves and _oppose(
            tokens, halves, statement, sure=phrases_of(_FILE, "against").at(words, at) is not None
        ):
            return halves
    return None


def _begun(tokens: Tokens, first: int) -> int:
    """Return where a half begins, behind a mark: "while, NAME said"."""
    marked = first < len(tokens) and tokens.words[first] in {",", ";", ":"}
    return first + marked


def _last(tokens: Tokens, first: int) -> int:
    """Return where a half ends: with the sentence, without its last mark."""
    last = len(tokens)
    while last > first and not tokens.words[last - 1][0].isalnum() and tokens.words[last - 1] not in '”"»':
        last -= 1
    return last


def _oppose(tokens: Tokens, halves: tuple[Span, Span], statement: Statement, *, sure: bool) -> bool:
    """Whether one half accuses and the other, of another speaker, answers: denies it, or is of the accused.

    It need not where the word between them is ``sure`` to set them against each other: "whereas".
    """
    language = statement.passage.paragraph.language
    one, other = (_Half(tokens, span, language) for span in halves)
    if not one.speaks or not other.speaks or one.subject == other.subject:
        return False
    if not one.subject or not other.subject:
        return False
    if one.accuses and other.accuses:
        return one.subject.isdisjoint(other.subject)
    accusing, answering = (one, other) if one.accuses else (other, one)
    if not accusing.accuses:
        return False
    return sure or answering.denies or not answering.subject.isdisjoint(accusing.terms - accusing.subject)


class _Half:
    """What a half of a sentence does: who is its subject, and whether it accuses or denies."""

    def __init__(self, tokens: Tokens, span: Span, language: str | None) -> None:
        first, last = span
        words = tokens.words[first:last]
        self.terms = terms_of(" ".join(tokens.raw[first:last]), language)
        verb = self._verb(words)
        self.speaks = verb is not None
        self.accuses = verb is not None and phrases_of(_FILE, "accuse").at(words, verb) is not None
        self.denies = verb is not None and phrases_of(_FILE, "deny", "dismiss").at(words, verb) is not None
        self.subject = terms_of(" ".join(tokens.raw[first : first + (verb or 0)]), language)

    @staticmethod
    def _verb(words: Sequence[str]) -> int | None:
        verbs = phrases_of(_FILE, "accuse", "deny", "dismiss", "answer")
        nouns = word_list("distance", "before_nouns")  # "the claims"
        return next((at for at, *_ in verbs.hits(words[:_VERB]) if at and words[at - 1] not in nouns), None)


def contrast_points(pool: Iterable[Statement], language: str) -> list[ContestedPoint]:
    """Return a point for each sentence that sets two voices against each other, headed by a name in it."""
    found = (each for statement in pool if (each := contrast_in(statement)) is not None)
    return [_point(each, language) for each in islice(found, _MOST)]


def _point(contrast: Contrast, language: str) -> ContestedPoint:
    positions = []
    for span in (contrast.one, contrast.other):
        half = contrast.half(span)
        label = " ".join(half.text.split()[:_SHOWN])
        positions.append(Position(quoted(label, language), claims_of([half], alone=True)))
    text = contrast.statement.text
    title = contrast.statement.passage.source.title or ""
    name = max(
        set(names_of(text)) & set(names_of(f", {title}")), key=lambda each: (len(each), each), default=""
    )
    heading = phrase("told_given", language)
    if name and not bundled().find(name):
        heading = phrase("of_names", language, what=heading, names=as_written(name, [text]))
    return ContestedPoint(f"fact-told-{name}" if name else "fact-told", Kind.FACT, heading, tuple(positions))
