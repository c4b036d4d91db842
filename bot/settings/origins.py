"""Where settings come from: the prefix of their names, the TOML file, the folder of secrets."""

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


def config_file() -> Path:
    """Return the TOML file of settings: QUOTH_CONFIG, else ``quoth.toml`` in the working folder."""
    return Path(os.environ.get("QUOTH_CONFIG") or "quoth.toml")
