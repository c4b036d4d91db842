"""Why there is no answer: what stands nowhere, what is never quoted, what was not read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from functools import partial

from bot.asking.answer_kinds import AnswerKind, light_words
from bot.asking.asked import Asked, asked_of
from bot.finding import Ranked
from bot.finding.abstain import unheld
from bot.finding.asked_voice import speaks
from bot.finding.beside import stands_apart
from bot.finding.lacking import lacks_what_is_asked
from bot.finding.word_weights import stands_nowhere
from bot.phrases import phrase
from index.door import Index
from index.expressions import pattern
from index.languages import is_read
from index.model import Query, Scope
from index.text.terms import bare
from index.values import replace

_RAW = 5_000_000  # characters of documents that are looked through for a word that no paragraph holds
_COMBINING = pattern("[\u0300-\u036f]")


def why_nothing(index: Index, query: Query, ranked: Sequence[Ranked]) -> str:
    """Return the reason for a silence: the words found nowhere, and those that no good passage holds.

    Where each is held, it says that he was not found to speak whose words are asked for; or names them all,
    where no passage holds them together.
    """
    asked = asked_of(query)
    saying = asked.verb | asked.asking if len(query.words) > 1 else frozenset()
    words = [word for word in query.words if word.text not in saying]
    unknown = [word.text for word in words if stands_nowhere(index, word) and word.text not in light_words()]
    said = partial(_as_asked, asked)
    reasons = []
    filters = _filters(query.scope, query.language)
    if filters and not ranked and index.search(replace(query, scope=Scope()), 1):
        reasons.append(phrase("filter_empty", query.language, filters=filters))
    for reason, found in _where(index, query, unknown):
        reasons.append(phrase(reason, query.language, words=said(found)))
    if elsewhere := _elsewhere(query, ranked, {*unknown, *saying}):
        reasons.append(phrase("not_near", query.language, words=said(elsewhere)))
    if not reasons and asked.kind is AnswerKind.AGE:
        reasons.append(phrase("no_age", query.language))
    lacking = (lacks_what_is_asked, stands_apart)
    if not reasons and ranked and any(lacks(index, query, ranked) for lacks in lacking):
        reasons.append(phrase("no_kind", query.language))
    if not reasons:
        reasons.append(_of_all(query, ranked, [word.text for word in words]))
    return " ".join([*_unread_language(query), *reasons])


def _of_all(query: Query, ranked: Sequence[Ranked], words: Sequence[str]) -> str:
    """Return the reason for a silence on words of which each is held by some good passage."""
    asked = asked_of(query)
    speaker = asked.speaker
    spoken = asked.kind is None and (asked.speech or asked.thoughts)  # not "who burned the post in Odrin?"
    if (
        spoken
        and speaker is not None
        and speaker.named
        and not any(speaks(each.passage, query) for each in ranked)
    ):
        who = dict.fromkeys(each.raw for each in asked.spelt if not speaker.words.isdisjoint(each.parts))
        return phrase("no_words_of", query.language, name=" ".join(map(bare, who)))
    places = [at for at, word in enumerate(query.words) if word.text in words]
    if len(places) < 2 or any(all(each.held[at] for at in places) for each in ranked):
        return phrase("no_answer", query.language)
    return phrase("too_little", query.language, words=_as_asked(asked, words))


def _elsewhere(query: Query, ranked: Sequence[Ranked], told: Collection[str]) -> list[str]:
    """Return the words that no good passage holds, without those told of already."""
    return [word for word in unheld(query, ranked) if word not in told] if ranked else []


def _unread_language(query: Query) -> list[str]:
    told = asked_of(query).told
    return [phrase("language_not_read", query.language, code=told)] if told and not is_read(told) else []


def _as_asked(asked: Asked, words: Sequence[str]) -> str:
    """Return folded words of a question as it has them, accents and capitals kept."""
    return ", ".join(bare(asked.as_written(word)) for word in words)


def _where(index: Index, query: Query, unknown: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the phrases that say where words stand which no paragraph holds, with those words: nowhere, or
    in what is never quoted.
    """
    terms = {word.text: [term for term, _ in word.terms] for word in query.words if word.text in unknown}
    unquoted = index.unquoted([term for each in terms.values() for term in each]) if terms else frozenset()
    beside = [word for word in unknown if not unquoted.isdisjoint(terms[word])]
    beside += _stand_raw(index, [word for word in unknown if word not in beside])
    if nowhere := [word for word in unknown if word not in beside]:
        yield "not_found", nowhere
    if beside:
        yield "not_quotable", beside


def _stand_raw(index: Index, words: Sequence[str]) -> list[str]:
    """Return which words begin a word of any document's text, junk included, as far as is looked."""
    found: set[str] = set()
    left = _RAW
    forms = {word: re.compile(rf"\\b{re.escape(word)}") for word in words}
    for file in index.files() if words else ():
        text = index.document(file).text[:left]
        left -= len(text)
        plain = _COMBINING.sub("", unicodedata.normalize("NFKD", text.lower()))
        found |= {word for word in words if word not in found and forms[word].search(plain)}
        if left <= 0 or len(found) == len(words):
            break
    return [word for word in words if word in found]


def _filters(scope: Scope, language: str) -> str:
    return ", ".join(
        phrase(f"filter_{name}", language, value=value)
        for name in ("source", "author", "speaker", "after", "before", "language")
        if (value := getattr(scope, name))
    )
