"""An accusation and its denial: "the league accused Keld of fraud", "Keld has denied the allegations".

Whoever denies is the one accused: he is named in both sentences, or called the same close by. What a denial
of "the allegations" is of, tells the accusation nearest to it in its article; those of other articles are of
the same matter where they share its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.contested.facts.same_meaning import meanings
from bot.contested.facts.statements import (
    STOPS,
    Said,
    Stand,
    region_before,
    region_behind,
    span_terms,
    span_text,
)
from bot.contested.one_event import Events
from bot.contested.spoken_sentences import Statement, terms_of
from index.languages import known_or_first
from index.text.denial import denial_words
from index.text.terms import fold, stop_words
from index.text.tokens import Tokens, phrases_of, read_tokens
from index.values import frozen
from index.words import word_endings, word_list

_FILE = "accusations"
_BACK, _ON = 10, 3  # sentences before and behind a denial in which stands what it is of
_CLOSE = 3  # ... where who denies is named by a common noun only
_OBJECT = 6  # words behind "denied" that tell what is denied
_ACCUSED = 10  # words behind "accused" among which the accused is named
_OPEN = 3  # words before "charges" among which they are said to be possible
_SHOWN = 12  # words of a sentence that are shown as a position
_MATTER = 2  # terms that two accusations of one matter share
_INSIDE = 30  # words of what stands between two dashes or commas
_LONG = 3  # letters of a name

Pair = tuple[Stand, Stand]


@frozen
class _Denial:
    said: Said
    label: str
    deniers: frozenset[str]  # names, folded
    called: frozenset[str]  # terms of what they are called
    others: frozenset[str]  # whom its sentence names besides: those who accuse
    matter: frozenset[str]  # empty where only "the allegations" are denied


@frozen
class _Charge:
    said: Said
    label: str
    accused: frozenset[str]  # names, folded
    called: frozenset[str]
    accusers: frozenset[str]
    matter: frozenset[str]
    told: bool  # whether it says of what


def accusation_pairs(pool: Iterable[Statement], events: Events) -> list[Pair]:
    """Return the pairs of a denial and an accusation of the same one of the same matter."""
    rows: dict[str, list[Statement]] = {}
    for each in pool:
        if not each.text.rstrip('”"»)').endswith("?"):
            rows.setdefault(each.passage.paragraph.article, []).append(each)
    charges: list[_Charge] = []
    denials: list[tuple[_Denial, list[_Charge]]] = []
    for row in rows.values():
        row.sort(key=lambda each: (each.passage.paragraph.number, each.start))
        said = [Said(each, each.start, each.text, read_tokens(each.text), each.terms) for each in row]
        here = [(at, charge) for at, each in enumerate(said) for charge in _charges(each)]
        charges += [charge for _, charge in here]
        found = ((at, _denial(each)) for at, each in enumerate(said))
        denials += [(denial, _near(denial, at, here)) for at, denial in found if denial is not None]
    return [
        _pair(denial, charge)
        for denial, near in denials
        for charge in (*near, *_elsewhere(denial, near, charges, events))
    ]


def _near(denial: _Denial, at: int, charges: Sequence[tuple[int, _Charge]]) -> list[_Charge]:
    """Return the accusation nearest to a denial in its article, first by an accuser whom it names."""
    near = [
        (-len(charge.said.terms & denial.others), not charge.told, abs(at - place), charge)
        for place, charge in charges
        if place != at
        and -_ON <= at - place <= _BACK
        and _meet(denial, charge, close=0 < at - place <= _CLOSE)
    ]
    return [min(near, key=lambda each: each[:3])[3]] if near else []


def _elsewhere(
    denial: _Denial, near: Sequence[_Charge], charges: Sequence[_Charge], events: Events
) -> Iterator[_Charge]:
    """Yield the accusations of other sources that are of the matter of a denial."""
    matter = denial.matter.union(*(each.matter for each in near))
    mine = denial.said.statement
    for each in charges if len(matter) >= _MATTER else ():
        other = each.said.statement
        if mine.group == other.group or not _meet(denial, each):
            continue
        if len(each.matter & matter) >= _MATTER and events.alike(mine, other):
            yield each


def _meet(denial: _Denial, charge: _Charge, *, close: bool = False) -> bool:
    """Whether a denial is of an accusation: by the accused, who is not who accuses, and of its matter."""
    speaker = _names(charge.said.statement.speaker or "")
    if not denial.deniers.isdisjoint(charge.accusers | speaker):
        return False
    called = close and not denial.deniers and not denial.called.isdisjoint(charge.called)
    if not called and denial.deniers.isdisjoint(charge.accused):
        return False
    return not denial.matter or not meanings(denial.matter).isdisjoint(meanings(charge.matter))


def _pair(denial: _Denial, charge: _Charge) -> Pair:
    about = denial.matter | charge.matter
    no = Stand(denial.said, denial.label, frozenset({"no"}), about)
    return no, Stand(charge.said, charge.label, frozenset({"yes"}), about)


def _denial(said: Said) -> _Denial | None:
    """Return what a sentence denies, and who does; None where it denies no accusation."""
    words = said.tokens.words
    for key in ("deny", "dismiss"):
        for at, size, _ in phrases_of(_FILE, key).hits(words):
            if denial_words().turn(words[max(0, at - 3) : at]) or phrases_of("deeds", "be").before(words, at):
                continue
            first, end = _subject(said, at)
            if any(word in word_list(_FILE, "relative") for word in words[first:end]):
                continue
            last, matter = _nouns_end(said, at + size), frozenset[str]()
            if key == "dismiss" and last is not None and words[last - 1] in word_list(_FILE, "of_courts"):
                continue
            if last is None and key == "deny" and _of_a_deed(said, at + size):
                that = words[at + size] in word_list("contrasts", "that")
                last = region_behind(said, at + size + that, _SHOWN)
                matter = span_terms(said, at + size, last)
            if last is not None:
                return _denied(said, (at, last), (first, end), matter)
    return None


def _denied(
    said: Said, place: tuple[int, int], subject: tuple[int, int], matter: frozenset[str]
) -> _Denial | None:
    deniers = _named(said.tokens, *subject)
    called = span_terms(said, *subject)
    if not deniers and not called:
        deniers = _names(said.statement.speaker or "")
    others = _terms(_named(said.tokens, place[0], len(said.tokens)) - deniers, said)
    found = _Denial(said, span_text(said, *place), deniers, called, others, matter - _terms(deniers, said))
    return found if deniers or called else None


def _subject(said: Said, at: int) -> tuple[int, int]:
    """Return the tokens of the subject of a verb, also where a piece between commas or dashes parts them."""
    words = said.tokens.words
    if at and words[at - 1] in STOPS:
        opened = next(
            (n for n in range(at - 2, max(-1, at - _INSIDE), -1) if words[n] == words[at - 1]), None
        )
        if opened is not None:
            return region_before(said, opened), opened
    return region_before(said, at), at


def _nouns_end(said: Said, first: int) -> int | None:
    """Return where "the allegations" end behind a word that denies; None where they do not stand there."""
    words = said.tokens.words
    for n in range(first, min(len(words), first + _OBJECT)):
        if words[n] in STOPS or words[n] in denial_words().joints:
            return None
        hit = phrases_of(_FILE, "said").at(words, n)
        if hit is not None:
            return n + hit[0]
    return None


def _of_a_deed(said: Said, first: int) -> bool:
    """Whether a deed stands behind a word that denies: "denied paying", "denied that he had paid"."""
    words = said.tokens.words[first : first + 2]
    language = known_or_first(said.statement.passage.paragraph.language)
    endings = word_endings("distance", "denied_endings", language)
    if not words:
        return False
    return (
        words[0] in word_list("contrasts", "that")
        or words[0] in word_list("distance", "denied_next")
        or any(word.endswith(endings) and word not in stop_words() for word in words)
    )


def _charges(said: Said) -> Iterator[_Charge]:
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
        possible = phrases_of("distance", "wanted").stand_in(words[max(0, at - _OPEN) : at])
        if _goes_on(said, at + size) and not possible:
            whole = (0, len(words))
            yield _charge(said, at, whole, _named(said.tokens, *whole), frozenset(), told=True)
            return


def _taken_back(words: Sequence[str], at: int) -> bool:
    """Whether an accusation is not made, or rejected by who reports it: "falsely accused"."""
    before = words[max(0, at - 2) : at]
    return denial_words().turn(list(before)) or not word_list(_FILE, "falsely").isdisjoint(before)


def _accused(said: Said, at: int, first: int) -> _Charge | None:
    """Return the accusation of a verb at a token, the words behind it beginning at ``first``."""
    words, tokens = said.tokens.words, said.tokens
    subject, last = _subject(said, at), min(len(words), first + _ACCUSED)
    of = next((n for n in range(first, last) if phrases_of(_FILE, "of").at(words, n)), last)
    passive = of == first or bool(phrases_of("deeds", "be").before(words, at))
    accused = subject if passive else (first, of)
    names = _named(tokens, *accused) or (frozenset() if passive else _named(tokens, first, last))
    if not names and not span_terms(said, *accused):
        return None
    accusers = frozenset() if passive else _named(tokens, *subject)
    return _charge(said, at, accused, names, accusers, told=of < last)


def _goes_on(said: Said, at: int) -> bool:
    """Whether an accusation's matter follows: "of fraud", "that it had paid", not "that surfaced"."""
    if at + 1 >= len(said.tokens):
        return False
    if said.tokens.words[at] not in word_list("contrasts", "that"):
        return phrases_of(_FILE, "of").at(said.tokens.words, at) is not None
    return said.tokens.words[at + 1] in stop_words() or said.tokens.raw[at + 1][0].isupper()


def _charge(
    said: Said,
    at: int,
    accused: tuple[int, int],
    names: frozenset[str],
    accusers: frozenset[str],
    *,
    told: bool,
) -> _Charge:
    every = _terms(_named(said.tokens, 0, len(said.tokens)), said)
    return _Charge(
        said,
        span_text(said, at, min(len(said.tokens), at + _SHOWN)),
        names,
        span_terms(said, *accused) - every,
        accusers,
        span_terms(said, at, len(said.tokens)) - every,
        told,
    )


def _named(tokens: Tokens, first: int, last: int) -> frozenset[str]:
    """Return the capitalised words among some tokens, folded."""
    return _names(" ".join(tokens.raw[first:last]))


def _names(text: str) -> frozenset[str]:
    found = (fold(word.removesuffix("'s").removesuffix("’s")) for word in text.split() if word[0].isupper())
    return frozenset(word for word in found if len(word) >= _LONG and word not in stop_words())


def _terms(names: frozenset[str], said: Said) -> frozenset[str]:
    return terms_of(" ".join(sorted(names)), said.statement.passage.paragraph.language)
