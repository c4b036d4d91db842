"""The model of the settings; imported only where they are needed, since pydantic costs start-up."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from bot.settings.origins import NAMES, PREFIX, config_files, secret_folders
from index.errors import SettingsError


class Settings(BaseSettings):
    """Every setting, its default and what it is for."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        hide_input_in_errors=True,
        validate_default=False,
    )

    library: Path | None = Field(None, description="Folder of documents; without it the bundled library.")
    index_dir: Path | None = Field(
        None, description="Folder for indexes; without it .quoth/ in the library, else the user's cache."
    )
    index: Literal["embedded", "opensearch"] = Field("embedded", description="Which index answers.")
    opensearch_url: str | None = Field(
        None, description="Addresses of OpenSearch, with commas between, when it answers."
    )
    opensearch_name: str = Field("library", description="Name under which the library is published there.")
    opensearch_user: str | None = Field(None, description="User of OpenSearch.")
    opensearch_password: SecretStr | None = Field(None, description="That user's password.")
    opensearch_password_file: Path | None = Field(None, description="File that holds that password.")
    opensearch_ca: Path | None = Field(
        None, description="File of certificates to trust; without it those of the system."
    )
    opensearch_timeout: float = Field(10.0, gt=0, description="Seconds that OpenSearch has for a request.")
    opensearch_shards: int = Field(1, ge=1, le=64, description="Parts into which a library is published.")
    opensearch_replicas: int = Field(0, ge=0, le=16, description="Further copies of each, on other nodes.")
    language: Literal["en", "es"] | None = Field(
        None, description="Language of answers; without it that of the question."
    )
    telegram_token: SecretStr | None = Field(None, description="The bot's token.")
    telegram_token_file: Path | None = Field(None, description="File that holds the bot's token.")
    telegram_api_url: str = Field("https://api.telegram.org", description="Address of the Bot API.")
    telegram_mode: Literal["polling", "webhook"] = Field("polling", description="How updates arrive.")
    webhook_url: str | None = Field(None, description="Public address of the webhook.")
    webhook_secret: SecretStr | None = Field(
        None, description="Secret that Telegram sends with each webhook call."
    )
    webhook_listen: str = Field("127.0.0.1:8080", description="Address on which the webhook listens.")
    admins: Annotated[tuple[int, ...], NoDecode] = Field(
        (), description="Telegram user numbers of administrators, with commas between."
    )
    allowed_chats: Annotated[tuple[int, ...], NoDecode] = Field(
        (), description="Chats that may use the bot; empty: all."
    )
    state_dir: Path | None = Field(
        None, description="Folder for the bot's state; without it the user's state folder."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="How much is logged, to standard error."
    )
    log_format: Literal["text", "json"] = Field("text", description="Form of log lines.")
    metrics_listen: str | None = Field(
        None, description="Address on which metrics are served; without it none are."
    )

    @field_validator("admins", "allowed_chats", mode="before")
    @classmethod
    def _numbers(cls, value: object) -> object:
        """Read "3, 4" as two numbers; JSON lists and TOML arrays are read as they are."""
        if isinstance(value, str):
            return [
                part for part in value.replace("[", " ").replace("]", " ").replace(",", " ").split() if part
            ]
        return [value] if isinstance(value, int) else value

    @model_validator(mode="after")
    def _secrets_from_files(self) -> Settings:
        for name in ("telegram_token", "opensearch_password"):
            file: Path | None = getattr(self, f"{name}_file")
            if getattr(self, name) is None and file is not None:
                try:
                    setattr(self, name, SecretStr(file.read_text("utf-8").strip()))
                except (OSError, UnicodeDecodeError) as error:
                    reason = getattr(error, "strerror", None) or "it is no text"
                    raise ValueError(
                        f"{PREFIX}{name.upper()}_FILE, {file}, cannot be read: {reason}"
                    ) from None
        return self

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Order the sources, strongest first: arguments, environment, .env, TOML files, secrets."""
        sources = [init_settings, env_settings, dotenv_settings]
        sources += (TomlConfigSettingsSource(settings_cls, file) for file in config_files())
        for folder in secret_folders():
            from pydantic_settings import SecretsSettingsSource

            _check_secrets(folder)
            sources.append(SecretsSettingsSource(settings_cls, folder))
        return (*sources, file_secret_settings)


def _check_secrets(folder: Path) -> None:
    """Raise SettingsError when a secret is no file that can be read as text."""
    for file in (folder / f"{PREFIX}{name}".lower() for name in NAMES):
        try:
            if file.is_dir():  # what Docker makes where the file to be mounted is missing
                raise SettingsError(f"settings cannot be read from {file}: it is a folder, not a file")
            if file.exists():
                file.read_text("utf-8")
        except OSError as error:
            raise SettingsError(f"settings cannot be read from {file}: {error.strerror}") from None
        except UnicodeDecodeError:
            raise SettingsError(f"settings cannot be read from {file}: it is no text in UTF-8") from None


def where_from(name: str, settings: Settings) -> str:
    """Return which source the value of the setting ``name`` came from."""
    named: list[tuple[str, Any]] = [
        ("environment", lambda source: type(source).__name__ == "EnvSettingsSource"),
        (".env", lambda source: type(source).__name__ == "DotEnvSettingsSource"),
        *((str(file), partial(_is_from, file)) for file in config_files()),
        *((str(folder), partial(_is_secret_in, folder)) for folder in secret_folders()),
    ]
    if name not in settings.model_fields_set:
        from_file = getattr(settings, f"{name}_file", None) is not None
        return f"{PREFIX}{name.upper()}_FILE" if from_file and getattr(settings, name) else "default"
    for label, holds in _values_by_source(named).items():
        if name in holds:
            return label
    return "environment"


def _is_from(file: Path, source: object) -> bool:
    return isinstance(source, TomlConfigSettingsSource) and source.toml_file_path == file


def _is_secret_in(folder: Path, source: object) -> bool:
    return type(source).__name__ == "SecretsSettingsSource" and getattr(source, "secrets_dir", None) == folder


def _values_by_source(named: list[tuple[str, Any]]) -> dict[str, dict[str, Any]]:
    from pydantic_settings import DotEnvSettingsSource, EnvSettingsSource, InitSettingsSource

    empty = InitSettingsSource(Settings, {})
    sources = Settings.settings_customise_sources(
        Settings, empty, EnvSettingsSource(Settings), DotEnvSettingsSource(Settings), empty
    )
    return {label: source() for label, is_it in named for source in sources if is_it(source)}
