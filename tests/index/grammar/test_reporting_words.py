from __future__ import annotations

import pytest

from index.grammar.reporting_words import lexicon
from index.text.names import names_in
from index.text.people import people_words


@pytest.mark.parametrize(
    ("language", "form", "lemma", "kind"),
    [
        ("en", "says", "say", "finite"),
        ("en", "replied", "reply", "past"),
        ("en", "announcing", "announce", "ing"),
        ("en", "wrote", "write", "past"),
        ("en", "say", "say", "base"),
        ("es", "afirmó", "afirmar", "finite"),
        ("es", "dijeron", "decir", "finite"),
        ("es", "dicho", "decir", "past"),
        ("es", "añadiendo", "añadir", "ing"),
        ("es", "insiste", "insistir", "finite"),
    ],
)
def test_forms(language: str, form: str, lemma: str, kind: str) -> None:
    """Every form of a reporting verb leads to its verb, and a form spelt out once serves all lists."""
    cue = lexicon(language).cues[form]
    assert (cue.lemma, cue.form) == (lemma, kind)


def test_unknown_language() -> None:
    """Without a known language the English lists are used."""
    assert lexicon(None).language == "en"
    assert lexicon("fr").language == "en"


def test_same_lists_in_both_languages() -> None:
    """A list that the rules ask for exists in both languages, even if it is empty."""
    english, spanish = (
        {kind for kinds in lexicon(each).kinds.values() for kind in kinds} for each in ("en", "es")
    )
    assert english - spanish <= {"plurals", "participial", "contracted", "sayings", "hearing"}
    assert spanish - english <= {"clitics", "datings", "infinitive_like", "other_que"}


def test_people_words_are_disjoint() -> None:
    """A first name is no title."""
    words = people_words()
    assert not (words.masculine_names | words.feminine_names) & (
        words.masculine_titles | words.feminine_titles
    ) - {"don"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday Gen. Laura Ejemplo met Ana’s brother.", [("Laura Ejemplo", "f"), ("Ana", None)]),
        ("Ohio Gov. John Example and Mr. Brown", [("John Example", "m"), ("Brown", "m")]),
        ("the president Example of the Security Council", [("Example", None)]),
        ("W. T. Example Jr. came", [("W. T. Example Jr.", None)]),
        ("A Headline Of Many More Capital Words", []),
    ],
)
def test_names(text: str, expected: list[tuple[str, str | None]]) -> None:
    """Names are read without titles, possessives, bodies and headlines."""
    assert [(each.name, each.gender) for each in names_in(text)] == expected
