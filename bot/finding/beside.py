"""How much of a question stands beside a thing of the kind it asks for: a number, a sum, a name, a day.

A passage may hold many words of a question, and many numbers; it answers where the one stands by the other.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from bot.asking.answer_kinds import AnswerKind, anybody_words, light_words, placed
from bot.asking.asked import asked_of
from bot.asking.asked_amount import COST, Measure, asked_amount, asked_terms, asks_for_money
from bot.finding.asked_form import Said, said_in, times_in
from bot.finding.bearing import said_by_figure, weights_of
from bot.finding.form_weights import gives_it
from bot.finding.lacking import sums_of
from bot.finding.order import Ranked
from bot.finding.word_weights import full_weight
from index.door import Index
from index.figures.figure import Unit
from index.model import Query, Word
from index.text.reading import reading_of
from index.text.terms import WORD, fold, folded, folded_list, stop_words
from index.text.tokens import phrases_of
from index.values import frozen

# Set on 62 questions for such a thing to eight libraries on one dispute each, 22 answered by nothing, and
# counted on 85 others. Of 304 that public sets answer, put in other words on purpose, five stay below.
LEAST_BESIDE = 0.52
# Of what else is asked at least, beside a figure that says its noun by itself: any sum of money says "cost".
OF_OTHERS = 0.4
_MATTER = 0.7  # of a question that has names, too, at most for what it says besides them
_LEAST_WEIGHT = 0.5  # of the heaviest word's: in a library on one dispute the disputed word is common
_NOUN = 0.6  # of that, at least for what is counted
_OWN = 0.8  # weight of a word's own forms at least
_REACH = 10  # words from the thing, within which a word of the question is beside it
_COUNTED_REACH = 4  # the same of the noun that is counted
_FARTHER = 0.85  # of a word elsewhere in the sentence
_NOT_COUNTED = 0.5  # of the counted noun there
_NEXT_SENTENCE = 0.6
_SAME_ARTICLE = 0.8  # of a name or year: a text names its matter once
_LOOKED_AT = 10  # passages
_FIRST = 3  # of them
_OTHERWISE = (
    0.9  # times: nothing of the kind is in the sentence, but a text may tell it otherwise: a doctor, then
)
_TOLD_OTHERWISE = {AnswerKind.PERSON, AnswerKind.PLACE, AnswerKind.DATE}
_KINDS = {AnswerKind.NUMBER, AnswerKind.PERSON, AnswerKind.PLACE, AnswerKind.DATE}
_CENTURIES = ("19", "20")


@frozen
class _Asked:
    """What of a question is looked for beside such a thing."""

    words: tuple[Word, ...]
    weights: tuple[float, ...]  # 1 together
    context: tuple[bool, ...]  # names, years and what was asked before
    noun: int | None  # which of them is counted
    said_by_figure: Sequence[bool]  # whether a figure of the kind says it by itself


def stands_apart(index: Index, query: Query, ranked: Sequence[Ranked]) -> bool:
    """Return whether passages hold such a thing, if any does, only of something else than what is asked."""
    if not _may_be_told(query, ranked):
        return False
    wanted = _wanted(index, query)
    if wanted is None:
        return False
    best = ranked[:_LOOKED_AT]
    near: dict[str, tuple[float, ...]] = {}
    for each in best:
        article = each.passage.paragraph.article
        near[article] = tuple(map(max, each.held, near.get(article, each.held)))
    told = (_in_passage(query, wanted, each, near[each.passage.paragraph.article]) for each in best)
    if any(share >= LEAST_BESIDE for share in told):
        return False
    from bot.finding.none_told import tells_of_none  # of most something is told

    return not tells_of_none(query, best)


def _may_be_told(query: Query, ranked: Sequence[Ranked]) -> bool:
    """Return whether a thing is asked for that could be looked for so, and no view nor somebody's words."""
    asked = asked_of(query)
    if asked.kind not in _KINDS or not asked.question or asked.polar or asked.choice:
        return False
    said = asked.speech and not asked.verb <= asked.asking  # not "what is his sister called?"
    blamed = not folded_list("kinds", "reason.faults").isdisjoint(asked.folded)  # who accuses, says it so
    won = phrases_of("winners", "asks").stand_in(asked.tokens)  # rivals are told by words of their own
    # Of somebody whom only "he" or "she" names, a text may tell everything in words of its own.
    unnamed = not asked.names and not folded_list("followups", "persons").isdisjoint(asked.folded)
    lasting = asked_amount(query).measure is Measure.TIME  # a time may be told in words that are none
    # Where texts in another language come near, a word without a translation tells nothing.
    read = {each.passage.paragraph.language for each in ranked[:_FIRST]} - {None}
    abroad = asked.language is not None and not read <= {asked.language}
    leans = any(full_weight(word) < 1 for word in query.words)  # on an earlier question
    return not (said or blamed or won or unnamed or leans or lasting or abroad)


