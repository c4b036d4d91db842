"""``sources.toml``: what an editor of a library states over what was detected.

["dump.txt"]              # the file, for all its articles
reposted_by = "Example Blog"

["dump.txt".articles.2]   # its second article
title = "A title"
authors = ["Ana Ejemplo"]
published = 2023-01-31
outlet = ""               # empty: unknown after all
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from index.editors_files import read_editors_file
from index.errors import BadMetadata
from index.formats.folder import SOURCES_FILE
from index.formats.frontmatter import source_from
from index.model import Source
from index.values import frozen


@frozen
class Corrections:
    """An editor's corrections, by file; ``digest`` tells one state of them from another."""

    by_file: Mapping[str, Mapping[object, object]] = MappingProxyType({})
    problem: str | None = None

    def apply(self, file: str, number: int, source: Source) -> Source:
        """Return ``source`` with the corrections for the article ``number`` of ``file`` put over it."""
        for table in self._tables(file, number):
            source, _ = source_from(table, source)
        return source

    def _tables(self, file: str, number: int) -> list[Mapping[object, object]]:
        """Return what is stated for all articles of a file, then what is stated for this one."""
        table = self.by_file.get(file, {})
        articles = table.get("articles")
        own = articles.get(str(number)) if isinstance(articles, dict) else None
        whole = {key: value for key, value in table.items() if key != "articles"}
        return [whole, own] if isinstance(own, dict) else [whole]

    def remarks(self, file: str, articles: int) -> list[str]:
        """Return what is stated for a file of so many articles and cannot be used."""
        table = self.by_file.get(file, {})
        stated = table.get("articles")
        found = [text for number in range(articles + 1) for text in self._unusable(file, number)]
        if "articles" in table and not isinstance(stated, dict):
            found.append('articles must be tables such as ["FILE".articles.2]')
        elif isinstance(stated, dict):
            known = {str(number) for number in range(1, articles + 1)}
            found += [f"there is no article {name}" for name in stated if name not in known]
        return [f"{SOURCES_FILE}: {text}" for text in found]

    def _unusable(self, file: str, number: int) -> tuple[str, ...]:
        tables = self._tables(file, number)
        return source_from(tables[-1], Source())[1] if number == 0 or len(tables) > 1 else ()


def read_corrections(library: Path) -> Corrections:
    """Return the corrections in a library's ``sources.toml``; none when there is no such file.

    A file that does not parse is reported in ``problem`` and corrects nothing.
    """
    path = library / SOURCES_FILE
    try:
        data = read_editors_file(path)
    except FileNotFoundError:
        return Corrections()
    except OSError as error:
        return Corrections(problem=f"cannot be opened: {error.strerror or error}")
    except BadMetadata as error:
        return Corrections(problem=str(error))
    loose = [key for key, table in data.items() if not isinstance(table, dict)]
    problem = f'{SOURCES_FILE}: {", ".join(loose)} stands under no ["FILE"]' if loose else None
    return Corrections({file: table for file, table in data.items() if isinstance(table, dict)}, problem)
