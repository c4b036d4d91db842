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
_TURNED = re.compile(r"^([^,;]{2,40}),\s+([^,;]{1,40})(?:,.*)?$")  # "Torres, Ana", also with an office
_NO_NAME = re.compile(r"\s*\S+@\S+|(?<=\w)\s+\d+(?=\s*(?:,|$))")  # addresses, and numbers of notes
_EDITION = re.compile(r"\s*:?\s*\[[^\[\]]*\]$")  # "Headline: [Final edition]"
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_LONG_NAME = 6  # words
_BARE_LABELS = 2  # labels on lines of their own, from which on they are taken for labels


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
    """Return the fields of a document that are read, each with its lines; those "above" have no label.

    A field ends with the empty line below what it states, a text with the next label.
    """
    found: dict[str, list[str]] = {"above": []}
    at: str | None = "above"
    bare = _has_bare_labels(lines)
    for line in lines:
        label, stated = _labelled(line, bare, inside=at == "text")
        if label is not None:
            at = label
            if label in found and label != "text":
                at = None
            elif label:
                found.setdefault(label, []).append(stated)
        elif at in {"text", "abstract", "above"} or (at and (line.strip() or not "".join(found[at]).strip())):
            found[at].append(line)
        elif not line.strip() and at:
            at = None
    return found


def _has_bare_labels(lines: Sequence[str]) -> bool:
    """Whether labels stand on lines of their own, without a colon, that of the text among them."""
    fields = table("databases")["fields"]
    bare = [name for line in lines if (name := fields.get(line.strip().lower()))]
    return "text" in bare and (len(bare) >= _BARE_LABELS or not any(map(_is_text_label, lines)))


def _is_text_label(line: str) -> bool:
    match = _FIELD.match(line.strip())
    return match is not None and table("databases")["fields"].get(match[1].strip().lower()) == "text"


def _labelled(line: str, bare: bool, *, inside: bool) -> tuple[str | None, str]:
    """Return the field that a line begins, "" for one that is not read, None for none; and what it states.

    ``inside`` a text only labels of fields end it where they have no colon: single words are headings, too.
    """
    fields, ends = table("databases")["fields"], word_list("databases", "marks.ends")
    match = _FIELD.match(line.strip())
    label = (match[1] if match else line).strip().lower()
    if not match and not bare:
        return None, ""
    if label in fields:
        return fields[label], (match[2] or "") if match else ""
    if label in word_list("databases", "marks.about") or (label in ends and (match or not inside)):
        return "", ""
    return None, ""


def _part(fields: dict[str, list[str]]) -> Part | None:
    """Return a document's text under its source, None where there is neither text nor abstract."""
    lines = fields.get("text") or fields.get("abstract") or []
    blocks = tuple(_blocks(lines))
    if not blocks:
        return None
    stated = {key: " ".join(" ".join(value).split()) for key, value in fields.items() if key != "text"}
    above = [line.strip() for line in fields["above"] if line.strip() and not _is_no_title(line)]
    date = stated.get("date") or stated.get("info", "")
    found = find_date(date) or next((day for line in above if (day := find_date(line))), None)
    outlet = stated.get("outlet") or stated.get("info", "").partition(";")[0].strip()
    if not outlet and len(above) > 1 and found:
        outlet = above[0]
    author = stated.get("author", "")
    if not author and len(above) > 1 and _TURNED.match(above[-1]) and len(above[-1].split()) < _LONG_NAME:
        author = above.pop()
    title = stated.get("title") or _title_above(above, outlet)
    url = stated.get("url", "").split(" ")[0]
    heading = [Block(title, Role.HEADING)] if title else []
    return Part(
        (*heading, *blocks),
        Source(
            title=title or None,
            authors=tuple(_authors(author)),
            outlet=re.sub(r"\s*\([^()]*\)$", "", re.sub(r"\s*[;,]\s*[^;,]*$", "", outlet)) or None,
            published=iso_day(stated.get("date", "")) or (found.iso if found else None),
            url=url if is_address(url) else None,
        ),
    )


def _is_no_title(line: str) -> bool:
    return re.fullmatch(either("databases", "marks.above"), line.strip(), re.IGNORECASE) is not None


def _title_above(lines: Sequence[str], outlet: str) -> str:
    """Return the headline that stands above the fields without a label: the last line that can be one."""
    titles = (
        _EDITION.sub("", line)
        for line in reversed(lines)
        if find_date(line) is None and line != outlet and any(letter.isalpha() for letter in line)
    )
    return next(titles, "")


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    """Yield the paragraphs of a text: between blank lines, or a line each where there are none.

    Lines that were broken to fit a page go on where most of them end within a sentence.
    """
    blank = any(not line.strip() for line in lines[1:-1])
    said = [line.strip() for line in lines if line.strip()]
    broken = sum(not _SENTENCE_END.search(line) for line in said[:-1]) * 2 > len(said)
    run: list[str] = []
    for line in lines:
        ended = not blank and (not broken or not run or _ends_paragraph(run[-1], said))
        if run and (not line.strip() or ended):
            yield Block("\n".join(run))
            run = []
        if line.strip():
            run.append(line.strip())
    if run:
        yield Block("\n".join(run))


def _ends_paragraph(line: str, lines: Sequence[str]) -> bool:
    """Whether a line is short beside the others and ends with its sentence."""
    return bool(_SENTENCE_END.search(line)) and len(line) < max(map(len, lines)) * 0.75


def _authors(stated: str) -> Iterator[str]:
    for each in _NAMES.split(stated.strip(" .;")):
        name = _NO_NAME.sub("", each).strip(" .,")
        turned = _TURNED.match(name)
        whole = f"{turned[2]} {turned[1]}" if turned else name
        if whole.strip() and whole.lower() not in word_list("databases", "marks.nobody"):
            yield whole.strip(" .")


def looks(head: bytes, suffix: str) -> bool:
    """Whether a text holds the fields of such an export: a text, and what says whose it is."""
    if suffix not in {".txt", ".text"}:
        return False
    lines = head.decode("utf-8", "replace").splitlines()
    bare = _has_bare_labels(lines)
    found = {_labelled(line, bare, inside=False)[0] for line in lines}
    return "text" in found and len(found & {"title", "author", "outlet", "date"}) > 1


FORMAT = Format(
    name="the export of a newspaper database",
    suffixes=frozenset(),
    looks=looks,
    read=read,
    largest=20_000_000,
)
