"""The parts of a sentence that tells a view: where a clause ends, the thing, and whose view it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from bot.contested.facts.named_things import Named, named_first, named_last
from bot.contested.facts.statements import STOPS, Said
from bot.contested.one_event import names_of
from bot.contested.spoken_sentences import terms_of
from index.languages import language as language_of_code
from index.text.denial import denial_words, names_a_choice
from index.text.terms import bare, fold, stop_words
from index.text.tokens import phrases_of
from index.words import table, word_endings, word_list

FILE = "views"
_OBJECT = 8  # words behind a verb that name its thing
_NEAR = 4  # words from "is" to the judgement: "is, they say, an unfair levy"


def at_list(words: Sequence[str], at: int, key: str) -> bool:
    """Whether a phrase of a list stands at a word."""
    return phrases_of(FILE, key).at(words, at) is not None


def last_of(words: Sequence[str], key: str, first: int, before: int) -> int | None:
    """Return where the last phrase of a list stands among the words from ``first`` on, before a word."""
    near = range(before - 1, max(first, 0) - 1, -1)
    return next((n for n in near if at_list(words, n, key)), None)


def part_start(said: Said, at: int) -> int:
    """Return the token at which the part of a sentence before a word begins."""
    words, first = said.tokens.words, max(at, 0)
    while first and words[first - 1] not in denial_words().joints | STOPS:
        first -= 1
    return first


def part_end(said: Said, at: int) -> int:
    """Return the token before which ends what stands behind a word."""
    words, last = said.tokens.words, at
    while last < min(len(words), at + _OBJECT):
        if words[last] in denial_words().joints or words[last] in STOPS:
            break
        last += 1
    return last


def thing_behind(said: Said, at: int) -> Named | None:
    """Return the thing named behind a word."""
    return named_first(said, at, part_end(said, at))


def subject(said: Said, first: int, verb: int) -> Named | None:
    """Return the thing of which a verb tells: in a language that names things first, the one of a kind."""
    if not language_of_code(said.language).has("heads_last"):
        for at in range(first, verb):
            if terms_of(said.tokens.raw[at], said.language) & kinds_of_things(said.language).keys():
                return named_first(said, at, verb)
    return named_last(said, first, verb)


def thing_with_article(said: Said, at: int) -> Named | None:
    """Return the thing behind its judgement: "es necesaria una ley"."""
    opened = said.tokens.words[at : at + 1]
    return thing_behind(said, at) if opened and opened[0] in word_list("grammar", "articles_all") else None


def described(said: Said, first: int) -> Named | None:
    """Return the thing of which a clause tells more: "a levy | that Brown calls an insult"."""
    if first < 2 or said.tokens.words[first - 1] not in word_list("contrasts", "that"):
        return None
    return named_last(said, part_start(said, first - 1), first - 1)


def of_kind(said: Said, thing: Named | None) -> bool:
    """Whether a thing is of a kind that has several nouns: a plan, a ruling."""
    return thing is not None and not thing.head.isdisjoint(kinds_of_things(said.language))


@cache
def kinds_of_things(language: str) -> Mapping[str, str]:
    """Return for the terms of nouns that may be said of one thing, the plan and the proposal, their kind."""
    kinds = table(FILE, language).get("things", {})
    return {
        term: f"kind:{kind}" for kind, nouns in kinds.items() for term in terms_of(" ".join(nouns), language)
    }


def names_thing(said: Said, thing: Named) -> bool:
    """Whether what a view is of is told by a common noun that names neither people nor mere words."""
    if not thing.head.isdisjoint(_no_things(said.language)):
        return False
    return any(said.tokens.raw[at][0].islower() for at in _places(said, thing))


@cache
def plain_words(language: str) -> frozenset[str]:
    """Return the terms of words that tell no thing from another: "new", "proposed"."""
    return terms_of(" ".join(sorted(word_list(FILE, "plain", language))), language)


@cache
def _no_things(language: str) -> frozenset[str]:
    return terms_of(" ".join(sorted(word_list(FILE, "no_things", language))), language)


def is_told(said: Said, thing: Named) -> bool:
    """Whether it is told which thing is meant: described, or with a word before that points to it."""
    if thing.described or of_kind(said, thing):
        return True
    pointing = word_list(FILE, "pointing")
    return any(said.tokens.words[at - 1] in pointing for at in _places(said, thing) if at)


def _places(said: Said, thing: Named) -> list[int]:
    """Return the tokens that name a thing."""
    raw = said.tokens.raw
    return [
        n for n, word in enumerate(raw) if word[0].isalpha() and terms_of(word, said.language) & thing.head
    ]


def names_beside(said: Said, thing: Named) -> frozenset[str]:
    """Return the terms of a thing that are names."""
    capital = (word for word in said.tokens.raw[1:] if word[0].isupper() and not word.isupper())
    return (thing.described | thing.used | thing.rest) & terms_of(" ".join(capital), said.language)


def whom(said: Said, first: int, last: int) -> frozenset[str]:
    """Return the words of the names of whose view it is, else of the nouns that tell it."""
    last = min(last, len(said.tokens))
    places, raw, links = set[int](), said.tokens.raw, word_list("contrasts", "links")
    for at in range(max(first, 1), last):  # "the farmers of Keld" are no Keld
        article = said.tokens.words[at - 1] in word_list("grammar", "articles_all")
        lead = at - 2 if article and at > first + 1 else at - 1
        if raw[at][0].isupper() and (said.tokens.words[lead] in links or at - 1 in places):
            places.add(at)
    told = " ".join(raw[at] for at in range(first, last) if at not in places)
    names = frozenset(names_of(f", {told}")) - stop_words()
    nouns = {bare(word) for word in told.split() if word[0].islower()}
    return names - nouns or (terms_of(told, said.language) if told else frozenset())


def speaker_of(said: Said) -> frozenset[str]:
    """Return the words of who speaks."""
    return frozenset(fold(said.statement.speaker or "").split())


def tells(said: Said, first: int, last: int) -> bool:
    """Whether some words hold any that is not small."""
    return any(word[0].isalpha() and fold(word) not in stop_words() for word in said.tokens.words[first:last])


def somebody(said: Said, first: int, last: int) -> bool:
    """Whether words in front of a verb name somebody, by a noun or as "we"."""
    words = said.tokens.words[first:last]
    own = not word_list("grammar", "first_person_subjects").isdisjoint(words)
    return own or tells(said, first, last) or bool(said.statement.speaker)


def is_be(words: Sequence[str]) -> bool:
    """Whether some words hold an "is"."""
    return not word_list(FILE, "be").isdisjoint(words)


def link_before(said: Said, first: int, at: int) -> int | None:
    """Return the "is" of a judgement, with nothing but small words between them."""
    words = said.tokens.words
    endings = word_endings("stances", "adverb_endings")
    for n in range(at - 1, max(first, at - _NEAR) - 1, -1):
        if words[n] in word_list(FILE, "be"):
            return n
        if not (fold(words[n]) in stop_words() or words[n].endswith(endings) or not words[n][0].isalnum()):
            return None
    return None


def denies(said: Said, at: int) -> bool:
    """Whether a word says no to what follows it: not in "not only", not the "No" of a vote."""
    words = said.tokens.words
    if words[at] not in denial_words().words or names_a_choice(said.tokens, at):
        return False
    return not " ".join(words[at : at + 3]).startswith(denial_words().none)
