"""Front matter, what a text says of itself at its top, as a Source.

YAML between lines of ``---``, TOML between lines of ``+++``, or JSON; blank lines and a comment may stand
before.
"""

from __future__ import annotations

import datetime
import json
import re
import reprlib
from collections.abc import Callable, Iterable, Mapping

from index.errors import BadMetadata
from index.expressions import pattern
from index.formats.stated_names import names_in_value
from index.languages import code_of
from index.model import FROM_ADDRESS, Source, Wording
from index.text.dates import find_date
from index.values import frozen, replace
from index.words import table

_BEFORE = r"\ufeff?\s*(?:<!--.{0,2000}?-->\s*)*"
_FENCE = pattern(
    rf"(?:\ufeff?|{_BEFORE}(?=---[ \t]*\r?\n[\w-]+[ \t]*:))"
    r"---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*\r?$\n?"
    rf"|{_BEFORE}\+\+\+[ \t]*\r?\n(?P<toml>.*?)^\+\+\+[ \t]*\r?$\n?"
    rf"|{_BEFORE}(?P<json>\{{[ \t]*\r?\n[ \t]*\".*?^\}})[ \t]*\r?$\n?",
    re.DOTALL | re.MULTILINE,
)
# A value that YAML takes for something else: a colon or a quotation mark inside it.
_LOOSE = pattern(
    r"""^([\w-]+):[ \t]+(?![\[{>|!&]|".*"\s*$|'(?:[^']|'')*'\s*$)(\S.*?)[ \t\r]*$""",
    re.MULTILINE,
)
_NOTE_LINK = pattern(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_ADDRESS = pattern(r"https?://\S+$")
_MONTH = pattern(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")
_LOOSE_DAY = pattern(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_TIME = pattern(r"[T,\s]\s*\d{1,2}:\d{2}.{0,30}")
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
    unread: tuple[tuple[str, object], ...] = ()  # keys that say nothing of the source, with their values


def read_front_matter(text: str) -> FrontMatter | None:
    """Return the front matter of ``text``, or None when it has none.

    Raises BadMetadata when there is some that does not parse; the text itself can still be read.
    """
    match = _FENCE.match(text)
    if match is None:
        return None
    kind, written = next((kind, part) for kind, part in match.groupdict().items() if part is not None)
    if len(written) > _LONGEST:
        raise BadMetadata(f"front matter of {len(written)} characters; at most {_LONGEST} are read")
    data = _PARSERS[kind](written)
    if not isinstance(data, dict):
        raise BadMetadata("front matter is no list of keys and values")
    source, ignored = source_from(data, Source())
    unread = tuple((str(key), value) for key, value in data.items() if _name_of(key, value) not in KEYS)
    return FrontMatter(source, match.end(), ignored, unread)


def _yaml(written: str) -> object:
    """Return what YAML says; a text whose values are not quoted as they must be is read with quotes."""
    try:
        return _strict_yaml(written)
    except BadMetadata:
        quoted = _LOOSE.sub(lambda line: f"{line[1]}: {json.dumps(line[2], ensure_ascii=False)}", written)
        if quoted == written:
            raise
        try:
            return _strict_yaml(quoted)
        except BadMetadata:
            pass
        raise


def _strict_yaml(written: str) -> object:
    import yaml  # only libraries of Markdown files pay for it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _check_depth(yaml.parse(written, Loader=loader))
        return yaml.load(written, Loader=loader)  # noqa: S506 (a safe loader)
    except (yaml.YAMLError, ValueError, TypeError, ArithmeticError, LookupError, RecursionError) as error:
        raise BadMetadata(f"front matter does not parse: {_first_line(error)}") from error


def _toml(written: str) -> object:
    import tomllib

    try:
        return tomllib.loads(written.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        raise BadMetadata(f"front matter does not parse: {_first_line(error)}") from error


def _json(written: str) -> object:
    try:
        return json.loads(written)
    except (ValueError, RecursionError) as error:
        raise BadMetadata(f"front matter does not parse: {_first_line(error)}") from error


_PARSERS: dict[str, Callable[[str], object]] = {"yaml": _yaml, "toml": _toml, "json": _json}


def fence_end(text: str) -> int:
    """Return where the front matter at the top of a text ends, 0 when there is none.

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
        **({"month": source.month} if source.month else {}),
        **({"published_from": source.published_from} if source.published_from else {}),
        **({"title_from": source.title_from} if source.title_from else {}),
    }


def source_from(data: Mapping[object, object], base: Source) -> tuple[Source, tuple[str, ...]]:
    """Return ``base`` with the stated values put over it, and the keys that could not be used.

    Used for front matter and for ``sources.toml`` alike. An empty value means: unknown.
    """
    values: dict[str, object] = {}
    ignored = []
    stated = {str(key) for key in data}
    for key, value in data.items():
        name = _name_of(key, value)
        if name not in KEYS:
            if str(key).lower() not in table("frontmatter")["beside"]["keys"]:
                ignored.append(f"unknown key {_said(key)}")
            continue
        if name != key and name in stated:
            continue
        if name == "published" and _month(value):
            name = "month"
        reader = _READERS[name]
        read = reader.read(value)
        empty = value is None or (isinstance(value, str) and not value.strip())
        if read is None and reader.wanted and not empty:
            ignored.append(f"{key}: {_said(value)} is {reader.wanted}")
        if read is not None or name != "wording":
            values[name] = read
    return replace(base, **values), tuple(ignored)


def _name_of(key: object, value: object) -> str:
    """Return the key that a key stands for."""
    name = str(key)
    if name in KEYS:
        return name
    low = name.lower().replace("-", "_")
    either: dict[str, tuple[str, str]] = table("frontmatter")["either"]
    if low in either:
        address, other = either[low]
        return str(address if _ADDRESS.match(_text(value) or "") else other)
    return str(table("frontmatter")["same"].get(low, low))


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
    """Return the code of a language stated by its code or its name."""
    return code_of(_text(value) or "")


def _names(value: object) -> tuple[str, ...]:
    """Return the names in a value: a list, one name, a table with a name in it, or links to notes."""
    found = []
    for item in value if isinstance(value, list) else [value]:
        stated = item
        while isinstance(stated, list) and len(stated) == 1:  # [[Name]] without quotes is a list in a list
            stated = f"[[{stated[0]}]]" if isinstance(stated[0], str) else stated[0]
        if isinstance(stated, dict):
            stated = stated.get("name")
        name = _NOTE_LINK.sub(r"\1", _text(stated) or "").strip()
        if name:
            found += names_in_value(name)
    return tuple(found)


def _date(value: object) -> str | None:
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return value.isoformat()
    text = _text(value) or ""
    if loose := _LOOSE_DAY.match(text):  # "2021-3-5"
        text = f"{loose[1]}-{loose[2]:0>2}-{loose[3]:0>2}{text[loose.end() :]}"
    found = find_date(text)
    whole = found and found.start == 0 and (found.end == len(text) or _TIME.fullmatch(text, found.end))
    return found.iso if found and whole else None


def _wording(value: object) -> Wording | None:
    name = (_text(value) or "").lower()
    other = (kind for kind, names in table("frontmatter")["wordings"].items() if name in names)
    name = next(other, name)
    return Wording(name) if name in set(Wording) else None


def _from_address(value: object) -> str | None:
    return FROM_ADDRESS if _text(value) == FROM_ADDRESS else None


@frozen
class _Reader:
    """How the value of a key is read, and what to say of one that cannot be."""

    read: Callable[[object], object]
    wanted: str = ""


def _month(value: object) -> str | None:
    match = _MONTH.fullmatch(_text(value) or "")
    return match[0] if match else None


_DATE = _Reader(_date, "no full date like 2023-01-31")
_READERS = {
    **dict.fromkeys(("title", "outlet", "url", "reposted_by"), _Reader(_text, "no text")),
    **dict.fromkeys(("authors", "speakers"), _Reader(_names)),
    **dict.fromkeys(("published", "reposted"), _DATE),
    "month": _Reader(_month, "no month like 2023-01"),
    "language": _Reader(_language, "neither en nor es"),
    "wording": _Reader(_wording, "neither verbatim nor digest"),
    **dict.fromkeys(("published_from", "title_from"), _Reader(_from_address, "not address")),
}
KEYS = frozenset(_READERS)


def _first_line(error: Exception) -> str:
    return str(error).replace("\n", ", ")[:200]
