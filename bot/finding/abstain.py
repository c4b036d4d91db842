"""Whether the best passages answer, or the documents are silent: one small rule.

The score of the best passage is set against the question's idf mass. What the question names and the
documents do not, asks for more evidence; so does an unusual word that nothing in the library stands for.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from bot.asking.answer_kinds import anybody_words, light_words
from bot.asking.asked import asked_of
from bot.asking.whole_names import is_linked, is_named_in
from bot.finding.beside import stands_apart
from bot.finding.lacking import lacks_what_is_asked
from bot.finding.measure import FULLY
from bot.finding.order import Ranked
from bot.finding.other_particulars import only_of_others
from bot.finding.word_weights import asking_weight, full_weight, stands_nowhere, word_idf
from index.door import Index
from index.expressions import pattern
from index.model import Passage, Query, Word
from index.remembered import kept
from index.text.meanings import is_listed
from index.values import frozen

# Chosen on 800 questions of public sets put to their own library, 303 put to it with the article that answers
# taken away, 460 put to a library on another matter, and 159 freely worded ones on news in English and
# Spanish. Of the freely worded ones 5 of 102 are left unanswered that the library answers; answered are 2 of
# 30 on another matter and 11 of 27 on its own matter that it does not answer. Of the public ones 3 in 100 are
# left unanswered; answered are 1 in 4 on another matter and 1 in 3 whose article was taken away.
LEAST = 0.5
LEAST_NAME_MISSING = 1.4  # a name or a year of the question stands in no good passage, nor beside one
MORE_FOR_UNKNOWN = 0.1  # a word that is neither in the library nor in the list of meanings
MORE_FOR_NOWHERE = 0.6  # a name that stands nowhere in the library, nor anything that stands for it
MORE_FOR_SHORT = 1.0  # of a short question less than half is held, and a word of it stands nowhere
MORE_FOR_ONE_THING = 1.2  # no good passage holds two things of a question that names two or more
MORE_FOR_THING_ASKED = 0.3  # no good passage holds the capital in "what is the capital of"
MORE_FOR_NOBODY = 3.0  # what is asked after is here only another of its name, or not even that
MORE_FOR_SPEAKER = 3.0  # nobody speaks who may be the one whose words are asked for by name
ONE_ARTICLE = 0.2  # of the evidence, when the question itself says which article or author it wants

_LOOKED_AT = 3  # passages
_KEYWORDS = 2  # words
_SHORT = 4  # words: each of them matters
_HALF = 0.5
_NEARLY = 0.6  # of the best passage's score
_YEAR = pattern(r"(?:1\d|20)\d\d")


@frozen
class Evidence:
    """What speaks for an answer, and what it would take."""

    score: float  # of the best passage over the question's idf mass
    needed: float
    missing: tuple[str, ...] = ()  # names and years that no good passage holds
    lacking: tuple[str, ...] = ()  # words of the question that no good passage holds
    lacks_kind: bool = False  # no good passage holds what is asked for: an age, an hour
    apart: bool = False  # where one does, it is of something else
    open: bool = False  # a text may say in other words what is missing

    @property
    def enough(self) -> bool:
        """Whether the documents answer."""
        return self.score >= self.needed and not self.lacks_kind and not self.apart


def weigh(
    index: Index,
    query: Query,
    ranked: Sequence[Ranked],
    *,
    chosen: bool = False,
    corrected: Collection[str] = (),
) -> Evidence:
    """Return the evidence in the best passages.

    ``chosen`` tells that the question names the article or author; ``corrected`` are its words for which
    others were searched: they keep the weight of unknown words, and a name among them is not found.
    """
    if not ranked:
        return Evidence(0.0, LEAST)
    score = ranked[0].passage.score / _mass(index, query, corrected)
    if chosen:
        apart = stands_apart(index, query, ranked)
        return Evidence(score, LEAST * ONE_ARTICLE, apart=apart)
    asked = asked_of(query)
    best, around = ranked[:_LOOKED_AT], _around(ranked)
    missing = _missing(query, around, corrected)
    nowhere = _more_for_nowhere(index, query, best, missing)
    nobody = _is_of_nobody_here(index, query, corrected) or only_of_others(query, around)
    silent = asked.speaker is not None and not _may_speak(query, ranked, corrected)
    lacking = unheld(query, ranked)
    needed = LEAST_NAME_MISSING if missing else LEAST
    needed += MORE_FOR_UNKNOWN * _has_foreign(index, query, missing) + nowhere
    needed += MORE_FOR_ONE_THING * _holds_one_thing(query, best, around)
    needed += MORE_FOR_NOBODY * nobody + MORE_FOR_SPEAKER * silent
    kind = {asked.sort}
    needed += MORE_FOR_THING_ASKED * (asked.thing in set(lacking) - light_words() - kind)
    unknown = _names_the_unknown(index, query)
    told = not (missing or nowhere or nobody or silent or unknown or asked.of_one)
    apart = stands_apart(index, query, ranked)
    lacks = lacks_what_is_asked(index, query, ranked)
    return Evidence(score, needed, tuple(missing), lacking, lacks, apart, told)


def _around(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Return the passages of the best articles, and those nearly as good.

    A text names its matter once, and of two things that a question sets side by side each text may name one.
    """
    best = ranked[:_LOOKED_AT]
    articles = {each.passage.paragraph.article for each in best}
    least = _NEARLY * best[0].passage.score
    return [
        each for each in ranked if each.passage.paragraph.article in articles or each.passage.score >= least
    ]


