"""What somebody says in a library, in its order: his speech, or else what he wrote."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answer import Claim
from bot.asking.asked import asked_of
from bot.asking.asked_names import is_called
from bot.finding.quote import claim_at, sentence_spans
from index.door import Exported, Index
from index.model import Passage, Query, Role, Voice
from index.text.same_name import same_name

_MARKS = " \t\n\"'“”‘’«»"  # around words that somebody says
_ENDS = ".!?…"
_LONGEST = 90  # words of any quote
_READ = 300  # texts by one author that are looked through


def said_by(index: Index, name: str, limit: int) -> list[Claim]:
    """Return the first claims of a speaker called so: whole sentences; of an author where no speaker is."""
    claims: dict[tuple[str, int, int], Claim] = {}
    for found in (_spoken(index, name), _written(index, name)):
        for item, start, end in found if not claims else ():
            passage = Passage(item.paragraph, item.source, item.voices, 0.0, (), item.also_in, item.group)
            claim = claim_at(passage, start, end, len(claims) + 1)
            claims.setdefault((claim.paragraph, claim.start, claim.end), claim)
            if len(claims) == limit:
                break
    return [*claims.values()]


def speakers_asked_for(index: Index, query: Query) -> list[str]:
    """Return who speaks or writes in the library of those called as he is whose words are asked for."""
    asked = asked_of(query)
    if asked.speaker is None or not asked.of_one or not asked.speech or len(asked.speaker.names) != 1:
        return []
    (name,) = asked.speaker.names
    names = [count.name for count in index.speakers()] + [*index.source_names().authors]
    return [each for each in dict.fromkeys(names) if is_called(each, name)]


def _spoken(index: Index, name: str) -> Iterator[tuple[Exported, int, int]]:
    for item in index.spoken_by(name):
        for voice in item.voices:
            if voice.speaker and same_name(name, voice.speaker):
                yield item, *_whole_sentences(item, voice)


def _written(index: Index, name: str) -> Iterator[tuple[Exported, int, int]]:
    """Yield the paragraphs that an author called so wrote, each as far as a quote reaches."""
    his = (each for each in index.articles() if any(same_name(name, one) for one in each.source.authors))
    for article, _ in zip(his, range(_READ), strict=False):
        for item in index.paragraphs(article.id):
            if item.paragraph.role in {Role.BODY, Role.POST} and item.paragraph.text.strip():
                yield item, 0, _end(item)


def _end(item: Exported) -> int:
    """Return where a quote of a paragraph from its beginning ends."""
    text, end = item.paragraph.text, 0
    for _, stop in sentence_spans(text, item.source.language):
        if end and len(text[:stop].split()) > _LONGEST:
            break
        end = stop
    return end or len(text)


def _whole_sentences(item: Exported, voice: Voice) -> tuple[int, int]:
    """Return where the words of a voice stand; of a part of a sentence the whole of it, if not long."""
    text = item.paragraph.text
    words = text[voice.start : voice.end].strip(_MARKS)
    if not words or (words[0].isupper() and words[-1] in _ENDS):
        return voice.start, voice.end
    spans = [
        span
        for span in sentence_spans(text, item.source.language)
        if span[0] < voice.end and span[1] > voice.start
    ]
    start, end = (spans[0][0], spans[-1][1]) if spans else (voice.start, voice.end)
    return (start, end) if len(text[start:end].split()) <= _LONGEST else (voice.start, voice.end)
