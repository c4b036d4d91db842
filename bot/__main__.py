"""``python -m bot`` is ``quoth``."""

from bot.doors.cli import main

main()
