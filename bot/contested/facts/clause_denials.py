"""A denial names its own opposite: "denied that the plant leaked" stands against who says that it leaked.

The sentence that it denies need not be worded alike. It must say the same deed of the same doer and the
same thing, in words of like meaning, close together, and affirm it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from bot.asking.asked_names import names_in_text
from bot.contested.facts.asserted import said_by_a_lie
from bot.contested.facts.denied_clauses import Clause, before_no, denied_clauses, is_turned
from bot.contested.facts.plain_denials import MOST_AGAINST, excluded
from bot.contested.facts.same_meaning import meanings, meanings_of
from bot.contested.facts.statements import (
    Said,
    Stand,
    is_passive,
    one_speaker,
    region_before,
    region_behind,
    span_terms,
    span_text,
)
from bot.contested.facts.times_of import at_one_time, days_apart
from bot.contested.spoken_sentences import Statement, terms_of
from index.languages import known_or_first
from index.model import Mode
from index.text.denial import denial_words
from index.text.terms import stop_words
from index.text.tokens import phrases_of, read_tokens
from index.words import word_endings, word_list

_LEAST = 2  # terms that a denial and what it denies have in common
_FEW = 0.8  # of a clause whose verb is not known, that must be found
_FULL = 3  # terms of a deed that is told in full
_HALF = 0.5  # of who does it
_MOST_OF = 0.6  # of what a deed is done to
_REACH = 9  # words between the deed and what it is done to
_DOER = 3  # words before a deed in which its doer stands
_BEFORE = 3  # words before a deed in which it is only wanted, feared or possible
_FLIP = 4  # words behind a deed among which "against" turns it round
_OWNED = 4  # words between whose something is and what it is
_OWNER = ("'s", "’s")
_SHOWN = 10  # words of a sentence that are shown as a position
_MOST = 400  # denials that are compared

Pair = tuple[Stand, Stand]


def clause_pairs(said: Sequence[Said]) -> list[Pair]:
    """Return the pairs of a denied clause and another voice's sentence that says what it denies."""
    denied = [clause for each in said for clause in denied_clauses(each)][:_MOST]
    if not denied:
        return []
    around = _Around(said)
    plain: dict[str, list[Said]] = {}
    for one in said:
        each = (said_by_a_lie(one) if is_turned(one) else None) or before_no(one)
        if each is not None:
            for key in meanings(each.terms):
                plain.setdefault(key, []).append(each)
    found = []
    for clause in denied:
        no = Stand(clause.said, clause.label, frozenset({"no"}), clause.all)
        near = {
            id(each): each for key in meanings(clause.deed or clause.thing) for each in plain.get(key, ())
        }
        yes = (_affirming(clause, each, around) for each in near.values())
        sure = (stand for stand in yes if stand is not None and not excluded(no, stand))
        found += [(no, stand) for stand in islice(sure, MOST_AGAINST)]
    return found


class _Around:
    """The terms of the paragraph of each sentence: there those are named whom a sentence calls "they"."""

    def __init__(self, said: Iterable[Said]) -> None:
        self._held: dict[str, frozenset[str]] = {}
        for each in said:
            key = each.statement.place[0]
            self._held[key] = self._held.get(key, frozenset()) | each.statement.terms

    def of(self, statement: Statement) -> frozenset[str]:
        """Return the meanings of all terms of a sentence's paragraph."""
        return meanings(self._held.get(statement.place[0], statement.terms))


def _affirming(clause: Clause, said: Said, around: _Around) -> Stand | None:
    """Return what a sentence says against a denied clause; None where it does not say it."""
    one, other = clause.said, said
    if not _two_voices(clause, said) or not at_one_time(one, other) or days_apart(one, other):
        return None
    held = meanings(said.terms)
    wide = held | around.of(said.statement)
    beside = _beside(clause, said)
    if (
        not (beside or _same_doer(clause, held, wide))
        or not _same_deed(clause, held)
        or not _same_thing(clause, held, wide)
    ):
        return None
    shared = {term for term in clause.all if not meanings_of(term).isdisjoint(wide)}
    if len(shared) < _LEAST:
        return None
    place = _place(clause, said, beside=beside)
    if place is None:
        return None
    return Stand(said, span_text(said, *place), frozenset({"yes"}), frozenset(shared))


