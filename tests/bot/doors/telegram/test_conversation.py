"""Conversations with the unmodified messenger, over HTTP, under the strict server's rules."""

from __future__ import annotations

import base64
import itertools
from typing import Any

import pytest
from made_up_library import ADMIN, TEXTS

CHATS = itertools.count(100)
GROUP = -1001
NAME = "quoth_test_bot"


@pytest.fixture
def chat() -> int:
    """A private chat that no other test uses."""
    return next(CHATS)


def texts_of(message: dict[str, Any], *kinds: str) -> list[str]:
    """Return the stretches of a message that have an entity of these kinds."""
    units = message["text"].encode("utf-16-le")
    return [
        units[e["offset"] * 2 : (e["offset"] + e["length"]) * 2].decode("utf-16-le")
        for e in message.get("entities", [])
        if e["type"] in kinds
    ]


def quotes(message: dict[str, Any]) -> list[str]:
    """Return the quotes of a message."""
    return texts_of(message, "blockquote", "expandable_blockquote")


def button(message: dict[str, Any], label: str) -> str:
    """Return the data of the button whose label begins with ``label``."""
    rows = message["reply_markup"]["inline_keyboard"]
    return next(b["callback_data"] for row in rows for b in row if b["text"].startswith(label))


def answered(town: Any, query: str) -> dict[str, Any]:
    """Wait for the answer to a press or an inline question, and return it."""
    return town.wait(lambda: next((a for a in town.state()["answers"] if a["query"] == query), None))


def ask(town: Any, chat: int, text: str = "When was the bridge opened?", **more: Any) -> dict[str, Any]:
    """Write to the bot and return its next message."""
    before = len(town.sent(chat))
    town.message(chat=chat, text=text, **more)
    return town.wait_sent(chat, before + 1)[-1]


def test_question_gets_one_message_with_quotes(town: Any, chat: int) -> None:
    """A question gets one message: quotes word for word, each under its voice, linked to its source."""
    message = ask(town, chat)
    assert TEXTS[0] in quotes(message)
    assert "Ana Ejemplo, Springfield Gazette, 1 May 2020, wrote" in texts_of(message, "bold")
    links = [e["url"] for e in message["entities"] if e["type"] == "text_link"]
    assert "https://example.org/bridge#:~:text=0" in links
    assert [c for c in town.calls("sendChatAction") if c["arguments"]["chat_id"] == str(chat)]
    assert len(town.sent(chat)) == 1


def test_positions_stand_side_by_side(town: Any, chat: int) -> None:
    """Rival claims come unasked, each position with its quote, under the neutral heading."""
    message = ask(town, chat, "Did at least forty carts cross the bridge?")
    assert "How many carts crossed" in texts_of(message, "underline")
    assert {TEXTS[1], TEXTS[2]} <= set(quotes(message))
    assert [text for text in texts_of(message, "italic") if text != "The bridge"][:2] == [
        "At least forty",
        "Fewer than thirty",
    ]


def test_nothing_found_is_said(town: Any, chat: int) -> None:
    """Where the library does not answer, no quote is offered, only feedback asked for."""
    message = ask(town, chat, "zzzz qqqq")
    assert message["text"] == "Nothing found.\nNot in these documents: zzzz qqqq"
    assert quotes(message) == []
    assert [b["text"] for row in message["reply_markup"]["inline_keyboard"] for b in row] == [
        "Helpful",
        "Not helpful",
    ]


def test_start_offers_two_questions_in_the_users_language(town: Any, chat: int) -> None:
    """/start and /help give two example questions, in the language of the user's Telegram."""
    assert len(texts_of(ask(town, chat, "/start"), "italic")) == 2
    assert "Por ejemplo" in ask(town, chat, "/help", language="es-PE")["text"]


def test_commands_are_registered_for_each_language(town: Any) -> None:
    """The menu of commands is there in English, in Spanish and for everybody else."""
    menus = town.wait(lambda: len(found := town.state()["commands"]) == 3 and found)
    assert set(menus) == {"", "en", "es"}
    assert {"sources", "verify", "privacy"} <= {c["command"] for c in menus["es"]}
    assert menus["es"][0]["description"] != menus["en"][0]["description"]


@pytest.mark.parametrize("by_reply", [True, False])
def test_follow_up_takes_the_context(town: Any, chat: int, by_reply: bool) -> None:
    """A reply to an answer, or the next message, is taken with the question before it."""
    first = ask(town, chat, "Tell about trams")
    assert quotes(first) == [TEXTS[0]]
    assert TEXTS[0] in quotes(ask(town, chat, "And Mondays?", reply_to=first["message_id"] * by_reply))
    assert TEXTS[0] not in quotes(ask(town, next(CHATS), "And Mondays?"))


