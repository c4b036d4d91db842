"""Who performs a reporting verb: the subject before it, after it, or shared with another verb."""

from __future__ import annotations

from index.grammar.candidates import names_thing, of_people, plausible, speaks, subject_alone
from index.grammar.frames import DASHES, STOPS, Token, Tokens
from index.grammar.nouns import PRONOUNS, Phrase, adverb, is_clause_verb, owns, participle
from index.grammar.performers import shared
from index.grammar.reporting_words import Cue, Lexicon
from index.grammar.subjects import serves, subject_after, subject_before
from index.languages.en.titled import closing, sourced_after, titled_after
from index.languages.en.unspoken import unspoken
from index.languages.en.verbs import onward
from index.words import word_list

_TOLD = frozenset(
    {"tell", "ask", "warn", "remind", "inform", "advise", "write", "report", "announce"}
)  # whom, or what
_WOULD = frozenset({"will", "would", "could", "can", "might", "may"})
_ASKED = frozenset({"asked", "pressed", "questioned", "quizzed"})
_ONCE = word_list("grammar", "once_called")
_NAMING = word_list("grammar", "naming")
_INDEFINITE = word_list("grammar", "indefinite")
_TELLING = word_list("speech", "telling")
_BREAKS = DASHES | {",", "?", "!", "…", ":"}
_LISTING = word_list("grammar", "listing")
_READING = frozenset({"read", "recite"})
_VALUING = frozenset({"estimate", "value", "put", "assess", "calculate"})
_SHORT = 6  # words of a name with its titles
_CLAUSE = 3  # places of the shortest clause with its comma: "Nothing moved, | say"
_NO_PEOPLE = STOPS | {"and", "prepositions", "relatives", "that", "being", "auxiliaries", "finite"}


def subject(tokens: Tokens, at: int, cue: Cue, lex: Lexicon, earlier: Phrase | None) -> Phrase | None:
    """Return the subject of the cue at ``at``; ``earlier`` is the subject of the report before it."""
    if at and tokens[at - 1].text == "," and "say" in cue.patterns and sourced_after(tokens, at):
        return sourced_after(tokens, at)
    phrase = _found(tokens, at, cue, lex, earlier)
    if phrase is None:
        return None
    phrase = _letter_of(tokens, at, cue) or phrase
    phrase = _answering(tokens, _of_contact(tokens, subject_alone(tokens, phrase), at))
    if tokens[phrase.first].low in _LISTING and phrase.last > phrase.first:
        phrase = phrase._replace(first=phrase.first + 1)  # "including | Brown and Reed, who said"
    may = phrase.relative and tokens[phrase.first].low in _INDEFINITE and tokens[at - 1].low in _WOULD
    may = may or unspoken(tokens, at, phrase, cue)
    if may or not speaks(tokens, phrase) or _misread(tokens, at, phrase, cue):
        return None  # "a man who | will say whatever pleases"
    named = names_thing(cue, tokens, at)
    last = tokens[phrase.last]
    some = tokens[phrase.first].low in _INDEFINITE and not (last.name or of_people(last))
    # "a study Brown co-authored | called “The Pier”"
    done = phrase.last > phrase.first and participle(last) and tokens[phrase.last - 1].name
    if named and (done or (some and phrase.last + 1 == at)):
        return None  # "a campaign called Boats4All"
    if phrase.last > phrase.first and _foretells(last, lex):
        return None  # "a trend that the mill predicts | will continue “for years”"
    return None if (named or cue.lemma in lex.impersonal) and not plausible(tokens, phrase) else phrase


def _letter_of(tokens: Tokens, at: int, cue: Cue) -> Phrase | None:
    """Who wrote what is read out: "Ana read a letter from | the mayor: '...'"."""
    if cue.lemma not in _READING:
        return None
    text = next(
        (n for n in range(at + 1, min(len(tokens), at + _SHORT)) if "documents" in tokens[n].kinds), 0
    )
    by = text + 1 < len(tokens) and text > 0 and tokens[text + 1].low in ("from", "by")
    stop = text + 2
    while by and stop < len(tokens) and tokens[stop].name:
        stop += 1
    return Phrase(text + 2, stop - 1) if by and stop > text + 2 else None


