"""One deed of one thing to another, affirmed by one voice and denied by another: "X does not cause Y".

Neither need have a name. Who does it, the deed and what it is done to must be the same, and what is denied
must be no narrower than what is affirmed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from bot.contested.facts.denied_clauses import before_no, shortened
from bot.contested.facts.denied_links import denied_links
from bot.contested.facts.named_things import apart, beyond, same_head
from bot.contested.facts.same_meaning import Rarity, meanings, meanings_of
from bot.contested.facts.statements import Said, Stand, one_speaker, said_by
from bot.contested.facts.times_of import at_one_time, days_apart
from bot.contested.facts.told_deeds import (
    Deed,
    affirmed_deeds,
    denied_deeds,
    is_past,
    terms_of_words,
)
from bot.contested.one_event import Events
from bot.contested.spoken_sentences import Statement
from index.model import Mode
from index.text.tokens import phrases_of
from index.words import strings, word_list

_MOST = 400  # denials that are compared
# Sentences that stand against one denial, of which a card shows four a side: where a library is all of one
# matter everybody affirms what somebody denies, and 500 paragraphs took ten minutes.
MOST_AGAINST = 24
_SHARE = 0.02  # of the paragraphs of a large library: those that hold a rare word

Pair = tuple[Stand, Stand]


def plain_pairs(said: Sequence[Said], pool: Iterable[Statement], events: Events | None = None) -> list[Pair]:
    """Return the pairs of a denied deed and another voice's sentence that affirms it.

    ``pool``: the sentences of ``said`` and those in which somebody judges what another says. With ``events``
    both tell of one event, or of what so few speak of that it is one matter.
    """
    denied = [each for one in (*said, *_judging(pool)) for each in (*denied_deeds(one), *denied_links(one))]
    del denied[_MOST:]
    if not denied:
        return []
    plain: dict[str, list[tuple[Said, frozenset[str]]]] = {}
    wanted = meanings(term for each in denied for term in each.sought)
    for one in (*said, *_judged(pool)):
        each = before_no(one) if not wanted.isdisjoint(meanings(one.terms)) else None
        if each is not None:
            held = meanings(each.terms)
            for key in held & wanted:
                plain.setdefault(key, []).append((each, held))
    rare = rarity(said)
    found = []
    for no in denied:
        doer = meanings(no.subject.head)
        rows = (plain.get(key, ()) for key in meanings(no.sought))
        near = {id(each): each for row in rows for each, held in row if not doer.isdisjoint(held)}
        for yes in islice(_affirming(no, near.values(), rare, events), MOST_AGAINST):
            about = frozenset(t for t in no.terms if not meanings_of(t).isdisjoint(meanings(yes.terms)))
            found.append(
                (
                    Stand(no.said, no.label, frozenset({"no"}), no.terms),
                    Stand(yes.said, yes.label, frozenset({"yes"}), about),
                )
            )
    return found


def _affirming(no: Deed, near: Iterable[Said], rare: Rarity, events: Events | None) -> Iterator[Deed]:
    """Yield what sentences say to be done that a denial says is not."""
    for each in near:
        told = affirmed_deeds(each, meanings(no.deed))
        yes = next((deed for deed in told if _contradict(no, deed, rare)), None)
        if yes is not None and (events is None or one_matter(no, yes, events, rare)):
            yield yes


def excluded(one: Stand, other: Stand, events: Events | None = None) -> bool:
    """Whether a denial, found by other rules, is of another thing than what the other stand says.

    The deed and who does it are the same, but of another kind, place or part, or nobody asserts it.
    """
    no, yes = (one, other) if one.side == frozenset({"no"}) else (other, one)
    rare, seen = rarity(()), False
    for denied in denied_deeds(no.said):
        for told in affirmed_deeds(yes.said, meanings(denied.deed)):
            if not _same_words(denied, told):
                continue
            seen = True
            if _denies(denied, told, rare) and (events is None or one_matter(denied, told, events, rare)):
                return False
    return seen


def rarity(said: Iterable[Said]) -> Rarity:
    """Return how rare words are among the paragraphs of some sentences."""
    held: dict[str, set[str]] = {}
    for each in said:
        held.setdefault(each.statement.place[0], set()).update(each.terms)
    return Rarity(held.values(), _SHARE)


def _judging(pool: Iterable[Statement]) -> Iterator[Said]:
    """Yield what is left open to other rules because somebody judges it not to be so."""
    cues, words = phrases_of("contrasts", "judged"), tuple(strings("contrasts", "judged"))
    for each in pool:
        if cues.in_text(each.text) and said_by(each) is None:
            said = said_by(each, judging=words)
            if said is not None:
                yield said


def _judged(pool: Iterable[Statement]) -> Iterator[Said]:
    """Yield what somebody is told to have said, where the author adds that it is not so."""
    cues, words = phrases_of("contrasts", "verdicts"), tuple(strings("contrasts", "verdicts"))
    for each in pool:
        if each.own or not cues.in_text(each.text):
            continue
        said = said_by(each, judging=words)
        at = next((at for at, *_ in cues.hits(said.tokens.words)), 0) if said else 0
        if said and at:
            yield shortened(said, said.tokens.ends[at - 1])


def _contradict(no: Deed, yes: Deed, rare: Rarity) -> bool:
    """Whether a deed that one voice denies is what another affirms."""
    one, other = no.said, yes.said
    if not two_voices(one, other) or not at_one_time(one, other) or days_apart(one, other):
        return False
    return _denies(no, yes, rare)


def _denies(no: Deed, yes: Deed, rare: Rarity) -> bool:
    """Whether what is denied is what is affirmed, or holds it."""
    mine, theirs = no.subject, yes.subject
    if not yes.sure or not same_head(mine, theirs) or not _one_thing(no, yes):
        return False
    if no.names - yes.likely and yes.names - no.likely:
        return False
    if any(
        apart(*both)
        for both in (
            (mine.described, theirs.described),
            (mine.used, theirs.used),
            (mine.lead, theirs.lead),
        )
    ):
        return False
    narrow = beyond(mine.described, theirs.described | theirs.rest) or beyond(mine.used, theirs.used)
    return not narrow or bool(no.done_to and rare.of(no.done_to.head))


def one_matter(no: Deed, yes: Deed, events: Events, rare: Rarity) -> bool:
    """Whether two sources tell of one event, or both of a deed and a thing that few speak of."""
    one, other = no.said.statement, yes.said.statement
    if events.alike(one, other):
        return True
    if is_past(no) or no.of_being:
        return False  # it tells of an event, or of one thing
    full = no.done_to is not None
    few_speak = bool(rare.of(no.subject.head) and rare.of(no.sought))
    return full and (events.nameless(one, other) or few_speak)


def _same_words(no: Deed, yes: Deed) -> bool:
    """Whether two deeds are of one doer and one thing, whatever describes them."""
    if not same_head(no.subject, yes.subject):
        lacks = word_list("contrasts", "lacks", yes.said.language)
        return not yes.subject.head.isdisjoint(terms_of_words(lacks, yes.said))
    if no.done_to is None or yes.done_to is None:
        return no.done_to is yes.done_to
    return same_head(no.done_to, yes.done_to)


def _one_thing(no: Deed, yes: Deed) -> bool:
    """Whether what is denied to be done is done to what another says; to more than that, or to as much."""
    if no.done_to is None:
        return yes.done_to is None
    if yes.done_to is None or not same_head(no.done_to, yes.done_to):
        return False
    mine, theirs = no.done_to, yes.done_to
    around = theirs.described | theirs.rest | yes.subject.all
    if no.said.statement.group == yes.said.statement.group:  # one article tells of one matter
        shared = not meanings(mine.described).isdisjoint(meanings(around))
        return shared or not apart(mine.described, theirs.described)
    return not beyond(mine.described, around) and not beyond(mine.rest, around)


def two_voices(no: Said, yes: Said) -> bool:
    """Whether who denies is not who affirms; in one article it is the words of another that are denied."""
    one, other = no.statement, yes.statement
    if one.place == other.place or one_speaker(one, other):
        return False
    return one.group != other.group or not (other.voice is None or other.voice.mode is Mode.OWN)
