"""What a distrustful user tries: a clear message or an honest "nothing found", never a traceback."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from index.model import Document

Write = Callable[[Mapping[str, str | bytes]], Path]
GOOD = "The harbour of Springfield was closed on Friday by the city council, the mayor said.\n"
QUOTH = [sys.executable, "-m", "bot"]
ROOT = Path(__file__).parents[1]


def run(*arguments: object, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as a process of its own."""
    options.setdefault("capture_output", True)
    command = [*QUOTH, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, check=False, timeout=60, **options)


# --- libraries -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"picture.png": b"\x89PNG\r\n"},
        {"binary.txt": bytes(range(256)) * 40},
        {"empty.txt": b"", "blank.txt": b" \n\t\n"},
        {".hidden.txt": b"hidden"},
        {"readme.md": b"# About this folder"},
    ],
    ids=["empty", "no text", "binary", "blank", "hidden", "about the folder"],
)
def test_library_without_text_is_refused_in_one_line(
    library: Write, quoth: Any, files: dict[str, bytes]
) -> None:
    """A folder without readable text ends with status 3 and one line that says so."""
    for command in (["index"], ["ask", "harbour"], ["sources"], ["export"]):
        ran = quoth(*command, "--library", library(files))
        assert (ran.status, ran.out) == (3, "")
        assert ran.err.startswith("quoth: ") and ran.err.count("\n") == 1
        assert "holds no readable document" in ran.err


@pytest.mark.parametrize("name", ["nowhere", "file.txt"])
def test_library_that_is_no_folder_is_refused(tmp_path: Path, quoth: Any, name: str) -> None:
    """A path that is no folder ends with status 3 and says how to give one."""
    (tmp_path / "file.txt").write_text(GOOD)
    ran = quoth("ask", "harbour", "--library", str(tmp_path / name))
    assert ran.status == 3
    assert "is not a folder" in ran.err


UNREADABLE = {
    "binary.txt": (bytes(range(256)) * 40, "binary data"),
    "empty.txt": (b"", "empty"),
    "blank.md": (b"\n \t\n", "empty"),
    "half.txt": ("día".encode("utf-16")[:-1], "damaged"),
    "slides.pptx": (b"slides", "save it as PDF"),
    "program.exe": (b"MZ", "its format is not read"),
}


@pytest.mark.parametrize("name", sorted(UNREADABLE))
def test_unreadable_file_is_named_with_the_reason(library: Write, quoth: Any, name: str) -> None:
    """A file that cannot be read is named with the reason, and the others still answer."""
    content, reason = UNREADABLE[name]
    folder = library({name: content, "good.txt": GOOD})
    indexed = quoth("index", "--library", folder)
    assert indexed.status == 0
    line = next(line for line in indexed.out.splitlines() if line.startswith(f"skipped {name}: "))
    assert reason in line
    assert quoth("ask", "harbour closed", "--library", folder).status == 0


BAD_FRONT = {
    "a date that is none": "date: 2022-13-45",
    "a time that is none": "published: 2022-02-30T99:99",
    "a list": "- a\n- b",
    "a word": "hello",
    "nothing": "",
    "an unclosed list": "title: [a",
    "a tab": "\ttitle: x",
    "a colon too many": "title: The harbour: closed\nauthor: Ana Ejemplo",
    "a Python object": "!!python/object/apply:os.system ['true']",
    "lists within lists": "title: " + "[" * 30_000,
    "tables within tables": "title: " + "{a: " * 10_000,
    "a number of 40,000 digits": "title: 0x" + "f" * 40_000,
    "a decimal number of 5,000 digits": "title: " + "9" * 5_000,
    "no number": "title: .nan\noutlet: .inf",
    "a time zone before the year 1": "date: 0001-01-01T00:00:00+23:59",
    "a set": "title: !!set {a, b}",
    "bytes": "title: !!binary aGVsbG8=",
    "a key that is a list": "? [a, b]\n: c",
    "a NUL": 'title: "a\\0b"',
    "a lone surrogate": 'title: "\\ud800"',
    "a list within itself": "&a title: &b [*b]",
    "a table within itself": "&x {published: *x}",
    "an unknown anchor": "title: *nope",
    "another version of YAML": "%YAML 9.9\n---\ntitle: x",
    "other types": "title: 12\nauthors: 5\npublished: 2023\nlanguage: 7\nurl: [a]\nwording: no",
    "names of all kinds": "authors: [1, null, [a], {b: c}, true, Ana Ejemplo]",
    "70,000 characters": "title: " + "x" * 70_000,
    "a bomb": "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + "".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "title: *j\npublished: *j\nauthors: *j\nlanguage: *j\nwording: *j",
}


