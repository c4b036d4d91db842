"""Whether why something happened is asked for, and what was found tells only that it did."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from bot.asking.answer_kinds import gives_reason
from bot.asking.asked import asked_of
from bot.finding.bearing import weights_of
from bot.finding.order import Ranked, of_the_same
from index.door import Index
from index.model import Query
from index.text.tokens import phrases_of

_BEHIND = 2  # paragraphs behind a passage, where its reason may be told
_READ = 300  # paragraphs of an article


def tells_no_reason(index: Index, query: Query, ranked: Sequence[Ranked]) -> bool:
    """Return whether neither a passage on what happened nor what stands right behind it gives a reason.

    A reason may be told by hardly any word of its own: any sentence with "had", "wanted", "no longer" may.
    """
    if not asked_of(query).why or not ranked:
        return False
    best = of_the_same(ranked)
    return not any(_may_be_reason(each.passage.paragraph.text) for each in best) and not any(
        _may_be_reason(text) for each in best for text in _behind(index, each)
    )


def telling_why(index: Index, query: Query, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Return the passages that may tell a reason, where those that hold most of a question tell none.

    They have all its names and days, and what happened in other words: "told to go back to their families".
    """
    if not tells_no_reason(index, query, ranked):
        return [*ranked]
    context = weights_of(index, query).context
    places = [at for at, named in enumerate(context) if named]
    others = [
        each
        for each in ranked
        if places and all(each.held[at] for at in places) and _may_be_reason(each.passage.paragraph.text)
    ]
    return others or [*ranked]


def _behind(index: Index, each: Ranked) -> list[str]:
    """Return the paragraphs right behind a passage."""
    number = each.passage.paragraph.number
    items = islice(index.paragraphs(each.passage.paragraph.article), _READ)
    return [item.paragraph.text for item in items if number < item.paragraph.number <= number + _BEHIND]


def _may_be_reason(text: str) -> bool:
    return gives_reason(text) or phrases_of("kinds", "reason.may").in_text(text)
