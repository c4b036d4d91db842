"""``quoth restore``: a backup becomes the bot's state again."""

from __future__ import annotations

from pathlib import Path

from bot.doors.cli.arguments import Parser, existing_file
from bot.doors.cli.health import state_folder
from bot.doors.cli.streams import warn
from bot.settings.loading import load_settings


def arguments(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", type=existing_file, metavar="FILE", help="a file that `quoth backup` wrote")


def command(file: Path) -> None:
    """Make the backup FILE the bot's state again. The bot must not run.

    The state that is there is kept beside it under a name with the time.

    Example: quoth restore state-monday.sqlite
    """
    from bot.doors.telegram.state_copy import bring_back

    folder = state_folder(load_settings().state_dir)
    bring_back(file, folder)
    warn(f"the state in {folder} is that of {file} again")
