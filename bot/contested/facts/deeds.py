"""Who did one deed, and who did it first: "police burned the post", "it was burned by protesters"."""

from __future__ import annotations

from functools import cache

from bot.contested.facts.named_things import named_first
from bot.contested.facts.same_meaning import meanings
from bot.contested.facts.statements import (
    Said,
    Stand,
    region_before,
    region_behind,
    span_terms,
    span_text,
    within,
)
from index.text.denial import denial_words
from index.text.tokens import Phrases, phrases_of
from index.values import frozen
from index.words import table, word_list

_FILE = "deeds"
_BY = 4  # words between a participle and "by": "set on fire on Monday by"
_NAMED = 3  # words of a name
FIRST = "first"
NAME = "name:"
HEAD = "head:"


@frozen
class _Deeds:
    done: Phrases[str]
    suffered: Phrases[str]
    doing: Phrases[str]
    doers: Phrases[str]


@cache
def _deeds() -> _Deeds:
    data = table(_FILE)
    deeds = data["deeds"]
    return _Deeds(
        Phrases({form: deed for deed, row in deeds.items() for form in row["done"]}),
        Phrases({form: deed for deed, row in deeds.items() for form in row["suffered"]}),
        Phrases({form: deed for deed, row in deeds.items() for form in row.get("doing", ())}),
        Phrases({name: kind for kind, row in data["doers"].items() for name in row}),
    )


def deeds_in(said: Said) -> list[Stand]:
    """Return who a sentence says did a deed to one certain thing; none where the doer's kind is unknown."""
    words = said.tokens.words
    starts = (each.starts(words) for each in (_deeds().suffered, _deeds().done, _deeds().doing))
    for index in sorted({start for each in starts for start in each}):
        stand = _suffered(said, index) or _done(said, index) or _accused(said, index)
        if stand is not None:
            return [stand]
    return []


def firsts_in(said: Said) -> list[Stand]:
    """Return who a sentence says did it before the others."""
    for index, _, _ in phrases_of(_FILE, "first").hits(said.tokens.words):
        if index:
            doer = (region_before(said, index), index)
            kinds = _whose(said, *doer) or _kinds(said, *doer) or _names(said, *doer)
            if kinds and not _negated(said, index):
                rest = said.terms - span_terms(said, *doer)
                return [Stand(said, span_text(said, *doer), kinds, rest | {FIRST})]
    return []


def same_deed(one: Stand, other: Stand) -> bool:
    """Whether two sentences tell of one deed: what it was done to is worded the same, the deed included."""
    return within(one.about, other.about) and bool(_deed(one) & _deed(other))


def same_start(one: Stand, other: Stand) -> bool:
    """Whether two sentences tell who began one clash: they share a word besides the beginning."""
    named = [any(term.startswith(NAME) for term in stand.side) for stand in (one, other)]
    return named[0] is named[1] and len(one.about & other.about) > 1


def one_of_them(one: Stand, other: Stand) -> bool:
    """Whether two sentences tell of one deed to one kind of thing, in whatever words, in no two numbers."""
    mine, theirs = ({t for t in each.about if t.startswith(HEAD)} for each in (one, other))
    counts = [{t for t in each.about if t[0].isdigit()} for each in (one, other)]
    two = bool(counts[0] and counts[1]) and counts[0].isdisjoint(counts[1])
    return bool(mine & theirs) and bool(_deed(one) & _deed(other)) and not two


def _deed(stand: Stand) -> frozenset[str]:
    return frozenset(term for term in stand.about if term.startswith("deed:"))


def _done(said: Said, at: int) -> Stand | None:
    """Return the doer of "soldiers burned the school"."""
    hit = _deeds().done.at(said.tokens.words, at)
    be = phrases_of(_FILE, "be")
    if hit is None or at == 0 or be.at(said.tokens.words, at - 1) or _negated(said, at):
        return None
    doer, thing = (region_before(said, at), at), (at + hit[0], region_behind(said, at + hit[0]))
    return _stand(said, hit[1], doer, thing)


