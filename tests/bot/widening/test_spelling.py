"""What is known of the words of an index lives as long as the index."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from weakref import ref

import pytest

from bot.widening.spelling import lexicon_of
from index.embedded import open_library


def test_an_index_that_nobody_uses_is_let_go(library: Callable[..., Path]) -> None:
    """A library that is opened anew with each change of its files does not keep the old ones open."""
    index = open_library(library({"a.md": "The ferry sank in Ardale, a clerk said.\n"}))
    assert lexicon_of(index).corrections("ferrry")
    kept = ref(index)
    del index
    gc.collect()
    assert kept() is None


PONDS = "Las cinco riberas de la finca tienen agua. El hospital de Vega guarda la balanza.\n"


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("linces", set()),
        ("ibericos", set()),
        ("ospital", {"hospital"}),
        ("valanza", {"balanz"}),
        ("ahcienda", set()),
        ("ribreas", {"riber"}),
    ],
)
def test_a_word_with_another_first_letter_is_another_word(
    library: Callable[..., Path], word: str, right: set[str]
) -> None:
    """A right word is not taken for a slip of one that begins otherwise, unless both sound alike there."""
    index = open_library(library({"a.md": PONDS}))  # its lexicon lives as long
    assert {term for term, _ in lexicon_of(index).corrections(word)} == right
