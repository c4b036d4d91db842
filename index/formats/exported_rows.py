"""Tables of texts (CSV, JSON, JSON Lines): each row that has a text is one, under what its columns state.

Rows with a column of speakers are turns: those of one source in a row are one text.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from index.errors import UnreadableDocument
from index.formats.description import Format
from index.formats.encodings import decode
from index.formats.extracted import Block, Extracted, Part
from index.formats.page_source import is_address, iso_day
from index.formats.stated_names import names_in_value
from index.languages import code_of
from index.model import Role, Source
from index.text.dates import find_date
from index.values import replace
from index.words import strings

_MOST_ROWS = 200_000
_LONGEST_CELL = 5_000_000  # characters
_SHORTEST_TEXT = 5  # words of the longest text of a column that holds texts
_LONGEST_NAME = 500
_MOST_WORDS = 60  # of a paragraph to which a speaker's next row is joined: as in subtitles
_MARK_UP = re.compile(r"<(?:p|br|div|a|span|h\d)\b", re.IGNORECASE)

Row = Mapping[str, Any]


def read(data: bytes, name: str) -> Extracted:
    """Return the rows of a table that hold a text."""
    text, _ = decode(data)
    rows = [*_rows(text.removeprefix("\ufeff"), name.lower())]
    columns = _columns(rows)
    if "text" not in columns:
        raise UnreadableDocument("it has no column of texts, such as text, body or content")
    parts = [part for row in rows if (part := _part(row, columns))]
    empty = len(rows) - len(parts)
    whole = tuple(_talks(parts) if "speaker" in columns else parts)
    return Extracted(whole, (f"{empty} of {len(rows)} rows hold no text",) if empty else ())


def _talks(rows: Sequence[Part]) -> Iterator[Part]:
    """Yield the turns of one source in a row as one text, short ones of one speaker as one paragraph."""
    for source, run in groupby(rows, key=lambda row: row.source):
        blocks: list[Block] = []
        for block in (each for row in run for each in row.blocks):
            last = blocks[-1] if blocks else None
            titled = block.role is Role.HEADING
            if titled and any(each.text == block.text for each in blocks[:1]):
                continue  # each row has the title of the talk
            goes_on = last is not None and not titled and last.speaker == block.speaker is not None
            if last is not None and goes_on and len(last.text.split()) < _MOST_WORDS:
                blocks[-1] = replace(last, text=f"{last.text} {block.text}")
            else:
                blocks.append(block)
        yield Part(tuple(blocks), source)


def _rows(text: str, name: str) -> Iterator[Row]:
    start = text.lstrip()[:1]
    try:
        if name.endswith((".jsonl", ".ndjson")) or (start == "{" and _is_lines(text)):
            found: Iterable[Any] = [json.loads(line) for line in text.splitlines() if line.strip()]
        elif start in {"{", "["}:
            found = _listed(json.loads(text))
        else:
            found = _csv_rows(text)
        for number, row in enumerate(found):
            if number >= _MOST_ROWS:
                raise UnreadableDocument(f"it holds more than {_MOST_ROWS} rows; split it")
            if isinstance(row, dict):
                yield {str(key).strip().lower(): held for key, held in row.items() if key is not None}
    except (ValueError, RecursionError, csv.Error) as error:
        raise UnreadableDocument(f"it is damaged: {str(error)[:80]}") from error


def _is_lines(text: str) -> bool:
    """Whether a text is JSON Lines: its first line is a whole value, and more come."""
    first, _, rest = text.lstrip().partition("\n")
    return rest.lstrip()[:1] == "{" and first.rstrip().endswith("}")


def _listed(whole: Any) -> list[Any]:
    """Return the rows of a JSON text: the list that it is, or that stands in it under a usual name."""
    if isinstance(whole, list):
        return whole
    lists = {str(key).lower(): held for key, held in whole.items() if isinstance(held, list)}
    for name in strings("exported_rows", "rows"):
        if name in lists:
            return [_with_source(row, whole) for row in lists[name]]
    return [whole]


def _with_source(row: Any, whole: Row) -> Any:
    """Return a turn with what a text states of all its rows; any other row as it is."""
    if not isinstance(row, dict) or not any(
        str(key).lower() in strings("exported_rows", "speaker") for key in row
    ):
        return row
    return {key: held for key, held in whole.items() if isinstance(held, (str, int))} | row


def _csv_rows(text: str) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    head = text.partition("\n")[0]
    comma = max(",;\t|", key=head.count)
    yield from csv.DictReader(io.StringIO(text, newline=""), delimiter=comma)


def _columns(rows: Sequence[Row]) -> dict[str, str]:
    """Return by what it says which column is read: the one with the surest name that holds something."""
    held: dict[str, int] = {}
    for row in rows[:1_000]:
        for name, cell in row.items():
            held[name] = max(held.get(name, 0), len(_text(cell).split()), bool(cell))
    found: dict[str, str] = {}
    for kind in ("text", "speaker", "title", "authors", "outlet", "published", "url", "language"):
        least = _SHORTEST_TEXT if kind == "text" else 1
        names = (name for name in strings("exported_rows", kind) if held.get(name, 0) >= least)
        column = next((name for name in names if name not in found.values()), None)
        if column is not None:
            found[kind] = column
    return found


def _part(row: Row, columns: Mapping[str, str]) -> Part | None:
    stated = {kind: row.get(column) for kind, column in columns.items()}
    blocks = tuple(_blocks(_text(stated["text"])))
    if not blocks:
        return None
    if "speaker" in columns:
        blocks = tuple(replace(block, speaker=_speaker(stated["speaker"])) for block in blocks)
    title, url = _line(stated.get("title")), _line(stated.get("url")) or ""
    heading = [Block(title, Role.HEADING)] if title else []
    return Part(
        (*heading, *blocks),
        Source(
            title=title,
            authors=tuple(_authors(stated.get("authors"))),
            outlet=_line(stated.get("outlet")),
            published=_day(stated.get("published")),
            url=url if is_address(url) else None,
            language=code_of(_line(stated.get("language")) or ""),
        ),
    )


def _speaker(cell: Any) -> str:
    """Return who speaks a row; "" where a number or a letter stands for him, or nothing."""
    name = _line(cell) or ""
    return name if sum(letter.isalpha() for letter in name) > 1 else ""


def _blocks(text: str) -> Iterator[Block]:
    if _MARK_UP.search(text):
        from lxml import html

        from index.formats.markup import seen_blocks

        for seen in seen_blocks(html.fragment_fromstring(text, create_parent="div")):
            yield Block(seen.text, seen.role)
        return
    for part in re.split(r"\r?\n\s*\r?\n|\r?\n(?=\S)", text):
        if part.strip():
            yield Block(part.strip())


def _text(cell: Any) -> str:
    if isinstance(cell, str):
        return cell
    return "\n\n".join(map(_text, cell)) if isinstance(cell, list) and len(cell) < 10_000 else ""


def _line(cell: Any) -> str | None:
    if isinstance(cell, dict):
        cell = cell.get("name")
    if isinstance(cell, list):
        cell = cell[0] if cell else None
    return " ".join(str(cell).split())[:_LONGEST_NAME] or None if isinstance(cell, (str, int)) else None


def _authors(cell: Any) -> Iterator[str]:
    """Yield the names in a cell: one, several parted by semicolons, or tables as Zotero writes them."""
    if isinstance(cell, str):
        cell = re.split(r"\s*[;|]\s*", cell)
    for stated in cell if isinstance(cell, list) else [cell]:
        name = _line(_whole_name(stated) if isinstance(stated, dict) else stated)
        if name:
            yield from names_in_value(name)


def _whole_name(stated: Mapping[str, Any]) -> str:
    first = stated.get("given") or stated.get("firstName") or ""
    last = next((stated[key] for key in ("family", "lastName", "literal", "name") if stated.get(key)), "")
    return f"{first} {last}"


def _day(cell: Any) -> str | None:
    """Return the day in a cell, as text or as the parts that CSL-JSON has."""
    if isinstance(cell, dict):
        parts = (cell.get("date-parts") or [[]])[0]
        cell = "-".join(f"{int(part):02}" for part in parts) if len(parts) == 3 else ""
    text = str(cell or "")[:80]
    found = find_date(text)
    return iso_day(text) or (found.iso if found else None)


def looks(head: bytes, suffix: str) -> bool:
    """Whether a file is a table, by its name; a text may begin like one."""
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1]
    chat = b'"messages"' in head and b'"from_id"' in head
    return suffix in {".json", ".jsonl", ".ndjson"} and start in {b"{", b"["} and not chat


FORMAT = Format(
    name="a table of texts",
    suffixes=frozenset({".csv", ".tsv", ".json", ".jsonl", ".ndjson"}),
    looks=looks,
    read=read,
    needs=("lxml.html",),
)
