"""Whom a label of a dialogue names: a person, by a name, initials or an office; nobody; who answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.grammar.roster import Roster
from index.grammar.speakers import Speaker
from index.model import Paragraph, Role, Source
from index.text.names import names_in
from index.text.normal import collapse
from index.text.people import given_names, people_words, personal_words
from index.text.places import names_place
from index.text.terms import fold
from index.voices.dialogue_words import dialogue_words, names_nobody, spoken_words
from index.voices.labels import Kind, Mark, small_words, without_courtesy
from index.words import alternatives, word_list

_AGENCIES = word_list("names", "agencies")
_MORE_GIVEN = word_list("names", "given_names")
_JOINED = re.compile(rf" (?:{alternatives('particles', 'joins')}) ", re.IGNORECASE)
_DOTS = re.compile(r"[. \u00a0]+")
_LONGEST_NAME = 60  # characters
_PRESENTED = 240  # characters in which whoever asks presents himself
_SEVERAL = 2  # names in capitals that need not come back
_INITIALS_LONG = 4  # letters
_NUMERAL = re.compile(r"[IVX]{2,4}")
_LETTERS = re.compile(r"[^\W\d_]+(?:[’'][Ss]\b)?")  # "O'Brien", "Ann-Marie", but "Women's"
_CLAUSE = r"[^.!?:;\n]"
_INITIALS = re.compile(r"[^\W\d_]{2,4}")


class LabelNames:
    """Gives a label its speaker."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], source: Source, roster: Roster, answering: Speaker | None
    ) -> None:
        self._texts = [each.text for each in paragraphs] + [source.title or ""]
        self._seen = [each.text for each in paragraphs if each.role is not Role.JUNK]
        self._outlet = _plain(source.outlet or "")
        self._roster = roster
        named = [each.name for each in names_in(source.title or "") if len(each.words) > 1]
        names = [lowered(part) for name in named for part in _JOINED.split(name) if " " in part]
        self._titled = list(dict.fromkeys([*names, *source.authors]))  # beside those whom the text names
        self._answering = answering

    def speaker(self, mark: Mark) -> Speaker | None:
        """Return who speaks after the label, None when it names nobody."""
        label = collapse(mark.label)
        if mark.kind is not Kind.NAMED:
            return self._answering if mark.kind is Kind.ANSWERS else None
        initials = self._of_initials(label)
        if initials is not None:
            return Speaker(self._spelt(initials) or lowered(initials), label)
        outlet = self._outlet and (
            _plain(label) == self._outlet or _plain(label) in _initials_of(self._outlet)
        )
        outlet = outlet or label.lower() in _AGENCIES
        if label.lower() in dialogue_words().guests:
            return self._answering and self._answering._replace(mention=label)
        if names_nobody(label) or outlet:
            return None
        if len(label.rstrip(".")) == 1:
            return self._of_letter(label[:1])
        return self._titled_name(mark, label)

    def _titled_name(self, mark: Mark, label: str) -> Speaker:
        """The speaker of a label that is a name or an office, or both."""
        title, name = _without_title(" ".join(without_courtesy(label.split())))
        if (held := self._holder_of(label, title, name)) is not None:
            return held
        holder = _holder(mark.office) if title is not None and mark.office else None
        if holder is not None:  # "SECRETARIA DE OBRAS, ANA EJEMPLO"
            known = self._roster.resolve(holder)
            return Speaker(self._spelt(known) or lowered(known), label, _office(label))
        if not name:
            if self._answering and title and self._holds(title):
                return self._answering._replace(mention=label, role=_office(title))
            return Speaker(" ".join(without_courtesy(label.split())), label, kind="noun")
        known = self._called(mark, name.title() if name.isupper() else name)
        if known.lower() == name.lower():
            titled = [each for each in self._titled if each.split()[-1].lower() == name.lower()]
            known = titled[0] if len(titled) == 1 else known
        if known.lower() == name.lower():
            whole = title is None or len(name.split()) > 1
            known = self._spelt(name) or (lowered(name) if whole else label)
        office = mark.office if mark.office and mark.office[:1].isalpha() else None
        title = None if title is not None and known == label else title
        return Speaker(known, label, _office(office or title))

    def _holder_of(self, label: str, title: str | None, name: str) -> Speaker | None:
        """The one person whom the text names behind the office that a label is: "First Lady Ana Ejemplo"."""
        office = dialogue_words().articles.sub("", label)
        if name and not (title is not None and dialogue_words().articles.fullmatch(f"{title} ")):
            return None  # "Mayor Ejemplo"; but "THE FIRST LADY"
        behind = re.compile(rf"\b{re.escape(office)}\s+(?=[^\W\d_])", re.IGNORECASE)
        places = [(text, match) for text in self._seen for match in behind.finditer(text)]
        found = {
            text[match.end() : each.end]
            for text, match in places
            for each in names_in(text, match.start(), match.end() + _LONGEST_NAME)[:1]
            if each.start <= match.end() and " " in text[match.end() : each.end]
        }
        whole = found.pop() if len(found) == 1 else None
        return Speaker(self._roster.resolve(whole), label, _office(office)) if whole else None

    def _called(self, mark: Mark, name: str) -> str:
        """The one person who is called so; by a first name alone nobody whom the talk only speaks of.

        He is presented before his first words, or in them.
        """
        known = self._roster.resolve(name)
        if known.startswith(f"{name} – ") and name.split(" ", 1)[0].lower() in given_names() | _MORE_GIVEN:
            return name  # "Ana Ejemplo (AE)": the initials are hers, and no body's
        if " " in name or (" " in known and known.split(maxsplit=1)[0] != name):
            return known
        full = [each for each in {*self._roster.full, *self._titled} if each.split()[0] == name != each]
        told = [*self._texts[: mark.paragraph + (not mark.inside)], self._texts[-1]]
        return full[0] if len(full) == 1 and any(full[0] in text for text in told) else name

    def _holds(self, office: str) -> bool:
        """Whether the text tells beside the name of who is asked that he holds an office."""
        name = re.escape((self._answering.name if self._answering else None) or "")
        held = re.escape(office.split(maxsplit=1)[0])
        near = re.compile(
            rf"\b{held}\b{_CLAUSE}{{0,60}}?\b{name}\b|\b{name}\b{_CLAUSE}{{0,30}}?\b{held}\b", re.IGNORECASE
        )
        return bool(name) and any(near.search(text) for text in self._texts)

    def _of_initials(self, label: str) -> str | None:
        """The one person of the article with these initials: "DO" of Dana Okafor."""
        return initialled(label, self._roster, self._titled)

    def _of_letter(self, letter: str) -> Speaker | None:
        """The one person of title and byline who has a name with this letter: "V" of Velda."""
        if letter.lower() in word_list("dialogue", "role_letters"):
            return None
        names = [each for each in self._titled if any(word[0] == letter for word in each.split())]
        return Speaker(names[0], letter) if len(names) == 1 else None

    def _spelt(self, name: str) -> str | None:
        """A label in capitals as the article spells the name elsewhere."""
        if not name.isupper():
            return None
        wanted = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
        found = (match.group() for text in self._texts for match in wanted.finditer(text))
        return next((each for each in found if not each.isupper() and each[:1].isupper()), None)


