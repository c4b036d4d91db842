"""A process that answers on and on stays small: what it remembers has bounds."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FIRST, MORE = 1_000, 5_000  # questions: what is loaded and remembered of the library comes with the first
# MiB: it was 15 where words were remembered by 20,000 and 50,000, and is 9 with bounds by bytes. A bot asked
# a million questions is to need no more than one asked ten thousand.
MOST = 10
SYLLABLES = (
    "ba",
    "cor",
    "del",
    "fin",
    "gal",
    "hur",
    "jor",
    "lam",
    "men",
    "nor",
    "pel",
    "quin",
    "ros",
    "tur",
    "val",
)
FORMS = (
    "What did {} say about the {}?",
    "Who is {}?",
    "How many {} were there in {}?",
    "¿Qué dijo {} sobre {}?",
    "Why did the {} {}?",
    "¿Cuándo se {} {}?",
)
# Prints how much memory that is no file's the process has after the first questions, and after all.
PROGRAM = """
import gc, json, sys
from pathlib import Path
from bot.answering.respond import Question, respond
from bot.doors.telegram.memory import give_back
from bot.doors.telegram.service import SWEEPS
from index.embedded import open_library
gc.set_threshold(*SWEEPS)
index = open_library(Path(sys.argv[1]), Path(sys.argv[2]))
def memory():
    gc.collect(), give_back()
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon"))
for number, question in enumerate(json.load(sys.stdin)):
    respond(index, Question(question))
    if number + 1 == int(sys.argv[3]):
        first = memory()
print(json.dumps([first, memory()]))
"""


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))


def _texts(words: list[str], chance: random.Random) -> Iterator[str]:
    for _ in range(60):
        paragraphs = []
        for _ in range(10):
            told = " ".join(chance.choices(words, k=20))
            name = " ".join(chance.choices(words, k=2)).title()
            paragraphs.append(f"{name} said that {chance.randint(2, 900)} people {told}. The {told}.")
        yield "\n\n".join(paragraphs)


@pytest.mark.long
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads memory in /proc")
def test_memory_stops_growing(tmp_path: Path) -> None:
    """After its first 1,000 questions a process grows by few MiB over 5,000 others, each with new words."""
    chance = random.Random(1)  # noqa: S311 (not for secrets)
    words = [_word(chance) for _ in range(4_000)]
    library = tmp_path / "library"
    library.mkdir()
    for number, text in enumerate(_texts(words, chance)):
        (library / f"{number}.txt").write_text(text, "utf-8")
    questions = [
        chance.choice(FORMS).format(
            chance.choice(words).title(), chance.choice([chance.choice(words), _word(chance)])
        )
        for _ in range(FIRST + MORE)
    ]
    run = [sys.executable, "-c", PROGRAM, library, tmp_path / "index", str(FIRST)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    for _ in range(2):  # the first builds the index, which takes memory of its own
        asked = json.dumps(questions if (tmp_path / "index").exists() else questions[:1] * FIRST)
        done = subprocess.run(run, input=asked, env=environment, capture_output=True, text=True, check=True)
    first, last = json.loads(done.stdout)
    assert last - first <= MOST
