"""What grows with a text: each input is doubled twice, and the exponent of its processor time is printed.

python -m tests.benchmarks.growth_bench [KILOBYTES]

A text in one block, one of many short paragraphs, sentences that are told again in other orders, and lines
that may each begin another page: none of them may take more than in proportion to its length.
"""

from __future__ import annotations

import itertools
import math
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from index.articles.editing import Corrections
from index.articles.record import record_of
from index.formats.folder import list_files

_PLACES = ["Tarn", "Ellery", "Oske", "Velm", "Quenby", "Pendrow", "Ashgarth", "Dunmere"]
_NAMES = ["Ana", "Bo", "Cem", "Ida", "Ruth", "Otto", "Mara", "Piers"]
_NUMBERS = itertools.count()
_DOERS = ["bakers", "teachers", "divers", "porters", "masons", "nurses", "farmers", "clerks"]


def sentences(seed: int) -> Iterator[str]:
    """Yield sentences of which none stands twice."""
    pick = random.Random(seed)  # noqa: S311 (the same each time)
    number = 0
    while True:
        number += 1
        name, place, doers = pick.choice(_NAMES), pick.choice(_PLACES), pick.choice(_DOERS)
        yield f"{name} Muestra said the {number} {doers} of {place} had opened quay {number} again."


def block(size: int) -> str:
    """Return a text without an empty line."""
    text = "The mayor Ana Bell said the bridge in Tarn is open.\n"
    return text * (size // len(text))


def unrepeated(size: int) -> str:
    """Return paragraphs of sentences that stand once."""
    source = sentences(1)
    return "\n\n".join(" ".join(next(source) for _ in range(3)) for _ in range(size // 240))


def recombined(size: int) -> str:
    """Return paragraphs of a few sentences that stand in every order, as papers print what an agency sent."""
    source, pick = sentences(2), random.Random(3)  # noqa: S311
    held = [next(source) for _ in range(200)]
    return "\n\n".join(" ".join(pick.sample(held, 3)) for _ in range(size // 240))


def addresses(size: int) -> str:
    """Return lines that may each be the head of a page; what was read is remembered, so none comes again."""
    numbers = itertools.islice(_NUMBERS, size // 46)
    return "\n".join(f"https://www.tarn.example/2021/03/{n % 28 + 1:02d}/quay-{n}/" for n in numbers)


INPUTS: tuple[Callable[[int], str], ...] = (block, unrepeated, recombined, addresses)


def seconds_to_read(text: str) -> float:
    """Return the processor time in which a text becomes a record."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "a.txt").write_text(text, "utf-8")
        (file,) = list_files(Path(folder))
        begun = time.process_time()
        record_of(file, Corrections())
        return time.process_time() - begun


def exponent(make: Callable[[int], str], size: int) -> float:
    """Return the power of its length with which the time to read an input grows, over two doublings."""
    small, large = (min(seconds_to_read(make(each)) for _ in range(2)) for each in (size, 4 * size))
    return math.log(large / small, 4)


def main() -> None:
    """Print the exponent of each input, and how much dearer recombined sentences are than others."""
    size = 1_000 * int(sys.argv[1] if len(sys.argv) > 1 else 100)
    seconds_to_read(block(1_000))  # what is compiled once
    for make in INPUTS:
        sys.stdout.write(f"{make.__name__:12} {exponent(make, size):.2f}\n")
    ratio = seconds_to_read(recombined(size)) / seconds_to_read(unrepeated(size))
    sys.stdout.write(f"recombined to unrepeated {ratio:.2f}\n")


if __name__ == "__main__":
    main()
