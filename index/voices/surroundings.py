"""What a paragraph says of people: who is named in it, who is its subject, who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from index.grammar.candidates import by_trade, of_people
from index.grammar.frames import STOPS, Frame, Token
from index.grammar.nouns import owns
from index.grammar.openings import first_phrase
from index.grammar.reporting_words import Lexicon
from index.grammar.speakers import OF, Speaker
from index.text.people import people_words
from index.text.terms import bare
from index.words import alternatives, word_list

_OBJECT_REACH = 40  # characters from a pronoun to the object of its verb
_APART = re.compile(rf"[,;:.“”\"]|\b(?:{alternatives('speech', 'clause_openings')})\b")
_LAST_WORD = re.compile(r"\b([a-zà-ÿ-]{4,}) $")
_ROLE_NOUNS = word_list("grammar", "role_nouns")
_SUFFIXES = word_list("texts", "name_suffixes")
_THE = word_list("speech", "definite_articles")
_OFFICE_REACH = 60  # characters
_WORDS = frozenset({"sayings", "documents", "occasions"})
_TURNING = word_list("grammar", "turning_links")
_ARTICLES = alternatives("grammar", "articles_all")
_DETERMINERS = rf"(?:\b(?i:{_ARTICLES}|{alternatives('grammar', 'word_owners')})|['’]s?)"
_OFFICE_BEFORE = re.compile(
    rf"{_DETERMINERS}\s+(?P<office>[^\W\d_]+)(?:\s+(?:[^,.;:()]*\s)?(?P<last>[^\W\d_]+))?,\s+$"
)
_OFFICE_BEHIND = re.compile(rf",\s+(?:{_ARTICLES})\s+(?P<office>[^\W\d_]+)")


class Person(NamedTuple):
    """A person named in a paragraph."""

    start: int
    name: str
    gender: str | None
    subject: bool  # probably the subject of a sentence
    owner: bool = False  # named only for what is his: "Ana Ejemplo's client"
    sure: bool = True  # surely a person; else the name may be a body's or a place's


@dataclass(slots=True)
class Surroundings:
    """What a paragraph says of people: who is named, who speaks."""

    people: list[Person] = field(default_factory=list)
    offices: list[int] = field(default_factory=list)  # where "the president", "la ministra" stand
    spoke: list[tuple[int, Speaker]] = field(default_factory=list)
    text: str = ""
    frames: list[Frame] = field(default_factory=list)
    lex: Lexicon | None = None
    quoted: bool = False  # somebody's words stand in it, whoever says them

    def fitting(self, gender: str, before: int) -> list[Person]:
        """Who of this gender, or of unknown gender, is named before this place."""
        return [each for each in self.people if each.start < before and each.gender in (gender, None)]

    def document_since(self, speaker: Speaker, before: int) -> bool:
        """Whether a sentence before ``before`` speaks of a document other than the speaker, so that "it"
        may be that one: "The city sent a letter. It says ...".
        """
        kinds = self.lex.kinds if self.lex else {}
        head = OF.split(speaker.mention.split(",", 1)[0], 1)[0].rsplit(maxsplit=1)[-1]
        if "documents" in kinds.get(head.lower(), ()):
            return False  # a document that spoke goes on
        place = max((at for at, each in self.spoke if each is speaker), default=0)
        sentences = [frame for frame in self.frames if place < frame.end <= before]
        return any("documents" in token.kinds for frame in sentences for token in frame.tokens)

    def named_after(self, name: str, at: int) -> bool:
        """Whether somebody is named as the object of the verb behind ``at``: "he accused Ana Ejemplo"."""
        near = [each for each in self.people if at < each.start < at + _OBJECT_REACH and each.name == name]
        return any(not _APART.search(self.text, at, each.start) for each in near)

    def turned_to(self, gender: str, speaker: Speaker, before: int) -> Person | None:
        """Who else has been a sentence's subject since the speaker's words: "Ana Ejemplo agreed. She"."""
        place = max((at for at, each in self.spoke if each is speaker and at < before), default=0)
        for frame in reversed([each for each in self.frames if place < each.start and each.end <= before]):
            start, end = self._subject(frame) or (0, 0)
            for each in self.people:
                if start <= each.start < end and each.gender in (gender, None) and each.name != speaker.name:
                    return each
        return None

    def beside_subject(self, gender: str, speaker: Speaker) -> bool:
        """Whether somebody else is the subject of the speaker's sentence: "As Ana wrote, Brown was ..."."""
        place = max((at for at, each in self.spoke if each is speaker), default=-1)
        frame = next((each for each in self.frames if each.start <= place < each.end), None)
        subject = self._subject(frame) if frame else None
        if subject is None or place >= subject[0]:
            return False
        start, end = subject
        return any(start <= each.start < end and each.gender in (gender, None) for each in self.people)

    def main_subject(self, people: list[Person], before: int) -> Person | None:
        """The one of these people who is the subject of the last whole sentence before this place."""
        frame = next((each for each in reversed(self.frames) if each.end <= before), None)
        subject = self._subject(frame) if frame else None
        if frame is None or subject is None:
            return None
        start, end = subject
        within = [each for each in people if start <= each.start < end]
        beside = [each for each in people if end <= each.start < frame.end and not each.owner]
        if any(each.name != first.name for each in beside for first in within):
            return None  # "Lisle met Amory. He said": either of them
        return within[0] if len(within) == 1 and within[0].gender else None

    def _subject(self, frame: Frame) -> tuple[int, int] | None:
        """Where the subject of a sentence stands."""
        phrase = first_phrase(frame.tokens, len(frame.tokens), self.lex) if self.lex else None
        if phrase is None:
            return None
        first, last = phrase.beside or (0, -1)
        named = all(token.name for token in frame.tokens[first : last + 1])  # "The mayor, Ana Ejemplo, left"
        stop = last if phrase.beside and named else phrase.last
        return frame.tokens[phrase.first].start, frame.tokens[stop].end

    def main(self, place: int) -> bool:
        """Whether the report at ``place`` is in the main clause: no "que" or "pero" before it."""
        frame = next((each for each in self.frames if each.start <= place < each.end), None)
        tokens = [token for token in frame.tokens if token.start < place] if frame else []
        comma = max((n for n, token in enumerate(tokens) if token.text == ","), default=-1)
        opened = comma < 0 and bool(tokens) and "sequels" in tokens[0].kinds  # "But the mayor said"
        tokens = tokens[comma + 1 + opened :]  # "Although it rained, the mayor said"
        turning = (bool(token.kinds & {"breaks"}) and "and" not in token.kinds for token in tokens)
        return not (any(turning) or any(token.kinds & {"that", "relatives"} for token in tokens))

    def head_of_clause(self, gender: str, at: int) -> str | None:
        """The one person who is the subject of the clause before the link of a pronoun at ``at``, nobody else
        being in it whom the pronoun may mean: "Ana Ejemplo surprised the town when she said". So is who owns
        words that are its matter: "The town laughed at Ana Ejemplo's remarks when she said".
        """
        before = self._before_link(at)
        named = [each for each in self.people if before and before[0].start <= each.start < at]
        people = [each for each in named if not each.owner]
        words = [each for each in named if not people and self._owns_words(each, before)]
        one = people[0] if len({each.name for each in people}) == 1 and people[0].subject else None
        one = one or (words[0] if len({each.name for each in named}) == len(words) == 1 else None)
        if one is None or one.gender not in (gender, None) or not (one.sure or looks_personal(one.name)):
            return None
        clause = [token for token in before if token.start > one.start]
        apart = any(token.kinds & STOPS or "boundaries" in token.kinds for token in clause)
        return None if apart or any(map(_somebody, clause)) else one.name

    def _owns_words(self, person: Person, tokens: Sequence[Token]) -> bool:
        """Whether what is somebody's is something said or written: "Ana Ejemplo's remarks"."""
        behind = [token for token in tokens if token.start >= person.start and not token.name]
        owner = next((token for token in tokens if token.start >= person.start and owns(token)), None)
        noun = next((token for token in behind if owner and token.start > owner.start), None)
        kinds = self.lex.kinds if self.lex else {}
        forms = (noun.low, noun.low.removesuffix("s")) if noun else ()
        return any(kinds.get(form, frozenset()) & _WORDS for form in forms)

    def headed_by_another(self, name: str, at: int) -> bool:
        """Whether somebody of another name is the subject of the clause before the link of a pronoun."""
        before = self._before_link(at)
        apart = max((n for n, token in enumerate(before) if token.kinds & STOPS), default=-1)
        subject = before[apart + 1 : apart + 2]
        return bool(subject) and subject[0].name and subject[0].text not in name and not subject[0].kinds

    def led_by_another(self, name: str, gender: str, at: int) -> bool:
        """Whether another whom a pronoun may mean is the subject of its own sentence, before it."""
        frame = next((each for each in self.frames if each.start <= at < each.end), None)
        subject = self._subject(frame) if frame else None
        if subject is None or subject[1] > at:
            return False
        within = [each for each in self.people if subject[0] <= each.start < subject[1]]
        surname = name.rpartition(" ")[2]
        return any(each.name.split()[-1] != surname and each.gender in (gender, None) for each in within)

    def turned_on(self, start: int, end: int) -> list[Person]:
        """Whom the text between two places turns to: persons that are neither told of beside ("the plan of
        Ana Ejemplo", "about her") nor named only for what is theirs.
        """
        return [
            each
            for each in self.people
            if each.sure and start <= each.start < end and not (each.owner or self._beside(each))
        ]

    def _beside(self, person: Person) -> bool:
        """Whether a preposition rules a name that does not turn to it: "of Ana Ejemplo", but "to her"."""
        frame = next((each for each in self.frames if each.start <= person.start < each.end), None)
        tokens = [token for token in frame.tokens if token.start < person.start] if frame else []
        stop = next((n for n in range(len(tokens), 0, -1) if tokens[n - 1].kinds & STOPS), 0)
        ruling = [token.low for token in tokens[stop:] if "prepositions" in token.kinds]
        opens = stop < len(tokens) and tokens[stop].low in _TURNING  # "To the head of the mine, Ana Ejemplo,"
        return bool(ruling) and not (opens or ruling[-1] in _TURNING)

    def _before_link(self, at: int) -> list[Token]:
        """The words of a sentence before the "when" or "after" of a pronoun at ``at``."""
        frame = next((each for each in self.frames if each.start <= at < each.end), None)
        before = [token for token in frame.tokens if token.start < at] if frame else []
        link = before[-1].kinds if before else frozenset()
        linked = "boundaries" in link and not link & {"relatives", "that", "questions"}
        return before[:-1] if linked else []

    def last(self, before: int) -> Speaker | None:
        """Who spoke last before this place."""
        return next((speaker for at, speaker in reversed(self.spoke) if speaker.name and at < before), None)


