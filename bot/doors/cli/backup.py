"""``quoth backup``: a copy of the bot's state, taken while it runs."""

from __future__ import annotations

from pathlib import Path

from bot.doors.cli.arguments import Parser, a_path
from bot.doors.cli.health import state_folder
from bot.doors.cli.streams import warn
from bot.settings.loading import load_settings


def arguments(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", type=a_path, metavar="FILE", help="the file to write, a new one")


def command(file: Path) -> None:
    """Copy the bot's state (QUOTH_STATE_DIR) into FILE; the bot may run meanwhile.

    What is in it can be read only with the bot's token. The library is not part of it.

    Example: quoth backup state-monday.sqlite
    """
    from bot.doors.telegram.state_copy import save

    size = save(state_folder(load_settings().state_dir), file)
    warn(f"{file} written, {size:,} bytes")
