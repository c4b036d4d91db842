"""Subtitles: what is spoken, by whom, and when."""

from __future__ import annotations

import pytest

from index.errors import UnreadableDocument
from index.formats.extracted import Block
from index.formats.registry import format_of
from index.formats.subtitles import read
from index.model import Role


def spoken(text: str) -> list[Block]:
    """Return the blocks that are spoken, those left out that name a speaker."""
    return [block for block in read(text.encode(), "a.vtt").parts[0].blocks if block.role is Role.BODY]


def cue(start: str, end: str, text: str) -> str:
    """Return one cue."""
    return f"{start} --> {end}\n{text}\n\n"


def test_voices_of_webvtt_are_the_speakers() -> None:
    """Whom a cue names speaks it; cues of one speaker are joined, each with the second of its first."""
    text = "WEBVTT - The talk\n\n" + (
        cue("00:00:01.000", "00:00:03.000", "<v Ruth Alvarado>The ferry will sail</v>")
        + cue("00:00:03.000", "00:00:05.000", "<v Ruth Alvarado><i>again</i> on Monday.</v>")
        + cue("00:01:05.000", "00:01:07.000", "<v Bo Prueba>Will it?</v>")
    )
    assert [(block.text, block.speaker, block.anchor) for block in spoken(text)] == [
        ("The ferry will sail again on Monday.", "Ruth Alvarado", "t=1"),
        ("Will it?", "Bo Prueba", "t=65"),
    ]
    assert read(text.encode(), "a.vtt").parts[0].source.title == "The talk"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("RUTH ALVARADO: It sails.", "Ruth Alvarado"),
        (">> Ruth Alvarado: It sails.", "Ruth Alvarado"),
        ("[Ruth Alvarado] It sails.", "Ruth Alvarado"),
        ("- Ruth: It sails.", "Ruth"),
        ("María de la Cruz: It sails.", "María de la Cruz"),
    ],
)
def test_labels_name_the_speaker(line: str, name: str) -> None:
    """A label in front of words names who speaks them, and is no part of them."""
    first, second = (
        spoken(
            "1\n"
            + cue("00:00:01,000", "00:00:03,000", line)
            + "2\n"
            + cue("00:00:03,000", "00:00:04,000", "On Monday.")
        )[:1]
        * 2
    )
    assert (first.speaker, first.text) == (name, "It sails. On Monday.") and second


def test_speaker_that_is_not_named_is_nobody() -> None:
    """Without a name, and after a sign that another speaks, the speaker is not identified."""
    text = (
        "1\n"
        + cue("00:00:01,000", "00:00:03,000", "It sails.")
        + "2\n"
        + cue("00:00:03,000", "00:00:04,000", "RUTH: No.\n>> Yes.")
    )
    assert [(block.text, block.speaker) for block in spoken(text)] == [
        ("It sails.", ""),
        ("No.", "Ruth"),
        ("Yes.", ""),
    ]


def test_words_with_a_colon_name_nobody() -> None:
    """A sentence that leads on with a colon is no label."""
    text = "1\n" + cue("00:00:01,000", "00:00:03,000", "there is one thing to say: it sails.")
    assert [(block.text, block.speaker) for block in spoken(text)] == [
        ("there is one thing to say: it sails.", "")
    ]


def test_sounds_notes_and_repeated_lines_are_left_out() -> None:
    """Sounds, comments and styles are not spoken; captions that roll show a line twice."""
    text = "WEBVTT\n\nNOTE a comment\n\nSTYLE\n::cue {}\n\n" + (
        cue("00:01.000", "00:02.000", "[applause]")
        + cue("00:02.000", "00:03.000", "{\\an8}It sails")
        + cue("00:03.000", "00:04.000", "It sails")
        + cue("00:04.000", "00:05.000", "on Monday &amp; Friday.")
    )
    assert [block.text for block in spoken(text)] == ["It sails on Monday & Friday."]


