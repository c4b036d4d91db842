"""``quoth telegram``: run the bot."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.common import library_option


@click.command()
@library_option
def command(library: Path | None) -> None:
    """Run the Telegram bot until it is told to stop. The token is read from QUOTH_TELEGRAM_TOKEN.

    Example: QUOTH_TELEGRAM_TOKEN_FILE=/run/secrets/token quoth telegram
    """
    from bot.cli.messenger_run import run_bot

    run_bot(library)
