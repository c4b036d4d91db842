"""Forms of bylines as pages paste them: glued to days, offices and outlets; and notes that name who wrote."""

from __future__ import annotations

import pytest
from made_up_pages import source_of, sources

from index.articles.byline_edges import parted
from index.articles.bylines import byline_of
from index.articles.name_lines import name_line_of

TITLE = "Salt barges of Ardale wait for a new lock"
TEXT = (
    "The salt barges of Ardale have waited nine days for the lock to be mended, and nobody is glad.\n\n"
    "A keeper said that the lock would open again on Friday, when the new gate comes from the foundry.\n\n"
    "Until then the salt is carried over the hill on carts, which costs its owners twice as much as before.\n"
)


@pytest.mark.parametrize(
    ("line", "authors", "outlet", "day"),
    [
        ("By Hilde TarnStaff Writer", ("Hilde Tarn",), None, None),
        ("byHilde Tarn", ("Hilde Tarn",), None, None),
        ("By Hilde Tarn2021-05-04 13:52:51 UTC", ("Hilde Tarn",), None, "2021-05-04"),
        ("by Hilde Tarn May 4, 2021May 5, 2021", ("Hilde Tarn",), None, "2021-05-04"),
        ("By Ana TarnThe Harbour Post", ("Ana Tarn",), "The Harbour Post", None),
        ("By Hilde Tarn and Zork Muddle Reuters", ("Hilde Tarn", "Zork Muddle"), "Reuters", None),
        (
            "By HILDE TARN and ZORK MUDDLE The Associated Press",
            ("Hilde Tarn", "Zork Muddle"),
            "The Associated Press",
            None,
        ),
        ("By Hilde Tarn, Special to the Harbour Post", ("Hilde Tarn",), "Harbour Post", None),
        ("By Hilde Tarn For The Harbour Post", ("Hilde Tarn",), "The Harbour Post", None),
        ("By Hilde Tarn Health editor, Harbour Post", ("Hilde Tarn",), "Harbour Post", None),
        ("Harbour Post | By Hilde Tarn", ("Hilde Tarn",), "Harbour Post", None),
        ("By Hilde Tarn Follow", ("Hilde Tarn",), None, None),
        ("By Hilde Tarn htarn@harbour.example(555) 010-0199", ("Hilde Tarn",), None, None),
        ("By Hilde Tarn @hildetarn", ("Hilde Tarn",), None, None),
        ("By Hilde Tarn Twitter", ("Hilde Tarn",), None, None),
        ("By Hilde Tarn ⋅ Senior Salt Analyst ⋅ Updated May 4, 2021", ("Hilde Tarn",), None, "2021-05-04"),
        ("Por Hilde Tarn Publicado May 4, 2021 1 0", ("Hilde Tarn",), None, "2021-05-04"),
        ("By Hilde Tarn 2019-11-18T20:51:19Z Salt & Locks", ("Hilde Tarn",), None, "2019-11-18"),
        ("By Hilde Tarn May 4, 2021 2:00 PMTags", ("Hilde Tarn",), None, "2021-05-04"),
        ('By Hilde "Salty Mae" Tarn May 4, 2021', ('Hilde "Salty Mae" Tarn',), None, "2021-05-04"),
        ("The Harbour Post 9/21/2016 Zork Muddle", ("Zork Muddle",), "The Harbour Post", "2016-09-21"),
        ("The Harbour Post 02/10/2020 Zork Muddle", ("Zork Muddle",), "The Harbour Post", None),
        ("By HILDE TARN and ZORK MUDDLE Globe Correspondents", ("Hilde Tarn", "Zork Muddle"), None, None),
        ("May 4, 2021 • Words written by Hilde Tarn • Art by Zork", ("Hilde Tarn",), None, "2021-05-04"),
        ("May 4, 2021 by Hilde Tarn Filed under: Salt", ("Hilde Tarn",), None, "2021-05-04"),
        ("A guest column by Hilde Tarn", ("Hilde Tarn",), None, None),
        ("Column: By Hilde Tarn", ("Hilde Tarn",), None, None),
        ("By Columnist Hilde Tarn", ("Hilde Tarn",), None, None),
        ("by Hilde Tarn | May 4, 2021 | Salt, Locks | 0 comments", ("Hilde Tarn",), None, "2021-05-04"),
        ("By Hilde Tarn and Reuters", ("Hilde Tarn",), None, None),
        ("By Hilde Tarn with wire reports", ("Hilde Tarn",), None, None),
        ("By Sean Tarn", ("Sean Tarn",), None, None),
        ("By Tal Tarn", ("Tal Tarn",), None, None),
        ("By Hilde Tarn, Keeper of Locks, Office of Salt, Barges, Quiet", ("Hilde Tarn",), None, None),
    ],
)
def test_a_byline_is_told_from_what_is_glued_to_it(
    line: str, authors: tuple[str, ...], outlet: str | None, day: str | None
) -> None:
    """Days, offices, outlets and buttons behind a name are no part of it, with blanks or without."""
    byline = byline_of(line)
    assert byline is not None
    assert (byline.authors, byline.outlet, byline.date) == (authors, outlet, day)


