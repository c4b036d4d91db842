"""Mails, one in a file or many in a mailbox: each message is a text of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from index.errors import UnreadableDocument
from index.formats.description import Format
from index.formats.encodings import decode
from index.formats.extracted import Block, Extracted, Part
from index.formats.mail_body import Line, Said, said_in, said_on
from index.formats.page_source import is_address, iso_day
from index.model import Role, Source

if TYPE_CHECKING:
    from email.message import Message

_MOST_MESSAGES = 100_000
_MOST_HELD = 100  # mails within one
_MORE = 4  # times as much as the text beside it says a page for which that only stands in
_FIRST_BYTES = 200
_FAMILY_FIRST = re.compile(
    r"(?P<family>[^\W\d_][\w'’-]+), (?P<given>[^\W\d_][\w'’-]*(?: [^\W\d_][\w.'’-]*)?)"
)
_HIDDEN = re.compile(r"\S+ at \S+\s+\(([^()]+)\)")  # "ana at example.org (Ana Ejemplo)", as archives write it
_THROUGH = re.compile(r"(?<=\S) via .+$")  # "Ana Ejemplo via Town list"
_LONGEST_NAME, _LONGEST_SUBJECT = 100, 300
_BEGINS = re.compile(rb"(?:\A|\n\r?\n)From [^\n]{3,200}\r?\n(?=[!-9;-~]+:)")  # RFC 4155
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_HEADER = re.compile(
    rb"(?:\A|\n)(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|From|Date|Subject|To|X-[\w-]+):",
    re.IGNORECASE,
)
_FIRST_LINE = re.compile(rb"\s{0,4}(?:From [^\n]+\n|[A-Za-z][\w-]{1,50}:)")
_LIST = re.compile(r"^\s*\"?([^<\"]{2,100}?)\"?\s*<")
_UNPARSED = "no mail can be made of it"


def read(data: bytes, _name: str) -> Extracted:
    """Return the messages of a mail or a mailbox in order, and what others had written before in them."""
    parts: list[Part] = []
    attached = damaged = 0
    known: set[str] = set()
    if b"\0" in data[:_FIRST_BYTES]:  # UTF-16, as some programs save mails
        data = decode(data)[0].encode()
    messages = [*_messages(data)]
    if len(messages) > _MOST_MESSAGES:
        raise UnreadableDocument(f"{len(messages)} messages are more than the {_MOST_MESSAGES} it may hold")
    for number, message in enumerate(messages, start=1):
        try:
            for mail in _parsed(message):
                attached += len(mail.attachments)
                anchor = f"message={number}" if len(messages) > 1 else None
                parts += _parts(mail, anchor, known)
        except UnreadableDocument:
            if len(messages) == 1 and not parts:
                raise
            damaged += 1
    remarks = []
    if attached:
        remarks.append(f"{attached} attached file{'s are' if attached > 1 else ' is'} not read")
    if damaged:
        remarks.append(f"{damaged} of {len(messages)} messages are damaged and not read")
    return Extracted(tuple(parts), tuple(remarks))


def _messages(data: bytes) -> Iterator[bytes]:
    """Yield the messages of a mailbox, or the one that a file is."""
    starts = [*_BEGINS.finditer(data)] if data.lstrip()[:5] == b"From " else []
    if not starts:
        yield data
    ends = [match.start() for match in starts[1:]] + [len(data)]
    for match, end in zip(starts, ends[: len(starts)], strict=True):
        message = data[match.end() : end]
        yield _ESCAPED.sub(rb"\1", message)


def _parsed(data: bytes) -> Iterator[Any]:
    """Yield a mail, then those that it holds whole: each is its own sender's. Raises UnreadableDocument."""
    import email

    import mailparser
    from mailparser.exceptions import MailParserError

    try:
        held = [email.message_from_bytes(data)]
        for message in held:
            if len(held) < _MOST_HELD:
                held += _taken_out(message)
            if message.epilogue is None:
                message.epilogue = ""  # the library looks into that of a damaged mail
            yield mailparser.MailParser(message)
    except (MailParserError, RecursionError, ValueError, LookupError, TypeError) as error:
        raise UnreadableDocument(_UNPARSED) from error


def _taken_out(message: Message) -> list[Message]:
    """Return the mails that a mail holds as wholes, and leave them out of it."""
    held: list[Message] = []
    for part in [*message.walk()]:
        inner = part.get_payload()
        if not isinstance(inner, list) or part.get_content_type() == "message/delivery-status":
            continue
        if part.get_content_maintype() == "message":
            held += [each for each in inner[:1] if not isinstance(each, str)]
            part.set_payload("")
    return held


