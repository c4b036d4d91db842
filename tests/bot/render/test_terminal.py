"""The answer on a screen."""

from __future__ import annotations

import re

import pytest

from bot.answer import Answer, Claim, ContestedPoint, Kind, Position, Spoken, Status
from bot.render.terminal import Screen, answer_text, printable
from index.model import Mode, Place, Source, Stance
from index.values import replace

QUOTE = "The harbour of Springfield was closed on Friday by the city council for three weeks of repairs."
CLAIM = Claim(
    1,
    QUOTE,
    "a#1",
    "a.txt",
    0,
    9,
    Source(title="T", authors=("Ana Ejemplo",), url="https://example.org"),
    1.0,
)
ANSWER = Answer("Who?", "en", Status.ANSWERED, None, (CLAIM,))


@pytest.mark.parametrize("width", [1, 20, 40, 88, 1000])
def test_quote_is_shown_whole_under_its_voice(width: int) -> None:
    """At any width the quote stands word for word behind its bar, below its label."""
    lines = answer_text(ANSWER, Screen(width)).splitlines()
    quoted = [line.removeprefix("  │ ") for line in lines if line.startswith("  │ ")]
    assert " ".join(quoted) == QUOTE
    assert " ".join(lines[0].split()).startswith("1. Ana")
    assert width < 40 or all(len(line) <= width for line in lines if "http" not in line)


def test_styles_only_where_the_screen_has_them() -> None:
    """Without styles there is no escape; with them the words are the same."""
    plain, styled = answer_text(ANSWER, Screen(60)), answer_text(ANSWER, Screen(60, styled=True))
    assert "\x1b" not in plain and "\x1b[1m" in styled
    assert re.sub(r"\x1b(?:\[\d+m|\]8;;[^\x1b]*\x1b\\)", "", styled) == plain


def test_nothing_found_says_why() -> None:
    """Silence comes with its reason and without a quote."""
    text = answer_text(Answer("Who?", "es", Status.NOTHING_FOUND, "Porque sí."), Screen())
    assert text.splitlines() == ["No se encontró nada.", "Porque sí."]


def test_stance_copies_and_notes_are_shown() -> None:
    """A distanced or rejected wording says so; copies are listed; notes stand above."""
    claim = replace(
        CLAIM, stance=Stance.REJECTED, also_in=(Place("b", "b.txt", 0, 9), Place("b", "b.txt", 20, 29))
    )
    text = answer_text(replace(ANSWER, claims=(claim,), notes=("A note.",)), Screen())
    assert text.startswith("A note.\n")
    assert "also in b" in text and "also in b, b" not in text
    point = ContestedPoint("p", Kind.FRAMING, "H", (Position("“one”", (claim,)),))
    assert "(the author rejects it)" in answer_text(replace(ANSWER, claims=(), contested=(point,)), Screen())


def test_every_position_is_shown() -> None:
    """Each position of a contested point stands with its own quote and voice under the neutral heading."""
    other = replace(CLAIM, number=2, quote="Other words.", source=Source(authors=("Juan Prueba",)))
    point = ContestedPoint(
        "p", Kind.FIGURE, "A heading", (Position("one", (CLAIM,)), Position("two", (other,)))
    )
    text = answer_text(replace(ANSWER, claims=(), contested=(point,)), Screen())
    assert [
        text.index(part)
        for part in ("── A heading ──", "• one", "Ana Ejemplo", "• two", "Juan Prueba", "Other words.")
    ] == sorted(
        text.index(part)
        for part in ("── A heading ──", "• one", "Ana Ejemplo", "• two", "Juan Prueba", "Other words.")
    )


@pytest.mark.parametrize("unsafe", ["\x1b[31m", "\x07", "\u202e", "\u2066", "\x9b", "\r", "\ud800", "\x00"])
def test_nothing_steers_the_terminal(unsafe: str) -> None:
    """Control characters and marks that turn the reading direction are never printed, wherever they stand."""
    claim = replace(
        CLAIM,
        quote=f"a{unsafe}b",
        paragraph=f"x{unsafe}#1",
        source=Source(title=unsafe, authors=(f"A {unsafe}",)),
    )
    text = answer_text(replace(ANSWER, claims=(claim,), notes=(unsafe,)), Screen())
    assert unsafe not in text and "a\ufffdb" in text.replace("[31m", "")
    assert printable(f"ñ “ok”{unsafe}\n\t😀").startswith("ñ “ok”\ufffd")


def test_the_words_of_others_are_underlined_where_the_screen_has_styles() -> None:
    """In a quote that mixes voices each speaker's words are marked, over line ends; elsewhere nothing is."""
    start, end = QUOTE.index("closed"), QUOTE.index(" of repairs")
    claim = replace(CLAIM, mode=Mode.MIXED, voices=(Spoken(start, end, "Ana Prueba", Mode.DIRECT),))
    answer = replace(ANSWER, claims=(claim,))
    styled = answer_text(answer, Screen(40, styled=True))
    marked = re.findall(r"\x1b\[4m(.*?)\x1b\[24m", styled)
    assert " ".join(marked) == QUOTE[start:end]
    assert "\x1b" not in answer_text(answer, Screen(40))


def test_titles_are_links_where_the_screen_has_styles() -> None:
    """A terminal opens the place of a quote; an address that could steer it is no link; a pipe has none."""
    styled = answer_text(ANSWER, Screen(60, styled=True))
    assert "\x1b]8;;https://example.org\x1b\\" in styled
    bad = replace(CLAIM, source=replace(CLAIM.source, url="https://example.org/\x1b[31m"))
    assert "]8;;" not in answer_text(replace(ANSWER, claims=(bad,)), Screen(60, styled=True))
    assert "example.org" not in answer_text(ANSWER, Screen(60))


def test_an_address_in_a_quote_is_a_mark() -> None:
    """The address itself stays in the JSON; no other character of the quote changes."""
    claim = replace(CLAIM, quote="The ferry <https://example.org/f> sailed.")
    text = answer_text(replace(ANSWER, claims=(claim,)), Screen(60))
    assert "  │ The ferry ↗ sailed." in text


def test_each_position_of_a_card_stands_under_a_name() -> None:
    """Two positions of one text: the second is no quote without its voice."""
    other = replace(CLAIM, quote="It was closed for two days.", start=20, end=47)
    point = ContestedPoint("p", Kind.FIGURE, "Closed", (Position("one", (CLAIM,)), Position("two", (other,))))
    shown = answer_text(replace(ANSWER, contested=(point,), claims=()), Screen(80))
    assert shown.count("Ana Ejemplo, ") + shown.count("Ana Ejemplo wrote") >= 2