def _two_voices(clause: Clause, said: Said) -> bool:
    """Whether who denies is not who says it; in one article both must be told apart."""
    one, other = clause.said.statement, said.statement
    if one_speaker(one, other) or one.place == other.place:
        return False
    if one.group == other.group and (other.voice is None or other.voice.mode is Mode.OWN):
        return False  # an outlet does not contradict whom it quotes
    speaker = terms_of(other.speaker or "", other.passage.paragraph.language)
    return not (speaker and clause.denier and speaker & clause.denier)


def _beside(clause: Clause, said: Said) -> bool:
    """Whether "the company denied it" stands right beside what is said of a company that has a name there."""
    mine, theirs = (each.statement.passage.paragraph for each in (clause.said, said))
    near = mine.article == theirs.article and abs(mine.number - theirs.number) <= 1
    return near and not clause.doer and bool(clause.denier) and clause.plain


def _same_doer(clause: Clause, held: frozenset[str], wide: frozenset[str]) -> bool:
    """Whether a sentence speaks of who is said not to have done it: where nobody is named, of who denies."""
    if not clause.deed:  # who did it cannot be told from what was done: all of it must be found
        return not clause.doer or any(not meanings_of(term).isdisjoint(held) for term in clause.doer)
    done = clause.all - clause.doer
    if clause.own and len(done) >= _FULL and all(not meanings_of(term).isdisjoint(wide) for term in done):
        return True  # "its army", "the regime": whoever it was, it is this that is denied
    doer = clause.doer or clause.denier
    names = {term for term in doer if term in clause.names}
    if not doer:
        return False  # of whom it is said cannot be told
    if clause.doer and clause.doer - names:
        return any(not meanings_of(term).isdisjoint(held) for term in clause.doer - names)
    return any(not meanings_of(term).isdisjoint(wide if term in names else held) for term in doer)


def _same_deed(clause: Clause, held: frozenset[str]) -> bool:
    return all(not meanings_of(term).isdisjoint(held) for term in clause.deed)


def _same_thing(clause: Clause, held: frozenset[str], wide: frozenset[str]) -> bool:
    """Whether what it is done to, and what stands behind, is what the other sentence speaks of."""

    def found(terms: frozenset[str]) -> int:
        return sum(not meanings_of(t).isdisjoint(wide if t in clause.names else held) for t in terms)

    thing = clause.thing
    if thing and found(thing) < _MOST_OF * len(thing):
        return False
    plain = clause.all - clause.names
    if not clause.deed and (found(plain) < _FULL or found(plain) < _FEW * len(plain)):
        return False
    common = thing - clause.names
    if common and not found(common):
        return False
    rest = clause.rest - clause.names
    return not rest or bool(found(rest))


def _place(clause: Clause, said: Said, *, beside: bool) -> tuple[int, int] | None:
    """Return the words of a sentence that say it: the deed close to what it is done to, and affirmed."""
    language = said.statement.passage.paragraph.language
    deeds = meanings(clause.deed or clause.thing)
    others = meanings((clause.all | clause.denier) - clause.deed)
    words = said.tokens.words
    heard = [meanings(terms_of(word, language)) if word[0].isalpha() else frozenset() for word in words]
    for at, mine in enumerate(heard):
        if mine.isdisjoint(deeds) or _only_wanted(words, at) or (clause.deed and _is_noun(words, at)):
            continue
        doers = meanings(clause.doer & clause.names) if clause.passive else frozenset()
        if any(not each.isdisjoint(doers) for each in heard[max(0, at - _DOER) : at]):
            continue  # they did it to others
        if clause.deed and not _told_alike(clause, said, at, beside=beside):
            continue
        low, high = max(0, at - _REACH), min(len(words), at + _REACH + 1)
        near = [n for n in range(low, high) if n != at and not heard[n].isdisjoint(others - mine)]
        if near:
            first = min([at, *(n for n in near if n < at)])
            last = max([at, *(n for n in near if n > at)])
            return first, min(last + 1, first + _SHOWN)
    return None


