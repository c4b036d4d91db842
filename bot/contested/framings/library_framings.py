"""Rival labels of a whole library, found without a question: only where texts tell of one event or person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations, product, takewhile

from bot.answer import ContestedPoint
from bot.asking.asked_names import names_in_text
from bot.contested.card_phrases import phrase
from bot.contested.facts.opposed import copulas
from bot.contested.facts.statements import last_name, times_in_text
from bot.contested.framings.framing_points import Use, framing_point, opposed, uses_in
from bot.contested.framings.referent import is_common_noun, shared_referent
from bot.contested.one_event import Events
from bot.contested.spoken_sentences import UNDATED, Statement, terms_of
from bot.phrases import heading_in
from index.framings import Framing, Framings
from index.languages import LANGUAGES, known_or_first
from index.languages import language as language_of_code
from index.model import Stance
from index.text.terms import fold, stop_words
from index.text.tokens import phrases_of, read_tokens
from index.values import replace
from index.words import word_list

_SHARED = 3  # words, beside the labels, of two sentences about one group of people
_YEARS = 1  # between the year that a sentence names and that of a source that names none
_TELLING = 1  # such words where a framing says what stands beside its labels
_AGAIN = 2  # sentences of one source with labels of one framing, or
_ONE_IN = 12  # sentences of its text, one of them
_ONE_HEARD = 24  # ... of somebody who is heard
_MANY = 4  # sources that all use labels of one framing: it is what they speak of
_SOURCES = 3  # that speak of one event, where no name near the labels says so
_FAR, _CLOSE = 8, 3  # words between a label and the name of the event, or of whom it describes
_BEHIND = 7  # words behind a label that tell what it is said of
_SAID = 3  # words before a label in which "it was" stands
_OBLIGED = 4  # words before a label in which it only has to be so
_ASKED = 5  # words before a label in which it is asked for
_TOPIC = 2  # words before a label: "against police brutality"
_WORD = 20  # letters behind a label
_MOST = 300  # uses of one framing that are compared


def framing_points(
    pool: Sequence[Statement], events: Events, framings: Framings, language: str
) -> list[ContestedPoint]:
    """Return one point for each framing of which two sources use rival labels for one event or person."""
    uses: dict[str, list[Use]] = {}
    found_in: dict[tuple[tuple[str, int], str], list[Use]] = {}
    every = uses_in(pool, framings)
    for use in every:
        found_in.setdefault((use.statement.place, use.label.framing), []).append(use)
    for use in every:
        framing = framings.by_id[use.label.framing]
        beside = found_in[use.statement.place, use.label.framing]
        named = (not framing.wishes and _only_meant(use)) or (
            not framing.event and (_is_new(use) or _with_rival(use, beside))
        )
        if framing.library and _word(use) not in framing.unlisted and not named:
            uses.setdefault(use.label.framing, []).append(use)
    sizes = Counter(each.group for each in pool)
    points = []
    for key, found in uses.items():
        framing = framings.by_id[key]
        row = _central(found, sizes, heard=bool(framing.needs))
        for within in (False, True):  # two whom one source names only where no two sources differ
            near = _of_one_event(row[:_MOST], events, framing, within=within)
            point = _point(framing, near, pool, events, framings, language)
            if point is not None:
                points.append(point)
                break
        else:
            point = framing_point(framing, _steady(row[:_MOST], events), None, language)
            points += [point] if point else []
    return points


def _central(uses: Sequence[Use], sizes: Mapping[str, int], *, heard: bool) -> list[Use]:
    """Return the uses of sources that speak of the matter again and again: one word may be of any other.

    ``heard``: the words beside a label say what it is of, so one of somebody who is heard tells more.
    """
    held = Counter(use.statement.group for use in uses)
    if len(held) >= _MANY:
        return list(uses)
    return [
        use
        for use in uses
        if held[use.statement.group] >= _AGAIN
        or held[use.statement.group] * (_ONE_HEARD if heard and use.speaker else _ONE_IN)
        >= sizes[use.statement.group]
    ]


def _word(use: Use) -> str:
    """Return a label as its text has it, folded, without what denies it."""
    return fold(use.statement.passage.paragraph.text[use.label.start : use.label.end])


def _only_meant(use: Use) -> bool:
    """Whether a label is only meant or spoken of: "to overthrow the king", "a march against brutality"."""
    before = read_tokens(use.statement.text[: use.label.start - use.statement.start]).words
    spoken_of = not word_list("contrasts", "topics").isdisjoint(before[-_TOPIC:])
    if phrases_of("distance", "obliged").stand_in(before[-_OBLIGED:]):
        return True  # "force must be necessary and proportionate"
    if phrases_of("distance", "asked_things").stand_in(before[-_ASKED:]):
        return True  # "called for a credible report"
    return spoken_of or not word_list("contrasts", "infinitive").isdisjoint(before[-1:])


def _is_new(use: Use) -> bool:
    """Whether a label tells of what its sentence only brings in: "a crowd held a peaceful march" elsewhere.

    "It was a peaceful march" speaks of what is known.
    """
    text, statement = use.statement.passage.paragraph.text, use.statement
    before = read_tokens(text[statement.start : use.label.start]).words
    behind = text[use.label.end : statement.end]
    noun = behind[:1] == " " and behind[1:2].isalpha()
    said = not copulas().isdisjoint(before[-_SAID - 1 : -1])
    return noun and not said and phrases_of("distance", "some").stand_in(before[-1:])


def _with_rival(use: Use, beside: Sequence[Use]) -> bool:
    """Whether one voice uses labels of both sides in one sentence: a list of charges takes no side.

    "To some it was a peaceful march, the police spoke of a riot" has two voices.
    """
    rivals = (each for each in beside if each.label.denied is None and each.who == use.who)
    return use.label.denied is None and any(each.side != use.side for each in rivals)


def _of_one_event(uses: Sequence[Use], events: Events, framing: Framing, *, within: bool) -> list[Use]:
    """Return the uses that stand against another one in a source that tells of the same event and time.

    ``within``: against one of another voice in the same source instead.
    """
    kept: dict[int, Use] = {}
    for one, other in combinations(uses, 2):
        if (one.statement.group == other.statement.group) is not within or not opposed(one, other):
            continue
        if not _two_voices(one, other):
            continue
        if not events.alike(one.statement, other.statement) or events.strange(one.statement, other.statement):
            continue
        if _at_one_time(one, other) and _of_one_thing(one, other, framing, events):
            kept[id(one)], kept[id(other)] = one, other
    return [use for use in uses if id(use) in kept]


def _steady(uses: Sequence[Use], events: Events) -> list[Use]:
    """Return the uses of sources of one event that each call it by words of one side, again and again."""
    uses = [use for use in uses if use.held and not use.label.scare and not _describes(use)]
    told: dict[str, Counter[str]] = {}
    for use in uses:
        told.setdefault(use.statement.group, Counter())[use.side] += 1
    sides = {group: [side for side, times in row.items() if times >= _AGAIN] for group, row in told.items()}
    own = [use for use in uses if sides[use.statement.group] == [use.side]]
    met = [(one, other) for one, other in combinations(own, 2) if _meet(one, other, events)]
    if not any(_in_common(one, other) for one, other in met):
        return []
    held = {id(use) for pair in met for use in pair}
    again = Counter(use.statement.group for use in own if id(use) in held)
    return [use for use in own if id(use) in held and again[use.statement.group] >= _AGAIN]


def _meet(one: Use, other: Use, events: Events) -> bool:
    """Whether two sources that speak of the same names use rival labels for one time."""
    mine, theirs = one.statement, other.statement
    if mine.group == theirs.group or not opposed(one, other):
        return False
    return events.bound(mine, theirs) and _at_one_time(one, other)


def _describes(use: Use) -> bool:
    """Whether a label only describes the noun behind it: "a militant group", "the gun rights lobby"."""
    paragraph = use.statement.passage.paragraph
    behind = read_tokens(paragraph.text[use.label.end : use.label.end + _WORD]).words[:1]
    last = language_of_code(known_or_first(paragraph.language)).has("heads_last")
    return last and bool(behind) and behind[0][0].isalpha() and behind[0] not in stop_words()


def _two_voices(one: Use, other: Use) -> bool:
    """Whether two sources use two labels, or one source names somebody, and another or its author speaks."""
    mine, theirs = one.statement, other.statement
    if mine.group != theirs.group:
        return True
    named = one.held and other.held and (one.speaker or other.speaker)
    return bool(named) and last_name(one.speaker) != last_name(other.speaker)


def _of_one_thing(one: Use, other: Use, framing: Framing, events: Events) -> bool:
    """Whether two sentences of one event speak of one thing: an event, or what other words of theirs tell."""
    if framing.event:
        return True
    if framing.needs and one.speaker and other.speaker and events.bound(one.statement, other.statement):
        return True  # of one gathering two are heard, each with his word for it
    return len(_in_common(one, other) - _needed(framing.needs)) >= (_TELLING if framing.needs else _SHARED)


@cache
def _needed(needs: tuple[str, ...]) -> frozenset[str]:
    """Return the terms of the words that a framing needs: they stand beside its labels whatever is meant."""
    line = " ".join(needs).replace("*", "")
    return frozenset(term for language in LANGUAGES for term in terms_of(line, language))


def _in_common(one: Use, other: Use) -> frozenset[str]:
    """Return the words that two sentences have in common beside their labels."""
    mine, theirs = (
        use.statement.terms - terms_of(use.text, use.statement.passage.paragraph.language)
        for use in (one, other)
    )
    return mine & theirs


def _at_one_time(one: Use, other: Use) -> bool:
    """Whether two sentences can tell of one year: both name it, or one's source is of about that year."""
    mine, theirs = _times(one), _times(other)
    if mine and theirs:
        return bool(mine & theirs)
    years = {int(year) for year in mine | theirs}
    dated = [use.statement.date for use, named in ((one, mine), (other, theirs)) if not named]
    published = {int(date[:4]) for date in dated if date < UNDATED}
    return not years or not published or any(abs(a - b) <= _YEARS for a in years for b in published)


