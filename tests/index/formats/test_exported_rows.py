"""Tables of texts."""

from __future__ import annotations

import json

import pytest

from index.errors import UnreadableDocument
from index.formats.exported_rows import read
from index.model import Role

TEXT = "The ferry sails again on Monday, said Ruth."
ROW = {"title": "The ferry", "author": "Ana Ejemplo", "publish_date": "2021-03-04T10:00:00Z",
       "url": "https://coast.example/f",
       "media_name": "Coast Courier", "text": TEXT, "id": 7}  # fmt: skip


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (
            "\ufeff" + ",".join(ROW) + "\r\n" + ",".join(f'"{held}"' for held in ROW.values()) + "\r\n",
            "a.csv",
        ),
        ("\t".join(ROW) + "\n" + "\t".join(str(held) for held in ROW.values()) + "\n", "a.tsv"),
        (json.dumps([ROW]), "a.json"),
        (json.dumps({"status": "ok", "articles": [ROW]}), "a.json"),
        (json.dumps(ROW) + "\n" + json.dumps({**ROW, "text": ""}) + "\n", "a.jsonl"),
    ],
    ids=["csv", "tsv", "list", "list in a table", "lines"],
)
def test_rows_are_texts_of_their_own(data: str, name: str) -> None:
    """Each row with a text is one, under what its columns say of it."""
    (part,) = read(data.encode(), name).parts
    source = part.source
    assert (source.title, source.authors, source.outlet) == ("The ferry", ("Ana Ejemplo",), "Coast Courier")
    assert (source.published, source.url) == ("2021-03-04", "https://coast.example/f")
    assert [(block.text, block.role) for block in part.blocks] == [
        ("The ferry", Role.HEADING),
        (TEXT, Role.BODY),
    ]


def test_references_say_names_and_days_in_parts() -> None:
    """Names and days in parts, as programs for references write them, are read."""
    names = [{"given": "Ana", "family": "Ejemplo"}, {"literal": "Harbour Board"}]
    day = {"date-parts": [[2021, 3, 4]]}
    item = {"title": "The ferry", "author": names, "issued": day, "abstract": TEXT}
    source = read(json.dumps([item]).encode(), "a.json").parts[0].source
    assert (source.authors, source.published) == (("Ana Ejemplo", "Harbour Board"), "2021-03-04")


def test_mark_up_in_a_cell_is_not_shown() -> None:
    """A text with the mark-up of a page is read without it."""
    (part,) = read(
        json.dumps([{"body": "<p>The ferry <b>sails</b> on Monday.</p>"}]).encode(), "a.json"
    ).parts
    assert part.blocks[0].text == "The ferry sails on Monday."


@pytest.mark.parametrize("data", ["a,b\n1,2\n", "[1, 2]", '{"a": {"b": "c"}}', "[" * 100_000, '{"a": '])
def test_tables_without_texts_are_refused(data: str) -> None:
    """Numbers, settings and damaged files are named with the reason."""
    with pytest.raises(UnreadableDocument, match=r"no column of texts|damaged"):
        read(data.encode(), "a.json" if data[0] in "[{" else "a.csv")


def test_rows_without_text_are_counted() -> None:
    """What a table leaves out is said."""
    whole = read(json.dumps([ROW, {"title": "x"}]).encode(), "a.json")
    assert whole.remarks == ("1 of 2 rows hold no text",)


def test_rows_with_speakers_are_turns_of_one_talk() -> None:
    """Rows of one source that say who speaks are one text; who has no name is nobody's."""
    turns = [
        {"speaker": "Ana Ejemplo", "text": "The school needs a new roof."},
        {"speaker": "Ana Ejemplo", "text": "It leaks."},
        {"speaker": "A", "text": "Who has looked at it?"},
        {"speaker": "Bo Prueba", "text": "Two builders."},
    ]
    whole = {"title": "The roof", "date": "2021-03-04", "utterances": turns}
    (part,) = read(json.dumps(whole).encode(), "a.json").parts
    assert (part.source.title, part.source.published, part.source.authors) == ("The roof", "2021-03-04", ())
    assert [(each.text, each.speaker) for each in part.blocks if each.role is Role.BODY] == [
        ("The school needs a new roof. It leaks.", "Ana Ejemplo"),
        ("Who has looked at it?", ""),
        ("Two builders.", "Bo Prueba"),
    ]
    days = b'speaker,text,date\nAna Ejemplo,"We counted ninety boats today.",2020-04-01\nBo,No,2020-04-02\n'
    assert [each.source.published for each in read(days, "a.csv").parts] == ["2020-04-01", "2020-04-02"]
