"""A question's words widened by what else may stand for them in this library.

Own forms count 1. A synonym, a translation, a word of the same origin in the other language and the
correction of a misspelt word count less, and only when the library has them.
"""

from __future__ import annotations

from collections.abc import Collection

from bot.asking.asked import Asked, asked_of
from bot.asking.query import AS_COMPOUND
from bot.widening.forms import forms_of
from bot.widening.spelling import Lexicon, lexicon_of
from index.door import Index
from index.languages import LANGUAGES
from index.model import Query, Word
from index.text.meanings import is_listed, meanings_of
from index.text.people import given_names
from index.text.terms import stem, stop_words
from index.values import frozen, replace

# Found by hand on the public English and Spanish sets and on XQuAD in both directions; flat around these.
SYNONYM = 0.4
SYNONYM_ALONE = 0.6  # where the library does not have the word itself
# For a word of the same family, as decision for decide: it tells the same. Of 240 questions to sixteen
# libraries, eight of which nobody had seen, 205 claims instead of 201 carry what an editor listed and 36
# instead of 33 of 74 show two sides; from .7 to .85 it is the same.
FAMILY = 0.75
TRANSLATION = 0.55
TRANSLATION_ALONE = 0.7
COGNATE = 0.6
LOOSELY = 0.6  # of a word that no good passage holds
LESS_PER_EDIT = 0.05
SEARCHED = 0.45  # least weight, beside 1 for the word itself
PHRASE_IN_SEARCH = 0.4
CORRECTION = 0.92  # to the power of the number of edits; 0.75 lost a quarter of a point more to typing errors

_LONGEST_INITIALS = 6
_BEGINNING = 4  # letters that words of one family share at least
_OTHER_FORM = 0.8  # gobierno for gobiernos, which the stemmer parts, or labor for labour


@frozen
class Widened:
    """A query with all that its words may stand for, and (asked, used) for each corrected word."""

    query: Query
    corrected: tuple[tuple[str, str], ...] = ()


def widen(index: Index, query: Query, spoken: str | None) -> Widened:
    """Return the query widened; ``spoken`` is the question's language, None when it shows none."""
    lexicon = lexicon_of(index)
    elsewhere = query.scope.language not in {None, spoken}  # texts in another language are asked for
    abroad = _translated(query, spoken) if spoken and (elsewhere or lexicon.languages - {spoken}) else {}
    words: list[Word] = []
    corrected: list[tuple[str, str]] = []
    for word in query.words:
        full = max([weight for _, weight in word.terms], default=1.0)
        terms = {term: weight / full for term, weight in word.terms}
        only, translated = None, frozenset[str]()
        if _is_spelt(word.text):
            meant = _meant(word.text.lower(), spoken, abroad.get(word.text, frozenset()))
            known = any(index.known(term) for term in terms)
            alone = elsewhere or not known or spoken not in {None, *lexicon.languages}
            only = spoken if meant.listed and meant.other.isdisjoint(terms) else None
            translated = meant.other - meant.own - terms.keys()
            halves = None if known else _halves(index, word.text)
            if halves:  # the library writes it open: what stands for the longer half stands for it
                terms |= dict.fromkeys((stem(max(halves, key=len), each) for each in LANGUAGES), AS_COMPOUND)
            meant_so = known or meant.listed or halves or is_listed(word.text)
            right = () if meant_so else lexicon.corrections(word.text)
            if not known and word.text in asked_of(query).names and word.text.lower() not in given_names():
                terms |= dict.fromkeys(lexicon.of_its_people(word.text.lower()), FAMILY)
            if not right or spoken not in {None, *lexicon.languages}:
                _add(terms, meant, lexicon, alone=alone)
            if not any(index.known(term) for term in terms):
                terms |= {term: CORRECTION**edits for term, edits in right}
                corrected += [(word.text, term) for term, _ in right]
        kept = {term: full * weight for term, weight in terms.items() if weight >= 1 or index.known(term)}
        phrases = _phrases(index, word.text, asked_of(query))
        words.append(Word(word.text, tuple(kept.items()), phrases, only, translated))
    return Widened(replace(query, words=tuple(words)), tuple(corrected))


def loosened(index: Index, query: Query, spoken: str | None, missing: Collection[str]) -> Query:
    """Return a widened query with more for its words in ``missing``: those in which a text may tell the same.

    "Investment" may tell of "spending" and "postpone" of "put off", though the one is not the other.
    Names and numbers stand for nothing else.
    """
    names = asked_of(query).names
    words = []
    for word in query.words:
        if word.text in missing and word.text not in names and _is_spelt(word.text):
            meant = _meant(word.text, spoken, loosely=True)
            fresh = sorted((meant.own | meant.other) - {term for term, _ in word.terms})
            full = max([weight for _, weight in word.terms], default=1.0)
            added = tuple((term, full * LOOSELY) for term in fresh if index.known(term))
            word = replace(word, terms=(*word.terms, *added))  # noqa: PLW2901
        words.append(word)
    return replace(query, words=tuple(words))


