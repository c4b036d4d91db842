"""Which sentences judge: "a bad idea", "they ought to have asked"."""

from __future__ import annotations

from functools import lru_cache

from index.remembered import OF_SENTENCES
from index.text.tokens import phrases_of

_CLOSING = " \"”»’'"


@lru_cache(maxsize=OF_SENTENCES)
def judges(sentence: str) -> bool:
    """Return whether a sentence judges something, well or ill, or says what ought to be done.

    One that only asks does not: "Is the mill a danger?".
    """
    asks = sentence.rstrip(_CLOSING).endswith("?")
    return not asks and phrases_of("judgement", "well", "ill", "ought").in_text(sentence)
