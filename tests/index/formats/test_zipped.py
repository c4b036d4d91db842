"""Archives that would do harm are refused before they are unpacked."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable

import pytest

from index.errors import UnreadableDocument
from index.formats import docx, epub, odt
from index.formats.extracted import Extracted
from index.formats.zipped import joined
from tests.index.formats.made_archives import W, archive

ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
BODY = f"<w:document {W}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
Reader = Callable[[bytes, str], Extracted]


@pytest.mark.parametrize(
    ("reader", "parts", "reason"),
    [
        (docx.read, {"word/document.xml": "<a>" + " " * 60_000_000 + "</a>"}, "unpacks to"),
        (odt.read, {"content.xml": "<a>" + " " * 60_000_000 + "</a>"}, "unpacks to"),
        (docx.read, {f"f{number}": "" for number in range(6_000)}, "6000 files"),
        (docx.read, {"word/document.xml": ENTITIES + BODY}, "entities"),
        (docx.read, {"word/document.xml": OUTSIDE + BODY}, "entities"),
        (docx.read, {"word/document.xml": (OUTSIDE + BODY).encode("utf-16")}, "entities"),
        (epub.read, {"META-INF/container.xml": OUTSIDE + "<a>&a;</a>"}, "entities"),
        (docx.read, {"word/document.xml": "<a>" * 100_000}, "damaged"),
    ],
    ids=[
        "bomb",
        "bomb of ODT",
        "many files",
        "laughs",
        "outside",
        "outside in UTF-16",
        "outside in EPUB",
        "deep",
    ],
)
def test_harm_is_refused_in_no_time(reader: Reader, parts: dict[str, str | bytes], reason: str) -> None:
    """Bombs, entities and depth are refused with the reason, before they cost time or memory."""
    data = archive(parts)
    started = time.process_time()
    with pytest.raises(UnreadableDocument, match=reason):
        reader(data, "a.bin")
    assert time.process_time() - started < 1


def test_protected_archive_is_named() -> None:
    """An archive with a password says so."""
    data = bytearray(archive({"word/document.xml": BODY}))
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1  # the mark of a file that is encrypted
    data[6] |= 1
    with pytest.raises(UnreadableDocument, match="password"):
        docx.read(bytes(data), "a.docx")


def test_what_a_list_of_files_says_need_not_be_true() -> None:
    """A part that is longer than the archive says is not read beyond its bound."""
    data = bytearray(archive({"word/document.xml": BODY}))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (5).to_bytes(4, "little")
    with pytest.raises(UnreadableDocument, match="damaged"):
        docx.read(bytes(data), "a.docx")
    assert zipfile.ZIP_DEFLATED


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("a.html", "OPS/a.html"), ("../a.html", "a.html"), ("/a.html", "a.html"), ("", "OPS"),
        ("a%20b.html#x", "OPS/a b.html"), ("../../a.html", None), ("data:text/html,x", None),
        ("https://coast.example/a.html", None),
    ],
)  # fmt: skip
def test_names_stay_inside_the_archive(target: str, name: str | None) -> None:
    """A reference is to a file of the archive or to nothing."""
    assert joined("OPS", target) == name