@pytest.mark.parametrize("kind", sorted(BAD_FRONT))
def test_broken_front_matter_loses_no_document(library: Write, quoth: Any, kind: str) -> None:
    """Whatever stands in a front matter, the text below it answers, and nothing of the fence is quoted."""
    folder = library({"bad.md": f"---\n{BAD_FRONT[kind]}\n---\n\n{GOOD}"})
    started = time.monotonic()
    ran = quoth("ask", "harbour council", "--library", folder, "--json")
    assert time.monotonic() - started < 5
    assert ran.status == 0, ran.err
    assert [claim["quote"] for claim in json.loads(ran.out)["claims"]] == [GOOD.strip()]


def test_what_a_front_matter_states_wrongly_is_said(library: Write, quoth: Any) -> None:
    """`quoth index` names each value of a front matter that could not be used."""
    ran = quoth(
        "index", "--library", library({"bad.md": f"---\ndate: 31/31/2023\ncolour: red\n---\n\n{GOOD}"})
    )
    assert "bad.md: date: '31/31/2023' is no full date like 2023-01-31" in ran.out
    assert "bad.md: unknown key 'colour'" in ran.out


@pytest.mark.parametrize("text", ["---", "---\n---", "---\n---\n", "---\n\n\n", "---\ntitle: x\n\n" + GOOD])
def test_half_a_fence_is_no_crash(library: Write, quoth: Any, text: str) -> None:
    """A file that is little more than the start of a front matter is read or skipped with a reason."""
    ran = quoth("index", "--library", library({"a.md": text, "good.txt": GOOD}))
    assert ran.status == 0


def test_large_file_is_refused_by_size_at_once(library: Write, quoth: Any) -> None:
    """A text file of 50 MB is skipped for its size, quickly, and the others still answer."""
    folder = library({"good.txt": GOOD})
    with (folder / "large.txt").open("wb") as file:
        file.truncate(50_000_000)
    started = time.monotonic()
    ran = quoth("index", "--library", folder)
    assert time.monotonic() - started < 5
    assert "skipped large.txt: 50 MB is more than the 20 MB a document may have" in ran.out
    assert quoth("ask", "harbour closed", "--library", folder).status == 0


NAMES = [
    "with blank.txt", "ñandú ¿qué?.txt", "line\nbreak.txt", "tab\there.txt", "\u202eturned.txt", "hash#1.txt",
    "quote'\".txt", "per%20cent.txt", "-dash.txt", "deep/er/down.txt", "emoji 😀.txt", "x" * 200 + ".txt",
    "UPPER.TXT", "no.ending.txt", "\x1b[31mred.txt", "e\u0301.txt", "\u00e9.txt",
]  # fmt: skip


def test_strange_names_are_read_and_shown_safely(library: Write, quoth: Any) -> None:
    """Whatever a file is called, it is read, it can be shown by its name, and its name steers no terminal."""
    folder = library(dict.fromkeys(NAMES, GOOD))
    for name in (b"bytes\xff\xfe.txt",):
        (Path(os.fsdecode(os.fsencode(folder) + b"/" + name))).write_text(GOOD)
    ran = quoth("index", "--library", folder)
    assert ran.out.startswith(f"{len(NAMES) + 1} documents, {len(NAMES) + 1} articles (1 independent source)")
    articles = [
        json.loads(line)["article"]
        for line in quoth("sources", "--json", "--library", folder).out.splitlines()
    ]
    assert len(set(articles)) == len(NAMES) + 1
    for article in articles:
        assert quoth("show", "--library", folder, "--", article).status == 0
        assert quoth("show", "--library", folder, "--", f"{article}#1").status == 0
    for command in (["sources"], ["ask", "harbour"], ["index"]):
        out = quoth(*command, "--library", folder).out
        assert "\x1b" not in out and "\u202e" not in out


