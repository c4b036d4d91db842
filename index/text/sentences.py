"""Cuts a paragraph into sentences: offsets only, the text itself is never touched.

A full stop is the doubtful mark. It ends no sentence after a title ("Gen. Lee") or an initial
("J. Lee"), ends one after "U.S." only when a common first word follows, and ends one without
any white space when a small letter stands before it and a capital after ("the end.The start"),
as happens where a line break was lost. The words are in ``words/abbreviations.toml``.
"""

from __future__ import annotations

import re
from functools import cache

from index.expressions import pattern
from index.languages import LANGUAGES
from index.text.letters import CAPITAL, CAPITALS
from index.values import frozen
from index.words import alternatives, table

# A possible end: all marks that stand together, closing marks, footnote numbers, a gap or a glued capital.
_END = pattern(
    r"(?P<stop>[.!?…](?<![.!?…]{2})[.!?…]*+)"
    r"(?P<close>(?:[”»’\"')\]}]|“(?=\s))*(?:\s?\[\d{1,3}\])*[¹²³⁰⁴-⁹]*(?:(?<=[a-zà-ÿ][.!?])\d{1,2}(?=\s))?)"
    rf"(?:(?P<gap>\s+)|(?=[“«\"(¿¡]?[{CAPITALS}¿¡]))"
)
_BLANK_LINE = pattern(r"\n[ \t\u00a0]*\n")
_ITEM = pattern(r"^[ \t]*(?P<number>[0-9]{1,2})\.(?=\s)", re.MULTILINE)
# What may stand before the first letter of a sentence.
_OPENING = pattern(r"(?:[–—•*-]{1,2}\s+)?[“\"«‘’'(\[{¿¡*_–—-]*")
_LAST_WORD = pattern(r"[^\s“\"«‘(\[—–/]+$")
_NEXT_WORD = pattern(r"[^\W\d_]+")
_INITIALS = pattern(r"[^\W\d_](?:\.-?[^\W\d_])*$")
_NUMERAL = pattern(r"\d|[IVXLC]+\b")
_GLUED_BEFORE = pattern(r"[^\W\d_]{2,}[”»’\"')\]]*$|\d[%”»’\"')\]]*$")
_ADDRESS = pattern(r"(?:://|www\.|pic\.|@)\S*$", re.IGNORECASE)
_DOMAIN = pattern(r"(?:Com|Net|Org|Gov|Edu|TV)\b")
_NAMES = rf"(?:{CAPITAL}[\w.’'-]*\s+){{1,5}}(?:\([^()\n]{{1,24}}\)\s+)?"  # "Rep. Ana Ejemplo (D-Ardale) said"
_BARE_NAMES = rf"{CAPITAL}[\w.’'-]*(?:\s+{CAPITAL}[\w.’'-]*){{0,3}}"


