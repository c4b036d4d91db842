"""Credits: the lines that say where a text was published first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.articles.byline_names import is_only_generic, person, persons
from index.articles.line_kinds import UnitKind
from index.articles.outlet_words import origin_of
from index.articles.pieces import Piece
from index.articles.source_lines import source_in
from index.text.dates import find_date
from index.values import frozen
from index.words import either

_BY_AFTER = re.compile(rf"\s(?:{either('bylines', 'posted_by')})\s+(?P<names>\S.*)", re.IGNORECASE)
_REPOSTED = re.compile(either("lines", "reposted"), re.IGNORECASE)


@frozen
class Origin:
    """What a credit says: where the text stood first, by whom and when, and whether this is a repost.

    One that is ``bare`` says only where: the day beside it is the page's, and who posted that did not
    write it.
    """

    outlet: str
    authors: tuple[str, ...]
    date: str | None
    repost: bool
    bare: bool = False


def origin_in(pieces: Sequence[Piece]) -> Origin | None:
    """Return the credit that names the outlet which first published the text."""
    for piece in pieces:
        match = origin_of(piece.text) if piece.kind is UnitKind.ORIGIN else None
        if match is None:
            if piece.kind is UnitKind.ORIGIN and (name := source_in(piece.text)):
                return Origin(name, (), None, repost=False, bare=True)
            continue
        after = match.string[match.start("name") :]
        by = _BY_AFTER.search(after)
        authors: tuple[str, ...] = ()
        if by:
            name = person(by["names"].rstrip(" ."))
            authors = (name,) if name else persons(by["names"].rstrip(" ."))
        date = find_date(piece.text)
        outlet = _BY_AFTER.split(match["name"])[0].strip(" .,")
        if is_only_generic(outlet):  # "Daily": the rest of the name is cut off
            continue
        return Origin(
            outlet,
            authors,
            date.iso if date else None,
            bool(_REPOSTED.search(match.string[: match.start("name")])),
        )
    return None
