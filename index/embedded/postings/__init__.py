"""The inverted index: token lists to one file on disk, and the best paragraphs for weighted terms.

    token lists -> blocks -> encode -> write -> file        building: numpy and rank_bm25
    file -> format -> terms -> plain | vector -> best       reading: standard library | numpy
    files -> segments -> best                               an index of several files, some of it dead

``rank_bm25.BM25Plus`` defines every score; only how fast they are found is ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from index.embedded.postings.format import Header, MappedIndex
from index.embedded.postings.plain import Postings
from index.embedded.postings.segments import Segment, Segments

K1, B, DELTA = 1.0, 0.6, 1.0  # the house's parameters; rank_bm25's own are 1.5, 0.75 and 1

__all__ = ["DELTA", "K1", "B", "Postings", "Segment", "Segments", "build", "open_postings"]


def build(
    documents: Iterable[Sequence[str]], path: Path, *, k1: float = K1, b: float = B, delta: float = DELTA
) -> None:
    """Write the index of ``documents``, one token list a paragraph, to the file ``path``.

    The token lists are taken one by one and the memory needed does not grow with their number, but for
    the vocabulary and a few bytes a paragraph. The file appears whole or not at all, in place of an
    older one. Raises ``StoreError`` when it cannot be written, ``ValueError`` for parameters without
    meaning (k1 must be above 0, b between 0 and 1, delta not below 0).
    """
    from index.embedded.postings.building import write_index  # numpy and rank_bm25

    if not (k1 > 0 and 0 <= b <= 1 and delta >= 0):
        raise ValueError(f"no BM25 parameters: k1={k1}, b={b}, delta={delta}")
    write_index(documents, path, Header(k1=k1, b=b, delta=delta))


def open_postings(
    path: Path, *, verify: bool = False, vector: bool = False, mean: float | None = None
) -> Postings:
    """Open an index file; nothing is loaded, so it takes a moment whatever the size.

    ``verify`` checks the whole file now and not each part when first read. ``vector`` chooses the
    reader for long-lived processes, which imports numpy. ``mean`` is the mean length of the paragraphs
    of the whole index, where the file is a part of one. Raises ``StoreDamaged`` when the file is not
    what was written, ``StoreError`` when it cannot be read.
    """
    file = MappedIndex(path)
    if verify:
        file.check_all()
    if vector:
        from index.embedded.postings.vector import VectorPostings  # numpy

        return VectorPostings(file, mean)
    return Postings(file, mean)
