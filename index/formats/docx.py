"""Word files (DOCX): paragraphs, headings, items, tables and notes, as they stand after all changes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from index.errors import UnreadableDocument
from index.formats.description import Format
from index.formats.extracted import Block, Extracted, Part
from index.formats.office_blocks import PageCount, row_of
from index.formats.zipped import Archive, local, value
from index.model import Role, Source
from index.words import strings

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MAIN = "word/document.xml"
# What holds no words of the text: settings, commands of fields, what was deleted or moved away.
_UNSEEN = frozenset(
    {
        "del", "moveFrom", "delText", "instrText", "rPr", "pPr", "fldData", "commentReference", "sectPr",
        "tblPr", "trPr", "tcPr", "tblGrid",
    }
)  # fmt: skip
_NOTES = frozenset({"footnoteReference", "endnoteReference"})


def read(data: bytes, _name: str) -> Extracted:
    """Return the text of a Word file. Its stated author is often the typist, so by-lines decide."""
    archive = Archive.opened(data)
    main = _main_part(archive)
    body = archive.text_part(main)
    base = posixpath.dirname(main)
    blocks = tuple(_Walk(_styles(archive, base), _notes(archive, base)).over(body))
    part = Part(blocks, Source(title=_title(archive, blocks)), sourced=False)
    return Extracted((part,), _comments(archive, base))


def _comments(archive: Archive, base: str) -> tuple[str, ...]:
    """Return that what readers wrote into the margin is no text of the file."""
    try:
        count = sum(local(each) == "comment" for each in archive.tree(posixpath.join(base, "comments.xml")))
    except (KeyError, UnreadableDocument):
        return ()
    return (f"{count} comments in the margin are not read",) if count else ()


def _main_part(archive: Archive) -> str:
    try:
        relations = archive.tree("_rels/.rels")
    except (KeyError, UnreadableDocument):
        return _MAIN
    for relation in relations:
        if (relation.get("Type") or "").endswith("/officeDocument"):
            return (relation.get("Target") or _MAIN).lstrip("/")
    return _MAIN


def _title(archive: Archive, blocks: tuple[Block, ...]) -> str | None:
    """Return the title that the file states, where its text has it too."""
    try:
        core = archive.tree("docProps/core.xml")
    except (KeyError, UnreadableDocument):
        return None
    stated = next((each.text or "" for each in core if local(each) == "title"), "")
    title = " ".join(stated.split())
    seen = (" ".join(block.text.split()) for block in blocks[:10])
    return title if title and title in seen else None


def _styles(archive: Archive, base: str) -> dict[str, Role]:
    """Return what the styles of a document make of their paragraphs."""
    try:
        styles = archive.tree(posixpath.join(base, "styles.xml"))
    except (KeyError, UnreadableDocument):
        return {}
    found = {}
    for style in styles:
        key = value(style, "styleId")
        name = next((value(each, "val") or "" for each in style if local(each) == "name"), "")
        level = any(local(each) == "outlineLvl" for each in style.iter())
        if key and (level or _is_called(name, "headings")):
            found[key] = Role.HEADING
        elif key and _is_called(name, "captions"):
            found[key] = Role.CAPTION
    return found


def _is_called(name: str, kind: str) -> bool:
    return name.lower().startswith(tuple(strings("office", kind)))


def _notes(archive: Archive, base: str) -> dict[str, Element]:
    """Return the foot- and endnotes by the name of their reference and their number."""
    found = {}
    for kind in ("footnote", "endnote"):
        try:
            notes = archive.tree(posixpath.join(base, f"{kind}s.xml"))
        except (KeyError, UnreadableDocument):
            continue
        for note in notes:
            if value(note, "type") is None:
                found[f"{kind}Reference{value(note, 'id')}"] = note
    return found


class _Walk:
    """One walk through a document's parts; notes and frames stand behind the paragraph they belong to."""

    def __init__(self, styles: Mapping[str, Role], notes: Mapping[str, Element]) -> None:
        self._styles, self._notes = styles, notes
        self._pages = PageCount()

    def over(self, element: Element) -> Iterator[Block]:
        """Yield the blocks below an element."""
        for child in element:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tr":
                yield from row_of([[*self.over(cell)] for cell in child])
            elif name == "AlternateContent":
                yield from self._alternative(child)
            elif name not in _UNSEEN:
                yield from self.over(child)

    def _alternative(self, element: Element) -> Iterator[Block]:
        """Yield the first of several ways to show the same."""
        for way in _first_way(element):
            yield from self.over(way)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        inner: list[Element] = []
        anchor = self._pages.anchor
        text = "".join(self._text(paragraph, inner)).strip()
        if text:
            yield Block(re.sub(r"[ \u00a0]{2,}", " ", text), self._role(paragraph), anchor)
        for each in inner:
            yield from self.over(each)

    def _role(self, paragraph: Element) -> Role:
        for settings in paragraph:
            if local(settings) != "pPr":
                continue
            for setting in settings:
                name = local(setting)
                if name == "pStyle" and (role := self._styles.get(value(setting, "val") or "")):
                    return role
                if name == "outlineLvl":
                    return Role.HEADING
            if any(local(setting) == "numPr" for setting in settings):
                return Role.LISTING
        return Role.BODY

    def _text(self, element: Element, inner: list[Element]) -> Iterator[str]:
        """Yield the pieces of a paragraph's text; ``inner`` takes what stands elsewhere on the page."""
        for child in element:
            name = local(child)
            if name in _CHARACTERS:
                yield _CHARACTERS[name](child)
            elif name == "lastRenderedPageBreak":
                self._pages.turn()
            elif name == "txbxContent":
                inner.append(child)
            elif name in _NOTES:
                note = self._notes.get(f"{name}{value(child, 'id')}")
                inner += [note] if note is not None else []
            elif name == "AlternateContent":
                for way in _first_way(child):
                    yield from self._text(way, inner)
            elif name not in _UNSEEN and not (name == "r" and _is_hidden(child)):
                yield from self._text(child, inner)