def _foretells(token: Token, lex: Lexicon) -> bool:
    """Whether a phrase ends with a verb, whose subject it is."""
    cue = lex.cues.get(token.low) if not token.name else None
    return cue is not None and cue.form == "finite" and token.low not in lex.nouns


def _found(tokens: Tokens, at: int, cue: Cue, lex: Lexicon, earlier: Phrase | None) -> Phrase | None:
    """The phrase that stands where a subject does, before the verb or behind it."""
    inverted = _inverted(tokens, at, cue, lex)
    phrase = None
    closing = inverted is not None and _closes(tokens, at, inverted, cue)
    if inverted is None or not (closing or _beside_quote(tokens, at)):
        verb = onward(tokens, at, lex) if cue.form == "base" else None
        phrase = subject_before(tokens, at if verb is None else verb, lex, progressive=cue.form == "ing")
    if phrase is None or not speaks(tokens, phrase):
        phrase = inverted or _elliptic(tokens, at, lex, earlier)
    return phrase


def _misread(tokens: Tokens, at: int, phrase: Phrase, cue: Cue) -> bool:
    """Whether the verb is not this phrase's, or nothing is said by it."""
    valued = (
        cue.lemma in _VALUING and cue.form == "past" and at + 1 < len(tokens) and tokens[at + 1].low == "at"
    )
    if valued and not plausible(tokens, phrase):
        return True  # "a net loss estimated at 93 million"
    if not _agrees(tokens, at, phrase, cue) or _undone(tokens, at, phrase, cue):
        return True
    return _contact(tokens, at, phrase, cue) or _names_apart(tokens, at, cue)  # "The campaign, called X, is"


def _contact(tokens: Tokens, at: int, phrase: Phrase, cue: Cue) -> bool:
    """Whether a clause describes a thing without a "that": "— a plan | some lawmakers say is dead"."""
    if _thing_of(tokens, at, phrase, cue):
        return True
    one = tokens[phrase.first].low in _INDEFINITE and phrase.last + 1 == at and phrase.last - phrase.first > 1
    verb = at + 1 < len(tokens) and tokens[at + 1].kinds & {"being", "auxiliaries", "finite"}
    ruled = any("prepositions" in token.kinds for token in tokens[phrase.first : phrase.last])
    return bool(verb) and one and not ruled and cue.form == "base"


def _thing_of(tokens: Tokens, at: int, phrase: Phrase, cue: Cue) -> bool:
    """Whether a name before the verb is of who denies a thing: ", a prospect | Brown denied in May"."""
    noun = phrase.last
    while noun > 0 and tokens[noun].name:
        noun -= 1
    token, led = tokens[noun], tokens[noun - 1] if noun else tokens[0]
    thing = token.low.isalpha() and not (token.kinds or token.name or of_people(token))
    apart = noun > 1 and led.low in _INDEFINITE and "mark" in tokens[noun - 2].kinds
    apart = apart or (led.low == "the" and token.low.endswith("s") and _without_object(tokens, at))
    return phrase.last + 1 == at and noun < phrase.last and thing and apart and cue.form != "base"


def _without_object(tokens: Tokens, at: int) -> bool:
    """Whether nothing that is said follows a verb: "the films Brown suggests | to you"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or after.low == "to" or after.text in (",", ".", ";")


def _undone(tokens: Tokens, at: int, phrase: Phrase, cue: Cue) -> bool:
    """Whether a "not" before the verb beside it denies this one too: "did not go out | and tell them"."""
    joined = cue.form == "base" and at > 0 and "and" in tokens[at - 1].kinds and phrase.last < at
    between = tokens[phrase.last + 1 : at] if joined else []
    return any("negations" in token.kinds for token in between)


def _answering(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Leave out what somebody is asked, or speaks of: "Asked about the pier | Mr Brown said", "In response to
    the report | Brown said".
    """
    first = phrase.last
    while first > phrase.first and tokens[first - 1].name:
        first -= 1
    if first == phrase.first or not tokens[phrase.last].name:
        return phrase
    begin = first
    while begin > 0 and not tokens[begin - 1].kinds & STOPS:
        begin -= 1
    noun = tokens[first - 1]
    text = bool(noun.kinds & {"documents", "occasions"}) and not of_people(noun)
    aside = text and ("prepositions" in tokens[begin].kinds or "gerund" in tokens[begin].shapes)
    asked = tokens[phrase.first].low in _ASKED or (aside and phrase.first > begin)
    return Phrase(first, phrase.last, phrase.beside) if asked else phrase