def lowered(words: str) -> str:
    """Return a name or an office in capitals as it is written elsewhere: "ANA DE LA O" as "Ana de la O".

    Two words at least: one alone may be letters that stand for a body.
    """
    if not words.isupper() or " " not in words:
        return words
    return " ".join(_lowered(word, first=not at) for at, word in enumerate(words.split()))


def _office(words: str | None) -> str | None:
    """An office as it is written in small letters; one short word may be initials: "CEO"."""
    if words and words.isupper() and " " not in words and len(words) > _INITIALS_LONG:
        return words.capitalize()
    return words and lowered(words)


def _lowered(word: str, *, first: bool) -> str:
    if "." in word.rstrip(".") or _NUMERAL.fullmatch(word):
        return word  # "J.F.", "III"
    if not first and word.lower() in small_words():
        return word.lower()
    return _LETTERS.sub(lambda match: match[0].capitalize(), word)


def initialled(label: str, roster: Roster, others: Sequence[str] = ()) -> str | None:
    """Return the one person of the article whom a label's initials tell: "DO" of Dana Okafor, "IM" or "IDM"
    of Irne de Muestra, "DAK" or "DA" of Dana Alba-Klein.
    """
    label = _DOTS.sub("", label)
    if not (_INITIALS.fullmatch(label) and label.isupper()) or roster.surnamed(label):
        return None
    full = dict.fromkeys([*roster.full, *others])
    names = [each for each in full if fold(label).lower() in _initials_of(each)]
    once = {each.lower(): each for each in sorted(names, key=str.isupper, reverse=True)}
    return next(iter(once.values())) if len(once) == 1 else None  # in capitals in a title, small elsewhere


