"""What a text does with a label: part of a name, between scare quotes, held at a distance, rejected."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from index.framings.framing import Label
from index.framings.label_index import Entry, text_words, word_spans
from index.framings.undecided import is_undecided
from index.model import Stance
from index.text.denial import denial_words, names_a_choice
from index.text.tokens import read_tokens
from index.words import table, word_endings

_LEAD = 60  # characters in front of a label in which such words are looked for
_DISTANCE_REACH = 6  # words between "so-called", "not" and the label they speak of
_DENIED_REACH = 5  # words behind a label: "the vote never took place"
_REJECTED_LEAD = 90  # characters in front of a label, and words, in which what rejects it stands
_REJECTED_REACH = 10
_WISHED_BEFORE = 3  # words before what rejects a label: "there must be no coup"
_NAME_WORDS = 3  # small words in a row inside a name
_PARTS = ",;:.!?—"  # behind one of these another part of the sentence begins
_ADVERBS = word_endings("stances", "adverb_endings")
_SCARE_WORDS = 4  # a longer piece between quotation marks is speech, not a word held at a distance
_OPENING, _CLOSING = "“\"«‘'„", "”\"»’'“"


def in_name(text: str, spans: Sequence[tuple[int, int]], index: int, size: int) -> bool:
    """Whether the label is part of a proper name: in capitals beside other capitals, inside a sentence."""
    start, end = spans[index][0], spans[index + size - 1][1]
    if not text[start].isupper() or text[start:end].isupper():
        return False
    before = index > 0 and text[spans[index - 1][0]].isupper() and text[spans[index - 1][1] : start] == " "
    if not before and index > 1 and text[spans[index - 1][0] : spans[index - 1][1]] in _cues("in_names"):
        before = _capital_behind(text, spans, index)
    last = index + size
    after = last < len(spans) and text[spans[last][0]].isupper() and text[end : spans[last][0]] == " "
    opens = index == 0 or text[spans[index - 1][1] : start].strip(" ") != ""
    return before or (after and not opens)


def _capital_behind(text: str, spans: Sequence[tuple[int, int]], index: int) -> bool:
    """Whether small words of a name tie a label to a capital in front: "Third Year of the Revolt"."""
    at = index - 1
    while at > 0 and index - at < _NAME_WORDS and text[spans[at][0] : spans[at][1]] in _cues("in_names"):
        at -= 1
    inside = at > 0 and text[spans[at - 1][0]].isupper()  # a sentence may begin with one capital
    return text[spans[at][0]].isupper() and inside and text[spans[at][1] : spans[at + 1][0]] == " "


def label_at(text: str, entry: Entry, start: int, end: int, floor: int) -> Label:
    """Return the label with what its surroundings do to it."""
    scare = _scare(text, start, end, floor)
    stance = Stance.DISTANCED if scare else Stance.REPORTED
    lead = text_words(text[max(floor, start - _LEAD) : start])[-_DISTANCE_REACH:]
    line = f" {' '.join(lead)} "
    if any(f" {cue} " in line for cue in _cues("distanced")):
        stance = Stance.DISTANCED
    denied = denied_span(text, start, end, floor)
    if denied is not None:
        stance = Stance.REJECTED
    position = denied is not None or not is_undecided(text, start, end, floor)
    return Label(entry.framing, entry.side, start, end, scare, stance, denied, position)


@cache
def _cues(key: str) -> tuple[str, ...]:
    """Return a list of words/distance.toml, the longest first."""
    found = (" ".join(text_words(cue)) for cue in table("distance")[key])
    return tuple(sorted(found, key=lambda cue: -len(cue.split())))


@cache
def _denials() -> list[list[str]]:
    return [cue.split() for cue in _cues("denied_clause")]


@cache
def _rejecting() -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    """Return the words that reject a label, and those that may stand between."""
    return frozenset(tuple(cue.split()) for cue in _cues("rejected")), frozenset(_cues("light"))


@cache
def _not_only() -> frozenset[str]:
    return frozenset(" ".join(text_words(words)) for words in denial_words().none)


def denied_span(text: str, start: int, end: int, floor: int) -> tuple[int, int] | None:
    """Return the span of a label in ``text[start:end]`` with the words that reject it; None where none do."""
    behind = " ".join(text_words(text[end : end + _LEAD])[:_DENIED_REACH])
    for cue in _cues("denied_behind"):
        if behind.startswith(cue):
            spans = word_spans(text[end : end + _LEAD])
            return start, end + spans[len(cue.split()) - 1][1]
    rejecting, light = _rejecting()
    at = max(floor, start - _REJECTED_LEAD)
    lead, spans = text_words(text[at:start]), word_spans(text[at:start])
    if any(mark in _PARTS for mark in text[at:start]):
        cut = max(text.rfind(mark, at, start) for mark in _PARTS)
        kept = sum(1 for a, _ in spans if at + a <= cut)
        lead, spans = lead[kept:], spans[kept:]
    clause = _denied_clause(lead)
    if clause is not None:
        return at + spans[clause][0], end
    for index in range(len(lead) - 1, max(-1, len(lead) - 1 - _REJECTED_REACH), -1):
        found = next((n for n in (1, 2) if tuple(lead[index - n + 1 : index + 1]) in rejecting), 0)
        if found and index - found + 1 >= 0:
            first = index - found + 1
            if (
                _only(lead, first)
                or _wished(lead, first, behind)
                or text[at + spans[first][0] - 1 :][:1] == "/"
                or _is_a_choice(text[at : at + spans[first][1] + 1], spans[first][0])
            ):
                return None  # "the debate over coup/no coup" takes no side
            return at + spans[first][0], end
        if lead[index] not in light and not lead[index].endswith(_ADVERBS):
            return None
    return None


def _is_a_choice(text: str, start: int) -> bool:
    """Whether the word that rejects is what one may vote for: "voted No on the accord"."""
    tokens = read_tokens(text)
    return start in tokens.starts and names_a_choice(tokens, tokens.starts.index(start))


def _denied_clause(lead: Sequence[str]) -> int | None:
    """Return where somebody's denial of the clause with a label begins: "denied that the army led a coup"."""
    words = list(lead)
    for parts in _denials():
        if parts[0] not in words:
            continue
        for at in range(len(words) - len(parts), -1, -1):
            if words[at : at + len(parts)] == parts:
                others = (*words[at + len(parts) :], *words[max(0, at - 1) : at])
                return None if any((word,) in _rejecting()[0] for word in others) else at
    return None


def _wished(lead: Sequence[str], at: int, behind: str) -> bool:
    """Whether a label is only said not to be wanted: "no coups should be carried out", "there must be no"."""
    before = f" {' '.join(lead[max(0, at - _WISHED_BEFORE) : at])} "
    ahead = any(behind.startswith(f"{cue} ") for cue in _cues("wished"))
    return ahead or any(f" {cue} " in before for cue in _cues("wished"))


def _only(lead: Sequence[str], at: int) -> bool:
    """Whether what rejects is "not only", "no solo": that rejects nothing."""
    return " ".join(lead[at : at + 2]) in _not_only()


def _scare(text: str, start: int, end: int, floor: int) -> bool:
    """Whether the label stands, with at most a few other words, alone between quotation marks."""
    opening = max((text.rfind(mark, max(floor, start - 40), start) for mark in _OPENING), default=-1)
    if opening < 0:
        return False
    closing = min((at for mark in _CLOSING if (at := text.find(mark, end, end + 40)) >= 0), default=-1)
    if closing < 0 or any(mark in text[opening + 1 : start] for mark in _CLOSING):
        return False
    return len(text[opening + 1 : closing].split()) <= _SCARE_WORDS
