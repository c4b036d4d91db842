from __future__ import annotations

import pytest

from index.grammar.frames import cut_frames
from index.grammar.quotes import find_quotes
from index.grammar.reporting_words import lexicon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “no” and «sí».", ["“no”", "«sí»"]),
        ('He said "no" twice.', ['"no"']),
        ("''No,'' he said.", ["''No,''"]),
        ("``No,'' he said.", ["``No,''"]),
        ("‘No way,’ the people’s man said.", ["‘No way,’"]),
        ("the protesters’ rights and the dogs’ food", []),
        ("“He said ‘no’ to me.”", ["“He said ‘no’ to me.”"]),  # the inner ones are part of it
        ("“A “very” odd one” here", ["“A “very” odd one”"]),
        ("It was “never closed", ["“never closed"]),
        ("its “strong words, saying he has the “will of all.”", ["“strong words", "“will of all.”"]),
        ("closed without opening, ” he said", ["closed without opening, ”"]),
        ("„Ja“, said Brown. „Nein”, said others.", ["„Ja“", "„Nein”"]),
        ("»Never«, said Brown, »never again«.", ["»Never«", "»never again«"]),
        ('a plank 24" long', []),
        ('Robert "Bobby" Brown said "no".', ['"no"']),
        ('and left it ", he said', ['and left it "']),
    ],
)
def test_quotes(text: str, expected: list[str]) -> None:
    """Quotations are found with any marks, nested, unclosed, or closed without being opened."""
    assert [text[each.start : each.end] for each in find_quotes(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        'a) the pier, item 618).".',
        '2) the pier, item 618).".',
        'LEEDS, Jan. 4 (Agency) - it grows (9).".',
    ],
)
def test_a_line_that_a_lone_mark_ends_is_one_sentence(text: str) -> None:
    """A quotation that only a mark at its end tells begins before a number or place, and is not lost."""
    quotes = find_quotes(text)
    frames = cut_frames(text, quotes, lexicon("en"))
    assert [frame.end for frame in frames] == [len(text)]


def test_carried_quotation() -> None:
    """A quotation left open by the paragraph before ends at a lone closing mark."""
    text = "and so on” the mayor said"
    assert [text[each.start : each.end] for each in find_quotes(text, carried=True)] == ["and so on”"]
    assert find_quotes(text) == []


def test_frames_do_not_break_inside_quotations() -> None:
    """A sentence end inside a quotation is none of the sentence around it."""
    text = "“One. Two,” she said. “Three. Four.” Then it rained."
    frames = cut_frames(text, find_quotes(text), lexicon("en"))
    assert [text[each.start : each.end].strip() for each in frames] == [
        "“One. Two,” she said.",
        "“Three. Four.”",
        "Then it rained.",
    ]
    assert [token.text for token in frames[0].tokens] == ["", "she", "said"]


def test_addresses_are_no_words() -> None:
    """Addresses inside a sentence are skipped; initials and hyphened words stay whole."""
    text = "The U.S. mayor <https://x.example/a_b> of self-made O’Connor said"
    tokens = cut_frames(text, [], lexicon("en"))[0].tokens
    assert [token.text for token in tokens] == ["The", "U.S", "mayor", "of", "self-made", "O’Connor", "said"]
