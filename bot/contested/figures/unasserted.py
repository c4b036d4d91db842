"""Whether the sentence of a figure asserts it: not what it denies, asks, calls a rumour or takes back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from index.expressions import pattern
from index.figures.families import family_phrases
from index.text.denial import denial_words
from index.text.tokens import phrases_of, read_tokens
from index.words import word_endings, word_list

_FILE = "unasserted"
_MARKS = frozenset(",;:")
_TURNS = 2  # words before a verb in which its "not" stands: "did not say", "no se ha dicho"
_HEARD = pattern(r"[^\W_][\w’']*|[,;:]")
_REACH = 4  # words from a "not" to its number: "did not injure or kill", and from "the figure of"
_CLOSING = "\"'”’»)"
_ENDS = frozenset(";:.!?")


@lru_cache(maxsize=4096)
def asserts(sentence: str, start: int, end: int, family: str) -> bool:
    """Whether a sentence gives the figure in ``sentence[start:end]`` as its own or another's."""
    before, behind = sentence[:start], sentence[end:]
    return not (
        _denied(before)
        or _asked(before, behind)
        or _not_so_many(before)
        or _did_not(behind, family)
        or _goes_round(before)
        or _called_false(before, behind)
        or _taken_back(before)
    )


@lru_cache(maxsize=4096)
def _denied(before: str) -> bool:
    """Whether words deny or do not say the figure behind them: "did not say that 40 died".

    The last "that" before the figure tells, with the word before it; "denied 40 had died" has none.
    """
    heard = _HEARD.findall(before.lower())
    that = word_list("contrasts", "that")
    at = next((n for n in range(len(heard) - 1, -1, -1) if heard[n] in that), len(heard))
    if at == 0:
        return False
    lists = denial_words()
    beside = takewhile(lambda word: word not in _MARKS, reversed(heard[max(0, at - 1 - _TURNS) : at - 1]))
    turned = any(word in lists.words or word in lists.nobody for word in beside)
    if at == len(heard):
        return heard[-1] in lists.deny and not turned
    if heard[at - 1] in lists.deny | lists.untrue:
        return not turned
    return turned and heard[at - 1] in lists.asserting | lists.true


def _asked(before: str, behind: str) -> bool:
    """Whether a figure stands in a question, quoted or not: "“Did 9 die?” she asked"."""
    if "¿" in before or "¿" in behind:
        return before.rfind("¿") > before.rfind("?") and "?" in behind
    return "?" in behind


def _words(text: str) -> Sequence[str]:
    return read_tokens(text).words


def _not_so_many(before: str) -> bool:
    """Whether the verb of a figure is denied: "did not kill 9", "denied killing 9"."""
    words = _words(before)
    near = list(words[-_REACH - 1 :])
    for at in range(len(near) - 2, -1, -1):
        between = near[at + 1 :]
        if _is_break(between) or between[-1] in word_list("figures", "points_back"):
            return False
        if near[at] in denial_words().words or near[at] in word_list(_FILE, "not"):
            return word_list(_FILE, "leaves").isdisjoint(between)
        if near[at] in denial_words().deny and _is_form(between[0]):
            return True
    return _rejected(words)


def _is_form(word: str) -> bool:
    """Whether a word behind a denial is the verb of what is denied: "denied killing"."""
    return word in word_list(_FILE, "denied_forms") or word.endswith(word_endings(_FILE, "denied_endings"))


def _rejected(words: Sequence[str]) -> bool:
    """Whether the number behind some words is rejected as such: "rejected the figure of"."""
    near = list(words[-_REACH - 1 :])
    at = next((n for n, word in enumerate(near) if word in word_list(_FILE, "rejects")), None)
    if at is None or (at and near[at - 1] in denial_words().words):
        return False
    between = near[at + 1 :]
    return phrases_of("figures", "stands_for").stand_in(between) and not _is_break(between)


def _is_break(words: Sequence[str]) -> bool:
    """Whether another part of the sentence begins within some words."""
    joints = denial_words().joints - word_list("contrasts", "that")
    return any(not word[0].isalnum() or word in joints for word in words)


def _did_not(behind: str, family: str) -> bool:
    """Whether what befell those counted is denied behind them: "9 people were not killed"."""
    words = _words(behind)
    near = list(takewhile(lambda word: word[0].isalnum(), words[: 2 * _REACH]))
    at = next((n for n, word in enumerate(near[:_REACH]) if word in denial_words().words), None)
    if at is None or not denial_words().joints.isdisjoint(near[:at]):
        return False
    events = (family_phrases("events").at(near, n) for n in range(at + 1, min(len(near), at + _REACH)))
    return any(event is not None and event[1] == family for event in events)


def _goes_round(before: str) -> bool:
    """Whether a figure is one of a rumour or a myth, or of what is only supposed: "the supposed 9 dead"."""
    words = list(_words(before))
    bare = words[:-1] if words and words[-1] in word_list("figures", "points_back") else words
    if bare and bare[-1] in word_list(_FILE, "supposed"):
        return True
    for at, size, _ in phrases_of(_FILE, "rumours").hits(words):
        behind = words[at + size :]
        if not _ENDS.isdisjoint(behind):
            continue
        told = phrases_of(_FILE, "that").at(behind, 0) is not None
        if told or (behind[:1] and behind[0] in word_list(_FILE, "of") and len(behind) <= _REACH):
            return True
    return False


def _called_false(before: str, behind: str) -> bool:
    """Whether what a figure is told in is called false: "it is a lie that 9 ...", "... is a lie"."""
    words = list(_words(before))
    for at, size, _ in phrases_of("contrasts", "judged").hits(words):
        if _ENDS.isdisjoint(words[at + size :]):
            return True
    after = list(_words(behind))
    if phrases_of("contrasts", "verdicts").stand_in(after):
        return True
    that = word_list("contrasts", "that")
    rumour = any(one in word_list("cuts", "nouns_for_words") and two in that for one, two in pairwise(words))
    if rumour and phrases_of("cuts", "denials").stand_in(after):
        return True
    told = not that.isdisjoint(words)
    if not told and not phrases_of("figures", "stands_for").stand_in(words):
        return False
    part = list(takewhile(lambda word: word[0].isalnum() and word not in denial_words().joints, after))
    untrue = phrases_of(_FILE, "untrue")
    return any(untrue.at(part, at + size) is not None for at, size, _ in phrases_of(_FILE, "be").hits(part))


def _taken_back(before: str) -> bool:
    """Whether a figure stood in an earlier text of the source, or was told in error: "we wrongly said"."""
    words = list(_words(before))
    if phrases_of(_FILE, "earlier_text").stand_in(words):
        return True
    told = word_list(_FILE, "told")
    for at, size, _ in phrases_of(_FILE, "in_error").hits(words):
        if not told.isdisjoint([*words[max(0, at - 1) : at], *words[at + size : at + size + 2]]):
            return True
    return False
