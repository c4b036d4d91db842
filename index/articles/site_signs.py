"""The site that a page's furniture speaks for: "Subscribe to X", "More from X", "desk@x.org", "© X".

Each such line may name something else: a newsletter, a company, another paper. So a name counts when other
lines of the page say it, too, and more of them than say another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from index.articles.addresses import is_common_host, outlet_at
from index.articles.byline_names import (
    can_be_outlet,
    has_given_name,
    is_company,
    is_known_outlet,
    is_label,
    is_listed_outlet,
    is_of_words,
    is_person,
    is_surely_outlet,
    without_legal_form,
)
from index.articles.patterns import patterns_of
from index.articles.pieces import Piece
from index.text.terms import fold
from index.words import strings

_LONGEST = 30  # words of a line of furniture
_LONGEST_LINE = 300  # characters of such a line
_EDGE_LINES = 150  # lines at the top and at the end of a page among which its furniture names its site
_SENTENCE = 20  # words of running text
_MAIL = re.compile(r"(?P<desk>[\w+-]+)@(?P<host>(?:[a-z0-9-]+\.)+[a-z]{2,8})\b", re.IGNORECASE)
_EDGES = " .,:;!|*_"
_SHORTEST = 3  # letters of a name
_TOPIC = 3  # paragraphs that speak of what is the page's topic and not its site
_SURE, _MOST_SAID = 3, 3  # lines and ways that name the site; lines that say a name which count


def signed_site(pieces: Sequence[Piece]) -> str | None:
    """Return the outlet that the furniture of a page names, None where it names none or several."""
    lines: list[str] = []
    prose: list[str] = []
    for piece in pieces:
        (lines if _is_furniture(piece) else prose).append(piece.text)
    if len(lines) > 2 * _EDGE_LINES:
        lines = [*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:]]
    ways: dict[str, set[str]] = defaultdict(set)
    spelled: dict[str, str] = {}
    for listed in ("site_lines", "maybe_site_lines"):
        for way, name in _signs(lines, listed):
            key = _letters(name)
            sure = is_known_outlet(name) or (" " in name and is_surely_outlet(name))
            if listed == "site_lines" or key in spelled or sure:
                ways[key].add(way)
                spelled.setdefault(key, name)
    for line in lines:
        if is_known_outlet(line.strip(_EDGES)) and is_listed_outlet(line.strip(_EDGES)):
            spelled.setdefault(_letters(line), line.strip(_EDGES))
    scores = sorted(
        (min(_MOST_SAID, _said(name, lines)) + len(ways[key]) + is_known_outlet(name), name)
        for key, name in spelled.items()
        if _said(name, prose) < _TOPIC
    )
    if scores and scores[-1][0] >= _SURE and (len(scores) == 1 or scores[-1][0] > scores[-2][0]):
        return scores[-1][1]
    hosts = {match["host"].lower() for line in lines for match in _hosts(line)}
    text = "\n".join(piece.text for piece in pieces)
    return outlet_at(hosts.pop(), text) if not scores and len(hosts) == 1 else None


def _said(name: str, lines: Sequence[str]) -> int:
    """Return how many lines of furniture say a name."""
    return sum(name.lower() in line.lower() for line in lines)


def _signs(lines: Sequence[str], ways: str) -> Iterator[tuple[str, str]]:
    """Yield the names that lines of furniture speak for, and in which way."""
    patterns = zip(strings("provenance", ways), patterns_of("provenance", ways), strict=True)
    for line, (way, pattern) in product(lines, [*patterns]):
        match = pattern.fullmatch(line.strip(_EDGES))
        name = without_legal_form(match["name"].strip(_EDGES)) if match else ""
        if len(name) >= _SHORTEST and _can_be_site(name):
            yield way, name


def _can_be_site(name: str) -> bool:
    if is_listed_outlet(name):
        return True
    if name.lower() in strings("provenance", "not_sites") or is_company(name) or is_of_words(name):
        return False
    if is_label(name) and not is_surely_outlet(name):
        return False
    return can_be_outlet(name) and not (is_person(name) and has_given_name(name))


def _is_furniture(piece: Piece) -> bool:
    short = piece.words <= _LONGEST and len(piece.text) <= _LONGEST_LINE
    return short and not (piece.is_text and piece.words >= _SENTENCE)


def _hosts(text: str) -> Iterator[re.Match[str]]:
    """Yield the mail addresses of desks in a line; one of a person may be at any host."""
    for match in _MAIL.finditer(text):
        if match["desk"].lower() in strings("provenance", "desks") and not is_common_host(
            match["host"].lower()
        ):
            yield match


def _letters(name: str) -> str:
    words = [
        word for word in re.findall(r"\w+", fold(name)) if word not in strings("lines", "dropped_articles")
    ]
    return "".join(words)
