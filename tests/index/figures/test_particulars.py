"""What narrows a count: two counts are of one thing only where it is the same."""

from __future__ import annotations

import pytest

from index.figures import Figure, find_figures


def figure_of(text: str, number: str, language: str) -> Figure:
    """Return the figure of a text that holds a number."""
    return next(each for each in find_figures(text, language) if number in text[each.start : each.end])


@pytest.mark.parametrize(
    ("text", "number", "language", "who"),
    [
        ("The minister spoke of 87 officers hurt in Ardale.", "87", "en", "police"),
        ("The ministry raised the injured officers to 412.", "412", "en", "police"),
        ("The blast wounded 12 children.", "12", "en", "children"),
        ("Police said that 12 people were hurt.", "12", "en", ""),
        ("More than 30 farmers were killed by soldiers.", "30", "en", ""),
        ("El ministerio elevó a 412 los agentes heridos.", "412", "es", "police"),
        ("Hubo 9 periodistas detenidos.", "9", "es", "journalists"),
        ("La policía hirió a 14 vecinos.", "14", "es", ""),
    ],
)
def test_a_figure_counts_its_own_people(text: str, number: str, language: str, who: str) -> None:
    """A group counted for itself is kept; who did it, or who says it, is not who is counted."""
    assert figure_of(text, number, language).who == who


@pytest.mark.parametrize(
    ("text", "number", "language"),
    [
        ("Of the 44 dead, 31 were shot.", "31", "en"),
        ("She said that of the 44 dead, 31 came from Ardale.", "31", "en"),
        ("Precisó que de las 44 personas heridas 31 son de Ardale.", "31", "es"),
        ("Los seis heridos restantes siguen graves.", "seis", "es"),
        ("The six wounded remaining in Ardale are stable.", "six", "en"),
        ("Prosecutors are investigating seven deaths.", "seven", "en"),
        ("He counted 506 officers hurt and 306 civilians hurt.", "306", "en"),
        ("Hubo 19 policías y 14 guardias civiles heridos.", "14", "es"),
        ("De los 44 homicidios, 31 fueron con arma de fuego.", "31", "es"),
        ("El fiscal investiga siete muertes.", "siete", "es"),
    ],
)
def test_a_part_is_no_whole(text: str, number: str, language: str) -> None:
    """Some of a larger number, and each of two addends, are parts."""
    assert figure_of(text, number, language).part


@pytest.mark.parametrize(
    ("text", "number", "language"),
    [
        ("He planted several devices, including a bomb that wounded 31 people in Ardale.", "31", "en"),
        ("The court spoke of attacks, among them a blast which killed 12 people.", "12", "en"),
        ("Colocó varios artefactos, entre ellos una bomba que hirió a 31 personas.", "31", "es"),
    ],
)
def test_a_whole_is_no_part_of_what_is_listed_before_it(text: str, number: str, language: str) -> None:
    """Of several things one is named, and what it did is counted in full."""
    assert not figure_of(text, number, language).part


def test_what_might_be_is_not_counted() -> None:
    """Behind a condition, however far in front, nobody has counted anything."""
    text = "He said that if real bullets were fired, one bullet had the power to kill three people."
    assert not [each for each in find_figures(text, "en") if each.family == "deaths"]


def test_two_things_counted_together_are_neither() -> None:
    """A number of "killed or wounded" counts neither the killed nor the wounded."""
    assert figure_of("More than 200 people were killed or wounded.", "200", "en").mixed
    assert not figure_of("Some 50 people were killed and 53 wounded.", "50", "en").mixed


def test_a_sum_counts_the_people_of_its_addends() -> None:
    """A bare number that sums up the two before it counts the same people."""
    text = "Resultaron heridos 55 efectivos de la guardia civil y 65 agentes. Es decir, 120 lesionados."
    assert figure_of(text, "120", "es").who == "police"


@pytest.mark.parametrize(
    ("text", "number", "language", "per", "deed"),
    [
        ("The strike cost Acme about 50 million dollars a day.", "50 million", "en", "day", "lost"),
        ("Acme promised to invest $7 billion.", "7 billion", "en", "", "promised"),
        ("La huelga costó a Acme 5 millones de euros al día.", "5 millones", "es", "day", "lost"),
    ],
)
def test_money_tells_what_was_done_with_it(
    text: str, number: str, language: str, per: str, deed: str
) -> None:
    """What was lost is not what was promised, and a loss a day is no loss in all."""
    figure = figure_of(text, number, language)
    assert (figure.per, figure.deed) == (per, deed)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("One and a half million people marched.", "en", 1_500_000),
        ("Marcharon dos millones y medio de personas.", "es", 2_500_000),
        ("There were 3 and a half million voters.", "en", 3_500_000),
    ],
)
def test_halves_are_read(text: str, language: str, value: int) -> None:
    """A half behind a number, or before its million, counts."""
    (figure,) = find_figures(text, language)
    assert figure.low == value


def test_cases_of_anything_are_no_infections() -> None:
    """What is called "cases" are infections only where they are said to be."""
    assert figure_of("Se registraron 17 casos de fraude.", "17", "es").family != "infections"
    assert figure_of("There are 40 confirmed cases.", "40", "en").family == "infections"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In Keld 12 children and four teachers were killed.", "en"),
        ("Crews pulled the bodies of 12 children and four adults from the mill.", "en"),
        ("En Keld, donde 12 menores y cuatro adultos han muerto, siguen buscando.", "es"),
        ("Se han recuperado los cuerpos de 12 niños y cuatro adultos en Keld.", "es"),
        ("Hasta ahora 12 niños perdieron la vida y cuatro adultos fallecieron en Keld.", "es"),
    ],
)
def test_children_who_died_are_counted_as_such_beside_others(text: str, language: str) -> None:
    """What befell two groups befell the first, too; all children who died are no part of those who did."""
    found = figure_of(text, "12", language)
    assert (found.family, found.who, found.part) == ("deaths", "children", False)
