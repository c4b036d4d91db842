"""What a question asks for: an amount of what, a day, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache, lru_cache

from bot.asking.asked_kind import asks_for_sum
from index.figures.families import OPEN_NOUN, PEOPLE, families, family_phrases
from index.figures.figure import Unit
from index.figures.particulars import Particulars, asked_particulars, who_is
from index.languages import LANGUAGES, known_or_first
from index.model import Query
from index.remembered import OF_QUESTIONS
from index.text.terms import fold, stem, terms
from index.text.tokens import Phrases, Tokens, kinds_of, phrases_of, read_tokens
from index.values import frozen, replace
from index.words import strings, word_list, word_set

_NOUN_REACH = 5  # words between "how many" and the counted noun
_GROUPS = (
    "police",
    "troops",
    "crowd",
    "strikers",
    "captives",
)  # what befell these is asked for, where the question says it
_CROWD, _TURNOUT = "crowd", "turnout"
COST = "cost"  # the family of amounts of money
# What befalls people.
TOLL = (
    *("deaths", "wounded", "arrests", "missing", "displaced", "infections"),
    *("captives", "trapped", "rescued", "dismissals"),
)


class Measure(StrEnum):
    """What an amount is measured in, where a question does not name what it counts."""

    PERCENT = "percent"
    TIME = "time"
    LENGTH = "length"


@frozen
class AskedAmount:
    """What is asked: a family of figures (or an open noun: ``noun:`` and its stem), a day, or neither."""

    family: str | None = None
    day: bool = False
    amount: bool = False  # an amount, even if of nothing that is known
    narrowed: Particulars = Particulars()  # which people, how gravely, by whom, for each what
    measure: Measure | None = None  # where no family is asked for


@cache
def _families() -> Phrases[str]:
    """Return the words that ask for a family, those of larger families giving way to the first listed."""
    words: dict[str, str] = {}
    for family in families().values():
        for word in family.asked:
            words.setdefault(word, family.id)
    return Phrases(words)


def asked_amount(question: Query) -> AskedAmount:
    """Return what a question asks for, from its wording alone."""
    return read_asked(question.text, question.language)


def asks_for_money(question: Query) -> bool:
    """Return whether a question asks for a sum of money by such a word: "how much did it cost, or earn?"."""
    words, asked = read_tokens(question.text).words, asked_amount(question)
    named = (family for _, _, family in _families().hits(words))
    earned = bool(asked.narrowed.deed) and phrases_of("asking", "much").stand_in(words)
    return asked.family == COST and (COST in named or asks_for_sum(question.text) or earned)


@lru_cache(maxsize=OF_QUESTIONS)  # the wider look, the scope and the kind of point all ask it of one question
def read_asked(question: str, language: str | None) -> AskedAmount:
    """Return what ``question`` asks for, from its wording alone."""
    tokens = read_tokens(question)
    amount, day, named = (phrases_of("asking", key) for key in ("amount", "day", "named"))
    cue, by_name = (next(forms.hits(tokens.words), None) for forms in (amount, named))
    if cue is not None or by_name is not None:
        start = cue[0] + cue[1] if cue else by_name[0] if by_name else 0
        family = _family(tokens, start, cue is not None, language)
        narrowed = asked_particulars(tokens, start)
        if family == _TURNOUT and _CROWD in (
            found for _, _, found in family_phrases("events").hits(tokens.words)
        ):
            family = _CROWD  # that of a march
        if family in _GROUPS and (toll := toll_of(tokens.words)):
            family = toll
        who = who_is(narrowed.who, family or "")
        if family == _CROWD and kinds_of("particulars", "groups").at(tokens.words, start) is None:
            who = ""  # of the police beside a march is asked what they counted
        narrowed = replace(narrowed, who=who)
        if cue is not None and narrowed.who and (family or OPEN_NOUN).startswith(OPEN_NOUN):
            family = PEOPLE  # "how many crew members"
        if family is None and narrowed.deed and phrases_of("asking", "much").stand_in(tokens.words):
            family = COST  # "how much did they cut"
        measure = _measure(tokens) if (family or OPEN_NOUN).startswith(OPEN_NOUN) else None
        family = None if measure is Measure.LENGTH else family  # miles and kilometres are one measure
        measure = None if family else measure
        return AskedAmount(family, amount=True, narrowed=narrowed, measure=measure)
    if asks_for_sum(question):
        return AskedAmount(COST, amount=True)
    return AskedAmount(day=day.stand_in(tokens.words), measure=_measure(tokens))


def _measure(tokens: Tokens) -> Measure | None:
    """Return in what an amount is asked for that is of no family: "what percentage", "how long"."""
    if phrases_of("asking", "lasting").stand_in(tokens.words):
        return Measure.TIME
    if phrases_of("asking", "reaching").stand_in(tokens.words):
        return Measure.LENGTH
    cue = phrases_of("asking", "amount").stand_in(tokens.words)
    shares = word_list("asking", "shares")
    return Measure.PERCENT if cue and not shares.isdisjoint(tokens.words) else None


@lru_cache(maxsize=OF_QUESTIONS)
def asked_terms(family: str) -> frozenset[str]:
    """Return the index terms of the words that ask for a family; its figures speak of it by themselves."""
    known = families().get(family)
    amounts = strings("asking", "amount")
    line = " ".join([*(known.asked if known else ()), *(known.beside if known else ()), *amounts])
    line = line.replace("*", "")
    noun = family.removeprefix(OPEN_NOUN)
    return frozenset([noun, *(term for language in LANGUAGES for term in terms(line, language))])


@cache
def measure_terms(measure: Measure) -> frozenset[str]:
    """Return the index terms of the words that ask how long something lasted, or how far it is."""
    keys = {Measure.TIME: ["lasting"], Measure.LENGTH: ["reaching"]}
    line = " ".join(word for key in keys.get(measure, []) for word in strings("asking", key))
    return frozenset(term for language in LANGUAGES for term in terms(line, language))


def toll_of(words: Sequence[str]) -> str | None:
    """Return what the words of a question say befell people: "how many officers were injured"."""
    hits = family_phrases("events").hits(words)
    return next((family for _, _, family in hits if family in TOLL), None)


def _family(tokens: Tokens, start: int, counts: bool, language: str | None) -> str | None:
    """Return the family asked for: the noun right behind the cue, else an event, else any of its words."""
    words = _families()
    found = [*words.hits(tokens.words)]
    hits = [family for _, _, family in found]
    if counts and any(word in word_list("asking", "shares") for word in tokens.words[:start]):
        shares = [hit for hit in hits if families()[hit].unit is Unit.PERCENT]
        return shares[0] if shares else None
    at, noun = _noun(tokens, start) if counts else (start, None)
    open_noun = _open_noun(tokens, start, language) if counts else None
    if (
        open_noun is not None
        and noun is not None
        and noun not in TOLL
        and _is_apart(tokens, open_noun[0], at)
    ):
        noun = None  # "how many ferries sail between the countries"
    if noun is not None and noun != PEOPLE:
        return noun
    events = [hit for hit in hits if hit in TOLL]
    if noun == PEOPLE and not set(hits) - {PEOPLE}:
        events = [family for _, _, family in family_phrases("events").hits(tokens.words)]
        events = [event for event in events if event in (*TOLL, _CROWD)]
        hits += events if events == [_CROWD] else []
        events = [event for event in events if event in TOLL]
    if events:
        return min(events, key=TOLL.index)
    if open_noun is not None and noun is None:
        hits = [family for at, _, family in found if at < open_noun[0] or not _is_noun(tokens, at)]
    others = [hit for hit in hits if hit != PEOPLE]
    if others and (noun is None or families()[others[0]].unit is Unit.COUNT):
        return others[0]
    return open_noun[1] if open_noun is not None and noun is None else noun


def _is_apart(tokens: Tokens, first: int, second: int) -> bool:
    """Whether a second noun is none that belongs to a first one before it: "dozens of people"."""
    between = tokens.words[first + 1 : second]
    return len(between) > 1 and word_list("counting", "of_words").isdisjoint(between)


def _is_noun(tokens: Tokens, at: int) -> bool:
    return family_phrases("nouns").at(tokens.words, at) is not None


def _noun(tokens: Tokens, start: int) -> tuple[int, str | None]:
    """Return where the noun behind the cue stands, and its family: "heads of state", "people"."""
    words, nouns = _families(), family_phrases("nouns")
    for index in range(start, min(len(tokens), start + _NOUN_REACH)):
        nominal = nouns.at(tokens.words, index)
        asked = words.at(tokens.words, index)
        if nominal is not None and (asked is None or nominal[0] >= asked[0]):
            return index, nominal[1]
        if asked is not None:
            return index, asked[1]
        if tokens.words[index] in word_list("questions", "verbs_open"):
            break
    return start, None


def _open_noun(tokens: Tokens, start: int, language: str | None) -> tuple[int, str] | None:
    """Return where an open noun stands behind the cue, and its family: the first plural word."""
    stops = word_set("stop", known_or_first(language))
    for index in range(start, min(len(tokens), start + _NOUN_REACH)):
        word = tokens.words[index]
        if not word[0].isalpha() or word in word_list("questions", "verbs_end"):
            return None
        if word not in stops and word.endswith("s") and not word.endswith("ss"):
            return index, OPEN_NOUN + stem(fold(word), language)
    return None
