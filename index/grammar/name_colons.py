"""Who is named right before a colon: "Ana Brown:", "Ana Brown, the mayor:", "Ana Ejemplo (abogada):"."""

from __future__ import annotations

from index.grammar.candidates import of_people
from index.grammar.clause_rules import clause_rules
from index.grammar.frames import Tokens
from index.grammar.nouns import Phrase
from index.grammar.reporting_words import Lexicon
from index.text.people import given_names, people_words

_LONGEST_NAME = 4  # words; longer runs of capitals are headlines
_MOST = 6  # words that describe the bearer


def named_before(tokens: Tokens, colon: int, lex: Lexicon) -> Phrase | None:
    """Read "Ana Brown:", "Ana Brown, the mayor:", "Ana Brown (by email):" at the head of a sentence."""
    if colon < 1 or tokens[colon].text != ":":
        return None
    lists = people_words()
    first = next((n for n in range(colon) if tokens[n].low not in lists.titles), colon)
    last = first
    while last + 1 < colon and tokens[last + 1].name:
        last += 1
    after = tokens[last + 1 : colon]
    whole = 0 < last - first < _LONGEST_NAME and (not after or after[0].text in (",", "("))
    if not whole or (
        tokens[first].low not in given_names() and not _described(tokens[first : last + 1], after, lex)
    ):
        return None
    verb = any("finite" in token.kinds or "being" in token.kinds for token in after)
    beside = (last + 2, colon - 1) if len(after) > 1 and after[0].text == "," else None
    return None if verb or len(after) > _MOST else Phrase(0, last, beside)


def _described(name: Tokens, after: Tokens, lex: Lexicon) -> bool:
    """Whether words behind a name tell what a person does: "Ejemplo Muestra, defence lawyer:"."""
    head = next((n for n, token in enumerate(after) if n and "prepositions" in token.kinds), len(after))
    head -= bool(after) and after[-1].text == ")" and head == len(after)
    told = clause_rules(lex.language).names_office
    words = [token.text for token in after[1:head]]
    person = told(words) if told and words else head > 1 and of_people(after[head - 1])
    person = person and not after[head - 1].name
    return person and not any(token.kinds or token.low in people_words().bodies for token in name)
