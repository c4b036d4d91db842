"""Verbs of saying that only do something: "wrote the software", "maintains a pace", "a game called Tag"."""

from __future__ import annotations

from index.grammar.candidates import of_body, of_people
from index.grammar.frames import STOPS, Token, Tokens
from index.grammar.nouns import PRONOUNS
from index.grammar.reporting_words import Cue
from index.text.people import people_words
from index.words import word_list

_DOING = frozenset({"maintain", "write", "charge", "observe", "claim"})
_BODILY = frozenset(
    {"slam", "blast", "hammer", "rip", "trash", "bash", "lash", "paint", "cast", "repeat", "hail"}
)
_OF_PEOPLE = frozenset({"question", "congratulate", "thank", "acknowledge", "admit"})
_SEVERAL = frozenset({"couple", "pair", "crowd", "team", "crew", "audience"})
_UTTERED = frozenset(
    {
        "word",
        "words",
        "prayer",
        "prayers",
        "grace",
        "goodbye",
        "good-bye",
        "farewell",
        "hello",
        "mass",
        "blessing",
        "thanks",
    }
)
_QUALITIES = frozenset(
    {"few", "short", "brief", "kind", "quick", "silent", "last", "final", "little", "couple", "of"}
)
_MATTERS = (
    "tion",
    "sion",
    "ment",
    "ity",
    "ism",
    "ance",
    "ence",
    "al",
    "cy",
    "ship",
    "ure",
    "age",
    "ing",
    "law",
)
_EYES = frozenset({"eye", "eyes", "glance", "look"})
_LOOKS = frozenset({"shadow", "light", "vote", "votes", "ballot", "ballots", "doubt", "net", "spell", "pall"})
_DISPUTED = word_list("grammar", "disputed")
_VERDICT = 8  # words in which "slammed her | for lying" has its verdict
_MATTER_LINKS = frozenset({"on", "for", "as", "over", "about", "that", "whether", "why", "if"})
_TIMED = frozenset({"on", "for", "over", "about"})
_NO_OBJECT = STOPS | {"prepositions", "and", "times", "boundaries"}
_NAMING = frozenset({"call", "name", "title", "dub", "label"})
_PLACES = frozenset({"there", "here"})
_TEXTS = {"works", "documents", "occasions"}
_HEAD = 4  # words from an article to its noun
_OBJECTS = frozenset({"it", "him", "her", "them", "us", "me"})
_DETERMINED = 3  # words from "a" to the noun that is called something
_PRICED = 3  # words from "charges" to the sum


