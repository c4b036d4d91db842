"""What a catalogue holds, row by row: the values that its reader and its writer share."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from index.errors import StoreDamaged
from index.model import Mode, Paragraph, Place, Reading, Role, Source, Stance, Voice, Wording
from index.text.reading import restored
from index.values import frozen

_COUNT, _UNREAD = struct.Struct("<I"), 1 << 31  # of sentences; with this bit nobody looked for figures
_ROLES = {str(each): each for each in Role}
_MODES = {str(each): each for each in Mode}
_STANCES = {str(each): each for each in Stance}
_LENGTHS, _NONE = struct.Struct("<II"), 0xFFFFFFFF  # bytes of a text, and of its words, none for no reading


@frozen
class Entry:
    """A paragraph with all the catalogue knows about it."""

    paragraph: Paragraph
    source: Source
    group: str
    voices: tuple[Voice, ...]
    also_in: tuple[Place, ...]
    posting: int | None
    reading: Reading | None = None  # of those that can be found


@frozen
class Stamp:
    """What tells a file apart from its earlier state without reading it."""

    size: int
    modified: int


@frozen
class Marks:
    """What tells whether an article may be a translation of another."""

    article: str
    language: str | None
    authors: tuple[str, ...]
    long: int  # paragraphs long enough to be compared
    figures: frozenset[str]


@frozen
class Part:
    """One of the files of postings: the number of its first paragraph, how many, and the dead ones."""

    base: int
    size: int
    dead: tuple[tuple[int, int], ...] = ()  # ranges within it


def library_key(file: str) -> bytes:
    """Return what sorts files as a library lists them: those of a folder by name, then its subfolders."""
    if "/" not in file:
        return b"\1" + file.encode("utf-8", "surrogatepass")
    *folders, name = file.encode("utf-8", "surrogatepass").split(b"/")
    return b"".join(b"\2" + folder + b"\0" for folder in folders) + b"\1" + name


def source_from(text: str) -> Source:
    """Return the source that an article's row tells of."""
    data = json.loads(text)
    data["authors"], data["speakers"] = tuple(data["authors"]), tuple(data["speakers"])
    data["wording"] = Wording(data["wording"])
    return Source(**data)


def entry_from(
    paragraph: tuple[Any, ...],
    voices: Sequence[tuple[Any, ...]],
    article: str,
    file: str,
    source: Source,
    group: str,
) -> Entry:
    """Return the entry of a paragraph's row, the rows of its voices, and its article."""
    _, _, number, start, end, role, language, anchor, text, also_in, posting, words, sentences, _ = paragraph
    return Entry(
        Paragraph(article, file, number, start, end, _ROLES[role], language, text, anchor),
        source,
        group,
        tuple(_voice(voice) for voice in voices),
        () if also_in == "[]" else tuple(_place(place) for place in json.loads(also_in)),
        posting,
        None if sentences is None else unpacked(sentences, words, language),
    )


def _place(row: Sequence[Any]) -> Place:
    article, file, start, end, same = row
    return Place(article, file, start, end, tuple((first, last) for first, last in same))


def _voice(row: tuple[Any, ...]) -> Voice:
    start, end, speaker, mode, cue, role, mention, stance = row
    return Voice(start, end, speaker, _MODES[mode], cue, role, mention, _STANCES[stance])


def packed_texts(text: str, words: str | None, sentences: bytes | None) -> bytes:
    """Return what is written of a paragraph's text and its reading, which some have not."""
    held, beside = text.encode(), (words or "").encode()
    return (
        _LENGTHS.pack(len(held), _NONE if words is None else len(beside)) + held + beside + (sentences or b"")
    )


def unpacked_texts(data: bytes) -> tuple[str, str | None, bytes | None]:
    """Return a paragraph's text, and the words and sentences of its reading. Raises ValueError."""
    if len(data) < _LENGTHS.size:
        raise ValueError("a text is too short")
    size, beside = _LENGTHS.unpack_from(data)
    held = data[_LENGTHS.size :]
    text = held[:size].decode()
    if beside == _NONE:
        return text, None, None
    return text, held[size : size + beside].decode(), held[size + beside :]


def packed(reading: Reading) -> bytes:
    """Return how many sentences a reading has and each of them in 12 bytes, and behind them its figures.

    Of a sentence its start and end, and the number of the word behind it. Figures nobody has looked for are
    told by the highest number of sentences there can be.
    """
    rows = ((*span, stop) for span, stop in zip(reading.spans, reading.starts[1:], strict=True))
    count = len(reading.spans)
    unread = _UNREAD if reading.figures is None else 0
    spans = struct.pack(f"<{1 + 3 * count}I", count | unread, *chain.from_iterable(rows))
    return spans + (reading.figures or b"")


def unpacked(sentences: bytes, words: str, language: str | None) -> Reading:
    """Return a reading of packed sentences and its words. Raises ValueError where they are none."""
    if len(sentences) < _COUNT.size:
        raise ValueError("a reading is too short")
    (count,) = _COUNT.unpack_from(sentences)
    unread, count = bool(count & _UNREAD), count & ~_UNREAD
    end = _COUNT.size + 12 * count
    if end > len(sentences):
        raise ValueError("a reading is too short")
    numbers = struct.unpack_from(f"<{3 * count}I", sentences, _COUNT.size)
    spans = tuple(zip(numbers[::3], numbers[1::3], strict=True))
    figures = None if unread else sentences[end:]
    return restored(spans, (0, *numbers[2::3]), words, language, figures)


def as_sealed(paragraph: Sequence[Any], voices: Iterable[Sequence[Any]]) -> tuple[Any, ...]:
    """Return what is sealed of a whole row of a paragraph and its voices: of its texts their checksum."""
    *first, _, also_in, posting, _, _, texts = paragraph
    return *first, also_in, posting, texts, *voices


def seal(values: tuple[object, ...]) -> int:
    """Return the CRC-32 of what a row says; texts, bytes, whole numbers and None only."""
    return zlib.crc32(repr(values).encode("utf-8", "surrogatepass"))


def check(values: tuple[object, ...], sealed: object) -> None:
    """Raise StoreDamaged when a row does not say what was sealed."""
    if seal(values) != sealed:
        raise damaged("a checksum does not match")


def damaged(reason: object) -> StoreDamaged:
    """Return the error of a catalogue that is not what was written."""
    return StoreDamaged(f"the index is damaged ({reason}); run `quoth index --rebuild`")
