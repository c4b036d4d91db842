"""The command line: ``quoth [--version] COMMAND``; a bare question goes to ``ask``.

Commands are loaded one at a time, when they are called: ``quoth ask`` pays for nothing else.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from index.errors import QuothError

# Where each command lives. The order is that of ``--help``.
COMMANDS = {
    "ask": "bot.cli.ask",
    "chat": "bot.cli.chat",
    "search": "bot.cli.search",
    "index": "bot.cli.indexing",
    "import": "bot.cli.importing",
    "sources": "bot.cli.sources",
    "show": "bot.cli.show",
    "voices": "bot.cli.voices",
    "contested": "bot.cli.contested",
    "export": "bot.cli.export",
    "verify": "bot.cli.verify",
    "eval": "bot.cli.evaluate",
    "telegram": "bot.cli.messenger",
    "health": "bot.cli.health",
    "config": "bot.cli.config",
}
INTERRUPTED = 130
_TIDY_ENDING = ("asyncio", "readline", "logging", "multiprocessing")  # what wants to be left in order


class QuestionGroup(click.Group):
    """A group whose commands load late, and whose default command is ``ask``."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Return the commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``ask`` before a bare question, or before nothing when a question is piped in."""
        own = {"--help", "-h", "--version"}
        if args and args[0] not in COMMANDS and args[0] not in own:
            args = ["ask", *args]
        elif not args and not sys.stdin.isatty():
            args = ["ask"]
        return super().parse_args(ctx, args)


def _print_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001
    if value:
        from importlib.metadata import version

        click.echo(f"quoth {version('quoth')}")
        ctx.exit()


@click.group(
    cls=QuestionGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog='Example: quoth ask "How many people were killed in Juliaca?"',
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    help="Print the version.",
)
def quoth() -> None:
    """Answer questions from a folder of sourced documents: word for word, by name, every side.

    A question without a command goes to "ask".
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its status."""
    _mend_streams()
    _leave(run(arguments))


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


def _mend_streams() -> None:
    """Open what the process was started without, and let no byte or character be a reason to stop."""
    for name, mode, errors in (
        ("stdin", "r", "replace"),
        ("stdout", "w", "backslashreplace"),
        ("stderr", "w", "backslashreplace"),
    ):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 (kept to the end)
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors)


def run(arguments: Sequence[str] | None = None) -> int:  # noqa: PLR0911 (one for each way to end)
    """Run the command line and return its exit status; every intended error becomes one line."""
    try:
        status = quoth.main(
            args=None if arguments is None else list(arguments), prog_name="quoth", standalone_mode=False
        )
        sys.stdout.flush()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except QuothError as error:
        click.echo(f"quoth: {error}", err=True)
        return error.exit_code
    except (BrokenPipeError, SystemExit):
        # The reader has gone (as in `quoth sources | head`), which click turns into an exit.
        _drop_output()
        return 0
    except OSError as error:
        _drop_output()
        click.echo(f"quoth: {error.strerror or error}", err=True)
        return QuothError.exit_code
    return status if isinstance(status, int) else 0


def _drop_output() -> None:
    """Send what is still to be written nowhere; keeps Python from complaining about it at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
