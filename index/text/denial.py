"""Which words deny, and which leave open, bound or narrow what a sentence says: read here for every room."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from index.text.tokens import Tokens
from index.words import strings, table, word_list

_QUOTES = frozenset("\"'“”«»‘’")


class DenialWords(NamedTuple):
    """The lists of ``negation.toml`` and ``polarity.toml``, of all languages together, in small letters."""

    words: frozenset[str]  # turn round what follows them: "not"
    none: tuple[str, ...]  # hold such a word and turn nothing round: "not only"
    nobody: tuple[str, ...]  # who does nothing
    none_of: tuple[str, ...]  # before a group of which none does
    partly: frozenset[str]  # beside a negation, deny a part or a time only
    modal: frozenset[str]  # make of a verb another time, or a possibility
    joints: frozenset[str]  # where a part of a sentence ends
    deny: frozenset[str]  # verbs that deny what follows
    untrue: frozenset[str]
    true: frozenset[str]
    asserting: frozenset[str]  # verbs that assert what follows: with a negation, nothing
    never: tuple[str, ...]
    refusing: frozenset[str]  # verbs that say no to what is asked
    no: frozenset[str]  # words that say no to it
    firm: tuple[str, ...]  # hold a loose word and leave nothing open: "si bien"
    loose: tuple[str, ...]  # a sentence with one asserts nothing for certain, or for another time

    def turn(self, words: list[str]) -> bool:
        """Whether one of some words turns round what follows it."""
        return not self.words.isdisjoint(words)


@cache
def denial_words() -> DenialWords:
    """Return the words that deny."""

    def of(*keys: str) -> tuple[str, ...]:
        return tuple(word for key in keys for word in strings("negation", key))

    asks = table("polarity")["asks"]
    return DenialWords(
        words=frozenset(of("words")),
        none=of("none"),
        nobody=of("nobody"),
        none_of=of("none_of"),
        partly=frozenset(of("partly")),
        modal=frozenset(of("modal")),
        joints=frozenset(of("joints")),
        deny=frozenset(of("deny")),
        untrue=frozenset(of("untrue")),
        true=frozenset(of("true")),
        asserting=frozenset(of("assert")),
        never=of("never"),
        refusing=frozenset(asks["denies"]),
        no=frozenset(asks["no"]),
        firm=of("firm"),
        loose=of("contrast", "unsure", "bounded"),
    )


def names_a_choice(tokens: Tokens, at: int) -> bool:
    """Whether a word that says no is what one may vote for, and denies nothing: "the No", "votar NO"."""
    word, before, behind = tokens.raw[at], tokens.words[max(0, at - 1) : at], tokens.words[at + 1 : at + 2]
    if word.isupper() and len(word) > 1 and not tokens.text.isupper():
        return True
    quoted = bool(before and behind) and before[0] in _QUOTES and behind[0] in _QUOTES
    return quoted or (bool(before) and before[0] in word_list("grammar", "before_a_choice"))
