"""Descriptions and subjects left out: who is meant is named only where one person can be."""

from __future__ import annotations

import pytest

from tests.index.voices.made_up_speech import speakers_of


def _last(*texts: str) -> str | None:
    """Return who speaks last in the paragraphs of an article."""
    rows = [row for row in speakers_of(*texts, language="es") if row]
    return rows[-1][-1]


@pytest.mark.parametrize(
    ("texts", "speaker"),
    [
        (["La presidenta Irma Soto llegó. “No firmaré nada aquí”, sostuvo la mandataria."], "Irma Soto"),
        (["El senador Raúl Vinces habló.", "“Hay pruebas de ello”, afirmó el legislador."], "Raúl Vinces"),
        (["Raúl Vinces, ministro de Obras, habló. El ministro dijo que hay pruebas."], "Raúl Vinces"),
        # the gender, the office and what completes it must agree
        (["La presidenta Irma Soto llegó. “No firmaré nada aquí”, dijo el mandatario."], "el mandatario"),
        (["El papa vio al presidente Raúl Vinces. “Recen por él”, pidió el pontífice."], "el pontífice"),
        (
            ["El ministro de Obras, Raúl Vinces, fue. El ministro de Pesca dijo que no hay acuerdo."],
            "El ministro de Pesca",
        ),
        # whoever alone is named nearby; not where his office is another
        (
            ["Ayer habló Raúl Vinces.", "“Hay pruebas de ello”, dijo el dirigente de izquierda."],
            "Raúl Vinces",
        ),
        (["Ayer habló el juez Raúl Vinces.", "“Hay pruebas de ello”, dijo el político."], "el político"),
        # an office in no list, one of two beside a name, and the leader of whom a chief is
        (["El exfiscal Raúl Vinces llegó.", "“Hay pruebas de ello”, dijo el exfiscal."], "Raúl Vinces"),
        (["El exfiscal y senador, Raúl Vinces, fue. “Hay acuerdo ya”, dijo el exfiscal."], "Raúl Vinces"),
        (["El exfiscal y el senador Raúl Vinces van. “Hay acuerdo ya”, dijo el exfiscal."], "el exfiscal"),
        (["El jefe del gremio, Raúl Vinces, fue. “Hay acuerdo ya”, dijo el líder gremial."], "Raúl Vinces"),
        # who left an office is not who holds it, nor is the man of one country that of another
        (
            [
                "El expresidente Raúl Vinces volvió.",
                "Lo vio el presidente actual, Joan Serra. “Hay pruebas de ello”, dijo el expresidente.",
            ],
            "Raúl Vinces",
        ),
        (
            ["El presidente peruano, Raúl Vinces, viajó. “Hay pruebas de ello”, dijo el político chileno."],
            "el político chileno",
        ),
        # a thing with its article is nobody who could be described
        (
            [
                "Los plazos están en el Calendario Fiscal.",
                "“Hay pruebas de ello”, dijo el dirigente de izquierda.",
            ],
            "el dirigente de izquierda",
        ),
        # of two nobody is chosen; a ministry is no minister
        (
            ["El ministro Raúl Vinces vio al ministro Joan Serra. “Hay acuerdo ya”, dijo el ministro."],
            "el ministro",
        ),
        (["El ministro de Economía viajó. “Hay acuerdo ya”, dijo el ministro."], "el ministro"),
        (
            [
                "La Defensoría del Lago halló 19 muertos, dijo la Defensoría del Lago.",
                "“Son 19”, dijo el organismo.",
            ],
            "Defensoría del Lago",
        ),
        # what stands in brackets parts no office from its name; initials stand for what is spelt out
        (
            ["La jefa de la Corte de Aguas (CA), Irma Soto, fue.", "La jefa de la CA dijo que hay pozos."],
            "Irma Soto",
        ),
        # a relative clause behind a description is no part of it
        (
            [
                "El presidente Raúl Vinces fue.",
                "“Hay prisa”, dijo el mandatario, quien agregó que no llueve.",
            ],
            "Raúl Vinces",
        ),
        # the president of another country is nobody's counterpart but his own
        (
            [
                "El presidente de Chile, Raúl Vinces, recibió a su homólogo de Cuba, Joan Serra.",
                "Vinces sonrió. “Hay pruebas de ello”, dijo el presidente cubano.",
            ],
            "Joan Serra",
        ),
        (
            ["El presidente de Chile, Raúl Vinces, fue. “Hay pruebas”, dijo el presidente cubano."],
            "el presidente cubano",
        ),
        # who has spoken all along, and not the president of another country who is only named
        (
            [
                "El presidente Raúl Vinces habló. “Hoy es un gran día”, dijo Vinces. “No hay marcha atrás”, "
                "agregó Vinces.",
                "Citó al presidente de Chile, Joan Serra. Luego el jefe de Estado dijo que hay pruebas.",
            ],
            "Raúl Vinces",
        ),
        # a standfirst that describes whom the text introduces below
        (
            ["El mandatario afirmó que habrá ayuda", "El presidente Raúl Vinces llegó ayer."],
            "Raúl Vinces",
        ),
        (
            [
                "El mandatario afirmó que habrá ayuda",
                "El presidente Raúl Vinces vio al presidente Joan Serra.",
            ],
            "El mandatario",
        ),
        # in "secretario general" nobody is a general; who spoke last, if he alone did, is "el dirigente"
        (
            ["El secretario general del club, Raúl Vinces, fue.", "El dirigente dijo que hay pozos."],
            "Raúl Vinces",
        ),
        (
            [
                "“Hay pozos nuevos aquí”, dijo Raúl Vinces.",
                "Los pozos siguen.",
                "El dirigente dijo que hay agua.",
            ],
            "Raúl Vinces",
        ),
        # of which town somebody is, where one person alone is named nearby
        (["Irma Soto ganó el oro ayer.", "“Hay que seguir así”, cuenta la cordobesa."], "Irma Soto"),
        (
            ["Irma Soto ganó a Eva Robles ayer.", "“Hay que seguir así”, cuenta la cordobesa."],
            "la cordobesa",
        ),
        # a body goes on by the first word of its name, where no other begins so
        (
            ["El Consejo de Aguas del Río opina.", "El consejo dijo que hay pozos."],
            "Consejo de Aguas del Río",
        ),
        (["El Ministerio de Obras opina.", "“Hay pozos nuevos”, dijo el Ministerio."], "Ministerio de Obras"),
        (
            ["El Consejo de Aguas y el Consejo de Obras opinan.", "El consejo dijo que hay pozos."],
            "El consejo",
        ),
    ],
)
def test_descriptions(texts: list[str], speaker: str) -> None:
    """A definite description stands for the one person nearby whose office it may name."""
    assert _last(*texts) == speaker


