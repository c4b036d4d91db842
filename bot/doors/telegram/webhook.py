"""Updates by webhook: 200 only when the update is on disk, 403 without the secret."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import sqlite3

import tornado.httpserver
import tornado.netutil
import tornado.web

from bot.doors.telegram.intake import Intake
from bot.doors.telegram.ledger import Ledger
from bot.doors.telegram.options import MessengerOptions
from index.errors import SettingsError

BODY_LIMIT = 1_000_000  # bytes; updates take a few thousand
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name, not the secret

_log = logging.getLogger(__name__)


class UpdateHandler(tornado.web.RequestHandler):
    """Takes one update."""

    def initialize(self, intake: Intake, ledger: Ledger, secret: bytes) -> None:
        """Receive what the server was made with."""
        self._intake, self._ledger, self._secret = intake, ledger, secret

    def prepare(self) -> None:
        """Turn away whoever does not know the secret, before anything is read into."""
        given = self.request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret):
            self.set_status(403)
            self.finish()

    async def post(self) -> None:
        """Store the update where it asks something, then answer 200, then work on it."""
        try:
            update = json.loads(self.request.body)
            update = {**update, "update_id": int(update["update_id"])}
            stored = self._intake.stored(update)
        except (ValueError, KeyError, TypeError):
            self.set_status(400)
            return
        if not self._intake.takes(update):
            return
        try:
            new = await asyncio.to_thread(self._ledger.store, [stored], self._intake.worker)
        except sqlite3.Error as error:
            _log.error("An update could not be stored (%s); Telegram will send it again", error)
            self.set_status(500)
            return
        if stored.key in new:
            self._intake.accept(update, stored=True)

    def log_exception(self, *_: object) -> None:
        """Log nothing of a request: it holds what a user wrote."""


class AliveHandler(tornado.web.RequestHandler):
    """Tells a load balancer that the process runs."""

    def get(self) -> None:
        """Answer 200."""
        self.write("ok\n")


def listen(
    options: MessengerOptions, intake: Intake, ledger: Ledger, path: str
) -> tornado.httpserver.HTTPServer:
    """Start the server; raise SettingsError when its address cannot be had."""
    if options.webhook_secret is None:
        raise SettingsError("Webhook mode needs QUOTH_WEBHOOK_SECRET.")
    secret = options.webhook_secret.reveal().encode()
    made = {"intake": intake, "ledger": ledger, "secret": secret}
    application = tornado.web.Application(
        [("/healthz", AliveHandler), (path, UpdateHandler, made)], log_function=lambda _: None
    )
    host, port = options.listen()
    server = tornado.httpserver.HTTPServer(application, max_body_size=BODY_LIMIT, xheaders=False)
    try:
        # Several processes may share one address; each takes its part of the connections.
        server.add_sockets(tornado.netutil.bind_sockets(port, host, reuse_port=port != 0))
    except OSError as error:
        raise SettingsError(
            f"QUOTH_WEBHOOK_LISTEN {options.webhook_listen} cannot be used: {error.strerror or error}."
        ) from error
    return server
