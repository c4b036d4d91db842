"""The command line: ``quoth [--version] COMMAND``; a bare question goes to ``ask``.

Commands are loaded one at a time, when they are called: ``quoth ask`` pays for nothing else.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from bot.doors.cli import streams
from bot.doors.cli.arguments import Parser
from bot.doors.cli.streams import drop_output, mend_streams, say, warn
from bot.settings.loading import warn_of_unknown
from index.errors import QuothError, UsageError
from index.expressions import keep_expressions

# Where each command lives. The order is that of ``--help``.
COMMANDS = {
    "ask": "bot.doors.cli.ask",
    "chat": "bot.doors.cli.chat",
    "search": "bot.doors.cli.search",
    "index": "bot.doors.cli.indexing",
    "import": "bot.doors.cli.importing",
    "sources": "bot.doors.cli.sources",
    "show": "bot.doors.cli.show",
    "voices": "bot.doors.cli.voices",
    "contested": "bot.doors.cli.contested",
    "export": "bot.doors.cli.export",
    "verify": "bot.doors.cli.verify",
    "eval": "bot.doors.cli.evaluate",
    "telegram": "bot.doors.cli.telegram",
    "health": "bot.doors.cli.health",
    "backup": "bot.doors.cli.backup",
    "restore": "bot.doors.cli.restoring",
    "config": "bot.doors.cli.config",
}
INTERRUPTED = 130
_ALIKE = 0.8  # of the letters, for a word to be a misspelt command
# Hardly anything here refers to itself, but what is remembered from answer to answer is swept through
# again and again: with Python's own 700, 10, 10 one answer in ten took three times as long as with these.
_SWEEPS = (50_000, 20, 100)
# A first answer makes some 60,000 objects that stay, and to sweep through them costs 9 ms of its 150: it is
# out before. What runs on sweeps as above from then on, but no more through what was loaded for all answers.
_FIRST_SWEEP = 200_000
_TIDY_ENDING = ("asyncio", "readline", "logging", "multiprocessing")  # what wants to be left in order


_HELP = """Answer questions from a folder of sourced documents: word for word, by name, every side.

Usage: quoth [--version] [--color auto|always|never] COMMAND ...; a question without a command goes to "ask".
"""
_EXAMPLE = 'Example: quoth ask "How many people were killed in Juliaca?"'


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its status."""
    gc.set_threshold(_FIRST_SWEEP, *_SWEEPS[1:])
    # Nothing here multiplies matrices; the threads that numpy starts for it would spin for 40 ms, then sleep.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    mend_streams()
    status = run(arguments)
    keep_expressions()
    _leave(status)


def sweep_on() -> None:
    """Sweep as what runs on does: a first answer is out."""
    if gc.get_threshold()[0] == _FIRST_SWEEP:
        gc.freeze()
        gc.set_threshold(*_SWEEPS)


def _leave(status: int) -> NoReturn:
    """End the process; at once, unless something is left to be done at its end.

    Taking every module apart before the memory is given back costs 12 ms, a tenth of a short answer.
    """
    threads = sys.modules.get("threading")
    if any(name in sys.modules for name in _TIDY_ENDING) or (threads and threads.active_count() > 1):
        sys.exit(status)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        sys.exit(status)
    os._exit(status)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status; every intended error becomes one line."""
    try:
        status = _run(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
    except SystemExit as ended:  # argparse's way to end after --help
        return int(ended.code or 0)
    except KeyboardInterrupt:
        return INTERRUPTED
    except QuothError as error:
        warn(f"quoth: {error}")
        return error.exit_code
    except BrokenPipeError:  # the reader has gone, as in `quoth sources | head`
        drop_output()
        return 0
    except OSError as error:
        drop_output()
        where = f"{error.filename}: " if error.filename and error.strerror else ""
        warn(f"quoth: {where}{error.strerror or error}")
        return QuothError.exit_code
    return status


def _run(arguments: list[str]) -> int:
    """Run the command that the arguments begin with, or ``ask``; ``--color`` may stand anywhere."""
    arguments = streams.take_color(arguments)
    match arguments:
        case ["-h" | "--help", *_] | ["help"] | ["--version" | "-V", *_]:
            say(_version() if arguments[0] in {"--version", "-V"} else _help())
            return 0
        case ["help", name] if name in COMMANDS:
            return _call(name, ["--help"])
        case [] if sys.stdin.isatty():
            warn(_help())
            return UsageError.exit_code
        case [name, *rest] if name in COMMANDS:
            return _call(name, rest)
        case [first, *_] if first.startswith("-") and (place := _command_after(arguments)):
            return _call(arguments[place], [*arguments[:place], *arguments[place + 1 :]])
    if len(arguments) == 1 and (meant := _meant(arguments[0])):
        raise UsageError(f"there is no command {arguments[0]!r}; did you mean `quoth {meant}`?")
    return _call("ask", arguments)


def _version() -> str:
    from importlib.metadata import version

    return f"quoth {version('quoth')}"


def _meant(word: str) -> str | None:
    """Return the command that a single misspelt word may be, None for what may be a question."""
    if not word.isascii() or not word.isalpha() or not word.islower():
        return None
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, COMMANDS, 1, _ALIKE)), None)


def _command_after(arguments: list[str]) -> int | None:
    """Return where a command stands behind nothing but options, its own or those of a bare question."""
    for place, name in enumerate(arguments):
        if name in COMMANDS and any(parser_of(its).leads(arguments[:place]) for its in (name, "ask")):
            return place
    return None


def _call(name: str, arguments: list[str]) -> int:
    warn_of_unknown()
    module = importlib.import_module(COMMANDS[name])
    return module.command(**parser_of(name).read(arguments)) or 0


def parser_of(name: str) -> Parser:
    """Return what reads the arguments of a command; ``arguments`` and ``command`` of its module say how."""
    module = importlib.import_module(COMMANDS[name])
    parser = Parser(name, module.command.__doc__)
    module.arguments(parser)
    return parser


def _help() -> str:
    """Return the page of help: the commands, each with the first line of its own page."""
    pages = {name: str(parser_of(name).description) for name in COMMANDS}
    commands = "\n".join(f"  {name:<10} {page.partition(chr(10))[0]}" for name, page in pages.items())
    return f"{_HELP}\nCommands (each has --help):\n{commands}\n\n{_EXAMPLE}"
