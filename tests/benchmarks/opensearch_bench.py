"""Measures a library published in OpenSearch beside the embedded index, in one run:

    python tests/benchmarks/opensearch_bench.py --url http://127.0.0.1:9200 [--files 10000]

The library is that of answer_bench.py, ten paragraphs a file. Times are wall clock, since the engine works in
processes of its own; each figure of the published library stands beside that of the embedded one.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from answer_bench import make  # noqa: E402

from index.embedded import open_library  # noqa: E402
from index.open import LibraryAt, publish  # noqa: E402
from index.opensearch.connection import Connection  # noqa: E402
from index.opensearch.engine_options import options_from  # noqa: E402
from index.opensearch.reader import LivePublished  # noqa: E402

Result = TypeVar("Result")

_SEARCHED = 20  # passages


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--url", required=True, help="addresses of OpenSearch, with commas between")
    parser.add_argument("--files", type=int, default=10_000, help="files of ten paragraphs each")
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--work", type=Path, default=Path("bench-work"))
    parser.add_argument("--shards", type=int, default=1)
    options = parser.parse_args()
    place = options.work / f"published-{options.files}"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    make(place, options.files, options.questions)
    where = LibraryAt(place / "library", place / "index", options_from(options.url, f"bench-{options.files}"))
    questions: list[str] = json.loads((place / "questions.json").read_text("utf-8"))
    report(where, questions, options.shards)


def report(where: LibraryAt, questions: Sequence[str], shards: int) -> None:
    """Publish, change a file, ask; print a line for each figure."""
    assert where.published is not None
    embedded = open_library(where.library, where.index_dir)
    took, done = _timed(lambda: publish(where, rebuild=False, shards=shards))
    _say("publish all", f"{took:.1f} s, {done.rows / took:.0f} paragraphs/s")
    live = LivePublished(Connection(where.published))
    changed = next(iter(sorted(where.library.iterdir())))
    changed.write_text(changed.read_text("utf-8") + "\nThe zyzzyva sat on the quay.\n", "utf-8")
    took, _ = _timed(lambda: publish(where, shards=shards))
    seen, _ = _timed(lambda: _until(lambda: live.now().known("zyzzyva")))
    _say("a changed file is published", f"{took:.1f} s, seen by a reader {seen:.1f} s later")
    embedded.close()
    embedded, published = open_library(where.library, where.index_dir), live.now()
    _compare(questions, embedded, published)


def _compare(questions: Sequence[str], embedded: object, published: object) -> None:
    from bot.answering.respond import Question, respond
    from bot.asking.query import make_query

    for what, work in (
        ("search", lambda index, text: index.search(make_query(text), _SEARCHED)),
        ("whole answer", lambda index, text: respond(index, Question(text))),
    ):
        for index in (embedded, published):
            work(index, questions[0])
        times = [_milliseconds(partial(work, index), questions) for index in (embedded, published)]
        (own, theirs) = (statistics.median(each) for each in times)
        _say(f"{what}, p50", f"embedded {own:.1f} ms, published {theirs:.1f} ms ({theirs / own:.1f} times)")


def _milliseconds(work: Callable[[str], object], questions: Sequence[str]) -> list[float]:
    return [_timed(partial(work, text))[0] * 1000 for text in questions]


def _timed(work: Callable[[], Result]) -> tuple[float, Result]:
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


def _until(holds: Callable[[], bool], longest: float = 60.0) -> None:
    end = time.monotonic() + longest
    while not holds():
        if time.monotonic() > end:
            raise RuntimeError("it was never seen")
        time.sleep(0.05)


def _say(what: str, figure: str) -> None:
    sys.stdout.write(f"  {what:30} {figure}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
