"""Where pages are joined in a file, and what only looks like a joint."""

from __future__ import annotations

import pytest
from made_up_pages import articles, sources

from index.articles.marked import marked_articles
from index.formats.extracted import Extracted, ReadDocument, cleaned, from_plain, lay_out, to_plain
from index.formats.markdown import read
from index.model import Document

DAM = [
    "The dam of Ardale was closed on Monday after a crack was found in its eastern wall, the keeper said.",
    "Nobody was hurt, and the villages below were told to wait for word from the council of the valley.",
    "An engineer had written in spring that the wall would hold for twenty years, and he stands by that.",
]
TRAM = [
    "The tram of Borvik stands empty on most days, and the drivers say so to anyone who asks them why.",
    "The mayor expects more people in summer, when the road along the lake is closed for the yearly fair.",
    "A ticket costs as much as a loaf of bread, and the town pays the other half of it, said the cashier.",
]
DAM_TEXT, TRAM_TEXT = "\n\n".join(DAM), "\n\n".join(TRAM)
CRACK, EMPTY = (
    "Crack in eastern wall closes the dam of Ardale",
    "Why the tram of Borvik runs without passengers",
)


def markdown(text: str) -> int:
    """Return the number of articles in a Markdown file, having been through the pipe of its reader."""
    read_text, laid = lay_out(Extracted(cleaned(from_plain(to_plain(read(text.encode(), "saved.md"))).parts)))
    return len(marked_articles(ReadDocument(Document("saved.md", read_text, "utf-8", ""), laid)))


@pytest.mark.parametrize("between", ["\n\n", "\n\n\n", "\n\n---\n\n", "\n\nShare this\n\n"])
def test_a_title_of_the_first_level_begins_a_page_of_a_markdown_file(between: str) -> None:
    """Titles of the first level part texts where there are several; those of other levels do not."""
    assert markdown(f"# {CRACK}\n\n{DAM_TEXT}{between}# {EMPTY}\n\n{TRAM_TEXT}\n") == 2
    assert markdown(f"# {CRACK}\n\n{DAM_TEXT}\n\n## {EMPTY}\n\n{TRAM_TEXT}\n") == 1


def test_empty_lines_part_the_pages_of_a_markdown_file() -> None:
    """The empty lines of a Markdown file are not lost."""
    assert markdown(f"{CRACK}\n\n{DAM_TEXT}\n\n\n\n{EMPTY}\n\n{TRAM_TEXT}\n") == 2


def test_one_empty_line_parts_pages_that_have_none_inside() -> None:
    """Where paragraphs stand without empty lines, one of them over a title parts pages."""
    text = "\n".join([CRACK, *DAM]) + "\n\n" + "\n".join([EMPTY, *TRAM]) + "\n"
    assert [source.title for source in sources(text)] == [CRACK, EMPTY]


def test_a_text_without_empty_lines_is_another_than_one_with() -> None:
    """A text that was copied with empty lines, cut off, and one copied without them, are two."""
    spaced, flat = "\n\n".join([*DAM, *DAM[:2], "The keep"]), "\n".join([*TRAM, *TRAM])
    assert len(articles(f"{spaced}\n\n{flat}\n")) == 2
    assert len(articles(f"{spaced}\n\nWhat they said:\n\n{flat}\n")) == 1


def test_an_address_below_a_title_is_that_titles() -> None:
    """Where the first page has its address below its title, so have the others."""
    text = (
        f"{CRACK}\n\nhttps://ardale.example/dam-closed\n\n{DAM_TEXT}\n\n"
        f"{EMPTY}\n\nhttps://borvik.example/tram-empty\n\n{TRAM_TEXT}\n"
    )
    assert [source.title for source in sources(text)] == [CRACK, EMPTY]


@pytest.mark.parametrize(
    "middle",
    [
        "The wall as it was seen from the road on the morning of the day after. Picture by Bo Tarn\n\n"
        "What the keeper of the dam remembers",
        "Read more\n\nWhy the valley waits for its council\n\nThe Ardale Post\n\nFishers of Ogden block port",
        "The keeper of the dam at his desk\n\nHarbour Walks",
    ],
)
def test_captions_and_lists_of_other_titles_cut_no_page(middle: str) -> None:
    """A picture's text with its maker's name, and titles under titles, begin nothing."""
    text = f"{CRACK}\n\nBy Ana Quill\n\n{DAM_TEXT}\n\n{middle}\n\n{TRAM_TEXT}\n"
    assert len(articles(text)) == 1


def test_an_address_between_two_texts_belongs_to_the_one_whose_words_it_has() -> None:
    """An address right above a text's day is that text's where it has its words, not the one's above."""
    link = "https://borvik.example/the-tram-stands-empty-on-most-days-say-drivers"
    below = "\n\n".join([f"4 May 2021 {TRAM[0]}", *TRAM[1:]])
    one, other = sources(f"{CRACK}\n\n{DAM_TEXT}\n\n{link}\n\n{below}\n")
    assert (one.url, other.url) == (None, link)
