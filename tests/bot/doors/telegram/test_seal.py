"""What lies on disk is sealed, what travels through buttons is signed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.doors.telegram.seal import Seal


@given(st.text(), st.integers())
def test_sealed_text_opens_for_its_owner_only(text: str, owner: int) -> None:
    """What is sealed for one chat opens for it, and for no other chat, nor under another token."""
    sealed = Seal("token").close(text, owner)
    assert Seal("token").open(sealed, owner) == text
    assert Seal("token").open(sealed, owner + 1) is None
    assert Seal("other").open(sealed, owner) is None


@given(st.binary(max_size=80))
def test_garbage_does_not_open(data: bytes) -> None:
    """Bytes that were not sealed here open to nothing, whatever they are."""
    assert Seal("token").open(data, 1) is None


def test_sealing_hides_the_text() -> None:
    """The same text sealed twice looks different, and neither shows the text."""
    seal = Seal("token")
    one, two = seal.close("a question", 1), seal.close("a question", 1)
    assert one != two
    assert b"question" not in one + two


def test_pseudonyms_are_stable_and_apart() -> None:
    """A chat has one pseudonym for each use and token; it does not contain the chat's number."""
    name = Seal("token").pseudonym("chat", 771234567)
    assert name == Seal("token").pseudonym("chat", 771234567)
    assert (
        len({name, Seal("token").pseudonym("answer", 771234567), Seal("x").pseudonym("chat", 771234567)}) == 3
    )
    assert b"771234567" not in name
