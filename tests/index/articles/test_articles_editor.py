"""Real documents beside a careful editor's reading of them; run where both folders are given."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from index.articles.cutting import CutArticle, cut_articles
from index.formats.encodings import decode
from index.model import QUOTABLE, Document, Paragraph

DOCUMENTS = os.environ.get("QUOTH_TEST_DOCUMENTS")
READING = os.environ.get("QUOTH_TEST_ACCEPTANCE")
pytestmark = pytest.mark.skipif(
    not (DOCUMENTS and READING), reason="no real documents and reading of them given"
)

KEPT = {"body", "teaser-body", "caption"}
MOST_OF_IT = 0.7  # of the editor's measure, word triples; the program asks for half of the word 4-grams


@cache
def reading() -> dict[str, Any]:
    """Return the editor's reading."""
    data: dict[str, Any] = json.loads((Path(READING or "") / "articles.json").read_text("utf-8"))
    return data


@cache
def documents() -> dict[str, Document]:
    """Return the documents by file."""
    found = {}
    for file in sorted({article["file"] for article in reading()["articles"]}):
        text, encoding = decode((Path(DOCUMENTS or "") / file).read_bytes())
        found[file] = Document(file, text, encoding, "")
    return found


@cache
def cuts() -> tuple[CutArticle, ...]:
    """Return all articles that the program finds, in the order of the files."""
    return tuple(cut for document in documents().values() for cut in cut_articles(document, None))


def pairs() -> list[tuple[CutArticle, dict[str, Any]]]:
    """Return the articles found, each beside the editor's."""
    stated = sorted(reading()["articles"], key=lambda article: article["file"])
    return list(zip(cuts(), stated, strict=True))


def test_all_articles_are_found_under_their_titles() -> None:
    """Every article the editor sees is found, in order, under the title the editor gives."""
    assert [cut.article.source.title for cut, _ in pairs()] == [stated["title"] for _, stated in pairs()]


@pytest.mark.parametrize("field", ["authors", "outlet", "published", "reposted", "language"])
def test_sources_are_as_the_editor_reads_them(field: str) -> None:
    """No author, outlet, date or language differs from the editor's: none is missing, none is wrong."""
    key = {"published": "date", "reposted": "repost_date", "language": "lang"}.get(field, field)
    for cut, stated in pairs():
        found = getattr(cut.article.source, field)
        assert (list(found) or None if field == "authors" else found) == stated[key], cut.article.id


def lines(document: Document) -> list[tuple[int, int]]:
    """Return where each physical line of a document begins and ends."""
    spans, at = [], 0
    for line in document.text.splitlines(keepends=True):
        spans.append((at, at + len(line)))
        at += len(line)
    return spans


def test_body_is_kept_and_furniture_is_never_quoted() -> None:
    """Every line the editor calls body can be quoted, and no line the editor drops can."""
    wrong = []
    for file, document in documents().items():
        spans = lines(document)
        paragraphs = [p for cut in cuts() if cut.article.file == file for p in cut.paragraphs]
        for stated in reading()["line_roles"][file]:
            for number in range(stated["from_line"], min(stated["to_line"], len(spans)) + 1):
                start, end = spans[number - 1]
                if not document.text[start:end].strip():
                    continue
                at = [p for p in paragraphs if p.start < end and p.end > start]
                kept = any(p.role in QUOTABLE for p in at)
                dropped = stated["role"] in reading()["drop_roles"]
                if not at or (dropped and kept) or (stated["role"] == "body" and not kept):
                    wrong.append((file, number, stated["role"], [p.role for p in at]))
    assert wrong == []


def touching(place: dict[str, Any]) -> list[Paragraph]:
    """Return the paragraphs on the lines of a place."""
    spans = lines(documents()[place["file"]])
    start, end = spans[place["from_line"] - 1][0], spans[place["to_line"] - 1][1]
    return [
        p
        for cut in cuts()
        for p in cut.paragraphs
        if p.file == place["file"] and p.start < end and p.end > start
    ]


def test_repeats_of_body_text_are_found(find_groups: Any) -> None:
    """Body text that the editor marks as standing in several places is known to stand in another of them."""
    groups = find_groups(cuts())
    missing = []
    for repeat in reading()["duplicates"]:
        if (repeat["containment3_max"] or 0) < MOST_OF_IT:
            continue  # a translation, or the same fact in other words
        places = [place for place in repeat["places"] if place["role"] in KEPT]
        spots = [{p.id: p for p in touching(place) if p.role in QUOTABLE} for place in places]
        for number, spot in enumerate(spots):
            others = {(p.file, p.start) for other in spots if other != spot for p in other.values()}
            known = {(also.file, also.start) for name in spot for also in groups.also_in.get(name, ())}
            if spot and others and not known & others:
                missing.append((repeat["id"], places[number]["file"], places[number]["from_line"]))
    assert missing == []


def test_copies_and_translations_count_once(find_groups: Any) -> None:
    """The articles come from as many independent sources as the editor counts: 20 of 23."""
    groups = find_groups(cuts())
    assert (len(cuts()), len(set(groups.of_article.values()))) == (23, 20)
