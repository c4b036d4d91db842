"""An office and whose it is, in a question or a text: "Colombia's president", "el canciller mexicano"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from bot.meanings import meanings_of
from bot.names import written_names
from bot.rank.kinds import asks_for_speech
from index.analysis import LANGUAGES, WORD, fold, parts, stem, stop_words
from index.values import frozen
from index.words import table

_LONGEST = 5  # words of an office
_INITIALS = 4  # letters
_BETWEEN = 2  # words such as "new" between an office and its country before it
_ARTICLES = frozenset({"the", "la", "las", "los", "el"})
_STATES = frozenset({"republic", "republica", "state", "estado", "government", "gobierno"})


@frozen
class Office:
    """An office with the country, town, body or person that it belongs to."""

    kinds: frozenset[str]  # which offices the words may mean
    scope: tuple[frozenset[str], ...]  # for each word of the scope the stems that stand for it
    words: str  # as the text has them


@frozen
class Named:
    """Where an office with its scope stands in a text, and whether something of its holder's follows."""

    start: int
    end: int
    possessive: bool
    bare: bool = False  # its scope is not beside it


@frozen
class _Token:
    key: str  # folded, without 's
    start: int
    end: int
    capital: bool
    possessive: bool


@cache
def _offices() -> dict[tuple[str, ...], frozenset[str]]:
    data: Any = table("offices")
    found: dict[tuple[str, ...], frozenset[str]] = {}
    for kind, names in data["asked"].items():
        for name in names:
            key = tuple(fold(name).split())
            found[key] = found.get(key, frozenset()) | {kind}
    return found


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in _offices())


@cache
def _list(key: str) -> frozenset[str]:
    data: Any = table("offices")
    return frozenset(map(fold, data["whose"][key]))


@cache
def _other() -> frozenset[str]:
    """Return the folded words beside which an office is another, or held at another time."""
    data: Any = table("offices")
    return frozenset(map(fold, data["other_times"])) | _list("lesser") | _list("not_now")


@cache
def _country_terms() -> frozenset[str]:
    data: Any = table("names")
    names = {fold(word) for name in data["countries"] for word in name.split() if " " not in name}
    return frozenset(stem(name, language) for name in names for language in LANGUAGES)


@cache
def _several() -> dict[tuple[str, ...], str]:
    """Return for the folded words of a name in several words or letters the one that stands for it."""
    data: Any = table("offices")
    return {tuple(fold(name).split()): key for key, names in data["several"].items() for name in names}


@cache
def _begin_several() -> frozenset[str]:
    return frozenset(words[0] for words in _several())


@lru_cache(maxsize=4096)
def _forms(word: str) -> frozenset[str]:
    """Return the stems of a folded word; of a country's name or its people's, those of both."""
    forms = {stem(word, language) for language in LANGUAGES}
    if word in _several().values():
        return frozenset(forms)
    for language in LANGUAGES:
        meant = meanings_of(word, language)
        alike = meant.own | meant.other | {stem(word, language)}
        if meant.other and not alike.isdisjoint(_country_terms()):
            forms |= alike
    return frozenset(forms)


@lru_cache(maxsize=4096)
def is_country(word: str) -> bool:
    """Return whether a folded word names a country or its people."""
    return word in _several().values() or not _forms(word).isdisjoint(_country_terms())


def office_terms(kinds: frozenset[str]) -> frozenset[str]:
    """Return the stems of the words of some offices."""
    names = [word for words, found in _offices().items() if found & kinds for word in words]
    stops = stop_words("en") | stop_words("es")
    return frozenset(stem(word, language) for word in names if word not in stops for language in LANGUAGES)


def scope_terms(part: frozenset[str]) -> frozenset[str]:
    """Return the index terms under which a word of a scope is found."""
    names = [words for words, key in _several().items() if key in part]
    found = {(word, language) for words in names for word in words for language in LANGUAGES}
    initials = {f"{word}." for word, _ in found if len(word) < _INITIALS}
    return part | initials | {stem(word, language) for word, language in found if len(word) > 2}


@lru_cache(maxsize=1024)
def asked_office(question: str) -> Office | None:
    """Return the office whose holder's words a question asks for, None when it asks for none so.

    An office without a country, town, body or person names nobody; nor does a former one, nor one
    that somebody else is asked to have spoken of or to.
    """
    return office_in(question) if asks_for_speech(question) else None


