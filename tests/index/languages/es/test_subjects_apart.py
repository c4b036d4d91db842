"""Spanish subjects that something stands before: complements, inserts, places of publishing, times."""

from __future__ import annotations

import pytest

from tests.index.voices.made_up_speech import speakers_of


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“No hay dinero en la caja”, ha dicho, por su parte, la ministra, Elena Pazuel.", "Elena Pazuel"),
        ("“No hay dinero en la caja”, contó para Radio Valle, Irene Campol, delegada.", "Irene Campol"),
        ("“No hay dinero en la caja”, contó a Radio Valle Irene Campol, delegada.", "Irene Campol"),
        ("“No hay dinero en la caja”, dijo a EL SOL el ministro Diego Morante.", "Diego Morante"),
        ("“No hay dinero en la caja”, informó a senadores y ediles el fiscal Luis Orsi.", "Luis Orsi"),
        ("“No hay dinero en la caja”, sentenció, con gesto serio, la jueza Olga Neri.", "Olga Neri"),
        ("“No hay dinero en la caja”, indicaron este jueves fuentes del puerto.", "fuentes del puerto"),
        ("“No hay dinero en la caja”, dijo en entrevista con Foro Valle.", None),
        ("“No hay dinero en la caja”, explica a BBC Valle el profesor Tom Chen.", "Tom Chen"),
        ("“No hay dinero en la caja”, dijo la científica de datos Sofía Cano.", "Sofía Cano"),
        ("“No hay dinero en la caja”, dijo Tom Chen de la OMS.", "Tom Chen"),
        ("“No hay dinero en la caja”, dijo Tom Chen de la organización Casa Azul.", "Tom Chen"),
    ],
)
def test_after_the_verb(text: str, speaker: str | None) -> None:
    """To whom, where and how somebody speaks does not hide who; a station is not taken for him."""
    assert speakers_of(text, language="es")[0] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("El presidente de Aldea, Luis Orsi, en la red social X prometió que habrá luz.", "Luis Orsi"),
        ("La semana pasada Orsi Textil, la mayor del valle, anunció que cerrará en mayo.", "Orsi Textil"),
        ("El juez oyó a Ana Ribot, quien aseguró que nunca firmó el acta.", "Ana Ribot"),
        ("Aldea.- El alcalde del puerto de Aldea, Luis Orsi, informó que habrá luz.", "Luis Orsi"),
        ("Sobre la estrategia que sigue nuestra nación destacó: se avanza en una iniciativa.", None),
        ("Luis Orsi leyó una nota que pide que “se abra ya el puerto de la aldea”.", "Luis Orsi"),
        ("Declaración del alcalde Luis Orsi tras el voto: “No hay dinero en la caja”.", "Luis Orsi"),
        ("Frente al puerto el alcalde, el liberal Luis Orsi, dijo que habrá luz.", "Luis Orsi"),
        ("El país vive mal, pero la oposición denunció trampas y pidió su salida.", "la oposición"),
        ("De acuerdo con Luis Orsi cerca de 50.000 personas fueron a la plaza.", "Luis Orsi"),
        ("La obra continúa, envió un mensaje a la aldea: “Estamos con ustedes hoy”.", None),
        ("El consejero de Obras, Luis Orsi, acusó hoy al ex alcalde, Bruno Pla, de mentir.", "Luis Orsi"),
    ],
)
def test_before_the_verb(text: str, speaker: str | None) -> None:
    """A network, a time, an object and the subject of another clause are not the subject."""
    assert [each for each in speakers_of(text, language="es")[0] if each] == ([speaker] if speaker else [])


def test_a_body_with_initials_and_place() -> None:
    """The body speaks, not the place after its initials."""
    text = "El Consejo Electoral (CE) de Aldea anunció que la alcaldesa ganó."
    assert speakers_of(text, language="es")[0] == ["Consejo Electoral – CE"]


def test_one_of_several_is_not_all() -> None:
    """A plural verb has all its people, or none; a name joined by "y" is not one of its two people's."""
    text = "El edil Luis Orsi, director, y Ana Ribot, jefa de la Junta, indicaron que habrá luz."
    assert speakers_of(text, language="es")[0] == ["El edil Luis Orsi, director, y Ana Ribot"]
    text = "Un estudio de Nueva Aldea y Ribot salió ayer. Ribot dijo que habrá luz."
    assert speakers_of(text, language="es")[0] == ["Ribot"]
    text = "Ana Ribot y Luis Orsi salieron ayer. Ribot dijo que habrá luz."
    assert speakers_of(text, language="es")[0] == ["Ana Ribot"]
