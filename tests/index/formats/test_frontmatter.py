"""Front matter as a Source. Broken kinds are in ``tests/test_bad_input.py``."""

from __future__ import annotations

import pytest

from index.errors import BadMetadata
from index.formats.frontmatter import fence_end, read_front_matter, source_from
from index.model import Source, Wording

WHOLE = """---
title: "A title: with a colon"
authors: [Ana Ejemplo, Juan Prueba]
outlet: Coast Courier
published: 2023-03-04
url: https://example.org/a
language: es
reposted_by: Harbour Diary
reposted: 2023-03-09
wording: digest
speakers:
  - Carla Muestra
---
Text.
"""


def test_every_key_is_read() -> None:
    """All keys of a front matter are read into the source, and the text begins below the fence."""
    front = read_front_matter(WHOLE)
    assert front is not None
    assert front.source == Source(
        "A title: with a colon",
        ("Ana Ejemplo", "Juan Prueba"),
        "Coast Courier",
        "2023-03-04",
        "https://example.org/a",
        "es",
        "Harbour Diary",
        "2023-03-09",
        Wording.DIGEST,
        ("Carla Muestra",),
    )
    assert WHOLE[front.body_start :] == "Text.\n" and front.ignored == ()
    assert fence_end(WHOLE) == front.body_start


@pytest.mark.parametrize("key", ["published", "date", "month"])
def test_a_month_alone_is_kept_as_one(key: str) -> None:
    """Who states but the month, under the key of a day or its own, is understood, and it is no day."""
    front = read_front_matter(f"---\n{key}: 2019-08\n---\nText.\n")
    assert front is not None
    assert (front.source.published, front.source.month, front.ignored) == (None, "2019-08", ())


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
@pytest.mark.parametrize("fence", ["---", "...", "--- "])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_fences_of_all_editors_are_seen(ends: str, fence: str, mark: str) -> None:
    """Line ends, byte-order mark and the closing sign make no difference."""
    text = mark + ends.join(["---", "title: x", fence, "Text."])
    front = read_front_matter(text)
    assert front is not None and front.source.title == "x" and text[front.body_start :] == "Text."


@pytest.mark.parametrize(
    "text", ["", "Text", "---", "--\na: b\n--\n", "text\n---\ntitle: x\n---\n", "----\na: b\n----\n"]
)
def test_text_without_fence_has_no_front_matter(text: str) -> None:
    """A rule in a text, or half a fence, is no front matter."""
    assert read_front_matter(text) is None and fence_end(text) == 0


@pytest.mark.parametrize(
    ("value", "date"),
    [("2023-03-04", "2023-03-04"), ("2023-03-04 10:00:00", "2023-03-04"), ('"2023-03-04"', "2023-03-04"),
     ("4 March 2023", "2023-03-04"), ("March 4, 2023", "2023-03-04"), ("4 de marzo de 2023", "2023-03-04"),
     ("2023", None), ("March 2023", None), ("3/4/2023", None), ("about March 4, 2023", None), ("true", None)],
)  # fmt: skip
def test_only_full_dates_are_dates(value: str, date: str | None) -> None:
    """A date is taken as an editor writes it when it is a full one; anything else is said to be none."""
    front = read_front_matter(f"---\npublished: {value}\n---\n")
    assert front is not None and front.source.published == date
    assert bool(front.ignored) == (date is None)


@pytest.mark.parametrize(
    ("value", "language"),
    [("en", "en"), ("es", "es"), ("EN-us", "en"), ("English", "en"), ("español", "es"), ("Spanish", "es"),
     ("inglés", "en"), ("castellano", "es"), ("fr", "fr"), ("", None)],
)  # fmt: skip
def test_language_is_read_by_code_or_name(value: str, language: str | None) -> None:
    """The language is English or Spanish by code or name; another is said to be neither."""
    source, ignored = source_from({"language": value}, Source())
    assert source.language == language and bool(ignored) == bool(value and not language)


def test_empty_values_take_back_what_was_detected() -> None:
    """An editor's empty value makes a detected one unknown; what is not stated stays."""
    base = Source(title="T", authors=("A B",), outlet="O", published="2023-01-01", language="en")
    source, ignored = source_from({"outlet": "", "authors": [], "published": None}, base)
    assert source == Source(title="T", language="en") and ignored == ()


def test_one_author_may_stand_without_a_list() -> None:
    """The keys author and date are other names of authors and published."""
    source, ignored = source_from({"author": "Ana Ejemplo", "date": "2023-03-04"}, Source())
    assert (source.authors, source.published, ignored) == (("Ana Ejemplo",), "2023-03-04", ())


