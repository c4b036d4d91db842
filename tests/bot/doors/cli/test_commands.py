"""The command line: what each command prints and ends with. Hostile use is in ``tests/test_bad_input.py``."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.doors.cli import COMMANDS
from bot.doors.cli.common import desk_of
from index.errors import StoreDamaged

ROOT = Path(__file__).parents[4]


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"telegram", "health"}))
def test_help_of_every_command_has_an_example(quoth: Any, command: str) -> None:
    """Every command explains itself and shows an example; asking for help ends with status 0."""
    ran = quoth(command, "--help")
    assert ran.status == 0 and "Example:" in ran.out and f"quoth {command}" in ran.out


def test_version_and_help(quoth: Any) -> None:
    """The program tells its version, and lists its commands in a fixed order."""
    assert quoth("--version").out.startswith("quoth ")
    out = quoth("--help").out
    places = [out.index(f"\n  {command} ") for command in COMMANDS]
    assert places == sorted(places)
    assert quoth("-V").out == quoth("--version").out and quoth("help").out == out
    assert quoth("help", "verify").out.startswith("usage: quoth verify")


@pytest.mark.parametrize(
    ("typed", "meant"), [("sorces", "sources"), ("contestd", "contested"), ("serch", "search")]
)
def test_a_misspelt_command_is_told(quoth: Any, typed: str, meant: str) -> None:
    """A single word that is nearly a command is taken for one; other words are asked."""
    ran = quoth(typed)
    assert ran.status == 2 and f"did you mean `quoth {meant}`?" in ran.err and not ran.out


def test_colour_is_chosen(small: Path, quoth: Any) -> None:
    """--color stands before or behind the command; without it a pipe has no styles."""
    asked = ("ask", "--library", small, "harbour closed")
    assert "\x1b[1m" in quoth("--color", "always", *asked).out
    assert "\x1b" not in quoth(*asked, "--color=auto").out
    assert quoth("--color", "pink", *asked).status == 2


def test_what_is_listed_fits_the_width(small: Path, quoth: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command that prints text keeps to the columns of the screen, and names voices where it does."""
    monkeypatch.setenv("COLUMNS", "40")
    for command in (("search", "harbour"), ("sources",), ("show", "harbour"), ("ask", "harbour closed")):
        lines = quoth(*command, "--library", small).out.splitlines()
        assert lines and max(map(len, lines)) <= 44, command  # 20 characters of text fit behind any indent


