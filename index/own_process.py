"""This program in a process of its own, which reads requests and writes answers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import index


def started(code: str, *, quiet: bool = False, **settings: str) -> subprocess.Popen[bytes]:
    """Start a process that runs ``code`` with this program's modules, pipes to its input and from its output.

    ``settings`` are more of its environment; ``quiet``: what it says to standard error is dropped.
    """
    path = os.pathsep.join(filter(None, (str(Path(index.__file__).parents[1]), os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(  # noqa: S603 (this program, by its interpreter)
        [sys.executable, "-P", "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if quiet else None,
        env={**os.environ, "PYTHONPATH": path, **settings},
    )
