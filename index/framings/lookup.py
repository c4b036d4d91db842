"""Where a text uses the labels of framings, and which framings a question touches."""

from __future__ import annotations

from collections.abc import Sequence

from index.expressions import pattern
from index.framings.framing import Decision, Framing, Label
from index.framings.label_index import Entry, Shelf, text_words, word_spans
from index.text.sentences import sentences
from index.text.tokens import Phrases, marked, read_tokens
from index.values import replace

_NEAR = 10  # words on either side of a label, in its part of the sentence, that what it needs may stand among
_PART = pattern(r"[.;:?!](?:\s|$)")
_REMEMBERED = 2048  # texts of which the labels are kept; a question is asked about the same ones again
_SHELVES = 16  # choices of framings whose labels are kept in order: each question may make another one


class Framings:
    """Framings ready for look-up, with the decisions of editors."""

    __slots__ = (
        "_asks", "_judged", "_kin", "_labels", "_listed", "_needs", "_other", "_seen",
        "by_id", "decisions", "problem",
    )  # fmt: skip

    def __init__(
        self, framings: Sequence[Framing], decisions: Sequence[Decision] = (), problem: str | None = None
    ) -> None:
        """``problem`` is why what a library's editors decided is not among them."""
        self.problem = problem
        self.by_id: dict[str, Framing] = {framing.id: framing for framing in framings}
        self.decisions: dict[str, Decision] = {decision.point: decision for decision in decisions}
        labels = [(f.id, side.id, label) for f in framings for side in f.sides for label in side.labels]
        labels += [(f.id, "", label) for f in framings for label in f.other]
        self._listed = labels
        self._judged = [
            (f.id, side.id, word, f.things) for f in framings for side in f.judged for word in side.labels
        ]
        self._labels: dict[frozenset[str] | None, Shelf] = {None: Shelf(labels, self._judged)}
        self._asks = Shelf([(f.id, "", ask) for f in framings for ask in f.asks])
        self._kin: dict[str, frozenset[str]] = {}  # made when a question uses a label
        self._needs: dict[str, Phrases[bool]] = {}  # each made when its framing has a label in a text
        self._other = _others(framings)
        self._seen: dict[tuple[str, frozenset[str] | None], tuple[Label, ...]] = {}

    def find(self, text: str, among: frozenset[str] | None = None) -> tuple[Label, ...]:
        """Return the labels in ``text`` in reading order, offsets in characters; never raises.

        ``among`` are the framings of which labels are looked for, where not of all.
        """
        found = self._seen.get((text, among))
        if found is None:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            found = self._seen[text, among] = self._find(text, among)
        return found

    def _find(self, text: str, among: frozenset[str] | None) -> tuple[Label, ...]:
        shelf, words = self._labels.get(among), text_words(text)
        if shelf is None:
            if len(self._labels) > _SHELVES:
                self._labels = {None: self._labels[None]}
            kept = among or ()
            listed = [each for each in self._listed if each[0] in kept]
            shelf = Shelf(listed, [each for each in self._judged if each[0] in kept])
            self._labels[among] = shelf
        hits = [(at, entry) for at in shelf.starts(words) for entry in _longest_at(shelf, words, at)]
        return self._labels_at(text, hits) if hits else ()

    def fits(self, label: Label, text: str) -> bool:
        """Whether a label can be a position on its framing: a word that the framing needs stands near it.

        It is none where its sentence leaves it open, or says it of words on the matter.
        """
        from index.framings.undecided import is_of_words  # most questions use no label

        if not label.position or is_of_words(text, label.end, self.by_id[label.framing]):
            return False
        words = self.by_id[label.framing].needs
        if not words:
            return True
        needs = self._needs.get(label.framing) or self._needs.setdefault(label.framing, marked(words))
        before, after = _PART.split(text[: label.start])[-1], _PART.split(text[label.end :], 1)[0]
        near = [*read_tokens(before).words[-_NEAR:], *read_tokens(text[label.start : label.end]).words]
        return needs.stand_in([*near, *read_tokens(after).words[:_NEAR]])

    def _labels_at(self, text: str, hits: Sequence[tuple[int, Entry]]) -> tuple[Label, ...]:
        """Return the labels of a text where entries match, those inside another of their framing left out."""
        from index.framings.label_stance import in_name, label_at  # most questions use no label

        spans, cuts = word_spans(text), sentences(text)
        busy: dict[str, int] = {}
        found: list[Label] = []
        for index, entry in hits:
            if busy.get(entry.framing, 0) > index or in_name(text, spans, index, len(entry.words)):
                continue
            busy[entry.framing] = index + len(entry.words)
            if entry.side:
                start, end = spans[index][0], spans[index + len(entry.words) - 1][1]
                floor = next((a for a, b in cuts if a <= start < b), 0)
                label, other = label_at(text, entry, start, end, floor), self._other.get(entry.side)
                found.append(label if other is None else replace(label, other=other.get(entry.framing)))
        return tuple(found)

    def touched(self, question: str) -> tuple[str, ...]:
        """Return the ids of the framings a question touches, by a label of any side or by a neutral word.

        Framings that share a label are touched together, so that asking with one side's word touches
        what asking with the other's does. Those touched by a label come first.
        """
        by_label = self.labelled(question)
        words = text_words(question)
        starts = self._asks.starts(words)
        by_ask = {e.framing for at in starts for e in self._asks.entries_at(words, at, words[at])}
        order = list(self.by_id)
        return by_label + tuple(sorted(by_ask - set(by_label), key=order.index))

    def labelled(self, question: str) -> tuple[str, ...]:
        """Return the ids of the framings of which a question uses a label, with their kin.

        A label inside a longer one of another framing ("hoax" in "climate hoax") does not count.
        """
        found = self.find(question)
        outer = [a for a in found if not any(_inside(a, b) for b in found)]
        if outer and not self._kin:
            self._kin = _kin([*self.by_id.values()])
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


def _longest_at(shelf: Shelf, words: Sequence[str], index: int) -> list[Entry]:
    """Return the longest entry of each framing that starts at ``index``."""
    best: dict[str, Entry] = {}
    for entry in shelf.entries_at(words, index, words[index]):
        if entry.framing not in best or len(entry.words) > len(best[entry.framing].words):
            best[entry.framing] = entry
    return list(best.values())


def _inside(one: Label, other: Label) -> bool:
    """Whether the first label stands inside the second, longer one."""
    longer = other.end - other.start > one.end - one.start
    return longer and other.start <= one.start and one.end <= other.end


def _others(framings: Sequence[Framing]) -> dict[str, dict[str, str]]:
    """Return for each side of framings that have only yes and no, by framing, the side of who denies it."""
    found: dict[str, dict[str, str]] = {}
    for framing in framings:
        if framing.binary and len(framing.sides) > 1:
            one, other = framing.sides[0].id, framing.sides[1].id
            found.setdefault(one, {})[framing.id] = other
            found.setdefault(other, {})[framing.id] = one
    return found


def _kin(framings: Sequence[Framing]) -> dict[str, frozenset[str]]:
    """Return for each framing those it shares labels with, directly or by way of others."""
    holder: dict[str, str] = {}
    kin = {framing.id: frozenset({framing.id}) for framing in framings}
    for framing in framings:
        for label in (label for side in framing.sides for label in side.labels):
            other = holder.setdefault(label, framing.id)
            if other not in kin[framing.id]:
                union = kin[framing.id] | kin[other]
                kin |= dict.fromkeys(union, union)
    return kin
