"""All that was found to what is shown first: it fits one screen of 24 lines, the rest is counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.answer import Answer, Claim, ContestedPoint, Found, Kind, Position
from bot.answering.stands import StandOf
from bot.asking.asked import read_question
from bot.finding.cuts import is_pronoun, tells_little
from bot.finding.span import ROOMY_WORDS, USUAL_WORDS
from bot.independence import independent_sources
from index.expressions import pattern
from index.model import Mode
from index.values import replace

LINES = 24
MOST_CLAIMS = 4
MOST_BESIDE_A_CARD = 3
# How likely a claim bears on the question, at least, to be shown behind the best. Set on 255 questions to
# eight libraries, four of which were only counted: a tenth more or less moves the claims that carry what an
# editor listed by one or two in a hundred. Beside the best one alone, poor claims stood behind a poor one.
BEARS = 0.25
NEARLY = 0.8  # of the best claim's, where that is doubtful itself: it may be either
OPPOSED = 0.04  # for another voice that says otherwise: with more one question in twenty loses its other side
FEW_WORDS = 20  # of a quote for which little room is left; 14 show as many sides
_SHORT = 16  # words of a quote that is never cut to a clause
_CLAUSE_WORDS = 8  # words of a clause that can be understood
_CLAUSE_END = pattern(r"[,;:—–]\s")
_WIDTH = 76  # columns of a quote
_LABEL = 30  # characters of a label beside names: date, verb, number
_TWO = 2  # positions of a card, at least
_FIXED = 1  # the line that counts the rest


Shorter = Callable[[Claim, int], Claim]  # cuts a claim to about so many words


def as_it_is(claim: Claim, _words: int) -> Claim:
    """Return a claim that cannot be cut shorter."""
    return claim


def in_one_look(
    answer: Answer, shorter: Shorter, top: int | None = None, *, stand: StandOf | None = None
) -> Answer:
    """Return the answer with what is shown first: cards, then claims that bear on the question.

    Beside a card there are 3 claims at most, 4 without one, of different voices where these
    answer; a claim repeats no quote of a card. ``shorter`` cuts a claim to the sentences around its match.
    ``top`` asks for so many claims, however long. With ``stand``, where the question may have
    several answers, who says otherwise is heard with less evidence.
    """
    cards = tuple(_first_quotes(point, top or 1) for point in answer.contested)
    room = LINES - _FIXED - len(answer.notes)
    kept: list[ContestedPoint] = []
    for whole in cards:
        card = _within(whole, room)
        size = _card_lines(card)
        if kept and size > room - 1:
            break
        kept.append(card)
        room -= size
    most = top or (MOST_BESIDE_A_CARD if kept else MOST_CLAIMS)
    stand = None if kept else stand
    claims = _chosen(answer, kept, shorter, most, stand, room if top is None or top <= MOST_CLAIMS else None)
    numbered = tuple(replace(claim, number=number) for number, claim in enumerate(claims, start=1))
    shown = replace(answer, claims=numbered, contested=tuple(kept))
    return replace(shown, more=_rest(answer, shown))


def the_rest(whole: Answer, shorter: Shorter, *, stand: StandOf | None = None) -> Answer:
    """Return what ``in_one_look`` leaves out, its claims numbered behind those that are shown."""
    shown = in_one_look(whole, shorter, stand=stand)
    left = _left(whole, shown)
    first = len(shown.claims) + 1
    claims = tuple(replace(claim, number=number) for number, claim in enumerate(left, start=first))
    return replace(whole, claims=claims, contested=(), notes=(), reason=None, more=Found())


def counted(answer: Answer) -> Found:
    """Return how much an answer quotes."""
    quotes = answer.quotes
    return Found(len(quotes), _sources(quotes))


def _sources(claims: Sequence[Claim]) -> int:
    return independent_sources((claim.independent, claim.source.authors) for claim in claims)


def _left(answer: Answer, shown: Answer) -> list[Claim]:
    """Return the claims of an answer of which nothing is shown, those of the question first."""
    places = [claim.place for claim in shown.quotes]
    every = {claim.place: claim for claim in (*answer.claims, *answer.quotes)}.values()
    return [claim for claim in every if not any(_overlap(claim.place, place) for place in places)]


def _rest(answer: Answer, shown: Answer) -> Found:
    left = _left(answer, shown)
    return Found(len(left), _sources(left))


def _chosen(
    answer: Answer,
    cards: Sequence[ContestedPoint],
    shorter: Shorter,
    most: int,
    stand: StandOf | None,
    room: int | None,
) -> list[Claim]:
    """Return the claims to show: the best one, then the best of each other voice, then what else bears."""
    taken = [claim for card in cards for claim in card.claims]
    chosen: list[Claim] = []
    # One person or body whose words are asked for is heard more than once.
    heard = None if read_question(answer.question).of_one else Heard(taken)
    # The first is the best by evidence.
    claims = [*answer.claims[:1], *sorted(answer.claims[1:], key=lambda claim: -claim.bearing)]
    claims = _telling_first(claims, shorter)
    as_shown: StandOf | None = (lambda claim: stand(shorter(claim, USUAL_WORDS))) if stand else None
    for whole in _in_turn(claims, heard, as_shown):
        if len(chosen) == most:
            break
        claim = shorter(whole, USUAL_WORDS)
        if (chosen or taken) and (_leans_alone(claim) or tells_little(claim.quote)):
            continue
        if any(_overlap(claim.place, other.place) for other in (*taken, *chosen)):
            continue
        if room is not None:
            if (chosen or taken) and claim_lines(claim) > room:
                claim = shorter(whole, FEW_WORDS)
            size = claim_lines(claim)
            if size > room and (chosen or taken):
                if stand:
                    continue  # another voice may have room
                break
            room -= size
        chosen.append(claim)
    if room is not None:
        chosen = _lengthened(chosen, taken, claims, shorter, room)
    return sorted(chosen, key=lambda claim: claim.number)


def _telling_first(claims: list[Claim], shorter: Shorter) -> list[Claim]:
    """Return the claims without the first where it tells little and another that bears tells more."""
    if not claims or not tells_little(shorter(claims[0], USUAL_WORDS).quote):
        return claims
    others = (claim for claim in claims[1:] if claim.bearing >= BEARS)
    if any(not tells_little(shorter(claim, USUAL_WORDS).quote) for claim in others):
        return claims[1:]
    return claims


def _lengthened(
    chosen: Sequence[Claim], taken: Sequence[Claim], wholes: Sequence[Claim], shorter: Shorter, room: int
) -> list[Claim]:
    """Return the claims, those that bear most first, with what stands around them while lines are left."""
    by_number = {claim.number: claim for claim in wholes}
    found = list(chosen)
    for at, claim in enumerate(chosen):
        longer = shorter(by_number[claim.number], ROOMY_WORDS)
        size = claim_lines(longer) - claim_lines(claim)
        others = (*taken, *found[:at], *found[at + 1 :])
        around = longer.start <= claim.start and claim.end <= longer.end
        if around and size <= room and not any(_overlap(longer.place, other.place) for other in others):
            room -= size
            found[at] = longer
    return found


class Heard:
    """Whose voices are heard: each independent source, and within one of its articles each speaker.

    Sides are voices: in half of the disputes that people ask about, one report quotes both. A speaker in
    another copy or translation of it is none besides.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._speakers: dict[str, set[str | None]] = {}
        self._articles: dict[str, str] = {}  # of each source, the one that is heard
        for claim in claims:
            self.add(claim)

    def add(self, claim: Claim) -> None:
        """Take in a claim that is shown."""
        self._articles.setdefault(claim.independent, claim.article)
        self._speakers.setdefault(claim.article, set()).add(claim.speaker or claim.mention)

    def has(self, claim: Claim) -> bool:
        """Whether a claim's voice is heard already; its author's is, once the article is quoted."""
        if self._articles.get(claim.independent, claim.article) != claim.article:
            return True
        spoken = self._speakers.get(claim.article)
        speaker = claim.speaker or claim.mention
        return spoken is not None and (speaker is None or speaker in spoken)


