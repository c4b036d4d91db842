"""Pages saved in one file, and archives of the web."""

from __future__ import annotations

import gzip
import plistlib

import pytest

from index.errors import UnreadableDocument
from index.formats import html, mhtml, warc, webarchive
from index.formats.registry import format_of
from index.model import Role

PARAGRAPH = (
    "The harbour master Ruth Alvarado said on Monday that the ferry to Port Ellery will sail again in"
    " June, once"
    " the quay wall has been made good, and that nobody need wait any longer than that."
)
ARTICLE = f"<article><h1>The ferry</h1><p>{PARAGRAPH}</p></article>"
PAGE = f"<!DOCTYPE html><html><head><title>The ferry</title></head><body>{ARTICLE}</body></html>"
MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://coast.example/ferry\r\nSubject: The"
    " ferry\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n'
    "--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    + PAGE.replace("=", "=3D")
    + "\r\n--x\r\nContent-Type: image/png\r\n\r\nx\r\n--x--\r\n"
)


def record(address: str, page: str) -> bytes:
    """Return a record of an archive."""
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        "Content-Type: application/http;msgtype=response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"WARC-Date: 2021-03-04T00:00:00Z\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def test_saved_page_has_the_address_it_was_saved_from() -> None:
    """The page in a browser's archive is read as a page, with its address."""
    (part,) = mhtml.read(MHTML.encode(), "a.mhtml").parts
    assert part.source.url == "https://coast.example/ferry"
    assert PARAGRAPH in [block.text for block in part.blocks if block.role is Role.BODY]
    assert format_of(MHTML.encode(), ".txt") == format_of(MHTML.encode(), ".mht") == "mhtml"


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "iso-8859-1", "no-such"])
def test_page_in_a_property_list_has_the_address_it_was_saved_from(
    form: plistlib.PlistFormat, encoding: str
) -> None:
    """The page in a list of what a page shows is read as a page, in whichever encoding, with its address."""
    known = encoding if encoding != "no-such" else "utf-8"
    page = {
        "WebResourceData": PAGE.replace("Ruth", "Inés").encode(known),
        "WebResourceTextEncodingName": encoding,
    }
    page["WebResourceURL"] = "https://coast.example/ferry"
    data = plistlib.dumps({"WebMainResource": page, "WebSubresources": []}, fmt=form)
    (part,) = webarchive.read(data, "a.webarchive").parts
    assert part.source.url == "https://coast.example/ferry"
    assert PARAGRAPH.replace("Ruth", "Inés") in [block.text for block in part.blocks]
    assert format_of(data, ".webarchive") == "webarchive"


@pytest.mark.parametrize(
    "data",
    [
        b"bplist00", b"bplist00" + bytes(range(256)), b"<plist>" + b"<array>" * 5_000,
        *map(plistlib.dumps, ([1], {"WebMainResource": 1}, {"WebMainResource": {"WebResourceData": "text"}})),
    ],
)  # fmt: skip
def test_a_property_list_without_a_page_is_named(data: bytes) -> None:
    """A broken list, or one that holds something else, is refused with a reason."""
    with pytest.raises(UnreadableDocument):
        webarchive.read(data, "a.webarchive")


@pytest.mark.parametrize("packed", [False, True])
def test_each_page_of_an_archive_is_a_text(packed: bool) -> None:
    """The pages of an archive are read one by one, each with its address and record."""
    records = [
        record("https://coast.example/a", PAGE),
        record("https://coast.example/b", PAGE.replace("Ruth", "Rosa")),
    ]
    data = b"".join(gzip.compress(each) if packed else each for each in records)
    first, second = warc.read(data, "a.warc").parts
    assert (first.source.url, second.source.url) == ("https://coast.example/a", "https://coast.example/b")
    assert second.blocks[0].anchor == "record=2"
    assert format_of(data, ".gz" if packed else ".txt") == "warc"


def test_archives_without_pages_are_refused() -> None:
    """An archive without a page, and a damaged one, say so."""
    for data in (b"WARC/1.0\r\n\r\n", gzip.compress(b"x" * 100), b"WARC/1.0\r\nContent-Length: 99999999\r\n"):
        with pytest.raises(UnreadableDocument):
            warc.read(data, "a.warc")
    with pytest.raises(UnreadableDocument, match="no web page"):
        mhtml.read(b"From: x\r\nContent-Type: text/plain\r\n\r\nText", "a.mht")


def test_a_page_that_a_browser_saved_without_its_pictures_is_one() -> None:
    """Saved alone, the page is the whole file, with the address and no parts."""
    saved = (
        "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://coast.example/ferry\r\n\r\n"
    ) + PAGE.replace("=", "=3D")
    assert format_of(saved.encode(), ".mht") == "mhtml"
    assert mhtml.read(saved.encode(), "a.mht").parts[0].source.url == "https://coast.example/ferry"


def test_an_archive_packed_as_a_whole_is_read() -> None:
    """Programs pack record by record or all at once; each page is read either way."""
    pages = [record(f"https://coast.example/{number}", PAGE) for number in (1, 2)]
    for packed in (gzip.compress(b"".join(pages)), b"".join(map(gzip.compress, pages))):
        found = warc.read(packed, "a.warc.gz").parts
        assert [part.source.url for part in found] == ["https://coast.example/1", "https://coast.example/2"]


def test_a_page_kept_without_how_it_was_served_is_read() -> None:
    """Some programs keep the page alone, as a resource."""
    body = PAGE.encode()
    head = (
        "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://coast.example/1\r\n"
        "Content-Type: text/html\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2021-03-04T00:00:00Z\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    (part,) = warc.read(head.encode() + body + b"\r\n\r\n", "a.warc").parts
    assert part.source.url == "https://coast.example/1"


def test_what_is_not_read_of_an_archive_is_told() -> None:
    """Documents of other kinds are counted, and an archive that breaks off behind a page says so."""
    page = record("https://coast.example/ferry", PAGE)
    plain = record("https://coast.example/a.txt", "It sails.").replace(b"text/html", b"text/plain")
    plain = plain.replace(b"Content-Length: ", b"Content-Length: 00")
    robots = record("https://coast.example/robots.txt", "x").replace(b"text/html", b"text/plain")
    robots = robots.replace(b"Content-Length: ", b"Content-Length: 00")
    size = len(b"text/plain") - len(b"text/html")
    assert size == 1  # the head says one character less than there is: the last of the text is left out
    assert warc.read(page + plain + robots, "a.warc").remarks[-1] == "1 pages of the archive are not read"
    for broken in (page + page[:300], gzip.compress(page) + gzip.compress(page)[:-200]):
        assert "breaks off" in warc.read(broken, "a.warc.gz").remarks[0]
    assert warc.read(page + page, "a.warc").remarks == ()


def test_a_page_of_several_that_is_not_read_is_told() -> None:
    """Of pages saved one below another an empty one is counted."""
    empty = "<!DOCTYPE html><html><head></head><body><script>x()</script></body></html>"
    found = html.read(f"{PAGE}\n{empty}".encode(), "a.html")
    assert len(found.parts) == 1 and found.remarks == ("1 of 2 pages in it are not read",)
