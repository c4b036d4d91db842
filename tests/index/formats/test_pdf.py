"""PDFs: paragraphs with their pages, in reading order, without what runs at every edge."""

from __future__ import annotations

import pytest

from index.errors import UnreadableDocument
from index.formats.extracted import Block
from index.formats.pdf import looks, read, read_plainly
from index.model import Role
from tests.index.formats.made_pdfs import column, pdf

FIRST = column(
    40, 300,
    "The harbour master Ruth Alvarado said on Monday that the ferry",
    "to Port Ellery will sail again in June, once the wall is made",
    "good by the masons.",
)  # fmt: skip
SECOND = column(
    40, 240,
    "Engineers have worked on the piers since the spring, and the",
    "council voted nine to four for the loan in January, after a long",
    "debate that nobody left.",
)  # fmt: skip


def blocks(*pages: list[tuple[float, float, float, str]], info: str = "") -> list[Block]:
    """Return the blocks of a PDF of such pages."""
    return [*read(pdf(pages, info), "a.pdf").parts[0].blocks]


def test_paragraphs_are_whole_and_have_their_pages() -> None:
    """Wrapped lines are one paragraph, and each says on which page it begins."""
    found = blocks([*FIRST, *SECOND], FIRST)
    assert [block.anchor for block in found] == ["page=1", "page=1", "page=2"]
    assert found[0].text.startswith("The harbour master") and found[0].text.endswith("by the masons.")
    assert "ferry to Port Ellery" in found[0].text


def test_columns_are_read_one_after_the_other() -> None:
    """The second column is read after the first, not line by line with it."""
    left = column(40, 300, "The mayor said that the", "bridge will be closed for", "a month.")
    right = column(220, 300, "Nobody at the ministry", "could be reached when this", "was written down.")
    texts = [block.text for block in blocks([*left, *right])]
    assert texts == [
        "The mayor said that the bridge will be closed for a month.",
        "Nobody at the ministry could be reached when this was written down.",
    ]


def test_headers_footers_and_numbers_of_pages_are_junk() -> None:
    """What stands at the edge of every page is of the paper and not of the text."""
    pages = [[(40, 380, 8, "THE COAST COURIER"), *FIRST, (200, 15, 8, str(number))] for number in (1, 2)]
    found = blocks(*pages)
    assert {block.text for block in found if block.role is Role.JUNK} == {"THE COAST COURIER", "1", "2"}
    assert len([block for block in found if block.role is Role.BODY]) == 2


@pytest.mark.parametrize("pages", [1, 2])
@pytest.mark.parametrize("taken", ["11/30/26, 10:14 AM", "30/11/2026, 10:14", "30.11.26, 9:05"])
def test_what_a_browser_prints_around_a_page_is_junk_and_tells_its_address(pages: int, taken: str) -> None:
    """The time over a printed page and the address below it are no text, on one page or several."""
    url = "https://coast.example/2021/ferry-again"
    found = [
        [(10, 385, 7, f"{taken} Ferry to sail again - Coast Courier"), *FIRST, *SECOND,
         (10, 12, 7, f"{url} {number}/{pages}")]
        for number in range(1, pages + 1)
    ]  # fmt: skip
    (part,) = read(pdf(found), "a.pdf").parts
    assert part.source.url == url
    assert len([block for block in part.blocks if block.role is Role.JUNK]) == 2 * pages
    assert len([block for block in part.blocks if block.role is Role.BODY]) == 2 * pages


def test_an_address_that_a_browser_cut_is_unknown() -> None:
    """An address too long for the foot of a page leads nowhere."""
    (part,) = read(
        pdf([[*FIRST, (10, 12, 7, "https://coast.example/2021/ferry-to-s... 1/1")]]), "a.pdf"
    ).parts
    assert part.source.url is None


def test_lines_in_other_type_do_not_widen_a_column() -> None:
    """A wide line in small type above a paragraph does not make each of its lines an indented one."""
    wide = [
        (10, 340, 6, "All rights are reserved by the harbour of the town, its keepers and their heirs" * 2)
    ]
    texts = [block.text for block in blocks([*wide, *FIRST])]
    assert len(texts) == 2 and texts[1].endswith("by the masons.")


def test_words_parted_at_the_end_of_a_line_are_whole() -> None:
    """A hyphen that only parts a word goes; one between two words of the text stays."""
    text = column(
        40, 300,
        "The far coast and the reaching cranes were seen by the com-",
        "mittee of the harbour, which made a plan that was so far-",
        "reaching that nobody in the town could say what was meant.",
    )  # fmt: skip
    (paragraph,) = blocks(text)
    assert "by the committee of" in paragraph.text and "so far-reaching that" in paragraph.text


