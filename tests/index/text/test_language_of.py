"""English or Spanish."""

from __future__ import annotations

import pytest

from index.languages import LANGUAGES
from index.text.language_of import language_of, main_language, told_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour was closed by the council on Friday.", "en"),
        ("El puerto fue cerrado el viernes por el concejo.", "es"),
        ("Who pays for it?", "en"),
        ("¿Quién lo paga?", "es"),
        ("Nadie avisó a los pescadores", "es"),
        ("¿Quién habló de un trato entre dos clanes?", "es"),
        ("¡Un pacto entre dos villas!", "es"),
        ("According to the ministry, “la obra sigue” until Easter.", "en"),
        ("Según el ministerio, the works siguen hasta la Pascua y nadie sabe más.", "es"),
        ("Springfield", None),
        ("42", None),
        ("Pudding", None),
        ("Ciudad", None),
        ("", None),
        ("😀 ???", None),
    ],
)
def test_language_is_told_or_left_open(text: str, language: str | None) -> None:
    """A sentence is English or Spanish by its words; what gives no sign stays unknown."""
    assert language_of(text) == language


def test_main_language_is_the_most_frequent() -> None:
    """Of several, the language that most are; a tie is always broken the same way."""
    assert main_language(["es", None, "en", "es"]) == "es"
    assert main_language([None]) is None
    assert main_language(["es", "en"]) == main_language(["en", "es"])


def test_long_texts_cost_no_more() -> None:
    """Only the beginning of a long text is looked at."""
    assert language_of("the harbour is closed " * 200_000) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le maire Étienne Lefèvre a déclaré que le pont serait fermé pour deux semaines.", "fr"),
        ("O prefeito disse que a ponte não será aberta até maio, segundo o jornal.", "pt"),
        ("Der Bürgermeister sagte, dass die Brücke nicht vor Mai geöffnet werden kann.", "de"),
        ("Il sindaco ha detto che il ponte non sarà aperto prima di maggio.", "it"),
        ("L’alcalde va dir que el pont no s’obriria fins al maig, segons els veïns del poble.", "ca"),
        ("De burgemeester zei dat de brug niet voor mei wordt geopend door het bestuur.", "nl"),
        ("Мэр города сказал, что мост будет закрыт.", "ru"),
        ("合同编号是七号。港口在三月开放。", "zh"),
        ("Die Brücke bleibt drei Monate geschlossen, sagte Bürgermeister Paul Rennick.", "de"),
        ("De brug blijft drie maanden dicht, zei burgemeester Jan Piek dinsdag.", "nl"),
        ("A ponte ficará fechada por três meses, disse o prefeito.", "pt"),
        ("Il ponte resterà chiuso per tre mesi, ha detto il sindaco.", "it"),
        ("Most zostanie zamknięty na trzy miesiące, powiedział burmistrz.", "pl"),
        ("Bron är stängd i tre månader, säger kommunen.", "sv"),
        ("Most bude tři měsíce zavřený, řekla starostka.", "cs"),
        ("The café owner said the façade of the bridge was naïve kitsch.", "en"),
        ("El alcalde habló ante los vecinos del muelle y no dijo cuándo abrirá.", "es"),
        ("The mayor of Rio de Janeiro, Luz de la Peña, said it.", "en"),
        ("Luz de la Peña, the mayor, said the bridge was unsafe.", "en"),
        ("La alcaldesa dijo que «le pont est fermé» y que nadie pasa.", "es"),
        ("The slogan “le roi est mort” was seen on the walls of the town.", "en"),
    ],
)
def test_what_is_not_read_is_told(text: str, language: str) -> None:
    """A text in another language is neither English nor Spanish; names and quoted words tell nothing."""
    assert told_language(text) == language
    assert language_of(text) == (language if language in LANGUAGES else None)


def test_what_is_likely_another_language_is_not_taken_for_one_that_is_read() -> None:
    """A few words that only another language has leave open what they are in: the text around decides."""
    assert told_language("Le maire a ouvert sa boutique") in {None, "fr"}
    assert told_language("Aldri mer bro") in {None, "no"}
