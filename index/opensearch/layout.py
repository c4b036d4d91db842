"""Names of indexes and aliases, the fields of a paragraph, and the score that bounds the exact one.

The engine keeps the length of a paragraph in one byte, rounded down, and so cannot compute BM25Plus
exactly. Its score is made an upper bound instead: lengths rounded down and a mean length set above the
true one both only raise it, and what BM25Plus adds for every term is the same for all paragraphs.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from index.embedded.listing import FORMAT
from index.embedded.postings import K1, B

# What rows are like: those of another program are not read. Raised when they change.
ROWS = f"{FORMAT}-rows-3"
MEAN_ABOVE = (
    1.1  # the mean length in the similarity over the true one: room for updates to lengthen paragraphs
)
_MOST_WORDS = 100  # that are looked for together; an engine takes no more than 1,024
_HALVES = re.compile("[\ud800-\udfff]")
_LONGEST_TERM = 255  # characters; longer ones go by a digest, for the engine cuts or refuses them
_LONG_WORD = "-" * (_LONGEST_TERM + 1)  # stands for all longer words
_WORDS = {"type": "text", "analyzer": "terms", "index_options": "docs", "norms": False}
# An engine makes of a field whatever may be asked of it, unless told what is: a fifth of its work here.
_FOUND = {"type": "keyword", "doc_values": False}
_SORTED, _ADDED = {"type": "keyword", "index": False}, {"type": "long", "index": False}
_KEPT = {"type": "keyword", "index": False, "doc_values": False}
_ANALYSIS = {
    "tokenizer": {"spaces": {"type": "whitespace", "max_token_length": 8000}},
    "analyzer": {"terms": {"type": "custom", "tokenizer": "spaces"}},
}


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


encoded = json.JSONEncoder(separators=(",", ":")).encode
"""Returns a value as JSON of ASCII alone, so that half a pair of Unicode returns as it is."""


def engine_term(term: str) -> str:
    """Return a term as the engine holds it."""
    if len(term) <= _LONGEST_TERM:
        return term
    return hashlib.blake2b(term.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def engine_terms(terms: Sequence[str]) -> Iterable[str]:
    """Return terms as the engine holds them, of which hardly any are long."""
    return map(engine_term, terms) if max(map(len, terms)) > _LONGEST_TERM else terms


def engine_words(words: Iterable[str]) -> list[str]:
    """Return words as the engine looks them up; of long ones only that there are some.

    What no text of Unicode holds, a half of a pair, the engine would change: such words are left out.
    """
    whole = {*words}
    if max(map(len, whole), default=0) > _LONGEST_TERM:
        whole = {word if len(word) <= _LONGEST_TERM else _LONG_WORD for word in whole}
    if not is_searchable("".join(whole)):
        whole = {*filter(is_searchable, whole)}
    return list(whole)


def is_searchable(word: str) -> bool:
    """Whether the engine holds a word as it is."""
    return word.isascii() or not _HALVES.search(word)


def holding_all(words: Iterable[str]) -> dict[str, Any]:
    """Return the engine's query for what holds all of some words."""
    longest = sorted(engine_words(words), key=lambda word: (-len(word), word))[:_MOST_WORDS]
    some = [{"term": {"words": word}} for word in longest]
    return {"bool": {"filter": [{"exists": {"field": "words"}}, *some]}}


def holding_in_a_row(words: Sequence[str]) -> dict[str, Any]:
    """Return the engine's query for texts in which words stand in a row, white space between them.

    Those between the first and the last are whole there; where there are none, words that end with the
    first and begin with the last are looked for, which takes the engine longer.
    """
    if len(words) > 2:
        return holding_all(words[1:-1])
    if len(words) == 2:
        patterns = [f"*{_escaped(words[0])}", f"{_escaped(words[1])}*"]
    else:
        patterns = [f"*{_escaped(words[0])}*"]
    parts = [
        {"bool": {"should": [{"wildcard": {"words": pattern}}, {"term": {"words": _LONG_WORD}}]}}
        for pattern in patterns
        if is_searchable(pattern) and len(pattern) <= _LONGEST_TERM
    ]
    return {"bool": {"filter": [{"exists": {"field": "document"}}, *parts]}}


def _escaped(word: str) -> str:
    """Return a word as a pattern of the engine that means itself."""
    return re.sub(r"([*?\\])", r"\\\1", word)


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
            "analysis": _ANALYSIS,
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
                "place": _SORTED,  # sorts paragraphs as the library does
                "seal": _KEPT,  # of the row, checked whenever it is read
                "origin": _ADDED,  # digest of what it was made of, by which changes are told
                "article": _FOUND,
                "language": _FOUND,
                "speakers": _FOUND,
                "words": _WORDS,  # folded, of a paragraph that no search finds
                "row": _KEPT,  # JSON
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
            },
            "analysis": _ANALYSIS,
        },
        "mappings": {
            "dynamic": "strict",
            "_source": {"excludes": ["words"]},
            "properties": {
                "data": {"type": "binary"},
                "document": {"type": "keyword"},  # key of its file, where a document's text begins
                "words": _WORDS,  # of such a document, as they stand there between white space
            },
        },
    }