def _leans_alone(claim: Claim) -> bool:
    """Whether a quote begins with a pronoun of which it does not say whom it means: "He left"."""
    return claim.mode is Mode.OWN and is_pronoun(claim.quote, 0)


def _in_turn(claims: Sequence[Claim], heard: Heard | None, stand: StandOf | None) -> Iterator[Claim]:
    """Yield the claims that bear on the question: the best, those of voices not heard yet, the others.

    Where the question may have several answers, what says otherwise is shown first and with less evidence, if
    it is the same voice too: a text tells a rumour and denies it.
    """
    fresh: list[Claim] = []
    later: list[Claim] = []
    said: set[str] = set()
    two = False  # whether two sides are heard
    nearly = NEARLY * claims[0].bearing if claims else 0.0
    for number, claim in enumerate(claims):
        first_heard = heard is None or not heard.has(claim)
        if number and claim.bearing < OPPOSED:
            break  # less is enough for nothing
        bears = not number or claim.bearing >= min(BEARS, nearly)
        if not bears and not said:
            continue
        own = stand(claim) if stand and not two else frozenset()
        otherwise = bool(number and said and own) and own.isdisjoint(said)
        if not bears and not otherwise:
            continue
        said |= own
        two |= otherwise
        if number and not first_heard and not otherwise:
            later.append(claim)
            continue
        if heard is not None:
            heard.add(claim)
        if number and not otherwise:
            fresh.append(claim)
        else:
            yield claim
    yield from fresh
    yield from later


