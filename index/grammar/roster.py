"""The people of one article: full names, and the one a short name stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest

from index.text.acronyms import spellings
from index.text.letters import CAPITAL, CAPITALS
from index.text.names import Named, low_words, names_in, surname_keys
from index.text.people import given_names, people_words
from index.words import alternatives, lower_list, strings, table, word_list

_INSIDE = re.compile(rf"\b[^\W\d_{CAPITALS}][^\W\d_]*[,;:]? ({CAPITAL}[^\W\d_]+)\b(?!\s+{CAPITAL})")
_ALONE = re.compile(rf"(?:^|[.;:,!?”\"’)] )({CAPITAL}[^\W\d_]+)(?:['’]s)? [^\W\d_{CAPITALS}]")
_PLACED = re.compile(rf"\b(?i:{alternatives('grammar', 'near_links')}) ({CAPITAL}[^\W\d_]+)\b(?!['’])")
_ALSO = re.compile(
    rf",? \(?(?:{alternatives('grammar', 'also_known')}) [\"“«'‘]?(?P<one>{CAPITAL}[^\W\d_]+)[\"”»'’]?"
    rf"(?: (?:{alternatives('grammar', 'or_words')}) [\"“«'‘]?(?P<other>{CAPITAL}[^\W\d_]+)\b)?(?! {CAPITAL})"
)
_PAPERS = alternatives("names", "papers").title()
_PAPER = re.compile(rf"\b{CAPITAL}[^\W\d_]+(?: {CAPITAL}[^\W\d_]+){{0,2}} (?P<last>{_PAPERS})\b")
_THE = re.compile(rf"^(?:{alternatives('grammar', 'definite_all').title()}) ")
_PRONOUN = re.compile(
    rf"\b(?:{alternatives('grammar', 'masculine_pronouns')}|{alternatives('grammar', 'feminine_pronouns')})\b"
)
_HE = word_list("grammar", "masculine_pronouns")
_PRONOUN_REACH = 120  # characters from a name to the pronoun that may stand for it
_SENTENCE_END = re.compile(r"[.!?;“”\"]\s")
_JOINS = frozenset(strings("particles", "joins"))
_FATHERS = frozenset(strings("particles", "fathers"))
_ROYAL = word_list("grammar", "royal_titles")
_KNIGHTLY = word_list("grammar", "knightly_titles")
_COURTESY = word_list("grammar", "courtesy_titles") - {""}
_GENITIVES = word_list("grammar", "genitives")
_SUFFIXES = word_list("texts", "name_suffixes")
_PARTY_MEMBERS = word_list("grammar", "party_members")
_DEITIES = word_list("names", "deities")
_VERSUS = re.compile(
    rf" (?:{alternatives('texts', 'versus')})\.? "
)  # "Ejemplo v. Muestra" is a case, and nobody called by the surname
_FULL = 2  # words of a full name, at least
_EDITORS_WORD = 100  # mentions that a full name given by an editor weighs


@cache
def world_bodies() -> dict[str, str]:
    """Return the names of bodies by their initials, for articles that do not spell them out."""
    return {str(short): str(name) for short, name in table("bodies")["initials"].items()}


def spelt(short: str, name: str) -> str:
    """Return a body's name and the initials that the words around a quote may use instead."""
    return f"{name} – {short}"


