"""A language is a folder: one of a few words is read when it is registered, and nothing else is touched."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
FOLDER = Path(__file__).parent / "invented" / "zz"
TEXT = (
    "Lo brug en Springfield\n\n"
    "Ana Ejemplo zegoku ke lo brug en da Springfield mi sluit ru mei.\n\n"
    "Ana Ejemplo, ru da burg, zegoku ke lo veer mi vaar en da aven.\n"
)
PROGRAM = """
import sys
from pathlib import Path
from index.languages import register
register(Path(sys.argv[1]))
from bot.doors.cli import run
sys.exit(run(sys.argv[2:]))
"""


def _run(library: Path, *arguments: str) -> str:
    """Return what the program prints with the invented language registered."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(FOLDER), *arguments, "--library", str(library)],
        cwd=library,
        env={"PYTHONPATH": str(ROOT), "QUOTH_INDEX_DIR": str(library.with_name("index"))},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_registered_folder_is_read(tmp_path: Path) -> None:
    """Its texts are told, their speakers named by its words and quoted, with no other file changed."""
    library = tmp_path / "library"
    library.mkdir()
    (library / "a.txt").write_text(TEXT, "utf-8")
    heading, *body = map(json.loads, _run(library, "export").splitlines())
    assert {line["language"] for line in (heading, *body)} == {"zz"}
    assert [[voice["speaker"] for voice in line["voices"]] for line in body] == [["Ana Ejemplo"]] * 2
    answer = json.loads(_run(library, "ask", "lo veer mi vaar en da aven", "--json"))
    assert answer["claims"][0]["voice"]["label"].endswith("reporting words of Ana Ejemplo")


def test_a_language_without_words_is_not_found_by_accident() -> None:
    """No text is taken for the invented language where it is not registered."""
    from index.text.language_of import told_language

    assert told_language(TEXT) != "zz"
