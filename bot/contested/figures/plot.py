"""A contested point of figures as a picture: intervals by date, one line a voice, as SVG, PNG or text.

The SVG is written here, without a library, so that it costs nothing to import; colours follow the
reader's light or dark setting. A PNG is the same drawing in its light colours, by ``resvg``.
"""

from __future__ import annotations

import math
from html import escape
from pathlib import Path
from types import ModuleType

from bot.answer import Claim, ContestedPoint, Kind, Position
from bot.contested.card_phrases import phrase
from index.errors import SettingsError, UsageError
from index.figures import Figure, find_figures
from index.model import Mode
from index.values import frozen

_WIDTH, _LINE, _TOP, _LEFT = 640, 46, 56, 20  # pixels; wide enough to read on a phone held upright
_BAR_LEFT, _BAR_RIGHT = 200, 600
_OPEN = 1.25  # an open interval is drawn to a quarter beyond the largest number
_COLUMNS = 40  # characters of a bar in the terminal
# Families of letters that Linux distributions, Windows and macOS come with.
_FAMILIES = ("DejaVu Sans", "Noto Sans", "Liberation Sans", "Arial", "Helvetica", "Roboto", "Verdana")


@frozen
class Bar:
    """One figure to draw: its label, who gives it, when, and its interval."""

    text: str
    who: str
    date: str
    low: float
    high: float  # math.inf when open


def bars_of(point: ContestedPoint) -> list[Bar]:
    """Return the figures of a point by date, one a claim. Raises UsageError for a point of another kind."""
    if point.kind is not Kind.FIGURE:
        raise UsageError(f"{point.id} is no point of kind figure")
    rows = [
        _bar(position, claim, figure)
        for position in point.positions
        for claim in position.claims
        if (figure := _figure(position, claim)) is not None
    ]
    return sorted(rows, key=lambda bar: (bar.date or "9999", bar.who, bar.low))


def _figure(position: Position, claim: Claim) -> Figure | None:
    """Return the figure of a claim that its position stands for."""
    label = position.label.strip("“”«»")
    for figure in find_figures(claim.quote, claim.source.language):
        if claim.quote[figure.start : figure.end] == label:
            return figure
    found = find_figures(claim.quote, claim.source.language)
    return next((figure for figure in found if figure.family), None)


def _bar(position: Position, claim: Claim, figure: Figure) -> Bar:
    source = claim.source
    # Where an author's words and a speaker's mix, the figure may be the author's: the source is always right.
    speaker = claim.speaker if claim.mode is Mode.DIRECT else None
    who = speaker or ", ".join(source.authors) or source.outlet or source.title or claim.file
    return Bar(position.label, who, source.published or source.reposted or "", figure.low, figure.high)


def save_plot(point: ContestedPoint, path: Path, language: str) -> None:
    """Write the picture of ``point`` to ``path``, an SVG or PNG by its ending.

    Raises UsageError for another ending or kind of point, SettingsError when a PNG is asked for on a
    machine without a font.
    """
    bars = bars_of(point)
    if not bars:
        raise UsageError(phrase("plot_none", language))
    drawing = svg(point.heading, bars)
    if path.suffix.lower() == ".svg":
        path.write_text(drawing, "utf-8")
    elif path.suffix.lower() == ".png":
        path.write_bytes(png(drawing))
    else:
        raise UsageError(f"{path.name}: a picture ends in .svg or .png")


def png(drawing: str) -> bytes:
    """Return an SVG drawing as a PNG. Raises SettingsError on a machine without a font to write with."""
    import resvg_py

    # There is no telling which family a machine has: one that draws the letters makes the larger file.
    bare = len(_drawn(resvg_py, drawing, "no such family"))
    for family in _FAMILIES:
        picture = _drawn(resvg_py, drawing, family)
        if len(picture) > bare:
            return picture
    raise SettingsError("a PNG needs a font, such as DejaVu Sans, on this machine; an SVG needs nothing")


