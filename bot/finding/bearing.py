"""How far a passage bears on a question, beside the best one: relative evidence, who speaks, the matter."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.answer_kinds import light_words
from bot.asking.asked_names import is_called, written_names
from bot.asking.asked_speaker import AskedSpeaker, asked_speaker
from bot.finding.order import FULL_ENOUGH, Ranked, full_weight, word_idf
from index.door import Index
from index.languages import LANGUAGES
from index.model import Mode, Passage, Query, Voice
from index.text.terms import terms

SPEAKS_NOT = 0.5  # times: somebody's words are asked for, and others' are in the passage
DESCRIBED = 0.6  # of the words that describe him whose words are asked for
OTHER_MATTER = 0.75  # times: of the matter, the words that are no names, it holds nothing


def by_bearing(index: Index, query: Query, ranked: Sequence[Ranked]) -> list[tuple[Ranked, float]]:
    """Return the passages with how far each bears on the question, 1 for the best, best first."""
    if not ranked:
        return []
    matter = _matter(index, query, ranked)
    heard = _heard(query, ranked)
    weighed = [
        each.passage.score * (1.0 if share else OTHER_MATTER) * (1.0 if speaks else SPEAKS_NOT)
        for each, share, speaks in zip(ranked, matter, heard, strict=True)
    ]
    best = max(weighed) or 1.0
    order = sorted(range(len(ranked)), key=lambda at: -weighed[at])
    return [(ranked[at], weighed[at] / best) for at in order]


def _matter(index: Index, query: Query, ranked: Sequence[Ranked]) -> list[float]:
    """Return for each passage how much of the matter it holds, beside the one that holds most.

    The matter is what a question says besides names and years: "fraud" and "election" in "Was there
    fraud in the 2019 Ruritanian election?". Words of an earlier question count by their weight.
    """
    names = written_names(query.text)
    places = [
        (at, word_idf(index, word) * full_weight(word))
        for at, word in enumerate(query.words)
        if word.text.lower() not in names and not word.text.isdigit() and word.text not in light_words()
    ]
    held = [sum(idf * min(1.0, each.held[at]) for at, idf in places) for each in ranked]
    most = max(held, default=0.0)
    return [each / most for each in held] if most else [1.0] * len(ranked)


def _heard(query: Query, ranked: Sequence[Ranked]) -> list[bool]:
    """Return for each passage whether somebody whose words are asked for speaks; True where nobody does."""
    heard = [speaks(each.passage, query) for each in ranked]
    return heard if any(heard) else [True] * len(ranked)


def speaks(passage: Passage, query: Query) -> bool:
    """Whether he whose words are asked for speaks in a passage: one of its voices, or its author."""
    asked = asked_speaker(query.text)
    if asked is None:
        return False
    if any(said_by(voice, asked, query) for voice in passage.voices if voice.mode is not Mode.OWN):
        return True
    return any(is_called(author, name) for author in passage.source.authors for name in asked.names)


def said_by(voice: Voice, asked: AskedSpeaker, query: Query) -> bool:
    """Whether a voice is his whose words are asked for: so called, or described in most of the same words."""
    who = (voice.speaker or "", voice.role or "", voice.mention or "")
    if any(is_called(text, name) for text in who[:2] for name in asked.names if asked.named or len(name) > 1):
        return True
    if asked.named:
        return False
    held = frozenset(term for language in LANGUAGES for term in terms(" ".join(who), language))
    words = [word for word in query.words if word.text.lower() in asked.words]
    found = sum(any(term in held for term, weight in word.terms if weight >= FULL_ENOUGH) for word in words)
    return bool(words) and found >= DESCRIBED * len(words)
