"""Runs the messenger over the made-up library, as the command line runs it over a real one."""

from __future__ import annotations

import atexit
import json
import logging
import os
import sys
import time
from pathlib import Path

from made_up_library import MadeUpDesk

from bot.doors.telegram import MessengerOptions, Secret, intake, run, wire
from index.errors import QuothError


def main() -> int:
    """Read the options from the environment and serve."""
    settings = json.loads(os.environ["QUOTH_TEST_OPTIONS"])
    slow = settings.pop("slow", 0.0)
    atexit.register(time.sleep, settings.pop("lingers", 0.0))
    wire.READ_TIMEOUT = settings.pop("patience", wire.READ_TIMEOUT)
    intake.MOST_BEGINNINGS = settings.pop("beginnings", intake.MOST_BEGINNINGS)
    intake.LANE_LIMIT = settings.pop("waiting", intake.LANE_LIMIT)
    logging.basicConfig(level=settings.pop("log_level", "INFO"))
    settings["token"] = Secret(settings["token"])
    settings["state_dir"] = Path(settings["state_dir"])
    if "webhook_secret" in settings:
        settings["webhook_secret"] = Secret(settings["webhook_secret"])
    for name in ("admins", "allowed_chats"):
        settings[name] = tuple(settings.get(name, ()))
    try:
        run(MessengerOptions(**settings), MadeUpDesk(slow))
    except QuothError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
