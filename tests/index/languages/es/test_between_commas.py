"""Whose the name between commas is, and who speaks where others stand beside him."""

from __future__ import annotations

import pytest

from tests.index.voices.made_up_speech import Said, said_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "En compañía del subsecretario de Obras, Omar Muestra, el vocero de los buzos, Luis Modelo, "
            "aclaró que el muelle resiste todavía.",
            ("Luis Modelo", "el muelle resiste todavía."),
        ),
        (
            "A diez años del derrumbe, fecha en que la junta de Ana Ejemplo anunció la compra del muelle, "
            "el gobernador limeño, Omar Muestra, destacó que por ella hay barcos.",
            ("Omar Muestra", "por ella hay barcos."),
        ),
        (
            "Tanto la entrenadora, Ana Ejemplo, como el médico del club, Omar Muestra, coincidieron ayer en "
            "que la portera no debió volver.",
            (
                "Tanto la entrenadora, Ana Ejemplo, como el médico del club, Omar Muestra",
                "la portera no debió volver.",
            ),
        ),
        (
            "En su momento Omar Muestra, entonces viceministro de Obras, aseguró que el muelle aguantaría "
            "todos los barcos.",
            ("Omar Muestra", "el muelle aguantaría todos los barcos."),
        ),
    ],
)
def test_name_beside_his_office(text: str, expected: tuple[str, str]) -> None:
    """A name between commas right before the verb is of the office before it, not of others named earlier."""
    assert expected in said_in(text, language="es")
    assert [name for name, words in said_in(text, language="es") if words == expected[1]] == [expected[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "«Pedimos un muelle nuevo», dijo el maestro en una carta al consejero de Obras, Omar Muestra.",
            [("el maestro", "«Pedimos un muelle nuevo»")],
        ),
        (
            "«Pedimos un muelle nuevo», escribió en una carta dirigida a la consejera de Obras, Ana Ejemplo.",
            [(None, "«Pedimos un muelle nuevo»")],
        ),
        (
            "«Pedimos un muelle nuevo», dicen ochenta maestros en una carta al consejero, Omar Muestra.",
            [("ochenta maestros", "«Pedimos un muelle nuevo»")],
        ),
        (
            "«Pedimos un muelle nuevo», dijo junto al ministro, Omar Muestra, la alcaldesa Ana Ejemplo.",
            [("Ana Ejemplo", "«Pedimos un muelle nuevo»")],
        ),
        (
            "«Pedimos un muelle nuevo», declaró al salir del juzgado su abogado, Omar Muestra.",
            [("Omar Muestra", "«Pedimos un muelle nuevo»")],
        ),
    ],
)
def test_hearer_is_no_speaker(text: str, expected: Said) -> None:
    """Whom a letter or a word is addressed to is not named as who says it."""
    assert said_in(text, language="es") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "El gremio acusó a la junta de haber escondido un peritaje viejo y los vecinos dijeron que "
            "ella calló por miedo.",
            "los vecinos",
        ),
        (
            "Ana Ejemplo dijo que el muelle es viejo. El responsable de la Guardia Sur se ha referido a la "
            "“actitud de espera” de los barcos y ha insistido en que nadie miró el muelle.",
            "El responsable de la Guardia Sur",
        ),
    ],
)
def test_own_subject_of_a_clause(text: str, expected: str) -> None:
    """A clause behind "y" has its own subject: neither the object before it nor who spoke last."""
    assert said_in(text, language="es")[-1][0] == expected


def test_joined_texts_are_no_speaker() -> None:
    """A text and an event joined by "y" behind a preposition tell of no speaker for a clause about them."""
    text = (
        "Ayer votaron tras la denuncia de la liga y las protestas del puerto, que tacharon de farsa el plan."
    )
    assert said_in(text, language="es") == []


