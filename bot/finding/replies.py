"""Which sentence or turn answers the one before it: one without the other would be one side alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from bot.finding.cuts import Span
from bot.finding.order import Ranked
from bot.finding.quote import sentence_spans
from index.door import Exported, Index
from index.expressions import pattern
from index.model import Mode, Passage, Role, Voice
from index.remembered import OF_SENTENCES
from index.text.denial import denial_words
from index.text.tokens import Phrases, phrases_of, read_tokens
from index.values import replace
from index.words import word_list

_THEIRS = 0.25  # of a sentence that tells what somebody says: less is an aside
_BRIEF = 14  # words and marks of a sentence that only says no
_NEAR = 3  # words from one that denies to what stands for what is denied
_LOOKED_AT = 3  # passages: beside them a turn that answers is looked for
_MOSTLY = 0.6  # of a paragraph that one speaks, so that it is a turn
_SILENT = frozenset({Role.NOTE, Role.JUNK, Role.CAPTION})
_LABEL = 100  # characters before the words of a turn
_QUESTION = pattern(r"\?[\s*_\"”»)]*$")

Bearing = list[tuple[Ranked, float]]


@lru_cache(maxsize=OF_SENTENCES)
def replies(sentence: str) -> bool:
    """Whether a sentence denies or answers what stands before it: "The company disputes that"."""
    words = read_tokens(sentence).words
    return _answers(words) or phrases_of("cuts", "denials").stand_in(words) or _denies(words, _said())


@lru_cache(maxsize=OF_SENTENCES)
def points_back(sentence: str) -> bool:
    """Whether a sentence denies or answers what only the one before it tells."""
    words = read_tokens(sentence).words
    return _opens_an_answer(words) or _denies(words, word_list("cuts", "what_was_said"), to_the_end=True)


def others_in(voices: Sequence[Voice], run: Span, beside: Span) -> list[Voice]:
    """Return the voices of a sentence beside what is quoted, if it is theirs and what is quoted is not."""
    if not voices:
        return []
    quoted = {_who(each) for each in voices if _within(each, run)} - {None}
    others = [each for each in voices if _within(each, beside)]
    named = {_who(each) for each in others} - {None}
    theirs = sum(min(each.end, beside[1]) - max(each.start, beside[0]) for each in others)
    if theirs < _THEIRS * (beside[1] - beside[0]):
        return []
    return others if quoted and named and named.isdisjoint(quoted) else []


def of_the_same(text: str, voices: Sequence[Voice]) -> bool:
    """Whether what is said begins with a pronoun for what was spoken of: "she said it was rotten"."""
    words = [read_tokens(text[each.start : each.end]).words[:1] for each in voices]
    return any(first and first[0] in word_list("cuts", "of_the_same") for first in words)


def refuses(text: str, span: Span, said: Span) -> bool:
    """Whether a short sentence about "it" says no where the one before does not: "It is no fence"."""
    words, before = (read_tokens(text[slice(*each)]).words for each in (span, said))
    short = words[:1] and words[0] in word_list("cuts", "leaning") and len(words) <= _BRIEF
    return bool(short) and denial_words().turn(words) and not denial_words().turn(before)


def _who(voice: Voice) -> str | None:
    return voice.speaker or voice.mention


def _within(voice: Voice, span: Span) -> bool:
    return voice.mode is not Mode.OWN and voice.start < span[1] and span[0] < voice.end


def _answers(words: Sequence[str]) -> bool:
    return _opens_an_answer(words) or phrases_of("cuts", "answers").stand_in(words)


def _opens_an_answer(words: Sequence[str]) -> bool:
    return phrases_of("cuts", "answering").at(words, 0) is not None


def _denies(words: Sequence[str], objects: frozenset[str], *, to_the_end: bool = False) -> bool:
    """Whether a verb denies one of some objects; ``to_the_end``: and no clause of its own follows."""
    for at, length, _ in _denying().hits(words):
        behind = words[at + length : at + length + _NEAR]
        near = [each for each in (*words[max(0, at - 1) : at], *behind) if each in objects]
        if near and not (to_the_end and len(words) - at - length > _NEAR):
            return True
    return False


def _denying() -> Phrases[bool]:
    return phrases_of("cuts", "denying")


@cache
def _said() -> frozenset[str]:
    return word_list("cuts", "what_was_said") | word_list("cuts", "nouns_for_words")


# -- turns of a talk ---------------------------------------------------------------------------


def may_be_talk(ranked: Sequence[Ranked]) -> bool:
    """Return whether one of the first passages may be a turn: it begins with speech."""
    for each in ranked[:_LOOKED_AT]:
        voices = each.passage.voices
        if voices and voices[0].mode is Mode.DIRECT and voices[0].start <= _LABEL:
            return True
    return False


def answered_in_turn(index: Index, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Return the passages, for a question that one of the first is the turn that answers it."""
    return [each for each, _ in told_in_turn(index, [(each, 1.0) for each in ranked])]


