"""Whether a reporting word is a verb that somebody performs, and who does, as far as languages agree."""

from __future__ import annotations

from index.grammar.antecedents import antecedent
from index.grammar.candidates import plausible, speaks
from index.grammar.frames import STOPS, Token, Tokens
from index.grammar.nouns import PRONOUNS, Phrase, is_clause_verb
from index.grammar.openings import first_phrase
from index.grammar.report_rules import ReportRules
from index.grammar.reporting_words import Cue, Lexicon
from index.grammar.subjects import subject_after, subject_before
from index.text.people import given_names, people_words
from index.words import word_list

_FOOTAGE = word_list("grammar", "footage")
_NEAR = word_list("grammar", "near_links")
_OF = word_list("grammar", "of_plain")
_HERE = word_list("grammar", "showing")
_INFINITIVE_MARK = word_list("grammar", "infinitive_mark")
_TEXT_LINKS = word_list("grammar", "text_links")
_WHO = word_list("grammar", "who")
_SPENDING = word_list("grammar", "spending")
_SUBJECTS = PRONOUNS - {"neuter"}
_AFTER = word_list("grammar", "fronting")
_CLAUSES = word_list("grammar", "clause_openers")
_SENT = 5  # words from a letter to whom it is sent
_SPENT = 9  # words from "spent" to the name
_OFFICE = 6  # words of an office between "to" and the name
_TEXT = 6  # words of a text with its article: "a strongly worded joint resolution"
_DEED = 6  # words of ", a rather late choice that"
_COMMA_REACH = 30  # words of a participle at the head of a sentence, up to its comma


def is_verb(tokens: Tokens, at: int, cue: Cue, lex: Lexicon, rules: ReportRules) -> bool:
    """Whether the cue at ``at`` is an active verb of its sentence."""
    if at and tokens[at].name:
        return False
    particle = lex.particles.get(cue.lemma)
    if particle and (at + 1 >= len(tokens) or tokens[at + 1].low != particle):
        return False
    if at == 0 or tokens[at - 1].quote:  # not "Preguntado por ..., la alcaldesa dijo"
        return at > 0 or cue.form != "past" or "participles_open" not in lex.traits
    if cue.form == "base" and _caused(tokens, at):
        return False
    return rules.performed(tokens, at, cue, lex) if rules.performed else cue.form in ("finite", "past")


def _caused(tokens: Tokens, at: int) -> bool:
    """Whether somebody is made to speak, or not: "let editors tell them", "made the mayor say"."""
    back = at - 1
    while back > max(0, at - 4) and not tokens[back].kinds & (STOPS | {"causatives"}):
        back -= 1
    return "causatives" in tokens[back].kinds and back < at - 1


def subject_of(
    tokens: Tokens, at: int, cue: Cue, lex: Lexicon, earlier: Phrase | None, rules: ReportRules
) -> Phrase | None:
    """Return the subject of the cue at ``at``; ``earlier`` is the subject of the report before it."""
    if cue.form == "ing" and not (at and "being" in tokens[at - 1].kinds):
        phrase = _of_gerund(tokens, at, lex, earlier)
        return rules.gerund_subject(tokens, at, phrase, lex) if phrase and rules.gerund_subject else phrase
    if rules.subject is not None:
        return rules.subject(tokens, at, cue, lex, earlier)
    phrase = subject_before(tokens, at, lex) or subject_after(tokens, at, lex)
    return phrase if phrase and speaks(tokens, phrase) else None


def _of_gerund(tokens: Tokens, at: int, lex: Lexicon, earlier: Phrase | None) -> Phrase | None:
    """Return whose gerund the cue at ``at`` is: "footage of Brown saying", "X issued a note saying"."""
    if at and "contracted" in tokens[at - 1].kinds:
        return Phrase(at - 1, at - 1)  # "she's saying"
    if _opening_noun(tokens, at) or (tokens[at].low in lex.nouns and _described_noun(tokens, at)):
        return None
    phrase = _bearer(tokens, at) or _text_of(tokens, at, lex)
    if phrase is None and _of_its_text(tokens, at):
        return None
    ruled = phrase is not None and phrase.first and "prepositions" in tokens[phrase.first - 1].kinds
    if phrase is None or (ruled and "gerunds_share" in lex.traits):
        phrase = shared(tokens, at, lex, earlier)
    return phrase


