"""What somebody is, as a text words it: "the mayor", "a teacher from Lund"; told from clauses and names."""

from __future__ import annotations

import re
from functools import cache

from index.grammar.candidates import by_trade
from index.grammar.clause_rules import clause_rules
from index.grammar.reporting_words import Lexicon
from index.text.names import Named, names_in
from index.text.people import given_names, people_words
from index.text.places import names_place
from index.words import alternatives, strings, word_endings, word_list

_OF = word_list("grammar", "of_plain")
_AGENCIES = word_list("names", "agencies")
_NAME_TITLES = word_list("grammar", "name_titles")
_DAYS = word_list("days", "weekdays")
_TIED_LINKS = word_list("grammar", "tied_links")
_LONGEST_APPOSITION = 160  # characters; longer ones are read no more as part of a name
_SHORT_OFFICE = 3  # words, the article counted
_LONGEST_ROLE = 16  # words, what a clause then tells of its bearer left out
_WHO = word_list("grammar", "who")
_ARTICLE = re.compile(rf"^(?:{alternatives('grammar', 'articles_all')})\s+", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HEAD_REACH = 9  # words of a role in which its noun stands
_ROLE_NOUNS = word_list("grammar", "role_nouns")
_HEADS = word_list("grammar", "office_heads")
_AT = word_list("grammar", "near_links")
_SOME = word_list("grammar", "indefinite")
OWNING = ("'s", "’s", "s'", "s’")
_LONGEST_OWNER = 4  # words
_BEINGS = frozenset({"persons", "groups", "sourcing", "plurals", "documents"})
_CITIES = word_list("names", "cities")
_BYGONE = re.compile(rf"^.*\b(?:{alternatives('grammar', 'bygone')})\s+", re.IGNORECASE)
_COURTESY = re.compile(
    rf"\s+(?:{alternatives('grammar', 'courtesy_titles')}|{alternatives('grammar', 'name_titles')})\.?$",
    re.IGNORECASE,
)
# What is told of him or of what is his, behind what somebody is: "a veteran | whose boat burned"
_WHOSE = re.compile(
    rf"(?<=\w),? (?:{alternatives('grammar', 'whose_words')}|{alternatives('grammar', 'who')}) .*$", re.DOTALL
)
_SCARE = frozenset('“”«»"')
_ADVERBS = word_list("grammar", "no_role_adverbs")
_NAME_PARTS = frozenset(strings("particles", "anywhere"))
_RULING = word_list("grammar", "near_links") | word_list("grammar", "occasion_links")
_RULES = word_list("grammar", "of_plain") | word_list("grammar", "infinitive_mark")
_RULES |= word_list("grammar", "near_links") | word_list("grammar", "occasion_links")
_RULES |= word_list("grammar", "contracted")  # "hija del pintor Gil Ejemplo"
_ARTICLES = word_list("grammar", "articles_alone")
OFFICE_GERUNDS = word_list("grammar", "office_gerunds")
_NAMED = re.compile(rf" (?:{alternatives('grammar', 'named_words')})$")  # "a worker named Gil Oso"
_ALSO = re.compile(rf"^(?:{alternatives('grammar', 'also_words')})\s+", re.IGNORECASE)
_OWNER = re.compile(rf"^(?:{alternatives('grammar', 'word_owners')})\s+", re.IGNORECASE)  # "her lawyer"
# "agent turned spokesman": what somebody was before is the author's remark, not the office.
_TURNED = re.compile(rf"^.*\b(?:{alternatives('grammar', 'turned')})[\s-]+", re.IGNORECASE | re.DOTALL)


def belongs(beside: str, lex: Lexicon) -> bool:
    """Whether words after a comma still describe the speaker: an office, an age, "who ..."."""
    first = beside.split(maxsplit=1)[0].lower()
    relative = "relatives" in lex.kinds.get(first, ())
    tied = relative or first in _TIED_LINKS or first[:1].isdigit()
    return len(beside) <= _LONGEST_APPOSITION and (tied or beside[:1].isupper() or is_role(beside, lex))


def sole_name(beside: str) -> Named | None:
    """The name in an apposition that is nothing but a name, titles before it aside."""
    names = names_in(beside)
    if not names or len(names[-1].words) < 2 or names[-1].end < len(beside) - 1:
        return None
    titles = people_words().titles
    before = beside[: names[-1].start].split()
    known = names[-1].words[0].lower() in given_names()  # "the investigator, Texas Ranger Ana Ejemplo, ..."
    small = [word for word in before if word.islower()]
    plain = _RULES.isdisjoint(small) and not any(each.endswith(",") for each in before)
    if known and small and by_trade(before[-1]) and before[-1].islower() and plain:
        return names[-1]  # "former White House adviser Ana Ejemplo"
    if len(names) != 1:
        return None
    if (
        len(before) > 1
        and _ARTICLE.match(beside)
        and len(before) <= _SHORT_OFFICE
        and before[-1].islower()
        and plain
    ):
        return names[0]  # "the mayor, the veteran Ana Ejemplo, ..."
    told = (
        plain
        and all(  # not "abogada del senador Gil Ejemplo"
            word.rstrip(".").lower() in titles or (known and (word[:1].isupper() or word[:1].isdigit()))
            for word in before  # "19-year-old Ana Ejemplo"
        )
    )
    return names[0] if told else None


def first_name(beside: str, *, sure: bool) -> Named | None:
    """The first name that is all of an apposition, "don" before it or not: "Brown's daughter, Ana".

    ``sure``: whatever stands there is a name, unless it is a place's or a day's.
    """
    names = names_in(beside)
    if len(names) != 1 or len(names[0].words) != 1 or names[0].end < len(beside):
        return None
    before, low = beside[: names[0].start].strip().lower(), names[0].name.lower()
    known = (sure or low in given_names()) and low not in _DAYS and not names_place(names[0].name)
    return names[0] if known and (not before or before in _NAME_TITLES) else None


def is_role(beside: str, lex: Lexicon) -> bool:
    """Whether an apposition words an office: it starts with an article or a small letter and is short."""
    words = beside.split()
    first = words[0].lower()
    kinds = lex.kinds.get(first, frozenset())
    verb = lex.shapes[first] & {"gerund", "participle"} and first not in OFFICE_GERUNDS
    if kinds & {"relatives", "prepositions", "boundaries"} or first[:1].isdigit() or verb:
        return False
    names_office = clause_rules(lex.language).names_office
    if names_office and not names_office(words):
        return False  # "Kant, benignos como corderos"
    starts = "determiners" in kinds or beside[:1].islower() or first in people_words().titles
    told = next((n for n, word in enumerate(words) if n and word.lower() in _WHO), len(words))
    return (starts or _capital_office(words) or _owned_office(words, lex)) and told <= _LONGEST_ROLE


def _capital_office(words: list[str]) -> bool:
    """Whether an office opens with a capital: "Head of Research", "Partner at Brown and Reed"."""
    first = words[0].lower()
    known = first in _ROLE_NOUNS or first in _HEADS or by_trade(first)
    return known and len(words) > 2 and words[1] in _OF | _AT


def _owned_office(words: list[str], lex: Lexicon) -> bool:
    """Whether somebody's office is told by whose it is: "Mr. Brown’s campaign manager"."""
    owner = next((n for n, word in enumerate(words[:_LONGEST_OWNER]) if word.endswith(OWNING)), None)
    own = words[owner + 1 :] if owner is not None and words[0][:1].isupper() else []
    ruled = next(
        (n for n, word in enumerate(own) if n and "prepositions" in lex.kinds.get(word, ())), len(own)
    )
    last = own[ruled - 1].lower() if own and own[0].islower() else ""
    return last in _ROLE_NOUNS | _HEADS | people_words().titles or (last != "" and by_trade(last))


def role_in(words: str, lex: Lexicon) -> str | None:
    """The role as worded, without articles and without what somebody is said to have been; None where no
    word in it tells what a person, a body or a text is: "half joking", "the third time".
    """
    worded = _NAMED.sub("", _TURNED.sub("", words).strip(' ,;:—–-("“'))
    placed = " ".join(worded.lower().split()[:2]) in _CITIES  # "Las Vegas lawyer"
    role = _OWNER.sub("", worded if placed else _ARTICLE.sub("", _ALSO.sub("", worded)))
    role = _WHOSE.sub(
        "", _COURTESY.sub("", _BYGONE.sub("", role))
    )  # "just a month ago Rep.", "deputy mayor Mr"
    if (
        len(role) < 3
        or role.lower() in _ADVERBS
        or not _SCARE.isdisjoint(role)  # "the “dictator” Ana Ejemplo"
        or role.lower() in _NAME_PARTS
        or role.split()[0].lower() in _RULING | _OF
        or role.lower() in _ARTICLES
        or role.lower().startswith(word_endings("grammar", "role_openings"))
        or role.endswith(OWNING)  # "Bank of Ardale's | Luz Ejemplo" tells no office
        or _torn(worded, role, lex)
        or (role.lower() in people_words().masculine_kin or role.lower() in people_words().feminine_kin)
        or role.lower().strip(" /|-") in _AGENCIES  # "AFP Ana Ejemplo", glued
        or not _tells(role, lex)
    ):
        return None
    return role


def _torn(worded: str, role: str, lex: Lexicon) -> bool:
    """Whether nothing but a place is left of an office: "a New Ardale" of "a New Ardale, Verran, lawyer"."""
    words = role.split()
    some = worded.split(maxsplit=1)[0].lower() in _SOME if worded else False
    return some and len(words) > 1 and role.istitle() and not _tells(words[-1], lex, bodies=False)


@cache
def _telling(*, bodies: bool) -> frozenset[str]:
    """Return the words that tell what somebody is; ``bodies``: or what something is."""
    lists = people_words()
    persons = lists.titles | lists.masculine_kin | lists.feminine_kin | _ROLE_NOUNS
    return persons | lists.bodies if bodies else persons


def _tells(role: str, lex: Lexicon, *, bodies: bool = True) -> bool:
    """Whether a word of a role tells what somebody is; ``bodies``: or what something is."""
    words = _WORDS.findall(role)[:_HEAD_REACH]
    told = clause_rules(lex.language).names_office
    if told is not None and told(words):
        return True
    known = _telling(bodies=bodies)
    for word in map(str.lower, words):
        kinds = lex.kinds.get(word, frozenset())
        if "relatives" in kinds:
            return False  # "view that every mayor has"
        forms = {word, word.removesuffix("s"), word.rpartition("-")[2]}
        if not known.isdisjoint(forms) or any(map(by_trade, forms)) or kinds & _BEINGS:
            return True
    return False
