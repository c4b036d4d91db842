"""The sentences among which positions are looked for."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
from bot.contested.relevance import Relevance
from bot.contested.spoken_sentences import statements
from bot.asking.query import make_query
from index.model import Paragraph, Passage, Role, Source

words = "mayor bridge ferry harbour council toll lighthouse fishermen".split()
texts = [" ".join(words[at:]).capitalize() + "." for at in range(len(words))]
paragraphs = [Paragraph("a", "a.txt", n, 0, len(each), Role.BODY, "en", each) for n, each in enumerate(texts)]
pool = statements(Passage(each, Source(), (), 1.0, ()) for each in paragraphs)
relevance = Relevance(make_query(" ".join(words), "en"), pool)
print([relevance.of(each).hex() for each in pool])
"""


def test_a_share_is_the_same_in_every_process() -> None:
    """The same question has the same answer: no measure depends on how a process hashes words."""
    printed = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            env={"PYTHONHASHSEED": str(seed)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in range(6)
    }
    assert len(printed) == 1
