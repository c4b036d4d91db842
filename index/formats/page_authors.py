"""Who wrote a web page: persons only, seen on the page itself, and silence where its marks disagree."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from index.formats.page_data import Stated, meta_values
from index.formats.page_parts import is_card
from index.text.people import given_names
from index.words import strings, table

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORD = re.compile(r"(?:[^\W\d_]|[.'’\-])+")
_DIGITS_OR_HOST = r"\d|\.(?:com|de|org|net|at|ch|es|mx|ar|pe)\b"
_MOST_AUTHORS = 4
_LONGEST_MARK = 100  # characters of an element that holds names and nothing else
_MOST_TITLES = 2  # above a text's authors: the site's and its own; under more of them stand other texts
_CARD = 20  # characters that a link around a name and a headline has more than the name
_MOST_MARKS = 20  # elements of a kind that are looked at; long lists are of other texts
_LONGEST_LIST = 400  # characters of an element that holds a text's authors, with what each of them is
_HEADINGS = ("h1", "h2", "h3", "h4")
_OUTSIDE = frozenset({"aside", "nav", "footer", "form"})


def page_authors(tree: HtmlElement, stated: Stated, visible: str, outlets: Sequence[str]) -> tuple[str, ...]:
    """Return the persons who wrote a page, () when it does not surely say.

    ``visible`` is the folded text a reader sees: who does not stand there is not named. What JSON-LD, meta
    elements and by-line marks name must not disagree, or a by-line ("by NAME") decides. Who is called like
    one of the ``outlets`` (folded; names or hosts) is no person.
    """
    meta = next((values for key in meta_keys("author") if (values := [*meta_values(tree, [key])])), [])
    found = [persons(stated.authors), _persons_in(meta), _marked(tree)]
    seen = [
        names
        for names in found
        if names and all(folded(name) in visible and not _is_site(name, outlets) for name in names)
    ]
    if not seen:
        return ()
    sets = [{folded(name) for name in names} for names in seen]
    if all(sets[0] & other for other in sets[1:]):
        largest = max(sets, key=len)
        return seen[sets.index(largest)] if all(other <= largest for other in sets) else seen[0]
    return next((names for names in seen if _is_signed(names[0], visible)), ())


def _is_site(name: str, outlets: Sequence[str]) -> bool:
    """Whether a name is the site's own and no person's: persons have sites, too, and given names."""
    joined = folded(name).replace(" ", "")
    if not any(joined in outlet.replace(" ", "") for outlet in outlets):
        return False
    shouted = any(part.isupper() and len(part) > 1 and "." not in part for part in name.split())
    return shouted or name.split(maxsplit=1)[0].lower() not in given_names()


def meta_keys(name: str) -> list[str]:
    """Return the keys of meta elements that say a thing."""
    keys = table("webpages")["meta"]
    assert isinstance(keys, dict)  # noqa: S101 (of the project's own table)
    return [str(key) for key in keys[name]]


def folded(text: str) -> str:
    """Return a text's words in lower case without accents, one blank between."""
    plain = unicodedata.normalize("NFKD", html.unescape(text)).casefold()
    return " ".join(re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c))))


def persons(values: Iterable[str]) -> tuple[str, ...]:
    """Return the persons that some values name, () unless all that they name are persons."""
    found: dict[str, str] = {}
    for value in values:
        if value.startswith("http") or "@" in value:
            return ()
        for part in _between().split(_lead().sub("", html.unescape(value).strip())):
            name = person(part)
            if name:
                found.setdefault(folded(name), name)
            elif part.strip() and not _title().fullmatch(part.strip()):
                return ()
    return tuple(found.values()) if len(found) <= _MOST_AUTHORS else ()


def person(text: str) -> str | None:
    """Return the person's name that a text is, without what stands around it, or None."""
    name = _lead().sub("", " ".join(text.split()))
    name = _tail().sub("", name).strip(" ,.|·–-")
    parts = name.split()
    if not 2 <= len(parts) <= 5 or _body().search(name):
        return None
    if not all(_WORD.fullmatch(part) for part in parts):
        return None
    return name if parts[0][0].isupper() and parts[-1][0].isupper() else None


