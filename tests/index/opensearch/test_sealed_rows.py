"""A paragraph as the engine holds it, and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.door import Exported
from index.errors import EnginePartial
from index.model import Mode, Paragraph, Place, Role, Source, Stance, Voice, Wording
from index.opensearch.publication import same_sum
from index.opensearch.sealed_rows import document_of, item_of
from index.text.reading import read

_texts = st.text(st.characters(codec=None), max_size=40)
_maybe = st.none() | _texts
_numbers = st.integers(0, 2**31)


def _items() -> st.SearchStrategy[Exported]:
    paragraphs = st.builds(
        Paragraph,
        article=_texts,
        file=_texts,
        number=_numbers,
        start=_numbers,
        end=_numbers,
        role=st.sampled_from(Role),
        language=st.sampled_from([None, "en", "es"]),
        text=_texts,
    )
    sources = st.builds(
        Source,
        title=_maybe,
        authors=st.lists(_texts, max_size=3).map(tuple),
        outlet=_maybe,
        published=_maybe,
        wording=st.sampled_from(Wording),
    )
    voices = st.builds(
        Voice,
        start=_numbers,
        end=_numbers,
        speaker=_maybe,
        mode=st.sampled_from(Mode),
        cue=_maybe,
        stance=st.sampled_from(Stance),
    )
    places = st.builds(Place, article=_texts, file=_texts, start=_numbers, end=_numbers)
    return st.builds(
        Exported,
        paragraph=paragraphs,
        source=sources,
        voices=st.lists(voices, max_size=3).map(tuple),
        also_in=st.lists(places, max_size=2).map(tuple),
        group=_texts,
        reading=st.none(),
    )


@settings(suppress_health_check=[HealthCheck.too_slow])  # the first draw compiles the classes
@given(_items())
def test_a_paragraph_returns_as_it_was(item: Exported) -> None:
    """Whatever a paragraph holds, lone surrogates and NUL included, it is the same after a trip as JSON."""
    document = json.loads(json.dumps(document_of(item, "place", 1)))
    assert item_of(document) == item


def test_a_reading_returns_with_its_terms() -> None:
    """The words of a paragraph, by which it is scored and cut, are the same after a trip as JSON."""
    text = "The ferry of Ogdenville was sold. Nobody bought the quay."
    paragraph = Paragraph("a", "a.txt", 1, 0, len(text), Role.BODY, "en", text)
    item = Exported(paragraph, Source(), (), (), "a", read(text, "en"))
    document = json.loads(json.dumps(document_of(item, "place", 1)))
    assert item_of(document) == item
    assert item.reading is not None
    assert document["terms"].split(" ") == list(item.reading.terms)


def test_a_changed_row_is_never_quoted() -> None:
    """A row that does not match its seal is an error, never a quote."""
    paragraph = Paragraph("a", "a.txt", 1, 0, 3, Role.BODY, "en", "Yes")
    document = document_of(Exported(paragraph, Source(), (), (), "a"), "place", 1)
    document["row"] = document["row"].replace("Yes", "No.")
    with pytest.raises(EnginePartial):
        item_of(document)


def test_a_sum_of_many_digests_is_told_from_another() -> None:
    """The sum of ten million digests, rounded by the engine, is theirs; with one changed it is not."""
    wanted = 10_000_000 * 2_147_483_647 + 1
    assert float(wanted) != wanted
    assert same_sum(float(wanted), wanted)
    assert not same_sum(float(wanted - 1_000_003), wanted)
