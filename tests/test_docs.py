"""The documentation and the program say the same, and what the README shows can be run."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.doors.cli import COMMANDS, parser_of
from bot.settings.fields import Settings

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))

# Not run here: they install, build, wait for a network, or run the linters.
NOT_RUN = re.compile(r"^(?:\.venv/|python3 -m venv|docker)|telegram")
# In the design's list of settings; each must be in the program.
DESIGNED = {
    *("library", "index_dir", "index", "opensearch_url", "language", "state_dir", "admins", "allowed_chats"),
    *("telegram_token", "telegram_token_file", "telegram_api_url", "telegram_mode"),
    *("webhook_url", "webhook_secret", "webhook_listen", "log_level", "log_format", "metrics_listen"),
}
# Pieces of machine paths, of package registries and of keys, put together here so that this file holds none.
FOREIGN = re.compile(
    "|".join(
        re.escape("".join(pieces))
        for pieces in (
            ("/ro", "ot/"),
            ("/wo", "rk/"),
            ("/opt/", "wheels"),
            ("pypi", ".org"),
            ("python", "hosted.org"),
            ("--index", "-url "),
            ("--extra-index", "-url"),
            ("docker", ".io"),
        )
    )
    + r"|(?<![\w.$])/(?:home|Users)/(?!cache)\w+"
)
TEXT_SUFFIXES = {".py", ".md", ".toml", ".txt", ".json", ".lock", ".yml", ".yaml", ".cfg", ""}
OWN_FOLDERS = {"bot", "index", "data", "tests", ".ci"}


def section(heading: str) -> str:
    """Return the text under a heading of the README, up to the next heading of its rank or above."""
    level, found = heading.count("#", 0, heading.index(" ")), README.partition(f"\n{heading}\n")
    assert found[1], f"the README has no {heading!r}"
    return re.split(rf"^#{{1,{level}}} ", found[2], maxsplit=1, flags=re.MULTILINE)[0]


def blocks(language: str) -> list[str]:
    """Return the code blocks of a language in the README."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def examples() -> list[str]:
    """Return the commands of the README that can be run here, one a line."""
    lines = [line for block in blocks("sh") for line in block.replace("\\\n", " ").splitlines()]
    return [line for line in lines if line.strip() and not NOT_RUN.search(line)]


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the documents that the README speaks of, and ``quoth`` on its path."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "documents").mkdir()
    (folder / "documents" / "dump.txt").write_text(
        "A bridge for Springfield\nBy Ana Ejemplo\n\n"
        "The mayor of Springfield said that the bridge would cost at least two million.\n",
        "utf-8",
    )
    (folder / "examples").symlink_to(ROOT / "examples")
    (folder / "bin").mkdir()
    program = folder / "bin" / "quoth"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m bot "$@"\n', "utf-8")
    program.chmod(0o755)
    return folder


