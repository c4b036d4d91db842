"""Measures whole answers on libraries of files: python tests/benchmarks/answer_bench.py 100 1000

A size is a number of files of about ten paragraphs; texts and questions are made, see corpus.py. Every
step runs in a process of its own. Times are processor times of the whole process, the start of Python
included, or of one call of ``respond``. The baseline is rank_bm25.BM25Plus, which ranks and does no more:
it has no index on disk, so that to start, and to add an article, is to read and index all texts again.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[2]
PARAGRAPHS = 10  # in a file
SENTENCE = 18  # words, about the mean of English news
ASKS = 7  # processes, of which the median counts
SPEAKERS = ("the mayor", "the harbour master", "a union of ferry crews", "the council")
MEBIBYTE = 2**20
WATCHED = 0.2  # seconds between two looks at the memory of a process and those it started


@dataclass(frozen=True, slots=True)
class Spent:
    """What a process took: seconds of processor time, MiB of memory at most, and what it printed.

    The memory is that of all processes together which it started, as a system's list of processes shows it.
    """

    seconds: float
    memory: float
    printed: str


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of processor time of each question, for one engine."""

    median: float
    p99: float


def main() -> None:
    """Run the benchmark, or one step of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1000], help="numbers of files")
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--work", type=Path, default=Path("bench-work"), help="folder for texts and indexes")
    parser.add_argument(
        "--step", choices=["make", "answers", "baseline", "baseline-start"], help=argparse.SUPPRESS
    )
    options = parser.parse_args()
    if options.step:
        if options.step == "make":  # a process of its own, too: what it holds would count for later ones
            make(options.work, options.sizes[0], options.questions)
        else:
            run_step(options.step, options.work)
        return
    options.work.mkdir(parents=True, exist_ok=True)
    say(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors")
    say("processor times; in brackets, how many times the baseline takes as long or holds as much")
    for size in options.sizes:
        place = options.work / f"answers-{size}"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        step(place, "make", "--questions", options.questions, size)
        report(place, size)


def make(place: Path, size: int, questions: int) -> None:
    """Write a library of ``size`` files and questions about it into an empty folder."""
    import corpus  # numpy

    (place / "library").mkdir()
    corpus.write_corpus(place / "corpus.txt", size * PARAGRAPHS)
    with (place / "corpus.txt").open(encoding="utf-8") as lines:
        for number in range(size):
            paragraphs = [line.split() for line in islice(lines, PARAGRAPHS)]
            (place / "library" / f"{number:06}.md").write_text(_article(number, paragraphs), "utf-8")
    # without the commonest words: those of real questions are dropped as stop words, made ones are not
    asked = [" ".join(words) + "?" for _, words in corpus.questions(place / "corpus.txt", questions)]
    (place / "questions.json").write_text(json.dumps(asked), "utf-8")


def _article(number: int, paragraphs: Sequence[Sequence[str]]) -> str:
    """Return a text with front matter, in which every third paragraph has a speaker and a figure."""
    head = (
        f"---\ntitle: Report {number}\noutlet: Paper {number % 9}\npublished: 2023-01-{number % 28 + 1:02}\n"
    )
    body = []
    for place, words in enumerate(paragraphs):
        cuts = [words[at : at + SENTENCE] for at in range(0, len(words), SENTENCE)]
        text = " ".join(" ".join(cut).capitalize() + "." for cut in cuts)
        if place % 3 == 0:
            text += f" “{words[0].capitalize()} {' '.join(words[1:6])},” said {SPEAKERS[number % 4]}."
            text += f" At least {number % 90 + 3} people were hurt."
        body.append(text)
    return f"{head}---\n\n" + "\n\n".join(body) + "\n"


def report(place: Path, size: int) -> None:
    """Measure one library and print a line for each result."""
    question = json.loads((place / "questions.json").read_text("utf-8"))[0]
    ask = ("-m", "bot", "ask", "--json", "--library", place / "library", question)
    # Whoever searches brings the index up to date; `quoth index` lists the contested points as well.
    update = ("-m", "bot", "search", "--library", place / "library", "report")
    built = spend(place, *update)
    asked = [spend(place, *ask) for _ in range(ASKS)]
    answers = Times(**json.loads(step(place, "answers").printed))
    texts = sum(path.stat().st_size for path in (place / "library").iterdir())
    disk = sum(path.stat().st_size for path in (place / "index").rglob("*") if path.is_file())
    (place / "library" / "zz.md").write_text(_article(size, [["a", "late", "report", "came"] * 9]), "utf-8")
    added = spend(place, *update)
    start, base = step(place, "baseline-start"), Times(**json.loads(step(place, "baseline").printed))
    whole = statistics.median(spent.seconds for spent in asked)
    memory = max(spent.memory for spent in asked)
    say(f"\n{size} files, {size * PARAGRAPHS} paragraphs")
    say(f"  index all files        {built.seconds:9.2f} s    {built.memory:5.0f} MiB at most")
    say(f"  add one article        {added.seconds:9.2f} s    ({start.seconds / added.seconds:.2f})")
    say(f"  whole ask --json       {whole:9.3f} s    ({start.seconds / whole:.1f})")
    say(f"  respond, p50           {answers.median:9.2f} ms   ({base.median / answers.median:.2f})")
    say(f"  respond, p99           {answers.p99:9.2f} ms   ({base.p99 / answers.p99:.2f})")
    say(f"  memory of ask --json   {memory:9.0f} MiB  ({start.memory / memory:.1f})")
    say(f"  index on disk          {disk / MEBIBYTE:9.1f} MiB  ({disk / texts:.2f} times the texts)")


def step(place: Path, name: str, *arguments: object) -> Spent:
    """Run a step of this file in a process of its own."""
    return spend(place, Path(__file__).resolve(), "--step", name, "--work", place, *arguments)


def spend(place: Path, *arguments: object) -> Spent:
    """Run Python with arguments, and return what it took. Raises RuntimeError when it fails."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("QUOTH_")}
    own |= {"PYTHONPATH": str(ROOT), "QUOTH_INDEX_DIR": str((place / "index").resolve())}
    command = [sys.executable, *map(str, arguments)]
    held = [0.0]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=own, text=True) as process:
        watch = threading.Thread(target=_watch, args=(process.pid, held))
        watch.start()
        printed = process.stdout.read() if process.stdout else ""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.join()
    if process.returncode not in {0, 1}:  # 1: nothing found
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return Spent(used.ru_utime + used.ru_stime, max(used.ru_maxrss / 1024, *held), printed)


