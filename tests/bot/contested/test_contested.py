"""What contested points promise: every side, neutral words, no false quarrels. All texts are made up."""

from __future__ import annotations

import pytest
from made_up_points import ask, copy_of, labels, of_kind, passage

from bot.answer import Kind
from bot.asking.query import make_query
from bot.contested import library_points, lone_source
from bot.contested.neutral import as_written, unlabelled
from index.framings import bundled
from index.model import Mode, Passage, Voice
from index.values import replace


def test_different_tolls_stand_side_by_side_by_date() -> None:
    """Figures of one family and scope are shown, oldest first, the same figure of two sources once."""
    (point,) = ask(
        "How many people were killed in the storm?",
        passage("The storm killed more than 60 people.", "c", "2023-01-28"),
        passage("The death toll of the storm has risen to at least 46.", "a", "2023-01-10"),
        passage("The storm has killed over 60 people.", "d", "2023-01-29"),
        passage("The storm left 30 people injured.", "e", "2023-01-11"),
    )
    assert point.kind is Kind.FIGURE
    assert labels(point) == ["“at least 46”", "“more than 60”"]
    assert [len(position.claims) for position in point.positions] == [1, 2]
    assert point.heading == "Number of deaths: figures of different days"


@pytest.mark.parametrize(
    "other",
    [
        "The storm lasted 18 months.",  # another thing counted
        "The storm killed 12 people in Springfield.",  # a part: one place
        "On May 5 alone the storm killed 9 people.",  # a part: one day
        "The storm killed 46 people.",  # the same
    ],
)
def test_figures_of_another_scope_or_thing_make_no_quarrel(other: str) -> None:
    """Only what counts the same thing in a compatible scope is compared."""
    points = ask(
        "How many people were killed in the storm?",
        passage("The storm killed 46 people.", "a"),
        passage(other, "b"),
    )
    assert of_kind(points, Kind.FIGURE) == []


def test_addends_never_meet_their_sum() -> None:
    """Two numbers that add up to a third are its parts; what rivals the sum stays."""
    (point,) = ask(
        "How many people were killed in the crashes?",
        passage("The crashes killed 346 people in all.", "a", "2023-01-10"),
        passage("The crashes killed 350 people.", "b", "2023-01-11"),
        passage("The crashes began at the quay, where 189 people were killed.", "c", "2023-01-12"),
        passage("The crashes ended at the mill, where 157 people were killed.", "d", "2023-01-13"),
    )
    assert labels(point) == ["“346”", "“350”"]


def test_one_voices_whole_and_part_are_no_quarrel() -> None:
    """Whom two texts quote with two numbers on one day counted two things: nothing is said to differ."""

    def told(text: str, article: str, said: str) -> Passage:
        start = text.index(said)
        voice = Voice(start, start + len(said), "Ada Penn", Mode.INDIRECT)
        return passage(text, article, "2021-05-02", (voice,))

    points = ask(
        "How many people died in the Keld fire?",
        told("The fire in Keld killed 12 people, Ada Penn said.", "a", "The fire in Keld killed 12 people"),
        told(
            "Nine people died in a hall in Keld, Ada Penn said.",
            "b",
            "Nine people died in a hall in Keld",
        ),
    )
    assert not [point for point in points if "differ" in point.heading]


def test_some_of_them_are_a_part() -> None:
    """A number behind "of them" counts some of those told of before."""
    points = ask(
        "How many people died in the Keld fire?",
        passage("The fire in Keld killed 12 people.", "a"),
        passage("Of them nine died in the hall in the Keld fire.", "b"),
        passage("De ellos, ocho murieron en la sala en el incendio de Keld.", "c", language="es"),
    )
    assert of_kind(points, Kind.FIGURE) == []


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("The mayor did not say that the storm killed 46 people.", None),
        ("The mayor denied that the storm killed 46 people.", None),
        ("It is not true that the storm killed 46 people.", None),
        ("It is false that the storm killed 46 people.", None),
        ("Nobody believes that the storm killed 46 people.", None),
        ("El alcalde no dijo que la tormenta mató a 46 personas.", None),
        ("No es cierto que la tormenta matara a 46 personas.", None),
        ("The mayor did not deny that the storm killed 46 people.", "“46”"),
        ("The mayor did not know that the storm had killed 46 people.", "“46”"),
        ("The mayor, who did not come, said that the storm killed 46 people.", "“46”"),
    ],
)
def test_a_figure_that_nobody_asserts_is_no_position(said: str, value: str | None) -> None:
    """What a source denies, or does not say, does not count as said by it."""
    points = ask(
        "How many people were killed in the storm?",
        passage("The storm killed 30 people.", "a"),
        passage(said, "b"),
    )
    found = [label for point in of_kind(points, Kind.FIGURE) for label in labels(point)]
    assert ("“46”" in found) == (value is not None)


