"""A passage to a claim: which whole sentences to show, and whose words they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from urllib.parse import quote as percent

from bot.answer import Claim
from bot.asking.answer_kinds import asked_kind, holds, name_words
from bot.finding.order import KIND_SENTENCE
from index.model import Mode, Passage, Query, Reading, Stance, Voice
from index.text.reading import reading_of
from index.text.sentences import sentences
from index.text.terms import parts, words

MOST_WORDS = 90  # of a quote: about what a reader takes in at one look
MOST_SENTENCES = 3
_SPACE = re.compile(r"\s+")
_LETTER = re.compile(r"\w")
# A sentence that begins like this leans on the one before it.
_LEANS = re.compile(
    r"[\"“‘'«(\[]*(?:he|she|they|it|this|that|these|those|his|her|their|its|the (?:latter|former)|such|but"
    r"|however|él|ella|ellos|ellas|esto|eso|este|esta|estos|estas|ese|esa|su|sus|pero|ambos|ambas|dicho|dicha)\b",
    re.IGNORECASE,
)
_SAID = 10  # letters of a voice in a quote that make it one of the quote's speakers: about two words
_LONG_LINK = 80  # characters of a quote above which a link names only its first and last words


@lru_cache(maxsize=4096)
def sentence_spans(text: str, language: str | None) -> tuple[tuple[int, int], ...]:
    """Return the sentences of a paragraph as spans."""
    return tuple(sentences(text, language))


def collapse(text: str) -> str:
    """Return ``text`` as it is shown: white space collapsed, nothing else."""
    return _SPACE.sub(" ", text).strip()


def best_span(passage: Passage, query: Query, idf: Mapping[str, float] | None = None) -> tuple[int, int]:
    """Return the span within the paragraph of the one to three sentences that answer best.

    Of all runs of whole sentences with at most 90 words the one that holds most of the query's words
    (each weighed by ``idf``, alike without it) and, asked for a number, a day or a name, such a thing; then
    the one whose middle is the strongest. It grows by neighbours, and backwards when it leans on what
    stands before, while there is room: a quote needs its surroundings. A sentence is never cut, but one
    longer than all that.
    """
    paragraph = passage.paragraph
    reading = reading_of(passage)
    spans = reading.spans
    if not spans:
        return 0, len(paragraph.text)
    sizes = [len(paragraph.text[start:end].split()) for start, end in spans]
    worth = _sentence_words(reading, query, idf or {})
    kind, asked = asked_kind(query.text), name_words(query.text)
    typed = [kind is not None and holds(kind, paragraph.text[start:end], asked) for start, end in spans]
    best, most = (0, 0), -1.0
    for first in range(len(spans)):
        for last in range(first, min(first + MOST_SENTENCES, len(spans))):
            if last > first and sum(sizes[first : last + 1]) > MOST_WORDS:
                break
            held: dict[str, float] = {}
            for each in worth[first : last + 1]:
                for word, value in each.items():
                    held[word] = max(value, held.get(word, 0.0))
            score = sum(held.values()) * (KIND_SENTENCE if any(typed[first : last + 1]) else 1.0)
            strongest = max(sum(each.values()) for each in worth[first : last + 1])
            score += 0.5 * strongest - 1e-6 * (last - first)
            if score > most + 1e-9:
                best, most = (first, last), score
    first, last = _with_neighbours(paragraph.text, spans, sizes, *best)
    return spans[first][0], spans[last][1]


def _with_neighbours(
    text: str, spans: Sequence[tuple[int, int]], sizes: Sequence[int], first: int, last: int
) -> tuple[int, int]:
    """Return the run of sentences with the neighbours that there is room for, what it leans on first."""
    room = MOST_WORDS - sum(sizes[first : last + 1])
    while last - first + 1 < MOST_SENTENCES:
        before = first > 0 and sizes[first - 1] <= room
        after = last + 1 < len(spans) and sizes[last + 1] <= room
        if before and (_LEANS.match(text[spans[first][0] :]) or not after):
            first -= 1
            room -= sizes[first]
        elif after:
            last += 1
            room -= sizes[last]
        else:
            break
    return first, last


def _sentence_words(reading: Reading, query: Query, idf: Mapping[str, float]) -> list[dict[str, float]]:
    """Return for each sentence the query's words it holds, each with what it is worth."""
    worth: list[dict[str, float]] = []
    for held in reading.terms_by_sentence():
        weights = {w.text: [weight for term, weight in w.terms if term in held] for w in query.words}
        worth.append({word: max(found) * idf.get(word, 1.0) for word, found in weights.items() if found})
    return worth