def _watch(process: int, held: list[float]) -> None:
    """Note what a process and those it started hold at most, shared pages counted for each (Linux)."""
    while together := sum(map(_resident, _tree(process))):
        held.append(max(held.pop(), together))
        time.sleep(WATCHED)


def _tree(process: int) -> list[int]:
    """Return a process and all that it started."""
    try:
        started = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return []
    return [process, *(each for child in started for each in _tree(int(child)))]


def _resident(process: int) -> float:
    """Return the MiB of memory of a process, 0 when it has ended."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / MEBIBYTE


def run_step(name: str, place: Path) -> None:
    """Do one step in this process and print its result as JSON."""
    questions: list[str] = json.loads((place / "questions.json").read_text("utf-8"))
    library = place / "library"
    if name == "answers":
        from bot.answering.respond import Question, respond
        from index.embedded import open_library

        index = open_library(library, place / "index")
        say(json.dumps(asdict(_timed(questions, lambda text: respond(index, Question(text))))))
        return
    from rank_bm25 import BM25Plus

    from index.text.terms import terms

    paragraphs = [
        terms(text, "en")
        for path in sorted(library.iterdir())
        for text in path.read_text("utf-8").split("\n\n")
    ]
    engine = BM25Plus(paragraphs)
    asked = questions[:1] if name == "baseline-start" else questions
    say(json.dumps(asdict(_timed(asked, lambda text: engine.get_top_n(terms(text, "en"), paragraphs, 10)))))


def _timed(questions: Sequence[str], answer: Callable[[str], object]) -> Times:
    """Return the times of all questions but the first, which finds nothing ready."""
    answer(questions[0])
    taken = []
    for question in questions[1:] or questions:
        before = time.process_time()
        answer(question)
        taken.append(1000 * (time.process_time() - before))
    taken.sort()
    return Times(statistics.median(taken), taken[min(len(taken) - 1, int(0.99 * len(taken)))])


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
