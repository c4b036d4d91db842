"""Finds noun phrases without a parser: word by word, until a word that cannot belong to one."""

from __future__ import annotations

from typing import NamedTuple

from index.grammar.frames import STOPS, Token, Tokens
from index.grammar.reporting_words import Lexicon
from index.text.people import people_words
from index.words import word_endings, word_list

_AGENT_LINKS = word_list("grammar", "agent_links")
_ARTICLES = word_list("grammar", "articles")
_CLOSE_TO = word_list("grammar", "close_to")
_INFINITIVE_MARK = word_list("grammar", "infinitive_mark")
_MODAL_MONTHS = word_list("grammar", "modal_months")
_SUBJECT_RELATIVES = word_list("grammar", "subject_relatives")
_WITHOUT = word_list("grammar", "without")
_AIMING = word_list("grammar", "aiming_bodies")

LONGEST = 18  # words in a noun phrase; longer ones were misread clauses
_LONGEST_TITLE = 30  # characters of a quoted name inside a noun phrase
PERSONAL = frozenset({"masculine", "feminine", "plural"})
PRONOUNS = PERSONAL | {"neuter", "first_person"}
_VERBAL = frozenset({"finite", "being"})
_BEGINNERS = PRONOUNS | {"determiners", "sourcing"}
_NO_NOUN = STOPS | PRONOUNS | {"determiners", "prepositions", "and", "boundaries", "adverbs", "hedges"}
_NO_NOUN |= {"auxiliaries", "being", "finite", "pronominal", "negations", "relatives", "links"}
_LONGEST_ITEM = 2  # words of one of several in a list
_NO_LIST = {"finite", "being", "times", "subjects", "negations", "relatives", "determiners"}
_POSSESSIVES = ("'s", "’s")
_OWNERS = (*_POSSESSIVES, "s'", "s’")
_AGENTS = tuple(f"{ending}s" for ending in word_endings("grammar", "agent_endings"))
_ADJECTIVAL = word_list("grammar", "adjectival")
_OFFICE_GERUNDS = word_list("grammar", "office_gerunds")


class Phrase(NamedTuple):
    """A noun phrase as indexes of tokens, both included, and the apposition beside it."""

    first: int
    last: int
    beside: tuple[int, int] | None = None
    negated: bool = False
    relative: bool = False  # the subject of a relative clause: "the man who said"
    dropped: bool = False  # no subject stands there, as Spanish allows: "Añadió que ..."
    several: bool = False  # a dropped subject of a plural verb
    unread: bool = False  # a subject stands there that was not understood; it is marked as dropped, too

    def moved(self, by: int) -> Phrase:
        """Return the same so many tokens further on: it was read in a part of a sentence."""
        beside = self.beside and (self.beside[0] + by, self.beside[1] + by)
        return self._replace(first=self.first + by, last=self.last + by, beside=beside)


def owns(token: Token) -> bool:
    """Whether a word names an owner: "Ana's", "the mayors’"."""
    return token.low.endswith(_OWNERS)


def adverb(token: Token) -> bool:
    """Whether a word looks like an adverb of manner: "repeatedly", "claramente"."""
    return "adverb" in token.shapes and not token.name


def participle(token: Token) -> bool:
    """Whether a small word ends like a past participle or a past tense."""
    return "participle" in token.shapes and not token.name


def is_clause_verb(token: Token) -> bool:
    """Whether a word is a verb of a clause, or ends like one that tells of the past."""
    return bool(token.kinds & {"finite", "being", "auxiliaries"}) or participle(token)


