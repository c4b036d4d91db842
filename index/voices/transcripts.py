"""Turns of a transcript, an interview or a chat: from one label to the next, all paragraphs of an answer.

A label is believed when the article is a dialogue: several labels, and words as one says them. Whoever
asks under "Q:" or "Host:" is not named, and is not the outlet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from index.grammar.roster import Roster
from index.grammar.speakers import Speaker
from index.model import Mode, Paragraph, Role, Source
from index.text.people import given_names, people_words
from index.voices.dialogue_words import dialogue_words, names_nobody, spoken_words
from index.voices.interview_heads import head_between, heads_of
from index.voices.interviewee import asker, interviewee
from index.voices.label_names import (
    LabelNames,
    heads_a_page,
    known,
    office_or_person,
    person_like,
    personal,
    polite,
    presents_himself,
    shouted,
    standing,
    surely_named,
)
from index.voices.labels import SPEAKING, Kind, Mark, marks_of
from index.voices.spans import Spoken
from index.voices.topic_lists import topics_of
from index.words import word_list

Turns = list[list[Spoken] | None]  # for each paragraph its turns, or None where no dialogue is

_BEFORE = 2  # paragraphs before the first label of an article that is a dialogue from the start
_AFTER = 2  # paragraphs below the last turn that may go on with it
_FEWEST = 3  # labels that begin lines in an article that is a dialogue as a whole
_LONGEST_QUESTION = 400  # characters
_OPENING = 3  # paragraphs of a turn that tell whether it is worded as speech
_LEAST_SPOKEN = 3  # one turn in so many must be worded as speech
_CALLED = 4  # words in capitals
_DIRECTION = re.compile(r"\s*[*_“\"]*[\[(][^\])]*[\])][*_.”\"]*\s*")  # "[laughter]", "(Applause.)"
_OUTLETS = word_list("names", "outlet_words") | word_list("names", "outlet_ends")
_STAMP = re.compile(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?")
_RULE = re.compile(r"\s*(?:[-—–_*=]\s?){3,}\s*")  # a line that parts the talk from what is not of it
_ENDS_TURN = re.compile(r"(?:[\s—–*_-]+|(?<=[.?!…] )[\[(][^\])\s]+(?: [^\])\s]+){0,2}[\])]\.?)+$")


class _Part(NamedTuple):
    """The words of a turn in one paragraph."""

    paragraph: int
    start: int
    end: int
    first: bool = True  # its label stands right before it


def turns_of(paragraphs: Sequence[Paragraph], source: Source, roster: Roster) -> Turns:
    """Return the turns that labels tell, paragraph by paragraph."""
    turns: Turns = [None] * len(paragraphs)
    marks = marks_of(paragraphs, source.title)
    marks = _believed(paragraphs, marks, roster) if marks else []
    if not marks:
        return turns
    answering = interviewee(paragraphs, marks[0].paragraph, source, roster)
    naming = LabelNames(paragraphs, source, roster, answering)
    asking = asker(source)
    asking = None if asking and answering and asking.name == answering.name else asking  # he is asked
    heads = heads_of(paragraphs)
    named = {mark.key: naming.speaker(mark) for mark in reversed(marks)}
    for key in _asking_outlets(paragraphs, marks, roster):
        named[key] = None
    _shorten(named)
    surnames = frozenset(each.name.split()[-1].lower() for each in named.values() if each and each.name)
    untagged = _Untagged(paragraphs, marks, named)
    whole = _whole(paragraphs, marks)
    askers = _Askers(paragraphs, marks, asking)
    if whole and _asks(paragraphs, before := marks[0].paragraph - 1):  # the first of untagged questions
        turns[before] = [Spoken(0, len(paragraphs[before].text.rstrip()), None, Mode.DIRECT, None)]
    for mark, following in _followed(marks):
        head = head_between(heads, marks[0].paragraph, mark.paragraph)
        speaker = named[mark.key]
        if head is not None and mark.kind is Kind.ANSWERS:  # another interview in one text
            speaker = Speaker(name := roster.resolve(head.name), name) if head.name else None
        elif _unnamed(mark):
            speaker = askers.speaker(mark)
        ended = following is None and not whole
        for part in _parts(paragraphs, mark, following, None if ended else surnames):
            row = turns[part.paragraph]
            turns[part.paragraph] = row = [] if row is None else row
            who = (
                speaker if part.first else untagged.speaker(mark, following, part, speaker) if whole else None
            )
            if part.start < part.end and not head_between(heads, mark.paragraph, part.paragraph + 1):
                row.append(Spoken(part.start, part.end, who, Mode.DIRECT, None))
    for part in _loose(paragraphs, turns, surnames) if whole and len(marks) > _FEWEST else ():
        turns[part.paragraph] = [Spoken(part.start, part.end, None, Mode.DIRECT, None)]
    return turns


class _Askers:
    """Who asks under a label that names nobody: he tells it, and may go on under one that asks on; where
    nobody tells, whoever signs the talk.
    """

    def __init__(
        self, paragraphs: Sequence[Paragraph], marks: Sequence[Mark], asking: Speaker | None
    ) -> None:
        self._paragraphs = paragraphs
        names = {mark: self._name(mark, following) for mark, following in _followed(marks) if _unnamed(mark)}
        numbered = {mark.key: name for mark, name in names.items() if name and mark.key[-1].isdigit()}
        self._names = {mark: name or numbered.get(mark.key) for mark, name in names.items()}  # "Speaker 1"
        self._asking = None if any(names.values()) else asking
        self._before: Speaker | None = None

    def speaker(self, mark: Mark) -> Speaker | None:
        """Return who presents himself in a turn: "PREGUNTA: Buenos días. Ana Ejemplo, de La Hoja. ..."."""
        name = self._names[mark]
        if name is not None:
            self._before = Speaker(name, name)
        elif mark.key not in dialogue_words().asking_on:
            self._before = None
        return self._before or (self._asking if mark.kind is Kind.ASKS else None)

    def _name(self, mark: Mark, following: Mark | None) -> str | None:
        end = min(following.paragraph if following else len(self._paragraphs), mark.paragraph + _OPENING)
        texts = [each.text for each in self._paragraphs[mark.paragraph : max(end, mark.paragraph + 1)]]
        texts[0] = texts[0][mark.end :]
        return next((name for text in texts if (name := presents_himself(text))), None)


def _unnamed(mark: Mark) -> bool:
    """Whether a label names nobody and is none of whoever is asked."""
    if mark.kind is not Kind.NAMED:
        return mark.kind is Kind.ASKS
    return names_nobody(mark.label) and mark.key not in dialogue_words().guests


class _Untagged:
    """Whose the paragraphs of a dialogue are that have no label: mostly of the label before them."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], marks: Sequence[Mark], named: dict[str, Speaker | None]
    ) -> None:
        self._paragraphs = paragraphs
        self._lone = len(named) == 1  # who asks has no label
        self._asking = _asking(paragraphs, marks)
        rest = {each.name: each for key, each in named.items() if key not in self._asking and each}
        self._guest = next(iter(rest.values())) if len(rest) == 1 else None

    def speaker(
        self, mark: Mark, following: Mark | None, part: _Part, speaker: Speaker | None
    ) -> Speaker | None:
        """Return whose a paragraph after the first one of a turn is.

        What stands right before the same label again is nobody's known, and so is a question that another
        answers where none of the labels asks; what follows a question to which no label answers is whoever's
        all other answers are.
        """
        last = following.paragraph - 1 if following is not None else part.paragraph
        again = following is not None and following.key == mark.key and mark.key not in self._asking
        if again and part.paragraph == last:  # somebody else must have spoken in between
            return None
        if _asks(self._paragraphs, part.paragraph):
            if self._lone or (not self._asking and part.paragraph == last):
                return None
        elif mark.key in self._asking and _ends_asking(self._paragraphs[mark.paragraph].text):
            unanswered = following is None or following.key in self._asking
            if unanswered or (part.paragraph < last and _asks(self._paragraphs, last)):
                return self._guest
        return speaker


