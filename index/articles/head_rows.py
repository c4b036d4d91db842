"""A whole head in one line: `Harbour closed | Ana Ejemplo | Coast Courier | 4 May 2021` over its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from index.articles.byline_names import can_be_outlet, is_surely_outlet
from index.articles.bylines import byline_of
from index.articles.date_lines import is_date_line
from index.articles.line_kinds import is_heading, leads_to_others
from index.articles.name_lines import name_line_of
from index.text.dates import find_date

_TITLE, _LONGEST, _MOST = 4, 300, 45  # words of a title; characters and words of a row
_REST = 16  # words of a row that are not its title's
_NUMBER = re.compile(r"(?:#{1,6} +|\d{1,2}[.)] +|\*{1,2}|_)*")
# "Ana Ejemplo, "Harbour closed," Coast Courier, 4 May 2021"
_QUOTED = re.compile(
    r"""(?P<before>[^"“”«»]{0,80}?)[,:.]?\s*["“«](?P<title>[^"“”«»]{15,200}?)[,.]?["”»][,.]?\s+(?P<behind>\S.*)"""
)
_STROKE = re.compile(r"[|·•]")
_OPENING = frozenset('"“«')
_MARK = re.compile(r"\s+[|·•—–-]+\s+|\s+[(\[](?=[^()\[\]]+[)\]]\W*$)")
_EDGES = " \t*_|·•—–-,;()[]"


@lru_cache(maxsize=4096)  # lines of texts are asked again where a file is cut otherwise
def spans_of_head(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the title of a head in one line stands and what is beside it, nothing for other lines.

    Only with a day, and only where all that is not the title says who wrote it, for whom, or when.
    """
    if len(text) > _LONGEST or not _TITLE < len(text.split()) <= _MOST or leads_to_others(text):
        return ()
    if find_date(text, day_first=True) is None:
        return ()
    return next((spans for spans in _readings(text) if _is_head(text, spans)), ())


def _readings(text: str) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield the ways in which a line may be parted: the title first, then what stands behind and before."""
    begin = _NUMBER.match(text)
    start = begin.end() if begin else 0
    if quoted := _QUOTED.fullmatch(text, start):
        yield tuple(quoted.span(part) for part in ("title", "behind", "before") if quoted[part])
    marks = list(_MARK.finditer(text, start))
    for mark in marks:
        yield (start, mark.start()), (mark.end(), len(text))
    for mark in marks:
        yield (mark.end(), len(text)), (start, mark.start())


def _is_head(text: str, spans: tuple[tuple[int, int], ...]) -> bool:
    (start, end), *others = spans
    title, rest = text[start:end], [text[first:last].strip(_EDGES) for first, last in others]
    if (
        len(title.split()) < _TITLE
        or _STROKE.search(title)
        or _is_outlets(title)
        or find_date(title, day_first=True)
    ):
        return False
    if not (is_heading(title) or text[start - 1 : start] in _OPENING):
        return False
    return any(find_date(each, day_first=True) for each in rest) and all(map(_tells_source, rest))


def _is_outlets(text: str) -> bool:
    """Whether what would be the title is an outlet's name, or may be one."""
    return is_surely_outlet(text) or can_be_outlet(text)


def _tells_source(text: str) -> bool:
    """Whether a few words say nothing but who wrote a text, for whom, or when."""
    line = byline_of(text) or name_line_of(text)
    return len(text.split()) <= _REST and (bool(line and (line.authors or line.outlet)) or is_date_line(text))
