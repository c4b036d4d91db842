"""A library's own vocabulary, searched by likeness: corrections of misspelt words, words of one origin."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary, proxy

from bot.widening.likeness import distance, skeleton
from index.door import Index
from index.languages import LANGUAGES
from index.text.terms import stem
from index.words import word_list

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_SHORT = 4  # letters, up to which a word has too many neighbours to be corrected
_LONGEST = 60  # letters, beyond which nothing is a word; those of dictionaries have 45 at most
_ROOT = 4  # letters of a place's name without its last vowels, at least
_MOST = 3  # corrections of one word
_SMALL = 5_000  # paragraphs, up to which all terms are read sooner than some hundred are looked up

# Spellings with which English and Spanish words of one origin begin.
_STARTS = (
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
)

# First letters that are taken for each other, because they sound alike in one of the languages.
_SOUNDS = ("bv", "ckqsz", "gj", "iy", "ly", "uw")

_known: WeakKeyDictionary[Index, Lexicon] = WeakKeyDictionary()


def lexicon_of(index: Index) -> Lexicon:
    """Return the lexicon of an index, made once."""
    if index not in _known:
        _known[index] = Lexicon(index)
    return _known[index]


class Lexicon:
    """The terms of an index by their first letters, read when they are needed."""

    def __init__(self, index: Index) -> None:
        self._index = proxy(index)  # else an index that nobody uses any more stayed open for its lexicon
        self._small = index.size() <= _SMALL
        found = index.source_names().languages
        self.languages = frozenset(language for language in LANGUAGES if language in found)
        self._stemmed = sorted(self.languages) or list(LANGUAGES)
        self._words: dict[str, dict[str, None]] = {}
        self._by_letter: dict[str, dict[str, int]] = {}
        self._by_start: dict[str, dict[str, tuple[int, list[str]]]] = {}
        self._corrections: dict[str, tuple[tuple[str, int], ...]] = {}
        self._cognates: dict[str, tuple[tuple[str, int], ...]] = {}

    def corrections(self, word: str) -> tuple[tuple[str, int], ...]:
        """Return the terms that a misspelt folded word may stand for, with the edits; at most 3."""
        if len(word) > _LONGEST:
            return ()
        if word not in self._corrections:
            self._corrections[word] = self._correct(word)
        return self._corrections[word]

    def _correct(self, word: str) -> tuple[tuple[str, int], ...]:
        found = dict.fromkeys(self._one_edit_away(word), 1) if len(word) >= _SHORT else {}
        if not found:
            found = self._like_terms(word)
        if not found and len(word) > 3:  # a short word has too many neighbours; only what sounds alike counts
            bones = {bone for language in self._stemmed if len(bone := skeleton(stem(word, language))) > 2}
            starts = _beginnings(word)
            found = {t: 1 for start in starts for t in self._index.vocabulary(start) if skeleton(t) in bones}
        least = min(found.values(), default=0)
        best = (item for item in found.items() if item[1] == least)
        return tuple(sorted(best, key=lambda item: (self._index.idf(item[0]), item[0]))[:_MOST])

    def _one_edit_away(self, word: str) -> set[str]:
        """Return the terms of all spellings one edit away, so that a slip in an ending is undone too."""
        spellings = {
            *(word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)),
            *(word[:at] + letter + word[at:] for at in range(len(word) + 1) for letter in _ALPHABET),
        }
        if len(word) > _SHORT:  # other neighbours of a short word are too many
            spellings |= {
                *(word[:at] + word[at + 1 :] for at in range(len(word))),
                *(word[:at] + letter + word[at + 1 :] for at in range(len(word)) for letter in _ALPHABET),
            }
        likely = [spelling for spelling in spellings if _begins_alike(spelling, word)]
        terms = {stem(spelling, language) for spelling in likely for language in self._stemmed}
        return {term for term in terms if len(term) > 2 and self._is_term(term, word[0])}

    def _is_term(self, term: str, letter: str) -> bool:
        """Whether the library has a term; of a large one only those of one ``letter`` are read for it."""
        return term in self._spelt(term[0]) if self._small or term[0] == letter else self._index.known(term)

    def _like_terms(self, word: str) -> dict[str, int]:
        """Return the terms at most two edits from the word's stems, with the edits."""
        forms = {stem(word, language) for language in self._stemmed} | {word}
        letters = dict.fromkeys(form[:1] for form in sorted(forms))
        found: dict[str, int] = {}
        for form in sorted(forms):
            limit = 0 if len(form) <= _SHORT else 1 if len(form) < 8 else 2
            for letter in [*letters, *dict.fromkeys(form[1:2])]:
                for term, edits in self._near(form, letter, limit):
                    found[term] = min(edits, found.get(term, edits))
        return found

    def _near(self, form: str, letter: str, limit: int) -> list[tuple[str, int]]:
        mask = _mask(form)
        size = len(form)
        return [
            (term, edits)
            for term, other in self._terms(letter).items()
            if (mask ^ other).bit_count() <= 2 * limit
            and abs(len(term) - size) <= limit
            and (edits := distance(form, term, limit)) <= limit
        ]

    def _terms(self, letter: str) -> dict[str, int]:
        """Return the terms that begin with a letter, each with its mask."""
        if letter not in self._by_letter:
            self._by_letter[letter] = {term: _mask(term) for term in self._spelt(letter)}
        return self._by_letter[letter]

    def _spelt(self, letter: str) -> dict[str, None]:
        """Return the terms without a digit that begin with a letter, in order."""
        if letter not in self._words:
            terms = self._index.vocabulary(letter) if letter else ()
            self._words[letter] = dict.fromkeys(
                t for t in terms if t.isalpha() or not any(map(str.isdigit, t))
            )
        return self._words[letter]

    def of_its_people(self, name: str) -> tuple[str, ...]:
        """Return the terms for those who belong to a place, by its folded name: aragonés of Aragón."""
        root = name.rstrip("aeiou")
        if len(root) < _ROOT:
            return ()
        ends = {end for language in self._stemmed for end in word_list("names", "peoples_end", language)}
        return tuple(term for term in self._index.vocabulary(root) if term[len(root) :] in ends)

    def cognates(self, word: str) -> tuple[tuple[str, int], ...]:
        """Return the terms that look like the same word in another language, with the edits; at most 4."""
        if word not in self._cognates:
            self._cognates[word] = self._find_cognates(word) if len(word) > 3 else ()
        return self._cognates[word]

    def _find_cognates(self, word: str) -> tuple[tuple[str, int], ...]:
        found: dict[str, int] = {}
        forms = {stem(word, language) for language in LANGUAGES}
        for form in sorted(forms):
            for prefix in _beginnings(form):
                for edits, terms in self._of_like_bones(skeleton(form), prefix):
                    for term in terms:
                        if term not in forms and abs(len(term) - len(form)) <= 4:
                            found[term] = min(edits, found.get(term, edits))
        return tuple(sorted(found.items(), key=lambda item: (item[1], item[0]))[:4])

    def _of_like_bones(self, bone: str, prefix: str) -> Iterator[tuple[int, list[str]]]:
        """Yield the terms that begin with some letters and have a skeleton near another, with the edits."""
        limit = 0 if len(bone) < 5 else 1 if len(bone) < 8 else 2
        bones = self._starting(prefix)
        if limit == 0:
            if bone in bones:
                yield 0, bones[bone][1]
            return
        mask = _mask(bone)
        for other, (letters, terms) in bones.items():
            if (mask ^ letters).bit_count() <= 2 * limit and (edits := distance(bone, other, limit)) <= limit:
                yield edits, terms

    def _starting(self, prefix: str) -> dict[str, tuple[int, list[str]]]:
        """Return the terms that begin with some letters by their skeletons, each with its mask."""
        if prefix not in self._by_start:
            bones: dict[str, tuple[int, list[str]]] = {}
            for term in self._index.vocabulary(prefix):
                bone = skeleton(term)
                if bone in bones:
                    bones[bone][1].append(term)
                else:
                    bones[bone] = _mask(bone), [term]
            self._by_start[prefix] = bones
        return self._by_start[prefix]


def _begins_alike(spelling: str, word: str) -> bool:
    """Whether a spelling begins as a word does, sounds like it there, or has its first two letters turned.

    Few slips are in a first letter, and where endings are cut off, a short word with another one is another
    word: "linces" is not "cinco", nor "ibéricos" "riberas".
    """
    if spelling[:1] == word[:1] or spelling[:2] == word[1::-1]:
        return True
    silent = spelling == f"h{word}" or word == f"h{spelling}"
    return silent or any(spelling[:1] in each and word[:1] in each for each in _SOUNDS)


def _beginnings(word: str) -> list[str]:
    """Return the first two letters that a word and its cognate may have."""
    start = word[:2]
    forms = {start}
    for one, other in _STARTS:
        if word.startswith(one):
            forms.add((other + word[len(one) :])[:2])
    if start[0] == "s" and start[1:2] not in set("aeiou"):
        forms.add("es")
    if start == "es":
        forms.add(word[1:3])
    return sorted(forms)


def _mask(word: str) -> int:
    """Return which letters a word has, a bit each; one edit changes at most two of them."""
    mask = 0
    for letter in word:
        mask |= 1 << (ord(letter) & 31)
    return mask
