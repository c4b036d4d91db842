from __future__ import annotations

from index.grammar.speakers import Speaker
from index.model import Mode
from index.voices.spans import Spoken, whole_paragraph, without_overlap


def test_overlapping_spans() -> None:
    """Of two spans that overlap the first keeps its words, and one inside another is dropped."""
    one, two, three = (Spoken(*span, None, Mode.DIRECT, None) for span in ((0, 10), (5, 15), (6, 9)))
    assert [(each.start, each.end) for each in without_overlap([three, two, one])] == [(0, 10), (10, 15)]


def test_whole_paragraph_without_white_space() -> None:
    """A paragraph spoken whole is one span without the white space around it; an empty one has none."""
    speaker = Speaker("Ana Ejemplo", "Ana Ejemplo")
    found = whole_paragraph("  It rained. \n", speaker, Mode.DIRECT)
    assert [(each.start, each.end) for each in found] == [(2, 12)]
    assert whole_paragraph(" \n", speaker, Mode.DIRECT) == []
