"""Title, authors, outlet, day and address of a web page, as it states them itself."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from index.formats.extracted import GUESSED
from index.formats.page_authors import folded, meta_keys, page_authors
from index.formats.page_data import collapsed, meta_values, stated_in_json
from index.languages import code_of
from index.model import Source
from index.words import either, lower_list, table

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_PARTING = re.compile(r"\s+[|·•»–—-]\s+|\s*::\s*")  # between a text's title and its site's
_LEAST_PARTS, _LONGEST_SITE = 2, 5  # of a title: headline and site; words of a site's name
_BY = re.compile(rf"(?:{either('bylines', 'posted_by')})\s", re.IGNORECASE)
_RIGHTS = r"(?:©|\(c\)|copyright)"
_LEAST_TITLE, _SMALL = 3, 3  # words of a title that is surely one; letters of words that any title has
_LONGEST_TITLE = 200  # characters; a longer h1 is a page's slogan or its text


def page_source(tree: HtmlElement, visible: str, address: str | None = None) -> Source:
    """Return the source of a page. ``address`` is where it was saved from, where its container says so."""
    stated = stated_in_json(tree)
    named = [name for name in (stated.outlet, next(meta_values(tree, meta_keys("outlet")), None)) if name]
    outlet = min(named, key=_is_firm, default=None)  # the first that is no company's
    outlet = collapsed(outlet) if outlet else _site_in_title(tree, visible)
    own = not stated.title or folded(stated.title) in folded(visible)  # it may describe another text
    url = _address(tree, address) or (stated.url if own and is_address(stated.url) else None)
    sites = [folded(name) for name in (outlet, urlsplit(url).hostname if url else None) if name]
    day = _published(tree, stated.published)
    guess = None if day else _guessed(tree)
    return Source(
        title=_title(tree, stated.title, outlet),
        authors=page_authors(tree, stated, folded(visible), sites),
        outlet=outlet if outlet and not outlet.startswith("http") else None,
        published=day or guess,
        published_from=GUESSED if guess else None,
        url=url,
        language=_language(tree),
    )


def _is_firm(name: str) -> bool:
    """Whether a name is a company's in full, as the law has it: "Coast Press Ltd.", "Prensa Costera S.L."."""
    *others, last = name.split() or [""]
    return bool(others) and re.sub(r"\W", "", last.lower()) in lower_list("names", "legal_forms")


def _site_in_title(tree: HtmlElement, visible: str) -> str | None:
    """Return the site's name that stands in the page's title behind its headline, or before it.

    Sections and what a text is about stand there, too. So it is a name of ``sites.toml``, or all else of the
    title is a headline of the page, or the page says under that name whose it is.
    """
    element = next(tree.iter("title"), None)
    parts = _PARTING.split(collapsed(element.text)) if element is not None and element.text else []
    if len(parts) < _LEAST_PARTS:
        return None
    level = "h1" if next(tree.iter("h1"), None) is not None else "h2"
    headlines = [words for each in tree.iter(level) if (words := _words(" ".join(each.itertext())))]
    for site, title in ((parts[-1], parts[:-1]), (parts[0], parts[1:])):
        words = site.lower().split()
        if (
            not 0 < len(words) <= _LONGEST_SITE
            or " ".join(words) in lower_list("names", "sections")
            or not site[0].isalnum()
        ):
            continue
        headed = _words(" ".join(title)) in headlines or _words(title[0]) in headlines
        if site in _sites() or headed or _is_owner(site, visible):
            return site
    return None


def _is_owner(site: str, visible: str) -> bool:
    """Whether a page's notice of rights names a site."""
    return (
        re.search(rf"{_RIGHTS}\W*(?:[\d–-]+\W*)?(?:the )?{re.escape(site)}\b", visible, re.IGNORECASE)
        is not None
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", folded(text))


@cache
def _sites() -> frozenset[str]:
    names = table("sites")["outlets"]
    values = names.values() if isinstance(names, dict) else ()
    return frozenset(form for name in values for form in _forms(str(name).partition(" (")[0]))


def _forms(name: str) -> tuple[str, ...]:
    return name, name.removeprefix("The "), name.upper()


def _title(tree: HtmlElement, stated: str | None, outlet: str | None) -> str | None:
    """Return the page's only headline of the first level, else what it states without its site's name."""
    first = [collapsed(" ".join(h1.itertext())) for h1 in tree.iter("h1")]
    first = [text for text in first if text]
    named = _stated_title(tree, stated, outlet)
    if len(first) == 1 and 3 < len(first[0]) < _LONGEST_TITLE and folded(first[0]) != folded(outlet or ""):
        return named if _is_section(first[0], named, outlet) else first[0]
    if named or first:
        return named
    second = [collapsed(" ".join(h2.itertext())) for h2 in tree.iter("h2")]
    return second[0] if len(second) == 1 and len(second[0]) < _LONGEST_TITLE else None


def _is_section(headline: str, named: str | None, outlet: str | None) -> bool:
    """Whether a headline is the name of the site or of a section: the page states another, longer title."""
    over, own = _words(headline), _words(named or "")
    alike = any(len(word) > _SMALL and word in own for word in over)
    if alike or len(own) < max(_LEAST_TITLE, len(over) + 1):
        return False
    site = _words(outlet or "")
    return len(over) <= _LONGEST_SITE or (bool(site) and over[: len(site)] == site)


def _stated_title(tree: HtmlElement, stated: str | None, outlet: str | None) -> str | None:
    """Return the title that a page states for machines, without its author and its site's name."""
    named = next(meta_values(tree, meta_keys("title")), None) or stated
    if not named:
        element = next(tree.iter("title"), None)
        named = element.text if element is not None and element.text else None
    if not named:
        return None
    parts = _PARTING.split(collapsed(named))
    site = folded(outlet or "")
    while len(parts) > 1 and site and folded(parts[-1]) in {site, ""}:
        parts.pop()
    while len(parts) > 1 and _BY.match(parts[-1]):
        parts.pop()  # "Headline | by Ana Ejemplo | Site"
    text = collapsed(named)
    return text[: text.find(parts[-1]) + len(parts[-1])].strip() or None  # what stands between stays


def _published(tree: HtmlElement, stated: str | None) -> str | None:
    """Return the day of publishing: that of the place, as the page writes it, never that of Greenwich."""
    for value in (stated, next(meta_values(tree, meta_keys("published")), None)):
        if value and (day := iso_day(value)):
            return day
    return None


def _guessed(tree: HtmlElement) -> str | None:
    """Return a day that stands in the page's mark-up: often that of publishing, but it may be another's."""
    from htmldate import find_date

    try:
        found = find_date(tree, original_date=True, extensive_search=False)
    except Exception:
        return None
    return iso_day(found) if found else None


def iso_day(text: str) -> str | None:
    """Return the first day written as YYYY-MM-DD in a text, where there is such a day."""
    match = _DAY.search(text)
    try:
        day = datetime.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
    return day.isoformat() if day and 1800 <= day.year <= 2100 else None


def _address(tree: HtmlElement, given: str | None) -> str | None:
    links = [link.get("href") for link in tree.xpath('//link[@rel="canonical"]')]
    stated = [*links, *meta_values(tree, meta_keys("url")), given]
    base = next((url for url in (given, *stated) if is_address(url)), None)
    for url in stated:
        if url and is_address(whole := urljoin(base or "", url.strip())):
            return str(whole)
    return None


def is_address(url: str | None) -> bool:
    """Whether it is the address of a page on the web."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"\s", url or "")


def _language(tree: HtmlElement) -> str | None:
    return code_of(tree.getroottree().getroot().get("lang") or "")
