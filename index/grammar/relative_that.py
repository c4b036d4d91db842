"""When "that" opens no reported words, but stands for the noun before it: "a shooting that killed four"."""

from __future__ import annotations

from index.grammar.candidates import of_people, plausible
from index.grammar.frames import Tokens
from index.grammar.nouns import Phrase, is_clause_verb
from index.grammar.reporting_words import Cue, Lexicon
from index.words import word_endings, word_list

_HOLDING = word_list("grammar", "holding_verbs")
_INFINITIVE_MARK = word_list("grammar", "infinitive_mark")
_PUTTING = word_list("grammar", "putting_questions")
_NOUNS = frozenset({"documents", "works", "occasions", "nobody"})  # "a report that said", "a gap that is"
_HELPS = frozenset({"hearing", "causatives"})  # kinds of verbs that may describe: "a tool that helps"
_NOT = word_endings("grammar", "contracted_not")
_THINGS = word_list("grammar", "indefinite_things")
_THAT_WORD = word_list("grammar", "that_word")
_NUMBERS = word_list("grammar", "number_words")
_HEDGE = frozenset({"hedges"})  # "least"
_AROUND = 5  # words of "having saunas that offer guests"


def relative_that(tokens: Tokens, at: int, lex: Lexicon, *, heard: bool) -> bool:
    """Whether "that" stands for the noun before it, a verb following: "a shooting that killed four".

    ``heard``: a clause may begin behind the reporting verb, so that no hearer stands there. Else whoever
    stands right before may hear: "told reporters that was wrong".
    """
    if "that_describes" not in lex.traits or tokens[at].low not in _THAT_WORD or at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if before.low in _THINGS:
        return True  # "took in everything that the bakers knew"
    noun = before.low.isalpha() and before.kinds <= _NOUNS
    noun = noun and (heard or _ruled(tokens, at - 1) or not (before.name or of_people(before)))
    verb = is_clause_verb(after) or after.low.endswith(_NOT) or (before.kinds and after.low in lex.cues)
    third = (
        not before.kinds
        and after.low.endswith("s")
        and not (after.name or after.kinds - _HELPS or after.low.endswith("ss"))
    )
    nxt = tokens[at + 2] if at + 2 < len(tokens) else after
    held = not before.kinds and after.low in _HOLDING
    third = (third and not is_clause_verb(nxt)) or held  # "that includes", "that include"
    if after.low in _HOLDING and before.low.endswith("s") and before.low.isalpha():
        return True  # "critics that include bakers"
    return noun and (verb or third or _offers(tokens, at)) and "subjects" not in after.kinds


def _ruled(tokens: Tokens, noun: int) -> bool:
    """Whether a noun stands behind a preposition and so hears nothing: "in at least ten | states that"."""
    at = noun - 1
    while at > 0 and (tokens[at].text.isdigit() or tokens[at].low in _NUMBERS or tokens[at].kinds == _HEDGE):
        at -= 1
    return at >= 0 and "prepositions" in tokens[at].kinds  # "said in a note to staff that was seen by"


def _offers(tokens: Tokens, that: int) -> bool:
    """Whether things are held that do something to people: "having saunas | that offer guests free"."""
    words = tokens[that - 2 : that + 3] if that > 1 else []
    if len(words) < _AROUND:
        return False
    held, noun, _, verb, whom = words
    things = noun.low.endswith("s") and not (noun.kinds or of_people(noun)) and "gerund" in held.shapes
    plain = verb.low.isalpha() and not (verb.kinds or verb.name or verb.low.endswith(("s", "ing")))
    return things and plain and (whom.low.endswith("s") or "determiners" in whom.kinds)


def asked_for(tokens: Tokens, nxt: int, that: int, cue: Cue) -> bool:
    """Whether "that" tells what is asked for: "asked Brown for evidence that the boats had sunk"."""
    if "that" not in tokens[that].kinds:
        return False
    if _of_object(tokens, nxt, that):
        return True
    ruled = next((n for n in range(nxt, that) if "prepositions" in tokens[n].kinds), that)
    return ruled < that and (cue.lemma in _PUTTING or _of_deed(tokens, nxt, that, cue))


def _of_object(tokens: Tokens, nxt: int, that: int) -> bool:
    """Whether "that" tells of what something is done to: "agreed to hear cases | that the guild hoped"."""
    to = next((n for n in range(nxt, that) if tokens[n].low in _INFINITIVE_MARK), that)
    noun = tokens[that - 1]
    thing = noun.low.isalpha() and noun.low.endswith("s") and not (noun.kinds or noun.name or of_people(noun))
    return to == that - 3 and thing and not tokens[to + 1].kinds & {"hearing"}


def _of_deed(tokens: Tokens, nxt: int, that: int, cue: Cue) -> bool:
    """Whether "that" describes what a deed asked for is about: "urged us to speak on matters that we see"."""
    to = next((n for n in range(nxt, that) if tokens[n].low in _INFINITIVE_MARK), that)
    about = any("prepositions" in token.kinds for token in tokens[to + 2 : that - 1])
    noun = tokens[that - 1].low.isalpha() and not tokens[that - 1].kinds
    return "pledge" in cue.patterns and about and noun


def of_thing(tokens: Tokens, nxt: int, that: int, cue: Cue) -> bool:
    """Whether "that" stands for the thing asked for: "demanded some of the vehicles that it builds"."""
    begins = bool(tokens[nxt].kinds & {"determiners", "pronominal"}) and "object" in cue.patterns
    noun = tokens[that - 1].low.isalpha() and not tokens[that - 1].kinds
    return begins and noun and tokens[that].low in _THAT_WORD and not plausible(tokens, Phrase(nxt, that - 1))