def _suffered(said: Said, at: int) -> Stand | None:
    """Return the doer of "the school was burned by soldiers"."""
    words = said.tokens.words
    hit = _deeds().suffered.at(words, at)
    be, by = phrases_of(_FILE, "be"), phrases_of(_FILE, "by")
    if hit is None or at == 0 or not be.at(words, at - 1) or _negated(said, at):
        return None
    behind = at + hit[0]
    doer = next((i for i in range(behind, min(len(words), behind + _BY)) if by.at(words, i)), None)
    if doer is None:
        return None
    start = region_before(said, at - 1)
    return _stand(said, hit[1], (doer + 1, region_behind(said, doer + 1, most=4)), (start, at - 1))


def _accused(said: Said, at: int) -> Stand | None:
    """Return the doer of "blamed soldiers for burning the school": whoever is accused of it."""
    words = said.tokens.words
    hit = _deeds().doing.at(words, at)
    first = region_before(said, at)
    accuse = next((n for n in range(first, at) if phrases_of("accusations", "accuse").at(words, n)), None)
    if hit is None or accuse is None or accuse + 1 >= at or _negated(said, accuse):
        return None
    links = (phrases_of("accusations", "of"), phrases_of("causes", f"for_{said.language}"))
    if not any(each.at(words, at - 1) for each in links):
        return None
    return _stand(said, hit[1], (accuse + 1, at - 1), (at + hit[0], region_behind(said, at + hit[0])))


def _stand(said: Said, deed: str, doer: tuple[int, int], thing: tuple[int, int]) -> Stand | None:
    """Return a stand where the doer is of a known kind or a name, and the thing is one certain thing."""
    words = said.tokens.words
    while (
        thing[0] < thing[1]
        and thing[0] + 1 < thing[1]
        and words[thing[0]] in word_list("contrasts", "object_links")
    ):
        thing = (thing[0] + 1, thing[1])
    first = words[thing[0]] if thing[0] < thing[1] else ""
    capital = bool(first) and said.tokens.raw[thing[0]][0].isupper()
    if not (capital or phrases_of(_FILE, "one").at(words, thing[0])):
        return None
    kinds, about = _kinds(said, *doer), span_terms(said, *thing)
    if not kinds or not about:
        return None
    named = named_first(said, *thing)
    heads = {f"{HEAD}{term}" for term in meanings(named.head)} if named else set()
    return Stand(said, span_text(said, *doer), kinds, about | heads | {f"deed:{deed}"})


def _kinds(said: Said, first: int, last: int) -> frozenset[str]:
    """Return the one kind of doer that a part of a sentence names, else its one name, else nothing."""
    words = said.tokens.words
    kinds, at = set(), first
    while at < last:
        hit = _deeds().doers.at(words, at)
        if hit is not None and at + hit[0] <= last:
            kinds.add(f"kind:{hit[1]}")
            at += hit[0]
        else:
            at += 1
    if len(kinds) != 1:
        return frozenset()
    ((_, kind),) = (each.split(":") for each in kinds)
    overlaps = (f"or:{number}" for number, row in enumerate(table(_FILE)["overlaps"]) if kind in row)
    return frozenset({*kinds, *overlaps})


def _names(said: Said, first: int, last: int) -> frozenset[str]:
    """Return the one name that stands before a verb, and nothing else: "Keld fired first"."""
    raw = said.tokens.raw[first:last]
    if not raw or len(raw) > _NAMED or not all(word[0].isupper() for word in raw):
        return frozenset()
    return frozenset(f"{NAME}{term}" for term in span_terms(said, first, last))


def _whose(said: Said, first: int, last: int) -> frozenset[str]:
    """Return whose soldiers or policemen are named before a verb: "Veldish troops"."""
    raw, words = said.tokens.raw, said.tokens.words
    for at in range(first, last - 1):
        hit = _deeds().doers.at(words, at + 1)
        if raw[at][0].isupper() and at + 1 + (hit[0] if hit else 0) == last and hit:
            return frozenset(f"{NAME}{term}" for term in span_terms(said, at, at + 1))
    return frozenset()


def _negated(said: Said, at: int) -> bool:
    return denial_words().turn(said.tokens.words[max(0, at - 3) : at])
