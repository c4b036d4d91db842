"""Which labels of an article make a dialogue: several that come back, and words as one says them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from index.grammar.roster import Roster
from index.model import Paragraph
from index.voices.dialogue_words import dialogue_words, names_nobody, spoken_words
from index.voices.label_names import (
    heads_a_page,
    known,
    office_or_person,
    person_like,
    personal,
    polite,
    shouted,
    standing,
    surely_named,
)
from index.voices.labels import Kind, Mark
from index.voices.topic_lists import topics_of
from index.voices.turn_parts import (
    only_asks,
    worded,
)

_BEFORE = 2  # paragraphs before the first label of an article that is a dialogue from the start
_FEWEST = 3  # labels that begin lines in an article that is a dialogue as a whole
_LEAST_SPOKEN = 3  # one turn in so many must be worded as speech


def believed(paragraphs: Sequence[Paragraph], marks: Sequence[Mark], roster: Roster) -> list[Mark]:
    """The marks of the dialogue, none where the article is no dialogue."""
    topics = topics_of(paragraphs)
    marks = [
        each
        for each in standing(marks, roster, asking_labels(paragraphs, marks))
        if each.key not in dialogue_words().notes and not _numbers_a_thing(each)
    ]
    marks = [each for each in marks if each.paragraph not in topics]
    marks = [each for each in marks if not heads_a_page(paragraphs, each, roster)]
    dashed = _talk_in_dashes(paragraphs, [each for each in marks if each.dashed])
    marks = [each for each in marks if not each.dashed or each in dashed]
    marks = _with_letters(paragraphs, marks)
    lettered = {each.kind for each in marks} >= {Kind.ASKS, Kind.ANSWERS}
    if not lettered:
        marks = [each for each in marks if each.kind is not Kind.ANSWERS]
    else:  # beside "P." and "R." a name that stands once is a title's: "Ana Ejemplo: “...”"
        counts = Counter(each.key for each in marks)
        marks = [each for each in marks if each.kind is not Kind.NAMED or counts[each.key] > 1]
    outer = [each for each in marks if not each.inside]
    good = _good_labels(paragraphs, outer, roster, lettered=lettered)
    good |= _spelt_once(outer, good)
    if lettered and not any("?" in words for words in worded(paragraphs, marks, Kind.ASKS)):
        return []
    within = {each.key for each in marks if each.inside and each.label.isupper() and known(each, roster)}
    if len(within) > 1:  # a talk in one paragraph: the label that opens it is one of its own
        good |= {each.key for each in outer if each.label.isupper()}
    kept = [each for each in marks if each.key in good or _told_inside(each, roster)]
    if not any(not each.inside for each in kept) or not (good or lettered):
        return []
    return kept if len(kept) > 1 or kept[0].key in good else []


def _numbers_a_thing(mark: Mark) -> bool:
    """Whether a label is a numbered thing's: "Issue 11", but "Speaker 2" and "R2" speak."""
    words = mark.key.split()
    return len(words) > 1 and words[-1][:1].isdigit() and not names_nobody(mark.label)


def _with_letters(paragraphs: Sequence[Paragraph], marks: Sequence[Mark]) -> list[Mark]:
    """The marks, where "R:" answers a letter that mostly asks: so "E:" or "I:" is whoever asks."""
    kinds = {each.kind for each in marks}
    if Kind.ANSWERS not in kinds or Kind.ASKS in kinds:
        return [*marks]
    asking = {key for key in asking_labels(paragraphs, marks) if len(key) == 1}
    return [each._replace(kind=Kind.ASKS) if each.key in asking else each for each in marks]


def _talk_in_dashes(paragraphs: Sequence[Paragraph], dashed: list[Mark]) -> list[Mark]:
    """The labels before dashes or stops, from the first question on, where they are a talk's: two of them
    come back, or it is announced, and one asks.
    """
    asking = [mark for mark, words in zip(dashed, worded(paragraphs, dashed), strict=True) if "?" in words]
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
    said = [(mark, spoken_words(words)) for mark, words in zip(marks, worded(paragraphs, marks), strict=True)]
    # Who leads the talk may say nothing of himself.
    spoken = [told for mark, told in said if not names_nobody(mark.label)] or [told for _, told in said]
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
    asking = asking_labels(paragraphs, marks)
    follow = sum(a.key in asking and b.key not in asking for a, b in pairwise(marks))
    after = sum(only_asks(paragraphs, each.paragraph - 1) for each in marks)
    return follow > 1 or (len(marks) >= _FEWEST and after * 2 >= len(marks))


def _answering(paragraphs: Sequence[Paragraph], marks: Sequence[Mark], roster: Roster) -> frozenset[str]:
    """The one label of an interview whose questions have none: half of its turns follow a question."""
    after = sum(only_asks(paragraphs, each.paragraph - 1) for each in marks)
    told = len(marks[0].label.split()) > 1 or roster.resolve(marks[0].label) in roster.full
    whole = told or (len(marks) >= _FEWEST and after == len(marks))
    whole = whole and not marks[0].alone
    return frozenset({marks[0].key}) if whole and after * 2 >= len(marks) else frozenset()


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


def asking_labels(paragraphs: Sequence[Paragraph], marks: Sequence[Mark]) -> frozenset[str]:
    """The labels under which most turns ask."""
    counts, asks = Counter(each.key for each in marks), Counter[str]()
    for mark, words in zip(marks, worded(paragraphs, marks), strict=True):
        asks[mark.key] += "?" in words
    letters = {each.key for each in marks if each.kind is Kind.ASKS}
    few = min(max(counts.values(), default=0), 2)  # an exchange may be of one question
    return frozenset(
        letters | {key for key, count in asks.items() if few <= count > 0 and count * 2 >= counts[key]}
    )
