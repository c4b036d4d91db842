"""Measures all there is, in one command: python tests/benchmarks/run.py [--million] [--work FOLDER]

Postings beside other engines at 1,000 to 100,000 paragraphs (a million on demand, which takes 5 GB for the
baseline), whole answers and updates on libraries of files, the first answer of a fresh process, and
how reading grows with a text. What is
printed are tables with ratios against rank_bm25 in the same run; FOLDER/results.jsonl holds the figures.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Run the benchmarks one after the other."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--million", action="store_true", help="a million paragraphs, too")
    parser.add_argument("--work", type=Path, default=Path("bench-work"), help="folder for texts and indexes")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    sys.stdout.write(f"{datetime.now(tz=UTC):%Y-%m-%d %H:%M} UTC\n")
    sys.stdout.flush()
    results = ("--json", str(options.work / "results.jsonl"))
    run("postings_bench.py", "1000", "10000", "100000", *results, "--work", str(options.work))
    if options.million:
        engines = "rank_bm25,quoth,tantivy"  # the others take more than a quarter of an hour
        run("postings_bench.py", "1000000", *results, "--engines", engines, "--work", str(options.work))
    run("answer_bench.py", "100", "1000", "10000", "--work", str(options.work))
    run("start_bench.py", "--work", str(options.work))
    run("growth_bench.py")


def run(script: str, *arguments: str) -> None:
    """Run a benchmark."""
    subprocess.run([sys.executable, HERE / script, *arguments], check=True)


if __name__ == "__main__":
    main()
