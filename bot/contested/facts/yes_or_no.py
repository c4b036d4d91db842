"""Yes or no to what a question asks: sentences that say it, and sentences that say it is not so."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import dropwhile

from bot.asking.asked import asked_of
from bot.contested.facts.asserted import lied_before
from bot.contested.facts.happenings import only_spoken_of
from bot.contested.facts.statements import Said, Stand
from bot.contested.spoken_sentences import terms_of
from index.languages import known_or_first
from index.languages import language as language_of_code
from index.model import Query, Word
from index.text.denial import denial_words
from index.text.terms import fold, stop_words
from index.text.tokens import phrases_of
from index.words import word_list

_NO_REACH = 4  # small words between "not" and what it denies
_MOST = 0.75  # of the question's words, in each sentence
_FEWEST = 6  # words of a sentence that says something: "More on the levy." and "No to the levy!" do not
_OWN = 0.75  # weight of a term that is a form of the asked word itself
_SPAN = 9  # words between two of the question's words that a sentence says together


def asks_yes_or_no(question: Query) -> bool:
    """Whether yes or no answers a question."""
    first, other = phrases_of("polarity", "asks.first"), phrases_of("polarity", "asks.other")
    words = list(dropwhile(lambda word: not word[0].isalnum(), asked_of(question).tokens))
    if not words or other.stand_in(words):
        return False
    return (
        language_of_code(known_or_first(question.language)).has("bare_questions")
        or first.at(words, 0) is not None
    )


def asked_words(question: Query) -> list[Word]:
    """Return the question's words that are no names: what is said or denied."""
    names = asked_of(question).inner_names
    return [word for word in question.words if fold(word.text) not in names and not word.text.isdigit()]


def stands_on(said: Sequence[Said], question: Query) -> list[Stand]:
    """Return for each sentence whether it says what is asked ("yes") or that it is not so ("no")."""
    wanted = [word.term_set for word in asked_words(question)]
    if not wanted:
        return []
    found = []
    own = frozenset(term for word in asked_words(question) for term, weight in word.terms if weight >= _OWN)
    for each in said:
        stand = _stand(each, wanted)
        if stand is not None and (each.language != question.language or _in_its_words(stand, own)):
            found.append(stand)
    return found


def _in_its_words(stand: Stand, own: frozenset[str]) -> bool:
    """Whether half of what a side says is said in the question's own words; kindred ones may mean else."""
    told = terms_of(stand.label, stand.said.statement.passage.paragraph.language)
    return 2 * len(told & own) >= min(len(told), len(own))


def _stand(said: Said, wanted: Sequence[frozenset[str]]) -> Stand | None:
    language = said.statement.passage.paragraph.language
    tokens = said.tokens
    held: dict[int, int] = {}  # which of the question's words, and where
    for at, word in enumerate(tokens.words):
        if not word[0].isalpha():
            continue
        terms = terms_of(word, language)
        for number, each in enumerate(wanted):
            if number not in held and terms & each:
                held[number] = at
    least = max(2, math.ceil(_MOST * len(wanted)))
    if len(held) < least or max(held.values()) - min(held.values()) > _SPAN:
        return None
    first = min(held.values())
    no = _no_before(tokens.words, first, max(held.values()))
    if only_spoken_of(said, first) or not _fits(said):
        return None
    start = tokens.starts[first if no is None else min(no, first)]
    label = said.text[start : tokens.ends[max(held.values())]]
    return Stand(said, label, frozenset({"yes" if no is None else "no"}), said.terms)


def _fits(said: Said) -> bool:
    """Whether a sentence asserts or denies at all: no slogan, not "not only", nothing still to come."""
    if sum(word[0].isalnum() for word in said.tokens.words) < _FEWEST:
        return False
    return not phrases_of("polarity", "asks.barred").stand_in(said.tokens.words)


def _no_before(words: Sequence[str], first: int, last: int) -> int | None:
    """Return where a word stands that denies the first of the asked words said; None for none."""
    denies, no = denial_words().refusing, denial_words().no
    for at in range(first - 1, max(-1, first - 1 - _NO_REACH), -1):
        if words[at] in no or words[at] in denies:
            return None if lied_before(words, at) else at
        if words[at][0].isalnum() and words[at] not in stop_words():
            no = no - word_list("contrasts", "links")  # "talks of the port ended without a deal"
            break
    return next((at for at in range(first, last) if words[at] in no), None)