def _asking(paragraphs: Sequence[Paragraph], marks: Sequence[Mark]) -> frozenset[str]:
    """The labels under which most turns ask."""
    counts, asks = Counter(each.key for each in marks), Counter[str]()
    for mark, words in zip(marks, _worded(paragraphs, marks), strict=True):
        asks[mark.key] += "?" in words
    letters = {each.key for each in marks if each.kind is Kind.ASKS}
    few = min(max(counts.values(), default=0), 2)  # an exchange may be of one question
    return frozenset(
        letters | {key for key, count in asks.items() if few <= count > 0 and count * 2 >= counts[key]}
    )


def _ends_asking(text: str) -> bool:
    return text.rstrip(" *_\n").endswith("?")


def _shorten(named: dict[str, Speaker | None]) -> None:
    """Let a label of one word be whoever has it in the one whole name that is a label too."""
    whole = {key: each for key, each in named.items() if len(key.split()) > 1 and each is not None}
    for key, speaker in named.items():
        if len(key) == 1:  # "N" of "Nora", who asked before under her name
            begun = {each.name: each for other, each in named.items() if each and other[:1] == key != other}
            named[key] = next(iter(begun.values())) if len(begun) == 1 else speaker
            continue
        bearers = {each.name: each for other, each in whole.items() if key in other.replace(",", "").split()}
        if speaker is not None and key not in whole and len(bearers) == 1:
            named[key] = next(iter(bearers.values()))


