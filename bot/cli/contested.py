"""``quoth contested``: the contested points of a library, with positions and voices."""

from __future__ import annotations

from pathlib import Path

import click

from bot.answer import ContestedPoint, Kind
from bot.cli.common import language_option, library_folder, library_option, open_index, screen
from bot.render.jsonout import dump, point_object
from bot.render.position import backing, origin
from bot.render.terminal import point_lines, printable
from bot.settings import early_settings
from index.errors import NotInLibrary


@click.command()
@click.argument("point_id", metavar="[ID]", required=False)
@library_option
@language_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.option(
    "--plot",
    type=click.Path(path_type=Path, dir_okay=False),
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
    from bot.contested.listing import points_of

    language = lang or early_settings().language or "en"
    found = points_of(open_index(library), library_folder(library), language, silenced=True)
    if point_id is not None:
        found = tuple(point for point in found if point.id == point_id)
        if not found:
            raise NotInLibrary(f"there is no contested point {point_id!r}; `quoth contested` lists them")
    if plot is not None:
        _draw(found, point_id, plot, language)
        return 0
    for point in found:
        if as_json:
            click.echo(dump(point_object(point, language)))
        elif point_id is None:
            click.echo(listed(point, language))
        else:
            _show(point, language)
    return 0 if found else 1


def listed(point: ContestedPoint, language: str) -> str:
    """Return a point as the list has it: id, kind and heading, its positions, and who set it so."""
    sides = "; ".join(f"{position.label} ({backing(position, language)})" for position in point.positions)
    head = f"{point.id}  [{point.kind}]  {point.heading}"
    return printable(f"{head}\n    {sides}\n    {origin(point, language)}")


def _show(point: ContestedPoint, language: str) -> None:
    if not point.edited:
        click.echo(f"({origin(point, language)})")
    if point.kind is Kind.FIGURE:
        from bot.contested.plot import plot_text

        click.echo(printable(plot_text(point)) + "\n")
    click.echo("\n".join(point_lines(point, language, screen())))


def _draw(found: tuple[ContestedPoint, ...], point_id: str | None, plot: Path, language: str) -> None:
    from bot.contested.plot import save_plot

    if point_id is None:
        raise click.UsageError("--plot draws one point: quoth contested ID --plot FILE")
    save_plot(found[0], plot, language)
    click.echo(f"{plot} written", err=True)
