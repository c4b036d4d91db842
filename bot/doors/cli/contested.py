"""``quoth contested``: the contested points of a library, with positions and voices."""

from __future__ import annotations

from pathlib import Path
from threading import Timer

from bot.answer import ContestedPoint, Kind
from bot.doors.cli.arguments import Parser, a_path
from bot.doors.cli.common import desk_of, language_option, library_option, progress_bar, screen
from bot.doors.cli.streams import say, warn
from bot.phrases import phrase
from bot.render.jsonout import dump, point_object
from bot.render.position import backing, origin
from bot.render.terminal import point_lines, printable
from bot.settings.loading import early_settings
from index.errors import NotInLibrary, UsageError

_PATIENCE = 5.0  # seconds


def arguments(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("point_id", nargs="?", metavar="ID", help="a point to show whole")
    library_option(parser)
    language_option(parser)
    parser.flag("--json", "Print one JSON object a line.", dest="as_json")
    parser.add_argument(
        "--plot",
        type=a_path,
        metavar="FILE",
        help="Draw the figures of point ID into this file (.svg or .png).",
    )


def command(
    point_id: str | None,
    library: Path | None,
    lang: str | None,
    as_json: bool,
    plot: Path | None,
) -> int:
    """List the contested points of a library, or show the point ID with all positions.

    Points are found by rule; an editor confirms, renames, merges or silences them in the library's
    contested.toml. The list tells the one from the other. Exit status 1 when there are none.

    Example: quoth contested
    """
    language = lang or early_settings().language or "en"
    found = _found(library, language)
    if point_id is not None:
        found = tuple(point for point in found if point.id == point_id)
        if not found:
            raise NotInLibrary(f"there is no contested point {point_id!r}; `quoth contested` lists them")
    if plot is not None:
        _draw(found, point_id, plot, language)
        return 0
    for point in found:
        if as_json:
            say(dump(point_object(point, language)))
        elif point_id is None:
            say(listed(point, language))
        else:
            _show(point, language)
    if not found:
        warn(f"quoth: {phrase('no_points', language)}")
    return 0 if found else 1


def _found(library: Path | None, language: str) -> tuple[ContestedPoint, ...]:
    """Return all points; who waits for long, and sees no progress, is told why."""
    if progress_bar() is not None:
        return tuple(desk_of(library).contested(language, silenced=True))
    told = Timer(_PATIENCE, lambda: warn(f"quoth: {phrase('comparing', language)}"))
    told.daemon = True
    told.start()
    try:
        return tuple(desk_of(library).contested(language, silenced=True))
    finally:
        told.cancel()


def listed(point: ContestedPoint, language: str) -> str:
    """Return a point as the list has it: id, kind and heading, its positions, and who set it so."""
    sides = "; ".join(f"{position.label} ({backing(position, language)})" for position in point.positions)
    head = f"{point.id}  [{point.kind}]  {point.heading}"
    return printable(f"{head}\n    {sides}\n    {origin(point, language)}")


def _show(point: ContestedPoint, language: str) -> None:
    if not point.edited:
        say(f"({origin(point, language)})")
    if point.kind is Kind.FIGURE:
        from bot.contested.figures.plot import plot_text

        say(printable(plot_text(point)) + "\n")
    say("\n".join(point_lines(point, language, screen())))


def _draw(found: tuple[ContestedPoint, ...], point_id: str | None, plot: Path, language: str) -> None:
    from bot.contested.figures.plot import save_plot

    if point_id is None:
        raise UsageError("--plot draws one point: quoth contested ID --plot FILE")
    save_plot(found[0], plot, language)
    warn(f"{plot} written")
