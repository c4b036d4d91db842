"""Which stand a claim takes on what is asked, so that the next one shown may be of another side.

Nothing is asserted by it: it only chooses among claims that bear on the question. A stand is told by the
figures of the kind asked for; else by the words that exclude others, where the question is about these, and
by whether what is asked is denied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from bot.answer import Claim
from bot.asking.answer_kinds import MEASURES, AnswerKind, light_words, values
from bot.asking.asked import asked_of
from bot.asking.asked_amount import asked_amount
from bot.contested.spoken_sentences import terms_of
from index.figures import Figure
from index.model import Passage, Query, terms_of_words
from index.text.denial import denial_words
from index.text.terms import fold
from index.text.tokens import Phrases, marked, read_tokens

Stand = frozenset[str]  # what a claim says of the matter, in marks that can be compared
StandOf = Callable[[Claim], Stand]
_NUMBERS = {AnswerKind.NUMBER, AnswerKind.SHARE}
_WRITTEN = {AnswerKind.YEAR, AnswerKind.HOUR, *MEASURES}
_REACH = 12  # words from one of denial to what it denies: "no evidence that there was any fraud"


def stand_of(query: Query, read: Iterable[Passage]) -> StandOf:
    """Return what tells the stand of a claim on the question of a query; no marks where it takes none.

    ``read`` are the passages that were read for it.
    """
    asked = asked_of(query)
    if asked.kind in _NUMBERS:
        by_id = {each.paragraph.id: each for each in read}
        return partial(_figures, family=asked_amount(query).family, read=by_id)
    if asked.kind in _WRITTEN:
        return partial(_values, kind=asked.kind)
    if asked.choice is not None:
        return partial(_chooses, choice=(_terms(query, asked.choice[0]), _terms(query, asked.choice[1])))
    matter = terms_of_words(
        word
        for word in query.words
        if word.text.lower() not in asked.names and word.text not in light_words()
    )
    from bot.contested.facts.opposed import asked_about  # where figures are asked for they tell

    return partial(_says, matter=matter, oppositions=frozenset(each.id for each in asked_about(query)))


def _figures(claim: Claim, family: str | None, read: Mapping[str, Passage]) -> Stand:
    figures = _within(claim, read[claim.paragraph]) if claim.paragraph in read else ()
    return frozenset(
        f"{each.low:g}-{each.high:g}" for each in figures if family is None or each.family == family
    )


def _within(claim: Claim, passage: Passage) -> Iterator[Figure]:
    """Yield the figures of a passage that stand in a claim's quote."""
    from index.figures.stored import figures_of

    first, last = (place - passage.paragraph.start for place in (claim.start, claim.end))
    yield from (each for each in figures_of(passage) if first <= each.start < last)


def _values(claim: Claim, kind: AnswerKind) -> Stand:
    return values(kind, claim.quote)


def _terms(query: Query, words: frozenset[str]) -> frozenset[str]:
    """Return the terms of some folded words of a question."""
    return terms_of_words(word for word in query.words if fold(word.text) in words)


def _chooses(claim: Claim, choice: tuple[frozenset[str], frozenset[str]]) -> Stand:
    """Return which of two things that a question names a claim speaks of; nothing where of both."""
    told = terms_of(claim.quote, claim.source.language)
    held = [number for number, terms in enumerate(choice) if told & terms]
    return frozenset({f"choice:{held[0]}"}) if len(held) == 1 else frozenset()


def _says(claim: Claim, matter: frozenset[str], oppositions: frozenset[str]) -> Stand:
    from bot.contested.facts.opposed import sides_in

    words = read_tokens(claim.quote).words
    language = claim.source.language
    asked = [at for at, word in enumerate(words) if word[0].isalpha() and terms_of(word, language) & matter]
    turned = [] if _nothing_denied().stand_in(words) else [at for at, _, _ in _denials().hits(words)]
    denied = any(at < place <= _reach(words, at) for place in asked for at in turned)
    sides = [(key, side) for key, side in sides_in(words) if key in oppositions]
    if sides:
        return frozenset(f"{key}:{side != denied}" for key, side in sides)
    return frozenset({f"denied:{denied}"}) if asked else frozenset()


def _reach(words: Sequence[str], at: int) -> int:
    """Return the last word that one of denial may deny: up to the next mark or "but"."""
    last = min(len(words), at + _REACH + 1)
    ends = (n for n in range(at + 1, last) if not words[n][0].isalnum() or words[n] in denial_words().joints)
    return next(ends, last) - 1


@cache
def _denials() -> Phrases[bool]:
    lists = denial_words()
    return marked((*lists.words, *lists.deny, *lists.untrue, *lists.refusing, *lists.no))


@cache
def _nothing_denied() -> Phrases[bool]:
    return marked(denial_words().none)
