"""How the arguments of a command are read: what ``argparse`` offers, with the program's own errors."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from bot.doors.cli.streams import width
from index.errors import UsageError

_WIDEST = 100  # columns of a page of help
# Its words are English, as the program's: to look for a catalogue of others takes 1 ms of each start.
setattr(argparse, "_", str)  # noqa: B010 (no part of what is declared of it)


class Parser(argparse.ArgumentParser):
    """The arguments of one command; ``help`` is its page of help."""

    def __init__(self, command: str, help: str) -> None:  # noqa: A002 (what it is)
        def page(prog: str) -> argparse.HelpFormatter:
            return argparse.RawDescriptionHelpFormatter(prog, width=min(_WIDEST, width()))

        lines = (line.strip() for line in help.strip().splitlines())
        super().__init__(
            f"quoth {command}", description="\n".join(lines), formatter_class=page, allow_abbrev=False
        )

    def flag(self, name: str, help: str, **rest: Any) -> None:  # noqa: A002
        """Add an option that takes nothing."""
        self.add_argument(name, action="store_true", help=help, **rest)

    def read(self, arguments: list[str]) -> dict[str, Any]:
        """Return what the arguments say by name, options and words in any order. Raises UsageError."""
        # argparse takes words between options, or words after "--" as they are, but not both at once.
        parse = self.parse_args if "--" in arguments else self.parse_intermixed_args
        return vars(parse(arguments))

    def leads(self, arguments: list[str]) -> bool:
        """Whether these are options of the command, each with its value: what may stand before its name."""
        words = iter(arguments)
        for word in words:
            name, equals, _ = word.partition("=")
            action = self._option_string_actions.get(name)
            if action is None or (action.nargs != 0 and not equals and next(words, None) is None):
                return False
        return True

    def error(self, message: str) -> NoReturn:
        """Raise UsageError: the program says what is wrong, and ends as for any other wrong use."""
        raise UsageError(f"{message}; `{self.prog} --help` says more")


def whole(least: int, most: int) -> Callable[[str], int]:
    """Return what reads a whole number in these bounds."""

    def number(text: str) -> int:
        if text.isdecimal() and len(text) <= len(str(most)) and least <= int(text) <= most:
            return int(text)
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {least} to {most}")

    return number


def a_path(text: str) -> Path:
    """Return a path; an empty text, as of an unset variable, is none, and not the folder one is in."""
    if not text:
        raise argparse.ArgumentTypeError("it is empty")
    return Path(text)


def existing_file(text: str) -> Path:
    """Return the path of a file that must be there."""
    path = Path(text)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"{text} is no file")
    return path
