"""Where the words that a verb reports end: before the main verb, before a clause about their object."""

from __future__ import annotations

from itertools import pairwise

from index.grammar.candidates import of_people
from index.grammar.clause_ends import clause_end
from index.grammar.clause_rules import clause_rules
from index.grammar.evidence import Strength, behind_adverbs, related
from index.grammar.frames import DASHES, STOPS, Frame, Token, Tokens
from index.grammar.nouns import Phrase, participle
from index.grammar.report import Span
from index.grammar.reporting_words import Cue, Lexicon
from index.text.people import people_words
from index.words import word_list

_TELLS = ("finite", "past", "base")  # "critics argue"
_CONTRASTING = word_list("grammar", "contrasting")
_TOLD = ("finite", "past")
_TURNING = word_list("grammar", "turning")
_CONTRAST = 12  # words behind "while" in which somebody says something
_DONE = 4  # words behind "but" in which its verb stands
_AS_WORD = word_list("grammar", "as_word")
_REQUESTS = word_list("grammar", "requests")
_STANDS = word_list("grammar", "stands")
_AT_LAST = word_list("grammar", "at_last")
_ANSWERS = word_list("grammar", "yes_and_no")
_PARTICIPLE = 5  # words from a subject and its comma to what a participle reports
_AFTER_LINKS = word_list("grammar", "while_links")
_HAD = word_list("grammar", "had")
_SUBJECT_REACH = 8  # words of a subject before its verb
_FINITE_PASTS = word_list("grammar", "finite_pasts")
_TIME_UNITS = word_list("grammar", "time_units")
_TIME = 6  # words of a time before "after": "less than a month after"
_FRONTING = word_list("grammar", "fronting")
_AFTER_THAT = word_list("grammar", "after_that")
_NEAR = word_list("grammar", "near_links")
_OBJECT_ARTICLES = word_list("grammar", "object_articles")
_QUE = word_list("grammar", "que")
_WHOM = word_list("grammar", "whom")


def described_end(
    frame: Frame, first: int, right: Span, phrase: Phrase, strength: Strength, lex: Lexicon
) -> Span:
    """End reported words before a clause that only describes their object, and at the comma of an aside."""
    tokens, weak = frame.tokens, strength is Strength.WEAK
    object_end = clause_rules(lex.language).object_end
    if weak and object_end is not None:
        right = (right[0], min(right[1], object_end(tokens, first)))
    aside = (weak and (phrase.relative or _of_day(tokens, phrase, lex))) or _of_object(tokens, phrase)
    if aside and "infinitives_open" in lex.traits:
        comma = next((t.start for t in tokens[first:] if t.text == ","), frame.end)
        right = (right[0], min(comma, right[1]))  # "Una fuente, que pidió la reserva, precisó que"
    return right


def told_end(
    tokens: Tokens, first: int, right: Span, phrase: Phrase, cue: Cue, strength: Strength, lex: Lexicon
) -> Span | None:
    """End the words of quotations, objects and relative clauses before what the author tells; None where
    only an object would be left: "Those who condemned the plan | have left".
    """
    if "say" in cue.patterns:
        right = _answer_end(tokens, first, _quote_end(tokens, first, right), lex)
    if cue.form == "ing":
        right = _participle_end(tokens, first, right, phrase, lex)
    if strength is Strength.WEAK and "object" in cue.patterns:
        right = _object_end(tokens, first, right)
    if related(tokens, first, phrase):
        ends = (token.start for token in tokens[first:] if token.text == "," or token.text in DASHES)
        right = (right[0], min(right[1], next(ends, right[1])))
    return _related_end(tokens, first, right, phrase, strength, cue) if phrase.relative else right


def _related_end(
    tokens: Tokens, first: int, right: Span, phrase: Phrase, strength: Strength, cue: Cue
) -> Span | None:
    """End the words of a relative clause without commas before the main verb: "Those who say it is late |
    have left".
    """
    inside = [n for n in range(first, len(tokens)) if tokens[n].start < right[1]]
    weak = strength is Strength.WEAK and "act" not in cue.patterns  # "a clerk who accused him of theft"
    verbs = [n for n in inside if tokens[n].kinds & {"finite", "being"} and not tokens[n].name]
    if _verb_before(tokens, phrase.first):  # "by a judge who thought it too harsh"
        told = verbs or any(tokens[n].quote for n in inside)
        return None if weak and not told else right
    if any(tokens[n].text == "," for n in (phrase.last + 1, *inside)):
        return right
    heads = [n for n in verbs if not tokens[n - 1].kinds & {"finite", "being", "adverbs", "negations"}]
    since = [first, *(n + 1 for n in heads)]
    opened = [
        any(_opens_another(tokens, at) for at in range(begin, n))
        for begin, n in zip(since, heads, strict=False)
    ]
    said = any(opened) or any(tokens[n].quote for n in inside)
    main = [n for n, inner in zip(heads, opened, strict=True) if not inner][0 if said else 1 :]
    if main:
        return right[0], tokens[main[0]].start
    return None if weak and not said else right


