"""Whether something happened: one voice says that it did, another that it did not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product
from typing import Any

from bot.contested.facts.statements import Said, Stand, rivals
from bot.contested.spoken_sentences import terms_of
from index.framings.label_stance import denied_span
from index.text.tokens import Phrases, marked
from index.values import frozen
from index.words import table

_BESIDE = 5  # words between what happened and the word that says so
_SHARED = 1  # words beside its name that two sentences have in common, at least


@frozen
class Happening:
    """A sentence that says of something that it happened, or that it did not."""

    what: str
    stand: Stand

    @property
    def denied(self) -> bool:
        """Whether the sentence says that it did not."""
        return "no" in self.stand.side


@cache
def _words() -> tuple[Phrases[str], Phrases[bool], Phrases[bool]]:
    data: Any = table("happenings")
    names = {word: key for key, row in data["names"].items() for word in row}
    return Phrases(names), marked(data["said"]["happened"]), marked(data["said"]["spoken"])


def happenings_in(said: Said) -> list[Happening]:
    """Return of each thing named in a sentence whether it happened; not what is only spoken of."""
    names, happened, spoken = _words()
    tokens = said.tokens
    found: dict[str, Happening] = {}
    for at, size, what in names.hits(tokens.words):
        start, end = tokens.starts[at], tokens.ends[at + size - 1]
        denied = denied_span(said.text, start, end, 0)
        first, last = max(0, at - _BESIDE), min(len(tokens), at + size + _BESIDE)
        if denied is not None:
            label, side = said.text[denied[0] : denied[1]], "no"
        elif any(spoken.at(tokens.words, index) for index in range(first, at)):
            continue
        elif any(happened.at(tokens.words, index) for index in (*range(first, at), *range(at + size, last))):
            label, side = said.text[start:end], "yes"
        else:
            continue
        about = said.terms - terms_of(said.text[start:end], said.statement.passage.paragraph.language)
        stand = Stand(said, label, frozenset({side}), about)
        if what not in found or side == "no":
            found[what] = Happening(what, stand)
    return list(found.values())


def only_spoken_of(said: Said, at: int) -> bool:
    """Whether what stands at a token is only alleged, feared, planned or asked for."""
    spoken = _words()[2]
    return any(spoken.at(said.tokens.words, index) for index in range(max(0, at - _BESIDE), at))


def happening_pairs(said: Sequence[Said], *, asked: bool = False) -> dict[str, list[tuple[Stand, Stand]]]:
    """Return for each thing the pairs of voices of which one says that it happened and one that it did not.

    ``asked``: a question has said which thing is meant, so the sentences need not name the same.
    """
    rows: dict[str, list[Happening]] = {}
    for each in said:
        for happening in happenings_in(each):
            rows.setdefault(happening.what, []).append(happening)
    found: dict[str, list[tuple[Stand, Stand]]] = {}
    for what, row in rows.items():
        no = [each.stand for each in row if each.denied]
        yes = [each.stand for each in row if not each.denied]
        pairs = [
            pair
            for one, other in product(no, yes)
            if _same(one, other, asked=asked)
            for pair in rivals((one, other), lambda *_: True, names=False, times=not asked)
        ]
        if pairs:
            found[what] = pairs
    return found


def _same(one: Stand, other: Stand, *, asked: bool) -> bool:
    """Whether two sentences speak of the same vote, attack or agreement: a name of one is in the other."""
    shared = one.about & other.about
    languages = {stand.said.statement.passage.paragraph.language for stand in (one, other)}
    if asked or len(languages) > 1:
        return bool(shared) or asked
    names = [set().union(*stand.said.names) if stand.said.names else set() for stand in (one, other)]
    return len(shared) >= _SHARED and bool(names[0] & names[1])
