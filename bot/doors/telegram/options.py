"""The messenger's settings as plain arguments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from index.errors import SettingsError

API_URL = "https://api.telegram.org"
_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{20,}")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # Bot API, setWebhook


class Secret:
    """A string that never shows itself: ``repr`` and ``str`` give stars, ``reveal`` the value."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value.strip()

    def __repr__(self) -> str:
        return "Secret('***')"

    def __str__(self) -> str:
        return "***"

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._value == self._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __reduce__(self) -> str:
        raise TypeError("a secret is not to be stored")

    def reveal(self) -> str:
        """Return the value itself."""
        return self._value


@dataclass(frozen=True, slots=True)
class MessengerOptions:
    """Everything that ``run`` may be told; times in seconds."""

    token: Secret
    state_dir: Path
    api_url: str = API_URL
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: str | None = None
    webhook_secret: Secret | None = None
    webhook_listen: str = "127.0.0.1:8080"
    admins: tuple[int, ...] = ()  # user ids
    allowed_chats: tuple[int, ...] = ()  # chat ids; empty: everybody
    language: str = "en"  # when Telegram does not tell the user's
    version: str = ""
    metrics_listen: str | None = None
    poll_timeout: int = 25  # Telegram allows 50
    stall_timeout: float = 120.0  # without a successful poll the process ends
    conflict_timeout: float = 45.0  # of another process polling with the same token
    # For so long who comes anew only looks whether another process polls: that polls again within 2.5 s of
    # being ended, and the server may keep the news of it for three.
    look_first: float = 6.0
    stop_timeout: float = 4.0  # for answers under way; eight seconds after the signal the process is gone
    search_timeout: float = 20.0

    def check(self) -> None:
        """Raise SettingsError for the first setting that cannot work."""
        if not self.token:
            raise SettingsError(
                "No Telegram token is set: QUOTH_TELEGRAM_TOKEN or QUOTH_TELEGRAM_TOKEN_FILE."
            )
        if not _TOKEN.fullmatch(self.token.reveal()):
            raise SettingsError("QUOTH_TELEGRAM_TOKEN does not look like a token (digits, a colon, letters).")
        if urlsplit(self.api_url).scheme not in ("http", "https"):
            raise SettingsError("QUOTH_TELEGRAM_API_URL must begin with http:// or https://.")
        if self.mode not in ("polling", "webhook"):
            raise SettingsError("QUOTH_TELEGRAM_MODE is either polling or webhook.")
        if self.mode == "webhook":
            self._check_webhook()
        if self.metrics_listen:
            address_of("QUOTH_METRICS_LISTEN", self.metrics_listen)

    def _check_webhook(self) -> None:
        if not self.webhook_url or urlsplit(self.webhook_url).scheme not in ("http", "https"):
            raise SettingsError("Webhook mode needs QUOTH_WEBHOOK_URL, the address that Telegram calls.")
        if not self.webhook_secret:
            raise SettingsError(
                "Webhook mode needs QUOTH_WEBHOOK_SECRET: without it anybody can post updates."
            )
        if not _WEBHOOK_SECRET.fullmatch(self.webhook_secret.reveal()):
            raise SettingsError("QUOTH_WEBHOOK_SECRET takes 1 to 256 of A-Z, a-z, 0-9, _ and -.")
        self.listen()

    def listen(self) -> tuple[str, int]:
        """Return host and port of the webhook's server."""
        return address_of("QUOTH_WEBHOOK_LISTEN", self.webhook_listen)


def address_of(setting: str, value: str) -> tuple[str, int]:
    """Return host and port of a setting such as 127.0.0.1:8080. Raises SettingsError."""
    host, _, port = value.rpartition(":")
    if not port.isdigit() or not 0 <= int(port) <= 65535:
        raise SettingsError(f"{setting} is an address and a port, such as 127.0.0.1:8080.")
    return host.strip("[]") or "127.0.0.1", int(port)