def _missing(query: Query, around: Sequence[Ranked], corrected: Collection[str]) -> list[str]:
    """Return the names and years of a question that no good passage holds, and names that stand apart."""
    names = asked_of(query).names
    missing = [
        word.text
        for at, word in enumerate(query.words)
        if (word.text.lower() in names or _YEAR.fullmatch(word.text))
        and (
            word.text in corrected
            or not any(each.held[at] or _is_of(each.passage, word.text) for each in around)
        )
    ]
    return missing + _not_whole(query, around, missing)


def _has_foreign(index: Index, query: Query, missing: Sequence[str]) -> bool:
    """Return whether neither the library nor the list of meanings knows a word of a question."""
    saying = asked_of(query).wording
    strange = [word for word in query.words if word.text not in missing and word.text not in saying]
    return any(_is_foreign(index, word) for word in strange)


def _holds_one_thing(query: Query, best: Sequence[Ranked], around: Sequence[Ranked]) -> bool:
    """Return whether a question is of two things or more, and no good passage holds two of them."""
    asked, things = asked_of(query), _things(query)
    first = [query.words[thing[0]] for thing in things]
    # not from an earlier question, and no verb of speech, which a text may say in another way
    own = sum([full_weight(word) >= 1 and word.text not in asked.wording for word in first])
    if own <= 1 or (not asked.question and len(query.words) <= _KEYWORDS):
        return False  # of "bridge and ferry" either is a hit
    together = any(_held(each, query, things) > 1 for each in best)
    return not (together and _is_of_it(query, around, things))


def _may_speak(query: Query, ranked: Sequence[Ranked], corrected: Collection[str]) -> bool:
    from bot.finding.may_speak import may_speak  # most questions ask for nobody's words

    return may_speak(query, ranked, corrected)


def _names_the_unknown(index: Index, query: Query) -> bool:
    """Whether a question has a word that no text has, nor anything that stands for it: "How crooked is it?".

    Where a number, a day or a name is asked for, a passage that gives it may do so in other words.
    """
    asked = asked_of(query)
    return asked.kind is None and bool(_in_no_text(index, query) - asked.wording)


def _in_no_text(index: Index, query: Query) -> frozenset[str]:
    """Return the question's words that no text has, nor what stands for them, light ones aside."""
    asked = asked_of(query)
    words = [word for word in query.words if word.text.isalpha() and stands_nowhere(index, word)]
    unneeded = light_words() | anybody_words() | asked.asking | {asked.sort}
    return frozenset([word.text.lower() for word in words]) - unneeded


def _more_for_nowhere(index: Index, query: Query, best: Sequence[Ranked], missing: Sequence[str]) -> float:
    """Return how much more it takes where words of the question stand nowhere in the library.

    All its names; or, of a short question without names that asks for nobody's words, any word, where less
    than half of it is held.
    """
    asked = asked_of(query)
    nowhere = _in_no_text(index, query)
    names = {word.text.lower() for word in query.words} & asked.names
    if names:
        return MORE_FOR_NOWHERE if missing and names <= nowhere else 0.0
    short = len(query.words) <= _SHORT and not asked.speech
    return MORE_FOR_SHORT if short and nowhere and max(each.share for each in best) < _HALF else 0.0