@dataclass(slots=True)
class Roster:
    """The people of one article."""

    full: dict[str, str | None] = field(default_factory=dict)  # full name -> gender
    by_surname: dict[str, list[str]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    titled: dict[str, str | None] = field(default_factory=dict)  # surname after a title -> gender
    acronyms: dict[str, str] = field(default_factory=dict)  # "UEW", and its name -> "Union of ... – UEW"
    aliases: dict[str, str] = field(default_factory=dict)  # what somebody is called as well -> his name
    placed: set[str] = field(default_factory=set)  # capitalised words after "in", "across": places
    told: dict[str, Counter[str]] = field(default_factory=dict)  # name -> "he" and "she" right after it
    heard: dict[str, Counter[str]] = field(default_factory=dict)  # the same of surnames alone
    inside: set[str] = field(default_factory=set)  # capitalised words after a small one, as names are
    alone: set[str] = field(default_factory=set)  # capitalised words behind a mark, a small word after them
    papers: dict[str, set[str]] = field(default_factory=dict)  # "Times" -> full names that end so
    juniors: set[str] = field(default_factory=set)  # surnames of whom the text calls "Ejemplo Jr."
    first_so: dict[str, str] = field(default_factory=dict)  # surname alone -> its one bearer so far, or ""
    styled: set[str] = field(default_factory=set)  # full names that stand behind a title
    before_full: set[str] = field(default_factory=set)  # surnames that stand alone before any full name

    _known: dict[tuple[str, str | None], str] = field(default_factory=dict)  # what was resolved before

    def add(self, name: str, gender: str | None) -> None:
        """Note a full name of two words or more."""
        if _begins_with_place(name) or name.rpartition(" ")[2].lower() in _DEITIES:
            return  # "Praise God" is nobody's name, though "God" stands alone in the text
        self._known.clear()
        if name not in self.full:
            for key in surname_keys(name):
                self.by_surname.setdefault(key, []).append(name)
        self.full[name] = self.full.get(name) or gender
        self.counts[name] += 1

    def resolve(self, name: str, gender: str | None = None) -> str:
        """Return the full name that ``name`` stands for; ``name`` itself when none or several fit."""
        name = f"{name}." if f"{name}." in self.full else name  # "Ana Ejemplo Jr", cut from its full stop
        key = name, gender
        if key not in self._known:
            self._known[key] = self._resolved(name, gender)
        return self._known[key]

    def _resolved(self, name: str, gender: str | None) -> str:
        if name in self.acronyms:
            return self.acronyms[name]
        other = self.aliases.get(name)
        if other is not None and other not in self.aliases:
            return self.resolve(other)
        if name in world_bodies():
            return spelt(name, world_bodies()[name])
        words = low_words(name)
        papers = self.papers.get(name, ())
        if len(papers) == 1:  # "The Times", where no paper but the New York Times is named
            return next(iter(papers))
        many = len(words) == 1 and words[0].removesuffix("s") in _PARTY_MEMBERS  # no surname: "Republicans"
        if not words or many or (len(words) == 1 and words[0] in self.before_full):
            return name
        fitting = self._bearers(words)
        if name.isupper() and len(name) > 1:  # "IAV", not "Obras del IAV"
            fitting = [full for full in fitting if full.split()[-1] != name]
        if len(words) > 1 and _given(name):  # "Ana Ejemplo", not "Hoja Ana Ejemplo" behind a paper's name
            fitting = [full for full in fitting if _given(full)]
        if gender:
            fitting = [full for full in fitting if self.full[full] in (gender, None)]
        if not fitting and len(words) == 1 and name not in self.placed:
            fitting = self._called(words[0])
        longest = _one_person(fitting, self.counts) or self._settled(words, fitting)
        return longest if longest and len(longest) >= len(name) else name

    def resolve_titled(self, title: str, name: str, gender: str | None = None) -> str:
        """Return the full name for a name behind a title; kings and popes are called by the first one.

        "Mr Howard" is not Howard Flight where the article calls that one "Mr Flight".
        """
        plain = title.rstrip(".").lower()
        if " " in name or plain not in _ROYAL | _KNIGHTLY:
            full = self.resolve(name, gender)
            words = low_words(full)  # one, or none, where a name stands for one word or for a sign
            other = plain in _COURTESY and words[:1] == [name.lower()] and words[-1] in self.titled
            other = other and full != name
            return name if other else full
        called = [full for full in self.full if low_words(full)[:1] == [name.lower()]]
        short = self.resolve(name, gender) if plain in _KNIGHTLY else name
        return _one_person(called, self.counts) or short

    def _bearers(self, words: list[str]) -> list[str]:
        """The full names that these words may stand for: a surname, "Ejemplo Jr.", two of three words."""
        key = words[0] if len(words) == _FULL and words[-1] in _SUFFIXES else words[-1]
        fitting = [full for full in self.by_surname.get(key, []) if _fits(words, full)]
        fitting = [full for full in fitting if not (_one_of_two(words, full) or _fathers(words, full))]
        fitting = [full for full in fitting if not _owner_of(words, full)]
        return self._seniors(fitting) if len(words) == 1 and words[0] in self.juniors else fitting

    def _settled(self, words: list[str], fitting: list[str]) -> str | None:
        """Of several bearers of a surname the one whom it meant before another was named: "Luz Oso fell. Oso
        rose. Her mother Ana Oso ran. Oso smiled".
        """
        first = self.first_so.get(words[0], "") if len(words) == 1 else ""
        if first not in fitting or (words[0] in self.titled and first not in self.styled):
            return None  # "President Oso" is another than Luz Oso
        heard, gender = self.heard.get(words[0], Counter()), self.full[first]
        return (
            None
            if gender and any(heard[each] >= heard[gender] for each in heard if each != gender)
            else first
        )

    def _seniors(self, names: list[str]) -> list[str]:
        """Of the bearers of a surname those after whom another is called: of "Gil Oso Jr." and "Luz Oso", who
        is told in the text as "Oso Jr.", neither is "Oso", but Gil Oso is.
        """
        young = [low_words(full)[:-1] for full in names if low_words(full)[-1] in _SUFFIXES]
        return [full for full in names if low_words(full) in young]

    def settle(self) -> None:
        """Forget what was resolved while the article was read: all its people are known from now on."""
        self._known.clear()

    def _called(self, first: str) -> list[str]:
        """Return the full names that begin with this first name, if it is one: "Gloria" of Gloria Muestra.

        Of others those behind a title whose last word never stands alone: "Gov. Tamrat Beleke ... Tamrat".
        """
        called = [full for full in self.full if low_words(full)[:1] == [first]]
        if first in given_names():
            return called
        lone = self.inside | self.alone
        return [full for full in called if full in self.styled and full.split()[-1] not in lone]

    def surnamed(self, name: str) -> bool:
        """Whether a single word is a person's surname in the article, or stands after a title."""
        return name.lower() in self.by_surname or name.lower() in self.titled

    def _told(self, name: str) -> str | None:
        """Return "m" or "f" as the article calls a person "he" or "she", almost always."""
        counts = self.told.get(name) if name not in self.placed else None
        if not counts:
            return None
        (gender, most), *rest = counts.most_common(2)
        return gender if most >= 2 + 3 * sum(count for _, count in rest) else None

    def gender(self, name: str) -> str | None:
        """Return "m" or "f" for a resolved name, None when unknown."""
        gender = self.full.get(name) or self._told(name)
        if gender:
            return gender
        words = low_words(name)
        if not words:
            return None
        if len(words) == 1 and words[0] not in self.by_surname:
            lists = people_words()
            masculine, feminine = words[0] in lists.masculine_names, words[0] in lists.feminine_names
            if masculine != feminine:
                return "m" if masculine else "f"
        return self.titled.get(words[-1])


def _hear(text: str, names: list[Named], roster: Roster) -> None:
    """Count by which pronouns people are called: the first after a name, in its sentence, no name between."""
    for named, after in zip_longest(names, names[1:]):
        stop = min(named.end + _PRONOUN_REACH, after.start if after else len(text))
        match = _PRONOUN.search(text, named.end, stop)
        acronym = len(named.words) == 1 and named.name.isupper()
        if match is not None and not acronym and _SENTENCE_END.search(text, named.end, match.start()) is None:
            gender = "m" if match.group() in _HE else "f"
            if len(named.words) == 1:
                roster.heard.setdefault(named.name.lower(), Counter())[gender] += 1
            roster.told.setdefault(roster.resolve(named.name), Counter())[gender] += 1


def _begins_with_place(name: str) -> bool:
    """Whether capitals in a row begin with a place: "South Carolina Amtrak" is nobody's name."""
    words = name.lower().split()
    places = lower_list("names", "countries", "provinces")
    place = words[0] in places or " ".join(words[:2]) in places
    return place and not _given(name)


def _fits(words: list[str], full: str) -> bool:
    """Whether all the words of a short name stand in the full one."""
    have = set(low_words(full))
    return set(words) <= have


def _one_of_two(words: list[str], full: str) -> bool:
    """Whether a short name is only what stands on one side of the "and": "Muestra" of "Aldea y Muestra"."""
    low = full.lower().split()
    joint = next((at for at, word in enumerate(low) if word in _JOINS), None)
    if joint is None:
        return False
    return set(words).isdisjoint(low[:joint]) or set(words).isdisjoint(low[joint + 1 :])


def _fathers(words: list[str], full: str) -> bool:
    """Whether a single name is that of somebody's father: "Tarek" of "Omar bin Tarek"."""
    low = full.lower().split()
    at = low.index(words[0]) if len(words) == 1 and words[0] in low else 0
    return at > 1 and low[at - 1] in _FATHERS  # not "Ben Muestra"


def _owner_of(words: list[str], full: str) -> bool:
    """Whether a single name only tells whose a body is: "Supremo" of "Sala del Supremo"."""
    low = full.lower().split()
    at = low.index(words[0]) if len(words) == 1 and words[0] in low else 0
    return at > 0 and low[at - 1] in _GENITIVES and not _given(full)


def _given(name: str) -> bool:
    """Whether the name starts with a known first name."""
    return name.split(maxsplit=1)[0].lower() in given_names()


def _one_person(names: list[str], counts: Counter[str]) -> str | None:
    """Return the usual full name when all ``names`` can be one person's, else None."""
    if not names:
        return None
    longest = max(names, key=len)
    have = set(low_words(longest))
    if all(set(low_words(each)) <= have for each in names):
        return max(names, key=lambda each: (_given(each), counts[each], len(each)))
    return None


def _spell(text: str, roster: Roster) -> None:
    """Note the initials that a text puts in brackets after a body's name."""
    for each in spellings(text):
        if each.spelt or len(each.name.split()) >= len(each.initials) - 1:  # not "Lower Springfield (USA)"
            name = _THE.sub("", each.name)
            if not each.spelt and _given(name):
                continue  # "Ana Ejemplo (PS Aldea)"
            both = roster.acronyms.setdefault(each.initials, spelt(each.initials, name))
            roster.acronyms.setdefault(name, both)


def _alias(text: str, named: Named, roster: Roster) -> None:
    """Note what somebody is called beside his name: "Ana Ejemplo, alias La Reina", "also known as Nan"."""
    match = _ALSO.match(text, named.end)
    for short in (match["one"], match["other"]) if match else ():
        if short and short not in named.words:
            roster.aliases.setdefault(short, named.name)


def _read(text: str, names: list[Named], roster: Roster, *, headed: bool = False) -> set[str]:
    """Note the names of one text; return the surnames that stand alone and had no full name before."""
    first: set[str] = set()
    if "(" in text:
        _spell(text, roster)
    for match in _PAPER.finditer(text):
        paper = _THE.sub("", match.group())
        if " " in paper:
            roster.papers.setdefault(match["last"], set()).add(paper)
    roster.inside.update(_INSIDE.findall(text))
    roster.alone.update(_ALONE.findall(text))
    roster.placed.update(_PLACED.findall(text))
    for named in names:
        surname = named.words[-1].rstrip(".").lower()
        _alias(text, named, roster)
        if len(named.words) == 2 and surname in _SUFFIXES:
            roster.juniors.add(named.words[0].lower())
        elif len(named.words) >= 2:
            roster.add(named.name, named.gender)
            roster.styled.update({named.name} if named.titled else ())
        elif named.titled:
            roster.titled[surname] = named.gender or roster.titled.get(surname)
        if len(named.words) == 1 and surname not in roster.by_surname and not _VERSUS.match(text, named.end):
            first.add(surname)
        if len(named.words) == 1 and not (named.titled or headed):
            bearer = _one_person(roster.by_surname.get(surname, []), roster.counts)
            roster.first_so.setdefault(surname, bearer or "")
    return first


def _part(roster: Roster) -> None:
    """Part two names side by side, where each stands alone elsewhere: "told Radio Ardale | Ana Ejemplo"."""
    for name in [each for each in roster.full if each.count(" ") >= 2 * _FULL - 1 and not _given(each)]:
        words = name.split()
        cuts = range(_FULL, len(words) - _FULL + 1)
        parts = ((" ".join(words[:cut]), " ".join(words[cut:])) for cut in cuts)
        behind = next((two for one, two in parts if one in roster.full and two in roster.full), None)
        if behind is None:
            continue
        roster.aliases.setdefault(name, behind)
        del roster.full[name]
        for fulls in roster.by_surname.values():
            if name in fulls:
                fulls.remove(name)


def _join_surnames(roster: Roster) -> None:
    """Who is called by two surnames is the one person named in full with the first of them: "Ana Oso ... Oso
    Muestra", where nobody else is an Oso.
    """
    for name in [each for each in roster.full if each.count(" ") + 1 == _FULL and not _given(each)]:
        first, second = low_words(name) if len(low_words(name)) == _FULL else ("", "")
        bearers = {full for full in roster.by_surname.get(first, ()) if full != name}
        bearers |= {full for full in roster.full if low_words(full)[:1] == [first] and full != name}
        full = bearers.pop() if len(bearers) == 1 else ""
        others = {each for each in roster.by_surname.get(second, ()) if each != name}
        if not (full and _given(full) and low_words(full)[-1] == first) or others:
            continue
        roster.aliases.setdefault(name, full)
        del roster.full[name]
        roster.by_surname[second] = [full]


def roster_of(
    texts: Iterable[tuple[str, list[Named]]],
    speakers: Iterable[str],
    headlines: Iterable[str] = (),
    headings: Iterable[tuple[str, list[Named]]] = (),
    *,
    second_surnames: bool = False,
) -> Roster:
    """Read the people of an article from its texts, each with its names, and from an editor's full names.

    Whom a heading calls by the surname alone is the one whom the text below names in full.

    Of a headline only a first name and the word after it are taken, when that word stands
    alone in the texts as names do and no text gives it another full name.
    """
    roster = Roster()
    read = list(texts)
    alone: set[str] = set()
    for text, names in headings:
        _read(text, names, roster, headed=True)
    for text, names in read:
        alone |= _read(text, names, roster)
    for named in (named for text in headlines for named in names_in(text)):
        first, *rest = named.words
        if named.gender and rest and rest[0] in roster.inside and rest[0].lower() not in roster.by_surname:
            roster.add(f"{first} {rest[0]}", named.gender)
    # Whoever is called by the surname from the start is another than a relative named in full later on.
    roster.before_full = {each for each in alone if len(roster.by_surname.get(each, ())) == 1}
    for name in speakers:
        roster.add(name, None)
        roster.counts[name] += _EDITORS_WORD
        roster.before_full -= surname_keys(name)
    _part(roster)
    if second_surnames:
        _join_surnames(roster)
    for text, names in read:
        _hear(text, names, roster)
    roster.settle()
    return roster
