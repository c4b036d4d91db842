"""Who says a quotation after a colon when no reporting verb tells: "The minister disagreed: '...'"."""

from __future__ import annotations

from index.grammar.candidates import plausible, speaks, subject_alone
from index.grammar.frames import STOPS, Tokens
from index.grammar.name_colons import named_before
from index.grammar.nouns import PERSONAL, Phrase, adverb, owns, participle, phrase_ending
from index.grammar.openings import first_phrase
from index.grammar.reporting_words import Lexicon
from index.grammar.subjects import subject_after
from index.text.people import given_names, people_words

_ISSUING = frozenset(
    {"issued", "issues", "released", "releases", "published", "posted", "circulated", "shared"}
)
_HERE = frozenset({"here", "here's", "here’s"})
_WHOSE = frozenset({"from", "by", "of"})  # "released a letter from Brown:"
_OWNERS = frozenset({"his", "her", "their"})
_MOST = 6  # words between a subject and the colon: "was as blunt as ever:"
_LONGEST_ACT = 16  # words of what somebody does, up to the colon
_MIND_VERB = 4  # words behind a subject in which "does not think" stands
_HAS = frozenset({"has", "had", "have"})
_MINDS = frozenset(
    {
        "experience", "view", "views", "feeling", "concern", "concerns", "theory", "complaint", "thought",
        "idea", "regret", "hope", "doubt", "doubts", "worry", "opinion", "memory", "memories", "drawback",
        "reservation", "explanation",
    }
)  # fmt: skip
_BARE = 4  # of these, without an object


def colon_speaker(tokens: Tokens, colon: int, lex: Lexicon) -> Phrase | None:
    """Return who speaks after the colon at token ``colon``, or None.

    Whoever owns the answer, the verdict, the message before it; or the person or body that is the
    subject of a short predicate, "was blunt", "disagreed", "gave a simple reason". Whoever is asked,
    hears, receives or loves something does not speak.
    """
    if colon < 1 or tokens[colon].text != ":":
        return None
    found = (
        named_before(tokens, colon, lex)
        or _presented(tokens, colon)
        or _issuer(tokens, colon, lex)
        or _owner(tokens, colon, lex)
        or _subject(tokens, colon, lex)
    )
    return found or _person(tokens, colon, lex) or _minded(tokens, colon, lex)


def _presented(tokens: Tokens, colon: int) -> Phrase | None:
    """Read "Here is Ana Brown:", "Here again is Brown, the poet:"."""
    at = 1 + (colon > 2 and "adverbs" in tokens[1].kinds)
    shown = tokens[0].low in _HERE and (at == 1 or tokens[0].low == "here")
    if tokens[0].low == "here":
        shown = shown and tokens[at].low in ("is", "are")
        at += 1
    if not shown or at >= colon or not (tokens[at].name or "determiners" in tokens[at].kinds):
        return None
    stop = at
    while stop < colon and not tokens[stop].kinds & STOPS:
        stop += 1
    phrase = Phrase(at, stop - 1, (stop + 1, colon - 1) if stop + 1 < colon else None)
    closed = stop == colon or tokens[stop].text == ","
    person = tokens[phrase.last].name or plausible(tokens, phrase)
    verb = any(t.kinds & {"finite", "being", "relatives"} or "gerund" in t.shapes for t in tokens[at:colon])
    return phrase if closed and person and not verb else None


def _issuer(tokens: Tokens, colon: int, lex: Lexicon) -> Phrase | None:
    """Read "The union issued a statement on Tuesday:", "Brown posted a note:": its own text follows."""
    phrase = first_phrase(tokens, colon, lex)
    between = tokens[phrase.last + 1 : colon] if phrase else []
    if phrase is None or not between or len(between) > _LONGEST_ACT or not speaks(tokens, phrase):
        return None
    texts = [n for n, token in enumerate(between) if "documents" in token.kinds]
    issued = (
        between[0].low in _ISSUING and texts and not any(t.low in _WHOSE for t in between[texts[0] + 1 :])
    )
    clear = not any(token.kinds & (STOPS | {"finite", "being", "relatives"}) for token in between[1:])
    return phrase if issued and clear and plausible(tokens, phrase) else None


def _person(tokens: Tokens, colon: int, lex: Lexicon) -> Phrase | None:
    """Read "Senator Ana Brown made it sound as though it was wrong: '...'": a person with a first name or an
    office, no other verb of saying, no text between.
    """
    phrase = first_phrase(tokens, colon, lex)
    if phrase is None or not tokens[phrase.last].name or not speaks(tokens, phrase):
        return None
    lists = people_words()
    words = tokens[phrase.first : phrase.last + 1]
    told = given_names() | lists.titles
    between = tokens[phrase.last + 1 : colon]
    apart = STOPS | {"hearing", "documents", "negations", "sayings"}
    clear = 0 < len(between) <= _LONGEST_ACT and not any(
        token.kinds & apart or token.name or (token.low in lex.cues and token.low not in lex.nouns)
        for token in between
    )
    verb = between and (participle(between[0]) or "finite" in between[0].kinds)
    return phrase if clear and verb and any(word.low in told for word in words) else None


