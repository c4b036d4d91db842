"""A regular expression that waits until it is used is like one that does not."""

from __future__ import annotations

import re

import pytest

from index.expressions import pattern


def test_a_waiting_pattern_does_what_a_compiled_one_does() -> None:
    """Methods and attributes are those of the compiled one, also when they are asked for again."""
    waiting, compiled = (
        pattern(r"(?P<quay>q\w+)", re.IGNORECASE),
        re.compile(r"(?P<quay>q\w+)", re.IGNORECASE),
    )
    for _ in range(2):
        assert waiting.findall("Quay, quill") == compiled.findall("Quay, quill")
        assert waiting.sub("-", "Quay") == "-"
        assert (waiting.pattern, waiting.flags, waiting.groups) == (compiled.pattern, compiled.flags, 1)


def test_it_is_compiled_when_it_is_used() -> None:
    """What no text meets costs nothing, not even where it is wrong."""
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.search("quay")