def _told_alike(clause: Clause, said: Said, at: int, *, beside: bool) -> bool:
    """Whether a deed has the denied one's doer before it, and what it is done to behind it.

    Told the other way round ("was fired by") it has them the other way round.
    """
    words = said.tokens.words
    language = said.statement.passage.paragraph.language
    if not _against(clause) and phrases_of("distance", "flips").stand_in(words[at : at + _FLIP]):
        return False  # "did not vote for", "voted against"
    first = region_before(said, at)
    before = meanings(span_terms(said, first, at))
    behind = meanings(span_terms(said, at + 1, region_behind(said, at + 1, _REACH)))
    turned = _suffered(clause) is not is_passive(words, at)
    doer, thing = clause.doer or clause.denier, clause.thing
    if turned:
        done = clause.deed if _suffered(clause) else terms_of(words[at], language)
        if not done or not _is_done(clause.said if _suffered(clause) else said, done):
            return False  # "was not legal", "would legalise it"
        before, behind = behind, before
    if not before and not clause.doer.isdisjoint(clause.names) and _of_another(clause, said, first, at):
        return False  # "Chief of the league Ada Penn said that she": no league
    before = before or meanings(span_terms(said, 0, first))  # "the mayor, who has paid"
    if doer and before and not beside and not _mostly(doer, before):
        return False
    if _hangs_on(words, at) and not _hangs_on_too(clause, words[at + 1]):
        return False  # "gained support among them"
    return not thing or turned or any(not meanings_of(term).isdisjoint(behind) for term in thing)


def _of_another(clause: Clause, said: Said, first: int, at: int) -> bool:
    """Whether a deed is told of "he" or "she", and the name last before that is not the denied doer's."""
    if word_list("cuts", "pronouns").isdisjoint(said.tokens.words[first:at]):
        return False
    named = names_in_text(f", {said.text[: said.tokens.starts[first]]}")
    return bool(named) and clause.doer.isdisjoint(terms_of(" ".join(named[-1]), said.language))


def _hangs_on(words: Sequence[str], at: int) -> bool:
    """Whether a small word stands behind a deed, so that it may be a noun."""
    return at + 1 < len(words) and words[at + 1] in word_list("distance", "behind_nouns")


def _hangs_on_too(clause: Clause, link: str) -> bool:
    """Whether the same small word stands behind the denied deed."""
    tokens = read_tokens(clause.said.statement.text)
    language = clause.said.statement.passage.paragraph.language
    deeds = (at for at, word in enumerate(tokens.words) if clause.deed & terms_of(word, language))
    return any(tokens.words[at + 1 : at + 2] == [link] for at in deeds)


def _mostly(terms: frozenset[str], held: frozenset[str]) -> bool:
    """Whether two subjects have half of the shorter one's words in common."""
    found = sum(not meanings_of(term).isdisjoint(held) for term in terms)
    words = sum(not term.startswith("alike:") for term in held)
    return found >= _HALF * min(len(terms), words)


def _suffered(clause: Clause) -> bool:
    """Whether a clause says what was done to its subject."""
    tokens = read_tokens(clause.said.statement.text)
    language = clause.said.statement.passage.paragraph.language
    deeds = [at for at, word in enumerate(tokens.words) if clause.deed & terms_of(word, language)]
    return clause.passive or any(is_passive(tokens.words, at) for at in deeds)


def _is_done(said: Said, deed: frozenset[str]) -> bool:
    """Whether a deed has the form in which it is done to somebody."""
    language = said.statement.passage.paragraph.language
    endings = word_endings("distance", "done_endings", known_or_first(language))
    words = read_tokens(said.statement.text).words
    return any(word.endswith(endings) for word in words if deed & terms_of(word, language))


def _against(clause: Clause) -> bool:
    return phrases_of("distance", "flips").stand_in(clause.said.tokens.words)


def _is_noun(words: Sequence[str], at: int) -> bool:
    """Whether a word names a deed and does not tell it: "the confrontation"."""
    before = at > 0 and words[at - 1] in word_list("distance", "before_nouns")
    return before or _is_owned(words, at) or words[at].endswith(word_endings("distance", "noun_endings"))


def _is_owned(words: Sequence[str], at: int) -> bool:
    """Whether a word is what somebody has, close behind whose it is: "Keld's first mass market"."""
    near = reversed(words[max(0, at - _OWNED) : at])
    owner = next((word for word in near if word.endswith(_OWNER) or word in denial_words().joints), "")
    return owner.endswith(_OWNER) and owner not in stop_words()


def _only_wanted(words: Sequence[str], at: int) -> bool:
    before = list(words[max(0, at - _BEFORE) : at])
    infinitive = word_list("contrasts", "infinitive")
    return bool(before) and (phrases_of("distance", "wanted").stand_in(before) or before[-1] in infinitive)
