"""How OpenSearch is reached, as the settings say it."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import SettingsError
from index.opensearch.engine_options import Password, options_from


def test_several_addresses_are_read() -> None:
    """Hosts stand with commas or spaces between; the usual port is 9200."""
    options = options_from("https://a.example, http://[::1]:9201/base/")
    assert options.urls == ("https://a.example:9200", "http://[::1]:9201/base")


def test_a_user_in_an_address_is_taken_out_of_it() -> None:
    """No address holds a user or a password, so that none is shown or logged with it."""
    options = options_from("https://ana:secret@a.example")
    assert options.urls == ("https://a.example:9200",)
    assert options.user == "ana"
    assert options.password is not None
    assert options.password.reveal() == "secret"


def test_a_password_shows_itself_to_nobody() -> None:
    """Whoever prints the options sees no password."""
    assert "secret" not in repr(options_from("http://a.example", user="ana", password=Password("secret")))


@pytest.mark.parametrize(
    ("urls", "name", "ca"),
    [
        ("", "library", None),
        (None, "library", None),
        ("a.example:9200", "library", None),
        ("ftp://a.example", "library", None),
        ("http://a.example", "Upper", None),
        ("http://a.example", "-x", None),
        ("http://a.example", "library", Path("/nowhere/ca.pem")),
    ],
)
def test_what_cannot_be_right_is_refused(urls: str | None, name: str, ca: Path | None) -> None:
    """A wrong setting is one sentence that names it and holds no password."""
    with pytest.raises(SettingsError, match="QUOTH_OPENSEARCH_"):
        options_from(urls, name, ca=ca)


def test_a_wrong_address_does_not_show_its_password() -> None:
    """The sentence about a wrong address holds no part of it."""
    with pytest.raises(SettingsError) as caught:
        options_from("ftp://ana:secret@a.example")
    assert "secret" not in str(caught.value)
