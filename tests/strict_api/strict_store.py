"""Chats, messages and updates as Telegram's server keeps them."""

from __future__ import annotations

import asyncio
import time
from collections import Counter, deque
from dataclasses import dataclass, field

from strict_rules import Json, Refusal, bad

BOT: Json = {
    "id": 123456,
    "is_bot": True,
    "first_name": "Quoth",
    "username": "quoth_test_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": True,
}
LIFETIME = {"callback_query": 150.0, "inline_query": 30.0}
DAY = 86400.0
LATER = 600_000  # message ids of private chats begin here, so that they never look like a chat's own


@dataclass
class Rates:
    """How many messages in how many seconds, per private chat, per group and overall; 0: any number."""

    private: tuple[int, float] = (20, 15.0)
    group: tuple[int, float] = (20, 60.0)
    overall: tuple[int, float] = (45, 1.0)


@dataclass
class Store:
    """Everything the server knows."""

    queue: list[Json] = field(default_factory=list)
    born: dict[int, float] = field(default_factory=dict)
    next_update: int = 1000
    counters: Counter[int] = field(default_factory=Counter)
    chats: dict[int, Json] = field(default_factory=dict)
    messages: dict[tuple[int, int], Json] = field(default_factory=dict)
    confirmed: list[int] = field(default_factory=list)
    confirmed_unanswered: list[int] = field(default_factory=list)
    calls: list[Json] = field(default_factory=list)
    queries: dict[str, float] = field(default_factory=dict)
    answers: list[Json] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)
    migrated: dict[int, int] = field(default_factory=dict)
    allowed: list[str] = field(default_factory=list)
    topics: dict[int, set[int]] = field(default_factory=dict)  # by chat
    admins: dict[int, set[int]] = field(default_factory=dict)  # by chat
    deleted: list[Json] = field(default_factory=list)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    webhook: Json = field(default_factory=dict)
    rates: Rates = field(default_factory=Rates)
    sent_at: dict[int, deque[float]] = field(default_factory=dict)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def message_id(self, chat: int) -> int:
        """Return the next id: private chats share one count, every group has its own."""
        count = 0 if chat > 0 else chat
        self.counters[count] += 1
        return self.counters[count] + (LATER if chat > 0 else 0)

    def put(self, kind: str, body: Json) -> int:
        """Queue an update, unless its kind is not wanted; return its id or 0."""
        if self.allowed and kind not in self.allowed:
            return 0
        self.next_update += 1
        self.queue.append({"update_id": self.next_update, kind: body})
        self.born[self.next_update] = time.monotonic()
        self.news.set()
        return self.next_update

    def pending(self, offset: int, limit: int) -> list[Json]:
        """Confirm what lies below ``offset`` and return what waits."""
        if offset < 0:
            offset = self.queue[offset:][0]["update_id"] if self.queue[offset:] else 0
        for update in [u for u in self.queue if u["update_id"] < offset]:
            self.queue.remove(update)
            self.confirmed.append(update["update_id"])
        now = time.monotonic()
        self.queue = [u for u in self.queue if now - self.born[u["update_id"]] < LIFETIME.get(_kind(u), DAY)]
        return self.queue[:limit]

    def writable(self, chat: int) -> None:
        """Refuse a chat that cannot be written to."""
        if chat in self.migrated:
            raise Refusal(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self.migrated[chat],
            )
        if chat not in self.chats:
            raise bad("chat not found")
        if chat in self.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")

    def paced(self, chat: int) -> None:
        """Refuse what comes too fast."""
        shape = self.rates.private if chat > 0 else self.rates.group
        for key, (most, seconds) in ((chat, shape), (0, self.rates.overall)):
            times = self.sent_at.setdefault(key, deque())
            now = time.monotonic()
            while times and now - times[0] > seconds:
                times.popleft()
            if most and len(times) >= most:
                wait = max(1, round(seconds - (now - times[0])))
                raise Refusal(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
        for key in (chat, 0):
            self.sent_at[key].append(time.monotonic())

    def shown(self, message: Json) -> Json:
        """Return a message as updates and answers hold it, with the one it replies to."""
        reply = self.messages.get((message["chat"]["id"], message.get("reply_to", 0)))
        body = {key: value for key, value in message.items() if key != "reply_to"}
        if reply is not None:
            body["reply_to_message"] = {key: value for key, value in reply.items() if key != "reply_to"}
        return body


def _kind(update: Json) -> str:
    return next(key for key in update if key != "update_id")