def only_done(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether the verb at ``at`` tells a deed and no words: an object follows it, or a name for what stands
    before it.
    """
    if at + 1 >= len(tokens) or any(token.quote for token in tokens[:at]):
        return False
    if cue.lemma in _NAMING and cue.form == "past":
        return _named_thing(tokens, at) or _named_so(tokens, at)
    if cue.lemma == "charge" and "that" not in tokens[at + 1].kinds:
        priced = any(token.text[:1].isdigit() for token in tokens[at + 1 : at + 1 + _PRICED])
        return priced or (cue.form == "ing" and tokens[at - 1].name)
    return _done_to(tokens, at + 1, cue) or (cue.lemma in _DOING and _bare_object(tokens, at + 1))


def _done_to(tokens: Tokens, first: int, cue: Cue) -> bool:
    """Whether a verb of words is done to a thing or to somebody: "slammed the door", "thanked the crew"."""
    if cue.lemma in _BODILY:
        return _of_things(tokens, first)
    if cue.lemma in _OF_PEOPLE:
        return _of_those(tokens, first)
    return cue.lemma == "say" and _uttered(tokens, first)


def _uttered(tokens: Tokens, first: int) -> bool:
    """Whether words are uttered that are not told: "said | a few words", "said | grace", "said | goodbye"."""
    at = first
    while at < len(tokens) and at - first < _HEAD and tokens[at].low not in _UTTERED:
        if not (tokens[at].kinds & {"determiners", "pronominal"} or tokens[at].low in _QUALITIES):
            return False
        at += 1
    return (
        at < len(tokens)
        and at - first < _HEAD
        and not any(token.quote or token.text == ":" for token in tokens[at + 1 : at + 3])
    )


def _head(tokens: Tokens, first: int) -> int:
    """The place of the noun of the phrase that begins here."""
    at = first
    while at < len(tokens) and "determiners" in tokens[at].kinds and not tokens[at].name:
        at += 1
    stop = at
    while stop < len(tokens) and stop - at < _HEAD and not tokens[stop].kinds & _NO_OBJECT:
        stop += 1
    return max(first, stop - 1)


def _of_words(tokens: Tokens, first: int) -> bool:
    """Whether a verdict, a question or a quotation follows an object: "slammed her | for lying"."""
    reach = tokens[first : first + _VERDICT]
    stop = next((n for n, token in enumerate(reach) if token.text == ","), len(reach))
    words = reach[: stop + 2]
    dated = any("times" in token.kinds for token in words)
    return any(
        token.quote
        or token.text == ":"
        or (token.low in _MATTER_LINKS and not (dated and token.low in _TIMED))
        for token in words
    )


def _of_things(tokens: Tokens, first: int) -> bool:
    """Whether hands do it: "slammed the door", "blasted a horn"; not "blasted the plan", "slammed him as"."""
    at = _head(tokens, first)
    head = tokens[at]
    judged = any(token.quote for token in tokens[at:]) or any(
        token.low == "as" for token in tokens[at + 1 : at + 2]
    )
    if head.low in _EYES or (head.low in _LOOKS and not judged):
        return True  # "cast | an approving eye on the plan"
    if any(t.quote or t.low in _MATTER_LINKS for t in tokens[first : first + _VERDICT]):
        return False
    if head.name or head.kinds & (PRONOUNS | _TEXTS | {"sayings", "charges"}) or of_body(head):
        return False
    return not head.low.removesuffix("s").endswith(_MATTERS) and head.low not in _DISPUTED


def _of_those(tokens: Tokens, first: int) -> bool:
    """Whether it is done to people, and no words of it are told: "questioned the clerks on Monday"."""
    head = tokens[_head(tokens, first)]
    return (of_people(head) or head.low in _SEVERAL) and not _of_words(tokens, first)


def _bare_object(tokens: Tokens, first: int) -> bool:
    """Whether an object without a verb of its own follows: "wrote | the software that ran it"."""
    if not _opens_object(tokens, first):
        return tokens[first].low in _PLACES
    for token in tokens[first:]:
        if token.kinds & STOPS or token.kinds & {"relatives", "that"}:
            return True
        if token.kinds & {"finite", "being", "auxiliaries", "questions"}:
            return False
    return True


def _opens_object(tokens: Tokens, first: int) -> bool:
    """Whether a noun phrase begins here, no text, no day, no "that" and no quotation: "wrote | this week"."""
    head = tokens[first]
    if any(token.kinds & _TEXTS for token in tokens[first : first + _HEAD]):
        return False
    plain = head.low.isalpha() and not (head.kinds or head.name)
    dated = any("times" in token.kinds for token in tokens[first : first + 2])
    if tokens[first - 2].text == "," or dated or "that" in head.kinds:
        return False
    return (plain or "determiners" in head.kinds) and not any(token.quote for token in tokens[first:])


def _named_thing(tokens: Tokens, at: int) -> bool:
    """Whether the noun right before is a thing that is called so: "a habit | called the long breath"."""
    noun = tokens[at - 1]
    if not _thing(noun) or tokens[at + 1].low in _OBJECTS:
        return False
    before = tokens[max(0, at - 1 - _DETERMINED) : at - 1]
    return any(token.low in ("a", "an", "one", "another") for token in before)


def _thing(token: Token) -> bool:
    lists = people_words()
    plain = token.low.isalpha() and not token.name and token.kinds <= {"works", "documents", "occasions"}
    return plain and not of_people(token) and token.low not in lists.bodies and not token.low.endswith("s")


def _named_so(tokens: Tokens, at: int) -> bool:
    """Whether a comma and a whole clause stand before a participle: "It was a stool, | called the perch"."""
    if tokens[at - 1].text != "," or tokens[at + 1].low in _OBJECTS:
        return False
    clause = tokens[: at - 1]
    if any(token.kinds & {"relatives", "mark"} for token in clause):
        return False
    return any("being" in token.kinds for token in clause)
