"""Which passages speak of what an earlier question was about: "And what will it cost?" asks of that alone."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.answer_kinds import light_words
from bot.asking.asked import asked_of
from bot.finding.measure import held_weight
from bot.finding.order import Ranked, title_terms
from index.model import Query
from index.text.terms import WORD, parts

_OF_MOST = 0.5  # of the earlier question's words that an article holds, beside the one that holds most


def of_its_matter(query: Query, ranked: Sequence[Ranked], taken: Sequence[str]) -> list[Ranked]:
    """Return the passages of articles that hold about as much of an earlier question as any.

    ``taken`` is what was taken over from it, each name as one. All of them where nothing was, or where the
    question names somebody or something itself: that is its matter.
    """
    named = [[part for word in WORD.findall(each) for part in parts(word)] for each in taken]
    groups = [
        [at for at, word in enumerate(query.words) if word.text in each and word.text not in light_words()]
        for each in named
    ]
    groups = [each for each in groups if each]
    if not groups or asked_of(query).names:
        return list(ranked)
    held: dict[str, set[int]] = {}
    for each in ranked:
        titled = title_terms(each.passage.source.title or "")
        held.setdefault(each.passage.paragraph.article, set()).update(
            number
            for number, places in enumerate(groups)
            if any(each.held[at] or held_weight(query.words[at].terms, titled) for at in places)
        )
    most = max(map(len, held.values()), default=0)
    return [each for each in ranked if len(held[each.passage.paragraph.article]) >= _OF_MOST * most]
