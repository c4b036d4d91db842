"""Two sources that date one deed differently are a point; two deeds are none. All texts are made up."""

from __future__ import annotations

import pytest
from made_up_points import labels, passage

from bot.contested import library_points

VOTED = "On May 9, the Arvel harbour council voted narrowly to pave the Borvik towpath."
PAIRS = (
    ("The Arvel harbour council voted narrowly on Tuesday to pave the Borvik towpath.", "2021-05-20", True),
    # the next day, or the news of it
    ("The Arvel harbour council voted narrowly on Monday to pave the Borvik towpath.", "2021-05-12", False),
    # another deed
    ("The Arvel harbour council met the Borvik rowers about the towpath on Tuesday.", "2021-05-20", False),
    # still to come
    ("The Arvel harbour council will vote on Tuesday to pave the Borvik towpath.", "2021-05-20", False),
)


@pytest.mark.parametrize(("text", "date", "differs"), PAIRS)
def test_days_of_one_deed(text: str, date: str, *, differs: bool) -> None:
    """Where two sources tell the same deed in nearly the same words, the days that they give stand apart."""
    pool = [passage(VOTED, "a", "2021-05-30"), passage(text, "b", date)]
    points = [each for each in library_points(pool, "en") if each.id.startswith("figure-day")]
    assert [sorted(labels(point)) for point in points] == ([["“May 9”", "“Tuesday”"]] if differs else [])


def test_what_is_dated_after_the_other_text_may_be_another_deed() -> None:
    """A vote that lies behind the day of the other text may be a second one."""
    later = "The Arvel harbour council voted narrowly on Tuesday to pave the Borvik towpath."
    pool = [passage(VOTED, "a", "2021-05-12"), passage(later, "b", "2021-05-20")]
    assert not [each for each in library_points(pool, "en") if each.id.startswith("figure-day")]


def test_what_befalls_people_day_after_day_is_no_quarrel() -> None:
    """Two days on which people were hurt are two happenings, however alike the sentences."""
    one = "Three rowers were hurt when bandits raided the Arvel harbour stores on May 9."
    other = "Three rowers were hurt when bandits raided the Arvel harbour stores on Tuesday."
    pool = [passage(one, "a", "2021-05-30"), passage(other, "b", "2021-05-20")]
    assert not [each for each in library_points(pool, "en") if each.id.startswith("figure-day")]


def test_the_deed_stands_near_the_day_in_both() -> None:
    """The day of a vote is none of what came about after that vote, though a sentence names both."""
    one = "The towpath strike at Arvel began on May 9, after weeks of talk about the Borvik harbour vote."
    other = "Rowers marched through Arvel in strike the day after the Borvik harbour vote on Tuesday."
    pool = [passage(one, "a", "2021-05-30"), passage(other, "b", "2021-05-20")]
    assert not [each for each in library_points(pool, "en") if each.id.startswith("figure-day")]
