"""Acceptance: the figures on real documents stay on the right side of floors that only rise."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.floors import FLOORS, ROOT, Floor, below, measure, raise_floors, read_floors, write_floors

_FOLDERS = [os.environ.get(name) for name in ("QUOTH_TEST_DOCUMENTS", "QUOTH_TEST_ACCEPTANCE")]


@pytest.mark.skipif(
    not all(_FOLDERS), reason="QUOTH_TEST_DOCUMENTS and QUOTH_TEST_ACCEPTANCE name no documents and no scorer"
)
def test_no_figure_falls_below_its_floor() -> None:
    """On the real documents every figure is on the right side of its floor."""
    documents, acceptance = (Path(folder) for folder in _FOLDERS if folder)
    measured = measure(documents, acceptance)
    assert not below(read_floors(FLOORS.read_text("utf-8")), measured)


def test_what_is_promised_without_exception_has_the_highest_floor() -> None:
    """Every quote is verbatim and every quote has a named source, with no exception."""
    floors = read_floors(FLOORS.read_text("utf-8"))
    assert floors["verbatim quotes"].least == 1.0
    assert floors["quotes with a named source"].least == 1.0


def test_floors_only_rise() -> None:
    """No floor is laxer than in any earlier version of the file that git knows."""
    now = read_floors(FLOORS.read_text("utf-8"))
    for earlier in _earlier_versions():
        for figure, floor in earlier.items():
            assert figure in now, f"the floor of {figure!r} is gone"
            assert not now[figure].is_laxer_than(floor), f"{figure}: was {floor}, is {now[figure]}"


def _earlier_versions() -> list[dict[str, Floor]]:
    name = FLOORS.relative_to(ROOT).as_posix()
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("no git history here")
    log = _git("log", "--format=%H", "--", name)
    return [read_floors(_git("show", f"{commit}:{name}")) for commit in log.split()]


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"git cannot tell: {done.stderr.strip()[:100]}")
    return done.stdout


def test_raising_never_lowers() -> None:
    """A worse measurement leaves a floor where it is; a better one moves it; a new figure gets one."""
    floors = {"right": Floor("right", least=0.6), "wrongly abstains": Floor("wrongly abstains", most=0.1)}
    worse = raise_floors(floors, {"right": 0.5, "wrongly abstains": 0.2})
    assert worse == floors
    better = raise_floors(floors, {"right": 0.70059, "wrongly abstains": 0.05, "fresh": 0.25, "  part": 1.0})
    assert better["right"].least == 0.7
    assert better["wrongly abstains"].most == 0.05
    assert better["fresh"].least == 0.25
    assert "  part" not in better
    assert read_floors(write_floors(better)) == better


def test_a_figure_below_its_floor_or_missing_is_named() -> None:
    """The comparison names each figure that is too low, too high, or was not measured."""
    floors = read_floors('{"right": {"least": 0.6}, "wrong": {"most": 0.1}, "gone": {"least": 0.0}}')
    assert [fault.split(":")[0] for fault in below(floors, {"right": 0.59, "wrong": 0.11})] == [
        "right",
        "wrong",
        "gone",
    ]
    assert not below(floors, {"right": 0.6, "wrong": 0.1, "gone": 0.0})
