"""Heads as pages keep them: names in rows, lists and logos, days in lists of others, decks and letters."""

from __future__ import annotations

import pytest
from made_up_pages import source_of, sources

from index.articles.addresses import read_address
from index.articles.bylines import byline_of
from index.articles.outlet_words import origin_of, site_of

TITLE = "Salt barges of Ardale wait for a new lock"
TEXT = (
    "The salt barges of Ardale have waited nine days for the old lock to be mended, "
    "and nobody at all is glad of it.\n\n"
    "A keeper said that the lock would open again on Friday, when the new "
    "gate at last comes up from the foundry.\n\n"
    "Until then the salt is carried over the hill on carts, which costs "
    "its owners twice as much as ever before.\n"
)


@pytest.mark.parametrize(
    ("head", "foot", "outlet"),
    [
        ("By Ana Tarn\n\nPublished May 04, 2021\n\nQuayPost.org", "", "quaypost.org"),
        ("ANA TARN\n\nQuayPost.org", "", "quaypost.org"),
        ("By Ana Tarn", "(QuayPost.org)", "quaypost.org"),
        ("By Ana Tarn", "The Guardian - All News  |  Most Read", "The Guardian"),
        ("By Ana Tarn", "The Guardian / World / Rivers", "The Guardian"),
        ("By Ana Tarn", "The Guardian | Le Monde | Clarín", None),
        ("By Ana Tarn", "Valley News | Rivers", None),
    ],
)
def test_an_outlet_with_a_line_or_a_part_of_one_to_itself(head: str, foot: str, outlet: str | None) -> None:
    """A host alone, or the only listed name in a row over or below the text, names the site."""
    assert source_of(f"{TITLE}\n\n{head}\n\n{TEXT}\n\n{foot}\n").outlet == outlet


def test_an_outlet_of_which_the_text_speaks_is_its_topic() -> None:
    """A listed name in a row of tags is none where paragraph after paragraph speaks of it."""
    text = TEXT.replace("The salt", "El País says the salt").replace("A keeper", "El País and a keeper")
    assert (
        source_of(f"{TITLE}\n\n{text.replace('Until then', 'Until then El País')}\n\nEl País\n").outlet
        is None
    )


def test_an_outlet_in_a_row_with_the_day() -> None:
    """Between strokes, the part that is written like a newspaper's name is the outlet."""
    row = "Quayside Register | May 4, 2021 | Letter to the Editor"
    assert source_of(f"{row}\nPosted on May 4th, 2021\n\n{TEXT}").outlet == "Quayside Register"


def test_a_head_set_as_a_list_names_its_outlet() -> None:
    """Day and outlet as points of a list say what they say in lines of their own."""
    found = source_of(
        f"{TITLE}\n\n  • By\n  • | 3:05 p.m. May 4, 2021\n  • Quayside Observer\n  • Opinion\n\n{TEXT}"
    )
    assert (found.outlet, found.published) == ("Quayside Observer", "2021-05-04")


@pytest.mark.parametrize(("logo", "outlet"), [("Quayblick", "Quayblick"), ("Opinion", None)])
def test_a_name_twice_over_a_page_is_its_sites(logo: str, outlet: str | None) -> None:
    """A picture's name and the link under it name the site; a section and a word for any page do not."""
    assert source_of(f"{logo}\n{logo}\n\n{TITLE}\n\nBy Ana Tarn\n\n{TEXT}").outlet == outlet


def test_who_is_nobody_is_no_source() -> None:
    """News agencies without a name are no outlet, and a newsletter posts no text again."""
    assert origin_of("Source: News Agencies") is None
    assert origin_of("Fuente: agencias de noticias") is None
    assert site_of("Subscribe to Daily Newsletter :") is None
    assert source_of(
        f"{TITLE}\n\nPublished: Tuesday 4 May 2021\n\n{TEXT}\n\nSubscribe to Daily Newsletter :\n"
    ) == (source_of(f"{TITLE}\n\nPublished: Tuesday 4 May 2021\n\n{TEXT}"))


def test_a_listed_outlet_of_common_words_is_a_source() -> None:
    """A paper of the list is a source though each of its words stands in many papers' names."""
    text = "Las barcas de sal de Ardal llevan nueve días a la espera de que se repare la compuerta vieja.\n\n"
    found = source_of(f"La sal espera en Ardal\n\n{text}{text}Fuente: El Universal\n")
    assert found.outlet == "El Universal"


@pytest.mark.parametrize("name", ["June Hartwell", "Julio Tarn", "April Stone", "Abril Tarn"])
def test_a_first_name_may_be_a_months(name: str) -> None:
    """Whoever is called like a month signs as anybody else does."""
    for text in (f"By {name}", f"Por {name}", f"By {name}, June 5, 2019"):
        byline = byline_of(text)
        assert byline is not None
        assert byline.authors == (name,)
    assert byline_of("By June 2021") is None


@pytest.mark.parametrize(
    "line",
    [
        "There are at least four good reasons to mend the old lock before the winter of this year comes:",
        "A keeper of Ardale shows the old lock to the owners of the barges on Monday morning. The Guardian",
        "A keeper of Ardale shows the old lock to the owners of the barges on Monday. The Quay-Journal",
    ],
)
def test_what_leads_on_or_is_a_films_is_no_title(line: str) -> None:
    """A sentence that ends with a colon, and a film's text with whose it is behind, head no page."""
    assert source_of(f"Posted on May 4th, 2021\n\n{line}\n\n{TEXT}").title is None


def test_a_title_stands_over_its_deck() -> None:
    """A long line without a full stop below a headline is its deck, though the text says its words."""
    deck = (
        "The ten salt barges of Ardale that have waited longest for the old lock brought nine keepers, ten"
        " owners and some thirty carts to the foundry"
    )
    found = source_of(f"_\n_\n_\n\nFrom quay to hill\n\n{deck}\n\nElsa Tarn\n\n{TEXT}")
    assert found.title == "From quay to hill"


