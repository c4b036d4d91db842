"""What is made of objects, kept while those very objects are asked for again: no value is hashed for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Of = ParamSpec("Of")
Made = TypeVar("Made")


def kept(
    most: int, parts: Callable[..., tuple[object, ...]] | None = None
) -> Callable[[Callable[Of, Made]], Callable[Of, Made]]:
    """Return what makes a function remember what it made of the last objects, ``most`` times.

    For objects that nobody changes, given by their places. Two that are equal are two here, so that a
    large one costs no more than a small one. ``parts`` are those of which something is made.
    """

    def remembering(make: Callable[Of, Made]) -> Callable[Of, Made]:
        # The objects too: while they are here, no others have their numbers.
        known: dict[tuple[int, ...], tuple[tuple[object, ...], Made]] = {}

        @wraps(make)
        def asked(*of: Of.args, **named: Of.kwargs) -> Made:
            objects = of if parts is None else parts(*of)
            key = tuple(map(id, objects))
            found = known.get(key)
            if found is not None:
                return found[1]
            made = make(*of, **named)
            if len(known) >= most:
                known.clear()
            known[key] = objects, made
            return made

        return asked

    return remembering