def test_bare_question_is_asked(small: Path, quoth: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A question without a command goes to ask; so does one that is piped in."""
    monkeypatch.setenv("QUOTH_LIBRARY", str(small))
    asked = quoth("ask", "harbour closed")
    assert asked.status == 0 and "closed on Friday" in " ".join(asked.out.split())
    assert quoth("harbour", "closed") == asked
    monkeypatch.setattr("sys.stdin", io.StringIO("harbour closed"))
    assert quoth() == asked


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask", "harbour", "--top", "0"],
        ["ask", "harbour", "--lang", "fr"],
        ["ask", "harbour", "--after", "yesterday"],
        ["ask", "harbour", "--no-such-option"],
        ["ask", "harbour", "--batch", "nowhere.jsonl"],
        ["ask", "--batch", "nowhere.jsonl"],
        ["ask", "harbour", "--library", ""],
        ["sources", "--library="],
        ["ask", "--batch", ""],
        ["import", "README.md", "--into", ""],
        ["contested", "x", "--plot", ""],
        ["search"],
        ["show"],
        ["import", "nowhere.txt", "--into", "x"],
        ["import"],
    ],
)
def test_wrong_use_ends_with_2(small: Path, quoth: Any, arguments: list[str]) -> None:
    """A command used in a wrong way ends with status 2 and says what is wrong on standard error."""
    before = [] if arguments[0] == "import" else ["--library", small]
    ran = quoth(arguments[0], *before, *arguments[1:])
    assert (ran.status, ran.out) == (2, "") and ran.err


def test_words_and_options_stand_in_any_order(small: Path, quoth: Any) -> None:
    """Options may stand between the words of a question; after -- even what begins with a dash is a word."""
    asked = quoth("ask", "harbour closed", "--top", "1", "--library", small)
    assert quoth("harbour", "--top", "1", "closed", "--library", small) == asked
    assert quoth("ask", "--top=1", "--library", small, "--", "--harbour", "closed").status == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["--library", "{small}", "search", "harbour"],
        ["--library={small}", "--top", "1", "search", "harbour"],
        ["--library", "{small}", "sources"],
        ["--json", "--library", "{small}", "sources"],
        ["--library", "{small}", "show", "harbour#1", "--around", "0"],
        ["--around", "0", "--library", "{small}", "show", "harbour#1"],
        ["--lang", "es", "--library", "{small}", "ask", "harbour"],
        ["--library", "{small}", "voices", "nobody"],
        ["--source", "courier", "--library", "{small}", "search", "ferry"],
        ["--lang", "es", "--library", "{small}", "verify", "harbour"],
    ],
)
def test_options_before_the_command(small: Path, quoth: Any, arguments: list[str]) -> None:
    """Options may stand before the command, and do what they do behind it."""
    given = [each.format(small=small) for each in arguments]
    from bot.doors.cli import COMMANDS

    command = next(each for each in given if each in COMMANDS)
    behind = [each for each in given if each != command]
    assert quoth(*given) == quoth(command, *behind)


def test_the_command_is_told_from_the_value_before_it(small: Path, quoth: Any) -> None:
    """Where an option's value is a command's name, too, the command is the one behind it."""
    ran = quoth("--source", "sources", "--library", small, "search", "ferry")
    assert ran == quoth("search", "ferry", "--source", "sources", "--library", small)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--source", "sources", "harbour", "closed"],
        ["--context", "show", "harbour", "closed"],
        ["harbour", "index", "closed"],
        ["--top", "1", "harbour", "show", "closed"],
        ["--", "show", "harbour", "closed"],
    ],
)
def test_a_command_word_within_a_question_is_no_command(
    small: Path, quoth: Any, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    """A command's name as the value of an option, or after the first word of a question, commands nothing."""
    monkeypatch.setenv("QUOTH_LIBRARY", str(small))
    assert quoth(*arguments) == quoth("ask", *arguments)


def test_statuses_of_answers(small: Path, quoth: Any) -> None:
    """Status 0 with an answer, 1 where the documents are silent, in text and in JSON alike."""
    for options in ([], ["--json"]):
        assert quoth("ask", "harbour closed", "--library", small, *options).status == 0
        assert quoth("ask", "submarine volcano", "--library", small, *options).status == 1
    assert quoth("show", "nothing", "--library", small).status == 1
    assert quoth("verify", "no such words", "--library", small).status == 1
    assert quoth("search", "zzzz", "--library", small).status == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["voices", "nobody"], "nobody called 'nobody' speaks in this library"),
        (["voices", "nobody", "--json"], "nobody called 'nobody' speaks in this library"),
        (["voices"], "nobody is quoted in this library"),
        (["search", "zzzz"], "no paragraph was found"),
        (["search", "harbour", "--after", "2030-01-01"], "no paragraph was found"),
        (["contested"], "No points on which these documents differ were found."),
    ],
)
def test_nothing_to_list_is_said(library: Any, quoth: Any, arguments: list[str], said: str) -> None:
    """A list that comes out empty says so on standard error, and ends with status 1."""
    folder = library(
        {"one.txt": "The harbour of Springfield is old, and its quay wall is older than the town.\n"}
    )
    ran = quoth(*arguments, "--library", folder)
    assert (ran.status, ran.out, ran.err) == (1, "", f"quoth: {said}\n")


def test_an_empty_json_object_says_it_itself(small: Path, quoth: Any) -> None:
    """Where the object printed is an empty list, nothing more is said."""
    ran = quoth("search", "zzzz", "--json", "--library", small)
    assert (ran.status, json.loads(ran.out), ran.err) == (1, {"passages": []}, "")


@pytest.mark.parametrize("option", ["--source", "--author", "--speaker"])
def test_an_empty_filter_is_none(small: Path, quoth: Any, option: str) -> None:
    """A filter left empty, as by an unset variable of a script, changes no answer and harms no index."""
    asked = quoth("ask", "harbour closed", "--library", small)
    assert asked.status == 0
    assert quoth("ask", "harbour closed", option, "", "--library", small) == asked


def test_json_is_all_that_goes_to_standard_output(small: Path, quoth: Any) -> None:
    """With --json, --batch and export every line of standard output is one JSON object."""
    batch = small.parent / "batch.jsonl"
    batch.write_text('{"id": 1, "question": "harbour closed"}\n\n{"id": "b", "question": "submarine"}\n')
    for command in (
        ["ask", "harbour", "--json"],
        ["ask", "submarine", "--json"],
        ["ask", "--batch", batch],
        ["search", "harbour", "--json"],
        ["search", "--batch", batch],
        ["sources", "--json"],
        ["verify", "harbour", "--json"],
        ["export"],
    ):
        ran = quoth(*command, "--library", small)
        lines = ran.out.splitlines()
        assert lines and all(isinstance(json.loads(line), dict) for line in lines), command


def test_batch_answers_with_ids_in_order(small: Path, quoth: Any) -> None:
    """Each line of a batch is answered in order, under its id, as if it were asked alone."""
    batch = small.parent / "batch.jsonl"
    batch.write_text('{"id": 1, "question": "harbour closed"}\n{"question": "ferry sold", "top": 1}\n')
    ran = quoth("ask", "--batch", batch, "--library", small)
    first, second = (json.loads(line) for line in ran.out.splitlines())
    alone = json.loads(quoth("ask", "harbour closed", "--json", "--library", small).out)
    assert first == {"id": 1, **alone} and "id" not in second
    assert len(second["claims"]) == 1


