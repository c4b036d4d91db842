"""Whose words a sentence reports, by kinds: tables of sentences, each with who says a part of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.render.label import shown_speaker
from index.model import Voice
from tests.index.voices.made_up_speech import voices_of

_HERE = Path(__file__).parent


def _rows(name: str) -> list[list[str]]:
    lines = (_HERE / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip()]


def _voices(text: str, language: str = "en") -> list[tuple[str, tuple[Voice, ...]]]:
    """The paragraphs of a text with their voices; in the table a backslash and n stand for a line's end."""
    texts = text.replace("\\n", "\n").split("\n\n")
    return list(zip(texts, voices_of(*texts, language=language), strict=True))


@pytest.mark.parametrize(("speaker", "sentence"), _rows("wire.tsv"))
def test_bare_title_and_name_after_the_verb(speaker: str, sentence: str) -> None:
    """In "..., said prosecutor Ana Ejemplo" she speaks, whatever her trade, never whom she accuses."""
    voices = _voices(sentence)[0][1]
    assert {each.speaker for each in voices} == {speaker}
    assert voices[0].start == 0


@pytest.mark.parametrize(("speaker", "part", "text"), _rows("kinds.tsv"))
def test_who_says_this_part(speaker: str, part: str, text: str) -> None:
    """The speaker of a part of a text is the one named in the table; "-": nobody but the author."""
    found, voices = next(pair for pair in _voices(text) if part in pair[0])
    middle = found.index(part) + len(part) // 2
    voice = next((each for each in voices if each.start <= middle < each.end), None)
    shown = shown_speaker(voice) if voice else None
    assert shown is None if speaker == "-" else speaker.lower() in (shown or "").lower()


@pytest.mark.parametrize(("language", "speaker", "part", "text"), _rows("named.tsv"))
def test_the_name_is_whole_and_nothing_more(language: str, speaker: str, part: str, text: str) -> None:
    """No agency, place or torn clause is printed as a speaker, nor glued to one; "-": nobody is named."""
    found, voices = next(pair for pair in _voices(text, language) if part in pair[0])
    middle = found.index(part) + len(part) // 2
    voice = next((each for each in voices if each.start <= middle < each.end), None)
    assert (shown_speaker(voice) if voice else None) == (None if speaker == "-" else speaker)
    assert voice is None or part in found[voice.start : voice.end]


@pytest.mark.parametrize(("speaker", "part", "text"), _rows("roles.tsv"))
def test_what_somebody_is_stands_beside_his_name(speaker: str, part: str, text: str) -> None:
    """What the page tells of a speaker once, in its own words, holds for all that he says; no more."""
    found, voices = next(pair for pair in _voices(text) if part in pair[0])
    voice = next(each for each in voices if each.start <= found.index(part) < each.end)
    assert shown_speaker(voice) == speaker


@pytest.mark.parametrize(("language", "span", "text"), _rows("reach.tsv"))
def test_reported_words_end_where_the_author_speaks(language: str, span: str, text: str) -> None:
    """The one span of a sentence holds the speaker's words, and none of the author's around them."""
    ((found, voices),) = _voices(text, language)
    assert [found[each.start : each.end].rstrip(".") for each in voices] == [span]


@pytest.mark.parametrize("sentence", [line for (line,) in _rows("unsaid.tsv")])
def test_nobody_says_what_is_only_named_or_shown(sentence: str) -> None:
    """Slogans, titles, examples, addresses and the author's own words are no speech of somebody unknown."""
    ((_, voices),) = _voices(sentence)
    assert voices == ()