def _marked(tree: HtmlElement) -> tuple[str, ...]:
    """Return the persons whom the page's mark-up marks as its authors: the first of a kind and its list.

    Marks further down are of other texts, so they do not stand in for a first one that names no person.
    """
    for path in _marks():
        marks = [mark for mark in tree.xpath(path)[:_MOST_MARKS] if _text(mark) and not _is_beside(mark)]
        listed = [mark for mark in marks if mark is marks[0] or _are_together(marks[0], mark)]
        texts = [text for mark in listed if len(text := _text(mark)) < _LONGEST_MARK]
        if names := _persons_in(texts):
            return names
    return ()


def _persons_in(values: Iterable[str]) -> tuple[str, ...]:
    """Return the persons among those whom each value names alone; a newsroom may sign beside them."""
    return persons(name for value in values for name in persons([value]))


def _text(element: HtmlElement) -> str:
    """Return what a marked element says, with what follows where it says no more than "by"."""
    text = " ".join((" ".join(element.itertext()).strip() or element.get("content") or "").split())
    around = element.getparent() if text and not _lead().sub("", text) else None
    return text if around is None else " ".join(" ".join(around.itertext()).split())


def _is_beside(element: HtmlElement) -> bool:
    """Whether an element stands in what leads to other texts, or in what readers wrote below this one."""
    if len(element.xpath("preceding::h1[normalize-space()]")) > _MOST_TITLES:
        return True
    size = len(" ".join(element.itertext()))
    beside = tuple(strings("webpages", "beside"))
    for each in element.iterancestors():
        if each.tag in _OUTSIDE or (each.tag == "article" and is_card(each)):
            return True
        if each.tag == "a" and len(" ".join(each.itertext()).strip()) > size + _CARD:
            return True
        if each.tag != "body" and any(word.startswith(beside) for word in (each.get("class") or "").split()):
            return True
    return False


def _are_together(first: HtmlElement, other: HtmlElement) -> bool:
    """Whether two names are of one list: it holds no headline and no text."""
    around = {*other.iterancestors()}
    common = next((each for each in first.iterancestors() if each in around), None)
    if common is None or any(next(common.iter(level), None) is not None for level in _HEADINGS):
        return False
    return sum(map(len, common.itertext())) < _LONGEST_LIST


def _marks() -> Iterator[str]:
    yield '//a[@rel="author"]'
    yield '//*[@itemprop="author"]//*[@itemprop="name"]'
    yield '//*[@itemprop="author"][not(.//*)]'
    yield '//*[contains(concat(" ",@class," ")," fn ")]'
    for marks in ("marks", "around"):
        classes = " or ".join(f'contains(@class,"{mark}")' for mark in strings("webpages", marks))
        yield f"//*[{classes}]"


def _is_signed(name: str, visible: str) -> bool:
    words = "|".join(strings("webpages", "by"))
    return bool(re.search(rf"\b(?:{words})\s+{re.escape(folded(name))}", visible))


def _any(patterns: Sequence[str]) -> str:
    return f"(?:{'|'.join(patterns)})"


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"^\W*{_any(strings('webpages', 'lead'))}\b[:\s]*", re.IGNORECASE)


@cache
def _title() -> re.Pattern[str]:
    return re.compile(_any(strings("webpages", "tail")), re.IGNORECASE)


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:→|[,|–-]\s*{_any(strings('webpages', 'tail'))}.*)$")


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"\b{_any(strings('webpages', 'bodies'))}\b|{_DIGITS_OR_HOST}", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    words = "|".join(rf"\s{word}\s" for word in strings("webpages", "between"))
    return re.compile(rf"\s*(?:;|,|\s/\s|\s&\s|\||{words})\s*", re.IGNORECASE)
