"""Can this phrase be a speaker? What is no noun phrase, or names what does not speak, is turned away."""

from __future__ import annotations

import re
from itertools import pairwise

from index.grammar.clause_rules import clause_rules
from index.grammar.frames import Token, Tokens
from index.grammar.nouns import Phrase, adverb, participle
from index.grammar.reporting_words import Cue, Lexicon
from index.text.people import given_names, people_words
from index.text.terms import bare
from index.words import word_endings, word_list

_DEFINITE = word_list("grammar", "definite")
_DENIALS_BEFORE = word_list("grammar", "denials_before")
_INVERTING = word_list("grammar", "inverting")
_FIRST = word_list("grammar", "first_person_subjects")
_COUPLED = word_list("grammar", "coupled")
_NAMING = word_list("grammar", "naming")
_NO_WORDS = word_list("grammar", "no_words")
_SUBJECTS = word_list("grammar", "subject_pronouns")  # in this form they are nothing but subjects
_NO_START = _SUBJECTS | word_list("grammar", "no_start")
_NO_SPEAKERS = word_list("grammar", "no_speakers")
_ISSUED = word_list("grammar", "issued")
_OBJECTS = word_list("grammar", "object_pronouns")
_AGENT_LINKS = word_list("grammar", "agent_links")
_ARTICLES = word_list("grammar", "articles")
_BEFORE_ARTICLES = word_list("grammar", "before_articles")
_PARTY = re.compile(r"[RDI]-[A-Z]\w+\.?")  # of whom the state is told
_GLUED = re.compile(r"[A-Z][a-z]{4,}[A-Z][a-z]{2,}|[a-z]{2}[A-Z]{3,}$")
_CREDITS = word_endings("grammar", "credits")  # "Ana Ejemplo/Getty Images Brown said"
_AGAINST = frozenset(tuple(each.split()) for each in word_list("grammar", "against"))
_UNCERTAIN = word_list("grammar", "indefinite")
_UNLIKE = word_list("grammar", "unlike")
_INTO = word_list("grammar", "into")
_FINITE_PASTS = word_list("grammar", "finite_pasts")
_PASTS_AND_NOUNS = word_list("grammar", "pasts_and_nouns")
_VERB_PARTICLES = word_list("grammar", "verb_particles")
_TRANSPARENT = word_list("grammar", "transparent")
_OR = word_list("grammar", "or_words")
_ANYBODY = word_list("grammar", "anybody")
_SOMEBODY = word_list("grammar", "somebody")
_SHARES = word_list("grammar", "shares")
_OF = word_list("grammar", "of_plain")
_WE = word_endings("dialogue", "first_person_ends")
_LONGEST_OFFICE = 7  # words up to its noun: "former Harbour House legal adviser"
_UNFINISHED = frozenset({"and", "prepositions"})
_FUNCTION = frozenset({"boundaries", "prepositions", "time_links", "and"})
# Endings of people: "planner", "editor", "scientist", "librarian", "applicant", "trainee".
_AGENTS = word_endings("grammar", "agent_endings")
_NO_AGENTS = word_endings("grammar", "thing_endings")
_THINGS = word_list("grammar", "agent_like_things")