def _somebody(token: Token) -> bool:
    """Whether a word tells one person by what he is: "a baker", but neither "bakers" nor "many"."""
    many = token.low.endswith("s") or token.kinds & {"plurals", "groups"}
    return of_people(token) and not (many or token.name)


def offices_in(frames: Sequence[Frame]) -> list[int]:
    """Where a person is spoken of by office or kin, no name after it: "the president", "my mother"."""
    lists = people_words()
    titles, kin = lists.titles, lists.masculine_kin | lists.feminine_kin
    places: list[int] = []
    for frame in frames:
        tokens = frame.tokens
        for at in range(len(tokens) - 1):
            token, office = tokens[at], tokens[at + 1]
            if "determiners" not in token.kinds or office.name:
                continue
            low = bare(office.low)
            if not (low in kin or (token.low in _THE and low in titles)):
                continue
            after = tokens[at + 2] if at + 2 < len(tokens) else None
            if after is None or not (after.name or "links" in after.kinds):
                places.append(token.start)
    return places


def chosen(people: list[Person], rivals: set[str]) -> str | None:
    """Return the one name among ``people``; a name that is no subject yields to anyone else in reach."""
    names = {each.name for each in people}
    subjects = {each.name for each in people if each.subject}
    if len(subjects) == 1:
        return subjects.pop()
    if len(names) == 1 and not subjects and rivals == names:
        return names.pop()
    return None


