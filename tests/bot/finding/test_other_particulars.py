"""Passages that tell of another than the one asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answer import Status
from bot.answering.respond import Question, respond
from index.embedded import open_library

KITES = {
    "one.md": "---\npublished: 2019-05-06\n---\nAda Ejemplo built the best kite of Arvel in 2019.\n",
    "two.md": "---\npublished: 2018-05-06\n---\nColin Muster built the best kite of Arvel in 2018.\n",
    "three.md": "---\npublished: 2018-06-07\n---\nThe meadow of Arvel is open to all in May.\n",
}
INQUIRIES = {
    "one.md": "Lord Muster led the first inquiry into the weir of Arvel and blamed the miller.\n",
    "two.md": "Dame Ejemplo led the second inquiry into the weir of Arvel, which sat for nine days.\n",
}
PUERTAS = {
    "uno.md": "Ana Ejemplo pintó la puerta norte del molino de Arvel.\n",
    "dos.md": "Berta Muster pintó la puerta sur del molino de Arvel.\n",
}
JUDGES = {
    "one.md": "Judge Otto Mustermann decided that the hedge of Arvel belongs to both farms.\n",
    "two.md": "Otto Mustermann keeps bees and has never owned a hat.\n",
}


def quotes(library: Callable[..., Path], files: dict[str, str], question: str) -> str:
    """Return all that is quoted, one under the other."""
    answer = respond(open_library(library(files)), Question(question))
    return "\n".join(claim.quote for claim in answer.quotes)


@pytest.mark.parametrize(
    ("files", "question", "right", "wrong"),
    [
        (KITES, "Who built the best kite of Arvel in 2019?", "Ada Ejemplo", "Colin"),
        (INQUIRIES, "Who led the second inquiry into the weir of Arvel?", "Dame Ejemplo", "Lord"),
        (PUERTAS, "¿Quién pintó la puerta norte del molino de Arvel?", "Ana Ejemplo", "Berta"),
    ],
)
def test_another_of_several_is_not_shown(
    library: Callable[..., Path], files: dict[str, str], question: str, right: str, wrong: str
) -> None:
    """Asked for one year or one of several, who tells of another is no answer and no other side of it."""
    shown = quotes(library, files, question)
    assert right in shown
    assert wrong not in shown


def test_another_year_answers_yes_or_no(library: Callable[..., Path]) -> None:
    """Whether it was that year is answered by the year that it was."""
    files = {"one.md": "The mill of Arvel was sold to a baker in 2019.\n"}
    assert "2019" in quotes(library, files, "Was the mill of Arvel sold in 2018?")


def test_a_year_within_the_time_told_is_no_other(library: Callable[..., Path]) -> None:
    """What is so since a year is so in a later one, too."""
    files = {"one.md": "Since 2015 the widow Muster has run the mill of Arvel.\n"}
    assert "Muster" in quotes(library, files, "Who ran the mill of Arvel in 2018?")


@pytest.mark.parametrize("name", ["Carla Mustermann", "Judge Carla Mustermann"])
def test_another_person_of_one_surname_does_not_answer(library: Callable[..., Path], name: str) -> None:
    """Of somebody who stands nowhere nothing is told, whatever another of that surname did."""
    answer = respond(open_library(library(JUDGES)), Question(f"What did {name} decide?"))
    assert answer.status is Status.NOTHING_FOUND


def test_a_person_is_found_by_a_part_of_the_name(library: Callable[..., Path]) -> None:
    """A text need not have all of a name: its surname behind a title, or an initial."""
    for text in ("Judge Mustermann decided", "O. Mustermann decided", "Otto K. Mustermann decided"):
        shown = quotes(
            library,
            {"one.md": f"{text} that the hedge of Arvel stays.\n"},
            "What did Otto Mustermann decide?",
        )
        assert "hedge" in shown, text


def test_a_short_form_of_a_name_is_no_other(library: Callable[..., Path]) -> None:
    """Bob may be Robert, whom the question asks after."""
    files = {"one.md": "Mayor Bob Mustermann decided that the hedge of Arvel stays.\n"}
    assert "hedge" in quotes(library, files, "What did Robert Mustermann decide?")


def test_another_body_beside_it_hides_nothing(library: Callable[..., Path]) -> None:
    """A passage on the Green Party may name the Lime Party in full, and the other by one word."""
    files = {"one.md": "The Lime Party wants a ferry, but the Greens decided to build a weir in Arvel.\n"}
    assert "weir" in quotes(library, files, "Where did the Green Party decide to build a weir?")


BELLS = {
    "one.md": "The bell of Ostley weighs 900 kilos, the ringer said.\n",
    "two.md": "The bell of Lund weighs 300 kilos and rings at noon.\n",
}
BRIDGES = {
    "one.md": "The Arvel bridge was opened in 1931 by a bishop.\n",
    "two.md": "The Copley bridge was opened in 1950 after a flood.\n",
}
ESCUELAS = {
    "uno.md": "La escuela de Coval tiene 31 alumnos este curso.\n",
    "dos.md": "La escuela de Brañal tiene 9 alumnos y una estufa.\n",
}


@pytest.mark.parametrize(
    ("files", "question", "right", "wrong"),
    [
        (BELLS, "How much does the bell of Ostley weigh?", "Ostley", "Lund"),
        (BRIDGES, "When was the Arvel bridge opened?", "Arvel", "Copley"),
        (ESCUELAS, "¿Cuántos alumnos tiene la escuela de Coval?", "Coval", "Brañal"),
    ],
)
def test_a_thing_of_another_name_is_not_shown(
    library: Callable[..., Path], files: dict[str, str], question: str, right: str, wrong: str
) -> None:
    """Asked for a number or a day of a thing that has a name, what another of its kind has is no answer."""
    shown = quotes(library, files, question)
    assert right in shown
    assert wrong not in shown


@pytest.mark.parametrize(
    ("text", "question", "right"),
    [
        (  # its article names the asked place
            "The theatre of St Bride has 400 seats.\n\nDelby paid for the curtain of the theatre.\n",
            "How many seats has the theatre of Delby?",
            "400 seats",
        ),
        (  # a government has the name of who leads it, too
            "The government of Ana Torvald bought 40 boats.\n",
            "How many boats did the government of Peria buy?",
            "40 boats",
        ),
    ],
)
def test_a_thing_that_may_have_two_names_is_shown(
    library: Callable[..., Path], text: str, question: str, right: str
) -> None:
    """What stands under another name may be the one asked for, where its article names that, too."""
    other = "The theatre of Delby and the government of Peria bought seats and boats in May.\n"
    assert right in quotes(library, {"one.md": text, "two.md": other}, question)
