"""Who is named in an article: full names, and the one a short name stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from index.words import table, word_set

_LETTER = "[A-ZÁÉÍÓÚÜÑÀ-ÖØ-Þ]"
_SHORT = r"(?:Jr|Sr|Mrs?|Ms|Dra?|Sra|Srta|Gen|Sens?|Reps?|Gov|Lt|Col|Sgt|Capt|Prof|Rev|Lic|Ing|Gral)\."
_PART = (
    rf"(?:(?:{_LETTER}\.)+(?=\s)|{_SHORT}"
    rf"|{_LETTER}[^\W\d_]*(?:[’'-][^\W\d_]+)*[’']?)"
)
_GAP = r"[ \u00a0\n]+"
_NAME = re.compile(
    rf"{_PART}(?:{_GAP}(?:(?:de (?:la|los|las)|del?|van|von|bin|da|dos|der|y){_GAP})?{_PART})*"
)
_INSIDE = re.compile(rf"(?<=[a-z,] )({_LETTER}[^\W\d_]+)\b(?!\s+{_LETTER})")
_PLACED = re.compile(
    rf"\b(?:[Ii]n|[Ee]n|near|across|throughout|outside|inside) ({_LETTER}[^\W\d_]+)\b(?!['’])"
)
# "Organization of American States (OAS)"
_CAPITAL = rf"{_LETTER}[\w’'-]*"
_SMALL = r"(?:of|for|to|on|the|de|del|la|las|los|y|and|our|para)"
_ACRONYM = re.compile(
    rf"(?P<name>{_CAPITAL}(?:\s+(?:{_SMALL}\s+)*{_CAPITAL})+)\s+\((?P<short>{_LETTER}{{2,8}})\)"
)
_THE = re.compile(r"^(?:The|El|La|Los|Las) ")
_BEFORE = re.compile(r"([^\W\d_]+|[^\W\d_]{2,4}\.)\s+$")  # the word before a name
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_WORDS = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_EDITORS_WORD = 100  # mentions that a full name given by an editor weighs
_NON_SPACE = re.compile(r"\S+")
_ENDS = ("s", "'", "’")
_LONGEST_TITLE = 24  # characters looked at before a name for a title in small letters
_LONGEST_NAME = 5  # words; longer runs of capitals are headlines
_LONGEST_HEADLINE = 200  # characters
_HEADLINE_WORDS = 4
_HEADLINE_SHARE = 0.9
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset({"de", "la", "los", "las", "del", "van", "von", "bin", "da", "dos", "der", "y", "al"})


class PeopleWords(NamedTuple):
    """The lists of ``words/people.toml``."""

    titles: frozenset[str]
    masculine_titles: frozenset[str]
    feminine_titles: frozenset[str]
    masculine_kin: frozenset[str]
    feminine_kin: frozenset[str]
    masculine_names: frozenset[str]
    feminine_names: frozenset[str]
    bodies: frozenset[str]
    capitalised: frozenset[str]
    answers: frozenset[str]


@cache
def people_words() -> PeopleWords:
    """Return the lists that tell a person's name, loaded once."""
    data: dict[str, Any] = table("people")
    return PeopleWords(*(frozenset(data[name]) for name in PeopleWords._fields))


@cache
def world_bodies() -> dict[str, str]:
    """Return the names of bodies by their initials, for articles that do not spell them out."""
    data: dict[str, Any] = table("bodies")
    return {str(short): str(name) for short, name in data["initials"].items()}


def spelt(short: str, name: str) -> str:
    """Return a body's name and the initials that the words around a quote may use instead."""
    return f"{name} – {short}"


def gender_of_role(role: str) -> str | None:
    """Return "m" or "f" when the last word of what somebody is tells it: "the widow", "a spokesman for X"."""
    head = re.split(r"\s+(?:of|for|at|in|de|del|para)\s+|,", role, maxsplit=1)[0].split()
    word = head[-1].lower() if head else ""
    lists = people_words()
    if word in lists.masculine_kin or word in lists.masculine_titles:
        return "m"
    return "f" if word in lists.feminine_kin or word in lists.feminine_titles else None


class Named(NamedTuple):
    """A person's name as it stands in a text, without the titles before it."""

    start: int
    end: int
    words: tuple[str, ...]  # as written, without titles
    gender: str | None  # "m", "f" or None, from a title or a first name
    titled: bool

    @property
    def name(self) -> str:
        """The name as written, white space collapsed."""
        return " ".join(self.words)


