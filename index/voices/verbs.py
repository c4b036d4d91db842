"""Is this form a verb that somebody performs: no noun, no passive, no purpose ("to say")?"""

from __future__ import annotations

from index.voices.frames import DASHES, STOPS, Token, Tokens
from index.voices.lexicon import Cue, Lexicon
from index.voices.nouns import adverb
from index.voices.people import people_words
from index.voices.spanish_verbs import spanish_verb

_AGENT_REACH = 6  # words between a participle and the "by" that names who did it
_TOOK_REACH = 7  # words in "took to the radio on Monday to say"
_ADJECTIVES = ("al", "ive", "ous", "ic", "new", "recent")
_POSSESSIVES = ("'s", "’s", "s'", "s’")


def verbal(tokens: Tokens, at: int, cue: Cue, lex: Lexicon) -> bool:
    """Whether the cue at ``at`` is an active verb of its sentence."""
    if at and tokens[at].name:
        return False
    particle = lex.particles.get(cue.lemma)
    if particle and (at + 1 >= len(tokens) or tokens[at + 1].low != particle):
        return False
    if at == 0 or tokens[at - 1].quote:
        return lex.language != "es" or cue.form != "past" or at > 0  # "Preguntado por ..., la alcaldesa dijo"
    if cue.form == "base" and _caused(tokens, at):
        return False
    return spanish_verb(tokens, at, cue, lex) if lex.language == "es" else _english_verb(tokens, at, cue, lex)


def _english_verb(tokens: Tokens, at: int, cue: Cue, lex: Lexicon) -> bool:
    before, low = tokens[at - 1], tokens[at].low
    if cue.form == "base" and before.low == "to":
        return onward(tokens, at, lex) is not None
    if cue.form == "past" and (_passive(tokens, at) or _compared(tokens, at, cue)):
        return False
    if low in lex.nouns and (
        _noun_place(before) or _verb_follows(tokens, at, lex) or _relative_follows(tokens, at)
    ):
        return False
    if cue.form == "ing":
        return _participle_place(before)
    return "determiners" not in before.kinds or "pronominal" in before.kinds


def _caused(tokens: Tokens, at: int) -> bool:
    """Whether somebody is made to speak, or not: "let editors tell them", "made the mayor say"."""
    back = at - 1
    while back > max(0, at - 4) and not tokens[back].kinds & (STOPS | {"causatives"}):
        back -= 1
    return "causatives" in tokens[back].kinds and back < at - 1


def _passive(tokens: Tokens, at: int) -> bool:
    """Read "was told", "has been widely described": the subject hears, it does not speak."""
    after = tokens[at + 1 : at + (2 if tokens[at - 1].text != "," else 1 + _AGENT_REACH)]
    stop = next((n for n, token in enumerate(after) if token.kinds & STOPS), len(after))
    if any(token.low == "by" for token in after[:stop]):
        return True  # "a plan proposed by the guild", "the guards, called to the square by the mayor"
    back = at - 1
    while back > 0 and (adverb(tokens[back]) or tokens[back].kinds & {"adverbs", "negations"}):
        back -= 1
    if "and" in tokens[back].kinds:  # "was arrested and charged"
        return any("being" in token.kinds for token in tokens[max(0, back - 4) : back])
    return "being" in tokens[back].kinds


def _compared(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Read "compared with last year": two amounts are, nobody speaks."""
    bare = tokens[at - 1].kinds & STOPS and at + 1 < len(tokens)
    return cue.lemma == "compare" and bool(bare) and tokens[at + 1].low in ("with", "to")


def _noun_place(before: Token) -> bool:
    """Whether a noun is expected after this word: "the claim", "its recent reports"."""
    if before.kinds & {"determiners", "prepositions"} or before.low.endswith(_POSSESSIVES):
        return True
    return before.low.endswith(_ADJECTIVES) and not before.name


def _verb_follows(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether another verb comes next, so that this word is its subject: "member states released"."""
    if at + 1 >= len(tokens):
        return False
    nxt = tokens[at + 1]
    cue = lex.cues.get(nxt.low)
    past = nxt.low.endswith("ed") or (cue is not None and cue.form == "past")
    return past or bool(nxt.kinds & {"being", "auxiliaries"})


def _relative_follows(tokens: Tokens, at: int) -> bool:
    """Whether "that" is the subject of the next verb and this word a noun: "rules that could close it"."""
    return (
        at + 2 < len(tokens)
        and "that" in tokens[at + 1].kinds
        and bool(tokens[at + 2].kinds & {"finite", "auxiliaries"})
        and "subjects" not in tokens[at + 2].kinds
    )


def _participle_place(before: Token) -> bool:
    """Whether "saying" may follow: a comma, "and", "is", "by", a name, or the name of a text."""
    if before.text == "," or before.text in DASHES:
        return True
    if before.kinds & {"and", "being", "contracted", "participial", "occasions", "documents"}:
        return True
    return before.name or before.low in people_words().titles or before.low.endswith("ly")


def onward(tokens: Tokens, at: int, lex: Lexicon) -> int | None:
    """Return where the verb phrase begins when "to say" continues a speech, else None.

    "went on to say", "took to the radio to say": the subject stands before "went" and "took".
    """
    lows = [token.low for token in tokens[max(0, at - _TOOK_REACH) : at]]
    for words in lex.onward:
        if tuple(lows[-len(words) :]) == words:
            return at - len(words)
    if "took" in lows and "to" in lows[:-1]:
        return at - len(lows) + lows.index("took")
    return None
