"""Finds quotations in a paragraph, whatever marks it uses and however badly they are paired."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from index.expressions import pattern
from index.text.letters import CAPITAL
from index.words import word_list, word_set


class Quote(NamedTuple):
    """A quotation: from its opening mark to just after its closing one, and its words inside."""

    start: int
    end: int
    first: int  # of the words inside
    last: int
    closed: bool
    stopped: bool  # a comma or a full stop stands before the closing mark
    titled: bool = False  # written like the title of a work: The Morning Show
    ended: bool = False  # it ends as a sentence does

    def words(self, text: str) -> int:
        """Count the words between the marks."""
        return len(_WORD.findall(text, self.first, self.last))


_LONGEST_TITLE = 7  # words; longer titles were headlines that somebody reads out
_SHORTEST = 40  # characters of speech behind a single mark that nothing closes
_SMALL_WORD = 3  # letters; shorter words stay small in titles
_WORD = pattern(r"[^\W_]+(?:['’.-][^\W_]+)*")
_MARK = pattern(
    r"(?=[“”„«»\"'`‘’\ufffd])"  # told at once where none stands: else this takes ten times as long
    r"(?:[“”„«»\"]|''|``|‘‘|’’|‘|(?<![^\W_])'(?=[^\W_])|’(?![^\W\d_])|(?<=[.,?!…\w])'(?!\w)"
    r"|(?<!\w)\ufffd(?=[\w¿¡])|(?<=[\w.,?!…])\ufffd(?!\w))"  # marks that were lost, not letters
)
ANY_MARK = pattern(r"[“”„«»\"‘]|''|``|'")
_LOST_LETTER = pattern(r"[^\W\d_]\ufffd[^\W\d_]")  # Mar\ufffda: not a mark was lost
_NICKNAME = pattern(rf"[\w.] [\"“'‘][^\W\d_]+[\"”'’] {CAPITAL}")  # Robert "Bobby" Brown
_CLOSER = {"“": "”", "‘‘": "”", "„": "”", "«": "»", "``": "''", "‘": "’", "»": "«"}
_LOW = ("”", "“", '"')  # any of them closes „
_TWICE = ("’’", "''")  # two single marks in the place of a double one
_OPENING = ("“", "„", "«", "``", "‘‘")
_CLOSING = ("”", "»", *_TWICE)
_SINGLE_OPEN = pattern(r"(?<!‘)‘(?!‘)")  # then ’’ may close two quotations
_BREAK = pattern(r"[,;:.](?=\s)")


def find_quotes(text: str, carried: bool = False) -> list[Quote]:
    """Return the quotations of one paragraph from left to right, outermost ones only.

    ``carried`` says that the paragraph before left a quotation open, so that a closing mark
    without an opening one closes it; without it such a mark must stand where speech ends.
    A quotation that is never closed runs to the end of the paragraph.
    """
    marks = list(_marks(text))
    quotes: list[Quote] = []
    index, free = 0, 0
    if carried and marks and marks[0][1] == "»" and not text[: marks[0][0]].strip():
        marks[0] = (marks[0][0], "«")  # Spanish print opens each paragraph that goes on so
    while index < len(marks):
        at, mark = marks[index]
        index += 1
        if at < free:
            continue
        if not _opens(text, at, mark):
            if (
                not quotes
                and mark in ("”", "»", '"', "'", *_TWICE)
                and ((carried and mark != "'") or _ends_speech(text, at, mark))
            ):
                quotes.append(_quote(text, 0, at + len(mark), 0, at, closed=True))
                free = at + len(mark)
            continue
        quote = _close(text, at, mark, marks[index:])
        if quote is not None:
            free = quote.end
            markup = text[quote.start - 1 : quote.start] == "="  # width="80": an attribute, not speech
            if not markup and not _NICKNAME.match(text, max(0, quote.start - 2)):
                quotes.append(quote)
    return quotes


def _marks(text: str) -> Iterator[tuple[int, str]]:
    """All marks; ’’ is one, except where a single quotation may end in another: ‘She said ‘no’’."""
    nested = "’’" in text and _SINGLE_OPEN.search(text) is not None
    letters = "\ufffd" in text and _LOST_LETTER.search(text) is not None
    for match in _MARK.finditer(text):
        if letters and match[0] == "\ufffd":
            continue
        if match[0] == "“" and _ends_word(text, match.start()):
            yield match.start(), "”"
        elif nested and match[0] == "’’":
            yield match.start(), "’"
            yield match.start() + 1, "’"
        else:
            yield match.start(), match[0]


def _ends_word(text: str, at: int) -> bool:
    """Whether an opening mark is printed where speech ends: “We are late“, she said."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    said = before.isalnum() or before in tuple(".,!?…")
    return said and (not after or after.isspace() or after in ",.;:")


def _ends_speech(text: str, at: int, mark: str) -> bool:
    """Whether a closing mark without an opening one stands where speech ends: beside a comma or a stop."""
    before, after = text[:at].rstrip()[-1:], text[at + len(mark) :].lstrip()[:1]
    if text[at + len(mark) : at + len(mark) + 1].isalnum():
        return False  # "and co.'s bridge"
    return before != "" and not before.isdigit() and (before in ".,!?…" or after == ",")


