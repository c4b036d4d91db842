"""Which Spanish "que" opens reported words, and which infinitive says what somebody asks for."""

from __future__ import annotations

from index.voices.frames import Token, Tokens
from index.voices.lexicon import Cue, Lexicon

_LATE = 30  # words of circumstances between a verb and its "que"
_ASKED = 10  # words from the verb to the infinitive: "llamó a la población de Aldea a salir"
_INFINITIVES = ("ar", "er", "ir", "arse", "erse", "irse")
_AFTER_DE = frozenset(
    {"antes", "después", "luego", "además", "aparte", "a pesar", "causa", "condición", "medida"}
)
_ASKING = frozenset({"preguntar", "inquirir", "interrogar"})


def opens_clause(tokens: Tokens, nxt: int, place: int, cue: Cue) -> bool:
    """Whether the "que" at ``place`` belongs to the verb whose complements begin at ``nxt``.

    Not "lo que" or "para que", not after a verb of asking, and not after an object, which it describes:
    "critica la postura de Egipto, que no ha firmado".
    """
    before = tokens[place - 1]
    if "other_que" in before.kinds or (before.low in ("de", "en") and tokens[place - 2].low in _AFTER_DE):
        return False
    if cue.lemma in _ASKING:
        return place + 1 < len(tokens) and "questions" in tokens[place + 1].kinds
    return place == nxt or not _object(tokens, nxt)


def _object(tokens: Tokens, at: int) -> bool:
    """Whether an object begins here, and not a time: "la postura", but "el lunes", "una vez más"."""
    if (
        at + 1 >= len(tokens)
        or "determiners" not in tokens[at].kinds
        or tokens[at].kinds & {"adverbs", "prepositions"}
    ):
        return False
    after = tokens[at + 1]
    return not (after.kinds & {"times", "datings"} or after.text[:1].isdigit() or after.low == "vez")


def late_que(tokens: Tokens, nxt: int, lex: Lexicon) -> int | None:
    """The "que" after circumstances: "reveló el lunes, a su llegada a Aldea para el acto, que ..."."""
    if nxt + 2 >= len(tokens) or _object(tokens, nxt):
        return None
    for place in range(nxt + 1, min(len(tokens), nxt + _LATE)):
        token = tokens[place]
        if token.quote or token.text in (";", ":") or (token.low in lex.cues and token.low not in lex.nouns):
            return None
        if "that" in token.kinds:
            return place if tokens[place - 1].text == "," else None
    return None


def matter(tokens: Tokens, nxt: int) -> int:
    """The place after "hoy", "también" and "el lunes", where the matter of a verb begins."""
    while (
        nxt + 1 < len(tokens)
        and tokens[nxt].kinds & {"times", "adverbs"}
        and "times" not in tokens[nxt + 1].kinds
    ):
        nxt += 1
    return nxt


def asks(tokens: Tokens, nxt: int) -> bool:
    """Read "prometió ir", "pidió no cruzar", "llamó a la población a salir", "pidió al juez cerrarlo"."""
    if _infinitive(tokens[nxt]) or (tokens[nxt].low == "no" and _infinitive(tokens[nxt + 1])):
        return True
    if tokens[nxt].low not in ("a", "al"):
        return False
    for at in range(nxt + 2, min(len(tokens), nxt + _ASKED)):
        if tokens[at].kinds & {"mark", "quotation", "that"}:
            return False
        if _infinitive(tokens[at]) and "determiners" not in tokens[at - 1].kinds:
            return True
    return False


def _infinitive(token: Token) -> bool:
    return token.low.endswith(_INFINITIVES) and not token.name and "infinitive_like" not in token.kinds