@pytest.mark.parametrize(
    ("stated", "authors"),
    [
        ("by Ana Ejemplo, staff writer", ("Ana Ejemplo",)),
        ("Por Ana Ejemplo", ("Ana Ejemplo",)),
        ("Ana Ejemplo <ana@coast.example>", ("Ana Ejemplo",)),
        ("ana@coast.example (Ana Ejemplo)", ("Ana Ejemplo",)),
        ("Ana Ejemplo and Juan Prueba", ("Ana Ejemplo", "Juan Prueba")),
        (["By Ana Ejemplo", "Juan Prueba"], ("Ana Ejemplo", "Juan Prueba")),
        ("Fish and Game Office", ("Fish and Game Office",)),
        ("Ejemplo, Ana", ("Ejemplo, Ana",)),
        ("Byron Ejemplo", ("Byron Ejemplo",)),
    ],
)
def test_names_stand_without_clutter(stated: object, authors: tuple[str, ...]) -> None:
    """No "by", address or occupation is part of a name; "and" joins two."""
    assert source_from({"authors": stated}, Source())[0].authors == authors


@pytest.mark.parametrize(
    ("stated", "wording"),
    [("Digest", Wording.DIGEST), ("RESUMEN", Wording.DIGEST), ("Verbatim", Wording.VERBATIM)],
)
def test_wording_in_other_letters(stated: str, wording: Wording) -> None:
    """A digest is never passed off as an author's own words, however it is written that it is one."""
    assert source_from({"wording": stated}, Source()) == (Source(wording=wording), ())


def test_day_without_zeros() -> None:
    """A day is a day without its zeros."""
    assert source_from({"date": "2021-3-5"}, Source())[0].published == "2021-03-05"


def test_what_cannot_be_used_is_named() -> None:
    """Unknown keys and values of a wrong kind are named one by one, the rest is used."""
    source, ignored = source_from({"colour": 1, "wording": "loose", "title": ["a"], "outlet": "O"}, Source())
    assert source == Source(outlet="O")
    assert ignored == (
        "unknown key 'colour'",
        "wording: 'loose' is neither verbatim nor digest",
        "title: what is given is no text",
    )


def test_front_matter_that_does_not_parse_is_told() -> None:
    """What does not parse raises an error that says where."""
    with pytest.raises(BadMetadata, match=r"does not parse.*line 1"):
        read_front_matter("---\ntitle: [a\n---\n")


@pytest.mark.parametrize(
    "text",
    [
        "\n---\ntitle: A bridge\nauthor: Ana Ejemplo\n---\nText.",
        "<!-- clipped -->\n\n---\ntitle: A bridge\nauthor: Ana Ejemplo\n---\nText.",
        '+++\ntitle = "A bridge"\nauthors = ["Ana Ejemplo"]\n+++\nText.',
        '{\n  "title": "A bridge",\n  "authors": [{"name": "Ana Ejemplo"}]\n}\nText.',
        '---\ntitle: A bridge\nauthor: "[[Ana Ejemplo]]"\n---\nText.',
        "---\ntitle: A bridge\nauthor: [[People/Ana|Ana Ejemplo]]\n---\nText.",
        "---\ntitle: A bridge\nauthors:\n- name: Ana Ejemplo\n  role: reporter\n---\nText.",
        "---\nTitle: A bridge\ncreator: Ana Ejemplo\n---\nText.",
    ],
)
def test_front_matter_of_many_programs_is_read(text: str) -> None:
    """YAML, TOML and JSON say the same; lines before, names in tables and links to notes change nothing."""
    front = read_front_matter(text)
    assert front is not None
    assert (front.source.title, front.source.authors) == ("A bridge", ("Ana Ejemplo",))
    assert text[front.body_start :].strip() == "Text." and front.ignored == ()


@pytest.mark.parametrize(
    "title", ["Peru: a story", "The mayor's 'no': what now", '"No", she said', "50% more: why"]
)
def test_titles_need_no_quotation_marks(title: str) -> None:
    """A title that an editor did not quote is read as it is written, colons and apostrophes included."""
    front = read_front_matter(f"---\ntitle: {title}\npublished: 2021-03-04\n---\nText.")
    assert front is not None and front.source.title == title and front.source.published == "2021-03-04"


@pytest.mark.parametrize(
    ("source", "url", "outlet"),
    [("https://coast.example/a", "https://coast.example/a", None), ("Coast Courier", None, "Coast Courier")],
)
def test_source_is_an_address_or_an_outlet(source: str, url: str | None, outlet: str | None) -> None:
    """What clippers call the source is the text's address, or the name of its outlet."""
    front = read_front_matter(f"---\nsource: {source}\n---\nText.")
    assert front is not None and (front.source.url, front.source.outlet) == (url, outlet)


def test_rule_at_the_top_is_no_front_matter() -> None:
    """A text between two rules, with a blank line before, is a text."""
    assert read_front_matter("\n---\nThe harbour is closed.\n---\nText.") is None


def test_keys_that_are_not_read_are_kept() -> None:
    """Keys about the file are noted by nobody and kept; others are named, and kept too."""
    front = read_front_matter("---\ntitle: T\ntags: [a]\ncolour: red\n---\nText.")
    assert front is not None
    assert front.ignored == ("unknown key 'colour'",)
    assert front.unread == (("tags", ["a"]), ("colour", "red"))