def test_a_place_asked_for_is_the_scope() -> None:
    """When the question names a place, only figures for that place are shown."""
    (point,) = ask(
        "How many people died in Springfield?",
        passage("In Springfield 18 people died in the storm.", "a"),
        passage("The storm killed 19 people in Springfield.", "b"),
        passage("The storm has killed 46 people.", "c"),
    )
    assert labels(point) == ["“18”", "“19”"]


def test_the_only_place_is_the_place_of_all() -> None:
    """Where one place alone is named, by all, a figure that stands there counts the same as one without."""
    titled = passage("SPRINGFIELD: At least 14 people died when the river burst its banks.", "a")
    titled = replace(titled, source=replace(titled.source, title="Flood in Springfield"))
    there = passage("After the flood in Springfield, where 9 people have died, the council met.", "b")
    (point,) = of_kind(ask("How many people died in the flood?", titled, there), Kind.FIGURE)
    assert sorted(labels(point)) == ["“9”", "“At least 14”"]
    elsewhere = passage("The flood killed at least 14 people, and the river rose.", "a")
    assert of_kind(ask("How many people died in the flood?", elsewhere, there), Kind.FIGURE) == []


def test_percentages_of_different_holders_never_meet() -> None:
    """An approval of one is never set beside an approval of another."""
    points = ask(
        "What is the approval rating of the council?",
        passage("The mayor’s approval rating was 31 percent, that of the council was 9 percent.", "a"),
        passage(
            "The council has an approval rating of 10 percent. Ana Ejemplo’s approval is 40 percent.", "b"
        ),
        passage("The council, which has an approval rating of between 7% and 11%, met.", "c"),
    )
    assert labels(of_kind(points, Kind.FIGURE)[0]) == ["“9 percent”", "“10 percent”", "“between 7% and 11%”"]


def test_a_report_of_others_in_one_source_counts_as_a_voice() -> None:
    """One source that also brings another's figure shows both."""
    text = "There have been 56 deaths in the storm. Other reports put the number killed at 62 or more."
    (point,) = ask("How many people were killed in the storm?", passage(text, "a"))
    assert labels(point) == ["“56”", "“62 or more”"]


def test_different_days_of_one_event() -> None:
    """A question for a day is answered side by side where two sources name days that cannot be one."""
    points = ask(
        "When did the ambassador meet the minister of mining?",
        passage("On Jan. 18 the ambassador met the minister of mining.", "a", "2023-01-28"),
        passage("Last Thursday the ambassador met the mining minister.", "b", "2023-01-26"),
        passage("The river rose in spring.", "c"),
        passage("Schools opened again.", "d"),
        passage("A new bridge was built.", "e"),
    )
    assert labels(of_kind(points, Kind.FIGURE)[0]) == ["“Last Thursday”", "“Jan. 18”"]


def test_parts_of_a_whole_in_words() -> None:
    """Parts in words of one thing exclude each other: "all" and "primarily"."""
    points = ask(
        "Where does the cheese of Ruritania go?",
        passage("All goat cheese made in Ruritania goes to Freedonia.", "a"),
        passage("The goat cheese of Ruritania goes primarily to Freedonia as an export.", "b"),
        passage("The river rose in spring.", "c"),
        passage("Schools opened again.", "d"),
        passage("A new bridge was built.", "e"),
        passage("The bakery closed at noon.", "f"),
        passage("Buses ran late.", "g"),
    )
    assert labels(of_kind(points, Kind.FIGURE)[0]) == ["“All”", "“primarily”"]


