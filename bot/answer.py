"""The nouns of an answer. Every door (terminal, JSON, messenger) renders these and nothing else."""

from __future__ import annotations

from enum import StrEnum

from index.model import Mode, Place, Role, Source, Stance
from index.values import frozen


class Status(StrEnum):
    """Whether the documents answer."""

    ANSWERED = "answered"
    NOTHING_FOUND = "nothing_found"


class Kind(StrEnum):
    """What voices differ on; VOICES asserts no difference, it only sets them side by side."""

    FIGURE = "figure"
    FRAMING = "framing"
    FACT = "fact"
    VOICES = "voices"


@frozen
class Spoken:
    """Words in a quote that somebody says: ``quote[start:end]``."""

    start: int
    end: int
    speaker: str | None  # None when it cannot be told
    mode: Mode
    mention: str | None = None  # the speaker as the text has it at this place
    role: str | None = None


@frozen
class Claim:
    """A quote and its voice. ``quote`` is ``document.text[start:end]`` with white space collapsed."""

    number: int
    quote: str
    paragraph: str  # ARTICLE#N
    file: str
    start: int
    end: int
    source: Source
    score: float
    speaker: str | None = None
    mention: str | None = None  # the speaker as the text has it at this place
    role: str | None = None
    mode: Mode = Mode.OWN
    cue: str | None = None
    stance: Stance = Stance.REPORTED
    link: str | None = None
    also_in: tuple[Place, ...] = ()
    matched: tuple[str, ...] = ()
    group: str = ""  # the independent source it counts for
    voices: tuple[Spoken, ...] = ()  # whose words stand where in the quote, from left to right
    page: int | None = None  # on which it begins, where its format has pages
    unread: str | None = None  # the code of its language ("fr"), where speakers of that are not read
    part: Role = Role.BODY  # what the text is: a heading or a note is nobody's saying
    bearing: float = 1.0  # how likely it bears on the question, 0 to 1

    @property
    def place(self) -> tuple[str, int, int]:
        """Where its quote stands: file, start and end."""
        return self.file, self.start, self.end

    @property
    def independent(self) -> str:
        """The independent source it counts for; its article where no copies are known."""
        return self.group or self.article

    @property
    def article(self) -> str:
        """The id of its article."""
        return self.paragraph.rpartition("#")[0]


Backer = tuple[str, Stance]  # an independent source, by its group, and how it takes a position


@frozen
class Position:
    """One side of a contested point: a label in neutral words or in quotation marks, and who holds it."""

    label: str
    claims: tuple[Claim, ...]
    unshown: tuple[Backer, ...] = ()  # those of its sources of which no quote is shown

    @property
    def sources(self) -> int:
        """How many independent sources stand behind it: copies and translations of one article count once.

        A source that only reports it at a distance, or rejects it, is not behind it.
        """
        return len(self._groups(behind=True))

    @property
    def at_distance(self) -> int:
        """How many further independent sources report it, but at a distance or rejecting it."""
        return len(self._groups(behind=False) - self._groups(behind=True))

    @property
    def quoted(self) -> int:
        """How many of the independent sources behind it are quoted."""
        return len({claim.independent for claim in self.claims if claim.stance is Stance.REPORTED})

    def _groups(self, *, behind: bool) -> frozenset[str]:
        held = [*((claim.independent, claim.stance) for claim in self.claims), *self.unshown]
        return frozenset(group for group, stance in held if (stance is Stance.REPORTED) is behind)


class Edited(StrEnum):
    """What an editor did to a point that was found automatically."""

    CONFIRMED = "confirmed"
    RENAMED = "renamed"
    MERGED = "merged"
    SILENCED = "silenced"


@frozen
class ContestedPoint:
    """A matter on which voices differ, or on which several independent voices speak."""

    id: str
    kind: Kind
    heading: str
    positions: tuple[Position, ...]
    edited: tuple[Edited, ...] = ()  # by an editor; empty: as it was found

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all positions, in order."""
        return tuple(claim for position in self.positions for claim in position.claims)

    @property
    def sources(self) -> int:
        """How many independent sources speak in all positions together."""
        quoted = {claim.independent for claim in self.claims}
        return len(quoted | {group for position in self.positions for group, _ in position.unshown})


@frozen
class Found:
    """How much was found: passages, each quote once, and independent sources."""

    passages: int = 0
    sources: int = 0


@frozen
class Answer:
    """What Quoth has to say to a question, in the language of the asker."""

    question: str
    language: str
    status: Status
    reason: str | None = None
    claims: tuple[Claim, ...] = ()
    contested: tuple[ContestedPoint, ...] = ()
    notes: tuple[str, ...] = ()  # e.g. what was searched for instead of a misspelt word
    nearest: tuple[Claim, ...] = ()  # no answer: what came nearest, only when it was asked for
    reply: bool = False  # to small talk: the reason alone is said, nothing was looked for
    found: Found = Found()  # in all, what is shown included
    more: Found = Found()  # of it, what is not shown: one "more" away
    unread: tuple[tuple[str, str], ...] = ()  # no answer: the files that could not be read, and why

    @property
    def quotes(self) -> tuple[Claim, ...]:
        """Everything that is quoted, in the order of the screen: contested points first, each place once."""
        sided = (claim for point in self.contested for claim in point.claims)
        return tuple({claim.place: claim for claim in (*sided, *self.claims)}.values())

    @property
    def beside(self) -> tuple[Claim, ...]:
        """The claims that stand in no position of a contested point."""
        sided = {claim.place for point in self.contested for claim in point.claims}
        return tuple(claim for claim in self.claims if claim.place not in sided)


@frozen
class Verification:
    """Whether a text stands word for word in the library, and where."""

    verbatim: bool
    places: tuple[Place, ...] = ()
    nearly: bool = False  # the places have the same words with other marks, capitals or accents
    nearest: Claim | None = None  # what comes nearest to a text that stands nowhere
    differs: tuple[tuple[int, int], ...] = ()  # its words from which the text differs, as spans
