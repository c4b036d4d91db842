"""The files of framings: that of the program, and a library's own, in which editors add and decide."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from index.bundled import data_folder
from index.errors import BadMetadata
from index.framings.framing import Decision, Framing, Side, State
from index.framings.lookup import Framings
from index.tables import read_table
from index.text.terms import fold
from index.values import replace

EDITORS_FILE = "contested.toml"  # in a library: its editors' own framings and decisions


def load_framings(*extra: Path) -> Framings:
    """Return the bundled framings, extended by the files ``extra`` (a library's own ``contested.toml``).

    A framing with a known id adds its labels to it and may rename it; a decision on a point replaces
    an earlier file's. Raises BadMetadata, with the file and the key, for what cannot be right.
    """
    return _load(tuple((str(path), _changed(path)) for path in extra))


def own_framings(library: Path) -> Framings | None:
    """Return the bundled framings extended by a library's own ``contested.toml``; None when it has none.

    Raises BadMetadata as above.
    """
    own = library / EDITORS_FILE
    return load_framings(own) if own.is_file() else None


def usable_framings(library: Path) -> Framings | None:
    """Return the same for an answer, which goes on without a file that cannot be right.

    Such a file decides nothing, and its fault is the ``problem``.
    """
    try:
        return own_framings(library)
    except BadMetadata as error:
        held = bundled()
        return Framings([*held.by_id.values()], [*held.decisions.values()], problem=str(error))


@cache
def bundled() -> Framings:
    """Return the framings that come with the program."""
    return load_framings()


def _changed(path: Path) -> int:
    """Return when a file was changed last, so that an edited one is read again; 0 when it is not there."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(maxsize=8)
def _load(extra: tuple[tuple[str, int], ...]) -> Framings:
    data = read_table(data_folder() / "framings.toml")
    framings = {row["id"]: _framing(row) for row in data["framing"]}
    decisions = {row["id"]: _decision(row) for row in data.get("point", [])}
    for name, _ in extra:
        # most libraries have no such file
        from index.editors_files import fault_in, read_editors_file, row_line
        from index.framings.checking import check_rows, check_whole

        path = Path(name)
        try:
            data = read_editors_file(path)
            check_rows(data)
            for row in data.get("framing", []):
                framings[row["id"]] = _merged(framings.get(row["id"]), _framing(row))
            decisions |= {row["id"]: _decision(row) for row in data.get("point", [])}
            check_whole(framings, data)
        except OSError as error:
            raise fault_in(path, f"cannot be opened: {error.strerror or error}") from error
        except ValueError as error:
            raise fault_in(path, str(error), row_line(path, str(error))) from error
    return Framings(list(framings.values()), list(decisions.values()))


def _framing(row: Mapping[str, Any]) -> Framing:
    sides = tuple(Side(key, _listed(labels)) for key, labels in row.get("sides", {}).items())
    return Framing(
        row["id"],
        row.get("heading", {}),
        _listed(row.get("asks", "")),
        sides,
        row.get("library", True),
        row.get("event", False),
        _listed(row.get("other", "")),
        _listed(row.get("needs", "")),
        row.get("binary", False),
        row.get("wishes", False),
        tuple(map(fold, _listed(row.get("unlisted", "")))),
        _listed(row.get("things", "")),
        tuple(Side(key, _listed(words)) for key, words in row.get("judged", {}).items()),
    )


def _listed(words: str | list[str]) -> tuple[str, ...]:
    """Return a list of labels, which a file may also give as one text with commas."""
    return tuple(filter(None, map(str.strip, words.split(",") if isinstance(words, str) else words)))


def _decision(row: Mapping[str, Any]) -> Decision:
    state = State(row["state"]) if "state" in row else None
    return Decision(row["id"], state, row.get("heading", {}), row.get("into"))


def _merged(old: Framing | None, new: Framing) -> Framing:
    """Return ``old`` with the labels, words and headings of ``new`` added."""
    if old is None:
        return new
    sides = {side.id: side for side in old.sides}
    for side in new.sides:
        before = sides.get(side.id)
        sides[side.id] = side if before is None else Side(side.id, (*before.labels, *side.labels))
    headings = {**old.headings, **new.headings}
    asks, other = (*old.asks, *new.asks), (*old.other, *new.other)
    needs, unlisted = (*old.needs, *new.needs), (*old.unlisted, *new.unlisted)
    kept = replace(old, headings=headings, asks=asks, sides=tuple(sides.values()))
    kept = replace(kept, things=(*old.things, *new.things), judged=(*old.judged, *new.judged))
    return replace(kept, other=other, needs=needs, unlisted=unlisted)
