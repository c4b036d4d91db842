"""Gives a pronoun the name of the one person in reach, or leaves it alone.

In reach are, in this order: who spoke earlier in the paragraph, who is named in it before the
pronoun, who spoke last in the paragraph before, who is named there. Where two people fit, the
subject of a sentence goes before others; where two subjects fit, nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.grammar.candidates import by_trade
from index.grammar.frames import STOPS, Frame
from index.grammar.named_bodies import names_body
from index.grammar.quotes import Quote
from index.grammar.report_rules import report_rules
from index.grammar.reporting_words import Lexicon
from index.grammar.roster import Roster
from index.grammar.speakers import Speaker
from index.text.names import Named
from index.text.people import people_words
from index.voices.descriptions import Described
from index.voices.groups import is_group, is_many, is_thing, it_names, no_persons, single_name, they
from index.voices.surroundings import (
    Person,
    Surroundings,
    chosen,
    held_beside,
    looks_personal,
    names_office,
    offices_in,
    one_person,
)
from index.words import alternatives, word_endings, word_list

_BY = word_list("grammar", "doer_links")
_DONE = word_endings("grammar", "done_ends")
_AGENT = 4  # words from a participle to its "by", and from there to the name
_SUBJECT_REACH = 6  # words before a name that is still taken for the subject of its sentence
_NEAR = word_list("grammar", "near_links")
_ARTICLES = word_list("grammar", "articles_all")
_QUESTION = 80  # characters of a question that heads what somebody says
_PUTTING = word_list("grammar", "putting_questions")
_ASKED_NEAR = 24  # characters from "asked" to the name: "asked President"
_ASKERS = word_list("speech", "askers")
_SOME = word_list("speech", "indefinite_articles")
_ROLE_NOUNS = word_list("grammar", "role_nouns")
_SUFFIXES = word_list("texts", "name_suffixes")
_BOTH = word_list("grammar", "both")
_HELD = 8  # words of "presidente del Consejo de Aguas de Aldea"
_OPENING = 8  # words before a verb that opens its sentence
_OFFICE = 2  # words of "the actress"
_SPEECH = 4  # words; shorter quotations may be names
_PERSONAL_OWNERS = word_list("grammar", "personal_owners")
_OWNS_NEAR = 40  # characters from a subject to its "his"
_END = 1 << 30
_AGED = re.compile(r", \d{2},")
_DESCRIBED = re.compile(
    rf", (?:(?:{alternatives('speech', 'of_plain')}) |\d)"
)  # "Ana Ejemplo, 59, of Springfield"


def _told_as_person(text: str, named: Named, frames: Sequence[Frame], lex: Lexicon) -> bool:
    """Whether an unknown name is a person's by what stands beside it, or where it opens a paragraph's first
    sentence and the next one goes on with "he" or "his".
    """
    aged = _AGED.match(text, named.end) is not None  # "Ejemplo Muestra, 44, "
    held = looks_personal(named.name) and held_beside(text, named.start, named.end, lex)
    if aged or held or _owns_behind(named, frames):
        return True
    if len(frames) < 2 or named.start != frames[0].start:
        return False
    first = next((token for token in frames[1].tokens if not token.kinds & STOPS), frames[1].tokens[0])
    return bool(first.kinds & {"masculine", "feminine"}) or first.low in _PERSONAL_OWNERS


_NEAR_BEFORE = 200  # characters in which two words before a name stand


def _tells_kind(text: str, start: int) -> bool:
    """Whether "a" or "an" stands before a name, an adjective between them: it tells what somebody is."""
    before = text[max(0, start - _NEAR_BEFORE) : start].split()[-2:]
    near = [word.lower() for word in before]
    if near[-1:] and near[-1] in _SOME:
        return True
    small = len(near) > 1 and near[0] in _SOME and before[1].islower() and before[1].isalpha()
    return small and not (by_trade(near[1]) or (near[1] in people_words().titles or near[1] in _ROLE_NOUNS))


def _owns_behind(named: Named, frames: Sequence[Frame]) -> bool:
    """Whether somebody heads a sentence in which "his" or "her" follows, nobody being named between:
    "Piers Ejemplo made his view clear".
    """
    frame = next((each for each in frames if each.start == named.start), None)
    for token in frame.tokens if frame else ():
        if token.start < named.end:
            continue
        if token.low in _PERSONAL_OWNERS:
            return True
        if token.name or token.quote or "mark" in token.kinds or token.start > named.end + _OWNS_NEAR:
            return False
    return False


class Memory:
    """Who was named and who spoke so far in an article."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.described: Described | None = None  # whom descriptions stand for
        self.number = 0  # of the paragraph that is read
        self._now = Surroundings()
        self._before = Surroundings()
        self._older = Surroundings()  # the one before it

    def enter(
        self, text: str, names: list[Named], quotes: Sequence[Quote], frames: Sequence[Frame], lex: Lexicon
    ) -> None:
        """Start a new paragraph with the names in it; one without people leaves the memory of the last."""
        if self._now.people or self._now.spoke or (self._now.quoted and "bare_clauses" in lex.traits):
            self._older, self._before = self._before, self._now
        people: list[Person] = []
        for each in _outside(names, quotes):
            if len(each.words) == 1 and not each.titled and "times" in lex.kinds.get(each.name.lower(), ()):
                continue  # "Days later, he wrote"
            if (frames and each.start < frames[0].start) or (
                "bare_clauses" in lex.traits and _tells_kind(text, each.start)
            ):
                continue  # where a report was sent from, "a devout Reformed Christian"
            sure = self._is_person(each) or (len(each.words) > 1 and _told_as_person(text, each, frames, lex))
            if sure or self._may_be_person(text, each):
                people.append(self._person(text, each, frames, lex)._replace(sure=sure))
        quoted = any(quote.words(text) >= _SPEECH for quote in quotes)
        self._now = Surroundings(people, offices_in(frames), [], text, list(frames), lex, quoted)

    def spoke(self, speaker: Speaker, at: int = 0) -> None:
        """Note a speaker of the present paragraph, at this place in it."""
        self._now.spoke.append((at, speaker))
        if self.described is not None:
            self.described.spoke(speaker, self.number)

    def resolve(self, speaker: Speaker, at: int, *, turned: bool = False) -> Speaker:
        """Return the speaker with a name where the pronoun at ``at`` has exactly one possible owner.

        ``turned``: the words answer somebody, or the report before them was aimed at somebody; then
        whoever spoke last is not the speaker for sure ("X accused Y. “It is a lie,” he replied").
        """
        if speaker.kind in ("noun", "name") and self.described is not None:
            return self.described.name(speaker, self.number, at)
        untold = speaker.mention.lower() in _BOTH and not self._two(at)  # of which two is not told
        if speaker.kind != "pronoun" or speaker.gender is None or untold:
            return speaker
        asked = self._asked(speaker.gender, at) if turned else None
        if asked is not None:
            return speaker._replace(name=asked)
        if turned and speaker.gender in ("m", "f") and self._others_since(speaker.gender, at):
            return speaker._replace(name=self._turned_name(speaker.gender, at))
        if speaker.gender in ("ds", "dp"):
            name = self._left_out(at, several=speaker.gender == "dp")
        elif speaker.gender in ("m", "f"):
            name = self._one(speaker.gender, at)
        else:
            name = self._group(speaker.gender, at)
        other = name and (self._now.named_after(name, at) or (turned and self._asker(name)))
        if other and speaker.gender in ("m", "f", "ds"):
            return speaker  # "he accused Brown": he is not Brown; "Le dijo a Ejemplo que"
        return speaker._replace(name=name) if name else speaker

    def _two(self, at: int) -> bool:
        """Whether those who spoke last are told one by one: "Ana Ejemplo and the mayor"."""
        last = self._now.last(at) or self._before.last(_END)
        return last is not None and last.kind == "several"

    def turned(self, name: str | None, start: int, end: int) -> list[Person]:
        """Whom the text of the present paragraph turns to between two places, one of this name left out."""
        return [each for each in self._now.turned_on(start, end) if each.name != name]

    def told_of(self, at: int) -> Speaker | None:
        """The one person of the paragraph up to a quotation who is the subject of the sentence before it:
        "Ana Ejemplo rose at once. “I have never seen such a thing.”"
        """
        before = next((each for each in reversed(self._now.frames) if each.end <= at), None)
        people = [each for each in self._now.people if each.start < at]
        sure = {each.name for each in people if each.sure}
        main = before is not None and any(
            each.subject and before.start <= each.start < before.end for each in people
        )
        if len(sure) != 1 or not main or any(place < at for place in self._now.offices):
            return None
        name = sure.pop()
        return Speaker(name, name, None, self.roster.gender(name)) if name in self.roster.full else None

    def _asked(self, gender: str, at: int) -> str | None:
        """Who is asked in the sentence of an answer ("When Ana asked Brown for proof, he responded")."""
        frame = next((each for each in self._now.frames if each.start <= at < each.end), None)
        cues = self._now.lex.cues if self._now.lex else {}
        tokens = [token for token in frame.tokens if token.start < at] if frame is not None else []
        asking = [t for t in tokens if t.low in cues and cues[t.low].lemma in _PUTTING and not t.name]
        if not asking or gender not in ("m", "f"):
            return None
        after = [each for each in self._now.people if asking[0].end <= each.start < at]
        near = bool(after) and after[0].start - asking[0].end <= _ASKED_NEAR
        first = after[0] if near and after[0].gender in (gender, None) else None  # "asked Ana what Brown"
        return first.name if first else None

    def _asker(self, name: str | None) -> bool:
        """Whether somebody unnamed spoke last, who is answered: "A reporter said so. “No,” he replied"."""
        last = self._now.last(_END) or self._before.last(_END)
        some = last is not None and last.kind == "noun" and last.name == name
        return some and last is not None and last.mention.lower().split(" ", 1)[0] in _SOME

    def _turned_name(self, gender: str, at: int) -> str | None:
        """Who has become the subject since the last speaker, surely of this gender."""
        spoke = self._now.last(at)
        other = self._now.turned_to(gender, spoke, at) if spoke else None
        return other.name if other and other.gender == gender else None

    def _is_person(self, named: Named) -> bool:
        surname = len(named.words) == 1 and named.name.lower() in self.roster.titled
        alone = len(named.words) == 1 and not named.titled
        if alone and (named.name.lower() in no_persons() or named.name.isupper()):
            return False
        full = self.roster.resolve(named.name)
        if named.name in self.roster.placed and full == named.name and not named.titled:
            return False  # "Virginia", where the article says "in Virginia"
        if named.gender or named.titled or surname or self.roster.gender(full):
            return True
        # An unknown first name: bodies and places are not called by their last word alone.
        other = full != named.name
        known = self._by_surname(named.words[-1]) or (len(named.words) > 1 and other)
        known = known and (len(named.words) > 1 or other)
        plural = named.name.endswith("s")  # "Northern Italians" are many
        return known and not plural and looks_personal(full if other else named.name)

    def _may_be_person(self, text: str, named: Named) -> bool:
        """Whether a name in two or three words may be a person's: then a pronoun may stand for it as well."""
        before = text[: named.start].split()[-1:]
        # "in Gush Ejemplo", "the Gush Ejemplo mill"
        ruled = bool(before) and before[0].lower() in _NEAR | _ARTICLES
        known = self.roster.resolve(named.name) != named.name or named.name in self.roster.placed
        many = named.name.endswith("s")  # "Northern Italians"
        return not (ruled or known or many) and looks_personal(named.name)

    def _person(self, text: str, named: Named, frames: Sequence[Frame], lex: Lexicon) -> Person:
        name = self.roster.resolve(named.name, named.gender)
        begin = max((frame.start for frame in frames if frame.start <= named.start), default=0)
        before = text[max(begin, text.rfind(",", begin, named.start) + 1) : named.start].split()
        possessive = text[named.end : named.end + 1] in ("'", "’")
        while before and "determiners" in lex.kinds.get(before[-1].lower(), ()):
            before.pop()  # "the figure of the great Ana Ejemplo"
        last = before[-1].lower() if before else ""
        ruled = "prepositions" in lex.kinds.get(last, ()) or last in lex.cues or _ruled_office(before, lex)
        named_so = names_body(last, lex)  # "la fundación Ana Ejemplo"
        # "la jefa del club, Ana Ejemplo.": behind a subject stands its verb
        ends = not before and begin < named.start and text[named.end : named.end + 1] in (".", ";")
        subject = len(before) <= _SUBJECT_REACH and not (possessive or ruled or named_so or ends)
        subject = subject or (not possessive and _does(before, lex))
        subject = subject or ("tags_turn" in lex.traits and _behind_verb(text[begin : named.start], lex))
        return Person(named.start, name, named.gender or self.roster.gender(name), subject, possessive)

    def _one(self, gender: str, at: int) -> str | None:
        """The one man or woman in reach of a pronoun at ``at``, surely a person."""
        head = self._now.head_of_clause(gender, at)
        if head is not None:
            return head
        name = self._one_name(gender, at)
        if name is not None and (
            self._now.headed_by_another(name, at) or self._now.led_by_another(name, gender, at)
        ):
            return None  # "Brown caught them unprepared when he said": not who spoke before
        people = (*self._now.people, *self._before.people)
        doubtful = any(not each.sure and each.name == name for each in people)
        spoke = any(each.name == name for _, each in (*self._now.spoke, *self._before.spoke))
        return None if doubtful and not spoke else name

    def _one_name(self, gender: str, at: int) -> str | None:
        last = self._now.last(at)
        noun = last is not None and last.kind == "noun" and one_person(last.name or "", self._now.lex)
        asked = last is not None and self._asks(last)
        if last is not None and (asked or (noun and not self._now.fitting(gender, at))):
            return self._answering(gender) if asked else last.name  # "one official said ..., he added"
        spoke = self._last_fitting(self._now, gender, at)
        if spoke is not None:
            return self._goes_on(spoke, gender, at)
        rivals = self._left_before(gender)
        people = self._now.fitting(gender, at)
        office = max((place for place in self._now.offices if place < at), default=-1)
        if office > max((each.start for each in people), default=-1):
            return self._described(office, gender)  # "he" may be the minister just spoken of
        if people:
            main = self._now.main_subject(people, at)
            return main.name if main else chosen(people, rivals)
        if len(rivals) == 1 and (self._before.spoke or self._subject(rivals)):
            return rivals.pop()
        return self._subject_before(gender) or self._told_of_before(gender) or self._past(gender)

    def _asks(self, speaker: Speaker) -> bool:
        """Whether somebody without a name put a question, so that whoever speaks next is another."""
        words = speaker.mention.lower().split()
        asker = speaker.kind == "noun" and not _ASKERS.isdisjoint(words)
        return asker and any("?" in scene.text for scene in (self._now, self._before))

    def _answering(self, gender: str) -> str | None:
        """Who answers a nameless one's question: the one subject told of right before it."""
        scene = self._before if self._asked_here() else self._older
        fitting = {each.name for each in scene.fitting(gender, _END) if each.subject}
        return fitting.pop() if len(fitting) == 1 else None

    def _asked_here(self) -> bool:
        """Whether the question stands in the paragraph that is read."""
        return any(self._asks(each) for _, each in self._now.spoke)

    def _past(self, gender: str) -> str | None:
        """Who spoke before a paragraph that only tells of somebody whom this pronoun cannot mean."""
        before = self._before
        others = bool(before.people) and all(each.gender and each.gender != gender for each in before.people)
        if not others or before.spoke or before.offices or before.quoted:
            return None
        last = self._older.last(_END)
        return last.name if last is not None and last.kind == "name" and self._fits(last, gender) else None

    def _described(self, place: int, gender: str) -> str | None:
        """Who is meant by an office in the text, "the actress", where one person is introduced by it."""
        frame = next((each for each in self._now.frames if each.start <= place < each.end), None)
        words = [token.text for token in frame.tokens if place <= token.start][:_OFFICE] if frame else []
        mention = " ".join(words).lower()
        noun = Speaker(mention, mention, kind="noun")
        name = self.described.name(noun, self.number, place).name if self.described and words else mention
        known = name != mention and name is not None and self.roster.gender(name) in (gender, None)
        return name if known else None

    def _told_of_before(self, gender: str) -> str | None:
        """The one of the paragraph before where it asks about him, or he spoke in the one before it."""
        before = self._before
        names = {each.name for each in before.fitting(gender, _END)}
        if before.spoke or before.offices or len(names) != 1:
            return None
        name, last = names.pop(), self._older.last(_END)
        text = before.text.strip()  # "What is Ana Ejemplo's answer? / She said"
        asked = text.endswith("?") and len(text) <= _QUESTION and "\n" not in text
        return name if asked or (last is not None and last.name == name) else None

    def _subject(self, names: set[str]) -> bool:
        """Whether one of these people is the subject of a sentence of the paragraph before."""
        return any(each.subject and each.name in names for each in self._before.people)

    def _goes_on(self, spoke: Speaker, gender: str, at: int) -> str | None:
        """Whoever spoke last in the paragraph, or who has become its subject since; None when unsure."""
        fits = self._fits(spoke, gender)
        turned = self._now.turned_to(gender, spoke, at)
        if turned is not None:
            return turned.name if turned.gender == gender or turned.sure else None
        if self._now.beside_subject(gender, spoke):
            return None
        held = spoke.kind == "noun" or names_office(spoke.name or "")
        if fits is None and held and not self._now.fitting(gender, at):
            return spoke.name  # "the mayor said ..., she added": nobody else is there
        return spoke.name if fits else None

    def _left_before(self, gender: str) -> set[str]:
        """Who of the paragraph before may be meant: its last speaker, or all who are named when none fits."""
        last = self._before.spoke[-1][1] if self._before.spoke else None
        asked = last is not None and self._asks(last)
        unknown = last is not None and last.kind == "pronoun" and last.name is None and last.gender == gender
        if asked or unknown:  # "he" of whom nobody could tell who he is goes on
            return {name} if asked and (name := self._answering(gender)) else set()
        earlier = self._last_fitting(self._before, gender, _END)
        rivals = {each.name for each in self._before.fitting(gender, _END)}
        if earlier is None or not earlier.name:
            return rivals
        fits = self._fits(earlier, gender)
        if fits is None and earlier.kind == "noun" and not rivals:
            return {earlier.name}  # "the senator said ...", and in the next paragraph "he said"
        if (
            fits is None
            and earlier.kind == "name"
            and looks_personal(earlier.name)
            and rivals <= {earlier.name}
        ):
            return {earlier.name}  # "Ejemplo Muestra said ...", nobody else named, and then "he added"
        if not fits:  # "Brown said Ana was late", and then "she said": either of them
            return rivals if earlier.kind == "noun" and len(rivals) == 1 else set()
        turned = self._before.turned_to(gender, earlier, _END)
        beside = self._before.beside_subject(gender, earlier)
        return {earlier.name} | ({turned.name} if turned else set()) | ({""} if beside else set())

    def _last_fitting(self, scene: Surroundings, gender: str, before: int) -> Speaker | None:
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
        return any(
            since < each.start and each.name != spoke.name and not each.owner
            for each in self._now.fitting(gender, at)
        )

    def _subject_before(self, gender: str) -> str | None:
        """The one man or woman who is the subject of a sentence in the paragraph before, nobody else
        having spoken there: "In a talk with Ana Ejemplo, Brown ..." and then "he said".
        """
        if self._last_fitting(self._before, gender, _END) is not None or self._before.offices:
            return None
        subjects = {each.name for each in self._before.fitting(gender, _END) if each.subject}
        return subjects.pop() if len(subjects) == 1 else None

    def _fits(self, speaker: Speaker, gender: str) -> bool | None:
        """Whether a speaker can be he or she; None when that cannot be told."""
        if speaker.name is None or is_many(speaker, self.roster) or is_group(speaker, self._now.lex):
            return False
        known = speaker.gender or self.roster.gender(speaker.name)
        if known:
            return known == gender
        held = names_office(speaker.name) and not self.roster.surnamed(speaker.name.split()[-1].lower())
        if held or speaker.kind == "noun":  # the Minister of State speaks as a person, no study does
            return None if held else False
        if speaker.role or _DESCRIBED.search(speaker.mention):
            return True
        if single_name(speaker, self.roster):
            rival = any(each.gender == gender for each in (*self._now.people, *self._before.people))
            return None if rival else True  # "Brown said Ana was late. She added": Ana may be meant
        return self._may_be(speaker.name)

    def _may_be(self, name: str) -> bool | None:
        """Whether a bare name is a person's: bodies and places are not called by their last word alone."""
        words = [word for word in name.split() if word.lower().rstrip(".") not in _SUFFIXES]
        if len(words) == 1:  # a surname, or a country: "Portugal said"
            return True if self.roster.surnamed(name) else None
        if not looks_personal(name):
            return False
        return True if self._by_surname(words[-1]) else None

    def _by_surname(self, word: str) -> bool:
        """Whether the last word of a name stands alone elsewhere, as surnames do."""
        return word in self.roster.inside or word in self.roster.alone

    def _left_out(self, at: int, *, several: bool) -> str | None:
        """Whoever goes on speaking where a language leaves the subject out."""
        now = self._now
        left_out = report_rules(now.lex.language).left_out if now.lex is not None else None
        if left_out is None:
            return None
        subjects = [(each.start, each.name) for each in now.people if each.subject]
        earlier = [each for place, each in self._before.spoke if self._before.main(place)]
        others = [(each.start, each.name) for each in now.turned_on(0, at)]
        name = left_out(now.spoke, earlier, subjects, others, now.offices, now.frames, at, several=several)
        first = not several and not any(
            place < at for place in (*now.offices, *(place for place, _ in subjects))
        )
        alone = first and not any(place < at for place, _ in now.spoke) and self._opens(at)
        return self._taken_up(earlier) if name is None and alone else name

    def _opens(self, at: int) -> bool:
        """Whether hardly a word stands before this place in its sentence: "Ayer añadió que"."""
        frame = next((each for each in self._now.frames if each.start <= at < each.end), None)
        earlier = [token for each in self._now.frames if each.end <= at for token in each.tokens]
        if any(token.quote is None and token.low.isalpha() for token in earlier):
            return False  # a sentence of the author's stands between
        before = [token for token in frame.tokens if token.start < at] if frame else []
        return sum(token.quote is None and "mark" not in token.kinds for token in before) <= _OPENING

    def _taken_up(self, earlier: Sequence[Speaker]) -> str | None:
        """Who is meant at the head of a paragraph by a subject left out, nobody having spoken right before:
        the one subject of that paragraph, or who spoke in the one before it, nobody else being named since.
        """
        before = self._before
        if earlier:
            return None
        sure = {each.name for each in before.people if each.sure}
        subjects = {each.name for each in before.people if each.subject}
        named = sure or subjects
        if len(named) == 1 and subjects and not (before.offices or before.spoke):
            return named.pop() if named <= subjects else None
        last = self._older.last(_END)
        if last is None or last.kind != "name" or is_thing(last, self.roster):
            return None
        others = {each.name for each in before.people} - {last.name}
        return None if others or before.offices or not before.people else last.name

    def _group(self, kind: str, at: int) -> str | None:
        """Whoever spoke last, for "they" when several spoke, for "it" when a body or a document did;
        else, for "they", the plural subject of the sentences before.
        """
        for scene, end in ((self._now, at), (self._before, _END)):
            last = scene.last(end)
            named = it_names(scene.text, scene.frames, end, scene.lex, self.roster) if kind == "n" else None
            if named is not None:
                return named
            if last is not None:
                thing = kind == "n" and is_thing(last, self.roster) and not scene.document_since(last, end)
                many = kind == "p" and is_many(last, self.roster, scene.lex)
                return last.name if thing or many else None
            if kind == "p" and scene.lex is not None and "bare_clauses" in scene.lex.traits:
                earlier = [frame for frame in scene.frames if frame.end <= end]
                if earlier:
                    return they(scene.text, earlier, scene.lex)
        return None


