"""The list of words of like meaning."""

from __future__ import annotations

import pytest

from index.text.meanings import is_listed, meanings_of
from index.text.terms import stem, terms
from index.words import phrase_list


def test_a_word_has_synonyms_and_translations_by_any_of_its_forms() -> None:
    """Inflected forms are found, in both languages."""
    assert {"prison", "imprison"} <= meanings_of("jails", "en").own
    assert "carcel" in meanings_of("jail", "en").other
    assert "prison" in meanings_of("carceles", "es").other


def test_a_word_is_no_synonym_of_itself() -> None:
    """What is searched for anyway is not searched for twice."""
    assert stem("jail", "en") not in meanings_of("jail", "en").own


def test_a_word_is_looked_up_on_the_side_of_its_language_only() -> None:
    """Spanish "once" (eleven) is not English "once"."""
    assert "eleven" in meanings_of("once", "es").other
    assert "eleven" not in meanings_of("once", "en").own


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("resign", "dimitió"),
        ("resign", "dimitía"),
        ("ask", "pidió"),
        ("die", "murió"),
        ("receive", "recibió"),
    ],
)
def test_the_past_of_a_spanish_verb_is_found(english: str, spanish: str) -> None:
    """The stemmer, which is given no accents, parts the past of verbs in -er and -ir from the infinitive."""
    assert terms(spanish, "es")[0] in meanings_of(english, "en").other


def test_unknown_words_mean_nothing_and_are_not_listed() -> None:
    """A word that the list does not have stays alone."""
    assert not meanings_of("xylograph", "en").own
    assert not is_listed("xylograph")
    assert is_listed("jail")


def test_words_that_only_may_tell_of_one_matter_are_given_when_asked_for() -> None:
    """Investment may tell of spending, but is no other word for it."""
    assert "invest" in meanings_of("spending", "en", loosely=True).own
    assert "invest" not in meanings_of("spending", "en").own


@pytest.mark.parametrize(
    ("asked", "told", "language"),
    [
        ("deceived", "misled", "en"),
        ("deliveries", "shipments", "en"),
        ("fire", "inferno", "en"),
        ("summer", "july", "en"),
        ("proteger", "resguardar", "es"),
        ("muere", "muerto", "es"),
        ("contrato", "convenio", "es"),
        ("withdrawn", "retracted", "en"),
        ("accept", "ratify", "en"),
        ("alarm", "sounded", "en"),
        ("fault", "responsible", "en"),
        ("departure", "resigned", "en"),
        ("avisar", "alertar", "es"),
        ("fiable", "confiable", "es"),
        ("perito", "especialista", "es"),
        ("remediar", "resolver", "es"),
        ("congestión", "saturación", "es"),
    ],
)
def test_what_is_asked_in_everyday_words_is_found_in_those_of_reports(
    asked: str, told: str, language: str
) -> None:
    """Either word leads to the other."""
    assert stem(told, language) in meanings_of(asked, language, loosely=True).own
    assert stem(asked, language) in meanings_of(told, language, loosely=True).own


@pytest.mark.parametrize(
    ("asked", "other"),
    [("july", "august"), ("protect", "guard"), ("iron", "copper"), ("apple", "banana"), ("summer", "winter")],
)
def test_two_of_a_kind_do_not_tell_of_one_another(asked: str, other: str) -> None:
    """Nor does a word for persons, "guard", tell of a deed of the same letters."""
    assert stem(other, "en") not in meanings_of(asked, "en", loosely=True).own


@pytest.mark.parametrize("name", ["en_es", "en_es_loosely"])
def test_every_line_of_a_list_has_both_sides(name: str) -> None:
    """An editor's slip is found here and not by a reader."""
    lines = phrase_list(name)
    assert len(lines) > 300
    for line in lines:
        english, mark, spanish = line.partition("=")
        assert mark, line
        assert english.split(), line
        assert spanish.split(), line
