"""Points on which voices are for and against one thing of a library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from bot.answer import ContestedPoint
from bot.contested.card_phrases import phrase
from bot.contested.facts.named_things import apart
from bot.contested.facts.same_meaning import meanings
from bot.contested.facts.statements import fact_point, one_speaker
from bot.contested.facts.told_views import View, views_in
from bot.contested.facts.view_parts import kinds_of_things, plain_words
from bot.contested.one_event import Events
from bot.contested.spoken_sentences import Statement, terms_of, terms_of_paragraphs
from index.framings import Framings
from index.languages import known_or_first
from index.languages import language as language_of_code

VIEWS = "fact-views-"  # ids of such points
_MOST = 80  # views of one thing that are compared
_OFTEN, _SPREAD = 4, 0.06  # paragraphs, and their share, that hold what a library speaks of
_POINTS = 4  # things of a library: what most voices speak of

Pair = tuple[View, View]


def view_points(
    pool: Sequence[Statement], events: Events, framings: Framings, language: str
) -> list[ContestedPoint]:
    """Return a point for each thing that one voice is for and another against."""
    rows: dict[str, list[View]] = {}
    topics = _topics(pool)
    for each in pool:
        for view in views_in(each):
            if not view.sure and topics.isdisjoint(view.thing.head):
                continue  # "policies": any
            for key in _keys(view):
                rows.setdefault(key, []).append(view)
    found: list[tuple[int, list[Pair]]] = []
    for key in sorted(rows, key=lambda key: (-len(rows[key]), key)):
        pairs = [pair for pair in combinations(rows[key][:_MOST], 2) if _opposed(*pair, events)]
        if pairs:
            found.append((len({view.stand.said.statement.who for pair in pairs for view in pair}), pairs))
    found.sort(key=lambda each: -each[0])
    points: list[ContestedPoint] = []
    for _, pairs in found:
        point = _point(pairs, framings, language)
        if point is not None and not any(shares(point, each) for each in points):
            points.append(point)
    return points[:_POINTS]


def _keys(view: View) -> frozenset[str]:
    """Return what a thing is called: by its noun, by others of its kind where it is told which is meant."""
    kinds = kinds_of_things(view.stand.said.language) if view.sure else {}
    return meanings(view.thing.head) | {kinds[term] for term in view.thing.head if term in kinds}


def _topics(pool: Sequence[Statement]) -> frozenset[str]:
    """Return the terms that many paragraphs hold: what a library speaks of."""
    paragraphs = terms_of_paragraphs(pool).values()
    times = Counter(term for terms in paragraphs for term in terms)
    least = max(_OFTEN, len(paragraphs) * _SPREAD)
    return frozenset(term for term, count in times.items() if count >= least)


def _opposed(one: View, other: View, events: Events) -> bool:
    """Whether two voices take opposite sides towards one thing."""
    if not one.side.isdisjoint(other.side):
        return False
    mine, theirs = one.stand.said.statement, other.stand.said.statement
    if _keys(one).isdisjoint(_keys(other)) or apart(_told(one), _told(other)):
        return False
    if not one.holders.isdisjoint(other.holders) or apart(one.names, other.names):
        return False
    if mine.group == theirs.group:
        same = mine.speaker is not None and mine.speaker == theirs.speaker
        return bool(one.holders and other.holders) and not same
    return not one_speaker(mine, theirs) and events.alike(mine, theirs)


def _told(view: View) -> frozenset[str]:
    """Return what is told of a thing, but for what any such thing may be: "the new plan"."""
    return (view.thing.described | view.thing.used) - plain_words(view.stand.said.language)


def _point(pairs: Sequence[Pair], framings: Framings, language: str) -> ContestedPoint | None:
    views = [view for pair in pairs for view in pair]
    noun = _noun(views, language)
    heading = phrase("views_given", language)
    if noun and not framings.find(noun):
        heading = phrase("of_names", language, what=heading, names=noun)
    key = sorted(views[0].thing.head)[0]
    return fact_point(f"{VIEWS}{key}", heading, [(a.stand, b.stand) for a, b in pairs], language)


def _noun(views: Sequence[View], language: str) -> str:
    """Return the thing as texts of the language word it, in quotation marks elsewhere."""
    forms: Counter[tuple[str, bool]] = Counter()
    for view in views:
        code = known_or_first(view.stand.said.language)
        for word in view.stand.said.tokens.words:
            if word[0].isalpha() and terms_of(word, code) & view.thing.head:
                forms[word, code == language] += 1
    if not forms:
        return ""
    word, own = max(forms, key=lambda each: (each[1], forms[each], each[0]))
    return word if own else language_of_code(known_or_first(language)).quoted(word)


def shares(one: ContestedPoint, other: ContestedPoint) -> bool:
    """Whether two points set mostly the same sentences against each other."""
    mine, theirs = ({(claim.paragraph, claim.start) for claim in point.claims} for point in (one, other))
    return len(mine & theirs) * 2 > min(len(mine), len(theirs))
