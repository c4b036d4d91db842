"""Clippings kept in one file under heads of one make, posts set into a text, boxes signed by another."""

from __future__ import annotations

import pytest
from made_up_pages import source_of, sources

ONE = (
    "The salt barges of Ardale have waited nine days for the lock to be mended, and nobody is glad.\n\n"
    "A keeper said that the lock would open again on Friday, when the new gate comes from the hills.\n\n"
    "Until then the salt is carried over the ridge on sleds, which costs its owners twice as much as before."
)
TWO = (
    "The foundry of Lower Brell has promised the council that the gate will be cast before the frost.\n\n"
    "Its master told the council on Tuesday that iron is scarce, and that two of his five ovens are cold.\n\n"
    "The council has paid a third of the price and will pay the rest when the gate hangs in its frame."
)
THREE = (
    "Carters who bring goods over the hill have asked the owners for twice the wage of last spring.\n\n"
    "The owners answered that the lock will open soon and that nobody needs carters any more after that."
)
CLIPPINGS = (
    ("Salt barges of Ardale wait for a new lock", "Harbour Post", "May 4, 2021", "2021-05-04", ONE),
    ("Foundry of Lower Brell promises a gate", "Valley Register", "May 9, 2021", "2021-05-09", TWO),
    ("Carters on the hill ask for twice the wage", "The Ardale Times", "June 2, 2021", "2021-06-02", THREE),
)


@pytest.mark.parametrize("joint", ["\n\n", "\n\n---\n\n"])
@pytest.mark.parametrize(
    "head",
    [
        "{outlet}, {day}\n\n{title}",
        "{title}\n\n{outlet}, {day}",
        "{outlet}\n{day}\n{title}",
        "{outlet}\n\n{title}\n\nBy Ana Tarn\n\n{day}",
    ],
)
def test_clippings_under_heads_of_one_make(head: str, joint: str) -> None:
    """Each clipping has its own outlet, day and title, though no wider gap parts them."""
    file = joint.join(
        f"{head.format(title=title, outlet=outlet, day=day)}\n\n{text}"
        for title, outlet, day, _, text in CLIPPINGS
    )
    found = [(source.title, source.outlet, source.published) for source in sources(file)]
    assert found == [(title, outlet, day) for title, outlet, _, day, _ in CLIPPINGS]


def test_an_outlet_over_the_title_of_the_next_page() -> None:
    """It is none of the page above, whose byline names another."""
    above = f"The lock is a shame for all of Ardale\n\nBy Ana Tarn, Harbour Post\n\nMay 4, 2021\n\n{ONE}"
    below = f"Valley Register\n\nFoundry Promises Gate by Autumn\n\nBy Zork Muddle\n\nMay 9, 2021\n\n{TWO}"
    found = [(source.outlet, source.authors) for source in sources(f"{above}\n\n{below}\n")]
    assert found == [("Harbour Post", ("Ana Tarn",)), ("Valley Register", ("Zork Muddle",))]


def test_an_outlet_below_a_page_that_names_no_other() -> None:
    """It closes that page."""
    above = f"The lock is a shame for all of Ardale\n\nBy Ana Tarn\n\nMay 4, 2021\n\n{ONE}"
    below = f"Foundry Promises Gate by Autumn\n\nBy Zork Muddle\n\nMay 9, 2021\n\n{TWO}"
    found = [source.outlet for source in sources(f"{above}\n\nThe Guardian\n\n{below}\n")]
    assert found == ["The Guardian", None]


@pytest.mark.parametrize(
    "post",
    [
        "Shut again, and the keeper sleeps. We all wait for #salt\n\n\n\n— Zork Muddle (@zorkm) May 4, 2021",
        "The lock is shut again and the keeper of it sleeps\n\n\n\npic.twitter.com/ab12\n\n"
        "— Zork Muddle (@zorkm) May 4, 2021",
    ],
)
def test_a_post_with_gaps_around_it(post: str) -> None:
    """A page goes on below a post that its writer signs, however many empty lines are around it."""
    head = "Salt barges of Ardale wait for a new lock\n\nBy Ana Tarn\n\nHarbour Post\n\nMay 2, 2021"
    file = f"{head}\n\n{ONE}\n\n\n\n{post}\n\n\n\n{TWO}\n\n\n\n{post}\n\n\n\n{THREE}\n"
    assert [source.outlet for source in sources(file)] == ["Harbour Post"]


@pytest.mark.parametrize("author", ["", "By Hilde Brell\n\n"])
def test_a_box_signed_by_another(author: str) -> None:
    """Who signs a box inside a text wrote none of what stands below the next heading."""
    head = f"Salt barges of Ardale wait for a new lock\n\n{author}Harbour Post\n\nMay 2, 2021"
    box = f"Analysis\n\nBy Martin Tarn, Ardale correspondent\n\n{TWO.splitlines()[0]}"
    rest = "\n\n".join(TWO.split("\n\n")[1:])
    file = f"{head}\n\n{ONE}\n\n{THREE}\n\n{box}\n\nWhat happens next?\n\n{rest}\n"
    first, second, third = sources(file)
    assert second.authors == ("Martin Tarn",)
    assert (third.authors, third.outlet, third.published) == ((), first.outlet, first.published)


