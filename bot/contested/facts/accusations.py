"""An accusation and its denial: "the league accused Keld of fraud", "Keld has denied the allegations".

Whoever denies is the one accused: he is named in both sentences, or called the same close by. What a denial
of "the allegations" is of, tells the accusation nearest to it in its article; those of other articles are of
the same matter where they share its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.contested.facts.charges import Charge, charges_in, name_words, named_in, subject_of, terms_of_names
from bot.contested.facts.same_meaning import meanings
from bot.contested.facts.statements import (
    STOPS,
    Said,
    Stand,
    region_behind,
    span_terms,
    span_text,
)
from bot.contested.one_event import Events
from bot.contested.spoken_sentences import Statement
from index.text.denial import denial_words
from index.text.terms import stop_words
from index.text.tokens import phrases_of, read_tokens
from index.values import frozen
from index.words import word_endings, word_list

_FILE = "accusations"
_BACK, _ON = 10, 3  # sentences before and behind a denial in which stands what it is of
_CLOSE = 3  # ... where who denies is named by a common noun only
_OBJECT = 6  # words behind "denied" that tell what is denied
_SHOWN = 12  # words of a sentence that are shown as a position
_MATTER = 2  # terms that two accusations of one matter share

Pair = tuple[Stand, Stand]
_Ranked = tuple[
    int, bool, int, Charge
]  # how far a denial names its accuser, whether it tells no matter, how far off


@frozen
class _Denial:
    said: Said
    label: str
    deniers: frozenset[str]  # names, folded
    called: frozenset[str]  # terms of what they are called
    others: frozenset[str]  # whom its sentence names besides: those who accuse
    matter: frozenset[str]  # empty where only "the allegations" are denied
    bare: bool  # whether only "it" is denied: what was said right before


def accusation_pairs(pool: Iterable[Statement], events: Events) -> list[Pair]:
    """Return the pairs of a denial and an accusation of the same one of the same matter."""
    rows: dict[str, list[Statement]] = {}
    for each in pool:
        if not each.text.rstrip('”"»)').endswith("?"):
            rows.setdefault(each.passage.paragraph.article, []).append(each)
    charges: list[Charge] = []
    denials: list[tuple[_Denial, list[Charge]]] = []
    for row in rows.values():
        row.sort(key=lambda each: (each.passage.paragraph.number, each.start))
        said = [Said(each, each.start, each.text, read_tokens(each.text), each.terms) for each in row]
        here = [(at, charge) for at, each in enumerate(said) for charge in charges_in(each)]
        charges += [charge for _, charge in here]
        found = ((at, _denial(each)) for at, each in enumerate(said))
        denials += [(denial, _near(denial, at, here, said)) for at, denial in found if denial is not None]
    return [
        _pair(denial, charge)
        for denial, near in denials
        for charge in (*near, *_elsewhere(denial, near, charges, events))
    ]


def _near(
    denial: _Denial, at: int, charges: Sequence[tuple[int, Charge]], row: Sequence[Said]
) -> list[Charge]:
    """Return the accusation nearest to a denial in its article, first by an accuser whom it names."""
    near = [
        (-len(charge.said.terms & denial.others), not charge.told, abs(at - place), charge)
        for place, charge in charges
        if place != at
        and -_ON <= at - place <= (1 if denial.bare else _BACK)
        and _meet(denial, charge, close=0 < at - place <= _CLOSE)
    ]
    if not near:
        return []
    best = min(near, key=lambda each: each[:3])
    if denial.matter or best[2] <= 1:
        return [best[3]]
    between = row[at - best[2] + 1 : at] if best[2] > _CLOSE else ()
    others = any(phrases_of(_FILE, "charges").stand_in(each.tokens.words) for each in between)
    return [] if others or _is_one_of_several(best, near) else [best[3]]


def _is_one_of_several(best: _Ranked, near: Sequence[_Ranked]) -> bool:
    """Whether an accusation near a denial of "the allegations" may be meant as well as one of another."""
    others = [each for each in near if each is not best and each[0] == best[0]]
    return any(len(each[3].matter & best[3].matter) < _MATTER for each in others)


def _elsewhere(
    denial: _Denial, near: Sequence[Charge], charges: Sequence[Charge], events: Events
) -> Iterator[Charge]:
    """Yield the accusations of other sources that are of the matter of a denial."""
    matter = denial.matter.union(*(each.matter for each in near))
    mine = denial.said.statement
    for each in charges if len(matter) >= _MATTER else ():
        other = each.said.statement
        if mine.group == other.group or not _meet(denial, each):
            continue
        if len(each.matter & matter) >= _MATTER and events.alike(mine, other):
            yield each


def _meet(denial: _Denial, charge: Charge, *, close: bool = False) -> bool:
    """Whether a denial is of an accusation: by the accused, who is not who accuses, and of its matter."""
    speaker = name_words(charge.said.statement.speaker or "")
    if not denial.deniers.isdisjoint(charge.accusers | speaker):
        return False
    called = close and not denial.deniers and not denial.called.isdisjoint(charge.called)
    if not called and denial.deniers.isdisjoint(charge.accused):
        return False
    return not denial.matter or not meanings(denial.matter).isdisjoint(meanings(charge.matter))


def _pair(denial: _Denial, charge: Charge) -> Pair:
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
            first, end = subject_of(said, at)
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
    deniers = named_in(said.tokens, *subject)
    called = span_terms(said, *subject)
    if not deniers and not called:
        deniers = name_words(said.statement.speaker or "")
    others = terms_of_names(named_in(said.tokens, place[0], len(said.tokens)) - deniers, said)
    label, matter = span_text(said, *place), matter - terms_of_names(deniers, said)
    noun = phrases_of(_FILE, "said").in_text(label)
    found = _Denial(said, label, deniers, called, others, matter, not matter and not noun)
    return found if deniers or called else None


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
    language = said.language
    endings = word_endings("distance", "denied_endings", language)
    if not words:
        return False
    return (
        words[0] in word_list("contrasts", "that")
        or words[0] in word_list("distance", "denied_next")
        or any(word.endswith(endings) and word not in stop_words() for word in words)
    )
