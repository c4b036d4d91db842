"""``quoth index``: build the index or bring it up to date, and say what was read."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.common import library_option, open_index
from index.model import QUOTABLE


@click.command()
@library_option
@click.option("--rebuild", is_flag=True, help="Read every file again.")
def command(library: Path | None, rebuild: bool) -> None:
    """Build the index of a library, or bring it up to date.

    Example: quoth index --library ~/documents
    """
    index = open_index(library, rebuild=rebuild)
    articles = index.articles()
    groups: set[str] = set()
    paragraphs = 0
    for item in index.export():
        groups.add(item.group)
        paragraphs += item.paragraph.role in QUOTABLE
    click.echo(
        f"{len(index.files())} documents, {len(articles)} articles ({len(groups)} independent sources),"
        f" {paragraphs} paragraphs that can be quoted."
    )
    for file, remark in index.remarks():
        click.echo(f"{file}: {remark}")
    for file, reason in index.skipped():
        click.echo(f"skipped {file}: {reason}")
