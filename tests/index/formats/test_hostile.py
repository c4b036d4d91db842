"""Files made to do harm, read as a library reads them: each costs itself and nothing else."""

from __future__ import annotations

import gzip
import json
import os
import time
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from index.articles.record import articles_of
from index.errors import UnreadableDocument
from index.formats.opening import document_of
from tests.index.formats.made_archives import OFFICE, W, archive, para, run
from tests.index.formats.made_pdfs import pdf

Write = Callable[[Mapping[str, str | bytes]], Path]
GOOD = "The harbour master said the ferry to Port Ellery will sail again on Monday.\n"
CANARY = "canary seventy-seven"


def flate_bomb(size: int) -> bytes:
    """Return a PDF whose page unpacks to so many bytes."""
    packed = zlib.compress(b"q " * (size // 2), 9)
    content = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        content,
    ]
    out = b"%PDF-1.4\n"
    for number, held in enumerate(objects, start=1):
        out += b"%d 0 obj\n" % number + held + b"\nendobj\n"
    return out + b"trailer << /Size 5 /Root 1 0 R >>\n%%EOF"


def entities(target: str) -> str:
    """Return a declaration that brings in a file from outside."""
    return f'<!DOCTYPE x [<!ENTITY a SYSTEM "file://{target}">]>'


LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10))
    + "]>"
)
RSS = '<rss version="2.0"><channel><item><title>&%s;</title></item></channel></rss>'
WARC_HEAD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://coast.example/\r\n"
    b"Content-Type: application/http;msgtype=response\r\nContent-Length: 400000000\r\n\r\n"
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
)