def run(command: str, desk: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of the README in a shell, without anybody's own settings, the width of a screen included."""
    own = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("QUOTH_") and name not in {"COLUMNS", "LINES"}
    }
    changed = {
        "PATH": f"{desk / 'bin'}{os.pathsep}{own['PATH']}",
        "PYTHONPATH": str(ROOT),
        "QUOTH_INDEX_DIR": str(desk / "index"),
    }
    return subprocess.run(
        ["sh", "-c", command],
        cwd=desk,
        env=own | changed,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def quoted(answer: dict[str, Any]) -> list[dict[str, Any]]:
    """Return all quotes of an answer: those of its claims, and those of its cards."""
    positions = [position for point in answer["contested"] for position in point["positions"]]
    return [*answer["claims"], *(claim for position in positions for claim in position["claims"])]


@pytest.mark.parametrize("line", examples())
def test_what_the_readme_shows_runs(line: str, desk: Path) -> None:
    """Each command of the README ends well, and one that asks shows a quote under its voice."""
    done = run(line, desk)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    if "--json" in line or "--batch" in line:
        claims = quoted(json.loads(done.stdout))
        assert claims
        assert all(claim["quote"] and claim["voice"]["label"] for claim in claims)
    elif re.match(r'quoth (?:ask |")|echo .*\| quoth(?: chat)?$', line):
        assert re.search(r"^(?:\d\.| ) .+?:\n +│ .+", done.stdout, re.DOTALL | re.MULTILINE), done.stdout


def test_the_readme_shows_each_kind_of_command() -> None:
    """The examples that run cover every command but those that need Telegram or its state."""
    shown = " ".join(examples())
    assert [name for name in COMMANDS if f"quoth {name}" not in shown] == [
        "telegram",
        "health",
        "backup",
        "restore",
    ]


def test_the_first_screen_sets_up_answers_and_tests() -> None:
    """A newcomer finds two commands for a fresh machine on the first screen, 40 lines."""
    first = "\n".join(README.splitlines()[:40])
    setups = re.findall(r"^python3 -m venv \.venv && \.venv/bin/pip install .+$", first, re.MULTILINE)
    assert len(setups) == 2
    assert ".venv/bin/quoth " in setups[0]
    assert setups[1].endswith(".venv/bin/pytest -q -n auto --dist loadfile")


def test_the_answer_shown_first_is_verbatim() -> None:
    """The quotes in the README's first answer stand word for word in the bundled library."""
    shown = re.split(r"^\s*\d\. ", blocks("text")[0], flags=re.MULTILINE)[1:]
    library = [
        " ".join(file.read_text("utf-8").split()) for file in (ROOT / "data" / "articles").glob("*.md")
    ]
    assert shown
    for claim in shown:
        quote = " ".join(re.findall(r"^  │ (.*)$", claim, re.MULTILINE))
        assert quote
        assert any(quote in text for text in library)


def test_the_conversation_shown_is_the_one_drawn() -> None:
    """The conversation in the README is the one that the messenger's own test draws."""
    drawn = (ROOT / "tests" / "bot" / "doors" / "telegram" / "conversation.txt").read_text("utf-8")
    assert drawn.rstrip() in README


def test_the_editors_example_prints_what_is_shown(desk: Path) -> None:
    """The README's example of an editor's decision prints the lines that the README shows below it."""
    block = next(block for block in blocks("sh") if "contested.toml" in block)
    done = [run(line, desk) for line in block.splitlines()][-1]
    assert done.stdout in blocks("text")


def test_the_example_of_formats_shows_pages_and_links(desk: Path) -> None:
    """The example folder's PDF, page and mail answer one question, with page, link and voice."""
    line = next(line for line in examples() if "clippings --json" in line)
    claims = {claim["file"]: claim for claim in quoted(json.loads(run(line, desk).stdout))}
    assert claims.keys() == {"report.pdf", "courier.html", "mail.eml"}
    assert (claims["report.pdf"]["page"], claims["report.pdf"]["link"]) == (2, "report.pdf#page=2")
    assert claims["courier.html"]["link"].startswith("https://courier.example/new-bridge#:~:text=")
    assert claims["mail.eml"]["voice"]["authors"] == ["Bo Prueba"]
    shown = next(block for block in blocks("text") if "Carla Muestra" in block)
    printed = run(line.replace(" --json", ""), desk)
    assert shown.splitlines() == [part for part in shown.splitlines() if part in printed.stdout], printed


def test_ci_runs_the_test_command_of_the_readme() -> None:
    """The one line that .ci/run takes from the README is the command that newcomers are given."""
    lines = [line for line in README.splitlines() if re.match(r"python3 -m venv .*pytest", line)]
    assert len(lines) == 1
    assert "'^python3 -m venv .*pytest'" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_no_command_is_documented_that_is_not_there() -> None:
    """The README's reference has a section for every command, and for nothing else."""
    assert set(re.findall(r"^### quoth (\S+)$", README, re.MULTILINE)) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    """A command has help with an example, a section in the README, and there each of its options."""
    parser = parser_of(name)
    assert "Example: " in str(parser.description)
    text = section(f"### quoth {name}")
    for action in parser._actions:
        if action.option_strings and action.dest != "help":
            assert action.help, f"{action.option_strings} has no help"
            assert any(f"`{option}" in text for option in action.option_strings), action.option_strings


@pytest.mark.parametrize("name", COMMANDS)
def test_options_in_the_reference_exist(name: str) -> None:
    """The README's section of a command names no option that the command has not."""
    known = {option for action in parser_of(name)._actions for option in action.option_strings}
    assert set(re.findall(r"`(--[a-z-]+)", section(f"### quoth {name}"))) <= known


def rows() -> Iterator[tuple[str, str]]:
    """Yield the name and the default of each row in the README's table of settings."""
    for name, default in re.findall(r"^\| `QUOTH_(\w+)` \| (.*?) \|", section("## Settings"), re.MULTILINE):
        yield name.lower(), default


def test_every_setting_is_documented() -> None:
    """The README's table lists the settings of the program, all of them, in their order, nothing else."""
    assert [name for name, _ in rows()] == list(Settings.model_fields)


def test_defaults_in_the_table_are_the_defaults() -> None:
    """Where a default is a plain value, the table shows that value."""
    shown = dict(rows())
    for name, field in Settings.model_fields.items():
        if isinstance(field.default, int | float):
            assert shown[name] == f"`{field.default:g}`"
        elif isinstance(field.default, str):
            assert shown[name] == f"`{field.default}`"
        else:
            assert field.default in {None, ()}


def test_every_designed_setting_is_there() -> None:
    """Each setting that scripts and containers rely on exists, and each setting says what it is for."""
    assert set(Settings.model_fields) >= DESIGNED
    assert all(field.description for field in Settings.model_fields.values())


def test_every_test_states_its_requirement() -> None:
    """Each test function says in its docstring, in a sentence, which requirement it holds."""
    silent = [
        f"{file.relative_to(ROOT)}: {node.name}"
        for file in TESTS
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and not (ast.get_docstring(node) or "").endswith((".", "?", "”", ")"))
    ]
    assert not silent


def test_no_init_files_in_tests() -> None:
    """The folder tests/index must never hide the package index."""
    assert not list((ROOT / "tests").rglob("__init__.py"))


def own_files() -> Iterator[Path]:
    """Yield the text files of the project itself, without what tools leave behind."""
    for path in sorted(ROOT.iterdir()):
        if path.is_file() and path.name != ".git":
            yield path
        elif path.name in OWN_FOLDERS:
            yield from (
                file
                for file in sorted(path.rglob("*"))
                if file.is_file() and not {"__pycache__", ".quoth"} & set(file.parts)
            )


def test_the_project_speaks_of_itself_only() -> None:
    """No file names a path of somebody's machine or the host of a package registry."""
    found = [
        f"{file.relative_to(ROOT)}: {match[0]}"
        for file in own_files()
        if file.suffix in TEXT_SUFFIXES
        for match in FOREIGN.finditer(file.read_text("utf-8", errors="replace"))
    ]
    assert not found
