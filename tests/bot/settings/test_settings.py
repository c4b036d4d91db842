"""Settings: where they come from, which wins, and that secrets stay secret."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.settings import origins
from bot.settings.loading import early_settings, load_settings
from index.errors import SettingsError

TOKEN = "12345:very-secret"  # noqa: S105 (no secret)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run each test in a folder of its own, with no settings read before."""
    monkeypatch.chdir(tmp_path)
    load_settings.cache_clear()
    return tmp_path


def test_order_of_sources(own_folder: Path, monkeypatch: pytest.MonkeyPatch, quoth: Any) -> None:
    """The environment is stronger than .env, .env than the TOML file; `quoth config` tells which it was."""
    (own_folder / "quoth.toml").write_text(
        'log_level = "ERROR"\nlanguage = "es"\ntelegram_api_url = "http://t"\n'
    )
    (own_folder / ".env").write_text("QUOTH_LOG_LEVEL=WARNING\nQUOTH_LANGUAGE=en\n")
    monkeypatch.setenv("QUOTH_LOG_LEVEL", "DEBUG")
    out = quoth("config").out
    assert "QUOTH_LOG_LEVEL = DEBUG    (environment)" in out
    assert "QUOTH_LANGUAGE = en    (.env)" in out
    assert "QUOTH_TELEGRAM_API_URL = http://t    (quoth.toml)" in out
    assert "QUOTH_INDEX = embedded    (default)" in out


def test_a_users_own_file_stands_below_that_of_the_folder(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch, quoth: Any
) -> None:
    """What holds for a user wherever he works is overruled where he works; unknown keys of both are named."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(own_folder / "home"))
    own = own_folder / "home" / "quoth" / "config.toml"
    own.parent.mkdir(parents=True)
    own.write_text('language = "es"\nlog_level = "ERROR"\nlibary = "/x"\n', "utf-8")
    (own_folder / "quoth.toml").write_text('log_level = "WARNING"\n', "utf-8")
    ran = quoth("config")
    assert f"QUOTH_LANGUAGE = es    ({own})" in ran.out
    assert "QUOTH_LOG_LEVEL = WARNING    (quoth.toml)" in ran.out
    assert "QUOTH_LIBARY is no setting" in ran.err
    own.write_text("[", "utf-8")
    load_settings.cache_clear()
    assert str(own) in quoth("config").err


def test_config_never_shows_a_secret(own_folder: Path, monkeypatch: pytest.MonkeyPatch, quoth: Any) -> None:
    """A token is masked wherever it came from."""
    (own_folder / "token").write_text(f"{TOKEN}\n")
    for name, value in (
        ("QUOTH_TELEGRAM_TOKEN", TOKEN),
        ("QUOTH_TELEGRAM_TOKEN_FILE", str(own_folder / "token")),
    ):
        load_settings.cache_clear()
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            ran = quoth("config")
        assert "QUOTH_TELEGRAM_TOKEN = ********" in ran.out and TOKEN not in ran.out + ran.err


@pytest.mark.parametrize(
    ("name", "value"),
    [("QUOTH_LOG_LEVEL", "LOUD"), ("QUOTH_LANGUAGE", "fr"), ("QUOTH_INDEX", "memory"),
     ("QUOTH_ADMINS", "me, you"), ("QUOTH_TELEGRAM_MODE", "pigeon"),
     ("QUOTH_TELEGRAM_TOKEN_FILE", "/nowhere/token")],
)  # fmt: skip
def test_wrong_value_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch, quoth: Any) -> None:
    """A wrong value ends with status 3 and one line that names the setting."""
    monkeypatch.setenv(name, value)
    ran = quoth("config")
    assert ran.status == 3 and name in ran.err and ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("quoth.toml", "[a"),
        ("quoth.toml", "\xff"),
        ("quoth.toml", "log_level = 5"),
        (".env", "\xff\xfe=\x00"),
    ],
)
def test_broken_file_of_settings_is_said(own_folder: Path, quoth: Any, file: str, content: str) -> None:
    """A file of settings that cannot be read ends with status 3 and one line, in every command."""
    (own_folder / file).write_bytes(content.encode("latin-1"))
    for command in (["config"], ["ask", "harbour"]):
        load_settings.cache_clear()
        ran = quoth(*command)
        assert ran.status == 3 and ran.err.startswith("quoth: ") and ran.err.count("\n") == 1
        assert file in ran.err or "QUOTH_LOG_LEVEL" in ran.err


def test_missing_file_of_settings_is_said(monkeypatch: pytest.MonkeyPatch, quoth: Any) -> None:
    """A file of settings that is named and not there is an error, not silence."""
    monkeypatch.setenv("QUOTH_CONFIG", "/nowhere/quoth.toml")
    for command in (["config"], ["ask", "harbour"]):
        ran = quoth(*command)
        assert ran.status == 3 and "/nowhere/quoth.toml" in ran.err


@pytest.mark.parametrize("place", ["environment", ".env", "quoth.toml"])
def test_unknown_setting_is_warned_of(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch, quoth: Any, place: str
) -> None:
    """A misspelt setting is named, wherever it stands, and changes nothing."""
    if place == "environment":
        monkeypatch.setenv("QUOTH_LIBARY", "/x")
    elif place == ".env":
        (own_folder / place).write_text("QUOTH_LIBARY=/x\n", "utf-8")
    else:
        (own_folder / place).write_text('libary = "/x"\n', "utf-8")
    for command in (["config"], ["sources"]):
        ran = quoth(*command)
        assert ran.status == 0 and "QUOTH_LIBARY is no setting of Quoth; is QUOTH_LIBRARY meant?" in ran.err


def test_early_settings_agree_with_all_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The quick way reads the same values as the whole model, and refuses the same language."""
    monkeypatch.setenv("QUOTH_LIBRARY", "lib")
    monkeypatch.setenv("QUOTH_LANGUAGE", "es")
    quick, whole = early_settings(), load_settings()
    assert (quick.library, quick.index_dir, quick.language) == (
        whole.library,
        whole.index_dir,
        whole.language,
    )
    monkeypatch.setenv("QUOTH_LANGUAGE", "fr")
    with pytest.raises(SettingsError, match="QUOTH_LANGUAGE"):
        early_settings()


