"""What of a setting may be shown: no password, no token, not even inside an address."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

STARS = "********"
_SECRET_NAME = re.compile(r"token|secret|passw|pwd|key|auth|signature|credential", re.IGNORECASE)
_TOKEN = re.compile(r"\d{5,}:[\w-]{10,}")  # as Telegram gives them
# Letters and digits in one long word of a path: what people guess least is what they use as a secret.
_LONG_WORD = re.compile(r"(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{16,}")


def masked(value: str) -> str:
    """Return a setting's value with stars for what is secret in it, several addresses among it."""
    return ",".join(_masked_address(part) if "://" in part else _starred(part) for part in value.split(","))


def _starred(text: str) -> str:
    return _TOKEN.sub(STARS, text)


def _masked_address(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return STARS
    place = parts.netloc
    if "@" in place:
        user, _, host = place.rpartition("@")
        name, colon, _ = user.partition(":")
        place = f"{name if colon else STARS}{':' + STARS if colon else ''}@{host}"
    path = _LONG_WORD.sub(STARS, _starred(parts.path))
    return urlunsplit(SplitResult(parts.scheme, place, path, _masked_query(parts.query), parts.fragment))


def _masked_query(query: str) -> str:
    shown = []
    for pair in query.split("&"):
        name, equals, value = pair.partition("=")
        secret = _SECRET_NAME.search(name) or _LONG_WORD.search(value) or _TOKEN.search(value)
        shown.append(f"{name}{equals}{STARS if secret and value else value}")
    return "&".join(shown)
