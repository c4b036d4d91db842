"""The day of a page: in digits, as programs write it, far from the head, or known but for its month."""

from __future__ import annotations

import pytest
from made_up_pages import source_of, sources

from index.articles.date_lines import is_date_line
from index.text.dates import find_date

TITLE = "Salt barges of Ardale wait for a new lock"
TEXT = (
    "The salt barges of Ardale have waited nine days for the old lock to be mended and nobody is glad.\n\n"
    "A keeper said that the lock would open again on Friday when the gate comes up from the foundry.\n\n"
    "Until then the salt is carried over the hill on carts, which costs them twice as much as before.\n\n"
    "The owners have asked the council of the valley for money, and it has not yet said a word of it.\n"
)


def test_an_address_may_name_the_month_only() -> None:
    """The month of the path is kept as such, never as a day, and only where the text states no day."""
    link = "https://harbour.example/2019/08/salt-barges-wait/"
    bare = source_of(f"{link}\n\n{TITLE}\n\n{TEXT}")
    assert (bare.published, bare.month, bare.published_from) == (None, "2019-08", "address")
    dated = source_of(f"{link}\n\n{TITLE}\n\nAugust 9, 2019\n\n{TEXT}")
    assert (dated.published, dated.month, dated.published_from) == ("2019-08-09", None, None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Updated 08/09/19 5:19pm EDT", "2019-08-09"),
        ("5:45 AM PST 08/09/2019", "2019-08-09"),
        ("08/09/2019 17:19", None),
        ("2019-08-09T20:51:19Z Inland Waters", "2019-08-09"),
    ],
)
def test_a_day_in_digits_is_read_where_its_order_is_sure(line: str, day: str | None) -> None:
    """A zone of those who write the month first tells the order; as programs write it, it is always known."""
    found = find_date(line)
    assert (found.iso if found else None) == day


def test_the_address_tells_the_order_of_a_day_in_digits() -> None:
    """Of two readings that one is meant which the month in the address allows."""
    head = f"{TITLE}\n\nBy Hilde Tarn • 08/09/19 5:19pm"
    for month, day in (("08", "2019-08-09"), ("09", "2019-09-08"), ("11", None)):
        page = f"https://harbour.example/2019/{month}/salt/\n\n{head}\n\n{TEXT}"
        assert source_of(page).published == day


@pytest.mark.parametrize(
    "line",
    [
        "May 16, 2020 at 9:51 AM May 16, 2020 at 10:12 AM",
        "Apr. 24, 2014, 9:49 AM 12,248 40",
        "22:57 GMT 28.04.2020(updated 11:14 GMT 29.04.2020) Get short URL",
        "editor — March 11, 2020 add comment",
    ],
)
def test_a_line_of_days_times_and_counts_is_a_days(line: str) -> None:
    """Two days with their times, counts without a word and buttons say no more than when."""
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line", ["Story published on May 4, 2021.", "Este texto se publicó el 4 de mayo de 2021"]
)
def test_a_line_below_the_text_may_say_when_it_was_published(line: str) -> None:
    """A line at the foot that says so of the text dates it."""
    assert source_of(f"{TITLE}\n\n{TEXT}\n\n{line}\n").published == "2021-05-04"


def test_menus_above_the_title_do_not_hide_the_day_below_it() -> None:
    """Names and days are looked for near the title, however many lines stand over it."""
    menu = "\n".join(f"Read about the {word} quay of the valley" for word in ("old", "new", "low", "far") * 5)
    assert (
        source_of(f"{menu}\n\n{TITLE}\n\nBy Hilde Tarn\n\nMay 4, 2021 6:30 AM\n\n{TEXT}").published
        == "2021-05-04"
    )


def test_a_byline_below_a_gallery_is_the_texts() -> None:
    """Captions may part the head from its byline: over a day, under no headline, it is the text's."""
    caption = (
        "Bargemen wait beside the lock of Ardale on Monday while the gate is carried up the hill by hand."
    )
    gallery = "\n\n".join(f"{number} {caption}" for number in range(5))
    signed = "By Hilde Tarn | htarn@harbour.example\n\nPUBLISHED: May 4, 2021 at 9:06 a.m."
    found = source_of(f"{TITLE}\n\n{gallery}\n\n{signed}\n\n{TEXT}")
    assert (found.authors, found.published) == (("Hilde Tarn",), "2021-05-04")
    other, *_ = sources(f"{TITLE}\n\n{gallery}\n\nFerry of Borvik runs again at night\n\n{signed}\n\n{TEXT}")
    assert other.authors == ()


def test_a_title_said_again_below_the_menus_is_the_heads() -> None:
    """A bar over the menus says the title, too: the day below the later one is the text's."""
    menu = "\n".join(
        ("Donate", "The Corner", "May 5, 2021", "Shop", *(f"Read about the {n} quay" for n in "abcdefgh"))
    )
    page = f"{TITLE}\n{menu}\n{TITLE}\nBy Hilde Tarn\nMay 4, 2021 6:30 AM\n\n{TEXT}"
    found = source_of(page)
    assert (found.title, found.published) == (TITLE, "2021-05-04")


def test_a_line_may_state_the_month_only() -> None:
    """The month of an issue alone on a line below the title is the text's, where no day is known."""
    found = source_of(f"{TITLE}\n\nBy Hilde Tarn\n\nMay 2021\n\n{TEXT}")
    assert (found.published, found.month, found.published_from) == (None, "2021-05", None)
    assert source_of(f"{TITLE}\n\nMay 2021\nMay 4, 2021\n\n{TEXT}").month is None


@pytest.mark.parametrize(
    "line", ["May 4, 2021 5:02 PM ET", "Nov 9, 2023, 12:51 AM EST", "May 4, 2021 - 16:34"]
)
def test_a_month_and_a_time_are_no_mails_date(line: str) -> None:
    """A day that begins with a short month is the text's own, not that of a mail in which it was sent."""
    found = source_of(f"{TITLE}\n\n{line}\n\n{TEXT}")
    assert (bool(found.published), found.reposted) == (True, None)


def test_a_source_that_is_the_site_itself_is_no_repost() -> None:
    """Below a text at the address of X, a credit to X leaves the day that of its publication."""
    for host, day in (("www.aljazeera.com", "2021-05-04"), ("harbour.example", None)):
        page = (
            f"https://{host}/news/salt.html\n\n{TITLE}\n\nMay 4, 2021\n\n{TEXT}\n\nSource: Al Jazeera News\n"
        )
        assert source_of(page).published == day


def test_a_site_does_not_repost_its_own_texts() -> None:
    """Whose newsletter a page praises is no poster where it is the page's own, or nobody's name."""
    link = "https://www.aljazeera.com/news/salt.html"
    page = f"{link}\n\n{TITLE}\n\nMay 4, 2021\n\n{TEXT}\n\n"
    for appeal in ("Subscribe to Al Jazeera Today", "Subscribe To Our Newsletter"):
        found = source_of(f"{page}{appeal}\n")
        assert (found.published, found.reposted_by) == ("2021-05-04", None)
