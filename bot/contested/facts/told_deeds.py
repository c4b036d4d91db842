"""Who does what to what, as a sentence affirms it or denies it: no name need be in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from bot.contested.facts.asserted import (
    BEFORE,
    QUOTES,
    in_parts,
    is_unsure,
    lied_before,
    of_false_words,
    only_quoted,
)
from bot.contested.facts.denied_clauses import denied_verb, end_of_clause, tells_no_deed
from bot.contested.facts.denied_of_it import narrowed
from bot.contested.facts.named_things import Named, named_first, named_last
from bot.contested.facts.same_meaning import meanings, meanings_of
from bot.contested.facts.statements import STOPS, Said, is_passive, region_before, span_text, told_from
from bot.contested.one_event import names_of
from bot.contested.spoken_sentences import terms_of
from index.languages import language as language_of_code
from index.remembered import kept
from index.text.denial import denial_words, names_a_choice
from index.text.tokens import Tokens, phrases_of
from index.values import frozen, replace
from index.words import word_endings, word_list

_OBJECT = 12  # words behind a deed that name what it is done to
_SUBJECT = 7  # words in front of a deed that are shown with it
_SHOWN = 12  # words that are shown as a position
_IS = "is"  # stands for all verbs that say what something is


@frozen
class Deed:
    """Who does what to what, in a sentence."""

    said: Said
    subject: Named
    verb: int  # its token
    deed: frozenset[str]
    done_to: Named | None
    label: str
    names: frozenset[str]  # that its clause holds
    likely: frozenset[str]  # those, and a first word that may be none
    sure: bool = True  # whether it is said to be done, not to be possible, feared or told by some

    @property
    def of_being(self) -> bool:
        """Whether it says what something is, not what it does."""
        return _IS in self.deed

    @property
    def sought(self) -> frozenset[str]:
        """The terms by which those who tell the same are looked for: the thing, rarer than the deed."""
        return self.done_to.head if self.done_to else self.subject.head

    @property
    def terms(self) -> frozenset[str]:
        """The terms that tell it."""
        done_to = self.done_to.head | self.done_to.described if self.done_to else frozenset()
        return self.subject.head | self.subject.described | self.deed | done_to


@kept(16, id)  # one denial is held against many sentences
def denied_deeds(said: Said) -> tuple[Deed, ...]:
    """Return the deeds that a sentence denies."""
    return (*_denied_deeds(said),)


def _denied_deeds(said: Said) -> Iterator[Deed]:
    words = said.tokens.words
    if phrases_of("distance", "asserts_nothing").stand_in(words) or only_quoted(said, 0):
        return
    for cues in (phrases_of("contrasts", "judged"), phrases_of("distance", "denied_clause")):
        for at, size, _ in cues.hits(words):
            if not _open(words, at):
                yield from _behind(said, at, at + size)
            return
    yield from _negated(said)


def _open(words: Sequence[str], at: int) -> bool:
    """Whether a denial is itself denied or left open: "did not deny that", "whether it is false that"."""
    before = list(words[max(0, at - BEFORE) : at])
    return denial_words().turn(before) or phrases_of("distance", "wanted").stand_in(before)


def _behind(said: Said, cue: int, first: int) -> Iterator[Deed]:
    """Yield the deed of a clause behind a word that denies it: its verb is one whose meaning is known."""
    last = end_of_clause(said.tokens, first)
    for at in range(first + 1, last):
        term = _terms(said, at)
        if any(len(meanings_of(each)) > 1 for each in term) and not _is_noun(said, at):
            deed = _deed(said, first, at, last, cue)
            if deed:
                yield deed
                return


def _negated(said: Said) -> Iterator[Deed]:
    """Yield the deeds beside "not"."""
    lists = denial_words()
    tokens = said.tokens
    for at, word in enumerate(tokens.words):
        line = " ".join(tokens.words[at : at + 3])
        if (
            word not in lists.words
            or word in word_list("contrasts", "links")
            or line.startswith(lists.none)
            or names_a_choice(tokens, at)
        ):
            continue
        if of_false_words(tokens.words[:at]) or lied_before(tokens.words, at):
            return
        verb = _state(said, at)
        if verb is None:
            verb = denied_verb(tokens, at + 1)
            if verb is None or tells_no_deed(said, at, verb) or is_passive(tokens.words, verb):
                continue
        first, last = told_from(said, at), end_of_clause(tokens, verb + 1)
        if _partly(tokens, first, last) or narrowed(tokens.words, at, verb, last):
            continue
        found = _deed(said, first, verb, last, at, subject_end=at)
        if found:
            yield found


def _state(said: Said, at: int) -> int | None:
    """Return the verb of what is denied to be something: "is not", "isn't a", "no es una"."""
    tokens = said.tokens
    english = language_of_code(said.language).has("no_before_nouns")  # "is not", but "no es"
    for verb in (at - 1 if english else at + 1, at):
        if not 0 <= verb < len(tokens) or not _is_be(said, verb):
            continue
        behind = max(at, verb) + 1
        if behind < len(tokens) and tokens.words[behind] in _narrowing(said):
            return None  # "is not only", "is not so"
        told = named_first(said, behind, min(len(tokens), behind + BEFORE))
        light = word_list("distance", "speech_deeds") | word_list("distance", "light_deeds")
        if told is None or not told.head.isdisjoint(terms_of_words(light, said)):
            return None
        return max(at, verb)
    return None


def _is_be(said: Said, at: int) -> bool:
    """Whether a word says what something is, by itself or with "not" in it."""
    return said.tokens.words[at] in word_list("contrasts", "states", said.language)


def _narrowing(said: Said) -> frozenset[str]:
    language = said.language
    return word_list("distance", "no_deed", language) - word_list("contrasts", "openers", language)


def _partly(tokens: Tokens, first: int, last: int) -> bool:
    """Whether only a part, a time or a possibility is denied: "not all", "cannot", "not because of"."""
    lists = denial_words()
    clause = tokens.words[first : last + 1]
    if any(word in lists.partly or word in lists.modal for word in clause):
        return True
    return phrases_of("distance", "reasons").stand_in(clause) or in_parts(clause)


def _deed(
    said: Said, first: int, verb: int, last: int, shown: int, *, subject_end: int | None = None
) -> Deed | None:
    """Return who does what to what, around a verb; None where nobody is named who does it."""
    subject = named_last(said, first, verb if subject_end is None else subject_end)
    deed = frozenset({_IS}) if _is_be(said, verb) or _is_be_not(said, verb) else _terms(said, verb)
    if subject is None or not deed or (_IS in deed and _is_doing(said, verb)):
        return None
    done_to = named_first(said, verb + 1, max(verb + 1, min(last, verb + 1 + _OBJECT)))
    label = span_text(said, shown, min(last, shown + _SHOWN))
    return deed_between(said, subject, verb, deed, done_to, label, (first, last))


def deed_between(
    said: Said,
    subject: Named,
    verb: int,
    deed: frozenset[str],
    done_to: Named | None,
    label: str,
    clause: tuple[int, int],
) -> Deed:
    """Return a deed with the names of its clause."""
    text = span_text(said, *clause)
    likely = frozenset(names_of(f", {text}"))
    names = likely if clause[0] else frozenset(names_of(text))
    return Deed(said, subject, verb, deed, done_to, label, names, likely)


def affirmed_deeds(said: Said, keys: frozenset[str]) -> Iterator[Deed]:
    """Yield what a sentence says to be done with a verb of some meanings."""
    words = said.tokens.words
    for at in range(1, len(words)):
        if not words[at][0].isalpha() or _deed_at(said, at).isdisjoint(keys):
            continue
        linked = words[at] in word_list("contrasts", "linking", said.language)  # "is linked to"
        if _is_noun(said, at) or (not linked and is_passive(words, at)):
            continue
        first = region_before(said, at)
        last = _end_behind(said, at + 1)
        found = _deed(said, first, at, last, first if at - first <= _SUBJECT else at)
        if found:
            open_ = (
                in_parts(words[first : at + 1 + BEFORE])
                or is_unsure(said, at, first)
                or only_quoted(said, at)
            )
            yield replace(found, sure=not open_)


def _is_doing(said: Said, verb: int) -> bool:
    """Whether a verb of being is part of another that tells what is done: "are asking"."""
    language = said.language
    behind = said.tokens.words[verb + 1 : verb + 2]
    return bool(behind) and behind[0].endswith(word_endings("distance", "denied_endings", language))


def _end_behind(said: Said, at: int) -> int:
    """Return the token before which ends what stands behind a verb; another's words in marks belong to it."""
    last = at
    marks = frozenset() if said.statement.own else QUOTES
    while last < min(len(said.tokens), at + _OBJECT):
        word = said.tokens.words[last]
        if word in denial_words().joints or (word in STOPS and word not in marks):
            break
        last += 1
    return last


