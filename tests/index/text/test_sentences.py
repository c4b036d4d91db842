from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.sentences import sentences


def _cut(text: str, language: str | None = None) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(
    "pieces",
    [
        ["Gen. Lee met W. T. Brown Jr. on Dec. 7.", "Sen. Smith did not."],
        ["She lives in the U.S. and works at 5 p.m. daily.", "The end."],
        ["He moved to the U.S.", "The rest stayed."],
        ["He is a friend of the U.S.", "Scottish fishermen are not."],
        ["He left the U.S.", "Next week he returns."],
        ["“Why?” Brown asked.", "“I do not know.”", "She left."],
        ["It cost 3.5 million.", "In 2021 it was 1.2."],
        ["See https://x.example/a?b=C.D for more.", "Then go."],
        ["A claim.[12]", "Another one…", "A third… and on."],
        ["1. The first point.", "2. The second point."],
    ],
)
def test_english_ends(pieces: list[str]) -> None:
    """Titles, initials, numbers, addresses and footnotes end no sentence; quotes and U.S. may."""
    assert _cut(" ".join(pieces), "en") == pieces


@pytest.mark.parametrize(
    "pieces",
    [
        ["El Sr. Ejemplo viajó a EE. UU. en el núm. 4.", "La Dra. Muestra no."],
        ["¿Qué pasó?", "¡Nada!", "«Todo bien», dijo."],
        ["Pesa 1.000 kg. y mide 3.5 m.", "Según él, no."],
        ["«¿Por qué?» preguntó Ana.", "Nadie respondió."],
    ],
)
def test_spanish_ends(pieces: list[str]) -> None:
    """Spanish titles, opening marks and numbers are understood."""
    assert _cut(" ".join(pieces), "es") == pieces


def test_glued_sentences() -> None:
    """A sentence ends where the space after it was lost, but not inside names or addresses."""
    assert _cut("They won in the end.The only one left.") == ["They won in the end.", "The only one left."]
    assert _cut("She said “no.”Then she left.") == ["She said “no.”", "Then she left."]
    for whole in ("Ask J.K. Rowling about it.", "Read www.site.Example now.", "Buy it at shop.Com today."):
        assert _cut(whole) == [whole]


def test_hard_wraps_and_blank_lines() -> None:
    """A line break is a space; a blank line ends a sentence even without a mark."""
    assert _cut("One line\ngoes on here. And\nends.") == ["One line\ngoes on here.", "And\nends."]
    assert _cut("A title\n\nA text.") == ["A title", "A text."]


def test_numbers_of_a_list_begin_their_sentences() -> None:
    """The number of an item stands with its item; a number at the end of a wrapped line is none."""
    listed = ["They demand:", "1. Bread for all\n   of them", "2. Peace. And quiet", "3. Free ferries"]
    assert _cut("\n".join(listed), "en") == [*listed[:2], "2. Peace.", "And quiet", listed[3]]
    assert _cut("The toll rose to\n3. Then it fell to\n1. The end.", "en") == [
        "The toll rose to\n3.",
        "Then it fell to\n1.",
        "The end.",
    ]


def test_lists_follow_the_language() -> None:
    """The language chooses the first words that show an end after U.S."""
    assert _cut("Vive en U.S. El resto no.", "es") == ["Vive en U.S.", "El resto no."]
    assert _cut("Vive en U.S. El resto no.", "en") == ["Vive en U.S. El resto no."]


@given(st.text(alphabet=st.sampled_from("aB1 .!?…“”\"'«»()[]\n\u00a0¿¡—/@:")))
def test_pieces_are_slices_that_cover_the_text(text: str) -> None:
    """Pieces are in order, do not overlap, and leave out nothing but white space."""
    last = 0
    for start, end in sentences(text):
        assert last <= start < end
        assert not text[last:start].strip()
        assert text[start:end].strip() == text[start:end]
        last = end
    assert not text[last:].strip()


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("Pagó Bs. 350 por la entrada. Luego se fue.", "es", 2),
        ("Es el caso N°. 5 de la ley. Está claro.", "es", 2),
        ("Rs. 500 was paid. Nobody knew.", "en", 2),
        ("Ana Ejemplo, Ph.D. in physics, said so. She left.", "en", 2),
        ("The vote was lost.3 The mayor left.", "en", 2),
        ("It was true.¹ She knew.", "en", 2),
    ],
)
def test_amounts_degrees_and_footnotes(text: str, language: str, parts: int) -> None:
    """No sentence is cut inside an amount or a degree, and a footnote's mark stays with its sentence."""
    assert len(sentences(text, language)) == parts
