"""What somebody is, where his words stand without it: told once in an article, it holds for all of it.

Only words right beside his full name count: "Ana Ejemplo, a marine ecologist at Ardale,", "campaign manager
Gil Oso".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from index.grammar.candidates import by_trade
from index.grammar.clause_rules import clause_rules
from index.grammar.nouns import PRONOUNS
from index.grammar.reporting_words import Lexicon
from index.grammar.roster import Roster
from index.grammar.speakers import Speaker
from index.grammar.worded_roles import OWNING, is_role, role_in, sole_name
from index.text.names import Named
from index.text.people import gender_of_role, people_words
from index.voices.spans import Spoken
from index.words import strings, word_list

_STOPS = r"[,;:()—–“”\"?!\n]"
# A stop behind a single capital ends no sentence: "vice president of the U.S. Chamber".
_BESIDE = re.compile(rf", (?:\d{{2}}, )?(?P<words>.{{4,110}}?)(?=$|{_STOPS}|(?<!\b[A-Z])\.(?:\s|$))")
_WORD = r"[^\s,;:()—–“”\"?!]+"
_BEFORE = re.compile(rf"{_WORD}(?: {_WORD}){{0,5}} $")
_LOOKED_AT = 90  # characters before a name
_VERBS = frozenset({"finite", "being", "auxiliaries", "subjects", "negations"})
_APART = frozenset({"prepositions", "determiners", "boundaries", "and", "times", "adverbs", "relatives"})
_APART |= _VERBS | PRONOUNS
_FEW = 8  # words of a role away from its sentence; a longer one takes a line of a screen for itself
_RULING = frozenset({"prepositions", "and", "determiners"})
_OPENING = frozenset('“"«‘')
_TO = word_list("grammar", "infinitive_mark")
_ADJECTIVAL = word_list("grammar", "adjectival")
_LISTING = word_list("grammar", "listing")
_OF = word_list("grammar", "of_plain") | word_list("grammar", "genitives")
_ARTICLED = word_list("grammar", "definite_all") | word_list("grammar", "contracted")
_SHORT = frozenset(each.lower().rstrip("?") for each in strings("names", "short_titles"))
_PLAIN = word_list("grammar", "courtesy_titles") | word_list("grammar", "name_titles")
_HEADS = word_list("grammar", "office_heads") | word_list("grammar", "role_nouns")


def with_roles(
    found: Sequence[list[Spoken]],
    texts: Sequence[str],
    names: Sequence[list[Named]],
    roster: Roster,
    lex: Lexicon,
) -> list[list[Spoken]]:
    """Return the spans of an article, each speaker with what the article tells that he is."""
    speakers = [each.speaker for row in found for each in row if each.speaker]
    asked = {each.name for each in speakers if _lacks(each)}
    told = {name: _short(role, lex) for name, role in _beside_words(found).items()}
    open_ = {name for name in asked - told.keys() if name and " " in name}
    if open_:
        told.update(_told_of(open_, texts, names, roster, lex))
    return [[_with_role(each, told, lex) for each in row] for row in found] if told else list(found)


def _lacks(speaker: Speaker) -> bool:
    """Whether a person is named, described or meant by a pronoun, and nothing tells what he is."""
    return speaker.name is not None and speaker.role is None and speaker.kind in ("name", "pronoun")


def _with_role(each: Spoken, told: dict[str, str], lex: Lexicon) -> Spoken:
    """A span with what its speaker is; "the brewer" stays where another office of his is told."""
    speaker = each.speaker
    if speaker is None or not _lacks(speaker):
        return each
    role, words = told.get(speaker.name or ""), speaker.mention.replace(",", "").split()
    named = not set((speaker.name or "").split()).isdisjoint(words)
    office = {word.lower() for word in words if _heads(word, lex)}
    fuller = (role or "").lower().split()
    same = not office.isdisjoint(fuller) and len(fuller) > len(words) - 1  # not "mayor" of "Ardale's mayor"
    known = named or speaker.kind == "pronoun" or same
    return each._replace(speaker=speaker._replace(role=role)) if known else each


def _beside_words(found: Sequence[list[Spoken]]) -> dict[str, str]:
    """What speakers are by the words beside their reports, the fuller of two first words."""
    told: dict[str, str] = {}
    for each in (each for row in found for each in row):
        role, name = (each.speaker.role, each.speaker.name) if each.speaker else (None, None)
        known = role and name and " " in name and not _worded_of_others(role)
        if known and role and name and (name not in told or (" " not in told[name] and " " in role)):
            told[name] = role
    return told


def _short(role: str, lex: Lexicon) -> str:
    """What somebody is in a few words: only beside his report it stands whole."""
    words = role.split()
    kinds = [lex.kinds.get(word.lower(), frozenset()) for word in words]
    stop = next((n for n, each in enumerate(kinds) if n and "relatives" in each), len(words))
    apart = (n for n in range(1, stop) if "prepositions" in kinds[n] and words[n].lower() not in _OF)
    return " ".join(words[: stop if stop <= _FEW else next(apart, stop)])


def _worded_of_others(role: str) -> bool:
    """Whether a role tells an author's word for somebody else: "the robber regime's new chief"."""
    return any(word.islower() and word.endswith(OWNING) for word in role.split())


