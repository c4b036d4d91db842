"""A figure of one place is none of the whole matter, and none that stands beside a body's name."""

from __future__ import annotations

from made_up_points import ask, labels, passage

from bot.answer import Kind

_THERE = "Hubo 10 personas fallecidas en la redada en la zona de Melmar, en la ciudad de Borvik."
_BESIDE = "Los de Melmar callan. Al menos 11 personas fallecieron en Lorvia, en el departamento de Ardale."


def values(*texts: str) -> list[set[str]]:
    """Return the labels of the cards of figures on how many died at Melmar."""
    fillers = [f"Los vecinos de Borvik recuerdan la noche {number}. Pasaron camiones." for number in range(6)]
    passages = [
        passage(text, f"t{number}", language="es") for number, text in enumerate([_THERE, *texts, *fillers])
    ]
    points = ask("¿Cuántos muertos hubo en Melmar?", *passages, language="es")
    return [set(labels(point)) for point in points if point.kind is Kind.FIGURE]


def test_the_total_of_all_places_is_none_of_one() -> None:
    """“In all” counts more than the place that is asked about, where the texts count at several."""
    total = "El barrio de Melmar recuerda. En total, 38 personas fallecieron en ese tiempo."
    assert values(_BESIDE, total) == []


def test_a_figure_of_two_places_is_none_of_one() -> None:
    """“The nights of Lorvia and Melmar left 18 dead” is no figure of Melmar."""
    assert values(_BESIDE, "Las noches de Lorvia y Melmar dejaron un saldo de 18 muertos.") == []


def test_a_body_named_after_a_place_is_no_place() -> None:
    """What stands beside “the Association of the Victims of Melmar” may have happened anywhere."""
    body = "Hubo 38 muertos. Rosa Ejemplo preside la Asociación de Víctimas de Melmar."
    assert values(body) == []


def test_another_at_its_own_place_is_no_part() -> None:
    """“In Lorvia 11 died. In Melmar another 12 died”: the 12 are all who died in Melmar."""
    other = f"{_BESIDE} En cercanías de Melmar, en la ciudad de Borvik, otras 12 personas fallecieron."
    assert values(other) == [{"«10»", "«12»"}]


def test_two_figures_of_the_place_differ() -> None:
    """Two sources that count at the place that is asked about make a card."""
    other = "Al menos 14 personas fallecieron en la zona de Melmar, en la ciudad de Borvik."
    assert values(other) == [{"«10»", "«Al menos 14»"}]
