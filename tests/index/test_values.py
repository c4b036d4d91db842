"""Values behave as frozen, slotted dataclasses do."""

from __future__ import annotations

import copy

import pytest

from index.values import as_dict, fields_of, frozen, replace


@frozen
class Boat:
    """A boat with a default and a property."""

    name: str
    masts: int = 1
    crew: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """The number of all aboard."""
        return len(self.crew)


@frozen
class Buoy:
    """A class of one field."""

    name: str


def test_fields_are_given_by_place_or_name() -> None:
    """A value takes its fields in order or by name, and falls back on the defaults."""
    boat = Boat("Gull", crew=("cook",))
    assert (boat.name, boat.masts, boat.crew, boat.size) == ("Gull", 1, ("cook",), 1)
    assert fields_of(Boat) == ("name", "masts", "crew")
    assert as_dict(boat) == {"name": "Gull", "masts": 1, "crew": ("cook",)}


def test_wrong_fields_are_refused() -> None:
    """A field too many, too few or unknown is an error, also for the first value of a class."""

    @frozen
    class Raft:
        name: str

    for wrong in (Raft, lambda: Raft("Gull", 2), lambda: Raft("Gull", flag="red")):  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            wrong()


def test_values_do_not_change() -> None:
    """No field can be set or removed, and no other attribute added."""
    boat = Boat("Gull")
    for name in ("name", "flag"):
        with pytest.raises(AttributeError):
            setattr(boat, name, "Tern")
    with pytest.raises(AttributeError):
        del boat.masts  # type: ignore[misc]
    assert not hasattr(boat, "__dict__")


def test_equal_values_are_one() -> None:
    """Values are equal, and hash alike, when class and fields are equal."""
    assert {Boat("Gull"), Boat("Gull"), Boat("Gull", 2)} == {Boat("Gull"), Boat("Gull", 2)}
    assert Buoy("Gull") == Buoy("Gull")
    assert hash(Buoy("Gull")) == hash(Buoy("Gull"))
    assert Buoy("Gull") != Boat("Gull")


def test_values_are_copied_with_changes() -> None:
    """A copy may differ in some fields; the first value stays as it was."""
    boat = Boat("Gull")
    assert replace(boat, masts=3) == Boat("Gull", 3)
    assert copy.deepcopy(boat) == boat == Boat("Gull")
    with pytest.raises(TypeError):
        replace(boat, flag="red")


def test_values_are_printed_with_their_fields() -> None:
    """A failing test shows what a value holds."""
    assert repr(Boat("Gull")) == "Boat(name='Gull', masts=1, crew=())"
    assert repr(Buoy("Gull")) == "Buoy(name='Gull')"
