"""A paragraph as a document of the engine and back: all that is known of it, sealed.

The nouns are written as lists in the order of their fields, whatever those are, so that a new field needs
no change here. The seal is a CRC-32 of what is written; a row that does not match it is never quoted.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from index.door import Exported
from index.embedded.rows import library_key
from index.errors import EnginePartial
from index.model import Reading
from index.opensearch.layout import encoded, engine_terms, engine_words, key_of
from index.text.reading import restored
from index.text.terms import folded_words
from index.values import fields_of

_AS_THEY_ARE = frozenset({str, int, float, bool, NoneType})


def document_of(item: Exported, place: str, origin: int) -> dict[str, Any]:
    """Return the engine's document of a paragraph.

    ``place`` sorts it as the library does, ``origin`` is a digest of what it was made of.
    """
    row = encoded(plain(item))
    document: dict[str, Any] = {
        "place": place,
        "article": key_of(item.paragraph.article),
        "language": item.paragraph.language,
        "speakers": sorted({key_of(voice.speaker) for voice in item.voices if voice.speaker}),
        "row": row,
        "seal": seal_of(row, place),
        "origin": origin,
    }
    if item.reading is not None and item.reading.terms:
        document["terms"] = " ".join(engine_terms(item.reading.terms))
    else:
        document["words"] = " ".join(engine_words(folded_words(item.paragraph.text)))
    return document


def place_of(item: Exported, article: int) -> str:
    """Return what sorts a paragraph: file, article in it, paragraph in that."""
    file = library_key(item.paragraph.file).hex()
    return f"{file}-{article:08d}-{item.paragraph.number:08d}"


def item_of(document: Mapping[str, Any]) -> Exported:
    """Return the paragraph of a document. Raises EnginePartial where the seal does not match."""
    row: str = document["row"]
    if seal_of(row, document["place"]) != document["seal"]:
        raise EnginePartial("a paragraph is not what was published; run `quoth index --rebuild`")
    item: Exported = _reader(Exported)(json.loads(row))
    return item


def seal_of(row: str, place: str) -> int:
    """Return the CRC-32 of a row, as JSON of ASCII alone, and of its place."""
    return zlib.crc32(f"{row}\n{place}".encode())


def plain(value: object) -> Any:
    """Return a value as JSON can hold it: nouns as lists of their fields, a reading without its terms."""
    kind: Any = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if isinstance(value, Reading):
        figures = None if value.figures is None else value.figures.decode()
        return [value.spans, value.starts, value.words, value.language, figures]  # JSON has tuples as lists
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset):
        return sorted(_all_plain(value))
    return _all_plain(value if isinstance(value, tuple | list) else _fields(kind)(value))


def _all_plain(values: Iterable[object]) -> list[Any]:
    return [each if type(each) in _AS_THEY_ARE else plain(each) for each in values]  # most are: no call


@cache
def _fields(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    """Return what reads all fields of a noun, of which there are several."""
    return attrgetter(*fields_of(kind))


def read_as(kind: Any, value: Any) -> Any:
    """Return a value of a kind (a class of nouns, or a type made of such) from its plain form."""
    return _reader(kind)(value)


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:  # noqa: PLR0911 (one return a kind of type)
    if kind is Reading:
        return _reading
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        (some,) = (each for each in inner if each is not NoneType)
        read = _reader(some)
        return lambda value: None if value is None else read(value)
    if origin is tuple and inner[-1] is Ellipsis:
        each = _reader(inner[0])
        return lambda value: tuple(map(each, value))
    if origin is tuple:
        readers = tuple(map(_reader, inner))
        return lambda value: tuple(read(part) for read, part in zip(readers, value, strict=True))
    if origin is frozenset:
        one = _reader(inner[0])
        return lambda value: frozenset(map(one, value))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind in {str, int, float, bool, NoneType}:
        return lambda value: value
    hints = get_type_hints(kind)
    fields = tuple(_reader(hints[name]) for name in fields_of(kind))
    return lambda value: kind(*(read(part) for read, part in zip(fields, value, strict=True)))


def _reading(value: Any) -> Reading:
    spans, starts, words, language, figures = value
    kept = None if figures is None else figures.encode()
    return restored(tuple((start, end) for start, end in spans), tuple(starts), words, language, kept)