def _opens_another(tokens: Tokens, at: int) -> bool:
    """Whether a clause of its own begins with this word, whose verb is not the main one."""
    token = tokens[at]
    if "that" in token.kinds and "prepositions" in tokens[at - 1].kinds:
        return False  # "a wish of that kind"
    return bool(token.kinds & {"that", "relatives", "questions", "and", "subjects", "mark", "boundaries"})


def _answer_end(tokens: Tokens, first: int, right: Span, lex: Lexicon) -> Span:
    """End a bare "yes" or "no" where others are told of: "said yes | while half of the town disagreed"."""
    after = tokens[first + 1] if first + 1 < len(tokens) else None
    answered = tokens[first].low in _ANSWERS and "bare_clauses" in lex.traits  # Spanish "no" denies as well
    if after is not None and answered and after.kinds & {"mark", "breaks", "boundaries"}:
        return right[0], min(right[1], tokens[first].end)
    return right


def _participle_end(tokens: Tokens, first: int, right: Span, phrase: Phrase, lex: Lexicon) -> Span:
    """End a participle's words between commas before the main verb: "Brown, citing the cost, | refused"."""
    behind = phrase.beside[1] if phrase.beside and phrase.beside[1] < first - 1 else phrase.last
    if behind + 2 >= first or tokens[behind + 1].text != "," or behind + _PARTICIPLE < first:
        return right
    for at in range(first, len(tokens) - 1):
        verb = tokens[behind_adverbs(tokens, at + 1)]
        main = verb.kinds & {"finite", "being", "auxiliaries"} or _did(verb, lex)
        if tokens[at].text == "," and main and not verb.name and "subjects" not in verb.kinds:
            return right[0], min(right[1], tokens[at].start)
    return right


def _verb_before(tokens: Tokens, first: int) -> bool:
    """Whether the main verb, or another clause, comes before a phrase: "She met the men | who"."""
    return any(
        (token.kinds & {"finite", "being", "boundaries"} or participle(token)) and not token.name
        for token in tokens[:first]
    )


def _object_end(tokens: Tokens, first: int, right: Span) -> Span:
    """End what is only an object before a clause about it: "rejected the appeal, | which was the end", and
    before the main clause: "As the mayor announced the sale, | a boy shouted".
    """
    as_clause = tokens[0].low in _AS_WORD
    for at in range(first + 1, len(tokens) - 1):
        inside = tokens[at].text == "," and tokens[at].start < right[1]
        behind = tokens[at + 1].kinds
        if inside and (as_clause or ("and" not in behind and behind & {"relatives", "boundaries", "breaks"})):
            return right[0], tokens[at].start
        if _dashed(tokens, at, right):
            return right[0], tokens[at].start
        if tokens[at].quote or "that" in tokens[at].kinds:
            return right
    return right


def _dashed(tokens: Tokens, at: int, right: Span) -> bool:
    """Whether a dash stands here in a span."""
    return tokens[at].text in DASHES and tokens[at].start < right[1]


def _quote_end(tokens: Tokens, first: int, right: Span) -> Span:
    """End a quotation beside its verb before what happened: 'said "thank you" | before she left'."""
    after = tokens[first + 1] if first + 1 < len(tokens) else None
    if tokens[first].quote is None or after is None:
        return right
    goes_on = tokens[first + 2] if first + 2 < len(tokens) else after
    told = after.low in _AFTER_LINKS or (
        "and" in after.kinds and (participle(goes_on) or "finite" in goes_on.kinds)
    )
    return (right[0], min(right[1], tokens[first].end)) if told else right


