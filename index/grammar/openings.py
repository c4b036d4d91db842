"""Reads a noun phrase rightwards: the subject at the head of a sentence, the words beside it."""

from __future__ import annotations

from index.grammar.candidates import by_trade, of_people
from index.grammar.frames import DASHES, STOPS, Tokens
from index.grammar.nouns import LONGEST, PERSONAL, Phrase, adverb, is_clause_verb, may_start, owns, participle
from index.grammar.reporting_words import Lexicon
from index.text.people import given_names, people_words
from index.words import strings, word_list

_FIRST = word_list("grammar", "first_person_subjects")
_INDEFINITE = word_list("grammar", "indefinite")
_THE = word_list("grammar", "definite_all")
_NEAR = word_list("grammar", "near_links")
_PARTICLES = frozenset(word for each in strings("particles", "anywhere") for word in each.split())
_NO_NOUNS = STOPS | {
    "finite", "being", "auxiliaries", "prepositions", "boundaries", "adverbs", "times", "and", "determiners",
    "relatives", "that", "negations", "subjects", "ends", "hearing",
}  # fmt: skip
_OPENING_SHAPES = frozenset({"gerund", "participle", "adverb"})  # a sentence that begins so begins aside
_SHORTEST_PLACE = 3  # letters of a place in capitals before a dash; shorter ones are bodies: "EU - ..."
_LONGEST_DATELINE = 12  # words and marks


def first_phrase(tokens: Tokens, before: int, lex: Lexicon) -> Phrase | None:
    """Return the subject of the main clause: the first noun phrase not inside an adverbial."""
    at = _after_dateline(tokens, before)
    while at < before and tokens[at].kinds & {"and", "adverbs", "mark", "sequels"}:
        at += 1
    if at >= before or tokens[at].quote:
        return None
    token = tokens[at]
    aside = token.kinds & {"prepositions", "boundaries", "times"} or adverb(token) or participle(token)
    aside = aside or _consulted(tokens, at)
    if not aside and (not token.shapes & _OPENING_SHAPES or _names_somebody(tokens, at, lex)):
        phrase = _opening(tokens, at, before, lex)
        return _with_apposition(tokens, phrase) if phrase else None
    dated = _behind_day(tokens, at, before)
    if dated and may_start(tokens, dated, lex):
        phrase = _opening(tokens, dated, before, lex)
        return _with_apposition(tokens, phrase) if phrase else None
    for comma in range(at, before - 1):
        if tokens[comma].text == "," and not tokens[comma + 1].quote:
            phrase = _opening(tokens, comma + 1, before, lex)
            if phrase is not None and not (_listed(tokens, phrase) or _of_place(tokens, comma, phrase)):
                return _with_apposition(tokens, phrase)
    pronoun = next((n for n in range(at, before) if tokens[n].kinds & PERSONAL), None)
    return None if pronoun is None else Phrase(pronoun, pronoun)


def _behind_day(tokens: Tokens, at: int, before: int) -> int:
    """The place behind a day that no comma parts from its sentence: "On Sunday morning | Mr Brown", or 0."""
    place = at + ("prepositions" in tokens[at].kinds)
    while place < before and "times" in tokens[place].kinds:
        place += 1
    timed = place > at + ("prepositions" in tokens[at].kinds)
    return place if timed and place < before and tokens[place].name else 0


def heads_lines(tokens: Tokens, phrase: Phrase, cue: int) -> bool:
    """Whether the reporting word of a line is its noun, or the verb of a clause in it, so that it announces
    nobody's words: "Comments on the plan:", "Reacciones a la sentencia:", "Members who replied:".
    """
    led = cue > 0 and bool(tokens[cue - 1].kinds & {"determiners", "prepositions"})
    noun = phrase.first == cue
    behind = (n for n in range(phrase.last + 2, cue) if "relatives" in tokens[n].kinds)
    return (
        led
        or noun
        or "relatives" in tokens[phrase.last + 1].kinds
        or any(
            not participle(tokens[n - 1])
            for n in behind  # not "The Gazette confirmed | that view, adding:"
        )
    )


