"""A tree of HTML to the blocks a reader sees: for web pages, chapters of books, feeds and mails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.model import Role
from index.values import frozen

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Elements that are never seen: what they hold is no text of the page.
_UNSEEN = frozenset(
    {
        "script", "style", "head", "template", "rt", "rp", "noscript", "object", "iframe", "svg", "math",
        "select", "option", "textarea", "datalist", "canvas", "audio", "video", "map", "meta", "link",
        "title",
    }
)  # fmt: skip
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1",
        "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
        "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead", "tr",
        "ul",
    }
)  # fmt: skip
_CELLS = frozenset({"td", "th"})
_ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Role.HEADING),
    **dict.fromkeys(("li", "dt", "tr"), Role.LISTING),
    **dict.fromkeys(("figcaption", "caption"), Role.CAPTION),
}
_HIDING = re.compile(r"display:none|visibility:hidden", re.IGNORECASE)
_STRESSED = frozenset({"b", "strong", "em", "i", "dt"})
_BOLD = re.compile(r"font-(?:weight:\s*(?:bold|[6-9]00)|style:\s*italic)", re.IGNORECASE)
_BEGINS, _ENDS = (
    "\ufdd0",
    "\ufdd1",
)  # no characters of any text; stand where what is in bold or italics begins and ends
_MARKED = re.compile(f"([{_BEGINS}{_ENDS}]+)([ \t]+)")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_BREAKS = re.compile(r"\n(?:[ \t]*\n)+")
_LONGEST_CELL = 300  # characters; more is a text laid out by a table, not a table's cell


@frozen
class Seen:
    """A block of a page: its text, role and nearest id, and the nodes it was read from."""

    text: str
    role: Role
    id: str | None
    nodes: tuple[tuple[Element, bool], ...]  # element, and whether its tail (not its text) was read
    path: tuple[str, ...]  # the tags around it, outermost first
    stressed: int = 0  # characters at its beginning that are in bold or italics


def seen_blocks(root: Element) -> list[Seen]:
    """Return the blocks of a tree in order; hidden elements, scripts and forms' choices are left out."""
    return list(_Walk().over(root))


class _Walk:
    """One walk over a tree, without recursion: pages nest hundreds of thousands of elements."""

    def __init__(self) -> None:
        self._found: list[Seen] = []
        self._text: list[str] = []
        self._nodes: list[tuple[Element, bool]] = []
        self._path: list[str] = []
        self._row = 0  # how many rows are read as one block around here
        self._id: str | None = None
        self._stressed = False  # the text before is in bold or italics

    def over(self, root: Element) -> Iterator[Seen]:
        """Yield the blocks below an element."""
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start" and (_tag(element) in _UNSEEN or _is_hidden(element)):
                walk.skip_subtree()
                self._path.append("")
            elif event == "start":
                self._open(element)
            else:
                if event == "end":
                    self._close(element)
                if element is not root and element.tail:
                    self._add(element.tail, element, tail=True)
            if len(self._found) > 100:
                yield from self._found
                self._found.clear()
        self._flush()
        yield from self._found

    def _open(self, element: Element) -> None:
        tag = _tag(element)
        if self._is_block(tag):
            self._flush()
        elif tag == "br":
            self._text.append("\n\0")  # told from a line end of the source
        elif tag in _CELLS:
            self._text.append("\t\0")
        self._path.append("b" if tag == "span" and _BOLD.search(element.get("style") or "") else tag)
        if tag == "tr" and (self._row or _is_row(element)):
            self._row += 1
        name = element.get("id") or (element.get("name") if tag == "a" else None)
        if name:
            self._id = name
        if element.text:
            self._add(element.text, element, tail=False)

    def _close(self, element: Element) -> None:
        tag = _tag(element)
        unseen = not self._path[-1]
        if not unseen and self._is_block(tag):
            self._flush()
        if not unseen and tag == "tr" and self._row:
            self._row -= 1
        self._path.pop()

    def _is_block(self, tag: str) -> bool:
        return tag in _BLOCKS or (tag in _CELLS and not self._row)

    def _add(self, text: str, element: Element, *, tail: bool) -> None:
        if text.strip():
            self._nodes.append((element, tail))
            stressed = not _STRESSED.isdisjoint(self._path)
            if stressed != self._stressed:
                self._text.append(_BEGINS if stressed else _ENDS)
            self._stressed = stressed
        self._text.append(text if "pre" in self._path else _SPACES.sub(" ", text))

    def _flush(self) -> None:
        whole = "".join(self._text)
        self._text.clear()
        self._stressed = False
        nodes, self._nodes = tuple(self._nodes), []
        if not nodes:
            return
        tags = tuple(tag for tag in self._path if tag)
        for text, stressed in _paragraphs(whole):
            self._found.append(Seen(text, _role(tags), self._id, nodes, tags, stressed))


def _paragraphs(whole: str) -> Iterator[tuple[str, int]]:
    """Yield the paragraphs of a block's text, and how much of each is stressed at its beginning: two line
    breaks part what one element holds.
    """
    whole = re.sub(r" *\n\0 *", "\n", _MARKED.sub(r"\2\1", whole)).replace("\t\0", "\t")
    going_on = False
    for part in _BREAKS.split(whole):
        text = re.sub(r"[ \t]{2,}", _blank, part).strip()
        begins = going_on or text.startswith(_BEGINS)
        first = text.lstrip(_BEGINS).partition(_ENDS)[0].rstrip()
        changes = _BEGINS in text or _ENDS in text
        going_on = text.rfind(_BEGINS) > text.rfind(_ENDS) if changes else going_on
        text = text.replace(_BEGINS, "").replace(_ENDS, "").strip()
        if text:
            yield text, len(first) if begins else 0


def _blank(match: re.Match[str]) -> str:
    return "\t" if "\t" in match[0] else " "


def _tag(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _role(path: tuple[str, ...]) -> Role:
    """Return what the nearest telling element around a text makes of it."""
    for tag in reversed(path):
        if tag in _ROLES:
            return _ROLES[tag]
        if tag in {"td", "th", "article", "section", "aside", "main"}:
            break
    return Role.BODY


def _is_row(row: Element) -> bool:
    """Whether a table's row is one: short cells without paragraphs in them."""
    for cell in row:
        if _tag(cell) not in _CELLS:
            continue
        if any(_tag(inner) in _BLOCKS for inner in cell.iterdescendants()):
            return False
        if sum(len(text) for text in cell.itertext()) > _LONGEST_CELL:
            return False
    return len(row) > 1


def _is_hidden(element: Element) -> bool:
    style = element.get("style")
    hidden = element.get("hidden") is not None and element.get("hidden") != "until-found"
    shown_none = bool(style) and bool(_HIDING.search(re.sub(r"\s", "", style or "")))
    return (hidden or shown_none) and _tag(element) not in {"html", "body"}