def subject_alone(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Return the pronoun that ends the phrase: "now at 86 she says", or the phrase without a last participle.

    A pronoun in this form right before the verb is its whole subject.
    """
    if phrase.last > phrase.first and tokens[phrase.last].low in _SOMEBODY:
        return phrase._replace(first=phrase.last, beside=None)  # "At the union's rally | someone shouted"
    phrase = _without_topic(tokens, phrase)
    first, last = tokens[phrase.first].kinds, phrase.last
    dated = "time_links" in first and "determiners" not in first and last > phrase.first + 1
    if dated and "times" in tokens[phrase.first + 1].kinds:
        phrase = phrase._replace(first=phrase.first + 2)  # "Last week staff at the mine said"
    if last > phrase.first and tokens[last].low in _ISSUED and "determiners" not in tokens[last - 1].kinds:
        mine = tokens[last - 1].low in _FIRST and last - 1 > phrase.first  # "the experts I interviewed said"
        return phrase._replace(last=last - 1 - mine)  # "a report released on Monday says"
    alone = last > phrase.first and tokens[last].low in _SUBJECTS
    return phrase._replace(first=last, beside=None) if alone else phrase


def _without_topic(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The name without of what its bearer says it: "says Brown | of typical piers"."""
    of = next((n for n in range(phrase.first + 1, phrase.last) if tokens[n].low in _OF), None)
    if of is None or not all(token.name for token in tokens[phrase.first : of]):
        return phrase
    small = [token for token in tokens[of + 1 : phrase.last + 1] if not token.name]
    topic = len(small) == phrase.last - of and "determiners" not in small[0].kinds
    many = small[-1].low.endswith("s") if topic else False
    return phrase._replace(last=of - 1, beside=None) if topic and many and len(small) > 1 else phrase


def speaks(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the phrase can be a speaker at all: no date, no number, no "nothing", no "I", no clause."""
    words = tokens[phrase.first : phrase.last + 1]
    first, last = words[0], words[-1]
    if len(words) == 1:
        if "pronominal" in first.kinds:
            return True
        stray = len(first.text) == 1 and not first.name  # a single letter
        stray = stray or bare(first.low) in _NO_SPEAKERS
        stray = stray or (not first.name and first.low.endswith(_WE))  # "podemos informar:"
        called = first.name and phrase.first > 0 and first.kinds == {"nobody"}  # '"...," Body said'
        if stray or (first.kinds & {"nobody", "first_person", "determiners"} and not called):
            return False
        if first.kinds & _FUNCTION and phrase.first == 0:  # "As reported in", "Last year"
            return False
    counted = len(words) > 1 and last.low in _FIRST and not words[-2].name  # "the more doubtful I felt"
    counted = counted or all(
        word.text[:1].isdigit() or word.kinds & {"times", "determiners"} for word in words
    )
    counted = counted or _PARTY.fullmatch(last.text) is not None  # "Sen. Ana Ejemplo, R-Aldea"
    counted = counted and not (first.low in _DEFINITE and last.low in _COUPLED)  # "the two said"
    # "the first time anyone in town said so"
    counted = counted or any(word.low in _ANYBODY for word in words[1:])
    weighed = len(words) > 1 and "pronominal" in words[-2].kinds and adverb(last)  # "most importantly"
    if counted or weighed or (len(words) > 1 and _no_noun_phrase(words)):
        return False
    if last.name or "nobody" not in last.kinds:
        return True
    head = head_of(tokens, phrase)  # "officials close to the plan", but not "a word of it", "the plan"
    return not (last is head or "nobody" in head.kinds or "prepositions" in words[-2].kinds)


def unsaid(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether nobody is said to have said it: "neither she nor the mayor said", "had the mayor said so"."""
    before = tokens[phrase.first - 1].low if phrase.first else ""
    denied = before in _DENIALS_BEFORE or (before in _INVERTING and phrase.first == 1)
    return denied or _set_against(tokens, phrase.first)


def _set_against(tokens: Tokens, first: int) -> bool:
    """Whether what is said is not so: "contrary to the ministry, which claims"."""
    before = tuple(token.low for token in tokens[max(0, first - 2) : first])
    return before in _AGAINST or not _UNLIKE.isdisjoint(before[-1:])


def head_of(tokens: Tokens, phrase: Phrase) -> Token:
    """Return the word before the first preposition of the phrase, or its last word."""
    stop = phrase.first + 1
    while stop <= phrase.last and "prepositions" not in tokens[stop].kinds:
        stop += 1
    while stop - 1 > phrase.first and participle(tokens[stop - 1]):  # "an analysis released by the guild"
        stop -= 1
    return tokens[stop - 1]


def plausible(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the head of the phrase is a name, a person, a body or a document by its word.

    Asked for verbs that things do as well: a rise suggests, a map shows, a gang is called The Owls.
    """
    if phrase.beside and all(token.name for token in tokens[phrase.beside[0] : phrase.beside[1] + 1]):
        return True  # "The head of the largest club, Ana Ejemplo,"
    head = head_of(tokens, _of_transparent(tokens, phrase))
    if head.name or head.kinds & {"documents", "pronominal"} or head.low in _SUBJECTS:
        return True
    return not people_words().bodies.isdisjoint(_numbers(head)) or of_people(head)


def counts_people(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether the phrase only tells how many people speak, in figures: "18 speakers", "52% of voters"."""
    words = tokens[phrase.first : phrase.last + 1]
    if len(words) < 2 or not words[0].text[:1].isdigit() or words[-1].name:
        return False
    share = words[0].text.endswith("%") or words[1].low in _SHARES
    told = clause_rules(lex.language).names_office
    people = told([words[1].low]) if told is not None else of_people(words[1])
    return share or people or "pronominal" in words[1].kinds


def _of_transparent(tokens: Tokens, phrase: Phrase) -> Phrase:
    """What a word of number lets speak: "a handful of | members"."""
    of = next((n for n in range(phrase.first + 1, phrase.last) if "prepositions" in tokens[n].kinds), None)
    if of is not None and tokens[of - 1].low in _TRANSPARENT and tokens[of].low in _OF:
        return phrase._replace(first=of + 1)
    return phrase


def of_people(token: Token) -> bool:
    """Whether a noun tells people by what they are or do: "lawyers", "mayor", "residents", "police"."""
    if token.kinds & {"persons", "groups", "sourcing", "plurals"}:
        return True
    word, singular = _numbers(token)
    lists = people_words()
    if any(
        not kind.isdisjoint((word, singular))
        for kind in (lists.titles, lists.masculine_kin, lists.feminine_kin)
    ):
        return True
    return by_trade(singular)


def tells_office(tokens: Tokens, at: int) -> bool:
    """Whether words begin that tell what somebody is: "product manager at Halcyon", "author of The Pier"."""
    for place in range(at, min(len(tokens), at + _LONGEST_OFFICE)):
        token, after = tokens[place], tokens[place + 1] if place + 1 < len(tokens) else None
        if "mark" in token.kinds or "prepositions" in token.kinds:
            return False
        if of_people(token) and not token.name and not token.low.endswith("s"):
            return after is None or after.name or bool(after.kinds & {"mark", "prepositions", "and"})
    return False


def of_body(token: Token) -> bool:
    """Whether a noun tells people or a body of them: "agency", "officials"."""
    return of_people(token) or not people_words().bodies.isdisjoint(_numbers(token))


def by_trade(word: str) -> bool:
    """Whether a noun ends as those that tell people by what they do: "planner", "administrator"."""
    low = word.lower()
    return low.endswith(_AGENTS) and not low.endswith(_NO_AGENTS) and low not in _THINGS


def _numbers(token: Token) -> tuple[str, str]:
    """A noun as it stands, without the mark of a possessor, and in the singular."""
    word = bare(token.low)
    return word, word.removesuffix("s")


def names_thing(cue: Cue, tokens: Tokens, at: int) -> bool:
    """Whether the verb at ``at`` may only give a thing its name: "a gang called The Owls"."""
    if cue.lemma not in _NAMING or cue.form != "past" or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    if after.name and at > 1 and not tokens[at - 1].name and _indefinite(tokens, at):
        return True  # "a campaign called Boats4All"
    bare = after.low[:1].isalpha() and not after.kinds and not adverb(after)  # "proteins called prions"
    return after.quote is not None or after.low in _DEFINITE or bare


def _indefinite(tokens: Tokens, at: int) -> bool:
    """Whether "a" and one or two small words stand before the verb at ``at``."""
    words = tokens[max(0, at - 3) : at]
    return any(word.low in _ARTICLES and word.low not in _DEFINITE for word in words)


def _glued(words: list[Token]) -> bool:
    """Whether two names are glued in a word behind another name, as lost line breaks leave them."""
    given = given_names()
    return any(
        before.name
        and before.low not in given
        and "determiners" not in before.kinds
        and _GLUED.search(word.text)
        for before, word in pairwise(words)
    )


def _verb_inside(words: list[Token]) -> bool:
    """Whether a verb stands behind the first word, no relative before it: "Brown sought", "1970 and took"."""
    for at, (before, word) in enumerate(pairwise(words), 1):
        if "relatives" in word.kinds:
            return False
        if not word.name and "determiners" not in before.kinds and _past(words, at):
            return True
        behind = words[at + 1] if at + 1 < len(words) else word
        made = behind.low in _AGENT_LINKS  # "an analysis led by the guild"
        made = made or (
            "documents" in before.kinds and "prepositions" in behind.kinds
        )  # "a note found in it"
        if "finite" in word.kinds and not (word.name or made) and "determiners" not in before.kinds:
            return True
    return False


def _runs(words: list[Token]) -> bool:
    """Whether a name and a verb with its object stand side by side: "Verran | owns a share"."""
    if any(before.name and word.low in _UNCERTAIN and not word.name for before, word in pairwise(words)):
        return True
    return any(
        before.name
        and verb.low.endswith("s")
        and verb.low.isalpha()
        and not (verb.name or verb.kinds)
        and after.low in _ARTICLES
        for before, verb, after in zip(words, words[1:], words[2:], strict=False)
    )


def _past(words: list[Token], at: int) -> bool:
    """Whether a word is a verb in the past there: "Rents fell hard", "Rivals hit back"."""
    if words[at].low in _FINITE_PASTS:
        return True
    return words[at].low in _PASTS_AND_NOUNS and at + 1 < len(words) and words[at + 1].low in _VERB_PARTICLES


def _capitals(word: Token) -> bool:
    """Whether a word is written in capitals: "US" is a country."""
    return len(word.text) > 1 and word.text.isupper()


def _no_noun_phrase(words: list[Token]) -> bool:
    """Whether the words are a clause or a torn piece of one: "requires a permit", "attorneys for the"."""
    first, second, last = words[0], words[1], words[-1]
    spoken_to = "first_person" in first.kinds and "prepositions" not in second.kinds  # "Ustedes seguro"
    if ((spoken_to or first.low in _NO_START) and not _capitals(first)) or (
        first.low in _NO_WORDS and not second.text[:1].isdigit()
    ):
        return True
    if second.low in _ARTICLES and not first.name and first.low not in _BEFORE_ARTICLES:
        return True
    if first.text[:1].isdigit() and "times" in second.kinds:  # "22 years ago"
        return True
    numbered = (
        len(words) > 2 and last.text.isdigit() and len(last.text) < 4 and not words[-2].name
    )  # "State calls 22", torn from its sentence
    if _glued(words) or numbered or second.low in _INTO:
        return True
    if _verb_inside(words) or _runs(words) or any(word.low.endswith(_CREDITS) for word in words):
        return True
    some = len(words) > 2 and first.low in _TRANSPARENT and words[-2].low in _OF  # "one of them"
    torn = (
        bool(last.kinds & _UNFINISHED)
        or last.low in _OR
        or last.low in _ARTICLES
        or (last.low in _OBJECTS and not some)
    )
    return not last.name and torn
