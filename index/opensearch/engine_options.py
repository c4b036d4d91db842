"""Where OpenSearch is, which library is meant, and as whom one speaks to it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from index.errors import SettingsError
from index.values import frozen

_NAME = re.compile(
    r"[a-z0-9][a-z0-9_-]{0,99}"
)  # what the engine takes in an alias, short enough for our endings
DEFAULT_TIMEOUT_S = 10.0


class Password:
    """A password that shows itself to nobody but who asks for it by name."""

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the password."""
        return self._text

    def __repr__(self) -> str:
        return "********"


@frozen
class Options:
    """How to reach a published library. Hosts are asked in turn; no address holds a user or a password."""

    urls: tuple[str, ...]
    name: str = "library"
    user: str | None = None
    password: Password | None = None
    ca: Path | None = None  # certificates to trust, in place of the system's
    timeout: float = DEFAULT_TIMEOUT_S  # seconds for one request, other hosts and repetitions included


def options_from(
    urls: str | None,
    name: str | None = None,
    user: str | None = None,
    password: Password | None = None,
    ca: Path | None = None,
    timeout: float = DEFAULT_TIMEOUT_S,
) -> Options:
    """Return the options of some settings; a user and a password within an address count as settings.

    Raises SettingsError for what cannot be right, never with a password in it.
    """
    addresses = []
    for number, address in enumerate((urls or "").replace(",", " ").split(), start=1):
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
            raise SettingsError(f"QUOTH_OPENSEARCH_URL: address {number} is not like https://host:9200")
        host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        user = user or parts.username
        password = password or (Password(parts.password) if parts.password else None)
        addresses.append(f"{parts.scheme}://{host}:{parts.port or 9200}{parts.path.rstrip('/')}")
    if not addresses:
        raise SettingsError("QUOTH_INDEX is opensearch, and QUOTH_OPENSEARCH_URL names no address")
    if not _NAME.fullmatch(name or "library"):
        raise SettingsError(
            "QUOTH_OPENSEARCH_NAME: small letters, digits, - and _ only, at most 100, no sign first"
        )
    if ca is not None and not ca.is_file():
        raise SettingsError(f"QUOTH_OPENSEARCH_CA names no file: {ca}")
    if not timeout > 0:
        raise SettingsError("QUOTH_OPENSEARCH_TIMEOUT: a number of seconds above 0")
    return Options(tuple(addresses), name or "library", user, password, ca, timeout)
