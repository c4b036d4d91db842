"""Where a label is nobody's position: its sentence leaves it open, or says it of words on the matter."""

from __future__ import annotations

from itertools import takewhile

from index.expressions import pattern
from index.framings.framing import Framing
from index.framings.label_index import text_words
from index.text.tokens import Tokens, phrases_of, read_tokens
from index.words import word_list

_ENDS = frozenset(".;:!?")
_MARKS = _ENDS | frozenset(',()—–“”"«»')  # between the parts of a sentence
_CHOICE = pattern(r"/\w+ $")  # "coup/no coup"
_TIME = 3  # words behind an indirect question's first in which a time begins
_OPENING = 6  # words of a sentence in which it says that nothing was found
_BEHIND = 40  # characters behind a label in which a choice, or of what it is said, stands


def is_undecided(text: str, start: int, end: int, floor: int) -> bool:
    """Whether the sentence leaves open what a label in ``text[start:end]`` says: "whether it was a coup".

    Also where it only may be so, and where the label and its opposite are named: "coup/no coup".
    """
    lead = read_tokens(text[floor:start])
    asked = next(reversed([*phrases_of("distance", "undecided").hits(lead.words)]), None)
    if asked is not None and not _ended(lead.words[asked[0] + asked[1] :]):
        return True
    if _part_denies(lead):
        return True
    conditions = [at for at, word in enumerate(lead.words) if word in word_list("distance", "conditions")]
    if conditions and ("," not in lead.words[conditions[-1] :] or _possible(lead, "conditional")):
        return True  # "if it is a cure, then", "if it were approved, it would be a cure"
    opening = lead.words[:_OPENING]
    nothing = bool(opening) and opening[0] in word_list("distance", "nothing")
    if nothing and not word_list("distance", "looked_into").isdisjoint(opening):
        return True  # "no large studies have found that"
    behind = text[end : end + _BEHIND]
    chosen = behind[:1] == "/" or _CHOICE.search(text[floor:start]) is not None
    return chosen or _possible(lead)


def _part_denies(lead: Tokens) -> bool:
    """Whether a word that denies stands before a label in its part of the sentence: of what, is not sure.

    "Denied before the judge threats and lack of consent": not that she lacked it.
    """
    part = list(takewhile(lambda word: word not in _MARKS, reversed(lead.words)))
    return not word_list("distance", "denying").isdisjoint(part)


def _ended(between: list[str]) -> bool:
    """Whether an indirect question is over: behind a mark, or one comma ("whether he left, he said").

    A time or a condition that opens it has a comma of its own: "to prove that, when boiled, it is safe".
    """
    opens = phrases_of("distance", "when").stand_in(between[:_TIME])
    return not _ENDS.isdisjoint(between) or between.count(",") == 1 + opens


def _possible(lead: Tokens, key: str = "possible") -> bool:
    """Whether what stands before a label says that it only may be so: "may be", "podría ser"."""
    light, possible = word_list("distance", "light"), word_list("distance", key)
    for at in range(len(lead) - 1, -1, -1):
        if lead.words[at] in possible:
            return not at or lead.raw[at].islower()  # no month of May
        if lead.words[at] not in light:
            return False
    return False


def is_of_words(text: str, end: int, framing: Framing) -> bool:
    """Whether a label is said of a study, a claim or other words on the matter: "the debunked study".

    Not in a framing that asks about just these.
    """
    behind = text_words(text[end : end + _BEHIND])[:1]
    said = word_list("distance", "said_things").intersection(behind)
    return bool(said) and text[end : end + 1] == " " and said.isdisjoint(framing.asks)
