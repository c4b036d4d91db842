"""The test's side of the server: users who write, edit, press and forward; faults; a look at everything."""

from __future__ import annotations

import base64
import json
import time

import tornado.web
from strict_faults import Fault, Faults
from strict_rules import Json
from strict_store import BOT, Rates, Store


class Control(tornado.web.RequestHandler):
    """One command of a test."""

    def initialize(self, store: Store, faults: Faults) -> None:
        """Receive what the server was made with."""
        self.store, self.faults = store, faults

    def post(self, command: str) -> None:
        """Run a command; its arguments are the body, its result is the answer."""
        arguments: Json = json.loads(self.request.body or b"{}")
        self.write({"result": getattr(self, f"on_{command}")(**arguments)})

    def on_message(  # noqa: PLR0917 (called by name)
        self,
        chat: int,
        text: str = "",
        user: int = 0,
        language: str | None = None,
        reply_to: int = 0,
        forwarded: bool = False,
        document: Json | None = None,
        topic: int = 0,
        quote: str = "",
        extra: Json | None = None,
    ) -> Json:
        """Let a user write; entities are found as clients find them."""
        user = user or abs(chat)
        sender: Json = {"id": user, "is_bot": False, "first_name": "Ana Ejemplo"}
        if language:
            sender["language_code"] = language
        if chat > 0:
            self.store.chats[chat] = {"id": chat, "type": "private", "first_name": "Ana Ejemplo"}
        else:
            self.store.chats[chat] = {"id": chat, "type": "supergroup", "title": "Springfield"}
        message: Json = {
            "message_id": self.store.message_id(chat),
            "date": int(time.time()),
            "chat": self.store.chats[chat],
            "from": sender,
        }
        message |= {"text": text, "entities": entities_in(text)} if text else {}
        message |= {"reply_to": reply_to} if reply_to else {}
        message |= {"quote": {"text": quote, "position": 0, "is_manual": True}} if quote else {}
        if topic:
            self.store.topics.setdefault(chat, set()).add(topic)
            self.store.chats[chat]["is_forum"] = True
            message |= {"message_thread_id": topic, "is_topic_message": True}
        if forwarded:
            message["forward_origin"] = {"type": "hidden_user", "date": 1, "sender_user_name": "Ana Ejemplo"}
        if document:
            data = base64.b64decode(document["data"])
            name = f"file{len(self.store.files)}-{'x' * 70}"
            self.store.files[name] = data
            message["document"] = {
                "file_id": name,
                "file_unique_id": name[:8],
                "file_name": document["name"],
                "file_size": len(data),
            }
        message |= extra or {}
        self.store.messages[chat, message["message_id"]] = message
        update = self.store.put("message", self.store.shown(message))
        return {"update": update, "message": message["message_id"]}

    def on_edit(self, chat: int, message: int, text: str) -> int:
        """Let the user change a message."""
        body = self.store.messages[chat, message]
        body |= {"text": text, "entities": entities_in(text), "edit_date": int(time.time())}
        return self.store.put("edited_message", self.store.shown(body))

    def on_press(self, chat: int, message: int, data: str, user: int = 0) -> str:
        """Let a user press a button, or forge one."""
        name = str(len(self.store.queries) + len(self.store.answers) + 10**15)
        self.store.queries[name] = time.monotonic()
        body = {
            "id": name,
            "from": {"id": user or abs(chat), "is_bot": False, "first_name": "Ana Ejemplo"},
            "chat_instance": "1",
            "message": self.store.shown(self.store.messages[chat, message]),
            "data": data,
        }
        self.store.put("callback_query", body)
        return name

    def on_inline(self, user: int, query: str) -> str:
        """Let a user type in inline mode."""
        name = str(len(self.store.queries) + len(self.store.answers) + 10**15)
        self.store.queries[name] = time.monotonic()
        sender = {"id": user, "is_bot": False, "first_name": "Ana Ejemplo", "language_code": "en"}
        self.store.put("inline_query", {"id": name, "from": sender, "query": query, "offset": ""})
        return name

    def on_raw(self, kind: str, body: Json) -> int:
        """Queue an update as it is."""
        return self.store.put(kind, body)

    def on_fault(
        self, kind: str, method: str = "*", times: int = 1, seconds: float = 1.0, chat: int = 0
    ) -> bool:
        """Plan a fault."""
        self.faults.planned.append(Fault(kind, method, times, seconds, chat))
        return True

    def on_faults(
        self, rates: dict[str, float], seconds: float = 1.0, methods: list[str] | None = None
    ) -> bool:
        """Let calls go wrong at random; ``methods``: those of these methods, ["*"]: all."""
        self.faults.rates, self.faults.seconds = rates, seconds
        self.faults.methods = tuple(methods) if methods else self.faults.methods
        return True

    def on_mend(self) -> bool:
        """Let nothing go wrong any more."""
        self.faults.planned.clear()
        self.faults.rates = {}
        return True

    def on_rates(self, private: list[float], group: list[float], overall: list[float]) -> bool:
        """Change how fast the bot may send."""
        shapes = [(int(most), float(seconds)) for most, seconds in (private, group, overall)]
        self.store.rates = Rates(*shapes)
        return True

    def on_block(self, chat: int) -> bool:
        """Let a user block the bot."""
        self.store.blocked.add(chat)
        return True

    def on_migrate(self, chat: int, to: int) -> bool:
        """Turn a group into a supergroup with another id; what was said in it goes on there."""
        self.store.migrated[chat] = to
        self.store.chats[to] = {"id": to, "type": "supergroup", "title": "Springfield"}
        self.store.counters[to] = self.store.counters[chat]
        for (place, number), message in list(self.store.messages.items()):
            if place == chat:
                self.store.messages[to, number] = {**message, "chat": self.store.chats[to]}
        for place, known in ((chat, {"migrate_to_chat_id": to}), (to, {"migrate_from_chat_id": chat})):
            body: Json = {"message_id": self.store.message_id(place), "date": int(time.time()), **known}
            body |= {"chat": self.store.chats[place], "from": {"id": 5, "is_bot": False, "first_name": "Ana"}}
            self.store.put("message", body)
        return True

    def on_admin(self, chat: int, user: int) -> bool:
        """Make a user an administrator of a chat."""
        self.store.admins.setdefault(chat, set()).add(user)
        return True

    def on_join(self, chat: int, user: int = 5) -> int:
        """Let a user add the bot to a group."""
        self.store.chats[chat] = {"id": chat, "type": "supergroup", "title": "Springfield"}
        adder = {"id": user, "is_bot": False, "first_name": "Ana Ejemplo"}
        before = {"status": "left", "user": BOT}
        return self.store.put(
            "my_chat_member",
            {
                "chat": self.store.chats[chat],
                "from": adder,
                "date": int(time.time()),
                "old_chat_member": before,
                "new_chat_member": {"status": "member", "user": BOT},
            },
        )

    def on_react(self, chat: int, message: int, emoji: str, user: int = 0) -> int:
        """Let a user react to a message."""
        return self.store.put(
            "message_reaction",
            {
                "chat": self.store.chats[chat],
                "message_id": message,
                "user": {"id": user or abs(chat), "is_bot": False, "first_name": "Ana Ejemplo"},
                "date": int(time.time()),
                "old_reaction": [],
                "new_reaction": [{"type": "emoji", "emoji": emoji}] if emoji else [],
            },
        )

    def on_state(self, calls_from: int = 0) -> Json:
        """Return everything there is to see."""
        sent = [m for m in self.store.messages.values() if m["from"]["id"] == BOT["id"]]
        return {
            "queue": [update["update_id"] for update in self.store.queue],
            "confirmed": self.store.confirmed,
            "sent": sent,
            "deleted": self.store.deleted,
            "answers": self.store.answers,
            "calls": self.store.calls[calls_from:],
            "commands": self.store.commands,
            "webhook": self.store.webhook,
        }


def entities_in(text: str) -> list[Json]:
    """Return the entities that a client finds in plain text: commands and mentions at their places."""
    found: list[Json] = []
    place = 0
    for word in text.split(" "):
        length = len(word.encode("utf-16-le")) // 2
        if word.startswith("/") and len(word) > 1:
            found.append({"type": "bot_command", "offset": place, "length": length})
        elif word.startswith("@") and len(word) > 1:
            found.append({"type": "mention", "offset": place, "length": length})
        place += length + 1
    return found
