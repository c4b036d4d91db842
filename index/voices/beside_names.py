"""What stands beside a name and tells what its bearer is: "Ana Ejemplo, a marine ecologist at Ardale,"."""

from __future__ import annotations

import re
from itertools import pairwise

from index.grammar.candidates import by_trade
from index.grammar.clause_rules import clause_rules
from index.grammar.nouns import PRONOUNS
from index.grammar.reporting_words import Lexicon
from index.grammar.worded_roles import OFFICE_GERUNDS, OWNING, is_role, role_in, sole_name
from index.text.names import Named
from index.text.people import gender_of_role, people_words
from index.words import alternatives, strings, word_list

_STOPS = r"[,;:()—–“”\"?!\n]"
# A stop behind a single capital ends no sentence: "vice president of the U.S. Chamber".
_BESIDE = re.compile(rf", (?:\d{{2}}, )?(?P<words>.{{4,110}}?)(?=$|{_STOPS}|(?<!\b[A-Z])\.(?:\s|$))")
_WORD = r"[^\s,;:()—–“”\"?!]+"
_BEFORE = re.compile(rf"{_WORD}(?: {_WORD}){{0,5}} $")
_LOOKED_AT = 90  # characters before a name
_LOOKED_FAR = 160  # characters in which an office stands with what it is of
_PARTY = re.compile(rf", (?:{alternatives('grammar', 'definite_all')}) [^\W\d_]+$", re.IGNORECASE)
_BRACKETS = re.compile(r" \([^()]{1,60}\)")  # "del Partido Rojo | (PR)"
_VERBS = frozenset({"finite", "being", "auxiliaries", "subjects", "negations"})
_APART = frozenset({"prepositions", "determiners", "boundaries", "and", "times", "adverbs", "relatives"})
_APART |= _VERBS | PRONOUNS
_RULING = frozenset({"prepositions", "and", "determiners"})
_OPENING = frozenset('“"«‘')
_TO = word_list("grammar", "infinitive_mark")
_ADJECTIVAL = word_list("grammar", "adjectival")
_LISTING = word_list("grammar", "listing")
_OF = word_list("grammar", "of_plain") | word_list("grammar", "genitives")
_RULED = _OF | word_list("grammar", "office_links")
_ARTICLED = word_list("grammar", "definite_all") | word_list("grammar", "contracted")
_LEFT = word_list("grammar", "left_offices") | word_list("descriptions", "apart") | OFFICE_GERUNDS
_SHORT = frozenset(each.lower().rstrip("?") for each in strings("names", "short_titles"))
_PLAIN = word_list("grammar", "courtesy_titles") | word_list("grammar", "name_titles")
_NAMED = word_list("grammar", "named_words")
_ONE = word_list("grammar", "articles_all") | word_list("grammar", "one_of_many")
_OWNERS = word_list("grammar", "word_owners")
_ORDINALS = word_list("grammar", "office_ordinals")
_ADVERBS = word_list("grammar", "adverbs_in_names")
_DOING_IN = word_list("grammar", "functions_at")
_DOES = f"{alternatives('grammar', 'functions')}|{alternatives('grammar', 'functions_at')}"
_WHO = re.compile(
    rf",? (?P<who>{alternatives('grammar', 'who')})(?:['’]s|\s(?:{alternatives('grammar', 'being_now')})"
    rf"|\s(?P<does>{_DOES}))\s(?P<words>[^,;:()—–“”\"?!\n]{{3,80}}?)(?=$|[,;:()—–]|\.(?:\s|$))"
)
_LETTERS = re.compile(r" \((?P<body>[A-ZÁÉÍÓÚÑ]{2,8})\)")
_AGENCIES = word_list("names", "agencies")
_HEADS = word_list("grammar", "office_heads") | word_list("grammar", "role_nouns")


def beside(text: str, named: Named, lex: Lexicon) -> str | None:
    """The office that stands right behind a name or right before it, the fuller one or both: "general Ana
    Ejemplo, head of works".
    """
    behind = _behind(text, named, lex) or _doing(text, named, lex)
    before = _before(text, named, lex)
    if behind is None and (before is None or one_word(before)):
        told = _ruling(text, named, lex) or _set_before(text, named, lex) or before
        return told or _in_brackets(text, named)
    return joined(before, behind) if before and behind and one_word(before) else behind or before


