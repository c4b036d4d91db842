"""Whether a sentence answers in the form asked for: the day beside the deed, who did it, what somebody is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from bot.asking.answer_kinds import AnswerKind, folded_offices, holds, judges, light_words, offices, placed
from bot.asking.asked import Asked, asked_of
from bot.finding.measure import FULLY
from index.expressions import pattern
from index.model import Query
from index.remembered import OF_SENTENCES
from index.text.letters import CAPITAL
from index.text.terms import WORD, bare, fold, folded, folded_list, parts, stem, stop_words
from index.text.tokens import Phrases, marked, read_tokens
from index.words import alternatives, either, strings, word_list

_REACH = 8  # words between what is asked for and the matter it is asked of
_ACTOR = 6  # words between a deed and whom or what it is done to
_TITLE = 4  # words between an office and its holder
_APPOSITION = 60  # characters behind a name
# "Weavers of Borvik (" before the initials that stand for it.
_SPELT_OUT = pattern(rf"{CAPITAL}\w+(?:\s+\w+){{0,6}}?\s+{CAPITAL}\w+\s+\($")
_OWN = 0.8  # weight of a word's own forms at least

Said = tuple[tuple[str, str], ...]  # the words of a sentence, each folded and as its stem


def fits(query: Query, sentence: str, language: str | None) -> bool:
    """Return whether a sentence holds what is asked for, in the form in which it is asked.

    True where no kind of thing is asked for.
    """
    asked = asked_of(query)
    kind = asked.kind
    if kind is None and asked.judged:
        return judges(sentence)
    if kind is None or kind is AnswerKind.OFFICE:
        return _tells(query, asked, sentence, language)
    if not holds(kind, sentence, asked.words) and not (_asks_when(asked) and tells_time(sentence)):
        return False
    if kind is AnswerKind.PERSON:
        if _asks_who_is(asked):
            return any(_introduces(sentence, name) for name in asked.things)
        return _done_by(query, asked, sentence, language) is not False
    sizes = folded_list("kinds", "sizes")  # which stand beside what has them: how large
    near = kind in {AnswerKind.DATE, AnswerKind.YEAR, AnswerKind.PLACE} or not asked.asking.isdisjoint(sizes)
    return not near or _beside(query, asked, sentence, language)


def _tells(query: Query, asked: Asked, sentence: str, language: str | None) -> bool:
    """Whether a sentence tells what that is which a question asks about, or introduces whom it names."""
    if asked.kind is AnswerKind.OFFICE:
        return any(_introduces(sentence, name) for name in asked.things)
    return not asked.defined or tells_what_it_is(query, sentence, language)


def tells_what_it_is(query: Query, sentence: str, language: str | None) -> bool:
    """Return whether a sentence says what or who that is which a question asks about: "Quinine is a drug"."""
    defined = asked_of(query).defined
    last = defined[-1]
    terms = (word.terms for word in query.words if word.text == last)
    wanted = {term for each in terms for term, weight in each if weight >= _OWN}
    # "whether quinine is a cure" and "the use of quinine, a folly" tell nothing of it
    led = folded_list("kinds", "definition.held", "definition.inside")
    person = asked_of(query).kind is AnswerKind.PERSON
    before = ""  # the word in front of the name
    for match in WORD.finditer(sentence):
        word = fold(bare(match[0]))
        if word == last and _SPELT_OUT.search(sentence, 0, match.start()):
            return True
        if stem(word, language) in wanted:
            if before not in led and _told("definition.tells").match(sentence, match.end()):
                return True
            if person and _told_of_person(sentence, match.start(), match.end(), len(defined), before in led):
                return True
        before = before if match[0][0].isupper() and before else word
    return False


def _told_of_person(sentence: str, start: int, end: int, names: int, led: bool) -> bool:
    """Whether a sentence says who a person is, the last of whose ``names`` words stands there.

    ``led`` tells that the name is part of something else, "the trial of Ana Ejemplo, who is a miller": what
    stands behind a comma tells of the person still.
    """
    behind = not led or sentence[end : end + 1] == ","
    if behind and _told("articles").match(sentence, end):
        return True
    return not led and _held_before(sentence[:start], names - 1)


def _held_before(text: str, names: int) -> bool:
    """Whether an office stands before a comma in front of a name: "his deputy, Ana Ejemplo".

    ``text`` ends before the last word of the name, ``names`` counts those before that.
    """
    words = [*WORD.finditer(text)]
    start = words[-names].start() if 0 < names <= len(words) else len(text)
    lead = text[:start].rstrip()
    return lead.endswith(",") and any(fold(lead[:-1]).endswith(f" {office}") for office in folded_offices())


@cache
def _told(key: str) -> re.Pattern[str]:
    """Return a pattern for what says what a thing is right behind its name: "(QBA), which", "is a".

    An office may stand there without an article, and what somebody's is: "Ardale's oldest mill".
    """
    tells, verbs = alternatives("kinds", key), alternatives("kinds", "is")
    held = "|".join(re.escape(each) for each in sorted(offices(), key=len, reverse=True))
    tells = rf"{tells}|{held}|{CAPITAL}\w+['’]s"
    links = rf"(?:,|,?\s+(?:{verbs})(?:\s+[^\W\d]+)?)"
    return pattern(rf"[\"”’»)]?(?:\s+\([^()]{{2,20}}\))?{links}\s+(?:{tells})\b", re.IGNORECASE)


def _asks_when(asked: Asked) -> bool:
    """Whether a question asks when something was: a topic that is only named wants a day."""
    return asked.kind is AnswerKind.DATE and asked.question


def _asks_who_is(asked: Asked) -> bool:
    """Whether a question asks who somebody is, by name and nothing else."""
    words = asked.folded
    return (
        len(words) > 2
        and words[1] in word_list("kinds", "is")
        and bool(asked.things)
        and asked.words <= {word for name in asked.things for word in name}
    )


def _introduces(sentence: str, name: Sequence[str]) -> bool:
    """Whether a sentence says who somebody is: "Ana Ejemplo, a miller", "the miller Ana Ejemplo"."""
    for match in WORD.finditer(sentence):
        if name[-1] not in parts(match[0]):
            continue
        if _behind().match(sentence, match.end(), match.end() + _APPOSITION):
            return True
        before = read_tokens(sentence[: match.start()]).words[-_TITLE - len(name) + 1 :]
        if _offices().stand_in(before):
            return True
    return False


@cache
def _offices() -> Phrases[bool]:
    return marked(offices())


@cache
def _behind() -> re.Pattern[str]:
    """Return a pattern for what says who somebody is right behind his name."""
    articles, verbs = (alternatives("kinds", key) for key in ("articles", "is"))
    return pattern(
        rf"[\"”’»]?(?:,\s+(?:\d|(?:{articles})\b)|\s+\((?:\d|[^\W\d_]+ \d)"
        rf"|,?\s+(?:{verbs})\s+(?:{articles})\b)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=OF_SENTENCES)
def times_in(sentence: str) -> tuple[int, ...]:
    """Return at which words a sentence tells when without a day: "before the mayor took office"."""
    words = folded(sentence)
    return tuple(at for at, _, _ in _times().hits(words))


@cache
def _told_times() -> re.Pattern[str]:
    return pattern(rf"(?i:{either('kinds', 'date.told')})")


@lru_cache(maxsize=OF_SENTENCES)
def tells_time(sentence: str) -> bool:
    """Return whether a sentence tells when from the day of its text, or from an event: "next week"."""
    return bool(times_in(sentence)) or _told_times().search(sentence) is not None


@cache
def _times() -> Phrases[bool]:
    return marked(map(fold, strings("kinds", "times")))


def _done_by(query: Query, asked: Asked, sentence: str, language: str | None) -> bool | None:
    """Return whether somebody does in a sentence what "who VERB THING" asks; False where the thing does it.

    None where it cannot be told.
    """
    spelt = asked.folded
    if len(spelt) < 3 or spelt[1] in stop_words() | light_words():
        return None
    deeds = [word for word in query.words if word.text.lower() == spelt[1]]
    things = [word for word in query.words if word.text.lower() != spelt[1]]
    if not deeds or not things:
        return None
    said = said_in(sentence, language)
    deed, thing = _places(deeds[0].terms, said), [at for word in things for at in _places(word.terms, said)]
    found = None
    for at in deed:
        for other in thing:
            if at == other or abs(at - other) > _ACTOR:
                continue
            by = at if other < at else min(at, other)
            passive = any(word in word_list("kinds", "by") for word, _ in said[by : max(at, other) + 3])
            if (other > at) != passive:
                return True
            found = False
    return found


def _beside(query: Query, asked: Asked, sentence: str, language: str | None) -> bool:
    """Whether what is asked for stands near a word of the matter, or of the name where nothing else is."""
    light = light_words() | asked.asking | asked.names | (asked.verb if asked.speaker else frozenset())
    matter = [word for word in query.words if word.text.lower() not in light] or list(query.words)
    said = said_in(sentence, language)
    at = [place for word in matter for place in _places(word.terms, said)]
    if not at:
        return True  # the matter is told in the sentence before, or in other words
    kind = asked.kind
    if kind is None:
        return False
    there = [*placed(kind, sentence), *(times_in(sentence) if _asks_when(asked) else ())]
    return any(min(abs(place - other) for other in at) <= _REACH for place in there)


@lru_cache(maxsize=OF_SENTENCES)
def said_in(sentence: str, language: str | None) -> Said:
    """Return the words of a sentence in order, function words too, each folded and as its stem."""
    return tuple(
        (word, stem(word, language)) for match in WORD.finditer(sentence) for word in [fold(match[0])]
    )


def _places(terms: Sequence[tuple[str, float]], said: Sequence[tuple[str, str]]) -> list[int]:
    wanted = {term for term, weight in terms if weight >= FULLY}
    return [at for at, (_, term) in enumerate(said) if term in wanted]