@pytest.mark.parametrize(
    ("byline", "outlet"),
    [
        ("By ARDALE Correspondent James Tarn", None),
        ("By Ardale correspondent James Tarn", None),
        ("By the BBC's James Tarn", "BBC"),
        ("By The Harbour Post's James Tarn", "Harbour Post"),
        ("By Quay Sport's James Tarn", None),
    ],
)
def test_an_office_or_an_outlet_before_a_name(byline: str, outlet: str | None) -> None:
    """Neither is of the name."""
    found = source_of(f"Salt barges of Ardale wait for a new lock\n\n{byline}\n\n{ONE}\n")
    assert (found.authors, found.outlet) == (("James Tarn",), outlet)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Ardale Post, 4 May 2021", "The Valley Herald, 5 May 2021"),
        ("El Diario de Ardale, 4 de mayo de 2021", "La Voz de Oske, 5 de mayo de 2021"),
        ("The Ardale Post | 4 May 2021", "The Valley Herald | 5 May 2021"),
    ],
)
def test_clippings_headed_by_outlet_and_day_alone_are_texts_of_their_own(
    gap: str, one: str, other: str
) -> None:
    """Where the first text has no head but its outlet and day, another such line begins another text."""
    found = sources(f"{one}{gap}{ONE}\n\n{other}{gap}{TWO}\n")
    assert [(each.outlet, each.published) for each in found] == [
        (one.split(",", maxsplit=1)[0].split(" |", maxsplit=1)[0], "2021-05-04"),
        (other.split(",", maxsplit=1)[0].split(" |", maxsplit=1)[0], "2021-05-05"),
    ]


def test_title_over_outlet_and_day_begins_a_page() -> None:
    """A second text behind one that is set alike: its title stands over a line of an outlet and a day."""
    found = sources(
        f"Crack closes the dam of Ardale\nThe Ardale Post, 4 May 2021\n\n{ONE}\n\n"
        f"What the bakers of Oske would do\nThe Valley Herald, 6 May 2021\n\n{TWO}\n"
    )
    assert [(each.title, each.outlet) for each in found] == [
        ("Crack closes the dam of Ardale", "The Ardale Post"),
        ("What the bakers of Oske would do", "The Valley Herald"),
    ]


@pytest.mark.parametrize(
    ("line", "link", "outlet"),
    [
        ("El Diario de Ardale (eda.example), Ardale, 12/11/2023", "https://www.eda.example/2023/presa", True),
        ("The Ardale Post (ardalepost.example), 12 November 2023", "https://ardalepost.example/x/dam", True),
        ("The Ardale Post (other.example), 12 November 2023", "https://eda.example/2023/dam-closed", False),
        ("Ana Borg (eda.example), 12 November 2023", "https://eda.example/2023/dam-closed", False),
    ],
)
def test_outlet_with_its_host_behind_its_name(line: str, link: str, outlet: bool) -> None:
    """A name over the host of the page's address is that site's; another's is not, nor is a person's."""
    (source,) = sources(f"Crack closes the dam of Ardale\n{line}\n{link}\n\n{ONE}\n")
    assert (source.outlet == line.split(" (", maxsplit=1)[0]) is outlet


def test_part_of_an_outlet_behind_its_name_is_no_part_of_it() -> None:
    """Over a day, in "The Ardale Times, The Margin": the outlet is what is surely one."""
    head = "Crack closes the dam of Ardale\nThe Ardale Times, The Margin\nMAY 4, 2021\nAna Borg"
    (source,) = sources(f"{head}\n\n{ONE}\n")
    assert (source.outlet, source.authors) == ("The Ardale Times", ("Ana Borg",))


@pytest.mark.parametrize(
    "post",
    [
        "Ardale Fire @ardalefire\nRoad along the lake closed. Stay home\n9:14 AM 4 May 2021",
        "Ardale Fire\n@ardalefire\nRoad along the lake closed. Stay home\n12 Retweets 30 Likes",
        "Council meets at nine tonight, bring your own chair\nCouncil of Ardale (@ardale) May 4, 2021",
        "Road along the lake closed. Stay home pic.example/x1\n— Ardale Fire (@ardalefire) May 4, 2021",
        "@ardalefire\nRoad along the lake closed. Stay home",
    ],
)
@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n\n"])
def test_posts_in_a_text_begin_no_page(post: str, gap: str) -> None:
    """However a post that a page shows is saved, and whatever gaps stand around it, the text goes on."""
    text = gap.join((*ONE.split("\n\n")[:2], post, *TWO.split("\n\n")))
    (source,) = sources(f"Crack closes the dam of Ardale\nBy Ana Borg\n4 May 2021\n\n{text}\n")
    assert (source.title, source.authors) == ("Crack closes the dam of Ardale", ("Ana Borg",))


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_addresses_that_close_their_texts_are_theirs(gap: str) -> None:
    """Where the address of each text stands right below it, each has its own, and by it its outlet."""
    one, two = "https://ardalepost.example/salt-barges-wait-lock", "https://valleyherald.example/foundry-gate"
    titles = ("Salt barges of Ardale wait for a new lock", "Foundry of Lower Brell promises a gate")
    found = sources(f"{titles[0]}\n\n{ONE}{gap}{one}\n\n{titles[1]}\n\n{TWO}{gap}{two}\n")
    assert [(each.title, each.url) for each in found] == [(titles[0], one), (titles[1], two)]
    assert [each.outlet for each in found] == ["ardalepost.example", "valleyherald.example"]
