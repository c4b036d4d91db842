"""The text of a mail to what its sender wrote and what others had written before: each is its author's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from index.formats.extracted import Block
from index.model import Role
from index.text.dates import find_date
from index.values import frozen
from index.words import either, strings

_DEPTH = re.compile(r"^[ \t]?((?:>[ \t]?)+)")
_SIGNATURE = "-- "
_BULLET = re.compile(r"^\s*(?:[*•·–-]|\d{1,2}[.)])\s+\S")
_ADDRESS = re.compile(r"\s*[<(\[]?(?:mailto:)?[\w.+-]+@[\w.-]+[>)\]]*\s*")
_TIMES = re.compile(
    r"^.*\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\.?\b)?(?:\s*[+-]\d{4})?[,\s]*", re.IGNORECASE
)
_LONGEST_ATTRIBUTION = 250  # characters
_LONGEST_NAME = 60


@frozen
class Said:
    """Words of one writer in a mail: the sender's own, or earlier ones with what is said of them."""

    blocks: tuple[Block, ...]
    earlier: bool = False
    author: str | None = None
    day: str | None = None


@frozen
class _Head:
    """What stands above earlier words: whose they are, and of which day."""

    author: str | None
    day: str | None


def said_in(text: str) -> list[Said]:
    """Return what is said in a mail's text: the sender's words first, then earlier ones in order.

    Earlier words of several mails within each other are told apart by their marks ("> >").
    """
    own: list[str] = []
    others: list[tuple[_Head, list[str]]] = []
    heads: dict[int, _Head] = {}
    depth = 0
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    at = 0
    while at < len(lines):
        level, line = _unmarked(lines[at])
        original = _original(lines, at) if level == 0 else None
        if original is not None:  # all below is another's
            head, at = original
            others.append((head, [*lines[at:]]))
            break
        found, used = _attribution(lines, at, level)
        if found is not None:
            heads[level + 1] = found
            at += used
            continue
        if level == 0:
            own.append(line)
        elif level == depth and others:
            others[-1][1].append(line)
        else:
            others.append((heads.get(level, _Head(None, None)), [line]))
        depth = level
        at += 1
    said = [Said(tuple(blocks_of_lines(own)))]
    said += [Said(tuple(blocks_of_lines(part)), True, head.author, head.day) for head, part in others]
    return [each for each in said if each.blocks]


def _unmarked(line: str) -> tuple[int, str]:
    """Return how many marks of quotation a line has, and the line without them."""
    match = _DEPTH.match(line)
    return (match[1].count(">"), line[match.end() :]) if match else (0, line)


def blocks_of_lines(lines: Sequence[str]) -> Iterator[Block]:
    """Yield the paragraphs of lines, the items of their lists, and as a note what signs them."""
    run: list[str] = []
    signed = False

    def whole() -> Iterator[Block]:
        if run:
            text = "\n".join(run)
            role = Role.NOTE if signed else Role.LISTING if _BULLET.match(run[0]) else Role.BODY
            yield Block(text, role)
            run.clear()

    for raw in lines:
        line = raw.rstrip()
        if raw == _SIGNATURE or line == "--":
            yield from whole()
            signed = True
            continue
        if not line.strip() or _BULLET.match(line):
            yield from whole()
        if line.strip():
            run.append(line.strip())
    yield from whole()


def _attribution(lines: Sequence[str], at: int, level: int) -> tuple[_Head | None, int]:
    """Return what a line, or two that a program wrapped, says of the words below, and how many it takes."""
    line = _unmarked(lines[at])[1].strip()
    if not line or len(line) > _LONGEST_ATTRIBUTION:
        return None, 0
    for used in (1, 2):
        if used == 2:
            if at + 1 >= len(lines) or _unmarked(lines[at + 1])[0] != level:
                break
            line = f"{line} {_unmarked(lines[at + 1])[1].strip()}"
        if line.endswith(":") and (head := _head_of(line)) and _is_followed(lines, at + used, level):
            return head, used
    return None, 0


def _is_followed(lines: Sequence[str], at: int, level: int) -> bool:
    """Whether marked lines come below, blank ones aside."""
    below = next((line for line in lines[at : at + 4] if line.strip(" >\t")), "")
    return _unmarked(below)[0] > level


def _head_of(line: str) -> _Head | None:
    date = find_date(line)
    for pattern in _attributions():
        match = pattern.fullmatch(line)
        if match and (date is not None or match.start("name") == 0 or match.start() < match.start("date")):
            start, end = match.span("name")
            if date is not None and date.end < end:  # "on Mon, | 4 Mar 2019, Wim Ejemplo wrote:"
                start = max(start, date.end)
            return _Head(_name(line[start:end]), date.iso if date else None)
    return None


def _name(text: str) -> str | None:
    """Return the name of a writer without the address behind it."""
    name = _ADDRESS.sub(" ", _TIMES.sub("", text)).strip(" \"'<>()[],")
    return name if 0 < len(name) <= _LONGEST_NAME and any(c.isalpha() for c in name) else None


def _original(lines: Sequence[str], at: int) -> tuple[_Head, int] | None:
    """Return the head of a whole earlier mail that begins at a line, and where its text does."""
    line = lines[at].strip()
    marked = bool(re.fullmatch(either("mails", "originals"), line, re.IGNORECASE))
    start = at + 1 if marked else at
    while marked and start < len(lines) and not lines[start].strip():
        start += 1
    fields: dict[str, str] = {}
    end = start
    while end < len(lines) and (field := _field(lines[end])):
        fields.setdefault(*field)
        end += 1
    if "from" not in fields or len(fields) < (1 if marked else 3) or (at == 0 and not marked):
        return None
    date = find_date(fields.get("date", ""))
    return _Head(_name(fields["from"]), date.iso if date else None), end


def _field(line: str) -> tuple[str, str] | None:
    key, colon, stated = line.strip().strip("*").partition(":")
    name = _fields().get(key.strip(" *").lower()) if colon else None
    return (name, stated.strip(" *")) if name else None


@cache
def _fields() -> dict[str, str]:
    kinds = ("from", "date", "subject", "other")
    return {word: kind for kind in kinds for word in strings("mails", kind)}


@cache
def _attributions() -> list[re.Pattern[str]]:
    date, name = r"(?P<date>\S.{3,60}?)", r"(?P<name>\S.{1,120}?)"
    return [
        re.compile(pattern.replace("DATE", date).replace("NAME", name), re.IGNORECASE)
        for pattern in strings("mails", "attributions")
    ]
