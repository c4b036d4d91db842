"""Exports of newspaper databases (ProQuest and those like it): labelled fields, a text in one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.errors import UnreadableDocument
from index.formats.description import Format
from index.formats.encodings import decode
from index.formats.extracted import Block, Extracted, Part
from index.formats.page_source import is_address, iso_day
from index.model import Role, Source
from index.text.dates import find_date
from index.words import either, table, word_list

_FIELD = re.compile(r"([^\W\d_][^:\n]{1,40}?):(?:[ \t]+(.*)|\s*$)")
_NAMES = re.compile(r"\s*;\s*")
_TURNED = re.compile(r"^([^,;]{2,40}),\s+([^,;]{1,40})$")  # "Torres, Ana"


def read(data: bytes, _name: str) -> Extracted:
    """Return the documents of an export, each with the source its fields state."""
    text, _ = decode(data)
    parts = tuple(part for lines in _documents(text.splitlines()) if (part := _part(_fields(lines))))
    if not parts:
        raise UnreadableDocument("it holds no documents with a text")
    return Extracted(parts)


def _documents(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield the lines of each document of an export."""
    run: list[str] = []
    for line in lines:
        if re.fullmatch(either("databases", "marks.documents"), line.strip(), re.IGNORECASE):
            if run:
                yield run
            run = []
        else:
            run.append(line)
    if run:
        yield run


def _fields(lines: Sequence[str]) -> dict[str, list[str]]:
    """Return the fields of a document that are read, each with its lines; those "above" have no label."""
    found: dict[str, list[str]] = {"above": []}
    at: str | None = "above"
    fields, ends = table("databases")["fields"], word_list("databases", "marks.ends")
    for line in lines:
        match = _FIELD.match(line.strip())
        label = match[1].strip().lower() if match else ""
        if match and (label in fields or label in ends):
            at = fields.get(label)
            if at and at not in found:
                found[at] = [match[2] or ""]
            elif at == "text":
                found[at].append(line)
            else:
                at = None
        elif at:
            found[at].append(line)
    return found


def _part(fields: dict[str, list[str]]) -> Part | None:
    """Return a document's text under its source, None where there is neither text nor abstract."""
    lines = fields.get("text") or fields.get("abstract") or []
    blocks = tuple(_blocks(lines))
    if not blocks:
        return None
    stated = {key: " ".join(" ".join(value).split()) for key, value in fields.items() if key != "text"}
    date = stated.get("date", "")
    found = find_date(date)
    url = stated.get("url", "").split(" ")[0]
    above = [line.strip() for line in fields["above"] if line.strip()]
    if found is None:
        found = next((day for line in above if (day := find_date(line))), None)
    outlet = stated.get("outlet") or (above[0] if above and len(above) > 1 and found else "")
    title = stated.get("title")
    heading = [Block(title, Role.HEADING)] if title else []
    return Part(
        (*heading, *blocks),
        Source(
            title=title or None,
            authors=tuple(_authors(stated.get("author", ""))),
            outlet=re.sub(r"\s*[;,]\s*[^;,]*$", "", outlet) or None,
            published=iso_day(date) or (found.iso if found else None),
            url=url if is_address(url) else None,
        ),
    )


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    """Yield the paragraphs of a text: between blank lines, or a line each where there are none."""
    blank = any(not line.strip() for line in lines[1:-1])
    run: list[str] = []
    for line in lines:
        if run and (not line.strip() or not blank):
            yield Block("\n".join(run))
            run = []
        if line.strip():
            run.append(line.strip())
    if run:
        yield Block("\n".join(run))


def _authors(stated: str) -> Iterator[str]:
    for name in _NAMES.split(stated.strip(" .;")):
        turned = _TURNED.match(name)
        whole = f"{turned[2]} {turned[1]}" if turned else name
        if whole.strip():
            yield whole.strip(" .")


def looks(head: bytes, suffix: str) -> bool:
    """Whether a text holds the fields of such an export: a text, and what says whose it is."""
    if suffix not in {".txt", ".text"}:
        return False
    lines = map(_FIELD.match, map(str.strip, head.decode("utf-8", "replace").splitlines()))
    fields = table("databases")["fields"]
    found = {fields.get(match[1].strip().lower()) for match in lines if match}
    return "text" in found and len(found & {"title", "author", "outlet", "date"}) > 1


FORMAT = Format(
    name="the export of a newspaper database",
    suffixes=frozenset(),
    looks=looks,
    read=read,
    largest=20_000_000,
)
