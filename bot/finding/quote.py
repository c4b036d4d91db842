"""A passage to a claim: the words that are quoted, and whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from urllib.parse import quote as percent

from bot.answer import Claim, Spoken
from index.door import Exported
from index.expressions import pattern
from index.languages import is_read
from index.model import Mode, Paragraph, Passage, Place, Source, Stance, Voice
from index.remembered import OF_SENTENCES, kept
from index.text.normal import collapse
from index.text.same_name import same_name
from index.text.sentences import sentences
from index.text.terms import folded_words
from index.words import word_list

_SPACE = pattern(r"\s+")
_LETTER, _NO_LETTER = pattern(r"\w"), pattern(r"\W")  # few are none
_LONGEST_LABEL = 100  # characters
# "Ana Ejemplo:", "[00:12] **EJEMPLO (mayor):**", "R.-", "ALCALDESA.-"
_LABEL = pattern(
    r"[\s*_#>\"“«\[(]*(?:[\d:.,]+[\])]?\s*[-–—]?\s*)?(?P<name>[^\n:(,]+?)(?:\s*[(,][^\n:]*)?[*_]*"
    r"(?::|\.\s?[-–—]*)[*_\s]*[-–—]?\s*"
)
_LONG_LINK = 80  # characters of a quote above which a link names only its first and last words


@lru_cache(maxsize=OF_SENTENCES)
def sentence_spans(text: str, language: str | None) -> tuple[tuple[int, int], ...]:
    """Return the sentences of a paragraph as spans."""
    return tuple(sentences(text, language))


def claim_at(
    passage: Passage | Exported,
    start: int,
    end: int,
    number: int,
    matched: tuple[str, ...] | None = None,
    bearing: float = 1.0,
) -> Claim:
    """Return the claim that quotes ``paragraph.text[start:end]`` under its voice."""
    paragraph, source = passage.paragraph, passage.source
    text = paragraph.text[start:end]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    for voice in passage.voices:
        if start < voice.end:
            start = _behind_label(paragraph.text, voice, start) if start < voice.start < end else start
            break
    shown = collapse(paragraph.text[start:end])
    voices = _foreign(passage.voices, source) if passage.voices else ()
    spoken = voice_of(paragraph.text, voices, start, end)
    score, found = (passage.score, passage.matched) if isinstance(passage, Passage) else (0.0, ())
    return Claim(
        number=number,
        quote=shown,
        paragraph=paragraph.id,
        file=paragraph.file,
        start=paragraph.start + start,
        end=paragraph.start + end,
        source=source,
        score=round(score, 4),
        speaker=spoken.speaker if spoken else None,
        mention=spoken.mention if spoken else None,
        voices=tuple(_spoken(paragraph.text, voices, start, end)) if spoken else (),
        role=spoken.role if spoken else None,
        mode=spoken.mode if spoken else Mode.OWN,
        cue=spoken.cue if spoken else None,
        stance=spoken.stance if spoken else Stance.REPORTED,
        link=_link(source.url, shown) or _place(paragraph),
        page=paragraph.page,
        also_in=tuple(
            Place(place.article, place.file, place.start, place.end)
            for place in passage.also_in
            if any(first <= start and end <= last for first, last in place.same)
        ),
        matched=found if matched is None else matched,
        group=passage.group,
        part=paragraph.role,
        unread=None if is_read(paragraph.language) else paragraph.language,
        bearing=bearing,
    )


def labelled(item: Exported | Passage, number: int = 0) -> Claim:
    """Return a whole paragraph as a claim under its voices: the one road for every view of a paragraph."""
    return claim_at(item, 0, len(item.paragraph.text), number)


def _behind_label(text: str, voice: Voice, start: int) -> int:
    """Return where the words of a quote begin that opens with the label of its speaker's turn: "Ana: ..."."""
    if voice.speaker is None or voice.mode is not Mode.DIRECT or voice.start - start > _LONGEST_LABEL:
        return start
    label = _LABEL.fullmatch(text, start, voice.start)
    words = collapse(label["name"]).rstrip(".").casefold() if label else ""
    mention = (voice.mention or voice.speaker).rstrip(".").casefold()
    told = words == mention or words in word_list("dialogue", "answers")
    return voice.start if told else start


