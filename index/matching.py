"""What every engine shares: the weighted terms of a query, and the passage of a paragraph that was found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from index.door import Exported, SpeakerCount
from index.model import Passage, Query
from index.text.same_name import within_sentence


def weighted_terms(query: Query) -> dict[str, float]:
    """Return the terms that a query looks for, each with its greatest weight."""
    weights: dict[str, float] = {}
    for word in query.words:
        for term, weight in word.terms:
            if weight > weights.get(term, -1.0):
                weights[term] = weight
    return weights


def passages(query: Query, found: Iterable[tuple[Exported, float]]) -> list[Passage]:
    """Return the passages of paragraphs that were found, each with its score, and the words it holds."""
    asked = [(word.text, word.term_set) for word in query.words]
    every = frozenset().union(*(terms for _, terms in asked))
    known: dict[frozenset[str], tuple[str, ...]] = {}  # the words, by the terms: many hold the same ones
    made = []
    for each, score in found:
        held = every.intersection(each.reading.terms if each.reading else ())
        matched = known.get(held)
        if matched is None:
            matched = known[held] = tuple([text for text, terms in asked if not terms.isdisjoint(held)])
        made.append(
            Passage(
                each.paragraph,
                each.source,
                each.voices,
                score,
                matched,
                each.also_in,
                each.group,
                each.reading,
            )
        )
    return made


def speaker_counts(spoken: Iterable[tuple[str, str]], known: Collection[str]) -> list[SpeakerCount]:
    """Return who speaks, most often first, from (speaker, article) of each voice and the names ``known``.

    A name that only begins a sentence ("The council") is the one it is within a sentence.
    """
    times: Counter[str] = Counter()
    where: defaultdict[str, dict[str, None]] = defaultdict(dict)  # in order; some speak in thousands
    for written, article in spoken:
        within = within_sentence(written)
        name = within if within in known else written
        times[name] += 1
        where[name][article] = None
    ranked = sorted(times, key=lambda name: (-times[name], name))
    return [SpeakerCount(name, times[name], tuple(where[name])) for name in ranked]