@pytest.mark.parametrize(
    "text",
    [
        "Es el muelle que pidieron los vecinos que viven junto a la playa vieja.",
        "Hay cien quejas, que han reportado los guardas de la junta que han visto los barcos.",
        "Molesto por el ruido, que coincide además con la subida del pan, el alcalde abrió la mano: primero "
        "calló y después salió al balcón.",
        "Estos resultados ratifican la primera versión de la junta.",
    ],
)
def test_own_words_of_the_author(text: str) -> None:
    """What the author tells about a thing, its makers or findings he points at is nobody's speech."""
    assert said_in(text, language="es") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "El muelle es caro y feo, según el informe de la liga, hecho público este miércoles.",
            [("el informe de la liga", "El muelle es caro y feo")],
        ),
        (
            "El muelle es caro y feo, según contaron varios vecinos, entre ellos el buzo Omar Muestra.",
            [("varios vecinos", "El muelle es caro y feo")],
        ),
        (
            "Según el informe de la liga, hecho público este miércoles, el muelle es caro y feo.",
            [("el informe de la liga", "el muelle es caro y feo.")],
        ),
        (
            "El dueño, Omar Muestra, dice que el muelle abrirá en mayo, una promesa que no ha cumplido.",
            [("Omar Muestra", "el muelle abrirá en mayo")],
        ),
        (
            "El muelle fue, según la junta, terminado en mayo por los vecinos.",
            [("la junta", "El muelle fue"), ("la junta", "terminado en mayo por los vecinos.")],
        ),
    ],
)
def test_what_a_source_is(text: str, expected: Said) -> None:
    """Words that tell what a source is, or judge what it said, are the author's."""
    assert said_in(text, language="es") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Según la Liga, el Club Sol y Ana Ejemplo, en mayo cayó el muelle.",
            "la Liga, el Club Sol y Ana Ejemplo",
        ),
        ("Según Ana Ejemplo, Omar Muestra y los vecinos comen junto al muelle.", "Ana Ejemplo"),
    ],
)
def test_several_sources(text: str, expected: str) -> None:
    """Of several sources in a row all are named, and nobody of whom the first one only tells."""
    assert [name for name, _ in said_in(text, language="es")] == [expected]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            [
                "“No dice cuándo ni dónde cayó”, critican los vecinos.",
                "Además, piden que la junta lo aclare ya.",
            ],
            "los vecinos",
        ),
        (["La SJX pidió otro informe a la junta.", "“No hay pruebas de ello en el puerto”, indican."], "SJX"),
        (
            [
                "El buzo, Omar Muestra, citado por Ana Ejemplo, dio su dictamen: “Nada cayó del muelle”.",
                "Y agregó: “Nadie miró debajo del agua”.",
            ],
            "Omar Muestra",
        ),
    ],
)
def test_goes_on_in_the_plural(texts: list[str], expected: str) -> None:
    """Who spoke goes on in the next paragraph: several people, a body known by letters, who gave his view."""
    assert said_in(*texts, language="es")[-1][0] == expected


def test_doubled_letters_end_no_sentence() -> None:
    """A doubled abbreviation of a plural ends no sentence: "DD. HH."."""
    text = "Otras ligas de DD. HH. estiman que el muelle costó dos mil monedas de oro."
    assert said_in(text, language="es") == [
        ("Otras ligas de DD. HH", "el muelle costó dos mil monedas de oro.")
    ]


def test_a_text_holds_words() -> None:
    """A text speaks with "recoge" beside its words; somebody who gathers things says nothing."""
    text = "«No consta que nadie mirara los frenos», recoge la sentencia de la jueza Ana Ejemplo."
    assert said_in(text, language="es")[0][0] == "la sentencia de la jueza Ana Ejemplo"
    assert said_in("La alcaldesa recoge firmas y el perro que vive allí duerme en casa.", language="es") == []