def test_voices_stand_side_by_side_where_nothing_is_contested() -> None:
    """Two independent voices on what is asked are shown without a quarrel, in order of date and name."""
    (point,) = ask(
        "What about the new bridge in Springfield?",
        passage("The new bridge in Springfield is painted green.", "b", "2023-02-01"),
        passage("Children love the new bridge in Springfield.", "a", "2023-01-01"),
    )
    assert point.kind is Kind.VOICES
    assert labels(point) == ["Outlet a", "Outlet b"]
    assert point.heading == "What each source says about Springfield"


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("What do sources say of the shameful new bridge?", "What each source says"),
        ("Who thinks the new bridge is a disgrace?", "What each source says"),
        (
            "What do sources say of Springfield and its rot?",
            "What each source says about Springfield",
        ),
        ("¿Qué dicen las fuentes del vergonzoso puente?", "Qué dice cada fuente"),
        (
            "¿Qué dicen las fuentes del mal de Springfield?",
            "Qué dice cada fuente sobre Springfield",
        ),
    ],
)
def test_the_heading_of_voices_has_no_word_of_the_asker(question: str, heading: str) -> None:
    """A question's names may stand over the voices, its adjectives and nouns may not."""
    language = "es" if "¿" in question else "en"
    points = ask(
        question,
        passage("The new bridge in Springfield is painted green.", "b", "2023-02-01"),
        passage("El puente nuevo de Springfield es verde.", "c", "2023-02-02", language="es"),
        passage("Children love the new bridge in Springfield.", "a", "2023-01-01"),
        passage("Los niños adoran el puente de Springfield.", "d", "2023-01-03", language="es"),
        language=language,
    )
    assert [point.heading for point in of_kind(points, Kind.VOICES)] == [heading]


def test_a_lone_source_on_a_contested_matter_is_said_to_be_one() -> None:
    """Where a single source speaks on what is contested, the answer can say so; else it does not."""
    question = make_query("Was it a coup?")
    one = passage("The council called it a coup in Springfield.", "a")
    two = passage("The mayor called it an impeachment.", "b")
    assert lone_source(question, [one], [one], "en") == "Only one source in these documents speaks on this."
    assert lone_source(question, [one], [one, two], "en") is None
    ferry = passage("The ferry of Springfield was full.", "b")
    assert lone_source(question, [one, ferry], [one, ferry], "en") is None  # both are quoted
    bridge = passage("The new bridge is painted green.", "a")
    assert lone_source(make_query("Is the new bridge green?"), [bridge], [bridge], "en") is None


def test_several_texts_of_one_source_are_said_to_be_one() -> None:
    """Who is shown two texts of one author, or a text and its copy, is told that one source speaks."""
    question = make_query("Is the new bridge green?")
    one, other = (passage("The new bridge is green.", key) for key in "ab")
    signed = [replace(each, source=replace(each.source, authors=("Ada Muster",))) for each in (one, other)]
    copied = [one, replace(other, group="a")]
    only = "Only one source in these documents speaks on this."
    assert lone_source(question, signed, signed, "en") == only
    assert lone_source(question, copied, copied, "en") == only
    assert lone_source(question, [one, other], [one, other], "en") is None


def test_spanish_is_asked_and_answered_alike() -> None:
    """A Spanish question finds figures and framings of texts of both languages; its headings are Spanish."""
    storm = (
        passage("The storm killed 46 people.", "a"),
        passage("La tormenta dejó más de 60 muertos.", "b", language="es"),
    )
    (point,) = ask("¿Cuántas personas murieron en la tormenta?", *storm, language="es")
    assert point.heading == "Número de muertes: las cifras difieren"
    assert labels(point) == ["«46»", "«más de 60»"]
    words = (passage("It was a coup.", "a"), passage("Fue un autogolpe.", "b", language="es"))
    (framing,) = of_kind(ask("¿Fue un golpe de Estado?", *words, language="es"), Kind.FRAMING)
    assert labels(framing) == ["«coup»", "«autogolpe»"]


def test_an_acronym_finds_the_name_that_a_text_spells_out() -> None:
    """A voice that uses the full name of what the question abbreviates is shown too."""
    (point,) = ask(
        "What about the ORS?",
        passage("The Organization of Ruritanian States (ORS) met in spring.", "a"),
        passage("Nobody listens to the Organization of Ruritanian States any more.", "b"),
        passage("The river rose in spring.", "c"),
    )
    assert labels(point) == ["Outlet a", "Outlet b"]


def test_a_voice_does_not_repeat_itself_in_translation_or_by_its_title() -> None:
    """A voice's second sentence is neither a translation of its text nor the article's own title."""
    (point,) = ask(
        "What about the new bridge in Springfield?",
        passage("Report a. The new bridge in Springfield is green.", "a"),
        copy_of("a", passage("El new bridge in Springfield es verde.", "a2", language="es")),
        passage("Children love the new bridge in Springfield.", "b"),
    )
    assert [[claim.quote for claim in position.claims] for position in point.positions] == [
        ["The new bridge in Springfield is green."],
        ["Children love the new bridge in Springfield."],
    ]


