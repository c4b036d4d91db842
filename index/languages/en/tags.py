"""Speech without a verb of saying: "“...,” quavered Ana Ejemplo", "“...,” the mayor quavered".

What a past tense beside a quotation means need not be known: its place tells who said the words.
"""

from __future__ import annotations

from index.grammar.candidates import of_people
from index.grammar.frames import Tokens
from index.grammar.nouns import PERSONAL, participle
from index.grammar.reporting_words import Cue

_LONG = 20  # characters; shorter quotations are names and scare quotes
_LONGEST = 5  # words of a subject between the quotation and its verb
_THROWN = frozenset({"shot", "fired", "hit", "snapped", "wrote", "shouted", "called"})
_SAYS = frozenset({"say"})
_AFTER = frozenset({"mark", "prepositions", "times", "adverbs", "ends"})


def unlisted_verb(tokens: Tokens, at: int) -> Cue | None:
    """Return a cue for a verb that is in no list, when its place beside a quotation makes it one."""
    if at and _back(tokens, at):
        return Cue(tokens[at].low, _SAYS, "past")
    if at == 0 or not participle(tokens[at]):
        return None
    found = _before(tokens, at) if tokens[at - 1].quote else _behind(tokens, at)
    return Cue(tokens[at].low, _SAYS, "past") if found else None


def _back(tokens: Tokens, at: int) -> bool:
    """Whether words are thrown back between a quotation and its end: "“...,” she shot back"."""
    thrown = tokens[at].low in _THROWN and at + 1 < len(tokens) and tokens[at + 1].low == "back"
    first = next((n for n in range(at - 1, max(-1, at - 1 - _LONGEST), -1) if tokens[n].quote), None)
    if not thrown or first is None or not (ended := tokens[first].quote) or not ended.stopped:
        return False
    who = tokens[at - 1]
    return who.name or of_people(who) or bool(who.kinds & PERSONAL)


def _before(tokens: Tokens, at: int) -> bool:
    """Whether a verb right behind a quotation has a person behind it: ", quavered organizer Ana Ejemplo"."""
    after = tokens[at + 1 : at + 4]
    if not _speech(tokens, at - 1) or not after or "times" in after[0].kinds:
        return False
    article = "determiners" in after[0].kinds and not after[0].name
    named = any(token.name for token in after[: 2 + article])
    return (named and not article) or any(of_people(token) for token in after[article : 1 + article])


def _behind(tokens: Tokens, at: int) -> bool:
    """Whether a subject, a person, stands between a quotation and the verb that ends its clause."""
    first = next((n for n in range(at - 1, max(-1, at - 1 - _LONGEST), -1) if tokens[n].quote), None)
    if first is None or not _speech(tokens, first):
        return False
    subject = tokens[first + 1 : at]
    ended = at + 1 >= len(tokens) or bool(tokens[at + 1].kinds & _AFTER)
    plain = not any(token.kinds & {"mark", "prepositions", "boundaries", "relatives"} for token in subject)
    return ended and plain and (subject[-1].name or of_people(subject[-1]))


def _speech(tokens: Tokens, at: int) -> bool:
    """Whether a quotation reads as speech: it ends with a stop and opens its sentence."""
    quote = tokens[at].quote
    if quote is None or not quote.stopped or quote.titled or quote.last - quote.first < _LONG:
        return False
    return at == 0 or "mark" in tokens[at - 1].kinds
