"""Who is told, and where what is told begins behind them: "told the Gazette | they saw it"."""

from __future__ import annotations

from index.grammar.candidates import of_people
from index.grammar.clause_ends import verb_within
from index.grammar.frames import STOPS, Token, Tokens
from index.words import word_list

_AGENCIES = word_list("names", "agencies")
_ARTICLES = word_list("grammar", "articles")
_CONDITIONS = word_list("grammar", "conditions")
_DAY_LINKS = word_list("grammar", "day_links")
_NOTHING = word_list("grammar", "no_subjects")
_OBJECTS = word_list("grammar", "object_pronouns")
_OF = word_list("grammar", "of_plain")
_STATIONS = word_list("grammar", "station_words")
_CLAUSE_VERB = 11  # words from the start of a bare clause to its verb
_HEARER = 7  # words of whoever is told
_LONGEST_AGENCY = 4  # words


def unnamed(tokens: Tokens, nxt: int) -> bool:
    """Whether the condition follows on which somebody spoke: "told AP on condition of anonymity as"."""
    near = tokens[nxt + 1 : nxt + _HEARER]
    ruled = next((n for n, token in enumerate(near) if token.low in _DAY_LINKS), len(near))
    return any(token.low in _CONDITIONS for token in near[ruled + 1 : ruled + 3])


def after_hearer(tokens: Tokens, nxt: int) -> int | None:
    """Where the clause begins behind whoever is told: "told the Gazette | they saw it"."""
    if tokens[nxt].low in _OBJECTS and not tokens[nxt + 1].kinds & {"prepositions", "that", "mark"}:
        return nxt + 1  # "told him | parts of the boat lay there"
    first = nxt + (tokens[nxt].low in _ARTICLES)
    agency = _agency(tokens, first)
    if first < agency < len(tokens) - 2 and tokens[agency].name:
        return agency  # "told Reuters | Halcyon would sell"
    for at in range(nxt, min(len(tokens) - 2, nxt + _HEARER)):
        hearer = tokens[nxt:at]  # "told reporters | the bridge was safe", "told Radio Aldea | the bridge"
        if at > nxt and tokens[at].low in _NOTHING:
            return at  # "told lawmakers | nothing was lost"
        if "subjects" in tokens[at].kinds or (hearer and _behind_hearer(hearer, tokens[at])):
            return at if at > nxt and verb_within(tokens[at + 1 : at + _CLAUSE_VERB]) else None
        if tokens[at].kinds & (STOPS | {"boundaries", "being", "finite"}):
            return None
    return None


def _agency(tokens: Tokens, nxt: int) -> int:
    """The place behind the name of a news agency at ``nxt``, or ``nxt``."""
    for stop in range(min(len(tokens), nxt + _LONGEST_AGENCY), nxt, -1):
        if " ".join(token.low for token in tokens[nxt:stop]) in _AGENCIES:
            return stop
    return nxt


def _behind_hearer(hearer: Tokens, token: Token) -> bool:
    """Whether a clause begins with this word behind a whole hearer: "the court | the case", "XYZ | Brown"."""
    first, last = hearer[0], hearer[-1]
    if token.name:
        station = first.name and first.text.isupper() and all(each.low in _STATIONS for each in hearer[1:])
        return station and not (token.text.isupper() or token.low in _STATIONS)
    if "determiners" in first.kinds:
        heard = len(hearer) > 1 and "prepositions" not in last.kinds
    else:
        heard = all(each.name or each.low in _OF for each in hearer) or (first is last and of_people(first))
    return heard and "determiners" in token.kinds