@lru_cache(maxsize=1024)
def office_in(question: str) -> Office | None:
    """Return the first office with its scope that a question has as one who speaks."""
    tokens = _tokens(question)
    for at, size, kinds in _hits(tokens):
        found = _scope_before(question, tokens, at) or _scope_after(question, tokens, at + size)
        if found is None:
            continue
        first, last = min(found[0], at), max(found[1], at + size)
        if _is_other(tokens, first, at, at + size) or not _speaks(question, tokens, first):
            return None
        scope = _scope(tokens[found[0] : found[1]])
        if scope:
            words = question[tokens[first].start : tokens[last - 1].end]
            return Office(kinds, scope, words)
    return None


def named_in(text: str, office: Office) -> Iterator[Named]:
    """Yield the places where a text has an office, with its scope beside it, or bare."""
    tokens = _tokens(text)
    for at, size, kinds in _hits(tokens):
        if not kinds & office.kinds:
            continue
        end = at + size
        before = _held_before(text, tokens, at, office.scope)
        after = None if before is not None else held_after(text, tokens, end, office.scope)
        first = at if before is None else before
        last = end if after is None else after
        if not _is_other(tokens, first, at, end):
            bare = before is None and after is None
            last_token = tokens[last - 1]
            yield Named(tokens[first].start, last_token.end, last_token.possessive, bare)


def scope_follows(text: str, at: int, office: Office) -> bool:
    """Return whether "of Colombia" stands at a place of a text."""
    tokens = _tokens(text[at : at + 80])
    return (
        bool(tokens)
        and not text[at : at + tokens[0].start].strip()
        and tokens[0].key in _list("joins")
        and held_after(text[at : at + 80], tokens, 0, office.scope) is not None
    )


def _tokens(text: str) -> list[_Token]:
    found = []
    for match in WORD.finditer(text):
        word, end = match[0], match.end()
        possessive = word.lower().endswith(("'s", "’s")) or text[end : end + 1] in {"'", "’"}
        found.append(_Token("".join(parts(word)), match.start(), end, word[0].isupper(), possessive))
    return _joined(text, found)


def _joined(text: str, tokens: Sequence[_Token]) -> list[_Token]:
    """Return the words with the names of one country or body in several words or letters as one."""
    found: list[_Token] = []
    at = 0
    while at < len(tokens):
        first, size, key = tokens[at], 1, None
        if first.key in _begin_several():
            for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
                key = _several().get(tuple(token.key for token in tokens[at : at + size]))
                if key:
                    break
        last = tokens[at + size - 1]
        short = (
            size == 1 and len(first.key) <= _INITIALS and not text[first.start : first.start + 2].isupper()
        )
        if key and not short and _one_phrase(text, tokens, at, at + size - 1):
            found.append(_Token(key, first.start, last.end, True, last.possessive))
        else:
            size = 1
            found.append(first)
        at += size
    return found


