"""What a reader of a format gives: the text as a reader of the page sees it, block by block.

A block is one unbroken run of what is seen: a paragraph, a heading, an item, the row of a table, a message.
Blocks are put one below the other here and nowhere else, so that offsets into a document's text are right
whatever the format.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from index.model import Role, Source, Wording
from index.values import as_dict, frozen

BETWEEN = "\n\n"  # what parts two blocks of a document's text


@frozen
class Block:
    """A run of text with what it is for.

    ``anchor`` is where it stands, as the end of an address has it: "page=3", "t=73", "chapter.xhtml#s2".
    ``speaker`` is who speaks all of it, where the format says so.
    """

    text: str
    role: Role = Role.BODY
    anchor: str | None = None
    speaker: str | None = None


@frozen
class Part:
    """One text by one source: an article, a message, an entry of a feed."""

    blocks: tuple[Block, ...]
    source: Source = Source()


@frozen
class Extracted:
    """All that a file says, in reading order, and what could not be used of it."""

    parts: tuple[Part, ...]
    remarks: tuple[str, ...] = ()


@frozen
class Laid:
    """A block with its place in the document's text."""

    start: int
    end: int
    block: Block


def lay_out(extracted: Extracted) -> tuple[str, list[list[Laid]]]:
    """Return a document's text and, for each part, where its blocks stand in it."""
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
        parts.append(laid)
    return "".join(pieces), parts


def without_empty(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return the parts without blocks of white space and without those that have no other."""
    kept = (Part(tuple(block for block in part.blocks if block.text.strip()), part.source) for part in parts)
    return tuple(part for part in kept if part.blocks)


def to_plain(extracted: Extracted) -> dict[str, Any]:
    """Return what JSON can hold of it: the answer of a process that is not trusted."""
    parts = [
        {
            "source": {key: value for key, value in as_dict(part.source).items() if value},
            "blocks": [[block.text, block.role, block.anchor, block.speaker] for block in part.blocks],
        }
        for part in extracted.parts
    ]
    return {"parts": parts, "remarks": list(extracted.remarks)}


def from_plain(plain: dict[str, Any]) -> Extracted:
    """Return what ``to_plain`` was given. Raises ValueError, TypeError or KeyError for anything else."""
    parts = tuple(
        Part(tuple(_block(row) for row in part["blocks"]), _source(part["source"])) for part in plain["parts"]
    )
    return Extracted(parts, tuple(str(remark) for remark in plain["remarks"]))


def _block(row: Sequence[Any]) -> Block:
    text, role, anchor, speaker = row
    return Block(str(text), Role(role), _text(anchor), _text(speaker))


def _source(plain: dict[str, Any]) -> Source:
    tuples = {key: tuple(map(str, plain.pop(key, ()))) for key in ("authors", "speakers")}
    wording = Wording(plain.pop("wording", Wording.VERBATIM))
    return Source(**{key: _text(value) for key, value in plain.items()}, **tuples, wording=wording)  # type: ignore[arg-type]


def _text(value: object) -> str | None:
    return None if value is None else str(value)
