"""Filters in plain words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.filters import Sources, read_filters
from index.model import Scope
from index.store import open_library

ONE = """---
title: A ferry is sold to Ogdenville
authors: [Ana Ejemplo]
outlet: Coast Courier
---

The ferry of Springfield was sold.
"""
TWO = """---
title: Four cracks in the quay
authors: [Juan Prueba Jr.]
outlet: The People's Example
---

The guardian of the quay saw cracks. A courier came.
"""


@pytest.fixture
def sources(library: Callable[..., Path]) -> Sources:
    """Return the sources of a library of two articles."""
    return Sources(open_library(library({"one.md": ONE, "two.md": TWO})))


def test_an_outlet_is_recognised_and_leaves_the_question(sources: Sources) -> None:
    """What names the source is not searched for as well; an apostrophe makes no difference."""
    found = read_filters(sources, "Peoples Example: who saw the cracks?")
    assert found.scope == Scope(source="The People's Example")
    assert found.strict
    assert "Example" not in found.rest
    assert "cracks" in found.rest


def test_an_author_is_recognised_by_surname(sources: Sources) -> None:
    """A surname is enough, a suffix is none; what the author thinks is then asked of his texts."""
    found = read_filters(sources, "What does Prueba think of the quay?")
    assert found.scope == Scope(author="Juan Prueba Jr.")
    assert "think" not in found.rest
    assert "quay" in found.rest


def test_a_common_word_in_small_letters_is_no_outlet(sources: Sources) -> None:
    """A courier who came is not the newspaper."""
    assert read_filters(sources, "which courier came to the coast").scope == Scope()


def test_a_quoted_title_is_recognised(sources: Sources) -> None:
    """Two words in quotation marks that stand in a title choose the article."""
    found = read_filters(sources, "Does the author of “Four cracks” like the quay?")
    assert found.scope == Scope(source="Four cracks in the quay")


@pytest.mark.parametrize(
    ("question", "described"),
    [
        ("What does the four-cracks article say of the quay?", "four cracks"),
        ("Whom does the piece on the ferry blame?", "the ferry blame"),
        ("¿A quién culpa la nota sobre el ferry?", "el ferry"),
        ("What did the mayor report about the ferry?", ""),
        ("Who sold the ferry?", ""),
    ],
)
def test_an_article_may_be_described(sources: Sources, question: str, described: str) -> None:
    """What stands beside "article" or behind "the piece on" tells which one; the verb "report" does not."""
    assert read_filters(sources, question).described == described


def test_the_language_of_a_text_may_be_asked_for(sources: Sources) -> None:
    """An original in Spanish is a text, a Spanish king is none."""
    assert read_filters(sources, "What does the Spanish original say of the ferry?").scope.language == "es"
    assert read_filters(sources, "Did the Spanish king buy the ferry?").scope.language is None


def test_a_question_without_filters_is_left_as_it_is(sources: Sources) -> None:
    """Nothing recognised, nothing taken away."""
    question = "Who sold the ferry?"
    assert read_filters(sources, question).rest == question
