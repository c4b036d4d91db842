"""``quoth chat``: a conversation in the terminal."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

from bot.answer import Answer
from bot.conversation import Around, Conversation, Reply, Sources, Told
from bot.doors.cli import sweep_on
from bot.doors.cli.arguments import Parser
from bot.doors.cli.common import language_option, library_at, library_option, open_live, screen
from bot.doors.cli.health import state_folder
from bot.doors.cli.streams import say, warn
from bot.library_desk import LibraryDesk
from bot.phrases import phrase
from bot.render.label import source_label, title_label
from bot.render.terminal import answer_text, claims_text, printable
from bot.settings.loading import early_settings
from index.errors import QuothError
from index.values import replace

_HISTORY = 1000  # lines that are kept


def arguments(parser: Parser) -> None:
    """Say what the command takes."""
    library_option(parser)
    language_option(parser)


def command(library: Path | None, lang: str | None) -> None:
    """Talk in the terminal: questions, follow-ups, "more", "context N", "sources", "quit".

    Example: quoth chat
    """
    language = lang or early_settings().language
    talk = Conversation(LibraryDesk(library_at(library), open_live(library)), language)
    with contextlib.suppress(ImportError):
        _read_history()
    warn(phrase("usage", language or "en"))
    while True:
        try:
            line = input("> " if sys.stdin.isatty() else "")
        except EOFError:
            return
        if line.strip().lower() in {"quit", "exit", "salir", ":q", "/quit", "/exit"}:
            return
        if line.strip():
            try:
                say(reply_text(talk.about(line), talk.spoken))
                sweep_on()
            except QuothError as error:
                say(str(error))


def reply_text(reply: Reply, language: str) -> str:
    """Return a reply of the conversation as text for the screen."""
    here = replace(screen(), more="more")
    match reply:
        case Answer():
            return answer_text(reply, here)
        case Around():
            return claims_text(reply.claims, language, here)
        case Sources():
            lines = (
                f"{title_label(a.source, language) or a.id}: {source_label(a.source, a.file, language)}"
                for a in reply.articles
            )
            return printable("\n".join(lines))
        case Told():
            return phrase(reply, language)


def _read_history() -> None:
    """Edit lines with a history that is kept from one conversation to the next, for this user alone."""
    import atexit
    import readline

    if not sys.stdin.isatty():
        return
    file = state_folder(None) / "history"
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        readline.read_history_file(file)
        readline.set_history_length(_HISTORY)
        atexit.register(_keep_history, file)


def _keep_history(file: Path) -> None:
    import readline

    with contextlib.suppress(OSError):
        readline.write_history_file(file)
