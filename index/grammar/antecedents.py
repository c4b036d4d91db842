"""What "who", "which" and "that" stand for: "Ana Ejemplo, a teacher who has accused the mayor, said"."""

from __future__ import annotations

from index.grammar.candidates import of_people, plausible
from index.grammar.frames import STOPS, Token, Tokens
from index.grammar.nouns import PERSONAL, Phrase, participle, phrase_ending
from index.grammar.openings import first_phrase
from index.grammar.report_rules import report_rules
from index.grammar.reporting_words import Lexicon
from index.words import word_list

_LONGEST_STATE = 5  # letters
_OF_WORD = word_list("grammar", "of_plain")
_QUE = word_list("grammar", "que")
_SUBJECT_RELATIVES = word_list("grammar", "subject_relatives")
_THAT_WORD = word_list("grammar", "that_word")
_WHO = word_list("grammar", "who")
_SOME = word_list("grammar", "indefinite") | word_list("grammar", "one")
# Before "que" these let it open what is said or a circumstance: "de que", "ya que", "más que".
_NO_NOUN = STOPS | {"prepositions", "adverbs", "boundaries", "determiners", "that", "breaks", "times"}


def antecedent(tokens: Tokens, relative: int, lex: Lexicon) -> Phrase | None:
    """What "who", "which" or "that" stands for: the phrase right before it."""
    before = relative - 1
    if before < 0:
        return None
    comma = tokens[before].text == ","
    low = tokens[relative].low
    if low in _QUE or (low in _THAT_WORD and (comma or not _noun(tokens, before, lex))):
        return None  # Spanish "que" mostly describes ("la ley que exige"), it seldom reports
    if comma and low not in _WHO and _told_before(tokens, before - 1):
        return None  # "A peace movement arose, which condemned the war"
    before = _before_asides(tokens, before, low) if comma else before
    phrase = phrase_ending(tokens, before - comma, lex) if before - comma >= 0 else None
    named = _bearer_of(tokens, phrase, before, comma=comma) if low in _WHO else None
    phrase = named or phrase
    if low in _WHO and not comma:
        phrase = _right_before(tokens, phrase, before, lex)
    if phrase is None or named is not None:
        return named and named._replace(relative=True)
    if low in _WHO or (comma and low in _SUBJECT_RELATIVES):
        phrase = _person_in(tokens, phrase, last=low in _WHO)
    if low in _WHO and comma:
        phrase = _somebody(tokens, phrase, relative, lex)
    return phrase._replace(relative=True)


def _before_asides(tokens: Tokens, before: int, low: str) -> int:
    """The comma behind the noun a relative stands for, asides between them left out."""
    if _state(tokens, before - 1):
        before -= 2  # "Ana Ejemplo of Ashton, Md., who said"
    if _set_against(tokens, before):  # "it was Ana Ejemplo, not the mayor, who said"
        before = back_to(tokens, before - 1, ",")
    if low in _WHO and _office_beside(tokens, before):  # "Ana Ejemplo, now the mayor, who said"
        before = back_to(tokens, before - 1, ",")
    return before


def _somebody(tokens: Tokens, phrase: Phrase, relative: int, lex: Lexicon) -> Phrase:
    """The subject of the main clause, where a thing stands before "who": "Brown was in the mill, who"."""
    if tokens[phrase.last].name or plausible(tokens, phrase):
        return phrase
    main = first_phrase(tokens, relative, lex)
    return main if main is not None and plausible(tokens, main) else phrase


def describes(tokens: Tokens, subject: Phrase, lex: Lexicon) -> bool:
    """Whether a subject's clause only describes what stands before it: "a plan | that critics call a farce",
    "los datos | que la junta publicó"; not what somebody says: "dijo que la junta publicó".
    """
    at = subject.first - 1
    if at < 2 or subject.relative or subject.dropped or report_rules(lex.language).left_out is None:
        return False
    before = tokens[at - 1]
    noun = before.low.isalpha() and not before.kinds & _NO_NOUN and before.low not in lex.cues
    if tokens[at].low not in _QUE or not noun or lex.verb_shaped(before.low):
        return False
    saying = (n for n in range(at) if tokens[n].low in lex.cues and "say" in lex.cues[tokens[n].low].patterns)
    told = max((n for n in saying if not tokens[n].name), default=-1)
    return told < 0 or any(
        token.low in _QUE for token in tokens[told:at]
    )  # "dijo a la prensa | que la junta"


def _state(tokens: Tokens, at: int) -> bool:
    """Whether a short name tells in what state the town before it lies."""
    apart = at > 1 and tokens[at].name and tokens[at - 1].text == "," and tokens[at - 2].name
    return apart and len(tokens[at].text) <= _LONGEST_STATE


def _told_before(tokens: Tokens, last: int) -> bool:
    """Whether a verb ends the main clause before a comma: "A peace movement | developed, which"."""
    return last > 1 and participle(tokens[last]) and not tokens[last - 1].kinds & {"and", "determiners"}


def _set_against(tokens: Tokens, comma: int) -> bool:
    """Whether the piece before this comma says who it is not: ", not the mayor,", ", and not the mayor,"."""
    start = back_to(tokens, comma - 1, ",")
    return start > 0 and any("negations" in token.kinds for token in tokens[start + 1 : start + 3])