def _overlap(one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _first_quotes(point: ContestedPoint, most: int) -> ContestedPoint:
    positions = (replace(position, claims=position.claims[:most]) for position in point.positions)
    return replace(point, positions=tuple(positions))


def _within(point: ContestedPoint, room: int) -> ContestedPoint:
    """Return a card that fits: its quotes cut to the clause of their own words where it is too long.

    No side of a card is left out; of voices side by side, and of amounts, as many are shown as there is room
    for, two at least: of amounts those that most sources give.
    """
    if point.kind is not Kind.VOICES and _card_lines(point) > room:
        point = _clauses_alone(point)
    if point.kind is Kind.FIGURE:
        return _fewer(point, room)
    if point.kind is not Kind.VOICES:
        return point
    most = len(point.positions)
    while most > 2 and _card_lines(replace(point, positions=point.positions[:most])) > room:
        most -= 1
    return replace(point, positions=point.positions[:most])


def _fewer(point: ContestedPoint, room: int) -> ContestedPoint:
    """Return a card of amounts that fits: without those that fewest sources give, long ones first."""
    kept = list(point.positions)
    while len(kept) > _TWO and _card_lines(replace(point, positions=tuple(kept))) > room:
        kept.remove(min(kept, key=lambda position: (position.sources, -_quoted_lines(position))))
    return replace(point, positions=tuple(kept))


def _quoted_lines(position: Position) -> int:
    return sum(map(claim_lines, position.claims))


def _clauses_alone(point: ContestedPoint) -> ContestedPoint:
    positions = (
        replace(position, claims=tuple(_clause_of(claim, position.label) for claim in position.claims))
        for position in point.positions
    )
    return replace(point, positions=tuple(positions))


def _clause_of(claim: Claim, label: str) -> Claim:
    """Return a claim cut to the clauses that hold the words of its label; as it is where none does."""
    quote = claim.quote
    words = label.strip('“”«»"').partition("”")[0].partition("»")[0]
    at = quote.lower().find(words.lower())
    if at < 0 or len(quote) != claim.end - claim.start or len(quote.split()) <= _SHORT:
        return claim
    marks = [0, *(match.end() for match in _CLAUSE_END.finditer(quote)), len(quote)]
    first = max(mark for mark in marks if mark <= at)
    last = min(mark for mark in marks if mark >= at + len(words))
    while len(quote[first:last].split()) < _CLAUSE_WORDS and last < len(quote):
        last = next(mark for mark in marks if mark > last)
    while len(quote[first:last].split()) < _CLAUSE_WORDS and first > 0:
        first = max(mark for mark in marks if mark < first)
    text = quote[first:last].rstrip(" ,;:—–")
    voices = tuple(
        replace(said, start=max(0, said.start - first), end=min(len(text), said.end - first))
        for said in claim.voices
        if said.start < first + len(text) and said.end > first
    )
    start = claim.start + first
    return replace(claim, quote=text, start=start, end=start + len(text), voices=voices)


def _card_lines(point: ContestedPoint) -> int:
    return 2 + sum(claim_lines(claim) - 1 for claim in point.claims) + (point.kind is not Kind.VOICES)


def claim_lines(claim: Claim) -> int:
    """Return about how many lines of 80 columns a claim takes: its voice, its quote, its place, a blank."""
    source = claim.source
    names = (
        *source.authors,
        source.outlet,
        source.reposted_by,
        claim.speaker,
        claim.role,
        *(said.speaker for said in claim.voices),
        *{said.speaker: said.role for said in claim.voices}.values(),
    )
    label = _LABEL + sum(len(name) + 2 for name in names if name)
    return -(-label // _WIDTH) + -(-len(claim.quote) // (_WIDTH - 4)) + 2
