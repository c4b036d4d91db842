"""Messages for a chat: text and entities, never mark-up; a quote that is too long goes into several.

A message's text is already in the form that Telegram's server keeps (``sent_form``), so that what
arrives is what was sent and the entities point at the right words. Entity offsets and lengths count
UTF-16 code units, everything else counts characters.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from index.text.normal import collapse
from index.values import frozen, replace

# Telegram allows 4096 code points after cleaning. Counting UTF-16 units instead is never more
# generous, and holds for servers and clients that count that way.
TEXT_LIMIT = 4096
ENTITY_LIMIT = 100  # the server ignores the rest without a word
# The server refuses messages whose entities take about 9,500 bytes; each takes 12 bytes and its
# link, here counted as 24 and the link, in case the server counts more than it shows.
ENTITY_BYTES = 9000
ENTITY_OVERHEAD = 24
LINK_BYTES = 1500  # longer links give way to the plain address, or to none
LABEL_LIMIT = 300  # titles and names; longer ones are not read, and would crowd out the quote
# A telephone's screen: characters of a line, and lines. Telegram folds an expandable quote to three lines.
PHONE_WIDTH, PHONE_LINES, FOLDED = 40, 20, 3
EXPANDABLE_FROM = FOLDED * (PHONE_WIDTH - 2)  # characters of a quote: a bar and a margin stand beside it

_CONTROLS = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
_DROPPED = re.compile("[\r\u2028-\u202e\u030a\u0333\u033f]")
_RING = re.compile(r"([^\W\d_])([\u0323-\u0333\u0339-\u033c]*)\u030a")
# What Telegram would make a link of by itself: a name with a dot in it, as sites and files have them, and one
# behind an "@". That "report.md" is a file does not keep it from being the address of somebody's site, nor
# that "@mayor" writes elsewhere from being the name of somebody here.
_LIKE_ADDRESS = re.compile(
    r"(?<![\w@])[\w-]+(?:[./\\][\w-]+)*\.[^\W\d_]{2,}(?!\w)(?:/\S*[\w/])?|(?<!\w)@[A-Za-z0-9_]{2,32}(?!\w)"
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s")


@frozen
class Entity:
    """A formatted span of a message; ``offset`` and ``length`` count UTF-16 code units."""

    kind: str  # as the Bot API names it: bold, italic, blockquote, expandable_blockquote, text_link
    offset: int
    length: int
    url: str | None = None


@frozen
class Message:
    """What one message holds; also a block on its way into one."""

    text: str
    entities: tuple[Entity, ...] = ()


@frozen
class Run:
    """A stretch of text in one style; ``inside`` are styles of parts of it: kind, start and end."""

    text: str
    kinds: tuple[str, ...] = ()
    url: str | None = None
    inside: tuple[tuple[str, int, int], ...] = ()

    @property
    def is_quote(self) -> bool:
        """Whether it is quoted: its words stay as they are."""
        return any("blockquote" in kind for kind in self.kinds)


@frozen
class Quoted:
    """A quote with the lines that must stay with it: ``head`` above, ``tail`` below."""

    head: tuple[Run, ...]
    quote: str
    tail: tuple[Run, ...] = ()
    inside: tuple[tuple[str, int, int], ...] = ()  # styles of parts of the quote: kind, start and end


def utf16(text: str) -> int:
    """Length of ``text`` in UTF-16 code units."""
    return len(text) + sum(character > "\uffff" for character in text)


def sent_form(text: str) -> str:
    """Return ``text`` as Telegram's server keeps it.

    The server turns control characters into spaces and drops carriage returns, U+2028 to U+202E and
    three combining marks (source: ``clean_input_string`` in TDLib). A letter with a combining ring is
    composed first, or "å" would arrive as "a".
    """
    if text.isascii() and text.isprintable():
        return text
    text = _RING.sub(_composed, text)
    return _CONTROLS.sub(" ", _DROPPED.sub("", text))


def _composed(found: re.Match[str]) -> str:
    letter = unicodedata.normalize("NFC", found[1] + "\u030a")
    return letter + found[2] if len(letter) == 1 else found[0]


def clipped(text: str, limit: int = LABEL_LIMIT) -> str:
    """Return a title or a name, cut to ``limit`` characters. Never for quotes."""
    text = collapse(text)
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def block(runs: Iterable[Run]) -> Message:
    """Set runs one after the other; entities of the same stretch nest, the first named outermost.

    What looks like an address and is no link becomes code, or Telegram would make one of it.
    """
    parts: list[str] = []
    entities: list[Entity] = []
    at = 0
    for run in (piece for each in runs for piece in _unlinked(each)):
        text = sent_form(run.text)
        length = utf16(text)
        if length and text.strip():
            url = run.url if run.url and len(run.url.encode()) <= LINK_BYTES else None
            kinds = (*run.kinds, "text_link") if url else run.kinds
            entities += [Entity(kind, at, length, url if kind == "text_link" else None) for kind in kinds]
            entities += _inner(run, at)
        parts.append(text)
        at += length
    return Message("".join(parts), tuple(entities))


def plain(text: str) -> Message:
    """Return a text without styles, in which no name of a file becomes a link."""
    return block([Run(text)])


def _unlinked(run: Run) -> Iterator[Run]:
    """Yield a run in pieces: what looks like an address is code of its own, which takes no other style."""
    if run.url or run.is_quote or "code" in run.kinds:
        yield run
        return
    at = 0
    for match in _LIKE_ADDRESS.finditer(run.text):
        yield Run(run.text[at : match.start()], run.kinds)
        yield Run(match[0], ("code",))
        at = match.end()
    yield Run(run.text[at:], run.kinds)


def _inner(run: Run, at: int) -> Iterator[Entity]:
    """Yield the styles of parts of a run; in a quote what looks like an address is code and nothing else."""
    guarded = run.is_quote and not run.url
    code = [match.span() for match in _LIKE_ADDRESS.finditer(run.text)] if guarded else []
    styled = [(kind, *span) for kind, *whole in run.inside for span in _without(whole[0], whole[1], code)]
    for kind, start, end in (*styled, *(("code", *span) for span in code)):
        first, last = (utf16(sent_form(run.text[:place])) for place in (start, end))
        if last > first:
            yield Entity(kind, at + first, last - first)


def _without(start: int, end: int, taken: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield what is left of a span without some others, which are in order and apart."""
    for first, last in taken:
        if first < end and last > start:
            if start < first:
                yield start, first
            start = last
    if start < end:
        yield start, end


