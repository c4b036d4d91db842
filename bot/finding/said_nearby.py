"""What somebody says beside a passage on the matter: his words need not name it, nor him."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from bot.asking.asked import asked_of
from bot.finding.asked_voice import said_by
from bot.finding.order import Ranked
from index.door import Exported, Index
from index.model import Mode, Passage, Query

_ARTICLES = 3  # in which the best passages stand
_READ = 300  # paragraphs of an article
_NEAR = 3  # paragraphs from one that was found


def said_nearby(index: Index, query: Query, ranked: Sequence[Ranked]) -> list[Passage]:
    """Return the paragraphs near the passages found in which he speaks whose words are asked for by name."""
    asked = asked_of(query).speaker
    if asked is None or not asked.named or not asked_of(query).speech:
        return []
    articles = [*dict.fromkeys(each.passage.paragraph.article for each in ranked)][:_ARTICLES]
    known = {each.passage.paragraph.id for each in ranked}
    found = []
    for article in articles:
        places = [
            each.passage.paragraph.number for each in ranked if each.passage.paragraph.article == article
        ]
        for item in islice(index.paragraphs(article), _READ):
            beside = any(abs(item.paragraph.number - place) <= _NEAR for place in places)
            his = (said_by(voice, asked, query) for voice in item.voices if voice.mode is not Mode.OWN)
            if beside and item.paragraph.id not in known and any(his):
                found.append(_passage(item))
    return found


def _passage(item: Exported) -> Passage:
    return Passage(item.paragraph, item.source, item.voices, 0.0, (), item.also_in, item.group, item.reading)
