"""Words that exclude each other, from words/opposites.toml: lawful and unlawful, resigned and was removed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from bot.asking.asked import asked_of
from bot.contested.facts.statements import Said, Stand
from bot.contested.spoken_sentences import terms_of
from index.framings.undecided import is_undecided
from index.model import Query
from index.text.denial import denial_words
from index.text.terms import stop_words
from index.text.tokens import Phrases, Tokens, marked, phrases_of, read_tokens
from index.values import frozen
from index.words import table, word_endings, word_list

_NEGATED = 3  # words between "not" and what it turns round
_LACKED = 12  # words before it in which "without" stands
_NONE = 6  # words from "none of" to what they are said not to be
_WANTED = 4  # words before it in which it is only asked for
_OBJECT = 5  # words behind a verb that tell what it is said of
_ENDS = word_list("contrasts", "clause_ends")


@frozen
class Opposition:
    """Two sets of words that exclude each other."""

    id: str
    headings: Mapping[str, str]
    asks: Phrases[bool]  # words that ask for it, those of both sides included
    needs: Phrases[bool]  # one of these stands in the sentence, where there are any
    unless: Phrases[bool]  # none of these does
    predicate: bool  # its words are said of a thing: "was illegal", not "illegal hunting" of another
    takes_object: bool  # its words are verbs, and what they are said of stands behind them
    near: (
        int  # words that two sentences share, beside what it is said of, to speak of one thing; 0: nearly all
    )
    wide: bool  # its words are verbs, and what they are said of may stand further off
    named: bool  # what it is said of is somebody with a name
    adjective: bool  # its words describe a thing: one of two voices must say it with "is"
    full: bool  # its words tell all of a deed: two sources of one event need share no more than who did it
    itself: bool  # its words name what they are of, for two sources of one event that know of each other
    stronger: int | None  # the side of a sentence that holds words of both: "his resignation, forced by"

    def fits(self, words: list[str]) -> bool:
        """Whether a sentence has what the opposition needs, and nothing that bars it."""
        needed = not self.needs or self.needs.stand_in(words)
        return needed and not self.unless.stand_in(words)

    def holds(self, word: str) -> bool:
        """Whether a single word asks for it or is on one of its sides."""
        return self.asks.at([word], 0) is not None


@cache
def oppositions() -> tuple[Opposition, ...]:
    """Return the oppositions of words/opposites.toml in their order."""
    return tuple(
        Opposition(
            key,
            row["heading"],
            marked([*row["asks"], *row["one"], *row["other"]]),
            marked(row.get("needs", ())),
            marked(row.get("unless", ())),
            bool(row.get("predicate")),
            bool(row.get("object")),
            int(row.get("near", 0)),
            bool(row.get("wide")),
            bool(row.get("named")),
            bool(row.get("adjective")),
            bool(row.get("full")),
            bool(row.get("itself")),
            {"one": 0, "other": 1}.get(row.get("stronger", "")),
        )
        for key, row in table("opposites").items()
    )


@cache
def _sides() -> Phrases[tuple[tuple[str, int], ...]]:
    """Return all opposed words, each with the oppositions and sides it stands for."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for key, row in table("opposites").items():
        for side, part in enumerate(("one", "other")):
            for phrase in row[part]:
                found[phrase] = (*found.get(phrase, ()), (key, side))
    return Phrases(found)


def asked_about(question: Query) -> list[Opposition]:
    """Return the oppositions a question asks about, by their own words or by those of either side."""
    return list(_asked_in(tuple(asked_of(question).tokens)))


@lru_cache(maxsize=64)
def _asked_in(words: tuple[str, ...]) -> tuple[Opposition, ...]:
    """Return the oppositions that words ask about; two rooms ask for those of one question."""
    return tuple(each for each in oppositions() if each.asks.stand_in(list(words)))


def sides_in(words: list[str]) -> list[tuple[str, int]]:
    """Return the oppositions of which words hold one side's words alone, each with the side."""
    held: dict[str, set[int]] = {}
    for _, _, sides in _sides().hits(words):
        for key, side in sides:
            held.setdefault(key, set()).add(side)
    return [(key, sides.pop()) for key, sides in held.items() if len(sides) == 1]


