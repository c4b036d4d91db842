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

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from index.errors import BadMetadata
from index.frontmatter import source_from
from index.model import Source

SOURCES_FILE = "sources.toml"


@dataclass(frozen=True, slots=True)
class Corrections:
    """An editor's corrections, by file; ``digest`` tells one state of them from another."""

    by_file: Mapping[str, Mapping[object, object]] = field(default_factory=dict)
    problem: str | None = None

    def apply(self, file: str, number: int, source: Source) -> Source:
        """Return ``source`` with the corrections for the article ``number`` of ``file`` put over it."""
        table = self.by_file.get(file)
        if table is None:
            return source
        source, _ = source_from({key: value for key, value in table.items() if key != "articles"}, source)
        articles = table.get("articles")
        own = articles.get(str(number)) if isinstance(articles, dict) else None
        return source_from(own, source)[0] if isinstance(own, dict) else source


def read_corrections(library: Path) -> Corrections:
    """Return the corrections in a library's ``sources.toml``; none when there is no such file.

    A file that does not parse is reported in ``problem`` and corrects nothing.
    """
    path = library / SOURCES_FILE
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Corrections()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Corrections(problem=str(BadMetadata(f"{SOURCES_FILE} does not parse: {error}")))
    return Corrections({file: table for file, table in data.items() if isinstance(table, dict)})
