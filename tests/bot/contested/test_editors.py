"""What editors decide about points holds in answers and in the list, and the list tells it apart."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from made_up_points import ask, labels, passage

from bot.answer import Edited
from bot.contested import library_points
from index.framings import Framings, load_framings
from index.model import Passage

DATA_README = (Path(__file__).parents[3] / "data" / "README.md").read_text("utf-8")
STORM = (
    passage("The storm killed 18 people in Springfield.", "a", "2023-01-02"),
    passage("The storm killed 19 people in Springfield.", "b", "2023-01-03"),
    passage("The storm killed 19 people in Shelbyville.", "c", "2023-01-01"),
    passage("The storm killed 7 people in Shelbyville.", "d", "2023-01-04"),
    passage("The storm left 3 people wounded in Springfield.", "e"),
    passage("The storm left 5 people wounded in Springfield.", "f"),
)
HERE, THERE, HURT = "figure-deaths-springfield", "figure-deaths-shelbyville", "figure-wounded-springfield"


def decisions(folder: Path, text: str) -> Framings:
    """Return the framings of a library with this ``contested.toml``."""
    own = folder / "contested.toml"
    own.write_text(text, "utf-8")
    return load_framings(own)


def listed(framings: Framings | None, *passages: Passage, language: str = "en") -> dict[str, Any]:
    """Return the points of the list by id, silenced ones too."""
    return {p.id: p for p in library_points(passages or STORM, language, framings, silenced=True)}


def test_what_nobody_decided_about_is_marked_as_found(tmp_path: Path) -> None:
    """Without a decision a point says that it was found automatically, beside one that was confirmed."""
    assert [point.edited for point in listed(None).values()] == [(), (), ()]
    points = listed(decisions(tmp_path, f'[[point]]\nid = "{HERE}"\nstate = "confirmed"\n'))
    assert points[HERE].edited == (Edited.CONFIRMED,) and points[THERE].edited == ()
    assert points[HERE].positions == listed(None)[HERE].positions


def test_the_example_of_the_documentation_holds(tmp_path: Path) -> None:
    """The contested.toml of data/README.md renames, merges, silences and adds labels as it says."""
    example = next(b for b in re.findall(r"```toml\n(.*?)```", DATA_README, re.DOTALL) if "[[point]]" in b)
    framings = decisions(tmp_path, example)
    points = listed(framings)
    assert list(points) == [HERE, HURT]
    assert points[HERE].heading == "Deaths in the storm"
    assert points[HERE].edited == (Edited.RENAMED, Edited.MERGED)
    assert points[HURT].edited == (Edited.SILENCED,)
    assert {label.side for label in framings.find("a breeze, a hurricane")} == {"weak", "strong"}
    assert listed(framings, language="es")[HERE].heading == "Muertes en la tormenta"
    assert HURT not in {point.id for point in library_points(STORM, "en", framings)}


def test_merged_points_have_each_position_once_in_neutral_order(tmp_path: Path) -> None:
    """Positions with one label become one, its sources counted once; the order is by date again."""
    merged = listed(decisions(tmp_path, f'[[point]]\nid = "{THERE}"\ninto = "{HERE}"\n'))
    assert THERE not in merged
    assert labels(merged[HERE]) == ["“18”", "“19”", "“7”"]
    assert [position.sources for position in merged[HERE].positions] == [1, 2, 1]


@pytest.mark.parametrize("order", [(HERE, THERE), (THERE, HERE)])
def test_merging_does_not_depend_on_the_order(tmp_path: Path, order: tuple[str, str]) -> None:
    """Whichever point is found first, nothing of either is lost."""
    merged = listed(decisions(tmp_path, f'[[point]]\nid = "{order[0]}"\ninto = "{order[1]}"\n'))
    assert sorted(labels(merged[order[1]])) == ["“18”", "“19”", "“7”"]


def test_a_decision_about_a_place_holds_when_the_place_is_asked_about(tmp_path: Path) -> None:
    """What is silenced for one place is silenced in answers about that place, and in no others."""
    framings = decisions(tmp_path, f'[[point]]\nid = "{HERE}"\nstate = "silenced"\n')

    def figures(place: str) -> list[str]:
        points = ask(f"How many people were killed by the storm in {place}?", *STORM, framings=framings)
        return [point.id for point in points if point.id.startswith("figure")]

    assert figures("Springfield") == []
    assert figures("Shelbyville") == ["figure-deaths"]


def test_the_command_tells_found_from_set(
    library: Callable[[Mapping[str, str]], Path], quoth: Callable[..., Any]
) -> None:
    """List, single point and JSON say what was found automatically and what an editor set."""
    files = {f"{number}.txt": each.paragraph.text + "\n" for number, each in enumerate(STORM)}
    own = f'[[point]]\nid = "{HERE}"\nstate = "silenced"\n[[point]]\nid = "{THERE}"\nstate = "confirmed"\n'
    folder = library({**files, "contested.toml": own})
    shown = quoth("contested", "--library", folder).out
    assert "by an editor: set aside" in shown and "by an editor: confirmed" in shown
    assert shown.count("found automatically") == 1
    assert "(por un editor: confirmado)" in quoth("contested", THERE, "--library", folder, "--lang", "es").out
    assert "(found automatically)" in quoth("contested", HURT, "--library", folder).out
    rows = map(json.loads, quoth("contested", "--library", folder, "--json").out.splitlines())
    assert {row["id"]: row["edited"] for row in rows} == {HERE: ["silenced"], THERE: ["confirmed"], HURT: []}


def test_a_wrong_file_ends_the_list_and_no_answer(
    library: Callable[[Mapping[str, str]], Path], quoth: Callable[..., Any]
) -> None:
    """A contested.toml that cannot be right ends the list with status 3, no answer; both name its line."""
    folder = library(
        {"a.txt": STORM[0].paragraph.text, "contested.toml": '[[point]]\nid = "voices"\nstat = 1\n'}
    )
    for arguments in (("contested",), ("ask", "How many people did the storm kill?")):
        ran = quoth(*arguments, "--library", folder)
        assert ran.status == (3 if len(arguments) == 1 else 0)
        assert "contested.toml: line 2: [[point]] voices: stat: there is no such key" in ran.err
    assert "skipped contested.toml: line 2: [[point]] voices" in quoth("index", "--library", folder).out
