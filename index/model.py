"""The nouns of a library, one per arrow of the flow, frozen.

Every span counts characters (Unicode code points). A paragraph's span counts within its
document's text, a voice's span within its paragraph's text.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from index.values import frozen


class Role(StrEnum):
    """What a paragraph is for; only BODY, POST, CAPTION and LISTING may be quoted."""

    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    POST = "post"  # an embedded social-media post; its signature follows as a NOTE
    LISTING = "listing"  # an item of a bulleted or numbered list
    NOTE = "note"  # byline, date line, credit, biography, signature: about the text, not of it
    JUNK = "junk"  # navigation, appeals, forms, advertisements, unrelated teasers


QUOTABLE = frozenset({Role.BODY, Role.POST, Role.CAPTION, Role.LISTING})


class Wording(StrEnum):
    """Whose sentences a document holds: the source's own, or a summary in other words."""

    VERBATIM = "verbatim"
    DIGEST = "digest"


class Mode(StrEnum):
    """How a span is spoken: quoted whole, quoted in part, reported, or the article's own voice."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    OWN = "own"


class Stance(StrEnum):
    """What an author does with words he reports.

    He leaves them as they are, keeps his distance (scare quotes, "so-called"), or rejects them
    (negation, "falsely").
    """

    REPORTED = "reported"
    DISTANCED = "distanced"
    REJECTED = "rejected"


@frozen
class Document:
    """One file of a library; ``text`` is its decoded text, exactly."""

    file: str  # path relative to the library, with forward slashes
    text: str
    encoding: str
    fingerprint: str  # SHA-256 of the file's bytes, hexadecimal


FROM_ADDRESS = "address"


@frozen
class Source:
    """Whose text an article is, as far as the document says it; what it does not say is unknown."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None  # YYYY-MM-DD
    url: str | None = None
    language: str | None = None  # "en", "es" or None
    reposted_by: str | None = None
    reposted: str | None = None  # YYYY-MM-DD
    wording: Wording = Wording.VERBATIM
    speakers: tuple[str, ...] = ()  # full names an editor gave, to resolve short ones
    month: str | None = None  # YYYY-MM: the month of an article whose day is not known
    published_from: str | None = None  # FROM_ADDRESS: only the path of the url names the day, or the month
    title_from: str | None = None  # FROM_ADDRESS: only the path of the url holds its words

    @property
    def outlet_is_host(self) -> bool:
        """Whether nothing is known of the outlet but the host of its address."""
        return bool(
            self.outlet and "." in self.outlet and " " not in self.outlet and self.outlet in (self.url or "")
        )


@frozen
class Article:
    """One text by one source inside a document."""

    id: str  # unique in the library; the file's name without its ending, ".2" for its second article
    file: str
    number: int  # 1 for the first article of its document
    start: int
    end: int
    source: Source = Source()


@frozen
class Paragraph:
    """A span of its document; ``text`` is always ``document.text[start:end]``."""

    article: str
    file: str
    number: int  # 1 for the first paragraph of its article
    start: int
    end: int
    role: Role
    language: str | None
    text: str
    anchor: str | None = None  # where it stands, as the end of an address has it: "page=3", "t=73", "#s2"
    stressed: int = 0  # characters at its beginning that its page sets in bold or italics; not stored

    @property
    def page(self) -> int | None:
        """The page it begins on, where its format has pages."""
        name, _, number = (self.anchor or "").partition("=")
        return int(number) if name == "page" and number.isdecimal() else None

    @property
    def id(self) -> str:
        """The name by which people and scripts refer to it: ARTICLE#N."""
        return f"{self.article}#{self.number}"


@frozen
class Voice:
    """Who speaks in ``paragraph.text[start:end]``. What no voice covers is the article's own voice."""

    start: int
    end: int
    speaker: str | None  # the resolved name; None when it cannot be told
    mode: Mode
    cue: str | None = None  # the reporting word as the text has it
    role: str | None = None  # title or office as the text words it
    mention: str | None = None  # the speaker as the text has it here, perhaps a pronoun
    stance: Stance = Stance.REPORTED


@frozen
class Place:
    """Where a paragraph, or a copy of it, stands."""

    article: str
    file: str
    start: int
    end: int
    same: tuple[tuple[int, int], ...] = ()  # spans of the paragraph whose very words stand there


@frozen
class Word:
    """A content word of a question and the index terms that stand for it, each with a weight."""

    text: str
    terms: tuple[tuple[str, float], ...]
    phrases: tuple[tuple[str, ...], ...] = ()  # terms that together stand for it; searches ignore them
    only: str | None = None  # language outside which its stems are chance, but for the word itself
    translated: frozenset[str] = frozenset()  # terms that are chance in texts of the question's language

    @property
    def term_set(self) -> frozenset[str]:
        """Its terms, however much they weigh."""
        return frozenset([term for term, _ in self.terms])


def terms_of_words(words: Iterable[Word]) -> frozenset[str]:
    """Return the terms of some words of a question."""
    return frozenset([term for word in words for term, _ in word.terms])


@frozen
class Scope:
    """Which sources a search may use; an empty field does not restrict."""

    source: str | None = None  # outlet, reposting site or title
    author: str | None = None
    speaker: str | None = None
    after: str | None = None  # YYYY-MM-DD, this day included
    before: str | None = None  # YYYY-MM-DD, this day included
    language: str | None = None
    articles: tuple[str, ...] = ()  # ids


@frozen
class Query:
    """A question made ready for searching."""

    text: str
    language: str
    words: tuple[Word, ...]
    scope: Scope = Scope()


@frozen
class Reading:
    """The words of a paragraph, stop words left out, numbered from 0 in reading order."""

    spans: tuple[tuple[int, int], ...]  # of the sentences, in characters of the paragraph
    starts: tuple[int, ...]  # number of the first word of each sentence, and of the end
    words: str  # folded, one a line
    terms: tuple[str, ...]  # of each word
    language: str | None
    figures: bytes | None = None  # its figures as an index keeps them, None where nobody has looked for any

    @property
    def size(self) -> int:
        """The number of words."""
        return len(self.terms)

    def surfaces(self) -> list[str]:
        """Return the words."""
        return self.words.split("\n") if self.terms else []


@frozen
class Passage:
    """A paragraph found for a query, with all that a claim needs."""

    paragraph: Paragraph
    source: Source
    voices: tuple[Voice, ...]
    score: float
    matched: tuple[str, ...]  # texts of the query's words found in it
    also_in: tuple[Place, ...] = ()
    group: str = ""  # id of the independent source: copies and translations share it
    reading: Reading | None = None  # of the paragraph, where the index keeps it

    @property
    def independent(self) -> str:
        """The id of the independent source that it counts for."""
        return self.group or self.paragraph.article
