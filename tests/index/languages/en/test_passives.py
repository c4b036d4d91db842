"""Reports without an active verb: passives, charges, a verb lost with its link, credits of linked items."""

from __future__ import annotations

import pytest

from index.model import Role
from tests.index.voices.made_up_speech import voices_of

Said = list[tuple[str | None, str, str]]


def _said(*texts: str, role: Role = Role.BODY) -> Said:
    rows = zip(texts, voices_of(*((role, text) for text in texts)), strict=True)
    return [(each.speaker, text[each.start : each.end], str(each.mode)) for text, row in rows for each in row]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whoever stands after "by" speaks; the words stand after it, or before it
        ("The plan was denounced by the union as “a farce.”", [("the union", "as “a farce.”", "mixed")]),
        ("The mayor was called “a hero” by the press.", [("the press", "“a hero”", "direct")]),
        ("The mayor was called a coward by critics.", [("critics", "a coward", "indirect")]),
        ("She was told by the police that it was late.", [("the police", "it was late.", "indirect")]),
        # what somebody is accused of is no part of the accuser's name
        ("He was accused by prosecutors of theft.", [("prosecutors", "of theft.", "indirect")]),
        # an apposition ends at its comma
        (
            "The plan, described by critics as a gift, was dropped.",
            [("critics", "as a gift", "indirect")],
        ),
        # "by" and a day, a means, or no words at all: nothing is reported
        ("The work was described by Monday as planned.", []),
        ("The plan was rejected by the council.", []),
        ("Guards, called to service by the governor, arrived.", []),
    ],
)
def test_passives(text: str, expected: Said) -> None:
    """In the passive the agent is the speaker."""
    assert _said(text) == expected


def test_charges() -> None:
    """A quoted charge is the words of an authority that the text does not name; a duty is nobody's."""
    text = "He was arrested and charged with “breaching the order” in May."
    assert _said(text) == [(None, "with “breaching the order”", "mixed")]
    duty = "She was charged with “keeping all the lights on” in the house."
    assert _said(duty) == []


def test_a_verb_lost_with_its_link() -> None:
    """An office, a name, an article and "as" with a quotation tell who judged, though the verb is lost."""
    text = "Springfield’s Mayor Muestra the vote on the pier as a “sad farce.”"
    assert _said(text) == [("Muestra", "the vote on the pier as a “sad farce.”", "mixed")]
    assert _said("Springfield’s Mayor Muestra hit the road as a “tourist.”") == []
    assert _said("The festival Mayor Muestra the second opened as a “tourist.”") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Support for the harbour all about mining companies – Bruno Muestra", "Bruno Muestra"),
        ("The Pier Must Go Now – Ana Ejemplo", "Ana Ejemplo"),
        ("Interview – Ana Ejemplo", None),
        ("Storms hit the coast of the island – Coast News", None),
    ],
)
def test_credits_of_linked_items(text: str, speaker: str | None) -> None:
    """A heading that ends with a dash and a person's name is that person's; the title itself is not."""
    assert [who for who, *_ in _said("Springfield", text, role=Role.HEADING)] == (
        [speaker] if speaker else []
    )
    assert _said(text, role=Role.HEADING) == []


def test_initials_of_world_bodies() -> None:
    """Well-known initials are shown with the name; the article's own spelling goes first."""
    assert _said("The OAS said it was late.")[0][0] == "Organization of American States – OAS"
    own = "The Owls and Songbirds (OAS) met. The OAS said it was late."
    assert _said(own)[0][0] != "Organization of American States – OAS"
