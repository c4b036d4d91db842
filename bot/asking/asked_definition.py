"""What a question asks to have told what it is: "What is a weir?", "What is quinine used for?"."""

from __future__ import annotations

from functools import cache, lru_cache

from bot.asking.answer_kinds import folded_offices
from index.remembered import OF_QUESTIONS
from index.text.terms import WORD, bare, fold, folded_list

_MOST = 4  # words of a thing


def _list(key: str) -> frozenset[str]:
    return folded_list("kinds", f"definition.{key}")


@lru_cache(maxsize=OF_QUESTIONS)
def asked_definition(question: str) -> tuple[str, ...]:
    """Return the folded words of the thing of which a question asks what it is; none where it asks else.

    "What is the cause of the fire?" asks for a cause; a name of several words may hold "of".
    """
    raw = [match[0] for match in WORD.finditer(question)]
    words = [fold(bare(word)) for word in raw]
    for asks in _openings():
        if tuple(words[: len(asks)]) == asks:
            rest = _thing(raw[len(asks) :], words[len(asks) :])
            return rest if 0 < len(rest) <= _MOST else ()
    return ()


@cache
def _openings() -> list[tuple[str, ...]]:
    return sorted((tuple(each.split()) for each in _list("asks")), key=len, reverse=True)


def _thing(raw: list[str], words: list[str]) -> tuple[str, ...]:
    """Return the words of a thing without the article before it and what asks for its use behind it."""
    while words and words[0] in _list("articles"):
        raw, words = raw[1:], words[1:]
    end = next((at for at, word in enumerate(words) if word in _list("ends")), len(words))
    goes_on = end < len(words) and words[end] not in _list("uses")
    while end and words[end - 1] in _list("usually"):
        end -= 1
    thing = words[:end]
    linked = not _list("links").isdisjoint(thing)
    named = end > 0 and raw[0][0].isupper() and raw[end - 1][0].isupper()
    held = bool(thing) and thing[-1] in folded_offices()  # "who is the mayor of Ardale" asks for a name
    if goes_on or held or (linked and not named) or not _list("other").isdisjoint(thing):
        return ()
    return tuple(thing)
