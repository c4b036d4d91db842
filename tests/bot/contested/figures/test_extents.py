"""How long one thing lasted and how far it lies: a point where two sources measure it differently."""

from __future__ import annotations

import pytest
from made_up_points import passage

from bot.contested import library_points


def sides(
    one: str, other: str, language: str = "en", dates: tuple[str, str] = ("2020-05-12", "2020-05-12")
) -> list[list[str]]:
    """Return the labels of each figure on which two texts differ."""
    texts = zip((one, other), "ab", dates, strict=True)
    points = library_points(
        [passage(text, name, date, language=language) for text, name, date in texts], "en"
    )
    return [[each.label for each in point.positions] for point in points if point.kind == "figure"]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("The 12-day siege of Fort Keld ended.", "Nobody died in the 14-day standoff at Fort Keld.", "en"),
        (
            "The trial of Olga Tisk in Keld lasted three weeks.",
            "In Keld a five-week trial of Olga Tisk ended.",
            "en",
        ),
        ("La huelga en Keld duró nueve días.", "Terminó en Keld una huelga de doce días.", "es"),
        (
            "The old mill at Oren, 9 miles (14 km) north of the small town of Keld, burned.",
            "They met at the old mill of Oren, some 15 miles northeast of Keld.",
            "en",
        ),
        (
            "El viejo molino de Oren, a 9 kilómetros al norte de Keld, ardió.",
            "Se reunieron en el viejo molino de Oren, a 15 kilómetros de Keld.",
            "es",
        ),
    ],
)
def test_one_thing_measured_by_two_differs(one: str, other: str, language: str) -> None:
    """A siege, a trial, a strike and a place have one length and one distance, in whatever words."""
    assert len(sides(one, other, language)) == 1
    assert len(sides(one, other, language)[0]) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The 12-day siege of Fort Keld ended.",
            "As in 1961, when a 30-day siege of Fort Keld ended, they stayed.",
        ),
        ("The 12-day siege of Fort Keld ended.", "The 288-hour siege of Fort Keld is over."),
        ("The 12-day siege of Fort Keld ended.", "The police fear another 20-day siege of Fort Keld."),
        ("The 12-day siege of Fort Keld ended.", "The 14-day truce at Fort Keld ended."),
        ("The 12-day siege of Fort Keld ended.", "A 30-day siege mentality rules Fort Keld."),
        ("The mill of Oren lies 9 miles north of Keld.", "The quarry of Tisk lies 15 miles north of Keld."),
        (
            "The mill of Oren lies 9 miles north of Keld.",
            "The mill of Oren lies 15 kilometres north of Keld.",
        ),
    ],
)
def test_two_things_or_one_number_do_not_differ(one: str, other: str) -> None:
    """Another year, another unit, another thing, one still to come: none is a quarrel."""
    assert not sides(one, other)


def test_what_went_on_between_two_reports_does_not_differ() -> None:
    """A siege is longer in a later report; where it is much longer, or shorter, one of the two is wrong."""
    one, other = "The 12-day siege of Fort Keld goes on.", "The 17-day siege of Fort Keld is over."
    assert not sides(one, other, dates=("2020-05-12", "2020-05-17"))
    assert sides(one, other, dates=("2020-05-17", "2020-05-17"))
