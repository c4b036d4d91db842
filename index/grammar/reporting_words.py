"""The reporting words of a language, read from ``words/cues_en.toml`` and ``words/cues_es.toml``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from index.languages import LANGUAGES
from index.languages.es.conjugation import spanish_forms
from index.values import frozen
from index.words import table

PATTERNS = ("say", "that", "quote", "pledge", "act", "object", "about", "document", "count")
NOTHING: frozenset[str] = frozenset()


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
    cues: dict[str, Cue]
    kinds: dict[str, frozenset[str]]  # word -> names of the lists it stands in
    nouns: frozenset[str]  # forms of cues that are nouns as well
    doubt: frozenset[str]
    impersonal: frozenset[str]  # lemmas that things perform too: "la situación indica", "a rise suggests"
    as_only: frozenset[str]  # lemmas that judge with "as" and no other word
    transitive: frozenset[str]  # lemmas that need an object: without one their past form is a participle
    attitudes: frozenset[str]  # lemmas of what somebody thinks or feels
    according: dict[str, tuple[tuple[str, ...], ...]]  # by their first word
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
    """Return the lists of ``language``; English ones when it is neither "en" nor "es"."""
    known = language if language in LANGUAGES else "en"
    data: dict[str, Any] = table(f"cues_{known}")
    verbs, phrases, stance = data["verbs"], data["phrases"], data["stance"]
    according: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases["according"]:
        according.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return Lexicon(
        language=str(known),
        cues=_cues(verbs, _english_forms if known == "en" else spanish_forms),
        kinds=_kinds(data["words"]),
        nouns=frozenset(verbs["nouns"]),
        doubt=frozenset(verbs["doubt"]),
        impersonal=frozenset(verbs.get("impersonal", ())),
        as_only=frozenset(verbs["as_only"]),
        transitive=frozenset(verbs.get("transitive", ())),
        attitudes=frozenset(verbs.get("attitudes", ())),
        according={word: tuple(found) for word, found in according.items()},
        onward=tuple(tuple(each.split()) for each in phrases["onward"]),
        stances=frozenset(phrases["stances"]),
        light=_light(data.get("light", {})),
        charges=frozenset(phrases.get("charges", ())),
        particles=dict(each.split() for each in phrases["particles"]),
        rejecting=_any_of(stance["rejecting"]),
        distancing=_any_of(stance["distancing"]),
        denying=tuple(stance["denying"]),
    )


def _light(verbs: dict[str, list[str]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    phrases = {entry: tuple(tuple(each.split()) for each in rest) for entry, rest in verbs.items()}
    return {form: rest for entry, rest in phrases.items() for form in spanish_forms(entry)}


def _kinds(words: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for name, listed in words.items():
        for word in listed:
            kinds.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in kinds.items()}


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE)


def _cues(verbs: dict[str, list[str]], forms_of: Callable[[str], dict[str, str]]) -> dict[str, Cue]:
    lemmas: dict[str, set[str]] = {}
    spelt: dict[str, dict[str, str]] = {}
    for pattern in PATTERNS:
        for entry in verbs[pattern]:
            lemma = entry.split()[0]
            lemmas.setdefault(lemma, set()).add(pattern)
            if " " in entry or lemma not in spelt:  # irregular forms may be spelt out in one list only
                spelt[lemma] = forms_of(entry)
    return {
        form: Cue(lemma, frozenset(patterns), kind)
        for lemma, patterns in lemmas.items()
        for form, kind in spelt[lemma].items()
    }


def _english_forms(entry: str) -> dict[str, str]:
    """Inflect a regular verb, or label the forms of one that is spelt out."""
    lemma, *spelt = entry.split()
    if spelt:
        third, past, ing, *more = spelt
    elif lemma.endswith("e"):
        third, past, ing, more = lemma + "s", lemma + "d", lemma[:-1] + "ing", []
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        third, past, ing, more = lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing", []
    else:
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        past, ing, more = lemma + "ed", lemma + "ing", []
    forms = {lemma: "base", third: "finite", ing: "ing", past: "past"}
    return forms | dict.fromkeys(more, "past")
