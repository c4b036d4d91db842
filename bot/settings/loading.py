"""Settings: environment, ``.env``, TOML files, Docker secrets; all with the prefix QUOTH_.

Only entry points read them; everything else gets plain arguments. ``early_settings`` reads the
four that every command needs without the cost of pydantic where the environment alone says them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.phrases import answer_languages
from bot.settings.origins import NAMES, PREFIX, config_files, secret_folders
from index.errors import SettingsError
from index.values import frozen

if TYPE_CHECKING:
    from bot.settings.fields import Settings


@frozen
class EarlySettings:
    """What every command needs to know."""

    library: Path | None
    index_dir: Path | None
    language: str | None
    index: str = "embedded"  # which engine answers


def _check_config_file() -> None:
    """Raise SettingsError when a file of settings is named and is not there."""
    named = os.environ.get("QUOTH_CONFIG")
    if named and not Path(named).is_file():
        raise SettingsError(f"QUOTH_CONFIG names no file: {named}")


def early_settings() -> EarlySettings:
    """Return library, index folder and language. Raises SettingsError for a wrong value."""
    _check_config_file()
    if Path(".env").is_file() or config_files() or secret_folders():
        full = load_settings()
        return EarlySettings(full.library, full.index_dir, full.language, full.index)
    library, index_dir = os.environ.get("QUOTH_LIBRARY"), os.environ.get("QUOTH_INDEX_DIR")
    language = os.environ.get("QUOTH_LANGUAGE") or None
    if language not in {None, *answer_languages()}:
        raise SettingsError(f"QUOTH_LANGUAGE is {language!r}; it can be {' or '.join(answer_languages())}")
    index = os.environ.get("QUOTH_INDEX") or "embedded"
    if index not in {"embedded", "opensearch"}:
        raise SettingsError(f"QUOTH_INDEX is {index!r}; it can be embedded or opensearch")
    return EarlySettings(
        Path(library) if library else None, Path(index_dir) if index_dir else None, language, index
    )


# What is wrong with a number, by the name that pydantic has for it and by whether there may be several.
_NO_NUMBERS = {("int_parsing", True): "it takes whole numbers, with commas between"}


def _told(place: Sequence[object], kind: str, message: str) -> str:
    """Return what is wrong with a setting; what is said of all of them names the one itself."""
    message = _NO_NUMBERS.get((kind, len(place) > 1), message)
    message = message.removeprefix("Value error, ").replace("Input should", "it should", 1)
    return f"{PREFIX}{str(place[0]).upper()}: {message}" if place else message


@cache
def load_settings() -> Settings:
    """Return all settings. Raises SettingsError that names the setting and never shows its value."""
    _check_config_file()
    from pydantic import ValidationError
    from pydantic_settings import SettingsError as SourceError

    from bot.settings.fields import Settings

    try:
        settings = Settings()
    except ValidationError as error:
        problems = "; ".join(_told(each["loc"], each["type"], each["msg"]) for each in error.errors())
        raise SettingsError(f"settings are wrong: {problems}") from None
    except OSError as error:
        raise SettingsError(f"settings cannot be read from {error.filename}: {error.strerror}") from None
    except (SourceError, ValueError) as error:
        reason = "it is no text in UTF-8" if isinstance(error, UnicodeDecodeError) else error
        raise SettingsError(f"settings cannot be read{_from_file(error)}: {reason}") from None
    return settings


def _from_file(error: Exception) -> str:
    """Return which file of settings it is that cannot be read, as far as that can be told."""
    from tomllib import TOMLDecodeError, loads

    for file in (Path(".env"), *config_files()):
        try:
            text = file.read_text("utf-8")
            if isinstance(error, TOMLDecodeError) and file.name != ".env":
                loads(text)
        except (UnicodeDecodeError, TOMLDecodeError):
            return f" from {file}"
        except OSError:  # it is not there
            continue
    return ""


def warn_of_unknown() -> None:
    """Say which names look like settings and are none, on standard error."""
    for name in unknown_names():
        import difflib  # costs start-up, and hardly anybody has such a name

        near = difflib.get_close_matches(name, [f"{PREFIX}{each.upper()}" for each in NAMES], 1)
        hint = f"; is {near[0]} meant?" if near else "; `quoth config` lists them"
        sys.stderr.write(f"quoth: {name} is no setting of Quoth{hint}\n")


def unknown_names() -> list[str]:
    """Return what looks like a setting in the environment, in ``.env`` and in the TOML files, and is none."""
    known = {f"{PREFIX}{name.upper()}" for name in NAMES} | {"QUOTH_CONFIG"}
    return sorted(
        name
        for name in {*os.environ, *_names_in(Path(".env")), *_keys()}
        if name.startswith(PREFIX) and name not in known and not name.startswith("QUOTH_TEST_")
    )


def _keys() -> list[str]:
    """Return the keys of the TOML files as the environment would name them."""
    keys: list[str] = []
    for file in config_files():
        import tomllib  # costs start-up, and few have such a file

        try:
            keys += (f"{PREFIX}{key.upper()}" for key in tomllib.loads(file.read_text("utf-8")))
        except (OSError, ValueError):  # what is wrong with it is said where it is read
            continue
    return keys


def _names_in(file: Path) -> list[str]:
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):  # what is wrong with it is said where it is read
        return []
    return [line.partition("=")[0].removeprefix("export ").strip().upper() for line in lines if "=" in line]
