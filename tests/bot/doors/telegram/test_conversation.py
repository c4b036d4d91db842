"""Conversations with the unmodified messenger, over HTTP, under the strict server's rules."""

from __future__ import annotations

import base64
import itertools
from typing import Any

import pytest
from made_up_library import ADMIN, TEXTS

from bot.doors.telegram.ledger import Turn
from bot.doors.telegram.questions import carried_on

CHATS = itertools.count(100)
GROUP, FORUM = -1001, -1002
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


def test_what_buttons_do_can_be_asked_in_words(town: Any, chat: int) -> None:
    """More, what stands around a quote, sources and help are had by words as by buttons; more comes once."""
    first = ask(town, chat, "Tell about the bridge")
    more = ask(town, chat, "More, please!")
    assert quotes(more) and set(quotes(more)).isdisjoint(quotes(first))
    assert ask(town, chat, "more")["text"] == "That is all there is."
    assert TEXTS[0] in quotes(ask(town, chat, "around 1"))
    assert ask(town, chat, "context 99")["text"] == "No quote of the last answer has that number."
    assert ask(town, chat, "Fuentes")["text"].startswith("Sources: 30")
    assert "/verify" in ask(town, chat, "help")["text"]


def test_more_without_an_answer_finds_nothing_to_go_on_with(town: Any, chat: int) -> None:
    """Before there is an answer, and after a question that found nothing, there is no more."""
    assert ask(town, chat, "más")["text"] == "That is all there is."
    ask(town, chat, "Who painted Ogdenville?")
    assert ask(town, chat, "more")["text"] == "That is all there is."


def test_nothing_leans_on_a_question_that_found_nothing() -> None:
    """A follow-up goes on from the last question that was answered, not from one in between that was not."""
    assert carried_on(Turn("Who painted Ogdenville?", ("Tell about trams",), answered=False)) == (
        "Tell about trams",
    )
    assert carried_on(Turn("And why?", ("Tell about trams",))) == ("Tell about trams", "And why?")


def test_an_offered_question_works_in_the_language_it_was_offered_in(town: Any, chat: int) -> None:
    """Who has changed the language since still gets an answer to the question on the button."""
    offered = ask(town, chat, "/start", language="es")
    before = len(town.sent(chat))
    town.press(chat=chat, message=offered["message_id"], data=button(offered, "¿Se abrió"))
    assert quotes(town.wait_sent(chat, before + 1)[-1])


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


def test_start_offers_questions_that_are_answerby_a_tap(town: Any, chat: int) -> None:
    """/start gives example questions on buttons; a tap is answered as if the question had been written."""
    message = ask(town, chat, "/start")
    assert "You could ask" in message["text"]
    assert "Podría preguntar" in ask(town, chat, "/start", language="es-PE")["text"]
    town.press(chat=chat, message=message["message_id"], data=button(message, "When was the bridge"))
    answer = town.wait_sent(chat, 3)[-1]
    assert TEXTS[0] in quotes(answer)
    town.press(chat=chat, message=answer["message_id"], data=button(answer, "More"))
    town.wait(lambda: town.sent(chat)[-1]["text"] not in ("", answer["text"]))
    assert quotes(town.sent(chat)[-1])
    assert "/sources" in ask(town, chat, "/help")["text"]


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


def test_pages_of_an_answer_come_in_its_place(town: Any, chat: int) -> None:
    """Contexts, sources and further passages edit the answer's message; "back" makes it the answer again."""
    answer = ask(town, chat, "the bridge")
    first, data = answer["text"], {label: button(answer, label) for label in ("Around 1", "More", "Sources")}
    assert "Also found" in first

    def shown() -> dict[str, Any]:
        return town.sent(chat)[0]

    for label, words in (
        ("Around 1", TEXTS[1]),
        ("More", TEXTS[6]),
        ("Sources", "Springfield Gazette, 1 May"),
    ):
        query = town.press(chat=chat, message=answer["message_id"], data=data[label])
        town.wait(lambda words=words: words in shown()["text"] and shown()["text"] != first)
        assert answered(town, query)["text"] is None
        town.press(chat=chat, message=answer["message_id"], data=button(shown(), "« Back"))
        town.wait(lambda: shown()["text"] == first)
    assert len(town.sent(chat)) == 1


