"""The two things between which a question lets choose: "a success or a failure", "de Canadá o de Chile"."""

from __future__ import annotations

from collections.abc import Sequence

from index.text.terms import fold, stop_words
from index.text.tokens import read_tokens
from index.words import word_list

_MOST = 3  # words of an alternative that stands without an article


def asked_choice(question: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return the folded words of two alternatives that a question names, each without the other's.

    Where the second begins with a small word that stands before the first too ("una ... o una ..."), that is
    where the first begins; else it has as many words as the second. None where there are no two: "or not".
    """
    words = read_tokens(question).words
    either = [at for at, word in enumerate(words) if word in word_list("grammar", "or_words")]
    if not either:
        return None
    before, behind = words[: either[-1]], words[either[-1] + 1 :]
    if not before or not behind:
        return None
    if behind[0] in before and _is_small(behind[0]):
        first = before[len(before) - before[::-1].index(behind[0]) :]
        pair = _told(first), _told(behind)
    else:
        second = _together(behind)
        pair = frozenset(_together(before[::-1], len(second))), frozenset(second)
    one, other = pair[0] - pair[1], pair[1] - pair[0]
    return (one, other) if one and other else None


def _together(words: Sequence[str], most: int = _MOST) -> list[str]:
    """Return the folded words at the head that stand side by side, behind small ones."""
    found: list[str] = []
    for word in words:
        if not word[0].isalpha() or _is_small(word):
            if found or not word[0].isalpha():
                break
            continue
        found.append(fold(word))
        if len(found) == most:
            break
    return found


def _told(words: Sequence[str]) -> frozenset[str]:
    """Return the folded words of the head up to a mark, without small ones."""
    end = next((at for at, word in enumerate(words) if not word[0].isalnum()), len(words))
    return frozenset(fold(word) for word in words[:end] if not _is_small(word))


def _is_small(word: str) -> bool:
    return fold(word) in stop_words()
