"""What index.figures promises: amounts as intervals, what they count, what they hold for."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.figures import Figure, Hedge, Unit, find_figures

PIECES = (
    *(
        "46",
        "62",
        "7%",
        "3.5",
        "1,200",
        "1.200",
        "dozens",
        "of",
        "at",
        "least",
        "more",
        "than",
        "two",
        "hundred",
    ),
    *(
        "and",
        "-",
        "–",
        "between",
        "to",
        "people",
        "killed",
        "decenas",
        "de",
        "más",
        "mil",
        "y",
        "un",
        "una",
        "or",
    ),
    *("million", "(", ")", ",", ".", "$", "in", "Peru", "10:30", "Jan.", "5", "veintiún", "7-3", "if", "one"),
)


def only(text: str, language: str = "en") -> Figure:
    """Return the one figure of a text."""
    found = find_figures(text, language)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("Seven ministers left.", "en", 7, 7),
        ("Twenty-one ministers left.", "en", 21, 21),
        ("Two hundred and five ministers left.", "en", 205, 205),
        ("About 1,200 ministers left.", "en", 1080, 1320),
        ("At least 46 ministers left.", "en", 46, math.inf),
        ("More than 60 ministers left.", "en", 60, math.inf),
        ("62 or more ministers left.", "en", 62, math.inf),
        ("Up to 30 ministers left.", "en", 0, 30),
        ("Between 7 and 11 ministers left.", "en", 7, 11),
        ("Dozens of ministers left.", "en", 20, 99),
        ("Tens of thousands of ministers left.", "en", 20_000, 99_999),
        ("1.5 million ministers left.", "en", 1_500_000, 1_500_000),
        ("One million 672 thousand 45 ministers left.", "en", 1_672_045, 1_672_045),
        ("Se fueron 2 mil 500 ministros.", "es", 2_500, 2_500),
        ("Se fue un millón 700 mil ministros.", "es", 1_700_000, 1_700_000),
        ("Treinta y un ministros se fueron.", "es", 31, 31),
        ("Se fueron más de mil ministros.", "es", 1_000, math.inf),
        ("Se fueron 12.500 ministros.", "es", 12_500, 12_500),
        ("Se fueron entre dos y cuatro ministros.", "es", 2, 4),
        ("Se fueron decenas de ministros.", "es", 20, 99),
        ("Pasan de sesenta ministros.", "es", 60, math.inf),
        ("No llegan a 40 ministros.", "es", 0, 40),
        ("Rondan los 40 ministros.", "es", 36, 44),
        ("Superaron los 40 ministros.", "es", 40, math.inf),
        ("Pasan de 40 a 60 ministros.", "es", 60, 60),
        ("They fell short of 60 ministers.", "en", 54, 60),
        ("It is nearing 60 ministers.", "en", 54, 60),
    ],
)
def test_a_hedge_makes_an_interval(text: str, language: str, low: float, high: float) -> None:
    """Digits and words of both languages are read with their hedge as an interval."""
    figure = only(text, language)
    assert (figure.low, figure.high) == pytest.approx((low, high))
    assert figure.family == "ministers"


@pytest.mark.parametrize(
    "text",
    [
        "On Jan. 18, 2023 they met.",
        "They met at 10:19pm in Room 12.",
        "Article 113 was read.",
        "He died in flat 193.",
        "They were held in cell 12.",
        "The 18-month term began.",
        "See https://example.org/45/678 there.",
        "In 2021 it rained.",
        "The F-16 flew.",
    ],
)
def test_dates_times_and_names_are_no_figures(text: str) -> None:
    """A date, a time, a year, an age, an address or a number that is a name is no figure."""
    assert find_figures(text, "en") == ()


@pytest.mark.parametrize(
    ("text", "language", "families"),
    [
        ("The flood left 12 people dead and 30 people injured.", "en", ["deaths", "wounded"]),
        ("Five killed by the storm.", "en", ["deaths"]),
        ("The toll of the dead has risen to at least 46.", "en", ["deaths"]),
        ("Police arrested walkers and students, over 200 in all.", "en", ["arrests"]),
        ("Tens of thousands of citizens marched.", "en", ["crowd"]),
        ("The guild put the turnout at 5,000.", "en", ["crowd"]),
        ("El gremio cifró la participación en 5.000.", "es", ["crowd"]),
        # the month is no march, the march no month
        ("UPDATE 17 March: 11 people were treated.", "en", ["people"]),
        ("In March some 300 people were moved.", "en", ["people"]),
        ("Some 300 people were moved until 4 March 2022.", "en", ["people"]),
        ("They met in March, 2022, and 300 people were moved.", "en", ["people"]),
        ("At the March for Trees 300 people sang.", "en", ["crowd"]),
        ("The turnout was 61 percent.", "en", ["turnout"]),
        ("Some 5,000 abstained.", "en", [""]),
        ("A turnout of 5,000 saw 12 people killed.", "en", ["crowd", "deaths"]),
        ("Ana Ejemplo has an approval rating of 31 percent.", "en", ["approval"]),
        ("They tried to remove him three times.", "en", ["attempts"]),
        ("Murieron 19 personas y hubo 100 heridos.", "es", ["deaths", "wounded"]),
        ("It lasted 18 months in 14 countries.", "en", ["noun:month", "countries"]),
    ],
)
def test_a_number_is_of_the_family_of_what_it_counts(text: str, language: str, families: list[str]) -> None:
    """The counted noun or the event beside a number of people gives its family."""
    assert [figure.family for figure in find_figures(text, language)] == families


@pytest.mark.parametrize(
    ("text", "language", "families"),
    [
        ("At least 60 people, including guards, were injured at the gate.", "en", ["wounded"]),
        ("Nine people, including a girl, died in Ardale.", "en", ["deaths"]),
        ("Twelve miners, among them two women, were killed in Ardale.", "en", ["deaths", "people"]),
        ("Forty people — most of them pupils — have been arrested.", "en", ["arrests"]),
        ("Doce personas, entre ellas dos niños, murieron en Ardale.", "es", ["deaths", "people"]),
        ("Treinta mineros, la mayoría jóvenes, resultaron heridos.", "es", ["wounded"]),
        ("Unas 40 personas (incluidos 3 niños) fueron detenidas.", "es", ["arrests", "people"]),
        ("Eleven people, including the mayor, left. Two were hurt.", "en", ["people", "wounded"]),
        ("Nine people, including one who died last year, were paid.", "en", ["people"]),
    ],
)
def test_what_befell_people_is_told_behind_an_aside(text: str, language: str, families: list[str]) -> None:
    """An aside on some of those counted does not part the number from what befell them all."""
    assert [figure.family for figure in find_figures(text, language)] == families


def test_how_long_something_is_counts_nobody() -> None:
    """The weeks of "the two weeks-long sit-in" are none of the wounded beside them."""
    text = "More than 50 were injured as the two weeks-long sit-in went on."
    assert [figure.family for figure in find_figures(text, "en")] == ["wounded", ""]


def test_a_percentage_keeps_its_own_clause() -> None:
    """Of two percentages in a sentence each clause names its own holder."""
    text = "Her approval rating was 31 percent, while that of the council was about 10 percent."
    one, two = find_figures(text, "en")
    assert one.unit is two.unit is Unit.PERCENT
    assert "council" not in text[slice(*one.clause)]
    assert "council" in text[slice(*two.clause)]
    assert two.family == "approval"


def test_a_comma_ends_a_number_s_clause() -> None:
    """What stands behind a comma speaks of the next number."""
    text = "The storm killed 60 people, and hundreds were wounded."
    first, second = find_figures(text, "en")
    assert "wounded" not in text[slice(*first.clause)]
    assert (first.family, second.family) == ("deaths", "wounded")
    text = "It wounded 60, killing nobody."
    (figure,) = find_figures(text, "en")
    assert figure.family == "wounded"
    assert text[slice(*figure.clause)] == "It wounded 60"


def test_scope_tells_the_part_from_the_whole() -> None:
    """Place, day and part are read from the sentence; a total is marked as one."""
    part = only("On January 9 alone, at least 18 were killed in Springfield.")
    assert part.part
    assert part.places == ("Springfield",)
    assert part.day is not None
    assert (part.day.month, part.day.day) == (1, 9)
    assert only("The death toll has risen to 46.").total


def test_a_condition_is_no_count() -> None:
    """A number behind "if" was counted by nobody."""
    assert find_figures("The house falls if it refuses two cabinets.", "en") == ()


def test_articles_are_no_numbers() -> None:
    """Articles ("a", "un") count only behind "at least"; "one" counts before a counted noun."""
    assert find_figures("A president met a minister.", "en") == ()
    assert find_figures("Un presidente habló.", "es") == ()
    assert only("At least one death was reported.").hedge is Hedge.AT_LEAST


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(PIECES) | st.text(max_size=5),
        max_size=25,
    ),
    st.sampled_from(["en", "es", None]),
)
def test_any_text_gives_sound_figures(words: list[str], language: str | None) -> None:
    """Whatever the text, nothing is raised, spans lie within it and no interval is inverted."""
    text = " ".join(words)
    for figure in find_figures(text, language):
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.low <= figure.high
        assert figure.clause[0] <= figure.start
        assert figure.end <= figure.clause[1]
        assert figure.sentence[0] <= figure.start < figure.sentence[1]


def test_a_line_without_an_end_holds_no_figures() -> None:
    """What is too long for a sentence is not searched for figures; the sentence behind it is."""
    text = "46 people died, " * 300 + "and so on. At least 18 people died."
    assert [text[figure.start : figure.end] for figure in find_figures(text, "en")] == ["At least 18"]


def test_the_mark_of_a_note_is_no_part_of_a_number() -> None:
    """A raised figure behind a number is the mark of a note, and stops nothing."""
    assert only("The storm killed 46 million ¹ people in Arvel.").low == 46_000_000


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("On Monday 900 union members walked off the job.", "strikers"),
        ("She is one of 900 members nationwide out on strike.", "strikers"),
        ("Relief is due to 900 striking weavers.", "strikers"),
        ("A strike by 900 workers began.", "strikers"),
        ("Weavers walked out of all 900 US mills.", "noun:mill"),
        ("They shut 900 mills as drivers walked out.", "noun:mill"),
        ("After 900 days on strike they returned.", "noun:day"),
    ],
)
def test_who_is_on_strike_is_told_by_what_they_do(text: str, family: str) -> None:
    """Any people who walk off are counted as being on strike; mills and days are not."""
    (figure,) = find_figures(text, "en")
    assert (figure.family, figure.per) == (family, "")


def test_workers_paid_by_the_hour_are_no_rate() -> None:
    """“900 hourly workers” are not so many an hour."""
    (figure,) = find_figures("The firm lost 900 hourly workers.", "en")
    assert figure.per == ""
