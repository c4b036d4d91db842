"""Does the author stand behind, beside or against the words he reports?"""

from __future__ import annotations

import re

from index.grammar.frames import Frame
from index.grammar.quotes import Quote
from index.model import Mode, Stance
from index.voices.leftovers import Scene
from index.voices.spans import SCARE_WORDS, Spoken

_RUMOUR = re.compile(r"\bhabrían? (?P<verb>\w+)")


def with_stance(scene: Scene, spoken: list[Spoken]) -> list[Spoken]:
    """Mark each span by what the author says around it.

    Rejected: "falsely", "without evidence" and the like in the author's words of the sentence, or a
    next sentence that begins with a denial ("This is not true"). Distanced: "so-called", "alleged",
    or a doubting verb ("claim") over a clause with a scare quote.
    """
    return [each._replace(stance=_stance(scene, each)) for each in spoken]


def _stance(scene: Scene, spoken: Spoken) -> Stance:
    frames, lex = scene.frames, scene.lex
    number = next((n for n, frame in enumerate(frames) if frame.start <= spoken.start < frame.end), None)
    if number is None:
        return Stance.REPORTED
    around = _own_words(scene.text, frames[number], scene.quotes, spoken)
    if lex.rejecting.search(around) or _denied(scene, number):
        return Stance.REJECTED
    if lex.distancing.search(around) or _doubted(scene, spoken) or _rumoured(around, spoken):
        return Stance.DISTANCED
    return Stance.REPORTED


def _own_words(text: str, frame: Frame, quotes: list[Quote], spoken: Spoken) -> str:
    """The words of the sentence outside what is spoken and outside every quotation."""
    words: list[str] = []
    at = frame.start
    for start, end in sorted([(spoken.start, spoken.end), *((quote.start, quote.end) for quote in quotes)]):
        if start < frame.end and end > frame.start:
            words.append(text[at : max(at, start)])
            at = max(at, end)
    words.append(text[at : max(at, frame.end)])
    return " ".join(" ".join(words).split())


def _denied(scene: Scene, number: int) -> bool:
    if number + 1 >= len(scene.frames):
        return False
    following = scene.frames[number + 1]
    return " ".join(scene.text[following.start : following.end].lower().split()).startswith(scene.lex.denying)


def _rumoured(around: str, spoken: Spoken) -> bool:
    """Whether the verb stands in the conditional of rumour: "habría dicho"."""
    heard = _RUMOUR.search(around) if spoken.cue else None
    return heard is not None and heard["verb"].lower() == (spoken.cue or "").lower()


def _doubted(scene: Scene, spoken: Spoken) -> bool:
    cue = scene.lex.cues.get(spoken.cue.lower()) if spoken.cue else None
    if cue is None or cue.lemma not in scene.lex.doubt or spoken.mode is Mode.DIRECT:
        return False
    inside = [quote for quote in scene.quotes if spoken.start <= quote.start < spoken.end]
    return any(quote.words(scene.text) <= SCARE_WORDS for quote in inside)
