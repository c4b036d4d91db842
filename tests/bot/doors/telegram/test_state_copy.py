"""A copy of the state: whole, for its owner only, and put back when no bot runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.doors.telegram.ledger import FILE, Ledger, Turn
from bot.doors.telegram.pulse import Pulse
from bot.doors.telegram.seal import Seal
from bot.doors.telegram.state_copy import bring_back, save
from index.errors import SettingsError, UsageError


def test_state_comes_back_as_it_was(tmp_path: Path) -> None:
    """What was there when the copy was made is there again, and what was there instead is kept."""
    state, copy = tmp_path / "state", tmp_path / "copy.sqlite"
    ledger = Ledger(state, Seal("token"))
    ledger.remember(7, 100, [101], Turn("first"))
    assert save(state, copy) == copy.stat().st_size > 0  # while it is open
    assert copy.stat().st_mode & 0o077 == 0
    ledger.remember(7, 100, [101], Turn("later"))
    ledger.close()
    bring_back(copy, state)
    assert Ledger(state, Seal("token")).turn(7, 101) == Turn("first")
    assert len(list(state.glob(f"{FILE}.2*"))) == 1


def test_state_is_its_owners_alone(tmp_path: Path) -> None:
    """In a folder that others may enter, as a volume's is, none of the state's files can be read by them."""
    Ledger(tmp_path, Seal("token")).remember(7, 100, [101], Turn("first"))
    kept = list(tmp_path.glob(f"{FILE}*"))
    assert kept and all(file.stat().st_mode & 0o077 == 0 for file in kept)


def test_what_cannot_be_copied_or_put_back_is_said(tmp_path: Path) -> None:
    """No state, a file that is there, a file that is no copy, a running bot: each is refused and named."""
    state, copy = tmp_path / "state", tmp_path / "copy.sqlite"
    with pytest.raises(SettingsError, match="no state"):
        save(state, copy)
    Ledger(state, Seal("token")).close()
    save(state, copy)
    with pytest.raises(UsageError, match="there already"):
        save(state, copy)
    (tmp_path / "text").write_text("no database")
    with pytest.raises(UsageError, match="no backup"):
        bring_back(tmp_path / "text", state)
    Pulse(state).beat()
    with pytest.raises(SettingsError, match="a bot runs"):
        bring_back(copy, state)
