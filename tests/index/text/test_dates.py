"""Dates as texts write them."""

from __future__ import annotations

import pytest

from index.text.dates import find_date, month_number, periods

DATES = {
    "2023-03-04": [
        "2023-03-04", "2023/03/04", "2023.03.04", "2023-03-04T08:15:00Z", "March 4, 2023", "March 4th, 2023",
        "Mar. 4, 2023", "4 March 2023", "4th of March, 2023", "4th of March 2023", "04 Mar 2023",
        "4-Mar-2023", "Saturday, March 4, 2023", "Sat Mar 04, 2023 9:12 am", "Sat Mar 4 09:12:44 CET 2023",
        "Mar 4th '23", "4 de marzo de 2023", "sábado, 4 de marzo de 2023", "4 mar 2023",
        "4 mar. 2023", "marzo 4 de 2023", "MARCH 4, 2023", "Posted on March 4, 2023 by someone",
        "(March 4, 2023)", "Published: 4 March 2023, 08:15",
    ],
    "2023-01-01": ["1ro de enero de 2023", "1º de enero de 2023", "January 1st, 2023", "1 ene 2023"],
    "2022-09-30": ["Sept. 30, 2022", "30 de setiembre de 2022", "30 sep 2022", "30/09/2022", "30.9.2022"],
    "2023-05-05": ["5/5/2023", "5 May 2023", "May 5, 2023"],
    "2024-02-29": ["February 29, 2024", "29 de febrero de 2024"],
}  # fmt: skip
NO_DATES = [
    "", "March 2023", "March 4", "4 de marzo", "2023", "3/4/2023", "31 February 2023", "2023-13-45",
    "February 29, 2023", "2023-02-30", "12 monkeys 2023", "18 months", "Friday", "last Thursday",
    "4 March 123", "March 4, 9999", "20230304", "99/99/2023", "May 2023",
]  # fmt: skip


@pytest.mark.parametrize(("text", "iso"), [(text, iso) for iso, texts in DATES.items() for text in texts])
def test_full_dates_are_read(text: str, iso: str) -> None:
    """A date that states day, month and year is read, in each form that texts use."""
    found = find_date(text)
    assert found is not None and found.iso == iso


@pytest.mark.parametrize("text", NO_DATES)
def test_half_and_ambiguous_dates_stay_unknown(text: str) -> None:
    """What is no full date, no day of the calendar, or two days in two countries, is none."""
    assert find_date(text) is None


def test_first_date_is_taken_with_its_place() -> None:
    """The first full date counts, and the characters that state it are told."""
    text = "Posted 31 February 2023, changed on 5 March 2023, shown on 2023-03-04."
    found = find_date(text)
    assert found is not None
    assert (found.iso, text[found.start : found.end]) == ("2023-03-05", "5 March 2023")


def test_month_names_are_known_in_both_languages() -> None:
    """Month names and their abbreviations have their numbers, other words none."""
    assert [month_number(name) for name in ("January", "ene", "Sept.", "DICIEMBRE", "monday")] == [
        1,
        1,
        9,
        12,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("written in March 2021 and in April", [(3, 2021), (4, None)]),
        ("escrito en marzo de 2021, no en mayo", [(3, 2021), (5, None)]),
        ("what they may march for in 2020", [(None, 2020)]),
    ],
)
def test_periods_are_months_and_years(text: str, found: list[tuple[int | None, int | None]]) -> None:
    """A month takes the year behind it; in small letters it must be no other word."""
    assert [(each.month, each.year) for each in periods(text)] == found
