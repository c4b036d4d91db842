"""``quoth index``: build the index or bring it up to date, and say what was read."""

from __future__ import annotations

from pathlib import Path

from bot.doors.cli.arguments import Parser
from bot.doors.cli.common import library_at, library_option, open_index, progress_bar
from bot.doors.cli.streams import say
from bot.phrases import counted
from bot.render.terminal import one_line
from bot.settings.loading import early_settings, load_settings
from index.door import Index


def arguments(parser: Parser) -> None:
    """Say what the command takes."""
    library_option(parser)
    parser.flag("--rebuild", "Read every file again.")


def command(library: Path | None, rebuild: bool) -> None:
    """Build the index of a library, or bring it up to date; of a large one list the contested points.

    Example: quoth index --library ~/documents
    """
    if library_at(library).published is not None:
        _publish(library, rebuild)
        return
    from index.articles.unquoted import never_quoted

    index = open_index(library, rebuild=rebuild, latest=True)
    documents, articles, sources = index.counts()
    language = early_settings().language or "en"
    kinds = {"documents": documents, "articles": articles, "independent": sources, "paragraphs": index.size()}
    one, two, three, four = (counted(kind, language, n) for kind, n in kinds.items())
    say(f"{one}, {two} ({three}), {four}.")
    if unquoted := never_quoted(index.sizes()):
        say(f"{unquoted}.")
    files: dict[str, list[str]] = {}
    for file, remark in index.remarks():
        files.setdefault(remark, []).append(file)
    for remark, (first, *others) in files.items():
        say(one_line(f"{first}{f' and {len(others)} more' if others else ''}: {remark}"))
    for file, reason in index.skipped():
        say(one_line(f"skipped {file}: {reason}"))
    _list_points(library, index)


def _list_points(library: Path | None, index: Index) -> None:
    """List the contested points of a large library: who asks for them shall not wait."""
    from bot.contested.kept_points import KeptPoints
    from index.open import editors_folder

    place = library_at(library)
    KeptPoints(place).renew(index, editors_folder(place, index), progress_bar())


def _publish(library: Path | None, rebuild: bool) -> None:
    from index.open import publish

    settings = load_settings()
    done = publish(
        library_at(library),
        progress=progress_bar(),
        rebuild=rebuild,
        shards=settings.opensearch_shards,
        replicas=settings.opensearch_replicas,
    )
    if done.unchanged:
        say(f"{done.rows} paragraphs were published already, as they are.")
    else:
        say(f"{done.rows} paragraphs published: {done.written} written, {done.removed} removed.")
    if not done.proven:
        say("OpenSearch runs no scripts here: its own score orders the passages, which is not proven exact.")
