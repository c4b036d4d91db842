"""The outlet with whose name a page begins: its masthead, over menus, sections and the title.

Some papers are called like a section of others, "El Mundo", and are not told by their name alone. But a page
begins with its paper's name in capitals, or with it and the section of the page beside it; a menu does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from index.articles.byline_names import (
    can_be_outlet,
    is_of_words,
    is_only_generic,
    is_section,
    is_surely_outlet,
    is_town,
)
from index.articles.line_kinds import UnitKind
from index.articles.pieces import Piece
from index.articles.units import unbulleted
from index.words import strings, table

_TOP = 3  # lines in which a masthead stands; buttons may stand over it
_LONGEST = 6  # words
_PASSED = frozenset({UnitKind.ADDRESS, UnitKind.SEPARATOR})
_STROKES = re.compile(r"\s*[|·•›»>]\s*|\s[–—-]\s")
_EDGES = " .,*_#"


def masthead_of(pieces: Sequence[Piece], title: Piece | None) -> str | None:
    """Return the outlet of the list with whose name a page begins, None where it begins with several.

    A name that no list has counts in the first line only, where it is of words for papers: "The Observer".
    """
    lines = list(islice((piece for piece in pieces if piece.kind not in _PASSED), _TOP))
    lines = lines[: next((at for at, piece in enumerate(lines) if piece is title), _TOP)]
    if logo := _logo(lines):
        return logo
    names = list(dict.fromkeys(name for piece in lines for name in _listed_in(piece.text)))
    if len(names) == 1:
        return names[0]
    first = lines[0].text.strip(_EDGES) if lines and not names else ""
    article = first.partition(" ")[0].lower() in strings("names", "articles")
    generic = (
        article
        and " " in first
        and is_only_generic(first)
        and is_surely_outlet(first)
        and not is_section(first)
    )
    return first if generic else None


def _logo(lines: Sequence[Piece]) -> str | None:
    """Return the name of a picture that stands once more under it, as its link: "Gazette / Gazette"."""
    name = lines[0].text.strip(_EDGES) if len(lines) > 1 and lines[0].text == lines[1].text else ""
    return name if name and can_be_outlet(name) and not (is_of_words(name) or is_section(name)) else None


def _listed_in(text: str) -> Iterator[str]:
    """Yield the listed outlets that a short line names in capitals, alone or beside a town or a section."""
    if len(text.split()) > _LONGEST:
        return
    for part in filter(None, (each.strip(_EDGES) for each in _STROKES.split(unbulleted(text)))):
        words = part.split()
        shouted = next((n for n, word in enumerate(words) if not word.isupper()), len(words))
        rest = " ".join(words[shouted:])
        name = _shouted().get(" ".join(words[:shouted]))
        known = name and (" " in name or not is_section(name))  # "OPINIÓN" is a section, "EL PAÍS" a paper
        if name and known and (not rest or is_town(rest) or is_section(rest)):
            yield name


@cache
def _shouted() -> dict[str, str]:
    """Return the names of the list of outlets by how they look in capitals."""
    listed = (name.partition(" (")[0] for name in table("sites")["outlets"].values())
    return {name.upper(): name for name in listed}