def test_reply_to_an_older_answer_takes_that_context(town: Any, chat: int) -> None:
    """A reply goes with the answer it replies to, not with the newest one."""
    first = ask(town, chat, "Tell about trams")
    ask(town, chat, "Where is the ferry?")
    last = ask(town, chat, "And Mondays?", reply_to=first["message_id"])
    assert set(quotes(last)) == {TEXTS[0], TEXTS[5]}


def test_edited_question_changes_its_answer(town: Any, chat: int) -> None:
    """An edited question gets no second answer: the first one changes."""
    written = town.message(chat=chat, text="When are Mondays?")
    town.wait_sent(chat, 1)
    town.edit(chat=chat, message=written["message"], text="Where is the ferry?")
    town.wait(lambda: quotes(town.sent(chat)[0]) == [TEXTS[6]])
    town.edit(chat=chat, message=written["message"], text="zzzz")
    town.wait(lambda: "zzzz" in town.sent(chat)[0]["text"])
    assert len(town.sent(chat)) == 1


def test_context_button_shows_the_paragraphs_around(town: Any, chat: int) -> None:
    """The context button sends the neighbouring paragraphs, each under its voice."""
    message = ask(town, chat, "Tell about the ribbon")
    query = town.press(chat=chat, message=message["message_id"], data=button(message, "Around 1"))
    context = town.wait_sent(chat, 2)[-1]
    assert quotes(context) == list(TEXTS[2:5])
    assert len(texts_of(context, "bold")) == 3
    assert answered(town, query)["text"] is None


def test_more_button_sends_the_next_claims(town: Any, chat: int) -> None:
    """More passages continue the numbering, until there are no more."""
    message = ask(town, chat, "the bridge")
    assert len([q for q in quotes(message) if q in TEXTS]) >= 5
    town.press(chat=chat, message=message["message_id"], data=button(message, "More"))
    more = town.wait_sent(chat, 2)[-1]
    assert more["text"].startswith("4. ")
    query = town.press(chat=chat, message=message["message_id"], data=button(message, "Sources"))
    assert "Springfield Gazette" in town.wait_sent(chat, 3)[-1]["text"]
    assert answered(town, query)


def test_figures_come_as_a_picture(town: Any, chat: int) -> None:
    """Figures can be had as a picture, from an answer and from the list of contested points."""
    message = ask(town, chat, "How many carts crossed the bridge?")
    town.press(chat=chat, message=message["message_id"], data=button(message, "Picture"))
    picture = town.wait_sent(chat, 2)[-1]
    assert picture["photo"]
    assert picture["caption"] == "How many carts crossed"
    assert picture["reply_to"] == message["reply_to"]
    point = ask(town, chat, "/contested 1")
    town.press(chat=chat, message=point["message_id"], data=button(point, "Picture"))
    assert town.wait_sent(chat, 4)[-1]["photo"]


def test_feedback_is_thanked_for(town: Any, chat: int) -> None:
    """A judgement is taken and answered."""
    message = ask(town, chat)
    query = town.press(chat=chat, message=message["message_id"], data=button(message, "Helpful"))
    assert answered(town, query)["text"] == "Thank you."


def test_forged_buttons_are_refused(town: Any, chat: int) -> None:
    """Data that was changed, or made for another chat, does nothing and gets a polite refusal."""
    message = ask(town, chat)
    true = button(message, "Around 1")
    elsewhere = next(CHATS)
    other = ask(town, elsewhere)
    forged = [
        true[:-1] + ("A" if true[-1] != "A" else "B"),
        "m5",
        ":",
        "zz:zz",
        "c" + true,
        "é:é",
        true.upper(),
    ]
    queries = [town.press(chat=chat, message=message["message_id"], data=data) for data in forged]
    queries.append(town.press(chat=elsewhere, message=other["message_id"], data=true))
    for query in queries:
        assert answered(town, query)["text"].startswith("This button does not belong here")
    assert len(town.sent(chat)) == len(town.sent(elsewhere)) == 1


def test_inline_mode_offers_quotes(town: Any) -> None:
    """Inline mode offers up to ten quotes with voice and link, both sides among them."""
    results = answered(town, town.inline(user=9, query="How many carts crossed the bridge?"))["results"]
    contents = [result["input_message_content"] for result in results]
    assert 2 <= len(results) <= 10
    assert {TEXTS[1], TEXTS[2]} <= {
        quotes({"text": c["message_text"], "entities": c["entities"]})[0] for c in contents
    }
    assert all("wrote" in c["message_text"] or "reporting" in c["message_text"] for c in contents)
    assert answered(town, town.inline(user=9, query=""))["results"] == []