def held_beside(text: str, start: int, end: int, lex: Lexicon) -> bool:
    """Whether what somebody is stands beside a name: "The owner, Otto Sample,", "Otto Sample, the owner,",
    "Her brother, Otto Sample,".
    """
    before = _OFFICE_BEFORE.search(text, max(0, start - _OFFICE_REACH), start)
    behind = _OFFICE_BEHIND.match(text, end)
    words = [word.lower() for match in (before, behind) if match for word in match.groups() if word]
    words += _LAST_WORD.findall(text, max(0, start - _OFFICE_REACH), start)  # "TV personality Piers Ejemplo"
    titles = people_words().titles
    return any(
        "persons" in lex.kinds.get(word, ()) or word in titles | _ROLE_NOUNS or by_trade(word)
        for word in words
    )


def looks_personal(name: str) -> bool:
    """Whether an unknown name may be a person's: two or three capitalised words, none of a body or place.

    Initials and "Jr." are not counted: "James R. Ejemplo Jr.".
    """
    words = [word for word in name.split() if not (_initial(word) or word.lower().rstrip(".") in _SUFFIXES)]
    bodies = people_words().bodies
    if words and words[0].lower() in people_words().things:
        return False
    return 2 <= len(words) <= 3 and all(
        word[:1].isupper() and not word.isupper() and word.lower() not in bodies for word in words
    )


def _initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1 and word[0].isupper()


def names_office(name: str) -> bool:
    """Whether a noun phrase ends in an office, so that "he" or "she" may be meant."""
    head = OF.split(name, maxsplit=1)[0].split()
    return bool(head) and head[-1].lower() in people_words().titles


def one_person(name: str, lex: Lexicon | None) -> bool:
    """Whether a noun phrase tells one person by what he is: "one senior official", "a nurse from Lund"."""
    head = OF.split(name.lower(), maxsplit=1)[0].split()
    word = head[-1] if len(head) > 1 else ""
    if (
        not word
        or word.endswith("s")
        or lex is None
        or lex.kinds.get(word, frozenset()) & {"groups", "plurals"}
    ):
        return False
    lists = people_words()
    told = word in lists.titles | lists.masculine_kin | lists.feminine_kin or by_trade(word)
    return told or "persons" in lex.kinds.get(word, ())