def test_paragraph_goes_on_over_a_page() -> None:
    """A paragraph over two pages is one, and stands on the page where it begins."""
    rest = column(40, 300, "which is what the council had asked for in the", "spring.")
    above = column(40, 60, "The harbour master said that the ferry will sail again in June,")
    found = [block for block in blocks(above, rest) if block.role is Role.BODY]
    assert [block.anchor for block in found] == ["page=1"]
    assert "in June, which is what" in found[0].text


def test_larger_type_is_a_heading() -> None:
    """A line in larger and bolder type than the text is a heading, and the first page's largest the title."""
    page = [(40, 340, 18, "A ferry is back"), *FIRST]
    (part,) = read(pdf([page]), "a.pdf").parts
    assert part.blocks[0].role is Role.HEADING and part.source.title == "A ferry is back"


@pytest.mark.parametrize(
    ("author", "authors"), [("Ana Ejemplo", ("Ana Ejemplo",)), ("Bo Typist", ()), ("Acme News", ()), ("", ())]
)
def test_author_in_the_file_counts_where_the_page_names_him(author: str, authors: tuple[str, ...]) -> None:
    """Who typed a file is not its author: the name must stand on the first page."""
    page = [(40, 340, 18, "A ferry is back"), (40, 322, 10, "by Ana Ejemplo and Acme News"), *FIRST]
    assert read(pdf([page], f"/Author ({author})"), "a.pdf").parts[0].source.authors == authors


def test_invisible_text_is_not_read_but_under_a_scan() -> None:
    """Text drawn invisible is nobody's to see; where a page has nothing else, it is the scan's own."""
    hidden = [(40.0, 200.0, 10.0, "Secret words.")]
    texts = [block.text for block in read(pdf([FIRST], invisible=hidden), "a.pdf").parts[0].blocks]
    assert not [text for text in texts if "Secret" in text]
    (scan,) = read(pdf([[]], invisible=hidden), "a.pdf").parts
    assert scan.blocks[0].text == "Secret words."


def test_scan_is_named_as_such() -> None:
    """A PDF without text says that it is a scan, and what to do."""
    with pytest.raises(UnreadableDocument, match="scan without text"):
        read(pdf([[]]), "a.pdf")


def test_pages_without_text_are_remarked() -> None:
    """Where many pages of several hold no text, it is said which."""
    assert read(pdf([FIRST, [], []]), "a.pdf").remarks == ("2 of 3 pages hold no text: pages 2, 3",)


def test_a_scanned_page_among_others_is_remarked() -> None:
    """A page that is a picture may hold a text that is not read; an empty one holds none."""
    assert read(pdf([FIRST] * 9 + [[], []], pictures=[1, 10]), "a.pdf").remarks == (
        "1 of 11 pages hold no text: pages 10",
    )
    assert read(pdf([FIRST] * 9 + [[]]), "a.pdf").remarks == ()


def test_damaged_file_is_refused() -> None:
    """What no PDF can be made of is refused in a user's words."""
    for reader in (read, read_plainly):
        with pytest.raises(UnreadableDocument, match="damaged"):
            reader(b"%PDF-1.4 and nothing more", "a.pdf")


def test_second_reader_reads_the_same_words() -> None:
    """Where PDFium breaks off, the words and their pages are read all the same."""
    (part,) = read_plainly(pdf([FIRST, SECOND]), "a.pdf").parts
    assert [block.anchor for block in part.blocks] == ["page=1", "page=2"]
    assert "ferry to Port Ellery" in part.blocks[0].text


def test_pdfs_are_told_by_their_content() -> None:
    """A PDF is one whatever its name is."""
    assert looks(b"\n%PDF-1.7", ".txt") and not looks(b"PDF files are read", ".txt")


def test_items_of_a_list_are_whole() -> None:
    """An item begins at its bullet and goes on below its own words."""
    items = [
        (40.0, 300.0, 10.0, "\u2022 The mayor said that the bridge will be closed for a month,"),
        (48.0, 288.0, 10.0, "while the masons are at work."),
        (40.0, 276.0, 10.0, "\u2022 The ferry sails."),
    ]
    assert [(block.text, block.role) for block in blocks(items)] == [
        (
            "\u2022 The mayor said that the bridge will be closed for a month, while the masons are at work.",
            Role.LISTING,
        ),
        ("\u2022 The ferry sails.", Role.LISTING),
    ]
