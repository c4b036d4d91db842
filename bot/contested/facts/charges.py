"""What somebody is accused of in a sentence, and who: "the league accused Keld of fraud"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.contested.facts.statements import STOPS, Said, region_before, span_terms, span_text
from bot.contested.spoken_sentences import terms_of
from index.text.denial import denial_words
from index.text.terms import fold, stop_words
from index.text.tokens import Tokens, phrases_of
from index.values import frozen
from index.words import word_list

_FILE = "accusations"
_ACCUSED = 10  # words behind "accused" among which the accused is named
_THAT, _AGAINST = 4, 8  # words behind these among which he is
_OPEN = 5  # words before an accusation among which it is said to be possible
_SHOWN = 12  # words of a sentence that are shown as a position
_INSIDE = 30  # words of what stands between two dashes or commas
_LONG = 3  # letters of a name


@frozen
class Charge:
    """An accusation that a sentence makes or tells of."""

    said: Said
    label: str
    accused: frozenset[str]  # names, folded
    called: frozenset[str]
    accusers: frozenset[str]
    matter: frozenset[str]
    told: bool  # whether it says of what


def charges_in(said: Said) -> Iterator[Charge]:
    """Yield what somebody is accused of in a sentence: one accusation at most."""
    words = said.tokens.words
    for at, size, _ in phrases_of(_FILE, "accuse").hits(words):
        found = None if _taken_back(words, at) else _accused(said, at, at + size)
        if found is not None:
            yield found
            return
    if phrases_of(_FILE, "deny", "dismiss").stand_in(words):
        return
    for at, size, _ in phrases_of(_FILE, "charges").hits(words):
        if _goes_on(said, at + size) and not _possible(words, at):
            yield _charge(said, at, (0, len(words)), _meant(said, at, at + size), frozenset(), told=True)
            return


def _possible(words: Sequence[str], at: int) -> bool:
    """Whether an accusation is only possible: "if they accuse him", "could face charges"."""
    return phrases_of("distance", "wanted").stand_in(words[max(0, at - _OPEN) : at])


def _meant(said: Said, at: int, first: int) -> frozenset[str]:
    """Return whom "allegations" are of: named behind "against" or "that", else in front, else anywhere."""
    words, tokens = said.tokens.words, said.tokens
    last = min(len(words), first + _ACCUSED)
    for key, reach in ((word_list(_FILE, "against"), _AGAINST), (word_list("contrasts", "that"), _THAT)):
        start = next((n for n in range(first, last) if words[n] in key), last)
        named = named_in(tokens, start, min(len(words), start + reach)) if start < last else frozenset()
        if named:
            return named
    it = any(word in word_list("distance", "denied_next") for word in words[first + 1 : first + 2])
    before = next((n for n in range(at - 1, -1, -1) if named_in(tokens, n, n + 1)), None)
    if before is None or it:  # "the accusation that it was behind the raid"
        return named_in(tokens, 0, len(words))
    while before and named_in(tokens, before - 1, before):
        before -= 1
    return named_in(tokens, before, at)


def _taken_back(words: Sequence[str], at: int) -> bool:
    """Whether an accusation is not made, or rejected by who reports it: "falsely accused"."""
    if _possible(words, at):
        return True
    before = words[max(0, at - 2) : at]
    return denial_words().turn(list(before)) or not word_list(_FILE, "falsely").isdisjoint(before)


def _accused(said: Said, at: int, first: int) -> Charge | None:
    """Return the accusation of a verb at a token, the words behind it beginning at ``first``."""
    words, tokens = said.tokens.words, said.tokens
    subject, last = subject_of(said, at), min(len(words), first + _ACCUSED)
    of = next((n for n in range(first, last) if phrases_of(_FILE, "of").at(words, n)), last)
    passive = of == first or bool(phrases_of("deeds", "be").before(words, at))
    accused = subject if passive else (first, of)
    names = named_in(tokens, *accused) or (frozenset() if passive else named_in(tokens, first, last))
    if not names and not span_terms(said, *accused):
        return None
    accusers = frozenset() if passive else named_in(tokens, *subject)
    return _charge(said, at, accused, names, accusers, told=of < last)


def _goes_on(said: Said, at: int) -> bool:
    """Whether an accusation's matter follows: "of fraud", "that it had paid", not "that surfaced"."""
    if at + 1 >= len(said.tokens):
        return False
    if said.tokens.words[at] not in word_list("contrasts", "that"):
        return phrases_of(_FILE, "of").at(said.tokens.words, at) is not None
    return said.tokens.words[at + 1] in stop_words() or said.tokens.raw[at + 1][0].isupper()


def subject_of(said: Said, at: int) -> tuple[int, int]:
    """Return the tokens of the subject of a verb, also where a piece between commas or dashes parts them."""
    words = said.tokens.words
    if at and words[at - 1] in STOPS:
        opened = next(
            (n for n in range(at - 2, max(-1, at - _INSIDE), -1) if words[n] == words[at - 1]), None
        )
        if opened is not None:
            return region_before(said, opened), opened
    return region_before(said, at), at


def _charge(
    said: Said,
    at: int,
    accused: tuple[int, int],
    names: frozenset[str],
    accusers: frozenset[str],
    *,
    told: bool,
) -> Charge:
    every = terms_of_names(named_in(said.tokens, 0, len(said.tokens)), said)
    return Charge(
        said,
        span_text(said, at, min(len(said.tokens), at + _SHOWN)),
        names,
        span_terms(said, *accused) - every,
        accusers,
        span_terms(said, at, len(said.tokens)) - every,
        told,
    )


def named_in(tokens: Tokens, first: int, last: int) -> frozenset[str]:
    """Return the capitalised words among some tokens, folded."""
    return name_words(" ".join(tokens.raw[first:last]))


def name_words(text: str) -> frozenset[str]:
    """Return the capitalised words of a text, folded."""
    found = (fold(word.removesuffix("'s").removesuffix("’s")) for word in text.split() if word[0].isupper())
    return frozenset(word for word in found if len(word) >= _LONG and word not in stop_words())


def terms_of_names(names: frozenset[str], said: Said) -> frozenset[str]:
    """Return the index terms of names in a sentence's language."""
    return terms_of(" ".join(sorted(names)), said.statement.passage.paragraph.language)
