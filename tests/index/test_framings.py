"""What index.framings promises: labels found by matter and side, and what a text does with them."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.bundled import data_folder
from index.errors import BadMetadata
from index.framings import bundled, load_framings
from index.framings.checking import check_rows, check_whole
from index.model import Stance

FRAMINGS = bundled()


def sides(text: str, framing: str) -> list[str]:
    """Return the sides whose labels of one framing stand in a text."""
    return [label.side for label in FRAMINGS.find(text) if label.framing == framing]


@pytest.mark.parametrize("framing", FRAMINGS.by_id.values(), ids=lambda framing: framing.id)
def test_every_framing_is_whole(framing: object) -> None:
    """Each framing has a heading in both languages and at least two sides with labels."""
    assert framing.headings.keys() >= {"en", "es"}  # type: ignore[attr-defined]
    assert len([side for side in framing.sides if side.labels]) >= 2  # type: ignore[attr-defined]


def test_headings_hold_no_label_of_any_framing() -> None:
    """Headings are neutral: no label of any side of any framing stands in one."""
    for framing in FRAMINGS.by_id.values():
        for heading in framing.headings.values():
            assert FRAMINGS.find(heading.lower()) == (), heading


def test_no_label_is_on_two_sides_of_one_framing() -> None:
    """Within one matter a label takes one side only."""
    for framing in FRAMINGS.by_id.values():
        labels = [label for side in framing.sides for label in side.labels]
        assert len(labels) == len(set(labels)), framing.id


def test_the_longest_label_wins() -> None:
    """A label inside a longer one is not counted: "self-coup" is no "coup"."""
    assert sides("They spoke of a self-coup.", "removal-from-office") == ["self-coup"]
    assert sides("They spoke of a coup d’État.", "removal-from-office") == ["coup"]
    assert sides("Fue un AUTOGOLPE, dijo.", "removal-from-office") == ["self-coup"]
    text = "They spoke of a coup against Congress."
    (label,) = (each for each in FRAMINGS.find(text) if each.framing == "removal-from-office")
    assert (label.side, text[label.start : label.end]) == ("self-coup", "coup against Congress")


def test_a_name_is_no_label() -> None:
    """A label that is part of a proper name is not counted, nor a wording listed as other."""
    assert sides("He reads Popular Resistance Weekly daily.", "people-in-the-streets") == []
    assert sides("They tried war criminals.", "people-in-the-streets") == []


@pytest.mark.parametrize(
    "text",
    [
        "Sin embargo, llovió.",
        "Murió de un golpe de calor.",
        "Two people died of insulin resistance.",
        "La ocupación hotelera subió.",
        "She is a baker by occupation.",
        "Pitó la expulsión del jugador.",
        "Votaron los militantes.",
    ],
)
def test_an_idiom_is_no_label(text: str) -> None:
    """A label's letters in a common expression for something else take no side."""
    assert FRAMINGS.find(text) == ()


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("It was a coup.", Stance.REPORTED),
        ("It was called a “coup” there.", Stance.DISTANCED),
        ("The so-called coup came.", Stance.DISTANCED),
        ("It was not a coup.", Stance.REJECTED),
        ("No fue un golpe.", Stance.REJECTED),
        ("“It was a coup, and everybody in the square knew that it was,” she said.", Stance.REPORTED),
    ],
)
def test_what_the_text_does_with_a_label(text: str, stance: Stance) -> None:
    """Scare quotes and "so-called" set a label at a distance, a negation rejects it; speech does neither."""
    assert [label.stance for label in FRAMINGS.find(text)] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "It can hardly be called a coup.",
        "One cannot speak of a coup.",
        "He denied that it was a coup.",
        "En Villa Muestra no hubo golpe de Estado.",
        "No se puede hablar de un golpe.",
        "El golpe nunca existió.",
        "The takeover was never presented as a coup.",
        "La toma no se ha planteado como un golpe.",
    ],
)
def test_a_denial_rejects_the_label_that_it_governs(text: str) -> None:
    """Words of saying and being may stand between, and the denial may follow."""
    (label,) = FRAMINGS.find(text)
    assert label.stance is Stance.REJECTED
    assert label.denied is not None


