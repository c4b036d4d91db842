"""What is made of objects, kept while those very objects are asked for again: no value is hashed for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

# How many questions and sentences are remembered with what was made of each; a process that runs on holds no
# more, whatever it is asked. Of questions those that are being answered: of 4,000 kept by 1,024 ones with
# what is read in each, none was asked for again later, and they took 9 MB. Of sentences those that many
# questions meet: by 4,096 they grew by 6 MB over 5,000 questions, to be read again by 1,024 costs nothing
# that can be measured.
OF_QUESTIONS, OF_SENTENCES = 64, 1024

Of = ParamSpec("Of")
Made = TypeVar("Made")


def both(one: object, other: object = None) -> tuple[int, int]:
    """Return the numbers of two objects."""
    return id(one), id(other)


def kept(most: int, key: Callable[..., object] = both) -> Callable[[Callable[Of, Made]], Callable[Of, Made]]:
    """Return what makes a function remember what it made of the last objects, ``most`` times.

    For objects that nobody changes, given by their places. Two that are equal are two here, so that a
    large one costs no more than a small one. ``key`` gives the numbers (``id``) of those objects, or of the
    parts of them, of which something is made: of one object that is ``id`` itself.
    """

    def remembering(make: Callable[Of, Made]) -> Callable[Of, Made]:
        # The objects too: while they are here, no others have their numbers.
        known: dict[object, tuple[tuple[object, ...], Made]] = {}

        @wraps(make)
        def asked(*of: Of.args, **named: Of.kwargs) -> Made:
            at = key(*of)
            found = known.get(at)
            if found is not None:
                return found[1]
            made = make(*of, **named)
            if len(known) >= most:
                known.clear()
            known[at] = of, made
            return made

        return asked

    return remembering
