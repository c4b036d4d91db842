"""Which words of a question are written as names, and which stand before one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from index.remembered import OF_QUESTIONS, OF_SENTENCES
from index.text.dates import month_number
from index.text.letters import capitals, shouted
from index.text.terms import WORD, all_parts, bare, fold, folded_list, is_acronym, parts, stop_words, words
from index.words import alternatives, word_set

_WITHIN = frozenset({" ", "-", ". "})  # between the words of one name
_ENDS = ".?!:"  # of a sentence, or of what leads to one
_OPENING = " ¿¡\"“«'‘("


def joined_names(question: str) -> frozenset[tuple[str, str]]:
    """Return the pairs of folded words that stand side by side in one name, as Mona and Lisa."""
    names = written_names(question)
    words = [
        (part, match.start(), match.end()) for match in WORD.finditer(question) for part in parts(match[0])
    ]
    return frozenset(
        (one, other)
        for (one, _, end), (other, start, _) in pairwise(words)
        if {one, other} <= names and question[end:start] in {"", " "}
    )


@lru_cache(maxsize=OF_QUESTIONS)
def written_names(question: str) -> frozenset[str]:
    """Return the folded words with a capital inside the question, or in capitals only; months left out.

    In a question all in capitals, none tells a name.
    """
    if shouted(question):
        return frozenset()
    stops = stop_words()
    found: set[str] = set()
    for match in WORD.finditer(question):
        if not match[0][0].isupper() or month_number(match[0]):
            continue
        acronym = len(match[0]) > 1 and match[0].isupper()
        if not acronym and not _is_inside(question, match.start()):
            continue
        if fold(match[0]) not in stops or is_acronym(match[0]):
            found |= set(parts(match[0]))
    return frozenset(found)


def _is_inside(text: str, at: int) -> bool:
    """Whether a word stands within a sentence: a capital there tells a name."""
    before = text[:at].rstrip(_OPENING)
    return bool(before) and before[-1] not in _ENDS


@lru_cache(maxsize=OF_QUESTIONS)
def asked_names(question: str) -> tuple[tuple[str, ...], ...]:
    """Return the names in a question, each as its folded words: (("ana", "ejemplo"),).

    Titles before a name are left out; a name that opens the question counts when it has two words.
    """
    if shouted(question):
        return ()
    inside, stops = written_names(question), stop_words()
    runs: list[list[re.Match[str]]] = [[]]
    for match in WORD.finditer(question):
        last = runs[-1][-1] if runs[-1] else None
        if not match[0][0].isupper() or fold(match[0]) in stops | asking_words() or month_number(match[0]):
            runs.append([])
            continue
        if last is not None and question[last.end() : match.start()] not in _WITHIN:
            runs.append([])
        runs[-1].append(match)
    found = []
    for run in runs:
        names = [part for match in run for part in parts(match[0]) if part not in name_titles()]
        if names and (len(names) > 1 or not inside.isdisjoint(names)):
            found.append(tuple(names))
    return tuple(found)


def subject_words(question: str) -> frozenset[str]:
    """Return the folded words of the name that a question is about: what is quoted, else its capitals."""
    for opening, closing in ('""', "“”", "«»"):
        start = question.find(opening)
        end = question.find(closing, start + 1)
        if 0 <= start < end:
            return frozenset(fold(word[0]) for word in words(question[start:end])) - stop_words()
    found: set[str] = set()
    for number, match in enumerate(words(question)):
        word = bare(match[0])
        if (word[0].isupper() and _is_inside(question, match.start())) or (word[0].isdigit() and not number):
            found.update(parts(word))
    return frozenset(found) - stop_words()


@lru_cache(maxsize=OF_SENTENCES)
def names_in_text(text: str) -> tuple[frozenset[str], ...]:
    """Return the proper names inside a text, each as its folded words.

    The first word of a sentence is none by itself.
    """
    found = []
    for match in capitals(alternatives("contrasts", "name_links")).finditer(text):
        parts = [fold(bare(word)) for word in match[0].split()]
        words = [word for word in parts if word not in name_titles() and word not in stop_words()]
        if not _is_inside(text, match.start()) and len(words) < 2:
            continue  # whether it is a name cannot be told
        if words and not month_number(match[0]):
            found.append(frozenset(words))
    return tuple(found)


def is_called(name: str, asked: Sequence[str]) -> bool:
    """Whether somebody's name may be the one asked for: all its words, or the surname where one is asked.

    Of whole names the first names must agree too, or be one the other's initial: Mary is not Susan.
    """
    words = all_parts(name)
    if not words or not asked:
        return False
    if len(asked) == 1:
        return asked[0] in words
    if set(asked) <= set(words):
        return True
    if len(words) == 1:
        return words[0] in asked
    first, other = asked[0], words[0]
    return asked[-1] == words[-1] and (first.startswith(other) or other.startswith(first))


@cache
def asking_words() -> frozenset[str]:
    """Return the folded words by which questions ask: who, which."""
    return frozenset(map(fold, word_set("stop_question")))


def name_titles() -> frozenset[str]:
    """Return the folded words that may stand before a name and are no part of it: "Mayor", "doña"."""
    return folded_list("people", "titles")
