"""Finds the subject of a reporting verb: before it, after it, or at the head of its sentence."""

from __future__ import annotations

from index.grammar.adjuncts import adverbial, skip_back, skip_forward
from index.grammar.candidates import plausible, unsaid
from index.grammar.frames import DASHES, STOPS, Tokens
from index.grammar.nouns import (
    LONGEST,
    PERSONAL,
    PRONOUNS,
    Phrase,
    adverb,
    is_title,
    may_start,
    participle,
    phrase_ending,
)
from index.grammar.reporting_words import Lexicon
from index.text.people import people_words

_OPENING_SHAPES = frozenset({"gerund", "participle", "adverb"})  # a sentence that begins so begins aside
_OPENERS = {")": "(", "]": "["} | {dash: dash for dash in DASHES}
_SHORTEST_PLACE = 3  # letters of a place in capitals before a dash; shorter ones are bodies: "EU - ..."
_LONGEST_DATELINE = 12  # words and marks
_TIED = frozenset({("familiar", "with"), ("close", "to"), ("briefed", "on"), ("loyal", "to")})
_POSTED = frozenset({"embajador", "embajadora", "representante", "delegado", "delegada", "observador"})
_POST_REACH = 6  # words from a post to the "ante" of where it is held
_TIMING = frozenset({"before", "after", "since", "until"})
_LISTING = frozenset(
    {"including", "notably", "among", "incluido", "incluida", "incluidos", "incluidas", "especially"}
)
_FARTHEST = 45  # words between a subject and the verb after its apposition


def subject_before(tokens: Tokens, verb: int, lex: Lexicon, progressive: bool = False) -> Phrase | None:
    """Return the subject that stands before the verb at ``verb``, or None.

    ``progressive``: "is", "are" may stand between them.
    """
    at, negated = skip_back(tokens, verb - 1, progressive)
    if at < 0 or "and" in tokens[at].kinds or (tokens[at].quote and not is_title(tokens, at)):
        return None
    token = tokens[at]
    if "relatives" in token.kinds:
        phrase = _antecedent(tokens, at, lex)
    elif token.text == "," or token.text in _OPENERS:
        phrase = _across(tokens, at, lex)
    else:
        phrase = phrase_ending(tokens, at, lex)
        timed = phrase is not None and phrase.first > 0 and tokens[phrase.first - 1].low in _TIMING
        if "bare_clauses" in lex.traits and phrase and timed and not plausible(tokens, phrase):
            phrase = _bearer_of_clause(tokens, phrase.first - 1, lex)
    return phrase._replace(negated=True) if phrase and (negated or unsaid(tokens, phrase)) else phrase


def _bearer_of_clause(tokens: Tokens, at: int, lex: Lexicon) -> Phrase | None:
    """Whose relative clause runs up to the verb: "One colleague who saw her hours before her death said"."""
    for place in range(at - 1, 0, -1):
        if tokens[place].kinds & STOPS:
            return None
        if tokens[place].low in ("who", "which"):
            return phrase_ending(tokens, place - 1, lex)
    return None


def subject_after(tokens: Tokens, verb: int, lex: Lexicon, bare: bool = False) -> Phrase | None:
    """Return the subject that follows the verb at ``verb`` ("said the mayor"), or None.

    ``bare``: it may start with any noun or adjective ("according to federal statistics").
    """
    first = at = skip_forward(tokens, verb + 1, lex)
    while at < len(tokens) and at - first < LONGEST and not tokens[at].kinds & STOPS:
        described = bare and at > first and _described(tokens, at)
        named = tokens[at].name and tokens[at - 1].name  # "Edward Said"
        if "ends" in tokens[at].kinds and at > first and not (named or described or _binds(tokens, at)):
            break
        at += 1
    if at == first:
        return None
    plain = bare and tokens[first].low.isalpha() and "boundaries" not in tokens[first].kinds
    plain = plain or ("/" in tokens[first].text and tokens[at - 1].name)  # "said 9/11 widow Ana Ejemplo"
    if not plain and not may_start(tokens, first, lex):
        return None
    return Phrase(first, at - 1, _apposition_after(tokens, at))


