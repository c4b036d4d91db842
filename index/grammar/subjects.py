"""Finds the subject of a reporting verb: before it, after it, or at the head of its sentence."""

from __future__ import annotations

from index.grammar.adjuncts import adverbial, skip_back, skip_forward
from index.grammar.antecedents import antecedent, back_to
from index.grammar.candidates import of_people, unsaid
from index.grammar.frames import DASHES, STOPS, Token, Tokens
from index.grammar.joint_speakers import and_another, with_earlier
from index.grammar.main_clauses import of_main_clause
from index.grammar.nouns import (
    LONGEST,
    PRONOUNS,
    Phrase,
    in_name,
    is_clause_verb,
    is_title,
    may_start,
    owns,
    participle,
    phrase_ending,
)
from index.grammar.office_holders import unclosed_office
from index.grammar.openings import apposition_after, first_phrase
from index.grammar.owning_clauses import ends_relative, owning, ruled, whose_clause
from index.grammar.reporting_words import Lexicon
from index.text.people import people_words
from index.text.places import names_place
from index.words import word_list

_BY = word_list("grammar", "agent_links")
_BEFORE_BODY = word_list("grammar", "before_body")
_ISSUING = word_list("grammar", "issuing_verbs")
_TEXT = 5  # words from a text back to the verb of who gave it out
_CLAUSES = word_list("grammar", "clause_openers")
_WHO = word_list("grammar", "who")
_SUBJECT_RELATIVES = word_list("grammar", "subject_relatives") | word_list("grammar", "that_word")
_HANGING = word_list("grammar", "hanging")
_MADE = word_list("grammar", "made")
_NEAR = word_list("grammar", "near_links")
_NAME_LINKS = word_list("grammar", "name_links")
_THAT_WORD = word_list("grammar", "that_word")
_OPENERS = {")": "(", "]": "["} | {dash: dash for dash in DASHES}
_TIED = word_list("grammar", "tied")
_SUCH_AS = word_list("grammar", "such_as")
_POSTED = word_list("grammar", "posts")
_POST_REACH = 6  # words from a post to the "ante" of where it is held
_INFINITIVE_MARK = word_list("grammar", "infinitive_mark")
_SERVING = word_list("grammar", "serving")
_LISTING = word_list("grammar", "listing")
_LONGEST_BODY = 9  # words from "with" to the comma behind the body
_LONGEST_OFFICE = 5  # words
_LONGEST_NAME = 5  # places from the comma to the end of the name
_FARTHEST = 45  # words between a subject and the verb after its apposition


def subject_before(tokens: Tokens, verb: int, lex: Lexicon, progressive: bool = False) -> Phrase | None:
    """Return the subject that stands before the verb at ``verb``, or None.

    ``progressive``: "is", "are" may stand between them.
    """
    at, negated = skip_back(tokens, verb - 1, progressive)
    if at < 0 or "and" in tokens[at].kinds or (tokens[at].quote and not is_title(tokens, at)):
        return None
    token = tokens[at]
    if "relatives" in token.kinds:
        phrase = issuer(tokens, at, lex) or antecedent(tokens, at, lex)
    elif token.text == "," or token.text in _OPENERS:
        phrase = _across(tokens, at, lex) or _behind_stray_comma(tokens, at, verb, lex)
        phrase = _outside_whose(tokens, phrase, at, lex) if phrase else None
        if phrase and _told(tokens, phrase, lex):
            return subject_before(tokens, phrase.first - 1, lex)
    elif unclosed := unclosed_office(tokens, at, verb, lex):
        return unclosed
    else:
        phrase = phrase_ending(tokens, at, lex)
        if phrase is not None and "bare_clauses" in lex.traits:
            phrase = of_main_clause(tokens, phrase, lex)
    phrase = with_earlier(tokens, phrase) if phrase and not phrase.relative else phrase
    return phrase._replace(negated=True) if phrase and (negated or unsaid(tokens, phrase)) else phrase