@pytest.mark.parametrize(
    ("line", "authors", "outlet"),
    [
        ("Ana Tarn Political Correspondent", ("Ana Tarn",), None),
        ("Ana TarnLifestyle Writer", ("Ana Tarn",), None),
        ("Ana Tarn Parliamentary editor", ("Ana Tarn",), None),
        ("Ana TarnFounder", ("Ana Tarn",), None),
        ("Ana Tarn and AFP", ("Ana Tarn",), None),
        ("Ana TarnCEO", ("Ana Tarn",), None),
        ("Ana Tarn Monday, May 4, 2021 @ 11:10 PM UTC", ("Ana Tarn",), None),
        ("ANA TARN, SALTISM", ("Ana Tarn",), None),
        ("Ana Tarn, Ardale Lock Basin", ("Ana Tarn",), None),
        ("Ana Tarn, Staff Attorney, Office of Salt Law", ("Ana Tarn",), None),
        ("Ana Tarn, Bruno Quill (Enviado especial)", ("Ana Tarn", "Bruno Quill"), None),
        ("Ana Tarn, Special for Harbour Post 6:29 p.m. EST May 4, 2021", ("Ana Tarn",), "Harbour Post"),
        ("Ana Tarn5 hours ago", ("Ana Tarn",), None),
        ("Ana Tarn 7 hours", ("Ana Tarn",), None),
        ("Ana TarnTwitter", ("Ana Tarn",), None),
        ("Ana Tarn@anatarn", ("Ana Tarn",), None),
        ("Ana Tarn Follow @anatarn", ("Ana Tarn",), None),
        ("Ana Tarn Sigue a @anatarn", ("Ana Tarn",), None),
        ("Ana TarnTravel News Reporter", ("Ana Tarn",), None),
        ("Ana TarnSeguir", ("Ana Tarn",), None),
        ("ana tarn 05.07.2020 | 09:03", ("Ana Tarn",), None),
    ],
)
def test_a_line_with_a_name_is_told_from_what_is_glued_to_it(
    line: str, authors: tuple[str, ...], outlet: str | None
) -> None:
    """Without a "by", too, a line names whom its first words name."""
    named = name_line_of(line)
    assert named is not None
    assert (named.authors, named.outlet) == (authors, outlet)


@pytest.mark.parametrize(
    "whole", ["Ana McTarn", "pilot77 wrote on Monday", "QuayNotes", "Covid19", "Ana DeThe"]
)
def test_nothing_is_parted_that_was_written_so(whole: str) -> None:
    """Capitals and figures inside names and words stay."""
    assert parted(whole) == whole


@pytest.mark.parametrize(
    "note",
    [
        "Contact reporter Ana Tarn at atarn@harbour.example or 555-0199.",
        "• Ana Tarn can be reached at atarn@harbour.example.",
        "Ana Tarn writes about locks and barges for the Post.",
        "Ana Tarn joined the Harbour Post staff in 2019 and lives by the quay.",
        "Ana Tarn is a staff writer at the Harbour Post.\n\nFollow Ana Tarn on Twitter.".replace(
            "\\\\n", "\\n"
        ),
        "Ana Tarn covers locks and barges for the Harbour Post.",
        "Ana Tarn escribe sobre esclusas y barcazas en el diario.",
    ],
)
def test_a_note_at_the_end_names_who_wrote(note: str) -> None:
    """What only whoever wrote a text has, an address or a subject, names him where the text does not."""
    assert source_of(f"{TITLE}\n\n{TEXT}\n{note}\n").authors == ("Ana Tarn",)
    spoken = TEXT.replace("A keeper", "Keeper Tarn")
    assert source_of(f"{TITLE}\n\n{spoken}\n{note}\n").authors == ()


