"""The contested points of a library too large to be compared as a whole: looked for matter by matter.

What is found goes into a file beside the index. When the library changes only the matters are looked through
again in which something has changed; when it has not, the file is the answer.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

from bot.contested.library import quotable, undecided_points
from bot.contested.matters import Told, matters
from bot.contested.one_event import names_of
from bot.contested.points_writer import PointsWriter
from bot.phrases import answer_languages
from index.door import Exported, Index
from index.embedded.listing import Progress
from index.framings import Framings
from index.model import QUOTABLE, Passage
from index.values import frozen


@frozen
class Held:
    """An article with a digest of all that the rules see of it."""

    told: Told
    mark: bytes


def look_through(
    index: Index, path: Path, framings: Framings, state: str, progress: Progress | None = None
) -> None:
    """Write the points of an index into a file, with headings in each language; ``state`` tells what of.

    Raises OSError, sqlite3.Error.
    """
    with PointsWriter(path, rules_of(framings)) as file:
        articles = [_held(name, items, file) for name, items in _by_article(index.export()) if items]
        found = matters([article.told for article in articles])
        for done, numbers in enumerate(found):
            if progress:
                progress(done, len(found), articles[numbers[0]].told.id)
            key = hashlib.sha256(b"".join(articles[number].mark for number in numbers)).digest()
            if not file.take_over(key):
                ids = [articles[number].told.id for number in numbers]
                items = (item for name in ids for item in index.paragraphs(name))
                _compare(key, [*quotable(items)], framings, file)
        file.finish(state, answer_languages())
        if progress:
            progress(len(found), len(found), "")


def _compare(key: bytes, passages: Sequence[Passage], framings: Framings, file: PointsWriter) -> None:
    """Keep the points of a matter; where the first language finds none the others have none to head."""
    for language in answer_languages():
        points = undecided_points(passages, language, framings)
        file.keep(key, language, points)
        if not points:
            return


def _by_article(exported: Iterable[Exported]) -> Iterator[tuple[str, list[Exported]]]:
    """Yield each article's id with its paragraphs that may be quoted."""
    for name, items in groupby(exported, lambda item: item.paragraph.article):
        yield name, [item for item in items if item.paragraph.role in QUOTABLE]


def _held(name: str, items: Sequence[Exported], file: PointsWriter) -> Held:
    source = items[0].source
    digest = hashlib.sha256(repr((name, source)).encode("utf-8", "surrogatepass"))
    for item in items:
        seen = item.paragraph, item.voices, item.also_in, item.group
        digest.update(repr(seen).encode("utf-8", "surrogatepass"))
    mark = digest.digest()
    names = file.names(mark)
    if names is None:
        names = Counter(each for item in items for each in names_of(item.paragraph.text))
        names.update(set(names_of(source.title or "")))
        file.keep_names(mark, names)
    first = items[0]
    return Held(Told(name, first.group or name, first.paragraph.language, len(items), names), mark)


def rules_of(framings: Framings) -> str:
    """Return a digest of what, besides the texts, decides which points are found and how they are headed."""
    labels = hashlib.sha256(repr([*framings.by_id.values()]).encode()).hexdigest()
    return f"{labels} {_program()}"


@cache
def _program() -> str:
    """Return a digest of the program's files, by their sizes and times: other rules find other points."""
    import bot
    import index

    found = hashlib.sha256()
    for package in (bot, index):
        for file in sorted(Path(package.__file__ or "").parent.rglob("*")):
            if file.suffix in {".py", ".toml", ".txt"}:
                state = file.stat()
                found.update(f"{file} {state.st_size} {state.st_mtime_ns}\n".encode())
    return found.hexdigest()
