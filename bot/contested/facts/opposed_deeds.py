"""Two deeds that undo each other, of one doer and one thing: "the levy raises rents", "it lowers rents"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from bot.contested.facts.denied_clauses import before_no
from bot.contested.facts.named_things import Named, apart, beyond, same_head
from bot.contested.facts.plain_denials import one_matter, rarity, two_voices
from bot.contested.facts.same_meaning import meanings
from bot.contested.facts.statements import Said, Stand
from bot.contested.facts.times_of import at_one_time, days_apart
from bot.contested.facts.told_deeds import Deed, affirmed_deeds
from bot.contested.one_event import Events
from bot.contested.spoken_sentences import terms_of
from index.languages import LANGUAGES
from index.words import phrase_list

_MOST = 60  # deeds to one thing that are compared

Pair = tuple[Stand, Stand]


@cache
def _undone() -> Mapping[str, frozenset[str]]:
    """Return for the meaning of each such deed those of the deeds that undo it."""
    found: dict[str, frozenset[str]] = {}
    for line in phrase_list("opposite_deeds"):
        one, other = (_meaning(word.strip()) for word in line.split(","))
        for mine, theirs in ((one, other), (other, one)):
            found.update({key: found.get(key, frozenset()) | theirs for key in mine})
    return found


def _meaning(word: str) -> frozenset[str]:
    keys = meanings(term for code in LANGUAGES for term in terms_of(word, code))
    return frozenset(key for key in keys if key.startswith("alike:"))


def opposed_deed_pairs(said: Sequence[Said], events: Events) -> list[Pair]:
    """Return the pairs of two voices' sentences of which one says the undoing of what the other says."""
    keys, rare = frozenset(_undone()), rarity(said)
    rows: dict[str, list[Deed]] = {}
    for whole in said:
        each = None if keys.isdisjoint(meanings(whole.terms)) else before_no(whole)
        if each is None:
            continue
        for deed in affirmed_deeds(each, keys):
            if deed.sure and deed.done_to is not None:
                for key in meanings(deed.done_to.head):
                    rows.setdefault(key, []).append(deed)
    found: dict[tuple[int, int], Pair] = {}
    for row in rows.values():
        for at, one in enumerate(row[:_MOST]):
            for other in row[at + 1 : _MOST]:
                if _undoes(one, other) and one_matter(one, other, events, rare):
                    found.setdefault((id(one), id(other)), (_stand(one), _stand(other)))
    return list(found.values())


def _undoes(one: Deed, other: Deed) -> bool:
    """Whether two deeds of one doer to one thing undo each other, in two voices and at one time."""
    mine, theirs = meanings(one.deed), meanings(other.deed)
    if not any(not _undone()[key].isdisjoint(theirs) for key in mine & _undone().keys()):
        return False
    if not mine.isdisjoint(theirs - {"is"}):
        return False  # a word of both
    if one.names - other.likely or other.names - one.likely or not _one(one.subject, other.subject):
        return False
    if one.done_to is None or other.done_to is None or not _one(one.done_to, other.done_to):
        return False
    told = (one.said, other.said)
    return two_voices(*told) and at_one_time(*told) and not days_apart(*told)


def _one(one: Named, other: Named) -> bool:
    """Whether two names are of one thing, and told alike."""
    if not same_head(one, other) or apart(one.used, other.used):
        return False
    parts = ((one.described, other.described), (one.rest, other.rest), (one.lead, other.lead))
    return not any(beyond(*both) or beyond(*both[::-1]) for both in parts)


def _stand(deed: Deed) -> Stand:
    side = frozenset(key for key in meanings(deed.deed) if key in _undone())
    return Stand(deed.said, deed.label, side, deed.terms)
