"""Rival labels for one matter, side by side, each under whoever uses it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import combinations

from bot.answer import Claim, ContestedPoint, Kind, Position
from bot.asking.asked import asked_of
from bot.asking.asked_labels import AskedLabels, asked_labels
from bot.asking.asked_names import names_in_text
from bot.contested.inquiry import Inquiry
from bot.contested.positions import claims_of, neutral_key, quoted, unshown
from bot.contested.relevance import Relevance
from bot.contested.spoken_sentences import Statement
from bot.finding.quote import voice_of
from bot.phrases import heading_in
from index.framings import Framing, Framings, Label
from index.model import Mode, Query, Stance
from index.text.tokens import phrases_of
from index.values import frozen, replace

_CLAIMS = 4  # of one position
_LABELS = 3  # wordings of one side named in its label
_NEAR = 0.3  # of the best sentence's relevance where the question uses a label: the same referent
_SAME_WORDS = 2  # of a question, that the paragraphs of two rival labels both hold
_SAME_NAMES = 2  # of a question's names, that two sides have in common
_FAR = 3  # words from a denial to whom it speaks of: "no proof that"
_EVENT = 0.45  # where its labels name an event: texts that tell of it name it anew each time
_NEAREST = 0.7  # where its labels are words of many matters
_NEARER = 0.6  # where it only touches the matter


@frozen
class Use:
    """One use of a label: who says it, and how its author takes it."""

    label: Label
    statement: Statement
    speaker: str | None
    stance: Stance

    @property
    def denies(self) -> bool:
        """Whether the sentence says that it is not what the label says: a side of its own."""
        return self.stance is Stance.REJECTED and self.label.denied is not None

    @property
    def side(self) -> str:
        """The side that its words take: that of its label, or the denial of it."""
        denied = self.label.other or f"{self.label.side} denied"
        return denied if self.denies else self.label.side

    @property
    def held(self) -> bool:
        """Whether its words are somebody's own: used, or denied."""
        return self.denies or self.stance is Stance.REPORTED

    @property
    def text(self) -> str:
        """The label as the text has it, with the words that deny it."""
        start, end = (self.denies and self.label.denied) or (self.label.start, self.label.end)
        return self.statement.passage.paragraph.text[start:end]

    @property
    def who(self) -> tuple[str, str]:
        """The voice that uses it; a label held at a distance is somebody else's, unnamed."""
        unnamed = "" if self.held else "others"
        return self.statement.group, self.speaker or unnamed


def opposed(one: Use, other: Use) -> bool:
    """Whether two uses stand against each other: two labels of two sides, or a label and its denial."""
    if one.label.other is not None:
        return one.side != other.side
    if one.label.side == other.label.side:
        return one.denies is not other.denies
    return not one.denies and not other.denies


def uses_in(pool: Sequence[Statement], framings: Framings, among: frozenset[str] | None = None) -> list[Use]:
    """Return all uses of labels in the pool; ``among`` are their framings, where not all are looked for."""
    labels: dict[str, tuple[Label, ...]] = {}
    found = []
    for each in pool:
        paragraph, text = each.place[0], each.passage.paragraph.text
        if paragraph not in labels:
            labels[paragraph] = framings.find(text, among)
        here = [label for label in labels[paragraph] if each.start <= label.start < each.end]
        asks = here and each.text.rstrip('”"»)').endswith("?")
        if not here or asks or phrases_of("distance", "long_ago").in_text(each.text):
            continue  # who asks takes no side
        for label in here:
            if not framings.fits(label, text):
                continue
            if framings.by_id[label.framing].event or not _of_a_deed(label, text):
                found.append(_use(label, each))
    return found


def _of_a_deed(label: Label, text: str) -> bool:
    """Whether a denial is of what people did, not of what they are: "no proof that rebels were killed"."""
    if label.denied is None or label.denied[1] > label.end:
        return False
    return len(text[label.denied[0] : label.start].split()) >= _FAR


