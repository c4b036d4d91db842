"""The reporting words of a language, read from ``words/cues.toml`` in its folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Protocol, cast

from index.languages import Language, known_or_first
from index.languages import language as language_of_code
from index.values import frozen
from index.words import table

PATTERNS = ("say", "that", "quote", "pledge", "act", "object", "about", "document", "count", "aside")
NOTHING: frozenset[str] = frozenset()
_MOST_SHAPES = 1 << 13  # words remembered


class WordRules(Protocol):
    """What a language's ``word_forms.py`` tells of single words."""

    def verb_forms(self, entry: str) -> dict[str, str]:
        """Return the forms of a verb's entry in ``cues.toml``, each with what it is."""

    def verb_shaped(self, low: str) -> bool:
        """Whether a word in small letters looks like a verb that says what somebody does."""


class _Spelt:
    """The word rules of a language that has none: all forms are spelt out in its lists."""

    def verb_forms(self, entry: str) -> dict[str, str]:
        """Label the forms of "say says said saying"."""
        return dict(zip(entry.split(), ("base", "finite", "past", "ing"), strict=False))

    def verb_shaped(self, low: str) -> bool:
        """No word tells by its look."""
        return not low


def word_rules(own: Language) -> WordRules:
    """Return a language's rules of single words."""
    return cast("WordRules", own.module("word_forms") or _Spelt())


class Shapes(dict[str, frozenset[str]]):
    """What words in small letters look like by their endings: "gerund", "participle", "adverb"."""

    def __init__(self, own: Language) -> None:
        super().__init__()
        self._endings = own.endings("shapes")
        self._not = own.endings("not")

    def __missing__(self, low: str) -> frozenset[str]:
        if len(self) >= _MOST_SHAPES:
            self.clear()
        found = self[low] = frozenset(
            name
            for name, ends in self._endings.items()
            if low.endswith(ends) and low not in self._not.get(name, ())
        )
        return found


@frozen
class Cue:
    """A form of a reporting verb: what it may introduce and how it is inflected."""

    lemma: str
    patterns: frozenset[str]
    form: str  # "base", "finite", "past", "ing", in Spanish also "subjunctive"


@frozen
class Lexicon:
    """All lists of one language. Words are in lower case."""

    language: str
    traits: frozenset[str]  # what it has that not all languages have
    shapes: Shapes
    verb_shaped: Callable[[str], bool]  # whether a word looks like a verb in the third person
    cues: dict[str, Cue]
    kinds: dict[str, frozenset[str]]  # word -> names of the lists it stands in
    nouns: frozenset[str]  # forms of cues that are nouns as well
    doubt: frozenset[str]
    impersonal: frozenset[str]  # lemmas that things perform too: "la situación indica", "a rise suggests"
    as_only: frozenset[str]  # lemmas that judge with "as" and no other word
    transitive: frozenset[str]  # lemmas that need an object: without one their past form is a participle
    attitudes: frozenset[str]  # lemmas of what somebody thinks or feels
    according: dict[str, tuple[tuple[str, ...], ...]]  # by their first word
    echoing: frozenset[tuple[str, ...]]  # they give the sentence before to whoever follows: "así lo"
    pointing: frozenset[tuple[str, ...]]  # they open a sentence that tells whose the words before are
    onward: tuple[tuple[str, ...], ...]
    stances: frozenset[str]
    light: dict[str, tuple[tuple[str, ...], ...]]  # verb form -> words after it: "puso" "de relieve"
    charges: frozenset[str]  # participles before "por" and who accuses: "fue acusado por"
    particles: dict[str, str]
    rejecting: re.Pattern[str]
    distancing: re.Pattern[str]
    denying: tuple[str, ...]


@cache
def lexicon(language: str | None) -> Lexicon:
    """Return the lists of ``language``, of the first one where it is not read or unknown."""
    own = language_of_code(known_or_first(language))
    rules = word_rules(own)
    data = table("cues", own.code)
    verbs, phrases, stance = (data.get(part, {}) for part in ("verbs", "phrases", "stance"))
    according: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases.get("according", ()):
        according.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return Lexicon(
        language=own.code,
        traits=frozenset(own.told("traits")),
        shapes=Shapes(own),
        verb_shaped=rules.verb_shaped,
        cues=_cues(verbs, rules.verb_forms),
        kinds=_kinds(data.get("words", {})),
        nouns=frozenset(verbs.get("nouns", ())),
        doubt=frozenset(verbs.get("doubt", ())),
        impersonal=frozenset(verbs.get("impersonal", ())),
        as_only=frozenset(verbs.get("as_only", ())),
        transitive=frozenset(verbs.get("transitive", ())),
        attitudes=frozenset(verbs.get("attitudes", ())),
        according={word: tuple(found) for word, found in according.items()},
        echoing=frozenset(tuple(each.split()) for each in phrases.get("echo", ())),
        pointing=frozenset(tuple(each.split()) for each in phrases.get("pointing", ())),
        onward=tuple(tuple(each.split()) for each in phrases.get("onward", ())),
        stances=frozenset(phrases.get("stances", ())),
        light=_light(data.get("light", {}), rules.verb_forms),
        charges=frozenset(phrases.get("charges", ())),
        particles=dict(each.split() for each in phrases.get("particles", ())),
        rejecting=_any_of(stance.get("rejecting", ())),
        distancing=_any_of(stance.get("distancing", ())),
        denying=tuple(stance.get("denying", ())),
    )


def _light(
    verbs: dict[str, list[str]], forms_of: Callable[[str], dict[str, str]]
) -> dict[str, tuple[tuple[str, ...], ...]]:
    phrases = {entry: tuple(tuple(each.split()) for each in rest) for entry, rest in verbs.items()}
    return {form: rest for entry, rest in phrases.items() for form in forms_of(entry)}


def _kinds(words: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for name, listed in words.items():
        for word in listed:
            kinds.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in kinds.items()}


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    if not longest_first:
        return re.compile(r"(?!)")
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE)


def _cues(verbs: dict[str, list[str]], forms_of: Callable[[str], dict[str, str]]) -> dict[str, Cue]:
    lemmas: dict[str, set[str]] = {}
    spelt: dict[str, dict[str, str]] = {}
    for pattern in PATTERNS:
        for entry in verbs.get(pattern, ()):
            lemma = entry.split()[0]
            lemmas.setdefault(lemma, set()).add(pattern)
            if " " in entry or lemma not in spelt:  # irregular forms may be spelt out in one list only
                spelt[lemma] = forms_of(entry)
    return {
        form: Cue(lemma, frozenset(patterns), kind)
        for lemma, patterns in lemmas.items()
        for form, kind in spelt[lemma].items()
    }
