"""Yes and no to one statement: "did not use" and "used", "stable" and "unstable"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from bot.contested.facts.denied_of_it import narrowed
from bot.contested.facts.statements import STOPS, Said, Stand, alike, region_behind, span_terms, span_text
from bot.contested.spoken_sentences import terms_of
from index.expressions import pattern
from index.languages import language as language_of_code
from index.text.denial import denial_words, names_a_choice
from index.text.terms import stop_words
from index.text.tokens import phrases_of, read_tokens
from index.words import alternatives, table, word_endings, word_list, word_set

_SHARE = 0.7  # of the smaller sentence's terms, that both must hold
_LEAST = 3  # terms
_AFTER = 6  # words behind a verb that tell what it is done to
_VERB = 3  # words between "not" and what it denies: "did not ever use"
# Words of these endings, with one of the prefixes, mean the opposite of the word without it.
_PREFIXES = word_endings("contrasts", "denying_prefixes")
_OPPOSITE = pattern(
    rf"(?P<prefix>(?:{alternatives('contrasts', 'denying_prefixes')})-?)"
    rf"(?P<base>[^\W\d_]{{2,}}(?:{alternatives('contrasts', 'opposite_bases')}))"
)


def denials_in(said: Said) -> list[Stand]:
    """Return what a sentence denies: the stem of the denied word, with what stands before and behind it."""
    words = said.tokens.words
    if not denial_words().turn(words) or not _barred().isdisjoint(words):
        return []
    for at, word in enumerate(words):
        if word not in denial_words().words or _nothing_denied(said, at):
            continue
        verb = _verb(said, at + 1)
        if phrases_of("distance", "reasons").stand_in(words[at:]):
            continue  # "did not act alone": he acted
        if verb is not None and not _said_too(said, verb) and not _of_no_deed(said, at, verb):
            return [_stand(said, at, verb, "no")]
    return []


def _of_no_deed(said: Said, at: int, verb: int) -> bool:
    """Whether it is not denied that something was done: "does not call for", "not for or against"."""
    words = said.tokens.words
    leaves_open = phrases_of("distance", "asserts_nothing").stand_in(words)
    named = words[verb] in word_list("distance", "speech_deeds")
    return leaves_open or named or narrowed(words, at, verb, region_behind(said, verb))


def _said_too(said: Said, verb: int) -> bool:
    """Whether the sentence says the denied word of something as well: "one bomb exploded, the other did not
    explode", "not to make life easy for one, but to make it".
    """
    stem = _stem(said, verb)
    words = said.tokens.words
    others = (at for at in range(len(words)) if at != verb and words[at][0].isalpha())
    return any(_stem(said, at) == stem for at in others)


def is_never(denied: Stand) -> bool:
    """Whether a denial holds for all times."""
    return denied.label.lower().startswith(denial_words().never)


def affirmed(said: Said, denied: Stand) -> Stand | None:
    """Return the same statement without the denial where a sentence makes it."""
    words = said.tokens.words
    if not _barred().isdisjoint(words) or denial_words().turn(words):
        return None
    if not denial_words().deny.isdisjoint(read_tokens(said.statement.text).words):
        return None  # "has denied that it is responsible"
    stem = next(term for term in denied.about if term.startswith("verb:"))
    for at in range(len(words)):
        infinitive = at > 0 and words[at - 1] in word_list(
            "contrasts", "infinitive"
        )  # "asked to pay" says of nobody that he paid
        turned = phrases_of("distance", "flips").stand_in(words[at + 1 : at + _VERB])  # "voted against"
        if words[at][0].isalpha() and not (infinitive or turned) and f"verb:{_stem(said, at)}" == stem:
            return _stand(said, at, at, "yes")
    return None


def nearly_same(one: Said, other: Said) -> bool:
    """Whether two sentences have nearly all words in common, as a statement and its denial must."""
    return alike(one.terms, other.terms, _SHARE, _LEAST)


def same_statement(one: Stand, other: Stand) -> bool:
    """Whether two sentences make and deny one statement: nearly all words, also beside the verb, are one."""
    if not nearly_same(one.said, other.said):
        return False
    straight = all(
        _tail(one, key) & _tail(other, key) or not (_tail(one, key) | _tail(other, key))
        for key in ("before:", "after:")
    )
    return (straight and not _of_two_things(one, other)) or _turned_round(one, other)


def _of_two_things(one: Stand, other: Stand) -> bool:
    """Whether the verbs go on with two things: "helps with fever", "does not help with gout"."""
    mine, theirs = ({term.partition(":")[2] for term in _tail(each, "after:")} for each in (one, other))
    return bool(mine - other.said.terms) and bool(theirs - one.said.terms)


def _turned_round(one: Stand, other: Stand) -> bool:
    """Whether one's subject stands behind the other's verb: "was not run by the league"."""
    bare = {key: [{term.partition(":")[2] for term in _tail(stand, key)} for stand in (one, other)]
            for key in ("before:", "after:")}  # fmt: skip
    (mine_before, their_before), (mine_after, their_after) = bare["before:"], bare["after:"]
    return bool(mine_before & their_after) and bool(mine_after & their_before)


def opposites_in(said: Said) -> list[Stand]:
    """Return the words of a sentence with a prefix of denial, about the word without it: "unstable"."""
    found = []
    for at, word in enumerate(said.tokens.words):
        match = _OPPOSITE.fullmatch(word) if word.startswith(_PREFIXES) else None
        if match and word not in word_set("false_prefixes"):
            side, about = frozenset({word}), frozenset({match["base"]})
            found.append(Stand(said, span_text(said, at, at + 1), side, about))
    return found


@cache
def _barred() -> frozenset[str]:
    return denial_words().partly | denial_words().modal


def _nothing_denied(said: Said, at: int) -> bool:
    """Whether the word at ``at`` denies nothing: "not only"; and "no" in front of a noun in English."""
    words = said.tokens.words
    if names_a_choice(said.tokens, at) or _only_asked(words, at):
        return True
    here = " ".join(words[at : at + 3])
    own = language_of_code(said.language)
    no = own.has("no_before_nouns") and words[at] in word_list("grammar", "no_words")
    return here.startswith(denial_words().none) or no


def _only_asked(words: Sequence[str], at: int) -> bool:
    """Whether something is asked not to be done: "asked the mayor not to hide it"."""
    return not word_list("contrasts", "infinitive").isdisjoint(words[max(0, at - 1) : at + 2])


def _verb(said: Said, at: int) -> int | None:
    """Return the word that is denied: the next content word."""
    words = said.tokens.words
    for index in range(at, min(len(words), at + _VERB)):
        if words[index] in STOPS or (index > at and words[index] in word_list("distance", "own")):
            return None  # "never had its embassy": what is denied is not the embassy
        if words[index][0].isalpha() and words[index] not in stop_words():
            return None if said.tokens.raw[index][0].isupper() else index  # "not even Keld dared"
    return None


def _stem(said: Said, at: int) -> str:
    language = said.statement.passage.paragraph.language
    word = _irregular().get(said.tokens.words[at], said.tokens.words[at])
    return next(iter(terms_of(word, language)), word)


@cache
def _irregular() -> dict[str, str]:
    return {form: verb for verb, forms in table("irregular").items() for form in forms}


def _stand(said: Said, first: int, verb: int, side: str) -> Stand:
    """Return a stand whose terms tell the verb, what stands before it and what close behind."""
    about = {f"verb:{_stem(said, verb)}"}
    about |= {f"before:{term}" for term in span_terms(said, 0, first)}
    about |= {
        f"after:{term}" for term in span_terms(said, verb + 1, min(len(said.tokens), verb + 1 + _AFTER))
    }
    return Stand(said, span_text(said, first, verb + 1), frozenset({side}), frozenset(about))


def _tail(stand: Stand, key: str) -> frozenset[str]:
    return frozenset(term for term in stand.about if term.startswith(key))
