"""Words that say one thing of one matter: words/alike.txt as keys that two sentences can share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import chain

from bot.contested.spoken_sentences import terms_of
from index.languages import BETWEEN, LANGUAGES
from index.tables import made_of
from index.text.terms import ANALYSIS
from index.words import lines_of

_FEW = 6  # paragraphs that hold a rare word; in a large library a share of them


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    """Return for the term of each word the groups that it stands in; to stem them all takes 15 ms."""
    by = " ".join((ANALYSIS, *LANGUAGES))
    return {
        term: frozenset(keys) for term, keys in made_of(BETWEEN / "alike.txt", "terms", _read, by).items()
    }


def _read(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for number, line in enumerate(lines_of(text)):
        terms = {t for word in line.split(",") for code in LANGUAGES for t in terms_of(word.strip(), code)}
        for term in sorted(terms):
            found.setdefault(term, []).append(f"alike:{number}")
    return found


@lru_cache(maxsize=8192)  # terms: 0.3 kB each
def meanings_of(term: str) -> frozenset[str]:
    """Return a term with the groups that it stands in."""
    return frozenset({term}) | _groups().get(term, frozenset())


def meanings(terms: Iterable[str]) -> frozenset[str]:
    """Return terms with all groups that they stand in."""
    return frozenset().union(*map(meanings_of, terms))


class Rarity:
    """In how many paragraphs words stand, in whatever words of their meaning."""

    def __init__(self, paragraphs: Iterable[Iterable[str]], share: float) -> None:
        """Take the terms of paragraphs, and of how many of them a rare word may stand in a ``share``."""
        spread = [meanings(terms) for terms in paragraphs]
        self.size, self._times = len(spread), Counter(chain.from_iterable(spread))
        self._most = max(_FEW, int(share * self.size))

    def times(self, term: str) -> int:
        """Return in how many paragraphs a term stands."""
        return max(self._times[key] for key in meanings_of(term))

    def of(self, terms: Iterable[str]) -> list[str]:
        """Return those of some terms that stand in few paragraphs."""
        return [term for term in terms if self.times(term) <= self._most]


@cache
def _members() -> Mapping[str, frozenset[str]]:
    """Return the terms of each group."""
    found: dict[str, set[str]] = {}
    for term, keys in _groups().items():
        for key in keys:
            found.setdefault(key, set()).add(term)
    return {key: frozenset(terms) for key, terms in found.items()}


@lru_cache(maxsize=1024)
def terms_like(term: str) -> frozenset[str]:
    """Return a term with all that say the same."""
    return frozenset({term}).union(*(_members()[key] for key in _groups().get(term, ())))
