"""Markdown front matter: YAML between two ``---`` lines at the top of a file, as a Source."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from index.errors import BadMetadata
from index.model import Source, Wording

KEYS = frozenset(
    "title author authors outlet published date url language reposted_by reposted wording speakers".split()
)
_FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_LONGEST = 64_000  # characters; longer front matter is no metadata
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The source stated at the top of a text, where the text proper begins, and what was ignored."""

    source: Source
    body_start: int
    ignored: tuple[str, ...] = ()


def read_front_matter(text: str) -> FrontMatter | None:
    """Return the front matter of ``text``, or None when it has none.

    Raises BadMetadata when there is some that does not parse; the text itself can still be read.
    """
    match = _FENCE.match(text)
    if match is None:
        return None
    if len(match[1]) > _LONGEST:
        raise BadMetadata(f"front matter of {len(match[1])} characters; at most {_LONGEST} are read")
    import yaml  # only libraries of Markdown files pay for it

    try:
        data = yaml.load(match[1], Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (safe)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise BadMetadata(f"front matter does not parse: {_first_line(error)}") from error
    if not isinstance(data, dict):
        raise BadMetadata("front matter is no list of keys and values")
    source, ignored = source_from(data, Source())
    return FrontMatter(source, match.end(), ignored)


def source_from(data: Mapping[object, object], base: Source) -> tuple[Source, tuple[str, ...]]:
    """Return ``base`` with the stated values put over it, and the keys that could not be used.

    Used for front matter and for ``sources.toml`` alike. An empty value means: unknown.
    """
    ignored = [f"unknown key {key!r}" for key in data if key not in KEYS]
    values: dict[str, object] = {}
    for key in ("title", "outlet", "url", "reposted_by"):
        if key in data:
            values[key] = _text(data[key])
    for name, keys in (("authors", ("authors", "author")), ("speakers", ("speakers",))):
        for key in keys:
            if key in data:
                values[name] = _names(data[key])
    for name, keys in (("published", ("published", "date")), ("reposted", ("reposted",))):
        for key in keys:
            if key in data:
                values[name] = _date(data[key])
                if data[key] and not values[name]:
                    ignored.append(f"{key}: {data[key]!r} is no date like 2023-01-31")
    if "language" in data:
        values["language"] = (_text(data["language"]) or "")[:2].lower() or None
    if "wording" in data:
        wording = _text(data["wording"])
        if wording in set(Wording):
            values["wording"] = Wording(str(wording))
        else:
            ignored.append(f"wording: {wording!r} is neither verbatim nor digest")
    return replace(base, **values), tuple(ignored)  # type: ignore[arg-type]  # checked key by key above


def _text(value: object) -> str | None:
    if isinstance(value, (str, int, float, datetime.date)) and not isinstance(value, bool):
        return " ".join(str(value).split()) or None
    return None


def _names(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(name for item in items if (name := _text(item)))


def _date(value: object) -> str | None:
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return value.isoformat()
    text = _text(value)
    if text and _ISO.fullmatch(text):
        try:
            return datetime.date.fromisoformat(text).isoformat()
        except ValueError:
            return None
    return None


def _first_line(error: Exception) -> str:
    return str(error).replace("\n", ", ")[:200]
