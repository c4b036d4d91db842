"""The embedded index behind the door: searching with filters, reading, and what is not there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index.door import Index
from index.embedded import open_library
from index.embedded.postings.vector import VectorPostings
from index.errors import NotInLibrary
from index.model import Query, Role, Scope, Word
from index.text.terms import terms

Write = Callable[[Mapping[str, str]], Path]


def front(text: str, **keys: str) -> str:
    """Return a document with front matter."""
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + f"---\n\n{text}\n"


@pytest.fixture
def index(library: Write, tmp_path: Path) -> Index:
    """Return an index of four articles on one subject."""
    harbour = "The harbour of Springfield was closed on Friday."
    folder = library(
        {
            "a.md": front(
                f"{harbour}\n\nAnother one.",
                authors="[Ana Ejemplo]",
                published="2023-03-01",
                outlet="Courier",
            ),
            "b.md": front(
                f"{harbour} So it was.", authors="[Juan Prueba]", published="2023-03-05", title="On Ports"
            ),
            "c.md": front(
                f"# Harbour\n\n“The harbour is safe,” said Carla Muestra. {harbour}", reposted="2023-03-07"
            ),
            "d.txt": "El puerto de Springfield sigue cerrado desde el viernes, según la alcaldía.\n",
        }
    )
    return open_library(folder, tmp_path / "i")


def found(index: Index, text: str, **scope: str) -> list[str]:
    """Return the articles of the passages found for a text."""
    words = tuple(Word(term, ((term, 1.0),)) for term in terms(text, "en"))
    query = Query(text, "en", words, Scope(**scope))  # type: ignore[arg-type]
    return [passage.paragraph.article for passage in index.search(query, 10)]


def test_only_paragraphs_with_a_word_of_the_query_are_found(index: Index) -> None:
    """Each passage holds a word of the query, no heading is one, and a word of none finds none."""
    assert sorted(found(index, "harbour")) == ["a", "b", "c"]
    assert found(index, "submarine") == [] == found(index, "")
    assert all(item.paragraph.role is Role.BODY for item in index.paragraphs("a"))
    assert [item.paragraph.role for item in index.paragraphs("c")] == [Role.HEADING, Role.BODY]


@pytest.mark.parametrize(
    ("scope", "articles"),
    [
        ({"author": "ejemplo"}, ["a"]),
        ({"author": "Juan"}, ["b"]),
        ({"author": "nobody"}, []),
        ({"source": "courier"}, ["a"]),
        ({"source": "on ports"}, ["b"]),
        ({"after": "2023-03-05"}, ["b", "c"]),
        ({"before": "2023-03-05"}, ["a", "b"]),
        ({"after": "2023-03-02", "before": "2023-03-06"}, ["b"]),
        ({"language": "es"}, []),
        ({"language": "en", "author": "Ana"}, ["a"]),
    ],
)
def test_filters_leave_out_all_other_sources(
    index: Index, scope: dict[str, str], articles: list[str]
) -> None:
    """Author, outlet or title, and days (both included, the reposting's where no other is known) restrict."""
    assert sorted(found(index, "harbour", **scope)) == articles


def test_reading_gives_exact_slices(index: Index) -> None:
    """Every paragraph that is exported is a slice of its document."""
    for item in index.export():
        paragraph = item.paragraph
        assert index.document(paragraph.file).text[paragraph.start : paragraph.end] == paragraph.text


def test_what_is_not_there_is_refused(index: Index) -> None:
    """An article or a document that does not exist is named in the error."""
    with pytest.raises(NotInLibrary, match="'zz'"):
        index.paragraphs("zz")
    with pytest.raises(NotInLibrary, match=r"'zz.txt'"):
        index.document("zz.txt")


def test_rare_words_weigh_more(index: Index) -> None:
    """A word of one paragraph has a higher idf than one of several; an unknown one the highest."""
    assert index.idf("zzz") == index.idf("anoth") > index.idf("harbour") > 0
    assert index.known("harbour") and not index.known("zzz")
    assert list(index.vocabulary()) == sorted(index.vocabulary())
    assert index.size() == 5


def test_many_searches_change_the_reader_and_no_answer(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who searches often is served by the quicker reader, with the same passages and scores."""
    monkeypatch.setattr("index.embedded.embedded._SEARCHES_BEFORE_NUMPY", 3)
    monkeypatch.setattr("index.embedded.embedded._PARAGRAPHS_BEFORE_NUMPY", 1)
    monkeypatch.setattr("index.embedded.embedded._NUMPY_FROM", 1)
    words = tuple(Word(term, ((term, 1.0),)) for term in ("harbour", "friday", "springfield"))
    query = Query("harbour", "en", words, Scope())
    monkeypatch.setattr("index.embedded.postings.segments.SMALL", 1)
    first = index.search(query, 10)
    assert not isinstance(index._postings._parts[0], VectorPostings)  # type: ignore[attr-defined]
    for _ in range(5):
        assert index.search(query, 10) == first
    assert isinstance(index._postings._parts[0], VectorPostings)  # type: ignore[attr-defined]


def test_an_index_replaced_meanwhile_is_searched_on(
    index: Index, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where the file is gone for the quicker reader, the open one serves on."""
    monkeypatch.setattr("index.embedded.embedded._SEARCHES_BEFORE_NUMPY", 1)
    monkeypatch.setattr("index.embedded.embedded._PARAGRAPHS_BEFORE_NUMPY", 1)
    monkeypatch.setattr("index.embedded.embedded._NUMPY_FROM", 1)
    for file in tmp_path.rglob("postings"):
        file.unlink()
    assert found(index, "harbour")


def test_threads_share_an_index(index: Index) -> None:
    """Threads that read one index at once read what each asked for: Python 3.13 mixed up their statements."""
    articles = [article.id for article in index.articles()]

    def read(_: int) -> list[list[str]]:
        return [[one.paragraph.text for one in index.paragraphs(article)] for article in articles * 50]

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(read, range(4)))
    assert all(each == read(0) for each in found)


def test_a_filter_takes_any_number_of_articles(library: Write, tmp_path: Path) -> None:
    """However many articles a filter lets pass, they are no more values than a statement of SQLite takes."""
    text = front("The harbour was closed.", outlet="Courier")
    index = open_library(library({f"{number}.md": text for number in range(9)}), tmp_path / "i")
    index._catalog._db.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 3)
    assert found(index, "harbour", source="Courier")
