"""``quoth export``: every paragraph with its voices, one JSON object a line."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.common import library_option, open_index
from bot.render.jsonout import dump, export_object


@click.command()
@library_option
def command(library: Path | None) -> None:
    """Print every paragraph of a library as one JSON object a line.

    Example: quoth export > paragraphs.jsonl
    """
    for item in open_index(library).export():
        click.echo(dump(export_object(item)))