def _in_brackets(text: str, named: Named) -> str | None:
    """The letters of the body somebody belongs to: "Ana Ejemplo (WFA)", not "Ana Ejemplo (EFE)"."""
    match = _LETTERS.match(text, named.end)
    whole = len(named.words) > 1 and match is not None
    return match["body"] if match and whole and match["body"].lower() not in _AGENCIES else None


def one_word(role: str | None) -> bool:
    """Whether a role is told in one word: "general", "doctor"."""
    return role is not None and " " not in role


def joined(short: str | None, role: str) -> str:
    """One word for what somebody is and more words for it: "minister of works", "general, head of works"."""
    if short is None or short.lower() in role.lower().replace(",", "").split() or one_word(role):
        return role if short is None or not one_word(role) else short
    return f"{short}, {role}" if short.islower() and short not in _PLAIN else role


def _behind(text: str, named: Named, lex: Lexicon) -> str | None:
    """The office in the words behind a name: ", a marine ecologist at Ardale," up to a verb or a relative."""
    match = _BESIDE.match(text, named.end)
    words = match["words"].split() if match else []
    lows = [word.lower() for word in words]
    stop = next((n for n, low in enumerate(lows) if "relatives" in lex.kinds.get(low, ())), len(words))
    office = " ".join(words[:stop])
    if match is None or not office or _torn(lows[:stop], text[match.end() : match.end() + 1], lex):
        return None
    told = clause_rules(lex.language).names_office
    if told is not None and not told(words[:2]):
        return None  # "Según Luis Ejemplo, faltan veinte personas"
    if "adverb" in lex.shapes[lows[0]] or not is_role(office, lex) or sole_name(office) is not None:
        return None
    return role_in(office, lex)


def _torn(lows: list[str], stop: str, lex: Lexicon) -> bool:
    """Whether words behind a name are no whole office: a verb in them, nothing behind "of", a title's dot."""
    pairs = [
        (lex.kinds.get(one, frozenset()), lex.kinds.get(two, frozenset())) for one, two in pairwise(lows)
    ]
    led = any(  # "faces | one count", but "a | senior clerk"
        "determiners" in two and not one & _RULING and low not in _ADJECTIVAL
        for (one, two), low in zip(pairs, lows[1:], strict=True)
    )
    ends = lex.kinds.get(lows[-1], frozenset()) & _RULING or stop in _OPENING
    titled = stop == "." and len(lows) > 1 and lows[-1] in _SHORT  # "such as former Gov."
    joined = "and" in lex.kinds.get(lows[0], ())
    return led or joined or bool(ends) or titled or any(_is_verb(low, lex) for low in lows)


def _before(text: str, named: Named, lex: Lexicon) -> str | None:
    """The office right before a name: "campaign manager", "Ardale police chief"."""
    match = _BEFORE.search(text, max(0, named.start - _LOOKED_AT), named.start)
    words = match.group().split() if match else []
    while words and words[-1].lower().rstrip(".") in _PLAIN and not _ordinal(words[-2:-1]):
        words.pop()  # "Harbour Commission chair | Sir Gil Oso"
    if len(words) > 1 and words[-1] in _NAMED:
        words.pop()  # "a worker | named Gil Oso"
    first = _opening(words, lex)
    ruled = 0 < first < len(words) and words[first - 1].lower() in _OF
    if ruled and (first == 1 or is_office(words[first - 2], lex)):
        return _over(words, first - 1, lex)
    last = words[-1].lower().rstrip(".") if words[first:] and not _ends(words[-1]) else ""
    if last in _PLAIN or last in people_words().bodies:
        return None  # "Ms.", and whom somebody told: "a este diario | Ana Ejemplo"
    bare = len(named.words) == 1 and "bare_clauses" in lex.traits
    if bare and not all(word[:1].isupper() for word in words[first:]):
        return None  # "a veteran | Oso supporter", "coup leader Oso"
    tells = bool(last) and is_office(last, lex)
    return role_in(" ".join(words[first:]), lex) if tells else None


def _over(words: list[str], of: int, lex: Lexicon) -> str | None:
    """The office of a few words with "of" in it: "Secretary of State", "director of news"."""
    if of == 0 or words[of - 1].lower() not in people_words().titles | _HEADS:
        return None  # "the aide of | President Oso"
    first = _opening(words[:of], lex)
    before = words[first - 1].lower() if first else ""
    bare = words[first].islower() and before not in _OWNERS and not words[first].endswith(OWNING)
    return None if bare or before in _ARTICLED else role_in(" ".join(words[first:]), lex)