def _times(use: Use) -> frozenset[str]:
    return frozenset(time for time in times_in_text(use.statement.text, use.statement.date) if len(time) > 2)


def _point(
    framing: Framing,
    uses: Sequence[Use],
    pool: Sequence[Statement],
    events: Events,
    framings: Framings,
    language: str,
) -> ContestedPoint | None:
    if not uses:
        return None
    found = shared_referent(uses, pool, framings, _FAR if framing.event else _CLOSE)
    if found is not None:
        point = framing_point(framing, found.uses, None, language)
        heading = phrase("of_names", language, what=heading_in(framing.headings, language), names=found.name)
        whole = framing_point(framing, uses, None, language) if framing.event else None
        shown = whole or point
        return replace(shown, heading=heading) if shown else None
    enough = len({use.statement.group for use in uses}) >= _SOURCES
    known = framing.event or framing.needs  # else labels without a name beside them may be of anybody
    if known and not enough:
        uses = _of_one_place(uses, events, pool, framing)
    return framing_point(framing, uses, None, language) if known and uses else None


def _of_one_place(
    uses: Sequence[Use], events: Events, pool: Sequence[Statement], framing: Framing
) -> list[Use]:
    """Return the uses of two sources that speak of one place, and know whom the other names."""
    kept: dict[int, Use] = {}
    for one, other in combinations(uses, 2):
        mine, theirs = one.statement, other.statement
        if not _two_voices(one, other) or not opposed(one, other) or not _both_said(one, other, framing):
            continue
        if mine.group == theirs.group:
            kept[id(one)], kept[id(other)] = one, other
            continue
        if not events.bound(mine, theirs) or not events.knows(mine, theirs) or _namesakes(mine, theirs):
            continue
        if not framing.event and _of_two_things(one, other, framing):
            continue
        if any(not is_common_noun(name, pool) for name in events.shared(mine, theirs)):
            kept[id(one)], kept[id(other)] = one, other
    return [use for use in uses if id(use) in kept]


def _both_said(one: Use, other: Use, framing: Framing) -> bool:
    """Whether somebody says each; of yes and no one may be told of others, "alleged fraud"."""
    told = sum(use.held or (framing.binary and use.stance is Stance.DISTANCED) for use in (one, other))
    return told > 1 and (one.held or other.held)


def _of_two_things(one: Use, other: Use, framing: Framing) -> bool:
    """Whether two labels go on with two things: "helps with fever", "does not help with gout"."""
    mine, theirs = (_behind(use) - _needed(framing.needs) for use in (one, other))
    return bool(mine and theirs and mine.isdisjoint(theirs))


def _behind(use: Use) -> frozenset[str]:
    """Return the terms close behind a label, in its part of the sentence."""
    text = use.statement.text[use.label.end - use.statement.start :]
    words = list(takewhile(lambda word: word[0].isalnum(), read_tokens(text).raw[:_BEHIND]))
    return terms_of(" ".join(words), use.statement.passage.paragraph.language)


def _namesakes(one: Statement, other: Statement) -> bool:
    """Whether two sentences name two different bearers of one name."""
    pairs = product(names_in_text(f". {one.text}"), names_in_text(f". {other.text}"))
    return any(a & b and not (a <= b or b <= a) for a, b in pairs)
