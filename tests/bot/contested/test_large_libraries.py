"""The contested points of libraries too large to be compared as a whole. All texts are made up."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.contested import found_points, looked_through, matters
from bot.contested.found_points import list_points, listed_points, points_of
from bot.contested.matters import Told
from bot.reading_desk import ReadingDesk
from index.door import Index
from index.embedded import open_library
from index.embedded.live import live_index
from index.errors import StoreDamaged
from index.open import LibraryAt

Write = Callable[[dict[str, str]], Path]
TOWNS = ("Shelbyville", "Quorram", "Veltheim", "Ostrava-Dun", "Marrowick")
TOLL = "---\nauthors: [{who}]\n---\n{text}\n\nThe mayor of {town}, Ada {town}son, spoke on the square.\n"


def _files(towns: tuple[str, ...] = TOWNS) -> dict[str, str]:
    """Return two texts for each town, which differ on how many were killed there."""
    files = {}
    for number, town in enumerate(towns):
        for who, killed in (("Ana Ejemplo", 46), ("Luis Muestra", 28)):
            text = f"At least {killed + number} people were killed in {town}, said a nurse."
            files[f"{town}-{who[:3]}.md"] = TOLL.format(who=f"{who} {number}", text=text, town=town)
    return files


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every library one that is too large."""
    monkeypatch.setattr(found_points, "FEW_PARAGRAPHS", 0)


def _desk(folder: Path, place: Path) -> ReadingDesk:
    return ReadingDesk(LibraryAt(folder, place), live_index(folder, place))


def _bodies(points: object) -> set[str]:
    return {repr(point) for point in points}  # type: ignore[attr-defined]


def test_points_are_those_of_the_whole(library: Write, tmp_path: Path) -> None:
    """What is found matter by matter, and kept, is what is found when all is compared with all."""
    folder = library(_files())
    index = open_library(folder, tmp_path / "i")
    whole = points_of(index, folder, "en")
    assert len(whole) == len(TOWNS)
    list_points(index, tmp_path / "points", "now", folder)
    found = listed_points(tmp_path / "points", "now", folder, "en")
    assert found is not None
    assert _bodies(found) == _bodies(whole)
    assert listed_points(tmp_path / "points", "then", folder, "en") is None