def _hits(tokens: Sequence[_Token]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield (place, words, kinds) of each office, the longest that begins at a word."""
    at = 0
    while at < len(tokens):
        size = 1
        if tokens[at].key in _first_words():
            for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
                kinds = _offices().get(tuple(token.key for token in tokens[at : at + size]))
                if kinds:
                    yield at, size, kinds
                    break
        at += size


def _is_other(tokens: Sequence[_Token], first: int, at: int, end: int) -> bool:
    """Return whether a word before or behind an office tells of another one, or of another time."""
    near = [*tokens[max(0, first - 2) : at], *tokens[end : end + 1]]
    return any(token.key in _other() for token in near)


def _speaks(question: str, tokens: Sequence[_Token], first: int) -> bool:
    """Return whether the office that begins here is the one who speaks, as far as the words before tell."""
    if written_names(question[: tokens[first].start]):
        return False
    at = first - 1
    while at >= 0 and tokens[at].key in _ARTICLES:
        at -= 1
    if at < 0 or tokens[at].key not in _list("towards"):
        return True
    return at > 0 and tokens[at - 1].key in _list("according")


def _scope_before(text: str, tokens: Sequence[_Token], at: int) -> tuple[int, int] | None:
    """Return the places of "Colombia's" or "Colombian" before an office."""
    for end in range(at, max(0, at - 1 - _BETWEEN), -1):
        token = tokens[end - 1]
        if not _one_phrase(text, tokens, end - 1, at):
            return None
        own = end == at and (is_country(token.key) or (token.capital and _names(token)))
        if token.possessive or own:
            first = end - 1
            while first and tokens[first - 1].capital and _names(tokens[first - 1]) and token.capital:
                if tokens[first - 1].possessive or not _one_phrase(text, tokens, first - 1, first):
                    break
                first -= 1
            return (first, end) if token.capital or is_country(token.key) else None
        if token.capital or not _names(token):
            return None
    return None


def _scope_after(text: str, tokens: Sequence[_Token], at: int) -> tuple[int, int] | None:
    """Return the places of "of Colombia" or "colombiano" behind an office."""
    if at < len(tokens) and tokens[at].key not in _list("joins"):
        return (at, at + 1) if is_country(tokens[at].key) and _touches(text, tokens, at) else None
    while at < len(tokens) and tokens[at].key in _list("joins") | _ARTICLES | _STATES:
        at += 1
    end = at
    while end < len(tokens) and (
        (tokens[end].capital and _names(tokens[end])) or (end == at and is_country(tokens[end].key))
    ):
        if end > at and not _touches(text, tokens, end):
            break
        if tokens[end].possessive:
            return None  # "the president of Peru's Congress"
        end += 1
    return (at, end) if end > at else None


def _scope(tokens: Sequence[_Token]) -> tuple[frozenset[str], ...]:
    """Return the stems for each word of a scope."""
    found: list[frozenset[str]] = []
    for token in tokens:
        if token.key in _ARTICLES | _list("joins"):
            continue
        forms = _forms(token.key) if len(tokens) == 1 or is_country(token.key) else _stems(token.key)
        found.append(forms)
    return tuple(found)


def _stems(word: str) -> frozenset[str]:
    return frozenset(stem(word, language) for language in LANGUAGES)


def _held_before(text: str, tokens: Sequence[_Token], at: int, scope: Sequence[frozenset[str]]) -> int | None:
    """Return where the scope begins that stands before an office."""
    for end in range(at, max(0, at - 1 - _BETWEEN), -1):
        token = tokens[end - 1]
        if not _one_phrase(text, tokens, end - 1, at):
            return None
        if _stems(token.key) & scope[-1]:
            first = end
            for part in reversed(scope):
                begun = first
                while first and _stems(tokens[first - 1].key) & part and begun - first < _BETWEEN + 1:
                    first -= 1
                if first == begun:
                    return None
            return first if end == at or token.possessive or is_country(token.key) else None
        if token.capital or not _names(token):
            return None
    return None


def held_after(text: str, tokens: Sequence[_Token], at: int, scope: Sequence[frozenset[str]]) -> int | None:
    """Return where the scope ends that stands behind an office."""
    joined = at < len(tokens) and tokens[at].key in _list("joins")
    if not joined and not (len(scope) == 1 and at < len(tokens) and is_country(tokens[at].key)):
        return None
    if not joined and not _touches(text, tokens, at):
        return None
    while at < len(tokens) and tokens[at].key in _list("joins") | _ARTICLES | _STATES:
        at += 1
    for part in scope:
        begun = at
        while at < len(tokens) and _stems(tokens[at].key) & part and at - begun < _BETWEEN + 1:
            at += 1
        if at == begun:
            return None
    return None if tokens[at - 1].possessive else at


def _names(token: _Token) -> bool:
    return token.key not in stop_words("en") and token.key not in stop_words("es")


def _touches(text: str, tokens: Sequence[_Token], at: int) -> bool:
    """Return whether nothing but a blank stands before a word."""
    return at > 0 and not text[tokens[at - 1].end : tokens[at].start].strip()


def _one_phrase(text: str, tokens: Sequence[_Token], first: int, last: int) -> bool:
    """Return whether no mark but that of a possessive stands between two words."""
    return all(
        text[tokens[at].end : tokens[at + 1].start] in {" ", "\n", "' ", "’ "} for at in range(first, last)
    )
