"""Is a text word for word in the library: two answers, not one."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bot.answer import Verification
from bot.answering.verification import verify
from bot.finding.quote import folded
from index.door import Index
from index.embedded import open_library
from index.model import Place

Write = Callable[[Mapping[str, str | bytes]], Path]
TEXT = "The harbour of Springfield\nwas closed\u00a0on “Friday”, said Ana.\n\nIt cost $5 (five) [sic] a+b.\n"


@pytest.fixture
def index(library: Write, tmp_path: Path) -> Index:
    """Return an index of two documents with the same text."""
    return open_library(library({"a.txt": TEXT, "sub/b.txt": "Before.\n\n" + TEXT}), tmp_path / "i")


def check(index: Index, text: str) -> Verification:
    """Return the result, its places checked to be what was asked for."""
    result = verify(index, text)
    if result.verbatim:
        for place in result.places:
            assert index.document(place.file).text[place.start : place.end].split() == text.split()
    return result


@pytest.mark.parametrize(
    "text",
    [
        "harbour",
        "The harbour of Springfield was closed",
        "  closed   on\n“Friday”,  ",
        "$5 (five) [sic] a+b.",
        "said Ana. It cost",
    ],
)
def test_exact_words_are_verbatim_in_every_place(index: Index, text: str) -> None:
    """Words that stand so, white space aside, are found in each document, even over a paragraph's end."""
    result = check(index, text)
    assert result.verbatim and not result.nearly
    assert [place.file for place in result.places] == ["a.txt", "sub/b.txt"]


@pytest.mark.parametrize(
    ("text", "verbatim"),
    [
        ("The list ↗ says so ↗.", True),
        ("the list ↗", True),  # as the text itself has it
        ("The list <https://example.org/l> says", True),
        ("The list says", False),
        ("The ↗ list", False),
    ],
)
def test_a_mark_copied_with_a_quote_stands_for_its_address(
    library: Write, tmp_path: Path, text: str, verbatim: bool
) -> None:
    """What was shown with marks in place of addresses is found word for word, and nothing else is by them."""
    held = "The list <https://example.org/l> says so <https://example.org/m>.\n\nOpen the list ↗ here.\n"
    assert verify(open_library(library({"a.txt": held}), tmp_path / "i"), text).verbatim is verbatim


@pytest.mark.parametrize(
    "text", ['closed on "Friday"', "the HARBOUR of springfield", "the harbóur of Springfield"]
)
def test_other_marks_capitals_and_accents_are_not_word_for_word(index: Index, text: str) -> None:
    """The same words with other marks, capitals or accents are told apart from an exact match."""
    result = check(index, text)
    assert not result.verbatim and result.nearly
    assert {place.file for place in result.places} == {"a.txt", "sub/b.txt"}


@pytest.mark.parametrize(
    "text", ["", "?!", "harbour Springfield", "closed Friday", "The harbours", ".*", "harbou"[:5] + "x"]
)
def test_what_stands_nowhere_is_said_so(index: Index, text: str) -> None:
    """Left-out words, other words and patterns are found nowhere."""
    result = check(index, text)
    assert (result.verbatim, result.nearly, result.places) == (False, False, ())


def test_a_word_is_more_than_a_part_of_one(index: Index) -> None:
    """Part of a word counts as a slice of the text, and as no word."""
    assert check(index, "harbou").verbatim and not check(index, "HARBOU").nearly


def test_other_spellings_of_the_same_words_are_nearly_it(library: Write, tmp_path: Path) -> None:
    """What differs in broken lines, hyphens in compounds and kinds of letters has the same words."""
    text = (
        "The ex-mayor of Łódź was sur-\nrounded by the co\u00adopera\u00adtive of\n"
        "the after-\nnoon of Monday, the police re-\nport says, and the crowd left.\n"
    )
    index = open_library(library({"a.txt": text}), tmp_path / "i")
    assert verify(index, "The exmayor of Lodz was surrounded by the cooperative").nearly
    assert not verify(index, "The ex-mayor of Lodz was rounded by the cooperative").nearly