def _opening_noun(tokens: Tokens, at: int) -> bool:
    """Whether a gerund is the noun with which its sentence begins: "New reporting by the Gazette"."""
    ruled = at == 1 and at + 1 < len(tokens) and "prepositions" in tokens[at + 1].kinds
    return ruled and tokens[0].name and tokens[0].low not in given_names()


def _described_noun(tokens: Tokens, at: int) -> bool:
    """Whether a clause describes what looks like a gerund: "The court ruling that led to his release"."""
    if at == 0 or at + 2 >= len(tokens) or "that" not in tokens[at + 1].kinds:
        return False
    return tokens[at - 1].low.isalpha() and is_clause_verb(tokens[at + 2])


def _bearer(tokens: Tokens, at: int) -> Phrase | None:
    """The name or office right before a participle: "footage of Brown saying"."""
    titles = people_words().titles
    before = tokens[at - 1] if at else None
    if before is None or before.kinds & {"documents", "occasions", "prepositions", "boundaries", "adverbs"}:
        return None
    if not (before.name or before.low in titles):
        return None
    first = at - 1
    while first > 0 and (tokens[first - 1].name or tokens[first - 1].low in titles):
        first -= 1
    while (
        first > 0
        and not tokens[at - 1].name
        and tokens[first - 1].low.isalpha()
        and not tokens[first - 1].kinds
    ):
        first -= 1  # "a | leading presidential candidate"
    first += tokens[first].low in _HERE and first < at - 1  # "Here's | Reed whining"
    first -= first > 0 and "determiners" in tokens[first - 1].kinds
    if first > 1 and tokens[first - 1].low in _OF and not _shows(tokens[first - 2]):
        return None  # "a letter to the King of Ardale asking for help"
    if first > 1 and tokens[first - 1].low in _NEAR and tokens[first - 2].name:
        return _bearer(tokens, first - 1)  # "Here is Brown in Ardale | saying that"
    phrase = Phrase(first, at - 1)
    return phrase if speaks(tokens, phrase) and not _receives(tokens, first) else None


def _receives(tokens: Tokens, first: int) -> bool:
    """Whether a name only tells to whom something is sent, or where time is spent: "a letter to harbour chief
    | Brown warning him", "spent the year in | Council defending the pier".
    """
    spent = range(first - 1, max(-1, first - _SPENT), -1)
    stop = next((n for n in spent if tokens[n].kinds & STOPS or tokens[n].low in _SPENDING), 0)
    to = first - 1
    while to > max(0, first - _OFFICE) and tokens[to].low.isalpha() and not tokens[to].kinds:
        to -= 1
    sent = tokens[max(0, to + 1 - _SENT) : max(0, to)]
    told = to >= 0 and tokens[to].low in _INFINITIVE_MARK
    told = told and any(token.kinds & {"documents", "occasions"} for token in sent)
    return told or (first > 0 and tokens[stop].low in _SPENDING)


def _shows(token: Token) -> bool:
    """Whether somebody is seen or heard in what this word names: "footage", "video"."""
    return bool(token.kinds & {"documents", "occasions", "works"}) or token.low in _FOOTAGE


def _of_its_text(tokens: Tokens, at: int) -> bool:
    """Whether a text does it that its owner gives out in a clause of its own: "after the board published its
    report | recommending a dam".
    """
    owned = at > 1 and "documents" in tokens[at - 1].kinds and "neuter" in tokens[at - 2].kinds
    return owned and any(token.low in _AFTER for token in tokens[: at - 2])


def _text_of(tokens: Tokens, at: int, lex: Lexicon) -> Phrase | None:
    """The document right before a participle, somebody else using it: "with a poll showing"; of verbs for
    what only texts do it is theirs wherever they stand: "cited a study showing".
    """
    if not at or "documents" not in tokens[at - 1].kinds:
        return None
    reach = range(at - 2, max(0, at - _TEXT), -1)
    first = next((n for n in reach if "determiners" in tokens[n].kinds), None)
    shown = lex.cues[tokens[at].low].lemma in lex.impersonal
    if first is None or not (shown or tokens[first - 1].low in _TEXT_LINKS):
        return None
    if any(word.low in lex.cues and word.low not in lex.nouns for word in tokens[first + 1 : at - 1]):
        return None  # "the jury read printed letters claiming"
    phrase = Phrase(first, at - 1)
    return phrase if speaks(tokens, phrase) else None


