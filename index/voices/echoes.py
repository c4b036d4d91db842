"""Speech that a later sentence, or a dash, gives to its speaker.

El puente abrirá en mayo. Así lo anunció la alcaldesa.
—El puente es seguro —dijo la alcaldesa—. Abrirá en mayo.
"""

from __future__ import annotations

import re

from index.grammar.frames import Frame, Tokens
from index.grammar.report_rules import report_rules
from index.grammar.reporting_words import Cue, Lexicon
from index.grammar.speakers import speaker_of
from index.model import Mode
from index.voices.leftovers import Scene
from index.voices.pronouns import Memory
from index.voices.spans import Spoken
from index.words import word_list

_POINTING = 4  # words
_FAR = 12  # words between "Con esa frase" and its verb
_THUS = word_list("grammar", "thus")
_SPEECH = re.compile(r"\s*[—―–]\s?(?=[^\s\d])")  # a dash that opens a turn of a dialogue
_BACK = re.compile(r"\s?[—―–](?P<stop>[.,:;]?)\s*(?=\S)")  # a dash after which the speaker goes on


def echoed(scene: Scene, spoken: list[Spoken], memory: Memory) -> list[Spoken]:
    """Give the sentence before "Así lo afirmó X" to X, unless somebody has it already."""
    if "echoes" not in scene.lex.traits:
        return spoken
    found = list(spoken)
    for before, frame in zip(scene.frames, scene.frames[1:], strict=False):
        at = _echo(frame, scene.lex)
        cue = None if at is None else scene.lex.cues.get(frame.tokens[at].low)
        told = cue is not None and bool(cue.patterns & {"say", "that"})
        if not told and len(before.tokens) == 1 and before.quoted:
            at = _pointing(frame, scene.lex)
            cue = None if at is None else scene.lex.cues.get(frame.tokens[at].low)
        if at is None or cue is None or not (told or before.quoted):
            continue
        inside = [each for each in found if each.start < before.end and each.end > before.start]
        if any(each.speaker for each in inside):
            continue
        voice = _voice(scene, before, frame, at, cue, memory)
        if voice is not None:
            found = [each for each in found if each not in inside] + [voice]
    return sorted(found, key=lambda each: each.start)


def _echo(frame: Frame, lex: Lexicon) -> int | None:
    """The place of the verb in "Así lo ha afirmado ..."."""
    tokens = frame.tokens
    if len(tokens) < 4 or (tokens[0].low, tokens[1].low) not in lex.echoing:
        return None
    return 2 + ("perfect" in tokens[2].kinds)


def _pointing(frame: Frame, lex: Lexicon) -> int | None:
    """The place of the verb in "Con esa frase respondió ..." and "Así resumió ...", behind a quotation."""
    tokens = frame.tokens
    words = [token.low for token in tokens[:_POINTING]]
    start = next((len(each) for each in lex.pointing if tuple(words[: len(each)]) == each), None)
    if start is not None:
        return next((n for n in range(start, min(len(tokens), start + _FAR)) if _says(tokens, n, lex)), None)
    at = 1 + (len(tokens) > 2 and "perfect" in tokens[1].kinds)
    return at if words[0] in _THUS and at < len(tokens) and _says(tokens, at, lex) else None


def _says(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether a reporting verb stands there, and no noun."""
    cue = lex.cues.get(tokens[at].low)
    past = cue is not None and (cue.form != "past" or "perfect" in tokens[at - 1].kinds)
    return past and cue is not None and cue.form in ("finite", "past") and tokens[at].low not in lex.nouns


def _voice(scene: Scene, before: Frame, frame: Frame, at: int, cue: Cue, memory: Memory) -> Spoken | None:
    subject = report_rules(scene.lex.language).subject
    phrase = subject(frame.tokens, at, cue, scene.lex, None) if subject else None
    if phrase is None or phrase.dropped or phrase.negated:
        return None
    speaker = speaker_of(scene.text, frame.tokens, phrase, scene.lex, memory.roster)
    speaker = memory.resolve(speaker, frame.tokens[phrase.first].start)
    if speaker.name is None:
        return None
    quote = before.tokens[0].quote if len(before.tokens) == 1 else None
    start, end = (quote.start, quote.end) if quote else (before.start, before.end)
    mode = Mode.DIRECT if quote else Mode.INDIRECT
    return Spoken(start, end, speaker, mode, frame.tokens[at].text)


def dialogue(scene: Scene, spoken: list[Spoken]) -> list[Spoken]:
    """Let whoever speaks a turn between dashes go on after "—dijo la alcaldesa—.", in his own words."""
    if "dashes_speak" not in scene.lex.traits or not spoken or not _SPEECH.match(scene.text):
        return spoken
    first = min(spoken, key=lambda each: each.start)
    if any(each.speaker != first.speaker for each in spoken):
        return spoken
    turn = [each._replace(mode=Mode.DIRECT) for each in spoken]
    begin = max(each.end for each in spoken)
    back = _BACK.search(scene.text, scene.text.find(" ", begin) + 2)
    end = len(scene.text.rstrip())
    if back is not None and back.end() < end:
        turn.append(first._replace(start=back.end(), end=end, mode=Mode.DIRECT))
    return turn
