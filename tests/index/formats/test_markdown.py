"""Markdown as it reads when it is shown."""

from __future__ import annotations

import time

import pytest

from index.formats.extracted import Block
from index.formats.markdown import read
from index.model import Role

FRONT = "---\ntitle: A day\nauthors: [Ana Ejemplo]\n---\n\n"


def blocks(text: str) -> list[Block]:
    """Return the blocks of a text under a front matter."""
    (part,) = read((FRONT + text).encode(), "a.md").parts
    return [*part.blocks]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[Dora Salas](https://e.example/x) said *no*.", "Dora Salas said no."),
        ("Mayor **Dora Salas** said `no`.", "Mayor Dora Salas said no."),
        ("[[People/Nora Lund|Nora Lund]] and [[Bo Prueba]] left.", "Nora Lund and Bo Prueba left."),
        ("It opens in June.[^2]", "It opens in June.[2]"),
        ("It opens in June.[1]", "It opens in June.[1]"),
        ("It ==opens== %%not sure%%in June.", "It opens in June."),
        ("It opens<!-- do not publish --> in June.", "It opens in June."),
        ("It <u>opens</u> in <script>evil()</script>June.", "It opens in June."),
        ("![the bridge](b.jpg) It opens.", "It opens."),
        ("![[b.jpg]] It opens.", "It opens."),
        ("1 \\* 2 &amp; 3 \\[a\\]", "1 * 2 & 3 [a]"),
        ("See <https://e.example/x>.", "See https://e.example/x."),
        ("A line\nthat goes on.", "A line\nthat goes on."),
        ("    A copied text with a margin.", "A copied text with a margin."),
    ],
)
def test_marks_are_not_shown(written: str, shown: str) -> None:
    """The text is what a reader sees: no marks, no addresses behind words, no pictures, no comments."""
    assert [block.text for block in blocks(written)] == [shown]


def test_every_block_has_its_role() -> None:
    """Headings, items, rows, quotations and code are told by their marks."""
    text = (
        "# The bridge\n\nIt opens.\n\n* one\n* [x] two\n\n1. first\n2. second\n\n> They said so.\n\n"
        "| what | how many |\n|---|---|\n| Deaths | 33 |\n\n```\ncode\n```\n"
    )
    assert [(block.text, block.role, block.speaker) for block in blocks(text)] == [
        ("The bridge", Role.HEADING, None),
        ("It opens.", Role.BODY, None),
        ("one", Role.LISTING, None),
        ("two", Role.LISTING, None),
        ("1. first", Role.LISTING, None),
        ("2. second", Role.LISTING, None),
        ("They said so.", Role.BODY, ""),
        ("what\thow many", Role.LISTING, None),
        ("Deaths\t33", Role.LISTING, None),
        ("code", Role.NOTE, None),
    ]


def test_paragraph_over_a_rule_is_no_heading() -> None:
    """A rule right under a long paragraph ends it; under a short line it makes a heading."""
    long = "The harbour master said that the ferry " + "would sail again and " * 8 + "stop."
    assert [block.role for block in blocks(f"{long}\n---\n\nA title\n---\n")] == [Role.BODY, Role.HEADING]


def test_text_without_front_matter_is_looked_through() -> None:
    """Without front matter what the text says of its author is for the articles to find."""
    (part,) = read(b"# The bridge\n\nBy Ana Ejemplo\n\nIt opens.", "a.md").parts
    assert not part.sourced


def test_notes_take_their_place() -> None:
    """The text of a footnote is a block of its own, under its number."""
    assert blocks("It opens.[^1]\n\n[^1]: Says the clerk.")[-1].text == "[1] Says the clerk."


HOSTILE = {
    "opening brackets": "[" * 14_500,
    "half links": "[a](" * 3_500,
    "emphasis": "*a " * 4_500,
    "quotations": ">" * 14_500,
    "items": "- " * 7_000,
    "columns": "|a" * 3_500 + "\n" + "|-" * 3_500,
    "embedded notes": "![[" * 4_500,
    "comments": "%%a" * 4_500,
}


@pytest.mark.parametrize("shape", sorted(HOSTILE))
def test_hostile_marks_take_no_time(shape: str) -> None:
    """What this process reads by itself is so short that no marks in it cost a second."""
    started = time.process_time()
    read(HOSTILE[shape].encode(), "a.md")
    assert time.process_time() - started < 1


def test_a_name_in_brackets_is_no_address() -> None:
    """A line that says who speaks is text; a line that gives a link's address is none."""
    assert [block.text for block in blocks("[Ana]: No\n\n[Bo]: Yes, it is.")] == [
        "[Ana]: No",
        "[Bo]: Yes, it is.",
    ]
    assert [block.text for block in blocks("See [it][1].\n\n[1]: https://e.example/x")] == ["See it."]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# weir\nA tool for keepers.\n\n## Why", "weir"),
        (
            "---\ndate: 2021-05-04\n---\n\n# How NOT to cross the dam\n\nIt is closed.",
            "How NOT to cross the dam",
        ),
        ("The dam\n=======\n\nIt is closed.", "The dam"),
        ("# weir\n\n```\n# a comment in code\n```\n", "weir"),
        ("---\ntitle: A day\n---\n\n# The dam\n\nIt is closed.", "A day"),
        ("# Monday\n\nIt is closed.\n\n# Tuesday\n\nIt is open.", None),  # chapters
        ("# Ardale Mirror\n\n## Dam closed\n\nIt is closed.", None),  # the first names the site
        ("It is closed.\n\n# The dam\n\nIt was old.", None),
        ("## The dam\n\nIt is closed.", None),
    ],
)
def test_the_only_heading_of_the_first_level_is_the_title(text: str, title: str | None) -> None:
    """A text that begins with such a heading, with or without front matter, is called so."""
    (part,) = read(text.encode(), "a.md").parts
    assert part.source.title == title


def test_what_is_stressed_at_the_beginning_is_told() -> None:
    """Interviews set their questions apart, and what follows them in one paragraph is not."""
    text = "**Who _paid_?**\n\n*And now?* The town.\n\n- **What else?**\n\nNot **here**.\n\n**Q:** Who?"
    assert [each.text[: each.stressed] for each in blocks(text)] == [
        "Who paid?",
        "And now?",
        "- What else?",
        "",
        "Q:",
    ]
