"""Subtitles (SRT, WebVTT): what is spoken, by whom where it is said, and at which second."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from index.errors import UnreadableDocument
from index.formats.description import Format
from index.formats.encodings import decode
from index.formats.extracted import Block, Extracted, Part
from index.formats.timed_turns import is_transcript, turns_in
from index.model import Role, Source
from index.values import frozen

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,]\d{1,3}"
_CUE = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}.*")
_FIRST_CUE = re.compile(rf"(?:\d+\s*\n)?{_TIME}[ \t]*-->")
_VOICE = re.compile(r"<v(?:\.[\w.-]+)?[ \t]+([^>]{1,100})>")
_TAG = re.compile(r"<[^<>]{0,200}>|\{\\[^{}]{0,100}\}")
# "RUTH ALVARADO:", ">> Ruth Alvarado:", "- Ruth:", "[Ruth]"; small words inside a name may be small.
_LABEL = re.compile(
    r"(?P<mark>>{1,3}|[-–—])?\s*"
    r"(?:\[(?P<boxed>[^\[\]:]{2,50})\]:?|(?P<name>[^\W\d_][\w.’' -]{1,48}?)(?:\s?\([^()]{2,50}\))?\s?:"
    r"|\((?P<full>[^\W\d_][\w.’'-]+(?: [^\W\d_][\w.’'-]+){1,3})\):?)(?:\s+(?=\S)|$)"
)
_CHANGE = re.compile(r"(?:>{2,3}|[-–—])\s+")
_SOUND = re.compile(r"[\[(][^\[\]()]{1,80}[\])]|[♪♫][^♪♫]*[♪♫]?")
_ENDED = re.compile(r"[.!?…][\"”’»)\]]*$")
_MOST_WORDS = 60  # of a block: as long as a paragraph that is read at once
_PAUSE = 4.0  # seconds in which nobody speaks, so that what follows is another matter
_NAME_WORDS = 5


@frozen
class _Cue:
    """What is shown at a time, with whose words it is where that is said: "" when another begins to speak."""

    start: int  # seconds
    end: int
    text: str  # its lines
    speaker: str | None  # None: as before
    label: str = ""  # the words that name the speaker, as they stand


def read(data: bytes, _name: str) -> Extracted:
    """Return what is spoken, in pieces of a paragraph's length, each with the second at which it begins."""
    text, _ = decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    cues = [*_cues(text)] or [_Cue(*turn) for turn in turns_in(text)]
    if not cues:
        raise UnreadableDocument("it holds no subtitles")
    title = re.match(r"WEBVTT[ \t-]+(\S.{0,200})", text)
    return Extracted((Part(tuple(_blocks(cues)), Source(title=title[1].strip() if title else None)),))


def _cues(text: str) -> Iterator[_Cue]:
    """Yield the cues in order, one for each speaker in it."""
    for block in re.split(r"\n[ \t]*\n", text):
        lines = block.strip("\n").split("\n")
        at = next((at for at, line in enumerate(lines[:3]) if _CUE.fullmatch(line)), None)
        if at is None:
            continue
        times = _CUE.fullmatch(lines[at])
        assert times is not None  # noqa: S101 (it was found above)
        numbers = [int(part or 0) for part in times.groups()]
        start, end = (numbers[n] * 3600 + numbers[n + 1] * 60 + numbers[n + 2] for n in (0, 3))
        yield from _said(lines[at + 1 :], start, end)


def _said(lines: Sequence[str], start: int, end: int) -> Iterator[_Cue]:
    """Yield what the lines of one cue say; a line that names a speaker begins his words."""
    run: list[str] = []
    speaker: str | None = None
    label = ""
    for raw in lines:
        voice = _VOICE.search(raw)
        line = " ".join(_unescaped(_TAG.sub("", raw)).split())
        if not line:
            continue
        named, rest, shown = (voice[1].strip(), line, "") if voice else _named(line)
        if named is not None and run:
            yield _Cue(start, end, "\n".join(run), speaker, label)
            run = []
        if named is not None:
            speaker, label = named, shown
        if rest:
            run.append(rest)
    if run:
        yield _Cue(start, end, "\n".join(run), speaker, label)


def _named(line: str) -> tuple[str | None, str, str]:
    """Return who a line says speaks, what he says, and the words that name him."""
    match = _LABEL.match(line)
    if match and (name := _name(match["boxed"] or match["name"] or match["full"])):
        # in round brackets or at a line's end only a whole name is one: "(Softly)", "Remember:" are none
        whole = len(name.split()) > 1 and all(word[0].isupper() for word in name.split())
        if whole or (not match["full"] and match.end() < len(line)):
            return name, line[match.end() :], match[0].strip()
    change = _CHANGE.match(line)
    return ("", line[change.end() :], "") if change else (None, line, "")


def _name(text: str) -> str | None:
    """Return a speaker's name, not in capitals throughout, None where the words are none."""
    words = text.split()
    if not words or len(words) > _NAME_WORDS or not all(word[0].isupper() or len(word) < 4 for word in words):
        return None
    if not words[0][0].isupper():
        return None
    return text.strip().title() if text.isupper() and len(text) > 3 else text.strip()


def _unescaped(text: str) -> str:
    for name, character in (("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&lrm;", ""), ("&amp;", "&")):
        text = text.replace(name, character)
    return text


def _blocks(cues: Sequence[_Cue]) -> Iterator[Block]:
    """Yield the cues joined to paragraphs; what names a speaker stands before his words, as a note."""
    run: list[str] = []
    speaker, began, last = "", 0, 0
    names = {cue.speaker for cue in cues if cue.speaker}
    for cue in cues:
        said_by = _whole(cue.speaker, names)
        if _SOUND.fullmatch(cue.text):
            continue
        full = sum(len(text.split()) for text in run) >= _MOST_WORDS
        other = said_by is not None and (said_by != speaker or cue.label)
        if run and (other or cue.start - last > _PAUSE or (full and _ENDED.search(run[-1]))):
            yield Block(" ".join(run), Role.BODY, f"t={began}", speaker)
            run = []
        if said_by is not None:
            speaker = said_by
        if cue.label:
            yield Block(cue.label, Role.NOTE, f"t={cue.start}")
        began = began if run else cue.start
        lines = cue.text.split("\n")
        run += lines[1:] if run and run[-1] == lines[0] else lines  # rolling captions show a line twice
        last = cue.end
    if run:
        yield Block(" ".join(run), Role.BODY, f"t={began}", speaker)


def _whole(name: str | None, names: Set[str]) -> str | None:
    """Return the one whole name among those of a recording that a single word of it stands for."""
    bearers = [each for each in names if name and each != name and name in each.split()]
    return bearers[0] if len(bearers) == 1 and name and " " not in name else name


def looks(head: bytes, suffix: str) -> bool:
    """Whether a file begins like subtitles, or like the transcript that a program made of a recording."""
    start = head.decode("utf-8-sig", "replace").lstrip().replace("\r\n", "\n")
    if start.startswith("WEBVTT") or _FIRST_CUE.match(start):
        return True
    return suffix in {".txt", ".text"} and is_transcript(start)


FORMAT = Format(
    name="subtitles",
    suffixes=frozenset({".srt", ".vtt"}),
    looks=looks,
    read=read,
    largest=20_000_000,
)
