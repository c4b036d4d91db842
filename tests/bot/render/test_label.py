"""The voice of a claim as a reader sees it."""

from __future__ import annotations

import pytest

from bot.answer import Claim
from bot.render.label import date_label, shown_speaker, source_label, voice_label
from index.model import Mode, Source, Voice, Wording
from index.values import replace

SOURCE = Source(authors=("Ana Ejemplo",), outlet="Coast Courier", published="2022-12-22")
CLAIM = Claim(1, "Words.", "a#1", "a.txt", 0, 6, SOURCE, 1.0)
SPOKEN = replace(CLAIM, speaker="Carla Muestra", role="harbour master", mode=Mode.DIRECT)


def test_three_forms() -> None:
    """Own words, a slice that is speech only, and a slice that mixes both are labelled in three forms."""
    assert voice_label(CLAIM, "en") == "Ana Ejemplo, Coast Courier, 22 Dec 2022, wrote"
    assert (
        voice_label(SPOKEN, "en")
        == "Carla Muestra (harbour master), quoted by Ana Ejemplo, Coast Courier, 22 Dec 2022"
    )
    mixed = replace(SPOKEN, mode=Mode.MIXED, role=None)
    assert voice_label(mixed, "en") == "Ana Ejemplo, Coast Courier, 22 Dec 2022, reporting Carla Muestra"
    assert voice_label(mixed, "en") == voice_label(replace(mixed, mode=Mode.INDIRECT), "en")


def test_every_named_speaker_of_a_mixed_quote_is_in_the_label() -> None:
    """Where two speak in one quote, the label names both: one name over two voices would be wrong."""
    two = replace(SPOKEN, role=None, mode=Mode.INDIRECT, others=("Dora Muestra",))
    assert voice_label(two, "en").endswith("reporting Carla Muestra and Dora Muestra")
    assert voice_label(two, "es").endswith("Carla Muestra y Dora Muestra")


def test_an_article_that_began_a_sentence_is_small_inside_the_label() -> None:
    """A speaker's article is written small in mid-label; what may be part of a name stays."""
    ministry = replace(CLAIM, speaker="The ministry", mode=Mode.INDIRECT)
    assert voice_label(ministry, "en").endswith("reporting the ministry")
    regional = replace(ministry, speaker="The Ruritanian government")
    assert voice_label(regional, "en").endswith("reporting the Ruritanian government")
    assert voice_label(replace(ministry, speaker="The Hague"), "en").endswith("reporting The Hague")
    assert voice_label(replace(ministry, mode=Mode.DIRECT), "en").startswith("The ministry, quoted by")


def test_three_forms_in_spanish() -> None:
    """The same in Spanish, with Spanish months."""
    assert voice_label(CLAIM, "es") == "Ana Ejemplo, Coast Courier, 22 dic 2022, escribió"
    assert voice_label(SPOKEN, "es").startswith("Carla Muestra (harbour master), en cita de Ana Ejemplo")


@pytest.mark.parametrize(
    ("source", "label"),
    [
        (Source(), "unsigned, undated, in a.txt"),
        (Source(published="2023-01-02"), "unsigned, 2 Jan 2023, in a.txt"),
        (Source(outlet="O"), "unsigned, O, undated"),
        (Source(authors=("A B", "C D")), "A B and C D, undated"),
        (Source(authors=("A B", "C D", "E F")), "A B, C D and E F, undated"),
        (Source(reposted_by="R"), "unsigned, undated, reposted by R"),
        (
            Source(authors=("A B",), reposted_by="R", reposted="2023-01-02"),
            "A B, undated, reposted by R on 2 Jan 2023",
        ),
        (Source(outlet="O", reposted="2023-01-02"), "unsigned, O, undated, reposted 2 Jan 2023"),
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
        == "speaker not identified, quoted by Ana Ejemplo, Coast Courier, 22 Dec 2022"
    )


def test_a_speaker_is_shown_as_the_text_words_it() -> None:
    """What the text says beside a name, or in its place, stands after the name, in exports as in labels."""
    assert shown_speaker(SPOKEN) == "Carla Muestra (harbour master)"
    voice = Voice(0, 5, "Carla Muestra", Mode.DIRECT, mention="Muestra, now harbour master")
    assert shown_speaker(voice) == "Carla Muestra"
    assert shown_speaker(replace(voice, role="now harbour master")) == "Carla Muestra (now harbour master)"
    assert shown_speaker(replace(voice, mention="she")) == "Carla Muestra (she)"
    assert shown_speaker(replace(voice, speaker=None)) is None


def test_a_digest_is_never_the_sources_own_words() -> None:
    """A summary in other words is called a digest and has no verb of speech."""
    label = voice_label(replace(CLAIM, source=replace(SOURCE, wording=Wording.DIGEST)), "en")
    assert label == "digest of Ana Ejemplo, Coast Courier, 22 Dec 2022"


def test_dates_are_written_out() -> None:
    """A date cannot be misread: day, month by name, year."""
    assert [date_label("2023-03-04", language) for language in ("en", "es")] == ["4 Mar 2023", "4 mar 2023"]
