"""From a noun phrase to a speaker: name, role as worded, mention as it stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.grammar.candidates import of_people
from index.grammar.clause_rules import clause_rules
from index.grammar.frames import STOPS, Token, Tokens
from index.grammar.named_bodies import ends_owned, given_at, medium_article, names_body
from index.grammar.nouns import Phrase, adverb, in_name, owns
from index.grammar.office_holders import (
    held_by,
    more_offices,
    name_at_end,
    office_over_list,
    over_several,
    person_behind,
)
from index.grammar.reporting_words import Lexicon
from index.grammar.roster import Roster
from index.grammar.worded_roles import belongs, first_name, is_role, role_in, sole_name
from index.text.letters import CAPITAL, CAPITALS
from index.text.names import Named
from index.text.normal import collapse
from index.text.people import gender_of_role, given_names, people_words
from index.text.places import names_place
from index.words import alternatives, word_list

_ADJECTIVAL = word_list("grammar", "adjectival")
_COMO = word_list("grammar", "como")
_NAMED_SO = word_list("grammar", "articles_in_names")
_FORCES = word_list("grammar", "forces")
_DEFINITE_ALL = word_list("grammar", "definite_all")
_TO = word_list("grammar", "infinitive_mark")
_GENITIVES = word_list("grammar", "genitives")
_IN_WORD = word_list("grammar", "in_word")
_LONGEST_ROLE = 14  # words
OF = re.compile(f" (?:{alternatives('speech', 'of_plain')}) ")  # behind the noun of a phrase
_POSSESSIVE = re.compile(rf"(?:['’](?:{alternatives('grammar', 'behind_apostrophes')})|(?<=s)['’])$")
_ARTICLE = re.compile(rf"^(?:{alternatives('grammar', 'articles_all')})\s+", re.IGNORECASE)
_THE = re.compile(rf"^(?:{alternatives('grammar', 'definite_all')})\s+", re.IGNORECASE)
_WORD = rf"[^\W\d_{CAPITALS}][^\s’']*"
_DESCRIBED_BODY = re.compile(
    rf"(?i:{alternatives('speech', 'definite_articles')}) "
    rf"(?P<what>{_WORD}(?: {_WORD}){{0,2}}) (?P<name>{CAPITAL}\S.*)$"
)
_NUMBERED = re.compile(rf"{CAPITAL}{{2,}} ?\d+$")  # a station: "XYZ 4 | New Ardale"
_INITIALS = re.compile(rf"\b(?:{CAPITAL}\.)+{CAPITAL}$")
_NAMED_AS = re.compile(
    rf"(?:{alternatives('grammar', 'named_as')}) (?P<name>{CAPITAL}[\w.’'-]+(?: {CAPITAL}[\w.’'-]+){{0,3}})"
)
_OF_WHERE = re.compile(
    rf"(?:{alternatives('grammar', 'origins')}) (?:(?:{alternatives('grammar', 'definite_all')}) )?[^\W\d_]"
)
# Before a bare name they make it a noun: "one Quaker", "many Democrats".
_SOMEBODY = word_list("grammar", "indefinite_persons")
_SOMEBODY |= word_list("grammar", "several_persons")
_POSSESSOR = 2  # characters of "’s" after a name
_AGE = re.compile(r", \d{1,3},(?= )")
_BRACKETED = re.compile(r" \([^()]*\)?$")
_BRACKETS = re.compile(r" \([^()]*[-–,][^()]*\)")  # "Ana Ejemplo (D-Aldea) and Gil Oso", not "(UEW)"
_LISTED = re.compile(
    rf"(?:{alternatives('grammar', 'listed_behind')}) (?:(?:{alternatives('grammar', 'definite')}) )?"
    r"(?P<names>[^\W\d_a-zà-ÿ].*)$"
)
_APART = frozenset({"times", "occasions", "documents"})
_OWN = word_list("grammar", "no_roles")
_ORIGINS = word_list("grammar", "origins")
_HEADS = word_list("grammar", "office_heads")
_CLOSING = word_list("grammar", "closing_offices")
_HIMSELF = word_list("grammar", "himself")
_HERSELF = word_list("grammar", "herself")
_COUNTRIES = word_list("names", "countries")
_PARTICLES = word_list("grammar", "name_particles")
_LANDS = word_list("grammar", "lands_in_capitals")
_CONTRACTED = word_list("grammar", "contracted")
_CONTRACTED_ARTICLE = word_list("grammar", "contracted_article")
_IN_BODY_NAME = word_list("grammar", "in_body_name")
_CALLED_BODIES = word_list("grammar", "called_bodies")
_OWNING_PEOPLE = word_list("grammar", "owning_people")
_COURTESY = word_list("grammar", "courtesy_titles")
_NAME_TITLES = word_list("grammar", "name_titles")
_HOUSEHOLDS = word_list("grammar", "households")
_PARTY_MEMBERS = word_list("grammar", "party_members")
_THE_SEVERAL = word_list("grammar", "the_several")
_AFTER_SUBJECT = STOPS | {"adverbs", "sequels", "perfect", "auxiliaries", "prepositions"}
_GENDERS = (("masculine", "m"), ("feminine", "f"), ("plural", "p"), ("neuter", "n"))


class Speaker(NamedTuple):
    """Who speaks, as far as the text tells."""

    name: str | None  # resolved; None for a pronoun that was not resolved
    mention: str
    role: str | None = None
    # "m", "f"; for pronouns also "p" (they) and "n" (it), for a subject left out "ds" or "dp"
    gender: str | None = None
    kind: str = "name"  # "name", "noun", "pronoun", "several"


def speaker_of(text: str, tokens: Tokens, phrase: Phrase, lex: Lexicon, roster: Roster) -> Speaker:
    """Read the speaker from the phrase; a pronoun comes back without a name."""
    first, last = tokens[phrase.first], tokens[phrase.last]
    words = _POSSESSIVE.sub("", collapse(text[first.start : last.end]))
    if _INITIALS.search(words) and text[last.end : last.end + 1] == ".":
        words += "."  # "the U.S."
    beside = _beside_text(text, tokens, phrase)
    if beside and more_offices(tokens, phrase):  # "ministra de Trabajo, Puertos y Aguas"
        return Speaker(f"{words}, {beside}", words, gender=gender_of_role(words), kind="noun")
    told = _pronoun(phrase, words, lex) or _household(words, tokens, phrase)
    one = beside and (office_over_list(tokens, phrase) or _two_offices(tokens, phrase, lex))
    if told is None and not one:
        told = _several(words, beside, tokens[phrase.first : phrase.last + 1], lex)
    told = told or _called_so(words, beside, lex, roster)
    told = told or (None if beside else _told_alone(words, tokens, phrase, lex))
    if told is not None:
        return told
    mention = f"{words}, {beside}" if beside and belongs(beside, lex) else words
    if any(tokens[at].low in _TO and in_name(tokens, at) for at in range(phrase.first + 1, phrase.last)):
        return Speaker(roster.resolve(_ARTICLE.sub("", words)), mention)  # "the Committee to Save the Pier"
    head = tokens[_head(tokens, phrase)]
    people = _people(tokens, phrase, roster)
    office = head.low in people_words().titles or _office_told(tokens, phrase)
    holder = sole_name(beside) if beside and (office or head.name) else None
    if holder is not None and not office and not _holds(holder, words):
        holder = None
    named = (
        None
        if people or holder
        else person_behind(tokens, phrase, lex)
        or _at_head(text, tokens, phrase, head)
        or _at_owner(text, tokens, phrase, roster)
        or held_by(text, tokens, phrase, head, lex)
    )
    if named is not None:
        return _person(text, tokens, phrase, named, mention, beside, lex, roster)
    person = holder or (sole_name(beside) if beside and not head.name else None)
    relative = head.low in people_words().masculine_kin or head.low in people_words().feminine_kin
    if person is None and beside and (relative or _one_person(head, lex)):
        person = first_name(beside, sure=relative)
    if person is not None:  # "The mayor, Ana Ejemplo, said"
        gender = person.gender or roster.gender(person.name)
        return Speaker(roster.resolve(person.name, person.gender), mention, role_in(words, lex), gender)
    return _nameless(words, beside, mention, tokens, phrase, lex, roster, people=people)


def _called_so(words: str, beside: str | None, lex: Lexicon, roster: Roster) -> Speaker | None:
    """Who is described, his name told beside it: "One of the boys, identified as Tarek, said"."""
    called = _NAMED_AS.fullmatch(beside) if beside and words[-1:].islower() else None
    if called is None:
        return None
    name = roster.resolve(called["name"])
    return Speaker(name, f"{words}, {beside}", role_in(words, lex), gender_of_role(words))


def _told_alone(words: str, tokens: Tokens, phrase: Phrase, lex: Lexicon) -> Speaker | None:
    """Who is told by an office, a party or a firm's name in the genitive, and nothing beside it."""
    found = _member(words, tokens, phrase) or _office_alone(words, tokens, phrase)
    shop = found is None and phrase.first == phrase.last and _shop(tokens, phrase.last, lex)
    return Speaker(tokens[phrase.last].text, words) if shop else found


