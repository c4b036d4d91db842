"""What somebody is accused of, and that he denies it, are two sides of a listed point."""

from __future__ import annotations

import pytest
from made_up_points import labels, passage

from bot.contested import library_points

SIDES = (
    # a denial of "the allegations" is of the accusation of the same one, some sentences before it
    (
        "en",
        "The league accused Olav Keld of fraud in the lottery. Rain fell. Keld has denied the allegations.",
        ("accused Olav Keld of fraud in the lottery", "has denied the allegations"),
    ),
    # the accused stands in front of the passive
    (
        "en",
        "Dora Penn is accused of taking bribes in Oren. Penn, who runs the port, denied any wrongdoing.",
        ("accused of taking bribes in Oren", "denied any wrongdoing"),
    ),
    # called by a common noun, right before
    (
        "en",
        "Two nurses accused the clinic of hiding deaths in Oren. The clinic rejected the accusations.",
        ("accused the clinic of hiding deaths in Oren", "rejected the accusations"),
    ),
    # the deed that is denied is that of which he is accused
    (
        "en",
        "Ada Kern accused Tisk of selling the archive. Rain fell. Tisk denied that he had sold the archive.",
        ("accused Tisk of selling the archive", "denied that he had sold the archive"),
    ),
    (
        "es",
        "La liga acusó a Olav Keld de fraude en la lotería. Keld negó las acusaciones.",
        ("acusó a Olav Keld de fraude en la lotería", "negó las acusaciones"),
    ),
    (
        "es",
        "El sindicato acusó al ayuntamiento de ocultar un informe. El ayuntamiento rechazó las acusaciones.",
        ("acusó al ayuntamiento de ocultar un informe", "rechazó las acusaciones"),
    ),
)
NONE = (
    # another one denies
    ("en", "The league accused Olav Keld of fraud. Ada Kern denied the allegations about her sister."),
    # something is refused, not denied
    ("en", "The league accused Olav Keld of fraud. Keld denied the league a hall."),
    # whoever accuses takes it back
    ("en", "Olav Keld accused Ada Kern of fraud. Keld denied the allegations of a tabloid."),
    # a name in a clause about a place is not who denies
    ("en", "The league accused Olav Keld of fraud. The school where Keld taught denied any knowledge of it."),
    # another deed is denied
    ("en", "The league accused Olav Keld of fraud. Keld denied that his daughter wants to marry."),
    ("es", "La liga acusó a Olav Keld de fraude. Ada Kern negó las acusaciones contra su hermana."),
)


@pytest.mark.parametrize(("language", "text", "sides"), SIDES)
def test_an_accusation_stands_against_its_denial(language: str, text: str, sides: tuple[str, str]) -> None:
    """Who accuses and the accused who denies are listed, each in the words that say so."""
    points = library_points([passage(text, "a", None, (), language)], "en")
    shown = [label.strip("“”.") for point in points for label in labels(point)]
    assert sorted(shown) == sorted(sides)


@pytest.mark.parametrize(("language", "text"), NONE)
def test_another_s_denial_is_none_of_an_accusation(language: str, text: str) -> None:
    """A denial by another, of another matter, or a refusal, makes no point."""
    assert not library_points([passage(text, "a", None, (), language)], "en")