HOSTILE: dict[str, tuple[str, bytes | str]] = {
    "bomb in PDF": ("a.pdf", flate_bomb(300_000_000)),
    "pages that hold themselves": (
        "a.pdf",
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>\nendobj\ntrailer << /Root 1 0 R"
        b" >>\n%%EOF",
    ),
    "lists in lists in PDF": ("a.pdf", b"%PDF-1.4\n1 0 obj\n" + b"[" * 300_000),
    "bomb in WARC": ("a.warc", gzip.compress(WARC_HEAD + b"<p>x</p>" * 20_000_000, 1)),
    "laughs in a feed": ("a.rss", LAUGHS + RSS % "k"),
    "elements in elements": ("a.html", "<html><body>" + "<div>" * 200_000 + "words" + "</div>" * 200_000),
    "attributes without end": (
        "a.html",
        "<html><body " + " ".join(f"a{n}=1" for n in range(100_000)) + "><p>x</p>",
    ),
    "lists in lists in JSON-LD": (
        "a.html",
        '<html><head><script type="application/ld+json">' + "[" * 200_000 + "</script></head><body><p>x</p>",
    ),
    "comments that do not end": ("a.html", "<html>" + "<!--" * 200_000),
    "tables in tables": ("a.html", "<html><body>" + "<table><tr><td>" * 20_000 + "x"),
    "parts in parts": (
        "a.eml",
        "From: a\nTo: b\nMIME-Version: 1.0\n"
        + "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(1_000)),
    ),
    "encoded words": (
        "a.eml",
        "From: " + "=?utf-8?q?a?= " * 100_000 + "\nTo: x\nMIME-Version: 1.0\n\nText.\n",
    ),
    "marks of quotation": ("a.eml", "From: a\nTo: b\nMIME-Version: 1.0\n\n" + ">" * 300_000 + " x\n"),
    "groups in groups": ("a.rtf", "{\\rtf1" + "{" * 200_000),
    "lists in lists": ("a.json", "[" * 500_000),
    "a number without end": (
        "a.json",
        '[{"text": "some words of a text here", "date": ' + "9" * 50_000 + "}]",
    ),
    "columns without end": ("a.csv", ",".join(["text"] + ["c"] * 100_000) + "\n" + "word " * 100 + "\n"),
    "a cell without end": ("a.csv", 'text,b\n"' + "x" * 6_000_000),
    "brackets": ("a.md", "[" * 60_000),
    "labels without end": ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "A " * 300_000 + "\n"),
    "half a character": ("a.json", '[{"text": "some words \\ud800 of a text here"}]'),
    "zeros": ("a.html", b"<html><body><p>a\0b words</p>" + b"\0" * 100_000),
    "half UTF-16": ("a.html", b"\xff\xfe<\0h\0t\0m\0l\0>\0\0\xd8"),
}
HOSTILE |= {
    "laughs in YAML": (
        "a.md",
        "---\na0: &a0 [ha, ha]\n"
        + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
        + "title: *a11\n---\n\nWords of a text.\n",
    ),
    "lists in lists in YAML": ("a.md", "---\ntitle: " + "[" * 5_000 + "\n---\n\nWords of a text.\n"),
    "keys without end": (
        "a.md",
        "---\n" + "".join(f"key{n}: {n}\n" for n in range(8_000)) + "---\n\nWords of a text.\n",
    ),
    "objects in YAML": (
        "a.md",
        "---\ntitle: !!python/object/apply:os.system ['touch pwned']\n---\n\nWords of a text.\n",
    ),
    "quotations in quotations": ("a.md", ">" * 50_000 + " words\n"),
    "stars": ("a.md", "*a **b " * 20_000),
    "rows of strokes": ("a.md", "|a|b|\n|-|-|\n" + "|" * 100_000 + "\n"),
    "marks on a letter": ("a.txt", "e" + "\u0301" * 300_000 + " words of a text.\n"),
    "marks without width": ("a.txt", "words" + "\u200b" * 300_000 + " of a text.\n"),
    "one word": ("a.txt", "\u00a9 " + "a" * 1_000_000 + "\n"),
    "addresses": ("a.txt", "https://a.example/" + "x-" * 200_000 + "\n"),
    "titles of tabs": ("a.txt", "\n".join(f"Story {n} of the valley | Site {n}" for n in range(1_500))),
    "notices of rights": ("a.txt", "\n\n".join(f"\u00a9 2020 Name{n} Post" for n in range(1_500))),
    "turns": ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n" + "(Ana Borg) " * 50_000 + "\n"),
    "messages in a line": ("a.txt", "[07.12.2022 09:05] Ana: a\n" * 3 + "[1 " * 100_000),
    "links": ("a.md", "[a](http://b.example/" * 20_000),
}
HOSTILE["bomb in DOCX"] = (
    "a.docx",
    archive({"[Content_Types].xml": "<a/>", "word/document.xml": "<a>" + " " * 80_000_000 + "</a>"}),
)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_harm_costs_the_file_alone(name: str) -> None:
    """A file made to do harm is read or refused with the reason, in seconds, and what it holds can be
    kept.
    """
    file, data = HOSTILE[name]
    started = time.monotonic()
    try:
        document = document_of(file, data if isinstance(data, bytes) else data.encode()).document
        document.text.encode()
    except UnreadableDocument as error:
        assert str(error)
    assert time.monotonic() - started < 30  # of the clock; of the processor's time, at most eight
    assert document_of("good.html", f"<!DOCTYPE html><html><body><p>{GOOD}</p></body></html>".encode())


