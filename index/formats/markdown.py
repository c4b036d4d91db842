"""Markdown files, as CommonMark and the programs that keep notes write them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from index.errors import BadMetadata, UnreadableDocument
from index.formats.description import Format
from index.formats.encodings import decode
from index.formats.extracted import Block, Extracted, Part
from index.formats.frontmatter import fence_end, read_front_matter
from index.formats.spoken import KEY as SPOKEN
from index.formats.spoken import with_speakers
from index.model import Role, Source
from index.values import replace

if TYPE_CHECKING:
    from markdown_it.token import Token

# What notebooks add to CommonMark: links between notes, embedded notes, comments, task marks, footnotes.
_EMBEDDED = re.compile(r"!\[\[[^\[\]\n]{0,300}\]\]")
_LINKED = re.compile(r"\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]")
_COMMENT = re.compile(r"%%.{0,5000}?%%", re.DOTALL)
_TASK = re.compile(r"\[[ xX-]\]\s+")
_FOOTNOTE = re.compile(r"^\[\^([^\]\s]{1,40})\]:[ \t]*", re.MULTILINE)
# "[Ana]: No" says who speaks; only an address behind it makes it the target of a link.
_ADDRESS = r"<?(?:[a-z]+:|[/#.]|www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}\b)"
_LABEL = re.compile(
    rf"^(?= {{0,3}}\[[^\]\n^][^\]\n]{{0,200}}\]:[ \t]+(?!{_ADDRESS}))( {{0,3}})",
    re.MULTILINE | re.IGNORECASE,
)
_REFERENCE = re.compile(r"\[\^([^\]\s]{1,40})\]")
_MARKED = re.compile(r"==(?=\S)([^=\n]{1,300})(?<=\S)==")
_CALLOUT = re.compile(r"\[![\w-]{1,30}\][+-]?[ \t]*")
_NOTE_AT = "\ue000"  # stands where a footnote's mark stood, so that it is no address of a link
_CLOSING_DASH = re.compile(r"\w[?!…,]?\s[-–—](?=[,.;:]|\s[a-zá-ú]|\s*$)")  # "Es tarde - dijo Ana"
_HEADING_WORDS = 25  # a longer line over a rule is a paragraph
_FIRST_LEVEL = re.compile(r"^ {0,3}#[ \t]+\S|^=+[ \t]*$", re.MULTILINE)
_FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_LONE_ADDRESS = re.compile(r"<?https?://\S+>?")
_SKIPPED = re.compile(r"<(/?)(script|style)\b", re.IGNORECASE)

_APART = 3  # empty lines, more than stand inside a text
_MOST_BEFORE = 8  # characters before the words of a block: "12. "
_BESIDE_LINK = 2  # words of a line that stand beside its link: "Source:"
_MOST_KEPT = 10_000  # values of one key of front matter that `import` keeps; real ones have a few


def read(data: bytes, _name: str) -> Extracted:
    """Return the text without its mark-up, block by block, under the source its front matter states."""
    text, _ = decode(data)
    if not text.strip():
        raise UnreadableDocument("it is empty")
    remarks: tuple[str, ...] = ()
    try:
        front = read_front_matter(text)
    except BadMetadata as error:
        end = fence_end(text)
        about = [Block(" ".join(text[:end].split()), Role.NOTE)] if end else []
        remarks = (f"{error}; read as plain text",)
        return Extracted((Part((*about, *blocks_of(text[end:])), Source(), sourced=False),), remarks)
    if front is None:
        blocks = tuple(blocks_of(text))
        return Extracted((Part(blocks, Source(title=_title(text, blocks)), sourced=False),))
    body = text[front.body_start :]
    blocks = tuple(blocks_of(body))
    source = front.source if front.source.title else replace(front.source, title=_title(body, blocks))
    blocks = with_speakers(blocks, dict(front.unread).get(SPOKEN))
    kept = tuple((key, json.dumps(value, default=str)) for key, value in front.unread if _may_be_kept(value))
    return Extracted((Part(blocks, source),), front.ignored, kept)


def _title(text: str, blocks: Sequence[Block]) -> str | None:
    """Return the heading of the first level where the text begins with it and has no other such."""
    shown = [block for block in blocks if block.text.strip()][:2]
    if len(_FIRST_LEVEL.findall(_FENCED.sub("", text))) != 1 or not shown:
        return None
    lead, over_another = shown[0], len(shown) > 1 and shown[1].role is Role.HEADING
    if lead.role is not Role.HEADING or over_another:  # a site's name, over the headline
        return None
    return lead.text if _FIRST_LEVEL.search(text) and len(lead.text.split()) <= _HEADING_WORDS else None


def _may_be_kept(value: object) -> bool:
    """Whether a value of front matter is of bounded size once its aliases are written out.

    A few lines of YAML may stand for a billion values, or for a list within itself.
    """
    waiting, met = [value], 0
    while waiting:
        each = waiting.pop()
        met += 1
        if met > _MOST_KEPT:
            return False
        if isinstance(each, dict):
            waiting += each.values()
        elif isinstance(each, list | tuple | set):
            waiting += each
    return True


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of a Markdown text, as they read when it is shown."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.disable("code")  # four blanks at the start of a line are chance in texts that were copied
    text = _LABEL.sub(r"\1\\", _COMMENT.sub("", text.removeprefix("\ufeff")))
    yield from _Page().over(parser.parse(_FOOTNOTE.sub(rf"{_NOTE_AT}[\1] ", text)))


class _Page:
    """The tokens of a text, read once from top to bottom."""

    def __init__(self) -> None:
        self._items = 0  # lists around
        self._number = ""  # of the item that begins
        self._quotes = 0  # quotations around
        self._lone: dict[int, bool] = {}  # lists of one item
        self._said = False  # the item is speech after a dash, and no item
        self._cells: list[str] | None = None
        self._heading = False
        self._ruled = False  # a line is a heading because a rule stands under it
        self._anchor: str | None = None
        self._end = 0  # the line below the block before
        self._hr = False  # a rule stands above the block
        self._title = False  # a heading of the first level, which a text alone has once
        self._address = False  # the block before is an address: that of the text below it

    def over(self, tokens: Iterable[Token]) -> Iterator[Block]:
        """Yield the blocks."""
        tokens = list(tokens)
        self._lone = _lone_items(tokens)
        titles = sum(token.type == "heading_open" and token.tag == "h1" for token in tokens)
        for token in tokens:
            kind = token.type
            if kind == "inline":
                for block in self._inline(token):
                    yield replace(block, gap=self._gap(token, several=titles > 1), ruled=self._hr)
                    self._hr = False
            elif kind == "html_block":
                yield from _html_blocks(token.content)
            elif kind == "fence":
                yield Block(token.content.strip(), Role.NOTE, self._anchor)
            elif kind == "tr_open":
                self._cells = []
            elif kind == "tr_close" and self._cells is not None:
                row, self._cells = self._cells, None
                yield Block("\t".join(row).strip(), Role.LISTING, self._anchor)
            else:
                self._step(token)

    def _gap(self, token: Token, *, several: bool) -> int:
        """Return how many empty lines stand above a block; above the title of one text of several, many."""
        begin, end = token.map or (self._end + 1, self._end + 1)
        gap, self._end = max(begin - self._end, 1), end
        below, self._address = self._address, _LONE_ADDRESS.fullmatch(token.content) is not None
        return max(gap, _APART) if several and self._title and not below else gap

    def _step(self, token: Token) -> None:
        step = token.nesting
        if token.type.startswith("list_item"):
            self._items += step
            self._number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "bullet_list_open":
            self._said = token.markup == "-" and self._lone.get(id(token), False)
        elif token.type.startswith("blockquote"):
            self._quotes += step
        elif token.type.startswith("heading"):
            self._heading, self._ruled = step > 0, token.markup in {"-", "="}
            self._title = step > 0 and token.tag == "h1"
        elif token.type == "hr" and token.map:
            self._end, self._hr = token.map[1], True

    def _inline(self, token: Token) -> Iterator[Block]:
        text = shown(token.children or ())
        if self._cells is not None:
            self._cells.append(" ".join(text.split()))
            return
        said = self._items == 1 and (self._said or _CLOSING_DASH.search(text) is not None)
        if said:  # "- Es tarde - dijo Ana -.": the dash opens what somebody says
            text = f"- {text}"
        elif self._items:
            text = self._number + (_TASK.sub("", text, count=1) if _TASK.match(text) else text)
            self._number = ""
        if self._quotes:
            text = _CALLOUT.sub("", text, count=1) if _CALLOUT.match(text) else text
        heading = self._heading and not (self._ruled and len(text.split()) > _HEADING_WORDS)
        if heading:
            self._anchor = _slug(text)
        role = Role.HEADING if heading else Role.LISTING if self._items and not said else Role.BODY
        quoted = "" if self._quotes and not heading else None
        text = text.strip()
        stressed = 0 if heading else _stressed(token.children or (), text)
        link = _link_of(token.children or ())
        yield Block(text, role, self._anchor, quoted, link, stressed=stressed)


def _lone_items(tokens: Sequence[Token]) -> dict[int, bool]:
    """Return the lists that have one item only, by the identity of the token that opens them."""
    lone: dict[int, bool] = {}
    around: list[tuple[int, int]] = []  # identity and number of items
    for token in tokens:
        if token.type == "bullet_list_open":
            around.append((id(token), 0))
        elif token.type == "list_item_open" and around:
            around[-1] = (around[-1][0], around[-1][1] + 1)
        elif token.type == "bullet_list_close" and around:
            opened, count = around.pop()
            lone[opened] = count == 1
    return lone


def _link_of(tokens: Sequence[Token]) -> str | None:
    """Return the address of the only link of a line with little besides: a linked title, "Source: [Name]"."""
    links = [at for at, token in enumerate(tokens) if token.type == "link_open"]
    if len(links) != 1:
        return None
    end = next(at for at, token in enumerate(tokens) if at > links[0] and token.type == "link_close")
    beside = shown([*tokens[: links[0]], *tokens[end + 1 :]])
    href = tokens[links[0]].attrGet("href")
    return str(href) if href and len(beside.split()) <= _BESIDE_LINK else None


def _stressed(tokens: Sequence[Token], text: str) -> int:
    """Return how many characters at the beginning of a block are in bold or italics."""
    depth, ends = 0, 0
    for at, token in enumerate(tokens):
        depth += token.nesting if token.type.startswith(("strong_", "em_")) else 0
        if depth == 0 and token.content.strip():
            break
        ends = at + 1
    words = shown(tokens[:ends]).strip()
    place = text.find(words, 0, len(words) + _MOST_BEFORE) if words else -1
    return place + len(words) if place >= 0 else 0


def shown(tokens: Sequence[Token]) -> str:
    """Return the words of a line as they are shown: no marks, no addresses of links, no pictures."""
    parts: list[str] = []
    unseen = False
    for token in tokens:
        if token.type == "html_inline":
            match = _SKIPPED.match(token.content)
            unseen = not match[1] if match else unseen
            if token.content[:3].lower() == "<br":
                parts.append("\n")
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append("\n")
        elif token.type in {"text", "code_inline", "text_special"} and not unseen:
            parts.append(token.content)
    text = _LINKED.sub(r"\1", _EMBEDDED.sub("", "".join(parts)))
    return _REFERENCE.sub(r"[\1]", _MARKED.sub(r"\1", text)).replace(_NOTE_AT, "")


def _html_blocks(content: str) -> Iterator[Block]:
    """Yield what is seen of a piece of HTML; a comment is nothing."""
    if "<" in re.sub(r"<!--.*?(?:-->|\Z)", "", content, flags=re.DOTALL):
        from lxml import html

        from index.formats.markup import seen_blocks

        root = html.fragment_fromstring(content, create_parent="div")
        for block in seen_blocks(root):
            yield Block(block.text, block.role, stressed=block.stressed)


def _slug(text: str) -> str:
    """Return the anchor that sites make of a heading."""
    return "#" + re.sub(r"[^\w\- ]", "", text.lower()).strip().replace(" ", "-")[:100]


def looks(_head: bytes, _suffix: str) -> bool:
    """Nothing tells Markdown from a text but the file's name."""
    return False


FORMAT = Format(
    name="Markdown",
    suffixes=frozenset({".md", ".markdown", ".mdown", ".mkd"}),
    looks=looks,
    read=read,
    needs=("markdown_it", "yaml", "lxml.html"),
    largest=20_000_000,
    harmless=15_000,  # what marks in it cost grows by its square
)
