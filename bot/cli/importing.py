"""``quoth import``: messy originals to clean library files."""

from __future__ import annotations

from pathlib import Path

import click

from index.errors import DocumentError


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder for the new files.",
)
@click.option("--force", is_flag=True, help="Write over files that are there.")
def command(files: tuple[Path, ...], into: Path, force: bool) -> int:
    """Cut FILES into articles: one Markdown file each, text unchanged, what was detected as front matter.

    Furniture of the page (appeals, forms, navigation) is left out. An editor then corrects the front matter.

    Example: quoth import dump.txt --into library
    """
    from index.cleaning import import_file

    status = 0
    for path in files:
        try:
            for target, written in import_file(path, into, force=force):
                click.echo(
                    f"{path.name} -> {target}"
                    if written
                    else f"{target} is there already; --force writes over it"
                )
                status = status if written else DocumentError.exit_code
        except DocumentError as error:
            click.echo(f"quoth: {path}: {error}", err=True)
            status = DocumentError.exit_code
    return status
