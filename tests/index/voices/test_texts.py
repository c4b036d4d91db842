"""Who says what in whole texts, read as files are: wire, press release, letters, posts, turns."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from index.articles.record import articles_of
from index.formats.folder import list_files
from index.formats.opening import open_document
from index.model import Paragraph, Voice
from index.voices import find_voices

# Each text stands between "=== name" and "---"; below that, who says some of its words: "-" the author
# alone, "=Brown" Brown and no longer name, "?" somebody whom the text does not tell: nobody may be named.
_FILE = Path(__file__).with_name("texts.txt")
_NAMED = re.compile(r"[^\W\d_a-zà-ÿ]\w+")


def _texts() -> dict[str, tuple[str, list[tuple[str, str]]]]:
    found: dict[str, tuple[str, list[tuple[str, str]]]] = {}
    for block in re.split(r"^=== ", _FILE.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        name, _, rest = block.partition("\n")
        text, _, told = rest.partition("\n---\n")
        rows = [line.partition(" | ") for line in told.strip().splitlines()]
        found[name] = text.strip() + "\n", [(who, words) for who, _, words in rows]
    return found


def _read(text: str, folder: Path) -> list[tuple[Paragraph, tuple[Voice, ...]]]:
    path = folder / "text.md"
    path.write_text(text, "utf-8")
    (file,) = list_files(folder)
    cuts, _ = articles_of(open_document(file))
    return [
        pair
        for cut in cuts
        for pair in zip(cut.paragraphs, find_voices(cut.paragraphs, cut.article.source), strict=True)
    ]


@pytest.mark.parametrize("name", _texts())
def test_each_part_has_its_voice(name: str, tmp_path: Path) -> None:
    """Words are said by who says them in the text; the author's stay his; nobody is guessed."""
    text, rows = _texts()[name]
    read = _read(text, tmp_path)
    for who, words in rows:
        paragraph, voices = next(pair for pair in read if words in pair[0].text)
        middle = paragraph.text.index(words) + len(words) // 2
        voice = next((each for each in voices if each.start <= middle < each.end), None)
        speaker = voice.speaker if voice else None
        if who == "-":
            assert voice is None, (words, voice)
        elif who.startswith("="):
            assert speaker == who[1:], (words, speaker)
        elif who == "?":
            assert not (speaker and _NAMED.search(speaker, 1)), (words, speaker)
        else:
            assert who.lower() in (speaker or "").lower(), (words, speaker)
