"""What one answer costs, counted in calls of functions: the same on every machine, however busy it is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
QUESTIONS = (
    "How many people were killed in the protests?",
    "How many protesters died?",
    "How many people were wounded?",
    "How many people were arrested?",
    "How many members of Congress voted to remove Castillo?",
    "How many people died in Ayacucho?",
    "What percentage of Peruvians wants new elections?",
    "How many presidents has Peru had?",
    "How many soldiers were deployed?",
    "¿Cuántas personas murieron en las protestas?",
    "¿Cuántos muertos hubo en Juliaca?",
    "¿Cuántos votos sacaron a Castillo?",
)
# Calls a figure question on the bundled library, each asked before in the same process: what is compiled or
# imported once does not count. An answer's processor time had grown by two fifths in two weeks before anybody
# saw it, as times differ from run to run; calls hardly do. 23,470 were counted with Python 3.11 (later ones
# call less); the rest is left for what answers may yet learn.
MOST = 24_500
_COUNT = """
import sys
from pathlib import Path
from bot.answering.respond import Question, respond
from index.open import LibraryAt, open_index

library, kept, *questions = sys.argv[1:]
index = open_index(LibraryAt(Path(library), Path(kept)))
for question in questions:
    respond(index, Question(question))
calls = 0

def count(frame, event, given):
    global calls
    calls += event in ("call", "c_call")

sys.setprofile(count)
for question in questions:
    respond(index, Question(question))
sys.setprofile(None)
print(calls // len(questions))
"""


def test_a_figure_question_takes_no_more_calls_than_it_did(tmp_path: Path) -> None:
    """No answer costs much more than it did: a figure question is answered in so many calls."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("QUOTH_")}
    own |= {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}  # sets in one order: the same calls in each run
    command = [sys.executable, "-c", _COUNT, str(ROOT / "data" / "articles"), str(tmp_path), *QUESTIONS]
    done = subprocess.run(command, env=own, capture_output=True, text=True, check=True, timeout=600)
    assert int(done.stdout) <= MOST