def _ruled_office(before: list[str], lex: Lexicon) -> bool:
    """Whether a preposition rules the office before a name: "se refirió al fallecido alcalde | Muestra"."""
    contracted = word_list("grammar", "contracted")
    at = next((n for n in range(len(before) - 1, -1, -1) if before[n].lower() in contracted), -1)
    return at >= 0 and not any("determiners" in lex.kinds.get(word.lower(), ()) for word in before[at + 1 :])


def _does(before: list[str], lex: Lexicon) -> bool:
    """Whether a name is of who does what is told: "fue abordado ayer por el presidente | Muestra"."""
    words = [word.lower() for word in before]
    by = next((n for n in range(len(words) - 1, max(-1, len(words) - _AGENT), -1) if words[n] in _BY), 0)
    done = words[max(0, by - _AGENT) : by]
    if not any("being" in lex.kinds.get(word, ()) for word in done):
        return False  # "el plan ordenado por | Muestra": told of beside
    return any("participle" in lex.shapes[word] or word.endswith(_DONE) for word in done)


def _behind_verb(before: str, lex: Lexicon) -> bool:
    """Whether an office and its bearer stand right behind the verb whose subject they are, no "a" before
    them: "Al acto acudió el alcalde, | Luis Ejemplo", "La más crítica fue la jefa del club, | Ana Ejemplo".
    """
    words = before.rstrip(", ").split()
    at = next(
        (n for n in range(len(words) - 1, 0, -1) if words[n].lower() in _ARTICLES and n + 1 < len(words)), 0
    )
    held = [word.lower() for word in words[at + 1 :]]
    if not at or len(held) > _HELD or held[0] not in people_words().titles | _ROLE_NOUNS:
        return False
    verb = words[at - 1].lower()
    plain = not any(word.endswith((",", ":")) for word in words[at - 1 :])
    acts = "preterite" in lex.shapes[verb] or "being" in lex.kinds.get(verb, ())
    return plain and acts and verb not in lex.cues


def _outside(names: list[Named], quotes: Sequence[Quote]) -> list[Named]:
    return [each for each in names if not any(quote.start <= each.start < quote.end for quote in quotes)]
