"""``quoth telegram``: run the bot."""

from __future__ import annotations

from pathlib import Path

from bot.doors.cli.arguments import Parser
from bot.doors.cli.common import library_option


def arguments(parser: Parser) -> None:
    """Say what the command takes."""
    library_option(parser)


def command(library: Path | None) -> None:
    """Run the Telegram bot until it is told to stop. The token is read from QUOTH_TELEGRAM_TOKEN.

    Example: QUOTH_TELEGRAM_TOKEN_FILE=/run/secrets/token quoth telegram
    """
    from bot.doors.cli.telegram_run import run_bot

    run_bot(library)
