"""Sources that each keep to one side's word for a matter, with no name beside it."""

from __future__ import annotations

from made_up_points import copy_of, passage

from bot.contested import library_points
from index.model import Passage


def article(name: str, *texts: str) -> list[Passage]:
    """Return the paragraphs of one source."""
    rows = [passage(text, f"{name}{number}", "2021-03-04") for number, text in enumerate(texts)]
    return [copy_of(name, row) for row in rows]


def framings(*sources: list[Passage]) -> list[str]:
    """Return which framings a library's sources differ on."""
    points = library_points([row for source in sources for row in source], "en")
    return [point.id for point in points if point.kind == "framing"]


WHERE = (
    "Guards and weavers met at the Tisk mill in Ardale on Sunday, Olga Penn and Ivo Muster of Borvik said."
)
ONE = article("one", WHERE, "Everybody remembers the massacre.", "People fled after the massacre.")
OTHER = article("two", WHERE, "People were tired after the clash.", "Nobody knows who began the clash.")


def test_sources_that_keep_to_their_words_differ() -> None:
    """A massacre for one and a clash for another, told again and again of one event, is a point."""
    assert framings(ONE, OTHER) == ["force-against-people"]


def test_a_word_used_once_or_held_at_a_distance_is_nobodys() -> None:
    """One use may be of anything, and a word between marks is not the author's."""
    assert framings(ONE, article("two", WHERE, "Both sides were tired after the clash.")) == []
    marked = article("two", WHERE, "They spoke of a “clash” again.", "This “clash” is what they saw.")
    assert framings(ONE, marked) == []


def test_a_word_that_describes_another_is_none() -> None:
    """A clash of two sides is one, the clash report of an office is a report."""
    named = article("two", WHERE, "The clash report was long.", "Nobody read the clash report.")
    assert framings(ONE, named) == []


def test_words_told_of_nothing_in_common_are_of_two_matters() -> None:
    """Where no two sentences share a word beside the labels nobody knows that they are of one matter."""
    strange = article("two", WHERE, "Both sides were tired after the clash.", "Bread ran out in the clash.")
    assert framings(ONE, strange) == []
