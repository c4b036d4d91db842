"""Two texts that are nearly one: which words they share, and whether they say different things.

A copy holds the very words of its original. Two texts that differ in a name, a number, a date or a negation
are no copies, however alike they are: they are two sources that differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from index.languages import LANGUAGES
from index.text.denial import denial_words
from index.text.letters import CAPITAL
from index.text.sentences import sentences
from index.text.terms import fold
from index.words import table

Spans = Sequence[tuple[int, int]]
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_][\w’'-]*")
_NAME = re.compile(rf"{CAPITAL}\w+")
_ALIKE = 0.75  # of the words of two sentences that are one but for what they differ in
_HALF = 0.5  # of the longer one's, where it goes on: "..., the mayor said"
_FEWEST = 3  # words of a sentence that can be told to be another's variant
_MOST = 400  # sentences of a text that are compared


def same_spans(one: str, others: Sequence[str]) -> list[tuple[tuple[int, int], ...]]:
    """Return for each other text the spans of ``one`` that stand in it word for word: runs of sentences.

    White space is collapsed, as it is shown.
    """
    spans = sentences(one) if others else []
    plain = [" ".join(one[start:end].split()) for start, end in spans]
    return [tuple(_runs(one, spans, plain, " ".join(other.split()))) for other in others]


def _runs(one: str, spans: Spans, plain: Sequence[str], there: str) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(spans):
        if plain[at] not in there:
            at += 1
            continue
        start, stop = spans[at]
        at += 1
        while at < len(spans) and " ".join(one[start : spans[at][1]].split()) in there:
            stop = spans[at][1]
            at += 1
        yield start, stop


def differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a sentence of one text is one of the other's but for a name, a number, a day or a negation."""
    mine, theirs = _sentences(one), _sentences(other)
    left = [words for text, words in mine.items() if text not in theirs][:_MOST]
    right = [words for text, words in theirs.items() if text not in mine][:_MOST]
    by_word: dict[str, list[int]] = {}
    for at, words in enumerate(right):
        for word in {fold(word) for word in words}:
            by_word.setdefault(word, []).append(at)
    for words in left:
        shared = Counter(at for word in {fold(word) for word in words} for at in by_word.get(word, ()))
        if any(
            count >= _ALIKE * min(len({*words}), len({*right[at]})) and _differ(words, right[at])
            for at, count in shared.most_common(3)
        ):
            return True
    return False


def _sentences(texts: Sequence[str]) -> dict[str, list[str]]:
    """Return the sentences of some texts, each once, with its words."""
    found: dict[str, list[str]] = {}
    for text in texts:
        for start, end in sentences(text):
            whole = " ".join(text[start:end].split())
            words = _TOKEN.findall(whole)
            if len(words) >= _FEWEST:
                found.setdefault(whole, words)
    return found


def _differ(one: list[str], other: list[str]) -> bool:
    """Whether the words that only one of two sentences has tell that they do not say the same."""
    mine, theirs = Counter(map(fold, one)), Counter(map(fold, other))
    shared, (less, more) = (mine & theirs).total(), sorted((mine.total(), theirs.total()))
    if shared < _ALIKE * less or shared < _HALF * more:
        return False
    left, right = mine - theirs, theirs - mine
    if shared < _ALIKE * more and not (left and right):
        return False  # the longer one only says more
    only = {*left, *right}
    if only & _denials():
        return True
    numbers = [{word for word in each if word[0].isdigit() or word in _numbers()} for each in (left, right)]
    if numbers[0] and numbers[1]:
        return True
    names = [
        {fold(word) for word in words[1:] if _NAME.fullmatch(word)} & {*each}
        for words, each in ((one, left), (other, right))
    ]
    return bool(names[0] and names[1])


@cache
def _denials() -> frozenset[str]:
    lists = denial_words()
    words = (*lists.words, *lists.nobody, *lists.untrue, *lists.deny)
    return frozenset(fold(word) for word in words if " " not in word)


@cache
def _numbers() -> frozenset[str]:
    """Return the words for numbers of all languages, but those that are words for something else, too."""
    return frozenset(fold(word) for language in LANGUAGES for word in table("numbers", language)["values"])
