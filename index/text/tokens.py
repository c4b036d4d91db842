"""Words, numbers and marks of a text, with their offsets, and phrases looked up among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Generic, TypeVar

from index.expressions import pattern
from index.words import strings, table

_TOKEN = pattern(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[.’'-][^\W\d_]+)*|[^\w\s]")
_STEM = 3  # letters at least in front of a "*"

T = TypeVar("T")


class Tokens:
    """The tokens of one text, side by side: ``words`` in small letters, ``raw`` as written.

    Where they start and end is found when it is first asked for: of most texts the words are enough.
    """

    __slots__ = ("_ends", "_starts", "raw", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.raw: list[str] = _TOKEN.findall(text)
        self.words = [word.lower() for word in self.raw]
        self._starts: list[int] | None = None
        self._ends: list[int] = []

    def __len__(self) -> int:
        return len(self.words)

    @property
    def starts(self) -> list[int]:
        """Where each token starts in the text."""
        if self._starts is None:
            found = list(_TOKEN.finditer(self.text))
            self._ends = [match.end() for match in found]
            self._starts = [match.start() for match in found]  # last: another thread may look
        return self._starts

    @property
    def ends(self) -> list[int]:
        """Where each token ends in the text."""
        return self._ends if self.starts else []


@lru_cache(maxsize=1024)  # one answer reads a sentence for each thing it may be contested for
def read_tokens(text: str) -> Tokens:
    """Return the tokens of ``text``; marks are one token each, hyphenated words one token."""
    return Tokens(text)


class Phrases(Generic[T]):
    """Phrases of one or more words, each with a value; the longest that stands at a place is found."""

    __slots__ = ("_exact", "_heads", "_longest", "_open", "_stems")

    def __init__(self, entries: Mapping[str, T]) -> None:
        """Take phrases in small letters; ``*`` at the end stands for any ending of the last word."""
        exact: dict[tuple[str, ...], T] = {}
        stems: dict[tuple[str, ...], T] = {}
        for phrase, value in entries.items():
            if (word := phrase.lower()).isalpha():  # as most are
                exact[(word,)] = value
                continue
            open_end = phrase[-1:] == "*"
            text = word[:-1] if open_end else word
            plain = text.replace(" ", "").isalpha()  # most are: read in a quarter of the time
            words = tuple(text.split() if plain else _TOKEN.findall(text))
            words = words or (word,)
            (stems if open_end else exact)[words] = value
        self._exact = exact
        keys = [*exact, *stems]
        self._longest = max(map(len, keys), default=0)
        # Those with an open end by the words before it and its first letters, the longest first.
        self._stems: dict[tuple[str, ...], list[tuple[str, T]]] = {}
        for key in sorted(stems, key=lambda key: -len(key[-1])):
            self._stems.setdefault((*key[:-1], key[-1][:_STEM]), []).append((key[-1], stems[key]))
        self._open = frozenset(key[0][:_STEM] for key in stems if len(key) == 1)
        # How many words those have that begin with one, the longest first.
        heads: dict[str, tuple[int, ...]] = dict.fromkeys([key[0] for key in keys], (1,))
        sizes: dict[str, set[int]] = {}
        for key in keys:
            if len(key) > 1:
                sizes.setdefault(key[0], {1}).add(len(key))
        heads |= {head: tuple(sorted(each, reverse=True)) for head, each in sizes.items()}
        self._heads = heads

    def __bool__(self) -> bool:
        """Whether there is any phrase."""
        return bool(self._heads)

    def starts(self, words: Sequence[str]) -> list[int]:
        """Return where among the words a phrase may start: nowhere else one is found."""
        heads, stems = self._heads, self._open
        if stems:
            return [at for at, word in enumerate(words) if word in heads or word[:_STEM] in stems]
        return [] if heads.keys().isdisjoint(words) else [n for n, word in enumerate(words) if word in heads]

    def hits(self, words: Sequence[str]) -> Iterator[tuple[int, int, T]]:
        """Yield (index, number of words, value) of the longest phrase at each index where one starts."""
        for index in self.starts(words):
            if hit := self.at(words, index):
                yield index, *hit

    def stand_in(self, words: Sequence[str]) -> bool:
        """Whether any phrase stands among the words."""
        return next(self.hits(words), None) is not None

    def in_text(self, text: str) -> bool:
        """Whether any phrase stands in a text."""
        return self.stand_in(read_tokens(text).words)

    def values_in(self, text: str) -> frozenset[T]:
        """Return the values of the phrases that stand in a text."""
        return frozenset(value for _, _, value in self.hits(read_tokens(text).words))

    def at(self, words: Sequence[str], index: int) -> tuple[int, T] | None:
        """Return (number of words, value) of the longest phrase that starts at ``index``, or None."""
        if index >= len(words):
            return None
        word = words[index]
        sizes = self._heads.get(word, ()) or ((1,) if word[:_STEM] in self._open else ())
        for size in sizes:
            if index + size <= len(words) and (found := self._value(words, index, size)) is not None:
                return size, found
        return None

    def before(self, words: Sequence[str], index: int) -> tuple[int, T] | None:
        """Return (number of words, value) of the longest phrase that ends just before ``index``, or None."""
        for size in range(min(self._longest, index), 0, -1):
            found = self._value(words, index - size, size)
            if found is not None:
                return size, found
        return None

    def _value(self, words: Sequence[str], index: int, size: int) -> T | None:
        key = tuple(words[index : index + size])
        value = self._exact.get(key)
        if value is None and self._stems:
            last = key[-1]
            for stem, meant in self._stems.get((*key[:-1], last[:_STEM]), ()):
                if last.startswith(stem):
                    return meant
        return value


def marked(phrases: Iterable[str]) -> Phrases[bool]:
    """Return ``phrases`` as a list to look words up in."""
    return Phrases(dict.fromkeys(phrases, True))


@cache
def phrases_of(file: str, *keys: str) -> Phrases[bool]:
    """Return the lists under ``keys`` of a file of words as one to look words up in."""
    return marked(phrase for key in keys for phrase in strings(file, key))


@cache
def kinds_of(file: str, key: str) -> Phrases[str]:
    """Return the lists in a table of a file of words as one that tells which of them a phrase is from."""
    return Phrases({phrase: kind for kind, phrases in table(file)[key].items() for phrase in phrases})
