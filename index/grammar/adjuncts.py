"""Steps over what stands between subject and verb: adverbs, days, occasions, people told."""

from __future__ import annotations

from index.grammar.candidates import of_people
from index.grammar.clause_rules import clause_rules
from index.grammar.frames import STOPS, Token, Tokens
from index.grammar.nouns import adverb
from index.grammar.reporting_words import Lexicon
from index.text.people import given_names
from index.words import word_list

_COURTESY = word_list("grammar", "courtesy_titles") - {""}
_TIME_WORDS = word_list("grammar", "time_words_before")
_AGENCIES = word_list("names", "agencies")
_THERE = word_list("grammar", "there_words")
_GENITIVE = word_list("grammar", "genitive")
_GENITIVES = word_list("grammar", "genitives")
_OCCURRENCES = word_list("grammar", "occurrences")
_ONWARD_TIMES = word_list("grammar", "onward_times")
_YEAR_LINKS = word_list("grammar", "year_links")
_OCCASION_REACH = 5  # words in "in a telephone interview"
_YEAR = 4  # digits
_DESCRIBED_PERSON = 3  # words of what a person is, before the name
_MOST = 14  # words between a verb and the subject after it


def skip_back(tokens: Tokens, at: int, progressive: bool) -> tuple[int, bool]:
    """Return the place before the auxiliaries, adverbs, days and occasions that end at ``at``.

    The second value says whether a negation was among them. ``progressive``: "is", "are" count
    as auxiliaries.
    """
    negated = False
    light = {"auxiliaries", "adverbs", "clitics"} | ({"being"} if progressive else set())
    while at >= 0 and not tokens[at].quote:
        token = tokens[at]
        if "negations" in token.kinds:
            negated = True
        elif _surname(tokens, at):
            break
        elif token.low in _ONWARD_TIMES and at and "auxiliaries" in tokens[at - 1].kinds:
            at -= 1  # "has since said"
            continue
        elif at and _heightens(tokens, at):
            at -= 1  # "more recently said"
            continue
        elif at and token.low in _THERE and of_people(tokens[at - 1]):
            pass  # "an engineer there said"
        elif not (token.kinds & light or adverb(token)):
            back = _occasion(tokens, at)
            if back is None:
                break
            at = back
            continue
        at -= 1
    return at, negated


