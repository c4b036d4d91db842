"""What cannot be right in an editors' file: each fault names its row and its key.

A decision that is silently ignored would leave a point as nobody wants it, so nothing is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from index.framings.framing import Framing, State
from index.framings.lookup import Framings
from index.languages import LANGUAGES

_TEXT, _TABLE, _SWITCH, _TEXTS = (str,), (dict,), (bool,), (str, list)
_SAID = {_TEXT: "a text", _TABLE: "a table", _SWITCH: "true or false", _TEXTS: "a text or a list of texts"}
_KEYS: dict[str, dict[str, tuple[type, ...]]] = {
    "framing": {
        "id": _TEXT,
        "heading": _TABLE,
        "asks": _TEXTS,
        "library": _SWITCH,
        "event": _SWITCH,
        "binary": _SWITCH,
        "wishes": _SWITCH,
        "other": _TEXTS,
        "needs": _TEXTS,
        "unlisted": _TEXTS,
        "sides": _TABLE,
        "things": _TEXTS,
        "judged": _TABLE,
    },
    "point": {"id": _TEXT, "state": _TEXT, "heading": _TABLE, "into": _TEXT},
}
_POINTS = ("figure-", "fact-", "voices")  # how ids begin that are no framing's
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»")  # a quoted word is nobody's heading


def check_rows(data: Mapping[str, Any]) -> None:
    """Raise ValueError for the first row or key of an editors' file that cannot be right by itself."""
    for fault in _faults(data):
        raise ValueError(fault)


def _faults(data: Mapping[str, Any]) -> Iterator[str]:
    for table, rows in data.items():
        if table not in _KEYS:
            yield f"{table}: there are only [[framing]] and [[point]]"
        elif not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            yield f"{table}: write [[{table}]], with two brackets"
        else:
            seen: set[str] = set()
            for number, row in enumerate(rows, start=1):
                name = row.get("id", "")
                if not name or not isinstance(name, str):
                    yield f"[[{table}]] number {number}: id: it is missing"
                if name in seen:
                    yield f"[[{table}]] {name}: it stands twice"
                seen.add(name)
                yield from (f"[[{table}]] {name}: {fault}" for fault in _key_faults(table, row))
                yield from (f"[[{table}]] {name}: {fault}" for fault in _value_faults(table, row))


def _key_faults(table: str, row: Mapping[str, Any]) -> Iterator[str]:
    known = _KEYS[table]
    for key, value in row.items():
        if key not in known:
            yield f"{key}: there is no such key; there are {', '.join(known)}"
        elif not isinstance(value, known[key]):
            yield f"{key}: it must be {_SAID[known[key]]}"
        elif isinstance(value, list) and not all(isinstance(each, str) for each in value):
            yield f"{key}: it must be {_SAID[_TEXTS]}"


def _value_faults(table: str, row: Mapping[str, Any]) -> Iterator[str]:
    for language, text in row.get("heading", {}).items():
        if language not in LANGUAGES:
            yield f"heading.{language}: there are {', '.join(LANGUAGES)}"
        elif not isinstance(text, str) or not text.strip():
            yield f"heading.{language}: it must be a text"
    for side, labels in row.get("sides", {}).items():
        if not isinstance(labels, str | list) or not all(isinstance(label, str) for label in labels):
            yield f"sides.{side}: it must be {_SAID[_TEXTS]}"
    if row.get("state", State.CONFIRMED) not in list(State):
        yield f"state: it must be {' or '.join(State)}, not {row['state']}"
    if row.get("into") == row["id"]:
        yield "into: a point cannot be merged into itself"
    if table == "point" and not row.keys() & {"state", "heading", "into"}:
        yield "state: nothing is decided; give it state, heading or into"


def check_whole(framings: Mapping[str, Framing], data: Mapping[str, Any]) -> None:
    """Raise ValueError for a new framing that lacks a part, a heading that takes a side, an unknown point.

    ``framings`` are all there are with those of the file ``data``.
    """
    faults = (
        *(fault for row in data.get("framing", []) for fault in _missing(framings[row["id"]])),
        *_one_sided(Framings(list(framings.values())), data),
        *(fault for row in data.get("point", []) for fault in _unknown(framings, row)),
    )
    for fault in faults:
        raise ValueError(fault)


def _missing(framing: Framing) -> Iterator[str]:
    for language in LANGUAGES:
        if language not in framing.headings:
            yield f"[[framing]] {framing.id}: heading.{language}: it is missing"
    if sum(bool(side.labels) for side in framing.sides) < 2:
        yield f"[[framing]] {framing.id}: sides: it needs two sides with labels"


def _one_sided(framings: Framings, data: Mapping[str, Any]) -> Iterator[str]:
    for table, rows in data.items():
        for row in rows:
            for language, heading in row.get("heading", {}).items():
                bare = _QUOTED.sub(" ", heading)
                if found := framings.find(bare.lower()):
                    word = bare[found[0].start : found[0].end]
                    key = f"[[{table}]] {row['id']}: heading.{language}"
                    yield f"{key}: “{word}” is one side's word; a heading is neutral"


def _unknown(framings: Mapping[str, Framing], row: Mapping[str, Any]) -> Iterator[str]:
    for key in ("id", "into"):
        if (point := row.get(key, "voices")) not in framings and not point.startswith(_POINTS):
            yield f"[[point]] {row['id']}: {key}: there can be no point {point}"