class _Run(NamedTuple):
    """Capitalised words in a row that may make a name."""

    parts: list[tuple[int, str]]
    titled: bool
    gender: str | None


def names_in(text: str, start: int = 0, end: int | None = None) -> list[Named]:
    """Return the capitalised names in ``text[start:end]``; bodies and places are left out."""
    lists = people_words()
    found: list[Named] = []
    for match in _NAME.finditer(text, start, len(text) if end is None else end):
        before = _BEFORE.search(text, max(0, match.start() - _LONGEST_TITLE), match.start())
        title = before.group(1).lower().rstrip(".") if before else ""
        for run in _runs(match.group(), lists, title if title in lists.titles else ""):
            named = _make(run, match.start(), lists)
            if named is not None:
                found.append(named)
    return found


def headline(text: str) -> bool:
    """Whether all but the small words are capitalised, so that no name stands out."""
    if len(text) > _LONGEST_HEADLINE:
        return False
    words = [word for word in _WORDS.findall(text) if word not in word_set("title_small")]
    capital = sum(word[:1].isupper() for word in words)
    return len(words) >= _HEADLINE_WORDS and capital >= _HEADLINE_SHARE * len(words)


def _runs(text: str, lists: PeopleWords, title: str) -> list[_Run]:
    """Split a capitalised stretch at possessives and titles, and drop first words of sentences.

    ``title`` is a title in small letters right before the stretch, or empty. Of "Ohio Gov. Ana
    Ejemplo" only what follows the title is kept.
    """
    runs: list[_Run] = []
    parts: list[tuple[int, str]] = []
    titled, gender = bool(title), _title_gender(title, lists)
    for match in _NON_SPACE.finditer(text):
        part = match.group()
        bare = part.rstrip(".").lower()
        possessive = part.endswith(_ENDS) and _POSSESSIVE.search(part) is not None
        title_here = bare in lists.titles and not (parts and (match.end() == len(text) or possessive))
        title_here = title_here and part not in _PARTICLES  # "Del. Brown", but "Partido del Puente"
        if title_here or (not parts and bare in lists.capitalised):
            parts, titled = [], (titled and not parts) or title_here
            gender = _title_gender(bare, lists) or gender
            continue
        parts.append((match.start(), part))
        if possessive:
            runs.append(_Run(parts, titled, gender))
            parts, titled, gender = [], False, None
    return [*runs, _Run(parts, titled, gender)] if parts else runs


def _title_gender(title: str, lists: PeopleWords) -> str | None:
    return "m" if title in lists.masculine_titles else "f" if title in lists.feminine_titles else None


def _make(run: _Run, offset: int, lists: PeopleWords) -> Named | None:
    """Make a name of a run, unless it is a body's, a place's or a headline."""
    words = [_POSSESSIVE.sub("", part) for _, part in run.parts]
    lows = [word.rstrip(".").lower() for word in words]
    if len(words[-1]) > 2 and lows[-1] not in _SUFFIXES:
        words[-1] = words[-1].rstrip(".")
    given = len(lows) > 1 and (lows[0] in lists.masculine_names or lows[0] in lists.feminine_names)
    cut = next((n for n in range(2, len(lows)) if lows[n] in lists.bodies), None) if given else None
    if cut is not None:  # "Ana Ejemplo Day" is a day, the name in it ends before it
        keep = 2 if cut > 2 and lows[2] not in _PARTICLES and len(lows[1]) > 2 else cut
        run = run._replace(parts=run.parts[:keep])
        words, lows = words[:keep], lows[:keep]
    if (
        (not given and any(low in lists.bodies for low in lows))
        or lows[0] in _PARTICLES
        or len(words) > _LONGEST_NAME
        or len(lows[-1]) == 1  # the "N" of "U.N"
    ):
        return None
    gender = run.gender
    if (
        gender is None
        and given
        and not (lows[0] in lists.masculine_names and lows[0] in lists.feminine_names)
    ):
        gender = "m" if lows[0] in lists.masculine_names else "f"  # a bare "Warren" may be a surname
    at, last = run.parts[-1]
    end = offset + at + len(_POSSESSIVE.sub("", last))
    return Named(offset + run.parts[0][0], end, tuple(words), gender, run.titled)


def surname_keys(name: str) -> set[str]:
    """Return the words by which a full name may be called: all but the first and particles."""
    words = [word.lower() for word in _WORDS.findall(name)]
    words = [word for word in words if word not in _SUFFIXES and len(word) > 1]
    return {word for word in words[1:] if word not in _PARTICLES}