def _listed(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a piece ends what somebody faces: "Facing protests, | lawsuits and calls to resign, Brown"."""
    joined = any("and" in token.kinds for token in tokens[phrase.first : phrase.last + 1])
    ended = any(token.text == "," for token in tokens[phrase.last + 1 : phrase.last + 5])
    return joined and ended and not tokens[phrase.first].name


def _of_place(tokens: Tokens, comma: int, phrase: Phrase) -> bool:
    """Whether a name tells where a place is: "When they met in Ashton, | Texas, Brown left"."""
    first = comma
    while first > 0 and tokens[first - 1].name:
        first -= 1
    names = all(token.name for token in tokens[phrase.first : phrase.last + 1])
    closed = phrase.last + 1 < len(tokens) and tokens[phrase.last + 1].text == ","
    return names and closed and 0 < first < comma and tokens[first - 1].low in _NEAR


def _names_somebody(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether a capitalised word that looks like an adverb or a participle opens a name: "Alfred Brown".

    So does a first name, a word with another name behind it that no comma follows, and one with a verb behind
    it: "Harding crossed the bridge". Not the form of a reporting verb: "Citing Brown".
    """
    token = tokens[at]
    if not token.name or token.low in lex.cues:
        return False
    if token.low in given_names():
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or "times" in after.kinds:
        return False
    if not after.name:
        verb = bool(after.kinds & {"finite", "auxiliaries", "being"}) or after.low in lex.cues
        return verb or participle(after)
    return at + 2 >= len(tokens) or tokens[at + 2].text != ","


def _with_apposition(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Add what stands between commas after the name: "Ana Ejemplo, the mayor, ..."."""
    behind = _behind_initials(tokens, phrase.last + 1)
    beside = apposition_after(tokens, behind)
    if beside and (behind > phrase.last + 1 or not tokens[phrase.last].name):  # "the mayor, Ana Ejemplo, ..."
        beside = beside if all(token.name for token in tokens[beside[0] : beside[1] + 1]) else None
    closed = beside is not None and beside[1] + 1 < len(tokens) and tokens[beside[1] + 1].text in (",", ")")
    return phrase._replace(beside=beside) if closed else phrase


def _behind_initials(tokens: Tokens, at: int) -> int:
    """The comma behind a body's initials in brackets: "the head of the Harbour Board (HB), Ana Ejemplo,"."""
    marks = [token.text for token in tokens[at : at + 4]]
    short = len(marks) == 4 and marks[0] == "(" and marks[2:] == [")", ","] and marks[1].isupper()
    return at + 3 if short else at


def _consulted(tokens: Tokens, at: int) -> bool:
    """Whether a Spanish participle opens the sentence: "Consultada sobre el tema, ..."."""
    return (
        "consulted" in tokens[at].shapes
        and at + 1 < len(tokens)
        and bool(tokens[at + 1].kinds & {"prepositions", "times"})
    )


def _after_dateline(tokens: Tokens, before: int) -> int:
    """The place after "SPRINGFIELD, Jan. 4 (Agency) —" at the head of a report, or 0."""
    if tokens[0].name and before > 1 and _stopped_dash(tokens, before):
        return _stopped_dash(tokens, before) + 1
    if not (tokens[0].name and tokens[0].text.isupper() and len(tokens[0].text) > _SHORTEST_PLACE):
        return 0
    dash = next((n for n in range(1, min(before, _LONGEST_DATELINE)) if tokens[n].text in DASHES), 0)
    return dash + 1 if dash else 0


def _stopped_dash(tokens: Tokens, before: int) -> int:
    """The dash of a dateline with a full stop before it, "Aldea.- El alcalde", or 0."""
    for at in range(1, min(before, _LONGEST_DATELINE)):
        if tokens[at].text in DASHES:
            inserted = any(
                token.text in DASHES for token in tokens[at + 1 : before]
            )  # "Brown -- ... -- said"
            return at if tokens[at].start == tokens[at - 1].end + 1 and not inserted else 0
        if not (tokens[at].name or tokens[at].text in (",", "(", ")") or tokens[at].text.isdigit()):
            return 0
    return 0


def _opening(tokens: Tokens, first: int, before: int, lex: Lexicon) -> Phrase | None:
    """Scan a noun phrase rightwards until its verb."""
    if first >= before or not may_start(tokens, first, lex):
        return None
    if tokens[first].kinds & (PERSONAL | {"contracted"}) and not _owned(tokens, first):
        return Phrase(first, first)
    at = first
    noun = False
    while at < before and at - first < LONGEST:
        based = tokens[at].text == "," and at + 1 < before and tokens[at + 1].low.endswith("-based")
        if based or _list_comma(tokens, at, first, before):
            at += 1
            continue
        if _ends_opening(tokens, at, noun, lex):
            break
        noun = noun or "determiners" not in tokens[at].kinds
        at += 1
    return Phrase(first, at - 1) if at > first else None


def _owned(tokens: Tokens, at: int) -> bool:
    """Whether a noun follows a pronoun that is an owner's too: "His | deputy", "her | sister", but "He"."""
    return "determiners" in tokens[at].kinds and at + 1 < len(tokens) and "mark" not in tokens[at + 1].kinds


def _ends_opening(tokens: Tokens, at: int, noun: bool, lex: Lexicon) -> bool:
    """Whether a noun phrase read from the left ends before this word; ``noun``: it has its noun."""
    token = tokens[at]
    if token.kinds & (STOPS | {"auxiliaries", "being", "boundaries"}):
        return True
    if not noun:
        return False
    ordinal = "adverbs" in token.kinds and "determiners" in tokens[at - 1].kinds  # "of the first district"
    contact = token.low in _FIRST and not tokens[at - 1].name  # "The editor | I was talking to announced"
    ended = token.kinds & {"times", "finite", "adverbs"} or participle(token) or adverb(token)
    if contact or (ended and not ordinal):
        return True
    if "time_links" in token.kinds and at + 1 < len(tokens) and "times" in tokens[at + 1].kinds:
        return True
    verb = not token.name and lex.verb_shaped(token.low)
    if verb or (token.low in lex.cues and token.low not in lex.nouns):
        return True
    after_name = (
        tokens[at - 1].name and not owns(tokens[at - 1]) and at > 1
    )  # the first word of a sentence need not be a name
    party = tokens[at - 1].low in people_words().peoples and token.low.endswith(
        "s"
    )  # "top Republican donors"
    party = party or bool(token.kinds & {"groups", "sourcing"})  # "Harbour Town police"
    titled = at + 1 < len(tokens) and tokens[at + 1].name and of_people(token)  # "Ardale sheriff Ana Ejemplo"
    inside = token.low in _PARTICLES and at + 1 < len(tokens) and tokens[at + 1].name  # "Bill de Ejemplo"
    party = party or titled or inside or _tells_person(tokens, at) or _modified(tokens, at)
    return after_name and not (token.name or party) and "links" not in token.kinds


def _modified(tokens: Tokens, at: int) -> bool:
    """Whether the names before this noun only describe it: "A Times | reporter", "the new House | panel",
    "Brown's Blue | rival". An article stands before them and no name of a body, or an owner.
    """
    first = at
    while first > 0 and tokens[first - 1].name and not owns(tokens[first - 1]):
        first -= 1
    before = tokens[first - 1] if first else tokens[0]
    small = first > 1 and before.low.isalpha() and not (before.kinds or before.name)
    led = (
        before.low in _INDEFINITE
        or (owns(before) and first < at)
        or (small and "determiners" in tokens[first - 2].kinds)
    )
    verb = at + 1 < len(tokens) and is_clause_verb(tokens[at + 1])
    verb = verb or _one_apart(tokens, at)
    led = led or (verb and first < at and before.low in _THE)  # "The White House | plan does"
    if first == 0 and at > 1 and tokens[0].name:
        led = led or tokens[0].low in _INDEFINITE or (verb and tokens[0].low in _THE)
    noun = tokens[at].low.isalpha() and not (tokens[at].kinds & _NO_NOUNS or tokens[at].low.endswith("s"))
    return led and noun


def _one_apart(tokens: Tokens, at: int) -> bool:
    """Whether a comma and a name follow who this noun tells: "the Council Liberal | leader, Brown,"."""
    named = at + 2 < len(tokens) and tokens[at + 1].text == "," and tokens[at + 2].name
    return bool(named) and ("persons" in tokens[at].kinds or tokens[at].low in people_words().titles)


def _tells_person(tokens: Tokens, at: int) -> bool:
    """Whether a name only tells whose somebody is: "A Brown for Mayor | campaign official"."""
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    plain = token.low.isalpha() and not (token.kinds or token.low.endswith("s"))
    one = "persons" in after.kinds or after.low in people_words().titles or by_trade(after.low)
    return plain and one and not after.name


def _list_comma(tokens: Tokens, at: int, first: int, before: int) -> bool:
    """Whether this comma separates names of a list that ends with "and" and a name."""
    if tokens[at].text != "," or at == first or not tokens[at - 1].name:
        return False
    for place in range(at + 1, min(before, at + LONGEST)):
        if "and" in tokens[place].kinds:
            return place + 1 < before and tokens[place + 1].name
        if not (tokens[place].name or tokens[place].text == ","):
            return False
    return False


def apposition_after(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The words between a comma or bracket at ``at`` and the next mark."""
    if at + 1 >= len(tokens) or tokens[at].text not in (",", "("):
        return None
    if tokens[at + 1].kinds & {"breaks", "that"} and "relatives" not in tokens[at + 1].kinds:
        return None  # "titled The Gazette, while The Leaf says": a clause of its own
    stop = at + 1
    while stop < len(tokens) and stop - at <= LONGEST and not tokens[stop].kinds & STOPS:
        stop += 1
    return (at + 1, stop - 1) if stop > at + 1 else None
