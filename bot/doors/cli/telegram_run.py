"""The settings to a running bot: the one place where they meet the messenger."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from bot.doors.cli.common import library_at
from bot.doors.cli.health import state_folder
from bot.doors.telegram import MessengerOptions, run
from bot.doors.telegram.options import Secret
from bot.library_desk import LibraryDesk
from bot.logs import configure
from bot.settings.loading import load_settings


def run_bot(library: Path | None) -> None:
    """Run the messenger until it is told to stop. Raises SettingsError."""
    settings = load_settings()
    configure(settings.log_level, settings.log_format)
    secret = settings.webhook_secret
    token = settings.telegram_token
    options = MessengerOptions(
        token=Secret(token.get_secret_value() if token else ""),
        state_dir=state_folder(settings.state_dir),
        api_url=settings.telegram_api_url,
        mode=settings.telegram_mode,
        webhook_url=settings.webhook_url,
        webhook_secret=Secret(secret.get_secret_value()) if secret else None,
        webhook_listen=settings.webhook_listen,
        admins=settings.admins,
        allowed_chats=settings.allowed_chats,
        language=settings.language or "en",
        version=version("quoth"),
        metrics_listen=settings.metrics_listen,
    )
    options.check()
    run(options, LibraryDesk(library_at(library), watched=True))
