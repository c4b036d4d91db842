"""Names of bodies that a single capitalised word ends: "Ana's List", "Gull & Anchor", "el diario La Hoja"."""

from __future__ import annotations

import re

from index.grammar.roster import Roster
from index.text.names import Named
from index.words import alternatives, word_list

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
