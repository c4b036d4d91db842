"""A trial like the hidden ones: made-up libraries, each with a question and what must be shown, and traps.

A case marked "open" in the table is one that no rule reaches yet; as soon as one does, its mark must go.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from made_up_trial import QUIET, Case, answer, asserted, cases, reached, sides_shown, write_library

from index.door import Index
from index.embedded import open_library

CASES = cases()
SIDES = 0.91  # of all sides, shown in any kind of point; rises with what is measured, never falls
MIXED = 0.86  # of the cases reached when all articles stand in one library


def params() -> list[object]:
    """Return the cases as parameters; those that are open must fail."""
    return [
        pytest.param(case, id=case.id, marks=[pytest.mark.xfail(strict=True)] if case.still_open else [])
        for case in CASES
    ]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Return the index of a library that holds the articles of all cases."""
    folder = tmp_path_factory.mktemp("trial")
    return open_library(write_library(folder / "library", CASES), folder / "index")


@pytest.mark.parametrize("case", params())
def test_a_small_library_shows_its_sides(case: Case, tmp_path: Path) -> None:
    """The kind of point that a case asks for is shown with each side apart; a trap sets up no difference."""
    index = open_library(write_library(tmp_path / "library", [case]), tmp_path / "index")
    assert reached(case, answer(index, case))


def test_no_trap_springs_in_a_mixed_library(mixed: Index) -> None:
    """Among all the articles no trap is sprung, and no case's difference takes in articles of another."""
    for case in CASES:
        points = asserted(answer(mixed, case).contested)
        shown = {claim.paragraph for p in points for position in p.positions for claim in position.claims}
        assert not [name for name in shown if not name.startswith(f"{case.id}-")], case.id
        assert not points or case.shown != QUIET, case.id


def test_the_sides_are_shown_in_a_mixed_library(mixed: Index) -> None:
    """Most sides stand in a position of some kind, and most cases are reached, among all the articles too."""
    wanted = [case for case in CASES if case.shown != QUIET]
    answers = {case.id: answer(mixed, case) for case in wanted}
    assert sum(reached(case, answers[case.id]) for case in wanted) >= MIXED * len(wanted)
    shown = sum(sides_shown(case, answers[case.id]) for case in wanted)
    assert shown >= SIDES * sum(len(case.sides) for case in wanted)


def test_the_table_is_whole() -> None:
    """There are at least 40 cases and 25 traps, with different ids, each case with two sides."""
    assert len({case.id for case in CASES}) == len(CASES)
    assert sum(case.shown == QUIET for case in CASES) >= 25
    assert sum(case.shown != QUIET for case in CASES) >= 40
    assert all(len(case.sides) == 2 for case in CASES if case.shown != QUIET)