def _quote(text: str, start: int, end: int, first: int, last: int, closed: bool) -> Quote:
    words = text[first:last].rstrip()
    stopped, titled = words[-1:] in tuple(",.!?…;"), closed and _titled(words)
    return Quote(start, end, first, last, closed, stopped, titled, words[-1:] in tuple(".!?"))


def _titled(words: str) -> bool:
    """Whether all but the small words are capitalised, two at least, as in the title of a work."""
    found = _WORD.findall(words)
    if not 2 <= len(found) <= _LONGEST_TITLE or any(mark in words[:-1] for mark in ".!?"):
        return False
    capital = [word[:1].isupper() or word[:1].isdigit() for word in found]
    small = all(
        good or len(word) <= _SMALL_WORD or word in word_set("title_small")
        for good, word in zip(capital, found, strict=True)
    )
    return capital[0] and sum(capital) >= 2 and small


def _opens(text: str, at: int, mark: str) -> bool:
    if mark == "»":  # »so some print it«
        after = text[at + 1 : at + 2]
        return (
            not text[at - 1 : at].strip(" \n(—–")
            and (after.isalnum() or after in tuple("¿¡…"))
            and "«" in text[at:]
        )
    if mark in _CLOSER:
        return True
    if mark == "”":  # ”some keyboards open with it”
        lead, rest = text[:at], text[at + 1 :]
        free = not lead.strip() or lead[-1:] in tuple(" (\n")
        begins = rest[:1].isalnum() or rest[:1] in tuple("¿¡…") or not lead.strip()
        return free and begins and "”" in rest
    if mark not in ('"', "''", "'", "\ufffd"):
        return False
    before = text[at - 1] if at else " "
    after = text[at + len(mark)] if at + len(mark) < len(text) else " "
    return not after.isspace() and after not in ",.;:!?)" and not (before.isalnum() or before in ".,!?…")


def _close(text: str, at: int, mark: str, later: list[tuple[int, str]]) -> Quote | None:
    """Pair the opening mark at ``at``; double marks need not be closed, single ones where speech begins."""
    first = at + len(mark)
    wanted = _CLOSER.get(mark, mark)
    single = mark in ("‘", "'", "\ufffd")
    depth = 0
    for place, other in later:
        if other == mark and mark in ("“", "«") and place > first:
            if not _closed_twice(later, place, wanted):  # the first one was never closed
                return _misclosed(text, at, mark, later, place) or _cut_short(text, at, first, place)
            depth += 1
        elif _closes(mark, other, wanted):
            if wanted == '"' and other == '"' and _opens(text, place, other) and place > first:
                continue
            if depth == 0:
                return _quote(text, at, place + len(other), first, place, closed=True)
            depth -= 1
    end = len(text.rstrip())
    if single and not _left_open(text, at, later):
        return None
    other_mark = _misclosed(text, at, mark, later, end)
    return other_mark or (_quote(text, at, end, first, end, closed=False) if end > first else None)


def _left_open(text: str, at: int, later: list[tuple[int, str]]) -> bool:
    """Whether a single mark opens speech that the next paragraph goes on with: "she said: 'We did it."."""
    lead, words = text[:at].rstrip(), text[at + 1 :]
    first = _WORD.match(words)
    if later or first is None or not words[:1].isupper() or len(words) < _SHORTEST:
        return False
    if first.group().lower() in word_list("grammar", "clipped"):  # "'Twas late"
        return False
    begins = not lead or (lead[-1] in ":," and len(lead) > 1)
    return text[at] in "'‘" and begins and words.rstrip()[-1:] in tuple(".!?…")


def _misclosed(text: str, at: int, mark: str, later: list[tuple[int, str]], stop: int) -> Quote | None:
    """A quotation that a mark of another kind closes: "So it is,’’ and «So it is”; none opens between."""
    first = at + len(mark)
    opened = 0
    for place, other in later:
        if place >= stop or (other == '"' and mark == '"'):
            return None
        if other in _OPENING or (other in _TWICE and _opens(text, place, other)):
            opened += 1
        elif other in _CLOSING:
            if opened == 0:
                return _quote(text, at, place + len(other), first, place, closed=True)
            opened -= 1
    return None


def _closes(mark: str, other: str, wanted: str) -> bool:
    """Whether a mark ends a quotation that ``mark`` begins."""
    if mark == "„":
        return other in _LOW
    return other == wanted or {other, wanted} == {'"', "”"} or (wanted == "”" and other in _TWICE)


def _closed_twice(later: list[tuple[int, str]], place: int, wanted: str) -> bool:
    """Whether two closing marks follow a second opening one, as in true nesting."""
    closing = 0
    for at, mark in later:
        if at > place:
            if mark == wanted:
                closing += 1
            elif mark in ("“", "«"):
                break
    return closing >= 2


def _cut_short(text: str, at: int, first: int, place: int) -> Quote:
    """End an unclosed quotation at the last comma or stop before the next one opens."""
    breaks = [match.start() for match in _BREAK.finditer(text, first, place)]
    end = breaks[-1] if breaks else len(text[:place].rstrip())
    return _quote(text, at, end, first, end, closed=False)
