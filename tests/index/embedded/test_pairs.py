"""Repeats by shared word 4-grams: found whole, kept up to date, the same in every process."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from index.embedded.grams import Grams, GramWriter, hashed_grams, read_grams
from index.embedded.pairs import Holders, all_pairs, crossing, pairs_with
from index.errors import StoreDamaged
from index.text.repeats import COMMON, REPEATED

ONE = "The harbour of Springfield was closed on Friday by the city council for three weeks, to our surprise."
OTHER = "Engineers have found four cracks in the quay wall of Shelbyville, two of them below the water line."


def written(path: Path, texts: Sequence[str], base: int = 0) -> Grams:
    """Return the grams of texts, written and read back."""
    writer = GramWriter(path)
    for text in texts:
        writer.add(text)
    writer.finish()
    return read_grams(path, base)


def expected(texts: Sequence[str], alive: Sequence[bool]) -> list[list[int]]:
    """Return the pairs by comparing each text with each."""
    grams = [
        set(hashed_grams(text).tolist()) if lives else set() for text, lives in zip(texts, alive, strict=True)
    ]
    times = Counter(gram for own in grams for gram in own)
    useful = [{gram for gram in own if times[gram] <= COMMON} for own in grams]
    return [
        [one, other]
        for one, other in combinations(range(len(texts)), 2)
        if grams[one] and grams[other]
        and len(useful[one] & useful[other]) >= REPEATED * min(len(grams[one]), len(grams[other]))
    ]  # fmt: skip


def strewn(chance: random.Random, size: int) -> list[str]:
    """Return texts made of a few sentences, some of which stand in very many of them."""
    sentences = [
        " ".join(chance.choice("abcdefghij") + str(number % 7) for _ in range(chance.randint(4, 9)))
        for number in range(30)
    ]
    return [
        " ".join(sentences[int(30 * chance.random() ** 2)] for _ in range(chance.randint(1, 4)))
        for _ in range(size)
    ]


def at_once(monkeypatch: pytest.MonkeyPatch, grams: int) -> None:
    """Have so many grams read and sorted at once."""
    for module in ("grams", "pairs"):
        monkeypatch.setattr(f"index.embedded.{module}.AT_ONCE", grams)


def test_pairs_are_found_in_order(tmp_path: Path) -> None:
    """All pairs are found, the smaller number first, whatever stands between."""
    texts = [ONE, OTHER, "short", ONE, f"{OTHER} And more was found.", ONE]
    assert all_pairs(written(tmp_path / "g", texts)).tolist() == [[0, 3], [0, 5], [1, 4], [3, 5]]
    assert all_pairs(written(tmp_path / "g", [])).tolist() == []


def test_formulas_of_many_texts_make_no_pairs(tmp_path: Path) -> None:
    """What stands in very many texts is a formula, and comparing it costs nothing."""
    assert all_pairs(written(tmp_path / "g", [ONE] * 200)).tolist() == []


@pytest.mark.parametrize("seed", range(6))
def test_all_pairs_are_those_of_a_plain_comparison(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """However the grams are cut to fit into memory, the pairs are those of comparing each with each."""
    chance = random.Random(seed)  # noqa: S311
    texts = strewn(chance, 150)
    at_once(monkeypatch, chance.choice([64, 700, 1 << 20]))
    found = all_pairs(written(tmp_path / "g", texts)).tolist()
    assert found == expected(texts, [True] * len(texts))
    assert found or seed


@pytest.mark.parametrize("seed", range(12))
def test_changes_give_the_pairs_of_a_new_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """After texts come and go, also across the border of what is a formula, no pair is missing or left."""
    at_once(monkeypatch, 500)
    chance = random.Random(seed)  # noqa: S311
    old, new = strewn(chance, 140), strewn(chance, 12)
    new += chance.sample(old, 6) + [old[0]] * 5
    was = np.array([chance.random() > 0.1 for _ in old])
    gone = np.array([n for n in range(len(old)) if was[n] and chance.random() < 0.1], np.int64)
    parts = [written(tmp_path / "g1", old), written(tmp_path / "g2", new, len(old))]
    alive = np.concatenate((was, [True] * len(new)))
    alive[gone] = False
    fresh = np.arange(len(old), len(old) + len(new))
    moved = new[:4]  # died, too, in a file that is no more
    before = expected([*old, *moved], [*was, *([True] * len(moved))])
    lost = [hashed_grams(text) for text in moved]
    holders = Holders(parts, np.union1d(gone, fresh), lost)
    stirred = crossing(holders, fresh, gone, lost, alive)
    chosen = np.union1d(fresh, stirred)
    if len(stirred):
        holders = Holders(parts, chosen)
    found = pairs_with(holders, chosen, alive).tolist()
    apart = {*chosen.tolist(), *gone.tolist(), *range(len(old), len(old) + len(new))}
    kept = [pair for pair in before if not apart & set(pair)]
    assert sorted([*kept, *found]) == expected([*old, *new], alive.tolist())


@pytest.mark.skipif(sys.platform != "linux", reason="measures in KiB, as Linux has it")
def test_memory_does_not_grow_with_the_grams(tmp_path: Path) -> None:
    """Of a file of grams no more is in memory than is sorted at once: far less than the file."""
    program = (
        "import resource, sys; import numpy as np; from pathlib import Path; "
        "from index.embedded import grams, pairs; grams.AT_ONCE = pairs.AT_ONCE = 1 << 17; "
        "chance = np.random.default_rng(1); path = Path(sys.argv[1]); writer = grams.GramWriter(path); "
        "grams.hashed_grams = lambda text: np.sort(chance.integers(0, 1 << 32, 400, np.uint32)); "
        "[writer.add('') for _ in range(15_000)]; writer.finish(); "
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; before = peak(); "
        "pairs.all_pairs(grams.read_grams(path, 0)); print(peak() - before, path.stat().st_size // 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "g"], capture_output=True, check=True, text=True
    )
    grown, size = map(int, done.stdout.split())
    assert grown < size / 2


def test_grams_are_the_same_in_every_process() -> None:
    """Copies do not depend on how a process hashes texts: grams are the same with any hash seed."""
    program = f"from index.embedded.grams import hashed_grams; print(hashed_grams({ONE!r}).tolist())"
    printed = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert printed == {f"{hashed_grams(ONE).tolist()}\n".encode()}


def test_damaged_grams_are_found_out(tmp_path: Path) -> None:
    """A flipped bit, a lost end or a missing file of grams is damage, never a wrong pair."""
    path = tmp_path / "g"
    written(path, [ONE, OTHER])
    whole = path.read_bytes()
    for at in range(0, len(whole), 3):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        if at < 28 or at >= 32:  # what the header does not use
            with pytest.raises(StoreDamaged):
                read_grams(path, 0)
        path.write_bytes(whole[:at])
        with pytest.raises(StoreDamaged):
            read_grams(path, 0)
    path.unlink()
    with pytest.raises(StoreDamaged):
        read_grams(path, 0)