def _deed_at(said: Said, at: int) -> frozenset[str]:
    """Return the meanings of a word as a deed: those that say what something is are one."""
    found = meanings(_terms(said, at))
    return found | {_IS} if _is_be(said, at) else found


def is_past(no: Deed) -> bool:
    """Whether a deed is denied to have been done, once."""
    words = no.said.tokens.words
    language = no.said.language
    helped = not word_list("contrasts", "past", language).isdisjoint(
        words[max(0, no.verb - BEFORE) : no.verb + 1]
    )
    return helped or words[no.verb].endswith(word_endings("contrasts", "past_endings", language))


def _is_be_not(said: Said, at: int) -> bool:
    """Whether a word is the "not" of "is not"."""
    return said.tokens.words[at] in denial_words().words and at > 0 and _is_be(said, at - 1)


@cache
def _terms_of_list(words: frozenset[str], language: str) -> frozenset[str]:
    return terms_of(" ".join(sorted(words)), language)


def terms_of_words(words: frozenset[str], said: Said) -> frozenset[str]:
    """Return the index terms of listed words, in a sentence's language."""
    return _terms_of_list(words, said.language)


def _terms(said: Said, at: int) -> frozenset[str]:
    return terms_of(said.tokens.words[at], said.statement.passage.paragraph.language)


def _is_noun(said: Said, at: int) -> bool:
    """Whether a word names a deed and does not tell it: "the use of"."""
    words = said.tokens.words
    before = at > 0 and words[at - 1] in word_list("distance", "before_nouns")
    plain = any(words[at] in {term, f"{term}s"} for term in _terms(said, at))  # "triggers"
    return before or (not plain and words[at].endswith(word_endings("distance", "noun_endings")))
