"""A passage to a claim: which whole sentences to show, and whose words they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote as percent

from bot.answer import Claim
from index.analysis import LANGUAGES, fold, parts, stem, words
from index.model import Mode, Passage, Query, Stance, Voice
from index.sentences import sentences

MOST_WORDS = 90  # of a quote: about what a reader takes in at one look
MOST_SENTENCES = 3
_SPACE = re.compile(r"\s+")
_LETTER = re.compile(r"\w")
# A sentence that begins like this leans on the one before it.
_LEANS = re.compile(
    r"[\"“‘'«(\[]*(?:he|she|they|it|this|that|these|those|his|her|their|its|the (?:latter|former)|such|but|however"
    r"|él|ella|ellos|ellas|esto|eso|este|esta|estos|estas|ese|esa|su|sus|pero|ambos|ambas|dicho|dicha)\b",
    re.IGNORECASE,
)
_LONG_LINK = 80  # characters of a quote above which a link names only its first and last words


@lru_cache(maxsize=4096)
def sentence_spans(text: str, language: str | None) -> tuple[tuple[int, int], ...]:
    """Return the sentences of a paragraph as spans."""
    return tuple(sentences(text, language))


def collapse(text: str) -> str:
    """Return ``text`` as it is shown: white space collapsed, nothing else."""
    return _SPACE.sub(" ", text).strip()


def best_span(passage: Passage, query: Query) -> tuple[int, int]:
    """Return the span within the paragraph of the one to three sentences that answer best.

    The sentence with most of the query's words, and its neighbours while they bring words of
    their own or are leaned on; never more than 90 words, never a part of a sentence unless one
    alone is longer.
    """
    paragraph = passage.paragraph
    spans = sentence_spans(paragraph.text, paragraph.language)
    if not spans:
        return 0, len(paragraph.text)
    wanted = {word.text: frozenset(term for term, _ in word.terms) for word in query.words}
    held = [_words_held(paragraph.text[start:end], wanted) for start, end in spans]
    best = max(range(len(spans)), key=lambda at: (len(held[at]), -at))
    first = last = best
    covered = set(held[best])
    if first and _LEANS.match(paragraph.text[spans[first][0] :]):
        first -= 1
        covered |= held[first]
    while last - first + 1 < MOST_SENTENCES:
        after = held[last + 1] - covered if last + 1 < len(spans) else set()
        before = held[first - 1] - covered if first else set()
        if not after and not before:
            break
        if len(after) >= len(before):
            last += 1
            covered |= after
        else:
            first -= 1
            covered |= before
    return _within_limit(paragraph.text, spans, first, last, best)


def _within_limit(
    text: str, spans: Sequence[tuple[int, int]], first: int, last: int, best: int
) -> tuple[int, int]:
    """Return the span of the sentences, the outer ones dropped while there are too many words."""
    while last > first and len(text[spans[first][0] : spans[last][1]].split()) > MOST_WORDS:
        if last > best:
            last -= 1
        else:
            first += 1
    return spans[first][0], spans[last][1]


def _words_held(text: str, wanted: dict[str, frozenset[str]]) -> set[str]:
    held = {stem(part, language) for match in words(text) for part in parts(match[0]) for language in LANGUAGES}
    return {word for word, terms in wanted.items() if terms & held}


def claim_at(passage: Passage, start: int, end: int, number: int, matched: tuple[str, ...] | None = None) -> Claim:
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
    return Voice(voice.start, voice.end, voice.speaker, mode, voice.cue, voice.role, voice.mention, voice.stance)


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
    return " ".join(fold(match[0]) for match in words(text))
