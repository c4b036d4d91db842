"""Who holds an office, told by the library itself: "Colombia's President Gustavo Petro"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from weakref import WeakKeyDictionary

from bot.finding.word_weights import full_weight
from index.door import Index
from index.languages import LANGUAGES
from index.model import Passage, Query, Word
from index.text.letters import CAPITAL, SMALLS
from index.text.names import JOINED, PARTICLE
from index.text.office_words import is_country, office_terms, scope_terms
from index.text.offices import Office, OfficeNamed, named_in, scope_follows
from index.text.terms import WORD, fold, folded, folded_list, parts, stem, stop_words
from index.values import frozen, replace
from index.words import alternatives

_LOOKED_AT = 60  # paragraphs that hold the words of the office and its scope
# Times as many independent articles as name all others together: a holder before or after is no noise.
_CLEARLY = 4
# Weight of the name for the words of the office: as much as their own forms, but these say how rare the
# word is, and a name is the same in every language.
_NAME = 0.79

_CAPITAL = rf"(?:{CAPITAL}[^\W\d_]*(?:[’'-](?!s\b)[^\W\d_]+)*|{CAPITAL}\.)"
_PERSON = rf"{_CAPITAL}(?:\s(?:{PARTICLE}\s)?(?:{JOINED}(?={CAPITAL}))?{_CAPITAL}){{0,5}}"
# Compiled when a question names an office, which few do: together they take 2 ms.
_BEHIND = rf"\s(?P<name>{_PERSON})"
_SET_OFF = rf",\s(?P<name>{_PERSON})(?=[,.;:)]|\s[—–-]|$)"  # no list of people met
_LISTED = rf",?\s(?:{alternatives('searching', 'list_joins')})\s"
_THE = rf"(?:(?:{alternatives('searching', 'definite')})\s)?"
_APPOSED = rf"(?P<name>{_PERSON})(?:,\s|\s\(){_THE}(?:[{SMALLS}-]+\s){{0,2}}$"
_EQUALLED = rf"(?P<name>{_PERSON})\s(?:{alternatives('searching', 'equals')})\s{_THE}(?:[\w-]+\s){{0,3}}$"
_pattern = cache(re.compile)
_FAR = 120  # characters before an office in which a name is looked for

_known: WeakKeyDictionary[Index, dict[Office, str | None]] = WeakKeyDictionary()


@frozen
class Holder:
    """The one who holds an office: his name as the library has it, and the office as the question has it."""

    name: str
    office: Office


def holder_of(index: Index, office: Office) -> Holder | None:
    """Return who holds an office, None where the library names nobody, or two."""
    known = _known.setdefault(index, {})
    if office not in known:
        known[office] = _agreed(_told(index, office))
    name = known[office]
    return Holder(name, office) if name else None


def with_holder(query: Query, holder: Holder, taken: float) -> Query:
    """Return the query in which the holder's name stands for the words of his office as well.

    Where the question only leans on the office of an earlier one, the name is added with weight ``taken``.
    """
    terms = tuple((term, _NAME) for term in sorted(_terms(holder.name)))
    asked = {part for word in WORD.findall(holder.office.words) for part in parts(word)}
    words = [_with(word, terms) if word.text.lower() in asked else word for word in query.words]
    if all(own is word or full_weight(word) < 1 for own, word in zip(words, query.words, strict=True)):
        words.append(Word(fold(holder.name.split()[-1]), tuple((term, taken) for term, _ in terms)))
    return replace(query, words=tuple(words))


def _with(word: Word, terms: Sequence[tuple[str, float]]) -> Word:
    have = {term for term, _ in word.terms}
    added = tuple((term, weight * full_weight(word)) for term, weight in terms if term not in have)
    return replace(word, terms=word.terms + added)


def _told(index: Index, office: Office) -> dict[str, set[str]]:
    """Return the names that the library gives the holder, each with the independent articles that do."""
    words = [Word("office", tuple((term, 1.0) for term in sorted(office_terms(office.kinds))))]
    words += [Word("scope", tuple((t, 1.0) for t in sorted(scope_terms(part)))) for part in office.scope]
    told: dict[str, set[str]] = {}
    for passage in index.search(Query(office.words, "en", tuple(words)), _LOOKED_AT):
        article = passage.independent
        for name in _names(passage, office):
            told.setdefault(name, set()).add(article)
    return told


def _names(passage: Passage, office: Office) -> Iterator[str]:
    """Yield the names that a passage gives the holder: beside the office, and those of its voices."""
    text = passage.paragraph.text
    for named in named_in(text, office):
        if name := _beside(text, named, office):
            yield name
    for voice in passage.voices:
        if voice.speaker and _is_person(voice.speaker):
            role = voice.role or ""
            if any(not named.bare and not named.possessive for named in named_in(role, office)):
                yield voice.speaker


def _beside(text: str, named: OfficeNamed, office: Office) -> str | None:
    """Return the name directly behind an office or, set apart, before it; none where it has both."""
    if named.possessive:
        return None
    after = _pattern(_BEHIND).match(text, named.end)
    behind = _cleaned(after["name"], 1) if after else None
    if named.bare:  # "President Gustavo Petro of Colombia"
        return behind if after and scope_follows(text, after.end(), office) else None
    if after is None and (after := _pattern(_SET_OFF).match(text, named.end)):
        behind = _cleaned(after["name"], 2)
    if _pattern(_LISTED).match(text, named.end):
        return None
    front = text[max(0, named.start - _FAR) : named.start]
    ahead = _pattern(_APPOSED).search(front)
    before = _cleaned(ahead["name"], 2) if ahead else None
    if ahead is None and (ahead := _pattern(_EQUALLED).search(front)):
        before = _cleaned(ahead["name"], 1)
    return None if behind and before else behind or before


def _cleaned(name: str, least: int) -> str | None:
    """Return a name without titles and first words of sentences, None when it is no person's."""
    words = name.split()
    while words and fold(words[0]).rstrip(".") in folded_list("people", "titles", "capitalised"):
        words.pop(0)
    name = " ".join(words)
    return name if len(words) >= least and _is_person(name) else None


def _is_person(name: str) -> bool:
    words = folded(name)
    return (
        bool(words)
        and name[0].isupper()
        and len(words[-1]) > 1
        and len(words) <= 6
        and folded_list("people", "bodies", "capitalised").isdisjoint(words)
        and not any(map(is_country, words))
    )


def _agreed(told: dict[str, set[str]]) -> str | None:
    """Return the one name on which the articles agree, as fully as they have it."""
    people: list[tuple[str, set[str]]] = []
    for name in sorted(told, key=lambda name: (-len(name.split()), -len(told[name]), name)):
        words = set(map(fold, name.split()))
        for full, where in people:
            if words <= set(map(fold, full.split())):
                where.update(told[name])
                break
        else:
            people.append((name, set(told[name])))
    people.sort(key=lambda person: -len(person[1]))
    if not people or len(people[0][1]) < _CLEARLY * len(set().union(*(each for _, each in people[1:]))):
        return None
    return people[0][0]


def _terms(name: str) -> frozenset[str]:
    """Return the stems of the family name: of all words but given names and particles."""
    words = folded(name)
    small = stop_words() | folded_list("people", "masculine_names", "feminine_names")
    family = [word for word in words[1:] if word not in small] or words[-1:]
    return frozenset(stem(word, language) for word in family if len(word) > 1 for language in LANGUAGES)