def _asking_outlets(paragraphs: Sequence[Paragraph], marks: Sequence[Mark], roster: Roster) -> set[str]:
    """The labels that are no person's and mostly ask: "The Gazette: How did it begin?"."""
    asking = _asking(paragraphs, marks)
    labels = {mark.key: mark for mark in marks if mark.kind is Kind.NAMED}
    outlets = {key for key, mark in labels.items() if key in asking and _names_outlet(mark, roster)}
    return outlets if len({mark.key for mark in marks}) > 1 else set()


def _names_outlet(mark: Mark, roster: Roster) -> bool:
    """Whether a label is an outlet's or another body's, and no person's."""
    lists, low = people_words(), mark.key.split()
    ends = {low[0], low[-1]} if len(low) > 1 and low[0] not in given_names() else set()
    article = dialogue_words().articles.match(mark.label) is not None and low[-1] not in lists.titles
    body = not lists.bodies.isdisjoint(low) and not person_like(mark, roster)
    return body or article or not _OUTLETS.isdisjoint(ends)


def _followed(marks: Sequence[Mark]) -> Iterator[tuple[Mark, Mark | None]]:
    """Each mark with the next one."""
    for number, mark in enumerate(marks):
        yield mark, marks[number + 1] if number + 1 < len(marks) else None


# -- which labels make a dialogue --------------------------------------------------------------


def _believed(paragraphs: Sequence[Paragraph], marks: Sequence[Mark], roster: Roster) -> list[Mark]:
    """The marks of the dialogue, none where the article is no dialogue."""
    topics = topics_of(paragraphs)
    marks = [each for each in standing(marks, roster) if each.key not in dialogue_words().notes]
    marks = [each for each in marks if each.paragraph not in topics]
    marks = [each for each in marks if not heads_a_page(paragraphs, each, roster)]
    dashed = _talk_in_dashes(paragraphs, [each for each in marks if each.dashed])
    marks = [each for each in marks if not each.dashed or each in dashed]
    lettered = {each.kind for each in marks} >= {Kind.ASKS, Kind.ANSWERS}
    if not lettered:
        marks = [each for each in marks if each.kind is not Kind.ANSWERS]
    else:  # beside "P." and "R." a name that stands once is a title's: "Ana Ejemplo: “...”"
        counts = Counter(each.key for each in marks)
        marks = [each for each in marks if each.kind is not Kind.NAMED or counts[each.key] > 1]
    outer = [each for each in marks if not each.inside]
    good = _good_labels(paragraphs, outer, roster, lettered=lettered)
    good |= _spelt_once(outer, good)
    if lettered and not any("?" in words for words in _worded(paragraphs, marks, Kind.ASKS)):
        return []
    within = {each.key for each in marks if each.inside and each.label.isupper() and known(each, roster)}
    if len(within) > 1:  # a talk in one paragraph: the label that opens it is one of its own
        good |= {each.key for each in outer if each.label.isupper()}
    kept = [each for each in marks if each.key in good or _told_inside(each, roster)]
    if not any(not each.inside for each in kept) or not (good or lettered):
        return []
    return kept if len(kept) > 1 or kept[0].key in good else []


