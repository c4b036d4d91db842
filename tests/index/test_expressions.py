"""A regular expression that waits until it is used, and one that was kept, is like one that does not."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from index import expressions
from index.expressions import compiled, keep_expressions, pattern

FORMS = (
    (r"(?P<quay>q\w+)", re.IGNORECASE),
    (r"(?P<a>[A-ZÀ-ÖØ-Þ]\w*)|(?<=[a-z]{3})(?:ü|(?i:ñandú))$|(.)\1", 0),
    (r"(?im)^\s*(?:uno|dos)\b(?P<last>.)?(?(last)x|y)", 0),
    ("", 0),
)
TEXT = "Quay, quill\n uno Ñandú aa bbü\nDOS ax y"


@pytest.fixture(autouse=True)
def _kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep expressions in a folder of the test."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(expressions, "_fresh", {})
    expressions._kept.cache_clear()
    yield
    expressions._kept.cache_clear()


def _next_process() -> None:
    keep_expressions()
    expressions._kept.cache_clear()


def _never(*_: object) -> None:
    raise AssertionError("it was compiled again")


def test_a_waiting_pattern_does_what_a_compiled_one_does() -> None:
    """Methods and attributes are those of the compiled one, also when they are asked for again."""
    waiting, wanted = (make(r"(?P<quay>q\w+)", re.IGNORECASE) for make in (pattern, re.compile))
    for _ in range(2):
        assert waiting.findall("Quay, quill") == wanted.findall("Quay, quill")
        assert waiting.sub("-", "Quay") == "-"
        assert (waiting.pattern, waiting.flags, waiting.groups) == (wanted.pattern, wanted.flags, 1)


def test_it_is_compiled_when_it_is_used() -> None:
    """What no text meets costs nothing, not even where it is wrong; then it is told, each time."""
    wrong = pattern("(")
    for _ in range(2):
        with pytest.raises(re.error):
            wrong.search("quay")


@pytest.mark.parametrize(("form", "flags"), FORMS)
def test_a_kept_expression_is_the_compiled_one(
    form: str, flags: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next process finds the same with it, by the same names, and compiles nothing."""
    wanted = re.compile(form, flags)
    compiled(form, flags)
    _next_process()
    monkeypatch.setattr(expressions, "_compile", _never)
    monkeypatch.setattr(re, "compile", _never)
    found = compiled(form, flags)
    assert found == wanted
    assert [m.groupdict() for m in found.finditer(TEXT)] == [m.groupdict() for m in wanted.finditer(TEXT)]
    assert [m.regs for m in found.finditer(TEXT)] == [m.regs for m in wanted.finditer(TEXT)]
    assert (found.flags, found.groups, dict(found.groupindex)) == (
        wanted.flags,
        wanted.groups,
        dict(wanted.groupindex),
    )


def test_what_another_python_has_kept_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was compiled is good for the very release that compiled it."""
    compiled("quay")
    with monkeypatch.context() as other:
        other.setattr(expressions, "_PYTHON", ("another", 1, 4))
        _next_process()
    assert expressions._read() == {}


@pytest.mark.parametrize("data", [b"", b"text", b"\xff" * 99])
def test_damaged_expressions_are_compiled_anew(data: bytes) -> None:
    """What is kept may be lost or damaged: then an expression is compiled."""
    compiled("quay")
    _next_process()
    Path(expressions._place()).write_bytes(data)
    expressions._kept.cache_clear()
    assert compiled("quay").search("the quay")


def test_a_python_that_compiles_otherwise_is_asked_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where its compiler has other names, expressions are compiled as any program does, and none is kept."""

    def missing(name: str) -> None:
        raise ImportError(name)

    for its, name, value in ((expressions, "_SRE", None), (importlib, "import_module", missing)):
        with monkeypatch.context() as other:
            other.setattr(its, name, value)
            assert compiled("quay").search("the quay")
    keep_expressions()
    assert not Path(expressions._place()).exists()


def test_two_processes_add_to_what_is_kept() -> None:
    """A process keeps what it compiled beside what others have kept, and writes nothing where all is kept."""
    compiled("quay")
    _next_process()
    compiled("quill")
    _next_process()
    assert {form for form, _ in expressions._read()} == {"quay", "quill"}
    before = Path(expressions._place()).stat().st_ino
    compiled("quay")
    _next_process()
    assert Path(expressions._place()).stat().st_ino == before


def test_no_more_is_kept_than_the_program_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """What all processes read does not grow without end, whatever one of them compiles."""
    monkeypatch.setattr(expressions, "_MOST", 3)
    for number in range(9):
        compiled(f"quay {number}")
        _next_process()
    assert len(expressions._read()) == 3