def test_press_is_answerbefore_its_work(town: Any, chat: int) -> None:
    """A press is answered at once, and the message changes when the work is done."""
    message = ask(town, chat, "Tell about the ribbon")
    town.fault(kind="slow", method="editMessageText", seconds=1.5, chat=chat)
    query = town.press(chat=chat, message=message["message_id"], data=button(message, "Around 1"))
    assert answered(town, query)
    assert quotes(town.wait_sent(chat, 1)[0])
    town.wait(lambda: quotes(town.sent(chat)[0]) == list(TEXTS[2:5]))


def test_position_of_a_card_has_a_button(town: Any, chat: int) -> None:
    """A position's button shows its quotes, each under its voice, in the place of the answer."""
    message = ask(town, chat, "How many carts crossed the bridge?")
    town.press(chat=chat, message=message["message_id"], data=button(message, "Fewer than thirty"))
    town.wait(lambda: quotes(town.sent(chat)[0]) == [TEXTS[2]])
    assert "Ana Ejemplo" in town.sent(chat)[0]["text"]


def test_no_address_is_made_of_the_name_of_a_file(town: Any, chat: int) -> None:
    """No message links what it does not mean to link, and none shows a preview."""
    for text in (
        f"/verify {TEXTS[5]}",
        "the bridge",
        "/source bridge",
        "/sources",
        "/contested 1",
        "/who mayor",
    ):
        message = ask(town, chat, text)
        assert message["links"] == []
        assert not message["preview"]


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
    town.message(chat=GROUP, user=6, text="Where does the ferry run?")
    foreign = town.message(chat=GROUP, user=6, text="Mondays are quiet. Where is the ferry?")["message"]
    assert TEXTS[6] in quotes(ask(town, GROUP, f"@{NAME}", user=5, reply_to=foreign))
    marked = ask(town, GROUP, f"@{NAME}", user=5, reply_to=foreign, quote="Mondays are quiet.")
    assert quotes(marked) == [TEXTS[5]]
    assert len(town.sent(GROUP)) == 6


def test_what_nobody_says_is_met_with_silence(town: Any, chat: int) -> None:
    """A pin, a timer, a granted right and the like are no questions; a photograph is asked to be text."""
    pinned = {"message_id": 1, "date": 1, "chat": {"id": chat, "type": "private"}, "text": "x"}
    paid = {"currency": "EUR", "total_amount": 1, "invoice_payload": "x"}
    paid |= {"telegram_payment_charge_id": "x", "provider_payment_charge_id": "x"}
    for extra in (
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
        {"write_access_allowed": {"from_request": True}},
        {"pinned_message": pinned},
        {"new_chat_title": "Springfield"},
        {"successful_payment": paid},
    ):
        town.message(chat=chat, extra=extra)
    sticker = {"file_id": "s", "file_unique_id": "s", "width": 1, "height": 1, "type": "regular",
               "is_animated": False, "is_video": False}  # fmt: skip
    town.message(chat=chat, extra={"sticker": sticker})
    town.message(chat=chat, text="Tell about trams")
    town.wait(lambda: any(quotes(message) for message in town.sent(chat)))
    asked, answer = town.sent(chat)
    assert asked["text"] == "Please send your question as text."
    assert quotes(answer) == [TEXTS[0]]


def test_topics_are_conversations_of_their_own(town: Any) -> None:
    """An answer stays in its topic, and a follow-up takes the context of its own topic only."""
    first = ask(town, FORUM, f"@{NAME} Tell about trams", user=5, topic=11)
    assert first["message_thread_id"] == 11
    second = ask(town, FORUM, "And Mondays?", user=5, topic=11, reply_to=first["message_id"])
    assert second["message_thread_id"] == 11
    assert set(quotes(second)) == {TEXTS[0], TEXTS[5]}
    other = ask(town, FORUM, f"@{NAME} And Mondays?", user=5, topic=12)
    assert (other["message_thread_id"], quotes(other)) == (12, [TEXTS[5]])