def phrase_ending(tokens: Tokens, last: int, lex: Lexicon) -> Phrase | None:
    """Return the noun phrase whose last word is at ``last``, or None."""
    if tokens[last].text == ")":
        last = next((n for n in range(last - 1, -1, -1) if tokens[n].text == "("), 0) - 1
    first = last
    while first >= 0 and last - first < LONGEST:
        token = tokens[first]
        if token.kinds & STOPS and not is_title(tokens, first):
            break
        bearer = _clause_bearer(tokens, first, last, lex)
        if bearer is not None:
            return phrase_ending(tokens, bearer, lex)
        advised = token.low in _INFINITIVE_MARK and first > 0 and _advises(tokens, first)
        inside = advised or (first == last and token.name) or in_name(tokens, first)
        if "boundaries" in token.kinds and not inside:
            break
        if "and" in token.kinds:
            aged = _aged(tokens, first)
            if not (aged or _joins(tokens, first, lex)):
                break
            first -= 3 if aged else tokens[first - 1].text == ","  # "Mexico, Argentina, and Bolivia"
        if first < last and (_finite_verb(tokens, first, lex) or _has_object(tokens, first)):
            break
        first -= 1
    start = _trim(tokens, first + 1, last, lex) if last >= 0 else None
    if start is not None and "bare_clauses" in lex.traits:
        start = _last_begun(tokens, start, last)
    return None if start is None else Phrase(_whole_list(tokens, start, last, lex), last)