def phone_lines(message: Message) -> int:
    """Return how many lines a message takes on a telephone, its expandable quotes folded."""
    units = message.text.encode("utf-16-le")
    lines, at = 0, 0
    quotes = sorted((e for e in message.entities if "blockquote" in e.kind), key=lambda e: e.offset)
    for quote in quotes:
        before = units[2 * at : 2 * quote.offset].decode("utf-16-le").removesuffix("\n")
        lines += _lines_of(before.removeprefix("\n") if at else before)
        at = quote.offset + quote.length
        tall = _lines_of(units[2 * quote.offset : 2 * at].decode("utf-16-le"), PHONE_WIDTH - 2)
        lines += min(FOLDED, tall) if quote.kind == "expandable_blockquote" else tall
    return lines + _lines_of(units[2 * at :].decode("utf-16-le").removeprefix("\n"))


def _lines_of(text: str, width: int = PHONE_WIDTH) -> int:
    if not text:
        return 0
    return sum(max(1, len(textwrap.wrap(line, width))) for line in text.split("\n"))


def quoted(part: Quoted, limit: int = TEXT_LIMIT) -> Iterator[Message]:
    """Yield the blocks of a quote: one, or as many as it needs, each under its voice line."""
    whole = _quote_block(part.head, part.quote, part.tail, part.inside)
    if fits(whole, limit):
        yield whole
        return
    around = _quote_block((*part.head, Run(" (99/99)")), "", part.tail)
    room = max(limit // 4, limit - utf16(around.text) - 1)
    pieces = _pieces(part, room)
    while not all(fits(piece, limit) for piece in pieces) and room > 1:
        room //= 2  # names with dots are code, and may be more entities than one message takes
        pieces = _pieces(part, room)
    yield from pieces


def _pieces(part: Quoted, room: int) -> list[Message]:
    """Return the blocks of a quote that is cut into slices of so many UTF-16 units, each under its voice."""
    slices = list(slices_of(sent_form(part.quote), room))
    return [
        _quote_block((*part.head, Run(f" ({number}/{len(slices)})")), text, part.tail)
        for number, text in enumerate(slices, 1)
    ]


def _quote_block(
    head: Sequence[Run], quote: str, tail: Sequence[Run], inside: tuple[tuple[str, int, int], ...] = ()
) -> Message:
    below = (Run("\n"), *tail) if tail else ()
    return block((*head, Run("\n"), Run(quote, (quote_kind(quote),), None, inside), *below))


def quote_kind(quote: str) -> str:
    """Return the entity of a quote: a long one is folded until it is tapped."""
    return "expandable_blockquote" if len(quote) > EXPANDABLE_FROM else "blockquote"


def slices_of(text: str, room: int) -> Iterator[str]:
    """Yield the parts of ``text``, each at most ``room`` UTF-16 units: cut after a sentence where one
    ends in the second half of the room, else at white space, else between two letters.
    """
    while utf16(text) > room:
        window = text[:room]
        while utf16(window) > room:
            window = window[: -max(1, (utf16(window) - room) // 2)]
        cut = _cut(text, len(window))
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    if text:
        yield text


def _cut(text: str, most: int) -> int:
    ends = [found.end() for found in _SENTENCE_END.finditer(text, most // 2, most)]
    if ends:
        return ends[-1]
    space = max(text.rfind(" ", 1, most + 1), text.rfind("\n", 1, most + 1))
    if space > 0:
        return space
    cut = most
    while cut > most // 2 and _belongs_to_previous(text[cut]):
        cut -= 1
    return cut


def _belongs_to_previous(character: str) -> bool:
    joins = character in "\u200d\ufe0f" or "\U0001f3fb" <= character <= "\U0001f3ff"
    return joins or unicodedata.combining(character) != 0


def fits(message: Message, limit: int = TEXT_LIMIT) -> bool:
    """Tell whether the server would take ``message`` whole."""
    size = sum(ENTITY_OVERHEAD + len((entity.url or "").encode()) for entity in message.entities)
    return utf16(message.text) <= limit and len(message.entities) <= ENTITY_LIMIT and size <= ENTITY_BYTES


def pack(blocks: Iterable[Message], limit: int = TEXT_LIMIT) -> tuple[Message, ...]:
    """Fill as few messages as the order allows, a blank line between blocks, none of them parted.

    A block that is too long by itself (a fixed text, never a quote) is cut at white space.
    """
    messages: list[Message] = []
    for part in blocks:
        if not part.text.strip():
            continue
        joined = _joined(messages[-1], part) if messages else None
        if joined is not None and fits(joined, limit):
            messages[-1] = joined
        elif fits(part, limit):
            messages.append(part)
        else:
            messages += [Message(text) for text in slices_of(part.text, limit)]
    return tuple(_trimmed(message) for message in messages)


def _joined(first: Message, second: Message) -> Message:
    shift = utf16(first.text) + 2
    moved = tuple(replace(entity, offset=entity.offset + shift) for entity in second.entities)
    return Message(f"{first.text}\n\n{second.text}", first.entities + moved)


def _trimmed(message: Message) -> Message:
    """Trim the ends as the server does, entities with them."""
    lead = len(message.text) - len(message.text.lstrip(" \n"))
    text = message.text.strip(" \n")
    shift, end = utf16(message.text[:lead]), utf16(text)
    kept = []
    for entity in message.entities:
        start = max(0, entity.offset - shift)
        stop = min(end, entity.offset + entity.length - shift)
        if stop > start:
            kept.append(replace(entity, offset=start, length=stop - start))
    return Message(text, tuple(kept))
