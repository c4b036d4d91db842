"""Statements of a whole library that exclude each other, found without a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.answer import ContestedPoint
from bot.contested.card_phrases import phrase
from bot.contested.facts.accusations import accusation_pairs
from bot.contested.facts.ages import ages_in, same_person, told_once
from bot.contested.facts.bests import bests_in, same_rank
from bot.contested.facts.clause_denials import clause_pairs
from bot.contested.facts.deeds import one_of_them
from bot.contested.facts.demands import demand_pairs
from bot.contested.facts.described_thing import SAID, one_thing, thing_of
from bot.contested.facts.fact_points import (
    SLOTS,
    Reader,
    Same,
    close,
    denial_pairs,
    opposite_pairs,
    sentences_alike,
)
from bot.contested.facts.happenings import happening_pairs
from bot.contested.facts.opposed import Opposition, opposed_in, oppositions, same_object
from bot.contested.facts.opposed_deeds import opposed_deed_pairs
from bot.contested.facts.plain_denials import excluded, plain_pairs
from bot.contested.facts.statements import Said, Stand, fact_point, rivals, said_by
from bot.contested.facts.times_of import at_one_time, weekdays_in
from bot.contested.facts.told_contrasts import contrast_points
from bot.contested.facts.told_denials import told_denial_pairs
from bot.contested.facts.turned_copies import turned_copies
from bot.contested.facts.view_points import shares, view_points
from bot.contested.facts.winners import same_contest_told, winners_in
from bot.contested.neutral import as_written
from bot.contested.one_event import Events, names_of
from bot.contested.positions import told_apart
from bot.contested.spoken_sentences import Statement, terms_of
from bot.phrases import heading_in
from index.framings import Framings
from index.text.dates import month_number
from index.text.terms import WORD, fold, stop_words
from index.values import replace

_MOST = 200  # stands about one name that are compared: more would take a minute on a large library
_MATTER = 3  # terms in common that tie two texts which name nobody in common
_ABOUT = 2  # terms that name what two stands are about, at least: "the fire" alone may be any fire

Pair = tuple[Stand, Stand]
# What only libraries are searched for: a question for it is answered elsewhere.
_UNASKED: tuple[tuple[str, Reader, Same], ...] = (
    ("winner", winners_in, same_contest_told),
    ("age", ages_in, same_person),
    ("best", bests_in, same_rank),
)


def library_facts(
    pool: Sequence[Statement], events: Events, framings: Framings, language: str
) -> list[ContestedPoint]:
    """Return the facts on which two sources of a library exclude each other, each about a name both hold.

    Only what is nearly the same sentence, or the same thing in the same words, is compared.
    """
    said = [each for statement in pool if (each := said_by(statement)) is not None]
    points: list[ContestedPoint] = []
    for key, reader, alike in (*SLOTS, *_UNASKED):
        same = _strictly(key, alike, events)
        stands = [stand for each in said for stand in reader(each)]
        stands = told_once(stands) if key == "age" else stands
        points += points_of_pairs(
            f"fact-{key}",
            phrase(f"{key}_given", language),
            _pairs(stands, same, events),
            events,
            framings,
            language,
            within=key == "best",
        )
    taken = [opposed_in(each) for each in said]
    beside = [opposed_in(each, beside=True) for each in said]
    for opposition in oppositions():
        if opposition.near:
            points += near_points(opposition, beside, events, framings, language)
            continue
        stands = [each[opposition.id] for each in taken if opposition.id in each]
        pairs = _pairs(stands, _same_words if not opposition.takes_object else _same_thing)
        points += points_of_pairs(
            f"fact-{opposition.id}",
            heading_in(opposition.headings, language),
            pairs,
            events,
            framings,
            language,
        )
    heading = phrase("denial_given", language)
    denied = _denied(said, pool, events)
    points += points_of_pairs("fact-denial", heading, denied, events, framings, language, tied=True)
    heading = phrase("demand_given", language)
    points += points_of_pairs(
        "fact-demand", heading, demand_pairs(said, events), events, framings, language, tied=True
    )
    views = view_points(pool, events, framings, language)
    points += [each for each in views if not any(shares(each, other) for other in points)]
    return told_apart([*points, *contrast_points(pool, language)])


def _denied(said: Sequence[Said], pool: Sequence[Statement], events: Events) -> list[Pair]:
    """Return the pairs of what one voice says and another denies, of one event or matter."""
    rows = _by_name(said).values()
    found = [pair for row in rows for pair in (*denial_pairs(row), *opposite_pairs(row))]
    found += [pair for row in happening_pairs(said, knows=events.knows).values() for pair in row]
    found = [pair for pair in found if _of_one_event(pair, events)]
    found += [*clause_pairs(said), *accusation_pairs(pool, events)]
    found = [pair for pair in found if _of_one_event(pair, events, within=True)]
    found = [pair for pair in found if not excluded(*pair, events)]
    found += [*told_denial_pairs(pool, events), *turned_copies(pool)]
    return [*found, *plain_pairs(said, pool, events), *opposed_deed_pairs(said, events)]


def _strictly(key: str, same: Same, events: Events) -> Same:
    """Return what makes two stands of a library speak of one thing: more than where a question names it.

    "Again" and "for the first time" stand in all news, so their sentences must be nearly one; and who blames
    Iran and who blames Tehran blame the same where one text names both.
    """

    def strictly(one: Stand, other: Stand) -> bool:
        if key == "deed" and one_of_them(one, other) and at_one_time(one.said, other.said):
            return events.bound(one.said.statement, other.said.statement)
        if not same(one, other):
            return False
        if key == "first-time":
            return sentences_alike(one, other)
        if key == "death":
            return _one_victim(one, other)
        return key != "cause" or not _one_name(one, other, events)

    return strictly


def _one_victim(one: Stand, other: Stand) -> bool:
    """Whether two sentences tell of the death of one who has a name."""
    named = set(names_of(f", {one.said.text}")) & set(names_of(f", {other.said.text}"))
    language = one.said.statement.passage.paragraph.language
    return not terms_of(" ".join(sorted(named)), language).isdisjoint(one.about & other.about)


def _one_name(one: Stand, other: Stand, events: Events) -> bool:
    """Whether two causes are bare names that one of the sources uses both: a state and its capital."""
    bare = [names_of(f", {each.label}") for each in (one, other)]
    plain = all(len(words) == len(each.label.split()) for words, each in zip(bare, (one, other), strict=True))
    return plain and events.both_named(one.said.statement, other.said.statement, frozenset(bare[0] + bare[1]))


def near_points(
    opposition: Opposition,
    taken: Sequence[Mapping[str, Stand]],
    events: Events,
    framings: Framings,
    language: str,
) -> list[ContestedPoint]:
    """Return the points of opposed words that are said of one thing, in whatever other words."""
    stands = [each[opposition.id] for each in taken if opposition.id in each][:_MOST]

    things = {id(each): thing_of(each, opposition) for each in stands}

    def same(one: Stand, other: Stand) -> bool:
        mine, theirs = things[id(one)], things[id(other)]
        if opposition.adjective and SAID not in mine | theirs:
            return False  # "legal papers", "illegal crossings": neither is said of a thing
        sure = events.bound(one.said.statement, other.said.statement)
        if not one_thing(mine, theirs, named=opposition.named):
            knows = opposition.itself and sure and events.knows(one.said.statement, other.said.statement)
            return knows and bool(one.about & other.about)
        if len(one.about & other.about) > opposition.near:
            return True
        whole = opposition.full or (mine == theirs and SAID in mine)
        return whole and sure

    pairs = [
        (one, other)
        for one, other in rivals(stands, same, names=False, times=False)
        if at_one_time(one.said, other.said)
    ]
    return points_of_pairs(
        f"fact-{opposition.id}", heading_in(opposition.headings, language), pairs, events, framings, language
    )


def _same_words(one: Stand, other: Stand) -> bool:
    return sentences_alike(one, other) and close(one.said.terms & one.about, other.said.terms & other.about)


def _same_thing(one: Stand, other: Stand) -> bool:
    return same_object(one, other) and _same_words(one, other)


def _pairs(stands: Sequence[Stand], same: Same, events: Events | None = None) -> list[Pair]:
    """Return the rival pairs of two sources whose sentences share a name and name what they are about.

    With ``events`` it is enough that their sources speak most of the same names.
    """
    rows: dict[str, list[Stand]] = {}
    for stand in stands:
        for name in _name_words(stand.said):
            rows.setdefault(name, []).append(stand)
    found: dict[tuple[int, int], Pair] = {}
    for row in rows.values():
        for one, other in rivals(row[:_MOST], same):
            if min(len(one.about), len(other.about)) >= _ABOUT:
                found.setdefault((id(one), id(other)), (one, other))
    for one, other in rivals(stands[:_MOST], same, names=False) if events else ():
        mine, theirs = one.said.statement, other.said.statement
        if events and events.bound(mine, theirs) and events.knows(mine, theirs):
            found.setdefault((id(one), id(other)), (one, other))
    return list(found.values())


def _by_name(said: Sequence[Said]) -> dict[str, list[Said]]:
    rows: dict[str, list[Said]] = {}
    for each in said:
        for name in _name_words(each):
            rows.setdefault(name, []).append(each)
    return {name: row[:_MOST] for name, row in rows.items() if len(row) > 1}


def _name_words(said: Said) -> Iterator[str]:
    """Yield the words of the names of a sentence, its first word too: here a name need only be likely."""
    seen = {word for name in said.names for word in name}
    first = WORD.search(said.text)
    if first is not None and first[0][0].isupper():
        word = fold(first[0])
        if word not in stop_words():
            seen.add(word)
    yield from sorted(seen)


def points_of_pairs(
    key: str,
    heading: str,
    pairs: Sequence[Pair],
    events: Events,
    framings: Framings,
    language: str,
    *,
    within: bool = False,
    tied: bool = False,
) -> list[ContestedPoint]:
    """Return a point for each group of pairs that hang together, headed by a name that all of them hold.

    ``within``: two voices of one article may stand against each other. ``tied``: each pair is known to be
    of one event.
    """
    points: list[ContestedPoint] = []
    for group in _together([pair for pair in pairs if tied or _of_one_event(pair, events, within=within)]):
        stands = [stand for pair in group for stand in pair]
        names = () if key == "fact-age" else _matter(stands)  # the place is not whose age it is
        shown = next((name for name in names if not framings.find(name)), "")
        written = as_written(shown, (stand.said.text for stand in stands))
        head = phrase("of_names", language, what=heading, names=written) if shown else heading
        point = fact_point(f"{key}-{shown}" if shown else key, head, group, language)
        if point is not None and not any(_same_sentences(point, each) for each in points):
            times = sum(each.id.startswith(point.id) for each in points)
            points.append(replace(point, id=f"{point.id}-{times + 1}") if times else point)
    return points


def _matter(stands: Sequence[Stand]) -> list[str]:
    """Return the names that all sentences hold inside, whole names of one word; the longest first."""
    whole = [{" ".join(sorted(name)): name for name in stand.said.names} for stand in stands]
    names = set.intersection(*(set(row) for row in whole))
    shown = (word for word in names if " " not in word and not month_number(word) and not weekdays_in([word]))
    return sorted(shown, key=lambda name: (-len(name), name))


def _same_sentences(one: ContestedPoint, other: ContestedPoint) -> bool:
    """Whether a point shows no sentence that another one does not."""
    mine, theirs = ({(claim.paragraph, claim.start) for claim in point.claims} for point in (one, other))
    return mine <= theirs


def _of_one_event(pair: Pair, events: Events, *, within: bool = False) -> bool:
    """Whether two sources tell of one event, as far as their names say."""
    one, other = (stand.said.statement for stand in pair)
    if within and one.group == other.group:
        return True
    shared = len(pair[0].about & pair[1].about)
    tied = events.alike(one, other) or (shared >= _MATTER and events.nameless(one, other))
    return one.group != other.group and tied and not events.strange(one, other)


def _together(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Return the pairs in groups that share a stand, the same words of one sentence; last grown last."""
    groups: dict[int, list[Pair]] = {}
    grown: dict[int, int] = {}  # when each group grew last
    group_of: dict[tuple[object, str], int] = {}
    for turn, pair in enumerate(pairs):
        ends = [(stand.said.statement.place, stand.label) for stand in pair]
        mine = sorted({group_of[end] for end in ends if end in group_of}, key=grown.__getitem__)
        number = mine[0] if mine else turn
        held = groups.setdefault(number, [])
        for other in mine[1:]:
            moved = groups.pop(other)
            group_of |= {(s.said.statement.place, s.label): number for each in moved for s in each}
            held += moved
        held.append(pair)
        group_of |= dict.fromkeys(ends, number)
        grown[number] = turn
    return _joined([groups[number] for number in sorted(groups, key=grown.__getitem__)])


def _joined(groups: Sequence[list[Pair]]) -> list[list[Pair]]:
    """Return the groups with those made one whose sides say one thing: two voices deny the same."""
    found: list[list[Pair]] = []
    for group in groups:
        alike = next((each for each in found if _same_matter(each, group)), None)
        if alike is None:
            found.append(list(group))
        else:
            alike += group
    return found


def _same_matter(one: Sequence[Pair], other: Sequence[Pair]) -> bool:
    """Whether a stand of one group and one of the other take one side, and both their sentences are alike."""
    stands = [{id(stand): stand for pair in group for stand in pair}.values() for group in (one, other)]
    return any(
        not a.side.isdisjoint(b.side) and len(a.about & b.about) >= _MATTER
        for a in stands[0]
        for b in stands[1]
    )
