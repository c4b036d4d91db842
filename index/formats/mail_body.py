"""The text of a mail to what its sender wrote and what others had written before: each is its author's."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from index.formats.extracted import Block
from index.model import Role
from index.text.dates import find_date
from index.values import frozen, replace
from index.words import either, strings

_DEPTH = re.compile(r"^[ \t]?((?:>[ \t]?)+)")
_BULLET = re.compile(r"^\s*(?:[*•·–-]|\d{1,2}[.)])\s+\S")
_ADDRESS = re.compile(r"\s*[<(\[]?(?:mailto:)?[\w.+-]+@[\w.-]+[>)\]]*\s*")
_TIMES = re.compile(
    r"^.*\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\.?\b)?(?:\s*[+-]\d{4})?[,\s]*", re.IGNORECASE
)
_LONGEST_ATTRIBUTION = 250  # characters
_LONGEST_NAME = 60
_MOST_WRAPPED = 3  # lines of one attribution
_DAY_AT = 12  # characters before the day in one that begins with it: "On Wed, 3 Mar"
_DEEPEST = 20  # marks of quotation that are told apart


@frozen
class Said:
    """Words of one writer in a mail: the sender's own, or earlier ones with what is said of them.

    ``told`` are the lines that say whose they are.
    """

    blocks: tuple[Block, ...]
    earlier: bool = False
    author: str | None = None
    day: str | None = None
    told: str = ""


@frozen
class Line:
    """A line of a mail behind its marks of quotation; with a role it is a block of a page, whole."""

    text: str
    depth: int = 0
    role: Role | None = None


_EMPTY = Line("")


@frozen
class _Head:
    """What stands above earlier words: whose they are, and of which day."""

    author: str | None = None
    day: str | None = None
    told: str = ""


_NOBODY = _Head()


class _Writer:
    """Somebody whose words stand in a mail, in one place or between answers to them."""

    def __init__(self, head: _Head) -> None:
        self.head = head
        self.lines: list[Line] = []


def said_in(text: str) -> list[Said]:
    """Return what is said in a mail's text: the sender's words first, then earlier ones in order."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return said_on([_unmarked(line) for line in lines])


def said_on(lines: Sequence[Line]) -> list[Said]:
    """Return what is said on the lines of a mail.

    Earlier words of several mails within each other are told apart by their marks ("> >"), and where mails
    stand whole one below another by their heads.
    """
    sender = _Writer(_NOBODY)
    found = [sender]
    _share(lines, sender, found, {}, 0)
    said = [Said(tuple(blocks_of_lines(each.lines)), each is not sender, *_told(each.head)) for each in found]
    return [each for each in said if each.blocks or each.told]


def _told(head: _Head) -> tuple[str | None, str | None, str]:
    return head.author, head.day, head.told


def _share(
    lines: Sequence[Line], writer: _Writer, found: list[_Writer], inner: dict[int, _Writer], depth: int
) -> None:
    """Give each line to its writer: unmarked ones to that of the text, the others to those it quotes.

    ``inner`` holds who is quoted so deep, for what is quoted further behind an answer.
    """
    at = 0
    while at < len(lines):
        if lines[at].depth and depth < _DEEPEST:
            end = _end_of_marked(lines, at)
            if depth + 1 not in inner:
                inner[depth + 1] = _Writer(_NOBODY)
                found.append(inner[depth + 1])
            quoted = inner[depth + 1]
            quoted.lines.append(_EMPTY)
            marked = [Line(each.text, max(each.depth - 1, 0), each.role) for each in lines[at:end]]
            _share(marked, quoted, found, inner, depth + 1)
            writer.lines.append(_EMPTY)
            at = end
            continue
        head, used = _original(lines, at, first=not depth and not at)
        below = depth if head else depth + 1
        if head is None:
            head, used = _attribution(lines, at)
        if head is None:
            writer.lines.append(lines[at])
            at += 1
            continue
        for level in [level for level in inner if level > depth]:
            del inner[level]
        found.append(_Writer(head))
        if below == depth:  # all that follows is another's
            writer = found[-1]
        else:
            inner[below] = found[-1]
        at += used