def _parts(mail: Any, anchor: str | None, known: set[str]) -> Iterator[Part]:
    """Yield the sender's words, then those of others that stand in no earlier message of the file."""
    source = _source(mail)
    said = [*_said(mail)]
    own = [block for each in said if not each.earlier for block in each.blocks]
    known.update(line for block in own for line in _lines(block))
    notes: list[Block] = []
    others: list[Part] = []
    for each in said:
        if not each.earlier:
            continue
        new = [block for block in each.blocks if not known.issuperset(_lines(block))]
        known.update(line for block in new for line in _lines(block))
        told = [Block(each.told, Role.NOTE, anchor)] if each.told else []
        if each.author is None or not new:
            notes += [*told, *(Block(block.text, Role.NOTE, anchor) for block in each.blocks)]
        else:
            blocks = (*told, *(Block(block.text, block.role, anchor) for block in each.blocks))
            authors = (each.author,)
            others.append(Part(blocks, Source(source.title, authors, source.outlet, each.day)))
    blocks = (*(Block(block.text, block.role, anchor) for block in own), *notes)
    yield Part(blocks, source)
    yield from others


def _lines(block: Block) -> list[str]:
    """Return the lines of a block, letters only: a program may have put marks or blanks into them."""
    return [letters for line in block.text.split("\n") if (letters := re.sub(r"\W+", "", line))]


def _said(mail: Any) -> Iterator[Said]:
    """Yield what is said in the texts of a mail; of a text and a page that say the same the text is read."""
    plain = "\n\n".join(text for text in mail.text_plain if text.strip())
    if plain:
        yield from said_in(plain)
    for page in mail.text_html:
        if _says_more(page, plain, mail.message):
            yield from said_on([*_seen(page)])


def _says_more(page: str, plain: str, message: Message) -> bool:
    """Whether a page in a mail is no other form of its text: it stands beside it, or for most of it."""
    if not plain:
        return True
    forms = [part for part in message.walk() if part.get_content_type() == "multipart/alternative"]
    if not any("text/plain" in {part.get_content_type() for part in form.walk()} for form in forms):
        return True
    if len(page) < _MORE * len(plain):
        return False
    words = sum(len(line.text.split()) for line in _seen(page))
    return words > _MORE * len(plain.split())


def _seen(page: str) -> Iterator[Line]:
    """Yield the lines of a page in a mail; each quotation set apart is one mark deep."""
    from lxml import etree, html

    from index.formats.markup import seen_blocks

    try:
        root = html.document_fromstring(page)
    except (etree.ParserError, ValueError):
        return
    for block in seen_blocks(root):
        depth = block.path.count("blockquote")
        if block.role is not Role.BODY:
            yield Line(block.text, depth, block.role)
            continue
        for line in block.text.split("\n"):
            yield Line(line, depth)
        yield Line("", depth)


def _source(mail: Any) -> Source:
    """Return who wrote a mail, on which day where it was written, to which list, about what."""
    message: Message = mail.message
    author = _sender(mail)
    subject = " ".join((mail.subject or "").split())[:_LONGEST_SUBJECT]
    listed = _LIST.match(str(message.get("List-Id", "")))
    archived = str(message.get("Archived-At", "")).strip(" <>")
    return Source(
        title=subject or None,
        authors=(author,) if author else (),
        outlet=listed[1].strip() if listed else None,
        published=_day(str(message.get("Date", ""))),
        url=archived if is_address(archived) else None,
    )


def _sender(mail: Any) -> str:
    """Return the name of who wrote a mail, else the address, without what a list writes around it."""
    hidden = _HIDDEN.fullmatch(str(mail.message.get("From", "")).strip())
    name, address = next(iter(mail.from_), ("", ""))
    name = hidden[1] if hidden else name
    if any(key.lower().startswith("list-") for key in mail.message):
        name = _THROUGH.sub("", name)
    return _given_first(" ".join((name or address or "").split())[:_LONGEST_NAME].strip("\"'"))


def _given_first(name: str) -> str:
    """Return "Ana Ejemplo" for "Ejemplo, Ana", as address books write persons; any other name as it is."""
    match = _FAMILY_FIRST.fullmatch(name)
    return f"{match['given']} {match['family']}" if match else name


def _day(date: str) -> str | None:
    """Return the day on which a mail was written, where it was written."""
    try:
        day = parsedate_to_datetime(" ".join(date.split())).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return iso_day(date[:40])
    return day.isoformat() if 1970 <= day.year <= 2100 else None


def looks(head: bytes, suffix: str) -> bool:
    """Whether a file begins like a mail: with lines of a head, of which only mails have several."""
    if not _FIRST_LINE.match(head) or b"\nSnapshot-Content-Location:" in head:
        return False
    top = re.split(rb"\r?\n\r?\n", head.lstrip(), maxsplit=1)[0]
    found = {match[0].strip().lower() for match in _HEADER.finditer(top)}
    mail = {name for name in found if not name.startswith(b"x-")}
    sure = {b"received:", b"return-path:", b"delivered-to:", b"mime-version:", b"message-id:"} & mail
    return (len(mail) > 2 and bool(sure)) or (suffix in FORMAT.suffixes and len(mail) > 1)


FORMAT = Format(
    name="a mail",
    suffixes=frozenset({".eml", ".mbox", ".mbx"}),
    looks=looks,
    read=read,
    needs=("mailparser", "lxml.html"),
)
