"""Bytes to text: the chain of encodings, and what is no text."""

from __future__ import annotations

import pytest

from index.errors import UnreadableDocument
from index.formats.encodings import decode

SPANISH = "El puerto cerró el sábado; ¿quién pagará? «Nadie», dijo la señora del muelle."
ENGLISH = "The harbour closed on Saturday; “who will pay?” asked the mayor’s deputy – twice."
PLAIN = "The harbour closed on Saturday."


@pytest.mark.parametrize("text", [SPANISH, ENGLISH, PLAIN, SPANISH * 50], ids=["es", "en", "ascii", "long"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_text_of_any_usual_encoding_is_recovered_exactly(text: str, encoding: str) -> None:
    """The text comes back character by character from each encoding that documents have."""
    assert decode(text.encode(encoding))[0] == text


def test_encoding_is_named() -> None:
    """The encoding that was found is told: the strictest that fits."""
    found = {
        encoding: decode(SPANISH.encode(encoding))[1]
        for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16")
    }
    assert found == {"utf-8": "utf-8", "utf-8-sig": "utf-8-sig", "cp1252": "cp1252", "utf-16": "utf-16"}
    assert decode(b"caf\xe9 \x81 sol")[1] == "latin-1"


@pytest.mark.parametrize("cut", [1, 2])
def test_utf8_cut_inside_a_letter_is_still_utf8(cut: int) -> None:
    """A file that ends inside a letter, or holds one stray byte, keeps all its other letters."""
    text, encoding = decode((SPANISH * 3 + "€").encode()[:-cut])
    assert text.startswith(SPANISH * 3) and encoding == "utf-8 (damaged)"
    stray, _ = decode(SPANISH.encode() + b" \xff " + SPANISH.encode())
    assert stray.count(SPANISH) == 2


@pytest.mark.parametrize(
    "text", ["¡Qué señal! Él cerró.", "Año tras año, así será: niñez y montaña.", "café"]
)
def test_western_text_is_not_taken_for_damaged_utf8(text: str) -> None:
    """Windows-1252 with many accents is read as that, not as UTF-8 with errors."""
    assert decode(text.encode("cp1252")) == (text, "cp1252")


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"\x7fELF\x01\x01\x01" + bytes(500),
        b"PK\x03\x04" + bytes(range(200)),
        b"\x00" * 1000,
    ],
    ids=["all bytes", "program", "archive", "zeros"],
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    """What is no text is refused with the reason and never shown as signs of nonsense."""
    with pytest.raises(UnreadableDocument, match=r"not a text file|damaged"):
        decode(data)


@pytest.mark.parametrize("data", [b"\xff\xfea", b"\xff\xfe\x00\xd8a\x00", b"\xff\xfe\x00\x00abc"])
def test_damaged_text_with_a_mark_is_refused(data: bytes) -> None:
    """A file that begins like UTF-16 or UTF-32 and is none is refused, with its encoding named."""
    with pytest.raises(UnreadableDocument, match="begins like utf"):
        decode(data)


def test_nothing_decodes_to_nothing() -> None:
    """No bytes, or a byte-order mark alone, are an empty text."""
    assert decode(b"")[0] == decode(b"\xef\xbb\xbf")[0] == decode(b"\xff\xfe")[0] == ""


def test_lines_of_two_encodings_are_each_read_in_theirs() -> None:
    """A file put together from two, one in UTF-8 and one in Windows-1252, keeps the letters of both."""
    mixed = "El alcalde de Málaga.\n".encode() + "El río cerró.\n".encode("cp1252")
    assert decode(mixed) == ("El alcalde de Málaga.\nEl río cerró.\n", "utf-8 and cp1252")


@pytest.mark.parametrize(
    "code",
    ["\x1b[31m", "\x1b[0m", "\x1b[1;38;5;208m", "\x1b[2K", "\x1b]0;a title\x07", "\x1b(B", "\x1b[?25l"],
)
def test_what_steers_a_terminal_is_no_text(code: str) -> None:
    """What a program wrote for a terminal is a text with its colours left out, however short it is."""
    assert decode(f"{code}Fer{code}ry{code}: it sails.\n{code}".encode()) == ("Ferry: it sails.\n", "utf-8")