def _of_object(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the subject stands in a clause about somebody: "El alcalde, a quien el gremio acusa"."""
    link, before = (tokens[at].low if at >= 0 else "" for at in (phrase.first - 1, phrase.first - 2))
    return link in _WHOM or (link in _QUE and before in _OBJECT_ARTICLES)


def _of_day(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether the subject stands in a clause about a time or a place: "fecha en que la junta anunció la
    obra, | el alcalde"; not in "insistió en que la junta".
    """
    at = phrase.first
    if at < 3 or tokens[at - 1].low not in _QUE or tokens[at - 2].low not in _NEAR:
        return False
    return tokens[at - 3].low.isalpha() and tokens[at - 3].low not in lex.cues


def end_of(frame: Frame, first: int, phrase: Phrase, lex: Lexicon) -> int:
    """Where reported words end; those of ", which has denied it, said ..." end before the main verb."""
    end, tokens = clause_end(frame, first), frame.tokens
    commas = [n for n in range(first + 1, len(tokens) - 2) if tokens[n].text == ","]
    fronted = _fronted(tokens, phrase)
    end = min(end, next((tokens[n].start for n in commas if _contrasted(tokens, n, lex)), end))
    contrasting = tokens[0].low in _CONTRASTING and phrase.first <= _SUBJECT_REACH
    if contrasting or (phrase.relative and not fronted):
        end = min(end, next((tokens[n].start for n in commas if _says(tokens, n, lex)), end))
    if fronted or tokens[0].low in _CONTRASTING:
        end = min(end, _quoted_before_main(tokens, first, end))
    if fronted:
        alone = phrase.dropped  # "Aunque dijo que llueve, | salió"
        begun = (n for n in commas if _main_at(tokens, n + 1) or (alone and _acts(tokens, n + 1, lex)))
        return min(end, next((tokens[n].start for n in begun), end))
    if not phrase.relative:
        return end
    for at in range(first, len(tokens) - 1):
        comma, verb = tokens[at], tokens[behind_adverbs(tokens, at + 1)]
        cue = lex.cues.get(verb.low)
        main = verb.kinds & {"finite", "being", "auxiliaries"} or (cue and cue.form in ("finite", "past"))
        main = main or participle(verb) or verb.low in _FINITE_PASTS or lex.verb_shaped(verb.low)
        if comma.text == "," and comma.start < end and main and not verb.name:
            return comma.start
    return end


def _quoted_before_main(tokens: Tokens, first: int, end: int) -> int:
    """Where a quotation with a comma inside ends before the main clause: “a fine piece,” | Brown left."""
    for at in range(first, len(tokens) - 1):
        quote = tokens[at].quote
        if quote is not None and quote.stopped and not quote.ended and _main_at(tokens, at + 1):
            return min(end, tokens[at].end)
    return end


def _contrasted(tokens: Tokens, comma: int, lex: Lexicon) -> bool:
    """Whether somebody says something else behind a comma: "..., | while in a note the union called it"."""
    pair = f"{tokens[comma + 1].low} {tokens[comma + 2].low}"
    if tokens[comma + 1].low not in _CONTRASTING and pair not in _TURNING:
        return False
    for token in tokens[comma + 2 : comma + _CONTRAST]:
        cue = lex.cues.get(token.low)
        if token.kinds & STOPS and token.text != ",":
            return False
        if cue and cue.form in _TOLD and not token.name and token.low not in lex.nouns:
            return bool(cue.patterns & {"say", "act"})
    return False


def asked_end(tokens: Tokens, right: Span, cue: Cue, lex: Lexicon) -> Span:
    """End what is asked for before what was done: "asked him to stop, | but he fled", and what somebody
    stands by before what he did at last: "insisted it was hers, | but she later paid".
    """
    if cue.lemma not in _REQUESTS | _STANDS:
        return right
    for at in range(1, len(tokens) - 2):
        inside = right[0] <= tokens[at].start < right[1] and tokens[at].text == ","
        done = tokens[at + 2 : at + 2 + _DONE]
        late = cue.lemma in _REQUESTS or any(token.low in _AT_LAST for token in done)
        if inside and late and tokens[at + 1].kinds & {"breaks"} and any(_did(token, lex) for token in done):
            return right[0], tokens[at].start
    return right


def parenthesis_end(tokens: Tokens, right: Span, low: int) -> Span:
    """End a report between dashes with the second one, and a verdict where the author speaks behind one:
    "— Brown wrote of it in May — | the town slept", "blamed the union for the fire — | and nobody
    believed her".
    """
    inside = low > 0 and tokens[low - 1].text in DASHES
    dashes = [
        n for n, token in enumerate(tokens) if right[0] < token.start < right[1] and token.text in DASHES
    ]
    for at in dashes[:1] if inside or len(dashes) == 1 else ():
        turns = at + 1 < len(tokens) and tokens[at + 1].kinds & {"breaks", "sequels"}
        if inside or turns:
            return right[0], tokens[at].start
    return right


def _did(token: Token, lex: Lexicon) -> bool:
    """Whether a word is a verb that tells what happened."""
    past = participle(token) or token.low in _FINITE_PASTS or token.low in _HAD
    return not token.name and (past or lex.verb_shaped(token.low))


def _says(tokens: Tokens, comma: int, lex: Lexicon) -> bool:
    """Whether somebody else says something behind a comma: "While A says it is late, | critics argue"."""
    name = _beside(tokens, comma + 1)
    for at in range(comma + 1, min(len(tokens) - 1, comma + _SUBJECT_REACH + len(name))):
        cue = lex.cues.get(tokens[at].low)
        says = cue is not None and cue.form in _TELLS and bool(cue.patterns & {"say", "that"})
        says = says or tokens[at + 1].low in {words[0] for words in lex.light.get(tokens[at].low, ())}
        if at > comma + 1 and says:
            return True
        if at in name:
            continue  # "the mayor, Ana Ejemplo, | argues"
        if tokens[at].kinds & (STOPS | {"boundaries", "and", "finite", "being", "auxiliaries"}):
            return False
    return False


def _beside(tokens: Tokens, first: int) -> range:
    """The places of a name between commas, and of these, in the words that begin at ``first``."""
    opens = next((n for n in range(first + 1, len(tokens)) if tokens[n].kinds & STOPS), len(tokens))
    stop = opens + 1
    while stop < len(tokens) and tokens[stop].name:
        stop += 1
    named = opens + 2 < stop < len(tokens) and tokens[opens].text == "," == tokens[stop].text
    return range(opens, stop + 1) if named else range(0)


def resumed_main(tokens: Tokens, first: int, end: int) -> int:
    """Return where the main clause goes on behind a participle: "The police, citing notes, | have called",
    or begins: "In answer to a letter citing notes, | Brown laughed".
    """
    begins = tokens[1] if tokens[0].kinds & {"sequels"} and len(tokens) > 1 else tokens[0]
    opening = "prepositions" in begins.kinds or begins.low in _FRONTING
    opening = opening and not any(token.text == "," for token in tokens[:first])
    for comma, verb in pairwise(tokens[first:]):
        goes_on = verb.kinds & {"auxiliaries", "being"} and not verb.name
        if comma.text == "," and (goes_on or (opening and _main(verb))):
            return comma.start
    return end


def _fronted(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the report is a clause before the main one: "When the mayor said it was late, we laughed"."""
    link = phrase.first - 1
    if tokens[0].low in _FRONTING and not any(token.text == "," for token in tokens[: phrase.first]):
        return True  # "Although bakers like | Ana Ejemplo said so"
    while link > 0 and (tokens[link].name or tokens[link].low in people_words().titles):
        link -= 1  # "While spokeswoman | Ana Ejemplo said"
    begun = link == 1 and "breaks" in tokens[0].kinds and tokens[1].low in _FRONTING  # "But when Brown said"
    behind = begun or (
        link > 0 and tokens[link].low in _QUE and tokens[0].low in _AFTER_THAT
    )  # "Luego de que el alcalde"
    return behind or (link >= 0 and tokens[link].low in _FRONTING and _opens(tokens, link))


def _opens(tokens: Tokens, link: int) -> bool:
    """Whether a clause begins at ``link``, or a time before it: "Two days | after", "Shortly | after"."""
    at = link - 1
    timed = at >= 0 and (tokens[at].low in _TIME_UNITS or "adverb" in tokens[at].shapes)
    while timed and at >= max(0, link - _TIME) and tokens[at].text != ",":
        if (tokens[at].name and at) or tokens[at].kinds & (STOPS | {"finite", "being", "auxiliaries"}):
            return False
        at -= 1
    return at < 0 or tokens[at].text == ","


def _acts(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether a main clause may begin at ``at``, its subject left out: "volvió", "no quiso", "ha vuelto"."""
    verb = tokens[at + ("negations" in tokens[at].kinds)]
    return not verb.name and ("perfect" in verb.kinds or lex.verb_shaped(verb.low))


def _main_at(tokens: Tokens, at: int) -> bool:
    """Whether a main clause may begin at ``at``: "Brown", "the mayor", "painter Brown"."""
    titled = of_people(tokens[at]) and at + 1 < len(tokens) and tokens[at + 1].name
    return _main(tokens[at]) or titled


def _main(token: Token) -> bool:
    """Whether a main clause may begin with this word."""
    return token.name or token.text[:1].isdigit() or bool(token.kinds & {"determiners", "subjects"})