def test_links_lead_nowhere_else(library: Write, tmp_path: Path, quoth: Any) -> None:
    """Links out of the library, to nothing, and in rings are named and not read; one inside it is read."""
    (tmp_path / "outside.txt").write_text("secret words about submarines")
    folder = library({"good.txt": GOOD, "sub/more.txt": GOOD})
    (folder / "out.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "outdir").symlink_to(tmp_path)
    (folder / "nothing.txt").symlink_to(folder / "nowhere.txt")
    (folder / "ring1.txt").symlink_to(folder / "ring2.txt")
    (folder / "ring2.txt").symlink_to(folder / "ring1.txt")
    (folder / "self").symlink_to(folder)
    (folder / "inside.txt").symlink_to(folder / "sub" / "more.txt")
    ran = quoth("index", "--library", folder)
    assert ran.out.startswith("3 documents, ")
    for name in ("out.txt", "outdir", "nothing.txt", "ring1.txt", "ring2.txt", "self"):
        assert f"skipped {name}: it is a link that leads to no file of the library" in ran.out
    assert quoth("ask", "submarines", "--library", folder).status == 1


def test_pipes_and_devices_are_not_waited_for(library: Write, quoth: Any) -> None:
    """A named pipe called .txt is skipped with the reason instead of being waited for."""
    folder = library({"good.txt": GOOD})
    os.mkfifo(folder / "pipe.txt")
    assert "skipped pipe.txt: it is a device or a pipe and no file" in quoth("index", "--library", folder).out


def test_file_without_permission_is_named(
    library: Write, quoth: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that may not be opened is named with the reason; the others are read."""
    folder = library({"good.txt": GOOD, "locked.txt": GOOD})
    real = os.open

    def opened(path: Any, *arguments: Any, **options: Any) -> int:
        if str(path).endswith("locked.txt"):
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **options)

    monkeypatch.setattr(os, "open", opened)
    ran = quoth("index", "--library", folder)
    assert "skipped locked.txt: cannot be opened: Permission denied" in ran.out
    assert ran.out.startswith("1 document, ")


def test_folder_without_permission_is_named(
    library: Write, quoth: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that may not be listed is named with the reason; the others are read."""
    folder = library({"good.txt": GOOD, "locked/more.txt": GOOD})
    real = os.open

    def opened(path: Any, *arguments: Any, **options: Any) -> int:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *arguments, **options)

    monkeypatch.setattr(os, "open", opened)
    ran = quoth("index", "--library", folder)
    assert "skipped locked/: the folder cannot be listed" in ran.out
    assert ran.out.startswith("1 document, ")


def test_file_that_vanishes_is_named(library: Write, quoth: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that goes away while the library is read is named; the next run reads what is there."""
    import index.formats.opening

    folder = library({"a.txt": GOOD, "b.txt": GOOD})
    real = index.formats.opening.decode

    def vanish(data: bytes) -> tuple[str, str]:
        (folder / "b.txt").unlink(missing_ok=True)
        return real(data)

    monkeypatch.setattr(index.formats.opening, "decode", vanish)
    assert "skipped b.txt: cannot be opened: No such file" in quoth("index", "--library", folder).out
    ran = quoth("index", "--library", folder)
    assert ran.out.startswith("1 document, ") and "skipped" not in ran.out


HOSTILE = {
    "a line of 250,000 characters": "the harbour was closed by them, said Ana Ejemplo. " * 5_000,
    "a word of 500,000 letters": "a" * 500_000,
    "a word of 50,000 capitals": "A" * 50_000 + " goes on",
    "words of capitals without end": "ACGT " * 20_000 + "\n" + "AB." * 20_000 + "\n" + "AB-" * 20_000,
    "50,000 full stops": "." * 50_000 + "x\n" + "…" * 50_000 + "x\n" + "?!" * 25_000 + "x",
    "10,000 short lines": "Abc Def Ghi\n" * 10_000,
    "20,000 short lines of an old Macintosh": "abc def\r" * 20_000,
    "5,000 headings": "".join(f"Heading Number {n} Here\n\n" for n in range(5_000)),
    "2,000 signed headings": "".join(
        f"Heading {n}\nBy Ana Ejemplo\n\nA text that goes on for a while, as texts under headings do.\n\n"
        for n in range(2_000)
    ),
    "5,000 bylines": "By Ana Ejemplo\n" * 5_000,
    "5,000 items": "The list:\n" + "* an item of the list\n" * 5_000,
    "5,000 wrapped lines": "The Quick Brown Fox Jumps Over The Lazy Dog And Then It Runs Away Again\n"
    * 5_000,
    "3,000 cut texts": "a text that is cut off....\nRead More\n" * 3_000,
    "addresses run together": "www." * 2_000 + "x end of it",
    "addresses and a word": "http://a" * 2_000 + " word",
    "names without end": "Ana | " * 20_000 + "\nBy " + "Ana " * 60 + "\nBy " + "A. " * 90 + "x",
    "opening marks": "“" * 50_000 + "(" * 50_000 + "[" * 50_000,
    "dashes": "- " * 50_000 + "x\n" + "—" * 50_000,
    "credits without a name": ("Originally posted " + "in on at by with " * 15 + "x\n") * 200,
    "blanks": "a" + " " * 500_000 + "b" + "\n" * 500_000 + "c",
}


@pytest.mark.parametrize("shape", sorted(HOSTILE))
def test_hostile_shapes_cost_time_in_proportion(shape: str) -> None:
    """A text built to be slow to cut is cut in seconds: no rule takes more than time in proportion."""
    from index.articles.cutting import cut_articles

    started = time.process_time()
    cuts = cut_articles(Document("a.txt", HOSTILE[shape], "utf-8", ""), None)
    assert (
        time.process_time() - started < 4
    )  # the slowest takes half a second; rules without a bound, minutes
    assert cuts


# --- questions -------------------------------------------------------------------------------------

QUESTIONS = {
    "10,000 characters": "harbour closed " * 667,
    "10,000 letters in one word": "x" * 10_000,
    "1,000 words nobody wrote": " ".join(f"zz{n}q" for n in range(1000)),
    "only stop words": "who is it that was of the",
    "only stop words in Spanish": "¿quién es el que lo de la?",
    "emoji": "😀😀 🚢 👩‍👩‍👧",
    "right-to-left marks": "\u202eharbour\u202c \u2067closed\u2069",
    "Arabic": "متى أغلق الميناء؟",
    "Chinese": "港口什么时候关闭",
    "control characters": "\x1b[31mharbour\x07\x08 \x00",
    "NUL": "har\0bour",
    "a lone surrogate": "harbour \udcff\ud800",
    "nothing": "",
    "blanks": " \n\t\u00a0\u200b",
    "one letter": "a",
    "digits": "1 2 3 4,5 6.7 007 ١٢٣",
    "marks": "?!… ¿¡ --- ''' \"\"\" ### $$$ %%% ((( ]]]",
    "a pattern": "(a+)+$ [^x]* .*? \\d{1,999}",
    "SQL": "'; DROP TABLE paragraphs; --",
    "a path": "../../../etc/passwd",
    "format marks": "{0} {x!r} %s %(a)s ${HOME}",
    "a question of questions": "? " * 3000,
}


@pytest.mark.parametrize("kind", sorted(QUESTIONS))
def test_any_question_gets_an_answer_or_an_honest_nothing(
    small: Path, quoth: Any, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Any question ends with one JSON object and status 0 or 1, or one line that says what to type."""
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    for options in (["--json"], []):
        ran = quoth("ask", "--library", small, *options, "--", QUESTIONS[kind])
        if ran.status == 2:
            assert not QUESTIONS[kind].strip() and ran.err.count("\n") == 1
            continue
        assert ran.status in {0, 1} and ran.err == ""
        if not options:
            assert "\x1b" not in ran.out and "\u202e" not in ran.out
        else:
            assert json.loads(ran.out)["status"] == ("answered" if ran.status == 0 else "nothing_found")
    for command in ("verify", "search"):
        assert quoth(command, "--library", small, "--", QUESTIONS[kind]).status in {0, 1, 2}


BAD_LINES = {
    "no JSON": b"harbour",
    "no object": b"[1, 2]",
    "no question": b'{"id": 1}',
    "a question that is a number": b'{"question": 5}',
    "a context that is a text": b'{"question": "harbour", "context": "x"}',
    "a context that is nothing of the kind": b'{"question": "harbour", "context": 0}',
    "a filter that is a number": b'{"question": "harbour", "after": 2023}',
    "a filter that is false": b'{"question": "harbour", "source": false}',
    "a date that is none": b'{"question": "harbour", "after": "2023-02-30"}',
    "a top that is a text": b'{"question": "harbour", "top": "many"}',
    "a top that is true": b'{"question": "harbour", "top": true}',
    "a top of none": b'{"question": "harbour", "top": 0}',
    "a top of too many": b'{"question": "harbour", "top": 1001}',
    "a language that is none": b'{"question": "harbour", "lang": "fr"}',
    "a language that is a list": b'{"question": "harbour", "lang": ["en"]}',
    "lists within lists": b"[" * 100_000,
    "half an object": b'{"question": "harbour"',
    "a number of 10,000 digits": b'{"question": "harbour", "id": ' + b"9" * 10_000 + b"}",
    "bytes that are no UTF-8": b'{"question": "harbour caf\xe9"}',
}


@pytest.mark.parametrize("kind", sorted(BAD_LINES))
@pytest.mark.parametrize("command", ["ask", "search"])
def test_bad_batch_line_stops_no_other(
    small: Path, quoth: Any, tmp_path: Path, command: str, kind: str
) -> None:
    """A line that cannot be heeded is reported by its number; the lines around it are answered; status 2."""
    batch = tmp_path / "batch.jsonl"
    good = b'{"id": "good", "question": "harbour closed"}'
    batch.write_bytes(b"\n".join([good, b"", BAD_LINES[kind], good, b""]))
    ran = quoth(command, "--batch", batch, "--library", small)
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["good", "good"]
    assert ran.status == 2 and ran.err.startswith("quoth: line 3 of the batch: ") and ran.err.count("\n") == 1


def test_bad_batch_line_of_standard_input_stops_no_other(small: Path) -> None:
    """What is piped in is read as a file is: the line that is no UTF-8 is reported, the others answered."""
    good = b'{"id": "good", "question": "harbour closed"}\n'
    for command in ("ask", "search"):
        ran = run(command, "--batch", "-", "--library", small, input=good + b'{"question": "\xe9"}\n' + good)
        assert ran.returncode == 2 and ran.stdout.count(b"\n") == 2
        assert ran.stderr.startswith(b"quoth: line 2 of the batch: ")


@pytest.mark.parametrize("command", ["ask", "search"])
def test_a_question_without_end_is_cut(small: Path, quoth: Any, tmp_path: Path, command: str) -> None:
    """A line of a million letters is read as far as a person may ask, and in seconds."""
    batch = tmp_path / "batch.jsonl"
    batch.write_text(json.dumps({"id": 1, "question": "why is the bridge closed " * 40_000}), "utf-8")
    started = time.process_time()
    assert quoth(command, "--library", small, "--batch", batch).status == 0
    assert time.process_time() - started < 6


@pytest.mark.parametrize("command", ["ask", "search"])
def test_batch_line_chooses_for_itself(small: Path, quoth: Any, tmp_path: Path, command: str) -> None:
    """What a line says of source, date and number goes before the options of the command, one by one."""
    batch = tmp_path / "batch.jsonl"
    kinds = [
        {"id": "all", "all": True},
        {"id": "later", "after": "2024-01-01"},
        {"id": "other", "source": "no such outlet"},
        {"id": "one", "top": 1, "source": None, "context": None, "lang": None},
    ]
    batch.write_text("\n".join(json.dumps({"question": "ferry ferries sold", **kind}) for kind in kinds))

    def numbers(*options: str) -> dict[str, int]:
        ran = quoth(command, "--batch", batch, "--library", small, *options)
        assert ran.err == ""
        answers = [json.loads(line) for line in ran.out.splitlines()]
        return {each["id"]: len(each["claims" if command == "ask" else "passages"]) for each in answers}

    assert numbers() == {"all": 2, "later": 0, "other": 0, "one": 1}
    assert numbers("--source", "nobody") == {"all": 0, "later": 0, "other": 0, "one": 0}
    assert numbers("--source", "nobody") == numbers("--before", "2000-01-01")


@pytest.mark.parametrize("command", ["ask", "search"])
def test_unknown_key_of_a_batch_line_is_said(small: Path, quoth: Any, tmp_path: Path, command: str) -> None:
    """A key that is no option, a misspelt filter for one, is said once; the line is answered without it."""
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"id": 1, "question": "harbour closed", "outlet": "x"}\n' * 3)
    ran = quoth(command, "--batch", batch, "--library", small)
    assert ran.status == 0 and ran.out.count("\n") == 3
    assert ran.err.count("outlet") == 1 and ran.err.startswith("quoth: line 1 of the batch: ")


@pytest.mark.parametrize("number", ["0", "-1", "99999", "9" * 5000, "²", "x", "1.5", "١", ""])
def test_show_of_no_paragraph_is_refused(small: Path, quoth: Any, number: str) -> None:
    """A paragraph number that is none ends with status 1 and one line, or shows the article."""
    ran = quoth("show", f"harbour#{number}", "--library", small)
    assert ran.status in {0, 1}
    assert ran.err.count("\n") == (ran.status == 1)


# --- the terminal ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of thirty documents, its index beside it; not to be changed."""
    folder = tmp_path_factory.mktemp("made") / "library"
    folder.mkdir()
    for n in range(30):
        (folder / f"{n:03}.txt").write_text(GOOD * 30)
    run("index", "--library", folder, env={**os.environ, "QUOTH_INDEX_DIR": str(folder.parent / "index")})
    return folder


@pytest.fixture
def indexed(made: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return that library, its index chosen."""
    monkeypatch.setenv("QUOTH_INDEX_DIR", str(made.parent / "index"))
    return made


@pytest.mark.parametrize("command", [["export"], ["sources", "--json"], ["ask", "harbour"], ["index"]])
def test_closed_pipe_is_no_error(indexed: Path, command: list[str]) -> None:
    """A reader that goes away, as `head` does, ends the command with status 0 and no message."""
    with subprocess.Popen(
        [*QUOTH, *command, "--library", str(indexed)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.read(1)
        process.stdout.close()
        err = process.stderr.read()
        assert process.wait(60) == 0
    assert err == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_full_device_is_said(small: Path) -> None:
    """Output that cannot be written ends with status 3 and one line."""
    with Path("/dev/full").open("wb") as full:
        ran = run("export", "--library", small, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert ran.returncode == 3
    assert ran.stderr.startswith(b"quoth: ") and ran.stderr.count(b"\n") == 1


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["ask harbour", "index", "ask", "sources"])
def test_closed_streams_are_no_crash(
    small: Path, indexed: Path, tmp_path: Path, command: str, closed: str
) -> None:
    """A process started without standard input, output or error ends in order."""
    log = tmp_path / "log"
    library = small if command == "index" else indexed
    line = f"{sys.executable} -m bot {command} --library {library} 2>{log} {closed}"
    ran = subprocess.run(["sh", "-c", line], cwd=ROOT, check=False, timeout=60, stdout=subprocess.DEVNULL)
    assert ran.returncode in {0, 1, 2, 3}
    assert b"Traceback" not in log.read_bytes()


@pytest.mark.parametrize(
    "command",
    [
        "ask harbour",
        "ask harbour --json",
        "search harbour --json",
        "export",
        "sources --json",
        "index",
        "--help",
    ],
)
def test_closed_output_is_said(indexed: Path, command: str) -> None:
    """Without a standard output nothing is said to be done: status 3 and one line on standard error."""
    line = f"{sys.executable} -m bot {command} >&-"
    environment = {**os.environ, "QUOTH_LIBRARY": str(indexed)}
    ran = subprocess.run(
        ["sh", "-c", line], cwd=ROOT, check=False, timeout=60, env=environment, stderr=subprocess.PIPE
    )
    assert ran.returncode == 3
    assert ran.stderr == b"quoth: standard output is closed: there is nowhere to write to\n"


@pytest.mark.parametrize(
    "setting", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": ""}, {"LC_ALL": "C"}, {"COLUMNS": "1"}]
)
def test_pipes_get_plain_text(indexed: Path, setting: dict[str, str]) -> None:
    """Into a pipe nothing but text is written, under any setting of the terminal."""
    ran = run("ask", "harbour closed", "--library", indexed, env={**os.environ, **setting})
    assert ran.returncode == 0
    assert b"\x1b" not in ran.stdout + ran.stderr
    assert b"closed on Friday" in b" ".join(ran.stdout.split()) or setting.get("COLUMNS")


@pytest.mark.parametrize("columns", ["0", "1", "2", "7", "12", "19", "20", "21", "30", "-5", "x", "9" * 30])
def test_a_screen_of_any_width_is_written_on(
    library: Write, quoth: Any, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    """However narrow the screen is said to be, everything is shown: every word, laid out for 20 columns."""
    folder = library(
        {"good.txt": GOOD, "other.txt": "Forty carts crossed. Ana Ejemplo said thirty carts did.\n"}
    )
    commands = (["ask", "harbour closed"], ["ask", "zzz"], ["search", "harbour"], ["contested"], ["voices"])
    wide = [quoth(*command, "--library", folder) for command in commands]
    monkeypatch.setenv("COLUMNS", columns)
    for command, was in zip(commands, wide, strict=True):
        ran = quoth(*command, "--library", folder)
        assert (ran.status, ran.err) == (was.status, was.err)
        if command[0] == "ask":
            assert ran.out.replace("│", "").split() == was.out.replace("│", "").split()
        if command[0] == "search":
            assert ran.out.split()[:5] == was.out.split()[:5]  # score, paragraph, and words of it
    for command in ("ask", "contested", "index"):
        assert "--library" in quoth(command, "--help").out


@pytest.mark.parametrize(
    "command",
    [
        ["index"],
        ["sources"],
        ["voices"],
        ["ask", "who closed the harbour"],
        ["search", "harbour"],
        ["verify", "harbour of Springfield"],
        ["show", "a\x1b[2J\nb"],
        ["show", "no\x1b[2Jsuch"],
    ],
    ids=" ".join,
)
def test_names_of_files_steer_no_terminal(library: Write, quoth: Any, command: list[str]) -> None:
    """A name with a line break or with control characters is one line of text, wherever it is printed."""
    name = "a\x1b[2J\nb"
    folder = library(
        {f"{name}.txt": GOOD, f"{name}.pdf": "x", f"{name}.md": "---\nlanguage: fr\n---\n\nIt is late.\n"}
    )
    ran = quoth(*command, "--library", folder)
    assert "\x1b" not in ran.out + ran.err
    assert not any(line.startswith("b") for line in (ran.out + ran.err).splitlines())


def test_input_that_is_no_text_is_no_crash(small: Path) -> None:
    """Bytes that are no text on standard input are a question like any other."""
    for command in (["ask"], ["verify"], ["ask", "--batch", "-"], ["search", "--batch", "-"]):
        ran = run(*command, "--library", small, input=b"\xff\xfe\x00 harbour \xc3\n")
        assert ran.returncode in {0, 1, 2}
        assert b"Traceback" not in ran.stderr


def test_interrupt_ends_with_130(library: Write) -> None:
    """Ctrl-C while a library is read ends with status 130, without a word, and leaves no half index."""
    import signal

    folder = library({f"{n:04}.txt": f"{GOOD} {n}\n\n" * 20 for n in range(1500)})
    # Where the tests run in the background, a shell has them ignore Ctrl-C, and their children would, too.
    heeded = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    heeded += "from bot.doors.cli import main; main(sys.argv[1:])"
    with subprocess.Popen(
        [sys.executable, "-c", heeded, "index", "--library", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stderr
        store = Path(os.environ["QUOTH_INDEX_DIR"])
        while not list(store.glob("*/building-*")) and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        err = process.stderr.read()
        assert process.wait(60) == 130
    assert b"Traceback" not in err
    assert not list(store.glob("*/building-*"))


@pytest.mark.parametrize("begun", ["bot.doors", "index.errors", "bot.doors.cli.sources", "index.expressions"])
def test_interrupt_at_the_start_prints_no_traceback(small: Path, begun: str) -> None:
    """Ctrl-C while the program's own modules are still being read ends with status 130, without a word."""
    pressed = f"""
import sys
class Pressed:
    def find_spec(self, name, *_):
        if name == {begun!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Pressed())
from bot.__main__ import main
main()
"""
    command = [sys.executable, "-c", pressed, "sources", "--library", str(small)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (ran.returncode, ran.stderr) == (130, "")