@dataclass(slots=True)
class Roster:
    """The people of one article."""

    full: dict[str, str | None] = field(default_factory=dict)  # full name -> gender
    by_surname: dict[str, list[str]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    titled: dict[str, str | None] = field(default_factory=dict)  # surname after a title -> gender
    acronyms: dict[str, str] = field(default_factory=dict)  # "UEW", and its name -> "Union of ... – UEW"
    placed: set[str] = field(default_factory=set)  # capitalised words after "in", "across": places
    inside: set[str] = field(default_factory=set)  # capitalised words after a small one, as names are

    def add(self, name: str, gender: str | None) -> None:
        """Note a full name of two words or more."""
        if name not in self.full:
            for key in surname_keys(name):
                self.by_surname.setdefault(key, []).append(name)
        self.full[name] = self.full.get(name) or gender
        self.counts[name] += 1

    def resolve(self, name: str, gender: str | None = None) -> str:
        """Return the full name that ``name`` stands for; ``name`` itself when none or several fit."""
        if name in self.acronyms:
            return self.acronyms[name]
        if name in world_bodies():
            return spelt(name, world_bodies()[name])
        words = [word.lower() for word in _WORDS.findall(name)]
        if not words:
            return name
        fitting = [full for full in self.by_surname.get(words[-1], []) if _fits(words, full)]
        if gender:
            fitting = [full for full in fitting if self.full[full] in (gender, None)] or fitting
        longest = _one_person(fitting, self.counts)
        return longest if longest and len(longest) >= len(name) else name

    def surnamed(self, name: str) -> bool:
        """Whether a single word is a person's surname in the article, or stands after a title."""
        return name.lower() in self.by_surname or name.lower() in self.titled

    def gender(self, name: str) -> str | None:
        """Return "m" or "f" for a resolved name, None when unknown."""
        gender = self.full.get(name)
        if gender:
            return gender
        words = [word.lower() for word in _WORDS.findall(name)]
        if not words:
            return None
        if len(words) == 1 and words[0] not in self.by_surname:
            lists = people_words()
            masculine, feminine = words[0] in lists.masculine_names, words[0] in lists.feminine_names
            if masculine != feminine:
                return "m" if masculine else "f"
        return self.titled.get(words[-1])


def _fits(words: list[str], full: str) -> bool:
    """Whether all the words of a short name stand in the full one."""
    have = {word.lower() for word in _WORDS.findall(full)}
    return set(words) <= have


def _given(name: str) -> bool:
    """Whether the name starts with a known first name."""
    first = name.split(maxsplit=1)[0].lower()
    return first in people_words().masculine_names or first in people_words().feminine_names


def _one_person(names: list[str], counts: Counter[str]) -> str | None:
    """Return the usual full name when all ``names`` can be one person's, else None."""
    if not names:
        return None
    longest = max(names, key=len)
    have = {word.lower() for word in _WORDS.findall(longest)}
    if all({word.lower() for word in _WORDS.findall(each)} <= have for each in names):
        return max(names, key=lambda each: (_given(each), counts[each], len(each)))
    return None


def roster_of(
    texts: Iterable[tuple[str, list[Named]]], speakers: Iterable[str], headlines: Iterable[str] = ()
) -> Roster:
    """Read the people of an article from its texts, each with its names, and from an editor's full names.

    Of a headline only a first name and the word after it are taken, when that word stands
    alone in the texts as names do and no text gives it another full name.
    """
    roster = Roster()
    for text, names in texts:
        for match in _ACRONYM.finditer(text) if "(" in text else ():
            if (
                len(match["name"].split()) >= len(match["short"]) - 1
            ):  # "Lower Springfield (USA)" spells nothing
                name = _THE.sub("", " ".join(match["name"].split()))
                both = roster.acronyms.setdefault(match["short"], spelt(match["short"], name))
                roster.acronyms.setdefault(name, both)
        roster.inside.update(_INSIDE.findall(text))
        roster.placed.update(_PLACED.findall(text))
        for named in names:
            surname = named.words[-1].rstrip(".").lower()
            if len(named.words) >= 2:
                roster.add(named.name, named.gender)
            elif named.titled:
                roster.titled[surname] = named.gender or roster.titled.get(surname)
    for named in (named for text in headlines for named in names_in(text)):
        first, *rest = named.words
        if named.gender and rest and rest[0] in roster.inside and rest[0].lower() not in roster.by_surname:
            roster.add(f"{first} {rest[0]}", named.gender)
    for name in speakers:
        roster.add(name, None)
        roster.counts[name] += _EDITORS_WORD
    return roster
