"""What is wrong in an editors' file is told by file and line, whatever it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.articles.editing import read_corrections
from index.editors_files import read_editors_file
from index.errors import BadMetadata
from index.framings import usable_framings

LONG = "9" * 10_000
FAULTS = {
    "a number of many digits": (f'a = 1\nb = "x"\nc = {LONG}\n'.encode(), "line 3: a number has more than"),
    "lists within lists": (b"a = 1\nb = " + b"[" * 20_000, "line 2: lists stand within lists too deeply"),
    "a key twice": (b"a = 1\na = 2\n", "line 2: it does not parse"),
    "a day that there is not": (b"a = 1\n\nb = 2023-02-30\n", "line 3: it does not parse"),
    "an end too soon": (b'a = 1\nb = "x', "line 2: it does not parse"),
    "not UTF-8": (b'a = 1\nb = "\xe1"\n', "line 2: it is not written in UTF-8"),
    "many bytes": (b"a = 1\n" * 400_000, "it is larger than 2 MB"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_by_file_and_line(tmp_path: Path, fault: str) -> None:
    """Whatever keeps an editors' file from being read is said in one line, with its file and line."""
    file = tmp_path / "sources.toml"
    written, told = FAULTS[fault]
    file.write_bytes(written)
    with pytest.raises(BadMetadata) as raised:
        read_editors_file(file)
    assert str(raised.value).startswith(f"sources.toml: {told}")
    assert "\n" not in str(raised.value) and len(str(raised.value)) < 200


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    """What some editors put before a file changes nothing in it."""
    (tmp_path / "sources.toml").write_bytes(b'\xef\xbb\xbf["a.txt"]\noutlet = "Tarn Post"\n')
    assert read_corrections(tmp_path).by_file == {"a.txt": {"outlet": "Tarn Post"}}


@pytest.mark.parametrize("fault", FAULTS)
def test_answers_go_on_without_a_file_that_cannot_be_right(tmp_path: Path, fault: str) -> None:
    """A broken contested.toml decides nothing and takes nothing else away; its fault is kept to be told."""
    (tmp_path / "contested.toml").write_bytes(FAULTS[fault][0])
    framings = usable_framings(tmp_path)
    assert framings is not None and framings.by_id and not framings.decisions
    assert framings.problem is not None and framings.problem.startswith("contested.toml: ")


ROWS = ('[[point]]\nid = "fact-x"\nstate = "silenced"\n\n[[point]]\n', 'id = "fact-y"\n', 'state = "gone"\n')


@pytest.mark.parametrize(
    ("text", "told"),
    [("".join(ROWS), "line 6: [[point]] fact-y: "), (ROWS[0] + ROWS[2], "line 5: [[point]] number 2: ")],
)
def test_a_row_that_cannot_be_right_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    """A decision that makes no sense is found by its line, by its number where it has no name."""
    (tmp_path / "contested.toml").write_text(text)
    framings = usable_framings(tmp_path)
    assert framings is not None and str(framings.problem).startswith(f"contested.toml: {told}")
