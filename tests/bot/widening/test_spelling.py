"""What is known of the words of an index lives as long as the index."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from weakref import ref

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
