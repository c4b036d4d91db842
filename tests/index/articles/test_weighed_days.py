"""Days that no rule is sure of: told where all signs of their lines speak for them, and else not."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from made_up_pages import source_of

TEXT = (
    "The dam of Ardale was closed on Monday after a crack was found in its eastern wall, the keeper said.\n\n"
    "Nobody was hurt, and the villages below were told to wait for word from the council of the valley.\n\n"
    "An engineer had written in spring that the wall would hold for twenty years, and he stands by that.\n"
)
TITLE = "Why the valley waits for its council to open the dam"
BUTTONS = [
    "Share",
    "Tweet",
    "Reddit",
    "Mail",
    "Print",
    "Copy Link",
    "Save",
    "View Archive",
    "Get alerts",
    "Submit",
]
BUTTONS += ["Follow", "Flipboard", "WhatsApp", "Listen", "Comments", "Originally on the radio", "One more"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Zorka Ilmen Dec 28 2014, 8:01 AM ET", "2014-12-28"),
        ("December 28, 2014 at 08:01PM EST by Zorka Ilmen", "2014-12-28"),
        ("28/12/2014 Zorka Ilmen All, Books, Dams, News", "2014-12-28"),
        ("Edited Dec 28 2014 by zilmen in dams, rivers and walks", "2014-12-28"),
        ("December 28, 2014 | 4:20am", "2014-12-28"),
    ],
)
def test_a_day_is_told_by_where_it_stands(line: str, day: str) -> None:
    """A line under a title with a day is the text's, in whatever words a site puts it, far down its head."""
    head = "\n\n".join((TITLE, "By Ana Quill", *BUTTONS, line))
    assert source_of(head, TEXT).published == day


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n\nBy Ana Quill\n\nThe dam as it was seen on October 29, 2020, from the eastern slope.",
        f"Thursday, October 29, 2020 7PM 6°C\n\nNews\n\nDams\n\n{TITLE}\n\nBy Ana Quill",
        f"{TITLE}\n\nBy Ana Quill\n\nA post shared by Bo Tarn (@botarn) on Oct 29, 2020",
    ],
)
def test_a_day_of_something_else_is_not_the_texts(head: str) -> None:
    """Captions, posts and the day on which a page is looked at state days that are not of publication."""
    assert source_of(head, TEXT).published is None


def test_lists_of_other_texts_date_no_page() -> None:
    """Below the label of other texts stand days of theirs."""
    others = "Related Stories\n\nMayor of Borvik leaves the town\n\nFebruary 27, 2019 3:09 pm\n"
    assert source_of(f"{TITLE}\n\n{TEXT}\n{others}").published is None


def test_a_page_reads_the_same_in_every_process() -> None:
    """What signs speak for together does not hang on the order in which a process keeps them."""
    code = (
        "import math; from index.articles.weighed import _clearest\n"
        "names = frozenset(map(str, range(40))); less = frozenset(map(str, range(1, 40)))\n"
        "weights = {str(n): 0.1 * (n % 7) for n in range(40)}\n"
        "print(_clearest([('a', names), ('b', less)], weights, -90.0))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in range(4)
    }
    assert len(said) == 1
