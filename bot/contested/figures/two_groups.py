"""Whether a number counts two groups together: "200 hurt between the guards and the riot police"."""

from __future__ import annotations

from itertools import takewhile

from bot.contested.figures.given_figures import Given
from index.text.people import people_words
from index.text.terms import fold
from index.text.tokens import phrases_of, read_tokens
from index.words import word_list

_FILE = "particulars"
_MARKS = frozenset(",;:.()")
_NEAR = 3  # words between what is counted and "between"
_REACH = 9  # words between "between" and the "and" that joins the two
_NEXT = 3  # words behind it among which a number tells a span of time, not a group


def with_one_more(one: Given, other: Given) -> bool:
    """Whether the larger of two numbers may hold one told beside the smaller: "12 boys and their coach".

    Who is theirs may be anybody; of others, and without a word between, the word must be one for a person.
    """
    less, more = sorted((one, other), key=lambda each: each.figure.low)
    behind, noun = read_tokens(less.behind).words, fold(less.figure.noun)
    at = next((n for n, word in enumerate(behind[:_NEAR], 1) if noun and fold(word) == noun), None)
    if at is None or more.figure.low - less.figure.low != 1:
        return False
    joint, first, who = [*behind[at : at + 3], "", "", ""][:3]
    if joint not in word_list("counting", "count_breaks"):
        return False
    if first in word_list("grammar", "word_owners"):
        return True
    persons = word_list("cues", "words.persons") | people_words().titles
    return first in persons or (first in word_list("grammar", "articles_all") and who in persons)


def of_two_groups(given: Given) -> bool:
    """Whether the words behind a figure say that it is the sum of two groups; then it is neither's."""
    behind, summed = read_tokens(given.behind).words, phrases_of(_FILE, "beside.summed")
    if not summed.starts(behind[: _NEAR + 1]):
        return False  # "of talks between the firm and the union"
    words = [*takewhile(lambda word: word not in _MARKS, behind)]
    joints, others = word_list(_FILE, "beside.joints"), word_list(_FILE, "beside.of_them")
    for at, size, _ in summed.hits(words):
        if at > _NEAR:
            break
        near = words[at + size : at + size + _REACH]
        parted = others.isdisjoint(near[:1]) and not any(word[0].isdigit() for word in near[:_NEXT])
        if parted and not joints.isdisjoint(near[1:]):
            return True
    return False
