"""What is made of objects is remembered by who they are."""

from __future__ import annotations

from index.remembered import kept

made_of: list[list[int]] = []


@kept(2, id)
def total(numbers: list[int]) -> int:
    """Add numbers up, and note that it was done."""
    made_of.append(numbers)
    return sum(numbers)


@kept(8, lambda pair: id(pair[0]))
def first_of(pair: tuple[list[int], int]) -> list[int]:
    """Return a list of what stands first in a pair."""
    return list(pair[0])


def test_of_the_same_object_a_thing_is_made_once() -> None:
    """A paragraph that many questions meet is worked on once."""
    made_of.clear()
    numbers = [1, 2]
    assert (total(numbers), total(numbers), len(made_of)) == (3, 3, 1)


def test_objects_that_are_equal_are_two() -> None:
    """No value is hashed or compared: a list, which cannot be, is remembered too, and another is another."""
    made_of.clear()
    assert (total([4]), total([4]), len(made_of)) == (4, 4, 2)


def test_no_more_than_the_last_are_held() -> None:
    """Memory has a limit: with a third of two, the earlier ones are made again."""
    made_of.clear()
    one, other, third = [1], [2], [3]
    for numbers in (one, other, third, one):
        total(numbers)
    assert made_of == [one, other, third, one]


def test_what_counts_of_an_argument_may_be_a_part() -> None:
    """A passage is new with each question, its paragraph is not: only what something is made of counts."""
    numbers = [5]
    assert first_of((numbers, 1)) is first_of((numbers, 2))
