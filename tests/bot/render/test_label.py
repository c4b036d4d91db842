"""The voice of a claim as a reader sees it."""

from __future__ import annotations

import pytest

from bot.answer import Claim, Spoken
from bot.render.label import date_label, shown_speaker, source_label, voice_label
from index.model import Mode, Source, Voice, Wording
from index.values import replace

SOURCE = Source(authors=("Ana Ejemplo",), outlet="Coast Courier", published="2022-12-22")
CLAIM = Claim(1, "Words.", "a#1", "a.txt", 0, 6, SOURCE, 1.0)
SPOKEN = replace(CLAIM, speaker="Carla Muestra", role="harbour master", mode=Mode.DIRECT)


def said(claim: Claim, *words: tuple[str, Mode]) -> Claim:
    """Return a claim in which each of these speakers has twenty characters."""
    voices = tuple(Spoken(20 * n, 20 * n + 20, name, mode) for n, (name, mode) in enumerate(words))
    return replace(claim, speaker=words[0][0], role=None, mode=Mode.MIXED, voices=voices)


def test_own_words_and_a_slice_that_is_speech_only() -> None:
    """The author wrote his own words; a slice of speech is the speaker's, quoted by the author."""
    assert voice_label(CLAIM, "en") == "Ana Ejemplo, Coast Courier, 22 Dec 2022, wrote"
    assert (
        voice_label(SPOKEN, "en")
        == "Carla Muestra (harbour master), quoted by Ana Ejemplo, Coast Courier, 22 Dec 2022"
    )


@pytest.mark.parametrize(
    ("words", "en", "es"),
    [
        ([("Carla Muestra", Mode.DIRECT)], "quoting Carla Muestra", "citando a Carla Muestra"),
        ([("Carla Muestra", Mode.MIXED)], "quoting Carla Muestra", "citando a Carla Muestra"),
        (
            [("Carla Muestra", Mode.INDIRECT)],
            "reporting words of Carla Muestra",
            "recogiendo palabras de Carla Muestra",
        ),
        (
            [("Carla Muestra", Mode.DIRECT), ("Inés Modelo", Mode.DIRECT)],
            "quoting Carla Muestra and Inés Modelo",
            "citando a Carla Muestra e Inés Modelo",
        ),
        (
            [("Carla Muestra", Mode.INDIRECT), ("Dora Muestra", Mode.DIRECT)],
            "quoting Dora Muestra and reporting words of Carla Muestra",
            "citando a Dora Muestra y recogiendo palabras de Carla Muestra",
        ),
        (
            [("the unelected board", Mode.INDIRECT)],
            "reporting words of “the unelected board”",
            "recogiendo palabras de «the unelected board»",
        ),
        (
            [("The ministry", Mode.INDIRECT)],
            "reporting words of “the ministry”",
            "recogiendo palabras de «the ministry»",
        ),
        ([("The men", Mode.INDIRECT)], "reporting words of “the men”", "recogiendo palabras de «the men»"),
        ([("The Hague", Mode.INDIRECT)], "reporting words of The Hague", "recogiendo palabras de The Hague"),
        (
            [("University of La Costa", Mode.INDIRECT)],
            "reporting words of University of La Costa",
            "recogiendo palabras de University of La Costa",
        ),
    ],
)
def test_a_slice_that_mixes_voices_is_the_authors_with_whose_words_it_holds(
    words: list[tuple[str, Mode]], en: str, es: str
) -> None:
    """The author wrote the sentence; the label tells speech in marks from speech in his words, and names all.

    Whoever is only described stands in quotation marks: the words are the text's, and may be loaded.
    """
    claim = said(CLAIM, *words)
    assert voice_label(claim, "en") == f"Ana Ejemplo, Coast Courier, 22 Dec 2022, wrote, {en}"
    assert voice_label(claim, "es") == f"Ana Ejemplo, Coast Courier, 22 dic 2022, escribió, {es}"


def test_two_letters_of_a_voice_name_nobody() -> None:
    """A word or two of a second voice are marked in the quote, and do not stand in the label."""
    claim = said(CLAIM, ("Carla Muestra", Mode.DIRECT))
    short = replace(claim, voices=(*claim.voices, Spoken(40, 46, "Dora Muestra", Mode.DIRECT)))
    assert "Dora" not in voice_label(short, "en")


def test_unsigned_texts_have_a_subject() -> None:
    """Without an author the text itself is named, in a form that each language prints."""
    unsigned = replace(CLAIM, source=Source(outlet="Coast Courier"))
    assert voice_label(unsigned, "en") == "Unsigned text on Coast Courier, undated"
    assert voice_label(unsigned, "es") == "Texto sin firma en Coast Courier, sin fecha"
    spoken = replace(SPOKEN, role=None, source=Source(outlet="Coast Courier"))
    assert voice_label(spoken, "en") == "Carla Muestra, quoted in an unsigned text on Coast Courier, undated"
    assert (
        voice_label(spoken, "es")
        == "Carla Muestra, según cita un texto sin firma en Coast Courier, sin fecha"
    )


def test_forms_in_spanish() -> None:
    """The same in Spanish, with Spanish months, and no form that would tell a speaker's sex."""
    assert voice_label(CLAIM, "es") == "Ana Ejemplo, Coast Courier, 22 dic 2022, escribió"
    assert voice_label(SPOKEN, "es").startswith("Carla Muestra (harbour master), según cita Ana Ejemplo")


