"""Filters in plain words: which sources a question wants, read from the question itself.

Outlets, reposting sites, authors and titles are recognised because the library has them; dates only
where the question speaks of publishing; "the article on X" by what its words find.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial

from bot.asking.asked_names import asking_words, name_titles
from bot.asking.when import find_range
from index.door import Index, source_names
from index.expressions import pattern
from index.languages import LANGUAGES, languages
from index.model import Scope
from index.remembered import kept
from index.text.spelt import Spelt, spelt_words
from index.text.terms import WORD, fold, folded_list, parts, stem, stop_words
from index.values import frozen, replace
from index.words import word_list

_list = partial(folded_list, "filters")
_MARKS = frozenset('“"«')
_QUOTED = pattern(r"[“\"«]([^“”\"«»]{4,120})[”\"»]")
_JOINED = str.maketrans("", "", ".,'’")  # marks that may stand inside a word
_DETERMINERS = word_list("questions", "determiners")
_ALSO_VERBS = word_list("questions", "texts_also_verbs")
_AUXILIARIES = word_list("questions", "auxiliaries")
_SITE_WORDS = 4  # words of a site's name at most
_DESCRIPTION = 6  # words at most that tell what an article is about


@frozen
class Filters:
    """What a question in plain words says of its sources, and what remains to be asked."""

    scope: Scope = Scope()
    strict: bool = False  # the wording leaves no doubt that only these sources are wanted
    rest: str = ""  # the question without the words of the filters
    described: str = ""  # what the article asked about is said to be on


@frozen
class _Name:
    """A name of the library's sources, as words to look for."""

    words: tuple[str, ...]
    value: str


def read_filters(index: Index, question: str) -> Filters:
    """Return the filters that ``question`` holds in plain words; without any, all of it remains."""
    tokens = _tokens(question)
    spent: set[int] = set()
    scope = Scope()
    strict = False
    if title := _title(index, question):  # which may be what is asked about, and no source
        scope = replace(scope, source=title)
        spent |= {at for at, token in enumerate(tokens) if _inside_quotes(question, token)}
    if found := _outlet(index, tokens):
        value, places = found
        scope, strict = replace(scope, source=scope.source or value), True
        spent |= set(places)
    if found := _author(index, tokens, spent):
        value, places = found
        scope = replace(scope, author=value)
        strict = strict or _near(tokens, places, _list("publishing"))
        spent |= set(places)
    if when := find_range(
        question,
        [(t.start, t.end, t.key) for t in tokens],
        lambda: _days(index, scope),
        bool(scope.source or scope.author),
    ):
        scope, strict = replace(scope, after=when.after, before=when.before), True
        spent |= {at for at, token in enumerate(tokens) if when.start <= token.start < when.end}
    language, places = _language(tokens)
    if language:
        scope, strict = replace(scope, language=language), True
        spent |= set(places)
    described, places = ("", []) if scope.source or scope.author else _described(tokens)
    spent |= set(places)
    if not spent:
        return Filters(rest=question)
    spent |= {
        at
        for at, token in enumerate(tokens)
        if token.key in _list("spent") or token.key in _list("publishing")
    }
    return Filters(scope, strict, _without(question, tokens, spent), described)


def _tokens(question: str) -> list[Spelt]:
    return [replace(each, key=_key(each.raw)) for each in spelt_words(question)]


def _key(word: str) -> str:
    """Return a word as names are compared: Peoples, People's and people are one."""
    key = "".join(parts(word))
    return key[:-1] if len(key) > 4 and key.endswith("s") else key


def _named_in(tokens: Sequence[Spelt], names: Sequence[str]) -> tuple[_Name, ...]:
    """Return the names of which a question may have a word; of a thousand, few are taken apart."""
    words = {token.key for token in tokens}
    return _names(name for name, solid in _solid(names) if any(map(solid.__contains__, words)))


@kept(4, id)
def _solid(names: Sequence[str]) -> list[tuple[str, str]]:
    """Return names, each with its letters alone, folded."""
    return [(name, fold(name).translate(_JOINED)) for name in names]


def _names(values: Iterable[str | None]) -> tuple[_Name, ...]:
    names: dict[str, _Name] = {}
    for value in values:
        words = tuple(_key(match[0]) for match in WORD.finditer(value or ""))
        if value and words:
            names.setdefault(value, _Name(words, value))
    return tuple(sorted(names.values(), key=lambda name: (-len(name.words), name.value)))


def _quoted(question: str) -> Sequence[re.Match[str]]:
    """Return what a question quotes."""
    return () if _MARKS.isdisjoint(question) else tuple(_QUOTED.finditer(question))


def _title(index: Index, question: str) -> str | None:
    """Return the title of which the question quotes two words or more."""
    for match in _quoted(question):
        words = tuple(_key(m[0]) for m in WORD.finditer(match[1]))
        if len(words) >= 2:
            for name in _names(article.source.title for article in index.articles()):
                if _place(name.words, words) is not None:
                    return name.value
    return None


def _inside_quotes(question: str, token: Spelt) -> bool:
    return any(match.start() < token.start < match.end() for match in _quoted(question))


def _place(words: Sequence[str], wanted: Sequence[str]) -> int | None:
    """Return where ``wanted`` stands in ``words`` in one run."""
    size = len(wanted)
    return next(
        (at for at in range(len(words) - size + 1) if tuple(words[at : at + size]) == tuple(wanted)), None
    )


def _outlet(index: Index, tokens: Sequence[Spelt]) -> tuple[str, list[int]] | None:
    words = [token.key for token in tokens]
    for name in _named_in(tokens, index.source_names().outlets):
        wanted = (
            name.words[1:]
            if name.words[0] in word_list("searching", "definite") and len(name.words) > 1
            else name.words
        )
        at = _place(words, wanted)
        if at is None:
            continue
        places = list(range(at, at + len(wanted)))
        if any(_is_name(index, tokens, place) for place in places):
            return name.value, places
    return _site(index, tokens)


