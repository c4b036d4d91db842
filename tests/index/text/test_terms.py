"""Text to index terms."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.terms import fold, parts, stem, stop_words, terms, words


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Perú", "peru"),
        ("MAÑANA", "manana"),
        ("Ünïcödé", "unicode"),
        ("ﬁsh", "fish"),
        ("straße", "strasse"),
        ("İ", "i"),
    ],
)
def test_folding_is_what_people_type(word: str, folded: str) -> None:
    """Accents, capitals and joined letters make no difference to a search."""
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("word", "same"),
    [("12,000", "12.000"), ("U.S.", "US"), ("EE.UU.", "EEUU"), ("Peru's", "Peru"), ("Peru’s", "Peru")],
)
def test_spellings_of_one_word_are_one(word: str, same: str) -> None:
    """Numbers grouped either way, dotted abbreviations and possessives are one word each."""
    assert [part for match in words(word) for part in parts(match[0])] == [
        part for match in words(same) for part in parts(match[0])
    ]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("closed", "closing", "en"),
        ("harbours", "harbour", "en"),
        ("cerrado", "cerrar", "es"),
        ("puertos", "puerto", "es"),
    ],
)
def test_forms_of_a_word_share_their_term(one: str, other: str, language: str) -> None:
    """Forms of one word have one term in the language of the text."""
    assert terms(one, language) == terms(other, language)


def test_function_words_are_left_out_and_acronyms_are_not() -> None:
    """Function words are no terms; the country's name is no pronoun."""
    assert terms("the of and it was", "en") == [] == terms("el de la que lo", "es")
    assert terms("US", "en") and terms("US", "en") != terms("us", "en")
    assert "the" in stop_words("en") and "que" in stop_words("es")


def test_unknown_language_is_read_as_english() -> None:
    """A text of unknown language is stemmed as English, so that it can be found at all."""
    assert terms("harbours", None) == terms("harbours", "en") == [stem("harbours", "en")]


@given(st.text(max_size=300), st.sampled_from(["en", "es", None]))
def test_any_text_has_terms(text: str, language: str | None) -> None:
    """Any text at all is turned into terms: in order, the same each time, none of them empty."""
    found = terms(text, language)
    assert found == terms(text, language)
    assert all(found)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("El ex-presidente habló de un auto-golpe.", "expresidente autogolpe"),
        ("The mayor was reelected.", "re-elected"),
        ("COVID-19 closed the port.", "covid19"),
        ("La obra costó 12\u00a0000 coronas, o 12’000.", "12000"),
        ("The co\u00adopera\u00adtive bought the head\u200bquarters.", "cooperative headquarters"),
        ("The governor was sur-\nrounded by demon-\n  strators.", "surrounded demonstrators"),
        (unicodedata.normalize("NFD", "La alcaldesa de Córdoba vive en Zürich."), "cordoba zurich"),
        ("The mayor of Łódź met Ivana Đorđević in Ærø.", "lodz dordevic aero"),
        ("合同编号是七号。港口在三月开放。", "港口"),
    ],
)
def test_spellings_of_one_word_meet(text: str, asked: str) -> None:
    """Compounds, broken words, grouped numbers and letters of any kind are found as people type them."""
    have = {*terms(text, "en"), *terms(text, "es")}
    assert all({*terms(word, "en"), *terms(word, "es")} & have for word in asked.split())


@pytest.mark.parametrize(("word", "language"), [("AND", "en"), ("NOT", "en"), ("THE", "en"), ("EL", "es")])
def test_a_function_word_in_capitals_is_still_one(word: str, language: str) -> None:
    """Only what names something in capitals, US or WHO, is no function word there."""
    assert terms(word, language) == []
    assert terms("US", "en") == terms("U.S.", "en") == ["us."]