def _end_of_marked(lines: Sequence[Line], at: int) -> int:
    """Return where marked lines end that begin at a place: empty lines between them may lack the marks."""
    end = at
    while at < len(lines) and (lines[at].depth or not lines[at].text.strip()):
        at += 1
        if lines[at - 1].depth:
            end = at
    return end


def _unmarked(line: str) -> Line:
    """Return how many marks of quotation a line has, and the line without them."""
    match = _DEPTH.match(line)
    return Line(line[match.end() :], match[1].count(">")) if match else Line(line)


def blocks_of_lines(lines: Sequence[Line]) -> Iterator[Block]:
    """Yield the paragraphs of lines, the items of their lists, and as a note what signs them."""
    run: list[str] = []
    signed = False

    def whole() -> Iterator[Block]:
        if run:
            text = "\n".join(run)
            role = Role.NOTE if signed else Role.LISTING if _BULLET.match(run[0]) else Role.BODY
            yield Block(text, role)
            run.clear()

    for each in lines:
        line = each.text.rstrip()
        if each.role or line == "--" or not line.strip() or _BULLET.match(line):
            yield from whole()
        if each.role:
            yield Block(line.strip(), each.role)
        elif line == "--":  # "-- " begins a signature
            signed = True
        elif line.strip():
            run.append(line.strip())
    yield from whole()


def _attribution(lines: Sequence[Line], at: int) -> tuple[_Head | None, int]:
    """Return what a line, or a few that were one, says of the words below, and how many it takes."""
    for used in range(1, _MOST_WRAPPED + 1):
        parts = [line.text.strip() for line in lines[at : at + used]]
        line = " ".join(parts)
        if not parts[-1] or lines[min(at + used, len(lines)) - 1].depth or len(line) > _LONGEST_ATTRIBUTION:
            break
        if not line.endswith(":") or not _is_followed(lines, at + used):
            continue
        head = _head_of(line)
        if head is not None and (used == 1 or _is_wrapped(parts)):
            return replace(head, told="\n".join(parts)), used
    return None, 0


def _is_wrapped(parts: Sequence[str]) -> bool:
    """Whether lines are one that was wrapped: the first begins with the day, or the last names nobody."""
    date = find_date(parts[0])
    last = _head_of(parts[-1])
    dated = date is not None and date.start < _DAY_AT
    return dated or ((last is None or last.author is None) and not parts[0].endswith((".", "?", "!")))


def _is_followed(lines: Sequence[Line], at: int) -> bool:
    """Whether marked lines come below, blank ones aside."""
    below = next(
        (line for line in itertools.islice(lines, at, None) if line.depth or line.text.strip()), None
    )
    return below is not None and below.depth > 0


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


def _original(lines: Sequence[Line], at: int, *, first: bool) -> tuple[_Head | None, int]:
    """Return the head of a whole earlier mail that begins at a line, and how many lines it takes.

    The first lines of a mail may be fields of its text, unless a line above them says what they are.
    """
    marked = bool(re.fullmatch(either("mails", "originals"), lines[at].text.strip(), re.IGNORECASE))
    start = at + 1 if marked else at
    while marked and start < len(lines) and not lines[start].text.strip():
        start += 1
    fields: dict[str, str] = {}
    end = start
    while end < len(lines) and not lines[end].depth and (field := _field(lines[end].text)):
        fields.setdefault(*field)
        end += 1
    if "from" not in fields or len(fields) < (1 if marked else 3) or (first and not marked):
        return None, 0
    date = find_date(fields.get("date", ""))
    told = "\n".join(line.text.strip() for line in lines[at:end] if line.text.strip())
    return _Head(_name(fields["from"]), date.iso if date else None, told), end - at


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
