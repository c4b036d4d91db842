"""An index brought up to date again and again is, to everybody who asks, the index made new."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from index.embedded import EmbeddedIndex, open_library, store_folder
from index.embedded import fill as fill_module
from index.embedded.listing import current_generation
from index.errors import StoreDamaged
from index.model import Query, Scope, Word
from index.text.terms import terms

Write = Callable[[Mapping[str, str]], Path]
ROOT = Path(__file__).parents[3]
NOUNS = ("harbour", "ferry", "quay", "mayor", "crew", "council", "bridge", "toll", "boat", "engineer", "wall")
PLACES = ["Springfield", "Shelbyville", "Ogdenville", "Brockway", "Haverbrook"]
OUTLETS, AUTHORS = (
    ("Coast Courier", "Harbour Diary", "The Ferry"),
    ("Ana Ejemplo", "Juan Prueba", "Ada Sample"),
)
FORMULA = "This paper is paid for by its readers alone, and it asks them to go on paying for what they read."
WORDS = (*NOUNS, *PLACES, "closed", "sold", "cracks", "million", "nobody", "readers", "unknown")


def sentence(chance: random.Random) -> str:
    """Return a made-up sentence of about fifteen words."""
    one, two, three = chance.sample(NOUNS, 3)
    return (
        f"The {one} of {chance.choice(PLACES)} was shut because the {two} had {chance.randint(2, 40)} cracks,"
        f" and nobody told the {three}, the mayor said."
    )


def text(chance: random.Random, earlier: list[str]) -> str:
    """Return a made-up article: some of its paragraphs stand elsewhere, too, and some everywhere."""
    if earlier and chance.random() < 0.2:
        return chance.choice(earlier)  # a copy
    paragraphs = [
        " ".join(sentence(chance) for _ in range(chance.randint(1, 4))) for _ in range(chance.randint(1, 6))
    ]
    if earlier and chance.random() < 0.3:
        paragraphs.append(chance.choice(chance.choice(earlier).split("\n\n")))
    if chance.random() < 0.5:
        paragraphs.append(FORMULA)
    return head(chance) + "\n\n".join(paragraphs)


def head(chance: random.Random) -> str:
    """Return the front matter of some of the articles."""
    if chance.random() < 0.5:
        return ""
    names = f"outlet: {chance.choice(OUTLETS)}\nauthors: [{chance.choice(AUTHORS)}]\n"
    return f"---\n{names}published: 2023-0{chance.randint(1, 9)}-11\n---\n\n"


def change(chance: random.Random, folder: Path, texts: list[str]) -> None:
    """Add, change, rename and delete some files of a library."""
    for _ in range(chance.randint(1, 4)):
        files = sorted(folder.rglob("*.[tm][xd]*"))
        kind = chance.choice(["add", "add", "edit", "delete", "rename", "namesake"])
        texts.append(text(chance, texts))
        if kind == "add" or len(files) < 5:
            name = f"{chance.choice(['', 'sub/', 'a b/'])}{chance.randrange(1000):03}.txt"
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(texts[-1])
        elif kind == "edit":
            chance.choice(files).write_text(texts[-1])
        elif kind == "delete":
            chance.choice(files).unlink()
        elif kind == "rename":
            chance.choice(files).rename(folder / f"{chance.randrange(1000):03}z.txt")
        else:
            chance.choice(files).with_suffix(".md").write_text(texts[-1])


def query(words: list[str], scope: Scope) -> Query:
    """Return a query for some words."""
    return Query(
        " ".join(words), "en", tuple(Word(t, ((t, 1.0),)) for t in terms(" ".join(words), "en")), scope
    )


def everything(index: EmbeddedIndex, chance: random.Random) -> list[object]:
    """Return all that an index says: what it holds, in order, and answers with their scores."""
    questions = [chance.sample(WORDS, chance.randint(1, 5)) for _ in range(8)]
    scopes = [Scope(), Scope(after="2000-01-01"), Scope(language="en")]
    found = [index.search(query(words, scope), 12) for words in questions for scope in scopes]
    return [
        *index.export(), *index.articles(), index.files(), index.skipped(), index.remarks(), index.speakers(),
        index.size(), index.counts(), index.source_names(), [*index.vocabulary()],
        [index.idf(word) for word in WORDS], *found,
    ]  # fmt: skip


@pytest.fixture
def fills(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows whenever an index is written whole."""
    times: list[int] = []

    def noted(*arguments: object) -> None:
        times.append(1)
        fill_module.fill(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("index.embedded.build.fill", noted)
    return times


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.long) for seed in (2, 3))])
def test_updates_cannot_be_told_from_a_new_index(
    library: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fills: list[int], seed: int
) -> None:
    """After any adds, changes, renames and deletions: same passages, same scores to the bit, same order."""
    chance = random.Random(seed)  # noqa: S311
    monkeypatch.setattr("index.embedded.update._MERGED", (chance.choice([0, 12, 2000]), 0.0))
    monkeypatch.setattr("index.embedded.pairs.COMMON", 9)
    texts: list[str] = []
    for _ in range(25):
        texts.append(text(chance, texts))
    folder = library({f"{number:03}.txt": each for number, each in enumerate(texts)})
    for turn in range(9):
        if turn:
            change(chance, folder, texts)
        updated = open_library(folder, tmp_path / "i")
        before = len(fills)
        made_new = open_library(folder, tmp_path / f"new{turn}")
        assert len(fills) == before + 1
        seed_of_turn = chance.random()
        one, other = (everything(index, random.Random(seed_of_turn)) for index in (updated, made_new))  # noqa: S311
        assert len(one) == len(other)
        for mine, right in zip(one, other, strict=True):
            assert mine == right
        updated.close()
        made_new.close()
    assert len(fills) == 10  # the first, and one for each new index to compare with


