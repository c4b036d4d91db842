"""Whether a sentence asserts a deed, or only tells that it is possible, wanted, rumoured or quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.contested.facts.statements import Said
from index.text.denial import denial_words
from index.text.tokens import phrases_of, read_tokens
from index.words import word_endings, word_list

_LIE = 9  # words between "lied" and the "never" of what was a lie
BEFORE = 3  # words before a deed in which it is only wanted, feared or possible
QUOTES = frozenset('"“”«»')


def is_unsure(said: Said, at: int, first: int) -> bool:
    """Whether a deed is only wanted, possible or to come, or only goes round as said.

    ``first``: where its clause begins; "fears that" may stand before it.
    """
    words = said.tokens.words
    before = list(words[max(0, at - BEFORE) : at])
    governing = list(words[max(0, first - BEFORE) : first])
    if words[at].endswith(word_endings("contrasts", "unreal_endings", said.language)):
        return True
    infinitive = bool(before) and before[-1] in word_list("contrasts", "infinitive")
    wanted = phrases_of("distance", "wanted")
    if infinitive or wanted.stand_in(before) or wanted.stand_in(governing):
        return True
    heard = phrases_of("contrasts", "hearsay").stand_in(list(words[:at]))
    told = said.statement.own and any(word in denial_words().asserting for word in words[:at])
    return heard or told


def only_quoted(said: Said, at: int) -> bool:
    """Whether the words stand in quotation marks that are nobody's: a slogan, a headline."""
    text = said.text
    place = said.tokens.starts[at] if at else 0
    marks = sum(mark in QUOTES for mark in text[:place])
    told = any(word in denial_words().asserting for word in said.tokens.words)
    return marks % 2 == 1 and said.statement.own and not told


def in_parts(words: Iterable[str]) -> bool:
    """Whether words tell of a part only: "some", "partly"."""
    return not word_list("contrasts", "parts").isdisjoint(words)


def of_false_words(before: Sequence[str]) -> bool:
    """Whether a denial is only told, as what goes round or is false: "the false claim that he was not"."""
    goes_round = phrases_of("contrasts", "hearsay").stand_in(before)
    return goes_round or not denial_words().untrue.isdisjoint(before)


def lied_before(words: Sequence[str], at: int) -> bool:
    """Whether a word that says no stands in what is called a lie: "lied when it said it had never paid"."""
    return phrases_of("contrasts", "lies").stand_in(list(words[max(0, at - _LIE) : at]))


def said_by_a_lie(said: Said) -> Said | None:
    """Return what is said behind the "never" of what is called a lie: who calls it so says that it was."""
    words = said.tokens.words
    hit = next(phrases_of("contrasts", "lies").hits(words), None)
    if hit is None:
        return None
    first = hit[0] + hit[1]
    near = range(first, min(len(words), first + _LIE))
    no = next((at for at in near if words[at] in denial_words().words), None)
    if no is None or no + 1 >= len(words) or denial_words().turn(words[max(0, hit[0] - BEFORE) : hit[0]]):
        return None
    start = said.tokens.starts[no + 1]
    text = said.text[start:]
    return Said(said.statement, said.start + start, text, read_tokens(text), said.terms)  # who lied did it
