"""The site that a page's furniture speaks for: "Subscribe to X", "More from X", "desk@x.org", "© X".

Each such line may name something else: a newsletter, a company, another paper. So a name counts when other
lines of the page say it, too, and more of them than say another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from index.articles.addresses import is_common_host, outlet_at
from index.articles.byline_names import (
    can_be_outlet,
    has_given_name,
    is_agency,
    is_company,
    is_known_outlet,
    is_label,
    is_listed_outlet,
    is_of_words,
    is_only_generic,
    is_person,
    is_surely_outlet,
    without_article,
    without_legal_form,
)
from index.articles.patterns import any_of, patterns_of
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
_POSSESSIVE = re.compile(r"['’]s?$")  # of "Quay Notes' terms"
_RIGHTS, _TOLD = "rights", "told"
_FEW_LINES = 12  # of furniture: in more, other papers are named
_SURE, _MOST_SAID = 3, 3  # lines and ways that name the site; lines that say a name which count


def signed_site(pieces: Sequence[Piece]) -> str | None:
    """Return the outlet that the furniture of a page names, None where it names none or several."""
    lines: list[str] = []
    prose: list[str] = []
    for piece in pieces:
        (lines if _is_furniture(piece) else prose).append(piece.text)
    if len(lines) > 2 * _EDGE_LINES:
        lines = [*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:]]
    ways = _ways_of(lines, prose)
    scores = sorted(
        (min(_MOST_SAID, _said(name, lines)) + len(ways[name]) + is_known_outlet(name), name)
        for name in ways
        if _said(name, prose) < _TOPIC or _RIGHTS in ways[name]
    )
    if scores and scores[-1][0] >= _SURE and (len(scores) == 1 or scores[-1][0] > scores[-2][0]):
        return scores[-1][1]
    if len(scores) == 1 and len(lines) <= _FEW_LINES and _is_plain(scores[0][1], ways):
        return scores[0][1]
    hosts = {match["host"].lower() for line in lines for match in _hosts(line)}
    text = "\n".join(piece.text for piece in pieces)
    return outlet_at(hosts.pop(), text) if not scores and len(hosts) == 1 else None


def _is_plain(name: str, ways: Mapping[str, set[str]]) -> bool:
    """Whether a page of few lines may name its site but once: by a name of words for papers."""
    return " " in name and is_surely_outlet(name) and not is_only_generic(name) and bool(ways[name] - {_TOLD})


def _ways_of(lines: Sequence[str], prose: Sequence[str]) -> dict[str, set[str]]:
    """Return the names for which a page may speak, each with the ways in which it does.

    A way that names other things, too, counts for a name that another way names or that is an outlet's.
    """
    surely, maybe = [*_signs(lines, "site_lines")], [*_signs(lines, "maybe_site_lines")]
    maybe += [(_TOLD, name) for name in _told(prose)]
    ways: dict[str, set[str]] = defaultdict(set)
    for way, name in [*surely, *maybe]:
        ways[_letters(name)].add(way)
    known = {_letters(name) for _, name in surely}
    spelled: dict[str, str] = {}
    for _, name in [*surely, *maybe]:
        sure = is_known_outlet(name) or (" " in name and is_surely_outlet(name))
        if sure or _letters(name) in known or len(ways[_letters(name)]) > 1:
            spelled.setdefault(_letters(name), name)
    for line in lines:
        alone = line.strip(_EDGES)
        if alone and is_known_outlet(alone) and is_listed_outlet(alone):
            spelled.setdefault(_letters(alone), alone)
        if holder := _holder(line):
            spelled.setdefault(_letters(holder), holder)
            ways[_letters(holder)] |= {_RIGHTS, f"{_RIGHTS} alone"}
    return {name: ways[key] for key, name in spelled.items()}


def _holder(line: str) -> str | None:
    """Return whose all rights on a page are, by a name that is no company's: "© 2021 Quay Notes"."""
    for pattern in patterns_of("provenance", "holders"):
        match = pattern.fullmatch(line.strip(_EDGES))
        name = match["name"].strip(_EDGES) if match else ""
        if " " in name and without_legal_form(name) == name and _can_be_site(name):
            return name
    return None


def _told(prose: Sequence[str]) -> Iterator[str]:
    """Yield the known outlets to whom something was said, mostly the text's own: "she told The Gazette"."""
    for text, pattern in product(prose, patterns_of("provenance", "told_outlets")):
        for match in pattern.finditer(text):
            if is_known_outlet(match["name"]) and not is_agency(match["name"]):
                yield match["name"]


def _said(name: str, lines: Sequence[str]) -> int:
    """Return how many lines of furniture say a name."""
    return sum(name.lower() in line.lower() for line in lines)


def _signs(lines: Sequence[str], ways: str) -> Iterator[tuple[str, str]]:
    """Yield the names that lines of furniture speak for, and in which way."""
    patterns = zip(strings("provenance", ways), patterns_of("provenance", ways), strict=True)
    for line, (way, pattern) in product(lines, [*patterns]):
        match = pattern.fullmatch(line.strip(_EDGES))
        name = without_legal_form(_POSSESSIVE.sub("", match["name"].strip(_EDGES))) if match else ""
        if len(name) >= _SHORTEST and _can_be_site(name):
            yield way, name


def _can_be_site(name: str) -> bool:
    if is_listed_outlet(name):
        return True
    services = {*strings("provenance", "not_sites")}
    if services & {name.lower(), *name.lower().split()} or is_company(name) or is_of_words(name):
        return False
    if is_label(without_article(name)) and not is_surely_outlet(name):
        return False
    return can_be_outlet(name) and not (is_person(name) and has_given_name(name))


def _is_furniture(piece: Piece) -> bool:
    short = piece.words <= _LONGEST and len(piece.text) <= _LONGEST_LINE
    notice = len(piece.text) <= _LONGEST_LINE and bool(any_of("provenance", "notices").search(piece.text))
    return notice or (short and not (piece.is_text and piece.words >= _SENTENCE))


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
