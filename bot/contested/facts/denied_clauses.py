"""What a sentence denies, taken apart: who would have done it, the deed, what to, and what stands behind.

"The mayor denied that police had fired gas" and "police did not fire gas" deny one thing.
"""

from __future__ import annotations

from functools import cache

from bot.contested.facts.asserted import lied_before
from bot.contested.facts.denied_of_it import narrowed
from bot.contested.facts.named_before import spoken_of
from bot.contested.facts.statements import STOPS, Said, told_from
from bot.contested.spoken_sentences import terms_of
from index.languages import language as language_of_code
from index.text.denial import denial_words, names_a_choice
from index.text.terms import stop_words
from index.text.tokens import Phrases, Tokens, marked, phrases_of, read_tokens
from index.values import frozen
from index.words import word_endings, word_list

_OPENING = frozenset('"“«‘')
_SHOWN = 10  # words of a clause that are shown as a position
_LONG = 24  # words of a clause that are read
_ARTICLE = 2  # words of a part of a sentence among which the article of its doer stands
_VERB = 3  # words between "not" and what it denies
_ADDED = 3  # words from "and" to the "that" of another clause
_PARTED = 8  # words between "denied" and its "that"
_NOUN = 7  # words from "no" to the verb of "no jet of theirs was shot down"
_SURE = 6  # words before "not" in which it is wanted so
_TOLD = 5  # words of a clause that tells something
_PARTS = frozenset(",;:—–")  # between clauses
_ASKED = 4  # words behind "rejected" among which a request is named
_NEXT = 2  # words behind "denied" that tell whether a statement is denied, or something is withheld


@frozen
class Clause:
    """A denied clause of a sentence, as index terms."""

    said: Said
    label: str
    doer: frozenset[str]
    deed: frozenset[str]  # empty where it cannot be told
    thing: frozenset[str]
    rest: frozenset[str]
    names: frozenset[str]  # those of all terms that are names
    denier: frozenset[str]  # who denies it
    plain: bool  # whether who denies is named by a common noun: "the company"
    passive: bool  # whether it is said of those to whom it was done: "no jet was shot down"
    own: bool  # whether who would have done it is the denier's: "its army"

    @property
    def all(self) -> frozenset[str]:
        """All terms of the clause."""
        return self.doer | self.deed | self.thing | self.rest


@cache
def _turning() -> Phrases[bool]:
    lists = denial_words()
    return marked([*lists.words, *lists.deny, *lists.nobody])


def is_turned(said: Said) -> bool:
    """Whether a sentence says no to anything, so that it cannot be told to affirm."""
    words = read_tokens(said.statement.text).words
    clause, deed = phrases_of("distance", "denied_clause"), phrases_of("distance", "denied_deed")
    return _turning().stand_in(words) or clause.stand_in(words) or deed.stand_in(words)


def before_no(said: Said) -> Said | None:
    """Return what a sentence says before its first clause that says no; all of it where none does.

    "The mayor said that the kiss was wanted and that she would not resign" says what she said of the kiss.
    """
    if not is_turned(said):
        return said
    tokens = read_tokens(said.statement.text)
    cues = (_turning(), phrases_of("distance", "denied_clause"), phrases_of("distance", "denied_deed"))
    first = min(at for cue in cues for at, *_ in cue.hits(tokens.words))
    place = tokens.starts[first] - (said.start - said.statement.start)  # in what is said
    if place >= len(said.text):
        return said
    words, ends = said.tokens.words, _PARTS | word_list("counting", "count_breaks")
    before = sum(start < place for start in said.tokens.starts)
    end = next((at for at in range(before - 1, 0, -1) if words[at] in ends), 0)
    return shortened(said, said.tokens.ends[end - 1]) if end >= _TOLD else None


def shortened(said: Said, end: int) -> Said:
    """Return what is said up to a place in its text."""
    text = said.text[:end]
    return Said(said.statement, said.start, text, read_tokens(text), terms_of(text, said.language))


def denied_clauses(said: Said) -> list[Clause]:
    """Return what a sentence denies; one clause at most, none where so many of a hundred say it."""
    tokens = read_tokens(said.statement.text)
    if phrases_of("distance", "asserts_nothing").stand_in(tokens.words):
        return []
    clause, deed = phrases_of("distance", "denied_clause"), phrases_of("distance", "denied_deed")
    for cues, strict in ((clause, False), (deed, True)):
        for at, size, _ in cues.hits(tokens.words):
            first = _behind_that(tokens, at + size) if strict else at + size
            bare = strict and first == at + size
            if _itself_denied(tokens, at) or (bare and not _denies_statement(tokens, first, said)):
                continue
            found = _clause(said, tokens, at, first, end_of_clause(tokens, first))
            return [found] if found else []
    found = _negated(said)
    return [found] if found else []


def _behind_that(tokens: Tokens, first: int) -> int:
    """Return where a clause begins that a few words part from "denied": "denied to the press that"."""
    for at in range(first, min(len(tokens), first + _PARTED)):
        if tokens.words[at] in STOPS:
            return first
        if tokens.words[at] in word_list("distance", "asked_nouns"):
            return first  # "rejected a request that"
        if tokens.words[at] in word_list("contrasts", "that"):
            return at + 1
    return first


