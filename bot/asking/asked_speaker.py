"""Whose words a question asks for: "the mayor of Barcelona" in "What did the mayor of Barcelona demand?"."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.asking.asked_names import asked_names, name_titles
from index.text.terms import WORD, all_parts, fold, folded_list, parts, stop_words
from index.values import frozen


def _list(key: str) -> frozenset[str]:
    return folded_list("kinds", f"speech.{key}")


_LONGEST = 9  # words of a subject


@frozen
class AskedSpeaker:
    """Somebody whose words are asked for: by name, or by the words that describe him."""

    names: tuple[tuple[str, ...], ...] = ()  # each as its folded words
    words: frozenset[str] = frozenset()  # folded, function words left out
    named: bool = False  # by name, titles aside, and not by what he is: "the mayor of Barcelona"
    rest: str = ""  # the question without these words


@lru_cache(maxsize=256)
def asked_speaker(question: str) -> AskedSpeaker | None:
    """Return whose words a question asks for; None where it asks for nobody's, or names nobody."""
    stops = stop_words()
    found = [(match, fold(match[0])) for match in WORD.finditer(question)]
    folded = [word for _, word in found]
    first = last = None
    aux = next((at for at, word in enumerate(folded[:6]) if word in _list("before")), None)
    if aux is not None:
        verb = _verb(folded, aux + 1)
        if verb is not None and verb > aux + 1:
            first, last = aux + 1, verb
        elif not _list("why").isdisjoint(folded[:aux]):
            first, last = aux + 1, _name_end(found, aux + 1)
    if first is None:
        verb = _verb(folded, 0)
        if verb is None or (verb and folded[verb - 1] in _list("who")):
            return None
        first = verb + len(_phrase(folded, verb))
        last = _end(question, found, first)
    if last is None or first >= last or last - first > _LONGEST:
        return None
    start, end = found[first][0].start(), found[last - 1][0].end()
    inside = question[start:end]
    names = tuple(name for name in asked_names(question) if _holds(inside, name))
    words = [part for part in all_parts(inside) if part not in stops]
    named = bool(names) and _is_named([match[0] for match in WORD.finditer(inside)], names)
    rest = f"{question[:start]}{question[end:]}"
    return AskedSpeaker(names, frozenset(words), named, rest) if words else None


def _is_named(words: list[str], names: tuple[tuple[str, ...], ...]) -> bool:
    """Whether words are a name alone, an article and titles before it aside: "President Ana Ejemplo"."""
    held = frozenset(word for name in names for word in name)
    front = list(words)
    while front and (fold(front[0]) in name_titles() or (len(front) == len(words) and front[0].islower())):
        front.pop(0)
    found = [part for word in front for part in parts(word)]
    return (
        bool(found)
        and found[-1] in held
        and all(p in held or p in stop_words() for p in found)
        and (found[0] in held)
    )


def _phrase(folded: list[str], at: int) -> list[str]:
    """Return the words of the verb of speech at a place: "according to" is two."""
    two = folded[at : at + 2]
    return two if len(two) == 2 and " ".join(two) in _list("verbs") else folded[at : at + 1]


def _verb(folded: list[str], start: int) -> int | None:
    verbs = _list("verbs")
    return next(
        (
            at
            for at in range(start, min(len(folded), start + _LONGEST + 1))
            if folded[at] in verbs or " ".join(folded[at : at + 2]) in verbs
        ),
        None,
    )


def _end(question: str, found: list[tuple[re.Match[str], str]], first: int) -> int:
    """Return the place behind a subject that follows its verb: up to what is said, a mark or the end."""
    named = any(match[0][0].isupper() for match, _ in found[first : first + 2])
    for at in range(first, len(found)):
        match, word = found[at]
        if at > first and re.search(r"[,;:?!]", question[found[at - 1][0].end() : match.start()]):
            return at
        follows = at + 1 < len(found) and found[at + 1][0][0][0].isupper()
        if word in _list("ends") or (named and word in _list("inside") and not follows):
            return at
    return len(found)


def _name_end(found: list[tuple[re.Match[str], str]], first: int) -> int:
    last = first
    while last < len(found) and (
        found[last][0][0][0].isupper() or (last == first and found[last][1] in stop_words())
    ):
        last += 1
    return last


def _holds(text: str, name: tuple[str, ...]) -> bool:
    return set(name).issubset(all_parts(text))
