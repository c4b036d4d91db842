"""Appeals to the reader: give, join, subscribe. Told by whom they speak to, not by their words alone.

A report on donations and newsletters has the words of an appeal; what it lacks is the reader. So a sentence
counts as an appeal when it holds such a word and speaks to "you", for "us", or gives an order.
"""

from __future__ import annotations

import re

from index.articles.patterns import any_of, patterns_of
from index.articles.units import ends_sentence, is_title_case
from index.text.sentences import sentences

_IGNORE = re.IGNORECASE
_SHORT = 15  # words of a line in which one mark is enough
_SENTENCE = 8  # words of a line that can be a sentence of the text
_MOSTLY = 0.6  # of the words of a paragraph that is an appeal and no text with one in it
_LONGEST = 20_000  # characters of an appeal; what is longer is a text, and may end in one
_DENSE = 3  # marks of a line that reports nothing


def _appeals(text: str) -> bool:
    return bool(any_of("junk", "appeal").search(text))


def _addresses(text: str) -> bool:
    return bool(any_of("junk", "addressed").search(text))


def _count(text: str) -> int:
    return sum(bool(each.search(text)) for each in patterns_of("junk", "appeal")) if _appeals(text) else 0


def is_appeal(text: str) -> bool:
    """Whether a paragraph appeals to the reader from its first words to its last, or nearly."""
    if len(text) > _LONGEST or not _appeals(text):
        return False
    words = len(text.split())
    if words <= _SHORT and not is_title_case(text):
        report = words >= _SENTENCE and ends_sentence(text) and not _addresses(text)
        return not report or _count(text) >= _DENSE
    if _count(text) < 2:
        return False
    parts = [text[start:end] for start, end in sentences(text)]
    plain = sum(len(part.split()) for part in parts if not _count(part) and not _addresses(part))
    return words - plain >= _MOSTLY * words and any(_is_one(part) for part in parts)


def _is_one(sentence: str) -> bool:
    """Whether a sentence holds a mark of an appeal and speaks to the reader."""
    return _appeals(sentence) and _addresses(sentence)


def appeal_after(text: str) -> int | None:
    """Return where, behind sentences of a text, its paragraph ends in appeals; None when it does not."""
    if len(text) > _LONGEST:
        before = len(text) - _LONGEST
        at = appeal_after(text[before:])
        return at and before + at
    if not _appeals(text) or is_appeal(text):
        return None
    at = None
    for start, end in reversed(sentences(text)):
        if not _is_one(text[start:end]):
            break
        at = start
    return at or None