def first_phrase(tokens: Tokens, before: int, lex: Lexicon) -> Phrase | None:
    """Return the subject of the main clause: the first noun phrase not inside an adverbial."""
    at = _after_dateline(tokens, before)
    while at < before and tokens[at].kinds & {"and", "adverbs", "mark"}:
        at += 1
    if at >= before or tokens[at].quote:
        return None
    token = tokens[at]
    aside = token.kinds & {"prepositions", "boundaries", "times"} or adverb(token) or participle(token)
    aside = aside or _consulted(tokens, at)
    if not aside and (not token.shapes & _OPENING_SHAPES or _names_somebody(tokens, at, lex)):
        phrase = _opening(tokens, at, before, lex)
        return _with_apposition(tokens, phrase) if phrase else None
    for comma in range(at, before - 1):
        if tokens[comma].text == "," and not tokens[comma + 1].quote:
            phrase = _opening(tokens, comma + 1, before, lex)
            if phrase is not None:
                return phrase
    pronoun = next((n for n in range(at, before) if tokens[n].kinds & PERSONAL), None)
    return None if pronoun is None else Phrase(pronoun, pronoun)


def _names_somebody(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether a capitalised word that looks like an adverb or a participle opens a name: "Alfred Brown".

    So does a first name, a word with another name behind it that no comma follows, and one with a verb behind
    it: "Harding crossed the bridge". Not the form of a reporting verb: "Citing Brown".
    """
    token = tokens[at]
    if not token.name or token.low in lex.cues:
        return False
    lists = people_words()
    if token.low in lists.masculine_names or token.low in lists.feminine_names:
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
    beside = _apposition_after(tokens, phrase.last + 1)
    if beside and not tokens[phrase.last].name:  # "the mayor, Ana Ejemplo, ..."
        beside = beside if all(token.name for token in tokens[beside[0] : beside[1] + 1]) else None
    closed = beside is not None and beside[1] + 1 < len(tokens) and tokens[beside[1] + 1].text in (",", ")")
    return phrase._replace(beside=beside) if closed else phrase


def _consulted(tokens: Tokens, at: int) -> bool:
    """Whether a Spanish participle opens the sentence: "Consultada sobre el tema, ..."."""
    return (
        "consulted" in tokens[at].shapes
        and at + 1 < len(tokens)
        and bool(tokens[at + 1].kinds & {"prepositions", "times"})
    )


def _after_dateline(tokens: Tokens, before: int) -> int:
    """The place after "SPRINGFIELD, Jan. 4 (Agency) —" at the head of a report, or 0."""
    if not (tokens[0].name and tokens[0].text.isupper() and len(tokens[0].text) > _SHORTEST_PLACE):
        return 0
    dash = next((n for n in range(1, min(before, _LONGEST_DATELINE)) if tokens[n].text in DASHES), 0)
    return dash + 1 if dash else 0


# -- before the verb ------------------------------------------------------------------------


def _antecedent(tokens: Tokens, relative: int, lex: Lexicon) -> Phrase | None:
    """What "who", "which" or "that" stands for: the phrase right before it."""
    before = relative - 1
    if before < 0:
        return None
    comma = tokens[before].text == ","
    low = tokens[relative].low
    if low == "que" or (low == "that" and (comma or not _noun(tokens, before, lex))):
        return None  # Spanish "que" mostly describes ("la ley que exige"), it seldom reports
    if comma and _set_against(tokens, before):  # "it was Ana Ejemplo, not the mayor, who said"
        before = _back_to(tokens, before - 1, ",")
    if comma and low == "who" and _office_beside(tokens, before):  # "Ana Ejemplo, now the mayor, who said"
        before = _back_to(tokens, before - 1, ",")
    phrase = phrase_ending(tokens, before - comma, lex) if before - comma >= 0 else None
    if phrase is None:
        return None
    return (_person_in(tokens, phrase) if low == "who" else phrase)._replace(relative=True)


def _set_against(tokens: Tokens, comma: int) -> bool:
    """Whether the piece before this comma says who it is not: ", not the mayor,", ", and not the mayor,"."""
    start = _back_to(tokens, comma - 1, ",")
    return start > 0 and any("negations" in token.kinds for token in tokens[start + 1 : start + 3])


def _office_beside(tokens: Tokens, comma: int) -> bool:
    """Whether the piece before this comma words the office of the person named before it."""
    start = _back_to(tokens, comma - 1, ",")
    if start < 2 or not tokens[start - 1].name:
        return False
    piece = tokens[start + 1 : comma]
    head = piece[1] if len(piece) > 1 and "adverbs" in piece[0].kinds else piece[0]
    verb = any(token.kinds & {"auxiliaries", "being"} for token in piece)
    return "determiners" in head.kinds and not verb


def _person_in(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Of "the rise of Ana Ejemplo, who" the name, when what stands before it is no person."""
    if not tokens[phrase.last].name or plausible(tokens, phrase):
        return phrase
    inner = [n for n in range(phrase.first, phrase.last) if "prepositions" in tokens[n].kinds]
    return phrase._replace(first=inner[-1] + 1) if inner else phrase


def _noun(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    token = tokens[at]
    return not token.kinds & STOPS and token.low not in lex.cues and token.low[:1].isalpha()


def _across(tokens: Tokens, at: int, lex: Lexicon) -> Phrase | None:
    """Jump over the apposition that ends at ``at`` (a comma, bracket or dash) to its noun."""
    opener = _OPENERS.get(tokens[at].text)
    if opener is not None:
        return _across_marks(tokens, at, opener, lex)
    listed = _including(tokens, at)
    if listed:  # "Most papers, including the Gazette and the Leaf, said"
        phrase = phrase_ending(tokens, listed - 1, lex)
        return phrase._replace(beside=(listed + 1, at - 1)) if phrase else None
    place = _back_to(tokens, at - 1, ",")
    if place <= 0 or _clause(tokens, place + 1):
        return None
    while _hangs_on(tokens, place):
        place = _back_to(tokens, place - 1, ",")
        if place <= 0 or at - place > _FARTHEST:
            return None
    if adverbial(tokens, place - 1):  # "In Lima, the mayor, said": a stray comma
        return phrase_ending(tokens, at - 1, lex) if may_start(tokens, place + 1, lex) else None
    phrase = phrase_ending(tokens, place - 1, lex)
    however = place + 2 == at and "adverbs" in tokens[place + 1].kinds
    return phrase._replace(beside=(place + 1, at - 1)) if phrase and not however else phrase


def _across_marks(tokens: Tokens, at: int, opener: str, lex: Lexicon) -> Phrase | None:
    """Jump over what stands in brackets or between dashes."""
    place = _back_to(tokens, at - 1, opener)
    if place <= 0:
        return None
    phrase = phrase_ending(tokens, place - 1, lex)
    return phrase if phrase or tokens[place - 1].text != "," else _across(tokens, place - 1, lex)


def _including(tokens: Tokens, at: int) -> int:
    """The comma before "including" or "such as" in the list that ends at ``at``, or 0."""
    for place in range(at - 1, max(0, at - _FARTHEST), -1):
        token = tokens[place]
        if token.quote or token.text == ";" or token.kinds & {"finite", "being", "auxiliaries"}:
            return 0
        if tokens[place - 1].text == "," and (
            token.low in _LISTING or (token.low, tokens[place + 1].low) == ("such", "as")
        ):
            return place - 1
    return 0


def _back_to(tokens: Tokens, at: int, mark: str) -> int:
    """The place of the nearest ``mark`` to the left, not beyond a quotation or a semicolon, or -1."""
    while at >= 0 and tokens[at].text != mark:
        if tokens[at].quote or tokens[at].text == ";":
            return -1
        at -= 1
    return at


def _clause(tokens: Tokens, first: int) -> bool:
    """Whether the words after a comma start with a verb or a new clause, as no apposition does."""
    token = tokens[first]
    if "relatives" in token.kinds and token.low != "that":
        return False
    return bool(token.kinds & ({"being", "auxiliaries", "and", "finite", "breaks", "that"} | PRONOUNS))


def _hangs_on(tokens: Tokens, comma: int) -> bool:
    """Whether the piece before this comma is itself an apposition: an age, "of Ashton", "the mayor"."""
    start = comma - 1
    while start >= 0 and not tokens[start].kinds & STOPS:
        start -= 1
    if start < 1 or tokens[start].text != "," or start + 1 == comma:
        return False
    head = tokens[start + 1]
    if head.text.isdigit() or head.low in ("of", "from", "de", "del", "jr", "sr", "whose"):
        return True
    if "relatives" in head.kinds and head.low != "that":
        return True
    short_name = comma - start == 2 and head.name and len(head.text) <= 5  # the state in "Ashton, Md.,"
    named = tokens[start - 1].name and not adverbial(tokens, start - 1)
    return short_name or ("determiners" in head.kinds and named)


# -- after the verb and at the head of the sentence -----------------------------------------


def _described(tokens: Tokens, at: int) -> bool:
    """Whether this word tells by whom or when a document was made: "a memo seen by the Gazette"."""
    made = participle(tokens[at - 1]) or tokens[at - 1].low in ("seen", "written", "drawn", "given", "sent")
    return made and "prepositions" in tokens[at].kinds


def _binds(tokens: Tokens, at: int) -> bool:
    """Whether this word links two parts of a name: "Department for Health", "a person familiar with it"."""
    if (tokens[at - 1].low, tokens[at].low) in _TIED:
        return True
    if tokens[at].low == "ante":  # "el embajador de Aldea ante la OEA"
        return any(token.low in _POSTED for token in tokens[max(0, at - _POST_REACH) : at])
    follows = at + 1 < len(tokens) and tokens[at + 1].name
    return tokens[at].low in ("for", "at", "in", "para") and tokens[at - 1].name and follows


def _apposition_after(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The words between a comma or bracket at ``at`` and the next mark."""
    if at + 1 >= len(tokens) or tokens[at].text not in (",", "("):
        return None
    if tokens[at + 1].kinds & {"breaks", "that"} and "relatives" not in tokens[at + 1].kinds:
        return None  # "titled The Gazette, while The Leaf says": a clause of its own
    stop = at + 1
    while stop < len(tokens) and stop - at <= LONGEST and not tokens[stop].kinds & STOPS:
        stop += 1
    return (at + 1, stop - 1) if stop > at + 1 else None


def _opening(tokens: Tokens, first: int, before: int, lex: Lexicon) -> Phrase | None:
    """Scan a noun phrase rightwards until its verb."""
    if first >= before or not may_start(tokens, first, lex):
        return None
    if tokens[first].kinds & PERSONAL:
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


def _ends_opening(tokens: Tokens, at: int, noun: bool, lex: Lexicon) -> bool:
    """Whether a noun phrase read from the left ends before this word; ``noun``: it has its noun."""
    token = tokens[at]
    if token.kinds & (STOPS | {"auxiliaries", "being", "boundaries"}):
        return True
    if not noun:
        return False
    ordinal = "adverbs" in token.kinds and "determiners" in tokens[at - 1].kinds  # "of the first district"
    if not ordinal and (token.kinds & {"times", "finite", "adverbs"} or participle(token) or adverb(token)):
        return True
    if "time_links" in token.kinds and at + 1 < len(tokens) and "times" in tokens[at + 1].kinds:
        return True
    verb = not token.name and lex.verb_shaped(token.low)
    if verb or (token.low in lex.cues and token.low not in lex.nouns):
        return True
    after_name = tokens[at - 1].name and at > 1  # the first word of a sentence need not be a name
    return after_name and not token.name and "links" not in token.kinds


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
