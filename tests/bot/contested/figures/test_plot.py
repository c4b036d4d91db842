"""What the picture of a point promises: every figure once, by date, readable without a library."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from bot.answer import ContestedPoint, Kind, Position
from bot.contested.figures.plot import bars_of, plot_text, png, save_plot, svg
from bot.finding.quote import claim_at
from index.errors import QuothError, SettingsError
from index.model import Paragraph, Passage, Role, Source


def point() -> ContestedPoint:
    """Return a point of two figures on two days."""
    positions = []
    for text, label, date, outlet in (
        ("The storm killed more than 60 people.", "“more than 60”", "2023-01-28", "A & B"),
        ("The storm killed 46 people.", "“46”", "2023-01-10", "C"),
    ):
        paragraph = Paragraph("a", "a.txt", 1, 0, len(text), Role.BODY, "en", text)
        source = Source(outlet=outlet, published=date, language="en")
        claim = claim_at(Passage(paragraph, source, (), 1.0, ()), 0, len(text), 1)
        positions.append(Position(label, (claim,)))
    return ContestedPoint("figure-deaths", Kind.FIGURE, "Number of deaths", tuple(positions))


def test_figures_are_drawn_by_date() -> None:
    """Each claim's figure is one bar, the earliest first, with its interval."""
    bars = bars_of(point())
    assert [(bar.date, bar.low, bar.high) for bar in bars] == [
        ("2023-01-10", 46, 46),
        ("2023-01-28", 60, float("inf")),
    ]


def test_the_svg_is_well_formed_and_follows_light_and_dark(tmp_path: Path) -> None:
    """The SVG parses, names every voice and has colours for both settings."""
    path = tmp_path / "deaths.svg"
    save_plot(point(), path, "en")
    text = path.read_text("utf-8")
    root = ET.fromstring(text)  # noqa: S314 - our own drawing
    shown = " ".join(node.text or "" for node in root.iter())
    assert "A & B" in shown
    assert "prefers-color-scheme:dark" in text
    assert svg("x", bars_of(point())) != text


def test_the_terminal_draws_the_same() -> None:
    """One line a figure, an open interval with an arrow."""
    lines = plot_text(point()).splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("2023-01-10")
    assert ">" in lines[2]


def test_what_cannot_be_drawn_says_so(tmp_path: Path) -> None:
    """Another kind of point or another ending is an error made for the user."""
    voices = ContestedPoint("voices", Kind.VOICES, "x", ())
    for bad, name in ((voices, "a.svg"), (point(), "a.pdf")):
        with pytest.raises(QuothError):
            save_plot(bad, tmp_path / name, "en")


def test_png_has_its_letters() -> None:
    """A PNG is drawn with the letters of a font of the machine, or refused where there is none."""
    drawing = svg("Number of deaths", bars_of(point()))
    try:
        picture = png(drawing)
    except SettingsError as error:
        pytest.skip(str(error))
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > len(png(drawing.replace("Number of deaths", ""))) > 1000
