"""Floors under the measured figures: read, compared, and raised, never lowered.

    python tests/floors.py           print each figure beside its floor; exit status 1 below one
    python tests/floors.py --raise   write what is better than its floor into floors.json

QUOTH_TEST_DOCUMENTS names the folder of documents, QUOTH_TEST_ACCEPTANCE the folder of the scorer
``score.py`` with its questions. A figure is a share, 0 to 1; a floor is the least of it that is
accepted, or, for "wrongly abstains", the most.
"""

from __future__ import annotations

import json
import math
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
ROOT = FLOORS.parents[1]
LESS_IS_BETTER = frozenset({"wrongly abstains"})
_FINENESS = 1000  # floors are kept to a tenth of a per cent, rounded to the side of leniency
_LONGEST_RUN = 600  # seconds


@dataclass(frozen=True, slots=True)
class Floor:
    """A figure must be ``least`` or more, or ``most`` or less."""

    figure: str
    least: float | None = None
    most: float | None = None
    was: float | None = None  # the least before the figure was based anew, which is done once
    why: str | None = None  # what the figure had counted that is no more

    def holds(self, share: float) -> bool:
        """Whether a measured share is on the right side."""
        return (self.least is None or share >= self.least) and (self.most is None or share <= self.most)

    def is_laxer_than(self, other: Floor) -> bool:
        """Whether this floor accepts what ``other`` does not."""
        based_anew = self.why is not None and (other.least or 0.0) <= (self.was or 0.0)
        return (not based_anew and (self.least or 0.0) < (other.least or 0.0)) or (
            _top(self.most) > _top(other.most)
        )

    def raised_to(self, share: float) -> Floor:
        """Return the floor for a measured share; this one where it is stricter."""
        least = None if self.least is None else max(self.least, math.floor(share * _FINENESS) / _FINENESS)
        most = None if self.most is None else min(self.most, math.ceil(share * _FINENESS) / _FINENESS)
        return Floor(self.figure, least, most, self.was, self.why)

    def __str__(self) -> str:
        return f"at least {self.least:.1%}" if self.least is not None else f"at most {_top(self.most):.1%}"


def _top(most: float | None) -> float:
    return 1.0 if most is None else most


def read_floors(text: str) -> dict[str, Floor]:
    """Return the floors in the text of ``floors.json``, by figure."""
    return {figure: Floor(figure, **bounds) for figure, bounds in json.loads(text).items()}


def write_floors(floors: Mapping[str, Floor]) -> str:
    """Return the text of ``floors.json``: one figure a line, so that a change shows."""
    lines = []
    for floor in floors.values():
        bound: dict[str, object] = {"least": floor.least} if floor.least is not None else {"most": floor.most}
        if floor.why:
            bound |= {"was": floor.was, "why": floor.why}
        lines.append(f" {json.dumps(floor.figure)}: {json.dumps(bound, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def raise_floors(floors: Mapping[str, Floor], measured: Mapping[str, float]) -> dict[str, Floor]:
    """Return floors as strict as the measured shares; a figure without a floor gets one.

    Parts of a figure (their names are indented) count too few questions for a floor of their own.
    """
    raised = dict(floors)
    for figure, share in measured.items():
        if not figure.startswith(" "):
            fresh = Floor(figure, most=1.0) if figure in LESS_IS_BETTER else Floor(figure, least=0.0)
            raised[figure] = raised.get(figure, fresh).raised_to(share)
    return raised


def measure(documents: Path, acceptance: Path) -> dict[str, float]:
    """Return the share of each figure that the scorer measures on the documents.

    Raises RuntimeError with what the scorer said when it fails.
    """
    with tempfile.TemporaryDirectory(prefix="quoth-floors-") as folder:
        result = Path(folder, "figures.json")
        arguments = ["--library", str(documents.resolve()), "--json", str(result)]
        command = [sys.executable, str(acceptance.resolve() / "score.py"), *arguments]
        done = subprocess.run(
            [*command, "--command", shlex.join([sys.executable, "-m", "bot"])],
            cwd=ROOT,
            env=plain_environment() | {"QUOTH_INDEX_DIR": str(Path(folder, "index"))},
            capture_output=True,
            text=True,
            timeout=_LONGEST_RUN,
            check=False,
        )
        if done.returncode != 0:
            raise RuntimeError(f"the scorer ended with {done.returncode}: {done.stdout}{done.stderr}")
        counts = json.loads(result.read_text("utf-8"))
    return {figure: right / whole if whole else 0.0 for figure, (right, whole) in counts.items()}


def plain_environment() -> dict[str, str]:
    """Return the environment without settings of Quoth, so that nobody's own settings are measured."""
    return {name: value for name, value in os.environ.items() if not name.startswith("QUOTH_")}


def below(floors: Mapping[str, Floor], measured: Mapping[str, float]) -> list[str]:
    """Return a line for each figure that is missing or on the wrong side of its floor."""
    faults = []
    for floor in floors.values():
        share = measured.get(floor.figure)
        if share is None:
            faults.append(f"{floor.figure}: not measured, {floor} is asked")
        elif not floor.holds(share):
            faults.append(f"{floor.figure}: {share:.1%}, {floor} is asked")
    return faults


def main(arguments: list[str]) -> int:
    """Print the figures and their floors, or raise the floors; return the exit status."""
    try:
        documents, acceptance = os.environ["QUOTH_TEST_DOCUMENTS"], os.environ["QUOTH_TEST_ACCEPTANCE"]
    except KeyError as missing:
        sys.stderr.write(f"floors: {missing.args[0]} names no folder\n")
        return 3
    floors = read_floors(FLOORS.read_text("utf-8"))
    measured = measure(Path(documents), Path(acceptance))
    if arguments == ["--raise"]:
        floors = raise_floors(floors, measured)
        FLOORS.write_text(write_floors(floors), "utf-8")
    for figure, share in measured.items():
        sys.stdout.write(f"{figure:<50} {share:>7.1%}  {floors.get(figure, '')}\n")
    faults = below(floors, measured)
    sys.stdout.write("".join(f"BELOW  {fault}\n" for fault in faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
