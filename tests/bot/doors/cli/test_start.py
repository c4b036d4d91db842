"""What a fresh process pays until its first answer is out. Each number says how it was found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[4]
TEXTS = {
    "harbour.txt": "The harbour\n\nThe mayor of Springfield said that 41 people were killed in the protests "
    "at the harbour.\n\nThe crews of Shelbyville counted at least 46 people killed in the protests.\n",
    "puerto.txt": "El puerto\n\nEl alcalde de Villanueva dijo que 39 personas murieron en las protestas "
    "del puerto.\n\nLos vecinos piden que el puerto se abra.\n",
}
ASKED = ("ask", "How many people were killed in the protests?")


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return what runs a command in a fresh process behind a piece of program, whose last line is JSON."""
    place = tmp_path_factory.mktemp("start")
    library = place / "library"
    library.mkdir()
    for name, text in TEXTS.items():
        (library / name).write_text(text, "utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QUOTH_")}
    environment |= {"PYTHONPATH": str(ROOT), "QUOTH_INDEX_DIR": str(place / "index")}

    def run(before: str, after: str, *arguments: str, given: str = "") -> Any:
        program = (
            f"import json, sys, bot.doors.cli; bot.doors.cli._leave = int; {before}\n"
            f"bot.doors.cli.main(sys.argv[1:]); print(json.dumps({after}))"
        )
        done = subprocess.run(
            [sys.executable, "-c", program, *arguments, "--library", str(library)],
            cwd=place,
            env=environment,
            input=given,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return json.loads(done.stdout.splitlines()[-1])

    for _ in range(2):  # the first builds the index, the second keeps what was read and compiled
        run("", "0", *ASKED)
    return run


def test_nothing_is_swept_before_the_first_answer_is_out(started: Any) -> None:
    """The objects of a start stay: to sweep through them takes 9 ms of 150; others may have more."""
    program = "import gc; began = []; gc.collect(); gc.callbacks.append(lambda when, _: began.append(when))"
    sweeps, (made, *_), (most, *_) = started(program, "[began, gc.get_count(), gc.get_threshold()]", *ASKED)
    assert sweeps == [] and 2 * made < most


def test_who_answers_on_sweeps_again(started: Any) -> None:
    """After the first answer of a batch garbage is swept as ever, and not through what was loaded."""
    lines = "\n".join(json.dumps({"question": text}) for text in (ASKED[1], "Who is the mayor?"))
    after = "[gc.get_threshold(), gc.get_freeze_count() > 10_000]"
    assert started("import gc", after, "ask", "--batch", "-", given=lines) == [[50_000, 20, 100], True]


# Notes the functions of the program that have an expression compiled.
_COMPILED = f"""
import re._parser
found, parse = [], re._parser.parse
def noted(form, *rest):
    at = sys._getframe(1)
    while "/re/" in at.f_code.co_filename or at.f_globals["__name__"] in ("re", "index.expressions"):
        at = at.f_back
    if at.f_code.co_filename.startswith({str(ROOT)!r}):
        found.append(at.f_code.co_name + ": " + form)
    return parse(form, *rest)
re._parser.parse = noted
"""
_OF_WORDS = {"_with_article"}  # what is made of a name's words


@pytest.mark.parametrize("question", [ASKED[1], "¿Cuántas personas murieron?", "Who is the mayor?"])
def test_a_second_process_compiles_no_expression(started: Any, question: str) -> None:
    """What an answer looks for was compiled by an earlier process: 88 expressions took 18 ms of 150."""
    started("", "0", "ask", question)
    found = started(_COMPILED, "found", "ask", question)
    assert not [each for each in found if each.partition(":")[0] not in _OF_WORDS]


# Modules of the program that one question may need, and files of words: counted, each with a few to spare. A
# module costs 0.3 ms, found, read and run; of 214 that once were loaded 12 had nothing to do.
_MOST_MODULES, _MOST_TABLES = 172, 74
_TABLES = """
import index.kept_beside
tables, read = [], index.kept_beside.read_kept
index.kept_beside.read_kept = index.tables.read_kept = lambda place: [tables.append(place), read(place)][1]
"""
# What a figure asked for has no use for: other kinds of answers, what is dear of Python's own.
_NEEDLESS = {
    "_hashlib",  # all of OpenSSL: 3 ms
    "bot.contested.facts.opposed",
    "bot.contested.side_by_side",
    "bot.contested.spelt_out",
    "bot.widening.compounds",
    "bot.widening.full_names",
    "dataclasses",
    "index.formats.frontmatter",
    "inspect",
    "locale",  # to look for a catalogue of translations: 1 ms
    "numpy",
    "tomllib",
}


def test_one_question_loads_few_modules(started: Any) -> None:
    """A fresh ``quoth ask`` loads no module that its answer has no use for."""
    loaded = started("", "[*sys.modules]", *ASKED)
    own = [name for name in loaded if name.partition(".")[0] in {"bot", "index"}]
    assert not _NEEDLESS & set(loaded) and len(own) <= _MOST_MODULES


def test_one_question_reads_a_file_of_words_once(started: Any) -> None:
    """A file of words is read once, whoever asks for it, and no more of them than an answer needs."""
    read = [place for place in started(_TABLES, "tables", *ASKED) if place.endswith(".table")]
    assert len(read) == len(set(read)) <= _MOST_TABLES
