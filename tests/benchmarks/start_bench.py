"""Measures the first answer of a fresh process: python tests/benchmarks/start_bench.py 1000 10000 100000

A size is a number of paragraphs, ten in a file. The time is processor time of the whole process, the start
of Python included; beside it, how many times as long that is as Python takes to do nothing. Modules are
compiled before, as an installation does. Texts and questions are made, see corpus.py.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import platform
import shutil
import statistics
from pathlib import Path

from answer_bench import PARAGRAPHS, ROOT, say, spend, step

ASKS = 15  # processes, each with another question, of which the median and the quickest are shown


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--work", type=Path, default=Path("bench-work"), help="folder for texts and indexes")
    options = parser.parse_args()
    for package in ("bot", "index"):
        compileall.compile_dir(ROOT / package, quiet=1)
    say(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors")
    say("paragraphs  median s  quickest s  times Python")
    for size in options.sizes:
        place = options.work / f"start-{size}"
        if not (place / "questions.json").exists():
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir(parents=True)
            step(place, "make", "--questions", ASKS, size // PARAGRAPHS)
        report(place, size)


def report(place: Path, size: int) -> None:
    """Measure one library, Python alone in between, and print a line."""
    library = ("--library", place / "library")
    spend(place, "-m", "bot", "index", *library)
    asked, idle = [], []
    for question in json.loads((place / "questions.json").read_text("utf-8")):
        asked.append(spend(place, "-m", "bot", "ask", "--json", *library, question).seconds)
        idle.append(spend(place, "-c", "pass").seconds)
    middle = statistics.median(asked)
    say(f"{size:10}  {middle:8.3f}  {min(asked):10.3f}  {middle / statistics.median(idle):12.1f}")


if __name__ == "__main__":
    main()