def test_group_is_told_how_to_ask(town: Any) -> None:
    """A group that adds the bot is told once how to ask it."""
    town.join(chat=-1005)
    assert f"@{NAME}" in town.wait_sent(-1005, 1)[0]["text"]


def test_language_of_a_group_is_its_administrators_matter(town: Any) -> None:
    """In a group only an administrator changes the language and lets the bot forget."""
    town.message(chat=-1006, user=5, text="/language")
    message = town.wait_sent(-1006, 1)[0]
    data = button(message, "Español")
    query = town.press(chat=-1006, message=message["message_id"], data=data, user=5)
    assert answered(town, query)["text"].startswith("In a group only")
    town.message(chat=-1006, user=5, text="/forget")
    assert town.wait_sent(-1006, 2)[1]["text"].startswith("In a group only")
    town.admin(chat=-1006, user=6)
    query = town.press(chat=-1006, message=message["message_id"], data=data, user=6)
    assert answered(town, query)["text"] == "Desde ahora en español."


def test_buttons_work_after_a_group_has_moved(town: Any) -> None:
    """A group that became a supergroup has another number; the buttons of its old answers still work."""
    first = ask(town, -77, f"@{NAME} the bridge", user=5)
    town.migrate(chat=-77, to=-10077)
    ask(town, -10077, f"@{NAME} Where is the ferry?", user=5)
    query = town.press(chat=-10077, message=first["message_id"], data=button(first, "More"), user=5)
    assert answered(town, query)["text"] is None
    town.wait(lambda: TEXTS[6] in town.sent(-10077)[0]["text"])


def test_buttons_of_a_group_that_has_moved_answer_where_it_is_now(town: Any) -> None:
    """An old message cannot be changed any more: what its button shows is said in the group's new place."""
    first = ask(town, -78, f"@{NAME} the bridge", user=5)
    town.migrate(chat=-78, to=-10078)
    query = town.press(chat=-78, message=first["message_id"], data=button(first, "More"), user=5)
    assert answered(town, query)["text"] is None
    shown = town.wait_sent(-10078, 2)[1]  # the first is the old one, which the group took along
    assert TEXTS[6] in shown["text"]
    town.press(chat=-10078, message=shown["message_id"], data=button(shown, "« Back"), user=5)
    town.wait(lambda: TEXTS[0] in quotes(town.sent(-10078)[1]))


def test_every_voice_counts(town: Any) -> None:
    """Five people's judgements of one answer are five, by button or reaction; one can be taken back."""
    before = judged(town)
    message = ask(town, -1007, f"@{NAME} the bridge", user=11)
    for user in (11, 12, 13, 11):
        town.press(chat=-1007, message=message["message_id"], data=button(message, "Helpful"), user=user)
    town.react(chat=-1007, message=message["message_id"], emoji="👍", user=14)
    town.react(chat=-1007, message=message["message_id"], emoji="👎", user=15)
    town.react(chat=-1007, message=message["message_id"], emoji="👍", user=16)
    town.react(chat=-1007, message=message["message_id"], emoji="", user=16)
    town.wait(lambda: judged(town) == (before[0] + 4, before[1] + 1))


def judged(town: Any) -> tuple[int, int]:
    """Return how many judgements the administrators are shown, good and bad."""
    text = ask(town, ADMIN, "/stats")["text"]
    good, bad = (int(line.split(": ")[1]) for line in text.splitlines() if "helpful: " in line)
    return good, bad


@pytest.mark.parametrize("text", ["/contested", "/who Ana", "/start", "/verify The bridge is open."])
def test_whoever_waits_sees_that_somebody_is_at_work(town: Any, chat: int, text: str) -> None:
    """Not only questions take time: while anything is looked for the sign of typing is there."""
    ask(town, chat, text)
    assert [c for c in town.calls("sendChatAction") if c["arguments"]["chat_id"] == str(chat)]