@pytest.mark.parametrize(
    ("texts", "speaker"),
    [
        # the one subject of the paragraph before
        (
            ["El ministro Raúl Vinces visitó el hospital.", "“Faltan camas y médicos”, reconoció."],
            "Raúl Vinces",
        ),
        # a subordinate clause of another does not take the word from who spoke before it
        (
            [
                "“No quiero choques”, dijo la ministra Irma Soto.",
                "Los choques entre amigos y rivales de Soto, de los que la oposición la acusó, siguen.",
                "“La marcha no acaba aquí”, advirtió con la voz rota.",
            ],
            "Irma Soto",
        ),
        # a figure's source does not go on
        (
            ["El alcalde Raúl Vinces habló a los 844 heridos, según el balance.", "“Gracias a todos”, dijo."],
            "Raúl Vinces",
        ),
        # two subjects
        (["El ministro Raúl Vinces y la jueza Irma Soto fueron.", "“El plazo vence hoy”, advirtió."], None),
    ],
)
def test_subjects_left_out(texts: list[str], speaker: str | None) -> None:
    """Who goes on is told by the last main clause, or by the one person the text is about."""
    assert _last(*texts) == speaker


def test_a_bare_quotation_between_two_speakers() -> None:
    """Where one was quoted and of another it is told what he says, a bare quotation is nobody's known."""
    texts = [
        "“No hay otra salida que la ley”, agregó Irma Soto.",
        "El secretario Raúl Vinces afirmó que el “golpe” lo dio Soto.",
        "“Yo compré los fusiles para cuidar a la gente.”",
    ]
    assert _last(*texts) is None