def _itself_denied(tokens: Tokens, at: int) -> bool:
    """Whether a denial is denied: "did not deny that"."""
    return denial_words().turn(tokens.words[max(0, at - 2) : at])


def _denies_statement(tokens: Tokens, first: int, said: Said) -> bool:
    """Whether "denied" stands before a statement, not before what somebody is refused."""
    near = tokens.words[first : first + _NEXT]
    if not near or not word_list("distance", "asked_nouns").isdisjoint(tokens.words[first : first + _ASKED]):
        return False  # "rejected her appeal"
    return phrases_of("distance", "denied_next").at(near, 0) is not None or near[0].endswith(_endings(said))


def _endings(said: Said) -> tuple[str, ...]:
    """Return how verbs end that say right behind "denied" what was not done: "denied paying"."""
    return word_endings("distance", "denied_endings", said.language)


def end_of_clause(tokens: Tokens, first: int) -> int:
    """Return the token before which a clause that begins at ``first`` ends."""
    last = first
    while last < min(len(tokens), first + _LONG) and tokens.words[last] not in STOPS:
        if last > first and phrases_of("distance", "when").at(tokens.words, last):
            break  # the time says nothing of what was done
        if tokens.words[last] in word_list("counting", "count_breaks") and _goes_on(tokens, last + 1):
            break
        last += 1
    return last


def _goes_on(tokens: Tokens, first: int) -> bool:
    """Whether another clause begins: "and added that"."""
    near = tokens.words[first : first + _ADDED]
    told = any(word in denial_words().asserting for word in near[:2])  # "and said it had"
    return told or any(word in word_list("contrasts", "that") for word in near)


def _negated(said: Said) -> Clause | None:
    """Return the clause of "has never leaked", "no contamina": what stands before "not" is the doer."""
    lists = denial_words()
    tokens = said.tokens
    words = tokens.words
    if any(word in lists.partly or word in lists.modal for word in words):
        return None
    for at, word in enumerate(words):
        line = " ".join(words[at : at + 3])
        if word not in lists.words or any(line.startswith(each) for each in lists.none):
            continue
        if _denies_nothing(said, at) or lied_before(words, at):
            continue
        own = language_of_code(said.language)
        if own.has("no_before_nouns") and word in word_list("grammar", "no_words"):
            found = _none_of_them(said, at)
            if found:
                return found
            continue
        verb = denied_verb(tokens, at + 1)
        if verb is not None and not _no_deed(tokens, verb):
            first = told_from(said, at)
            if words[first] in word_list("contrasts", "clause_ends"):
                first = at  # "in Ardale there was no": a place does nothing
            last = end_of_clause(tokens, verb)
            if narrowed(words, at, verb, last):
                return None
            found = _parts(said, tokens, (first, at), verb, last, at, ())
            told = found and (
                found.doer or found.thing - found.names or ((found.thing or found.rest) and found.denier)
            )
            return found if told else None
    return None


def _denies_nothing(said: Said, at: int) -> bool:
    """Whether "not" at a token denies no deed that somebody else may have told of."""
    return names_a_choice(said.tokens, at) or _of_no_deed(said, at) or _of_some(said, at)


def _of_some(said: Said, at: int) -> bool:
    """Whether something did not happen to one of several: "in Ardale, where a bomb did not explode".

    What holds of any such thing is told of now: "a mask does not stop it".
    """
    words, language, first = said.tokens.words, said.language, told_from(said, at)
    if word_list("distance", "some").isdisjoint(words[first : min(at, first + _ARTICLE)]):
        return False
    near = words[max(0, at - 1) : at + _VERB]
    ends = word_endings("contrasts", "past_endings", language)
    return any(word in word_list("contrasts", "past", language) or word.endswith(ends) for word in near)


def tells_no_deed(said: Said, at: int, verb: int) -> bool:
    """Whether "not" at a token, and the verb behind, deny nothing that could have been done."""
    own = language_of_code(said.language)
    noun = own.has("no_before_nouns") and said.tokens.words[at] in word_list("grammar", "no_words")
    return noun or _of_no_deed(said, at) or _no_deed(said.tokens, verb)


def _of_no_deed(said: Said, at: int) -> bool:
    """Whether "not" is no verb's, or beside "to": what is to be, or to be made sure of, is not what is."""
    words = said.tokens.words
    to = word_list("contrasts", "infinitive")
    own = language_of_code(said.language)
    bare = own.has("no_before_nouns") and words[at] in word_list("distance", "bare_not")
    if bare and not (at and words[at - 1] in word_list("distance", "before_not")):
        return True
    if phrases_of("distance", "made_sure").stand_in(words[max(0, at - _SURE) : at]):
        return True
    return any(word in to for word in words[max(0, at - 1) : at + 2])


def _no_deed(tokens: Tokens, verb: int) -> bool:
    """Whether what is not done is no deed: a name, a deed of speech, or told to the other's face."""
    words = tokens.words
    if tokens.raw[verb][0].isupper() or not word_list("distance", "spoken_to").isdisjoint(words):
        return True
    return words[verb] in word_list("distance", "speech_deeds") | denial_words().asserting