@pytest.mark.parametrize("kind", ["docx", "odt", "epub", "rss", "html", "fodt"])
def test_nothing_outside_a_file_is_read(kind: str, tmp_path: Path) -> None:
    """No entity, frame or include brings in a word of another file."""
    (tmp_path / "canary.txt").write_text(CANARY)
    outside = entities(str(tmp_path / "canary.txt"))
    word = f"<w:document {W}><w:body><w:p><w:r><w:t>&a; words</w:t></w:r></w:p></w:body></w:document>"
    text = (
        f"<office:document {OFFICE}><office:body><text:p>&a; words</text:p></office:body></office:document>"
    )
    files: dict[str, bytes | str] = {
        "docx": archive({"[Content_Types].xml": "<a/>", "word/document.xml": outside + word}),
        "odt": archive(
            {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": outside + text}
        ),
        "epub": archive(
            {"mimetype": "application/epub+zip", "META-INF/container.xml": outside + "<a>&a;</a>"}
        ),
        "rss": outside + RSS % "a",
        "fodt": outside + text,
        "html": f"{outside}<html><body><p>&a; words of it.</p><iframe"
        " src='file://{tmp_path}/canary.txt'></iframe>"
        f"<object data='file://{tmp_path}/canary.txt'></object><p>More of them.</p></body></html>",
    }
    data = files[kind]
    try:
        document = document_of(f"a.{kind}", data if isinstance(data, bytes) else data.encode()).document
    except UnreadableDocument as error:
        assert "entities" in str(error)
        return
    assert CANARY not in document.text


def test_names_in_an_archive_make_no_files(tmp_path: Path) -> None:
    """Nothing of an archive is written anywhere, whatever its parts are called."""
    before = sorted(tmp_path.iterdir())
    parts = {f"../../../{tmp_path}/x.txt": "x", f"{tmp_path}/y.txt": "y"}
    body = f"<w:document {W}><w:body>{para(run('Words of it.'))}</w:body></w:document>"
    document_of("a.docx", archive({**parts, "[Content_Types].xml": "<a/>", "word/document.xml": body}))
    assert sorted(tmp_path.iterdir()) == before


def test_a_library_of_harm_is_answered(library: Write, quoth: Any) -> None:
    """In a folder of hostile files the good ones are read and answer, and the others are named or read."""
    files: dict[str, str | bytes] = {
        "good.txt": GOOD,
        "line\nbreak.pdf": pdf([[(40, 300, 10, "It is open.")]]),
    }
    for number, kind in enumerate(("bomb in DOCX", "laughs in a feed", "groups in groups", "lists in lists")):
        name, data = HOSTILE[kind]
        files[f"{number}-{name}"] = data
    folder = library(files)
    os.mkfifo(folder / "pipe.pdf")
    (folder / "zero.html").symlink_to("/dev/zero")
    ran = quoth("index", "--library", folder)
    assert ran.status == 0 and "skipped pipe.pdf: it is a device or a pipe" in ran.out
    assert "skipped zero.html: it is a link that leads to no file of the library" in ran.out
    exported = {json.loads(line)["file"] for line in quoth("export", "--library", folder).out.splitlines()}
    assert {"good.txt", "line\nbreak.pdf"} <= exported
    assert not [name for name in files if name not in exported and f"skipped {name}" not in ran.out]
    assert "sail again on Monday" in quoth("ask", "When will the ferry sail again?", "--library", folder).out


def test_a_file_that_changes_while_it_is_read_is_said(
    library: Write, quoth: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is never the same at the end of a reading as at its start is named."""
    import index.formats.opening

    folder = library({"good.txt": GOOD, "log.html": "<!DOCTYPE html><p>a</p>"})
    real = index.formats.opening._rest

    def grown(opened: int, data: bytes, size: int) -> bytes:
        if b"<p>" in data:
            with (folder / "log.html").open("ab") as file:
                file.write(b"<p>b</p>")
        return real(opened, data, size)

    monkeypatch.setattr(index.formats.opening, "_rest", grown)
    assert (
        "skipped log.html: it changes while it is read; try again" in quoth("index", "--library", folder).out
    )


def test_a_text_of_too_many_paragraphs_is_refused_at_once() -> None:
    """A file that unpacks to more paragraphs than any book has costs seconds, and says how many they are."""
    body = para(run("The ferry sails on Monday.")) * 40_001
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    data = archive({"[Content_Types].xml": "<Types/>", "word/document.xml": document})
    begun = time.monotonic()
    with pytest.raises(UnreadableDocument, match="40001 paragraphs are more than the 40000 a text may have"):
        document_of("a.docx", data)
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize("mark", ["(", "[", "“", "a", "9", "."])
def test_words_without_an_end_are_no_title(mark: str) -> None:
    """Two words of very many signs are read in a time that grows with them: nothing seeks a title in them."""
    begun = time.process_time()
    articles_of(document_of("a.txt", f"The quay {mark * 60_000} shut {mark * 60_000}.\n".encode()))
    assert time.process_time() - begun < 5