def _wanted(index: Index, query: Query) -> _Asked | None:
    asked, context = asked_of(query), weights_of(index, query).context
    light = (light_words() - asked.relation) | anybody_words() | asked.asking
    raw = [
        0.0 if word.text in light and not named else _own_idf(index, word)
        for word, named in zip(query.words, context, strict=True)
    ]
    least = _LEAST_WEIGHT * max(
        (idf for idf, named in zip(raw, context, strict=True) if not named), default=0.0
    )
    raised = [max(idf, least) if idf and not named else idf for idf, named in zip(raw, context, strict=True)]
    noun = next((at for at, word in enumerate(query.words) if word.text == asked.counted and raw[at]), None)
    if noun is not None and not context[noun]:
        others = sum(idf for idf, named in zip(raised, context, strict=True) if not named) - raised[noun]
        raised[noun] = max(raised[noun], others * _NOUN / (1 - _NOUN))
    matter = sum(idf for idf, named in zip(raised, context, strict=True) if not named)
    names = sum(raised) - matter
    if not matter + names:
        return None
    # A name is one thing, however many its words.
    name = max((idf for idf, named in zip(raised, context, strict=True) if named), default=0.0)
    share = min(_MATTER, matter / (matter + name)) if names else 1.0
    weights = tuple(
        idf * ((1 - share) / names if named else share / matter) if idf else 0.0
        for idf, named in zip(raised, context, strict=True)
    )
    return _Asked(query.words, weights, context, noun, said_by_figure(query))


def _own_idf(index: Index, word: Word) -> float:
    """Return the idf of a word's own forms, the highest where the library has none of them.

    What else stands for the word may be common: it tells the less that the word itself is there.
    """
    size, own = index.size() + 1, _OWN * full_weight(word)
    held = sum(
        size / math.exp(index.idf(term)) for term, weight in word.terms if weight >= own and index.known(term)
    )
    return math.log(size / max(1.0, min(held, size - 1)))


def _in_passage(query: Query, wanted: _Asked, each: Ranked, near: Sequence[float]) -> float:
    """Return how much stands beside such a thing of one passage; ``near`` is held in its article."""
    paragraph, spans = each.passage.paragraph, reading_of(each.passage).spans
    values = _values(query, each)
    otherwise = _OTHERWISE if asked_of(query).kind in _TOLD_OTHERWISE else 0.0
    if not otherwise and not any(values):
        return 0.0
    counts = gives_it(query, each.passage, spans)
    said = [said_in(paragraph.text[start:end], paragraph.language) for start, end in spans]
    held = [[_places(word, sentence) for word in wanted.words] for sentence in said]
    best = 0.0
    for number, places in enumerate(values):
        around = [held[other] for other in (number - 1, number + 1) if 0 <= other < len(held)]
        elsewhere = [
            max(
                _SAME_ARTICLE * near[at] if wanted.context[at] else 0.0,
                *(_NEXT_SENTENCE * max(sentence[at].values(), default=0.0) for sentence in around),
                0.0,
            )
            for at in range(len(wanted.words))
        ]
        for place in places:
            best = max(best, _around(wanted, place, held[number], elsewhere, counts=counts[number]))
        if otherwise and not places:
            best = max(best, otherwise * _around(wanted, None, held[number], elsewhere))
    return best