def test_subtitles_are_told_by_their_content() -> None:
    """Subtitles called .txt are read as such; a file without any is refused."""
    assert format_of(b"\xef\xbb\xbfWEBVTT\n\n", ".txt") == "subtitles"
    assert format_of(b"1\r\n00:00:01,000 --> 00:00:02,000\r\nHi.\r\n", ".txt") == "subtitles"
    assert format_of(b"At 10:30 --> the ferry sails.", ".txt") is None
    with pytest.raises(UnreadableDocument, match="no subtitles"):
        read(b"Just a text.", "a.srt")


@pytest.mark.parametrize(
    "said", ["(Softly) It sails.", "Remember:\nit sails.", "(the crowd shouts) It sails."]
)
def test_one_word_in_brackets_or_over_a_line_names_nobody(said: str) -> None:
    """Only a whole name in round brackets, or alone before a colon, is a speaker's."""
    text = "1\n" + cue("00:00:01,000", "00:00:03,000", said)
    assert {block.speaker for block in spoken(text)} == {""}


def test_a_role_in_brackets_is_no_part_of_a_speakers_name() -> None:
    """What is spoken by "Bo Prueba (councillor)" is Bo Prueba's."""
    (block,) = spoken(cue("00:00:01,000", "00:00:03,000", "Bo Prueba (councillor): The ferry sails."))
    assert (block.text, block.speaker) == ("The ferry sails.", "Bo Prueba")


def test_captions_that_roll_are_read_once() -> None:
    """A line that stays on the screen above the next is said once, so that sentences are whole."""
    lines = ("The ferry will sail", "again on Monday if", "the storm is over.")
    cues = cue("00:00:01.000", "00:00:02.000", lines[0])
    cues += cue("00:00:02.000", "00:00:03.000", f"{lines[0]}\n{lines[1]}")
    cues += cue("00:00:03.000", "00:00:04.000", f"{lines[1]}\n{lines[2]}")
    (block,) = spoken(f"WEBVTT\n\n{cues}")
    assert block.text == "The ferry will sail again on Monday if the storm is over."


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ejemplo  0:04  \nThe ferry sails.\n\nBo Prueba  1:10  \nDoes it?\n\nAna Ejemplo  1:15\nYes.\n",
        "Ana Ejemplo (00:04):\nThe ferry sails.\n\nBo Prueba (01:10):\nDoes it?\nAna Ejemplo (1:15):\nYes.",
        "[00:00:04] Ana Ejemplo: The ferry sails.\n[00:01:10] Bo Prueba: Does it?\n[1:15] Ana Ejemplo: Yes.",
    ],
)
def test_the_turns_of_a_transcript_are_their_speakers(text: str) -> None:
    """What a program wrote down of a recording names who speaks and when, a line above each turn or in it."""
    assert format_of(text.encode(), ".txt") == "subtitles"
    assert [(block.text, block.speaker, block.anchor) for block in spoken(text)] == [
        ("The ferry sails.", "Ana Ejemplo", "t=4"),
        ("Does it?", "Bo Prueba", "t=70"),
        ("Yes.", "Ana Ejemplo", "t=75"),
    ]


def test_times_of_the_day_in_a_text_make_no_transcript() -> None:
    """Comments below an article, each with a name and the time of a day, begin no transcript."""
    text = (
        "The ferry sails\n\nIt sails on Monday.\n\nAna Ejemplo 14:05\nGood.\n\nBo Prueba 13:01\nNo.\n\n"
        "Cem 12:00\nOh.\n"
    )
    assert format_of(text.encode(), ".txt") != "subtitles"


def test_a_single_word_of_one_whole_name_is_that_name() -> None:
    """Who is called by his first name after his whole one is the same; of two who share it neither is."""
    for first, names in (
        ("Bo Prueba", ["Bo Prueba", "Bo Prueba"]),
        ("Bo Lund", ["Bo Prueba", "Bo Lund", "Bo"]),
    ):
        text = "WEBVTT\n\n" + cue("00:00:01.000", "00:00:03.000", "<v Bo Prueba>I came late.</v>")
        if first != "Bo Prueba":
            text += cue("00:00:04.000", "00:00:06.000", f"<v {first}>So did I.</v>")
        text += cue("00:01:04.000", "00:01:06.000", "<v Bo>We wait.</v>")
        assert [block.speaker for block in spoken(text)] == names
