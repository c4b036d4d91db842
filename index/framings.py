"""Rival labels for one matter, read from data files, and where a text uses them.

A label is found word by word, whatever its case, accents and hyphens; within one matter the longest
wins, so "self-coup" is no "coup". What stands inside a proper name belongs to the name and is no label.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from index.analysis import WORD, fold
from index.bundled import data_folder
from index.errors import BadMetadata
from index.model import Stance
from index.sentences import sentences
from index.values import frozen, replace
from index.words import table

EDITORS_FILE = "contested.toml"  # in a library: its editors' own framings and decisions
_LEAD = 60  # characters in front of a label in which such words are looked for
_DISTANCE_REACH = 6  # words between "so-called", "not" and the label they speak of
_SCARE_WORDS = 4  # a longer piece between quotation marks is speech, not a word held at a distance
_OPENING, _CLOSING = "“\"«‘'„", "”\"»’'“"
_REMEMBERED = 4096  # texts of which the labels are kept; a question is asked about the same ones again
_STEM = 3  # letters at least in front of a "*"


@frozen
class Side:
    """One set of labels that take the same side."""

    id: str
    labels: tuple[str, ...]


@frozen
class Framing:
    """One matter and its rival label sets."""

    id: str
    headings: Mapping[str, str]
    asks: tuple[str, ...]
    sides: tuple[Side, ...]
    library: bool = True  # False: only for questions
    other: tuple[str, ...] = ()  # longer wordings that hold a label but are none: "war criminals"


@frozen
class Decision:
    """What an editor decided about a point: confirmed, silenced, renamed or merged into another."""

    point: str
    state: str | None = None
    headings: Mapping[str, str] = MappingProxyType({})
    into: str | None = None


@frozen
class Label:
    """A label of a framing in ``text[start:end]`` and what the text itself does with it."""

    framing: str
    side: str
    start: int
    end: int
    scare: bool  # alone between quotation marks
    stance: Stance


_Listed = tuple[str, str, str]  # framing, side, label


@frozen
class _Entry:
    words: tuple[str, ...]
    open_end: bool
    framing: str
    side: str


class _Shelf:
    """Labels by their first word; most are made ready only when a text has that word."""

    __slots__ = ("_ready", "_stems", "_waiting")

    def __init__(self, labels: Sequence[_Listed]) -> None:
        self._ready: dict[str, list[_Entry]] = {}
        self._waiting: dict[str, list[_Listed]] = {}
        self._stems: dict[str, list[_Entry]] = {}  # those whose only word has an open end, by its letters
        for each in labels:
            label = each[2]
            if label.endswith("*") and len(words := _label_words(label)) == 1:
                self._stems.setdefault(words[0], []).append(_entry(each))
            elif (first := _first_word(label)) is not None:
                self._waiting.setdefault(first, []).append(each)

    def entries_at(self, words: Sequence[str], index: int, word: str) -> Iterator[_Entry]:
        """Yield the entries that match at ``index``, where ``word`` stands."""
        if word in self._waiting and word not in self._ready:  # two threads may both do it: to the same end
            self._ready[word] = [_entry(each) for each in self._waiting[word]]
        for entry in self._ready.get(word, ()):
            size = len(entry.words)
            if size == 1:
                yield entry
                continue
            here = tuple(words[index : index + size])
            if here == entry.words or (
                entry.open_end and here[:-1] == entry.words[:-1] and here[-1].startswith(entry.words[-1])
            ):
                yield entry
        if self._stems:
            for length in range(_STEM, len(word) + 1):
                yield from self._stems.get(word[:length], ())


class Framings:
    """Framings ready for look-up, with the decisions of editors."""

    __slots__ = ("_asks", "_kin", "_labels", "_seen", "by_id", "decisions")

    def __init__(self, framings: Sequence[Framing], decisions: Sequence[Decision] = ()) -> None:
        self.by_id: dict[str, Framing] = {framing.id: framing for framing in framings}
        self.decisions: dict[str, Decision] = {decision.point: decision for decision in decisions}
        labels = [(f.id, side.id, label) for f in framings for side in f.sides for label in side.labels]
        labels += [(f.id, "", label) for f in framings for label in f.other]
        self._labels = _Shelf(labels)
        self._asks = _Shelf([(f.id, "", ask) for f in framings for ask in f.asks])
        self._kin = _kin(framings)
        self._seen: dict[str, tuple[Label, ...]] = {}

    def find(self, text: str) -> tuple[Label, ...]:
        """Return the labels in ``text`` in reading order, offsets in characters; never raises."""
        found = self._seen.get(text)
        if found is None:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            found = self._seen[text] = self._find(text)
        return found

    def _find(self, text: str) -> tuple[Label, ...]:
        spans, words = _words(text)
        busy: dict[str, int] = {}
        found: list[Label] = []
        cuts: list[tuple[int, int]] | None = None
        for index, word in enumerate(words):
            for entry in self._longest_at(words, index, word):
                if busy.get(entry.framing, 0) > index or _in_name(text, spans, index, len(entry.words)):
                    continue
                busy[entry.framing] = index + len(entry.words)
                if not entry.side:
                    continue
                start, end = spans[index][0], spans[index + len(entry.words) - 1][1]
                cuts = cuts if cuts is not None else sentences(text)
                floor = next((a for a, b in cuts if a <= start < b), 0)
                found.append(_label(text, entry, start, end, floor))
        return tuple(found)

    def touched(self, question: str) -> tuple[str, ...]:
        """Return the ids of the framings a question touches, by a label of any side or by a neutral word.

        Framings that share a label are touched together, so that asking with one side's word touches
        what asking with the other's does. Those touched by a label come first.
        """
        by_label = self.labelled(question)
        _, words = _words(question)
        by_ask = {e.framing for i, w in enumerate(words) for e in self._asks.entries_at(words, i, w)}
        order = list(self.by_id)
        return by_label + tuple(sorted(by_ask - set(by_label), key=order.index))

    def labelled(self, question: str) -> tuple[str, ...]:
        """Return the ids of the framings of which a question uses a label, with their kin.

        A label inside a longer one of another framing ("hoax" in "climate hoax") does not count.
        """
        found = self.find(question)
        outer = [a for a in found if not any(_inside(a, b) for b in found)]
        hit = {kin for label in outer for kin in self._kin[label.framing]}
        return tuple(sorted(hit, key=list(self.by_id).index))

    def labels_of(self, framing: str) -> tuple[str, ...]:
        """Return the labels of every side of a framing by which texts are searched, without their ``*``.

        Of a side that has labels of one word only these: the words of longer ones ("order",
        "moral") stand in texts about anything.
        """
        found: list[str] = []
        for side in self.by_id[framing].sides:
            short = [label for label in side.labels if " " not in label]
            found += [label.rstrip("*") for label in short or side.labels]
        return tuple(found)

    def _longest_at(self, words: Sequence[str], index: int, word: str) -> list[_Entry]:
        """Return the longest entry of each framing that starts at ``index``."""
        best: dict[str, _Entry] = {}
        for entry in self._labels.entries_at(words, index, word):
            if entry.framing not in best or len(entry.words) > len(best[entry.framing].words):
                best[entry.framing] = entry
        return list(best.values())


def _inside(one: Label, other: Label) -> bool:
    """Whether the first label stands inside the second, longer one."""
    longer = other.end - other.start > one.end - one.start
    return longer and other.start <= one.start and one.end <= other.end


def load_framings(*extra: Path) -> Framings:
    """Return the bundled framings, extended by the files ``extra`` (a library's own ``contested.toml``).

    A framing with a known id adds its labels to it and may rename it. A file that does not parse
    raises BadMetadata with its name.
    """
    return _load(tuple(str(path) for path in extra))


def own_framings(library: Path) -> Framings | None:
    """Return the bundled framings extended by a library's own ``contested.toml``; None when it has none."""
    own = library / EDITORS_FILE
    return load_framings(own) if own.is_file() else None


@cache
def bundled() -> Framings:
    """Return the framings that come with the program."""
    return load_framings()


@lru_cache(maxsize=8)
def _load(extra: tuple[str, ...]) -> Framings:
    framings: dict[str, Framing] = {}
    decisions: list[Decision] = []
    for path in [data_folder() / "framings.toml", *(Path(name) for name in extra)]:
        try:
            data = tomllib.loads(path.read_text("utf-8"))
            for row in data.get("framing", []):
                framings[row["id"]] = _merged(framings.get(row["id"]), _framing(row))
            decisions += [_decision(row) for row in data.get("point", [])]
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadMetadata(f"{path.name}: {error}") from error
    return Framings(list(framings.values()), decisions)


def _framing(row: dict[str, Any]) -> Framing:
    sides = tuple(Side(key, _listed(labels)) for key, labels in row.get("sides", {}).items())
    return Framing(
        row["id"],
        row.get("heading", {}),
        _listed(row.get("asks", "")),
        sides,
        bool(row.get("library", True)),
        _listed(row.get("other", "")),
    )


def _listed(words: str | list[str]) -> tuple[str, ...]:
    """Return a list of labels, which a file may also give as one text with commas."""
    return tuple(
        word.strip() for word in (words.split(",") if isinstance(words, str) else words) if word.strip()
    )


def _decision(row: dict[str, Any]) -> Decision:
    return Decision(row["id"], row.get("state"), row.get("heading", {}), row.get("into"))


def _merged(old: Framing | None, new: Framing) -> Framing:
    """Return ``old`` with the labels, words and headings of ``new`` added."""
    if old is None:
        return new
    sides = {side.id: side for side in old.sides}
    for side in new.sides:
        before = sides.get(side.id)
        sides[side.id] = side if before is None else Side(side.id, (*before.labels, *side.labels))
    headings = {**old.headings, **new.headings}
    asks, other = (*old.asks, *new.asks), (*old.other, *new.other)
    return replace(old, headings=headings, asks=asks, sides=tuple(sides.values()), other=other)


def _kin(framings: Sequence[Framing]) -> dict[str, frozenset[str]]:
    """Return for each framing those it shares labels with, directly or by way of others."""
    holders: dict[str, set[str]] = {}
    for framing in framings:
        for side in framing.sides:
            for label in side.labels:
                holders.setdefault(label, set()).add(framing.id)
    kin = {framing.id: {framing.id} for framing in framings}
    for group in holders.values():
        union = set().union(*(kin[each] for each in group))
        for each in union:
            kin[each] = union
    return {key: frozenset(value) for key, value in kin.items()}


def _entry(listed: _Listed) -> _Entry:
    framing, side, label = listed
    return _Entry(_label_words(label), label.endswith("*"), framing, side)


def _first_word(label: str) -> str | None:
    """Return the first of ``_label_words``, quicker; None when there is none."""
    head = next(iter(label.rstrip("*").replace("-", " ").split(None, 1)), None)
    if head is None or head.isascii():
        return head and head.lower().strip(".,")
    return next(iter(_label_words(label)), None)


def _label_words(label: str) -> tuple[str, ...]:
    """Return the words of a label as ``_words`` finds them in a text, quicker."""
    plain = fold(label.rstrip("*")).replace("-", " ").replace("’", "'")
    return tuple(word.strip(".,") for word in plain.split())


def _words(text: str) -> tuple[list[tuple[int, int]], list[str]]:
    """Return spans and folded words of ``text``; a possessive ending is left off."""
    spans: list[tuple[int, int]] = []
    words: list[str] = []
    for match in WORD.finditer(text):
        word = fold(match[0]).replace("’", "'")
        spans.append(match.span())
        words.append(word.removesuffix("'s"))
    return spans, words


def _in_name(text: str, spans: Sequence[tuple[int, int]], index: int, size: int) -> bool:
    """Whether the label is part of a proper name: in capitals beside other capitals, inside a sentence."""
    start, end = spans[index][0], spans[index + size - 1][1]
    if not text[start].isupper() or text[start:end].isupper():
        return False
    before = index > 0 and text[spans[index - 1][0]].isupper() and text[spans[index - 1][1] : start] == " "
    last = index + size
    after = last < len(spans) and text[spans[last][0]].isupper() and text[end : spans[last][0]] == " "
    opens = index == 0 or text[spans[index - 1][1] : start].strip(" ") != ""
    return before or (after and not opens)


def _label(text: str, entry: _Entry, start: int, end: int, floor: int) -> Label:
    """Return the label with what its surroundings do to it."""
    scare = _scare(text, start, end, floor)
    stance = Stance.DISTANCED if scare else Stance.REPORTED
    lead = _words(text[max(floor, start - _LEAD) : start])[1][-_DISTANCE_REACH:]
    line = f" {' '.join(lead)} "
    for kept, cues in _distances():
        if any(f" {cue} " in line for cue in cues):
            stance = kept
    return Label(entry.framing, entry.side, start, end, scare, stance)


@cache
def _distances() -> tuple[tuple[Stance, tuple[str, ...]], ...]:
    """Return the cues of words/distance.toml by stance, the stronger stance last."""
    data: Any = table("distance")
    return tuple(
        (stance, tuple(" ".join(_words(cue)[1]) for cue in data[stance.value]))
        for stance in (Stance.DISTANCED, Stance.REJECTED)
    )


def _scare(text: str, start: int, end: int, floor: int) -> bool:
    """Whether the label stands, with at most a few other words, alone between quotation marks."""
    opening = max((text.rfind(mark, max(floor, start - 40), start) for mark in _OPENING), default=-1)
    if opening < 0:
        return False
    closing = min((at for mark in _CLOSING if (at := text.find(mark, end, end + 40)) >= 0), default=-1)
    if closing < 0 or any(mark in text[opening + 1 : start] for mark in _CLOSING):
        return False
    return len(text[opening + 1 : closing].split()) <= _SCARE_WORDS