def test_nearest_passage_is_told_with_the_words_that_differ(index: Index) -> None:
    """A text that stands nowhere gets the passage that comes nearest, and which of its words it has not."""
    result = verify(index, "The harbour of Springfield was opened on Friday, said Ana")
    assert not result.verbatim and not result.nearly and result.places == ()
    assert result.nearest is not None
    assert [result.nearest.quote[start:end] for start, end in result.differs] == ["closed"]
    assert verify(index, "A ferry to Shelbyville sails at noon").nearest is None


LONG = "In May, she said, the old harbour of Springfield had been closed to boats by the council of the town."


@pytest.mark.parametrize(
    ("text", "differing"),
    [
        ("the old harbour of Springfield had been opened to boats", ["closed"]),  # a part of the quote
        ("In June, she said, the old harbour of Springfield", ["May"]),  # its beginning
        ("the new harbour of Springfield had been closed", ["old"]),
        ("new harbour of Springfield had been closed", ["old"]),  # the first word
        ("closed to boats by the council of the county", ["town"]),  # the last one
        ("the old harbour of Springfield had twice been closed", []),  # a word too many
        ("harbour of Springfield been closed to ships by the council", ["had", "boats"]),
    ],
)
def test_only_within_a_part_that_is_verified_words_differ(
    library: Write, tmp_path: Path, text: str, differing: list[str]
) -> None:
    """What stands before and behind a part that somebody verifies is not marked as differing from it."""
    result = verify(open_library(library({"a.txt": LONG}), tmp_path / "i"), text)
    assert result.nearest is not None and result.nearest.quote == LONG
    assert [LONG[start:end] for start, end in result.differs] == differing


# Pieces that folding joins, parts, drops or spells in another way, and words that are none for a search.
_PIECES = (
    "the harbour", "Harbour's", "HARBOUR", "re-elected", "reelected", "re-\nelected", "12,000", "12.000",
    "U.S.", "US", "us", "Łódź", "lodz", "naïve", "auto-golpe", "COVID-19", "para los", "golpes", "golpe",
    "coopera\u00adtive", "cooperative", "o'clock", "straße", "strasse", "“quay”,", "quay.", "of it and",
    "東京都", "the\u2019s", "sur-\n  rounded", "3.5 %", "e\u0301l", "él",
)  # fmt: skip


def _slowly(index: Index, text: str) -> tuple[bool, bool, list[Place]]:
    """Return what a look at every text tells: verbatim, nearly, and the places."""
    pattern = re.compile(r"\s+".join(map(re.escape, text.split())))
    places = []
    for file in index.files():
        for match in pattern.finditer(index.document(file).text):
            start = match.start()
            inside = (a.id for a in index.articles() if a.file == file and a.start <= start < a.end)
            places.append(Place(next(inside, file), file, start, match.end()))
    if places:
        return True, False, places
    words = folded(text)
    near = [item.paragraph for item in index.export() if f" {words} " in f" {folded(item.paragraph.text)} "]
    return False, bool(near), [Place(p.article, p.file, p.start, p.end) for p in near]


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.long) for seed in (2, 3))])
def test_what_is_found_by_the_index_is_what_a_look_at_every_text_finds(
    library: Write, tmp_path: Path, seed: int
) -> None:
    """Through the index a text is found in the very places where looking through everything finds it."""
    chance = random.Random(seed)  # noqa: S311

    def made(most: int) -> str:
        return " ".join(chance.choice(_PIECES) for _ in range(chance.randint(1, most)))

    files = {
        f"{number}.{chance.choice(('md', 'txt'))}": "\n\n".join(
            chance.choice(("", "", "# ")) + made(9) for _ in range(chance.randint(1, 6))
        )
        for number in range(30)
    }
    index = open_library(library(files), tmp_path / "i")
    kinds: Counter[tuple[bool, bool]] = Counter()
    for _ in range(250):
        text = chance.choice((str, str.upper, str.lower))(made(3))
        found = verify(index, text)
        assert (found.verbatim, found.nearly, [*found.places]) == _slowly(index, text), text
        kinds[found.verbatim, found.nearly] += 1
    assert min(kinds[True, False], kinds[False, True], kinds[False, False]) > 10
