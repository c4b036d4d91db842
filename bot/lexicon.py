"""A library's own vocabulary, searched by likeness: corrections of misspelt words, words of one origin."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from bot.likeness import distance, skeleton
from index.analysis import LANGUAGES, stem
from index.door import Index

_known: WeakKeyDictionary[Index, Lexicon] = WeakKeyDictionary()


def lexicon_of(index: Index) -> Lexicon:
    """Return the lexicon of an index, made once."""
    if index not in _known:
        _known[index] = Lexicon(index)
    return _known[index]


class Lexicon:
    """The terms of an index by their first letters, read when they are needed."""

    def __init__(self, index: Index) -> None:
        self._vocabulary = index.vocabulary
        self._idf = index.idf
        found = {article.source.language for article in index.articles()}
        self.languages = frozenset(found & set(LANGUAGES))
        self._by_letter: dict[str, list[tuple[str, int]]] = {}
        self._corrections: dict[str, tuple[tuple[str, int], ...]] = {}
        self._cognates: dict[str, tuple[tuple[str, int], ...]] = {}

    def corrections(self, word: str) -> tuple[tuple[str, int], ...]:
        """Return the terms that a misspelt folded word may stand for, with the edits; at most 3."""
        if word not in self._corrections:
            self._corrections[word] = self._correct(word)
        return self._corrections[word]

    def _correct(self, word: str) -> tuple[tuple[str, int], ...]:
        forms = {stem(word, language) for language in LANGUAGES} | {word}
        letters = dict.fromkeys(form[:1] for form in forms)
        found: dict[str, int] = {}
        for form in sorted(forms):
            for letter in [*letters, *dict.fromkeys(form[1:2])]:
                # A short word has too many neighbours; there only what sounds alike counts.
                limit = 0 if len(form) < 5 else 1 if len(form) < 8 else 2
                for term, edits in self._near(form, letter, limit):
                    found[term] = min(edits, found.get(term, edits))
        if not found and len(word) > 3:
            bones = {skeleton(form) for form in forms if len(skeleton(form)) > 2}
            found = {
                term: 1
                for start in _beginnings(word)
                for term in self._vocabulary(start)
                if skeleton(term) in bones
            }
        least = min(found.values(), default=0)
        best = sorted(
            (item for item in found.items() if item[1] == least),
            key=lambda item: (self._idf(item[0]), item[0]),
        )
        return tuple(best[:3])

    def _near(self, form: str, letter: str, limit: int) -> list[tuple[str, int]]:
        mask = _mask(form)
        size = len(form)
        return [
            (term, edits)
            for term, other in self._terms(letter)
            if (mask ^ other).bit_count() <= 2 * limit
            and abs(len(term) - size) <= limit
            and (edits := distance(form, term, limit)) <= limit
        ]

    def _terms(self, letter: str) -> list[tuple[str, int]]:
        if letter not in self._by_letter:
            terms = self._vocabulary(letter) if letter else ()
            self._by_letter[letter] = [
                (term, _mask(term)) for term in terms if not any(map(str.isdigit, term))
            ]
        return self._by_letter[letter]

    def cognates(self, word: str) -> tuple[tuple[str, int], ...]:
        """Return the terms that look like the same word in another language, with the edits; at most 4."""
        if word not in self._cognates:
            self._cognates[word] = self._find_cognates(word) if len(word) > 3 else ()
        return self._cognates[word]

    def _find_cognates(self, word: str) -> tuple[tuple[str, int], ...]:
        found: dict[str, int] = {}
        forms = {stem(word, language) for language in LANGUAGES}
        for form in sorted(forms):
            bone = skeleton(form)
            limit = 0 if len(bone) < 5 else 1 if len(bone) < 8 else 2
            for prefix in _beginnings(form):
                for term in self._vocabulary(prefix):
                    if term in forms or abs(len(term) - len(form)) > 4:
                        continue
                    edits = distance(bone, skeleton(term), limit)
                    if edits <= limit:
                        found[term] = min(edits, found.get(term, edits))
        return tuple(sorted(found.items(), key=lambda item: (item[1], item[0]))[:4])


def _beginnings(word: str) -> list[str]:
    """Return the first letters that a word and its cognate may have."""
    start = word[:3]
    forms = {start}
    for one, other in (
        ("ph", "f"),
        ("f", "ph"),
        ("c", "k"),
        ("k", "c"),
        ("qu", "c"),
        ("th", "t"),
        ("t", "th"),
        ("y", "i"),
        ("i", "y"),
        ("c", "qu"),
    ):
        if start.startswith(one):
            forms.add((other + word[len(one) :])[:3])
    if start[0] == "s" and start[1:2] not in set("aeiou"):
        forms.add("e" + word[:2])
    if start.startswith("es"):
        forms.add(word[1:4])
    return sorted(forms)


def _mask(word: str) -> int:
    """Return which letters a word has, a bit each; one edit changes at most two of them."""
    mask = 0
    for letter in word:
        mask |= 1 << (ord(letter) & 31)
    return mask
