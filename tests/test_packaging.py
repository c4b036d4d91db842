"""What is installed: the wheel holds all that the program reads, and the locks hold all that it imports."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKS = (
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-build.lock",
    "requirements-opensearch.lock",
)
PIN = re.compile(r"^([A-Za-z0-9._-]+)==\S+(?: ; [^\\]+)? \\$", re.MULTILINE)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built offline from this folder with an index beside the bundled library."""
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed; requirements-dev.lock has it")
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in ("bot", "index", "data", "pyproject.toml", "README.md", "LICENSE"):
        (source / name).symlink_to(ROOT / name)
    (source / "data").unlink()
    _copy(ROOT / "data", source / "data")
    leftover = source / "data" / "articles" / ".quoth"
    leftover.mkdir()
    (leftover / "catalog.sqlite").write_bytes(b"an index")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)],
        cwd=source,
        check=True,
        capture_output=True,
        timeout=120,
    )
    return next(target.glob("*.whl"))


def _copy(folder: Path, target: Path) -> None:
    for file in folder.rglob("*"):
        if file.is_file() and ".quoth" not in file.parts:
            copy = target / file.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())


def _files(*folders: str) -> set[str]:
    """Return what stands in folders of this checkout and is meant to be installed."""
    return {
        file.relative_to(ROOT).as_posix()
        for folder in folders
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and not {"__pycache__", ".quoth"} & set(file.parts) and file.suffix != ".pyc"
    }


def test_the_wheel_holds_code_words_and_phrases(wheel: Path) -> None:
    """Every module, list of words and file of phrases is in the wheel."""
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = _files("bot", "index")
    assert any(name.startswith("index/words/") for name in wanted)
    assert "bot/phrases.toml" in wanted
    assert not wanted - held


def test_the_wheel_holds_the_bundled_library(wheel: Path) -> None:
    """The bundled library, its README and the rival labels are in the wheel, below index/data."""
    held = set(zipfile.ZipFile(wheel).namelist())
    assert not {f"index/{name}" for name in _files("data")} - held
    assert "index/data/framings.toml" in held


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    """No index, test, cache or hidden folder is installed with the program."""
    held = zipfile.ZipFile(wheel).namelist()
    assert not [name for name in held if re.search(r"(?:^|/)\.|__pycache__|\.sqlite|(?:^|/)tests?/", name)]
    assert {name.split("/")[0].split("-")[0] for name in held} == {"bot", "index", "quoth"}


def test_the_wheel_answers(wheel: Path, tmp_path: Path) -> None:
    """Unpacked by itself, the wheel answers from its bundled library."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    own = {name: value for name, value in os.environ.items() if not name.startswith("QUOTH_")}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "Who is the US ambassador in Lima?"],
        cwd=tmp_path / "installed",
        env=own | {"QUOTH_INDEX_DIR": str(tmp_path / "index"), "PYTHONSAFEPATH": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "│" in done.stdout


def test_only_two_packages_are_installed() -> None:
    """The wheel is made of bot and index, and the command is quoth."""
    hatch = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]
    assert hatch["build"]["targets"]["wheel"]["packages"] == ["bot", "index"]
    assert PROJECT["scripts"] == {"quoth": "bot.__main__:main"}


def _pinned(lock: str) -> dict[str, int]:
    """Return the hashes that a lock holds for each distribution."""
    text = (ROOT / lock).read_text("utf-8")
    pieces = re.split(r"(?m)^(?=[A-Za-z0-9])", text)[1:]
    assert all(PIN.match(piece) for piece in pieces), "every line pins one version, with hashes"
    return {_plain(piece.split("==")[0]): piece.count("--hash=sha256:") for piece in pieces}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _asked(requirements: list[str]) -> set[str]:
    return {_plain(re.match(r"[A-Za-z0-9._-]+", item)[0]) for item in requirements}  # type: ignore[index]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_file_has_its_hash(lock: str) -> None:
    """A lock pins versions, with hashes, and names no place to take them from."""
    assert all(_pinned(lock).values())
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE)


def test_locks_hold_what_the_project_asks_for() -> None:
    """What pyproject.toml asks for is locked: to run, to be tested, and to be built."""
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    dev = PROJECT["optional-dependencies"]["dev"]
    assert _asked(PROJECT["dependencies"]) <= set(_pinned("requirements.lock"))
    assert set(_pinned("requirements.lock")) | _asked(dev) <= set(_pinned("requirements-dev.lock"))
    assert _asked(build) <= set(_pinned("requirements-build.lock"))


def test_everything_imported_is_locked() -> None:
    """Whatever the two packages import, anywhere, is locked, or asked for by an extra."""
    modules = {
        (node.module or "") if isinstance(node, ast.ImportFrom) else alias.name
        for package in ("bot", "index")
        for file in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    foreign = {name.split(".")[0] for name in modules} - sys.stdlib_module_names - {"bot", "index"}
    homes = packages_distributions()
    locked = set(_pinned("requirements.lock"))
    extras = _asked([item for items in PROJECT["optional-dependencies"].values() for item in items])
    missing = {
        name for name in foreign if not {_plain(home) for home in homes.get(name, [name])} & (locked | extras)
    }
    assert not missing


def test_the_container_installs_locked_files_and_is_not_root() -> None:
    """The Dockerfile installs with hashes, runs as another user than root, and tells its health."""
    text = (ROOT / "Dockerfile").read_text("utf-8")
    assert re.search(r"--require-hashes .*-r requirements\.lock", text)
    assert re.search(r"^USER (?!0\b|root\b)\S+$", text, re.MULTILINE)
    assert re.search(r"^HEALTHCHECK .*\"quoth\", \"health\"", text, re.MULTILINE)
    assert 'ENTRYPOINT ["quoth"]' in text
    assert 'CMD ["telegram"]' in text
