"""Exports of chats (WhatsApp, Telegram): each message is its sender's, of its day."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from index.errors import UnreadableDocument
from index.formats.description import Format
from index.formats.encodings import decode
from index.formats.extracted import Block, Extracted, Part
from index.formats.page_source import iso_day
from index.model import Role, Source
from index.text.dates import find_date
from index.values import frozen
from index.words import either, strings

_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
# What the program itself says in somebody's name begins with a mark: that messages are encrypted, a picture.
_OF_PROGRAM = re.compile(":[ \u00a0]\u200e(?!<)")
_SILENT = "\ue000"  # stands before such a message here
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[\s\u00a0\u202f]*[ap]\.?[\s\u00a0\u202f]*m\.?)?"
_DAY = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
    r"|\d{1,2} (?:de )?[^\W\d_]{3,10}\.? (?:de )?\d{4}|[^\W\d_]{3,10}\.? \d{1,2}, \d{4})"
)
_LINE = re.compile(
    rf"(?:\[({_DAY}),?\s+{_CLOCK}\]\s?|\[{_CLOCK},\s+({_DAY})\]\s?|({_DAY}),?\s+{_CLOCK}\s+[-–]\s+)(.*)",
    re.IGNORECASE,
)
_SENDER = re.compile(r"([^:\n]{1,80}?):(?:\s|$)(.*)", re.DOTALL)
_NUMBERS = re.compile(r"\d+")
_FEW_LINES = 5
_MOST_MESSAGES = 200_000

_Key = tuple[str | None, str | None, str | None, str | None]  # sender, day, whose words, and of which day


@frozen
class Message:
    """A message: who sent it on which day; without a sender it tells what happened, "" is nobody named."""

    text: str
    sender: str | None
    day: str | None  # YYYY-MM-DD
    anchor: str | None = None
    forwarded_from: str | None = None  # whose words they are, where the sender passed them on
    written: str | None = None  # the day of those words, where that is told


def read(data: bytes, name: str) -> Extracted:
    """Return the messages of a chat, those of one sender and one day together."""
    text, _ = decode(data)
    if text.lstrip("\ufeff \r\n\t")[:1] == "{":
        return _telegram(text)
    messages = [*_messages(text)]
    if not messages:
        raise UnreadableDocument("it holds no messages")
    return Extracted(tuple(parts_of(messages, _chat_name(name))))


def _messages(text: str) -> Iterator[Message]:
    """Yield the messages of a chat's lines; a line without a day goes on with the message above."""
    found: list[tuple[str, list[str]]] = []
    for raw in text.splitlines():
        line = _MARKS.sub("", raw)
        if begun := _begun(line):
            program = _OF_PROGRAM.search(raw) is not None
            found.append((_in_digits(begun[0]), [f"{_SILENT if program else ''}{begun[1]}"]))
        elif found:
            found[-1][1].append(line.rstrip())
        if len(found) > _MOST_MESSAGES:
            raise UnreadableDocument(f"it holds more than {_MOST_MESSAGES} messages; split it")
    days = _days([day for day, _ in found])
    for number, (day, lines) in enumerate(found, start=1):
        whole = "\n".join(lines).strip()
        silent = whole.startswith(_SILENT)
        sender = _SENDER.match(whole.lstrip(_SILENT))
        said = (sender[2] if sender else whole.lstrip(_SILENT)).strip()
        said = re.sub(rf"(?:{either('chats', 'edited')})$", "", said, flags=re.IGNORECASE)
        name = sender[1].lstrip("~ \u00a0\u202f").strip() if sender and not silent else None
        yield Message(said, name, days[day], f"message={number}")


def _begun(line: str) -> tuple[str, str] | None:
    """Return the day of the message that a line begins, with the rest of the line: "Sender: words"."""
    if copied := _copied().fullmatch(line):
        return copied[2], f"{copied[1]}: "
    match = _LINE.match(line)
    return (match[1] or match[2] or match[3], match[4]) if match else None


@cache
def _copied() -> re.Pattern[str]:
    """Return how messengers copy messages: the sender before the time, his words on the lines below."""
    at = either("chats", "before_time")
    return re.compile(rf"([^:\n\[\]]{{1,80}}), \[({_DAY}),?(?: {at})?\s+{_CLOCK}\]:?\s*", re.IGNORECASE)


def _in_digits(day: str) -> str:
    """Return a day whose month is a word in digits, any other as it is written."""
    date = find_date(day) if any(letter.isalpha() for letter in day) else None
    return date.iso if date else day