def _names_apart(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether a participle behind the sentence's first comma gives the name of what stands before it."""
    commas = [n for n, token in enumerate(tokens[:at]) if token.text == ","]
    named = cue.lemma in _NAMING and cue.form == "past" and at + 1 < len(tokens) and tokens[at + 1].name
    then = named and at > 1 and tokens[at - 1].low in _ONCE and tokens[at - 2].text == ","
    if then and at + 2 < len(tokens) and tokens[at + 2].kinds & STOPS:
        return True  # "moved to the firm, then called Halcyon, in May"
    return bool(named) and commas == [at - 1] and not tokens[at - 2].name


# -- where the subject is not right before the verb -------------------------------------------


def _inverted(tokens: Tokens, at: int, cue: Cue, lex: Lexicon) -> Phrase | None:
    """The subject after the verb, where the order of words allows one."""
    if not _may_invert(tokens, at, cue) or cue.lemma in _TELLING:
        return None  # whoever stands behind "told" is told
    titled = titled_after(tokens, at, lex)
    if titled is not None and closing(tokens, titled) and speaks(tokens, titled):
        return titled
    phrase = subject_after(tokens, at, lex)
    if phrase is None or not speaks(tokens, phrase) or _goes_on(tokens, phrase):
        return None
    if _goes_on_behind(tokens, at, phrase):
        phrase = phrase._replace(beside=None)
    after = phrase.last + 1
    hearer = cue.lemma in _TOLD and after < len(tokens) and "that" in tokens[after].kinds
    return None if hearer else phrase  # "told the Gazette that"


def _of_contact(tokens: Tokens, phrase: Phrase, at: int) -> Phrase:
    """Leave out the thing of a clause without "that": "one of the jobs | Brown talks about"."""
    first = phrase.last
    while first > phrase.first and tokens[first - 1].name:
        first -= 1
    before = tokens[first - 1]
    things = (
        before.low.endswith("s") and len(before.low) > 3 and not (before.kinds or before.name or owns(before))
    )
    named = phrase.first < first and tokens[first].name
    apart = named and phrase.last < at and things and not of_people(before)
    return Phrase(first, phrase.last) if apart else phrase


def _closes(tokens: Tokens, at: int, phrase: Phrase, cue: Cue) -> bool:
    """Whether ", said the mayor" ends its sentence or its clause, so that nothing is left to be said."""
    if at == 0 or tokens[at - 1].text != ",":
        return False
    if cue.form == "base":
        return True  # read with people who end the sentence alone
    ended = phrase.last + 1 >= len(tokens) and cue.lemma in ("report", "write")  # "..., reports The Gazette."
    if cue.lemma in _TOLD and not ended:
        return False
    beside = phrase.beside is not None and tokens[phrase.beside[1]].name
    named = tokens[phrase.last].name and phrase.last - phrase.first < _SHORT
    return (named or beside) and (closing(tokens, phrase) or _goes_on_behind(tokens, at, phrase))


def _many_close(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether people end the sentence behind ", say": "The names are secret, say | lake officials"."""
    people = tokens[at + 1 :]
    if cue.lemma != "say" or cue.form != "base" or at < _CLAUSE or tokens[at - 1].text != ",":
        return False
    if not 0 < len(people) < _SHORT or not of_people(people[-1]) or not _is_plural(people[-1:]):
        return False
    plain = not any(token.quote or token.kinds & _NO_PEOPLE for token in people)
    return plain and any(is_clause_verb(token) and not token.name for token in tokens[: at - 1])


def _goes_on_behind(tokens: Tokens, at: int, phrase: Phrase) -> bool:
    """Whether the clause before the verb ends behind who says it: "The pier, said Ana Brown, | was safe".

    What is said begins before the comma, and has no verb there.
    """
    comma = phrase.last + 1
    if not at or tokens[at - 1].text != "," or comma >= len(tokens) or tokens[comma].text != ",":
        return False
    rest = tokens[comma + 1 :]
    after = next(
        (token for token in rest if not (adverb(token) or token.kinds & {"negations", "times"})), None
    )
    verb = after is not None and not after.name and is_clause_verb(after)
    return verb and not any(is_clause_verb(token) and not token.name for token in tokens[: at - 1])


def _may_invert(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether the subject may follow the verb: after a quotation, or after a clause and a comma."""
    if cue.form in ("base", "ing"):
        return _many_close(tokens, at, cue)
    back = at - 1
    if "say" not in cue.patterns:  # "'We will fight!' vowed the mayor"
        quote = tokens[back].quote if back >= 0 else None
        return quote is not None and quote.stopped and bool(cue.patterns & {"that", "quote", "pledge"})
    if back < 0 or tokens[back].quote:
        return True
    if tokens[back].text not in _BREAKS:
        return False
    if back == 1 and tokens[0].name and tokens[back].text == ",":
        return True  # "Brown, said Muster, is wrong"
    return back >= 2 or tokens[back - 1].quote is not None or bool(tokens[0].kinds & {"breaks", "sequels"})


def _goes_on(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a verb follows the phrase, which is then the subject of a clause: "said the plan was"."""
    first, nxt = tokens[phrase.first], phrase.last + 1
    if "that" in first.kinds or first.kinds & (PRONOUNS - {"first_person"}):
        return True
    if nxt >= len(tokens):
        return False
    verb = tokens[nxt].kinds & {"being", "auxiliaries", "finite", "negations"}
    return (
        bool(verb) or tokens[nxt].quote is not None or (tokens[nxt].low == "to" and not serves(tokens, nxt))
    )


def _beside_quote(tokens: Tokens, at: int) -> bool:
    """Whether a quotation stands right before the verb, a mark between them or not."""
    back = at - 1
    if back >= 0 and "mark" in tokens[back].kinds:
        back -= 1
    return back >= 0 and tokens[back].quote is not None


def _elliptic(tokens: Tokens, at: int, lex: Lexicon, earlier: Phrase | None) -> Phrase | None:
    """A verb without a subject beside it shares the one of the verb before."""
    back = at - 1
    while back > 0 and _only_adverb(tokens[back]):
        back -= 1  # "but now said"
    if at and ("sequels" in tokens[back].kinds or tokens[at - 1].text == ","):
        return shared(tokens, at, lex, earlier)
    return None


def _only_adverb(token: Token) -> bool:
    return ("adverbs" in token.kinds or adverb(token)) and "sequels" not in token.kinds


# -- number ---------------------------------------------------------------------------------


def _agrees(tokens: Tokens, at: int, phrase: Phrase, cue: Cue) -> bool:
    """Whether verb and subject agree in number: "a similar question" is no "they question"."""
    if phrase.first > at or cue.form not in ("base", "finite"):
        return True
    between = tokens[max(phrase.last, at - 5) : at]
    if cue.form == "base" and any("auxiliaries" in token.kinds or token.low == "to" for token in between):
        return True
    words = tokens[phrase.first : phrase.last + 1]
    if cue.form == "finite" and words[-1].name and any(word.text.isdigit() for word in words[-3:-1]):
        return False  # "the 32 US states that"
    plural = _is_plural(words)
    if cue.form == "base":
        return plural
    last = tokens[phrase.last]
    return not plural or last.name or "groups" in last.kinds


def _is_plural(words: list[Token]) -> bool:
    if any("and" in word.kinds for word in words):
        return True
    place = next((n for n, word in enumerate(words) if n and "prepositions" in word.kinds), len(words))
    head = words[place - 1]
    if place > 1 and words[0].low.endswith("s") and words[0].kinds & {"sourcing", "plurals"}:
        head = words[0]  # "sources close to the mayor"
    if head.kinds & {"groups", "plurals"}:
        return True
    return head.low.endswith("s") and not head.low.endswith(("ss", "us", "'s", "’s"))