@frozen
class _Lists:
    """The lists of the data file, for one language or for both."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    anywhere: frozenset[str]
    first_words: frozenset[str]
    first_behind_initials: frozenset[str]
    tag_verbs: tuple[str, ...]
    exclaimed: frozenset[str]


@cache
def _lists(language: str | None) -> _Lists:
    data = table("abbreviations")
    own = table("abbreviations", language)
    return _Lists(
        before_name=frozenset(data["before_name"]),
        before_number=frozenset(data["before_number"]),
        anywhere=frozenset(data["anywhere"]),
        first_words=frozenset(own.get("first_words", ())),
        first_behind_initials=frozenset(own.get("first_behind_initials", ())),
        tag_verbs=tuple(own.get("tag_verbs", ())),
        exclaimed=frozenset(data["exclaimed"]),
    )


@cache
def _tag(verbs: tuple[str, ...]) -> re.Pattern[str]:
    said = f"(?:{alternatives('texts', 'before_tags')})?(?:" + "|".join(verbs) + ")"
    capital = rf"(?:{said})\s+{CAPITAL}"
    return re.compile(rf"{_NAMES}(?:{said})\b|{_BARE_NAMES},[^.!?“”\"]{{3,90}},\s(?:{said})\b|{capital}")


def sentences(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """Return the sentences of ``text`` as (start, end) in characters, without the white space around them.

    Together they cover everything but white space. ``language`` ("en" or "es") chooses the
    common first words; None takes both lists. Line breaks inside a paragraph count as spaces,
    but for those before the numbers of a list; a blank line always ends a sentence.
    """
    lists = _lists(language if language in LANGUAGES else None)
    cuts = [match.end() for match in _BLANK_LINE.finditer(text)]
    items = _items(text) if "\n" in text else {}
    cuts += items.values()
    begin = 0
    for match in _END.finditer(text):
        if match.start() not in items and _ends(text, begin, match, lists):
            begin = match.end()
            cuts.append(begin)
    pieces: list[tuple[int, int]] = []
    last = 0
    for cut in [*sorted(cuts), len(text)]:
        piece = text[last:cut]
        bare = piece.strip()
        if bare:
            start = last + len(piece) - len(piece.lstrip())
            pieces.append((start, start + len(bare)))
        last = cut
    return pieces


def _items(text: str) -> dict[int, int]:
    """Where the numbers of a list begin that count up from 1 at the head of its lines, by their full stops.

    Numbers that do not count up may be the end of a wrapped line: "it rose to / 3. Then it fell".
    """
    numbers = [(int(match["number"]), match) for match in _ITEM.finditer(text)]
    found: dict[int, int] = {}
    for at, (number, match) in enumerate(numbers):
        follows = at > 0 and numbers[at - 1][0] == number - 1
        followed = at + 1 < len(numbers) and numbers[at + 1][0] == number + 1
        if follows or followed:
            found[match.end("number")] = match.start("number")
    return found


def _ends(text: str, begin: int, match: re.Match[str], lists: _Lists) -> bool:
    """Whether this mark ends the sentence that begins at ``begin``."""
    opening = _OPENING.match(text, match.end())
    at = opening.end() if opening else match.end()
    if at >= len(text):
        return True
    stop, first = match["stop"], text[at]
    if match["gap"] is None:
        return _ends_glued(text, begin, match.start(), at, lists)
    if not (first.isupper() or first.isdigit() or first in "@$€£" or text[at - 1] in "¿¡"):
        return False
    if (
        stop[0] in "!?"
        and match["close"]
        and (not set('”»"').isdisjoint(match["close"]) or match["close"].startswith("''"))
        and _tag(lists.tag_verbs).match(text, at)
    ):
        return False  # "Why?" Brown asked: the name and its verb belong to the question
    if stop != "." or match["close"].strip("])}’'"):
        return stop != "!" or not _is_exclaimed_name(text, begin, match.start(), lists)
    return not _abbreviates(text, begin, match.start(), at, lists)


def _is_exclaimed_name(text: str, begin: int, stop: int, lists: _Lists) -> bool:
    """Whether the mark belongs to a name that is written with it, as some firms have."""
    word = _LAST_WORD.search(text, max(begin, stop - 24), stop)
    return word is not None and word.group().lower() in lists.exclaimed


def _ends_glued(text: str, begin: int, stop: int, at: int, lists: _Lists) -> bool:
    """Without white space a sentence ends only after a word in small letters, outside an address."""
    word = _LAST_WORD.search(text, max(begin, stop - 40), stop)
    if word is None or not _GLUED_BEFORE.search(text, word.start(), stop):
        return False
    if word.group().isupper() or word.group().lower() in lists.before_name:
        return False
    if _ADDRESS.search(text, max(begin, stop - 200), stop):
        return False
    return (
        at + 1 < len(text)
        and not (text[at + 1].isupper() or text[at + 1] == ".")
        and not _DOMAIN.match(text, at)
    )


def _abbreviates(text: str, begin: int, stop: int, at: int, lists: _Lists) -> bool:
    """Whether the full stop at ``stop`` belongs to the word before it."""
    if text[stop - 1 : stop] == "/" and text[at].isdigit():
        return True  # a sign of money: "S/. 300"
    found = _LAST_WORD.search(text, max(begin, stop - 24), stop)
    word = found.group() if found else ""
    low = word.rpartition("-")[2].lower()  # "Ardale-St. Ann"
    if found and found.start() == begin and (word.isdigit() or len(word) == 1):
        return True  # the number of an item: "1. First"
    if low in lists.before_name:
        return True
    if low in lists.before_number and _NUMERAL.match(text, at):
        return True
    if low in lists.anywhere or _INITIALS.fullmatch(word):
        following = _NEXT_WORD.match(text, at)
        first = following.group().lower() if following else ""
        return not (first in lists.first_words or ("." in word and first in lists.first_behind_initials))
    return False
