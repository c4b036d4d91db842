"""Token lists to one index file. Imported only to build.

The memory needed is that of one block, the vocabulary and a few numbers a paragraph, however many
paragraphs there are. rank_bm25 supplies idf and mean length; only the layout is ours.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import IO, Any

import numpy as np
from rank_bm25 import BM25Plus

from index.embedded.postings.blocks import Blocks
from index.embedded.postings.codes import make_meaning
from index.embedded.postings.encode import Encoder
from index.embedded.postings.format import Header, Section
from index.embedded.postings.write import SectionWriter
from index.errors import StoreError
from index.publishing import nameless_file, publish
from index.values import replace


class _Statistics(BM25Plus):  # type: ignore[misc]  # rank_bm25 has no type hints
    """rank_bm25's own idf and mean length, from counts made elsewhere."""

    def __init__(self, frequencies: dict[str, int], size: int, words: int, header: Header) -> None:
        self._counted = frequencies, size, words
        super().__init__(None, k1=header.k1, b=header.b, delta=header.delta)

    def _initialize(self, corpus: Any) -> dict[str, int]:  # noqa: ARG002
        frequencies, self.corpus_size, words = self._counted
        self.avgdl = words / self.corpus_size
        return frequencies


def write_index(documents: Iterable[Sequence[str]], path: Path, header: Header) -> None:
    """Write the index of ``documents`` (one token list a paragraph) with the header's k1, b and delta.

    All files used on the way have no name: a crash leaves nothing of them. Raises ``StoreError``.
    """
    try:
        with nameless_file(path.parent) as scratch:
            blocks = Blocks(scratch)
            for tokens in documents:
                blocks.add(tokens)
            with nameless_file(path.parent) as file:
                _write(blocks, file, header)
                publish(file, path)
    except OSError as error:
        raise StoreError(f"The index {path} cannot be written: {error.strerror}.") from error


def _write(blocks: Blocks, file: IO[bytes], header: Header) -> None:
    terms, frequencies = blocks.finish()
    header = replace(header, size=len(blocks.lengths), terms=len(terms), words=blocks.words)
    mean, idf = _statistics(terms, frequencies.tolist(), header)
    header = replace(header, mean=mean)
    meaning = make_meaning(header.k1, header.b)
    encoder = Encoder(frequencies, np.frombuffer(blocks.lengths, np.uint32), header, meaning)
    encoder.records["idf"] = idf
    starts, spellings = _spelled(terms)
    del terms, idf  # large, where there are many
    posted, low, wide = encoder.lengths
    before = [4 * header.size, 4 * len(starts), starts[-1], encoder.records.nbytes, posted, low, wide]
    writer = SectionWriter(file, [*before, 16 * blocks.overflowing, len(meaning.pack())])
    writer.put(Section.LENGTHS, 0, blocks.lengths)
    writer.put(Section.STARTS, 0, starts)
    writer.put(Section.WORDS, 0, spellings)
    writer.put(Section.MEANING, 0, meaning.pack())
    _write_postings(blocks, encoder, writer)
    writer.put(Section.RECORDS, 0, encoder.records.data)
    writer.seal(header)


def _statistics(
    terms: Sequence[str], frequencies: Sequence[int], header: Header
) -> tuple[float, list[float]]:
    """Return the mean length of the paragraphs and the idf of each term."""
    if not terms:
        return 0.0, []
    known = _Statistics(dict(zip(terms, frequencies, strict=True)), header.size, header.words, header)
    return known.avgdl, [known.idf[term] for term in terms]


def _spelled(terms: Iterable[str]) -> tuple[array[int], bytes]:
    """Return where each term begins in all of them written one after the other, and these."""
    spellings = [term.encode("utf-8", "surrogatepass") for term in terms]
    return array("I", accumulate(map(len, spellings), initial=0)), b"".join(spellings)


def _write_postings(blocks: Blocks, encoder: Encoder, writer: SectionWriter) -> None:
    done = dict.fromkeys(Section, 0)  # bytes
    for batch in blocks.merge():
        encoded = encoder.encode(batch)
        for section, data in (
            (Section.CODES, encoded.codes),
            (Section.LOW, encoded.low),
            (Section.WIDE, encoded.wide),
            (Section.OVER, encoded.over),
        ):
            writer.put(section, done[section], data.data)
            done[section] += data.nbytes
