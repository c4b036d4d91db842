"""ARCHITECTURE.md tells the truth: what it names exists, and no folder is left out."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
LOOKED_UP = re.findall(r"^\| .+ \| `([\w/]+\.py)(?::(\w+))?` \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("file", "name"), LOOKED_UP)
def test_each_look_up_leads_to_what_exists(file: str, name: str) -> None:
    """A line of the table names a file of the project and a function or class that is defined in it."""
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    defined = {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef)
    }
    assert not name or name in defined


def test_there_are_enough_look_ups_to_find_ones_way() -> None:
    """At least thirty questions of a newcomer are answered, each by one place."""
    assert len(LOOKED_UP) >= 30
    assert PAGE.count("\n| ") == len(LOOKED_UP) + 1  # the head of the table


def test_every_folder_has_its_section() -> None:
    """A folder of the two packages is named in a heading, with the question it answers."""
    headings = " ".join(re.findall(r"^### (.+\?)$", PAGE, re.MULTILINE))
    folders = {
        path.parent.relative_to(ROOT).as_posix()
        for package in ("bot", "index")
        for path in (ROOT / package).glob("*/__init__.py")
    }
    assert not {folder for folder in folders if folder not in headings} - {"index/words"}
