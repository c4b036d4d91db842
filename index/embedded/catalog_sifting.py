"""What a catalogue says of words that are looked for in every text."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Collection, Iterator

from index.embedded.catalog import LISTED, Catalog
from index.embedded.rows import Entry, damaged
from index.model import Document


class SiftedCatalog(Catalog):
    """A catalogue as those read it who ask, and may look through all of its texts."""

    def documents_with(self, words: str) -> Iterator[Document]:
        """Yield the documents whose text holds some characters, in the order of their names.

        Of the others no seal is checked: what was packed tells by itself whether it is damaged.
        """
        sought = words.encode("utf-8", "surrogatepass")
        for file, at, size in self._rows("SELECT file, at, packed FROM documents ORDER BY file"):
            try:
                held = sought in zlib.decompress(self._texts.read(at, size))
            except zlib.error as error:
                raise damaged(error) from error
            document = self.document(file) if held else None
            if document is not None:
                yield document

    def passing(self, passes: Callable[[str], bool], postings: Collection[int] | None) -> Iterator[Entry]:
        """Yield, in order, the paragraphs whose text passes a test: all of those without a posting number,
        and those with one of ``postings``, None for all. Only of those that pass the seals are checked.
        """
        where, values = "1", list[str]()
        if postings is not None:
            where, values = f"posting IS NULL OR posting IN {LISTED}", [json.dumps(sorted(postings))]
        rows = self._each(f"SELECT number, at, size FROM paragraphs WHERE {where}", values)
        found = [number for number, at, size in rows if passes(self.text_at(at, size))]
        return self.by_number(found) if found else iter(())