def test_days_behind_the_titles_of_others_are_theirs() -> None:
    """Lines of titles, each with its day, say nothing of the page below them."""
    titles = ("Tips for becoming a keeper", "Ten things to mend by winter", "How to oil a lock by hand")
    rows = "\n-\n".join(f"{title} - May 6, 2020" for title in titles)
    assert source_of(f"-\n{rows}\n{TITLE}\n{TEXT}").published is None


def test_who_signs_one_of_several_letters_wrote_but_that() -> None:
    """Below the name of one reader stands the heading of the next letter: nobody wrote them all."""
    letter, other = TEXT.replace("\n\n", " "), " ".join(TEXT.split("\n\n")[1:])
    letters = f"{letter}\n\nSergio Lucas Tarn. Puerto Ardal\n\nSanto keeper, the last of the lock\n\n{other}"
    assert not any(source.authors for source in sources(f"Readers on salt\n\n{letters}"))


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://ardale.example/21-02-2017/3157340", "2017-02-21"),
        ("https://ardale.example/21/02/2017/lock", "2017-02-21"),
        ("https://ardale.example/05-02-2017/3157340", None),
    ],
)
def test_a_day_with_dashes_in_a_path(url: str, day: str | None) -> None:
    """A part of a path that is a day is the text's, where its order is sure."""
    address = read_address(url)
    assert address is not None
    assert address.published == day


def test_a_labelled_day_in_a_head_run_into_its_text() -> None:
    """Of a page kept as one line, the day that is said to be of publication is its day."""
    line = (
        "Details Published: Friday, 22 September 2017 10:56 Hits: 22 World Salt barges wait. "
        + TEXT.replace("\n\n", " ")
    )
    assert [source.published for source in sources(f"https://ardale.example/n/4129\n\n{line}")] == [
        "2017-09-22"
    ]


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Quayside Post › World › Europe", "Quayside Post"),
        ("QuayBlick / News / International", "QuayBlick"),
        (
            "Quayside Post » Letters of our readers » Salt barges of Ardale wait for a new lock",
            "Quayside Post",
        ),
        ("Home » News » World", None),
        ("About Quayside Post", "Quayside Post"),
        ("Suscríbete a El Faro de Ardal", "El Faro de Ardal"),
        ("About the author", None),
        ("About Quayblick", None),
        ("“It is a shame”, she told Quayside Post", None),
    ],
)
def test_a_page_of_few_lines_names_its_site_but_once(line: str, outlet: str | None) -> None:
    """Where in its site a page stands, and what it asks of its readers, may name the site."""
    assert source_of(f"{TITLE}\n\n{TEXT}\n\n{line}\n").outlet == outlet


@pytest.mark.parametrize(
    ("end", "author"),
    [
        (".— Ana Lucas Tarn.", "Ana Lucas Tarn"),
        (".” — Ana Lucas Tarn", None),
        (". — Ana, keeper of Ardale", None),
    ],
)
def test_a_name_run_into_the_end_of_a_text_signs_it(end: str, author: str | None) -> None:
    """A dash and a name behind the last sentence sign a text; behind a quotation they say who spoke."""
    found = source_of(
        f"{TITLE}\n\n{TEXT.strip()[:-1]}{end}\n\nYour subscription is used on another device.\n"
    )
    assert found.authors == ((author,) if author else ())


@pytest.mark.parametrize("machine", ["staging", "es", "amp", "2025", "m.es", "www2"])
def test_a_machine_or_a_language_is_no_part_of_a_host(machine: str) -> None:
    """What stands before a site's host is left out where the host is shown as the outlet."""
    address = read_address(f"https://{machine}.quaypost.example/2021/05/04/salt")
    assert address is not None
    assert address.host == "quaypost.example"


def test_a_short_host_is_whole() -> None:
    """A host that has a language's letters for its name keeps them."""
    address = read_address("https://es.com/2021/05/04/salt")
    assert address is not None
    assert address.host == "es.com"


@pytest.mark.parametrize("thanks", ["Thank you all.", "Let us mend it.", "Gracias."])
def test_a_letter_is_signed_below_its_thanks(thanks: str) -> None:
    """A last short sentence between a letter and the name below it hides nobody."""
    letter = f"To the Editor:\n\n{TEXT}\n\n{thanks}\n\nEunice Tarn\n\n\nView Comments\n"
    assert source_of(f"{TITLE}\n\nStaff Writer\nQuayside Herald\n\n{letter}").authors == ("Eunice Tarn",)


def test_who_signs_a_letter_inside_a_text_did_not_write_it() -> None:
    """A name below the thanks of a letter that a report shows says who wrote the letter."""
    letter = f"Dear keepers,\n\n{TEXT}\n\nBe safe.\n\nEunice Tarn\n\nHead of Salt and Locks\n"
    report = (
        "The owners of the salt barges wrote to the keepers of the lock on Monday, and this is the letter."
    )
    assert source_of(f"{TITLE}\n\n{report}\n\n{letter}").authors == ()


def test_a_title_that_begins_with_a_name_is_no_author() -> None:
    """Words in capitals behind a name make a headline, whoever's name stands below it."""
    head = "Boris Vane Closed Harbour Unlawfully, UK High Court Finds\n\nORLO JJ MUSTER\n24 Sep 2019"
    source = sources(f"{TITLE}\n\nAna Brown\n23 Sep 2019\n\n{TEXT}\n\n\n{head}\n\n{TEXT}")[-1]
    assert source.title is not None and source.title.startswith("Boris Vane")
    assert not any("Boris" in name for name in source.authors)
