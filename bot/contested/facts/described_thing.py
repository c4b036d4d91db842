"""Of what an opposed word is said: of what stands beside it, or before its "is"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.contested.facts.happenings import kinds_of_things
from bot.contested.facts.opposed import Opposition, copulas
from bot.contested.facts.same_meaning import meanings
from bot.contested.facts.statements import Stand
from bot.contested.spoken_sentences import terms_of
from index.text.tokens import Tokens, read_tokens
from index.words import word_list

_BESIDE = 3  # words on either side of an opposed word among which its thing is named
_WIDE = 8  # words before it, where a verb says it of what stands in front
_SAID = 4  # words before it among which its "is" stands: "is a safe and effective drug"
SAID = "said of"  # in the terms of a thing: the word is said of it by a verb, so that they name it in full


def thing_of(stand: Stand, opposition: Opposition) -> frozenset[str]:
    """Return the terms of what an opposed word is said of: what stands beside it, and before its "is"."""
    statement = stand.said.statement
    tokens = read_tokens(statement.text)
    start = statement.text.find(stand.label)
    at = _token_from(tokens, start, 0)
    behind = _token_from(tokens, start + len(stand.label), len(tokens))
    language = statement.passage.paragraph.language
    said_of = any(tokens.words[n] in copulas() for n in _own_part(tokens, at))
    if opposition.predicate:
        inside = not copulas().isdisjoint(tokens.words[at:behind])  # "far from being lawful"
        said_of = inside or _is_said_of(tokens, at, behind, language)
    before = _beside(tokens, at - 1, -1, _WIDE if said_of or opposition.wide else _BESIDE)

    def kept(places: Sequence[int], *, anything: bool = False) -> frozenset[str]:
        named = opposition.named
        words = (tokens.raw[n] for n in places if anything or not n or tokens.raw[n][0].isupper() is named)
        return frozenset(term for word in words for term in terms_of(word, language))

    subject = kept(before, anything=said_of and not opposition.named)  # a drug's name is a thing's
    if said_of and subject:
        return subject | {SAID}  # "the project is legal and brings work": of the project, not of the work
    if opposition.adjective and not said_of:  # "legal papers": of the papers, whatever stands around them
        nouns = [n for n in _beside(tokens, behind, 1, _BESIDE) if terms_of(tokens.raw[n], language)]
        return kept(nouns[:1]) or subject
    return subject | kept(_beside(tokens, behind, 1, _WIDE if opposition.wide else _BESIDE))


def _own_part(tokens: Tokens, at: int) -> range:
    """Return the tokens in front of a word in which its "is" stands: not "was dismissed for being slow"."""
    ends = word_list("contrasts", "clause_ends")
    first = next((n for n in range(at - 1, max(-1, at - _SAID - 1), -1) if tokens.words[n] in ends), None)
    if first is None:
        return range(max(0, at - _SAID), at)
    return range(first + 1, at if tokens.words[first] not in word_list("contrasts", "for_being") else first)


def _is_said_of(tokens: Tokens, at: int, behind: int, language: str | None) -> bool:
    """Whether the words up to ``behind`` are said of a thing with "is": "is an illegal vote" as well.

    "Who are legal residents" says nothing of those who are: another noun stands behind, and no "a" in front.
    """
    some = bool(at) and tokens.words[at - 1] in word_list("distance", "some")
    reach = _WIDE if some else _SAID
    near = tokens.words[max(0, at - reach) : at]
    last = next((n for n in range(len(near) - 1, -1, -1) if near[n] in copulas()), None)
    if last is None or (
        not some and any(word in word_list("contrasts", "clause_ends") for word in near[last:])
    ):
        return False  # "is a factor in effective teaching"
    nouns = [n for n in _beside(tokens, behind, 1, 1) if terms_of(tokens.raw[n], language)]
    return some or not nouns or tokens.raw[nouns[0]][0].isupper()


def said_of_another(stand: Stand, asked: frozenset[str]) -> bool:
    """Whether a sentence names what is asked about, but says the opposed word of something else with "is"."""
    statement = stand.said.statement
    tokens = read_tokens(statement.text)
    at = _token_from(tokens, statement.text.find(stand.label), 0)
    if not any(word in copulas() for word in tokens.words[max(0, at - 2) : at]):
        return False
    language = statement.passage.paragraph.language
    subject = [tokens.raw[index] for index in _beside(tokens, at - 1, -1, _WIDE)]
    nouns = [word for word in subject if word[0].islower() and terms_of(word, language)]
    nouns = [word for word in nouns if word not in copulas()]
    return bool(nouns) and asked.isdisjoint(terms_of(" ".join(nouns), language)) and bool(asked & stand.about)


def _token_from(tokens: Tokens, place: int, otherwise: int) -> int:
    """Return the first token that begins at a place or behind it, in characters."""
    return next((n for n, each in enumerate(tokens.starts) if each >= place), otherwise)


def _beside(tokens: Tokens, at: int, step: int, most: int) -> list[int]:
    """Return the tokens from one on in a direction, as far as the part of the sentence goes."""
    found: list[int] = []
    while 0 <= at < len(tokens) and len(found) < most and tokens.raw[at][0].isalnum():
        found.append(at)
        at += step
    return found


def one_thing(mine: frozenset[str], theirs: frozenset[str], *, named: bool) -> bool:
    """Whether two opposed words are said of one thing: "the sale of wine" is not "the sale of guns"."""
    told = named or (SAID in mine and SAID in theirs)
    mine, theirs = mine - {SAID}, theirs - {SAID}
    wide, wider = _widely(mine), _widely(theirs)
    if wide.isdisjoint(wider):
        return False
    return not (told and _more(mine, wider) and _more(theirs, wide))


def _more(terms: frozenset[str], others: frozenset[str]) -> bool:
    return any(_widely(frozenset({term})).isdisjoint(others) for term in terms)


def _widely(terms: frozenset[str]) -> frozenset[str]:
    """Return terms with what they mean and the kinds of things that they name: a referendum is a vote."""
    return (
        terms
        | meanings(terms)
        | {f"kind:{kind}" for term in terms for kind in kinds_of_things().get(term, ())}
    )
