"""``quoth voices``: who speaks in a library, how often and where."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.common import library_option, open_index
from bot.render.jsonout import dump
from bot.render.terminal import printable
from index.scope import same_name


@click.command()
@click.argument("name", required=False)
@library_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def command(name: str | None, library: Path | None, as_json: bool) -> int:
    """List who speaks in a library, most often first; only those called NAME when it is given.

    Authors are not listed: what nobody else says is theirs.

    Example: quoth voices
    """
    found = [count for count in open_index(library).speakers() if not name or same_name(name, count.name)]
    for count in found:
        if as_json:
            click.echo(dump({"speaker": count.name, "times": count.times, "articles": list(count.articles)}))
        else:
            click.echo(printable(f"{count.times:>5}  {count.name}  ({', '.join(count.articles)})"))
    return 0 if found else 1