@pytest.mark.parametrize(
    ("source", "label"),
    [
        (Source(), "Unsigned text, undated, in a.txt"),
        (Source(published="2023-01-02"), "Unsigned text, 2 Jan 2023, in a.txt"),
        (Source(outlet="O"), "Unsigned text on O, undated"),
        (Source(authors=("A B", "C D")), "A B and C D, undated"),
        (Source(authors=("A B", "C D", "E F")), "A B, C D and E F, undated"),
        (Source(reposted_by="R"), "Unsigned text, undated, reposted by R"),
        (
            Source(authors=("A B",), reposted_by="R", reposted="2023-01-02"),
            "A B, undated, reposted by R on 2 Jan 2023",
        ),
        (Source(outlet="O", reposted="2023-01-02"), "Unsigned text on O, undated, reposted 2 Jan 2023"),
    ],
)
def test_what_is_unknown_is_said_to_be_unknown(source: Source, label: str) -> None:
    """Unknown author, date and outlet are said, and nothing stands in their place."""
    assert source_label(source, "a.txt", "en") == label


def test_unknown_speaker_is_said() -> None:
    """Quoted words of an unknown speaker name nobody."""
    claim = replace(CLAIM, mode=Mode.DIRECT)
    assert (
        voice_label(claim, "en")
        == "Speaker not identified, quoted by Ana Ejemplo, Coast Courier, 22 Dec 2022"
    )


def test_a_speaker_is_shown_as_the_text_words_it() -> None:
    """What the text says beside a name, or in its place, stands after the name, in exports as in labels."""
    assert shown_speaker(SPOKEN) == "Carla Muestra (harbour master)"
    voice = Voice(0, 5, "Carla Muestra", Mode.DIRECT, mention="Muestra, now harbour master")
    assert shown_speaker(voice) == "Carla Muestra"
    assert shown_speaker(replace(voice, role="now harbour master")) == "Carla Muestra (now harbour master)"
    assert shown_speaker(replace(voice, mention="she")) == "Carla Muestra"
    assert shown_speaker(replace(voice, mention="the harbour master")) == "Carla Muestra (the harbour master)"
    assert shown_speaker(replace(voice, speaker=None)) is None


def test_a_digest_is_never_the_sources_own_words() -> None:
    """A summary in other words is called a digest and has no verb of speech."""
    label = voice_label(replace(CLAIM, source=replace(SOURCE, wording=Wording.DIGEST)), "en")
    assert label == "Digest of Ana Ejemplo, Coast Courier, 22 Dec 2022"


def test_dates_are_written_out() -> None:
    """A date cannot be misread: day, month by name, year."""
    assert [date_label("2023-03-04", language) for language in ("en", "es")] == ["4 Mar 2023", "4 mar 2023"]


def test_a_language_that_is_not_read_is_said_so() -> None:
    """Nobody is said to have written what may be somebody's speech."""
    claim = replace(CLAIM, unread="fr")
    assert voice_label(claim, "en").endswith(", speakers not read (fr)")
    assert voice_label(claim, "es").endswith(", hablantes no leídos (fr)")


def test_a_month_is_never_shown_as_a_day() -> None:
    """A source of which only the month is known says so, and where it is from."""
    by_address = replace(SOURCE, published=None, month="2019-08", published_from="address")
    assert (
        source_label(by_address, "a.txt", "en")
        == "Ana Ejemplo, Coast Courier, Aug 2019 according to the address"
    )
    assert (
        source_label(by_address, "a.txt", "es") == "Ana Ejemplo, Coast Courier, ago 2019 según la dirección"
    )


@pytest.mark.parametrize(
    ("quote", "speaker", "label"),
    [
        ("La Policía dijo que no.", "Policía", "recogiendo palabras de la Policía"),
        ("El Gobierno dijo que no.", "Gobierno", "recogiendo palabras del Gobierno"),
        ("Fuentes del Consejo dicen que no.", "Consejo", "recogiendo palabras del Consejo"),
        ("Rosa Muestra dijo que no.", "Rosa Muestra", "recogiendo palabras de Rosa Muestra"),
        (
            "Según las Madres del Puerto, no.",
            "Madres del Puerto",
            "recogiendo palabras de las Madres del Puerto",
        ),
    ],
)
def test_a_spanish_label_has_the_article_of_the_text(quote: str, speaker: str, label: str) -> None:
    """A body that the text names with an article keeps it in a label; a person has none."""
    source = replace(SOURCE, language="es")
    voices = (Spoken(0, len(quote), speaker, Mode.INDIRECT),)
    claim = replace(CLAIM, quote=quote, source=source, speaker=speaker, mode=Mode.INDIRECT, voices=voices)
    assert voice_label(claim, "es").endswith(label)
    spoken = replace(claim, mode=Mode.DIRECT)
    article = label.removeprefix("recogiendo palabras ").removesuffix(speaker).strip()
    first = {"del": "El ", "de la": "La ", "de las": "Las ", "de": ""}[article]
    assert voice_label(spoken, "es").startswith(f"{first}{speaker}, según")
    assert voice_label(claim, "en").endswith(f"words of {speaker}")
