"""Where settings come from: the prefix of their names, the TOML files, the folders of secrets."""

from __future__ import annotations

import os
from pathlib import Path

PREFIX = "QUOTH_"
# The names of all settings, for the commands that do without the model of them (a test holds the two equal).
NAMES = (
    *("library", "index_dir", "index"),
    *("opensearch_url", "opensearch_name", "opensearch_user", "opensearch_password"),
    *("opensearch_password_file", "opensearch_ca", "opensearch_timeout", "opensearch_shards"),
    *("opensearch_replicas", "language"),
    *("telegram_token", "telegram_token_file", "telegram_api_url", "telegram_mode"),
    *("webhook_url", "webhook_secret", "webhook_listen", "admins", "allowed_chats", "state_dir"),
    *("log_level", "log_format", "metrics_listen"),
)
SECRETS = Path("/run/secrets")


def secret_folders() -> tuple[Path, ...]:
    """Return the folders of secrets that there are: the container's, and a systemd unit's credentials."""
    named = os.environ.get("CREDENTIALS_DIRECTORY")
    folders = [SECRETS, *([Path(named)] if named else [])]
    return tuple(folder for folder in folders if folder.is_dir())


def config_file() -> Path:
    """Return the TOML file of settings: QUOTH_CONFIG, else ``quoth.toml`` in the working folder."""
    return Path(os.environ.get("QUOTH_CONFIG") or "quoth.toml")


def user_file() -> Path:
    """Return the TOML file of settings that hold for a user wherever he works."""
    folder = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")  # noqa: PTH111 (never fails)
    return Path(folder) / "quoth" / "config.toml"


def config_files() -> tuple[Path, ...]:
    """Return the TOML files of settings that there are, the stronger first."""
    return tuple(file for file in (config_file(), user_file()) if file.is_file())
