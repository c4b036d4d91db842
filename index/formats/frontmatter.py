"""Markdown front matter: YAML between two ``---`` lines at the top of a file, as a Source."""

from __future__ import annotations

import datetime
import re
import reprlib
from collections.abc import Callable, Iterable, Mapping

from index.errors import BadMetadata
from index.model import Source, Wording
from index.text.dates import find_date
from index.values import frozen, replace

_FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_LONGEST = 64_000  # characters; longer front matter is no metadata
_DEEPEST = 10  # levels; the keys that are read need two
_LONGEST_VALUE = 1_000  # characters of a title or a name
_LONGEST_NUMBER = 200  # bits; Python refuses to write out numbers of thousands of digits


@frozen
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

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _check_depth(yaml.parse(match[1], Loader=loader))
        data = yaml.load(match[1], Loader=loader)  # noqa: S506 (a safe loader)
    except (yaml.YAMLError, ValueError, TypeError, ArithmeticError, LookupError, RecursionError) as error:
        raise BadMetadata(f"front matter does not parse: {_first_line(error)}") from error
    if not isinstance(data, dict):
        raise BadMetadata("front matter is no list of keys and values")
    source, ignored = source_from(data, Source())
    return FrontMatter(source, match.end(), ignored)


def fence_end(text: str) -> int:
    """Return where the lines between two ``---`` at the top of a text end, 0 when there are none.

    What stands there is about the text even when it does not parse.
    """
    match = _FENCE.match(text)
    return match.end() if match else 0


def _check_depth(events: Iterable[object]) -> None:
    """Raise BadMetadata for lists within lists without end, on which the quick loader would crash."""
    depth = 0
    for event in events:
        name = type(event).__name__
        depth += name in {"SequenceStartEvent", "MappingStartEvent"}
        depth -= name in {"SequenceEndEvent", "MappingEndEvent"}
        if depth > _DEEPEST:
            raise BadMetadata("front matter does not parse: lists within lists")


def source_values(source: Source) -> dict[str, object]:
    """Return what ``source_from`` reads, every key of it but the speakers, empty where unknown."""
    return {
        "title": source.title,
        "authors": list(source.authors),
        "outlet": source.outlet,
        "published": source.published,
        "url": source.url,
        "language": source.language,
        "reposted_by": source.reposted_by,
        "reposted": source.reposted,
        "wording": str(source.wording),
    }


def source_from(data: Mapping[object, object], base: Source) -> tuple[Source, tuple[str, ...]]:
    """Return ``base`` with the stated values put over it, and the keys that could not be used.

    Used for front matter and for ``sources.toml`` alike. An empty value means: unknown.
    """
    values: dict[str, object] = {}
    ignored = []
    for key, stated in data.items():
        if key not in KEYS:
            ignored.append(f"unknown key {_said(key)}")
            continue
        reader = _READERS[str(key)]
        value = reader.read(stated)
        empty = stated is None or (isinstance(stated, str) and not stated.strip())
        if value is None and reader.wanted and not empty:
            ignored.append(f"{key}: {_said(stated)} is {reader.wanted}")
        if value is not None or key != "wording":
            values[_SAME.get(str(key), str(key))] = value
    return replace(base, **values), tuple(ignored)


def _text(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, (str, int, float, datetime.date)):
        return None
    if isinstance(value, int) and value.bit_length() > _LONGEST_NUMBER:
        return None
    return " ".join(str(value).encode("utf-8", "replace").decode().split())[:_LONGEST_VALUE] or None


def _said(value: object) -> str:
    """Return a stated value as a message shows it: short, whatever was written."""
    text = _text(value)
    return reprlib.repr(text) if text else "what is given"


def _language(value: object) -> str | None:
    """Return "en" or "es" for a code, or for the language's name in English or Spanish."""
    name = (_text(value) or "").lower()
    if name.startswith(("es", "spa", "cas")):
        return "es"
    return "en" if name.startswith(("en", "ing")) else None


def _names(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(name for item in items if (name := _text(item)))


def _date(value: object) -> str | None:
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return value.isoformat()
    text = _text(value) or ""
    found = find_date(text)
    return found.iso if found and (found.start, found.end) == (0, len(text)) else None


def _wording(value: object) -> Wording | None:
    name = _text(value)
    return Wording(name) if name in set(Wording) else None


@frozen
class _Reader:
    """How the value of a key is read, and what to say of one that cannot be."""

    read: Callable[[object], object]
    wanted: str = ""


_DATE = _Reader(_date, "no full date like 2023-01-31")
_SAME = {"author": "authors", "date": "published"}
_READERS = {
    **dict.fromkeys(("title", "outlet", "url", "reposted_by"), _Reader(_text, "no text")),
    **dict.fromkeys(("author", "authors", "speakers"), _Reader(_names)),
    **dict.fromkeys(("date", "published", "reposted"), _DATE),
    "language": _Reader(_language, "neither en nor es"),
    "wording": _Reader(_wording, "neither verbatim nor digest"),
}
KEYS = frozenset(_READERS)


def _first_line(error: Exception) -> str:
    return str(error).replace("\n", ", ")[:200]