def _use(label: Label, statement: Statement) -> Use:
    """Return a label with who says it there and how its author takes it.

    Between a speaker's quotation marks it is the speaker's; scare quotes are for words nobody is named for.
    What a speaker denies he denies with marks around it, too.
    """
    passage = statement.passage
    voice = voice_of(passage.paragraph.text, passage.voices, label.start, label.end)
    if voice is None or voice.mode is Mode.OWN:
        return Use(label, statement, None, label.stance)
    stance = voice.stance
    if (
        stance is Stance.REPORTED
        and label.stance is not Stance.REPORTED
        and (label.denied is not None or not (label.scare and voice.speaker))
    ):
        stance = label.stance
    return Use(label, statement, voice.speaker, stance)


def _asks_else(question: Query, labels: AskedLabels) -> bool:
    """Whether a question only names a matter by a label, and asks when, which, why or for one's words.

    "Which general led the coup?" asks for a name: what the matter is called answers it in no way.
    What a label itself says asks for no reason: "probable cause of death".
    """
    asked = asked_of(question)
    return asked.kind is not None or asked.one_of or (asked.reason and labels.reason) or asked.of_one


def framing_points(inquiry: Inquiry, *, of_event: bool = False) -> list[ContestedPoint]:
    """Return a point for each framing the question touches and of which two voices use two sides' labels.

    The pool holds only sentences with some of the question's names, and two sides must have two of them in
    common where the pool knows as many. ``of_event``: the pool holds only articles that tell of whom the
    question names, and only labels of events count: all there speak of the same.
    """
    pool, names, relevance, framings = inquiry.pool, inquiry.names, inquiry.relevance, inquiry.framings
    labels = asked_labels(inquiry.question, framings)
    by_label = labels.framings
    touched = labels.touched if relevance.speaks else by_label
    if _asks_else(inquiry.question, labels):
        touched = tuple(key for key in touched if key not in by_label)
    if not touched:
        return []
    touched = tuple(key for key in touched if framings.by_id[key].event) if of_event else touched
    loose = of_event or (bool(names) and bool(by_label))  # the asker named the matter and whom it is about
    best = relevance.best(pool)
    floor = 0.0 if loose else _NEAR * best
    near = [each for each in pool if relevance.of(each) >= floor]
    uses = uses_in(near, framings, frozenset(touched))
    several = asked_of(inquiry.question).several
    points = []
    for key in touched:
        here = [use for use in uses if use.label.framing == key]
        if key not in by_label:
            framing = framings.by_id[key]
            share = _EVENT if framing.event else _NEARER
            least = (_NEAREST if framing.needs else share) * best
            here = [use for use in here if relevance.of(use.statement) >= least]
        if relevance.speaks and not of_event and not _share_words(here, relevance):
            continue
        if several and not of_event and not _share_names(here, names, relevance):
            continue
        if not names and not _meet(here):
            continue
        point = framing_point(framings.by_id[key], here, relevance, inquiry.language)
        if point is not None:
            points.append(replace(point, heading=inquiry.headed(point.heading)))
    return points


def _meet(uses: Sequence[Use]) -> bool:
    """Whether any two rival uses name nobody, or somebody in common: where the question names nobody."""

    def names(use: Use) -> set[str]:
        return set().union(*names_in_text(use.statement.text))

    return any(
        opposed(one, other) and (not names(one) or not names(other) or names(one) & names(other))
        for one, other in combinations(uses, 2)
    )


def _share_words(uses: Sequence[Use], relevance: Relevance) -> bool:
    """Whether the paragraphs of two uses of rival labels share two of the question's words, or its one.

    In two languages one is enough: a question's words are those of one.
    """

    def least(one: Use, other: Use) -> int:
        languages = {use.statement.passage.paragraph.language for use in (one, other)}
        return min(_SAME_WORDS, relevance.size) if len(languages) == 1 else 1

    return any(
        opposed(one, other) and relevance.shared(one.statement, other.statement) >= least(one, other)
        for one, other in combinations(uses, 2)
    )


def _share_names(uses: Sequence[Use], names: frozenset[str], relevance: Relevance) -> bool:
    """Whether two sides' paragraphs hold the same names of a question: two, or all that the pool knows."""
    known = {name for name in names if relevance.knows(name)}
    sides: dict[str, set[str]] = {}
    for use in uses:
        held = known & set(relevance.in_paragraph(use.statement))
        sides.setdefault(use.side, set()).update(held)
    rows = list(sides.values())
    least = min(len(known), _SAME_NAMES)
    return any(len(a & b) >= least for at, a in enumerate(rows) for b in rows[at + 1 :])


