"""What one voice asks for and another will not do."""

from __future__ import annotations

import pytest
from made_up_points import passage

from bot.contested import library_points


def demands(one: str, other: str, language: str = "en") -> list[list[str]]:
    """Return the sides of each point on what is asked for and refused between two outlets."""
    points = library_points(
        [
            passage(one, "a", "2020-05-12", language=language),
            passage(other, "b", "2020-05-12", language=language),
        ],
        "en",
    )
    return [
        [each.label for each in point.positions] for point in points if point.id.startswith("fact-demand")
    ]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        (
            "The league of Ardale urged Olga Penn to resign.",
            "Olga Penn will not resign, she told Ardale.",
            "en",
        ),
        ("In Ardale many say that Penn should apologise.", "Penn refused to apologise to Ardale.", "en"),
        (
            "The council of Ardale called on Penn to reopen the pier.",
            "Penn has no intention of reopening the pier of Ardale.",
            "en",
        ),
        ("En Ardale creen que Penn debe renunciar.", "Penn no va a renunciar, dijo en Ardale.", "es"),
    ],
)
def test_who_asks_and_who_refuses_differ(one: str, other: str, language: str) -> None:
    """One deed that is asked of somebody, and that he will not do, is a point."""
    assert len(demands(one, other, language)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ardale urged Olga Penn to resign.", "In Ardale Ivo Tisk will not resign."),
        ("Ardale urged Penn to reopen the pier.", "Penn refused to reopen the school of Ardale."),
        ("Ardale said that Penn should not resign.", "Penn of Ardale will not resign."),
        ("Ardale asked Penn to comment.", "Penn of Ardale declined to comment."),
        (
            "It is the former mayor who should apologise to Penn of Ardale.",
            "Penn of Ardale will not apologise.",
        ),
    ],
)
def test_another_person_or_deed_is_no_refusal(one: str, other: str) -> None:
    """Somebody else, another thing, what nobody asks for and what is refused every day are none."""
    assert not demands(one, other)