def _opening(words: list[str], lex: Lexicon) -> int:
    """Where an office begins that ends before a name."""
    first = len(words)
    while first and (_describes(words[first - 1], lex) or _in_capitals(words, first - 1)):
        if first < len(words) and _ends(words[first - 1]):
            break
        first -= 1
    while first < len(words) and _does(words[first].lower(), lex):
        first += 1
    # "to fire | Dr. Ana Ejemplo": a verb, and no part of what she is
    done = 0 < first < len(words) - 1 and words[first - 1].lower() in _TO and words[first].islower()
    capitals = words[-2:] != [] and all(word[:1].isupper() for word in words[-2:])
    if len(words) - first > 1 and (capitals or _short(words[-1])):
        while words[first].islower() and not _known(words[first]) and first < len(words) - 1:
            first += 1  # "took into account | Rep. Ana Ejemplo's wish"
        return first
    return first + (done and words[first] not in _ADJECTIVAL)


def _short(word: str) -> bool:
    """Whether a word is a short title: "Rep.", "Sens."."""
    title = word.lower().rstrip(".")
    return not {title, f"{title}s"}.isdisjoint(_SHORT)


def _ordinal(words: list[str]) -> bool:
    return any(word.lower() in _ORDINALS for word in words)


def _does(low: str, lex: Lexicon) -> bool:
    """Whether a form tells what is done, and is no part of an office: "visiting", but not "acting"."""
    return "gerund" in lex.shapes[low] and low not in OFFICE_GERUNDS


def _in_capitals(words: list[str], at: int) -> bool:
    """Whether a capital makes a word part of an office or a body's name: "First Lady", "Just Roads"."""
    capital = words[at].istitle() and words[at + 1 : at + 2] != [] and words[at + 1][:1].isupper()
    opens = at == 0 or not words[at - 1][-1].isalnum()
    return capital and (words[at].lower() in _ORDINALS or (not opens and words[at].lower() in _ADVERBS))


def _doing(text: str, named: Named, lex: Lexicon) -> str | None:
    """What a clause behind a name tells that he is or does: "who is a nurse at Ardale", "who owns it"."""
    match = _WHO.match(text, named.end)
    if match is None:
        return None
    words = match["words"].split()
    if match["does"] is None:
        return role_in(match["words"], lex) if is_role(match["words"], lex) else None
    bare = words[0].lower() if words else ""
    placed = "prepositions" in lex.kinds.get(bare, ())
    fits = placed is (match["does"].lower() in _DOING_IN) and bool(words) and bare not in PRONOUNS
    return f"{match['who']} {match['does']} {match['words']}" if fits else None


def _set_before(text: str, named: Named, lex: Lexicon) -> str | None:
    """The office that ends before a comma and a name: "Verran's pro-union leader, Ana Ejemplo, ..."."""
    before = text[max(0, named.start - _LOOKED_AT) : named.start].rstrip()
    if not before.endswith(",") or not _set_apart(text, named.end, lex):
        return None
    words = re.split(_STOPS, before.removesuffix(","))[-1].split()
    if not words or not is_office(words[-1], lex):
        return None
    first = len(words) - 1
    while first and _describes(words[first - 1], lex):
        first -= 1
    told = " ".join(words[first:])
    definite = words[first - 1].lower() in _ARTICLED | _ONE if first else False
    owned = any(word.endswith(OWNING) for word in words[first:])
    return role_in(told, lex) if definite or owned else None


