"""The contested points of a large library, looked for apart."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.apart import Apart, TookTooMuch
from bot.contested import kept_points
from bot.contested.found_points import listed_points
from bot.contested.kept_points import state_of
from bot.desk import NotYet, TooHeavy
from bot.listed_points import ListedPoints
from index.embedded import EmbeddedIndex, open_library
from index.open import LibraryAt

TEXTS = {
    "a.md": "---\nauthors: [Ana Ejemplo]\n---\nAt least 46 people were killed in Shelbyville.\n",
    "b.md": "---\nauthors: [Luis Muestra]\n---\nThe police: 28 people were killed in Shelbyville.\n",
}


@pytest.fixture
def place(library: Callable[[dict[str, str]], Path], tmp_path: Path) -> LibraryAt:
    """Return a library in which two sources differ."""
    return LibraryAt(library(TEXTS), tmp_path / "i")


@pytest.fixture
def index(place: LibraryAt) -> EmbeddedIndex:
    """Return its index."""
    return open_library(place.library, place.index_dir)


@pytest.fixture
def listed(place: LibraryAt) -> Iterator[ListedPoints]:
    """Return what lists its points."""
    made = ListedPoints(place, Apart())
    yield made
    made.close()


def _asked_until_known(listed: ListedPoints, index: EmbeddedIndex) -> Any:
    """Return what is told once it is not "not yet" any more: the points, or the error."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            return listed.points(index, "en")
        except NotYet:
            time.sleep(0.05)
        except TooHeavy as error:
            return error
    raise AssertionError("nothing was told")


def test_points_are_looked_for_once(
    listed: ListedPoints, index: EmbeddedIndex, place: LibraryAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who asks first is told to ask again; then the list is there, for the next process as well."""
    with pytest.raises(NotYet):
        listed.points(index, "en")
    (point,) = _asked_until_known(listed, index)
    assert point.id == "figure-deaths-shelbyville"
    monkeypatch.setattr(Apart, "run", lambda *_: pytest.fail("it was looked for again"))
    assert len(ListedPoints(place, Apart()).points(index, "en")) == 1


def test_points_of_another_state_are_not_shown(
    listed: ListedPoints, index: EmbeddedIndex, place: LibraryAt
) -> None:
    """When the library has changed its points are looked for again: the old ones may quote what is gone."""
    assert len(_asked_until_known(listed, index)) == 1
    (place.library / "b.md").write_text("The police spoke of nobody in Shelbyville.\n", "utf-8")
    changed = open_library(place.library, place.index_dir)
    with pytest.raises(NotYet):
        listed.points(changed, "en")
    assert len(_asked_until_known(listed, changed)) == 0


def test_points_that_cannot_be_listed_are_not_said_to_be_none(
    listed: ListedPoints, index: EmbeddedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the search took too much it is said to be too heavy, not that no points were found."""

    def run(*_: object) -> None:
        raise TookTooMuch("it took too much memory")

    monkeypatch.setattr(Apart, "run", run)
    assert isinstance(_asked_until_known(listed, index), TooHeavy)
    assert isinstance(_asked_until_known(listed, index), TooHeavy)


def test_a_list_is_made_where_none_may_stand_beside_the_index(
    index: EmbeddedIndex, listed: ListedPoints, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the folder of the index may not be written the list is kept for the time of the process."""
    monkeypatch.setattr(kept_points.os, "access", lambda *_: False)
    assert len(_asked_until_known(listed, index)) == 1
    assert [*index.generation.parent.glob("points*")] == []


def test_a_list_is_made_before_anybody_asks(
    listed: ListedPoints, index: EmbeddedIndex, place: LibraryAt
) -> None:
    """Points are looked for when an index is there, and again when it changes, not when somebody asks."""
    listed.renew(index)
    assert len(_there_unasked(place, index)) == 1
    (place.library / "c.md").write_text("It rained in Quorram.\n", "utf-8")
    changed = open_library(place.library, place.index_dir)
    listed.renew(changed)
    assert len(_there_unasked(place, changed)) == 1


def _there_unasked(place: LibraryAt, index: EmbeddedIndex) -> Any:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        found = listed_points(index.generation.parent / "points.sqlite", state_of(index), place.library, "en")
        if found is not None:
            return found
        time.sleep(0.05)
    raise AssertionError("no list was made")


def test_only_the_newest_state_is_looked_through(
    listed: ListedPoints, place: LibraryAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a library changes while points are being looked for, the states between are left out."""
    looked: list[str] = []
    first = threading.Event()

    def run(_self: Apart, _seconds: float, _task: object, *rest: Any) -> None:
        looked.append(rest[-1])
        first.wait(10)

    monkeypatch.setattr(Apart, "run", run)
    states = []
    for text in ("It rained.", "It snowed.", "It hailed."):
        (place.library / "c.md").write_text(f"{text}\n", "utf-8")
        listed.renew(changed := open_library(place.library, place.index_dir))
        states.append(state_of(changed))
        while not looked:
            time.sleep(0.01)
    first.set()
    while listed.busy:
        time.sleep(0.01)
    assert looked == [states[0], states[2]]
