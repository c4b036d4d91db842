"""The contested points of a large library, looked for apart."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.apart import Apart, TookTooMuch
from bot.desk import NotYet, TooHeavy
from bot.listed_points import ListedPoints


def _asked_until_known(listed: ListedPoints, generation: Path) -> object:
    """Return what is told once it is not "not yet" any more: the points, or the error."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            return listed.points(generation, "en")
        except NotYet:
            time.sleep(0.05)
        except TooHeavy as error:
            return error
    raise AssertionError("nothing was told")


def _apart(monkeypatch: pytest.MonkeyPatch, run: Callable[..., object]) -> None:
    monkeypatch.setattr(Apart, "run", run)


def test_points_are_looked_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks first is told to ask again; the points are then looked for once for a state of the index."""
    runs: list[object] = []

    def run(_: Apart, *task: object) -> tuple[str, ...]:
        runs.append(task)
        return ("a point",)

    _apart(monkeypatch, run)
    listed = ListedPoints(tmp_path, Apart())
    with pytest.raises(NotYet):
        listed.points(tmp_path / "g1", "en")
    assert _asked_until_known(listed, tmp_path / "g1") == ("a point",)
    assert _asked_until_known(listed, tmp_path / "g1") == ("a point",)
    assert len(runs) == 1
    _asked_until_known(listed, tmp_path / "g2")
    assert len(runs) == 2


def test_points_that_cannot_be_listed_are_not_said_to_be_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the search took too much it is said to be too heavy, not that no points were found."""

    def run(*_: object) -> None:
        raise TookTooMuch("it took too much memory")

    _apart(monkeypatch, run)
    listed = ListedPoints(tmp_path, Apart())
    assert isinstance(_asked_until_known(listed, tmp_path / "g1"), TooHeavy)
    assert isinstance(_asked_until_known(listed, tmp_path / "g1"), TooHeavy)
