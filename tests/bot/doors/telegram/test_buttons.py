"""Buttons: at most 64 bytes, good for one chat, proof against tampering."""

from __future__ import annotations

import random
import string

from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Answer, Status
from bot.doors.telegram.buttons import Act, Buttons, paragraph_named, paragraph_value, short
from bot.doors.telegram.seal import Seal
from bot.doors.telegram.service import PHRASES
from bot.phrases import Phrases

BUTTONS = Buttons(Seal("token"), Phrases(PHRASES))


@given(
    st.sampled_from(Act), st.text(string.ascii_letters + string.digits + "._-", max_size=40), st.integers()
)
def test_data_is_read_back_in_its_chat_only(act: Act, value: str, chat: int) -> None:
    """What a button holds is read back in its chat, and refused in any other."""
    data = BUTTONS.data(act, value, chat)
    assert len(data.encode()) <= 64
    press = BUTTONS.read(data, chat)
    assert press is not None
    assert (press.act, press.value) == (act, value)
    assert BUTTONS.read(data, chat + 1) is None


def test_two_thousand_tampered_presses_are_refused() -> None:
    """Data with characters changed, cut, doubled or invented is refused, and nothing is raised."""
    chance = random.Random(5)  # noqa: S311
    true = BUTTONS.data(Act.CONTEXT, "abcdefgh.12", 77)
    letters = string.printable + "éñ🎉\u202e"
    for _ in range(2000):
        forged = list(true)
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(forged) + 1)
            forged[place : place + chance.randint(0, 2)] = chance.choices(letters, k=chance.randint(0, 3))
        data = "".join(forged)
        assert data == true or BUTTONS.read(data, 77) is None


@given(st.text(min_size=1, max_size=300).filter(lambda name: "\ud800" not in name), st.integers(1, 99999))
def test_paragraph_of_any_name_fits_a_button(article: str, number: int) -> None:
    """However an article is called, its paragraphs fit into a button and are found again."""
    value = paragraph_value(f"{article}#{number}")
    assert len(BUTTONS.data(Act.CONTEXT, value, -(10**13)).encode()) <= 64
    assert paragraph_named(value, ["other", article]) == f"{article}#{number}"
    assert paragraph_named(value, ["other"]) is None


def test_short_names_do_not_collide() -> None:
    """A hundred thousand articles have a hundred thousand short names."""
    assert len({short(f"article-{n}") for n in range(100_000)}) == 100_000


def test_greeting_is_not_judged() -> None:
    """Under a reply to small talk there are no buttons; under a silence it can be judged."""
    greeting = Answer("hello", "en", Status.NOTHING_FOUND, "Hello.", reply=True)
    silence = Answer("zebra", "en", Status.NOTHING_FOUND, "Nothing found.")
    assert BUTTONS.under_answer(greeting, 1, "en", update=1, drawn=True) is None
    assert BUTTONS.under_answer(silence, 1, "en", update=1, drawn=True) is not None
