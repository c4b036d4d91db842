"""A denial tells what others say: "dismissed claims that the dam leaked" stands against who says it leaked.

That somebody says it is told by the denial itself, so that who says it need not be found by the form of his
sentence: it is enough that another voice's sentence, which denies nothing, holds the words of what is denied,
rare ones among them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from bot.contested.facts.same_meaning import Rarity, meanings, meanings_of
from bot.contested.facts.statements import STOPS, Said, Stand, last_name, one_speaker, region_before, said_by
from bot.contested.facts.times_of import at_one_time, days_apart
from bot.contested.one_event import Events
from bot.contested.spoken_sentences import Statement, terms_of, terms_of_paragraphs
from index.languages import known_or_first
from index.model import Mode
from index.text.denial import denial_words
from index.text.terms import fold, stop_words
from index.text.tokens import Phrases, Tokens, marked, phrases_of, read_tokens
from index.values import frozen
from index.words import strings, word_endings, word_list

_FILE = "rebuttals"
_NOUN = 4  # words from "dismissed" to "claims"
_LONG = 14  # words of what is denied
_SHOWN = 12  # words of a sentence that are shown as a position
_MOST = 400  # denials that are compared
_ENOUGH = 0.75  # of the weight of what is denied, in the other sentence
_SHARE = 0.05  # of the paragraphs of a large library: those that hold a rare word
_NEAR = 14  # words among which the other sentence says it

Pair = tuple[Stand, Stand]


@frozen
class Denied:
    """What a sentence denies: the words of what others say, and who denies it."""

    said: Said
    label: str
    plain: frozenset[str]  # terms that are no names
    names: frozenset[str]
    deniers: frozenset[str]
    by_themselves: bool  # whether they would have done it: "denied mocking them", "denied that he had"


def told_denial_pairs(pool: Sequence[Statement], events: Events) -> list[Pair]:
    """Return the pairs of a denial and another voice's sentence that says what it denies."""
    denied = [each for statement in pool if (each := denied_in(statement)) is not None][:_MOST]
    if not denied:
        return []
    around = terms_of_paragraphs(pool)
    rarity = Rarity(around.values(), _SHARE)
    wanted = meanings(term for each in denied for term in each.plain)
    saying: dict[str, list[Said]] = {}
    for statement in pool:
        if wanted.isdisjoint(meanings(statement.terms)):
            continue
        said = said_by(statement)
        doubted = phrases_of("happenings", "said.doubted").in_text(statement.text)
        if said is None or doubted or denied_in(statement) is not None:
            continue  # "the debunked theory that it leaked"
        for key in meanings(said.terms) & wanted:
            saying.setdefault(key, []).append(said)
    found = []
    for no in denied:
        near = {
            id(each): each
            for t in rarity.of(no.plain)
            for key in meanings_of(t)
            for each in saying.get(key, ())
        }
        for said in near.values():
            whom = said.terms if no.by_themselves else around[said.statement.place[0]]
            known = not (no.deniers if no.by_themselves else no.names | no.deniers).isdisjoint(whom)
            yes = _says_it(no, said, rarity) if known and _can_differ(no, said, events) else None
            if yes is not None:
                found.append((Stand(no.said, no.label, frozenset({"no"}), no.plain | no.names), yes))
    return found


def denied_in(statement: Statement) -> Denied | None:
    """Return what a sentence denies that others say; None where it denies nothing of the kind."""
    tokens = read_tokens(statement.text)
    if not _cues().stand_in(tokens.words) or statement.text.rstrip('”"»').endswith("?"):
        return None
    for at, size, kind in _cues().hits(tokens.words):
        if kind != "nothing_found" and _itself_denied(tokens.words[max(0, at - _NOUN) : at]):
            continue
        if not word_list("contrasts", "infinitive").isdisjoint(tokens.words[max(0, at - 1) : at]):
            continue  # "was there to refute claims that"
        first = _matter(tokens, at + size, kind, statement)
        if first is None:
            continue
        last = _end(tokens, first)
        found = _denied(statement, tokens, (at, first, last))
        if found is not None:
            return found
    return None


def _itself_denied(before: list[str]) -> bool:
    """Whether a denial is denied: "did not deny", "nobody denies"."""
    return denial_words().turn(before[-2:]) or marked(denial_words().nobody).stand_in(before)


@cache
def _cues() -> Phrases[str]:
    keys = ("nothing_found", "dismiss", "deny")
    return Phrases({phrase: key for key in keys for phrase in strings(_FILE, key)})


@cache
def _nouns() -> Phrases[bool]:
    return marked(strings(_FILE, "said"))


def _matter(tokens: Tokens, first: int, kind: str, statement: Statement) -> int | None:
    """Return where what is denied begins: behind "the claims that", or right behind "denied" alone."""
    words = tokens.words
    if kind == "nothing_found":
        return first
    for at in range(first, min(len(words), first + _NOUN)):
        if words[at] in STOPS:
            break
        if _nouns().at(words, at):
            link = phrases_of(_FILE, "links").at(words, at + 1)
            return at + 1 + link[0] if link else None
    return first if kind == "deny" and _is_of_deed(tokens, first, statement) else None


