"""What is asked of somebody and what he will not do: "urged Penn to resign", "Penn says she will not resign".

Who asks and who refuses do not agree on whether it should be done. It must be one deed, done to one thing
where both name it, by somebody whom both name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from bot.contested.facts.same_meaning import meanings
from bot.contested.facts.statements import STOPS, Said, Stand, last_name, one_speaker, span_text
from bot.contested.facts.times_of import at_one_time
from bot.contested.one_event import Events, names_of
from bot.contested.spoken_sentences import terms_of
from index.text.denial import denial_words
from index.text.terms import bare, stop_words
from index.text.tokens import phrases_of
from index.values import frozen
from index.words import word_list

_FILE = "demands"
_REACH = 6  # words from "urged" to its "to"
_OBJECT = 4  # words behind a deed that tell what it is done to
_NEAR = 4  # words before "should" or "will not" among which it is named who
_LIGHT = 2  # words between "should" and the deed: "should now either resign"
_SHOWN = 8  # words that are shown as a position
_MOST = 300  # stands that are compared

Pair = tuple[Stand, Stand]


@frozen
class Wish:
    """A deed that a sentence says is asked for, or that it says will not be done."""

    stand: Stand
    deed: frozenset[str]  # meanings
    thing: frozenset[str]  # terms of what it is done to
    names: frozenset[str]


def demand_pairs(said: Sequence[Said], events: Events) -> list[Pair]:
    """Return the pairs of a deed that one voice asks for and another says it will not be done."""
    asked = [each for one in said for each in _wishes(one, refused=False)][:_MOST]
    refused = [each for one in said for each in _wishes(one, refused=True)][:_MOST]
    return [(no.stand, yes.stand) for no in refused for yes in asked if _meet(no, yes, events)]


def _meet(no: Wish, yes: Wish, events: Events) -> bool:
    """Whether one deed of one person is refused and asked for, by two voices on one matter."""
    one, other = no.stand.said.statement, yes.stand.said.statement
    if no.deed.isdisjoint(yes.deed) or no.names.isdisjoint(yes.names):
        return False
    if one.group == other.group or one_speaker(one, other) or not at_one_time(no.stand.said, yes.stand.said):
        return False
    same = not (no.thing and yes.thing) or not meanings(no.thing).isdisjoint(meanings(yes.thing))
    return same and events.alike(one, other) and events.knows(one, other)


def _wishes(said: Said, *, refused: bool) -> list[Wish]:
    words = said.tokens.words
    found = []
    cues = phrases_of(_FILE, "refused") if refused else phrases_of(_FILE, "asked_to", "asked")
    for at, size, _ in cues.hits(words):
        if not refused and denial_words().turn(words[max(0, at - 1) : at + size + 1]):
            continue  # "should not resign"
        whom = (max(0, at - _NEAR), at)
        first = at + size
        if not refused and phrases_of(_FILE, "asked_to").at(words, at):
            first = _behind_to(words, first)
            whom = (at + size, first)
        deed = _deed(said, first)
        if deed is None:
            continue
        last = next((n for n in range(deed, len(words)) if words[n] in STOPS), len(words))
        label = span_text(said, at, min(last, max(deed + 1, at + _SHOWN)))
        thing = _terms(said, deed + 1, min(last, deed + 1 + _OBJECT))
        stand = Stand(said, label, frozenset({"no" if refused else "yes"}), said.terms)
        found.append(Wish(stand, meanings(_terms(said, deed, deed + 1)), thing, _whom(said, *whom)))
    return found


def _whom(said: Said, first: int, last: int) -> frozenset[str]:
    """Return the words of the names of who should do it, or will not: near by, else in the sentence."""
    words = said.tokens.words
    start = next((n + 1 for n in range(last - 1, first - 1, -1) if words[n] in STOPS), first)
    near = _named(span_text(said, start, last))
    if near or any(bare(word) not in stop_words() for word in words[start:last] if word[0].isalpha()):
        return near  # "the former mayor should": it may be anybody
    own = not word_list("grammar", "first_person_subjects").isdisjoint(words[start:last])
    near = frozenset() if own else _named(said.text)
    return near or frozenset({last_name(said.statement.speaker)}) - {""}


def _named(text: str) -> frozenset[str]:
    """Return the words of the names of a text, its first word too."""
    return frozenset(names_of(f", {text}")) - stop_words()


def _behind_to(words: Sequence[str], first: int) -> int:
    """Return where what is asked begins: behind the "to" that stands near."""
    near = range(first, min(len(words), first + _REACH))
    stop = next((n for n in near if words[n] in STOPS), len(words))
    return next(
        (n + 1 for n in near if n < stop and words[n] in word_list("distance", "purpose")), len(words)
    )


def _deed(said: Said, first: int) -> int | None:
    """Return the verb of what is asked or refused; None where it is an everyday one."""
    words = said.tokens.words
    for at in range(first, min(len(words), first + _LIGHT + 1)):
        if not words[at][0].isalpha() or said.tokens.raw[at][0].isupper():
            return None
        if words[at] in stop_words():
            continue
        terms = _terms(said, at, at + 1)
        if terms and terms.isdisjoint(_everyday(said.language)):
            return at
        behind = range(at + 1, min(len(words) - 1, at + 1 + _LIGHT))
        either = next((n for n in behind if words[n] in word_list("grammar", "or_words")), None)
        return None if either is None else _deed(said, either + 1)  # "to give it up or resign"
    return None


@cache
def _everyday(language: str) -> frozenset[str]:
    return terms_of(" ".join(sorted(word_list(_FILE, "everyday"))), language)


def _terms(said: Said, first: int, last: int) -> frozenset[str]:
    return terms_of(" ".join(said.tokens.raw[first:last]), said.language)