def _is_of_nobody_here(index: Index, query: Query, corrected: Collection[str]) -> bool:
    """Whether a question names by a whole name what the library does not know: Ana Ejemplo, without Ejemplo.

    What is told of others is no answer, however well it fits.
    """
    last = {name[-1] for name in asked_of(query).things if len(name) > 1 and not is_linked(name)}
    return any(
        word.text in last and word.text not in corrected and stands_nowhere(index, word)
        for word in query.words
        if full_weight(word) >= 1
    )


def _is_of(passage: Passage, year: str) -> bool:
    """Whether a text is of a year: it does not name the year in which it was published."""
    source = passage.source
    days = (source.published, source.reposted, source.month)
    return any(day is not None and day.startswith(f"{year}-") for day in days)


def _not_whole(query: Query, around: Sequence[Ranked], missing: Sequence[str]) -> list[str]:
    """Return the words of names that nowhere stand together.

    What "of" links may be two names: "the Farmers of Ardale" may stand as "Ardale's Farmers".
    """
    whole = (name for name in asked_of(query).things if len(name) > 1 and not is_linked(name))
    apart = [name for name in whole if not any(is_named_in(each.passage, name) for each in around)]
    words = {word.text for word in query.words if full_weight(word) >= 1} - set(missing)
    return [word for name in apart for word in name if word in words]


def _is_of_it(query: Query, around: Sequence[Ranked], things: Sequence[Sequence[int]]) -> bool:
    """Return whether an article that holds a name of the question says what else is asked, if any does.

    What stands in others is of somebody else. True where the question has no name, or only names, and where
    no text has its other words: they may say it by words of their own.
    """
    names = asked_of(query).names
    named = [thing for thing in things if query.words[thing[0]].text.lower() in names]
    others = [thing for thing in things if thing not in named]
    on = {each.passage.paragraph.article for each in around if _held(each, query, named)}
    saying = {each.passage.paragraph.article for each in around if _held(each, query, others)}
    return not on or not saying or not on.isdisjoint(saying)


def unheld(query: Query, ranked: Sequence[Ranked]) -> tuple[str, ...]:
    """Return the question's words that none of the best passages holds, nor anything that stands for them."""
    best, least = ranked[:_LOOKED_AT], _least(query)
    saying = asked_of(query).wording if len(query.words) > 1 else frozenset()
    return tuple(
        word.text
        for at, word in enumerate(query.words)
        if word.text not in saying and all(each.held[at] < least[at] for each in best)
    )


@kept(4, id)
def _least(query: Query) -> list[float]:
    """Return how far each word of a question is held at least where it, or what fully stands for it, is."""
    return [FULLY * full_weight(word) for word in query.words]


def _held(passage: Ranked, query: Query, things: Sequence[Sequence[int]]) -> int:
    """Return how many of the things a passage holds; of a name any word is enough."""
    held, least = passage.held, _least(query)
    return sum(any(held[at] >= least[at] for at in thing) for thing in things)


def _things(query: Query) -> list[list[int]]:
    """Return the places of the question's words without light ones, those of one name as one."""
    joined = asked_of(query).joined
    light = light_words() | asked_of(query).asking  # "deep" in "how deep" need stand in no text
    things: list[list[int]] = []
    for at, word in enumerate(query.words):
        if things and at - 1 in things[-1] and (query.words[at - 1].text, word.text) in joined:
            things[-1].append(at)
        elif word.text not in light:
            things.append([at])
    return things


def _mass(index: Index, query: Query, corrected: Collection[str]) -> float:
    """Return the idf mass of the question."""
    highest = math.log(index.size() + 1)
    return (
        sum(
            (highest if word.text in corrected else word_idf(index, word))
            * full_weight(word)
            * asking_weight(query, word.text)
            for word in query.words
        )
        or 1.0
    )


def _is_foreign(index: Index, word: Word) -> bool:
    """Return whether neither the library nor the list of meanings knows a word."""
    return word.text.isalpha() and stands_nowhere(index, word) and not is_listed(word.text.lower())
