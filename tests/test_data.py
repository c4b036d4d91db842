"""What the bundled library promises: digests only, named as such, in words of our own."""

from __future__ import annotations

import datetime
import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

DATA = Path(__file__).resolve().parents[1] / "data"
ARTICLES = sorted((DATA / "articles").glob("*.md"))
KEYS = {
    "title",
    "authors",
    "outlet",
    "published",
    "url",
    "language",
    "reposted_by",
    "reposted",
    "wording",
    "speakers",
}
# The commonest words that only one of the two languages has tell them apart in any text of 100 words.
COMMON = {"en": {"the", "of", "and", "that", "was"}, "es": {"el", "la", "de", "que", "los"}}
RUN = 12  # words in a row that make a copy; the texts were written against 8
TOKEN = re.compile(r"\b\d{8,10}:[\w-]{30,}")  # a bot token: digits, a colon, 35 characters
WORD = re.compile(r"\w+")
LOADED = re.compile(
    r"\b(?:coup|self-coup|golpe|putsch|regime|dictator|dictatorship|massacres?|murder\w*|overthr\w+|"
    r"represi[oó]n|repression|oligarch\w*|oligarqu[ií]a)\b",
    re.IGNORECASE,
)
REPORTING = re.compile(
    r"\b(?:according to|sa(?:y|id)s?|wr(?:ite|ote)s?|calls?|called|describ\w+|report(?:s|ed)|in \w+ words|"
    r"accus\w+|reject(?:s|ed)|condemn\w+|explains|adds|lists|sees|spoke|speaks|"
    r"seg[uú]n|dice|llama|lamenta|pregunta)\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÁÉÍÓÚ¿¡#])")


def front_matter(file: Path) -> dict[str, Any]:
    """Return the mapping between the two ``---`` lines."""
    _, front, _ = file.read_text("utf-8").split("---\n", 2)
    loaded = yaml.safe_load(front)
    assert isinstance(loaded, dict), file.name
    return loaded


def body(file: Path) -> str:
    """Return the text below the front matter."""
    return file.read_text("utf-8").split("---\n", 2)[2].strip()


def paragraphs(file: Path) -> list[str]:
    """Return the paragraphs of the text."""
    return [block for block in re.split(r"\n\s*\n", body(file)) if block.strip()]


def words(text: str) -> list[str]:
    """Return the words without apostrophes, so that a curly one hides no copy."""
    return WORD.findall(re.sub("['’]", "", text).casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of RUN words."""
    found = words(text)
    return {tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1)}


def test_the_library_is_there() -> None:
    """A new user can ask at once: the bundled library holds about twenty digests."""
    assert len(ARTICLES) >= 20
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*\.md", file.name) for file in ARTICLES)


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
def test_front_matter_has_only_known_keys_and_forms(file: Path) -> None:
    """Each key is one of the documented ones, and its value has the documented form."""
    front = front_matter(file)
    assert set(front) <= KEYS
    assert all(value for value in front.values()), "leave out what is unknown"
    for key in ("authors", "speakers"):
        assert all(isinstance(name, str) for name in front.get(key, []))
        assert isinstance(front.get(key, []), list)
    for key in ("published", "reposted"):
        assert type(front.get(key, datetime.date.min)) is datetime.date
    for key in ("title", "outlet", "url", "reposted_by"):
        assert isinstance(front.get(key, ""), str)


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
def test_a_digest_says_it_is_one(file: Path) -> None:
    """Nothing bundled can be taken for the author's own words."""
    assert front_matter(file)["wording"] == "digest"


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
def test_language_is_the_one_named(file: Path) -> None:
    """The language in the front matter is the language of the text."""
    found = words(body(file))
    counts = {code: sum(word in common for word in found) for code, common in COMMON.items()}
    assert front_matter(file)["language"] == max(counts, key=lambda code: counts[code])


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
def test_a_digest_has_4_to_14_plain_paragraphs(file: Path) -> None:
    """A digest is 4 to 14 paragraphs of prose, without headings, lists or broken lines."""
    blocks = paragraphs(file)
    assert 4 <= len(blocks) <= 14
    assert not [block for block in blocks if "\n" in block or block.startswith(("#", "-", "*", ">"))]


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
def test_speakers_speak_in_the_text(file: Path) -> None:
    """A full name is given in the front matter only when the text has it."""
    assert not [name for name in front_matter(file).get("speakers", []) if name not in body(file)]


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
def test_loaded_words_are_reported_never_asserted(file: Path) -> None:
    """A digest takes no side: each sentence with a loaded word says whose word it is."""
    sentences = [sentence for block in paragraphs(file) for sentence in SENTENCE.split(block)]
    assert not [one for one in sentences if LOADED.search(one) and not REPORTING.search(one)]


def test_no_two_digests_of_one_article() -> None:
    """Copies and translations of one article have one digest: no title comes twice."""
    titles = [front_matter(file)["title"] for file in ARTICLES if "title" in front_matter(file)]
    assert len(titles) == len(set(titles))


def test_only_texts_in_data() -> None:
    """No index, log or token lies in data: only Markdown articles, the README and word lists.

    What this checkout keeps for itself, ignored by git, is no data: an index, tables read before.
    """
    own = {".quoth", "__pycache__"}
    files = [file for file in DATA.rglob("*") if file.is_file() and own.isdisjoint(file.parts)]
    assert {file.suffix for file in files} <= {".md", ".toml", ".txt"}
    assert {file.suffix for file in (DATA / "articles").iterdir() if file.is_file()} == {".md"}
    assert not [file.name for file in files if TOKEN.search(file.read_text("utf-8"))]


@pytest.mark.skipif(
    not os.environ.get("QUOTH_TEST_DOCUMENTS"), reason="QUOTH_TEST_DOCUMENTS names no folder of originals"
)
@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
def test_no_run_of_words_is_copied(file: Path) -> None:
    """No 12 words in a row of a digest's text stand in an original; its title is the original's own."""
    folder = Path(os.environ["QUOTH_TEST_DOCUMENTS"])
    originals = sorted(folder.glob("*.txt"))
    assert originals, f"no *.txt in {folder}"
    copied = set().union(*(runs(one.read_text("utf-8", errors="replace")) for one in originals))
    assert not [" ".join(run) for run in runs(body(file)) & copied]