def _ruling(text: str, named: Named, lex: Lexicon) -> str | None:
    """The office before a name with what it is of: "the mayor of Ardale, Ana Ejemplo,", "la diputada federal,
    Ana Ejemplo,", "la diputada del Partido Rojo (PR), Ana Ejemplo,".
    """
    before = _BRACKETS.sub("", text[max(0, named.start - _LOOKED_FAR) : named.start]).rstrip()
    before = _PARTY.sub(",", before)  # "el alcalde de Aldea, | el socialista"
    closed = before.endswith(",")
    words = re.split(_STOPS, before.removesuffix(","))[-1].split()
    heads = [n for n, word in enumerate(words) if n and _head(words[n - 1], word, lex)]
    first = next((n for n in reversed(heads) if _begins(words, n)), len(words))
    ruled = [n for n in range(first, len(words)) if words[n].lower() in _RULED]
    torn = any(_ends(word) or _is_verb(word.lower(), lex) for word in words[first:])
    article = words[first - 1 : first]
    either = article != [] and article[0].lower() in _ARTICLED and any(first - n in (2, 3) for n in heads)
    heading = first == 1 and words[:1] != [] and words[0].istitle()  # "El alcalde, Gil Oso (PR) dijo"
    if closed and not (_set_apart(text, named.end, lex) or (heading and _LETTERS.match(text, named.end))):
        return None  # "met the mayor of Ardale, Ana Ejemplo and Omar Muestra"
    alone = closed and first < len(words) and all(_adjectival(word, lex) for word in words[first + 1 :])
    if torn or either or not (ruled or (alone and article[0].lower() in _ARTICLED)):
        return None  # "the aide of the mayor of Ardale, Ana Ejemplo,": either of them
    if ruled and any(n > ruled[0] and not _joins(words[n - 1], lex) for n in heads):
        return None
    gender = gender_of_role(words[first])
    return None if gender and named.gender not in (gender, None) else role_in(" ".join(words[first:]), lex)


def _head(before: str, word: str, lex: Lexicon) -> bool:
    """Whether a word is an office's noun, and no word of a name behind "of": "diputada del | Partido"."""
    ruled = word[:1].isupper() and before.lower() in _OF
    return not ruled and word.lower() not in _OF and is_office(word, lex)


def _adjectival(word: str, lex: Lexicon) -> bool:
    """Whether a small word may tell which office it is: "federal", "mexicano"; or joins another to it."""
    return word.islower() and (_joins(word, lex) or not lex.kinds.get(word, frozenset()) & _APART)


def _begins(words: list[str], at: int) -> bool:
    """Whether an office begins there: behind an article, or in capitals behind a small word."""
    return words[at - 1].lower() in _ARTICLED or (words[at][:1].isupper() and words[at - 1].islower())


def _set_apart(text: str, end: int, lex: Lexicon) -> bool:
    """Whether a mark closes a name that stands between commas, and no list goes on behind it."""
    after = text[end + 1 : end + _LOOKED_AT].split()[:1]
    # Spanish puts no comma before the last of a list: "la jefa del club, Ana Ejemplo, y el cura salieron"
    last = after != [] and _joins(after[0], lex) and "bare_clauses" in lex.traits
    listed = text[end : end + 1] == "," and after != [] and (after[0][:1].isupper() or last)
    who = text[end : end + 1] == " " and after != [] and "relatives" in lex.kinds.get(after[0], ())
    return (who or text[end : end + 1] in ("", ",", ".", ";", ":", ")")) and not listed


def _joins(word: str, lex: Lexicon) -> bool:
    return "and" in lex.kinds.get(word.lower(), frozenset())


def is_office(word: str, lex: Lexicon) -> bool:
    """Whether a word tells what somebody is: "mayor", "spokesman"."""
    low, told = word.lower(), clause_rules(lex.language).names_office
    one = told is not None and not low.endswith("s") and told([low])  # not "a periodistas | Ana Ejemplo"
    return one or low in people_words().titles | _HEADS or by_trade(low)


def _known(word: str) -> bool:
    """Whether a small word before a short title belongs to it: "former Rep.", "state Sen."."""
    known = people_words().titles | _ADJECTIVAL | _HEADS | _LEFT | _PLAIN
    return word in known or by_trade(word)


def _describes(word: str, lex: Lexicon) -> bool:
    """Whether a word may belong to an office before a name."""
    low = word.lower()
    if not (word[0].isalpha() or "-" in word):
        return False  # "§12 | Judge Ana Ejemplo"
    return not (lex.kinds.get(low, frozenset()) & _APART or low in _LISTING or _is_verb(low, lex))


def _ends(word: str) -> bool:
    """Whether a stop ends a sentence with this word: "attacks.", but not "Lt.", "U.S."."""
    low = word.lower()
    return low.endswith(".") and "." not in low[:-1] and low.rstrip(".") not in people_words().titles


def _is_verb(word: str, lex: Lexicon) -> bool:
    """Whether a word is a verb of a clause, and none that is a noun as well."""
    cue = lex.cues.get(word)
    reporting = cue is not None and cue.form != "base" and word not in lex.nouns
    kinds = lex.kinds.get(word, frozenset())
    return reporting or bool(kinds & _VERBS and "determiners" not in kinds)  # "la" is an article as well