def _is_of_deed(tokens: Tokens, first: int, statement: Statement) -> bool:
    """Whether a deed stands right behind "denied", and not what somebody is refused: "denied mocking him"."""
    language = statement.passage.paragraph.language
    endings = word_endings("distance", "denied_endings", language)
    near = tokens.words[first : first + 2]
    that = near[:1] and near[0] in word_list("contrasts", "that")
    if near and near[0] in stop_words() - word_list(_FILE, "between", known_or_first(language)):
        near = []  # "se negó a firmar": something is refused
    return bool(that) or any(word.endswith(endings) and word not in stop_words() for word in near)


def _tells_no_doer(tokens: Tokens, first: int, statement: Statement) -> bool:
    """Whether a deed is denied of which it is not said whose it would be: of whoever denies it."""
    that = word_list("contrasts", "that")
    if tokens.words[first] in that:
        word = tokens.words[first + 1 : first + 2]
        helping = phrases_of("distance", "helping").at(tokens.words, first + 1) is not None
        return helping or bool(word and word[0] in word_list("cuts", "pronouns"))
    return tokens.words[first - 1] not in that and _is_of_deed(tokens, first, statement)


def _end(tokens: Tokens, first: int) -> int:
    """Return the token before which what is denied ends."""
    last = first
    while last < min(len(tokens), first + _LONG) and tokens.words[last] not in STOPS:
        if last > first + 1 and tokens.words[last] in word_list("cuts", "clause"):
            break
        last += 1
    return last


def _denied(statement: Statement, tokens: Tokens, place: tuple[int, int, int]) -> Denied | None:
    at, first, last = place
    language = statement.passage.paragraph.language
    small = word_list(_FILE, "between") | stop_words()
    kept = [
        n for n in range(first, last) if fold(tokens.words[n]) not in small and tokens.words[n][0].isalpha()
    ]
    named = terms_of(" ".join(tokens.raw[n] for n in kept if tokens.raw[n][0].isupper()), language)
    plain = terms_of(" ".join(tokens.raw[n] for n in kept), language) - named
    start = at
    while start and tokens.words[start - 1] not in STOPS:
        start -= 1
    who = terms_of(" ".join(tokens.raw[start:at]), language)
    deniers = who or terms_of(statement.speaker or "", language)
    clause = not word_list("contrasts", "that").isdisjoint(tokens.words[max(0, first - 1) : first + 1])
    if len(plain) < (2 if clause else 1) or len(plain | named | deniers) < 2:
        return None  # "denied that the mayor, Ana Ejemplo, had": cut before what is denied
    said = Said(statement, statement.start, statement.text, tokens, statement.terms)
    label = statement.text[tokens.starts[at] : tokens.ends[min(last, at + _SHOWN) - 1]]
    themselves = bool(first) and _tells_no_doer(tokens, first, statement)
    return Denied(said, label, plain, named, deniers, themselves)


def _can_differ(no: Denied, said: Said, events: Events) -> bool:
    """Whether a sentence is another voice's, of the same time and event."""
    one, other = no.said.statement, said.statement
    if one.place == other.place or one_speaker(one, other):
        return False
    if not at_one_time(no.said, said) or days_apart(no.said, said):
        return False
    if one.group == other.group:  # an outlet does not contradict whom it quotes
        return other.voice is not None and other.voice.mode is not Mode.OWN
    speaker = terms_of(last_name(other.speaker), other.passage.paragraph.language)
    return speaker.isdisjoint(no.deniers) and events.alike(one, other) and not events.strange(one, other)


def _says_it(no: Denied, said: Said, rarity: Rarity) -> Stand | None:
    """Return the words of a sentence that say what is denied, close together; None where they do not."""
    language = said.statement.passage.paragraph.language
    held = [
        meanings(terms_of(word, language)) if word[0].isalpha() else frozenset() for word in said.tokens.words
    ]
    places = {t: [n for n, each in enumerate(held) if not meanings_of(t).isdisjoint(each)] for t in no.plain}
    weights = {t: math.log((rarity.size + 1) / (rarity.times(t) + 0.5)) for t in no.plain}
    told = [t for t in no.plain if places[t]]
    if sum(weights[t] for t in told) < _ENOUGH * sum(weights.values()):
        return None
    if len(told) < 2 and (no.names | no.deniers).isdisjoint(said.terms):
        return None
    first, last = min(min(places[t]) for t in told), max(min(places[t]) for t in told)
    if last - first > _NEAR:
        return None
    if denial_words().turn(list(said.tokens.words[region_before(said, first) : last])):
        return None  # it says no to it as well
    end = min(max(last + 1, first + 4), first + _SHOWN, len(said.tokens))
    label = said.text[said.tokens.starts[first] : said.tokens.ends[end - 1]]
    return Stand(said, label, frozenset({"yes"}), frozenset(told) | (no.names & said.terms))
