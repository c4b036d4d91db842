"""Where a paragraph may be cut: at its sentences, in longer ones at clauses, never inside a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from index.expressions import pattern
from index.grammar.quotes import find_quotes
from index.remembered import OF_SENTENCES
from index.text.letters import CAPITAL
from index.text.terms import fold, stop_words
from index.words import alternatives

MOST_WORDS = 90  # of a quote: about what a reader takes in at one look
_CLAUSE = 40  # words after which a sentence that is too long is cut at the next good place
_LEAST = 12  # words that a clause cut off has at least
Span = tuple[int, int]
_HEADLINE = 20  # words of a line that may be one, or of a question that only leads on
_ASKS = pattern(r"[^.!?…]*\?[\s*_\"”»)\]]*")
_ENDS = pattern(r"[.!?…:;|][\s*_\"”’'»)\]]*$|[\"”»)]$")

_WORD = pattern(r"\S+")
# Good places for a cut in a sentence that is too long: behind a mark between clauses, or where a line ends
# and the next one begins anew: lines that are only wrapped go on.
_MARKED = pattern(rf"[;:—–…)][\"”»’]?(?=\s)|\n(?=\s*(?:[-•*·–—\d]|{CAPITAL}))")
_COMMA = pattern(r",[\"”»’]?(?=\s)")
# What announces words that then do not follow: "Ana Ejemplo stated:", "he said in March,".
_DANGLING = pattern(r"[:,;—–-][\"“«]?\s*$")


def units(text: str, sentences: Sequence[Span]) -> list[Span]:
    """Return the sentences of a paragraph, those of more than 90 words cut into clauses."""
    found: list[Span] = []
    for start, end in sentences:
        if len(text[start:end].split()) <= MOST_WORDS:
            found.append((start, end))
        else:
            found += _clauses(text, start, end)
    return found


def _clauses(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the parts of a sentence that is too long, each of about 12 to 52 words."""
    while True:
        words = [match.span() for match in _WORD.finditer(text, start, end)]
        if len(words) <= MOST_WORDS // 2:
            if words:
                yield start, words[-1][1]
            return
        cut = _best_cut(text, words)
        yield start, cut
        start = next(place for place, _ in words if place >= cut)


def _best_cut(text: str, words: Sequence[Span]) -> int:
    """Return where to cut: at a mark, else a comma, else before a conjunction, else between two words."""
    low, high = words[_LEAST][0], words[min(len(words) - 1, _CLAUSE + _LEAST)][1]
    for form in (_MARKED, _COMMA):
        if ends := [match.end() for match in form.finditer(text, low, high)]:
            return ends[-1] if form is _COMMA else min(ends, key=lambda at: abs(at - words[_CLAUSE][0]))
    # Not behind a small word: "any device or" says nothing.
    whole = [at for at in range(_LEAST, len(words)) if not _is_small(text[slice(*words[at - 1])])]
    near = [at for at in whole if at <= _CLAUSE + _LEAST and _begins(text, words[at][0], "clause")]
    place = near[-1] if near else max((at for at in whole if at <= _CLAUSE), default=_CLAUSE)
    return words[min(place, len(words) - 1) - 1][1]


def _is_small(word: str) -> bool:
    return fold(word) in stop_words()


@cache
def _beginnings(kind: str) -> re.Pattern[str]:
    return pattern(rf"[\"“‘'«(\[¿¡—–-]*(?:{alternatives('cuts', kind)})\b", re.IGNORECASE)


def _begins(text: str, at: int, kind: str) -> bool:
    return bool(_beginnings(kind).match(text, at))


def leans(text: str, start: int) -> bool:
    """Whether what begins at ``start`` cannot be understood without what stands before it: "She sold it"."""
    return _begins(text, start, "leaning")


def is_pronoun(text: str, start: int) -> bool:
    """Whether what begins at ``start`` begins with a pronoun: "He sold it"."""
    return _begins(text, start, "pronouns")


def goes_on(text: str, start: int) -> bool:
    """Whether what begins at ``start`` goes on from what stands before it: "But the ferry ..."."""
    return _begins(text, start, "going_on")


def dangles(text: str, start: int, end: int) -> bool:
    """Whether a slice ends where something is to follow: "Ana Ejemplo stated:"."""
    return bool(_DANGLING.search(text[max(start, end - 4) : end]))


def quotations(text: str) -> tuple[Span, ...]:
    """Return the quotations of a paragraph that are closed, marks included."""
    return tuple((quote.start, quote.end) for quote in find_quotes(text) if quote.closed)


@lru_cache(maxsize=OF_SENTENCES)
def tells_little(quote: str) -> bool:
    """Whether a quote only asks, announces or leads elsewhere: a question, a headline, an address.

    Of 13 such claims that answers to 190 questions to 20 libraries showed an editor listed none. What has a
    number without a mark at its end may be a row.
    """
    words = quote.split()
    if len(words) > _HEADLINE:
        return False  # who asks at length may well mean that it is so
    counts = any(map(str.isdigit, quote))
    leads = len(words) == 1 and ("://" in quote or not counts)
    return leads or not (counts or _ENDS.search(quote)) or bool(_ASKS.fullmatch(quote))
