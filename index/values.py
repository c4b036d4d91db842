"""Values: frozen, slotted classes that are equal when all they hold is equal.

The same as ``dataclass(frozen=True, slots=True)``, which writes and compiles six methods for each class:
50 ms for the classes that one answer needs, half of what ``quoth ask`` may take. Values share their methods,
and what sets as many fields is compiled once. Classes that are changed, and those that no single answer
meets, are dataclasses.
"""

from __future__ import annotations

import sys
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, NoReturn, TypeVar, cast, dataclass_transform

from index.kept_beside import keep, place_beside, read_kept

Value = TypeVar("Value")
_USUAL = 25  # fields: nearly all classes have fewer


@dataclass_transform(frozen_default=True)
def frozen(cls: type[Value]) -> type[Value]:
    """Return the class as one of values: its annotations are its fields, what they are set to the defaults.

    A default is shared by all values, so it must be one that does not change.
    """
    space = {name: it for name, it in vars(cls).items() if name not in {"__dict__", "__weakref__"}}
    fields = tuple(space["__annotations__"])
    space |= _METHODS
    space["__slots__"] = space["__match_args__"] = fields
    space["_known"] = frozenset(fields)
    space["__qualname__"] = cls.__qualname__
    space["_defaults"] = {name: space.pop(name) for name in fields if name in space}
    space["_held"] = property(attrgetter(*fields))  # a tuple, or the one field
    return cast("type[Value]", type(cls.__name__, cls.__bases__, space))


def fields_of(cls: type) -> tuple[str, ...]:
    """Return the names of the fields of a class of values, in order."""
    names: tuple[str, ...] = cls.__slots__  # type: ignore[attr-defined]
    return names


def replace(old: Value, /, **changes: object) -> Value:
    """Return a value like ``old`` but for the changes."""
    cls: Any = type(old)
    names = fields_of(cls)
    if not changes.keys() <= cls._known or len(names) == 1:
        return cast("Value", cls(**(as_dict(old) | changes)))
    return cast("Value", cls(*map(changes.get, names, old._held)))  # type: ignore[attr-defined]


def as_dict(old: object, /) -> dict[str, Any]:
    """Return the fields of a value by name; values in them stay what they are."""
    names = fields_of(type(old))
    held = old._held  # type: ignore[attr-defined]
    return dict(zip(names, held if len(names) > 1 else (held,), strict=True))


def _init_first(self: Any, *arguments: object, **named: object) -> None:
    """Make the ``__init__`` of a class, put it in the place of this, and run it."""
    cls = type(self)
    code = _setting(len(cls.__slots__)).replace(co_varnames=("self", *cls.__slots__))
    setters = {f"_set_{number}": getattr(cls, name).__set__ for number, name in enumerate(cls.__slots__)}
    cls.__init__ = FunctionType(code, setters, "__init__", tuple(cls._defaults.values()))
    self.__init__(*arguments, **named)


@cache
def _setting(count: int) -> CodeType:
    """Return the code of an ``__init__`` that sets so many fields, whatever they are called."""
    codes = _kept_codes()
    if count not in codes:
        codes |= {each: _compiled(each) for each in (*range(1, _USUAL), count)}
        keep(place_beside(__file__, "kept"), (sys.version, codes))
    return codes[count]


@cache
def _kept_codes() -> dict[int, CodeType]:
    """Return the codes that an earlier process has compiled: a dozen of them took 2 ms of each start."""
    match read_kept(place_beside(__file__, "kept")):
        case [version, dict(codes)] if version == sys.version:
            return codes
    return {}


def _compiled(count: int) -> CodeType:
    known: dict[str, Any] = {}
    header = ", ".join(f"field_{number}" for number in range(count))
    body = "".join(f"\n _set_{number}(self, field_{number})" for number in range(count))
    exec(f"def __init__(self, {header}):{body}", known)  # noqa: S102 (of numbers alone)
    code: CodeType = known["__init__"].__code__
    return code


def _refuse(self: object, *_: object) -> NoReturn:
    raise AttributeError(f"a {type(self).__name__} does not change")


def _equal(self: Any, other: Any) -> bool:
    return self._held == other._held if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(self._held)


def _repr(self: object) -> str:
    held = ", ".join(f"{name}={it!r}" for name, it in as_dict(self).items())
    return f"{type(self).__qualname__}({held})"


def _reduce(self: object) -> tuple[type, tuple[object, ...]]:
    """Return how a copy is made, for ``copy`` and for other processes."""
    return type(self), tuple(as_dict(self).values())


_METHODS = {
    "__init__": _init_first,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _repr,
    "__reduce__": _reduce,
}
