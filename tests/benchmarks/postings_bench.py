"""Measures the postings beside other engines: python tests/benchmarks/postings_bench.py 10000 100000

Each engine runs in processes of its own: one builds, some only answer a first question, one answers all.
Times are processor times, which other users of the machine disturb least; a question's time is the least
of up to three passes. Two tables a size: questions with common words (the, of, ...), and without, as this
program asks them. Ratios are against rank_bm25.BM25Plus in the same run; "differs" is the largest
difference of a score from rank_bm25's among the first ten, for engines that promise the same scores.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import metadata
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

from engines import ENGINES, EXACT, Engine, Search, Tokens

LEAST = 8  # questions asked, however long they take
PASSES = 3
RATE_SECONDS = 2.0
QUESTIONS = "questions.json"
Report = dict[str, float]


def main() -> None:
    """Run the benchmark, or one engine's step of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000], help="numbers of paragraphs")
    parser.add_argument("--corpus", type=Path, help="a text, one paragraph a line; default: one is made")
    parser.add_argument("--engines", help="comma-separated beginnings of names; default: all installed")
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--budget", type=float, default=15, help="seconds of questions for each engine")
    parser.add_argument("--work", type=Path, default=Path("bench-work"), help="folder for corpus and indexes")
    parser.add_argument("--json", type=Path, help="file to which the figures are added, a line a size")
    parser.add_argument("--step", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        step, name, size, path = options.step
        run_step(step, name, int(size), Path(path), options)
        return
    options.work.mkdir(exist_ok=True)
    import corpus  # numpy, which must not count as start-up of an engine

    if options.corpus is None:
        options.corpus = options.work / f"corpus-{max(options.sizes)}.txt"
        if not options.corpus.exists():
            corpus.write_corpus(options.corpus, max(options.sizes))
    asked = corpus.questions(options.corpus, options.questions)
    (options.work / QUESTIONS).write_text(json.dumps(asked), encoding="utf-8")
    for size in options.sizes:
        bench(size, options)


def run_step(step: str, name: str, size: int, path: Path, options: argparse.Namespace) -> None:
    """Do one step in this process and print what it took."""
    engine = next(engine for engine in ENGINES if engine.name == name)

    def paragraphs() -> Iterator[Tokens]:
        with options.corpus.open(encoding="utf-8") as file:
            for line in islice(file, size):
                yield line.split()

    if step == "build":
        assert engine.build
        started = time.process_time()
        engine.build(paragraphs, path)
        answer({"build": time.process_time() - started, "build_mb": memory()})
        return
    asked = json.loads((options.work / QUESTIONS).read_text(encoding="utf-8"))
    search = engine.open(paragraphs, path)
    search(asked[0][1])
    report = {"mb": memory()}
    if step == "ask":
        report |= ask(search, [words for words, _ in asked], options.budget / 2, "all")
        report |= ask(search, [words for _, words in asked], options.budget / 2, "content")
        report["mb"] = memory()
    elif step == "rate":
        report |= rate(search, [words for words, _ in asked])
    answer(report)


def ask(search: Search, questions: list[Tokens], budget: float, kind: str) -> Report:
    """Ask every question up to three times; report percentiles in milliseconds, and the scores."""
    took: list[float] = []
    scores: list[list[float]] = []
    deadline = time.perf_counter() + budget
    for turn in range(PASSES):
        for number, question in enumerate(questions):
            started = time.thread_time()
            hits = search(question)
            spent = time.thread_time() - started
            if turn == 0:
                took.append(spent)
                scores.append([score for _, score in hits])
            elif number < len(took):
                took[number] = min(took[number], spent)
            if time.perf_counter() > deadline and len(took) >= LEAST:
                break
        if time.perf_counter() > deadline:
            break
    took = [1000 * seconds for seconds in sorted(took)]
    rank = {f"{kind}_p50": statistics.median(took), f"{kind}_p99": took[-1 - len(took) // 100]}
    return rank | {f"{kind}_scores": scores}  # type: ignore[dict-item]


def rate(search: Search, questions: list[Tokens]) -> Report:
    """Ask for a while; report questions a second, by the clock."""
    for question in questions[:3]:
        search(question)
    done, started = 0, time.perf_counter()
    while (spent := time.perf_counter() - started) < RATE_SECONDS:
        search(questions[done % len(questions)])
        done += 1
    return {"rate": done / spent}


def memory() -> float:
    """Return the most memory this process has used, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # ru_maxrss would count what the parent process used before this one started
        line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024 / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def answer(report: Report) -> None:
    """Hand a report to the parent process."""
    sys.stdout.write(json.dumps(report) + "\n")


def bench(size: int, options: argparse.Namespace) -> None:
    """Measure all engines at one size and print the tables."""
    chosen = tuple(options.engines.split(",")) if options.engines else ("",)
    rows: dict[str, Report] = {}
    for engine in ENGINES:
        if engine.installed() and engine.name.startswith(chosen):
            rows[engine.name] = measure(engine, size, options, rows)
    versions = [f"{n} {metadata.version(n)}" for n in ("numpy", "rank-bm25", "bm25s", "tantivy") if _has(n)]
    load = os.getloadavg()[0]
    say(f"\n{size} paragraphs, {options.questions} questions, first ten; load {load:.1f}")
    say(f"Python {platform.python_version()}, {', '.join(versions)}, {platform.machine()}\n")
    say("| engine | build s | build MB | disk MB | first answer s (cpu) | MB | questions/s of 2 |")
    say("|---" * 7 + "|")
    for name, row in rows.items():
        cells = [row.get(key) for key in ("build", "build_mb", "disk", "first_cpu", "mb", "pair")]
        say(f"| {name} | " + " | ".join("-" if cell is None else f"{cell:.2f}" for cell in cells) + " |")
    if options.json:
        figures = {
            name: {key: value for key, value in row.items() if not key.endswith("scores")}
            for name, row in rows.items()
        }
        with options.json.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"paragraphs": size, "versions": versions, "engines": figures}) + "\n")
    for kind, title in (("all", "with common words"), ("content", "without common words")):
        say(f"\n| {title} | p50 ms | p99 ms | times rank_bm25: p50 | p99 | differs |\n" + "|---" * 6 + "|")
        for name, row in rows.items():
            say(f"| {name} | {compared(row, rows.get('rank_bm25'), kind, exact=name in EXACT)} |")


def measure(engine: Engine, size: int, options: argparse.Namespace, rows: dict[str, Report]) -> Report:
    """Build where nobody has yet, start three times, then ask."""
    path = options.work / f"{engine.files}-{size}"
    row: Report = {}
    shared = [other.name for other in ENGINES if other.files == engine.files and other.name in rows]
    if engine.build and shared:
        row = {key: rows[shared[0]][key] for key in ("build", "build_mb", "disk")}
    elif engine.build:
        shutil.rmtree(path, ignore_errors=True)
        path.unlink(missing_ok=True)
        row = spawn("build", engine, size, path, options)
        row["disk"] = sum(file.stat().st_size for file in [path, *path.rglob("*")] if file.is_file()) / 1e6
    turns = 3 if engine.build else 1
    starts = [spawn("start", engine, size, path, options)["first_cpu"] for _ in range(turns)]
    row |= spawn("ask", engine, size, path, options)
    if engine.build:  # what is only in memory would be built twice more for it
        row["pair"] = sum(pair(engine, size, path, options))
    return row | {"first_cpu": min(starts)}


def pair(engine: Engine, size: int, path: Path, options: argparse.Namespace) -> list[float]:
    """Return the questions a second of two processes that ask at once."""
    command = step_command("rate", engine, size, path, options)
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    return [json.loads(process.communicate()[0].splitlines()[-1])["rate"] for process in running]


def spawn(step: str, engine: Engine, size: int, path: Path, options: argparse.Namespace) -> Report:
    """Run one step in a process of its own; its processor time, start-up included, is first_cpu."""
    command = step_command(step, engine, size, path, options)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    report: Report = json.loads(done.stdout.splitlines()[-1])
    report["first_cpu"] = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return report


def step_command(step: str, engine: Engine, size: int, path: Path, options: argparse.Namespace) -> list[str]:
    """Return the command line of a step."""
    command = [sys.executable, __file__, "--step", step, engine.name, str(size), str(path)]
    command += ["--corpus", str(options.corpus), "--work", str(options.work)]
    return [*command, "--budget", str(options.budget)]


def compared(row: Report, base: Report | None, kind: str, *, exact: bool) -> str:
    """Return an engine's cells of a table of questions."""
    p50, p99 = row[f"{kind}_p50"], row[f"{kind}_p99"]
    cells = [f"{p50:.3f}", f"{p99:.3f}"]
    if base is None:
        return " | ".join([*cells, "-", "-", "-"])
    cells += [f"{base[f'{kind}_p50'] / p50:.0f}", f"{base[f'{kind}_p99'] / p99:.0f}"]
    if not exact:
        return " | ".join([*cells, "-"])
    pairs = zip(base[f"{kind}_scores"], row[f"{kind}_scores"], strict=False)  # type: ignore[arg-type]
    off = max(abs(a - b) for one, two in pairs for a, b in zip(one, two, strict=False))
    return " | ".join([*cells, f"{off:.1e}"])


def say(line: str) -> None:
    """Print a line of the report."""
    sys.stdout.write(line + "\n")


def _has(name: str) -> bool:
    return any(True for _ in metadata.distributions(name=name))


if __name__ == "__main__":
    main()