@pytest.mark.parametrize("line", ["ANA TARN /ATARN@HARBOUR.EXAMPLE", "Ana Tarn / atarn@harbour.example"])
def test_who_took_a_picture_did_not_write_the_text(line: str) -> None:
    """A name before a stroke and an address, without a "by", credits the picture whose caption is below."""
    caption = "Bargemen gather at the foot of the upper lock on July 24."
    assert source_of(f"{TITLE}\n\n{line}\n{caption}\n\n{TEXT}").authors == ()
    assert source_of(f"{TITLE}\n\nBy {line}\n\n{TEXT}").authors == ("Ana Tarn",)


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("By\nAna Tarn\n,\nRosa Quill\nand\nBRUNO PIKE", ("Ana Tarn", "Rosa Quill", "Bruno Pike")),
        ("By\nAna Tarn,\nRosa Quill &\nBruno Pike", ("Ana Tarn", "Rosa Quill", "Bruno Pike")),
        ("By\nAna Tarn, Staff Attorney\n& Rosa Quill, Keeper", ("Ana Tarn", "Rosa Quill")),
        ("Ana Tarn, The Associated Press\nMonday\nMay 4, 2021 at 9:51 AM", ("Ana Tarn",)),
        ("May 4, 2021\nThe lock in May\nAna Tarn, ASSOCIATED PRESS\nGallery", ()),
        ("Ana Tarn|Published 4 months ago", ("Ana Tarn",)),
        ("May 4, 2021\nAna Tarn", ("Ana Tarn",)),
        ("May 4, 2021\nPublished by the keeper\nBarge Recipes\n80 Comments\nUpdated: May 5, 2021", ()),
    ],
)
def test_names_of_a_head_are_told_by_their_place(head: str, authors: tuple[str, ...]) -> None:
    """A list may run over lines, how long ago is a day, too, and words of the text are no name."""
    text = TEXT.replace("nobody is glad", "nobody is glad of a barge or its recipes")
    assert source_of(f"{TITLE}\n\n{head}\n\n{text}").authors == authors


def test_who_is_named_in_the_head_wrote_the_text() -> None:
    """A line at a page's end that looks like a byline is another text's where the head names somebody."""
    head = f"{TITLE}\n\nMay 4, 2021\nAna Tarn Parliamentary editor"
    page = f"{head}\n\n{TEXT}\n\n{TEXT}\n\nRosa Quill | May 9, 2021\n"
    assert source_of(page).authors == ("Ana Tarn",)


def test_what_readers_write_below_is_theirs() -> None:
    """A comment that says who wrote it, and when, makes nobody the author of the text above."""
    said = (
        "Rosa on May 9, 2021 at 6:34 am said:\nI have seen the barges wait.\n\n"
        "Pike on May 9, 2021 at 7:34 am said:\nSo have I, and for nine days now."
    )
    assert not sources(f"{TITLE}\n\nMay 4, 2021\n\n{TEXT}\n\n{said}\n")[0].authors


@pytest.mark.parametrize(
    "line",
    [
        "Staff Picks",
        "Show Caption",
        "White House",
        "Real Estate",
        "Media Contact",
        "The Editorial Board",
        "Photos by Ana Tarn",
        "More by Ana Tarn",
    ],
)
def test_a_button_or_a_section_is_nobody(line: str) -> None:
    """What a page calls its parts is neither an author nor an outlet, between a title and a day, too."""
    found = source_of(f"{TITLE}\n\n{line}\nMay 4, 2021\n\n{TEXT}")
    assert (found.authors, found.outlet) == ((), None)


@pytest.mark.parametrize("day", ["Ene 4, 2021", "Abr 4, 2021", "Ago 4, 2021", "Dic 4, 2021", "4 dic 2021"])
def test_a_line_with_a_short_month_right_under_a_headline_is_a_byline(day: str) -> None:
    """In small letters, as blogs write it, "por NAME | DAY | SECTION" is no second line of the headline."""
    text = "Las barcas de sal de Ardale esperan una esclusa nueva"
    body = (
        "Las barcas de sal de Ardale llevan nueve días a la espera de que se arregle la esclusa del río.\n\n"
        "Un guarda dijo que la esclusa se abriría otra vez el viernes, cuando llegue la compuerta nueva.\n"
    )
    source = source_of(f"{text}\npor Hilde Tarn | {day} | Opinión\n\n{body}")
    assert (source.title, source.authors) == (text, ("Hilde Tarn",))
    assert str(source.published).startswith("2021-")
