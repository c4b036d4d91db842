"""A library that another user owns: it is read as far as it may be, and nothing is written into it.

To root nothing is forbidden: as root, these tests run the program as a user with no rights, where they can.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NOBODY = 65534
AS_OTHER = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"] if not os.getuid() else []
HARBOUR = "The harbour of Springfield was closed on Friday, the mayor said.\n"


def run(home: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the program as a user to whom modes say what is forbidden."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("QUOTH_", "XDG_"))
    }
    return subprocess.run(
        [*AS_OTHER, sys.executable, "-m", "bot", *map(str, arguments)],
        cwd=ROOT,
        env={**environment, "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def _cannot_run() -> bool:
    """Whether the other user cannot run the program at all: where it is installed is closed to them."""
    if AS_OTHER and not shutil.which(AS_OTHER[0]):
        return True
    return run(Path("/nonexistent"), "--version").returncode != 0


pytestmark = pytest.mark.skipif(_cannot_run(), reason="no other user can run the program here")


@pytest.fixture
def place() -> Iterator[Path]:
    """Return a folder that everybody may enter, with a home for the user and a library that is not theirs."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    for name in ("home", "library"):
        (folder / name).mkdir()
    if AS_OTHER:
        os.chown(folder / "home", NOBODY, NOBODY)
    (folder / "library" / "harbour.txt").write_text(HARBOUR)
    yield folder
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755)
    shutil.rmtree(folder)


def lock(library: Path, mode: int = 0o555) -> None:
    """Forbid the library to be written to, or even to be looked into."""
    library.chmod(mode)


def test_a_library_that_may_not_be_written_is_indexed_in_the_cache(place: Path) -> None:
    """The index goes to the user's cache; the library stays as it is."""
    lock(place / "library")
    ran = run(place / "home", "--library", place / "library", "Who closed the harbour?")
    assert (ran.returncode, ran.stderr) == (0, "") and "closed on Friday" in " ".join(ran.stdout.split())
    assert [path.name for path in (place / "library").iterdir()] == ["harbour.txt"]
    assert list((place / "home" / ".cache" / "quoth").rglob("CURRENT"))


def test_what_may_not_be_read_is_named_and_the_rest_answered(place: Path) -> None:
    """Each file, folder and editor's file that may not be read is named with the reason."""
    library = place / "library"
    for name in ("locked.txt", "locked.md", "sources.toml"):
        (library / name).write_text('["harbour.txt"]\noutlet = "Coast Courier"\n')
        (library / name).chmod(0)
    (library / "inner").mkdir(mode=0o700)
    (library / "inner" / "more.txt").write_text(HARBOUR)
    (library / "inner").chmod(0)
    lock(library)
    ran = run(place / "home", "index", "--library", library)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[1:] == [
        "skipped inner/: the folder cannot be listed: permission denied",
        "skipped locked.md: cannot be opened: Permission denied",
        "skipped locked.txt: cannot be opened: Permission denied",
        "skipped sources.toml: cannot be opened: Permission denied",
    ]
    ran = run(place / "home", "ask", "Who closed the harbour?", "--library", library)
    assert ran.returncode == 0 and "closed on Friday" in " ".join(ran.stdout.split())


def test_a_file_that_is_opened_to_the_user_is_read_at_once(place: Path) -> None:
    """What could not be read is tried again by each process, and answered from when it may be read."""
    library = place / "library"
    (library / "ferry.txt").write_text("The ferry of Shelbyville was sold for two million.\n")
    (library / "ferry.txt").chmod(0)
    lock(library)
    assert run(place / "home", "ask", "Who sold the ferry?", "--library", library).returncode == 1
    (library / "ferry.txt").chmod(0o644)
    assert run(place / "home", "ask", "Who sold the ferry?", "--library", library).returncode == 0


@pytest.mark.parametrize("mode", [0, 0o111])
def test_a_library_that_may_not_be_listed_is_said(place: Path, mode: int) -> None:
    """One line says what is forbidden; status 3."""
    lock(place / "library", mode)
    ran = run(place / "home", "sources", "--library", place / "library")
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr == f"quoth: {place / 'library'} cannot be listed: permission denied.\n"


def test_a_library_of_which_nothing_may_be_read_says_why(place: Path) -> None:
    """The reason is that of the files, and not that there are none."""
    (place / "library" / "harbour.txt").chmod(0)
    lock(place / "library")
    ran = run(place / "home", "ask", "Who closed the harbour?", "--library", place / "library")
    assert ran.returncode == 3 and ran.stderr.count("\n") == 1
    assert "harbour.txt" in ran.stderr and "Permission denied" in ran.stderr


def test_editors_framings_that_may_not_be_read_are_named(place: Path) -> None:
    """A contested.toml that is forbidden is told by its name and the reason; the answer does without."""
    (place / "library" / "contested.toml").write_text("")
    (place / "library" / "contested.toml").chmod(0)
    lock(place / "library")
    ran = run(place / "home", "ask", "Who closed the harbour?", "--library", place / "library")
    assert ran.returncode == 0 and ran.stdout
    assert (
        "contested.toml" in ran.stderr and "Permission denied" in ran.stderr and ran.stderr.count("\n") == 1
    )


def test_a_cache_that_may_not_be_written_is_said(place: Path) -> None:
    """Where no index can be kept, one line says where it was tried; status 3."""
    lock(place / "library")
    (place / "home").chmod(0o555)
    if AS_OTHER:
        os.chown(place / "home", 0, 0)
    ran = run(place / "home", "ask", "Who closed the harbour?", "--library", place / "library")
    assert ran.returncode == 3 and ran.stderr.count("\n") == 1
    assert str(place / "home") in ran.stderr and "Permission denied" in ran.stderr
