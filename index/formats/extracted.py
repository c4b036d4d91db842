"""What a reader of a format gives: the text as a reader of the page sees it, block by block.

A block is one unbroken run of what is seen: a paragraph, a heading, an item, the row of a table, a message.
Blocks are put one below the other here and nowhere else, so that offsets into a document's text are right
whatever the format.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from index.errors import UnreadableDocument
from index.model import Document, Role, Source, Wording
from index.values import as_dict, frozen, replace

GUESSED = "guessed"  # of a day in a page's mark-up, before the words of its head are read
MOST_BLOCKS = (
    40_000  # of one text: the longest novels have fifteen thousand, the Bible thirty, verse by verse
)
BETWEEN = "\n\n"  # what parts two blocks of a document's text


@frozen
class Block:
    """A run of text with what it is for.

    ``anchor`` is where it stands, as the end of an address has it: "page=3", "t=73", "chapter.xhtml#s2".
    ``speaker`` is who speaks all of it, where the format says so; "" is somebody whom it does not name, as
    in a quotation set apart. ``link`` is the address to which all of its words lead. ``gap`` counts the empty
    lines above it, where the format has such and they may part texts; ``ruled`` says that a rule does.
    ``stressed`` counts the characters at its beginning that are in bold or italics, as labels and questions
    of interviews are.
    """

    text: str
    role: Role = Role.BODY
    anchor: str | None = None
    speaker: str | None = None
    link: str | None = None
    gap: int = 1
    ruled: bool = False
    stressed: int = 0


@frozen
class Part:
    """One text by one source: an article, a message, an entry of a feed.

    ``sourced`` says that the format states the source as a whole; where it does not, what the text itself
    says of its author and day is looked for, and it may turn out to be several articles. ``headed`` says that
    what the format leaves out may still stand between the headline and the text, as on web pages.
    """

    blocks: tuple[Block, ...]
    source: Source = Source()
    sourced: bool = True
    headed: bool = False


@frozen
class Extracted:
    """All that a file says, in reading order, and what could not be used of it.

    ``kept`` are keys with their values, as JSON has them, that are about the file and no part of its text.
    """

    parts: tuple[Part, ...]
    remarks: tuple[str, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()


@frozen
class Laid:
    """A block with its place in the document's text."""

    start: int
    end: int
    block: Block


@frozen
class LaidPart:
    """A part with its blocks in their places."""

    laid: tuple[Laid, ...]
    source: Source
    sourced: bool
    headed: bool = False


@frozen
class ReadDocument:
    """A document on its way to articles; ``parts`` is None for a text that is cut by its shape alone."""

    document: Document
    parts: tuple[LaidPart, ...] | None = None
    remarks: tuple[str, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()


def lay_out(extracted: Extracted) -> tuple[str, tuple[LaidPart, ...]]:
    """Return a document's text, and its parts with the places of their blocks in it."""
    pieces: list[str] = []
    at = 0
    parts = []
    for part in extracted.parts:
        laid = []
        for block in part.blocks:
            if at:
                pieces.append(BETWEEN)
                at += len(BETWEEN)
            pieces.append(block.text)
            laid.append(Laid(at, at + len(block.text), block))
            at += len(block.text)
        parts.append(LaidPart(tuple(laid), part.source, part.sourced, part.headed))
    return "".join(pieces), tuple(parts)


def cleaned(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return the parts with text only: halves of characters made whole, empty blocks and parts left out.

    Raises UnreadableDocument for a text of so many paragraphs that reading it would hold up all others.
    """
    found = []
    for part in parts:
        if len(part.blocks) > MOST_BLOCKS:
            raise UnreadableDocument(
                f"{len(part.blocks)} paragraphs are more than the {MOST_BLOCKS} a text may have;"
                " split it into smaller files"
            )
        blocks = tuple(replace(block, text=_whole(block.text)) for block in part.blocks)
        blocks = tuple(block for block in blocks if block.text.strip())
        if blocks:
            found.append(replace(part, blocks=blocks, source=_whole_source(part.source)))
    return tuple(found)


def _whole(text: str) -> str:
    """Return a text in which halves of a character (surrogates) are one, or are marked as damage."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\0", "")


def _whole_source(source: Source) -> Source:
    held = as_dict(source)
    texts = {key: _whole(value) for key, value in held.items() if isinstance(value, str) and key != "wording"}
    return replace(source, **texts, authors=tuple(map(_whole, source.authors)))


def to_plain(extracted: Extracted) -> dict[str, Any]:
    """Return what JSON can hold of it: the answer of a process that is not trusted."""
    parts = [
        {
            "source": {key: value for key, value in as_dict(part.source).items() if value},
            "sourced": part.sourced,
            "headed": part.headed,
            "blocks": [
                [
                    *(block.text, block.role, block.anchor, block.speaker),
                    *(block.link, block.gap, block.ruled, block.stressed),
                ]
                for block in part.blocks
            ],
        }
        for part in extracted.parts
    ]
    return {"parts": parts, "remarks": list(extracted.remarks), "kept": list(extracted.kept)}


def from_plain(plain: dict[str, Any]) -> Extracted:
    """Return what ``to_plain`` was given. Raises ValueError, TypeError or KeyError for anything else."""
    parts = tuple(
        Part(
            tuple(map(_block, part["blocks"])),
            _source(part["source"]),
            bool(part["sourced"]),
            bool(part["headed"]),
        )
        for part in plain["parts"]
    )
    kept = tuple((str(key), str(value)) for key, value in plain.get("kept", ()))
    return Extracted(parts, tuple(str(remark) for remark in plain["remarks"]), kept)


def _block(row: Sequence[Any]) -> Block:
    text, role, anchor, speaker, link, gap, ruled, stressed = row
    told = (_text(anchor), _text(speaker), _text(link))
    return Block(str(text), Role(role), *told, int(gap), bool(ruled), int(stressed))


def _source(plain: dict[str, Any]) -> Source:
    tuples = {key: tuple(map(str, plain.pop(key, ()))) for key in ("authors", "speakers")}
    wording = Wording(plain.pop("wording", Wording.VERBATIM))
    return Source(**{key: _text(value) for key, value in plain.items()}, **tuples, wording=wording)  # type: ignore[arg-type]


def _text(value: object) -> str | None:
    return None if value is None else str(value)
