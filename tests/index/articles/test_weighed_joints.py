"""Pages in one file that no single sign parts: all that tells for a joint is weighed together."""

from __future__ import annotations

import pytest
from made_up_pages import articles, sources

DAM = (
    "Crack in eastern wall closes the dam of Ardale",
    "The dam of Ardale was closed on Monday after a crack was found in its eastern wall, the keeper said.",
    "Nobody was hurt, and the villages below the dam were told to wait for word from the valley council.",
    "An engineer had written in spring that the wall would hold for twenty years, and he stands by that.",
    "The council meets on Thursday to decide whether the water of the dam is let out before winter comes.",
)
TRAM = (
    "Why the tram of Borvik runs without passengers",
    "The tram of Borvik stands empty on most days, and the drivers say so to anyone who asks them why.",
    "The mayor expects more passengers in summer, when the road along the lake is shut for the yearly fair.",
    "A ticket costs as much as a loaf of bread, and the town pays the other half of it, said the cashier.",
    "The builder answers that the line was finished in time and that empty carriages are not his business.",
)
PUENTE = (
    "El puente de Castromil se cierra por una grieta en su pilar",
    "El puente de Castromil se cerró el lunes después de que apareciera una grieta en su pilar del norte.",
    "Nadie resultó herido, y los vecinos del puente esperan que la alcaldía diga cuándo podrán cruzarlo.",
    "Una ingeniera había escrito en primavera que el pilar aguantaría veinte años y mantiene lo que dijo.",
    "El concejo se reúne el jueves para decidir si los camiones dejan de cruzar el puente hasta el verano.",
)
FERIA = (
    "La feria de Iriarte se queda sin ganado por segundo año",
    "La feria de Iriarte abrió el sábado sin ganado, y los criadores culpan a la sequía y a los precios.",
    "El ministerio promete pienso barato antes de mayo, aunque los criadores recuerdan otras promesas.",
    "Un ternero vale hoy la mitad que hace dos inviernos, según la lista que cuelga a la entrada.",
    "Los organizadores de la feria hablan de llevarla en otoño a los corrales nuevos, junto a la estación.",
)
PAIRS = pytest.mark.parametrize("one, other", [(DAM, TRAM), (TRAM, DAM), (PUENTE, FERIA), (FERIA, PUENTE)])
RULES = pytest.mark.parametrize("rule", ["---", "-----", "***", "* * *", "=====", "_____"])


def laid(page: tuple[str, ...]) -> str:
    """Return a page with an empty line between its paragraphs."""
    return "\n\n".join(page)


@PAIRS
@RULES
def test_a_short_rule_over_another_matter_parts_pages(
    rule: str, one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    """A rule of a few marks parts two pages where the text below speaks of something else."""
    found = sources(f"{laid(one)}\n\n{rule}\n\n{laid(other)}\n")
    assert [source.title for source in found] == [one[0], other[0]]


@pytest.mark.parametrize("page", [DAM, TRAM, PUENTE, FERIA])
@RULES
def test_a_rule_inside_a_text_parts_nothing(rule: str, page: tuple[str, ...]) -> None:
    """Rules between the sections of one text begin no page."""
    assert len(articles(f"{laid(page[:3])}\n\n{rule}\n\n{laid(page[3:])}\n")) == 1


@pytest.mark.parametrize(
    "one, end, begin, other",
    [
        (
            DAM,
            "About us\nPrivacy policy\n© 2021 Ardale Post",
            "Skip to content\nHome\nSports\nOpinion\nSearch",
            TRAM,
        ),
        (
            TRAM,
            "Contact us\nTerms of use\nBack to top",
            "Menu\nSubscribe\nLog in\nWorld\nBusiness\nWeather",
            DAM,
        ),
        (
            PUENTE,
            "Quiénes somos\nAviso legal\nPublicidad",
            "Ir al contenido\nInicio\nDeportes\nCultura",
            FERIA,
        ),
        (
            FERIA,
            "Política de privacidad\n© 2021 La Voz",
            "Menú\nPortada\nBuscar\nMundo\nEconomía\nEn vivo",
            PUENTE,
        ),
    ],
)
@pytest.mark.parametrize("gap", ["\n\n\n", "\n\n\n\n"])
def test_menus_below_the_last_lines_of_a_site_begin_a_page(
    gap: str, one: tuple[str, ...], end: str, begin: str, other: tuple[str, ...]
) -> None:
    """Between pages that were saved whole, the menus of one stand below the last lines of the other."""
    found = sources(f"{laid(one)}\n\n{end}{gap}{begin}\n\n{laid(other)}\n")
    assert [source.title for source in found] == [one[0], other[0]]


@pytest.mark.parametrize(
    "page, section",
    [
        (DAM, "The keeper of the dam"),
        (TRAM, "What a ticket costs"),
        (PUENTE, "El puente y sus camiones"),
        (FERIA, "Los criadores y la sequía"),
    ],
)
def test_the_heading_of_a_section_begins_no_page(page: tuple[str, ...], section: str) -> None:
    """A heading over what goes on with the matter of the text is a section's."""
    assert len(articles(f"{laid(page[:3])}\n\n{section}\n\n{laid(page[3:])}\n")) == 1