@pytest.mark.parametrize(
    "text",
    [
        "Omar Muestra, vicepresidente de la firma Sol Naciente, de Aldea, dijo que el muelle es feo y caro.",
        "Omar Muestra, vicepresidente de la firma Sol Naciente, que pintó el muelle, dijo que es feo y caro.",
        "La Hoja divulgó unas declaraciones del edil Omar Muestra, en las que calificó de “farsa” el muelle.",
    ],
)
def test_body_at_the_end_is_not_the_speaker(text: str) -> None:
    """Who holds an office, or whose a text is, speaks: not his body, not the paper that prints it."""
    assert [name for name, _ in said_in(text, language="es")] == ["Omar Muestra"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Al pedirle que aclare si el muelle cerrará en mayo, Omar Muestra respondió que no lo sabía.",
            [("Omar Muestra", "no lo sabía.")],
        ),
        ("El jefe de obras insiste en presentarle una muchacha que hará maravillas en la playa.", []),
        (
            "El alcalde acusó a Omar Muestra de mover las barcas al afirmar que nadie miraba el muelle.",
            [
                ("El alcalde", "a Omar Muestra de mover las barcas"),
                ("El alcalde", "nadie miraba el muelle."),
            ],
        ),
    ],
)
def test_infinitives(text: str, expected: Said) -> None:
    """Who is asked has not asked, what is done to somebody is no speech, and "al" ends no words."""
    assert said_in(text, language="es") == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Pero la liga se distanció del informe al asegurar que el muelle es feo y caro."], "la liga"),
        (
            [
                "El buzo Omar de la Torre llegó ayer al puerto de la aldea.",
                "De la Torre considera que el muelle es feo y caro.",
            ],
            "Omar de la Torre",
        ),
        (
            [
                "La jefa de la liga, Ana Ejemplo Crédito: Web",
                "Ayer la jefa de la liga, Ana Ejemplo, aseguró que el muelle es feo y caro.",
            ],
            "Ana Ejemplo",
        ),
    ],
)
def test_name_and_deed(texts: list[str], expected: str) -> None:
    """Who does something by saying so is named; a word for a picture's maker is no part of a name."""
    assert said_in(*texts, language="es")[-1][0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Llegaron quejas y las que, en el puerto, han reportado los guardas que han visto los barcos.",
            [],
        ),
        (
            'La liga retirará los barcos en mayo, informa hoy, jueves, el diario de la tarde, "La Hoja".',
            [('el diario de la tarde, "La Hoja"', "La liga retirará los barcos en mayo")],
        ),
        (
            "El muelle es feo y caro, según los vecinos o los turistas de la playa vieja.",
            [("los vecinos", "El muelle es feo y caro")],
        ),
        (
            "La Hoja vio bien el partido, considera el empate como “justo y necesario” para la liga.",
            [("Hoja", "bien el partido"), ("Hoja", "el empate como “justo y necesario” para la liga.")],
        ),
    ],
)
def test_whole_sources(text: str, expected: Said) -> None:
    """A paper has its name, a source no torn word; an object, and a clause about one, say nothing."""
    assert said_in(text, language="es") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ana Ejemplo lamentó que los barcos de la liga siguen siendo “viejos y feos” en el puerto.",
            [("Ana Ejemplo", "los barcos de la liga siguen siendo “viejos y feos” en el puerto.")],
        ),
        (
            "Ana Ejemplo cree que no basta, por lo que el club seguirá “buscando lo posible y lo imposible”.",
            [("Ana Ejemplo", "no basta, por lo que el club seguirá “buscando lo posible y lo imposible”.")],
        ),
        (
            "Ana Ejemplo ratificó que la junta de la isla seguirá con una defensa “firme” del muelle.",
            [("Ana Ejemplo", "la junta de la isla seguirá con una defensa “firme” del muelle.")],
        ),
        ("La junta acordó hoy dar un premio, por ser mayo, que irá a los buzos del puerto viejo.", []),
        (
            "Ayer, al abrir junto con el jefe de la liga, Omar Muestra, las nuevas obras del puerto, afirmó "
            "que el muelle es feo.",
            [(None, "el muelle es feo.")],
        ),
    ],
)
def test_things_and_companions_do_not_speak(text: str, expected: Said) -> None:
    """What goes on being so says nothing, nor does a deed's object, nor who stands beside the speaker."""
    assert said_in(text, language="es") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Saludó, muy feliz, al alcalde Omar Muestra. Dijo que llevará el plan al puerto de la isla.", None),
        (
            "Al abrir el muelle el alcalde Omar Muestra habló claro. Dijo que llevará el plan al puerto.",
            "Omar Muestra",
        ),
        ("Para Muestra la imagen de la liga “ha seguido empeorando y ha llegado a lo más bajo”.", None),
    ],
)
def test_whom_it_is_about_does_not_go_on(text: str, expected: str | None) -> None:
    """Who is only spoken to or of does not go on speaking, and no name takes in the clause behind it."""
    assert [name for name, _ in said_in(text, language="es")] == [expected]
