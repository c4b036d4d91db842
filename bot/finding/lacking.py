"""Whether no passage that speaks of the matter holds what is asked for: an age, a price, an hour, a toll."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.answer_kinds import MEASURES, AnswerKind, holds
from bot.asking.asked import asked_of
from bot.asking.asked_amount import TOLL, asked_amount, asks_for_money, toll_of
from bot.finding.measure import FULLY, held_by_sentence
from bot.finding.order import Ranked, of_the_same
from bot.finding.word_weights import full_weight
from index.door import Index
from index.figures.families import OPEN_NOUN, family_phrases
from index.languages import is_read
from index.model import Passage, Query
from index.text.reading import reading_of
from index.text.terms import folded_list
from index.text.tokens import read_tokens

_LOOKED_AT = 3  # passages whose large numbers may be of money
_OF_IT = 0.5  # of what the best passage holds: what has less tells a sum of something else
_SUM = 1000  # of what is not told: it may be of money
_TYPED = 5  # passages of which one must hold what is asked for
# Written in forms of their own; a duration may be told in words that are none: "all night".
_FORMS = {AnswerKind.HOUR, AnswerKind.WEEKDAY, *MEASURES} - {AnswerKind.DURATION}


def lacks_what_is_asked(index: Index, query: Query, ranked: Sequence[Ranked]) -> bool:
    """Return whether what was found lacks the kind of thing asked for, or the reason where "why" is asked."""
    if lacks_kind(query, ranked):
        return True
    if not asked_of(query).why:
        return False
    from bot.finding.no_reason import tells_no_reason  # few questions ask why

    return tells_no_reason(index, query, ranked)


def lacks_kind(query: Query, ranked: Sequence[Ranked]) -> bool:
    """Return whether no passage that speaks of the matter holds what is asked for.

    Told of ages, sums of money, hours, days of the week and measures, and of what befell people: where no
    passage speaks of arrests, none says how many there were, nor whether there were any.
    """
    if not _lacks(query, ranked):
        return False
    from bot.finding.none_told import tells_of_none  # of most something is told

    return not tells_of_none(query, ranked)


def _lacks(query: Query, ranked: Sequence[Ranked]) -> bool:
    asked = asked_of(query)
    if asks_for_money(query):
        return not (_holds_money(ranked) or _priced(query, ranked))
    if asked.kind is AnswerKind.AGE:
        return not any(each.kind for each in of_the_same(ranked[:_TYPED]))
    if asked.kind in _FORMS:
        return not any(holds(asked.kind, each.passage.paragraph.text, frozenset()) for each in ranked)
    # "Was anybody hurt?" asks for what befell people, too.
    family = asked_amount(query).family or (toll_of(asked.tokens) if asked.polar else None)
    if family and family.startswith(OPEN_NOUN):
        return not _counts_such(query, family.removeprefix(OPEN_NOUN), ranked)
    return family in TOLL and not any(_speaks_of(family, each) for each in ranked)


def _holds_money(ranked: Sequence[Ranked]) -> bool:
    from index.figures import Unit  # most questions want no figures
    from index.figures.stored import figures_of

    best = [each for each in ranked if each.share >= _OF_IT * ranked[0].share]
    return any(sums_of(each.passage) for each in best) or any(
        figure.unit is Unit.PERCENT  # a tenth of each ticket is a price, too
        or (number < _LOOKED_AT and not figure.family and figure.low >= _SUM)
        for number, each in enumerate(best)
        for figure in figures_of(each.passage)
    )


def sums_of(passage: Passage) -> list[int]:
    """Return where sums of money start in a passage, those too that somebody only may pay."""
    from index.figures import Unit  # most questions want no figures
    from index.figures.numbers import read_numbers

    paragraph = passage.paragraph
    if not is_read(paragraph.language):
        return []
    tokens = read_tokens(paragraph.text)
    numbers = read_numbers(tokens, paragraph.language)
    return [tokens.starts[each.first] for each in numbers if each.unit is Unit.MONEY]


def _priced(query: Query, ranked: Sequence[Ranked]) -> bool:
    """Return whether a sentence calls a number by the word asked for: a price in whatever coin."""
    sums = folded_list("kinds", "number.sums")
    places = [at for at, word in enumerate(query.words) if word.text in sums]
    for each in ranked[:_LOOKED_AT]:
        reading, text = reading_of(each.passage), each.passage.paragraph.text
        rows = zip(held_by_sentence(query, reading), reading.spans, strict=True)
        for held, (start, end) in rows:
            if any(held[at] for at in places) and holds(AnswerKind.NUMBER, text[start:end], frozenset()):
                return True
    return False


def _counts_such(query: Query, noun: str, ranked: Sequence[Ranked]) -> bool:
    """Return whether a passage has the counted noun, or what stands for it; True where it is no word."""
    places = [at for at, word in enumerate(query.words) if any(term == noun for term, _ in word.terms)]
    full = [at for at in places if full_weight(query.words[at]) >= 1]
    return not full or any(each.held[at] >= FULLY for each in ranked for at in full)


def _speaks_of(family: str, each: Ranked) -> bool:
    """Return whether a passage has a word for what befell people: killed, detained."""
    words = read_tokens(each.passage.paragraph.text).words
    return any(
        found == family for key in ("nouns", "events") for _, _, found in family_phrases(key).hits(words)
    )