@pytest.mark.usefixtures("large")
def test_only_what_changed_is_looked_through_again(
    library: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list is read from its file; after a change only the matter is compared anew that has changed."""
    compared: list[int] = []
    compare = looked_through.undecided_points

    def counted(passages: object, *rest: object) -> object:
        compared.append(1)
        return compare(passages, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(looked_through, "undecided_points", counted)
    folder = library(_files())
    desk = _desk(folder, tmp_path / "i")
    assert len(desk.contested("en")) == len(TOWNS)
    first = len(compared)
    assert first >= len(TOWNS)
    assert len(desk.contested("en")) == len(TOWNS)
    assert len(compared) == first
    (folder / f"{TOWNS[0]}-Ana.md").unlink()
    assert len(_desk(folder, tmp_path / "i").contested("en")) == len(TOWNS) - 1
    assert len(compared) <= first + 2


@pytest.mark.usefixtures("large")
def test_indexing_lists_the_points_of_all_languages(
    library: Write, tmp_path: Path, quoth: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After `quoth index` points are there in every language, and nobody who asks for them waits."""
    folder = library(_files())
    monkeypatch.setenv("QUOTH_INDEX_DIR", str(tmp_path / "i"))
    assert quoth("index", "--library", folder).status == 0
    monkeypatch.setattr(looked_through, "undecided_points", lambda *_: pytest.fail("it was compared again"))
    for language, heading in (("en", "Number of deaths"), ("es", "Número de muertes")):
        found = quoth("contested", "--library", folder, "--lang", language)
        assert found.out.count(heading) == len(TOWNS), found


@pytest.mark.usefixtures("large")
def test_a_damaged_list_is_made_anew(library: Write, tmp_path: Path) -> None:
    """A list whose bytes have changed quotes nothing: it is made again from the index."""
    folder = library(_files())
    desk = _desk(folder, tmp_path / "i")
    whole = _bodies(desk.contested("en"))
    (file,) = tmp_path.glob("i/*/points.sqlite")
    file.write_bytes(file.read_bytes().replace(b"people were killed", b"people were healed"))
    with pytest.raises(StoreDamaged):
        _bodies(_desk(folder, tmp_path / "i").contested("en"))
    assert _bodies(_desk(folder, tmp_path / "i").contested("en")) == whole
    file.write_bytes(b"nothing of the kind")
    assert _bodies(_desk(folder, tmp_path / "i").contested("en")) == whole


@pytest.mark.usefixtures("large")
def test_editors_decide_on_kept_points(library: Write, tmp_path: Path) -> None:
    """A point that an editor silences is not listed, without anything being compared again."""
    folder = library(_files())
    desk = _desk(folder, tmp_path / "i")
    first, *others = (point.id for point in desk.contested("en"))
    (folder / "contested.toml").write_text(f'[[point]]\nid = "{first}"\nstate = "silenced"\n', "utf-8")
    assert [point.id for point in desk.contested("en")] == others
    assert {point.id for point in desk.contested("en", silenced=True)} == {first, *others}


@pytest.mark.usefixtures("large")
def test_points_of_withdrawn_words_are_not_listed(library: Write, tmp_path: Path) -> None:
    """A point that quotes a file which is gone is left out of a list, and the others stay."""
    folder = library(_files())
    points = listed_points(*_kept(folder, tmp_path), folder, "en")
    assert points is not None
    gone = frozenset({f"{TOWNS[1]}-Ana.md"})
    assert len(points.without(gone)) == len(points) - 1
    assert not any(
        claim.file in gone for p in points.without(gone) for s in p.positions for claim in s.claims
    )
    assert {*points.files} == {*_files()}


def _kept(folder: Path, place: Path) -> tuple[Path, str]:
    list_points(open_library(folder, place / "i"), place / "points", "now", folder)
    return place / "points", "now"


def test_half_written_lists_are_cleared_when_they_are_old(library: Write, tmp_path: Path) -> None:
    """What a killed process left is cleared away; what another process writes now is left alone."""
    folder = library(_files(TOWNS[:1]))
    old, new = tmp_path / "points.0a", tmp_path / "points.0b"
    old.touch()
    new.touch()
    os.utime(old, (1, 1))
    _kept(folder, tmp_path)
    assert {each.name for each in tmp_path.glob("points*")} == {"points", "points.0b"}


def _told(number: int, names: str, size: int = 10, group: str = "") -> Told:
    counted = {name: names.split().count(name) for name in names.split()}
    return Told(f"a{number}", group or f"g{number}", "en", size, counted)


def test_articles_fall_into_matters_by_the_names_they_share() -> None:
    """Articles that share rare names stand together, those that share none apart, and each somewhere."""
    told = [_told(0, "ada quorram"), _told(1, "bela veltheim"), _told(2, "ada quorram quorram"), _told(3, "")]
    assert matters.matters(told) == [(0, 2), (1,), (3,)]
    told = [_told(0, "quorram ada bela cora", 1), _told(1, "quorram dora ella fina", 1), _told(2, "hana", 1)]
    assert matters.matters(told) == [(0, 1), (2,)]


def test_no_matter_grows_beyond_what_is_compared_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all share a name the nearest stand together, and no matter holds more than it may."""
    monkeypatch.setattr(matters, "_MOST_PARAGRAPHS", 40)
    told = [_told(n, f"ada town{n // 3} town{n // 3}") for n in range(30)]
    found = matters.matters(told)
    assert all(sum(told[number].size for number in row) <= 40 for row in found)
    assert all(any({n, n + 1, n + 2} <= set(row) for row in found) for n in range(0, 30, 3))


def test_what_is_kept_is_what_was_found(library: Write, tmp_path: Path) -> None:
    """A point comes back from its file equal in everything, whatever its kind."""
    from bot.contested.kept_values import packed, unpacked

    folder = library(_files())
    index: Index = open_library(folder, tmp_path / "i")
    for point in points_of(index, folder, "es"):
        assert unpacked(packed(point)) == point
