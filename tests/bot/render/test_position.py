"""What every door says of a position: how many independent sources stand behind it."""

from __future__ import annotations

import json

import pytest

from bot.answer import Answer, Claim, ContestedPoint, Found, Kind, Position, Status
from bot.render.chat_text import render
from bot.render.jsonout import answer_json
from bot.render.position import backing
from bot.render.terminal import Screen, answer_text
from index.model import Source, Stance
from index.values import replace

SOURCE = Source(title="T", authors=("Ana Ejemplo",))
CLAIM = Claim(1, "Forty carts crossed.", "a#1", "a.txt", 0, 20, SOURCE, 1.0, group="a")
COPY = replace(CLAIM, number=2, paragraph="b#1", file="b.txt", quote="Forty carts.")
OTHER = replace(
    CLAIM, number=3, paragraph="c#1", file="c.txt", group="c", source=Source(authors=("Juan Prueba",))
)
FAR = replace(OTHER, number=4, paragraph="d#1", file="d.txt", group="d", stance=Stance.REJECTED)


def point(*claims: Claim, kind: Kind = Kind.FIGURE, **more: object) -> ContestedPoint:
    """Return a point of one position with these claims."""
    return ContestedPoint("p", kind, "Carts", (Position("“forty”", claims, **more),))  # type: ignore[arg-type]


def doors(point: ContestedPoint, language: str = "en") -> tuple[str, str, dict[str, object]]:
    """Return what terminal and messenger show of an answer with this point, and its position as JSON."""
    answer = Answer("How many?", language, Status.ANSWERED, None, (), (point,))
    data = json.loads(answer_json(answer))["contested"][0]["positions"][0]
    return answer_text(answer, Screen(200)), "\n".join(m.text for m in render(answer)), data


@pytest.mark.parametrize(
    ("claims", "unshown", "words", "sources", "far"),
    [
        ((CLAIM,), (), "• “forty”\n", 1, 0),
        ((CLAIM, COPY), (), "• “forty”\n", 1, 0),  # a copy of one article
        ((CLAIM, OTHER), (), "(independent sources: 2)", 2, 0),
        (
            (CLAIM,),
            (("c", Stance.REPORTED), ("a", Stance.REPORTED)),
            "(independent sources: 2, quoted: 1)",
            2,
            0,
        ),
        ((CLAIM, FAR), (), "(independent sources: 1; reported by others: 1)", 1, 1),
        ((FAR,), (), "(independent sources: 0; reported by others: 1)", 0, 1),
    ],
)
def test_every_door_states_the_independent_sources(
    claims: tuple[Claim, ...], unshown: tuple[object, ...], words: str, sources: int, far: int
) -> None:
    """Copies count once, who rejects a position is not behind it, and what is not quoted is told apart."""
    screen, chat, data = doors(point(*claims, unshown=unshown))
    assert words in screen
    assert words in chat or sources == 1
    assert (data["sources"], data["at_distance"]) == (sources, far)


def test_the_number_is_stated_in_the_askers_language() -> None:
    """A Spanish answer counts its sources in Spanish."""
    screen, chat, _ = doors(point(CLAIM, FAR), "es")
    assert "(fuentes independientes: 1; recogida por otras: 1)" in screen and "recogida por otras: 1)" in chat
    assert backing(point(CLAIM).positions[0], "es") == "fuentes independientes: 1"


def test_voices_side_by_side_are_named_once() -> None:
    """Of voices side by side no voice is named twice."""
    sides = (Position("Ana Ejemplo", (CLAIM,)), Position("Juan Prueba", (OTHER,)))
    screen, chat, data = doors(ContestedPoint("voices", Kind.VOICES, "What each source says", sides))
    assert data["sources"] == 1
    assert screen.count("Ana Ejemplo") == chat.count("Ana Ejemplo") == 1


def test_a_lone_source_is_told_at_every_door() -> None:
    """Where only one source speaks on a contested matter, terminal, messenger and JSON say so."""
    line = "Only one source in these documents speaks on this."
    answer = Answer("Was it?", "en", Status.ANSWERED, None, (CLAIM,), notes=(line,))
    assert line in answer_text(answer, Screen(200))
    assert line in render(answer)[0].text
    assert json.loads(answer_json(answer))["notes"] == [line]


def test_no_quote_stands_twice() -> None:
    """A position's quote that is a claim of the answer too stands once, in the point."""
    answer = Answer("How many?", "en", Status.ANSWERED, None, (CLAIM,), (point(CLAIM, OTHER),))
    for text in (answer_text(answer, Screen(200)), render(answer)[0].text):
        assert text.count("Forty carts crossed.") == 2  # of two sources
        assert text.count("Ana Ejemplo") == 1


@pytest.mark.parametrize(
    ("passages", "line"), [(1, "1 passage from 1 source."), (7, "7 passages from 1 source.")]
)
def test_what_is_not_shown_is_counted(passages: int, line: str) -> None:
    """One line says how much more was found, and on the screen how to see it."""
    answer = Answer("Who?", "en", Status.ANSWERED, None, (CLAIM,), more=Found(passages, 1))
    assert answer_text(answer, Screen(80)).endswith(f"\nAlso found: {line} To see all: --all")
    assert render(answer)[-1].text.endswith(f"Also found: {line}")


def test_a_voice_that_goes_on_is_not_named_again() -> None:
    """A second quote of one voice and article stands below the first, under the one name."""
    second = replace(CLAIM, number=2, paragraph="a#2", start=30, end=40, quote="Then came more.")
    screen, chat, _ = doors(point(CLAIM, second))
    for text in (screen, chat):
        assert text.count("Ana Ejemplo") == 1
        assert text.index("Forty carts crossed.") < text.index("Then came more.")


def test_a_title_that_is_quoted_is_not_named_below_itself() -> None:
    """Where the quote is its source's title, the line below gives only its place."""
    claim = replace(CLAIM, quote="A ferry is sold.", source=replace(SOURCE, title="A ferry is sold"))
    answer = Answer("What?", "en", Status.ANSWERED, None, (claim,))
    assert answer_text(answer, Screen(80)).count("ferry") == 1
