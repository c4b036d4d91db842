"""Word files."""

from __future__ import annotations

import pytest

from index.errors import UnreadableDocument
from index.formats.docx import looks, read
from index.formats.extracted import Block
from index.model import Role
from tests.index.formats.made_archives import W, archive, docx, para, run


def blocks(body: str, more: dict[str, str] | None = None) -> list[Block]:
    """Return the blocks of a file with such a body."""
    return [*read(docx(body, more), "a.docx").parts[0].blocks]


def test_roles_are_those_of_the_styles() -> None:
    """Headings, captions, items and rows are told by the file."""
    body = (
        para(run("The bridge"), '<w:pStyle w:val="H1"/>')
        + para(run("It opens ") + run("in June.", "<w:b/>"))
        + para(run("one"), '<w:numPr><w:ilvl w:val="0"/></w:numPr>')
        + para(run("The bridge at night"), '<w:pStyle w:val="C"/>')
        + f"<w:tbl><w:tr><w:tc>{para(run('Deaths'))}</w:tc><w:tc>{para(run('33'))}</w:tc></w:tr></w:tbl>"
    )
    assert [(block.text, block.role) for block in blocks(body)] == [
        ("The bridge", Role.HEADING),
        ("It opens in June.", Role.BODY),
        ("one", Role.LISTING),
        ("The bridge at night", Role.CAPTION),
        ("Deaths\t33", Role.LISTING),
    ]


def test_text_is_as_it_stands_after_all_changes() -> None:
    """What was deleted, moved away or hidden, and commands of fields, are no text; what was put in is."""
    body = para(
        run("It opens ")
        + f"<w:del>{run('never')}</w:del><w:ins>{run('in June')}</w:ins>"
        + f"<w:moveFrom>{run('gone')}</w:moveFrom>"
        + run("secret", "<w:vanish/>")
        + "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
        + run(", said Ruth.")
    )
    assert [block.text for block in blocks(body)] == ["It opens in June, said Ruth."]


def test_notes_and_frames_stand_behind_their_paragraph() -> None:
    """A footnote and a text frame are blocks of their own, and break no sentence."""
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{para(run("Says the clerk."))}</w:footnote></w:footnotes>'
    frame = f"<w:r><w:txbxContent>{para(run('In a frame.'))}</w:txbxContent></w:r>"
    body = para(run("It opens") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + frame + run(" in June."))
    texts = [block.text for block in blocks(body, {"word/footnotes.xml": notes})]
    assert texts == ["It opens in June.", "Says the clerk.", "In a frame."]


def test_pages_are_known_where_the_file_says_them() -> None:
    """Word notes where its last pages broke; without that nothing is said of pages."""
    assert [block.anchor for block in blocks(para(run("One.")) + para(run("Two.")))] == [None, None]
    turned = para("<w:r><w:lastRenderedPageBreak/></w:r>" + run("Two.")) + para(run("Three."))
    assert [block.anchor for block in blocks(para(run("One.")) + turned)][-1] == "page=2"


def test_frame_of_two_kinds_is_read_once() -> None:
    """Of two ways to draw the same frame one is read."""
    ways = f"<mc:Choice>{run('Seen.')}</mc:Choice><mc:Fallback>{run('Seen.')}</mc:Fallback>"
    body = para(f'<mc:AlternateContent xmlns:mc="urn:mc">{ways}</mc:AlternateContent>')
    assert [block.text for block in blocks(body)] == ["Seen."]


def test_archive_without_text_is_refused() -> None:
    """An archive that holds no text part, or is cut off, is refused with the reason."""
    for data in (archive({"[Content_Types].xml": "<Types/>"}), docx(para(run("One.")))[:-40], b"PK\x03\x04"):
        with pytest.raises(UnreadableDocument, match="damaged"):
            read(data, "a.docx")


def test_word_files_are_told_by_their_content() -> None:
    """A Word file is one whatever its name is."""
    assert looks(docx("")[:8192], ".txt") and not looks(archive({"mimetype": "x"}), ".epub")


def test_comments_in_the_margin_are_counted() -> None:
    """What readers of a text wrote into its margin is no text of the file, and it is said."""
    comments = f"<w:comments {W}><w:comment>{para(run('Is it?'))}</w:comment></w:comments>"
    found = read(docx(para(run("It sails.")), {"word/comments.xml": comments}), "a.docx")
    assert found.remarks == ("1 comments in the margin are not read",)