@pytest.mark.parametrize("text", ["She did not resign after the coup.", "It was not only a coup."])
def test_a_denial_of_something_else_rejects_no_label(text: str) -> None:
    """What is denied is the word that the denial governs."""
    assert [label.stance for label in FRAMINGS.find(text)] == [Stance.REPORTED]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Nobody knows whether it was a coup.", False),
        ("Es imposible saber si fue un golpe.", False),
        ("It may have been a coup.", False),
        ("Podría ser un golpe.", False),
        ("The town talks of coup/no coup.", False),
        ("If it was a coup, the garrison led it.", False),
        ("If the garrison had marched, it would be a coup.", False),
        ("Asked whether she would leave, Penn called it a coup.", True),
        ("The council found in May that it was a coup.", True),
        ("He wants to prove that when seen from Keld, it was a coup.", False),
        ("Nobody in Ardale doubts that it was a coup.", True),
    ],
)
def test_what_is_left_open_is_no_position(text: str, position: bool) -> None:
    """A label in an indirect question, a condition or a possibility is asserted by nobody."""
    assert {FRAMINGS.fits(label, text) for label in FRAMINGS.find(text)} == {position}


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("The drug tolvin is useless for patients.", True),
        ("Patients read the debunked study of the drug tolvin.", False),
        ("No large studies have found the drug tolvin effective for patients.", False),
    ],
)
def test_what_is_said_of_a_study_is_not_said_of_the_remedy(text: str, position: bool) -> None:
    """A label right in front of "study" is said of that; where nothing was found, nothing is said."""
    found = [label for label in FRAMINGS.find(text) if label.framing == "a-remedy"]
    assert found
    assert {FRAMINGS.fits(label, text) for label in found} == {position}


def test_what_was_not_shown_is_denied() -> None:
    """“Not been shown to be effective” denies that it is."""
    text = "The drug tolvin has not been shown to be effective in anybody."
    (label,) = (label for label in FRAMINGS.find(text) if label.framing == "a-remedy")
    assert label.stance is Stance.REJECTED


def test_a_label_inside_a_title_is_a_name() -> None:
    """Small words tie it to the capitals in front."""
    assert FRAMINGS.find("The coin bears the words “Third Year of the Revolt”.") == ()


def test_kin_are_touched_together() -> None:
    """Framings that share a label are touched together by either side's word."""
    assert FRAMINGS.labelled("Were they terrorists?") == FRAMINGS.labelled("Were they heroic?")


def test_an_editor_can_extend_and_decide(tmp_path: Path) -> None:
    """A file of a library adds labels, renames, and decides about points; a broken one is named."""
    own = tmp_path / "contested.toml"
    own.write_text(
        '[[framing]]\nid = "removal-from-office"\n[framing.sides]\ncoup = ["palace turn"]\n'
        '[[point]]\nid = "figure-deaths"\nstate = "silenced"\n',
        "utf-8",
    )
    framings = load_framings(own)
    assert [label.side for label in framings.find("It was a palace turn.")] == ["coup"]
    assert framings.decisions["figure-deaths"].state == "silenced"
    own.write_text("[[framing]]\nsides = 3\n", "utf-8")
    with pytest.raises(BadMetadata, match=r"contested\.toml"):
        load_framings(own, tmp_path / "none.toml")


WHOLE = (
    '[[framing]]\nid = "walls"\nheading = { en = "The wall", es = "El muro" }\n'
    '[framing.sides]\na = "rampart"\nb = ["fence"]\n'
)


