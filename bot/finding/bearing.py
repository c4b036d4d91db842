"""How far a passage bears on a question, beside the best one: evidence, the matter, who speaks, what kind."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.asking.answer_kinds import MEASURES, AnswerKind, anybody_words, light_words
from bot.asking.asked import Asked, asked_of
from bot.asking.asked_amount import asked_amount, asked_terms
from bot.asking.asked_names import name_titles
from bot.asking.whole_names import is_named_in
from bot.finding.asked_form import fits
from bot.finding.asked_voice import speaks
from bot.finding.form_weights import gives_it
from bot.finding.measure import held_by_sentence
from bot.finding.order import Ranked
from bot.finding.other_particulars import may_tell_of_others
from bot.finding.word_weights import full_weight, word_idf
from index.door import Index
from index.model import Passage, Query
from index.remembered import kept
from index.text.dates import month_number
from index.text.reading import reading_of
from index.values import frozen

# Set on seven libraries, half of their questions only counted, and on 76 questions to another: from three to
# nine tenths of each moves the claims that carry what an editor listed by two in a hundred at most.
_SCORE = 0.5  # power of the passage's score beside how much of the question its best sentence covers
_LEAST_WEIGHT = 0.5  # of the heaviest word's idf: in a library on one dispute the disputed word is common
_NEXT_SENTENCE = 0.7  # of a word that stands in the sentence before or behind
_SAME_ARTICLE = 0.8  # of a name or year that stands elsewhere in the article: a text names its matter once
_NEARLY_MOST = 0.6  # of the words that the best sentence of a passage holds
_SAME_PASSAGE = 0.95  # the same, elsewhere in the passage
NO_MATTER = 0.5  # times: of the matter, its best sentence and those beside it hold nothing
NO_KIND = 0.4  # times: its best sentence holds no number, name or day where one is asked for
NO_MEASURE = 0.2  # the same, of what is written in a form that cannot be missed: an hour, a depth
NO_KIND_NAMED = 0.6  # the same, where a matter is named and no question is put
OTHER_MATTER = 0.85  # times the evidence: of the matter, it holds nothing
OTHER_FORM = 0.8  # times the evidence: no sentence that covers the question answers in the form asked for
COUNTS = 0.4  # of the most: what bears so far and gives a number of what is counted comes first
OTHER_NAME = 0.5  # times: its article nowhere has the whole name that the question has
OTHER_DAY = 0.2  # times: it may well tell of another day than the one asked for
SPEAKS_NOT = 0.5  # times: somebody's words are asked for, and others' are in the passage
_WRITTEN = {
    AnswerKind.HOUR,
    AnswerKind.WEEKDAY,
    AnswerKind.YEAR,
    AnswerKind.AGE,
    AnswerKind.SHARE,
    *MEASURES,
}


def by_bearing(index: Index, query: Query, ranked: Sequence[Ranked]) -> list[tuple[Ranked, float]]:
    """Return the passages, best first, with how far each bears on the question, 1 for what does most.

    The order is that of the evidence, what counts the very thing asked for before all else; how far a
    passage bears tells whether it is shown at all.
    """
    if not ranked:
        return []
    weights = weights_of(index, query)
    counts = [gives_it(query, each.passage, reading_of(each.passage).spans) for each in ranked]
    covered = _covered(query, weights, ranked, counts)
    heard = _heard(query, ranked)
    giving, answering, no_kind = _forms(query, ranked, counts)
    named = _named(query, ranked)
    evidence = [
        each.passage.score
        * (1.0 if speaks else SPEAKS_NOT)
        * _matter(each, weights)
        * (1.0 if fit else OTHER_FORM)
        * name
        for each, speaks, fit, name in zip(ranked, heard, answering, named, strict=True)
    ]
    weighed = [
        each.passage.score**_SCORE
        * share
        * (1.0 if speaks else SPEAKS_NOT)
        * (1.0 if fit else no_kind)
        * name
        for each, share, speaks, fit, name in zip(ranked, covered, heard, answering, named, strict=True)
    ]
    best = max(weighed) or 1.0
    counting = [gives and far >= COUNTS * best for gives, far in zip(giving, weighed, strict=True)]
    order = sorted(range(len(ranked)), key=lambda at: (not counting[at], -evidence[at]))
    return [(ranked[at], weighed[at] / best) for at in order]


def _forms(
    query: Query, ranked: Sequence[Ranked], counts: Sequence[Sequence[bool]]
) -> tuple[list[bool], list[bool], float]:
    """Return which passages give what is asked for, which answer in its form, and what counts that do not.

    All do where none does: the texts tell it in another form.
    """
    asked = asked_of(query)
    giving = [any(each) for each in counts]
    answering = giving if any(giving) else fitting(query, ranked)
    if not any(answering):
        return giving, [True] * len(ranked), 1.0
    if asked.kind in _WRITTEN:
        return _of_whom(query, ranked, answering), answering, NO_MEASURE
    return giving, answering, NO_KIND if asked.question else NO_KIND_NAMED


def _of_whom(query: Query, ranked: Sequence[Ranked], answering: Sequence[bool]) -> list[bool]:
    """Return which passages that answer in the form asked for name who or what is asked after, if any does.

    How long one was sentenced to is not how long another was.
    """
    names = [at for at, word in enumerate(query.words) if word.text.lower() in asked_of(query).names]
    named = [any(each.held[at] for at in names) for each in ranked]
    of_it = [fit and name for fit, name in zip(answering, named, strict=True)]
    return of_it if any(of_it) else list(answering)


def _named(query: Query, ranked: Sequence[Ranked]) -> list[float]:
    """Return for each passage 1 where its article names what is asked after by its whole name, else less.

    Where none does, the name stands in these texts in another form, and tells nothing.
    """
    factors = [1.0] * len(ranked)
    before = {word.text for word in query.words if full_weight(word) < 1}  # of an earlier question
    for name in asked_of(query).things:
        if len(name) < 2 or not before.isdisjoint(name):
            continue
        articles = {each.passage.paragraph.article for each in ranked if is_named_in(each.passage, name)}
        if articles:
            for at, each in enumerate(ranked):
                foreign = each.passage.paragraph.language != query.language
                if not foreign and each.passage.paragraph.article not in articles:
                    factors[at] *= OTHER_NAME
    others = may_tell_of_others(query, ranked)
    return [far * (OTHER_DAY if other else 1.0) for far, other in zip(factors, others, strict=True)]


def _matter(each: Ranked, weights: Weights) -> float:
    """Return 1 for a passage that holds any word of the matter, less for one that holds none."""
    matter = weights.matter
    return 1.0 if not matter or any(each.held[at] for at in matter) else OTHER_MATTER


@frozen
class Weights:
    """What each word of a question counts, and whether it is context: a name, a year, a word asked before."""

    weights: tuple[float, ...]
    context: tuple[bool, ...]
    matter: tuple[int, ...]  # which words are more than names and years


@kept(4)  # for the order, and for how likely each passage bears
def weights_of(index: Index, query: Query) -> Weights:
    """Return the weights of a question's words; names and years count no more than its matter.

    The matter is what a question says besides them: "fraud" and "election" in "Was there fraud in the 2019
    Ruritanian election?". Words of an earlier question count by the
    square of their weight, so that they do not outweigh the one asked after: "And NAME?".
    """
    names = asked_of(query).names
    context = tuple(
        word.text.lower() in names
        or word.text.isdigit()
        or month_number(word.text) is not None
        or full_weight(word) < 1
        for word in query.words
    )
    asked = asked_of(query)
    light = light_words() | asked.asking | asked.relation | (asked.verb if asked.speaker else frozenset())
    light |= _titles(asked) | anybody_words()
    idfs = [
        0.0 if word.text in light and not named else word_idf(index, word) * full_weight(word) ** 2
        for word, named in zip(query.words, context, strict=True)
    ]
    least = _LEAST_WEIGHT * max(idfs, default=0.0)
    raised = [max(idf, least) if idf and not named else idf for idf, named in zip(idfs, context, strict=True)]
    most = max((idf for idf, named in zip(raised, context, strict=True) if not named), default=0.0)
    capped = [min(idf, most) if named and most else idf for idf, named in zip(raised, context, strict=True)]
    matter = [at for at, idf in enumerate(capped) if idf and not context[at]]
    return Weights(tuple(capped), context, tuple(matter))


def _titles(asked: Asked) -> frozenset[str]:
    """Return the titles that stand before names: "Senator" in "Senator Ejemplo" is none of the matter."""
    pairs = pairwise(asked.folded)
    return frozenset(word for word, name in pairs if word in name_titles() and name in asked.names)


def _covered(
    query: Query, weights: Weights, ranked: Sequence[Ranked], counts: Sequence[Sequence[bool]]
) -> list[float]:
    """Return for each passage how much of the question its best sentence covers, beside the best one's.

    ``counts`` tells of each sentence whether it gives a number of what is asked for.
    """
    nearby: dict[str, tuple[float, ...]] = {}
    for each in ranked:
        article = each.passage.paragraph.article
        nearby[article] = tuple(map(max, each.held, nearby.get(article, each.held)))
    found = [
        _best_cover(
            _held_by_sentence(query, each.passage, gives),
            weights,
            each.held,
            nearby[each.passage.paragraph.article],
        )
        for each, gives in zip(ranked, counts, strict=True)
    ]
    most = max(found)
    return [each / most for each in found] if most else [1.0] * len(ranked)


def _held_by_sentence(query: Query, passage: Passage, counts: Sequence[bool]) -> list[list[float]]:
    """Return how far each sentence holds each word; a figure of what is counted says its words by itself."""
    sentences = held_by_sentence(query, reading_of(passage))
    if not any(counts):
        return sentences
    said = said_by_figure(query)
    return [
        [1.0 if gives and each else here for here, each in zip(own, said, strict=True)]
        for own, gives in zip(sentences, counts, strict=True)
    ]


def _best_cover(
    sentences: Sequence[Sequence[float]], weights: Weights, held: Sequence[float], nearby: Sequence[float]
) -> float:
    """Return what the best sentence covers; ``held`` in the passage, ``nearby`` in its article."""
    elsewhere = [
        max(_SAME_ARTICLE * far, _SAME_PASSAGE * here) if context else 0.0
        for far, here, context in zip(nearby, held, weights.context, strict=True)
    ]
    counted = [(at, weight) for at, weight in enumerate(weights.weights) if weight]
    best, told = 0.0, weights.matter
    for number, own in enumerate(sentences or [list(held)]):
        beside = sentences[max(0, number - 1) : number + 2] or [own]
        nearest = [*map(max, *beside)] if len(beside) > 1 else own
        words = {at: min(1.0, max(own[at], _NEXT_SENTENCE * nearest[at], elsewhere[at])) for at, _ in counted}
        matter = not told or any(words[at] for at in told)
        cover = sum([words[at] * weight for at, weight in counted])
        best = max(best, cover * (1.0 if matter else NO_MATTER))
    return best


@kept(4, id)
def said_by_figure(query: Query) -> list[bool]:
    """Return which words of a question a figure says by itself: "38 killed" says "death toll"."""
    family = asked_amount(query).family
    known = asked_terms(family) if family else frozenset()
    return [not known.isdisjoint(word.term_set) for word in query.words]


def fitting(query: Query, ranked: Sequence[Ranked]) -> list[bool]:
    """Return for each passage whether a sentence that holds most of the question answers in its form."""
    return [_fits(query, each.passage) for each in ranked]


@kept(128, lambda query, passage: (id(query), id(passage.paragraph), id(passage.reading)))
def _fits(query: Query, passage: Passage) -> bool:
    paragraph, reading = passage.paragraph, reading_of(passage)
    held = [len(row) - row.count(0.0) for row in held_by_sentence(query, reading)]
    most = max(held, default=0)
    return any(
        fits(query, paragraph.text[start:end], paragraph.language)
        for (start, end), count in zip(reading.spans, held, strict=True)
        if count >= _NEARLY_MOST * most
    )


def _heard(query: Query, ranked: Sequence[Ranked]) -> list[bool]:
    """Return for each passage whether somebody whose words are asked for speaks; True where nobody does."""
    if asked_of(query).speaker is None:
        return [True] * len(ranked)
    heard = [speaks(each.passage, query) for each in ranked]
    return heard if any(heard) else [True] * len(ranked)