def _phrases(index: Index, word: str, asked: Asked) -> tuple[tuple[str, ...], ...]:
    """Return the terms of the name behind a word that the question has in capitals."""
    if (
        not 2 <= len(word) <= _LONGEST_INITIALS
        or not word.isalpha()
        or asked.as_written(word) != word.upper()
        or word.lower() not in asked.names  # in a question all in capitals none tells a name
    ):
        return ()
    from bot.widening.full_names import names_behind  # few questions have initials

    name = names_behind(index, word.upper())
    return (name,) if name else ()


def _halves(index: Index, word: str) -> tuple[str, str] | None:
    from bot.widening.compounds import halves_of  # the library has most words that are asked for

    return halves_of(index, word)


def _is_spelt(word: str) -> bool:
    return len(word) > 1 and not any(c.isdigit() for c in word)


@frozen
class _Meant:
    """What a word of a question may mean, in stems, and the forms under which it was looked up."""

    forms: tuple[tuple[str, str], ...]  # (form, language)
    own: frozenset[str]
    other: frozenset[str]

    @property
    def listed(self) -> bool:
        """Whether the list of meanings has the word, which then is not misspelt."""
        return bool(self.own or self.other)


def _translated(query: Query, spoken: str | None) -> dict[str, frozenset[str]]:
    """Return Apertium's stems for the words of the question that the list of meanings does not have.

    Names are kept as they are.
    """
    names = asked_of(query).names
    unlisted = {word.text for word in query.words if _is_spelt(word.text) and word.text not in names}
    unlisted = {word for word in unlisted if not _meant(word, spoken).listed}
    if not unlisted:
        return {}
    from bot.widening.apertium import translations  # most words are listed

    written = {word: asked_of(query).as_written(word).lower() for word in unlisted}
    found = translations([written[word] for word in sorted(unlisted)], spoken)
    other = next((language for language in LANGUAGES if language != spoken), None)
    stops = stop_words(other or "en")
    return {
        word: frozenset(stem(each, other) for each in found.get(written[word], ()) if each not in stops)
        for word in unlisted
    }


def _meant(
    word: str, spoken: str | None, abroad: frozenset[str] = frozenset(), *, loosely: bool = False
) -> _Meant:
    languages = [language for language in LANGUAGES if spoken in {None, language}]
    forms = tuple((form, language) for language in languages for form in forms_of(word, language))
    meanings = [meanings_of(form, language, loosely=loosely) for form, language in forms]
    own = frozenset(term for each in meanings for term in each.own)
    other = frozenset(term for each in meanings for term in each.other) | abroad
    return _Meant(forms, own, other)


def _add(terms: dict[str, float], meant: _Meant, lexicon: Lexicon, *, alone: bool) -> None:
    """Add synonyms and, where the library speaks another language too, translations and cognates."""
    for form, language in meant.forms:
        terms.setdefault(stem(form, language), _OTHER_FORM)
    for term in sorted(meant.own):
        akin = any(_akin(form, term) for form, _ in meant.forms)
        terms.setdefault(term, FAMILY if akin else SYNONYM_ALONE if alone else SYNONYM)
    if lexicon.languages <= {language for _, language in meant.forms} and len(lexicon.languages) < len(
        LANGUAGES
    ):
        return
    for term in sorted(meant.other):
        terms[term] = max(terms.get(term, 0.0), TRANSLATION_ALONE if alone else TRANSLATION)
    for form, _ in meant.forms:
        for term, edits in lexicon.cognates(form):
            terms.setdefault(term, COGNATE - LESS_PER_EDIT * edits)


def _akin(form: str, term: str) -> bool:
    """Whether a stem is of the family of a word, by its letters: decision of decide."""
    return len(term) >= _BEGINNING and form[:_BEGINNING] == term[:_BEGINNING]


def for_search(query: Query, *, synonyms: bool = False) -> Query:
    """Return the query as candidates are searched for; ``synonyms`` searches those of known words too.

    The terms of phrases are added: they find, but do not rank.
    """
    least = 0.0 if synonyms else SEARCHED
    words = []
    for word in query.words:
        full = max([weight for _, weight in word.terms], default=1.0)
        words.append(
            replace(word, terms=tuple((t, weight) for t, weight in word.terms if weight >= least * full))
        )
        words += [Word(t, ((t, PHRASE_IN_SEARCH),)) for phrase in word.phrases for t in phrase]
    return replace(query, words=tuple(words))