def claim_at(
    passage: Passage, start: int, end: int, number: int, matched: tuple[str, ...] | None = None
) -> Claim:
    """Return the claim that quotes ``paragraph.text[start:end]`` under its voice."""
    paragraph = passage.paragraph
    text = paragraph.text[start:end]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    shown = collapse(paragraph.text[start:end])
    voice = voice_of(paragraph.text, passage.voices, start, end)
    return Claim(
        number=number,
        quote=shown,
        paragraph=paragraph.id,
        file=paragraph.file,
        start=paragraph.start + start,
        end=paragraph.start + end,
        source=passage.source,
        score=round(passage.score, 4),
        speaker=voice.speaker if voice else None,
        mention=voice.mention if voice else None,
        others=_others(paragraph.text, passage.voices, start, end, voice) if voice else (),
        role=voice.role if voice else None,
        mode=voice.mode if voice else Mode.OWN,
        cue=voice.cue if voice else None,
        stance=voice.stance if voice else Stance.REPORTED,
        link=_link(passage.source.url, shown),
        also_in=passage.also_in,
        matched=passage.matched if matched is None else matched,
        group=passage.group,
    )


def voice_of(text: str, voices: Sequence[Voice], start: int, end: int) -> Voice | None:
    """Return whose words ``text[start:end]`` are; None for the article's own.

    Speech only, when nearly all letters are one speaker's and quoted: mode direct. Otherwise the
    author's sentence reporting whoever has most of it.
    """
    letters = max(1, _letters(text, start, end))
    share: dict[tuple[str | None, str | None], int] = {}
    quoted: dict[tuple[str | None, str | None], int] = {}
    first: dict[tuple[str | None, str | None], Voice] = {}
    for voice in voices:
        overlap = _letters(text, max(start, voice.start), min(end, voice.end))
        if not overlap or voice.mode is Mode.OWN:
            continue
        key = (voice.speaker, voice.mention if voice.speaker is None else None)
        share[key] = share.get(key, 0) + overlap
        quoted[key] = quoted.get(key, 0) + (overlap if voice.mode in {Mode.DIRECT, Mode.MIXED} else 0)
        first.setdefault(key, voice)
    if not share:
        return None
    key = max(share, key=lambda who: (who[0] is not None, share[who]))
    voice = first[key]
    # 95 %: the quotation marks' neighbours, a bracketed link, are no one's words.
    mode = Mode.DIRECT if quoted[key] >= 0.95 * letters else Mode.MIXED if quoted[key] else Mode.INDIRECT
    return Voice(
        voice.start, voice.end, voice.speaker, mode, voice.cue, voice.role, voice.mention, voice.stance
    )


def _others(text: str, voices: Sequence[Voice], start: int, end: int, voice: Voice) -> tuple[str, ...]:
    """Return who else is named as speaking in ``text[start:end]``."""
    if voice.mode is Mode.DIRECT or not voice.speaker:
        return ()
    names = (
        other.speaker
        for other in voices
        if other.mode is not Mode.OWN
        and _letters(text, max(start, other.start), min(end, other.end)) >= _SAID
    )
    return tuple(dict.fromkeys(name for name in names if name and name != voice.speaker))


def _letters(text: str, start: int, end: int) -> int:
    return len(_LETTER.findall(text, start, end)) if end > start else 0


def _link(url: str | None, quote: str) -> str | None:
    """Return the address with a text fragment that opens at the quote (WICG scroll-to-text)."""
    if not url:
        return None
    part = _fragment(quote)
    if len(quote) > _LONG_LINK:
        split = quote.split()
        part = f"{_fragment(' '.join(split[:5]))},{_fragment(' '.join(split[-5:]))}"
    return f"{url.partition('#')[0]}#:~:text={part}"


def _fragment(text: str) -> str:
    return percent(text, safe="").replace("-", "%2D")


def folded(text: str) -> str:
    """Return a text for comparing: folded words, one blank between."""
    return " ".join(part for match in words(text) for part in parts(match[0]))