def _heightens(tokens: Tokens, at: int) -> bool:
    """Whether a word belongs to a time or an adverb behind it: "more recently"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    return tokens[at].low in _TIME_WORDS and (adverb(after) or "times" in after.kinds)


def adverbial(tokens: Tokens, last: int) -> bool:
    """Whether the piece of the sentence that ends at ``last`` is an adverbial: "In Lima", "On Monday"."""
    start = last
    while start > 0 and not tokens[start - 1].kinds & STOPS:
        start -= 1
    if tokens[start].kinds & {"sequels", "breaks", "adverbs"}:
        start += 1
    token = tokens[min(start, last)]
    if token.kinds & {"prepositions", "times", "boundaries"}:
        return True
    return "gerund" in token.shapes and start < last  # not "Harding, who leads the guild, says"


def skip_forward(tokens: Tokens, at: int, lex: Lexicon) -> int:
    """Return the place after "hoy", "on Monday", "en rueda de prensa" between a verb and its subject."""
    start = at
    dated = "dated_nouns" in lex.traits
    while at < len(tokens) and at - start < _MOST:
        token = tokens[at]
        if token.text == "," and at > start and (dated or "times" in tokens[at - 1].kinds):
            at += 1
        elif token.kinds & STOPS:
            break
        elif "determiners" in token.kinds:
            if not (dated and at + 1 < len(tokens) and _dated(tokens[at + 1])):
                break
            at += 2  # "el pasado lunes"
        elif token.kinds & {"times", "adverbs"} or (dated and _day_of(tokens, at)):
            at += 1
        elif dated and "prepositions" in token.kinds and token.low not in _GENITIVES:
            if at + 1 < len(tokens) and tokens[at + 1].kinds & {"that", "relatives"}:
                break  # "le respondió sobre que Ana Ejemplo es la jefa"
            at = _after_preposition(tokens, at + 1, lex)
        else:
            break
    return at


def _day_of(tokens: Tokens, at: int) -> bool:
    """Whether a date goes on here: "el martes | 9 de marzo de 2023"."""
    if at == 0 or at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if tokens[at].text.isdigit():
        return "times" in before.kinds or (
            before.low in _GENITIVE and at > 1 and "times" in tokens[at - 2].kinds
        )
    dated = before.text.isdigit() or "times" in before.kinds
    return tokens[at].low in _GENITIVE and dated and ("times" in after.kinds or after.text.isdigit())


def _dated(token: Token) -> bool:
    """Whether a word after an article makes a time of it: "el pasado lunes", "alguna vez"."""
    return bool(token.kinds & {"times", "datings"}) or token.low in _OCCURRENCES


def _occasion(tokens: Tokens, at: int) -> int | None:
    """The place before "on Monday", "last week" or "in an interview", when one ends at ``at``."""
    if _is_time(tokens, at):
        while at >= 0 and (_is_time(tokens, at) or tokens[at].text.isdigit()):
            at -= 1
        while (
            at >= 0 and "time_links" in tokens[at].kinds and (at > 0 or "determiners" not in tokens[at].kinds)
        ):
            at -= 1
        return at - (at > 0 and tokens[at].low in _TIME_WORDS)  # "over the weekend", "more recently"
    if "occasions" in tokens[at].kinds:
        for back in range(at - 1, max(-1, at - 1 - _OCCASION_REACH), -1):
            if tokens[back].kinds & STOPS:
                return None
            if "occasional" in tokens[back].kinds:
                return back - 1
    return None


def _surname(tokens: Tokens, at: int) -> bool:
    """Whether a word for a month or an auxiliary is a surname here: "Bruno May said"."""
    if at == 0 or not tokens[at].name:
        return False
    return tokens[at - 1].low in given_names() or tokens[at - 1].low in _COURTESY  # "Mrs May said"


def _is_time(tokens: Tokens, at: int) -> bool:
    if "times" in tokens[at].kinds:
        return not _surname(tokens, at)
    if at == 0 or not tokens[at].text.isdigit():
        return False
    year = len(tokens[at].text) == _YEAR and tokens[at - 1].low in _YEAR_LINKS
    return year or "times" in tokens[at - 1].kinds


def _after_preposition(tokens: Tokens, at: int, lex: Lexicon) -> int:
    """The place after "una rueda de prensa" or "los periodistas": one noun and its "de" parts."""
    whole = False
    while at < len(tokens):
        while at < len(tokens) and "determiners" in tokens[at].kinds:
            at, whole = at + 1, True
        if at < len(tokens) and tokens[at].name:
            at = _after_names(tokens, at, whole)  # "a los Estados Unidos"
        elif whole and (named := _person_named(tokens, at, lex)):
            at = named  # "a su vecina Ana Ejemplo"
        else:
            medium = at < len(tokens) and "works" in tokens[at].kinds
            at += 1
            if medium and at < len(tokens) and tokens[at].name:  # "en la revista Mundo Ejemplo"
                at = _after_names(tokens, at, whole=_few_names(tokens, at))
        if at < len(tokens) and _adjective(tokens, at):
            at += 1
        if at >= len(tokens) or tokens[at].low not in _GENITIVES:
            return at
        at += 1
    return at


def _person_named(tokens: Tokens, at: int, lex: Lexicon) -> int | None:
    """The place after one person with her name, "antigua socia Ana Ejemplo"; "los periodistas" are many."""
    for place in range(at, min(len(tokens) - 1, at + _DESCRIBED_PERSON)):
        token, after = tokens[place], tokens[place + 1]
        if not token.low.isalpha() or token.name or token.kinds & STOPS:
            return None
        if after.name:
            told = clause_rules(lex.language).names_office
            person = of_people(token) or (told is not None and told([token.text]))
            one = person and not token.low.endswith("s")
            return _after_names(tokens, place + 1, whole=True) if one else None
    return None


def _few_names(tokens: Tokens, at: int) -> bool:
    """Whether one or two names stand here; of more, the last may be a subject."""
    return not all(token.name for token in tokens[at : at + 3]) or at + 3 > len(tokens)


def _after_names(tokens: Tokens, at: int, whole: bool) -> int:
    """After the names that belong to a preposition: all when a subject follows, else the first only.

    ``whole``: they all belong to it.
    """
    stop = at
    while stop < len(tokens) and tokens[stop].name:
        stop += 1
    subject = stop < len(tokens) and "determiners" in tokens[stop].kinds
    if subject or whole or " ".join(each.low for each in tokens[at:stop]) in _AGENCIES:
        return stop
    given = given_names()
    if tokens[at].low in given:  # "le dijo a Ana Ejemplo que": she is told
        return stop
    medium = tokens[at].low in _AGENCIES or tokens[at].text.isupper()  # "declaró a Efe Ejemplo"
    person = next((n for n in range(at + 1, stop) if tokens[n].low in given), None)
    return at + 1 if medium else person or stop


def _adjective(tokens: Tokens, at: int) -> bool:
    token: Token = tokens[at]
    known = token.kinds & {"determiners", "prepositions", "ends"}
    return token.low.isalpha() and not token.name and not known and not tokens[at - 1].name
