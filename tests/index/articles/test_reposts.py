"""Lines that say who published a text again, and lines of an interview that say who asks. All made up."""

from __future__ import annotations

import pytest
from made_up_pages import source_of

from index.articles.bylines import byline_of
from index.articles.reposts import repost_of

TEXT = (
    "After thirty years the windmill of Olmery ground corn on Saturday, and six neighbours took it home.\n\n"
    "The stone came from far away, on a cart that two oxen pulled over the hill in nine days.\n"
)


@pytest.mark.parametrize(
    ("line", "poster", "day"),
    [
        ("Republished by The Olmery Lamp on 2 February 2016", "The Olmery Lamp", "2016-02-02"),
        ("Reposted by The Olmery Lamp, 2 February 2016", "The Olmery Lamp", "2016-02-02"),
        ("Republished by The Olmery Lamp", "The Olmery Lamp", None),
        ("Republicado por El Farol de Olmera el 2 de febrero de 2016", "El Farol de Olmera", "2016-02-02"),
        ("Reproducido por La Voz de Olmera", "La Voz de Olmera", None),
        (
            "Este texto fue republicado por el blog Harina Fina el 2 de febrero de 2016.",
            "Harina Fina",
            "2016-02-02",
        ),
    ],
)
def test_the_day_on_which_a_text_was_published_again_is_not_its_own(
    line: str, poster: str, day: str | None
) -> None:
    """Who published a text again, and when, is kept as such: neither its outlet nor its day."""
    source = source_of(f"The windmill turns again\n\n{line}\n\n{TEXT}")
    assert (source.reposted_by, source.reposted, source.published) == (poster, day, None)
    assert source.title == "The windmill turns again"
    assert (source.authors, source.outlet) == ((), None)


def test_a_text_keeps_its_own_day_beside_that_of_its_repost() -> None:
    """The author and the day of the text stay when it says who published it again."""
    head = "The windmill turns again\n\nBy Tess Orlow, 4 January 2016"
    source = source_of(
        f"{head}\n\n{TEXT}\nThis article was reposted by The Olmery Lamp on 2 February 2016.\n"
    )
    assert (source.authors, source.published) == (("Tess Orlow",), "2016-01-04")
    assert (source.reposted_by, source.reposted) == ("The Olmery Lamp", "2016-02-02")


@pytest.mark.parametrize(
    "line",
    [
        "The song was republished by The Olmery Lamp on 2 February 2016",
        "Republished by popular demand",
        "Shared by The Olmery Lamp and sung by all on Saturday",
    ],
)
def test_what_tells_of_a_repost_is_no_line_that_says_it(line: str) -> None:
    """Only a line that says nothing else is one."""
    assert repost_of(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Interview by Tess Orlow with Rolf Penn",
        "Interview by Tess Orlow with the keeper Rolf Penn, 3 May 2012",
        "An interview with Rolf Penn by Tess Orlow",
        "Entrevista de Tess Orlow a Rolf Penn",
        "Entrevista de Tess Orlow con el vigilante Rolf Penn",
        "Entrevista a Rolf Penn, por Tess Orlow",
    ],
)
def test_who_asks_wrote_an_interview(line: str) -> None:
    """Of the two names in the line of an interview that of who asks is its author's."""
    found = byline_of(line)
    assert found is not None
    assert found.authors == ("Tess Orlow",)


@pytest.mark.parametrize("line", ["Entrevista a Rolf Penn", "An interview with Rolf Penn"])
def test_who_is_asked_is_no_author(line: str) -> None:
    """Whom an interview is with did not write it."""
    found = byline_of(line)
    assert found is None or not found.authors