def _bearer_of(tokens: Tokens, phrase: Phrase | None, before: int, *, comma: bool) -> Phrase | None:
    """The full name that "who" stands for behind no noun phrase, or behind what describes its bearer."""
    if phrase is None:
        return _full_name(tokens, before - 1) if comma else None  # "with help from Ana Ejemplo, who"
    if comma or phrase.first < 3 or tokens[phrase.first - 1].text != ",":
        return None
    named = _full_name(tokens, phrase.first - 2) if "determiners" in tokens[phrase.first].kinds else None
    return named._replace(beside=(phrase.first, phrase.last)) if named else None  # "Ana Ejemplo, a cook who"


def _right_before(tokens: Tokens, phrase: Phrase | None, before: int, lex: Lexicon) -> Phrase | None:
    """What a "who" without a comma stands for, where the phrase before it holds more, or says who it is."""
    if phrase is None or _runs_over(tokens, phrase):
        phrase = _people_before(tokens, before) or phrase
    return phrase and (_who_is_it(tokens, phrase, lex) or phrase)


def _runs_over(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase holds the verb of which "who" is told: "He met | bakers who", "backed by | us who"."""
    words = tokens[phrase.first : phrase.last]
    tied = any("prepositions" in word.kinds and word.low not in _OF_WORD for word in words)
    given = tokens[phrase.first].kinds & PERSONAL and tokens[phrase.first + 1].low in _SOME
    if tied and (given or not plausible(tokens, phrase)):
        return True  # "made her a saint for | the old farmers who"
    return any(
        (word.kinds & {"finite", "being", "auxiliaries"} or participle(word)) and not word.name
        for word in words
    )


def _people_before(tokens: Tokens, last: int) -> Phrase | None:
    """The people right before "who", with what describes them: "by | the old farmers who"."""
    if tokens[last].name or not of_people(tokens[last]):
        return None
    first = last
    while first > 0 and (tokens[first - 1].name or _plain(tokens[first - 1])):
        first -= 1
    before = tokens[first - 1] if first else tokens[0]
    if before.kinds & {"and", "mark"}:
        return None  # "a liar, a cheat and thief who"
    if first and "determiners" in before.kinds:
        return Phrase(first - 1, last)
    return Phrase(first if first and "prepositions" in before.kinds else last, last)


def _plain(token: Token) -> bool:
    return token.low.isalpha() and not token.kinds and not participle(token)


def _who_is_it(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> Phrase | None:
    """Whom a sentence says to be somebody: "Ana Ejemplo is | a woman who says", "she was | one who said"."""
    at = phrase.first - 1
    if at < 1 or "being" not in tokens[at].kinds or tokens[phrase.first].low not in _SOME:
        return None
    found = phrase_ending(tokens, at - 1, lex)
    person = found and (tokens[found.last].name or tokens[found.last].kinds & PERSONAL)
    return found if person else None


def _full_name(tokens: Tokens, last: int) -> Phrase | None:
    """The name of two words or more that ends at ``last``: "with help from Ana Ejemplo, who said"."""
    first = last
    while first > 0 and tokens[first - 1].name and not tokens[first - 1].kinds & STOPS:
        first -= 1
    return Phrase(first, last) if first < last and tokens[last].name else None


def _office_beside(tokens: Tokens, comma: int) -> bool:
    """Whether the piece before this comma words the office of the person named before it."""
    start = back_to(tokens, comma - 1, ",")
    if start < 2 or not tokens[start - 1].name:
        return False
    piece = tokens[start + 1 : comma]
    head = piece[1] if len(piece) > 1 and "adverbs" in piece[0].kinds else piece[0]
    verb = any(token.kinds & {"auxiliaries", "being"} for token in piece)
    return "determiners" in head.kinds and not verb


def _held_person(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """Of "police checked with authorities in Ashton, who" the last people behind a past verb."""
    for at in range(phrase.last - 1, phrase.first, -1):
        if "prepositions" in tokens[at].kinds and participle(tokens[at - 1]):
            inner = phrase._replace(first=at + 1)
            return inner if plausible(tokens, inner) and not tokens[at + 1].name else None
    return None


def _person_in(tokens: Tokens, phrase: Phrase, last: bool) -> Phrase:
    """Of "the rise of Ana Ejemplo, who" the name, when what stands before it is no person."""
    held = _held_person(tokens, phrase)
    if held is not None:
        return held
    if not tokens[phrase.last].name or plausible(tokens, phrase):
        people = phrase.last > phrase.first + 1 and last and not plausible(tokens, phrase)
        of = tokens[phrase.last - 1].low in _OF_WORD and of_people(tokens[phrase.last])
        return phrase._replace(first=phrase.last) if people and of else phrase  # "the number of | riders who"
    inner = [n for n in range(phrase.first, phrase.last) if "prepositions" in tokens[n].kinds]
    if last and len(inner) > 1 and inner[-1] + 1 == phrase.last:
        whence = phrase._replace(first=inner[-2] + 1)  # "with help from a man from Ashton, who"
        if plausible(tokens, whence):
            return whence
    return phrase._replace(first=inner[-1 if last else 0] + 1) if inner else phrase


def _noun(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    token = tokens[at]
    return not token.kinds & STOPS and token.low not in lex.cues and token.low[:1].isalpha()


def back_to(tokens: Tokens, at: int, mark: str) -> int:
    """The place of the nearest ``mark`` to the left, not beyond a quotation or a semicolon, or -1."""
    while at >= 0 and tokens[at].text != mark:
        if tokens[at].quote or tokens[at].text == ";":
            return -1
        at -= 1
    return at