def _talk_in_dashes(paragraphs: Sequence[Paragraph], dashed: list[Mark]) -> list[Mark]:
    """The labels before dashes or stops, from the first question on, where they are a talk's: two of them
    come back, or it is announced, and one asks.
    """
    asking = [mark for mark, words in zip(dashed, _worded(paragraphs, dashed), strict=True) if "?" in words]
    first = asking[0].paragraph if asking else len(paragraphs)
    called = any(names_nobody(each.label) for each in dashed)  # "PERIODISTA.-"
    marks = [each for each in dashed if asking and (called or each.paragraph >= first)]
    counts, asks = Counter(each.key for each in marks), Counter(each.key for each in asking)
    back = [key for key, count in counts.items() if count > 1]
    led = paragraphs[max(0, first - _BEFORE) : first]
    if any(dialogue_words().interview.search(each.text) for each in led):  # "Here is the interview:"
        back = list(counts)
    put = any(asks[key] * 2 > counts[key] or (asks[key] and names_nobody(key)) for key in back)
    talk = len(back) > 1 and put
    named = [each for each in dashed if each.key in back and each.label.isupper() and surely_named(each)]
    return dashed if talk and named else marks if talk else []


def _good_labels(
    paragraphs: Sequence[Paragraph], marks: Sequence[Mark], roster: Roster, *, lettered: bool
) -> frozenset[str]:
    """The labels at line starts that are believed."""
    counts = Counter(each.key for each in marks)
    recurring = {key for key, count in counts.items() if count > 1}
    worded = [
        (mark, spoken_words(words)) for mark, words in zip(marks, _worded(paragraphs, marks), strict=True)
    ]
    # Who leads the talk may say nothing of himself.
    spoken = [told for mark, told in worded if not names_nobody(mark.label)] or [told for _, told in worded]
    speech = sum(spoken) * _LEAST_SPOKEN >= len(spoken) and any(spoken)
    speech = speech or _put_and_answered(paragraphs, marks)
    asked = any(each.kind is Kind.ASKS for each in marks)
    alone = frozenset(
        each.key
        for each in marks
        if each.label.isupper()
        and not (each.office or each.alone)
        and office_or_person(each.label, roster)
        and (counts[each.key] > 1 or surely_named(each))  # "NEW ALDEA: Its mayor ..." is where it was written
    )
    if len(counts) == 1 and not lettered and speech:
        return alone | _answering(paragraphs, marks, roster)
    if len(shouted(marks, roster)) > 1 and any(counts[key] > 1 for key in shouted(marks, roster)):
        speech = True  # as no other text has them: "ANA EJEMPLO, MAYOR", "PRESIDENT LUIS MUESTRA", and again
    if any(counts[each.key] > 1 and polite(each) for each in marks):
        speech = True  # "La señora EJEMPLO", and again
    if not speech or (len(counts) < 2 and not lettered):
        return alone
    plain = [each for each in marks if not (each.alone or each.strong)]
    people = {each.key for each in marks if person_like(each, roster)}
    back = len(recurring) > 1 or any(each.key in recurring and personal(each, roster) for each in marks)
    if not (back or asked):  # every label once: only people the article knows
        people &= {each.key for each in marks if all(spoken) or known(each, roster)}
    good = people if len(people) > 1 or asked else set()
    if len(recurring) > 1 or (recurring and asked):
        upper = {each.key for each in plain if each.label.isupper() and len(each.label) > 1}
        good |= recurring | upper
        good |= {each.key for each in plain if each.office and surely_named(each)}  # who joins in once
    if not (recurring or asked):  # every label once: two names in a row, each with words of his own
        good &= {each.key for each in plain} | {each.key for each in marks if each.strong}
    good |= {each.key for each in marks if each.strong} if recurring or len(people) > 1 else set()
    upper = {each.key for each in plain if each.label.isupper() and " " in each.label}
    good |= upper if len(good & upper) > 1 else set()
    capitals = shouted(marks, roster)
    good |= capitals if len(capitals) > 1 or recurring else set()
    good |= {each.key for each in marks if each.kind is not Kind.NAMED}
    return frozenset(good | alone)


