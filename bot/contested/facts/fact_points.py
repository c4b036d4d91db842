"""Statements about one subject that exclude each other: opposed words, denials, causes, doers, offices.

What two sentences have in common comes first: their names and times agree and they share most of
their words (see ``bot.contested.facts.statements``). What no rule is sure of is left to the voices
side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.answer import ContestedPoint
from bot.asking.asked import asked_of
from bot.contested.card_phrases import phrase
from bot.contested.facts.asked_pairs import on_matter, on_what_is_asked
from bot.contested.facts.causes import causes_in, manners_in, same_event
from bot.contested.facts.clause_denials import clause_pairs
from bot.contested.facts.deeds import deeds_in, firsts_in, same_deed, same_start
from bot.contested.facts.denials import (
    affirmed,
    denials_in,
    is_never,
    nearly_same,
    opposites_in,
    same_statement,
)
from bot.contested.facts.described_thing import said_of_another
from bot.contested.facts.first_times import first_times_in, same_thing
from bot.contested.facts.happenings import happening_pairs
from bot.contested.facts.held_offices import offices_in, same_holder
from bot.contested.facts.opposed import (
    Opposition,
    asked_about,
    is_turned_round,
    opposed_in,
    oppositions,
    same_object,
)
from bot.contested.facts.plain_denials import excluded
from bot.contested.facts.statements import Said, Stand, alike, fact_point, rivals, said_by
from bot.contested.facts.winners import asks_who_won, same_contest, winners_in
from bot.contested.facts.yes_or_no import asks_yes_or_no, stands_on
from bot.contested.inquiry import Inquiry
from bot.contested.relevance import Relevance
from bot.contested.spoken_sentences import Statement, naming, terms_of
from bot.phrases import heading_in
from index.languages import language as language_of_code
from index.model import terms_of_words
from index.values import replace

_NEAR = 0.5  # of the question's other words, in the sentence itself
# Share of the smaller sentence's terms, and number of terms, that two sentences must have in common:
_ASKED = (0.0, 0)  # where the question asks for the opposition: both hold half of its words as well
_UNASKED = (0.65, 3)  # where it does not
_FEW = 2  # terms that are enough when the shorter sentence has no others
_LOOSE = 0.15  # of the best sentence's relevance: a winner is named in few of the question's words
_MOST = 48  # sentences compared

Reader = Callable[[Said], list[Stand]]
Same = Callable[[Stand, Stand], bool]
SLOTS: tuple[tuple[str, Reader, Same], ...] = (
    ("cause", causes_in, same_event),
    ("death", manners_in, same_event),
    ("deed", deeds_in, same_deed),
    ("first", firsts_in, same_start),
    ("office", offices_in, same_holder),
    ("first-time", first_times_in, same_thing),
)


def fact_points(inquiry: Inquiry) -> list[ContestedPoint]:
    """Return the matters of a question on which two voices say what excludes each other.

    Only sentences with (two of) the question's names are compared.
    """
    question, relevance, language = inquiry.question, inquiry.relevance, inquiry.language
    asked = asked_about(question)
    points = [_winners(inquiry)]
    pool = naming(inquiry.pool, inquiry.names, every=True)
    for opposition in asked:
        wanted = frozenset(word.text for word in question.words if not opposition.holds(word.text.lower()))
        terms = terms_of_words(word for word in question.words if word.text in wanted)
        taken = [opposed_in(each, terms) for each in _near(pool, relevance, wanted)]
        if not opposition.takes_object:
            nouns = terms - inquiry.names
            taken = [
                {key: each for key, each in row.items() if not said_of_another(each, nouns)} for row in taken
            ]
        point = _opposed(opposition, taken, _ASKED, language)
        points.append(point if point and on_matter(point, inquiry, terms) else None)
    said = _near(pool, relevance, frozenset(word.text for word in question.words))
    points += slot_points(said, language)
    pairs = _said_to_be(inquiry)
    if asks_yes_or_no(question):
        pairs += rivals(stands_on(said, question), lambda *_: True, names=False, times=False)
    points.append(fact_point("fact-asked", phrase("asked_given", language), pairs, language))
    heading = phrase("denial_given", language)
    points += [
        fact_point(f"fact-{what}", heading, pairs, language)
        for what, pairs in happening_pairs(said, asked=True).items()
    ]
    denied = [pair for pair in clause_pairs(said) if on_what_is_asked(pair, inquiry)]
    points.append(fact_point("fact-denied-clause", heading, denied, language))
    taken = [opposed_in(each) for each in said]
    points += [_opposed(each, taken, _UNASKED, language) for each in oppositions() if each not in asked]
    found = _without_repeats(point for point in points if point is not None)
    return [replace(point, heading=inquiry.headed(point.heading)) for point in found]


def _winners(inquiry: Inquiry) -> ContestedPoint | None:
    """Return who won, as each voice has it, where a question asks for it."""
    if not asks_who_won(inquiry.question):
        return None
    pool, relevance, language = inquiry.pool, inquiry.relevance, inquiry.language
    floor = _LOOSE * relevance.best(pool)
    near = [said for each in pool if relevance.of(each) >= floor and (said := said_by(each)) is not None]
    won = [stand for each in near for stand in winners_in(each)]
    pairs = rivals(won, same_contest, names=False, times=False)
    return fact_point("fact-winner", phrase("winner_given", language), pairs, language)


def slot_points(said: Sequence[Said], language: str) -> list[ContestedPoint | None]:
    """Return the points of causes, ways to die, doers, beginners, offices, denials and prefixes of denial."""
    points = []
    for key, reader, same in SLOTS:
        stands = [stand for each in said for stand in reader(each)]
        points.append(
            fact_point(f"fact-{key}", phrase(f"{key}_given", language), rivals(stands, same), language)
        )
    heading = phrase("denial_given", language)
    points.append(fact_point("fact-denial", heading, denial_pairs(said), language))
    points.append(fact_point("fact-opposite", heading, opposite_pairs(said), language))
    return points


def _near(pool: Sequence[Statement], relevance: Relevance, wanted: frozenset[str]) -> list[Said]:
    near = relevance.covering(pool, wanted, _NEAR)
    if len({each.who for each in near}) < 2:
        return []
    near.sort(key=lambda each: -relevance.of(each))
    return [said for each in near[:_MOST] if (said := said_by(each)) is not None]


def _opposed(
    opposition: Opposition, taken: Sequence[Mapping[str, Stand]], least: tuple[float, int], language: str
) -> ContestedPoint | None:
    """Return the stands for and against of one opposition."""
    stands = [each[opposition.id] for each in taken if opposition.id in each]
    if len({stand.side for stand in stands}) < 2:
        return None

    def same(one: Stand, other: Stand) -> bool:
        if opposition.takes_object and not same_object(one, other):
            return False
        if not _one_language(one, other):
            return least == _ASKED
        if least == _ASKED:
            return alike(one.about, other.about, 0.0, 1 if opposition.takes_object else 2)
        return close(one.said.terms & one.about, other.said.terms & other.about)

    pairs = rivals(stands, same, names=least != _ASKED)
    if pairs and least == _ASKED:  # that they differ is certain: every voice on it is wanted
        pairs = [(one, other) for one in stands for other in stands if one.side.isdisjoint(other.side)]
    return fact_point(f"fact-{opposition.id}", heading_in(opposition.headings, language), pairs, language)


def _one_language(one: Stand, other: Stand) -> bool:
    languages = {stand.said.statement.passage.paragraph.language for stand in (one, other)}
    return len(languages) == 1


def denial_pairs(said: Sequence[Said]) -> list[tuple[Stand, Stand]]:
    """Return the pairs of a denial and the same statement made by another voice."""
    pairs = []
    for denied in (stand for each in said for stand in denials_in(each)):
        for each in said:
            made = affirmed(each, denied) if nearly_same(each, denied.said) else None
            if made is not None:
                pairs += rivals((denied, made), same_statement, times=not is_never(denied))
    return [pair for pair in pairs if not excluded(*pair)]


def opposite_pairs(said: Sequence[Said]) -> list[tuple[Stand, Stand]]:
    """Return the pairs of a word and the same word with a prefix of denial, said of one subject."""
    pairs = []
    for denied in (stand for each in said for stand in opposites_in(each)):
        (word,) = denied.about
        for one in said:
            both = not denied.side.isdisjoint(one.tokens.words)  # "for illegal immigrants to become legal"
            if word in one.tokens.words and not both and close(one.terms, denied.said.terms):
                at = one.tokens.words.index(word)
                if _of_another_thing(one, at, denied) or is_turned_round(one.tokens.words, at):
                    continue
                label = one.text[one.tokens.starts[at] : one.tokens.ends[at]]
                plain = Stand(one, label, frozenset({word}), denied.about)
                pairs += rivals((plain, denied), sentences_alike)
    return pairs


def _of_another_thing(said: Said, at: int, denied: Stand) -> bool:
    """Whether a word describes a noun behind it that the other sentence has not: "the armed forces"."""
    behind = said.tokens.words[at + 1 : at + 2]
    if not behind or not behind[0][0].isalpha() or not language_of_code(said.language).has("heads_last"):
        return False
    noun = terms_of(behind[0], said.language)
    return bool(noun) and noun.isdisjoint(denied.said.terms)


def sentences_alike(one: Stand, other: Stand) -> bool:
    """Whether two sentences have most of their words in common."""
    return close(one.said.terms, other.said.terms)


def close(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sentences share enough for one subject: most of the shorter one's, all when few."""
    return alike(one, other, *_UNASKED) or alike(one, other, 1.0, _FEW)


def _without_repeats(points: Iterable[ContestedPoint]) -> list[ContestedPoint]:
    """Return the points without those that show only sentences of an earlier one."""
    kept: list[ContestedPoint] = []
    seen: set[tuple[str, int]] = set()
    for point in points:
        shown = {(claim.paragraph, claim.start) for claim in point.claims}
        if not shown <= seen:
            kept.append(point)
            seen |= shown
    return kept


def _said_to_be(inquiry: Inquiry) -> list[tuple[Stand, Stand]]:
    if not asked_of(inquiry.question).polar:
        return []
    from bot.contested.facts.said_to_be import said_to_be_pairs  # most questions ask for more than yes or no

    return said_to_be_pairs(inquiry)