def test_a_voice_that_begins_a_sentence_is_the_same_within_one() -> None:
    """One voice is shown once, however its name is written at the head of a sentence."""
    one = "The mayor said the new bridge in Springfield is late. The bridge is green, the mayor said."
    starts = (one.index("the new"), one.index("The bridge is"))
    voices = (
        Voice(starts[0], one.index(". ") + 1, "The mayor", Mode.INDIRECT, "said"),
        Voice(starts[1], one.rindex(","), "the mayor", Mode.INDIRECT, "said"),
    )
    points = ask(
        "What about the new bridge in Springfield?",
        passage(one, "b", "2023-02-01", voices),
        passage("Children love the new bridge in Springfield.", "a", "2023-01-01"),
    )
    assert [len(point.positions) for point in points] == [2]


def test_a_label_in_an_article_is_no_voice() -> None:
    """A word or two that head what follows say nothing of the matter."""
    points = ask(
        "What about the new bridge in Springfield?",
        passage("2. Bridge. The guild has forty boats.", "c", "2023-03-01"),
        passage("The new bridge in Springfield is painted green.", "b", "2023-02-01"),
        passage("Children love the new bridge in Springfield.", "a", "2023-01-01"),
    )
    assert [labels(point) for point in points] == [["Outlet a", "Outlet b"]]


def test_voices_on_the_subject_of_the_whole_library_use_a_label_too() -> None:
    """Asked with a label about what every text is about, only voices near a label stand side by side."""
    points = ask(
        "Was it a coup against Ejemplo?",
        passage("They called it a coup against Mayor Ejemplo in the square.", "a"),
        passage("The assembly impeached Mayor Ejemplo in the morning.", "b"),
        *(passage(f"Mayor Ejemplo opened bridge number {number}.", f"c{number}") for number in range(6)),
        passage("A speaker said that an impeachment is slow. Ejemplo laughed at the speaker.", "d"),
    )
    shown = [c.quote for p in points if p.kind is Kind.VOICES for side in p.positions for c in side.claims]
    assert not any("bridge" in quote for quote in shown)


def test_only_the_words_of_a_label_give_way_to_the_label_s_rivals() -> None:
    """Words beside a label stay, whatever label it is: also those that share a stem or a meaning with it."""
    framings = bundled()
    questions = ("Which governments like the new {0}?", "Why was the council dismissed after the {0}?")
    for question, rivals in zip(
        questions, (("regime", "elected government"), ("coup", "impeachment")), strict=True
    ):
        kept = [
            [word.text for word in unlabelled(make_query(question.format(rival)), framings).words]
            for rival in rivals
        ]
        assert kept[0] == kept[1]
        assert {"governments", "council"} & set(kept[0])


def test_copies_are_one_voice() -> None:
    """Two copies of one article are one source: no voices, no quarrel."""
    one = passage("The new bridge in Springfield is painted green.", "a")
    two = Passage(one.paragraph, one.source, (), 1.0, (), (), "a")
    assert ask("What about the new bridge in Springfield?", one, two) == ()


def test_the_points_of_a_library() -> None:
    """Without a question only figures of one place and labels beside one name are compared."""
    points = library_points(
        [
            passage("In Springfield 18 people were killed by the storm.", "a"),
            passage("The storm killed 19 people in Springfield.", "b"),
            passage("The storm killed 5 people in Shelbyville.", "c"),
            passage("They called it a coup against Mayor Ejemplo.", "d"),
            passage("There the assembly impeached Mayor Ejemplo.", "e"),
        ],
        "en",
    )
    assert [point.id for point in points] == ["figure-deaths-springfield", "removal-from-office"]
    assert points[0].heading == "Number of deaths: Springfield: the figures differ"
    assert points[1].heading.endswith(": Mayor Ejemplo")


def test_every_quote_is_a_slice_of_its_paragraph() -> None:
    """A claim is a contiguous slice of its document: whole sentences, a short one with the next."""
    text = "It rained.  The storm killed 46\npeople. Then it was over."
    (point,) = ask(
        "How many people were killed in the storm?",
        passage(text, "a"),
        passage("The storm killed 60 people.", "b"),
    )
    claim = point.positions[0].claims[0]
    assert " ".join(text[claim.start : claim.end].split()) == claim.quote
    assert claim.quote == "The storm killed 46 people. Then it was over."


def test_a_name_of_a_heading_is_written_as_the_texts_write_it() -> None:
    """In capitals and with accents as most do, an owner's mark left off; of several words, too."""
    texts = ["The ÁlvaREZ-Ejemplo plan", "McLago’s quay and MCLAGO", "McLago's mayor", "San Ejemplo is far"]
    assert as_written("mclago", texts) == "McLago"
    assert as_written("san ejemplo", texts) == "San Ejemplo"
    assert as_written("ogdenville", texts) == "Ogdenville"
