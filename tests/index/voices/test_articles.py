"""What one paragraph says about the speech of another: blocks, posts, turns, names, pronouns."""

from __future__ import annotations

import pytest

from index.model import Mode, Role
from tests.index.voices.made_up_speech import speakers_of, voices_of

BODY, POST, NOTE, LISTING = Role.BODY, Role.POST, Role.NOTE, Role.LISTING


def test_only_text_has_voices() -> None:
    """Headings, captions, notes and junk have no voices."""
    speech = "“The bridge is safe,” Ana Ejemplo said."
    for role in (Role.HEADING, Role.CAPTION, Role.NOTE, Role.JUNK):
        assert voices_of((role, speech)) == [()]


def test_one_tuple_per_paragraph() -> None:
    """Every paragraph gets its tuple, in order, empty ones included."""
    assert [len(voices) for voices in voices_of("", "It rained.", "“It is very late now,” Ana said.")] == [
        0,
        0,
        1,
    ]


def test_post_belongs_to_its_signature() -> None:
    """Posts in a row are spoken by whoever signs the note after them; without a signature by nobody."""
    note = (NOTE, "— Ana Ejemplo (@anaejemplo) May 4, 2020")
    first, second, third = voices_of((POST, "The bridge is closed."), (POST, "Again!"), note)
    assert [each.speaker for each in first + second] == ["Ana Ejemplo", "Ana Ejemplo"]
    assert (first[0].mode, first[0].start, first[0].end) == (Mode.DIRECT, 0, 21)
    assert third == ()
    assert voices_of((POST, "The bridge is closed."), "It rained.")[0] == ()


def test_block_announced_by_a_colon() -> None:
    """A paragraph after "stating:" is spoken whole by the subject; after a comma it is the author's."""
    block = "One sees what happens. They close the bridge."
    voices = voices_of("Mayor Ana Ejemplo made a speech, stating:", block, "It rained.")
    assert [(each.speaker, each.mode) for each in voices[1]] == [("Ana Ejemplo", Mode.DIRECT)]
    assert voices[2] == ()
    assert voices_of("Ana Ejemplo said in March,", block)[1] == ()


def test_list_announced_by_a_colon() -> None:
    """The items of a list are reported speech of whoever demands them."""
    voices = voices_of(
        "The protesters are demanding:",
        (LISTING, "• lower rents,"),
        (LISTING, "• and new elections."),
        "It rained.",
    )
    assert [[(each.speaker, each.mode) for each in item] for item in voices[1:]] == [
        [("The protesters", Mode.INDIRECT)],
        [("The protesters", Mode.INDIRECT)],
        [],
    ]


def test_dialogue() -> None:
    """Labels that come back make a dialogue; a heading with a colon does not."""
    lines = ["EJEMPLO: What do you want?", "BROWN: To go home now.", "EJEMPLO: And then?", "BROWN: Sleep."]
    assert speakers_of(*lines) == [["EJEMPLO"], ["BROWN"], ["EJEMPLO"], ["BROWN"]]
    assert speakers_of("Success: The bridge was built.", "It rained.") == [[], []]


def test_quotation_over_several_paragraphs() -> None:
    """A paragraph that opens with a mark goes on with the speaker before, until the author speaks."""
    voices = speakers_of(
        "“We are staying here,” Ana Ejemplo said. “We will not go and we will",
        "“never leave this town.",
        "It rained.",
        "“Some other words without a speaker.”",
    )
    assert voices == [["Ana Ejemplo", "Ana Ejemplo"], ["Ana Ejemplo"], [], [None]]


def test_signed_quotation() -> None:
    """A dash and a name after a quotation name its speaker."""
    assert speakers_of("“We are staying in this town.” — Ana Ejemplo, a teacher") == [["Ana Ejemplo"]]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("The minister met Laura Ejemplo on Monday.", "Laura Ejemplo"),
        ("It rained on Monday.", "Ejemplo"),
        ("Laura Ejemplo met Carlos Ejemplo on Monday.", "Ejemplo"),  # two people: nobody is chosen
    ],
)
def test_short_names(before: str, speaker: str) -> None:
    """A surname is given its full name when the article has exactly one for it."""
    assert speakers_of(before, "“The bridge is safe,” Ejemplo said.")[1] == [speaker]


def test_editors_names() -> None:
    """Full names given with the source resolve short ones."""
    assert speakers_of("“The bridge is safe,” Ejemplo said.", speakers=("Laura Ejemplo",)) == [
        ["Laura Ejemplo"]
    ]


def test_acronyms() -> None:
    """An acronym stands for the name the article gives with it, and the name for the acronym."""
    voices = speakers_of("The Union of Example Workers (UEW) met.", "“The bridge is safe,” UEW wrote.")
    assert voices[1] == ["Union of Example Workers – UEW"]
    voices = speakers_of("The Union of Example Workers (UEW) said it was late.")
    assert voices[0] == ["Union of Example Workers – UEW"]


@pytest.mark.parametrize(
    ("texts", "speaker"),
    [
        # who spoke last in the paragraph
        (["Laura Ejemplo said it was late. “We must all go home,” she added."], "Laura Ejemplo"),
        # who spoke last in the paragraph before
        (["Laura Ejemplo said it was late.", "“We must all go home,” she added."], "Laura Ejemplo"),
        # the one person named before, when she is the subject
        (["Laura Ejemplo came home. “We must all go home,” she said."], "Laura Ejemplo"),
        # gender excludes the other
        (["Carlos Brown met Laura Ejemplo. “We must all go home,” he said."], "Carlos Brown"),
        # two who fit
        (["Laura Ejemplo and Maria Brown came home. “We must all go home,” she said."], None),
        # nobody of that gender
        (["Laura Ejemplo came home. “We must all go home,” he said."], None),
        # a name inside the quotation is not in reach
        (["“Laura Ejemplo must go home now,” she said."], None),
        # an office spoken of in between
        (["Carlos Brown came. Then the minister left. “We must all go home,” he said."], None),
        # several for "they"
        (["Peru and Chile said it was late.", "“We must all go home,” they added."], "Peru and Chile"),
    ],
)
def test_pronouns(texts: list[str], speaker: str | None) -> None:
    """A pronoun is given a name only when one person is in reach; the mention stays as worded."""
    last = voices_of(*texts)[-1][-1]
    assert last.speaker == speaker
    assert last.mention in ("he", "she", "they")


def test_reading_depends_on_the_article_alone() -> None:
    """The same article has the same voices, whatever was read before."""
    texts = ["Laura Ejemplo said it was late.", "“We must all go home,” she added."]
    first = voices_of(*texts)
    voices_of("Maria Brown said it was early.")
    assert voices_of(*texts) == first


def test_a_quoted_paragraph_without_a_name_goes_on_with_who_spoke() -> None:
    """Several paragraphs of one speaker's words need no new "she said", as long as nobody else speaks."""
    first = "Rosa Quist said that the quay had been sold."
    rest = ("“They give away the whole quay.”", "“We will read every page of it in May.”")
    assert speakers_of(first, *rest) == [["Rosa Quist"]] * 3