def test_the_bundled_file_is_right_by_the_same_rules() -> None:
    """What comes with the program passes the checks that editors' files must pass."""
    data = tomllib.loads((data_folder() / "framings.toml").read_text("utf-8"))
    check_rows(data)
    check_whole(FRAMINGS.by_id, data)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[[point]\n", "line 1"),
        ('[[pont]]\nid = "x"\n', "pont: there are only"),
        ('[point]\nid = "x"\n', "write [[point]]"),
        ('[[point]]\nstate = "confirmed"\n', "[[point]] number 1: id"),
        ("[[point]]\nid = 3\n", "[[point]] number 1: id"),
        ('[[point]]\nid = "x"\n', "[[point]] x: state: nothing is decided"),
        ('[[point]]\nid = "x"\nstate = "silence"\n', "[[point]] x: state: it must be confirmed or silenced"),
        ('[[point]]\nid = "x"\nstat = "silenced"\n', "[[point]] x: stat: there is no such key"),
        ('[[point]]\nid = "x"\ninto = 3\n', "[[point]] x: into: it must be a text"),
        ('[[point]]\nid = "x"\ninto = "x"\n', "[[point]] x: into: a point cannot"),
        ('[[point]]\nid = "x"\nheading = "Toll"\n', "[[point]] x: heading: it must be a table"),
        ('[[point]]\nid = "x"\nheading = { fr = "Bilan" }\n', "[[point]] x: heading.fr: there are en, es"),
        (
            '[[point]]\nid = "x"\nheading = { en = "The coup" }\n',
            "[[point]] x: heading.en: “coup” is",
        ),
        (
            '[[point]]\nid = "x"\ninto = "y"\n[[point]]\nid = "x"\ninto = "y"\n',
            "x: it stands twice",
        ),
        ('[[point]]\nid = "tolls"\nstate = "silenced"\n', "[[point]] tolls: id: there can be no point"),
        ('[[point]]\nid = "fact-x"\ninto = "y"\n', "[[point]] fact-x: into: there can be no point y"),
        ("[[framing]]\nsides = 3\n", "[[framing]] number 1: id"),
        ('[[framing]]\nid = "x"\nasks = [3]\n', "[[framing]] x: asks: it must be a text or a list"),
        ('[[framing]]\nid = "x"\nsides = { a = 3 }\n', "[[framing]] x: sides.a: it must be a text or a list"),
        (
            WHOLE.replace(', es = "El muro"', ""),
            "[[framing]] walls: heading.es: it is missing",
        ),
        (
            WHOLE.replace("b =", "a1 =").replace('["fence"]', "[]"),
            "walls: sides: it needs two",
        ),
    ],
)
def test_what_cannot_be_right_is_an_error_with_file_and_key(tmp_path: Path, text: str, fault: str) -> None:
    """A wrong row, key or value of an editors' file is named, with the file; nothing is passed over."""
    own = tmp_path / "contested.toml"
    own.write_text(text, "utf-8")
    with pytest.raises(BadMetadata) as raised:
        load_framings(own)
    assert str(raised.value).startswith("contested.toml: ")
    assert fault in str(raised.value)


def test_an_edited_file_is_read_again(tmp_path: Path) -> None:
    """A program that runs on sees what an editor changes; a new framing with all its parts is taken."""
    own = tmp_path / "contested.toml"
    own.write_text(WHOLE, "utf-8")
    assert {label.side for label in load_framings(own).find("a rampart, a fence")} == {"a", "b"}
    own.write_text('[[point]]\nid = "figure-walls"\nheading = { en = "The “coup”" }\n', "utf-8")
    os.utime(own, ns=(1, 1))
    assert load_framings(own).decisions["figure-walls"].headings == {"en": "The “coup”"}


@settings(max_examples=100)
@given(st.text(max_size=80))
def test_any_text_gives_sound_labels(text: str) -> None:
    """Whatever the text, nothing is raised and every label lies within it."""
    for label in FRAMINGS.find(text + " a coup " + text):
        assert 0 <= label.start < label.end
