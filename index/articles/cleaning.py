"""Messy originals to clean files: one Markdown file per article, its text unchanged."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from index.articles.cutting import CutArticle
from index.articles.date_lines import signs_post
from index.articles.marked import speakers_of
from index.articles.record import articles_of
from index.articles.units import BULLET
from index.articles.unquoted import never_quoted, sizes_of
from index.errors import StoreError
from index.formats.extracted import ReadDocument
from index.formats.folder import FoundFile
from index.formats.frontmatter import source_values
from index.formats.opening import open_document
from index.formats.spoken import KEY as SPOKEN
from index.formats.spoken import stated_speakers
from index.model import QUOTABLE, Paragraph, Role, Source
from index.publishing import nameless_file, partial, publish
from index.text.terms import fold

_MARKED = re.compile(r"^#{1,6}\s")
_INSIDE = re.compile(r"[\\`*_\[\]<|]|&(?=#?\w{1,31};)|~~|==|%%")
_OPENING = re.compile(r"^(\d{0,9})(?=[#>+\-=~]|(?<=\d)[.)]\s)(.)")
_LONGEST_NAME = 60  # characters of a file's name


def import_file(
    path: Path, into: Path, *, force: bool = False, taken: set[Path] | None = None
) -> Iterator[tuple[Path, bool]]:
    """Write the articles of a file into a folder; yield each new file and whether it was written.

    A file that is there already is left alone unless ``force`` is set, and those that are ``taken`` by other
    files of the same import have other names. Raises UnreadableDocument.
    """
    taken = set() if taken is None else taken
    read = _opened(path)
    articles, _ = articles_of(read)
    try:
        into.mkdir(parents=True, exist_ok=True)
        for left in into.glob(partial(into / "*").name):  # by an import that was killed
            left.unlink(missing_ok=True)
        for cut in articles:
            target = _free(into / _file_name(cut), taken)
            taken.add(target)
            if target.exists() and not force:
                yield target, False
                continue
            _write_whole(target, clean_text(cut, read.kept, speakers_of(read)))
            yield target, True
    except OSError as error:
        raise StoreError(f"cannot write to {into}: {error.strerror or error}") from error


def _free(name: Path, taken: Collection[Path]) -> Path:
    """Return the file of an article: two texts of one title and day have two."""
    names = (Path(f"{name}{f'-{again}' if again > 1 else ''}.md") for again in itertools.count(1))
    return next(each for each in names if each not in taken)


def left_out(path: Path) -> str | None:
    """Return how much of a file is never quoted, and why. Raises UnreadableDocument."""
    articles, _ = articles_of(_opened(path))
    return never_quoted(sizes_of(paragraph for cut in articles for paragraph in cut.paragraphs))


def _opened(path: Path) -> ReadDocument:
    status = path.stat()
    return open_document(FoundFile(path.name, str(path), status.st_size, status.st_mtime_ns))


def clean_text(
    cut: CutArticle,
    kept: Sequence[tuple[str, str]] = (),
    speaker_at: Callable[[int], str | None] = lambda _: None,
) -> str:
    """Return an article as a Markdown file: front matter, then its paragraphs, each as it was.

    ``kept`` are further keys of its front matter, with their values in JSON; ``speaker_at`` tells who speaks
    all of the paragraph at a place, where the format says so.
    """
    import yaml

    title = cut.article.source.title
    shown = [paragraph for paragraph in cut.paragraphs if _is_kept(paragraph, title)]
    spoken = stated_speakers(speaker_at(each.start) for each in shown if each.role is Role.BODY)
    stated = {**{key: json.loads(value) for key, value in kept}, **_front(cut.article.source)}
    stated |= {SPOKEN: spoken} if spoken else {}
    front = yaml.safe_dump(stated, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n\n" + "\n\n".join(map(_block, shown)) + "\n"


def _front(source: Source) -> dict[str, object]:
    """Return every key an editor may fill in, empty where nothing was detected."""
    speakers = {"speakers": list(source.speakers)} if source.speakers else {}
    return {**source_values(source), **speakers}


def _is_kept(paragraph: Paragraph, title: str | None) -> bool:
    if paragraph.role in QUOTABLE:
        return True
    if paragraph.role is Role.HEADING:
        return title is None or title not in " ".join(paragraph.text.split())
    return paragraph.role is Role.NOTE and signs_post(" ".join(paragraph.text.split()))


def _block(paragraph: Paragraph) -> str:
    """Return a paragraph as Markdown that reads as the paragraph: what would be mark-up is escaped."""
    if paragraph.role is Role.HEADING:
        return "## " + escaped(" ".join(_MARKED.sub("", paragraph.text).split()))
    lines = [line.strip() for line in paragraph.text.splitlines() if line.strip()]
    if paragraph.role is not Role.LISTING:
        return "\n".join(map(escaped, lines))
    items: list[str] = []
    for line in lines:
        bullet = BULLET.match(line)
        if bullet:
            items.append(_item(line, bullet))
        elif items or len(lines) == 1:
            items.append(f"- {escaped(line)}")
        else:
            items.append(f"{escaped(line)}\n")
    return "\n".join(items)


def _item(line: str, bullet: re.Match[str]) -> str:
    """Return an item of a list; its number is of the text, its bullet is not."""
    mark = bullet[0].strip()
    numbered = mark[-1] in ".)" and mark[:-1].isdecimal()
    return f"{mark if numbered else '-'} {escaped(line[bullet.end() :])}"


def escaped(line: str) -> str:
    """Return a line of text in which no letter is mark-up."""
    return _OPENING.sub(r"\1\\\2", _INSIDE.sub(r"\\\g<0>", line))


def _file_name(cut: CutArticle) -> str:
    source = cut.article.source
    words = re.findall(r"[a-z0-9]+", fold(source.title or f"{cut.article.id}"))
    name = "-".join(words)[:_LONGEST_NAME].strip("-") or "article"
    parts = [source.published or "", name]
    if source.title is not None and cut.article.number > 1:
        parts.append(str(cut.article.number))
    return "-".join(part for part in parts if part)


def _write_whole(target: Path, text: str) -> None:
    """Write a file: it is there whole or not at all, and as it was until then."""
    with nameless_file(target.parent) as file:
        file.write(text.encode("utf-8"))
        publish(file, target)
