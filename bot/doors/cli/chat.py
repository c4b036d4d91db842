"""``quoth chat``: a conversation in the terminal."""

from __future__ import annotations

import contextlib
import re
import sys
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bot.answer import Answer
from bot.answering.respond import Question, respond, the_others
from bot.doors.cli.arguments import Parser
from bot.doors.cli.common import editors_folder, language_option, library_option, open_live, screen
from bot.doors.cli.streams import say, warn
from bot.finding.quote import collapse
from bot.phrases import phrase
from bot.render.label import source_label, title_label
from bot.render.terminal import answer_text, printable
from bot.settings.loading import early_settings
from index.door import Index
from index.errors import QuothError
from index.framings import Framings, own_framings
from index.values import replace

_REMEMBERED = 5  # earlier questions that a new one may lean on


def arguments(parser: Parser) -> None:
    """Say what the command takes."""
    library_option(parser)
    language_option(parser)


def command(library: Path | None, lang: str | None) -> None:
    """Talk in the terminal: questions, follow-ups, "more", "context N", "sources", "quit".

    Example: quoth chat
    """
    live = open_live(library)
    own = own_framings(editors_folder(library, live.now()))
    talk = Conversation(live.now(), lang or early_settings().language, own)
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 (line editing and history, in memory only)
    warn('Ask a question. "more", "context N", "sources", "help", "quit".')
    while True:
        try:
            line = input("> " if sys.stdin.isatty() else "")
        except EOFError:
            return
        if line.strip().lower() in {"quit", "exit", "salir"}:
            return
        if line.strip():
            try:
                say(live.use(partial(talk.about, line.strip())))
            except QuothError as error:
                say(str(error))


@dataclass
class Conversation:
    """What was asked so far, and the answer on the screen."""

    index: Index
    language: str | None
    framings: Framings | None = None
    asked: list[str] = field(default_factory=list)
    answer: Answer | None = None
    all_shown: bool = False

    def about(self, line: str, index: Index) -> str:
        """Return what to print for a line, from the index as it is now."""
        self.index = index
        return self.say(line)

    def say(self, line: str) -> str:
        """Return what to print for a line: a command's result or an answer."""
        word = line.lower()
        if word in {"more", "más", "mas"}:
            return self._more()
        if word in {"sources", "fuentes"}:
            spoken = self._spoken
            return printable(
                "\n".join(
                    f"{title_label(a.source, spoken) or a.id}: {source_label(a.source, a.file, spoken)}"
                    for a in self.index.articles()
                )
            )
        if word in {"help", "ayuda", "?"}:
            return "\n".join(map(str.strip, (command.__doc__ or "").splitlines()))
        if match := re.fullmatch(r"(?:context|contexto)\s+(\d{1,9})\d*", word):
            return self._context(int(match[1]))
        self.answer = respond(
            self.index,
            Question(line, self.language, context=tuple(self.asked[-_REMEMBERED:])),
            self.framings,
        )
        self.asked.append(line)
        self.all_shown = False
        return answer_text(self.answer, replace(screen(), more="more"))

    @property
    def _spoken(self) -> str:
        return self.answer.language if self.answer else self.language or "en"

    def _more(self) -> str:
        if not self.answer or not self.asked:
            return phrase("no_more", self._spoken)
        context = tuple(self.asked[:-1][-_REMEMBERED:])
        rest = the_others(self.index, Question(self.asked[-1], self.language, context=context), self.framings)
        if not rest.claims or self.all_shown:
            return phrase("no_more", self._spoken)
        self.all_shown = True
        self.answer = replace(self.answer, claims=(*self.answer.claims, *rest.claims), more=rest.more)
        return answer_text(rest, screen())

    def _context(self, number: int) -> str:
        claim = next((c for c in self.answer.claims if c.number == number), None) if self.answer else None
        if claim is None:
            return phrase("no_more", self._spoken)
        article, _, place = claim.paragraph.rpartition("#")
        around = self.index.paragraphs(article)[max(0, int(place) - 2) : int(place) + 1]
        return printable("\n\n".join(collapse(item.paragraph.text) for item in around))
