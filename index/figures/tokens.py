"""Words, numbers and marks of a text, with their offsets, and phrases looked up among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

from index.values import frozen

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[.’'-][^\W\d_]+)*|[^\w\s]")

T = TypeVar("T")


@frozen
class Tokens:
    """The tokens of one text, side by side: ``words`` in small letters, ``raw`` as written."""

    text: str
    raw: list[str]
    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)


@lru_cache(maxsize=2048)  # one answer reads a sentence for each thing it may be contested for
def read_tokens(text: str) -> Tokens:
    """Return the tokens of ``text``; marks are one token each, hyphenated words one token."""
    raw: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        raw.append(match[0])
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(text, raw, [word.lower() for word in raw], starts, ends)


class Phrases(Generic[T]):
    """Phrases of one or more words, each with a value; the longest that stands at a place is found."""

    __slots__ = ("_exact", "_heads", "_longest", "_open", "_stems")

    def __init__(self, entries: Mapping[str, T]) -> None:
        """Take phrases in small letters; ``*`` at the end stands for any ending of the last word."""
        self._exact: dict[tuple[str, ...], T] = {}
        self._stems: dict[tuple[str, ...], T] = {}
        for phrase, value in entries.items():
            open_end = phrase[-1:] == "*"
            text = phrase[:-1] if open_end else phrase
            words = (
                (text.lower(),)
                if text.isalpha()
                else tuple(_TOKEN.findall(text.lower())) or (phrase.lower(),)
            )
            (self._stems if open_end else self._exact)[words] = value
        keys = [*self._exact, *self._stems]
        self._longest = max(map(len, keys), default=0)
        self._open = tuple({key[0] for key in self._stems if len(key) == 1})
        self._heads = frozenset(key[0] for key in keys if key[0] not in self._open)

    def may_stand_in(self, words: list[str]) -> bool:
        """Whether a phrase may stand among the words; False is certain, and quicker than to look at each."""
        if not self._heads.isdisjoint(words):
            return True
        return bool(self._open) and any(word.startswith(self._open) for word in words)

    def at(self, words: list[str], index: int) -> tuple[int, T] | None:
        """Return (number of words, value) of the longest phrase that starts at ``index``, or None."""
        if index >= len(words):
            return None
        if words[index] not in self._heads and not (self._open and words[index].startswith(self._open)):
            return None
        for size in range(min(self._longest, len(words) - index), 0, -1):
            found = self._value(words, index, size)
            if found is not None:
                return size, found
        return None

    def before(self, words: list[str], index: int) -> tuple[int, T] | None:
        """Return (number of words, value) of the longest phrase that ends just before ``index``, or None."""
        for size in range(min(self._longest, index), 0, -1):
            found = self._value(words, index - size, size)
            if found is not None:
                return size, found
        return None

    def _value(self, words: list[str], index: int, size: int) -> T | None:
        key = tuple(words[index : index + size])
        value = self._exact.get(key)
        if value is None and self._stems:
            head, last = key[:-1], key[-1]
            for length in range(len(last), 2, -1):
                value = self._stems.get((*head, last[:length]))
                if value is not None:
                    break
        return value


def marked(phrases: Iterable[str]) -> Phrases[bool]:
    """Return ``phrases`` as a list to look words up in."""
    return Phrases(dict.fromkeys(phrases, True))
