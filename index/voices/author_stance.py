"""Does the author stand behind, beside or against the words he reports?"""

from __future__ import annotations

import re

from index.grammar.frames import Frame
from index.grammar.quotes import Quote
from index.model import Mode, Stance
from index.voices.leftovers import Scene
from index.voices.spans import SCARE_WORDS, Spoken
from index.words import alternatives, word_endings

_ADVERBS = word_endings("stances", "adverb_endings")
_NEAR = 26  # characters between an adverb and the verb that it belongs to
_RUMOUR = re.compile(rf"\b(?:{alternatives('stances', 'rumours')}) (?P<verb>\w+)")


def with_stance(scene: Scene, spoken: list[Spoken]) -> list[Spoken]:
    """Mark each span by what the author says around it.

    Rejected: "falsely", "without evidence" and the like in the author's words of the sentence, or a
    next sentence that begins with a denial ("This is not true"). Distanced: "so-called", "alleged",
    or a doubting verb ("claim") over a clause with a scare quote.
    """
    return [each._replace(stance=_stance(scene, each, spoken)) for each in spoken]


def _stance(scene: Scene, spoken: Spoken, others: list[Spoken]) -> Stance:
    frames, lex = scene.frames, scene.lex
    number = next((n for n, frame in enumerate(frames) if frame.start <= spoken.start < frame.end), None)
    if number is None:
        return Stance.REPORTED
    around = _own_words(scene.text, frames[number], scene.quotes, others)
    if _rejects(around, spoken, scene) or _denied(scene, number, others):
        return Stance.REJECTED
    if lex.distancing.search(around) or _doubted(scene, spoken) or _rumoured(around, spoken):
        return Stance.DISTANCED
    return Stance.REPORTED


def _rejects(around: str, spoken: Spoken, scene: Scene) -> bool:
    """Whether the author's words reject what is said; an adverb does beside the verb only: "falsely said",
    but not "the man wrongly jailed said".
    """
    if scene.lex.rejecting.search(around) is None:  # as a rule
        return False
    for match in scene.lex.rejecting.finditer(around):
        if not (spoken.cue and match.group().lower().endswith(_ADVERBS)):
            return True
        near = f"{around[: match.start()][-_NEAR:]} {around[match.end() :][:_NEAR]}".lower().split()
        if spoken.cue.lower().split()[0] in near:
            return True
    return False


def _own_words(text: str, frame: Frame, quotes: list[Quote], spoken: list[Spoken]) -> str:
    """The words of the sentence outside what anybody says and outside every quotation."""
    words: list[str] = []
    at = frame.start
    said = [(each.start, each.end) for each in spoken]
    said += [(each.start, each.end) for each in quotes]
    for start, end in sorted(span for span in said if span[0] < frame.end and span[1] > frame.start):
        words.append(text[at : max(at, start)])
        at = max(at, end)
    words.append(text[at : max(at, frame.end)])
    return " ".join(" ".join(words).split())


def _denied(scene: Scene, number: int, spoken: list[Spoken]) -> bool:
    """Whether the next sentence begins with a denial of the author's own, not with what another says."""
    if number + 1 >= len(scene.frames):
        return False
    following = scene.frames[number + 1]
    begins = " ".join(scene.text[following.start : following.end].lower().split())
    if not begins.startswith(scene.lex.denying):
        return False
    if any(each.start < following.end and each.end > following.start for each in spoken):
        return False
    told = (scene.lex.cues.get(token.low) for token in following.tokens)
    # "Es falso, respondió el gremio."
    return not any(
        cue is not None and "say" in cue.patterns and cue.form in ("finite", "past") for cue in told
    )


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
