"""Webhook mode on this machine."""

from __future__ import annotations

from typing import Any

SECRET = "webhook-secret_for-tests"  # noqa: S105 - it opens nothing


def hook(port: int, public: int | None = None) -> dict[str, Any]:
    """Return the options of webhook mode on a port; Telegram calls ``public``."""
    return {
        "mode": "webhook",
        "webhook_url": f"http://127.0.0.1:{public or port}/hook",
        "webhook_secret": SECRET,
        "webhook_listen": f"127.0.0.1:{port}",
    }
