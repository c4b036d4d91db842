"""The best paragraphs of BM25Plus, found by an engine that computes it only nearly, and proven to be them.

The engine's score bounds the exact one from above (see ``layout``). Its best candidates are scored exactly
from their terms; once the last candidate's bound lies below the exact score of the last one wanted, no
paragraph beyond can be among the best. Otherwise twice as many candidates are fetched.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import Any

from index.door import Exported
from index.embedded.postings import DELTA, K1, B
from index.matching import passages, weighted_terms
from index.model import Passage, Query, Scope
from index.opensearch.connection import Connection
from index.opensearch.layout import engine_term, key_of
from index.opensearch.sealed_rows import item_of
from index.opensearch.snapshot import Snapshot
from index.text.same_name import in_scope

_LEAST_CANDIDATES = 40
_SPARE = 0.5  # candidates beyond those wanted, as a share of them: enough in 3,696 of 3,696 searches measured
_UNPROVEN_CANDIDATES = 100  # where the engine's own score orders them: equal in 200 of 200 searches measured
_MOST_CANDIDATES = 10_000  # an engine gives no more in one answer
_MOST_TERMS = 1_000  # an engine takes no more than 1,024 clauses
_SLACK = 1e-5  # relative; the engine computes in single precision
_KEPT_ROWS = 8_192  # paragraphs kept from one question to the next: some 30 MB
_WHOLE = 200  # candidates that come with their rows, some 300 kB; of more the rows are fetched apart

_Ranked = tuple[float, str, str]  # negative exact score, place, key


class Searching:
    """The search of one generation."""

    def __init__(self, connection: Connection, snapshot: Snapshot) -> None:
        self._connection, self._snapshot = connection, snapshot
        self._rows: dict[str, Exported] = {}

    def search(self, query: Query, limit: int) -> list[Passage]:
        """Return the best passages, best first: each holds a word of the query; ties by place."""
        weights = self._weights(query)
        if not weights or limit < 1:
            return []
        ranked, documents = self._ranked(weights, limit, self._filters(query.scope))
        rows = self._rows_of([key for _, _, key in ranked], documents)
        return passages(query, [(rows[key], -score) for score, _, key in ranked])

    def _weights(self, query: Query) -> dict[str, float]:
        """Return the known terms of a query with their weights, the weightiest where there are too many."""
        known = {
            term: weight
            for term, weight in weighted_terms(query).items()
            if weight > 0 and self._snapshot.known(term)
        }
        if len(known) > _MOST_TERMS:
            best = sorted(known, key=lambda term: -known[term] * self._snapshot.idf(term))[:_MOST_TERMS]
            known = {term: known[term] for term in best}
        return known

    def _ranked(
        self, weights: Mapping[str, float], limit: int, filters: list[dict[str, Any]]
    ) -> tuple[list[_Ranked], dict[str, Mapping[str, Any]]]:
        """Return the best paragraphs in their order, and the documents of all candidates by key."""
        boosts = {term: weight * self._snapshot.idf(term) for term, weight in weights.items()}
        constant = math.fsum(boosts.values()) * DELTA
        named = {engine_term(term): boost for term, boost in boosts.items()}
        proven = self._snapshot.about.proven
        count = max(_LEAST_CANDIDATES if proven else _UNPROVEN_CANDIDATES, limit + int(_SPARE * limit))
        while True:
            hits = self._candidates(boosts, filters, min(count, _MOST_CANDIDATES))
            documents = {hit["_id"]: hit["_source"] for hit in hits}
            best = sorted(
                (-(self._exact(each["terms"], named) + constant), each["place"], key)
                for key, each in documents.items()
            )[:limit]
            if len(hits) < count or not proven or count >= _MOST_CANDIDATES:
                return best, documents
            if len(best) == limit and hits[-1]["_score"] * (1 + _SLACK) + constant < -best[-1][0]:
                return best, documents
            count *= 2

    def _candidates(
        self, boosts: Mapping[str, float], filters: list[dict[str, Any]], count: int
    ) -> list[Mapping[str, Any]]:
        clauses = [
            {"term": {"terms": {"value": engine_term(term), "boost": boost}}}
            for term, boost in sorted(boosts.items())
        ]
        body = {
            "size": count,
            "track_total_hits": False,
            "_source": True if count <= _WHOLE else ["terms", "place"],  # whole costs the engine less
            "query": {"bool": {"filter": filters, "minimum_should_match": 1, "should": clauses}},
        }
        hits: list[Mapping[str, Any]] = self._connection.search(self._snapshot.generation, body)["hits"][
            "hits"
        ]
        return hits

    def _exact(self, terms: str, boosts: Mapping[str, float]) -> float:
        """Return the exact score of a paragraph without what BM25Plus adds for every term.

        ``boosts`` are those of the terms as the engine holds them.
        """
        held = terms.split(" ")
        counts = Counter(term for term in held if term in boosts)
        norm = K1 * (1 - B + B * len(held) / self._snapshot.about.mean)
        return math.fsum(boosts[term] * tf * (K1 + 1) / (norm + tf) for term, tf in counts.items())

    def _rows_of(self, keys: list[str], documents: Mapping[str, Mapping[str, Any]]) -> dict[str, Exported]:
        """Return the paragraphs of these keys; what was met before or came whole is not fetched again."""
        missing = [key for key in keys if key not in self._rows]
        if missing:
            if len(self._rows) + len(missing) > _KEPT_ROWS:
                self._rows, missing = {}, list(keys)
            whole = {key: documents[key] for key in missing if "row" in documents[key]}
            apart = [key for key in missing if key not in whole]
            if apart:
                fields = ["row", "place", "seal"]
                found = self._connection.many(self._snapshot.generation, apart, fields)
                whole |= {each["_id"]: each["_source"] for each in found}
            self._rows.update((key, item_of(document)) for key, document in whole.items())
        rows = self._rows
        return {key: rows[key] for key in keys}

    def _filters(self, scope: Scope) -> list[dict[str, Any]]:
        """Return the engine's filters for a scope; names are matched here, where all of them are known."""
        filters: list[dict[str, Any]] = []
        if scope.source or scope.author or scope.after or scope.before:
            ids = [article.id for article in self._snapshot.articles() if in_scope(article.source, scope)]
            filters.append({"terms": {"article": list(map(key_of, ids))}})
        if scope.articles:
            filters.append({"terms": {"article": list(map(key_of, scope.articles))}})
        if scope.language:
            filters.append({"term": {"language": scope.language}})
        if scope.speaker:
            filters.append({"terms": {"speakers": self._snapshot.speakers_called(scope.speaker)}})
        return filters
