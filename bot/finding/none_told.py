"""Whether a passage tells that there is nothing of what is asked for, or that nobody knows yet."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.answer_kinds import light_words
from bot.asking.asked import asked_of
from bot.finding.measure import FULLY, held_by_sentence
from bot.finding.order import Ranked
from index.model import Query
from index.text.reading import reading_of
from index.text.tokens import phrases_of

_LOOKED_AT = 3  # passages
_MOST = 0.75  # of the words of a question, in the sentence


def tells_of_none(query: Query, ranked: Sequence[Ranked]) -> bool:
    """Return whether a sentence that holds most of a question says so: "the school paid nothing for it"."""
    asked = asked_of(query)
    light = light_words() | asked.asking
    places = [at for at, word in enumerate(query.words) if word.text not in light]
    none = phrases_of("kinds", "none")
    for each in ranked[:_LOOKED_AT]:
        reading, text = reading_of(each.passage), each.passage.paragraph.text
        rows = zip(held_by_sentence(query, reading), reading.spans, strict=True)
        for held, (start, end) in rows:
            told = len([at for at in places if held[at] >= FULLY])
            if told and told >= _MOST * len(places) and none.in_text(text[start:end]):
                return True
    return False
