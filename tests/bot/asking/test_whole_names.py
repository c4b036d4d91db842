"""What a question names is read as whole names, so that a part of one is never taken for it."""

from __future__ import annotations

import pytest

from bot.asking.whole_names import asked_things, names_whole


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Where is Ardale County High School?", [("ardale", "county", "high", "school")]),
        (
            "What did the Bank of Ruritania say about Ana Ejemplo?",
            [("bank", "of", "ruritania"), ("ana", "ejemplo")],
        ),
        ("¿Qué dijo el Banco de la Villa?", [("banco", "de", "la", "villa")]),
        ("Who wrote “Both Sides Now and Then”?", [("both", "sides", "now", "and", "then")]),
        ("Who sang «La Barca de Ayer»?", [("barca", "de", "ayer")]),
        ("When was Judge Muster born?", [("muster",)]),
        ("Was it Lorvia or Borvik?", [("lorvia",), ("borvik",)]),
        ("Where is the Ardale Judge printed?", [("ardale", "judge")]),
        ("In March, who left?", []),
        ("What's the Ardale Judge worth?", [("ardale", "judge")]),
        ("Who's the keeper of Lorvia?", [("lorvia",)]),
    ],
)
def test_a_name_is_all_its_words_in_order(question: str, names: list[tuple[str, ...]]) -> None:
    """Capitals side by side, or linked by "of", are one name; alternatives are two, titles no part of one."""
    assert list(asked_things(question)) == names


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        ("She left Ardale County High School in 1950.", ("ardale", "county", "high", "school"), True),
        ("She left Borvik Southern High School.", ("ardale", "county", "high", "school"), False),
        ("Mayor Ejemplo resigned.", ("ana", "ejemplo"), True),
        ("The Ejemplo inquiry ended.", ("ana", "ejemplo"), True),
        ("Hugo Ejemplo resigned.", ("ana", "ejemplo"), False),
        ("The army of Ruritania marched.", ("bank", "of", "ruritania"), False),
    ],
)
def test_a_text_names_what_is_called_by_a_whole_name(text: str, name: tuple[str, ...], held: bool) -> None:
    """The whole name does, or a surname alone; another's surname and a part of a body's name do not."""
    assert names_whole(text, name) is held