def test_group_is_left_in_peace(town: Any) -> None:
    """In a group the bot answers mentions, replies and commands, and says nothing otherwise."""
    for text in ("When was the bridge opened?", "/start@other_bot", "/nonsense", "hello @quoth_test_botany"):
        town.message(chat=GROUP, user=5, text=text)
    first = ask(town, GROUP, f"@{NAME} when was the bridge opened?", user=5)
    assert TEXTS[0] in quotes(first)
    ask(town, GROUP, "And the ferry?", user=6, reply_to=first["message_id"])
    ask(town, GROUP, f"/ask@{NAME} Where is the ferry?", user=5)
    ask(town, GROUP, "/about", user=5)
    assert len(town.sent(GROUP)) == 4


def test_forwarded_text_is_verified(town: Any, chat: int) -> None:
    """Forwarded text and /verify are told whether they stand word for word, and where."""
    assert "bridge.txt, characters 500 to 532" in ask(town, chat, TEXTS[5], forwarded=True)["text"]
    assert ask(town, chat, f"/verify {TEXTS[5]}")["text"].startswith("Word for word in the library")
    assert ask(town, chat, "/verify The bridge is open on Mondays.")["text"].startswith("Not word for word")


def test_sources_are_paged_and_filtered(town: Any, chat: int) -> None:
    """/sources shows ten at a time, turns pages in place, and filters by outlet."""
    message = ask(town, chat, "/sources")
    assert "Page 1 of 3" in message["text"]
    town.press(chat=chat, message=message["message_id"], data=button(message, "›"))
    town.wait(lambda: "Page 2 of 3" in town.sent(chat)[0]["text"])
    assert "Sources: 1." in ask(town, chat, "/sources gazette")["text"]
    assert "Springfield Gazette" in ask(town, chat, "/sources nowhere")["text"]
    assert "https://example.org/bridge" in ask(town, chat, "/source bridge")["text"]


def test_contested_points_are_listed_and_opened(town: Any, chat: int) -> None:
    """/contested lists the points; a button opens one with all positions."""
    message = ask(town, chat, "/contested")
    town.press(chat=chat, message=message["message_id"], data=button(message, "1."))
    assert quotes(town.wait_sent(chat, 2)[-1]) == [TEXTS[1], TEXTS[2]]


def test_contested_points_are_headed_in_the_readers_language(town: Any, chat: int) -> None:
    """The headings of /contested are in the language of whoever asks."""
    assert "Cuántas carretas cruzaron" in ask(town, chat, "/contested 1", language="es")["text"]
    assert "How many carts crossed" in ask(town, chat, "/contested 1", language="en")["text"]


def test_who_shows_what_somebody_says(town: Any, chat: int) -> None:
    """/who NAME shows a speaker's claims under their voice, or says that there are none."""
    assert quotes(ask(town, chat, "/who mayor")) == [TEXTS[3]]
    assert ask(town, chat, "/who nobody")["text"].startswith("Nobody")


def test_language_can_be_chosen(town: Any, chat: int) -> None:
    """/language changes the interface and holds from then on."""
    message = ask(town, chat, "/language", language="en")
    town.press(chat=chat, message=message["message_id"], data=button(message, "Español"))
    town.wait(lambda: town.sent(chat)[0]["text"] == "Desde ahora en español.")
    assert ask(town, chat, "/privacy", language="en")["text"].startswith("Qué se guarda")


def test_admin_adds_a_document_after_confirming(town: Any) -> None:
    """A document from an admin is previewed, and added only when the button is pressed."""
    data = base64.b64encode(b"A new text\n\nwith a paragraph").decode()
    message = ask(town, ADMIN, "", document={"name": "../../etc/new text.txt", "data": data})
    assert message["text"].startswith("new text.txt: articles found: 1")
    assert "A new text" in message["text"]
    query = town.press(chat=ADMIN, message=message["message_id"], data=button(message, "Add"))
    assert answered(town, query)
    town.wait(lambda: town.sent(ADMIN)[0]["text"] == "Added: new text.txt")
    assert "answered:" in ask(town, ADMIN, "/stats")["text"]
    assert "up to date" in ask(town, ADMIN, "/reload")["text"]


def test_unreadable_document_is_named_with_its_reason(town: Any) -> None:
    """A document that cannot be read is reported with the reason, and no button to add it."""
    message = ask(town, ADMIN, "", document={"name": "b.bin", "data": base64.b64encode(b"\0").decode()})
    assert message["text"] == "b.bin is no text."
    assert "reply_markup" not in message


def test_others_cannot_add_documents(town: Any, chat: int) -> None:
    """Only admins may add, reload and see the numbers."""
    data = base64.b64encode(b"x").decode()
    assert ask(town, chat, "", document={"name": "a.txt", "data": data})["text"].startswith("Only the admin")
    assert ask(town, chat, "/stats")["text"].startswith("There is no such command")
    assert ask(town, chat, "/nonsense")["text"].startswith("There is no such command")


def test_a_fault_inside_is_confessed(town: Any, chat: int) -> None:
    """A question on which the program breaks gets an apology, and the next one an answer."""
    assert ask(town, chat, "broken")["text"].startswith("Something went wrong")
    assert quotes(ask(town, chat))
