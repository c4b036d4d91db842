"""The thing that words name, its head told from what describes it: "long use of cloth masks" is of masks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from bot.contested.facts.same_meaning import meanings
from bot.contested.facts.statements import Said
from bot.contested.spoken_sentences import terms_of
from index.languages import language as language_of_code
from index.text.terms import fold, stop_words
from index.values import frozen, replace
from index.words import word_endings, word_list

_SHORT = 4  # letters; a shorter word is no participle: "shed"


@frozen
class Named:
    """A thing that is named, as index terms."""

    head: frozenset[str]
    described: frozenset[str]  # what tells more of it: "cloth", "of the river"
    used: frozenset[str]  # what tells more of its use only: "long use of"
    rest: frozenset[str]  # what stands behind it: "in children"
    lead: frozenset[str] = frozenset()  # what stands before it: "in Ardale, the"

    @property
    def all(self) -> frozenset[str]:
        """All terms of it."""
        return self.head | self.described | self.used | self.rest


@frozen
class _Chunk:
    link: str  # the small word that it hangs on
    words: tuple[str, ...]


def named_last(said: Said, first: int, last: int) -> Named | None:
    """Return the thing named last in front of a verb, as its subject is."""
    chunks = _chunks(said, first, last)
    mains = [at for at, chunk in enumerate(chunks) if not chunk.link]
    if not mains:
        return None
    lead = (word for chunk in chunks[: mains[-1]] if chunk.link for word in chunk.words)
    return replace(_named(said, chunks[mains[-1] :]), lead=_terms(lead, said.language))


def named_first(said: Said, first: int, last: int) -> Named | None:
    """Return the thing named first behind a verb."""
    chunks = _chunks(said, first, last)
    return _named(said, chunks) if chunks else None


def _chunks(said: Said, first: int, last: int) -> list[_Chunk]:
    """Return the words that tell something, in pieces that a small word in front holds together."""
    found: list[_Chunk] = []
    words: list[str] = []
    link = ""
    language = said.language
    for at in range(first, last):
        word = said.tokens.words[at]
        opens, links = (
            word in word_list("contrasts", "openers", language),
            word in word_list("contrasts", "links", language),
        )
        if (opens or links) and words:
            found.append(_Chunk(link, tuple(words)))
            words, link = [], ""
        if links:
            link = word
        if not opens and not links and _tells(word, language):
            words.append(word)
    return [*found, _Chunk(link, tuple(words))] if words else found


def _tells(word: str, language: str) -> bool:
    adverb = word.endswith(word_endings("stances", "adverb_endings", language))
    small = fold(word) in stop_words(language)
    return word[0].isalnum() and not small and not adverb and bool(terms_of(word, language))


def _named(said: Said, chunks: Sequence[_Chunk]) -> Named:
    """Return the thing of the first chunk, or of what hangs on it where that is only the use of it."""
    language = said.language
    of = word_list("contrasts", "belongs", language)
    used: list[str] = []
    chunks = list(chunks)
    head, more = _head(chunks[0].words, language)
    while head in word_list("contrasts", "uses", language) and (more or _hangs(chunks, of)):
        if _hangs(chunks, of):
            used += more
            chunks = chunks[1:]
            head, more = _head(chunks[0].words, language)
        else:
            head, more = _head(tuple(more), language)
    size = 1
    while size < len(chunks) and chunks[size].link in of:
        size += 1
    described = [*more, *(word for chunk in chunks[1:size] for word in chunk.words)]
    rest = [word for chunk in chunks[size:] for word in chunk.words]
    return Named(*(_terms(words, language) for words in ([head], described, used, rest)))


def _hangs(chunks: Sequence[_Chunk], of: frozenset[str]) -> bool:
    return len(chunks) > 1 and chunks[1].link in of


def _head(words: tuple[str, ...], language: str) -> tuple[str, list[str]]:
    """Return the noun of a chunk and the words that describe it."""
    if language_of_code(language).has("heads_last"):
        nouns = [n for n, word in enumerate(words) if not (n and _is_participle(word))]
        at = nouns[-1]  # "agreements reached by": what was reached
    else:  # "nueva ley": the noun comes behind words that only stand before one
        at = next((n for n, word in enumerate(words) if _terms([word], language) - _leading(language)), 0)
    return words[at], [word for place, word in enumerate(words) if place != at]


def _is_participle(word: str) -> bool:
    return len(word) > _SHORT and word.endswith("ed") and not word.endswith("eed")


@cache
def _leading(language: str) -> frozenset[str]:
    return _terms(word_list("speaking", "before_noun", language), language)


def _terms(words: Iterable[str], language: str) -> frozenset[str]:
    return terms_of(" ".join(words), language)


def same_head(one: Named, other: Named) -> bool:
    """Whether two names are of one kind of thing: a mask and a face covering."""
    return not meanings(one.head).isdisjoint(meanings(other.head))


def apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each of two descriptions tells something that the other does not."""
    return beyond(one, other) and beyond(other, one)


def beyond(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a description tells something that another does not."""
    held = meanings(other)
    return any(meanings((term,)).isdisjoint(held) for term in one)