def test_a_secret_that_may_not_be_read_is_one_sentence(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch, quoth: Any
) -> None:
    """A file among the container's secrets that this user may not read is named, with the reason."""
    secret = own_folder / "quoth_telegram_token"
    secret.write_text("123456:a-token", "utf-8")
    read = Path.read_text

    def forbidden(path: Path, *rest: Any, **named: Any) -> str:
        if path == secret:
            raise PermissionError(13, "Permission denied", str(secret))
        return read(path, *rest, **named)

    monkeypatch.setattr(origins, "SECRETS", own_folder)
    monkeypatch.setattr(Path, "read_text", forbidden)
    ran = quoth("telegram")
    assert ran.status == 3 and ran.err.count("\n") == 1
    assert str(secret) in ran.err and "Permission denied" in ran.err


def test_credentials_of_a_systemd_unit_are_read(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch, quoth: Any
) -> None:
    """A secret that systemd hands over (LoadCredential) is read, masked, and named with its folder."""
    folder = own_folder / "credentials"
    folder.mkdir()
    (folder / "quoth_telegram_token").write_text("123456:a-token-of-twenty-letters\n", "utf-8")
    monkeypatch.setattr(origins, "SECRETS", own_folder / "none")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(folder))
    token = load_settings().telegram_token
    assert token is not None and token.get_secret_value() == "123456:a-token-of-twenty-letters"
    shown = next(line for line in quoth("config").out.splitlines() if "QUOTH_TELEGRAM_TOKEN" in line)
    assert str(folder) in shown and "letters" not in shown


@pytest.mark.parametrize(("kind", "reason"), [("folder", "it is a folder"), ("bytes", "it is no text")])
def test_secret_that_is_no_text_file_is_named(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch, quoth: Any, kind: str, reason: str
) -> None:
    """A secret that is a folder, as Docker makes one for a missing file, or no text is said in one line."""
    secret = own_folder / "quoth_telegram_token"
    if kind == "folder":
        secret.mkdir()
    else:
        secret.write_bytes(b"\xff\xfe1\x00")
    monkeypatch.setattr(origins, "SECRETS", own_folder)
    ran = quoth("telegram")
    assert ran.status == 3 and ran.err.count("\n") == 1
    assert str(secret) in ran.err and reason in ran.err


def test_a_wrong_number_is_told_in_words_for_people(monkeypatch: pytest.MonkeyPatch, quoth: Any) -> None:
    """A name where numbers are to stand: the setting is named as it is written, and what it takes."""
    monkeypatch.setenv("QUOTH_ADMINS", "@ana")
    assert "QUOTH_ADMINS: it takes whole numbers" in quoth("config").err


def test_lists_of_numbers_are_read_as_people_write_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers with commas between, in brackets or alone are one list."""
    for value, numbers in (("1, -2", (1, -2)), ("[3,4]", (3, 4)), ("5", (5,)), ("", ())):
        load_settings.cache_clear()
        monkeypatch.setenv("QUOTH_ADMINS", value)
        assert load_settings().admins == numbers


def test_secret_file_that_cannot_be_read_is_one_sentence(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch, quoth: Any
) -> None:
    """Which file it is and why it cannot be read is said in one line, with status 3."""
    (own_folder / "folder").mkdir()
    monkeypatch.setenv("QUOTH_TELEGRAM_TOKEN_FILE", str(own_folder / "folder"))
    ran = quoth("telegram")
    assert ran.status == 3 and ran.err.count("\n") == 1
    assert str(own_folder / "folder") in ran.err and "directory" in ran.err.lower()
    assert "Value error" not in ran.err
