"""Spanish news writing: one example for each rule."""

from __future__ import annotations

from functools import partial

import pytest

from index.languages.es.word_forms import verb_forms
from index.model import Stance
from tests.index.voices.made_up_speech import Said, said_in, voices_of

said = partial(said_in, language="es")


def begins(found: Said, expected: Said) -> bool:
    """Whether these are the speakers, for words that begin like that."""
    return [name for name, _ in found] == [name for name, _ in expected] and all(
        words.startswith(start) for (_, words), (_, start) in zip(found, expected, strict=True)
    )


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("afirmar", "afirma afirmaron afirmaba afirmará afirmándole afirmarlo afirmado"),
        ("advertir ie", "advierte advirtió advirtieron advertían advirtiéndoles advertirá"),
        ("repetir i", "repite repitió repitiendo repetido"),
        ("recordar ue", "recuerdan recordó recordarles recordando"),
        ("concluir y", "concluye concluyó concluyeron concluyendo concluía"),
        ("sostener ie", "sostiene sostuvo sostuvieron sostendrá sostenido"),
        ("proponer", "propone propuso propusieron propondrán propuesto"),
        ("aducir", "aduce adujo adujeron aducirá"),
        ("leer lee leen leyó leyeron leído leyendo", "leyó leerán leyéndoles"),
    ],
)
def test_conjugation(entry: str, forms: str) -> None:
    """A verb is known in all forms of the third person, with the pronouns that hang on it."""
    assert set(forms.split()) <= set(verb_forms(entry))


def test_no_conditional() -> None:
    """What somebody would say is not said."""
    assert "afirmaría" not in verb_forms("afirmar")


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # the last speaker goes on, in the same paragraph
        (
            ["La ministra Ana Ejemplo dijo que el puente es seguro. Añadió que abrirá en mayo."],
            [("Ana Ejemplo", "el puente"), ("Ana Ejemplo", "abrirá")],
        ),
        # in the next one, after an adverb
        (
            ["“El puente es seguro”, sostuvo Ana Ejemplo.", "Además, agregó que abrirá en mayo."],
            [("Ana Ejemplo", "“El puente"), ("Ana Ejemplo", "abrirá")],
        ),
        # after a quotation
        (
            ["“El puente es seguro”, sostuvo Ana Ejemplo. “Abrirá en mayo con fiesta”, añadió."],
            [("Ana Ejemplo", "“El puente"), ("Ana Ejemplo", "“Abrirá")],
        ),
        # a body may go on in the plural, a group must
        (
            ["La Embajada de Aldea informó que el viaje sigue. Aclararon que no hay cambios."],
            [("Embajada de Aldea", "el viaje"), ("Embajada de Aldea", "no hay")],
        ),
        (
            ["Los vecinos denunciaron que no hay agua. Pidió que el alcalde renuncie."],
            [("Los vecinos", "no hay"), (None, "el alcalde")],
        ),
        # the one person who is the subject before anybody spoke
        (
            ["El alcalde Luis Muestra habló ayer en Aldea. Aseguró que el puente es seguro."],
            [("Luis Muestra", "el puente")],
        ),
        # somebody else became the subject since
        (
            [
                "El alcalde Luis Muestra afirmó que no llueve. La ministra Ana Ejemplo viajó a Aldea. "
                "Dijo que el puente es seguro."
            ],
            [("Luis Muestra", "no llueve"), (None, "el puente")],
        ),
        # two speakers in the paragraph before
        (
            [
                "“No hay puente”, dijo Luis Muestra. “Sí que lo hay”, respondió Ana Ejemplo.",
                "Agregó que el puente es seguro.",
            ],
            [("Luis Muestra", "“No"), ("Ana Ejemplo", "“Sí"), (None, "el puente")],
        ),
    ],
)
def test_subject_left_out(texts: list[str], expected: Said) -> None:
    """A verb without a subject belongs to whoever spoke last, when only one speaker is possible."""
    assert begins(said(*texts), expected)


