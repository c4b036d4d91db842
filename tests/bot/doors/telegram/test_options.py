"""Settings of the messenger: wrong ones are named, secrets never shown."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

from bot.doors.telegram import MessengerOptions, Secret
from index.errors import SettingsError

TOKEN = "123456:AAsecret-part_of-a-token-0123456789"  # noqa: S105 - it opens nothing


def options(**changes: Any) -> MessengerOptions:
    """Return good options with some changed."""
    return MessengerOptions(**{"token": Secret(TOKEN), "state_dir": Path("state"), **changes})


def test_secret_never_shows_itself() -> None:
    """Neither repr, str, formatting nor pickling of options or secret shows the token."""
    shown = f"{options()!r} {options()} {Secret(TOKEN)} {Secret(TOKEN)!r} {[Secret(TOKEN)]}"
    assert TOKEN.partition(":")[2] not in shown
    assert Secret(TOKEN + "\n").reveal() == TOKEN
    with pytest.raises(TypeError):
        pickle.dumps(Secret(TOKEN))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"token": Secret("")}, "No Telegram token"),
        ({"token": Secret("hunter2")}, "does not look like a token"),
        ({"api_url": "localhost:8081"}, "QUOTH_TELEGRAM_API_URL"),
        ({"mode": "carrier pigeon"}, "QUOTH_TELEGRAM_MODE"),
        ({"mode": "webhook"}, "QUOTH_WEBHOOK_URL"),
    ],
)
def test_wrong_setting_is_named(changes: dict[str, Any], reason: str) -> None:
    """Each wrong setting is refused by its name, without showing a secret."""
    with pytest.raises(SettingsError, match=reason) as caught:
        options(**changes).check()
    assert "hunter2" not in str(caught.value)


def test_good_settings_pass() -> None:
    """Good settings are not refused."""
    options().check()
    hooked = options(
        mode="webhook",
        webhook_url="https://bot.example.org/hook",
        webhook_secret=Secret("abc"),
        webhook_listen="[::1]:8443",
    )
    hooked.check()
    assert hooked.listen() == ("::1", 8443)
