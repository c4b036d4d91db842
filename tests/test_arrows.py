"""The arrows of the house: imports go one way, also those hidden in functions, and cost nothing early."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# The flow, room by room: a room may import from rooms in rows above its own, never from beside or below.
# A room is a module or a subpackage directly inside one of the two packages.
FLOW = {
    "index": (
        {"kept_beside", "remembered"},
        {"expressions", "tables", "values"},
        {"languages"},
        {"errors", "own_process", "publishing", "words"},
        {"editors_files", "model"},
        {"bundled", "door"},
        {"text"},  # what stands in a text
        {"formats"},  # files -> Document
        {"grammar"},  # what rules are made of
        {"rules"},  # the modules in the folders of languages, which the rooms around ask by name only
        {"voices"},  # -> Voice
        {"articles"},  # -> Article + Source -> Paragraph
        {"figures", "framings"},  # -> Figure, Framing
        {"matching"},
        {"embedded"},  # -> index
        {"opensearch"},  # a published copy of it
        {"open"},  # chooses the engine
    ),
    "bot": (
        {"answer", "independence", "logs", "phrases", "reasons"},
        {"asking"},  # question -> Query
        {"widening"},
        {"finding"},  # -> Passage -> Claim
        {"contested"},  # -> Contested point
        {"answering"},  # -> Answer
        {"apart"},
        {"fresh"},
        {"watched", "reading_desk"},
        {"desk"},
        {"listed_points"},
        {"library_desk", "conversation"},
        {"render"},  # -> text, message, JSON
        {"settings"},
        {"doors"},
        {"__main__"},
    ),
}

# What a room may see of the other rooms of its package, where the flow alone would let it see more.
RENDERERS_SEE = {"answer", "phrases"}
CHANNELS_SEE = {"answer", "conversation", "desk", "phrases", "reasons", "render"}

HEAVY = {
    "dataclasses",
    "inspect",
    "shutil",
    "telegram",
    "pydantic",
    "pydantic_settings",
    "numpy",
    "rank_bm25",
    "asyncio",
    "yaml",
    "tornado",
    "httpx",
    # what formats are read with
    "lxml",
    "trafilatura",
    "pypdfium2",
    "pypdf",
    "markdown_it",
    "mailparser",
    "feedparser",
    "striprtf",
    "warcio",
    "index.formats.registry",
    "index.formats.child",
}


@cache
def imports() -> dict[str, frozenset[str]]:
    """Return for each module of the project the modules of the project that it imports anywhere."""
    modules = {_name(path): path for package in FLOW for path in sorted((ROOT / package).rglob("*.py"))}
    return {
        module: frozenset(_imported(path, module, frozenset(modules))) - {module}
        for module, path in modules.items()
    }


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imported(path: Path, module: str, modules: frozenset[str]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively; say the whole name"
            names = [
                f"{node.module}.{alias.name}"
                if f"{node.module}.{alias.name}" in modules
                else str(node.module)
                for alias in node.names
            ]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] in FLOW)


def _room(module: str) -> tuple[str, str]:
    """Return the package of a module and its room in it; the package itself is the room ""."""
    package, _, rest = module.partition(".")
    if module.startswith("index.languages."):
        return package, "rules"
    return package, rest.split(".")[0]


def _rank(module: str) -> int:
    package, room = _room(module)
    ranks = [number for number, row in enumerate(FLOW[package]) if room in row]
    assert ranks, f"{module} has no place in the flow; give it one in FLOW of {Path(__file__).name}"
    return ranks[0]


def test_index_never_imports_bot() -> None:
    """The library knows no chat: nothing in index imports anything of bot."""
    wrong = {
        module: sorted(name for name in names if name.split(".")[0] == "bot")
        for module, names in imports().items()
        if module.split(".")[0] == "index"
    }
    assert not {module: names for module, names in wrong.items() if names}


@pytest.mark.parametrize("package", FLOW)
def test_modules_follow_the_order_of_the_flow(package: str) -> None:
    """Inside a package a room imports only from rooms earlier in the flow."""
    wrong = [
        f"{module} imports {name}"
        for module, names in imports().items()
        for name in sorted(names)
        if module.split(".")[0] == name.split(".")[0] == package
        and _room(module) != _room(name)
        and "" not in {_room(module)[1], _room(name)[1]}
        and _rank(name) >= _rank(module)
    ]
    assert not wrong


def test_every_module_has_a_place_in_the_flow() -> None:
    """No room stands outside the flow: a new module is given its place when it is made."""
    for module in imports():
        if _room(module)[1]:
            _rank(module)


def test_nobody_imports_the_rules_of_a_language() -> None:
    """What a language's folder holds is asked for by the language's code, never by its name in an import."""
    wrong = [
        f"{module} imports {name}"
        for module, names in imports().items()
        for name in sorted(names)
        if _room(name) == ("index", "rules") and module.split(".")[:3] != name.split(".")[:3]
    ]
    assert not wrong


def test_no_import_cycles() -> None:
    """No module imports itself by a detour, not even inside functions or for types only."""
    try:
        TopologicalSorter(imports()).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_renderers_see_the_answer_and_the_phrases() -> None:
    """A renderer cannot search, decide or read settings: of bot it imports the answer and the phrases."""
    assert _seen_by("bot.render") <= RENDERERS_SEE


def test_channels_see_the_renderer_and_the_answer() -> None:
    """A messenger is handed its library: of bot it imports the answer, phrases, renderers and the desk."""
    assert _seen_by("bot.doors.telegram") <= CHANNELS_SEE


def _seen_by(package: str) -> set[str]:
    """Return the rooms of bot that a package imports, its own left out."""
    inside = {module for module in imports() if module == package or module.startswith(f"{package}.")}
    names = set().union(*(imports()[module] for module in inside)) - inside
    return {_room(name)[1] for name in names if name.split(".")[0] == "bot"}


def test_only_entry_points_read_settings() -> None:
    """Everything behind the command line gets plain arguments."""
    readers = {
        module
        for module, names in imports().items()
        if any(_room(name) == ("bot", "settings") for name in names)
    }
    assert all(module.startswith(("bot.doors.cli", "bot.settings")) for module in readers)


def test_a_module_name_stands_once() -> None:
    """A newcomer finds a room by its name: no two modules share one, but for rooms of two languages."""
    names = Counter(
        module.rpartition(".")[2]
        for module in imports()
        if not module.startswith("index.languages.")
        and not module.endswith(".__main__")
        and (ROOT / f"{module.replace('.', '/')}.py").exists()
    )
    assert not [name for name, times in names.items() if times > 1]


def test_ask_imports_nothing_costly(tmp_path: Path) -> None:
    """``quoth ask`` on a built index loads no messenger, no settings model, no numbers library, no YAML."""
    library = tmp_path / "library"
    library.mkdir()
    (library / "bridge.txt").write_text(
        "The bridge\n\nThe mayor of Springfield said that the bridge would cost two million.\n\n"
        "The ferry of Shelbyville stopped in May, and nobody has said why.\n",
        "utf-8",
    )
    program = (
        "import json, sys; from bot.doors.cli import run; "
        "status = run(sys.argv[1:]); print(json.dumps([status, sorted(sys.modules)]))"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QUOTH_")}
    for _ in range(2):  # the first builds the index
        done = subprocess.run(
            [sys.executable, "-c", program, "ask", "--library", str(library), "What will the bridge cost?"],
            cwd=tmp_path,
            env=environment | {"PYTHONPATH": str(ROOT), "QUOTH_INDEX_DIR": str(tmp_path / "index")},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
    status, loaded = json.loads(done.stdout.splitlines()[-1])
    assert status == 0
    assert not HEAVY & set(loaded)


def test_commands_ask_the_desk() -> None:
    """No command answers, verifies or lists by itself: what a library is asked goes over the one desk."""
    asked_by_the_desk = {
        "bot.answering.verification",
        "bot.contested.found_points",
        "bot.finding.best_passages",
        "index.embedded",
        "index.open",
    }
    allowed = {
        "bot.doors.cli.common",
        "bot.doors.cli.backup",
        "bot.doors.cli.restoring",
        "bot.doors.cli.progress",
        "bot.doors.cli.indexing",
    }
    for module, used in imports().items():
        if module.startswith("bot.doors.cli.") and module not in allowed:
            assert not asked_by_the_desk & used, module