@pytest.mark.parametrize(
    "text",
    [
        # passive "se": nobody is named
        "Se informó que el puente abrirá en mayo.",
        # an object after the verb is no subject
        "Luego se destacó la necesidad de cerrar el puente.",
        # ideas do not speak
        "La situación indica que el puente es seguro.",
        "El hecho de que llueva demuestra que el puente es seguro.",
        # an infinitive, an idiom
        "Es decir, el puente es seguro.",
        "Eso quiere decir que el puente es seguro.",
        "Hay que señalar que el puente es seguro.",
        "Cabe recordar que el puente es seguro.",
        # the author's own words
        "Digo que el puente es seguro.",
        "He dicho que el puente es seguro.",
        # a negation
        "Ana Ejemplo no dijo que el puente es seguro.",
        # who is accused does not speak
        "Luis Muestra fue acusado de robar el puente.",
    ],
)
def test_nobody_speaks(text: str) -> None:
    """None of these reports somebody's words."""
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # number: "las promesas" cannot go with "afirmó"
        ("Entre las promesas afirmó el alcalde que no llueve.", [("el alcalde", "no llueve")]),
        # the relative clause's noun is not the subject
        ("El hombre que construyó el puente dijo que tiene grietas.", [("El hombre", "tiene")]),
        # ", que afirmó que"
        (
            "El acto lo abrió la ministra Ana Ejemplo, que afirmó que el puente es seguro.",
            [("Ana Ejemplo", "el puente")],
        ),
        # periphrasis
        ("La alcaldesa volvió a afirmar que el puente es seguro.", [("La alcaldesa", "el puente")]),
        ("La alcaldesa se limitó a decir que el puente es seguro.", [("La alcaldesa", "el puente")]),
        # future
        ("El gremio exigirá que el puente se cierre.", [("El gremio", "el puente")]),
        # a gerund with its pronoun
        (
            "Ana Ejemplo cerró el debate diciéndoles que el puente es seguro.",
            [("Ana Ejemplo", "el puente")],
        ),
        # prefix and office; a share of people
        ("La vicealcaldesa sostuvo que no llueve.", [("La vicealcaldesa", "no llueve")]),
        (
            "Un 46 por ciento de los encuestados indicó que no llueve.",
            [("Un 46 por ciento de los encuestados", "no llueve")],
        ),
        # an inner report is the outer speaker's
        (
            "La alcaldesa sostuvo que el gremio mantiene una “campaña de miedo y ruido” en Aldea.",
            [("La alcaldesa", "el gremio mantiene")],
        ),
    ],
)
def test_subjects(text: str, expected: Said) -> None:
    """The subject is found wherever Spanish puts it."""
    assert begins(said(text), expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an office and the name beside it
        (
            "Según la ministra de Obras, Ana Ejemplo, unas 200 personas cruzaron.",
            [("Ana Ejemplo", "unas 200")],
        ),
        # contractions
        ("De acuerdo al informe, el puente tiene grietas.", [("el informe", "el puente")]),
        ("En opinión del alcalde, el puente es feo.", [("el alcalde", "el puente")]),
        ("Desde el punto de vista de Ana Ejemplo, el puente es feo.", [("Ana Ejemplo", "el puente")]),
        # with a verb; the title of who is named last is no words of his
        (
            "No llueve en Aldea, según informó el director de la Policía, general Luis Modelo.",
            [("Luis Modelo", "No llueve")],
        ),
        ("Como explicó la ministra Ana Ejemplo, el puente es seguro.", [("Ana Ejemplo", "el puente")]),
        # a place is no source
        ("El puente cuesta dos millones, según consta en el contrato.", []),
        ("El precio varía según la temporada del año.", []),
        # agreement is no source
        ("El alcalde está de acuerdo con la ministra en cerrar el puente.", []),
        # ", pero ..." after a source is the author's own
        (
            "El reloj costó dos mil, según la fiscalía, pero nadie lo vio.",
            [("la fiscalía", "El reloj costó dos mil")],
        ),
        # what somebody thinks, with "ser"
        ("Para la ministra Ana Ejemplo, el puente es un error.", [("Ana Ejemplo", "el puente")]),
        ("Para la ministra Ana Ejemplo, hicieron un puente.", []),
        # a body speaks by people without a name
        ("Desde la fiscalía señalaron que el juez estaba enfermo.", [("la fiscalía", "el juez")]),
        ("En el sindicato aseguran que no llueve.", [("el sindicato", "no llueve")]),
        # what was said, as a noun
        ("Llegó la denuncia del gremio de que el puente tiene grietas.", [("el gremio", "el puente")]),
        ("Ante la advertencia de la fiscalía de que caerá, nadie cruzó.", [("la fiscalía", "caerá, nadie")]),
        # passive with the accuser named
        ("Luis Modelo fue acusado por la fiscalía de robar el puente.", [("la fiscalía", "de robar")]),
        # two subjects
        (
            "Tanto el alcalde como la ministra dijeron que no llueve.",
            [("Tanto el alcalde como la ministra", "no llueve")],
        ),
        # the main clause's subject
        (
            "Tras asegurar que no llueve, la alcaldesa pidió que la gente vuelva.",
            [("la alcaldesa", "no llueve"), ("la alcaldesa", "la gente")],
        ),
        ("Fue Ana Ejemplo quien dijo que no llueve.", [("Ana Ejemplo", "no llueve")]),
        # asked to do something
        ("El gremio llamó a la población a salir a la calle.", [("El gremio", "a la población a salir")]),
        # verbs that report with more words
        ("El dirigente puso de relieve que no llueve.", [("El dirigente", "no llueve")]),
        ("El dirigente se mostró convencido de que no llueve.", [("El dirigente", "no llueve")]),
        # circumstances between verb and "que"
        (
            "La ministra reveló el pasado viernes, a su llegada a la plaza de Aldea para abrir la feria, "
            "que no llueve.",
            [("La ministra", "no llueve")],
        ),
        # what a paper prints is not what it says
        (
            "En unas notas que hoy publica el diario “La Hoja”, Ejemplo recordó que no llueve.",
            [("Ejemplo", "no llueve")],
        ),
        # a clause is no apposition
        (
            "En una entrevista que publica hoy La Hoja, el ministro afirma que “no llueve en todo el año”.",
            [("el ministro", "“no llueve")],
        ),
    ],
)
def test_sources(text: str, expected: Said) -> None:
    """Sources without a verb of their own, and verbs with more words than one."""
    assert begins(said(text), expected)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # a past tense beside a quotation and its comma, or before its colon
        (["El ministro discrepó: “El puente no es seguro”."], [("El ministro", "“El puente")]),
        (["“El puente es seguro y firme”, barruntó la alcaldesa."], [("la alcaldesa", "“El puente")]),
        (["“El puente es seguro y firme”, ha barruntado Ana Ejemplo."], [("Ana Ejemplo", "“El puente")]),
        (
            ["Ana Ejemplo abrió el acto. “El puente es seguro y firme”, barruntó."],
            [("Ana Ejemplo", "“El puente")],
        ),
        # no verb of saying, or no verb, before the colon
        (["Ana Ejemplo fue clara: “El puente no es seguro”."], [("Ana Ejemplo", "“El puente")]),
        (["Ana Ejemplo: “El puente no es seguro”."], [("Ana Ejemplo", "“El puente")]),
        # but what she received is another's
        (["Ana Ejemplo recibió una carta: “El puente no es seguro”."], [(None, "“El puente")]),
        (["El problema era otro: “El puente no es seguro”."], [(None, "“El puente")]),
        # the text in which it is read
        (
            ["“Vamos a abrir el puente”, se lee en el comunicado del gremio."],
            [("el comunicado del gremio", "“Vamos")],
        ),
        (["El video muestra que no llueve en Aldea."], [("El video", "no llueve")]),
        # two people, one with an apposition
        (
            ["La presidenta del gremio, Ana Ejemplo, y el ministro Luis Modelo anunciaron que no llueve."],
            [("La presidenta del gremio, Ana Ejemplo, y el ministro Luis Modelo", "no llueve")],
        ),
        # "ni ... ni" denies
        (["Ni el alcalde ni la ministra dijeron que no llueve."], []),
        # a title in small letters
        (["El libro “Los puentes de la vieja aldea” ganó el premio."], []),
        # a block and a list announced by a colon
        (
            ["El gremio emitió el siguiente comunicado:", "El puente es seguro y no hay nada que temer."],
            [("El gremio", "El puente")],
        ),
        (
            ["Los vecinos exigen: la renuncia del alcalde y el cierre del puente."],
            [("Los vecinos", "la renuncia")],
        ),
    ],
)
def test_announced(texts: list[str], expected: Said) -> None:
    """Speech beside marks needs no verb of saying."""
    assert begins(said(*texts), expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a relative clause describes the object, "lo que" and "para que" are no complement
        (
            "La ministra critica la postura de Aldea, que no firmó el acuerdo.",
            [("La ministra", "la postura de Aldea")],
        ),
        ("El alcalde pregunta por el número de vecinos que viven allí.", []),
        ("El alcalde reiteró hoy la promesa de cerrar el puente.", [("El alcalde", "la promesa")]),
        # the author's gerund and perfect
        ("He empezado diciendo que el puente es seguro.", []),
        ("Me estoy refiriendo al puente, que está cerrado desde mayo.", []),
        # who realises does not speak
        ("El alcalde se ha dado cuenta de que el puente es seguro.", []),
        # an apposition that opens a sentence is not its subject
        ("Partidario de la paz, entró en la plaza y le acusó de robar el puente.", []),
        # a noun that looks like a verb, a verb that means something else
        ("En la plaza se dan cita miles de vecinos que bailan.", []),
        ("Los vecinos cuentan con un plan que abre en mayo.", []),
        ("La ministra se refirió a la visita que hará a Aldea.", []),
        ("El gremio se refirió al puente como “una obra cruel”.", [("El gremio", "al puente")]),
        # another verb's relative clause, a comparison
        ("El alcalde insiste en pintar un puente que nadie cruza.", []),
        ("Nos han señalado más faltas que a los vecinos de Aldea.", []),
        # asked without success
        (
            "El gremio propuso sin éxito al alcalde abrir un puente nuevo.",
            [("El gremio", "sin éxito al alcalde abrir")],
        ),
        # things do not speak after the verb, whatever the verb
        ("Por otra parte, destaca el papel que tuvo el puente.", [(None, "el papel")]),
        ("El gremio respondió a las críticas con gritos y golpes, mientras llovía.", []),
        # a paper's name in quotation marks belongs to the speaker
        (
            "No llueve en Aldea, indicó el canal televisivo “Ocho”.",
            [("el canal televisivo “Ocho”", "No llueve")],
        ),
        (
            "El puente abrirá en mayo, publica el diario oficialista “La Hoja”.",
            [
                ("el diario oficialista “La Hoja”", "El puente"),
            ],
        ),
        # a new article begins the subject
        (
            "En el caso Ejemplo contra Aldea el tribunal sostuvo que no llueve.",
            [("el tribunal", "no llueve")],
        ),
        # who was told: a country, a paper
        ("La ministra instó a los Estados Unidos a cerrar el puente.", [("La ministra", "a los Estados")]),
        ("“El puente es muy seguro”, escribieron en la revista Puente pidiendo cambios.", [(None, "“El")]),
        # where, not who
        ("Envió una carta a la Academia de Aldea anunciando que no llueve.", []),
        # an infinitive that opens a sentence
        ("Cruzar un puente requiere que el vecino pague.", []),
        # bare objects
        ("Las células expresan antígenos que el cuerpo conoce.", []),
        # who refuses says nothing; a clause of time is no reported one
        ("Cuando llegó a Aldea, Modelo se negó a cruzar el puente.", []),
        ("Cuando llegó a Aldea, Modelo les informó de las obras.", []),
        # when, not what
        (
            "El gremio rechazó el pasado viernes una oferta.",
            [("El gremio", "rechazó el pasado viernes una oferta")],
        ),
        ("Esa es la fiesta que los vecinos celebrarán el 25 de julio en Aldea.", []),
    ],
)
def test_complements(text: str, expected: Said) -> None:
    """Not every "que" opens somebody's words."""
    assert begins(said(text), expected)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # a dash opens speech, and gives it back after "dijo X"
        (
            ["—El puente es seguro —dijo la alcaldesa—. Abrirá en mayo."],
            [("la alcaldesa", "El puente"), ("la alcaldesa", "Abrirá")],
        ),
        (["—¿Es seguro el puente? —preguntó el juez."], [("el juez", "¿Es")]),
        # what "así lo" stands for
        (
            ["El puente abrirá en mayo. Así lo anunció la ministra Ana Ejemplo en la plaza."],
            [("Ana Ejemplo", "El puente")],
        ),
        (
            ["“El puente es seguro”. Así lo afirmó el ministro Luis Modelo."],
            [("Luis Modelo", "“El puente")],
        ),
        # one turn of a transcript, by an office; a note is no office
        (["ALCALDE: El puente es seguro y lo será."], [("ALCALDE", "El puente")]),
        (["NOTA: El puente es seguro y lo será."], []),
        # charges: with the accuser after the words, without one in court
        (
            ["Modelo fue tildado de “traidor a la aldea” por el gremio."],
            [("el gremio", "de “traidor a la aldea”")],
        ),
        (
            ["Modelo fue detenido y acusado de “robar el puente de Aldea” por orden del juez."],
            [(None, "de “robar")],
        ),
    ],
)
def test_given_back(texts: list[str], expected: Said) -> None:
    """Dashes, labels, a later sentence and the passive tell whose words they were."""
    assert begins(said(*texts), expected)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # whom he speaks of is no rival of the speaker
        (
            ["Luis Modelo dijo que Ana Ejemplo mintió en Aldea. Añadió que no irá."],
            [("Luis Modelo", "Ana Ejemplo"), ("Luis Modelo", "no irá")],
        ),
        # an office without a name
        (
            ["La secretaria de Obras visitó el puente. “Me parece que se cae”, expresó."],
            [("La secretaria de Obras", "“Me parece")],
        ),
        # a plural verb does not go to the one person spoken of
        (
            ["La Embajada de Aldea informó que Ana Ejemplo viajó. Aclararon que no hay cambios."],
            [("Embajada de Aldea", "Ana Ejemplo"), ("Embajada de Aldea", "no hay")],
        ),
        # "a su juicio" inside what somebody says is his
        (
            ["Modelo aseveró que hay un puente, el cual, a su juicio, es feo."],
            [("Modelo", "hay un puente, el cual, a su juicio, es feo")],
        ),
        # who wrote the text in which it stands
        (
            ["El gremio emitió una nota en la que pide que se cierre el puente."],
            [("El gremio", "se cierre")],
        ),
        # a description ends at its comma
        (
            ["Una fuente, que exigió la reserva, precisó que no llueve."],
            [("Una fuente", "la reserva"), ("Una fuente", "no llueve")],
        ),
        # objects: after an occasion, without an article, of a person
        (
            ["México y Bolivia expresaron en un comunicado su preocupación."],
            [("México y Bolivia", "su preocupación")],
        ),
        (["El gremio exigió pruebas concretas."], [("El gremio", "pruebas")]),
        (["El gremio criticó a la alcaldesa."], [("El gremio", "a la alcaldesa")]),
        (["El gremio amenazó con cerrar el puente."], [("El gremio", "con cerrar")]),
        # a present tense in no list, before a person
        (["“Nos mataron a los nuestros”, solloza una mujer."], [("una mujer", "“Nos")]),
        # a participle opens the sentence
        (["Consultada ayer, Ejemplo fue tajante: “No hay plata para puentes”."], [("Ejemplo", "“No hay")]),
        (
            ["Consultada sobre el tema, Ejemplo fue tajante: “No hay plata para puentes”."],
            [("Ejemplo", "“No hay")],
        ),
        # a source with a clause of its own
        (
            ["Según la denuncia que tiene la fiscalía, Modelo robó el puente."],
            [("la denuncia", "Modelo robó")],
        ),
        # the object is not the subject; an occasion is none either
        (
            ["El Partido del Puente, al que pertenece Modelo, rechazó el plan."],
            [("Partido del Puente", "rechazó el plan")],
        ),
        (
            ["Como dijo alguna vez el poeta Luis Modelo, “los puentes son para cruzarlos”."],
            [("Luis Modelo", "“los puentes")],
        ),
        # where a post is held, whom an accusation names
        (
            ["“Es un golpe”, dijo el embajador de Aldea ante la OEA, Luis Modelo, ayer."],
            [("Luis Modelo", "“Es un golpe”")],
        ),
        (
            ["El gremio acusó a la Sociedad de Puentes Industriales (SPI) de robar."],
            [("El gremio", "a la Sociedad")],
        ),
        # the word of one side is not the other side's
        (
            ["Lo que la oposición llama “golpe”, el gobierno lo llama “relevo constitucional”."],
            [("el gobierno", "“relevo constitucional”")],
        ),
        # "lo que dijo X:", "así se expresó X:"; some of many
        (["Esto es lo que dijo el alcalde: “El puente es caro”."], [("el alcalde", "“El puente")]),
        (["Así se expresó el ministro: “El puente debe cerrar ya”."], [("el ministro", "“El puente")]),
        (["Organismos como la Junta pidieron que se investigue."], [("Organismos", "se investigue")]),
        # what words do is no verb of saying
        (["Las palabras del alcalde, “el puente es caro y feo”, causaron risa."], [(None, "“el puente")]),
        # another verb stands between the verb and "que"
        (
            ["El alcalde no tardó en responder y dejó claro que no llueve."],
            [("El alcalde", "no llueve")],
        ),
    ],
)
def test_news(texts: list[str], expected: Said) -> None:
    """What Spanish news write every day."""
    assert begins(said(*texts), expected)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("El artículo cuenta seis presos en seis años y dice que nada cambia.", "El artículo"),
        ("El texto cuenta seis muertos y afirma que nadie avisó.", "El texto"),
        ("El alcalde enumera los fallos y dice que la presa cedió.", "El alcalde"),
        ("El alcalde enumera tres fallos y dice que la presa cedió.", "El alcalde"),
        ("La ministra firma 12 decretos y asegura que habrá fondos.", "La ministra"),
        ("La ministra viaja a Aldea y asegura que habrá fondos.", "La ministra"),
        ("El nuevo alcalde los llamó y dijo que la presa cedió.", "El nuevo alcalde"),
        ("La oposición socialista cruzó el puente y dijo que la presa cedió.", "La oposición socialista"),
    ],
)
def test_subject_ends_before_its_own_verb(text: str, speaker: str) -> None:
    """A verb of the present that ends like a noun is no part of who speaks."""
    assert [name for name, _ in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Según Luis Modelo, murieron 57 personas en la presa.", None),
        ("Según Luis Modelo, la presa es segura.", None),
        ("Según Luis Modelo, faltan veinte personas.", None),
        ("Según Ana Ejemplo, alcaldesa de Aldea, hubo tres heridos.", "alcaldesa de Aldea"),
        ("La presa cedió, según Luis Modelo, ingeniero de la compañía.", "ingeniero de la compañía"),
    ],
)
def test_what_a_source_says_is_no_office(text: str, role: str | None) -> None:
    """After "según X," only a description of X is an apposition, never the clause that X is behind."""
    assert [voice.role for voice in voices_of(text, language="es")[0]] == [role]


def test_rumour() -> None:
    """The conditional of rumour keeps its distance: "habría dicho"."""
    text = "“El puente no abrirá este año”, habría dicho la alcaldesa."
    assert voices_of(text, language="es")[0][0].stance is Stance.DISTANCED