def may_start(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether a noun phrase can begin with this word: a name, an article, a pronoun, a plural."""
    token = tokens[at]
    if token.kinds & STOPS or ("times" in token.kinds and token.low not in _MODAL_MONTHS):
        return False
    if "prepositions" in token.kinds and not (
        "names_open_small" in lex.traits and token.name and _name_goes_on(tokens, at)
    ):
        return False
    if at == 0 and token.name and token.kinds & {"boundaries", "questions"}:
        return False
    if token.name or "determiners" in token.kinds or token.kinds & PRONOUNS:
        return True
    if token.text.isdigit() and at + 1 < len(tokens) and tokens[at + 1].low.endswith("s"):
        return "times" not in tokens[at + 1].kinds  # "All 42 members"
    plural = token.low.endswith("s") and token.low.isalpha() and len(token.low) > 3
    return token.low.endswith(_POSSESSIVES) or (plural and token.low not in lex.cues)


def is_title(tokens: Tokens, at: int) -> bool:
    """Whether a short quotation inside a noun phrase is a name: the daily "The Voice"."""
    quote = tokens[at].quote
    if quote is None or quote.stopped or quote.last - quote.first > _LONGEST_TITLE:
        return False
    return at > 0 and tokens[at - 1].low.isalpha() and not tokens[at - 1].name


def _advises(tokens: Tokens, at: int) -> bool:
    """Whether "to" follows inside a noun phrase: "advisers to the mayor", "Challengers to the order"."""
    token, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    agents = at == 1 and token.low.endswith(_AGENTS) and "determiners" in after.kinds
    return agents or token.low in _CLOSE_TO or "sourcing" in token.kinds or token.low in people_words().titles


def in_name(tokens: Tokens, at: int) -> bool:
    """Whether "without", "sin" or "to" stands inside a name: "Guides without Borders", "Group to Save"."""
    if not (0 < at < len(tokens) - 1 and tokens[at - 1].name and tokens[at + 1].name):
        return False
    aims = tokens[at].low in _INFINITIVE_MARK and tokens[at - 1].low in _AIMING
    return aims or tokens[at].low in _WITHOUT


def _name_goes_on(tokens: Tokens, at: int) -> bool:
    """Whether a name goes on after its particle: "De la Torre", "De La Hoya"."""
    return at > 0 and any(token.name for token in tokens[at + 1 : at + 3])


def _subject_relative(tokens: Tokens, at: int) -> bool:
    """Whether "who" or "which" is the subject of its clause: a verb follows, no noun or pronoun."""
    kinds, nxt = tokens[at].kinds, tokens[at + 1]
    if "relatives" not in kinds or "that" in kinds:
        return False
    return not (nxt.quote or nxt.name or "determiners" in nxt.kinds or nxt.kinds & PRONOUNS)


def _clause_bearer(tokens: Tokens, at: int, last: int, lex: Lexicon) -> int | None:
    """Where the noun ends whose relative clause ends at ``last``: "members who | had backed Mr. Brown said".

    ``at``: an auxiliary, or the verb itself, of that clause. A clause that reports keeps its own subject:
    "officials who said Mr. Brown lied".
    """
    if 0 < at < last - 1 and _subject_relative(tokens, at):
        return at - 1 - (tokens[at - 1].text == ",")
    if not tokens[at].kinds & {"auxiliaries", "being"} or at < 2 or at >= last:
        return None
    back = at - 1
    while back > 0 and (tokens[back].kinds & {"auxiliaries", "adverbs", "negations"} or adverb(tokens[back])):
        back -= 1
    if tokens[back].low not in _SUBJECT_RELATIVES or back < 1 or tokens[back - 1].kinds & STOPS:
        return None
    inside = tokens[at + 1 : last]
    if any(token.low in lex.cues and token.low not in lex.nouns and not token.name for token in inside):
        return None
    return back - 1


def _finite_verb(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether this word is a reporting verb in a form that cannot be a noun, or ends as only verbs do."""
    token = tokens[at]
    if not token.name and lex.verb_shaped(token.low):
        return True
    cue = lex.cues.get(token.low)
    if cue is None or cue.form == "base" or token.low in lex.nouns or token.name:
        return False
    return at == 0 or "determiners" not in tokens[at - 1].kinds


def _has_object(tokens: Tokens, at: int) -> bool:
    """Whether this word is a verb with its object: "the firm got | a new director who said"."""
    token = tokens[at]
    if "finite" not in token.kinds or token.name or (at and "relatives" in tokens[at - 1].kinds):
        return False
    return tokens[at + 1].low in _ARTICLES


def _joins(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether "and" joins two nouns of one subject rather than two clauses: no verb stands before it."""
    if at == 0 or at + 1 >= len(tokens) or tokens[at + 1].quote or tokens[at - 1].quote:
        return False
    left, right = tokens[at - 1], tokens[at + 1]
    if left.text == ",":
        return right.name and at >= 2 and tokens[at - 2].name and _listed(tokens, at - 2)
    pronoun = right.kinds & PRONOUNS and "determiners" not in right.kinds  # but "and her aides"
    if pronoun or "adverbs" in right.kinds:
        return False
    for place in range(at - 1, max(-1, at - LONGEST), -1):
        token = tokens[place]
        if token.kinds & STOPS or ("boundaries" in token.kinds and "finite" not in token.kinds):
            break
        cue = lex.cues.get(token.low)
        reporting = cue is not None and cue.form != "base" and token.low not in lex.nouns and not token.name
        if token.kinds & _VERBAL or participle(token) or reporting:
            return False
    ruled = at >= 2 and "prepositions" in tokens[at - 2].kinds and not left.name
    return not ("determiners" in right.kinds and ruled)


def _aged(tokens: Tokens, at: int) -> bool:
    """Whether "and" joins two people with the first one's age between: "Ana Brown, 42, | and Tom Reed"."""
    if at < 4 or at + 1 >= len(tokens):
        return False
    name, comma, age, other = tokens[at - 4 : at]
    right = tokens[at + 1].name or "determiners" in tokens[at + 1].kinds
    return name.name and comma.text == other.text == "," and age.text.isdigit() and right


def _listed(tokens: Tokens, at: int) -> bool:
    """Whether the name at ``at`` is preceded by a comma and another name: a list of names."""
    while at >= 0 and tokens[at].name:
        at -= 1
    return at >= 1 and tokens[at].text == "," and tokens[at - 1].name


def _whole_list(tokens: Tokens, first: int, last: int, lex: Lexicon) -> int:
    """Extend "Colombia and Bolivia" leftwards over "Mexico, Argentina, "."""
    if not any("and" in tokens[n].kinds for n in range(first, last)):
        return first
    if not tokens[first].name:
        return _plural_list(tokens, first, lex)
    while first >= 2 and tokens[first - 1].text == "," and tokens[first - 2].name:
        if tokens[first - 2].kinds & {"times", "adverbs", "sequels"}:
            break  # "On Friday, Kim and Moon", "However, Brown and the staff"
        start = first - 2
        while start > 0 and tokens[start - 1].name:
            start -= 1
        if start > 0 and tokens[start - 1].text not in (",", ":", ";", "—"):
            if "links" in tokens[start - 1].kinds:
                of_what = phrase_ending(tokens, first - 2, lex)  # "the governments of Mexico, ..."
                return of_what.first if of_what else first
            opened = start > 1 and "determiners" in tokens[start - 1].kinds and tokens[start - 2].text == ","
            if opened:  # "..., the Harbour Bureau, Office of Fish and city officials said"
                return start - 1
            many = tokens[start - 1]  # "los alcaldes Ana Ejemplo, Gil Oso y Eva Muestra"
            plural = many.low.endswith("s") and many.low.isalpha() and not many.kinds
            if not plural or many.low in lex.cues:
                break
            return start - 1 - (start > 1 and "determiners" in tokens[start - 2].kinds)
        first = start
    return first


def _plural_list(tokens: Tokens, first: int, lex: Lexicon) -> int:
    """Extend "firemen and harbour staff" leftwards over "Drivers, " to where the sentence begins."""
    at = first
    while at >= 2 and tokens[at - 1].text == ",":
        start = at - 2
        while start > 0 and not tokens[start - 1].kinds & STOPS:
            start -= 1
        piece = tokens[start : at - 1]
        noun = all(_modifies(token, lex) and not token.kinds & _NO_LIST for token in piece)
        many = piece[-1].low.endswith("s") or bool(piece[-1].kinds & {"groups", "plurals"})
        if not (noun and many and len(piece) <= _LONGEST_ITEM):
            return first
        at = start
        if at == 0:
            return at
    return first


def _trim(tokens: Tokens, first: int, last: int, lex: Lexicon) -> int | None:
    """Move the start to where a noun phrase can start, or return None when it cannot anywhere."""
    while first <= last and (tokens[first].kinds & {"and", "adverbs"} or adverb(tokens[first])):
        first += 1
    while first < last and "hedges" in tokens[first].kinds:
        first += 1
    if first > last:
        return None
    group = first < last and "groups" in tokens[first].kinds and "prepositions" not in tokens[first].kinds
    if group or _counted(tokens, first, last) or may_start(tokens, first, lex):
        return first
    for at in range(first + 1, last + 1):
        token, before = tokens[at], tokens[at - 1]
        begins = (token.name and not before.name and "times" not in token.kinds) or token.kinds & _BEGINNERS
        agent = (
            before.low in _AGENT_LINKS and token.name and "agents_by" in lex.traits
        )  # "supported on Friday by Sen. Brown, who"
        if begins and (agent or not before.kinds & {"prepositions", "determiners"}):
            opened = first > 0 and (tokens[first - 1].quote or tokens[first - 1].text == ",")
            small = not (token.name or "determiners" in token.kinds or participle(tokens[first]))
            opened = opened or (first > 0 and small and "relatives" in tokens[first - 1].kinds)
            gerund = "gerund" in tokens[first].shapes and tokens[first].low not in _OFFICE_GERUNDS
            led = gerund and not token.name  # "using an average of ..."
            return (
                first if opened and not led and all(_modifies(each, lex) for each in tokens[first:at]) else at
            )
    return first if _bare_plural(tokens, first, last, lex) else None


def _last_begun(tokens: Tokens, start: int, last: int) -> int:
    """Where the last of two nouns side by side begins: "a charge | its secretary rejected"."""
    for at in range(last, start + 1, -1):
        before = tokens[at - 1]
        noun = before.low.isalpha() and not (before.name or before.kinds & _NO_NOUN)
        if noun and "determiners" in tokens[at].kinds and tokens[at].low not in _ADJECTIVAL:
            return at
    return start


def _counted(tokens: Tokens, first: int, last: int) -> bool:
    """Read "14 countries", but no date and no bare number."""
    number = tokens[first].text[:1].isdigit() and first < last and tokens[first + 1].low.isalpha()
    return number and "times" not in tokens[last].kinds


def _modifies(token: Token, lex: Lexicon) -> bool:
    """Whether a small word before a name can describe its bearer: "retired", "longtime"."""
    known = token.kinds & {"prepositions", "boundaries", "adverbs", "auxiliaries"}
    noun = token.low not in lex.cues or token.low in lex.nouns  # "bill sponsor", "state senator"
    return token.low.replace("-", "").isalpha() and not known and noun


def _bare_plural(tokens: Tokens, first: int, last: int, lex: Lexicon) -> bool:
    """Read a short plural without an article: "federal prosecutors", "police", "mainstream media"."""
    start, end = tokens[first], tokens[last]
    plural = end.low.endswith("s") or "groups" in end.kinds
    known = "prepositions" in start.kinds or start.low in lex.cues
    return plural and last - first <= 3 and start.low.replace("-", "").isalpha() and not known
