"""Where the author takes over behind reported words: ", despite three leaks", ", which was a lie"."""

from __future__ import annotations

from functools import cache

from index.grammar.frames import Tokens
from index.grammar.nouns import is_clause_verb
from index.words import strings, word_list

_WHICH = word_list("grammar", "which")
_COPULAS = word_list("grammar", "copulas")
_JUDGING = word_list("grammar", "judging")
_EVEN = word_list("grammar", "even")
_CLAUSE = 12  # words in which "even as her office printed the bills" has its verb
_JUDGED = 4  # words from "which was" to "lie"
_COMO = word_list("grammar", "como")
_BOTH_OPEN = word_list("grammar", "both_open")
_WHILE = word_list("grammar", "meantime")


@cache
def _openings() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words with which such tails begin, by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in strings("grammar", "tails"):
        words = tuple(phrase.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


def tail_at(tokens: Tokens, mark: int) -> bool:
    """Whether the author's own words begin behind the comma or dash at ``mark``."""
    return _opens(tokens, mark + 1) or _judges(tokens, mark + 1)


def tail_unmarked(tokens: Tokens, at: int) -> bool:
    """Whether they begin here without a mark: "even as", and what the speaker did: "while knowing that"."""
    token = tokens[at]
    both = "and" in token.kinds and at + 1 < len(tokens) and tokens[at + 1].low in _BOTH_OPEN
    if both and any(each.low in _COMO for each in tokens[at + 2 : at + _CLAUSE]):
        return True  # "no habrá multas | y tanto los vecinos como los bares aplaudieron"
    if token.low in _WHILE and at + 1 < len(tokens) and "gerund" in tokens[at + 1].shapes:
        return True
    return token.low in _EVEN and _opens(tokens, at)


def _opens(tokens: Tokens, at: int) -> bool:
    low = tokens[at].low
    if low in _EVEN:
        words = tokens[at + 3 : at + _CLAUSE]
        stop = next((n for n, token in enumerate(words) if token.text == ","), len(words))
        if not any(map(is_clause_verb, words[:stop])):
            return False  # "even as a candidate, ..."
    return any(_stands(tokens, at, words) for words in _openings().get(low, ()))


def _stands(tokens: Tokens, at: int, words: tuple[str, ...]) -> bool:
    return tuple(token.low for token in tokens[at : at + len(words)]) == words


def _judges(tokens: Tokens, at: int) -> bool:
    """Whether a clause says of what was reported that it is not so: "which was clearly a lie"."""
    words = [token.low for token in tokens[at : at + 3 + _JUDGED]]
    place = next((n for n in (1, 2) if len(words) > n and words[n] in _COPULAS), None)
    if place is None or " ".join(words[:place]) not in _WHICH:
        return False
    return not _JUDGING.isdisjoint(words[place + 1 : place + 1 + _JUDGED])
