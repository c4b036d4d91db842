"""Of whom labels speak where no question says it: a proper name near them, one and the same in all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.asking.asked_names import name_titles
from bot.contested.framings.framing_points import Use
from bot.contested.spoken_sentences import Statement
from index.expressions import pattern
from index.framings import Framings
from index.text.dates import month_number
from index.text.letters import CAPITAL, SMALL
from index.text.terms import bare, fold, folded_list, stop_words
from index.values import frozen

_NAME = pattern(rf"{CAPITAL}{SMALL}[\w’'-]*(?: {CAPITAL}{SMALL}[\w’'-]*)*")
_SOURCES = 2  # independent ones that stand behind two sides
# Words between a label and the name it is about. Of the labels read in news of one campaign and of one
# crisis, those further away spoke of somebody or something else: a victim, a place that was passed.
_REACH = 8
_SMALL = 0.1  # of its uses in small letters make a word a common noun: "the Government", "the government"


@frozen
class Referent:
    """Whom rival labels speak of, and the uses that do."""

    name: str
    uses: tuple[Use, ...]


def shared_referent(
    uses: Sequence[Use], pool: Sequence[Statement], framings: Framings, reach: int = _REACH
) -> Referent | None:
    """Return whom most of the labels speak of; None unless two sources stand behind two sides.

    A name counts where it stands near the label, is no common noun and no label, and where texts with
    different first names before one surname are told apart.
    """
    spread: dict[str, list[Use]] = {}
    shown: dict[str, str] = {}
    for use in uses:
        for key, name in _near(use, reach).items():
            spread.setdefault(key, []).append(use)
            shown[key] = min(shown.get(key, name), name, key=len)
    found = []
    for key in sorted(spread):
        same = _one_bearer(spread[key], key, pool) if _opposed(spread[key]) else []
        if _opposed(same) and not framings.find(shown[key]) and not is_common_noun(shown[key], pool):
            found.append(Referent(shown[key], tuple(same)))
    return max(found, key=lambda referent: (len(referent.uses), referent.name), default=None)


def _opposed(uses: Sequence[Use]) -> bool:
    """Whether two independent sources stand behind two sides: each uses its label as its own."""
    held: dict[str, set[str]] = {}
    for use in uses:
        if use.held:
            held.setdefault(use.side, set()).add(use.statement.group)
    return len(held) > 1 and len(set().union(*held.values())) >= _SOURCES


def _near(use: Use, reach: int) -> dict[str, str]:
    """Return the names near a label in its sentence."""
    text = use.statement.text
    start, end = use.label.start - use.statement.start, use.label.end - use.statement.start
    near: dict[str, str] = {}
    for at, name in _spans(use.statement):
        between = text[end:at] if at >= end else text[at + len(name) : start]
        if len(between.split()) <= reach:
            near.setdefault(_key(name), name)
    return near


def names_in(statement: Statement) -> dict[str, str]:
    """Return the proper names inside a sentence, each under its last word, folded; months are none."""
    found: dict[str, str] = {}
    for _, name in _spans(statement):
        found.setdefault(_key(name), name)
    return found


def _spans(statement: Statement) -> Iterable[tuple[int, str]]:
    for match in _NAME.finditer(statement.text):
        name = bare(match[0])
        key = _key(name)
        opens = not match.start() and " " not in name  # one capital may only begin the sentence
        if not opens and len(key) > 2 and not _is_time(name, key) and not _is_stop(key):
            yield match.start(), name


def _key(name: str) -> str:
    """Return the last word of a name, folded."""
    return fold(bare(name.rsplit(maxsplit=1)[-1]))


def _is_time(name: str, key: str) -> bool:
    """Whether a name is that of a month or a day."""
    return bool(month_number(name)) or key in folded_list("days", "weekdays")


def _is_stop(word: str) -> bool:
    return word in stop_words()


def _one_bearer(uses: Sequence[Use], key: str, pool: Sequence[Statement]) -> list[Use]:
    """Return the uses whose name can be one person's: those with the commonest first name, or with none."""
    articles = {use.statement.passage.paragraph.article for use in uses}
    of_article: dict[str, set[str]] = {article: set() for article in articles}
    for each in pool:
        if (article := each.passage.paragraph.article) in articles:
            of_article[article] |= _first_names(each, key)
    firsts = [
        _first_names(use.statement, key) or of_article[use.statement.passage.paragraph.article]
        for use in uses
    ]
    count = Counter(first for row in firsts for first in row)
    if not count:
        return list(uses)
    commonest = max(count, key=lambda first: (count[first], first))
    return [use for use, row in zip(uses, firsts, strict=True) if not row or commonest in row]


def _first_names(statement: Statement, key: str) -> set[str]:
    """Return the words before a surname in a sentence that are no titles: "Ana" of "Mayor Ana Ejemplo"."""
    found = set()
    for match in _NAME.finditer(statement.text):
        words = match[0].split()
        if len(words) > 1 and _key(match[0]) == key and fold(words[-2]) not in name_titles():
            found.add(fold(next((word for word in words if fold(word) not in name_titles()), words[-2])))
    return found


def is_common_noun(name: str, pool: Sequence[Statement]) -> bool:
    """Whether the texts write a name in small letters, too: then it names many."""
    last = name.rsplit(maxsplit=1)[-1]
    small = re.compile(rf"\b{re.escape(last.lower())}\b")
    capital = re.compile(rf"\b{re.escape(last.capitalize() if last.islower() else last)}\b")
    times = sum(1 for each in pool if small.search(each.text))
    return times > _SMALL * sum(1 for each in pool if capital.search(each.text))
