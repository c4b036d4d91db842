"""Letters and capitals."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest

from index.articles.byline_names import person
from index.text.letters import CAPITAL, SMALL
from index.text.names import names_in

_LATIN = [
    chr(code)
    for code in range(sys.maxunicode + 1)
    if unicodedata.name(chr(code), "").startswith(("LATIN CAPITAL LETTER", "LATIN SMALL LETTER"))
    and unicodedata.category(chr(code)) in {"Lu", "Lt", "Ll"}
    and not unicodedata.decomposition(chr(code)).startswith(("<wide>", "<compat>"))
    and not (0x1D00 <= code < 0x1E00 or code == 0x2184 or code >= 0xAB00)  # phonetic
]


@pytest.mark.parametrize(("form", "categories"), [(CAPITAL, {"Lu", "Lt"}), (SMALL, {"Ll"})])
def test_classes_are_the_categories_of_unicode(form: str, categories: set[str]) -> None:
    """A capital is a Latin letter of Lu or Lt and a small one of Ll, and nothing else is either."""
    found = re.compile(form)
    wrong = [
        letter
        for letter in _LATIN
        if (found.fullmatch(letter) is not None) != (unicodedata.category(letter) in categories)
    ]
    assert not wrong
    others = "0_-.’ \u0301ªº×÷"
    assert not [letter for letter in others if found.fullmatch(letter)]


@pytest.mark.parametrize(
    "name",
    [
        "Ève Curie",
        "Øystein Åsen",
        "Łukasz Żak",
        "Ivana Đorđević",
        "Şeyma Güneş",
        "Ângela Conceição",
        "Þóra Ævarsdóttir",
        "Nguyễn Văn Ẩn",
        "Carla di Bruno",
        "Jan van der Berg",
        "Luz de la Peña",
        "Abdel Fattah al-Sisi",
        "Jean d’Arcy",
        "João do Carmo",
    ],
)
def test_a_name_in_any_latin_letters_is_a_name(name: str) -> None:
    """Bylines and sentences name a person whatever letters and small words the name has."""
    assert person(name) == name
    assert [found.name for found in names_in(f"Yesterday {name} said so.")] == [name]