def _around(
    wanted: _Asked,
    place: int | None,
    held: Sequence[Mapping[int, float]],
    elsewhere: Sequence[float],
    *,
    counts: bool = False,
) -> float:
    """Return how much stands around one place of a sentence, or anywhere in it where there is none.

    ``counts`` tells that a figure of what is counted is there.
    """
    total, by_itself = 0.0, 0.0
    for at, weight in enumerate(wanted.weights):
        reach, farther = (_COUNTED_REACH, _NOT_COUNTED) if at == wanted.noun else (_REACH, _FARTHER)
        here = max(
            (
                full * (1.0 if place is None or abs(place - spot) <= reach else farther)
                for spot, full in held[at].items()
            ),
            default=0.0,
        )
        if counts and wanted.said_by_figure[at]:
            by_itself += weight if not here else 0.0
            here = 1.0
        total += weight * min(1.0, max(here, elsewhere[at]))
    others = total - by_itself
    return total if not by_itself or others >= OF_OTHERS * (1.0 - by_itself) else others


def _places(word: Word, said: Said) -> dict[int, float]:
    """Return at which words of a sentence a word of the question stands, and how fully."""
    terms = dict(word.terms)
    return {at: terms[term] for at, (_, term) in enumerate(said) if term in terms}


def _values(query: Query, each: Ranked) -> list[list[int]]:
    """Return for each sentence of a passage at which of its words such a thing stands."""
    from index.figures.stored import figures_of  # most questions want no figures

    asked, text = asked_of(query), each.passage.paragraph.text
    money = asks_for_money(query)
    named = folded_list("kinds", "number.sums") & asked.words  # its price, in whatever coin
    sums = sums_of(each.passage) if money else []
    figures = figures_of(each.passage) if money or asked.kind is AnswerKind.NUMBER else ()
    found = []
    for start, end in reading_of(each.passage).spans:
        sentence = text[start:end]
        words = [*WORD.finditer(sentence)]
        other = money and named.isdisjoint(folded(sentence))
        places = [] if other or asked.kind is None else _told(asked.kind, sentence, words, asked.words)
        places += [
            max(0, bisect_right(words, figure.start - start, key=re.Match.start) - 1)
            for figure in figures
            if start <= figure.start < end and (not money or _is_price(figure.unit, query, sentence))
        ]
        places += [
            max(0, bisect_right(words, at - start, key=re.Match.start) - 1)
            for at in sums
            if start <= at < end
        ]
        found.append(sorted(set(places)))
    return found


def _is_price(unit: Unit, query: Query, sentence: str) -> bool:
    """Whether a figure is a sum of money, or a share beside the verb of the question: they charge a tenth."""
    if unit is not Unit.PERCENT:
        return unit is Unit.MONEY
    known = asked_terms(COST)
    verbs = {term for word in query.words for term in word.term_set if not known.isdisjoint(word.term_set)}
    return not verbs.isdisjoint(term for _, term in said_in(sentence, asked_of(query).language))


def _told(
    kind: AnswerKind, sentence: str, words: Sequence[re.Match[str]], asked: frozenset[str]
) -> list[int]:
    """Return at which words of a sentence something of a kind stands that the question does not say."""
    places = [at for at in placed(kind, sentence) if fold(words[at][0]) not in asked]
    if kind is AnswerKind.NUMBER:
        # "One" counts nothing, nor does a year.
        return [at for at in places if fold(words[at][0]) not in stop_words() and not _is_year(words[at][0])]
    return [*places, *times_in(sentence)] if kind is AnswerKind.DATE else places


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == 4 and word.startswith(_CENTURIES)
