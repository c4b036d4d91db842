"""``quoth config``: the settings in force and where each came from."""

from __future__ import annotations

from bot.doors.cli.arguments import Parser
from bot.doors.cli.streams import say
from bot.settings.loading import load_settings
from bot.settings.masking import STARS, masked
from bot.settings.origins import PREFIX


def arguments(parser: Parser) -> None:
    """Say what the command takes: nothing."""


def command() -> None:
    """Print the settings in force, secrets masked, and where each came from.

    Example: quoth config
    """
    from pydantic import SecretStr

    from bot.settings.fields import Settings, where_from

    settings = load_settings()
    for name in Settings.model_fields:
        value = getattr(settings, name)
        if isinstance(value, SecretStr):
            shown = STARS if value.get_secret_value() else ""
        elif isinstance(value, tuple):
            shown = ", ".join(map(str, value))
        else:
            shown = "" if value is None else masked(str(value))
        say(f"{PREFIX}{name.upper()} = {shown}    ({where_from(name, settings)})")
