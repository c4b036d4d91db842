"""Where the clause of an aside begins that names who says it: "He left because, Brown said, it rained"."""

from __future__ import annotations

from index.grammar.clause_ends import verb_within
from index.grammar.frames import DASHES, Frame, Tokens
from index.grammar.report import Span
from index.words import word_list

_LINKS = frozenset({"boundaries", "and"})
_ADVERBS = word_list("grammar", "closing_adverbs")
_NO_LINKS = frozenset({"being", "auxiliaries", "negations", "prepositions"})


def linked(tokens: Tokens, aside: int) -> int | None:
    """Return the first token behind the link that opens the clause of the aside at ``aside``, or None.

    What stands before the link is the author's: "He left, which was, | according to the mayor, late".
    """
    back = aside - 1
    if back > 0 and (tokens[back].text == "," or tokens[back].text in DASHES):
        back -= 1
        if tokens[back].low in _ADVERBS:
            return None  # "It rained a year before, the mayor said"
    while back > 1 and "being" in tokens[back].kinds and "relatives" in tokens[back - 1].kinds:
        back -= 1
    token = tokens[back]
    opens = back > 0 and token.kinds & _LINKS and not (token.name or token.kinds & _NO_LINKS)
    return back + 1 if opens else None


def said_before(frame: Frame, aside: int, *, inside: bool) -> Span | None:
    """Return what an aside reports of the words before it: its clause, or what follows the last semicolon.

    ``inside``: the aside stands in the middle of its clause, which may begin behind a colon as well.
    """
    tokens = frame.tokens
    link = linked(tokens, aside) if inside else None
    if link is not None:
        return (tokens[link].start, tokens[aside].start) if link < aside - 1 else None
    ends = (";", ":") if inside else (";",)
    marks = (n + 1 for n in range(aside - 1, 0, -1) if tokens[n].text in ends)
    # not in a list: "Ashton, Verran; and Merrow, according to the mayor"
    clause = next((n for n in marks if n == aside or verb_within(tokens[n:])), None)
    start = frame.start if clause is None else tokens[clause].start
    return (start, tokens[aside].start) if start < tokens[aside].start else None


def inserted(tokens: Tokens, aside: int, after: int) -> int | None:
    """Return the first token of the insertion that an aside closes, or None: "12 people fell (| 80, according
    to the union)", "the moor – | 1,900 acres, according to the club –".

    ``after``: the place behind the source.
    """
    if after >= len(tokens) or not (tokens[after].text == ")" or tokens[after].text in DASHES):
        return None
    opening = {"("} if tokens[after].text == ")" else DASHES
    mark = next((n for n in range(aside - 1, -1, -1) if tokens[n].text in opening), None)
    return mark + 1 if mark is not None and mark + 1 < aside else None


def described(tokens: Tokens, aside: int) -> bool:
    """Whether an aside stands in a clause that describes: "The mine, which, says Brown, is safe, ..."."""
    link = linked(tokens, aside)
    return (
        link is not None
        and link > 1
        and "relatives" in tokens[link - 1].kinds
        and tokens[link - 2].text == ","
    )