def issuer(tokens: Tokens, relative: int, lex: Lexicon) -> Phrase | None:
    """Who gave out the text that a relative stands for: "Brown released a note on Monday | that said"."""
    text = relative - 1
    while text > 1 and "times" in tokens[text].kinds:
        text -= 1
    link = tokens[relative].low in _SUBJECT_RELATIVES and tokens[relative].low not in _WHO
    if not link or not tokens[text].kinds & {"documents", "occasions"} or tokens[text - 1].name:
        return None
    gave = text - 1
    while gave > max(0, text - _TEXT) and _describes(tokens[gave]):
        gave -= 1
    return subject_before(tokens, gave, lex) if gave and tokens[gave].low in _ISSUING else None


def _describes(token: Token) -> bool:
    """Whether a word may stand between "released" and "statement": "a brief"."""
    plain = token.low.isalpha() and not (token.kinds or token.name) and token.low not in _ISSUING
    return plain or "determiners" in token.kinds


def _outside_whose(tokens: Tokens, phrase: Phrase, at: int, lex: Lexicon) -> Phrase:
    """The bearer of the relative clause that a phrase stands in, up to the comma at ``at``: "Ana Ejemplo,
    whose father, the judge Gil Ejemplo, built the pier, said". Of "whose father, Gil Ejemplo, said" it is he.
    """
    comma, stop = whose_clause(tokens, at)
    if comma == 0 or stop >= at:
        return phrase
    behind = next(n for n in range(stop + 1, at + 1) if tokens[n].text == "," or n == at)
    if phrase.first > behind:
        return phrase  # "... built the pier, and the mayor, Gil Oso, said"
    last = back_to(tokens, at - 1, ",")
    if last <= stop or "determiners" in tokens[last + 1].kinds or tokens[last + 1].name:
        return Phrase(comma + 2 + ruled(tokens, comma + 1), stop - 1, (stop + 1, behind - 1))
    while _hangs_on(tokens, comma):
        comma = back_to(tokens, comma - 1, ",")
    return phrase_ending(tokens, comma - 1, lex) or phrase


def _behind_stray_comma(tokens: Tokens, at: int, verb: int, lex: Lexicon) -> Phrase | None:
    """Read "Ana Ejemplo, called the plan a “farce”"; not "Brown, said the mayor, was ill"."""
    cue = lex.cues.get(tokens[verb].low)
    names = all(token.name and "determiners" not in token.kinds for token in tokens[:at])
    return Phrase(0, at - 1) if at > 1 and names and cue and "say" not in cue.patterns else None