def _told_of(
    wanted: set[str],
    texts: Sequence[str],
    names: Sequence[list[Named]],
    roster: Roster,
    lex: Lexicon,
) -> dict[str, str]:
    """What the text tells of people beside their full names: the first office, else the first words."""
    told: dict[str, str] = {}
    for text, row in zip(texts, names, strict=True):
        for named in row if wanted else ():
            name = roster.resolve(named.name, named.gender) if len(named.words) > 1 else ""
            role = _beside(text, named, lex) if name in wanted else None
            if role is None or _worded_of_others(role):
                continue
            office = not people_words().titles.isdisjoint(role.lower().split())
            if office:
                wanted.discard(name)
            told[name] = _short(role, lex) if office or name not in told else told[name]
    return told


def _beside(text: str, named: Named, lex: Lexicon) -> str | None:
    """The office that stands right behind a name or right before it."""
    return _behind(text, named, lex) or _before(text, named, lex) or _ruling(text, named, lex)


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
    led = any("determiners" in two and not one & _RULING for one, two in pairs)  # "faces | one count"
    ends = lex.kinds.get(lows[-1], frozenset()) & _RULING or stop in _OPENING
    titled = stop == "." and len(lows) > 1 and lows[-1] in _SHORT  # "such as former Gov."
    joined = "and" in lex.kinds.get(lows[0], ())
    return led or joined or bool(ends) or titled or any(_is_verb(low, lex) for low in lows)


def _before(text: str, named: Named, lex: Lexicon) -> str | None:
    """The office right before a name: "campaign manager", "Ardale police chief"."""
    match = _BEFORE.search(text, max(0, named.start - _LOOKED_AT), named.start)
    words = match.group().split() if match else []
    first = len(words)
    while (
        first and _describes(words[first - 1], lex) and not (first < len(words) and _ends(words[first - 1]))
    ):
        first -= 1
    while first < len(words) and "gerund" in lex.shapes[words[first].lower()]:
        first += 1
    # "to fire | Dr. Ana Ejemplo": a verb, and no part of what she is
    done = 0 < first < len(words) - 1 and words[first - 1].lower() in _TO and words[first].islower()
    title = words[-1].lower().rstrip(".") if words else ""
    if len(words) - first > 1 and {title, f"{title}s"} & _SHORT:
        while words[first].islower() and not _known(words[first]) and first < len(words) - 1:
            first += 1  # "took into account | Rep. Ana Ejemplo's wish"
        done = False
    own = words[first + (done and words[first] not in _ADJECTIVAL) :]
    if first and words[first - 1].lower() in _OF:
        return None  # "Secretary of State | Ana Ejemplo": an office torn from its head
    last = own[-1].lower().rstrip(".") if own else ""
    if last in _PLAIN or last in people_words().bodies:
        return None  # "Ms.", and whom somebody told: "a este diario | Ana Ejemplo"
    tells = bool(last) and _heads(last, lex)
    return role_in(" ".join(own), lex) if tells else None


def _ruling(text: str, named: Named, lex: Lexicon) -> str | None:
    """The office before a name with what it is of: "the mayor of Ardale, Ana Ejemplo,"."""
    before = text[max(0, named.start - _LOOKED_AT) : named.start].rstrip()
    if before.endswith(",") and not _set_apart(text, named.end, lex):
        return None  # "met the mayor of Ardale, Ana Ejemplo and Omar Muestra"
    words = re.split(_STOPS, before.removesuffix(","))[-1].split()
    heads = [n for n, word in enumerate(words) if n and _heads(word, lex)]
    first = next((n for n in reversed(heads) if words[n - 1].lower() in _ARTICLED), len(words))
    ruled = [n for n in range(first, len(words)) if words[n].lower() in _OF]
    torn = any(_ends(word) or _is_verb(word.lower(), lex) for word in words[first:])
    if not ruled or torn or heads[-1] > ruled[0] or any(first - n in (2, 3) for n in heads):
        return None  # "the aide of the mayor of Ardale, Ana Ejemplo,": either of them
    gender = gender_of_role(words[first])
    return None if gender and named.gender not in (gender, None) else role_in(" ".join(words[first:]), lex)


def _set_apart(text: str, end: int, lex: Lexicon) -> bool:
    """Whether a mark closes a name that stands between commas, and no list goes on behind it."""
    after = text[end + 1 : end + _LOOKED_AT].split()[:1]
    listed = text[end : end + 1] == "," and after != [] and (after[0][:1].isupper() or _joins(after[0], lex))
    return text[end : end + 1] in ("", ",", ".", ";", ":", ")") and not listed


def _joins(word: str, lex: Lexicon) -> bool:
    return "and" in lex.kinds.get(word.lower(), frozenset())


def _heads(word: str, lex: Lexicon) -> bool:
    """Whether a word tells what somebody is: "mayor", "spokesman"."""
    low, told = word.lower(), clause_rules(lex.language).names_office
    one = told is not None and not low.endswith("s") and told([low])  # not "a periodistas | Ana Ejemplo"
    return one or low in people_words().titles | _HEADS or by_trade(low)


def _known(word: str) -> bool:
    """Whether a small word before a short title belongs to it: "former Rep.", "state Sen."."""
    return word in people_words().titles | _ADJECTIVAL | _HEADS or by_trade(word) or word in _PLAIN


def _describes(word: str, lex: Lexicon) -> bool:
    """Whether a word may belong to an office before a name."""
    low = word.lower()
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
