"""Files in which each page ends with its address, so that none is taken for that of the page below."""

from __future__ import annotations

import re
from itertools import pairwise

from index.articles.page_lines import PageLines

_WORD = re.compile(r"[^\W_]{3,}")
_OPENING = 400  # characters of a line that are looked at


def addresses_close(file: PageLines) -> bool:
    """Whether all addresses of a file close the texts above them: the last line is one, and no first is.

    None stands nearer to what is below it than to what is above, and their paths speak of the texts above.
    """
    places = [-1, *file.addresses]
    if len(places) <= 2 or places[-1] != len(file.lines) - 1:
        return False
    if not all(file.holds_page(above + 1, at) for above, at in pairwise(places)):
        return False
    if any(file.lines[at].gap > file.lines[at + 1].gap for at in places[1:-1]):
        return False
    texts = pairwise([*places, len(file.lines)])
    said = [
        (shared(file, at, above + 1, at), shared(file, at, at + 1, below))
        for (above, at), (_, below) in pairwise(texts)
    ]
    return sum(above for above, _ in said) >= sum(below for _, below in said)


def shared(file: PageLines, at: int, start: int, end: int) -> int:
    """Return how many words of the path of an address stand in some lines, too."""
    path = file.addresses[at].url.partition("//")[2].partition("/")[2].lower()
    text = " ".join(line.text[:_OPENING] for line in file.lines[start:end]).lower()
    return len(set(_WORD.findall(path)) & set(_WORD.findall(text)))
