"""A denial of what was said right before: "The league accused Keld of fraud. Keld denied the accusation."

The writer himself sets the two against each other, so nothing need be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from bot.contested.facts.denied_clauses import is_turned
from bot.contested.facts.statements import STOPS, Said, Stand
from bot.contested.spoken_sentences import Statement, terms_of
from index.text.denial import denial_words
from index.text.tokens import Phrases, Tokens, marked, phrases_of, read_tokens
from index.words import strings, word_list

_BACK = 1  # sentence before a denial, in which stands what is denied
_SHOWN = 12  # words of a sentence that are shown as a position
_LONG = 4  # words from "denied" to the end of "all of these claims"

_DEED = ("distance", "denied_deed")

Pair = tuple[Stand, Stand]


@cache
def _told() -> Phrases[bool]:
    said = strings("happenings", "said.claims") + strings("happenings", "said.accused")
    return marked([*said, *strings("distance", "claimed")])


def before_pairs(said: Sequence[Said]) -> list[Pair]:
    """Return the pairs of what somebody says and the next sentence, in which another denies it."""
    rows: dict[str, list[Said]] = {}
    for each in said:
        rows.setdefault(each.statement.passage.paragraph.article, []).append(each)
    found = []
    for row in rows.values():
        row.sort(key=lambda each: (each.statement.passage.paragraph.number, each.statement.start))
        for at, each in enumerate(row):
            place = _denial(each.statement)
            claim = _claim(each, row[max(0, at - _BACK) : at]) if place else None
            if place and claim is not None:
                found.append(_pair(each, place, claim))
    return found


def _denial(statement: Statement) -> tuple[int, int] | None:
    """Return the span of "denied the accusation" in a sentence; None where it says what is denied."""
    cues, nouns, told = phrases_of(*_DEED), phrases_of("distance", "denied_before"), _told()
    tokens = read_tokens(statement.text)
    for at, size, _ in cues.hits(tokens.words):
        first = at + size
        if told.stand_in(tokens.words[:at]):
            return None  # what is denied stands in the same sentence
        if denial_words().turn(tokens.words[max(0, at - 2) : at]):
            return None
        for behind in range(first, min(len(tokens), first + _LONG)):
            noun = nouns.at(tokens.words, behind)
            if noun is not None and _ends(tokens, behind + noun[0]):
                return tokens.starts[at], tokens.ends[behind + noun[0] - 1]
            if tokens.words[behind] in STOPS:
                break
    return None


def _ends(tokens: Tokens, at: int) -> bool:
    """Whether nothing behind a noun says what it is about: no "that", no "of"."""
    return at >= len(tokens) or tokens.words[at] in STOPS | word_list("distance", "denied_ends")


def _claim(denial: Said, before: Sequence[Said]) -> Said | None:
    """Return the sentence close before a denial in which another says something."""
    mine = denial.statement
    for each in reversed(before):
        other = each.statement
        if mine.passage.paragraph.number - other.passage.paragraph.number > 1 or is_turned(each):
            return None
        accused = _before(mine, phrases_of(*_DEED), mine.passage.paragraph.language)
        accused &= terms_of(other.text, other.passage.paragraph.language)
        told = _told().in_text(other.text)
        if told and accused and not _one_voice(mine, other):
            return each  # it names whom it is said of, and he denies it
    return None


def _one_voice(denial: Statement, claim: Statement) -> bool:
    """Whether who denies is who said it: then he takes it back."""
    language = claim.passage.paragraph.language
    speaker = terms_of(claim.speaker or "", language) | _before(claim, _told(), language)
    return not speaker.isdisjoint(_before(denial, phrases_of(*_DEED), language))


def _before(statement: Statement, cues: Phrases[bool], language: str | None) -> frozenset[str]:
    """Return the terms of what stands before the first of some words: who says it."""
    tokens = read_tokens(statement.text)
    first = next((at for at, _, _ in cues.hits(tokens.words)), 0)
    return terms_of(statement.text[: tokens.starts[first]], language) if first else frozenset()


def _pair(denial: Said, place: tuple[int, int], claim: Said) -> Pair:
    label = denial.statement.text[slice(*place)]
    no = Stand(denial, label, frozenset({"no"}), claim.terms)
    tokens = read_tokens(claim.statement.text)
    first = next((at for at, _, _ in _told().hits(tokens.words)), 0)  # "accused Keld of fraud"
    last = min(len(tokens), first + _SHOWN)
    label = tokens.text[tokens.starts[first] : tokens.ends[last - 1]]
    return no, Stand(claim, label, frozenset({"yes"}), claim.terms)
