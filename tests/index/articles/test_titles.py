"""The title of a page: the line for which its place, its look and the words of the text speak together."""

from __future__ import annotations

import pytest
from made_up_pages import source_of

TITLE = "Ferry of Tarnholm stays in port over rusted hull"
TEXT = (
    "The ferry of Tarnholm will stay in port until June because its hull has rusted through, the owners said "
    "after an inspection on Monday.\n\n"
    "Two hundred people of the island cross on the ferry each morning, and no other boat is large enough for "
    "their cars and their milk.\n\n"
    "The inspectors found rust in eleven places of the hull and gave the owners eight weeks to mend it or to "
    "sell the ferry for scrap.\n"
)
MENU = "Home\nIslands\nWeather\nTides\nSign in\nSubscribe"


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n\nPassengers wait at the quay of Tarnholm. (Photo by Ilse Brandt)\n\nBy Ana Quill",
        f"{TITLE}\n\nThe ferry in the port of Tarnholm last week (Picture: Ilse Brandt)\n\n4 May 2021",
        f"{MENU}\n\nLighthouse keeper sells his boat after a storm\n\n{TITLE}\n\nBy Ana Quill\n4 May 2021",
        f"{MENU}\n\nNever miss an update of ours\n\n{TITLE}\n\nBy Ana Quill",
        f"Home » Islands » Harbours\n\n{TITLE}\n\nBy Ana Quill\n\n4 May 2021",
        f"{TITLE} - Tarnholm Post\n{MENU}\n\n{TITLE}\n\nAna Quill\n4 May 2021",
        f"{TITLE}\n\nTwo hundred people wait for another boat.\n\nThe quay of Tarnholm\n\nBy Ana Quill",
        f"4 May 2021\n\nAfter the closing of the yard the owners of the only boat join those who ask "
        f"for somebody to answer for its hull\n\n{TITLE}",
        f"Tarnholm Post / Islands / {TITLE}\n{TITLE}\nBy Ana Quill",
    ],
)
def test_the_title_is_the_line_for_which_most_signs_speak(head: str) -> None:
    """Captions, notices, headlines of other texts, rows of sections and browsers' lines are no titles."""
    assert source_of(f"{head}\n\n{TEXT}").title == TITLE


def test_a_heading_between_paragraphs_is_no_title() -> None:
    """A page that begins with its text has no title, whatever headings stand between its paragraphs."""
    first = (
        "The owners of the ferry met on Monday with those who row to the island each day to milk their cows."
    )
    for heading in ("Rust in the hull of Tarnholm's ferry", "What the inspectors found in the ferry's hull"):
        text = f"{first}\n\nNobody of them spoke for long.\n\n{first}\n\n{heading}\n\n{TEXT}"
        assert source_of(text).title is None


@pytest.mark.parametrize(
    "head",
    [
        "Passengers wait at the quay of Tarnholm. (Photo by Ilse Brandt)",
        "Share this with your friends",
        "Tarnholm Post",
        "The ferry of Tarnholm will stay in port this spring.",
        "The ferry of Tarnholm has rusted through and no other boat is free.",
        "El barco de Tarnholm no saldrá del puerto en primavera porque está oxidado.",
        "TIDES WEATHER/COASTS/QUAYS LETTERS SHOP\n\n4 May 2021",
        "Islands\n\n4 May 2021",
        "Dear friends of the island,",
        "Here is the whole letter of the owners:\n\nTo the people of Tarnholm",
        "By Ana Quill and friends of Tarnholm",
        "Ilse Brandt, Tarnholm @ilsebrandt",
        "The owners of the ferry of Tarnholm say that its hull has rusted and no other boat is free.\n\n"
        "By Ana Quill",
    ],
)
def test_what_is_not_surely_the_title_is_none(head: str) -> None:
    """A page without a headline has no title: none is better than a caption, a notice or a site's name."""
    assert source_of(f"{head}\n\n{TEXT}").title is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Clara Quill\n\nThe ferry of Tarnholm stays in port until June, its owners said.\n", None),
        ("Clara Quill\n\nClara Quill built the ferry of Tarnholm with her own hands.\n", "Clara Quill"),
    ],
)
def test_a_name_alone_is_no_title_of_what_does_not_speak_of_it(text: str, title: str | None) -> None:
    """A name over a text may be who wrote it; it is the title of a text on that person."""
    assert source_of(text).title == title


def test_a_poem_has_the_heading_over_its_lines() -> None:
    """A heading that stands apart over short lines is their title, though they do not speak of it."""
    assert (
        source_of("Low Water\n\nThe gulls are gone, the mud is grey.\n\nSo was I yesterday.\n").title
        == "Low Water"
    )