def framing_point(
    framing: Framing, uses: Sequence[Use], relevance: Relevance | None, language: str
) -> ContestedPoint | None:
    """Return one framing's sides, a position each; None unless two voices stand behind two sides."""
    sides: dict[str, list[Use]] = {}
    for use in uses:
        sides.setdefault(use.side, []).append(use)
    everyone = [use for row in sides.values() for use in row]
    if not any(one.who != other.who and opposed(one, other) for one, other in combinations(everyone, 2)):
        return None
    if not any(use.held for use in everyone):
        return None  # nobody here uses any of the words as his own
    near = _closeness(everyone)
    rows = [
        _by_voice(row, lambda each: near(each) + (relevance.of(each) if relevance else 0.0))
        for row in sides.values()
    ]
    rows.sort(key=lambda row: neutral_key(row[0].statement))
    positions = tuple(_position(row, sides[row[0].side], language) for row in rows)
    return ContestedPoint(framing.id, Kind.FRAMING, heading_in(framing.headings, language), positions)


def _position(shown: Sequence[Use], held: Sequence[Use], language: str) -> Position:
    stances = ((use.statement, Stance.REPORTED if use.held else use.stance) for use in held)
    others = unshown(stances, [use.statement for use in shown])
    return Position(_wordings(shown, language), _claims(shown), others)


def _closeness(uses: Sequence[Use]) -> Callable[[Statement], float]:
    """Return how much a sentence has in common with one that another source sets against it.

    Where nothing is asked those are shown that speak to each other.
    """
    best: dict[tuple[str, int], float] = {}
    both = {
        one.statement.place
        for one, other in combinations(uses, 2)
        if one.statement.place == other.statement.place and opposed(one, other)
    }  # who speaks of both words in one sentence shows neither side best
    for one, other in combinations(uses, 2):
        if one.statement.group == other.statement.group or not opposed(one, other):
            continue
        if one.statement.place in both or other.statement.place in both:
            continue
        mine, theirs = one.statement.terms, other.statement.terms
        share = len(mine & theirs) / math.sqrt(len(mine) * len(theirs) or 1)
        for use in (one, other):
            best[use.statement.place] = max(share, best.get(use.statement.place, 0.0))
    return lambda statement: best.get(statement.place, 0.0)


def _by_voice(uses: Sequence[Use], closeness: Callable[[Statement], float]) -> list[Use]:
    """Return the best use of each voice in neutral order; own words before distanced ones.

    Where there are more than are shown, other sources come before other speakers in one source.
    """
    best: dict[tuple[str, str], tuple[tuple[bool, float], Use]] = {}
    for use in uses:
        rank = (use.held, closeness(use.statement))
        if use.who not in best or rank > best[use.who][0]:
            best[use.who] = (rank, use)
    ranked = [use for _, use in sorted(best.values(), key=lambda row: row[0], reverse=True)]
    firsts = {use.statement.group: use for use in reversed(ranked)}
    ranked.sort(key=lambda use: use is not firsts[use.statement.group])
    return sorted(ranked[:_CLAIMS], key=lambda use: neutral_key(use.statement))


def _wordings(uses: Sequence[Use], language: str) -> str:
    """Return the different labels of a position, each in quotation marks."""
    texts: dict[str, str] = {}
    for use in uses:
        texts.setdefault(" ".join(use.text.lower().split()), use.text)
    return ", ".join(quoted(text, language) for text in list(texts.values())[:_LABELS])


def _claims(uses: Sequence[Use]) -> tuple[Claim, ...]:
    """Return a claim for each use, with the author's own stance to the label."""
    claims: list[Claim] = []
    for number, use in enumerate(uses, start=1):
        claim = claims_of((use.statement,))[0]
        claims.append(replace(claim, number=number, stance=Stance.REPORTED if use.denies else use.stance))
    return tuple(claims)
