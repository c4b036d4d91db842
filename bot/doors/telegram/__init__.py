"""The Telegram channel: at-least-once intake, answers as text and entities, no state in memory that
a restart would miss.

``run`` blocks until the process is told to stop; ``healthy`` is what a health check asks.
"""

from __future__ import annotations

from bot.answer import Verification
from bot.desk import Desk, Illustrator, Picture
from bot.doors.telegram.options import MessengerOptions, Secret
from bot.doors.telegram.pulse import healthy

__all__ = ["Desk", "Illustrator", "MessengerOptions", "Picture", "Secret", "Verification", "healthy", "run"]


def run(options: MessengerOptions, desk: Desk) -> None:
    """Serve ``desk`` over Telegram until SIGINT or SIGTERM.

    Raises SettingsError when the settings or the token are wrong, and MessengerStopped (exit status
    3) when polling has stopped for good.
    """
    # The Bot API library takes 0.3 s to import.
    from bot.doors.telegram.service import serve

    serve(options, desk)
