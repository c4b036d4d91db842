"""Delivers updates to a webhook, again and again until it answers 2xx."""

from __future__ import annotations

import asyncio
import json

import tornado.httpclient
from strict_store import Store

SIDE_BY_SIDE = 8
PAUSE = 0.3


class Pusher:
    """Pushes what waits, several at a time, an update never twice at once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.busy: set[int] = set()
        self.client = tornado.httpclient.AsyncHTTPClient()

    async def run(self) -> None:
        """Push for ever."""
        running: set[asyncio.Task[None]] = set()
        while True:
            if self.store.webhook:
                for update in list(self.store.queue):
                    if len(self.busy) < SIDE_BY_SIDE and update["update_id"] not in self.busy:
                        self.busy.add(update["update_id"])
                        task = asyncio.create_task(self._push(update))
                        running.add(task)
                        task.add_done_callback(running.discard)
            await asyncio.sleep(0.02)

    async def _push(self, update: dict[str, object]) -> None:
        headers = {"Content-Type": "application/json"}
        if self.store.webhook.get("secret_token"):
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.store.webhook["secret_token"]
        try:
            answer = await self.client.fetch(
                self.store.webhook["url"],
                method="POST",
                headers=headers,
                body=json.dumps(update),
                request_timeout=10,
                raise_error=False,
            )
            if 200 <= answer.code < 300:
                if update in self.store.queue:
                    self.store.queue.remove(update)
                self.store.confirmed.append(int(str(update["update_id"])))
            else:
                await asyncio.sleep(PAUSE)
        except OSError:
            await asyncio.sleep(PAUSE)
        finally:
            self.busy.discard(int(str(update["update_id"])))