def _is_hidden(run: Element) -> bool:
    """Whether a run of text is set not to be shown."""
    for settings in run:
        if local(settings) == "rPr":
            return any(
                local(each) == "vanish" and value(each, "val") not in {"0", "false"} for each in settings
            )
    return False


def _first_way(element: Element) -> list[Element]:
    ways = [each for each in element if local(each) == "Choice"]
    return (ways or [each for each in element if local(each) == "Fallback"])[:1]


def _symbol(element: Element) -> str:
    """Return a character of a symbol font; those of fonts' own places say nothing elsewhere."""
    try:
        code = int(value(element, "char") or "", 16)
    except ValueError:
        return ""
    return chr(code) if code < 0xE000 or 0xF8FF < code <= 0x10FFFF else ""


def _break(element: Element) -> str:
    return "" if value(element, "type") == "page" else "\n"


_CHARACTERS: Mapping[str, Callable[[Element], str]] = {
    "t": lambda element: str(element.text or ""),
    "tab": lambda _: "\t",
    "ptab": lambda _: "\t",
    "noBreakHyphen": lambda _: "\u2011",
    "softHyphen": lambda _: "",
    "br": _break,
    "cr": _break,
    "sym": _symbol,
}


_SUFFIXES = frozenset({".docx", ".docm", ".dotx"})


def looks(head: bytes, suffix: str) -> bool:
    """Whether a file begins like an archive with a Word document in it."""
    return head.startswith(b"PK\x03\x04") and (b"word/" in head or suffix in _SUFFIXES)


FORMAT = Format(
    name="a Word file",
    suffixes=_SUFFIXES,
    looks=looks,
    read=read,
    needs=("lxml.etree",),
)
