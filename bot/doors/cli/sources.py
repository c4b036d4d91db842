"""``quoth sources``: the articles of a library and whose they are."""

from __future__ import annotations

from pathlib import Path

from bot.doors.cli.arguments import Parser
from bot.doors.cli.common import desk_of, language_option, library_option, screen
from bot.doors.cli.streams import say, say_long
from bot.phrases import phrase
from bot.reasons import reason_in
from bot.render.jsonout import dump
from bot.render.label import source_label, title_label
from bot.render.terminal import one_line, wrapped
from index.formats.frontmatter import source_values


def arguments(parser: Parser) -> None:
    """Say what the command takes."""
    library_option(parser)
    language_option(parser)
    parser.flag("--json", "Print one JSON object a line.", dest="as_json")


def command(library: Path | None, lang: str | None, as_json: bool) -> None:
    """List the articles of a library: title, author, outlet and date.

    Example: quoth sources --json
    """
    desk = desk_of(library)
    lines: list[str] = []
    for article in desk.sources():
        if as_json:
            say(dump({"article": article.id, "file": article.file, **source_values(article.source)}))
            continue
        title = title_label(article.source, lang or "en") or "—"
        label = source_label(article.source, article.file, lang or "en")
        lines += [one_line(article.id), *wrapped(title, screen(), "    "), *wrapped(label, screen(), "    ")]
    if not as_json:
        for file, reason in desk.unread():
            why = phrase("file_not_read", lang or "en", reason=reason_in(lang or "en", reason))
            lines += [one_line(file), *wrapped(why, screen(), "    ")]
        say_long("\n".join(lines))
