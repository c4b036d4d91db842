"""``quoth health``: whether the running bot still reaches Telegram. The container's health check asks it."""

from __future__ import annotations

from pathlib import Path

from bot.doors.cli.arguments import Parser
from bot.doors.cli.streams import say, warn
from bot.settings.loading import load_settings

NOT_HEALTHY = 1  # what a container's health check expects; 2 and above mean something else there


def arguments(parser: Parser) -> None:
    """Say what the command takes: nothing."""


def command() -> int:
    """Tell whether the bot on this machine reached Telegram in the last two minutes.

    Exit status 0 when it did, 1 when not.

    Example: quoth health
    """
    from bot.doors.telegram.pulse import healthy

    folder = state_folder(load_settings().state_dir)
    if healthy(folder):
        say("The bot reaches Telegram.")
        return 0
    warn(f"quoth: no bot with its state in {folder} reached Telegram in the last two minutes")
    return NOT_HEALTHY


def state_folder(chosen: Path | None) -> Path:
    """Return the folder of the bot's state: the one in the settings, else the user's."""
    if chosen is not None:
        return chosen
    import platformdirs

    return Path(platformdirs.user_state_dir("quoth"))
