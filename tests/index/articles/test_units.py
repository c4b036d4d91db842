"""Lines wrapped at a fixed width are read by paragraphs, also where no blank line parts these."""

from __future__ import annotations

from textwrap import wrap

import pytest

from index.articles.line_kinds import UnitKind, is_heading, kind_of
from index.articles.units import blocks_of, is_wrapped, lines_of, unit_of

_LONG = (
    "We wrote to the owners in March and again in April, and we never had an answer from any of them, "
    "though we had shown the council the log book and had asked for a second count of all the boats."
)


def _blocks(text: str) -> list[str]:
    return [" ".join(line.text for line in block) for block in blocks_of(lines_of(text))]


def test_a_wrapped_transcript_is_parted_at_its_labels() -> None:
    """A label in capitals that comes back begins a block; one that stands once does not."""
    turns = [f"Mr. KLEIN: {_LONG}", "Ms. OKAFOR: Yes, sir.", "Mr. KLEIN: And then?", "Ms. OKAFOR: We wait."]
    text = "\n".join("\n".join(wrap(turn, 62)) for turn in turns)
    assert _blocks(text) == turns
    assert _blocks(text.replace("KLEIN:", "KLEIN.")) == [turn.replace("KLEIN:", "KLEIN.") for turn in turns]
    assert _blocks("Note: it rained\non the town.\nCost: nine") == ["Note: it rained on the town. Cost: nine"]


def test_wrapped_paragraphs_without_blank_lines() -> None:
    """A short line that ends a sentence, or is a headline, ends its paragraph; short lines alone do not."""
    paragraphs = ["Statement of Otto Klein", _LONG, _LONG.replace("March", "May"), "It was late."]
    text = "\n".join("\n".join(wrap(each, 62)) for each in paragraphs)
    assert _blocks(text) == paragraphs
    poem = "The rain fell.\nThe boats came.\nNobody spoke.\nThe town slept.\nAll was well.\nIt was May."
    assert len(_blocks(poem)) == 1


def test_lines_broken_anywhere_in_running_text_are_joined() -> None:
    """Where links of a page once broke its lines, a paragraph goes on until a short line ends a sentence."""
    broken = (
        "The owners of the\nferry\nsaid that\nnobody had asked them\nwhether the boats were sound, and\n"
        "that a\nletter\nfrom the council\nhad never come to the office in the harbour of\nArvel."
    )
    paragraphs = [broken.replace("owners", each) for each in ("owners", "pilots", "crews")]
    lines = lines_of("\n".join(paragraphs))
    assert _blocks("\n".join(paragraphs)) == [each.replace("\n", " ") for each in paragraphs]
    assert is_wrapped(lines)
    names = "\n".join(f"Pier {number}\nOtto Klein\nopen" for number in range(12))
    assert not is_wrapped(lines_of(names))


def test_a_quoted_sentence_is_no_heading() -> None:
    """A short paragraph that is a sentence between marks goes on with its speaker, and heads nothing."""
    assert not is_heading("“We will read every page of it.”")
    assert not is_heading("«Vamos a mirar cada página».")
    assert is_heading("“Never again”")
    assert is_heading("“Never again.”")


@pytest.mark.parametrize(
    ("text", "junk"),
    [
        ("To read the full report, click here: Shots fired in Ardale harden the talks by", True),
        ("For more on the port of Ardale, please visit www.ardale.example", True),
        ("Para consultar el informe completo, ingrese a www.aldea.example/informe", True),
        ("Para más información pincha en este enlace", True),
        ("To see her son, Vale visits the prison each week.", False),
        ("To vote by mail, write to the council before Friday.", False),
        ("Para ver a su hijo, Vale visita la cárcel cada semana.", False),
        ("Para entrar en nuestro puerto, dijo, hay que pagar.", False),
    ],
)
def test_a_line_that_only_leads_elsewhere_is_furniture(text: str, *, junk: bool) -> None:
    """A line that sends the reader to another page is no text; one that tells of a purpose is."""
    assert (kind_of(unit_of(lines_of(text))) is UnitKind.JUNK) is junk
