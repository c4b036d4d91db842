"""The messenger's phrases: the same in every language, filled alike, short enough for their place."""

from __future__ import annotations

import re
import string
import tomllib

from bot.doors.telegram.router import COMMANDS
from bot.doors.telegram.service import PHRASES

TABLES = tomllib.loads(PHRASES.read_text("utf-8"))
VERBS = re.compile(
    r"\b(claim|admit|reveal|allege|insist|afirm|admit|revel|asegur|sostien|sostuv)\w*", re.IGNORECASE
)


def fields(phrase: str) -> set[str]:
    """Return what is filled into a phrase."""
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}


def test_languages_have_the_same_phrases() -> None:
    """Each language has each phrase, with the same places to fill."""
    assert TABLES["en"].keys() == TABLES["es"].keys()
    assert all(fields(TABLES["en"][key]) == fields(TABLES["es"][key]) for key in TABLES["en"])


def test_phrases_hold_no_verb_of_judgement() -> None:
    """No phrase says of anybody that he claims, admits or reveals."""
    assert [phrase for table in TABLES.values() for phrase in table.values() if VERBS.search(phrase)] == []


def test_notices_fit_a_button_press() -> None:
    """What answers a press fits into Telegram's 200 characters."""
    for table in TABLES.values():
        for key in ("button_unknown", "button_old", "no_more", "not_there", "thanks", "too_slow", "failed"):
            assert len(table[key]) <= 200


def test_every_command_is_described() -> None:
    """Each command of the menu has a description."""
    wanted = {f"command_{name}" for name in COMMANDS} - {"command_source"}
    assert wanted <= TABLES["en"].keys()
