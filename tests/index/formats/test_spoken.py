"""Front matter that states who speaks which paragraphs."""

from __future__ import annotations

import pytest

from index.formats.extracted import Block
from index.formats.markdown import read
from index.formats.spoken import stated_speakers, with_speakers
from index.model import Role

BLOCKS = (
    Block("The quay", Role.HEADING),
    *(Block(f"It is {n}.") for n in range(1, 6)),
    Block("x", Role.LISTING),
)


def test_what_is_stated_is_read_again() -> None:
    """Each paragraph has the speaker that was written for it, and those of nobody have none."""
    speakers = ["Ana Ejemplo", "Ana Ejemplo", None, "Bo Prueba", ""]
    stated = stated_speakers(speakers)
    assert stated == {"Ana Ejemplo": "1-2", "Bo Prueba": "4", "": "5"}
    assert [block.speaker for block in with_speakers(BLOCKS, stated)] == [None, *speakers, None]


@pytest.mark.parametrize(
    "stated", [None, 3, "1", ["1"], {}, {"Ana": None}, {"Ana": {"b": "c"}}, {"Ana": "x"}]
)
def test_what_states_nobody_changes_nothing(stated: object) -> None:
    """A value that cannot be such a statement gives no paragraph a speaker."""
    assert with_speakers(BLOCKS, stated) == BLOCKS


def test_a_paragraph_of_two_speakers_is_nobodys() -> None:
    """A statement that gives one paragraph to two is not believed, however long its rows of numbers are."""
    assert with_speakers(BLOCKS, {"Ana": "1-999999", "Bo": ", ".join(["1-999999"] * 5_000)}) == BLOCKS
    assert with_speakers(BLOCKS, {"Ana": "1-999999"})[1].speaker == "Ana"


def test_markdown_states_its_speakers() -> None:
    """The key is read from front matter, and is no unknown one."""
    text = (
        "---\ntitle: The quay\nspoken:\n  Ana Ejemplo: 2\n---\n\n## Part\n\nIt rained.\n\nThe quay is shut.\n"
    )
    found = read(text.encode(), "a.md")
    assert [block.speaker for block in found.parts[0].blocks] == [None, None, "Ana Ejemplo"]
    assert not found.remarks
