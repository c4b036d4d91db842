"""Runs of these tests beside each other."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
# What a second run does to the first: a folder that both clear away is not empty when it should be.
BESIDE = """
import errno, os

real = os.rmdir

def rmdir(path, *rest, **named):
    if "garbage-" in str(path):
        raise OSError(errno.ENOTEMPTY, "Directory not empty", str(path))
    return real(path, *rest, **named)

os.rmdir = rmdir
"""


def test_runs_clear_the_same_old_folders(tmp_path: Path) -> None:
    """A run of the tests ends well while another clears away the same folders of earlier runs."""
    (tmp_path / "beside.py").write_text(BESIDE)
    (tmp_path / "test_one.py").write_text("def test_one(tmp_path):\n    assert tmp_path\n")
    for number in range(1, 9):
        (tmp_path / "pytest-of-ana" / f"pytest-{number}" / "old").mkdir(parents=True)
    command = (
        f"-m pytest -q -p beside -p no:cacheprovider -c {ROOT / 'pyproject.toml'} --rootdir . test_one.py"
    )
    temporary = {"LOGNAME": "ana", "PYTEST_DEBUG_TEMPROOT": str(tmp_path), "PYTHONPATH": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, *command.split()],
        env={**os.environ, **temporary},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "1 passed" in ran.stdout