def opposed_in(said: Said, asked: frozenset[str] = frozenset(), *, beside: bool = False) -> dict[str, Stand]:
    """Return for each opposition the side that a sentence takes; none of those of which it takes both.

    ``asked`` are terms of a question: of "an illegal vote" the vote must be one of them where the word
    is not said of its thing by a verb ("was illegal"). ``beside``: that the thing stands beside it is enough.

    The words may stand among the reporting ones: "the office confirmed that ...".
    """
    tokens = read_tokens(said.statement.text)
    hits: dict[str, dict[int | None, tuple[int, int]]] = {}
    behind = 0  # the phrase before
    for index, size, sides in _sides().hits(tokens.words):
        if index >= behind and not _in_name(tokens, index, size):
            behind = index + size
            for key, side in sides:
                barred = _by_id()[key].predicate and not beside
                if barred and not _is_said(said, tokens, index, size, asked):
                    continue
                if (beside and _only_wanted(tokens.words, index)) or _open(tokens, index, size):
                    continue
                taken_side, first = _turned(tokens, index, side)
                hits.setdefault(key, {}).setdefault(taken_side, (first, index + size - first))
    if not hits:
        return {}
    taken = {each.id: each for each in oppositions() if each.fits(tokens.words)}
    found = {}
    for key, row in hits.items():
        if key not in taken or None in row:
            continue
        stronger = taken[key].stronger
        strong = [each for each in row if len(row) == 1 or each == stronger]
        if strong:
            found[key] = _stand(said, tokens, taken[key], strong[0], row[strong[0]])
    return found


@cache
def _by_id() -> dict[str, Opposition]:
    return {each.id: each for each in oppositions()}


def copulas() -> frozenset[str]:
    """Return the words that say something of a thing: "is", "was declared"."""
    return word_list("polarity", "asks.be")


def _is_said(said: Said, tokens: Tokens, index: int, size: int, asked: frozenset[str]) -> bool:
    """Whether a word is said of a thing by a verb, or stands beside a noun that is asked about."""
    if any(word in copulas() for word in tokens.words[max(0, index - _NEGATED - 1) : index]):
        return True
    language = said.statement.passage.paragraph.language
    if not word_list("polarity", "asks.deeds").isdisjoint(tokens.words[index + size : index + size + 2]):
        return True
    near = [*tokens.words[index + size : index + size + 2], *tokens.words[max(0, index - 2) : index]]
    return any(terms_of(word, language) & asked for word in near)


def _only_wanted(words: Sequence[str], at: int) -> bool:
    """Whether an opposed word stands in what is only asked for or feared: "should be forced to go"."""
    return phrases_of("distance", "asked_for").stand_in(list(words[max(0, at - _WANTED) : at]))


def _open(tokens: Tokens, index: int, size: int) -> bool:
    """Whether the sentence leaves open what an opposed word says: "whether it is safe", "may be safe"."""
    return is_undecided(tokens.text, tokens.starts[index], tokens.ends[index + size - 1], 0)


def _in_name(tokens: Tokens, index: int, size: int) -> bool:
    """Whether a word is part of a name: "the Constitutional Court"."""
    if not tokens.raw[index][0].isupper() or not index:
        return False
    before, after = tokens.raw[index - 1], tokens.raw[index + size : index + size + 1]
    return before[0].isupper() or bool(after and after[0][0].isupper())


def _stand(
    said: Said, tokens: Tokens, opposition: Opposition, side: int | None, place: tuple[int, int]
) -> Stand:
    at, size = place
    language = said.statement.passage.paragraph.language
    start, end = tokens.starts[at], tokens.ends[at + size - 1]
    label = tokens.text[start:end]
    about = said.statement.terms - terms_of(label, language)
    if opposition.takes_object:
        about |= {f"object:{term}" for term in _object(tokens.text[end:], language)}
    return Stand(said, label, frozenset({f"{opposition.id}:{side}"}), about)


