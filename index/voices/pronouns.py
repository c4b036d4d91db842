"""Gives a pronoun the name of the one person in reach, or leaves it alone.

In reach are, in this order: who spoke earlier in the paragraph, who is named in it before the
pronoun, who spoke last in the paragraph before, who is named there. Where two people fit, the
subject of a sentence goes before others; where two subjects fit, nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from index.grammar.frames import Frame
from index.grammar.reporting_words import Lexicon
from index.grammar.roster import Roster
from index.grammar.speakers import Speaker
from index.grammar.subjects import first_phrase
from index.languages.es.dropped import left_out
from index.text.names import Named
from index.text.people import people_words
from index.text.terms import bare
from index.voices.groups import is_many, is_thing, single_name, they
from index.voices.quotes import Quote

_SUBJECT_REACH = 6  # words before a name that is still taken for the subject of its sentence
_END = 1 << 30
_DESCRIBED = re.compile(r", (?:of |de |\d)")  # "Ana Ejemplo, 59, of Springfield"
_OF = re.compile(r" (?:of|de) ")
_THE = frozenset({"the", "el", "la"})


class _Person(NamedTuple):
    """A person named in a paragraph."""

    start: int
    name: str
    gender: str | None
    subject: bool  # probably the subject of a sentence


@dataclass(slots=True)
class _Scene:
    """What a paragraph says of people: who is named, who speaks."""

    people: list[_Person] = field(default_factory=list)
    offices: list[int] = field(default_factory=list)  # where "the president", "la ministra" stand
    spoke: list[tuple[int, Speaker]] = field(default_factory=list)
    text: str = ""
    frames: list[Frame] = field(default_factory=list)
    lex: Lexicon | None = None

    def fitting(self, gender: str, before: int) -> list[_Person]:
        """Who of this gender, or of unknown gender, is named before this place."""
        return [each for each in self.people if each.start < before and each.gender in (gender, None)]

    def document_since(self, speaker: Speaker, before: int) -> bool:
        """Whether a sentence before ``before`` speaks of a document other than the speaker, so that "it"
        may be that one: "The city sent a letter. It says ...".
        """
        kinds = self.lex.kinds if self.lex else {}
        head = speaker.mention.split(",", 1)[0].split(" of ", 1)[0].rsplit(maxsplit=1)[-1]
        if "documents" in kinds.get(head.lower(), ()):
            return False  # a document that spoke goes on
        place = max((at for at, each in self.spoke if each is speaker), default=0)
        sentences = [frame for frame in self.frames if place < frame.end <= before]
        return any("documents" in token.kinds for frame in sentences for token in frame.tokens)

    def turned_to(self, gender: str, speaker: Speaker, before: int) -> _Person | None:
        """Who else has been a sentence's subject since the speaker's words: "Ana Ejemplo agreed. She"."""
        place = max((at for at, each in self.spoke if each is speaker and at < before), default=0)
        for frame in reversed([each for each in self.frames if place < each.start and each.end <= before]):
            phrase = first_phrase(frame.tokens, len(frame.tokens), self.lex) if self.lex else None
            if phrase is None:
                continue
            start, end = frame.tokens[phrase.first].start, frame.tokens[phrase.last].end
            for each in self.people:
                if start <= each.start < end and each.gender in (gender, None) and each.name != speaker.name:
                    return each
        return None

    def beside_subject(self, gender: str, speaker: Speaker) -> bool:
        """Whether somebody else is the subject of the speaker's sentence: "As Ana Ejemplo wrote, Brown was ..."."""
        place = max((at for at, each in self.spoke if each is speaker), default=-1)
        frame = next((each for each in self.frames if each.start <= place < each.end), None)
        phrase = first_phrase(frame.tokens, len(frame.tokens), self.lex) if frame and self.lex else None
        if frame is None or phrase is None or place >= frame.tokens[phrase.first].start:
            return False
        start, end = frame.tokens[phrase.first].start, frame.tokens[phrase.last].end
        return any(start <= each.start < end and each.gender in (gender, None) for each in self.people)

    def last(self, before: int) -> Speaker | None:
        """Who spoke last before this place."""
        return next((speaker for at, speaker in reversed(self.spoke) if speaker.name and at < before), None)


