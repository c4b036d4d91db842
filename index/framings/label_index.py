"""Labels by their first word, found word by word, whatever their case, accents and hyphens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.text.terms import WORD, bare, fold, is_plain, stop_words
from index.text.tokens import phrases_of
from index.values import frozen
from index.words import word_list

_STEM = 3  # letters at least in front of a "*"

_NEAR = 2  # words from one that judges to what it judges: "useless green measure"
_SAID = 4  # words from what is judged to the verb: "the decision on the port was"

Listed = tuple[str, str, str]  # framing, side, label
Judged = tuple[str, str, str, tuple[str, ...]]  # framing, side, a word that judges, what it is a label beside


@frozen
class Entry:
    """A label ready to be compared: its folded words, and whose it is."""

    words: tuple[str, ...]
    open_end: bool
    framing: str
    side: str


class Shelf:
    """Labels by their first word; most are made ready only when a text has that word."""

    __slots__ = ("_beginnings", "_judged", "_ready", "_stems", "_waiting")

    def __init__(self, labels: Sequence[Listed], judged: Sequence[Judged] = ()) -> None:
        self._judged: dict[str, list[Judged]] = {}
        for row in judged:
            word = row[2] if row[2].isascii() else fold(row[2])
            if word in self._judged:
                self._judged[word].append(row)
            else:
                self._judged[word] = [row]
        self._ready: dict[str, list[Entry]] = {}
        waiting: dict[str | None, list[Listed]] = {}
        self._stems: dict[str, list[Entry]] = {}  # those whose only word has an open end, by its letters
        for each in labels:
            label = each[2]
            if label[-1:] == "*" and " " not in label and len(words := _label_words(label)) == 1:
                self._stems.setdefault(words[0], []).append(_entry(each))
                continue
            head = label.partition(" ")[0]
            first = head.lower() if head.isascii() and head.isalpha() else _first_word(label)
            if first in waiting:
                waiting[first].append(each)
            elif first is not None:
                waiting[first] = [each]
        self._waiting = waiting
        self._beginnings = frozenset(stem[:_STEM] for stem in self._stems)

    def starts(self, words: Sequence[str]) -> list[int]:
        """Return where among the words a label may start: nowhere else ``entries_at`` yields one."""
        heads, beginnings = self._waiting, self._beginnings
        judged = self._judged
        return [
            at
            for at, word in enumerate(words)
            if word in heads or word[:_STEM] in beginnings or word in judged
        ]

    def entries_at(self, words: Sequence[str], index: int, word: str) -> Iterator[Entry]:
        """Yield the entries that match at ``index``, where ``word`` stands."""
        if word in self._waiting and word not in self._ready:  # two threads may both do it: to the same end
            self._ready[word] = [_entry(each) for each in self._waiting[word]]
        for entry in self._ready.get(word, ()):
            size = len(entry.words)
            if size == 1:
                yield entry
                continue
            here = tuple(words[index : index + size])
            if here == entry.words or (
                entry.open_end and here[:-1] == entry.words[:-1] and here[-1].startswith(entry.words[-1])
            ):
                yield entry
        for framing, side, _, things in self._judged.get(word, ()):
            size = judges(words, index, _folded(things))
            if size:
                yield Entry(tuple(words[index : index + size]), open_end=False, framing=framing, side=side)
        if self._stems:
            for length in range(_STEM, len(word) + 1):
                yield from self._stems.get(word[:length], ())


@lru_cache(maxsize=64)
def _folded(things: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, things))


def judges(words: Sequence[str], at: int, things: frozenset[str]) -> int:
    """Return how many words a judgement has that begins at ``at``; 0 where it judges none of ``things``.

    "A terrible decision", "a hasty and foolish plan", "una medida inútil", "the plan is foolish".
    """
    small, joints = stop_words(), word_list("counting", "count_breaks")
    more = 2 if words[at + 1 : at + 2] and words[at + 1] in joints else 0  # "hasty and foolish"
    for end in range(at + more + 1, min(len(words), at + more + 1 + _NEAR)):
        if words[end] in things:
            return end + 1 - at
        if words[end] in small:
            break
    for before in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if words[before] in things:
            return 1
        if words[before] in small:
            break
    be = phrases_of("deeds", "be")
    verb = next((n for n in (at - 1, at - 2) if n >= 0 and be.at(words, n)), 0)
    return int(bool(verb) and not things.isdisjoint(words[max(0, verb - _SAID) : verb]))


def _entry(listed: Listed) -> Entry:
    framing, side, label = listed
    return Entry(_label_words(label), label.endswith("*"), framing, side)


def _first_word(label: str) -> str | None:
    """Return the first of ``_label_words``, quicker; None when there is none."""
    head = next(iter(label.rstrip("*").replace("-", " ").split(None, 1)), None)
    if head is None or head.isascii():
        return head and bare(head.lower().strip(".,'"))
    return next(iter(_label_words(label)), None)


def _label_words(label: str) -> tuple[str, ...]:
    """Return the words of a label as ``text_words`` finds them in a text, quicker."""
    word = label.rstrip("*")
    if word.isascii() and word.isalpha():
        return (word.lower(),)
    plain = fold(word).replace("-", " ").replace("’", "'")
    return tuple(bare(word.strip(".,'")) for word in plain.split())


def text_words(text: str) -> list[str]:
    """Return the folded words of ``text``; a possessive ending is left off."""
    if text.isascii() or is_plain(text):
        words: list[str] = WORD.findall(text.lower().replace("’", "'"))
    else:
        words = [fold(word).replace("’", "'") for word in WORD.findall(text)]
    return [bare(word) for word in words] if "'" in text or "’" in text else words


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return where the words of ``text_words`` stand."""
    return [match.span() for match in WORD.finditer(text)]