def _minded(tokens: Tokens, colon: int, lex: Lexicon) -> Phrase | None:
    """Read "Ana Brown, who came by boat, had a similar view: '...'", "She does not think it will last:
    '...'": what a person has in mind, told of right before.
    """
    phrase = first_phrase(tokens, colon, lex)
    if phrase is None or not speaks(tokens, phrase):
        return None
    behind = (phrase.beside[1] + 2 if phrase.beside else phrase.last + 1) if phrase else colon
    between = tokens[behind:colon]
    if not 1 < len(between) <= _LONGEST_ACT or any("documents" in token.kinds for token in between):
        return None
    person = bool(tokens[phrase.first].kinds & PERSONAL) or (
        tokens[phrase.last].name and plausible(tokens, phrase) and not tokens[phrase.last].text.isupper()
    )
    has = between[0].low in _HAS and any(token.low in _MINDS for token in between[1:])
    thinks = any(
        token.low in lex.cues and lex.cues[token.low].lemma in lex.attitudes and not token.name
        for token in between[:_MIND_VERB]
    )
    return phrase if person and (has or thinks) else None


def _owner(tokens: Tokens, colon: int, lex: Lexicon) -> Phrase | None:
    """Read "Brown's verdict:", "Her answer came a day later:", "The message from the council was clear:"."""
    for at in range(colon - 1, 0, -1):
        if tokens[at].kinds & STOPS:
            return None
        if "sayings" not in tokens[at].kinds:
            continue
        if tokens[at + 1].low == "from":
            phrase = subject_after(tokens, at + 1, lex)
            return phrase if phrase and phrase.last < colon and speaks(tokens, phrase) else None
        before = at - 1
        while before > 0 and not (owns(tokens[before]) or tokens[before].low in _OWNERS):
            before -= 1
            if at - before > 2:  # at most an adjective between: "her simple answer"
                return None
        if tokens[before].low in _OWNERS:
            return Phrase(before, before)
        phrase = phrase_ending(tokens, before, lex) if owns(tokens[before]) else None
        return phrase if phrase and speaks(tokens, phrase) else None
    return None


def _subject(tokens: Tokens, colon: int, lex: Lexicon) -> Phrase | None:
    """Read "The minister disagreed:", "Brown was blunt:", "The union gave a simple reason:"."""
    phrase = first_phrase(tokens, colon, lex)
    if phrase is None:
        return None
    phrase = subject_alone(tokens, phrase)
    between = tokens[phrase.beside[1] + 2 if phrase.beside else phrase.last + 1 : colon]
    if between and between[0].low in ("had", "has") and plausible(tokens, phrase):  # "had a message for us:"
        return phrase if any("sayings" in token.kinds for token in between) else None
    if not 1 <= len(between) <= _MOST or not (plausible(tokens, phrase) and speaks(tokens, phrase)):
        return None
    if any(
        token.kinds & (STOPS | {"hearing", "negations", "documents", "boundaries"} - {"being"})
        for token in between[1:]
    ):
        return None
    ruled = next((n for n, token in enumerate(between) if "prepositions" in token.kinds), len(between))
    passive = "being" in between[0].kinds and any(
        participle(token) or token.low in lex.cues for token in between[:ruled]
    )
    if (
        passive
        or between[0].name
        or "prepositions" in between[0].kinds  # "Reactions to the verdict:"
        or "hearing" in between[0].kinds
        or "documents" in tokens[phrase.last].kinds
    ):
        return None
    plain = len(between) <= _BARE and not any(
        token.name or token.kinds & {"determiners", "prepositions"} for token in between
    )
    judged = "being" in between[0].kinds and len(between) > 1 and _adjective(between[1:])
    return phrase if plain or judged or "sayings" in between[-1].kinds else None


def _adjective(words: Tokens) -> bool:
    """Whether a predicate tells how somebody speaks: "was wary of the plan", not "was in the harbour"."""
    plain = (word for word in words if not (word.kinds & {"adverbs", "hedges"} or adverb(word)))
    word = next(plain, words[0])
    told = word.low.isalpha() and not (word.name or participle(word) or word.low.endswith("ing"))
    return told and not word.kinds & {"prepositions", "determiners", "times", "hearing", "sayings"}
