"""Whether a question asks for a judgement: "Should they close it?"; and which sentences judge."""

from __future__ import annotations

from functools import lru_cache

from bot.asking.answer_kinds import opening
from index.remembered import OF_QUESTIONS, OF_SENTENCES
from index.text.terms import fold
from index.text.tokens import phrases_of, read_tokens

_CLOSING = " \"”»’'"


@lru_cache(maxsize=OF_QUESTIONS)
def asks_for_judgement(question: str) -> bool:
    """Return whether a question asks for a judgement, in words of its own ("Is it dangerous?") too."""
    if judging_words(question):
        return True
    words = read_tokens(question).words
    return "?" in question and opening(question) is None and bool(_phrases(words, "named"))


@lru_cache(maxsize=OF_QUESTIONS)
def judging_words(question: str) -> frozenset[str]:
    """Return the folded words by which a question asks for a judgement; none where it asks for no judgement.

    A text that answers judges in words of its own: "a terrible decision" answers "Is it a good idea?".
    """
    words = read_tokens(question).words
    spoken = [word for word in words if word[0].isalpha()]
    found = _phrases(words, "open")
    if not found and "?" in question and opening(question) is None:
        found = _phrases(words, "asks")
        head = phrases_of("judgement", "heads").at(spoken, 0)
        if head is not None:
            found = [*found, *spoken[: head[0]]]
    return frozenset(fold(word) for word in found)


@lru_cache(maxsize=OF_SENTENCES)
def judges(sentence: str) -> bool:
    """Return whether a sentence judges something, well or ill, or says what ought to be done.

    One that only asks does not: "Is the mill a danger?".
    """
    asks = sentence.rstrip(_CLOSING).endswith("?")
    return not asks and phrases_of("judgement", "well", "ill", "ought").in_text(sentence)


def _phrases(words: list[str], key: str) -> list[str]:
    hits = phrases_of("judgement", key).hits(words)
    return [word for at, size, _ in hits for word in words[at : at + size]]