class Memory:
    """Who was named and who spoke so far in an article."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self._now = _Scene()
        self._before = _Scene()

    def enter(
        self, text: str, names: list[Named], quotes: Sequence[Quote], frames: Sequence[Frame], lex: Lexicon
    ) -> None:
        """Start a new paragraph with the names in it; one without people leaves the memory of the last."""
        if self._now.people or self._now.spoke:
            self._before = self._now
        named = [each for each in _outside(names, quotes) if self._is_person(each)]
        people = [self._person(text, each, frames, lex) for each in named]
        self._now = _Scene(people, _offices(frames), [], text, list(frames), lex)

    def spoke(self, speaker: Speaker, at: int = 0) -> None:
        """Note a speaker of the present paragraph, at this place in it."""
        self._now.spoke.append((at, speaker))

    def resolve(self, speaker: Speaker, at: int, *, turned: bool = False) -> Speaker:
        """Return the speaker with a name where the pronoun at ``at`` has exactly one possible owner.

        ``turned``: the words answer somebody, or the report before them was aimed at somebody; then
        whoever spoke last is not the speaker for sure ("X accused Y. “It is a lie,” he replied").
        """
        if speaker.kind != "pronoun" or speaker.gender is None:
            return speaker
        if turned and speaker.gender in ("m", "f") and self._others_since(speaker.gender, at):
            return speaker
        if speaker.gender in ("ds", "dp"):
            name = self._left_out(at, several=speaker.gender == "dp")
        elif speaker.gender in ("m", "f"):
            name = self._one(speaker.gender, at)
        else:
            name = self._group(speaker.gender, at)
        return speaker._replace(name=name) if name else speaker

    def _is_person(self, named: Named) -> bool:
        surname = len(named.words) == 1 and named.name.lower() in self.roster.titled
        full = self.roster.resolve(named.name)
        if named.name in self.roster.placed and full == named.name and not named.titled:
            return False  # "Virginia", where the article says "in Virginia"
        if named.gender or named.titled or surname or self.roster.gender(full):
            return True
        # An unknown first name: bodies and places are not called by their last word alone.
        known = len(named.words) > 1 and (full != named.name or named.words[-1] in self.roster.inside)
        plural = named.name.endswith("s")  # "Northern Italians" are many
        return known and not plural and _looks_personal(named.name)

    def _person(self, text: str, named: Named, frames: Sequence[Frame], lex: Lexicon) -> _Person:
        name = self.roster.resolve(named.name, named.gender)
        begin = max((frame.start for frame in frames if frame.start <= named.start), default=0)
        before = text[max(begin, text.rfind(",", begin, named.start) + 1) : named.start].split()
        possessive = text[named.end : named.end + 1] in ("'", "’")
        while before and "determiners" in lex.kinds.get(before[-1].lower(), ()):
            before.pop()  # "the figure of the great Ana Ejemplo"
        last = before[-1].lower() if before else ""
        ruled = "prepositions" in lex.kinds.get(last, ()) or last in lex.cues
        subject = len(before) <= _SUBJECT_REACH and not possessive and not ruled
        return _Person(named.start, name, named.gender or self.roster.gender(name), subject)

    def _one(self, gender: str, at: int) -> str | None:
        """The one man or woman in reach of a pronoun at ``at``."""
        spoke = self._last_fitting(self._now, gender, at)
        if spoke is not None:
            fits = self._fits(spoke, gender)
            turned = self._now.turned_to(gender, spoke, at)
            if turned is not None and fits is not False:
                return turned.name if turned.gender == gender else None
            if self._now.beside_subject(gender, spoke):
                return None
            held = spoke.kind == "noun" or _office(spoke.name or "")
            if fits is None and held and not self._now.fitting(gender, at):
                return spoke.name  # "the mayor said ..., she added": nobody else is there
            if fits is not False:
                return spoke.name if fits else None
        earlier = self._last_fitting(self._before, gender, _END)
        rivals = {each.name for each in self._before.fitting(gender, _END)}
        if earlier is not None and earlier.name:
            fits = self._fits(earlier, gender)
            if fits is None:
                rivals.clear()  # "Brown said Ana was late", and then "she said": either of them
            elif fits:
                rivals = {earlier.name}
                turned = self._before.turned_to(gender, earlier, _END)
                if turned is not None or self._before.beside_subject(gender, earlier):
                    rivals.add(turned.name if turned else "")  # either of them
        people = self._now.fitting(gender, at)
        office = max((place for place in self._now.offices if place < at), default=-1)
        if office > max((each.start for each in people), default=-1):
            return None  # "he" may be the minister just spoken of
        if people:
            return _chosen(people, rivals)
        return rivals.pop() if len(rivals) == 1 else self._subject_before(gender)

    def _last_fitting(self, scene: _Scene, gender: str, before: int) -> Speaker | None:
        """Who spoke last before this place, those left out who are no man, or no woman."""
        return next(
            (
                speaker
                for at, speaker in reversed(scene.spoke)
                if speaker.name and at < before and self._fits(speaker, gender) is not False
            ),
            None,
        )

    def _others_since(self, gender: str, at: int) -> bool:
        """Whether somebody else who fits was named between the last speaker's words and the pronoun."""
        spoke = self._now.last(at)
        if spoke is None:
            return False
        since = max(place for place, each in self._now.spoke if each is spoke and place < at)
        return any(since < each.start and each.name != spoke.name for each in self._now.fitting(gender, at))

    def _subject_before(self, gender: str) -> str | None:
        """The one man or woman who is the subject of a sentence in the paragraph before, nobody else
        having spoken there: "In a talk with Ana Ejemplo, Brown ..." and then "he said".
        """
        if self._before.last(_END) is not None or self._before.offices:
            return None
        subjects = {each.name for each in self._before.fitting(gender, _END) if each.subject}
        return subjects.pop() if len(subjects) == 1 else None

    def _fits(self, speaker: Speaker, gender: str) -> bool | None:
        """Whether a speaker can be he or she; None when that cannot be told."""
        if speaker.name is None or is_many(speaker, self.roster):
            return False
        known = speaker.gender or self.roster.gender(speaker.name)
        if known:
            return known == gender
        if _office(speaker.name) and not self.roster.surnamed(speaker.name.split()[-1].lower()):
            return None  # "the Minister of State said", and then "he said"
        if speaker.kind == "noun":  # "the mayor said", but no study does as a person
            return None if _office(speaker.name) else False
        if speaker.role or _DESCRIBED.search(speaker.mention):
            return True
        if single_name(speaker, self.roster):
            rival = any(each.gender == gender for each in (*self._now.people, *self._before.people))
            return None if rival else True  # "Brown said Ana was late. She added": Ana may be meant
        return self._may_be(speaker.name)

    def _may_be(self, name: str) -> bool | None:
        """Whether a bare name is a person's: bodies and places are not called by their last word alone."""
        words = name.split()
        if len(words) == 1:  # a surname, or a country: "Portugal said"
            return True if self.roster.surnamed(name) else None
        if not _looks_personal(name):
            return False
        return True if words[-1] in self.roster.inside else None

    def _left_out(self, at: int, *, several: bool) -> str | None:
        """Whoever goes on speaking where Spanish leaves the subject out."""
        now = self._now
        subjects = [(each.start, each.name) for each in now.people if each.subject]
        earlier = [each for _, each in self._before.spoke]
        return left_out(now.spoke, earlier, subjects, now.offices, now.frames, at, several=several)

    def _group(self, kind: str, at: int) -> str | None:
        """Whoever spoke last, for "they" when several spoke, for "it" when a body or a document did;
        else, for "they", the plural subject of the sentences before.
        """
        for scene, end in ((self._now, at), (self._before, _END)):
            last = scene.last(end)
            if last is not None:
                thing = kind == "n" and is_thing(last, self.roster) and not scene.document_since(last, end)
                return last.name if thing or is_many(last, self.roster) else None
            if kind == "p" and scene.lex is not None and scene.lex.language == "en":
                earlier = [frame for frame in scene.frames if frame.end <= end]
                if earlier:
                    return they(scene.text, earlier, scene.lex)
        return None


def _office(name: str) -> bool:
    """Whether a noun phrase ends in an office, so that "he" or "she" may be meant."""
    head = _OF.split(name, maxsplit=1)[0].split()
    return bool(head) and head[-1].lower() in people_words().titles


def _offices(frames: Sequence[Frame]) -> list[int]:
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


def _outside(names: list[Named], quotes: Sequence[Quote]) -> list[Named]:
    return [each for each in names if not any(quote.start <= each.start < quote.end for quote in quotes)]


def _chosen(people: list[_Person], rivals: set[str]) -> str | None:
    """Return the one name among ``people``; a name that is no subject yields to anyone else in reach."""
    names = {each.name for each in people}
    subjects = {each.name for each in people if each.subject}
    if len(subjects) == 1:
        return subjects.pop()
    if len(names) == 1 and not subjects and rivals == names:
        return names.pop()
    return None


def _looks_personal(name: str) -> bool:
    """Whether an unknown name may be a person's: two or three capitalised words, none of a body or place."""
    words = name.split()
    bodies = people_words().bodies
    return 2 <= len(words) <= 3 and all(
        word[:1].isupper() and not word.isupper() and word.lower() not in bodies for word in words
    )
