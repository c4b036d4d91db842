"""Contested points as text that a file keeps, and points again: JSON, so that reading it runs nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from bot.answer import Claim, ContestedPoint, Edited, Kind, Position, Spoken
from index.model import Mode, Place, Role, Source, Stance, Wording
from index.values import as_dict

_Fields = dict[str, Any]


def packed(point: ContestedPoint) -> str:
    """Return a point as JSON."""
    return json.dumps(point, default=as_dict, ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> ContestedPoint:
    """Return the point that JSON tells of. Raises ValueError, KeyError, TypeError where it is none."""
    return _point(json.loads(text))


def _many(make: Callable[[Any], Any], rows: list[Any]) -> tuple[Any, ...]:
    return tuple(map(make, rows))


def _point(row: _Fields) -> ContestedPoint:
    positions, edited = _many(_position, row["positions"]), _many(Edited, row["edited"])
    return ContestedPoint(**{**row, "kind": Kind(row["kind"]), "positions": positions, "edited": edited})


def _position(row: _Fields) -> Position:
    unshown = tuple((group, Stance(stance)) for group, stance in row["unshown"])
    return Position(row["label"], _many(_claim, row["claims"]), unshown)


def _claim(row: _Fields) -> Claim:
    made: Mapping[str, Any] = {
        "source": _source(row["source"]),
        "mode": Mode(row["mode"]),
        "stance": Stance(row["stance"]),
        "also_in": _many(_place, row["also_in"]),
        "matched": tuple(row["matched"]),
        "voices": _many(_spoken, row["voices"]),
        "part": Role(row["part"]),
    }
    return Claim(**{**row, **made})


def _source(row: _Fields) -> Source:
    lists = {name: tuple(row[name]) for name in ("authors", "speakers")}
    return Source(**{**row, **lists, "wording": Wording(row["wording"])})


def _place(row: _Fields) -> Place:
    return Place(**{**row, "same": tuple((first, last) for first, last in row["same"])})


def _spoken(row: _Fields) -> Spoken:
    return Spoken(**{**row, "mode": Mode(row["mode"])})
