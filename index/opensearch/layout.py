"""Names of indexes and aliases, the fields of a paragraph, and the score that bounds the exact one.

The engine keeps the length of a paragraph in one byte, rounded down, and so cannot compute BM25Plus
exactly. Its score is made an upper bound instead: lengths rounded down and a mean length set above the
true one both only raise it, and what BM25Plus adds for every term is the same for all paragraphs.
"""

from __future__ import annotations

import hashlib
from typing import Any

from index.embedded.listing import FORMAT
from index.embedded.postings import K1, B

# What rows are like: those of another program are not read. Raised when they change.
ROWS = f"{FORMAT}-rows-2"
MEAN_ABOVE = (
    1.1  # the mean length in the similarity over the true one: room for updates to lengthen paragraphs
)
_LONGEST_TERM = 255  # characters; longer ones go by a digest, for the engine cuts or refuses them


def alias_of(name: str) -> str:
    """Return the alias of a library's paragraphs in force."""
    return f"quoth-{name}"


def about_of(index: str) -> str:
    """Return the index or alias beside one of paragraphs that holds what is no paragraph."""
    return f"{index}-about"


def lease_of(name: str) -> str:
    """Return the index of a library's publishers: who is at work, and which generations are retired."""
    return f"quoth-{name}-publishers"


def generation_prefix(name: str) -> str:
    """Return what the names of all generations of a library begin with."""
    return f"quoth-{name}-g."


def key_of(paragraph: str) -> str:
    """Return the engine's key of a paragraph; its own id may be longer than the engine takes."""
    return hashlib.blake2b(paragraph.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def engine_term(term: str) -> str:
    """Return a term as the engine holds it."""
    if len(term) <= _LONGEST_TERM:
        return term
    return hashlib.blake2b(term.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def paragraphs_body(mean: float, *, shards: int, replicas: int, proven: bool) -> dict[str, Any]:
    """Return settings and fields of an index of paragraphs; ``mean`` is the true mean length in terms."""
    tf = f"doc.freq * {K1 + 1} / (doc.freq + {K1} * ({1 - B} + {B} * doc.length / {mean * MEAN_ABOVE}))"
    bound = {"type": "scripted", "script": {"source": f"return query.boost * {tf};"}}
    similarity = bound if proven else {"type": "BM25", "k1": K1, "b": B}
    return {
        "settings": {
            "index": {
                "number_of_shards": shards,
                "number_of_replicas": replicas,
                "refresh_interval": "-1",
                "similarity": {"bound": similarity},
            },
            "analysis": {
                "tokenizer": {"spaces": {"type": "whitespace", "max_token_length": 8000}},
                "analyzer": {"terms": {"type": "custom", "tokenizer": "spaces"}},
            },
        },
        "mappings": {
            "dynamic": "strict",
            "properties": {
                "terms": {
                    "type": "text",
                    "analyzer": "terms",
                    "similarity": "bound",
                    "index_options": "freqs",
                },
                "place": {"type": "keyword"},  # sorts paragraphs as the library does
                "seal": {"type": "long"},  # of the row, checked whenever it is read
                "origin": {"type": "long"},  # digest of what it was made of, by which changes are told
                "article": {"type": "keyword"},
                "language": {"type": "keyword"},
                "speakers": {"type": "keyword"},
                "row": {"type": "keyword", "index": False, "doc_values": False},  # JSON, only returned
            },
        },
    }


def about_body(*, replicas: int) -> dict[str, Any]:
    """Return settings and fields of an index of what is no paragraph."""
    return {
        "settings": {
            "index": {
                "number_of_shards": 1,
                "number_of_replicas": replicas,
                "refresh_interval": "-1",
                "codec": "best_compression",
            }
        },
        "mappings": {"dynamic": "strict", "properties": {"data": {"type": "binary"}}},
    }
