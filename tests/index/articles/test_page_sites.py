"""The outlet of a page without an address: whose rights, whose staff, whose letters to the reader."""

from __future__ import annotations

import pytest
from made_up_pages import source_of

TITLE = "Salt barges of Ardale wait for a new lock"
TEXT = (
    "The salt barges of Ardale have waited nine days for the old lock to be mended, "
    "and nobody at all is glad of it.\n\n"
    "A keeper said that the lock would open again on Friday, when the new "
    "gate at last comes up from the foundry.\n\n"
    "Until then the salt is carried over the hill on carts, which costs "
    "its owners twice as much as ever before.\n\n"
    "The owners have asked the council of the valley for money, and "
    "the council has not yet said a word about it.\n"
)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2021 Quayside Courant, a division of Valley Paper Inc. All rights reserved.", "Quayside Courant"),
        ("Quayside Courant © 2021", "Quayside Courant"),
        (
            "All rights reserved © 2021 The Salt Deal is a registered trademark of Valley Paper",
            "The Salt Deal",
        ),
        ("© 2021 Quayside Broadcast Corp. All rights reserved.", None),
        ("© 2021 Valley Holdings. All rights reserved.", None),
        ("© 2021 Ana Tarn. All rights reserved.", None),
    ],
)
def test_whose_all_rights_are(line: str, outlet: str | None) -> None:
    """A notice of rights names the outlet, unless it is a company's by its form, or a person's."""
    assert source_of(f"{TITLE}\n\n{TEXT}\n\n{line}\n").outlet == outlet


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("By Ana Tarn\nQuayVoice Staff\nMay 4, 2021", "QuayVoice"),
        ("By Ana Tarn\nSports Staff\nMay 4, 2021", None),
        ("By Ana Tarn\nSenior Staff Writer\nMay 4, 2021", None),
    ],
)
def test_whose_staff_an_author_is(head: str, outlet: str | None) -> None:
    """Below an author's name stands whose staff he is of, or but of which desk."""
    assert source_of(f"{TITLE}\n\n{head}\n\n{TEXT}").outlet == outlet


def test_a_blog_stands_over_the_day_of_the_week() -> None:
    """Blogs begin with their name, the day and the title; a section over a day is none."""
    found = source_of(f"Quay Exposed\nSunday, May 9, 2021\n{TITLE}\n\n{TEXT}")
    assert (found.title, found.outlet, found.published) == (TITLE, "Quay Exposed", "2021-05-09")
    assert source_of(f"Opinion\nSunday, May 9, 2021\n{TITLE}\n\n{TEXT}").outlet is None


@pytest.mark.parametrize(
    ("note", "outlet"),
    [
        ("Ana Tarn is a staff writer and editor at The Quayside Courier.", "The Quayside Courier"),
        ("Ana Tarn is QuayNotes’s chief salt correspondent.", "QuayNotes"),
        ("Ana Tarn is a professor of salt at Borvik College.", None),
    ],
)
def test_a_note_says_for_whom_an_author_writes(note: str, outlet: str | None) -> None:
    """Who is a reporter or an editor somewhere writes there; who is something else writes as a guest."""
    assert source_of(f"{TITLE}\n\nBy Ana Tarn\n\n{TEXT}\n\n{note}\n").outlet == outlet


def test_what_a_page_sends_its_readers_is_its_own() -> None:
    """Letters to the reader and terms of one name speak for the site, and so does who was told."""
    letters = "Sign up to receive emails from Quaylight and its friends"
    terms = "By signing up you agree to Quaylight’s terms of use"
    assert source_of(f"{TITLE}\n\n{TEXT}\n\n{letters}\n{terms}\n").outlet == "Quaylight"
    assert source_of(f"{TITLE}\n\n{TEXT}\n\n{letters}\n").outlet is None


def test_news_of_two_places_are_a_section() -> None:
    """A line over the title that names two places and ends in "News" is a section's."""
    assert source_of(f"North Coast\nBorvik & Quay News\n{TITLE}\n\nMay 4, 2021\n\n{TEXT}").outlet is None
