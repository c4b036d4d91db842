"""Names of bodies that a single capitalised word ends: "Ana's List", "Gull & Anchor", "el diario La Hoja"."""

from __future__ import annotations

import re

from index.grammar.candidates import by_trade
from index.grammar.clause_rules import clause_rules
from index.grammar.reporting_words import Lexicon
from index.grammar.roster import Roster
from index.text.names import Named
from index.text.people import given_names, people_words
from index.words import alternatives, word_list

_FIRST_AND_LAST = 2  # words of a name whose first one is unknown
_DEFINITE_ALL = word_list("grammar", "definite_all")
_POSSESSIVE = re.compile(rf"(?:['’](?:{alternatives('grammar', 'behind_apostrophes')})|(?<=s)['’])$")


def ends_owned(before: str, named: Named, roster: Roster) -> bool:
    """Return whether a single word behind a possessor or "&" ends a body's name, nobody's surname."""
    if len(named.words) != 1 or named.titled or roster.surnamed(named.name) or not before[:1].isupper():
        return False
    return before.endswith("&") or (_POSSESSIVE.search(before) is not None and " " not in before)


def medium_article(before: str) -> str | None:
    """Return the article in capitals that begins a medium's name behind the word for what it is."""
    first, _, last = before.rpartition(" ")
    return last if first and last.istitle() and last.lower() in _DEFINITE_ALL else None


def names_body(word: str, lex: Lexicon) -> bool:
    """Return whether a body's name begins with this word: "Dirección General", "Procuraduría General"."""
    told = clause_rules(lex.language).begins_body
    return told(word) if told is not None else word.lower() in people_words().bodies


def given_at(words: tuple[str, ...]) -> int | None:
    """Return where the name begins in "Director Ana Ejemplo"; None where the words are no person's."""
    known = next((at for at, word in enumerate(words) if word.lower() in given_names()), None)
    if known is not None:
        return known
    trade = int(by_trade(words[0]))
    return trade if len(words) - trade == _FIRST_AND_LAST and not by_trade(words[-1]) else None