def _put_and_answered(paragraphs: Sequence[Paragraph], marks: Sequence[Mark]) -> bool:
    """Whether the turns are those of a talk, whatever their words: one label asks and others follow it, or
    all stand behind questions that have none.
    """
    asking = _asking(paragraphs, marks)
    follow = sum(a.key in asking and b.key not in asking for a, b in pairwise(marks))
    after = sum(_asks(paragraphs, each.paragraph - 1) for each in marks)
    return follow > 1 or (len(marks) >= _FEWEST and after * 2 >= len(marks))


def _answering(paragraphs: Sequence[Paragraph], marks: Sequence[Mark], roster: Roster) -> frozenset[str]:
    """The one label of an interview whose questions have none: half of its turns follow a question."""
    after = sum(_asks(paragraphs, each.paragraph - 1) for each in marks)
    told = len(marks[0].label.split()) > 1 or roster.resolve(marks[0].label) in roster.full
    whole = told or (len(marks) >= _FEWEST and after == len(marks))
    whole = whole and not marks[0].alone
    return frozenset({marks[0].key}) if whole and after * 2 >= len(marks) else frozenset()


def _asks(paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Whether a paragraph is nothing but a question."""
    if number < 0 or paragraphs[number].role not in SPEAKING:
        return False
    text = paragraphs[number].text.strip(" *_\n")
    return text.endswith("?") and len(text) < _LONGEST_QUESTION


def _worded(
    paragraphs: Sequence[Paragraph], marks: Sequence[Mark], kind: Kind | None = None
) -> Iterator[str]:
    """The first words after each mark."""
    for mark, following in _followed(marks):
        if kind is not None and mark.kind is not kind:
            continue
        text = paragraphs[mark.paragraph].text
        same = following is not None and following.paragraph == mark.paragraph
        words = text[mark.end : following.start if following is not None and same else len(text)]
        if not words.strip(" *_") and not same and mark.paragraph + 1 < len(paragraphs):
            stop = len(paragraphs) if following is None else following.paragraph
            rest = paragraphs[mark.paragraph + 1 : max(stop, mark.paragraph + 2)][:_OPENING]
            words = " ".join(each.text for each in rest)
        yield words


def _told_inside(mark: Mark, roster: Roster) -> bool:
    """Whether a label within a line tells a turn by itself: "R.", a whole name in capitals or known."""
    words = mark.label.split()
    if not mark.inside or mark.kind is not Kind.NAMED:
        return mark.inside
    known = roster.resolve(mark.label) in roster.full or roster.resolve(mark.label.title()) in roster.full
    return known if len(words) == 1 else (mark.label.isupper() or known)


def _spelt_once(marks: Sequence[Mark], good: Iterable[str]) -> frozenset[str]:
    """The names, one for each, that letters among the labels stand for: "Nora" before "N"."""
    letters = {each for each in good if len(each) == 1}
    first = min((n for n, each in enumerate(marks) if each.key in letters), default=0)
    spelt = [each.key for each in marks[:first] if each.kind is Kind.NAMED and len(each.key) > 1]
    meant = [[each for each in dict.fromkeys(spelt) if each[0] == letter] for letter in letters]
    return frozenset(each[0] for each in meant if len(each) == 1)


# -- how far it goes ----------------------------------------------------------------------------


def _whole(paragraphs: Sequence[Paragraph], marks: Sequence[Mark]) -> bool:
    """Whether the article is a dialogue as a whole, so that what follows a turn goes on with it; an
    exchange that an article quotes has the author's own words around it.
    """
    first, last = marks[0].paragraph, marks[-1].paragraph
    body = [n for n, each in enumerate(paragraphs) if each.role in SPEAKING - {Role.HEADING}]
    within = sum(first <= n <= last for n in body)
    outer = sum(not each.inside for each in marks)
    lettered = {each.kind for each in marks} >= {Kind.ASKS, Kind.ANSWERS}
    if outer >= _FEWEST and (within * 2 >= len(body) or (lettered and outer >= 2 * _FEWEST)):
        return True
    opens = sum(n < first for n in body) <= max(_BEFORE, len(body) // 4)  # a speech and who announces it
    return opens and outer > 1 and all(each.label.isupper() for each in marks if not each.inside)


def _parts(
    paragraphs: Sequence[Paragraph],
    mark: Mark,
    following: Mark | None,
    surnames: frozenset[str] | None,
) -> Iterator[_Part]:
    """The words of a turn: the rest of its paragraph, then the paragraphs up to the next label.

    ``surnames`` of who takes part tell where the author speaks of them; None ends it with its paragraph.
    """
    last = following.paragraph + 1 if following else _last_of(paragraphs, mark, surnames)
    begun = False
    for number in range(mark.paragraph, last):
        paragraph = paragraphs[number]
        start = mark.end if number == mark.paragraph else 0
        ends = following is not None and number == following.paragraph
        stop = following.start if following is not None and ends else len(paragraph.text)
        part = _trimmed(paragraph.text, number, start, stop)._replace(first=not begun)
        if number > mark.paragraph:
            if mark.alone and mark.label.isupper() and _another(paragraph.text):
                break
            loose = paragraph.role not in SPEAKING or (paragraph.role is Role.HEADING and begun)
            told = begun and _told(paragraph.text, surnames or ())
            if loose or told or _DIRECTION.fullmatch(paragraph.text):
                continue
        begun = begun or part.start < part.end
        yield part


def _another(text: str) -> bool:
    """Whether words in capitals, some behind a comma or in brackets, call somebody else up."""
    words = text.split()
    upper = next((n for n, word in enumerate(words) if not word.isupper()), len(words))
    called = " ".join(words[:upper])
    return upper >= _CALLED and ("," in called[:-1] or "(" in called) and called[-1] not in ".!?"


def _last_of(paragraphs: Sequence[Paragraph], mark: Mark, surnames: frozenset[str] | None) -> int:
    """The paragraph after the last turn: it goes on where somebody still speaks for himself."""
    last = mark.paragraph + 1
    if not paragraphs[mark.paragraph].text[mark.end :].strip(" *_"):
        last += 1
    for number in range(last, len(paragraphs) if surnames is not None else last):
        paragraph = paragraphs[number]
        heading = paragraph.role is Role.HEADING and not paragraph.text.rstrip().endswith("?")
        if heading or _RULE.fullmatch(paragraph.text) or _told(paragraph.text, surnames or ()):
            break
        if paragraph.role in SPEAKING and spoken_words(paragraph.text.replace("?", "")):
            last = number + 1
    return min(last, len(paragraphs))


def _loose(paragraphs: Sequence[Paragraph], turns: Turns, surnames: Iterable[str]) -> Iterator[_Part]:
    """The paragraphs right below the last turn, of which it is not sure whether they go on with it."""
    last = max((number for number, row in enumerate(turns) if row), default=len(turns))
    for number in range(last + 1, min(last + 1 + _AFTER, len(paragraphs))):
        text = paragraphs[number].text
        if paragraphs[number].role is not Role.BODY or _RULE.fullmatch(text) or _told(text, surnames):
            return
        yield _trimmed(text, number, 0, len(text))


def _told(text: str, surnames: Iterable[str]) -> bool:
    """Whether the author goes on telling: a paragraph names one who takes part and says no "I"."""
    lows = {word.strip(".,:;'’\"“”()").removesuffix("'s").removesuffix("’s") for word in text.lower().split()}
    return not lows.isdisjoint(surnames) and not spoken_words(text.replace("?", ""))


def _trimmed(text: str, number: int, start: int, stop: int) -> _Part:
    """Leave out white space, marks of emphasis, and the dash at which a turn breaks off."""
    while start < stop and (text[start].isspace() or text[start] in "*_"):
        start += 1
    body = _ENDS_TURN.sub("", text[start:stop])
    if _STAMP.fullmatch(body):  # it is the next turn's
        body = ""
    return _Part(number, start, start + len(body))