def _site(index: Index, tokens: Sequence[Spelt]) -> tuple[str, list[int]] | None:
    """Return the outlet known by its address alone that a question names as people do: Coast Courier."""
    hosts = _hosts(index.source_names().outlets)
    folded = [token.folded for token in tokens] if hosts else []
    for size in range(min(_SITE_WORDS, len(folded)), 0, -1):
        for at in range(len(folded) - size + 1):
            name = hosts.get("".join(folded[at : at + size]))
            if name and any(_is_name(index, tokens, place) for place in range(at, at + size)):
                return name, list(range(at, at + size))
    return None


@kept(4, id)
def _hosts(names: Sequence[str]) -> Mapping[str, str]:
    """Return those names that are addresses, by the longest part of each."""
    return {max(name.split("."), key=len): name for name in names if "." in name and " " not in name}


def _author(index: Index, tokens: Sequence[Spelt], spent: set[int]) -> tuple[str, list[int]] | None:
    """Return the author whose surname the question has, and where his name stands."""
    for name in _named_in(tokens, index.source_names().authors):
        known = [word for word in name.words if word not in _list("suffixes")]
        if not known or len(known[-1]) < 3:
            continue
        for at, token in enumerate(tokens):
            if token.key != known[-1] or at in spent or not _is_name(index, tokens, at):
                continue
            first = at
            while first > 0 and tokens[first - 1].key in known:
                first -= 1
            if first == at and len(known) > 1 and _has_first_name(tokens, at):
                continue  # a namesake: "Mary Millet" where the author is Susan Millet
            last = at
            while last + 1 < len(tokens) and tokens[last + 1].key in {*known, *_list("suffixes")}:
                last += 1
            return name.value, list(range(first, last + 1))
    return None


def _has_first_name(tokens: Sequence[Spelt], at: int) -> bool:
    """Return whether a surname stands behind another name, which then is its first name."""
    if at == 0:
        return False
    before = tokens[at - 1].raw
    first = fold(before) in name_titles() | stop_words() | asking_words()
    return before[0].isupper() and not first and (at > 1 or before != before.upper())


def _is_name(index: Index, tokens: Sequence[Spelt], at: int) -> bool:
    """Return whether a word is written as a name, or is none of the words of the documents."""
    token = tokens[at]
    if token.raw[0].isupper() and at > 0:
        return True
    common = any(index.known(stem(token.key, language)) for language in LANGUAGES)
    return not common or (token.raw[0].isupper() and len(tokens) > 1)


def _near(tokens: Sequence[Spelt], places: Sequence[int], words: frozenset[str]) -> bool:
    """Return whether one of the words stands within three words of a name."""
    return any(token.folded in words for token in tokens[max(0, places[0] - 3) : places[-1] + 4])


def _days(index: Index, scope: Scope) -> Sequence[str]:
    """Return the days on which the sources in question were published or reposted, in order."""
    if scope == Scope():
        return index.source_names().days
    from index.text.same_name import in_scope

    return source_names(
        article.source for article in index.articles() if in_scope(article.source, scope)
    ).days


def _language(tokens: Sequence[Spelt]) -> tuple[str | None, list[int]]:
    """Return the language of the text asked for ("the Spanish original", "en inglés")."""
    for at, token in enumerate(tokens):
        language = _asked_as().get(token.folded)
        if language is None:
            continue
        after = [at + 1] if at + 1 < len(tokens) and tokens[at + 1].folded in _list("versions") else []
        before = [at - 1] if at and tokens[at - 1].folded in _list("versions") else []
        if before or after:
            return language, [at, *before, *after]
    return None, []


@cache
def _asked_as() -> Mapping[str, str]:
    """Return the folded words by which each language is asked for, with its code."""
    return {fold(word): each.code for each in reversed([*languages()]) for word in each.told("asked_as")}


def _described(tokens: Sequence[Spelt]) -> tuple[str, list[int]]:
    """Return what the article asked about is said to be on, and where that stands in the question.

    "the seven-presidents article", "the column on the tariffs": the words before, up to the article
    or pronoun that opens the phrase, or those after "on" up to the next function word but of, and, the.
    """
    stops = stop_words()
    for at, token in enumerate(tokens):
        if token.folded not in _list("texts") or at == 0:
            continue
        first = at
        while first > 0 and at - first < _DESCRIPTION and tokens[first - 1].folded not in _DETERMINERS:
            first -= 1
        opened = first > 0 and tokens[first - 1].folded in _DETERMINERS
        if not opened or (
            first < at and token.folded in _ALSO_VERBS and _AUXILIARIES & {t.key for t in tokens[:first]}
        ):
            continue  # "what did the mayor report on" speaks of no report
        if first < at and any(t.folded not in stops for t in tokens[first:at]):
            return " ".join(t.raw for t in tokens[first:at]), list(range(first, at + 1))
        if at + 1 < len(tokens) and tokens[at + 1].folded in _list("about"):
            last = at + 1
            while last + 1 < len(tokens) and last - at < _DESCRIPTION:
                word = tokens[last + 1].folded
                if word in stops and word not in word_list("questions", "in_descriptions"):
                    break
                last += 1
            return " ".join(t.raw for t in tokens[at + 2 : last + 1]), list(range(at, last + 1))
    return "", []


def _without(question: str, tokens: Sequence[Spelt], spent: set[int]) -> str:
    """Return the question with the words at these places blanked."""
    letters = list(question)
    for at in spent:
        token = tokens[at]
        letters[token.start : token.end] = " " * (token.end - token.start)
    return "".join(letters)
