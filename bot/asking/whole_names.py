"""What a question names, as whole names: a part of one is another's, or nobody's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from bot.asking.asked_names import asking_words, name_titles, written_names
from index.expressions import pattern
from index.model import Passage, Query
from index.remembered import OF_QUESTIONS, OF_SENTENCES
from index.text.dates import month_number
from index.text.letters import CAPITAL, capitals
from index.text.terms import WORD, all_parts, bare, fold, parts, stop_words
from index.words import strings

_CAPITALS_BEFORE = pattern(rf"(?<=\w )(?:{CAPITAL}[\w.’'-]*\s+)+$")
_CAPITALS_BEHIND = pattern(rf"(?:\.?\s+(?:{CAPITAL}\w*|\d+)\b)+")
QUOTED = pattern(r"“([^“”]{2,80})”|«([^«»]{2,80})»|\"([^\"]{2,80})\"")


@lru_cache(maxsize=OF_QUESTIONS)
def asked_things(question: str) -> tuple[tuple[str, ...], ...]:
    """Return what a question names, each as its folded words in order, what stands in quotation marks first.

    Words with capitals that stand side by side or are linked by "of" or "of the" are one name:
    ("bank", "of", "ruritania").
    """
    quoted = [next(filter(None, match.groups())) for match in QUOTED.finditer(question)]
    if quoted:
        return tuple(_trimmed(all_parts(text)) for text in quoted)
    stops, titles, links = stop_words(), name_titles(), _links()
    inside = written_names(question)
    runs: list[list[str]] = [[]]
    for match in WORD.finditer(question):
        word = fold(bare(match[0]))
        named = match[0][0].isupper() or (match[0][0].isdigit() and not match[0].isdigit())
        if word in asking_words() or (word in titles and not runs[-1]) or month_number(match[0]):
            runs.append([])
        elif (named and word not in stops) or (runs[-1] and word in links):
            runs[-1].extend(parts(match[0]))
        else:
            runs.append([])
    names = map(_trimmed, runs)
    return tuple(name for name in names if len(name) > 1 or not inside.isdisjoint(name))


def written_thing(question: Query, thing: Sequence[str]) -> str | None:
    """Return what a question names as it writes it, whole; ``thing`` is one of ``asked_things``."""
    text, size = question.text, len(thing)
    spelt = [(part, match) for match in WORD.finditer(text) for part in parts(match[0])]
    for at in range(len(spelt) - size + 1):
        if [part for part, _ in spelt[at : at + size]] == list(thing):
            return _whole(text, spelt[at][1].start(), spelt[at + size - 1][1].end())
    return None


def _whole(text: str, start: int, end: int) -> str:
    """Return a name of a question with all that is quoted with it, else with the capitals beside it."""
    for match in QUOTED.finditer(text):
        if match.start() < start and end < match.end():
            return match[0][1:-1].strip()
    before = _CAPITALS_BEFORE.search(text[:start])
    behind = _CAPITALS_BEHIND.match(text[end:])
    name = text[before.start() if before else start : end + (behind.end() if behind else 0)]
    return re.sub(r"['’]s$", "", name)


def is_linked(name: Sequence[str]) -> bool:
    """Whether small words link the words of a name: bank of ruritania."""
    return not _links().isdisjoint(name)


def stands_in(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the words of a name stand side by side among others."""
    size = len(name)
    held = all(word in words for word in name)  # of most texts that is all that need be asked
    return held and any(words[at : at + size] == name for at in range(len(words) - size + 1))


def is_named_in(passage: Passage, name: tuple[str, ...]) -> bool:
    """Whether a passage or the title over it names what is called by a whole name."""
    return names_whole(f"{passage.source.title or ''}. {passage.paragraph.text}", name)


@lru_cache(maxsize=OF_SENTENCES)  # a question asks its texts for its evidence, then for their bearing
def names_whole(text: str, name: tuple[str, ...]) -> bool:
    """Whether a text names what is called by all words of ``name`` together, or by the last of them alone.

    By the last alone only where no other word with a capital stands before it: "Morales" may be Evo
    Morales, "Southwestern High School" is no "County High School", and Ruritania no "Bank of Ruritania".
    """
    if stands_in(name, all_parts(text)):
        return True
    if is_linked(name):
        return False
    before, held = stop_words() | name_titles(), set(name)
    for run in capitals().findall(text):
        if fold(run.split()[-1]).startswith(name[-1]):
            first, *others = all_parts(run)
            if [first, *others][-1] == name[-1] and held.issuperset(others) and first in before | held:
                return True
    return False


def _trimmed(name: Sequence[str]) -> tuple[str, ...]:
    """Return a name without function words before and behind it, as it is where it has no others."""
    stops = stop_words()
    held = [at for at, word in enumerate(name) if word not in stops]
    return tuple(name[held[0] : held[-1] + 1] if len(held) > 1 else name)


@cache
def _links() -> frozenset[str]:
    """Return the small words within names: of the, de la."""
    return frozenset(word for link in strings("contrasts", "name_links") for word in link.split())
