"""Measures a library published in OpenSearch beside the embedded index, in one run:

    python tests/benchmarks/opensearch_bench.py --url http://127.0.0.1:9200 [--files 10000]

The library is that of answer_bench.py, ten paragraphs a file. Times are wall clock, since the engine works in
processes of its own; each figure of the published library stands beside that of the embedded one. What else
the machine does counts: the load is printed with the figures.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
import threading
import time
import zlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from answer_bench import make  # noqa: E402

from index.door import Index  # noqa: E402
from index.embedded import open_library  # noqa: E402
from index.open import LibraryAt, publish  # noqa: E402
from index.opensearch.connection import Connection  # noqa: E402
from index.opensearch.engine_options import options_from  # noqa: E402
from index.opensearch.reader import LivePublished  # noqa: E402
from index.values import replace  # noqa: E402

Result = TypeVar("Result")

_SEARCHED = 20  # passages
_READERS, _CHANGES = 4, 5  # that wait for a changed file, and how often one is changed


class Counted(Connection):
    """A connection that counts its requests."""

    requests = 0

    def _whole(self, work: Callable[[Any], Any], check: Callable[[Any], Result]) -> Result:
        self.requests += 1
        return super()._whole(work, check)


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
    first = replace(where, published=replace(where.published, name=f"{where.published.name}-first"))
    for what, place in (("publish all, first", first), ("publish all, again", where)):  # engines warm up
        took, done = _timed(partial(publish, place, rebuild=False, shards=shards))
        _say(what, f"{took:.1f} s, {done.rows / took:.0f} paragraphs/s")
    readers = [LivePublished(Connection(where.published)) for _ in range(_READERS)]
    seen = [_seen(where, readers, f"zyzzyva{number}") for number in range(_CHANGES)]
    _say("a changed file is seen by all", f"{statistics.median(seen):.1f} s, {max(seen):.1f} s at most")
    embedded.close()
    counted = Counted(where.published)
    embedded, live = open_library(where.library, where.index_dir), LivePublished(counted)
    for what in ("first", "again"):
        before = counted.requests
        times = [_milliseconds(partial(live.use, partial(_answer, text))) for text in questions]
        asked = (counted.requests - before) / len(questions)
        _say(f"requests a question, {what}", f"{asked:.2f} (p50 {statistics.median(times):.1f} ms)")
    _compare(questions, embedded, live.now())
    _say("load of the machine", f"{os.getloadavg()[0]:.1f}")


def _seen(where: LibraryAt, readers: Sequence[LivePublished], word: str) -> float:
    """Return how long it takes until a word that is written into a file is known to all readers."""
    files = sorted(where.library.iterdir())
    changed = files[zlib.crc32(word.encode()) % len(files)]
    changed.write_text(changed.read_text("utf-8") + f"\nThe {word} sat on the quay.\n", "utf-8")
    began = time.perf_counter()
    threads = [
        threading.Thread(target=partial(_until, lambda reader=reader: reader.now().known(word)))
        for reader in readers
    ]
    for thread in threads:
        thread.start()
    publish(where)
    for thread in threads:
        thread.join()
    return time.perf_counter() - began


def _answer(text: str, index: Index) -> object:
    from bot.answering.respond import Question, respond

    return respond(index, Question(text))


def _compare(questions: Sequence[str], embedded: object, published: object) -> None:
    from bot.asking.query import make_query

    for what, work in (
        ("search", lambda index, text: index.search(make_query(text), _SEARCHED)),
        ("whole answer", lambda index, text: _answer(text, index)),
    ):
        for index in (embedded, published):
            work(index, questions[0])
        times = [
            [_milliseconds(partial(work, index, text)) for text in questions]
            for index in (embedded, published)
        ]
        (own, theirs) = (statistics.median(each) for each in times)
        _say(f"{what}, p50", f"embedded {own:.1f} ms, published {theirs:.1f} ms ({theirs / own:.1f} times)")


def _milliseconds(work: Callable[[], object]) -> float:
    return _timed(work)[0] * 1000


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