def _none_of_them(said: Said, at: int) -> Clause | None:
    """Return the clause of "no jet was shot down": nothing was done to any such thing."""
    tokens = said.tokens
    helping, near = phrases_of("distance", "helping"), range(at + 2, min(len(tokens), at + _NOUN))
    aux = next((n for n in near if helping.at(tokens.words, n)), None)
    if aux is None or any(word in STOPS for word in tokens.words[at:aux]):
        return None
    verb = denied_verb(tokens, aux + 1)
    if verb is None or not tokens.words[verb].endswith(_participles(said)):
        return None
    if tokens.words[verb] in word_list("distance", "light_deeds") or _no_deed(tokens, verb):
        return None  # "no injuries were reported": then and there
    return _parts(said, tokens, (at + 1, aux), verb, end_of_clause(tokens, verb), at, (), passive=True)


def _participles(said: Said) -> tuple[str, ...]:
    return word_endings("distance", "done_endings", said.language)


def denied_verb(tokens: Tokens, first: int) -> int | None:
    """Return the verb that "not" in front of ``first`` denies; None where it denies no deed."""
    for at in range(first, min(len(tokens), first + _VERB)):
        word = tokens.words[at]
        if word in STOPS or word in word_list("contrasts", "clause_ends"):
            return None
        if word in word_list("distance", "no_deed") or (at > first and word in word_list("distance", "own")):
            return None  # "not against the people": no deed is denied
        if word[0].isalpha() and tokens.words[at] not in stop_words():
            return at
    return None


def _is_name(tokens: Tokens, at: int) -> bool:
    """Whether a word is a name: a first word only where it is all capitals, "FBI"."""
    word = tokens.raw[at]
    return word[0].isupper() and (at > 0 or (len(word) > 1 and word.isupper()))


def _clause(said: Said, tokens: Tokens, cue: int, first: int, last: int) -> Clause | None:
    """Return a clause behind "denied that": its verb stands behind a helping one, else it cannot be told."""
    helping = phrases_of("distance", "helping")
    if first + 1 < last and tokens.words[first] in word_list("distance", "ever"):
        first += 1  # "denies ever using"
    start = cue
    while start and tokens.words[start - 1] not in STOPS:
        start -= 1
    before = (start, cue)
    aux = next((at for at in range(first, last) if helping.at(tokens.words, at)), None)
    if aux is None:
        verb = first if first < last and tokens.words[first].endswith(_endings(said)) else None
        return _parts(said, tokens, (first, first), verb, last, cue, before, thing=first)
    verb = denied_verb(tokens, aux + 1)
    if verb is None or verb >= last or _no_deed(tokens, verb):
        return None
    return _parts(said, tokens, (first, aux), verb, last, cue, before)


def _parts(
    said: Said,
    tokens: Tokens,
    doer: tuple[int, int],
    verb: int | None,
    last: int,
    cue: int,
    denier: tuple[int, int] | tuple[()],
    thing: int = 0,
    *,
    passive: bool = False,
) -> Clause | None:
    language = said.statement.passage.paragraph.language

    def terms(first: int, end: int) -> frozenset[str]:
        empty = word_list("distance", "anybody")
        kept = (tokens.raw[at] for at in range(first, end) if tokens.words[at] not in empty)
        return terms_of(" ".join(kept), language)

    if last < len(tokens) and tokens.words[last] in _OPENING and not tokens.words[:last].count('"') % 2:
        return None  # what is quoted behind is part of it: "never sang “Death to ...”"
    begin = verb + 1 if verb is not None else thing
    ends = word_list("contrasts", "clause_ends")
    cut = next((at for at in range(begin, last) if tokens.words[at] in ends), last)
    low = min(doer[0], begin) if doer[0] < doer[1] else begin
    names = [tokens.raw[at] for at in range(low, last) if _is_name(tokens, at)]
    if phrases_of("distance", "reasons").stand_in(tokens.words[low : last + 2]):
        return None  # "not removed because of his age": he was removed
    deed = terms(verb, verb + 1) if verb is not None else frozenset()
    deniers = terms_of(said.statement.speaker or "", language)
    deniers = deniers or (frozenset() if terms(*doer) else spoken_of(said, tokens.starts[cue]))
    deniers |= terms(*denier) if denier else frozenset()
    doers = terms(*doer)
    if verb is not None and not deed:
        doers = doers or deniers  # "denied being a member"
    found = Clause(
        said,
        tokens.text[tokens.starts[cue] : tokens.ends[min(last, cue + _SHOWN) - 1]],
        doers,
        deed,
        terms(begin, cut),
        terms(cut, last),
        terms_of(" ".join(names), language),
        deniers,
        not any(tokens.raw[at][0].isupper() for at in range(*denier) if at) if denier else False,
        passive,
        any(word in word_list("distance", "own") for word in tokens.words[slice(*doer)]),
    )
    return found if len(found.all) > 1 or (found.deed and found.denier) else None