def shared(tokens: Tokens, at: int, lex: Lexicon, earlier: Phrase | None) -> Phrase | None:
    """Take the subject of the clause before: "X wrote A and added B", "X issued a note saying A"."""
    described = _of_relative(tokens, at, lex)
    if described is not None:
        phrase: Phrase | None = described
    elif at == 0 or (at == 1 and tokens[0].kinds & {"prepositions", "boundaries"}):
        comma = any(token.text == "," for token in tokens[at : at + _COMMA_REACH])
        phrase = first_phrase(tokens, len(tokens), lex) if comma else None
    elif earlier is not None and earlier.first < at and not earlier.relative:
        phrase = (
            _pronoun_between(tokens, earlier.last + 1, at)
            or _named_between(tokens, earlier.last + 1, at)
            or earlier
        )
    else:
        phrase = _nearest_clause(tokens, at, lex) or _first_since(tokens, at, lex)
    return phrase if phrase is not None and speaks(tokens, phrase) else None


def _of_relative(tokens: Tokens, at: int, lex: Lexicon) -> Phrase | None:
    """Whom a clause describes that a participle ends: "from Ana Ejemplo, who | left the room saying"."""
    for place in range(at - 1, 0, -1):
        if tokens[place].kinds & STOPS or (
            tokens[place].low in lex.cues and tokens[place].low not in lex.nouns
        ):
            return None
        if tokens[place].low in _WHO:
            verb = not (tokens[place + 1].name or tokens[place + 1].kinds & (PRONOUNS | {"determiners"}))
            return antecedent(tokens, place, lex) if verb else None
    return None


def _first_since(tokens: Tokens, at: int, lex: Lexicon) -> Phrase | None:
    """The first noun phrase of the sentence, or of its part behind a semicolon."""
    begin = next((n + 1 for n in range(at - 1, -1, -1) if tokens[n].text == ";"), 0)
    phrase = first_phrase(tokens[begin:], at - begin, lex) if begin < at else None
    return phrase and phrase.moved(begin)


def _nearest_clause(tokens: Tokens, at: int, lex: Lexicon) -> Phrase | None:
    """The subject of the clause that holds a participle: "until the jury left after announcing it"."""
    for place in range(at - 2, 0, -1):
        turned = (
            tokens[place].text == "," and "breaks" in tokens[place + 1].kinds
        )  # ", but Brown was vocal in"
        if tokens[place].kinds & STOPS and not turned:
            return None
        begin = place + 1 + turned
        if (turned or tokens[place].low in _CLAUSES or _of_deed(tokens, place)) and not tokens[
            begin
        ].kinds & STOPS:
            rest = first_phrase(tokens[begin:], at - begin, lex)
            verb = rest is not None and any(map(is_clause_verb, tokens[begin + 1 + rest.last : at]))
            found = Phrase(begin + rest.first, begin + rest.last) if rest and verb else None
            closed = tokens[at - 1].text == ","  # "declined to say when the boat would sail, | saying"
            return None if found and closed and not plausible(tokens, found) else found
    return None


def _of_deed(tokens: Tokens, place: int) -> bool:
    """Whether "that" opens a clause about what was just told: "The fair was off, a choice | that Brown
    mocked on Friday, saying": a noun with its article stands before, behind a comma.
    """
    comma = next((n for n in range(place - 1, max(0, place - _DEED), -1) if tokens[n].text == ","), 0)
    led = comma > 0 and place > comma + 2 and "determiners" in tokens[comma + 1].kinds
    plain = not any(token.kinds & {"prepositions", "and"} for token in tokens[comma + 1 : place])
    return (
        led and plain and bool(tokens[place].kinds & {"that", "relatives"}) and tokens[place].low not in _WHO
    )


def _pronoun_between(tokens: Tokens, first: int, at: int) -> Phrase | None:
    """The pronoun that begins the clause of the verb: "As the mayor said so, I laughed and said ..."."""
    for place in range(at - 1, first, -1):
        if tokens[place].kinds & _SUBJECTS and tokens[place - 1].text == ",":
            return Phrase(place, place)
    return None


def _named_between(tokens: Tokens, first: int, at: int) -> Phrase | None:
    """The name that begins the clause of the verb: "The mayor denied it, but Ana Ejemplo left, | saying"."""
    if tokens[at - 1].text != ",":
        return None
    for place in range(at - 2, first, -1):
        if not tokens[place].kinds & {"and", "breaks"} or tokens[place].quote or not tokens[place + 1].name:
            continue
        stop = place + 1
        while stop < at and tokens[stop].name:
            stop += 1
        before = any(map(is_clause_verb, tokens[first:place]))
        return Phrase(place + 1, stop - 1) if before and is_clause_verb(tokens[stop]) else None
    return None
