"""Exports of chats: each message is its sender's, of its day."""

from __future__ import annotations

import json

import pytest

from index.formats.chats import read
from index.formats.extracted import Part
from index.formats.registry import format_of
from index.model import Role


def parts(text: str, name: str = "WhatsApp Chat with Harbour group.txt") -> list[Part]:
    """Return the texts of a chat."""
    return [*read(text.encode(), name).parts]


def who(found: list[Part]) -> list[tuple[str, str | None]]:
    """Return the sender and the day of each text that has a sender."""
    return [(part.source.authors[0], part.source.published) for part in found if part.source.authors]


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["13/02/2021, 14:02 - ", "03/03/2021, 09:00 - "], ["2021-02-13", "2021-03-03"]),
        (["2/13/21, 2:02 PM - ", "3/3/21, 9:00 AM - "], ["2021-02-13", "2021-03-03"]),
        (["[13.02.21, 14:02:33] ", "[03.03.21, 09:00:12] "], ["2021-02-13", "2021-03-03"]),
        (["\u200e[13/02/2021, 2:02:33\u202fp.\u00a0m.] ", "[03/03/2021, 9:00:12\u202fa.\u00a0m.] "],
         ["2021-02-13", "2021-03-03"]),
        (["2021-02-03, 14:02 - ", "2021-03-03, 09:00 - "], ["2021-02-03", "2021-03-03"]),
        (["[07.12.2022 12:05] ", "[08.12.2022 12:05] "], ["2022-12-07", "2022-12-08"]),
        (["1/12/21, 14:02 - ", "2/1/21, 09:00 - "], ["2021-01-12", "2021-02-01"]),
        (["2/3/21, 14:02 - ", "3/4/21, 09:00 - "], [None, None]),
    ],
)  # fmt: skip
def test_days_are_read_in_the_order_of_the_chat(lines: list[str], days: list[str | None]) -> None:
    """Day and month stand as the phone writes them; where both orders fit, the day is unknown."""
    text = f"{lines[0]}Ana Ejemplo: It sails.\n{lines[1]}Bo Prueba: Does it?\n"
    assert who(parts(text)) == [("Ana Ejemplo", days[0]), ("Bo Prueba", days[1])]


def test_messages_keep_their_lines_and_their_senders() -> None:
    """A line without a day goes on with its message; messages in a row of one sender are one text."""
    text = (
        "13/02/2021, 14:02 - Messages and calls are encrypted.\n13/02/2021, 14:02 - Ana Ejemplo: It sails.\n"
        "On Monday: at nine.\n13/02/2021, 14:03 - Ana Ejemplo: <Media omitted>\n13/02/2021, 14:04 - Bo"
        " Prueba: No.\n"
    )
    system, ana, bo = parts(text)
    assert [block.role for block in system.blocks] == [Role.JUNK] and not system.source.authors
    assert [(block.text, block.role, block.anchor) for block in ana.blocks] == [
        ("It sails.\nOn Monday: at nine.", Role.BODY, "message=2"),
        ("<Media omitted>", Role.JUNK, "message=3"),
    ]
    assert bo.source.authors == ("Bo Prueba",) and bo.source.outlet == "Harbour group"


def test_telegram_export_is_read() -> None:
    """Sender and day are each message's; words passed on are those of whom they come from."""
    chat = {
        "name": "Harbour group",
        "messages": [
            {"id": 1, "type": "service", "date": "2021-03-04T10:00:00", "action": "create_group"},
            {"id": 2, "type": "message", "date": "2021-03-04T10:01:00", "from": "Ana Ejemplo",
             "from_id": "user1",
             "text": ["It sails, see ", {"type": "link", "text": "https://coast.example"}, "."]},
            {"id": 3, "type": "message", "date": "2021-03-05T10:01:00", "from": "Bo Prueba",
             "forwarded_from": "Cem Muestra", "text": "It does not."},
        ],
    }  # fmt: skip
    data = json.dumps(chat).encode()
    ana, cem = read(data, "result.json").parts
    assert (ana.source.authors, ana.source.published, ana.source.outlet) == (
        ("Ana Ejemplo",),
        "2021-03-04",
        "Harbour group",
    )
    assert (ana.blocks[0].text, ana.blocks[0].anchor) == ("It sails, see https://coast.example.", "message=2")
    assert (cem.source.authors, cem.source.reposted_by, cem.source.reposted) == (
        ("Cem Muestra",),
        "Bo Prueba",
        "2021-03-05",
    )
    assert format_of(data, ".json") == "chats"


def test_chats_are_told_by_their_content() -> None:
    """A text whose lines begin with days and senders is a chat; one with a day here and there is none."""
    line = b"13/02/2021, 14:02 - Ana Ejemplo: It sails.\n"
    assert format_of(line * 4, ".txt") == "chats"
    assert format_of(b"A text of the harbour.\n" * 9 + line, ".txt") is None


def test_what_the_program_says_is_nobodys() -> None:
    """What a phone writes in somebody's name, marked as its own, is not said by him."""
    text = (
        "[12/02/2023, 14:02:11] Ana Ejemplo: \u200eMessages are encrypted from end to end.\n"
        "[13/02/2023, 14:02:30] ~\u202fBo Prueba: It sails. \u200e<This message was edited>\n"
        "[13/02/2023, 14:02:40] ~\u202fBo Prueba: \u200eimage omitted\n"
    )
    system, bo, picture = parts(text, "_chat.txt")
    assert not system.source.authors and not picture.source.authors
    assert {block.role for block in (*system.blocks, *picture.blocks)} == {Role.JUNK}
    assert (bo.source.authors, bo.source.outlet, bo.blocks[0].text) == (("Bo Prueba",), None, "It sails.")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ejemplo, [4 Mar 2021 at 10:01:33]:\nIt sails.\nBo Prueba, [5 Mar 2021 at 09:00:12]:\nDoes it?\n",
        "Ana Ejemplo, [04.03.2021 10:01]\nIt sails.\n\nBo Prueba, [05.03.2021 09:00]\nDoes it?\n",
        "Ana Ejemplo, [Mar 4, 2021 at 10:01 AM]:\nIt sails.\nBo Prueba, [Mar 5, 2021 at 9:00 AM]:\nDoes it?",
        "[10:01, 13/03/2021] Ana Ejemplo: It sails.\n[09:00, 14/03/2021] Bo Prueba: Does it?\n",
    ],
)
def test_messages_that_were_copied_are_their_senders(text: str) -> None:
    """Messages copied out of a messenger name sender and day like an export, in their own order."""
    assert format_of(text.encode(), ".txt") == "chats"
    assert [name for name, _ in who(parts(text, "a.txt"))] == ["Ana Ejemplo", "Bo Prueba"]
    assert all(str(day).startswith("2021-03-") for _, day in who(parts(text, "a.txt")))
    assert [part.blocks[0].text for part in parts(text, "a.txt")] == ["It sails.", "Does it?"]


def test_a_message_of_an_account_that_is_gone_is_nobodys() -> None:
    """Without a name the number of an account is none; the words stay quotable."""
    chat = {"type": "message", "id": 1, "date": "2021-03-04T10:00:00", "from": None, "from_id": "user7"}
    whole = json.dumps({"name": "Harbour", "messages": [{**chat, "text": "It sails."}]})
    (part,) = parts(whole)
    assert part.source.authors == () and part.source.published == "2021-03-04"
    assert part.blocks[0].role is Role.BODY