def told_in_turn(index: Index, bearing: Sequence[tuple[Ranked, float]]) -> Bearing:
    """Return the passages with how far they bear; in a talk what answers or denies them bears as far.

    A turn that asks gives way to the one that answers; what another says against a turn comes behind it.
    """
    found: Bearing = []
    taken: set[str] = set()
    for number, (each, far) in enumerate(bearing):
        group = _exchange(index, each) if number < _LOOKED_AT else [each]
        new = [one for one in group if one.passage.paragraph.id not in taken]
        taken.update(one.passage.paragraph.id for one in new)
        found += [(one, far) for one in new]
    return found


def _exchange(index: Index, asked: Ranked) -> list[Ranked]:
    """Return a passage; of a turn that asks the one that answers, and what another says against either."""
    text = asked.passage.paragraph.text
    group, last = [asked], asked
    beside = _next_turn(index, asked.passage)
    if beside is not None and _asks(asked.passage, beside):
        last = replace(asked, passage=_passage(beside, asked.passage))
        group = [last] if _QUESTION.search(text) else [last, asked]
        beside = _next_turn(index, last.passage)
    if beside is not None and _says_against(beside):
        group.insert(1, replace(last, passage=_passage(beside, asked.passage)))
    return group


def _asks(passage: Passage, beside: Exported) -> bool:
    """Whether a turn asks the next: by its words, or as whoever has no name, or the author, leads a talk."""
    if _QUESTION.search(passage.paragraph.text):
        return True
    leads = passage.voices[0].speaker is None or passage.voices[0].speaker in passage.source.authors
    return leads and beside.voices[0].speaker is not None


def _next_turn(index: Index, passage: Passage) -> Exported | None:
    """Return the turn of another behind one, None where no turn is, or none follows."""
    voice = _turn_of(passage.paragraph.text, passage.voices)
    if voice is None:
        return None
    behind = index.paragraphs(passage.paragraph.article)[passage.paragraph.number :]
    item = next((each for each in behind if each.voices and each.paragraph.role not in _SILENT), None)
    other = _turn_of(item.paragraph.text, item.voices) if item else None
    return item if other is not None and other.speaker != voice.speaker else None


def _turn_of(text: str, voices: Sequence[Voice]) -> Voice | None:
    """Return whose turn a paragraph is: one speaks most of it, and nothing but a label stands before."""
    if not voices or voices[0].mode is not Mode.DIRECT:
        return None
    voice = voices[0]
    said = sum(each.end - each.start for each in voices if each.speaker == voice.speaker)
    whole = voice.start <= _LABEL and said >= _MOSTLY * len(text[voice.start :].strip())
    return voice if whole else None


def _says_against(item: Exported) -> bool:
    """Whether a turn begins by denying what was said before it."""
    text = item.paragraph.text[item.voices[0].start :]
    spans = sentence_spans(text, item.source.language)
    return bool(spans) and replies(text[slice(*spans[0])])


def _passage(item: Exported, beside: Passage) -> Passage:
    return Passage(
        item.paragraph,
        item.source,
        item.voices,
        beside.score,
        beside.matched,
        item.also_in,
        item.group,
        item.reading,
    )