def _days(written: Sequence[str]) -> Mapping[str, str | None]:
    """Return the days that a chat writes in digits: the order of day and month is the chat's own.

    Told by a number above twelve, else by the order in which no day goes back; () where both orders fit.
    """
    numbers = {day: [int(number) for number in _NUMBERS.findall(day)] for day in dict.fromkeys(written)}
    firsts = [parts for parts in numbers.values() if parts[0] <= 31]
    orders = [(2, 1, 0), (2, 0, 1)]  # day first, month first
    if any(parts[0] > 12 for parts in firsts):
        orders = [(2, 1, 0)]
    elif any(parts[1] > 12 for parts in firsts):
        orders = [(2, 0, 1)]
    elif any("." in day for day in numbers):
        orders = [(2, 1, 0)]
    readings = [{day: _day(parts, order) for day, parts in numbers.items()} for order in orders]
    rising = [reading for reading in readings if _rises([reading[day] for day in written])]
    if len(rising) == 1:
        return rising[0]
    kept = rising or readings
    return {day: kept[0][day] if len({reading[day] for reading in kept}) == 1 else None for day in numbers}


def _day(parts: Sequence[int], order: Sequence[int]) -> str | None:
    year, month, day = parts if parts[0] > 31 else (parts[place] for place in order)
    try:
        return datetime.date(year + 2000 if year < 100 else year, month, day).isoformat()
    except ValueError:
        return None


def _rises(days: Iterable[str | None]) -> bool:
    before = ""
    for day in days:
        if day is None or day < before:
            return False
        before = day
    return True


def parts_of(messages: Sequence[Message], chat: str | None) -> Iterator[Part]:
    """Yield the texts of a chat: what one sender wrote in a row on one day, each message a block."""
    run: list[Block] = []
    before: _Key | None = None
    for message in messages:
        if not message.text:
            continue
        key = message.sender, message.day, message.forwarded_from, message.written
        if run and key != before:
            yield _part(run, before, chat)
            run = []
        before = key
        left_out = re.fullmatch(either("chats", "left_out"), message.text, re.IGNORECASE)
        silent = message.sender is None or left_out
        role = Role.JUNK if silent else Role.BODY
        run.append(Block(message.text, role, message.anchor))
    if run:
        yield _part(run, before, chat)


def _part(blocks: Sequence[Block], key: _Key | None, chat: str | None) -> Part:
    sender, day, origin, written = key or (None, None, None, None)
    if origin is not None:
        source = Source(authors=(origin,), outlet=chat, published=written, reposted_by=sender, reposted=day)
    else:
        source = Source(authors=(sender,) if sender else (), outlet=chat, published=day)
    return Part(tuple(blocks), source)


def _chat_name(name: str) -> str | None:
    """Return the name of a chat that a messenger called its file by; any other name is only the file's."""
    stem = PurePosixPath(name).stem
    match = re.match(rf"(?:{'|'.join(strings('chats', 'files'))})(.+)", stem, re.IGNORECASE)
    return " ".join(match[1].replace("_", " ").split()) if match else None


def _telegram(text: str) -> Extracted:
    """Return the chats of a Telegram export in JSON."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument("it is damaged: it is no whole JSON text") from error
    chats = [whole] if "messages" in whole else (whole.get("chats") or {}).get("list") or []
    parts: list[Part] = []
    for chat in chats:
        messages = [*_telegram_messages(chat.get("messages") or [])]
        parts += parts_of(messages, str(chat.get("name") or "") or None)
    return Extracted(tuple(parts))


def _telegram_messages(stated: Iterable[Any]) -> Iterator[Message]:
    for message in stated:
        if not isinstance(message, dict) or message.get("type") != "message":
            continue
        sender = message.get("from")
        origin = message.get("forwarded_from")
        yield Message(
            _telegram_text(message.get("text")).strip(),
            str(sender) if sender else "",  # an account that is gone
            iso_day(str(message.get("date") or "")),
            f"message={message.get('id')}",
            str(origin) if origin else None,
        )


def _telegram_text(stated: Any) -> str:
    """Return a message's text: one piece, or several of which some are links or mentions."""
    pieces = stated if isinstance(stated, list) else [stated]
    return "".join(
        str(piece.get("text") or "") if isinstance(piece, dict) else str(piece or "") for piece in pieces
    )


def looks(head: bytes, suffix: str) -> bool:
    """Whether a file begins like the export of a chat."""
    text = head.decode("utf-8", "replace").lstrip("\ufeff \r\n\t")
    if text.startswith("{"):
        return '"messages"' in text and ('"from_id"' in text or '"date_unixtime"' in text)
    if suffix not in {".txt", ".text", ""}:
        return False
    lines = [_MARKS.sub("", line) for line in text.splitlines()[:20]]
    found = [begun[1] for line in lines if (begun := _begun(line))]
    signed = sum(bool(_SENDER.match(said)) for said in found)
    return signed > 0 and len(found) >= (2 if len(lines) <= _FEW_LINES else 3)


FORMAT = Format(
    name="the export of a chat",
    suffixes=frozenset(),
    looks=looks,
    read=read,
    largest=50_000_000,
)