def _shop(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether a name in the genitive is a firm's and owns nothing here: "Ejemplo's also announced"."""
    after = tokens[at + 1 : at + 2]
    verb = all(token.kinds & _AFTER_SUBJECT for token in after)
    verb = verb or (after[0].low in lex.cues and after[0].low not in lex.nouns)
    return tokens[at].name and owns(tokens[at]) and verb


def _household(words: str, tokens: Tokens, phrase: Phrase) -> Speaker | None:
    """All who bear a name: "la familia Muestra", "los hermanos Muestra", "los Muestra"."""
    first, last = phrase.first, phrase.last
    noun = first + ("determiners" in tokens[first].kinds)
    called = noun < last and tokens[noun].low in _HOUSEHOLDS and tokens[noun + 1].name
    many = tokens[first].low in _THE_SEVERAL and first + 1 == last and tokens[last].text.istitle()
    many = many and not (tokens[last].low.endswith("s") or tokens[last].low in people_words().bodies)
    return Speaker(words, words, kind="noun") if called or many else None


def _at_head(text: str, tokens: Tokens, phrase: Phrase, head: Token) -> Named | None:
    """The name that ends at the head of a phrase, an office being none: "Ardale Secretary | of State"; nor
    who heads a body that is called by him: "el Gobierno de | Ana Ejemplo".
    """
    named = name_at_end(text, tokens[phrase.first].start, head.end)
    before = [each for each in tokens[phrase.first : phrase.last] if named and each.start < named.start]
    of = len(before) > 1 and before[-1].low in _GENITIVES and before[-2].name
    if of and before[-2].low not in people_words().titles and len(named.words if named else ()) > 1:
        return None
    office = head is not tokens[phrase.last] and head.low in people_words().titles
    return None if named and office and len(named.words) > 1 else named


def _at_owner(text: str, tokens: Tokens, phrase: Phrase, roster: Roster) -> Named | None:
    """The name of somebody told in full elsewhere, behind whose he is: "Bank of Ardale's | Luz Ejemplo"."""
    owner = next((n for n in range(phrase.last - 1, phrase.first, -1) if owns(tokens[n])), None)
    named = name_at_end(text, tokens[owner + 1].start, tokens[phrase.last].end) if owner else None
    return named if named and roster.resolve(named.name) != named.name else None


def _one_person(head: Token, lex: Lexicon) -> bool:
    """Whether a noun tells what one person is: "neighbour", "cura"."""
    told = clause_rules(lex.language).names_office
    known = told([head.text]) if told is not None else of_people(head)
    return known and not (head.name or head.low.endswith("s") or head.kinds & {"groups", "plurals"})


def _office_told(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether two words are an office and what kind of one: "El Presidente Municipal"."""
    first = phrase.first + ("determiners" in tokens[phrase.first].kinds)
    words = tokens[first : phrase.last + 1]
    return len(words) == 2 and words[0].low in people_words().titles and words[1].low not in given_names()


def _member(words: str, tokens: Tokens, phrase: Phrase) -> Speaker | None:
    """Somebody told only by his party, and whence he is: "the Ohio Democrat"."""
    first, last = tokens[phrase.first], tokens[phrase.last]
    party = last.low in _PARTY_MEMBERS and first.low in _DEFINITE_ALL and last.name
    whence = all(token.name or token.low in _ADJECTIVAL for token in tokens[phrase.first + 1 : phrase.last])
    article, _, rest = words.partition(" ")
    low = f"{article.lower()} {rest}"
    return Speaker(low, low, kind="noun") if party and whence else None


def _office_alone(words: str, tokens: Tokens, phrase: Phrase) -> Speaker | None:
    """An office in capitals, no name behind it: "El Presidente", "the Chief of Staff"."""
    first, last = phrase.first, phrase.last
    if first == last or "determiners" not in tokens[first].kinds or not tokens[first + 1].name:
        return None
    head, after = tokens[first + 1], tokens[first + 2 : first + 3]
    office = head.low in people_words().titles | _HEADS and head.low not in _LANDS  # "the US"
    office = office and not (after and last > first + 1 and "prepositions" not in after[0].kinds)
    closing = last > first + 1 and tokens[last].low in _CLOSING
    closing = closing and all(token.name for token in tokens[first + 1 : last + 1])
    if not office and not closing:
        return None
    if any(token.low in given_names() for token in tokens[first + 2 : last + 1]):
        return None  # "el Presidente de Aldea Ana Ejemplo"
    article, _, rest = words.partition(" ")
    if not office:  # "the Prime Minister", "the Harbour Commission Chair"
        return Speaker(f"{article.lower()} {rest}", words, gender=gender_of_role(words), kind="noun")
    noun = head.text if head.text.isupper() else head.low  # "el CEO"
    low = f"{article.lower()} {noun}{rest[len(head.text) :]}"
    return Speaker(low, words, gender=gender_of_role(low), kind="noun")


def _nameless(
    words: str,
    beside: str | None,
    mention: str,
    tokens: Tokens,
    phrase: Phrase,
    lex: Lexicon,
    roster: Roster,
    *,
    people: bool,
) -> Speaker:
    """A phrase without a person's name: a body, one that is described, somebody known by what he is."""
    at = _head(tokens, phrase)
    head = tokens[at]
    named = _named_body(tokens, phrase) or _named_alone(tokens, phrase, lex)
    if beside and not head.name and named and not names_place(beside):
        # "The ship's insurers, Reef & Tide Club, said"
        return Speaker(roster.resolve(_ARTICLE.sub("", beside)), mention, role_in(words, lex))
    if head.name and not people:
        return _body(words, mention, lex, roster, _by_self(tokens, phrase.last + 1), inside=phrase.first > 0)
    contracted = phrase.first and tokens[phrase.first - 1].low in _CONTRACTED
    if contracted and "determiners" not in tokens[phrase.first].kinds:  # "en opinión del | obispo"
        words = " ".join([*_CONTRACTED_ARTICLE, words])
        mention = words
    if people and " " in words and "sourcing" in tokens[phrase.first].kinds:
        words = words[:1].lower() + words[1:]  # "Sources in the Ministry" have no name
    return Speaker(words, mention, gender=gender_of_role(words), kind="noun")


def _named_body(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether what stands beside a phrase is a body's name: words with capitals, one of them a body's."""
    words = tokens[phrase.beside[0] : phrase.beside[1] + 1] if phrase.beside else []
    plain = all(word.name or word.text == "&" for word in words)
    known = any(word.low in people_words().bodies or word.text.isupper() for word in words)
    return plain and known and of_people(tokens[phrase.last])


def _named_alone(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether one word beside "the operator" is its name: "the operator, Halcyon, said"."""
    first, last = phrase.beside or (0, 1)
    name, one = tokens[first], tokens[phrase.first].low in _DEFINITE_ALL and of_people(tokens[phrase.last])
    many = tokens[phrase.last].low.endswith("s") or "times" in lex.kinds.get(name.low, ())
    return first == last and name.name and name.text[:1].isupper() and one and not many


def _holds(holder: Named, words: str) -> bool:
    """Whether a person stands beside a body that ends his office: "... of the White House, Ana Ejemplo,"."""
    given = holder.words[0].lower().split("-", 1)[0]  # "Ana-Luz Ejemplo"
    return given in given_names() and not any(
        word[:1].isupper() and word.lower() in given_names() for word in words.split()
    )


def _several(words: str, beside: str | None, tokens: Tokens, lex: Lexicon) -> Speaker | None:
    """Several speakers, or a medium by the title of its name."""
    medium = tokens[-1].quote is not None and "media_in_quotes" in lex.traits  # 'el canal televisivo "Ocho"'
    medium = medium and not (beside and sole_name(beside))  # 'la autora de "Muelle", Ana Ejemplo, dijo'
    if medium or _coordinated(tokens, lex):
        small = "sourcing" in tokens[0].kinds  # "Witnesses, cooks and neighbours"
        name = words[:1].lower() + words[1:] if small else _BRACKETS.sub("", words)
        return Speaker(_AGE.sub("", name), words, kind="noun" if medium else "several")
    head = next((n for n, word in enumerate(tokens) if n and "prepositions" in word.kinds), len(tokens)) - 1
    many = tokens[head].low.endswith("s") or bool(tokens[head].kinds & {"groups", "plurals", "pronominal"})
    listed = _LISTED.match(beside) if beside and many else None
    if beside and many and _names_joined(beside, lex):  # "The owners, Ana Ejemplo and Gil Oso, ..."
        return Speaker(beside, f"{words}, {beside}", kind="several")
    if listed:  # "Most papers, including the Gazette and the Leaf, ..."
        return Speaker(listed["names"], f"{words}, {beside}", kind="several")
    return None


def _names_joined(words: str, lex: Lexicon) -> bool:
    """Whether words are two whole names and the "and" between them: "Ana Ejemplo and Gil Oso of Aldea"."""
    each = words.split()
    joint = [n for n, word in enumerate(each) if "and" in lex.kinds.get(word, ())]
    if len(joint) != 1:
        return False
    names = (each[: joint[0]], each[joint[0] + 1 :])
    links = _ORIGINS | _PARTICLES
    return all(
        len(name) > 1
        and all(word[:1].isupper() for word in name[:2])
        and all(word[:1].isupper() or word in links for word in name)
        for name in names
    )


def _pronoun(phrase: Phrase, words: str, lex: Lexicon) -> Speaker | None:
    """The speaker that a pronoun, or a subject left out, stands for: without a name so far."""
    if phrase.unread:
        return Speaker(None, "", kind="noun")
    if phrase.dropped:
        return Speaker(None, "", None, "dp" if phrase.several else "ds", "pronoun")
    alone = phrase.first == phrase.last and not (words.isupper() and len(words) > 1)  # "SHE" is a body
    kinds = lex.kinds.get(words.lower(), frozenset()) if alone else frozenset()
    gender = next((gender for kind, gender in _GENDERS if kind in kinds), None)
    return Speaker(None, words, None, gender, "pronoun") if gender else None


def _body(
    words: str, mention: str, lex: Lexicon, roster: Roster, gender: str | None = None, *, inside: bool = False
) -> Speaker:
    """A name that is no person's, without its article; small words between the two describe it."""
    described = _DESCRIBED_BODY.match(words)  # "the nonpartisan Budget Office"
    whole = described is not None and described["what"].split()[-1].lower() in _IN_BODY_NAME
    if described and not whole and described["what"].split()[-1].lower() not in lex.kinds:
        return Speaker(roster.resolve(described["name"]), mention, role_in(described["what"], lex))
    if words.split(maxsplit=1)[0].istitle() and words.split(maxsplit=1)[0].lower() in _NAMED_SO and inside:
        return Speaker(roster.resolve(words), mention)  # "según informó El Sol"
    bare = _ARTICLE.sub("", words)
    if " " not in bare:
        bare = _THE.sub("", words)  # "the Gazette" is the Gazette, "a Quaker" is somebody
    return Speaker(roster.resolve(bare, gender), mention)


def _coordinated(words: list[Token], lex: Lexicon) -> bool:
    """Whether "and" joins two speakers, and not two nouns of one office or body."""
    for at in range(1, len(words) - 1):
        if words[at].low in _COMO:  # "Tanto el alcalde como la ministra"
            return True
        if "and" in words[at].kinds and _one_holder(words, at, lex):
            return False
        named = words[at - 1].name or words[at - 1].text == ")"
        if "and" in words[at].kinds and named and words[at + 1].low in _DEFINITE_ALL:
            return True  # "the Centers for Ports and Boats (CPB) and the harbour master"
        if "and" in words[at].kinds:
            ruled = any("prepositions" in word.kinds and word.low not in _IN_WORD for word in words[:at])
            listed = words[at + 1].name and "," in (word.text for word in words)
            if (
                not ruled
                or _person_named(words, at + 1)
                or (listed and (words[at - 1].name or words[at - 1].text == ","))
            ):
                return True
    return False


def _person_named(words: list[Token], at: int) -> bool:
    """Whether a person begins here, by name or title: "the mayor of Ardale and | Senator Ana Ejemplo".

    Who stands in one row with another is one too: "Sens. Ana Ejemplo of Aldea and | Ruvel Muestra of Valle".
    """
    titles = people_words().titles
    titled = words[at].low in titles and at + 1 < len(words) and words[at + 1].name
    stop = next((n for n in range(at, len(words)) if not words[n].name), len(words))
    from_there = stop < len(words) and words[stop].low in _ORIGINS
    many = any(
        word.name and word.low.rstrip(".")[:-1] in titles for word in words[:at] if word.low.endswith("s")
    )
    in_row = stop - at > 1 and (from_there or many) and words[1].name
    return words[at].name and (words[at].low in given_names() or titled or in_row)


def _one_holder(words: list[Token], at: int, lex: Lexicon) -> bool:
    """Whether "and" joins two offices of one person: "contributor and monetary historian Ana Ejemplo"."""
    left, right = words[at - 1], words[at + 1]
    named = next((n for n, word in enumerate(words) if n > at and word.low in given_names()), len(words))
    if over_several(words[:named] if named < len(words) else words[:-1], lex):
        return True
    apart = "determiners" in right.kinds and right.low not in _ADJECTIVAL
    titles = people_words().titles
    courtesy = {word.low.rstrip(".") for word in (words[max(0, at - 2)], right)} & _COURTESY
    offices = left.low in titles and right.low in titles and left.name == right.name and not courtesy
    if offices and words[-1].name and "determiners" not in words[0].kinds:
        return True  # "HBC President and CEO Ana Ejemplo"
    small = not (left.name or right.name or apart)
    one = of_people(left) and not (left.name or left.low.endswith("s") or left.kinds & {"groups", "plurals"})
    if one and not apart and words[-1].name and of_people(_before_name(words)):
        return True  # "study co-author and University of Ardale doctor Ana Ejemplo"
    told = clause_rules(lex.language).names_office
    if told is not None and small and words[-1].name and told([left.text]) and told([right.text]):
        return True  # "la escritora y periodista feminista Ana Ejemplo"
    return small and words[-1].name and of_people(left) and of_people(_before_name(words))


def _two_offices(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether one article stands before two offices joined by "and": "el presidente y director de Aldea"."""
    told, words = clause_rules(lex.language).names_office, tokens[phrase.first : phrase.last + 1]
    at = next((n for n in range(2, len(words) - 1) if "and" in words[n].kinds), 0)
    if told is None or not at or words[0].low not in _DEFINITE_ALL or words[0].low.endswith("s"):
        return False
    small = not (words[at + 1].name or "determiners" in words[at + 1].kinds)
    return small and told([words[1].text]) and told([words[at + 1].text])


def _before_name(words: list[Token]) -> Token:
    """The last small word before the names that end a phrase."""
    at = len(words) - 1
    while at > 0 and words[at].name:
        at -= 1
    return words[at]


def _head(tokens: Tokens, phrase: Phrase) -> int:
    """The last word before the phrase's first preposition or participle, or its last word."""
    for at in range(phrase.first + 1, phrase.last + 1):
        token = tokens[at]
        if _does(tokens, at, phrase):
            return at - 1
        if token.kinds & {"prepositions", "relatives"} or token.text in ("(", ","):
            if in_name(tokens, at):
                continue  # "the Committee to Save the Pier"
            titled = tokens[at - 1].low in people_words().titles
            particle = token.low in _GENITIVES and tokens[at - 1].name and not titled
            if (
                particle
                and at < phrase.last
                and (tokens[at + 1].name or "determiners" in tokens[at + 1].kinds)
                and not _whence(tokens, at, phrase)
            ):
                continue
            return at - 1
    return phrase.last


def _does(tokens: Tokens, at: int, phrase: Phrase) -> bool:
    """Whether a noun's participle with its object stands there: "the ferrymen | suing Ana Ejemplo"."""
    verb, before = tokens[at], tokens[at - 1]
    if "gerund" not in verb.shapes or verb.name or verb.kinds or at >= phrase.last:
        return False
    object_follows = tokens[at + 1].name or "determiners" in tokens[at + 1].kinds
    return object_follows and of_people(before) and not before.name


def _whence(tokens: Tokens, at: int, phrase: Phrase) -> bool:
    """Whether "de" after a full name tells whence somebody is, and is no part of it: "de la OMS"."""
    if at - 2 < phrase.first or not tokens[at - 2].name:
        return False
    after = at + 1
    while after < phrase.last and "determiners" in tokens[after].kinds and not tokens[after].name:
        after += 1
    token = tokens[after]
    shouted = token.text.isupper() and len(token.text) > 1
    return shouted or not token.name or token.low in people_words().bodies


def _people(tokens: Tokens, phrase: Phrase, roster: Roster) -> bool:
    """Whether a phrase at the head of a sentence is of people who have no name: "Lawyers for the marchers".

    The capital tells nothing there. When, and in what, somebody speaks is no part of what they are:
    "Residents in recent days said", "Walters in a letter said", "Walters for her part said".
    """
    first, rest = tokens[phrase.first], tokens[phrase.first + 1 : phrase.last + 1]
    opens = phrase.first == 0 or bool(tokens[phrase.first - 1].kinds & {"mark", "quotation"})
    if opens and not rest and first.kinds & {"groups", "sourcing"}:
        return True  # "Police said", whatever force is named elsewhere
    if not (rest and opens and first.text[:1].isupper() and "prepositions" in rest[0].kinds):
        return False
    plural = first.low.endswith(("s", "men")) or bool(first.kinds & {"plurals", "groups"})
    if not (plural and of_people(first)) or first.text in roster.inside or roster.surnamed(first.low):
        return False
    apart = frozenset() if rest[0].low in _TO else _APART  # "Challengers to the order" are so called
    return not any(token.kinds & apart or token.low in _OWN for token in rest)


def _by_self(tokens: Tokens, at: int) -> str | None:
    """The gender that "himself" or "herself" at ``at`` tells: "Brown himself" is not Ana Brown."""
    low = tokens[at].low if at < len(tokens) else ""
    return "m" if low in _HIMSELF else "f" if low in _HERSELF else None


def _person(
    text: str,
    tokens: Tokens,
    phrase: Phrase,
    named: Named,
    mention: str,
    beside: str | None,
    lex: Lexicon,
    roster: Roster,
) -> Speaker:
    """A phrase that ends with a name: the words before it, or the apposition, give the role."""
    start, end = tokens[phrase.first].start, tokens[phrase.last].end
    before, after = collapse(text[start : named.start]), collapse(text[named.end : end])
    glued = after[:1].isalpha() and tokens[phrase.last].name
    dotted = named.start > start and text[named.start - 1] == "."  # "Congreso de EE.UU."
    lone = len(named.words) == 1 and not named.titled
    if dotted or _NUMBERED.search(before) or (glued and (lone or names_body(named.words[0], lex))):
        return Speaker(roster.resolve(_ARTICLE.sub("", collapse(text[start:end]))), mention)  # "Center for X"
    if len(named.words) == 1 and before.lower() in _SOMEBODY:
        return Speaker(collapse(text[start : named.end]), mention, kind="noun")  # "one Quaker" is no name
    named = named._replace(gender=named.gender or _by_self(tokens, phrase.last + 1))
    body = _body_named(text, start, named, lex, roster, inside=phrase.first > 0)
    body = body or _owned(text, start, named, roster)
    if body is not None:
        return body._replace(mention=mention)
    name = roster.resolve_titled(before.rpartition(" ")[2], named.name, named.gender)
    article = lone and before.lower() in _DEFINITE_ALL and name.split(maxsplit=1)[0].lower() in given_names()
    if article and f"{before} {named.name}".lower() not in name.lower():
        name = named.name  # "The Hill" is not Ana Hill, but "De la Torre" is Ana de la Torre
    if before.lower() in _PARTICLES and before[:1].isupper():
        whole = collapse(text[start : named.end])  # "De la Torre"
        known = [each for each in roster.full if each.lower().endswith(f" {whole.lower()}")]
        return Speaker(known[0] if len(known) == 1 else whole, mention)
    plain = before.rstrip(".").lower()
    if name == named.name and len(named.words) == 1 and plain in _COURTESY | _NAME_TITLES:
        name = collapse(text[start : named.end])  # "Mr. Brown", "Lord Brown" is all the text tells
    untold = plain in _COURTESY or plain in _NAME_TITLES or plain in people_words().capitalised
    untold = untold or before == named.name  # a caption and its sentence, glued
    role = None if untold else role_in(before, lex)
    pieces = beside.split(", ") if beside else [""]
    office = pieces[pieces[0].isdigit() and len(pieces) > 1]  # "Ana Ejemplo, 50, a doctor"
    if role is None and office and is_role(office, lex) and sole_name(office) is None:
        role = role_in(office, lex)
    person = named.gender is not None or named.titled or name != named.name
    if _OF_WHERE.match(after) and len(named.words) == 1 and not person:  # "Results of the tests"
        return Speaker(collapse(text[start:end]), mention, kind="noun")
    person = person or len(named.words) > 1
    if role is None and person and _OF_WHERE.match(after) and len(after.split()) <= _LONGEST_ROLE:
        role = after  # "Mr. Brown of the Songbird Club"
    told = gender_of_role(before) or gender_of_role(office)
    return Speaker(name, mention, role, told or named.gender or roster.gender(name))


def _owned(text: str, start: int, named: Named, roster: Roster) -> Speaker | None:
    """Who stands behind an owner: "ACME's Director Ana Ejemplo" has an office, "The Gazette's Fact Desk"
    is a body.
    """
    before = collapse(text[start : named.start])
    known = roster.resolve_titled(before.rpartition(" ")[2], named.name, named.gender) != named.name
    if known or len(named.words) == 1 or not _POSSESSIVE.search(before):
        return None
    whole = _ARTICLE.sub("", collapse(text[start : named.end]))
    given = given_at(named.words)
    people = _POSSESSIVE.sub("", before).lower() in _OWNING_PEOPLE  # "Children's Harbour Fund"
    if given is None or people:
        return Speaker(whole, "")
    name = " ".join(named.words[given:])
    role = _POSSESSIVE.sub("", whole.removesuffix(name).strip())
    gender = named.gender or roster.gender(name)
    return Speaker(name if given else roster.resolve(name, gender), "", role, gender)


def _known_person(name: str) -> bool:
    """Whether a full name begins with a known first name: of "Ana Ejemplo" is "Police Ejemplo" told."""
    return name.split(maxsplit=1)[0].lower() in given_names()


def _body_named(
    text: str, start: int, named: Named, lex: Lexicon, roster: Roster, *, inside: bool
) -> Speaker | None:
    """The body whose name a single capitalised word ends: "Ana's List", "el diario La Hoja", "El Sol"."""
    before = collapse(text[start : named.start])
    titled = inside and len(named.words) == 1 and before.istitle() and before.lower() in _NAMED_SO
    called = _ARTICLE.sub("", before)
    if called and called != before and called.split()[0] in _CALLED_BODIES:
        return Speaker(f"{called} {named.name}", "")  # "el colectivo popular Cerro Alto"
    force = len(named.words) == 1 and before.istitle() and before.lower() in _FORCES  # "Police Aldea"
    force = force and not any(map(_known_person, roster.by_surname.get(named.words[0].lower(), ())))
    if titled or force or ends_owned(before, named, roster):
        return Speaker(collapse(text[start : named.end]), "")
    medium = medium_article(before)
    if medium is None:
        return None
    name = collapse(text[named.start - len(medium) - 1 : named.end])
    return Speaker(name, "", role_in(before[: -len(medium)].strip(), lex))


def _beside_text(text: str, tokens: Tokens, phrase: Phrase) -> str | None:
    if phrase.beside is None:
        return None
    first, last = phrase.beside
    if first > last:
        return None
    if adverb(tokens[first]) and (
        last < first + 2 or tokens[first + 1].kinds & {"prepositions", "boundaries"}
    ):
        return None  # "dijo Ana Ejemplo, visiblemente conmovida"; "newly elected mayor" is one
    beside = collapse(text[tokens[first].start : tokens[last].end])
    bare = _BRACKETED.sub("", beside)  # "el alcalde, Ana Ejemplo (PRU), dijo"
    return bare if bare and sole_name(bare) else beside
