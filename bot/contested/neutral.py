"""Neutral words: what of a question may stand in a heading, and a question without its side's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from bot.asking.asked import asked_of
from bot.asking.asked_amount import asked_amount
from bot.asking.asked_labels import asked_labels
from bot.asking.whole_names import written_thing
from bot.contested.card_phrases import phrase
from bot.contested.related_words import widened
from index.figures.families import families, family_words
from index.framings import Framings, bundled
from index.languages import LANGUAGES
from index.model import Query, Word
from index.remembered import kept
from index.text.spelt import Spelt
from index.text.terms import bare, fold, parts, terms, words
from index.values import replace

_MOST_WORDS = 5  # in a heading
_RIVAL = 0.1  # weight of each label of a framing: they are many, and together one word of the question
_ASKED = 0.5  # weight of the question's other words beside the family that it asks for


def label_words(question: Query, framings: Framings) -> frozenset[str]:
    """Return the folded words of a question that stand in its labels and nowhere else in it.

    The words themselves, not their terms: what they share with others ("dismissed" with a label of the
    same meaning) would drop more with one side's word than with the other's.
    """
    labels = asked_labels(question, framings)
    inside: set[str] = set()
    outside: set[str] = set()
    for word in asked_of(question).spelt:
        (inside if labels.hold(word) else outside).update(word.parts)
    return frozenset(inside - outside)


@kept(8)
def unlabelled(question: Query, framings: Framings) -> Query:
    """Return the query without the words of labels; every other word brings its kindred words along."""
    dropped = label_words(question, framings)
    kept = (word for word in question.words if not dropped.issuperset(parts(word.text)))
    return replace(question, words=tuple(widened(word) for word in kept))


@kept(8)
def wider_query(question: Query, framings: Framings | None = None) -> Query:
    """Return the query of the second look for rival positions.

    Every label in the question gives way to all labels of all sides of its framing, so that whichever
    side's word was used, the same is found; all other words bring their kindred words along.
    """
    framings = framings or bundled()
    kept = unlabelled(question, framings)
    touched = asked_labels(question, framings).framings
    labels = [label for framing in touched for label in framings.labels_of(framing)]
    more = [_word(touched[0], labels, _RIVAL)] if touched else []
    family = asked_amount(question).family
    if family is None or family not in families():
        return replace(kept, words=(*kept.words, *more))
    # What is counted and whose it is finds the rival figures; how the asker put it does not.
    names = names_in(question, framings)
    words = tuple(word if word.term_set & names else _lighter(word) for word in kept.words)
    return replace(kept, words=(*words, *more, _of_family(family)))


def _lighter(word: Word) -> Word:
    return replace(word, terms=tuple((term, weight * _ASKED) for term, weight in word.terms))


@cache
def _of_family(family: str) -> Word:
    """Return the word that stands for all by which what is counted is told."""
    return _word(family, family_words(family), 1.0)


def _word(text: str, phrases: Iterable[str], weight: float) -> Word:
    """Return one word that stands for all ``phrases``."""
    found = dict.fromkeys(
        term for each in phrases for language in LANGUAGES for term in terms(each, language)
    )
    return Word(text, tuple((term, weight) for term in found))


def names_in(question: Query, framings: Framings) -> frozenset[str]:
    """Return the index terms of a question's proper names: capitals inside the sentence, labels left out."""
    labels = asked_labels(question, framings)
    names = [word.raw for word in asked_of(question).spelt[1:] if word.capital and not labels.hold(word)]
    return frozenset(
        term
        for name in names
        if not framings.find(name)
        for language in LANGUAGES
        for term in terms(name, language)
    )


def heading_words(question: Query, framings: Framings) -> str:
    """Return the question's names, numbers and content words that are in no label, at most five."""
    labels = asked_labels(question, framings)
    asked = {word.text.lower() for word in question.words}
    chosen: list[Spelt] = []
    for number, spelt in enumerate(asked_of(question).spelt):
        word = spelt.bare
        named = (word[0].isupper() and number) or word[0].isdigit()
        if not labels.hold(spelt) and (word.lower() in asked or named) and not framings.find(word):
            chosen.append(spelt)
    line = ", ".join(_whole_names(chosen, question.text)[:_MOST_WORDS])
    return "" if framings.find(line) or framings.find(line.replace(",", "")) else line


def _whole_names(found: Sequence[Spelt], text: str) -> list[str]:
    """Return words, each once, those with capitals that stand side by side as one name: North Korea."""
    runs: list[list[Spelt]] = []
    for spelt in found:
        last = runs[-1][-1] if runs else None
        beside = last is not None and last.capital and text[last.end : spelt.start] == " "
        if beside and spelt.capital and last is not None and not last.possessive:
            runs[-1].append(spelt)
        else:
            runs.append([spelt])
    named: dict[str, str] = {}
    for run in runs:
        name = " ".join(spelt.bare for spelt in run)
        named.setdefault(name.lower(), name)
    return list(named.values())


def names_of(question: Query, framings: Framings) -> str:
    """Return the proper names of a question that are in no label, for the heading of a figure."""
    line = heading_words(question, framings)
    first = next((word.raw for word in asked_of(question).spelt), "")
    names = [word for word in line.split(", ") if word[:1].isupper() and not first.startswith(word)]
    return ", ".join(names)


def with_names(heading: str, question: Query, framings: Framings, language: str) -> str:
    """Return a heading with the names that the question speaks of."""
    names = names_of(question, framings)
    return phrase("of_names", language, what=heading, names=names) if names else heading


def with_thing(heading: str, question: Query, thing: Sequence[str], framings: Framings, language: str) -> str:
    """Return a heading with the name of what the question asks about, whole and as the question writes it."""
    name = written_thing(question, thing)
    if name and not framings.find(name):
        return phrase("of_names", language, what=heading, names=name)
    return with_names(heading, question, framings, language)


def as_written(name: str, texts: Iterable[str]) -> str:
    """Return a folded name as most texts write it; with capitals where none does."""
    size = len(name.split())
    forms: Counter[str] = Counter()
    for text in texts:
        found = [bare(match[0]) for match in words(text)]
        pieces = (" ".join(found[at : at + size]) for at in range(len(found) - size + 1))
        forms.update(piece for piece in pieces if piece[:1].isupper() and fold(piece) == name)
    return forms.most_common(1)[0][0] if forms else name.title()