def _initials_of(name: str) -> frozenset[str]:
    """The ways to write a name by its first letters, in small letters."""
    words = fold(name).lower().split()
    large = [word for word in words if word not in small_words()]
    parted = [part for word in large for part in word.split("-") if part]
    return frozenset("".join(word[0] for word in each) for each in (words, large, parted))


def person_like(mark: Mark, roster: Roster) -> bool:
    """Return whether a label is a person's name, an office, or says what somebody does in the talk."""
    if mark.kind is not Kind.NAMED or names_nobody(mark.label):
        return True
    if initialled(mark.label, roster) is not None:
        return True
    if mark.office or _names_body(mark):
        return not _names_body(mark)
    words = mark.label.split()
    lists = people_words()
    if words[0].rstrip(".").lower() in lists.titles or office_or_person(mark.label, roster):
        return True
    if any(word.lower() in lists.bodies for word in words):
        return False
    return len(words) > 1 or words[0].lower() in given_names()


def _names_body(mark: Mark) -> bool:
    """Whether a label is a body with its place, "Centro de Obras, Aldea", and holds no office."""
    words = {word.rstrip(".").lower() for word in mark.label.split()} - small_words()
    lists = people_words()
    return not words.isdisjoint(lists.bodies) and words.isdisjoint(lists.titles)


def personal(mark: Mark, roster: Roster) -> bool:
    """Return whether a label says what somebody does in the talk, or is a person's name: by a first name or
    initials, or as the article tells of it. An office alone may be a line's under a name.
    """
    if names_nobody(mark.label) or mark.office or initialled(mark.label, roster) is not None:
        return True
    words = [word.rstrip(".").lower() for word in mark.label.split()]
    name = roster.resolve(mark.label.title() if mark.label.isupper() else mark.label)
    given = given_names() | _MORE_GIVEN
    short = name != mark.label and name in roster.full and name.split()[0].lower() in given
    known = roster.gender(name) is not None or short or not given.isdisjoint(words[:2])
    return known and not _names_body(mark)


def surely_named(mark: Mark) -> bool:
    """Return whether a label is a person's by an office or a first name, and no place's."""
    words = {word.rstrip(".").lower() for word in mark.label.split()} - small_words()
    return not words.isdisjoint(personal_words()) and not names_place(mark.label)


def polite(mark: Mark) -> bool:
    """Return whether a label calls somebody "El señor", "La diputada"."""
    words = mark.label.split()
    return len(without_courtesy(words)) < len(words)


def known(mark: Mark, roster: Roster) -> bool:
    """Return whether a label is a person known by a first name, an office, or from the text beside it."""
    words = [word.rstrip(".").lower() for word in mark.label.split()]
    if _names_body(mark):
        return False
    if names_nobody(mark.label) or mark.office or not personal_words().isdisjoint(words[:2]):
        return True
    name = roster.resolve(mark.label.title() if mark.label.isupper() else mark.label)
    return roster.gender(name) is not None or roster.counts[name] > 1


def shouted(marks: Sequence[Mark], roster: Roster) -> frozenset[str]:
    """Return the labels that are whole names in capitals on lines of their own: "ANA EJEMPLO, HOST"."""
    return frozenset(
        each.key
        for each in marks
        if each.alone and each.label.isupper() and " " in each.label and _named_so(each, roster)
    )


