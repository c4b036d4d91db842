"""Where settings come from: the prefix of their names, the TOML file, the folder of secrets."""

from __future__ import annotations

import os
from pathlib import Path

PREFIX = "QUOTH_"
SECRETS = Path("/run/secrets")


def config_file() -> Path:
    """Return the TOML file of settings: QUOTH_CONFIG, else ``quoth.toml`` in the working folder."""
    return Path(os.environ.get("QUOTH_CONFIG") or "quoth.toml")
