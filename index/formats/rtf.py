"""Rich Text Format."""

from __future__ import annotations

import re

from index.errors import UnreadableDocument
from index.formats.description import Format
from index.formats.extracted import Block, Extracted, Part
from index.model import Role, Source

_GROUP = r"\\{word}[ \r\n]((?:[^{{}}\\]|\\[^{{}}]){{0,300}})\}}"
_BULLET = re.compile(r"^\s*[\u2022\u00b7\u25aa\uf0b7]\s*\t?\s*")
_CELLS = re.compile(r"[ \t]*\|[ \t]*")
_LONGEST_TITLE = 200
_PICTURE = re.compile(r"(?<![0-9a-fA-F\r\n])[0-9a-fA-F\r\n]{2000,}")  # in figures


def read(data: bytes, _name: str) -> Extracted:
    """Return the text of an RTF file."""
    from striprtf.striprtf import rtf_to_text

    source = _PICTURE.sub("", data.decode("latin-1"))
    try:
        text = str(rtf_to_text(source, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, TypeError, IndexError, OverflowError) as error:
        raise UnreadableDocument("it is damaged: no text can be made of it") from error
    blocks = [block for line in text.split("\n") if (block := _block(line))]
    return Extracted((Part(tuple(blocks), Source(title=_stated_title(source, text)), sourced=False),))


def _block(line: str) -> Block | None:
    shown = line.strip().strip("\x00")
    if not shown.strip("|"):
        return None
    if shown.count("|") > 1 and shown.endswith("|"):
        return Block(_CELLS.sub("\t", shown).strip(), Role.LISTING)
    bullet = _BULLET.match(shown)
    return Block(shown[bullet.end() :], Role.LISTING) if bullet else Block(shown)


def _stated_title(source: str, text: str) -> str | None:
    """Return the title that the file states, where its text has it, too."""
    match = re.search(_GROUP.format(word="title"), source[:20_000])
    title = " ".join(match[1].split())[:_LONGEST_TITLE] if match else ""
    return title if title and title in " ".join(text[:2_000].split()) else None


def looks(head: bytes, _suffix: str) -> bool:
    """Whether a file begins like RTF."""
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf")


FORMAT = Format(
    name="an RTF file",
    suffixes=frozenset({".rtf"}),
    looks=looks,
    read=read,
    needs=("striprtf.striprtf",),
)
