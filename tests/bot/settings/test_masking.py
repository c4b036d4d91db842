"""What `quoth config` shows of addresses."""

from __future__ import annotations

import pytest

from bot.settings.fields import Settings
from bot.settings.masking import masked
from bot.settings.origins import NAMES


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("http://user:geheim@search.example:9200", "http://user:********@search.example:9200"),
        ("https://a:b@one:1,https://c:d@two:2", "https://a:********@one:1,https://c:********@two:2"),
        ("https://s3cr3t@host/x", "https://********@host/x"),
        ("https://host/hook?token=abc&lang=en", "https://host/hook?token=********&lang=en"),
        ("https://host/bot123456:AAabcdefghijklmnopqrstu", "https://host/bot********"),
        ("https://host/hook/8f14e45fceea167a5a36", "https://host/hook/********"),
        ("https://api.telegram.org", "https://api.telegram.org"),
        ("127.0.0.1:8080", "127.0.0.1:8080"),
        ("/srv/documents", "/srv/documents"),
        ("http://[bad", "********"),
    ],
)
def test_addresses_show_no_secret(value: str, shown: str) -> None:
    """Passwords, tokens and secret words of paths have stars; the rest is shown as it is."""
    assert masked(value) == shown


def test_names_known_early_are_all_names() -> None:
    """The list of names that every command checks against is that of the settings."""
    assert set(NAMES) == set(Settings.model_fields)