@kept(2048)
def _foreign(voices: Sequence[Voice], source: Source) -> tuple[Voice, ...]:
    """Return the voices that are not the source's own: nobody is quoted by himself.

    Of several authors each may speak for himself, as in a debate.
    """
    alone = source.authors if len(source.authors) == 1 else ()
    names = (*alone, *filter(None, (source.outlet, source.reposted_by)))
    return tuple(
        voice
        for voice in voices
        if voice.mode is not Mode.OWN
        and not (voice.speaker and any(same_name(voice.speaker, name) for name in names))
    )


def _spoken(text: str, voices: Sequence[Voice], start: int, end: int) -> Iterator[Spoken]:
    """Yield whose words stand where in the quote of ``text[start:end]``, blanks at their ends left out."""
    for voice in voices:
        first, last = max(start, voice.start), min(end, voice.end)
        words = text[first:last]
        if not _LETTER.search(words):
            continue
        first += len(words) - len(words.lstrip())
        at = len(_SPACE.sub(" ", text[start:first]))
        size = len(collapse(words))
        yield Spoken(at, at + size, voice.speaker, voice.mode, voice.mention, voice.role)


def voice_of(text: str, voices: Sequence[Voice], start: int, end: int) -> Voice | None:
    """Return whose words ``text[start:end]`` are; None for the article's own.

    Speech only, when nearly all letters are one speaker's and quoted: mode direct. Otherwise the
    author's sentence reporting whoever has most of it.
    """
    here: dict[tuple[str | None, str | None], list[Voice]] = {}
    for voice in voices:
        if voice.end <= start or end <= voice.start or voice.mode is Mode.OWN:
            continue
        if _LETTER.search(text, max(start, voice.start), min(end, voice.end)):
            key = (voice.speaker, voice.mention if voice.speaker is None else None)
            here.setdefault(key, []).append(voice)
    if not here:
        return None

    def share(of: Iterable[Voice]) -> int:
        return sum(_letters(text, max(start, each.start), min(end, each.end)) for each in of)

    several = len(here) > 1
    his = max(here.items(), key=lambda row: (row[0][0] is not None, several and share(row[1])))[1]
    voice = his[0]
    quoted = share(each for each in his if each.mode is Mode.DIRECT)
    mixed = quoted or any(each.mode is Mode.MIXED for each in his)
    # 95 %: the quotation marks' neighbours, a bracketed link, are no one's words.
    whole = quoted and quoted >= 0.95 * max(1, _letters(text, start, end))
    mode = Mode.DIRECT if whole else Mode.MIXED if mixed else Mode.INDIRECT
    return Voice(
        voice.start, voice.end, voice.speaker, mode, voice.cue, voice.role, voice.mention, voice.stance
    )


def _letters(text: str, start: int, end: int) -> int:
    return end - start - len(_NO_LETTER.findall(text, start, end)) if end > start else 0


def _place(paragraph: Paragraph) -> str | None:
    """Return the file with the page, the second or the section at which a text without an address stands."""
    if not paragraph.anchor:
        return None
    return f"{percent(paragraph.file)}#{percent(paragraph.anchor.lstrip('#'), safe='=/#.-_')}"


def _link(url: str | None, quote: str) -> str | None:
    """Return the address with a text fragment that opens at the quote (WICG scroll-to-text)."""
    if not url:
        return None
    words = quote.split()
    ends = (words[:5], words[-5:]) if len(quote) > _LONG_LINK else (words,)
    part = ",".join("%20".join(map(_percent, each)) for each in ends)
    return f"{url.partition('#')[0]}#:~:text={part}"


@lru_cache(maxsize=8192)  # words
def _percent(word: str) -> str:
    return percent(word, safe="").replace("-", "%2D")


def folded(text: str) -> str:
    """Return a text for comparing: folded words, compounds solid, one blank between."""
    return " ".join(folded_words(text))
