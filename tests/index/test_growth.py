"""Time grows with the size of a text, whatever its shape: blocks without blank lines, one line, wire copy."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.respond import Question, respond
from index.embedded import open_library

WORDS = [
    "river",
    "dam",
    "bridge",
    "council",
    "toll",
    "vote",
    "harbour",
    "boat",
    "water",
    "stone",
    "road",
    "tower",
    "mill",
    "bank",
    "loan",
    "paper",
    "crew",
]
LARGEST = 1.15  # the exponent with which time may grow: 1 is with the size, 2 with its square
SENTENCES = 500


def sentence(chance: random.Random) -> str:
    """Return a sentence of chance words, and now and then somebody who says it."""
    text = " ".join(chance.choice(WORDS) for _ in range(chance.randint(6, 25))).capitalize()
    return f"{text}, said Ana Ejemplo." if chance.random() < 0.2 else f"{text}."


def one_line(size: int, chance: random.Random) -> list[str]:
    """Return an article in one long line."""
    return [" ".join(sentence(chance) for _ in range(size))]


def one_block(size: int, chance: random.Random) -> list[str]:
    """Return a text of lines without a blank one among them."""
    return ["\n".join(sentence(chance) for _ in range(size))]


def wire_copy(size: int, chance: random.Random) -> list[str]:
    """Return short articles whose paragraphs are made of the same sentences, each in about thirty of them."""
    pool = [sentence(chance) for _ in range(size // 30)]
    paragraphs = [f"{chance.choice(pool)} {chance.choice(pool)}" for _ in range(size // 2)]
    return ["\n\n".join(paragraphs[at : at + 5]) for at in range(0, len(paragraphs), 5)]


def seconds(texts: list[str], folder: Path, work: Callable[[Path], object]) -> float:
    """Return the processor time that some work on a library of these texts takes."""
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:05d}.txt").write_text(text, "utf-8")
    started = time.process_time()
    work(folder)
    return time.process_time() - started


def exponent(times: list[float]) -> float:
    """Return the exponent of growth over times at sizes that double, the least squares' slope."""
    xs = range(len(times))
    ys = [math.log2(each) for each in times]
    middle, height = sum(xs) / len(times), sum(ys) / len(ys)
    return sum((x - middle) * (y - height) for x, y in zip(xs, ys, strict=True)) / sum(
        (x - middle) ** 2 for x in xs
    )


@pytest.mark.long
@pytest.mark.parametrize("shape", [one_line, one_block, wire_copy])
def test_indexing_takes_time_with_the_size(
    shape: Callable[[int, random.Random], list[str]], tmp_path: Path
) -> None:
    """Each doubling of such a text takes twice the time to index, and little more."""
    times = [
        seconds(
            shape(SENTENCES * 2**power, random.Random(1)),  # noqa: S311 (not for secrets)
            tmp_path / str(power),
            lambda folder: open_library(folder, folder / ".quoth"),
        )
        for power in range(6)
    ]
    assert exponent(times[2:]) <= LARGEST, times  # the first pay for what is loaded once


@pytest.mark.long
def test_a_question_takes_time_with_the_size(tmp_path: Path) -> None:
    """A question to one very long line takes no longer than its size."""
    times = []
    for power in range(3, 7):
        folder = tmp_path / str(power)
        folder.mkdir()
        text = one_line(SENTENCES * 2**power, random.Random(1))[0]  # noqa: S311 (not for secrets)
        (folder / "a.txt").write_text(text, "utf-8")
        index = open_library(folder, folder / ".quoth")
        respond(index, Question("river dam"))
        started = time.process_time()
        respond(index, Question("river dam bridge"))
        times.append(time.process_time() - started)
    assert exponent(times) <= LARGEST, times