def test_forgotten_chat_has_no_context(town: Any, chat: int) -> None:
    """/forget deletes what is kept of a chat: no follow-up takes it up."""
    ask(town, chat, "Tell about trams")
    assert ask(town, chat, "/forget")["text"].startswith("What was kept")
    assert TEXTS[0] not in quotes(ask(town, chat, "And Mondays?"))


def test_forwarded_text_is_verified(town: Any, chat: int) -> None:
    """Forwarded text and /verify are told whether they stand word for word, and where."""
    assert "bridge.txt, characters 500 to 532" in ask(town, chat, TEXTS[5], forwarded=True)["text"]
    assert ask(town, chat, f"/verify {TEXTS[5]}")["text"].startswith("Word for word in the library")
    other = ask(town, chat, "/verify The bridge is open on Mondays.")
    assert other["text"].startswith("Not word for word")
    assert texts_of(other, "underline") == ["closed"]
    assert "other marks" in ask(town, chat, "/verify the bridge is CLOSED on Mondays")["text"]


def test_sources_are_paged_and_filtered(town: Any, chat: int) -> None:
    """/sources shows ten at a time, turns pages in place, and filters by outlet."""
    message = ask(town, chat, "/sources")
    assert "Page 1 of 3" in message["text"]
    town.press(chat=chat, message=message["message_id"], data=button(message, "›"))
    town.wait(lambda: "Page 2 of 3" in town.sent(chat)[0]["text"])
    assert "Sources: 1." in ask(town, chat, "/sources gazette")["text"]
    assert "Sources: 1." in ask(town, chat, "/sources coast")["text"]
    assert "Springfield Gazette" in ask(town, chat, "/sources nowhere")["text"]
    assert "https://example.org/bridge" in ask(town, chat, "/source bridge")["text"]


def test_contested_points_are_listed_and_opened(town: Any, chat: int) -> None:
    """/contested lists the points; a button opens one with all positions in its place, and leads back."""
    message = ask(town, chat, "/contested")
    town.press(chat=chat, message=message["message_id"], data=button(message, "1."))
    town.wait(lambda: quotes(town.sent(chat)[0]) == [TEXTS[1], TEXTS[2]])
    opened = town.sent(chat)[0]
    town.press(chat=chat, message=message["message_id"], data=button(opened, "« Back"))
    town.wait(lambda: town.sent(chat)[0]["text"] == message["text"])


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
    ask(town, ADMIN, "the bridge")
    data = base64.b64encode(b"A new text\n\nwith a paragraph").decode()
    message = ask(town, ADMIN, "", document={"name": "../../etc/new text.md", "data": data})
    assert message["text"].startswith("new text.md: articles found: 1")
    assert "A new text" in message["text"]
    query = town.press(chat=ADMIN, message=message["message_id"], data=button(message, "Add"))
    assert answered(town, query)
    added = "Added: new text.md"
    town.wait(lambda: any(sent["text"].startswith(added) for sent in town.sent(ADMIN)))
    assert not [sent for sent in town.sent(ADMIN) if sent["text"].startswith(added) and sent["links"]]
    assert "Questions answered:" in ask(town, ADMIN, "/stats")["text"]
    assert "up to date" in ask(town, ADMIN, "/reload")["text"]


def test_unreadable_document_is_named_with_its_reason(town: Any) -> None:
    """A document that cannot be read is reported with the reason, and no button to add it."""
    sent = {"name": "b.zip", "data": base64.b64encode(b"\0").decode()}
    message = ask(town, ADMIN, "", document=sent, language="en")
    assert message["text"] == "b.zip cannot be added: it is empty."
    assert "reply_markup" not in message and not message["links"]
    assert ask(town, ADMIN, "", document=sent, language="es")["text"].endswith(
        "no se puede añadir: está vacío."
    )


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
