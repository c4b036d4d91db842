"""The person at the end of a long office: "US Ambassador to Israel | Ana Ejemplo"."""

from __future__ import annotations

from itertools import pairwise

from index.grammar.candidates import of_people
from index.grammar.clause_rules import clause_rules
from index.grammar.frames import STOPS, Token, Tokens
from index.grammar.nouns import PRONOUNS, Phrase
from index.grammar.reporting_words import Lexicon
from index.text.names import Named, names_in
from index.text.people import given_names, people_words
from index.text.places import names_place
from index.words import word_list

_HEADS = word_list("grammar", "office_heads")
_LONGEST = 3  # words of the name
_SHORTEST = 2
_LONGEST_OFFICE = 12  # words: "head of the National Board of Ports and Schools of Fishing"
_NO_OFFICE = PRONOUNS | {"finite", "being", "auxiliaries", "relatives", "that", "negations"}
_COUNTRIES = word_list("names", "countries")
_MAKERS = word_list("grammar", "makers") - word_list("grammar", "office_heads")
_OF = word_list("grammar", "of_plain")
_ARTICLES = word_list("grammar", "articles_all") | word_list("grammar", "word_owners")
_DEPARTMENT_HEADS = word_list("grammar", "department_heads")
_DEPARTMENT_LINKS = word_list("grammar", "department_links")
_NAMED_AFTER = word_list("names", "named_after")
_GENITIVES = word_list("grammar", "genitives")
_IN = word_list("grammar", "near_links")
_SERVING = word_list("grammar", "serving")
_TO = word_list("grammar", "infinitive_mark")
_POSSESSOR = 2  # characters of "’s" after a name