def _drawn(resvg: ModuleType, drawing: str, family: str) -> bytes:
    return bytes(resvg.svg_to_bytes(svg_string=drawing, zoom=2, sans_serif_family=family))


def svg(heading: str, bars: list[Bar]) -> str:
    """Return the picture as SVG text."""
    top = _largest(bars)
    height = _TOP + _LINE * len(bars) + 30
    rows = "\n".join(_row(bar, _TOP + _LINE * number, top) for number, bar in enumerate(bars))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
        'font-family="sans-serif">\n'
        f"<title>{escape(heading)}</title>\n"
        "<style>text{fill:#222}.bar{stroke:#1f6fb2}.dot{fill:#1f6fb2}.axis{stroke:#999}.small{fill:#666}"
        ".back{fill:#fff}@media(prefers-color-scheme:dark){text{fill:#eee}.bar{stroke:#7cc4ff}.dot{fill:#7cc4ff}"
        ".small{fill:#aaa}.back{fill:#16181c}}</style>\n"
        f'<rect class="back" width="{_WIDTH}" height="{height}"/>\n'
        f'<text x="{_LEFT}" y="30" font-size="17">{escape(_cut(heading, 66))}</text>\n'
        f'<line class="axis" x1="{_BAR_LEFT}" y1="{height - 24}" x2="{_BAR_RIGHT}" y2="{height - 24}"/>\n'
        f'<text class="small" x="{_BAR_LEFT}" y="{height - 8}" font-size="12">0</text>\n'
        f'<text class="small" x="{_BAR_RIGHT}" y="{height - 8}" font-size="12" '
        f'text-anchor="end">{top:,.0f}</text>\n'
        f"{rows}\n</svg>\n"
    )


def _row(bar: Bar, y: int, top: float) -> str:
    """Return the lines of one figure: name and date at the left, the interval with its label at the right."""
    left = _x(bar.low, top)
    right = _BAR_RIGHT if math.isinf(bar.high) else _x(bar.high, top)
    arrow = f'<path class="dot" d="M{right} {y + 18}l8 5l-8 5z"/>' if math.isinf(bar.high) else ""
    return (
        f'<text x="{_LEFT}" y="{y + 18}" font-size="14">{escape(_cut(bar.who, 23))}</text>'
        f'<text class="small" x="{_LEFT}" y="{y + 34}" font-size="12">{escape(bar.date)}</text>'
        f'<text x="{min(left, _BAR_RIGHT - 120):.0f}" y="{y + 12}" font-size="14">'
        f"{escape(_cut(bar.text, 30))}</text>"
        f'<line class="bar" x1="{left:.0f}" y1="{y + 23}" x2="{right:.0f}" y2="{y + 23}" stroke-width="4"/>'
        f'<circle class="dot" cx="{left:.0f}" cy="{y + 23}" r="5"/>{arrow}'
    )


def _x(value: float, top: float) -> float:
    return _BAR_LEFT + (_BAR_RIGHT - _BAR_LEFT) * min(value, top) / top


def _largest(bars: list[Bar]) -> float:
    """Return where the scale ends."""
    values = [bar.low if math.isinf(bar.high) else bar.high for bar in bars]
    room = _OPEN if any(math.isinf(bar.high) for bar in bars) else 1.0
    return max(*values, 1.0) * room


def plot_text(point: ContestedPoint) -> str:
    """Return the same picture as lines of text for a terminal."""
    bars = bars_of(point)
    top = _largest(bars) if bars else 1.0
    lines = [point.heading]
    for bar in bars:
        start = round(_COLUMNS * min(bar.low, top) / top)
        end = _COLUMNS if math.isinf(bar.high) else max(start, round(_COLUMNS * bar.high / top))
        drawn = " " * start + "●" + "─" * max(0, end - start - 1) + (">" if math.isinf(bar.high) else "")
        lines.append(f"{bar.date or '          '}  {drawn:<{_COLUMNS + 2}}  {bar.text}  {_cut(bar.who, 40)}")
    return "\n".join(lines)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