def test_one_file_leaves_the_rest_untouched(library: Write, tmp_path: Path, fills: list[int]) -> None:
    """An update takes the files of postings over as they are, and keeps few of them."""
    chance = random.Random(1)  # noqa: S311
    folder = library({f"{number:03}.txt": text(chance, []) for number in range(40)})
    store = store_folder(folder, tmp_path / "i")
    open_library(folder, tmp_path / "i").close()
    first = (current_generation(store) or store) / "postings"
    held = first.open("rb")
    for turn in range(20):
        (folder / f"new{turn}.txt").write_text(text(chance, []))
        open_library(folder, tmp_path / "i").close()
        generation = current_generation(store) or store
        assert (generation / "postings").stat().st_ino == first_inode(held)
        assert len(list(generation.glob("postings*"))) <= 7
    assert len(fills) == 1
    held.close()


def test_a_deletion_reads_nothing(library: Write, tmp_path: Path) -> None:
    """Who only takes files out of a library does not wait for what cuts and attributes texts to be loaded."""
    folder = library({f"{number}.txt": sentence(random.Random(number)) for number in range(6)})  # noqa: S311
    open_library(folder, tmp_path / "i").close()
    (folder / "3.txt").unlink()
    program = (
        "import sys; from pathlib import Path; from index.embedded import open_library;"
        "files = open_library(*map(Path, sys.argv[1:])).files();"
        "late = ('index.voices', 'index.articles.cutting');"
        "print(len(files), [name for name in late if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, folder, tmp_path / "i"], cwd=ROOT, check=True, stdout=subprocess.PIPE
    )
    assert ran.stdout == b"5 []\n"


def first_inode(held: object) -> int:
    """Return which file on the disk an open one is."""
    import os

    return os.fstat(held.fileno()).st_ino  # type: ignore[attr-defined]


