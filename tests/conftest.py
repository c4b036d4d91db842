"""What all tests share: small libraries, a command line run in this process, a folder for indexes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from index.articles.cutting import CutArticle
    from index.model import Place

PAGES = Path(__file__).parent / "pages"

# Two short documents of our own, enough to ask about.
HARBOUR = (
    "The harbour of Springfield was closed on Friday by the city council for three weeks.\n\n"
    "The quay wall is old, and the engineers who looked at it in January counted four cracks.\n"
)
DIGEST = (
    "---\ntitle: A ferry is sold\nauthors: [Ana Ejemplo]\noutlet: Coast Courier\npublished: 2023-03-04\n"
    "url: https://example.org/ferry\n---\n\n"
    "North Haverbrook sold its last ferry on Wednesday for two million, its council said.\n\n"
    "The buyer runs ferries in four countries.\n"
)

Files = Mapping[str, str | bytes]


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    status: int
    out: str
    err: str


def pytest_configure() -> None:
    """Let no test fail for the time an example takes: the machine may be busy."""
    from hypothesis import settings

    settings.register_profile("quoth", deadline=None)
    settings.load_profile("quoth")


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give each test an index folder of its own, and none of the settings of whoever runs it."""
    import os

    for name in list(os.environ):
        if name.startswith("QUOTH_") and not name.startswith("QUOTH_TEST_"):
            monkeypatch.delenv(name)
    folder = tmp_path_factory.mktemp("indexes")
    monkeypatch.setenv("QUOTH_INDEX_DIR", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))  # no settings of whoever runs the tests
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Callable[[Files], Path]:
    """Return a function that writes files into a new folder and returns the folder."""

    def write(files: Files) -> Path:
        folder = tmp_path / f"library{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return write


@pytest.fixture
def small(library: Callable[[Files], Path]) -> Path:
    """Return a library of two documents."""
    return library({"harbour.txt": HARBOUR, "ferry.md": DIGEST})


@pytest.fixture
def quoth(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Return a function that runs the command line in this process."""
    from bot.doors.cli import run

    def call(*arguments: object) -> Ran:
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return call


@dataclass(frozen=True)
class Groups:
    """For each article the id of its independent source, for each paragraph its other places."""

    of_article: dict[str, str]
    also_in: dict[str, tuple[Place, ...]]


@pytest.fixture
def find_groups(tmp_path: Path) -> Callable[[Sequence[CutArticle]], Groups]:
    """Return a function that tells what an index says of some articles, one to a document."""

    def find(cuts: Sequence[CutArticle]) -> Groups:
        from index.articles.record import Record
        from index.embedded.catalog_writer import CatalogWriter
        from index.embedded.fill import Writing
        from index.embedded.grams import GramWriter, read_grams
        from index.embedded.links import link_all
        from index.formats.folder import FoundFile
        from index.model import Document

        folder = tmp_path / f"groups{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        writer, grams = CatalogWriter(folder / "catalog", {}), GramWriter(folder / "grams")
        files = dict.fromkeys(cut.article.file for cut in cuts)
        records = []
        for file in files:
            own = tuple(cut for cut in cuts if cut.article.file == file)
            voices = tuple(tuple(() for _ in cut.paragraphs) for cut in own)
            found = FoundFile(file, Path(file), 0, 0)
            records.append((found, Record(Document(file, "", "utf-8", ""), own, voices)))
        list(Writing(writer, grams).tokens(records))
        grams.finish()
        link_all(writer, read_grams(folder / "grams", 0))
        entries = list(writer.catalog.entries("1 = 1"))
        of_article = {article.id: group for article, group in writer.catalog.articles("1 = 1")}
        writer.abandon()
        return Groups(of_article, {item.paragraph.id: item.also_in for item in entries if item.also_in})

    return find
