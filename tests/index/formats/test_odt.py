"""OpenDocument texts."""

from __future__ import annotations

from index.formats.extracted import Block
from index.formats.odt import looks, read
from index.model import Role
from tests.index.formats.made_archives import OFFICE, odt


def blocks(body: str) -> list[Block]:
    """Return the blocks of a file with such a body."""
    return [*read(odt(body), "a.odt").parts[0].blocks]


def test_roles_are_those_of_the_elements() -> None:
    """Headings, paragraphs, items and rows are told by the file."""
    body = (
        "<text:h>The bridge</text:h><text:p>It opens <text:span>in June</text:span>.</text:p>"
        "<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Deaths</text:p></table:table-cell>"
        "<table:table-cell><text:p>33</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert [(block.text, block.role) for block in blocks(body)] == [
        ("The bridge", Role.HEADING),
        ("It opens in June.", Role.BODY),
        ("one", Role.LISTING),
        ("Deaths\t33", Role.LISTING),
    ]


def test_notes_comments_and_changes() -> None:
    """A note stands behind its paragraph; comments and what was deleted are no text."""
    body = (
        "<text:tracked-changes><text:p>never</text:p></text:tracked-changes>"
        "<text:p>It opens<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Says the clerk.</text:p></text:note-body></text:note> in"
        "<office:annotation><text:p>sure?</text:p></office:annotation> June.</text:p>"
    )
    assert [block.text for block in blocks(body)] == ["It opens in June.", "Says the clerk."]


def test_blanks_are_bounded() -> None:
    """A file may ask for two thousand million blanks in a few bytes, and does not get them."""
    (block,) = blocks('<text:p>a<text:s text:c="2000000000"/>b</text:p>')
    assert block.text == "a b"


def test_page_breaks_and_line_breaks() -> None:
    """Pages are counted where the file says them; a line break is one."""
    body = "<text:p>One<text:line-break/>more</text:p><text:soft-page-break/><text:p>Two</text:p>"
    assert [(block.text, block.anchor) for block in blocks(body)] == [("One\nmore", None), ("Two", "page=2")]


def test_flat_files_are_read_and_told_by_content() -> None:
    """The same as one XML text is read alike; both are told by what they begin with."""
    body = "<office:body><office:text><text:p>It opens.</text:p></office:text></office:body>"
    flat = f"<office:document {OFFICE}>{body}</office:document>".encode()
    assert looks(flat, ".txt") and looks(odt(""), ".txt")
    assert read(flat, "a.fodt").parts[0].blocks[0].text == "It opens."