def test_a_large_change_is_a_new_index(library: Write, tmp_path: Path, fills: list[int]) -> None:
    """Where most files changed, an index is written whole: an update would cost more."""
    chance = random.Random(2)  # noqa: S311
    folder = library({f"{number:03}.txt": text(chance, []) for number in range(40)})
    open_library(folder, tmp_path / "i").close()
    for number in range(35):
        (folder / f"{number:03}.txt").write_text(text(chance, []))
    index = open_library(folder, tmp_path / "i")
    assert len(fills) == 2
    assert everything(index, chance)


def test_a_large_addition_is_not_held_in_memory(
    library: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fills: list[int]
) -> None:
    """Where what is new is more than should be in memory at once, an index is written whole, file by file."""
    chance = random.Random(4)  # noqa: S311
    folder = library({f"{number:03}.txt": text(chance, []) for number in range(40)})
    open_library(folder, tmp_path / "i").close()
    monkeypatch.setattr("index.embedded.update._MOST_READ", 10_000)
    (folder / "short.txt").write_text("A short text about the harbour of Springfield, of a few words.")
    open_library(folder, tmp_path / "i").close()
    assert len(fills) == 1
    (folder / "long.txt").write_text("A text about the harbour.\n\n" * 500)
    assert len(open_library(folder, tmp_path / "i").files()) == 42
    assert len(fills) == 2


def test_texts_that_are_of_no_use_go_when_they_are_many(
    library: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fills: list[int]
) -> None:
    """An update adds to the file of texts; when half of it is of no use, an index is written whole."""
    monkeypatch.setattr("index.embedded.update._FEW_LOST", 1_000)
    chance = random.Random(5)  # noqa: S311
    folder = library({f"{number:03}.txt": text(chance, []) for number in range(12)})
    open_library(folder, tmp_path / "i").close()
    store = store_folder(folder, tmp_path / "i")
    sizes = []
    for _ in range(20):
        (folder / "changed.txt").write_text(" ".join(sentence(chance) for _ in range(40)))
        open_library(folder, tmp_path / "i").close()
        sizes.append(((current_generation(store) or store) / "texts").stat().st_size)
    assert 2 <= len(fills) <= 10
    assert max(sizes) < 4 * min(sizes)


class Grown(NamedTuple):
    """A library, its index from before a file was added, and what an index made new says of it."""

    folder: Path
    before: Path
    right: list[object]


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Grown:
    """Return a library that has grown since its index was made; not to be changed."""
    place = tmp_path_factory.mktemp("grown")
    folder = place / "library"
    folder.mkdir()
    chance = random.Random(3)  # noqa: S311
    for number in range(30):
        (folder / f"{number:03}.txt").write_text(text(chance, []))
    open_library(folder, place / "i").close()
    (folder / "new.txt").write_text(text(chance, []))
    return Grown(folder, place / "i", everything(open_library(folder, place / "j"), random.Random(5)))  # noqa: S311


@pytest.mark.parametrize("name", ["catalog.sqlite", "texts", "postings", "grams", "catalog.crc"])
@pytest.mark.parametrize("how", ["flip", "cut", "remove"])
def test_damage_is_not_handed_on(grown: Grown, tmp_path: Path, name: str, how: str) -> None:
    """An update of a damaged index is found out: what is built instead is as if made new."""
    folder = grown.folder
    shutil.copytree(grown.before, tmp_path / "i", symlinks=True)
    damaged = (current_generation(store_folder(folder, tmp_path / "i")) or folder) / name
    whole = damaged.read_bytes()
    damaged.unlink()
    if how == "flip":
        at = 2 * len(whole) // 3
        damaged.write_bytes(whole[:at] + bytes([whole[at] ^ 8]) + whole[at + 1 :])
    elif how == "cut":
        damaged.write_bytes(whole[: len(whole) // 2])
    try:
        said = everything(open_library(folder, tmp_path / "i"), random.Random(5))  # noqa: S311
    except StoreDamaged:  # as it is found while answering, and commands then build it again
        assert name in {"postings", "texts"}
        said = everything(open_library(folder, tmp_path / "i", rebuild=True), random.Random(5))  # noqa: S311
    assert said == grown.right