def person_behind(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> Named | None:
    """Return the name that ends a phrase whose other words are what its bearer is, None where they may be
    what another is: "a spokesman for Speaker Ana Ejemplo", "la madre del candidato Gil Oso".
    """
    start = _first_of_name(tokens, phrase)
    if start is None or start <= phrase.first:
        return None
    before, last = tokens[phrase.first : start], tokens[start - 1]
    link = next((n for n, token in enumerate(before) if n and "prepositions" in token.kinds), None)
    made = link is not None and before[link - 1].low in _MAKERS  # "the author of The Long Pier"
    # "la enfermera del Hospital Ana Ejemplo", ...
    if last.low in _NAMED_AFTER or any(token.text == "," for token in before):
        return None  # "the chief of police, Ana Ejemplo, and the mayor Gil Oso"
    if made or last.kinds & {"prepositions", "determiners", "and"} or last.text == ",":
        return None
    if link is None:
        return _named(tokens, start, phrase.last) if over_several(before, lex) else None
    own, behind = before[:link], before[link:]
    if _office(last, lex):
        joined = any("and" in token.kinds for token in behind) and _office(own[-1], lex)
        body = own[-1].name and not _article(own[0]) and own[-1].low not in people_words().titles
        return _named(tokens, start, phrase.last) if joined or body else None
    held = any(_office(token, lex) for token in own) and not _kin(own[-1])
    # An office is of a place, whatever it is called: "Mayor of Ardale | Ana Ejemplo".
    sent = behind[0].low in _TO and own[-1].low in _SERVING  # "ambassador to Ardale | Ana Ejemplo"
    placed = sent or (behind[0].low in _OF and own[-1].low in people_words().titles)
    placed = placed and len(behind) == 2 and last.name
    placed = placed or (own[-1].low in _DEPARTMENT_HEADS and behind[-2].low in _DEPARTMENT_LINKS)
    return _named(tokens, start, phrase.last) if held and (placed or _field(tokens, start - 1)) else None


def over_several(words: list[Token], lex: Lexicon) -> bool:
    """Whether the words are one office over several things: "Trade and Industry Secretary"."""
    joint = next((n for n, word in enumerate(words) if n and "and" in word.kinds), len(words))
    if joint + 2 > len(words) or not _office(words[-1], lex):
        return False
    fields = people_words().portfolios
    return words[joint - 1].low in fields and all(word.name for word in words[joint + 1 : -1])


def _first_of_name(tokens: Tokens, phrase: Phrase) -> int | None:
    """Where the first name stands with which the phrase's last words begin, or None."""
    for at in range(phrase.last + 1 - _LONGEST, phrase.last + 2 - _SHORTEST):
        words = tokens[max(at, 0) : phrase.last + 1]
        names = at > phrase.first and all(each.name for each in words)
        # "Boat Farmers of Ardale president | Torvald Brown"
        behind_office = names and _title(tokens[at - 1])
        if names and (behind_office or words[0].low in given_names()):
            return at - (len(tokens[at - 1].text) == 1 and tokens[at - 1].name)  # "J. Ana Ejemplo"
    return None


def _article(token: Token) -> bool:
    """Whether a word before a body is no part of what somebody was there: "the", but not "former"."""
    return token.low in _ARTICLES


def _named(tokens: Tokens, start: int, last: int) -> Named:
    initial = len(tokens[start].text) == 1 and tokens[start + 1].start > tokens[start].end + 1
    words = (tokens[start].text + "." * initial, *(token.text for token in tokens[start + 1 : last + 1]))
    return Named(tokens[start].start, tokens[last].end, words, None, titled=True)


def _office(token: Token, lex: Lexicon) -> bool:
    """Whether a word tells what somebody is."""
    told = clause_rules(lex.language).names_office
    known = token.low in people_words().titles or token.low in _HEADS
    return known or (told([token.text]) if told is not None else not token.name and of_people(token))


def _title(token: Token) -> bool:
    """Whether a small word is an office, and not the Spanish "del" that looks like a delegate's."""
    plain = not (token.name or token.kinds & {"prepositions", "determiners"})
    return plain and token.low in people_words().titles


def _kin(token: Token) -> bool:
    lists = people_words()
    return token.low in lists.masculine_kin or token.low in lists.feminine_kin


def _field(tokens: Tokens, at: int) -> bool:
    """Whether the words up to ``at`` end what an office is of: a country, a body, "international affairs"."""
    token = tokens[at]
    lists = people_words()
    word = token.low.removesuffix("s")
    if {token.low, word} & (lists.bodies | lists.portfolios) or (
        token.text.isupper() and len(token.text) > 1
    ):
        return True
    if token.name:
        before = tokens[at - 1]
        pair = before.name and before.low not in given_names() and before.low not in lists.titles
        return pair or names_place(token.text)
    return "determiners" not in tokens[at - 1].kinds and "prepositions" not in tokens[at - 1].kinds


def unclosed_office(tokens: Tokens, at: int, verb: int, lex: Lexicon) -> Phrase | None:
    """Return whoever is named before an office up to the verb: "Ana Ejemplo, harbour spokeswoman | said"."""
    reach = range(at, max(1, at - _LONGEST_OFFICE), -1)
    comma = next((n for n in reach if tokens[n].kinds & STOPS), at)
    insert = verb + 1 >= len(tokens) or tokens[verb + 1].text == ","  # "Ana Ejemplo, police said, was ill"
    first, words = comma, tokens[comma + 1 : at + 1]
    while first > 0 and tokens[first - 1].name:
        first -= 1
    opens = first == 0 or bool(tokens[first - 1].kinds & (STOPS | {"breaks"}))
    whole = tokens[comma].text == "," and comma - first >= _SHORTEST and opens and not insert
    pairs = pairwise(tokens[comma : at + 1])
    led = [one for one, two in pairs if "determiners" in two.kinds]
    ruled_only = all("prepositions" in one.kinds for one in led)  # "Chair of the Harbour Board"
    if not (whole and words and ruled_only) or any(word.kinds & _NO_OFFICE for word in words):
        return None
    told = clause_rules(lex.language).names_office
    ruled = next((n for n, word in enumerate(words) if n and "prepositions" in word.kinds), len(words))
    head = words[ruled - 1]
    one = not (head.kinds & {"groups", "plurals"} or head.low.endswith("s"))
    office = told([word.text for word in words]) if told else one and _office(head, lex)
    named = words[-1].low in given_names() or tokens[comma - 1].low in people_words().bodies
    return Phrase(first, comma - 1, (comma + 1, at)) if office and not named else None


def more_offices(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether what stands beside an office are more things that it is over, and no name."""
    first, last = phrase.beside or (0, 0)
    words = tokens[first : last + 1]
    ruled = any(token.low in _GENITIVES for token in tokens[phrase.first : phrase.last])
    office = any(token.low in people_words().titles for token in tokens[phrase.first : phrase.first + 2])
    names = all(token.name or "and" in token.kinds for token in words)
    joined = any("and" in token.kinds for token in words) and tokens[phrase.last].name
    given = given_names()
    return (
        office
        and ruled
        and names
        and joined
        and not any(t.low in given for t in [tokens[phrase.last], *words])
    )


def office_over_list(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase is one office over several things: "la ministra de Obras, Puertos y Pesca"."""
    words = tokens[phrase.first : phrase.last + 1]
    ruled = next((at for at, token in enumerate(words) if token.low in _GENITIVES), 0)
    over = words[ruled + 1 :]
    office = any(token.low in people_words().titles for token in words[:ruled])
    listed = all(token.name or token.text == "," or "and" in token.kinds for token in over)
    return office and listed and any(token.text == "," for token in over)


def held_by(text: str, tokens: Tokens, phrase: Phrase, head: Token, lex: Lexicon) -> Named | None:
    """The full name at the end of an office with its field: "Minister of Health Ana Ejemplo"."""
    start, last = tokens[phrase.first].start, tokens[phrase.last]
    told = clause_rules(lex.language).names_office
    # Not "the government of President Brown"; in Spanish whatever names an office or a trade.
    office = head.low in people_words().titles or (told is not None and told([head.text]))
    office = (office or head.low in _HEADS) and head.low not in _MAKERS
    behind = _behind_field(text, tokens, phrase) if office and told is None else None
    if behind is not None:
        return behind
    named = name_at_end(text, start, last.end) if office and last.name else None
    if named is None or len(named.words) < 2:
        return None
    before = [token for token in tokens[phrase.first : phrase.last] if token.start < named.start]
    links = [
        two.low
        for one, two in pairwise(before)
        if "prepositions" in two.kinds and not (one.name and two.low in _IN)  # "de Vecinos en Acción"
    ]
    if set(links) - word_list("grammar", "of_plain") or not before or "prepositions" in before[-1].kinds:
        return None  # "a spokeswoman for Ana Ejemplo", "the mother of Ana Ejemplo"
    if len(before) > 1 and "determiners" in before[-2].kinds and told is not None and told([before[-1].text]):
        return None  # "el abogado de la jueza Ana Ejemplo"
    field = before[-1].low in people_words().portfolios or before[-1].low in _COUNTRIES
    field = field or (named.titled and before[-1].name)  # "Secretary of State Ana Ejemplo"
    return named if field or named.words[0].lower() in given_names() else None


def _behind_field(text: str, tokens: Tokens, phrase: Phrase) -> Named | None:
    """The two last words of an office behind its field: "head of Harbour Security | Ana Ejemplo"."""
    lists = people_words()
    names = [token for token in tokens[phrase.first : phrase.last + 1] if token.name][-3:]
    if len(names) < 3 or text[names[0].start : names[2].end].split() != [each.text for each in names]:
        return None
    field, *own = names
    if field.low not in lists.bodies | lists.portfolios or any(each.low in lists.bodies for each in own):
        return None
    return Named(own[0].start, own[1].end, (own[0].text, own[1].text), None, titled=True)


def name_at_end(text: str, start: int, end: int) -> Named | None:
    """Return the name with which these characters end."""
    names = names_in(text, start, end)
    return names[-1] if names and names[-1].end >= end - _POSSESSOR else None
