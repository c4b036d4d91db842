"""Filters in plain words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.asking.filters import read_filters
from index.embedded import EmbeddedIndex, open_library
from index.model import Scope

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
def index(library: Callable[..., Path]) -> EmbeddedIndex:
    """Return the index of two articles."""
    return open_library(library({"one.md": ONE, "two.md": TWO}))


def test_an_outlet_is_recognised_and_leaves_the_question(index: EmbeddedIndex) -> None:
    """What names the source is not searched for as well; an apostrophe makes no difference."""
    found = read_filters(index, "Peoples Example: who saw the cracks?")
    assert found.scope == Scope(source="The People's Example")
    assert found.strict
    assert "Example" not in found.rest
    assert "cracks" in found.rest


def test_an_author_is_recognised_by_surname(index: EmbeddedIndex) -> None:
    """A surname is enough, a suffix is none; what the author thinks is then asked of his texts."""
    found = read_filters(index, "What does Prueba think of the quay?")
    assert found.scope == Scope(author="Juan Prueba Jr.")
    assert "think" not in found.rest
    assert "quay" in found.rest


def test_a_common_word_in_small_letters_is_no_outlet(index: EmbeddedIndex) -> None:
    """A courier who came is not the newspaper."""
    assert read_filters(index, "which courier came to the coast").scope == Scope()


def test_a_quoted_title_is_recognised(index: EmbeddedIndex) -> None:
    """Two words in quotation marks that stand in a title choose the article."""
    found = read_filters(index, "Does the author of “Four cracks” like the quay?")
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
def test_an_article_may_be_described(index: EmbeddedIndex, question: str, described: str) -> None:
    """What stands beside "article" or behind "the piece on" tells which one; the verb "report" does not."""
    assert read_filters(index, question).described == described


def test_the_language_of_a_text_may_be_asked_for(index: EmbeddedIndex) -> None:
    """An original in Spanish is a text, a Spanish king is none."""
    assert read_filters(index, "What does the Spanish original say of the ferry?").scope.language == "es"
    assert read_filters(index, "Did the Spanish king buy the ferry?").scope.language is None


def test_a_question_without_filters_is_left_as_it_is(index: EmbeddedIndex) -> None:
    """Nothing recognised, nothing taken away."""
    question = "Who sold the ferry?"
    assert read_filters(index, question).rest == question


def test_no_article_is_read_for_the_names_of_sources(
    index: EmbeddedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whom a question names is found without reading all articles, of which a library may have thousands."""
    monkeypatch.setattr(EmbeddedIndex, "articles", None)
    assert read_filters(index, "What does Prueba think of the quay?").scope == Scope(author="Juan Prueba Jr.")
    assert read_filters(index, "Who saw the cracks in January?").scope == Scope()


def test_a_site_is_named_as_people_name_it(library: Callable[..., Path]) -> None:
    """An outlet known by its address is asked for by its name in one word or several."""
    head = "---\ntitle: T\nurl: https://www.coastcourier.example/a\noutlet: coastcourier.example\n---\n\n"
    index = open_library(library({"a.md": head + "The tram of Ardale is green.\n"}))
    for question in (
        "What does the Coast Courier say of the tram?",
        "What does CoastCourier write on trams?",
    ):
        assert read_filters(index, question).scope.source == "coastcourier.example"


def test_a_namesake_is_not_the_author_asked_for(library: Callable[..., Path]) -> None:
    """With another first name before it a surname is not an author's; alone, or behind a title, it is."""
    head = "---\ntitle: T\nauthors: [Susan Millet]\n---\n\n"
    index = open_library(library({"a.md": head + "The tram of Ardale is green.\n"}))
    assert read_filters(index, "What did Mary Millet say about the tram?").scope.author is None
    for question in ("What did Susan Millet say about the tram?", "What did Dr. Millet say?"):
        assert read_filters(index, question).scope.author == "Susan Millet"