def test_index_says_what_was_read(small: Path, quoth: Any) -> None:
    """`quoth index` counts documents, articles, sources and paragraphs, and names what was skipped."""
    (small / "slides.pptx").write_bytes(b"slides")
    ran = quoth("index", "--library", small)
    assert ran.out.splitlines() == [
        "2 documents, 2 articles (2 independent sources), 4 paragraphs that can be quoted.",
        "skipped slides.pptx: it is a presentation; save it as PDF",
    ]


def test_sources_and_show(small: Path, quoth: Any) -> None:
    """`sources` names each article and whose it is; `show` prints it, one paragraph in context, or raw."""
    assert (
        "ferry\n    A ferry is sold\n    Ana Ejemplo, Coast Courier, 4 Mar 2023\n"
        in quoth("sources", "--library", small).out
    )
    assert "cracks" in quoth("show", "harbour", "--library", small).out
    one = quoth("show", "harbour#2", "--around", "0", "--library", small).out
    assert "→   2  The quay wall" in one and "closed on Friday" not in one
    assert quoth("show", "harbour", "--raw", "--library", small).out == (small / "harbour.txt").read_text()


def test_an_article_is_shown_by_the_name_of_its_file(small: Path, quoth: Any) -> None:
    """Who knows the file need not know the article's name, not even where it looks like an option."""
    (small / "-rf.txt").write_text("The clerk said that the tram stands.\n")
    assert "cracks" in quoth("show", "harbour.txt", "--library", small).out
    one = quoth("show", "harbour.txt#2", "--around", "0", "--library", small).out
    assert "→   2  The quay wall" in one and "closed on Friday" not in one
    assert "the tram stands" in quoth("show", "--library", small, "--", "-rf.txt").out


def test_offsets_lead_to_the_quote(small: Path, quoth: Any) -> None:
    """The offsets of an answer and of the export count in what `show --raw` prints."""
    claims = json.loads(quoth("ask", "harbour closed", "--json", "--library", small).out)["claims"]
    exported = [json.loads(line) for line in quoth("export", "--library", small).out.splitlines()]
    for item in [*claims, *exported]:
        text = quoth("show", item["file"], "--raw", "--library", small).out[item["start"] : item["end"]]
        assert " ".join(text.split()) == " ".join((item.get("quote") or item["text"]).split())


def test_damaged_index_is_read_anew_once(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Work that meets damage is done once more on a new index; damage that stays is reported."""
    met: list[object] = []

    def work(index: object) -> int:
        met.append(index)
        if len(met) == 1:
            raise StoreDamaged("the index is damaged; run it again")
        return 5

    assert desk_of(small).use(work) == 5
    assert capsys.readouterr().err == "quoth: the index is damaged; building it again\n"
    with pytest.raises(StoreDamaged):
        desk_of(small).use(lambda _: met.clear() or work(None))


def test_chat_remembers_shows_more_and_ends(small: Path, quoth: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A conversation answers line by line, knows its commands, and ends with the input."""
    lines = "harbour closed\nmore\ncontext 1\ncontext 99999999999999999999\nsources\nhelp\n\nquit\nferry\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    ran = quoth("chat", "--library", small)
    assert ran.status == 0
    assert "closed on Friday" in " ".join(ran.out.split()) and "A ferry is sold: Ana Ejemplo" in ran.out
    assert "two million" not in ran.out
    monkeypatch.setattr("sys.stdin", io.StringIO("context " + "9" * 5000))
    assert quoth("chat", "--library", small).status == 0


def test_commands_load_only_what_they_need() -> None:
    """Asking loads no messenger, no web server, no settings model and no YAML."""
    program = (
        "import sys; from bot.doors.cli import run; run(['ask', 'harbour']);"
        "costly = ('telegram', 'pydantic', 'tornado', 'asyncio', 'yaml', 'numpy');"
        "print([name for name in costly if name in sys.modules])"
    )
    subprocess.run([sys.executable, "-m", "bot", "index"], cwd=ROOT, check=True, capture_output=True)
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert ran.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="counts threads in /proc")
def test_numbers_start_no_threads() -> None:
    """A command that needs numpy does not pay for threads that multiply matrices."""
    program = (
        "import os, bot.doors.cli; bot.doors.cli._leave = int; bot.doors.cli.main(['--version']);"
        "import numpy; print(len(os.listdir('/proc/self/task')))"
    )
    own = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=own, capture_output=True, check=True)
    assert ran.stdout.split()[-1] == b"1"