def _told(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether this is whom another told: "Brown told the Gazette, when asked, said the mine was shut"."""
    before = tokens[phrase.first - 1] if phrase.first > 1 else None
    told = before is not None and before.low in lex.cues and lex.cues[before.low].lemma == "tell"
    return told and before is not None and not before.name


def subject_after(tokens: Tokens, verb: int, lex: Lexicon, bare: bool = False) -> Phrase | None:
    """Return the subject that follows the verb at ``verb`` ("said the mayor"), or None.

    ``bare``: it may start with any noun or adjective ("according to federal statistics").
    """
    first = at = skip_forward(tokens, verb + 1, lex)
    while at < len(tokens) and at - first < LONGEST and not tokens[at].kinds & STOPS:
        described = bare and at > first and _described(tokens, at)
        named = tokens[at].name and tokens[at - 1].name  # "Edward Said"
        if "ends" in tokens[at].kinds and at > first and not (named or described or _binds(tokens, at)):
            break
        at += 1
    if at == first:
        return None
    plain = bare and tokens[first].low.isalpha() and "boundaries" not in tokens[first].kinds
    plain = plain or ("/" in tokens[first].text and tokens[at - 1].name)  # "said 9/11 widow Ana Ejemplo"
    if not plain and not may_start(tokens, first, lex):
        return None
    phrase = Phrase(first, at - 1, apposition_after(tokens, at))
    phrase = _with_others(tokens, phrase) if bare else phrase
    return _named_behind(tokens, phrase) if phrase.beside is None else and_another(tokens, phrase)


def _with_others(tokens: Tokens, phrase: Phrase) -> Phrase:
    """All of several sources, where letters in brackets stand behind the first: "according to the Red Star
    (RS), Halcyon Watch (HW) and the council, ...".
    """
    at = phrase.beside[1] + 1 if phrase.beside else len(tokens)
    letters = at + 2 < len(tokens) and tokens[at].text == ")" and tokens[at - 1].text.isupper()
    joint = next((n for n in range(at + 1, min(len(tokens), at + LONGEST)) if "and" in tokens[n].kinds), 0)
    stop = next((n for n in range(joint + 1, len(tokens)) if tokens[n].text in (",", ";", ":")), len(tokens))
    words = tokens[at + 1 : stop] if letters and joint else []
    listed = joint == at + 1 or any(word.text == "(" for word in words)
    if not words or not listed or stop - joint > LONGEST or joint + 1 == stop:
        return phrase
    if any(is_clause_verb(word) or word.quote for word in words):
        return phrase
    last = stop - 1
    return Phrase(phrase.first, last)


def _named_behind(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The phrase with the name behind what somebody belongs to: "an official with the Red Star, | Ana
    Ejemplo," and nothing but the name.
    """
    at = phrase.last + 1
    one = of_people(tokens[phrase.last]) and not (
        tokens[phrase.last].name or tokens[phrase.last].low.endswith("s")
    )
    if not one or at >= len(tokens) or "prepositions" not in tokens[at].kinds:
        return phrase
    comma = next((n for n in range(at, min(len(tokens), at + _LONGEST_BODY)) if tokens[n].kinds & STOPS), 0)
    stop = comma + 1
    while comma and stop < len(tokens) and tokens[stop].name and "times" not in tokens[stop].kinds:
        stop += 1
    closed = stop >= len(tokens) or tokens[stop].text in (",", ".", ";")
    whole = comma and tokens[comma].text == "," and 2 < stop - comma <= _LONGEST_NAME and closed
    return Phrase(phrase.first, comma - 1, (comma + 1, stop - 1)) if whole else phrase


def _across(tokens: Tokens, at: int, lex: Lexicon) -> Phrase | None:
    """Jump over the apposition that ends at ``at`` (a comma, bracket or dash) to its noun."""
    opener = _OPENERS.get(tokens[at].text)
    if opener is not None:
        return _across_marks(tokens, at, opener, lex)
    listed = _including(tokens, at)
    if listed:  # "Most papers, including the Gazette and the Leaf, said"
        phrase = phrase_ending(tokens, listed - 1, lex)
        return phrase._replace(beside=(listed + 1, at - 1)) if phrase else None
    place = back_to(tokens, at - 1, ",")
    if place > 0 and _another_office(tokens, place + 1, at):  # ", a fellow, and author of it,"
        place = back_to(tokens, place - 1, ",")
    if place <= 0 or _clause(tokens, place + 1):
        return None
    while not _held(tokens, place, at) and _hangs_on(tokens, place):
        place = back_to(tokens, place - 1, ",")
        if place <= 0 or at - place > _FARTHEST:
            return None
    phrase = _beside(tokens, at, place, lex)
    return _holder_of(tokens, phrase, at) if phrase is not None else None


def _held(tokens: Tokens, place: int, at: int) -> bool:
    """Whether an office with its article stands before the comma at ``place`` and who holds it behind, up to
    ``at``: "It opens in Ardale, | the minister, Ana Ejemplo, | said" is of no Ardale.
    """
    first = back_to(tokens, place - 1, ",") + 1
    whole = 1 < at - place - 1 < _LONGEST_NAME and all(token.name for token in tokens[place + 1 : at])
    if not whole or first <= 1 or "determiners" not in tokens[first].kinds:
        return False
    begin = max((n + 1 for n in range(first - 1) if tokens[n].kinds & STOPS), default=0)
    named = all(token.name for token in tokens[begin : first - 1])  # "Reed, a friend of the mayor, Roe, said"
    office = any(of_people(token) and not token.name for token in tokens[first + 1 : place])
    return office and not named and not names_place(" ".join(token.text for token in tokens[place + 1 : at]))


def _holder_of(tokens: Tokens, phrase: Phrase, at: int) -> Phrase:
    """Whom an office is of, where the phrase is only a place between commas: "the Ashton, Texas, mayor, | Ana
    Ejemplo, said".
    """
    comma = back_to(tokens, at - 1, ",")
    named = comma > phrase.last + 1 and all(token.name for token in tokens[comma + 1 : at])
    place = " ".join(token.text for token in tokens[phrase.first : phrase.last + 1])
    office = named and at - comma > 2 and of_people(tokens[comma - 1]) and names_place(place)
    return Phrase(comma + 1, at - 1) if office else phrase


def _beside(tokens: Tokens, at: int, place: int, lex: Lexicon) -> Phrase | None:
    """The noun before the comma at ``place``, beside which an apposition stands that ends at ``at``."""
    dated = _after_date(tokens, place - 1, lex)
    if dated is not None:
        return dated._replace(beside=(place + 1, at - 1))
    if not _named_clause(tokens, place) and adverbial(
        tokens, place - 1
    ):  # "In Lima, the mayor, said": a stray comma
        return phrase_ending(tokens, at - 1, lex) if may_start(tokens, place + 1, lex) else None
    phrase = phrase_ending(tokens, place - 1, lex)
    if phrase is not None and _placed(tokens, phrase):
        return first_phrase(tokens, phrase.first, lex)
    however = place + 2 == at and "adverbs" in tokens[place + 1].kinds
    return phrase._replace(beside=(place + 1, at - 1)) if phrase and not however else phrase


def _named_clause(tokens: Tokens, comma: int) -> bool:
    """Whether a clause begins with nothing but a name before this comma: "when Mr. Brown, | who"."""
    start = comma - 1
    while start > 0 and tokens[start].name:
        start -= 1
    return start < comma - 1 and tokens[start].low in _CLAUSES and comma + 1 < len(tokens)


def _placed(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a place ends a circumstance: "Ana Ejemplo, speaking in Ashton, Texas, with Brown, said"."""
    at = phrase.first
    behind = at > 2 and tokens[at - 1].text == "," and tokens[at - 2].name
    place = " ".join(token.text for token in tokens[at : phrase.last + 1])
    return behind and "prepositions" in tokens[at - 3].kinds and names_place(place)


def _across_marks(tokens: Tokens, at: int, opener: str, lex: Lexicon) -> Phrase | None:
    """Jump over what stands in brackets or between dashes."""
    place = back_to(tokens, at - 1, opener)
    if place <= 0:
        return None
    phrase = phrase_ending(tokens, place - 1, lex)
    if phrase is None:
        return _across(tokens, place - 1, lex) if tokens[place - 1].text == "," else None
    return _and_bracketed(tokens, phrase, lex)


def _and_bracketed(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> Phrase:
    """All of several with brackets behind each: "Ana Ejemplo (D-Aldea), Gil Oso (R-Valle) and | Luz Pino"."""
    at, joined = phrase.first - 1, False
    first = phrase.first
    while at > 1 and ("and" in tokens[at].kinds or (joined and tokens[at].text == ",")):
        joined = True
        at -= tokens[at - 1].text == ","
        open_ = back_to(tokens, at - 2, "(") if tokens[at - 1].text == ")" else 0
        other = phrase_ending(tokens, open_ - 1, lex) if open_ > 0 else None
        if other is None or not tokens[other.last].name:
            break
        first, at = other.first, other.first - 1
    return phrase if first == phrase.first else Phrase(first, phrase.last, phrase.beside)


def _after_date(tokens: Tokens, last: int, lex: Lexicon) -> Phrase | None:
    """What follows a day without a comma: "On January 29 | the Gazette, a daily paper, reported"."""
    start = last
    while start > 0 and not tokens[start - 1].kinds & STOPS:
        start -= 1
    at = start + 1
    if "prepositions" not in tokens[start].kinds or at > last or "times" not in tokens[at].kinds:
        return None
    while at <= last and ("times" in tokens[at].kinds or tokens[at].text.isdigit()):
        at += 1
    return Phrase(at, last) if at <= last and may_start(tokens, at, lex) else None


def _including(tokens: Tokens, at: int) -> int:
    """The comma before "including" or "such as" in the list that ends at ``at``, or 0."""
    for place in range(at - 1, max(0, at - _FARTHEST), -1):
        token = tokens[place]
        if token.quote or token.text == ";" or token.kinds & {"finite", "being", "auxiliaries"}:
            return 0
        if tokens[place - 1].text == "," and (
            token.low in _LISTING or f"{token.low} {tokens[place + 1].low}" in _SUCH_AS
        ):
            return place - 1
    return 0


def _another_office(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether "and" joins one more office to an apposition: no verb, no name at its head."""
    words = tokens[first:stop]
    verbs = {"finite", "being", "auxiliaries", "subjects"}
    joined = len(words) > 1 and "and" in words[0].kinds and not words[1].name
    return joined and not any(word.kinds & verbs or word.quote for word in words[1:])


def _clause(tokens: Tokens, first: int) -> bool:
    """Whether the words after a comma start with a verb or a new clause, as no apposition does."""
    token = tokens[first]
    if "relatives" in token.kinds and token.low not in _THAT_WORD:
        return False
    if "participial" in token.kinds and "gerund" in tokens[first + 1].shapes:
        return False  # "Brown, while saying it was late, wrote"
    if "determiners" in token.kinds and not tokens[first + 1].kinds & (STOPS | {"finite", "being"}):
        return False  # "Brown, her sister, said"
    return bool(token.kinds & ({"being", "auxiliaries", "and", "finite", "breaks", "that"} | PRONOUNS))


def _hangs_on(tokens: Tokens, comma: int) -> bool:
    """Whether the piece before this comma is itself an apposition: an age, "of Ashton", "the mayor"."""
    start = comma - 1
    while start >= 0 and not tokens[start].kinds & STOPS:
        start -= 1
    if start < 1 or tokens[start].text != "," or start + 1 == comma:
        return False
    head = tokens[start + 1]
    if head.text.isdigit() or head.low in _HANGING:
        return True
    if head.low in _NEAR and all(token.name for token in tokens[start + 2 : comma]) and start + 2 < comma:
        return True  # "Ana Ejemplo, a keeper of St. Ann Island, | in Verran, told"
    if ("relatives" in head.kinds and head.low not in _THAT_WORD) or owning(tokens, start + 1):
        return True
    if all(token.name for token in tokens[start + 1 : comma]) and ends_relative(tokens, start):
        return True
    short_name = (
        comma - start == 2 and head.name and len(head.text) <= 5 and tokens[start - 1].name
    )  # the state in "Ashton, Md.,"
    named = tokens[start - 1].name and not adverbial(tokens, start - 1)
    aged = tokens[start - 1].text.isdigit() and start > 3 and tokens[start - 3].name  # "Brown, 50, a doctor,"
    office = "determiners" in head.kinds or _office(tokens[start + 1 : comma])
    return short_name or (office and (named or aged))


def _office(words: Tokens) -> bool:
    """Whether words behind a name are an office without an article: "legal director at the Bread Centre"."""
    head = next((n for n, word in enumerate(words) if word.kinds & {"prepositions", "and"}), len(words))
    titles = people_words().titles  # "CEO of Halcyon"
    small = all(
        word.low.isalpha() and (not word.name or word.low in titles) and not word.kinds & STOPS
        for word in words[:head]
    )
    verbs = any(word.kinds & {"finite", "being", "auxiliaries", "subjects"} for word in words)
    return 0 < head <= _LONGEST_OFFICE and small and not verbs and of_people(words[head - 1])


def _described(tokens: Tokens, at: int) -> bool:
    """Whether this word tells by whom or when a document was made: "a memo seen by the Gazette"."""
    before = tokens[at - 1]
    made = participle(before) or before.low in _MADE
    by = "documents" in before.kinds and tokens[at].low in _BY and tokens[at + 1 : at + 2] != []
    return (made and "prepositions" in tokens[at].kinds) or by  # "a report by the Gazette"


def serves(tokens: Tokens, at: int) -> bool:
    """Whether "to" at this place tells whom somebody serves: "an adviser to the mayor"."""
    if tokens[at].low not in _INFINITIVE_MARK or tokens[at - 1].low not in _SERVING or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].name or "determiners" in tokens[at + 1].kinds


def _binds(tokens: Tokens, at: int) -> bool:
    """Whether this word links two parts of a name: "Department for Health", "a person familiar with it"."""
    if f"{tokens[at - 1].low} {tokens[at].low}" in _TIED or serves(tokens, at):
        return True
    if tokens[at].low in _BEFORE_BODY:  # "el embajador de Aldea ante la OEA"
        return any(token.low in _POSTED for token in tokens[max(0, at - _POST_REACH) : at])
    if owns(tokens[at - 1]) and tokens[at].low not in _NAME_LINKS:
        return True  # "said the Red Star's recently named head"
    follows = at + 1 < len(tokens) and tokens[at + 1].name
    if in_name(tokens, at):
        return True
    return tokens[at].low in _NAME_LINKS and tokens[at - 1].name and follows
