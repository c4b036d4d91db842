"""Who wrote a web page: persons only, seen on the page itself, and silence where its marks disagree."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from index.formats.page_data import Stated, meta_values
from index.words import strings, table

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORD = re.compile(r"(?:[^\W\d_]|[.'’\-])+")
_DIGITS_OR_HOST = r"\d|\.(?:com|de|org|net|at|ch|es|mx|ar|pe)\b"
_MOST_AUTHORS = 4
_LONGEST_MARK = 60  # characters of an element that holds a name and nothing else


def page_authors(tree: HtmlElement, stated: Stated, visible: str, outlets: Sequence[str]) -> tuple[str, ...]:
    """Return the persons who wrote a page, () when it does not surely say.

    ``visible`` is the folded text a reader sees: who does not stand there is not named. What JSON-LD, meta
    elements and by-line marks name must not disagree, or a by-line ("by NAME") decides. Who is called like
    one of the ``outlets`` (folded; names or hosts) is no person.
    """
    meta = next(meta_values(tree, meta_keys("author")), "")
    found = [persons(stated.authors), persons([meta]), _marked(tree)]
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
    """Whether a name is the site's own, and in capitals: persons have sites, too."""
    joined = folded(name).replace(" ", "")
    return any(part.isupper() and len(part) > 1 and "." not in part for part in name.split()) and any(
        joined in outlet.replace(" ", "") for outlet in outlets
    )


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
    """Return the person whom the page's mark-up marks as its author."""
    for element in _marks(tree):
        text = " ".join((" ".join(element.itertext()).strip() or element.get("content") or "").split())
        if 2 < len(text) < _LONGEST_MARK and (names := persons([text])):
            return names
    return ()


def _marks(tree: HtmlElement) -> Iterator[HtmlElement]:
    yield from tree.xpath('//a[@rel="author"]')[:2]
    yield from tree.xpath('//*[@itemprop="author"]//*[@itemprop="name"]')[:2]
    yield from tree.xpath('//*[@itemprop="author"][not(.//*)]')[:2]
    yield from tree.xpath('//*[contains(concat(" ",@class," ")," fn ")]')[:1]
    for marks in ("marks", "around"):
        classes = " or ".join(f'contains(@class,"{mark}")' for mark in strings("webpages", marks))
        yield from tree.xpath(f"//*[{classes}]")[:1]


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