def _named_so(mark: Mark, roster: Roster) -> bool:
    """Return whether a label in capitals is a person's: by an office beside it, a title or a first name, or
    as the text tells of it in small letters.
    """
    first = mark.label.split()[0].rstrip(".").lower()
    return bool(mark.office) or first in personal_words() or _told(mark, roster)


def _told(mark: Mark, roster: Roster) -> bool:
    """Return whether the text tells of a label's name, which is no body's and no place's."""
    name = mark.label.title() if mark.label.isupper() else mark.label
    return roster.resolve(name) in roster.full and not (_names_body(mark) or names_place(mark.label))


def standing(marks: Sequence[Mark], roster: Roster, asking: frozenset[str]) -> list[Mark]:
    """Return the marks without those of names on lines of their own, where not two are people's, or theirs
    that ask (``asking``), and one comes back; whole names in capitals need not. A page's furniture comes back
    as well: "Read Later".
    """
    lone = [each for each in marks if each.alone and not each.strong]
    counts = Counter(each.key for each in lone)
    people = {each.key for each in lone if personal(each, roster)} | shouted(marks, roster)
    again = {key for key, count in counts.items() if count > 1}
    people |= again if again & asking and len(again) == _SEVERAL else again & asking  # and who is asked
    people |= {
        each.key
        for each in lone
        if _told(each, roster) and roster.counts[roster.resolve(each.label)] > counts[each.key] > 1
    }  # told of elsewhere too
    back = len(people) > 1 and any(counts[key] > 1 for key in people)
    if not back and len(shouted(marks, roster)) < _SEVERAL:
        return [each for each in marks if each.strong or not each.alone]
    return [
        each for each in marks if not each.alone or each.strong or each.key in people or counts[each.key] > 1
    ]


def heads_a_page(paragraphs: Sequence[Paragraph], mark: Mark, roster: Roster) -> bool:
    """Return whether a label and its words are one headline of many, "Reality Check: The Pier": a heading
    that asks nothing and says no "I", behind a label that is nobody's known.
    """
    paragraph = paragraphs[mark.paragraph]
    words = paragraph.text[mark.end :].strip(" *_\n")
    headed = paragraph.role is Role.HEADING and not (mark.strong or mark.alone) and bool(words)
    return headed and words[-1] not in ".!?…" and not (spoken_words(words) or personal(mark, roster))


def office_or_person(label: str, roster: Roster) -> bool:
    """Return whether a label ends in a surname of the article or holds an office."""
    words = label.split()
    return roster.surnamed(words[-1]) or any(
        word.rstrip(".").lower() in people_words().titles for word in words
    )


def presents_himself(text: str) -> str | None:
    """Return the name by which somebody presents himself as he begins: "Soy Ana Ejemplo", or at the head of a
    sentence "Ana Ejemplo, de La Hoja.".
    """
    lists = dialogue_words()
    for each in names_in(text, 0, _PRESENTED):
        before = text[: each.start].rstrip()
        heads = not before or before[-1] in ".!?;"
        behind = text[each.end :].removeprefix(", ").split(maxsplit=1)[:1] if heads else []
        told = text.startswith(", ", each.end) and behind and behind[0].lower() in lists.presenting
        said = any(match.end() == len(before) for match in lists.introducing.finditer(before))
        begins = lists.introducing.match(each.name)  # "Soy Ana Ejemplo" has capitals throughout
        name = each.name[begins.end() :].lstrip() if begins else each.name
        if " " in name and (told or said or begins):
            return name
    return None


def _holder(words: str) -> str | None:
    """The name behind an office in capitals, if its first word is a first name."""
    named = words.isupper() and " " in words and words.split(maxsplit=1)[0].lower() in given_names()
    return words if named else None


def _without_title(label: str) -> tuple[str | None, str]:
    """Split "SEN. LUND" and "Mayor Dora Penn" into office and name; of an office alone no name is left."""
    words = label.split()
    titles = people_words().titles
    count = 0
    articles = dialogue_words().articles
    while count < len(words) and (
        words[count].rstrip(".").lower() in titles or articles.match(f"{words[count]} ")
    ):
        count += 1
    return (" ".join(words[:count]) or None), " ".join(words[count:])


def _plain(name: str) -> str:
    return dialogue_words().articles.sub("", name.lower())
