"""``python -m bot`` is ``quoth``."""

import os


def main() -> None:
    """Run the command line; Ctrl-C ends it without a word, too, while its modules are still being read."""
    try:
        from bot.doors.cli import main as run

        run()
    except KeyboardInterrupt:
        os._exit(130)  # the status of ``run`` when it is interrupted


if __name__ == "__main__":
    main()
