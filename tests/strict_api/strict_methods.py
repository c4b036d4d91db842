"""The methods of the Bot API that the tests need, with their refusals."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

from strict_rules import (
    CAPTION_LIMIT,
    COMMAND,
    SECRET,
    Json,
    Refusal,
    bad,
    clean,
    formatted,
    keyboard,
    links_in,
)
from strict_store import BOT, LIFETIME, Store

QUERY_OLD = "query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a"
    " current content and reply markup of the message"
)
ACTIONS = {"typing", "upload_photo", "upload_document"}
ADMIN_RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
SAME_OFFSET = 3.0  # seconds that a poll is held which repeats the offset of the one just before
CONFLICT_APART = 3.0  # seconds between two answers that tell of a conflict


class Methods:
    """Each ``do_`` method answers one API method; arguments are its parameters."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.poll: asyncio.Event | None = None  # set to end the poll that waits
        self.last_poll = (0, -SAME_OFFSET)  # its offset and when it began
        self.last_conflict = -CONFLICT_APART

    def do_getme(self, _: Json) -> Json:
        """Say who the bot is."""
        return BOT

    async def do_getupdates(self, a: Json) -> list[Json]:
        """Return updates; wait for them as long as asked."""
        store = self.store
        if store.webhook:
            raise Refusal(
                409,
                "Conflict: can't use getUpdates method while webhook is active;"
                " use deleteWebhook to delete the webhook first",
            )
        if "allowed_updates" in a:
            store.allowed = list(a["allowed_updates"])
        offset, limit = int(a.get("offset", 0)), max(1, min(100, int(a.get("limit", 100))))
        begun, timeout = time.monotonic(), min(50, max(0, int(float(a.get("timeout", 0)))))
        if offset == self.last_poll[0] and timeout < SAME_OFFSET and begun - self.last_poll[1] < SAME_OFFSET:
            timeout = int(SAME_OFFSET)
        self.last_poll = offset, begun
        if (found := store.pending(offset, limit)) or not timeout:
            return found  # only a poll that waits ends the one that waited before
        end = begun + timeout
        if self.poll:
            self.poll.set()
        ended = self.poll = asyncio.Event()
        try:
            while not (found := store.pending(offset, limit)) and time.monotonic() < end:
                if ended.is_set():
                    await self._conflict_apart()
                    raise Refusal(
                        409,
                        "Conflict: terminated by other getUpdates request;"
                        " make sure that only one bot instance is running",
                    )
                await asyncio.sleep(0.01)
        finally:
            if self.poll is ended:
                self.poll = None
        return found

    async def _conflict_apart(self) -> None:
        """Tell of conflicts at most every few seconds."""
        wait = self.last_conflict + CONFLICT_APART - time.monotonic()
        self.last_conflict = time.monotonic() + max(0.0, wait)
        await asyncio.sleep(max(0.0, wait))

    def do_setwebhook(self, a: Json) -> bool:
        """Deliver updates to an address from now on."""
        url = str(a.get("url", ""))
        if not url.startswith(("https://", "http://127.0.0.1")):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if a.get("secret_token") and not SECRET.fullmatch(str(a["secret_token"])):
            raise bad("secret token contains unallowed characters")
        if "allowed_updates" in a:
            self.store.allowed = list(a["allowed_updates"])
        self.store.webhook = {"url": url, "secret_token": a.get("secret_token")}
        return True

    def do_deletewebhook(self, a: Json) -> bool:
        """Deliver by getUpdates again."""
        self.store.webhook = {}
        if a.get("drop_pending_updates") is True:
            self.store.queue.clear()
        return True

    def do_getwebhookinfo(self, _: Json) -> Json:
        """Describe the webhook."""
        waiting = len(self.store.queue)
        return {
            "url": self.store.webhook.get("url", ""),
            "has_custom_certificate": False,
            "pending_update_count": waiting,
        }

    def do_sendmessage(self, a: Json) -> Json:
        """Send a text."""
        chat = _chat(a)
        self.store.writable(chat)
        text, entities = formatted(str(a.get("text", "")), a.get("parse_mode", ""), _list(a, "entities"))
        markup = keyboard(_json(a, "reply_markup"))
        reply = self._reply(chat, _json(a, "reply_parameters"))
        topic = self._topic(chat, a, reply)
        self.store.paced(chat)
        message: Json = {
            "message_id": self.store.message_id(chat),
            "date": int(time.time()),
            "chat": self.store.chats[chat],
            "from": BOT,
            "text": text,
            "links": links_in(text, entities),
            "preview": not (_json(a, "link_preview_options") or {}).get("is_disabled", False),
            **topic,
        }
        message |= {"entities": entities} if entities else {}
        message |= {"reply_markup": markup} if markup else {}
        message |= {"reply_to": reply} if reply else {}
        self.store.messages[chat, message["message_id"]] = message
        return self.store.shown(message)

    def do_sendphoto(self, a: Json) -> Json:
        """Send a picture that Telegram can show."""
        if not str(a.get("photo", "")).startswith("PNG:"):
            raise bad("IMAGE_PROCESS_FAILED")
        photo = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
        return self._captioned(a, {"photo": photo})

    def do_senddocument(self, a: Json) -> Json:
        """Send any file."""
        if not a.get("document"):
            raise bad("there is no document in the request")
        return self._captioned(a, {"document": {"file_id": "d", "file_unique_id": "d"}})

    def _captioned(self, a: Json, body: Json) -> Json:
        chat = _chat(a)
        self.store.writable(chat)
        reply = self._reply(chat, _json(a, "reply_parameters"))
        topic = self._topic(chat, a, reply)
        caption = clean(str(a.get("caption", "")))
        if len(caption) > CAPTION_LIMIT:
            raise bad("message caption is too long")
        markup = keyboard(_json(a, "reply_markup"))
        self.store.paced(chat)
        message: Json = {
            "message_id": self.store.message_id(chat),
            "date": int(time.time()),
            "chat": self.store.chats[chat],
            "from": BOT,
            "caption": caption,
            **body,
            **topic,
        }
        message |= {"reply_markup": markup} if markup else {}
        message |= {"reply_to": reply} if reply else {}
        self.store.messages[chat, message["message_id"]] = message
        return self.store.shown(message)

    def _topic(self, chat: int, a: Json, reply: int | None) -> Json:
        """Return what a message has of the topic it is sent to."""
        topic = int(a.get("message_thread_id") or 0)
        if topic and topic not in self.store.topics.get(chat, ()):
            raise bad("message thread not found")
        if reply and self.store.messages[chat, reply].get("message_thread_id", 0) != topic:
            raise bad("message to be replied not found")
        return {"message_thread_id": topic, "is_topic_message": True} if topic else {}

    def _reply(self, chat: int, parameters: Json | None) -> int | None:
        if not parameters:
            return None
        number = int(parameters["message_id"])
        original = self.store.messages.get((chat, number))
        if original is None:
            if parameters.get("allow_sending_without_reply"):
                return None
            raise bad("message to be replied not found")
        if parameters.get("quote") and parameters["quote"] not in original.get("text", ""):
            raise bad("QUOTE_TEXT_INVALID")
        return number

    def do_editmessagetext(self, a: Json) -> Json:
        """Change a text that the bot sent."""
        message = self._own(a, "edit")
        if "text" not in message:
            raise bad("there is no text in the message to edit")
        text, entities = formatted(str(a.get("text", "")), a.get("parse_mode", ""), _list(a, "entities"))
        markup = keyboard(_json(a, "reply_markup"))
        if (text, entities, markup) == (
            message["text"],
            message.get("entities", []),
            message.get("reply_markup"),
        ):
            raise bad(NOT_MODIFIED)
        message["text"], message["links"] = text, links_in(text, entities)
        for key, value in (("entities", entities), ("reply_markup", markup)):
            message.pop(key, None)
            if value:
                message[key] = value
        message["edit_date"] = int(time.time())
        return self.store.shown(message)

    def do_editmessagecaption(self, a: Json) -> Json:
        """Change the words under a picture."""
        message = self._own(a, "edit")
        if "caption" not in message:
            raise bad("there is no caption in the message to edit")
        caption, markup = clean(str(a.get("caption", ""))), keyboard(_json(a, "reply_markup"))
        if (caption, markup) == (message["caption"], message.get("reply_markup")):
            raise bad(NOT_MODIFIED)
        message |= {"caption": caption} | ({"reply_markup": markup} if markup else {})
        return self.store.shown(message)

    def do_editmessagereplymarkup(self, a: Json) -> Json:
        """Change the buttons of a message."""
        message, markup = self._own(a, "edit"), keyboard(_json(a, "reply_markup"))
        if markup == message.get("reply_markup"):
            raise bad(NOT_MODIFIED)
        message.pop("reply_markup", None)
        message |= {"reply_markup": markup} if markup else {}
        return self.store.shown(message)

    def do_getchatmember(self, a: Json) -> Json:
        """Say what somebody is in a chat."""
        user = int(a.get("user_id", 0))
        status = "administrator" if user in self.store.admins.get(_chat(a), ()) else "member"
        rights = dict.fromkeys(ADMIN_RIGHTS, False) if status == "administrator" else {}
        body = {"id": user, "is_bot": False, "first_name": "Ana Ejemplo"}
        return {"status": status, "user": body, **rights}

    def do_getchatadministrators(self, a: Json) -> list[Json]:
        """Return who administers a chat."""
        return [self.do_getchatmember({**a, "user_id": u}) for u in self.store.admins.get(_chat(a), ())]

    def do_setmydescription(self, _: Json) -> bool:
        """Describe the bot."""
        return True

    do_setmyshortdescription = do_setmydescription

    def do_deletemessage(self, a: Json) -> bool:
        """Delete a message of the bot."""
        message = self._own(a, "delete")
        del self.store.messages[message["chat"]["id"], message["message_id"]]
        self.store.deleted.append(message)
        return True

    def _own(self, a: Json, verb: str) -> Json:
        self.store.writable(_chat(a))
        message = self.store.messages.get((_chat(a), int(a.get("message_id", 0))))
        if message is None:
            raise bad(f"message to {verb} not found")
        if message["from"]["id"] != BOT["id"]:
            raise bad(f"message can't be {verb}{'d' if verb.endswith('e') else 'ed'}")
        return message

    def do_sendchataction(self, a: Json) -> bool:
        """Show what the bot is doing."""
        self.store.writable(_chat(a))
        if a.get("action") not in ACTIONS:
            raise bad("wrong parameter action in request")
        return True

    def do_answercallbackquery(self, a: Json) -> bool:
        """Answer a press: once and in time."""
        self._take_query(a.get("callback_query_id"), "callback_query")
        if len(str(a.get("text", ""))) > 200:
            raise bad("MESSAGE_TOO_LONG")
        self.store.answers.append({"query": a["callback_query_id"], "text": a.get("text")})
        return True

    def do_answerinlinequery(self, a: Json) -> bool:
        """Answer an inline question: once and in time, at most 50 results with ids of their own."""
        results = _list(a, "results")
        if len(results) > 50:
            raise bad("too many inline query results specified")
        names = [str(result.get("id", "")) for result in results]
        if len(set(names)) != len(names) or any(not 1 <= len(name.encode()) <= 64 for name in names):
            raise bad("RESULT_ID_INVALID")
        if len(str(a.get("next_offset", "")).encode()) > 64:
            raise bad("NEXT_OFFSET_INVALID")
        for result in results:
            content = result["input_message_content"]
            formatted(content["message_text"], content.get("parse_mode", ""), content.get("entities", []))
            if not result.get("title"):
                raise bad("article title must be non-empty")
        self._take_query(a.get("inline_query_id"), "inline_query")
        self.store.answers.append(
            {"query": a["inline_query_id"], "results": results, "button": a.get("button")}
        )
        return True

    def _take_query(self, name: Any, kind: str) -> None:
        born = self.store.queries.pop(str(name), None)
        if born is None or time.monotonic() - born > LIFETIME[kind]:
            raise bad(QUERY_OLD)

    def do_setmycommands(self, a: Json) -> bool:
        """Register the menu of commands."""
        commands = _list(a, "commands")
        if len(commands) > 100:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if not COMMAND.fullmatch(command["command"]) or not 1 <= len(command["description"]) <= 256:
                raise bad("BOT_COMMAND_INVALID")
        self.store.commands[str(a.get("language_code", ""))] = commands
        return True

    def do_getfile(self, a: Json) -> Json:
        """Say where a file can be had."""
        name = str(a.get("file_id", ""))
        if name not in self.store.files:
            raise bad("wrong file_id or the file is temporarily unavailable")
        size = len(self.store.files[name])
        return {"file_id": name, "file_unique_id": name[:8], "file_size": size, "file_path": name}


def _chat(a: Json) -> int:
    if not str(a.get("chat_id", "")).lstrip("-").isdigit():
        raise bad("chat_id is empty")
    return int(a["chat_id"])


def _json(a: Json, key: str) -> Json | None:
    value = a.get(key)
    found = json.loads(value) if isinstance(value, str) else value
    return found if isinstance(found, dict) else None


def _list(a: Json, key: str) -> list[Json]:
    value = a.get(key) or []
    return json.loads(value) if isinstance(value, str) else list(value)