def same_object(one: Stand, other: Stand) -> bool:
    """Whether two verbs can be said of one thing: the other sentence has words of what stands behind each.

    Where both name their thing there, it is that thing.
    """
    mine, theirs = (
        {term[7:] for term in stand.about if term.startswith("object:")} for stand in (one, other)
    )
    if mine and theirs:
        return bool(mine & theirs)
    return bool((not mine or mine & other.about) and (not theirs or theirs & one.about))


def _object(behind: str, language: str | None) -> frozenset[str]:
    """Return the terms of the thing named right behind a verb, up to the first small word that goes on."""
    tokens = read_tokens(behind)
    last = 0
    while (
        last < min(len(tokens), _OBJECT) and tokens.words[last] not in _ENDS and tokens.raw[last][0].isalnum()
    ):
        last += 1
    return terms_of(behind[: tokens.ends[last - 1]], language) if last else frozenset()


def _turned(tokens: Tokens, index: int, side: int) -> tuple[int | None, int]:
    """Return the side of an opposed word, turned round by a negation in front of it, and where both begin.

    None where nobody is said to do it, or where another word is denied: that is neither side.
    """
    lists = denial_words()
    before = tokens.words[max(0, index - _NEGATED) : index]
    line = " ".join(before)
    none = _of_none(tokens.words, index)
    none = _far_from(tokens.words, index) if none is None else none
    if none is not None:
        return 1 - side, none
    if any(each in line for each in lists.nobody):
        return None, index
    lead = tokens.words[max(0, index - _NEGATED - 2) : index]
    if not lists.deny.isdisjoint(
        lead
    ):  # "has denied that it is responsible", "denied that he refused to help"
        return None if phrases_of("distance", "refusing").stand_in(lead) else 1 - side, index
    negation = next((at for at, word in enumerate(before) if word in lists.words), None)
    if negation is None or any(each in line for each in lists.none):
        lacked = negation is None and _is_lacked(tokens.words, index)
        return (None if lacked else side), index
    if not lists.partly.isdisjoint(tokens.words):
        return None, index  # "not yet", "not all"
    light = all(_is_light(word) for word in before[negation + 1 :])
    light = light or before[negation + 1] in word_list(
        "distance", "there_is"
    )  # "there will be no cheaper fuel"
    first = index - len(before) + negation
    return (1 - side, first) if light else (None, index)  # "not suited to safe use" denies another word


def _is_lacked(words: Sequence[str], index: int) -> bool:
    """Whether a word is what something is done without: "without, as she put it, one penny of new taxes"."""
    lead = words[max(0, index - _LACKED) : max(0, index - _NEGATED)]
    return not word_list("distance", "lacking").isdisjoint(lead)


def _of_none(words: Sequence[str], index: int) -> int | None:
    """Return where "none of them" stands before what they are said not to be: "none of them was armed"."""
    lead = range(max(0, index - _NONE), index)
    return next((at for at in lead if _none_of().at(list(words), at)), None)


def is_turned_round(words: Sequence[str], index: int) -> bool:
    """Whether a word is denied right before it: "not lawful", "far from lawful"."""
    denied = denial_words().turn(list(words[max(0, index - _NEGATED) : index]))
    return denied or _far_from(words, index) is not None


def _far_from(words: Sequence[str], index: int) -> int | None:
    """Return where "far from" stands before an opposed word but for small ones: "far from being safe"."""
    for at, size, _ in phrases_of("distance", "far_from").hits(
        list(words[max(0, index - _NEGATED - 1) : index])
    ):
        first = max(0, index - _NEGATED - 1) + at
        if all(_is_light(word) for word in words[first + size : index]):
            return first
    return None


@cache
def _none_of() -> Phrases[bool]:
    return marked(denial_words().none_of)


def _is_light(word: str) -> bool:
    """Whether a word between a negation and what it denies lets it through: a small word or an adverb."""
    small = word in stop_words()
    return small or word.endswith(word_endings("stances", "adverb_endings")) or not word[0].isalpha()
