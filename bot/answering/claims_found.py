"""The claims of an answer: a quote of each passage that bears on the question, each said once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.answer import Claim
from bot.answering.given import NOTHING_GIVEN, Given
from bot.answering.one_look import BEARS
from bot.asking.answer_kinds import AnswerKind
from bot.asking.asked import asked_of
from bot.finding import Ranked
from bot.finding.bearing import fitting
from bot.finding.cuts import dangles
from bot.finding.likely import likely, much_of_it
from bot.finding.quote import claim_at
from bot.finding.span import best_span
from index.door import Index
from index.model import Query
from index.remembered import OF_SENTENCES, kept
from index.text.denial import denial_words
from index.text.terms import WORD
from index.values import frozen

GIVES = 0.75  # how far a passage bears at least that gives what is asked of something by its name
GIVEN = 0.5  # how likely such a passage bears on the question at least
GIVES_PERHAPS = 0.7  # the same of a text on what is named, of which it is not told
GIVES_NOT = 0.6  # times: others do, and it does not
# How likely an entry that has a name of the question bears on it at least to be heard beside others. Of 126
# questions to six entries each, with several right answers, one screen then shows all in 83 instead of 73;
# with .03 in 86, at the price of more quotes on other things.
ENTRY = 0.1
ENTRIES = 2  # paragraphs of an article at most, on average, in a library of entries
LITTLE = 0.2  # times: it has little of what is asked beside the best ones
_SAME = 0.8  # of the shorter quote's words, in one that says nearly the same
_FEW = 3  # words by which two quotes of one text may differ


def giving_first(bearing: Sequence[tuple[Ranked, float]], given: Given) -> list[tuple[Ranked, float]]:
    """Return the passages with those first that give what is asked: each of them bears on the question.

    So does a text on what is named, if it is not told what it gives.
    """
    giving = [(each, max(far, GIVES)) for each, far in bearing if each.passage.paragraph.id in given.spans]
    others = [
        (each, max(far, GIVES_PERHAPS) if each.passage.paragraph.id in given.on else GIVES_NOT * far)
        for each, far in bearing
        if each.passage.paragraph.id not in given.spans
    ]
    return [*giving, *sorted(others, key=lambda each: each[0].passage.paragraph.id not in given.on)]


def claims_for(
    index: Index,
    query: Query,
    idf: Mapping[str, float],
    ranked: Sequence[tuple[Ranked, float]],
    top: int,
    least: float = 0.0,
    given: Given = NOTHING_GIVEN,
) -> list[Claim]:
    """Return the claims for the best passages; what only repeats an earlier quote is left out.

    ``least`` is the evidence that a passage must have, as a part of the best one's; ``given`` the sentences
    that give what is asked.
    """
    claims: list[Claim] = []
    shown: list[_Words] = []
    named = _named(query)
    much = _told_enough(index, query, [each for each, _ in ranked])
    for (each, far), likelihood, most in zip(ranked, likely(index, query, ranked), much, strict=True):
        chance = likelihood if most else LITTLE * likelihood
        if len(claims) == top:
            break
        if far < least:
            continue
        passage = each.passage
        must = given.spans.get(passage.paragraph.id)
        # asked only where it tells: an index elsewhere is asked for its articles
        heard = ENTRY <= chance < BEARS and any(each.held[at] for at in named) and _is_of_entries(index)
        bearing = max(chance, GIVEN if must else BEARS if heard else 0.0)
        span = best_span(passage, query, idf, must=must)
        claim = claim_at(passage, *span, len(claims) + 1, bearing=round(bearing, 3))
        if claims and dangles(claim.quote, 0, len(claim.quote)):
            continue  # it says nothing by itself
        words = _words_of(claim.quote)
        if any(_repeats(words, other) for other in shown):
            continue
        shown.append(words)
        claims.append(claim)
    return claims


def _told_enough(index: Index, query: Query, ranked: Sequence[Ranked]) -> list[bool]:
    """Return for each passage whether it has as much of what is asked as the best, or gives it as an entry.

    An entry gives the day or the number asked for in words of its own: it says nothing elsewhere. Who did
    something else is not who is asked for.
    """
    much = much_of_it(index, query, ranked)
    if all(much) or asked_of(query).kind in {None, AnswerKind.PERSON}:
        return much
    told = [most or fit for most, fit in zip(much, fitting(query, ranked), strict=True)]
    # asked only where it tells: an index elsewhere is asked for its articles
    return told if told != much and _is_of_entries(index) else much


def _named(query: Query) -> list[int]:
    """Return which words of a question are names."""
    names = asked_of(query).names
    return [at for at, word in enumerate(query.words) if word.text.lower() in names]


@kept(4, id)
def _is_of_entries(index: Index) -> bool:
    """Whether a library is of short texts, as entries are: each says all it has to say in a paragraph or two.

    None of them says it elsewhere at more length, and several may be on bearers of one name.
    """
    return index.size() <= ENTRIES * index.counts()[1]


@frozen
class _Words:
    """The words of a quote: how often each stands there, which there are, and how many together."""

    times: Counter[str]
    each: frozenset[str]
    total: int


@lru_cache(maxsize=OF_SENTENCES)  # quotes: many questions meet the same ones
def _words_of(quote: str) -> _Words:
    words = WORD.findall(quote)
    return _Words(Counter(words), frozenset(words), len(words))


def _repeats(words: _Words, other: _Words) -> bool:
    """Whether a quote says nearly the same as one shown: a copy, perhaps with another mark or a link.

    Texts that differ in a name, a number or a negation do not say the same, nor does one that adds such.
    """
    fewer, more = (words, other) if words.total <= other.total else (other, words)
    least = _SAME * fewer.total
    # What is shared at most is told without counting each word.
    if fewer.total - len(fewer.each - more.each) < least or (words.times & other.times).total() < least:
        return False
    apart = words.times - other.times
    if abs(words.total - other.total) <= _FEW:
        apart += other.times - words.times
    return not any(
        word[0].isupper() or word[0].isdigit() or word.lower() in denial_words().words for word in apart
    )
