"""Where the reported words begin and end, and how certain it is that they are reported at all."""

from __future__ import annotations

from enum import IntEnum

from index.grammar.amount_phrases import amount_end, gives_number
from index.grammar.candidates import plausible
from index.grammar.clause_ends import verb_within
from index.grammar.clause_rules import clause_rules
from index.grammar.frames import STOPS, Token, Tokens
from index.grammar.hearers import after_hearer, unnamed
from index.grammar.nouns import Phrase, adverb, is_clause_verb, participle
from index.grammar.relative_that import asked_for, of_thing, relative_that
from index.grammar.reporting_words import Cue, Lexicon
from index.grammar.works import is_document, names_work
from index.words import word_list

_APPROXIMATORS = word_list("grammar", "approximators")
_ARTICLES = word_list("grammar", "articles")
_COMPARING = word_list("grammar", "comparing")
_COMPARING_LINKS = word_list("grammar", "comparing_links")
_DAY_LINKS = word_list("grammar", "day_links")
_FRONTING = word_list("grammar", "fronting_time")
_INDEFINITE = word_list("grammar", "indefinite")
_WANTING = word_list("grammar", "wanting_things")
_INFINITIVE_MARK = word_list("grammar", "infinitive_mark")
_NOTIONS = word_list("grammar", "notions")
_REJECTING = word_list("grammar", "rejecting_verbs")
_NUMBERS = word_list("grammar", "number_words")
_OBJECTS = word_list("grammar", "object_pronouns")
_OPEN_LINKS = word_list("grammar", "open_links")
_WRITING = word_list("grammar", "writing_verbs")
_WRITTEN = word_list("grammar", "written")

REACH = 14  # words between a verb and its "that" or quotation: "told reporters in Lima on Monday that"
_CLAUSE_BEFORE = 3  # words and marks of a clause before ", she said"
_SCARE = 16  # characters; a shorter quotation some words after "recognized" is a scare quote
_QUESTION = 5  # words from a verb to its question: "told reporters in Ardale why"
_OCCASION = 8  # words from "said" to the statement or talk in which it is said
_NEAR = 8  # words in which the "as" of "described it as" is looked for
_CLAUSE_VERB = 11  # words from the start of a bare clause to its verb
_DAYS = 31
_MODAL_MONTHS = word_list("grammar", "modal_months")
_CLAIMS = frozenset({"say", "that"})
_NOUN_KINDS = frozenset({"documents", "measures", "works", "occasions", "charges", "sayings"})
_AS = word_list("grammar", "as_words")


class Strength(IntEnum):
    """How certain a report is; only a firm one is kept inside the words of another."""

    WEAK = 0  # a bare clause, a verdict, a promise
    CLAUSE = 1  # a clause before the verb, a quotation some words after it
    FIRM = 2  # "that", a colon, a quotation beside the verb, "according to"


Found = tuple[int, Strength]  # the first reported token


def reported_after(tokens: Tokens, nxt: int, cue: Cue, phrase: Phrase, lex: Lexicon) -> Found | None:
    """Return where the words reported by ``cue`` begin at or after ``nxt``, or None."""
    claims = bool(cue.patterns & _CLAIMS)
    rules = clause_rules(lex.language)
    nxt = _after_day(tokens, nxt) if "days_after_verbs" in lex.traits else nxt
    document = "document" in cue.patterns and is_document(tokens, phrase)
    if cue.lemma == "say" and nxt < len(tokens) and _opens_clause(tokens[nxt]):
        return nxt, Strength.FIRM  # "said many of the cases that ...": the "that" is no part of it
    opened = _clause_opened(tokens, nxt, lex) if claims else None
    if opened is not None:
        return opened, Strength.FIRM
    # "It is late, she said on Monday, | denying that ..."
    behind = _CLAUSE_BEFORE < phrase.first < nxt and tokens[phrase.first - 1].text == ","
    for place in range(nxt, min(len(tokens), nxt + REACH)):
        token = tokens[place]
        if token.quote and not (
            (place > nxt or "media_in_quotes" in lex.traits) and names_work(tokens, place, lex)
        ):
            if not claims and any(lex.verb_shaped(t.low) and not t.name for t in tokens[nxt:place]):
                break  # "la investigación continúa, envió un mensaje: “...”": another verb's
            first = nxt + (cue.lemma == "tell" and place > nxt + 1 and tokens[nxt].low in _OBJECTS)
            return _quotation(tokens, first, place, cue)  # "told him | he would “like” it"
        if "that" in token.kinds and rules.opens_clause and not rules.opens_clause(tokens, nxt, place, cue):
            break
        noun = _describes(tokens, nxt, place, cue, lex)
        if not noun and _announces(token, cue, claims or document):
            speech = claims or document or place + 1 >= len(tokens) or tokens[place + 1].quote
            return (place + 1, Strength.FIRM) if speech else None  # "The race began: three men ran"
        if claims and "questions" in token.kinds and _asks(tokens, nxt, place):
            return place, Strength.FIRM
        aside = behind and token.text == "," and tokens[min(place + 1, len(tokens) - 1)].shapes >= {"gerund"}
        aside = aside or (phrase.relative and token.text == "," and _main_verb(tokens, place + 1))
        if place > nxt and (aside or token.text in (";", "?", "!") or _bars(token, lex)):
            break
    late = rules.late_that(tokens, nxt, cue, lex) if claims and rules.late_that else None
    nxt = rules.matter(tokens, nxt, lex) if rules.matter else nxt
    found = None if late is None else (late + 1, Strength.FIRM)
    found = found or _fronted(tokens, nxt, cue, phrase, lex) or _looser(tokens, nxt, cue, document, lex)
    return found or _amount(tokens, nxt, cue, phrase)


def related(tokens: Tokens, nxt: int, phrase: Phrase) -> bool:
    """Whether what is said stands before the subject: "a fire that the guild said | was no accident"."""
    if nxt + 1 >= len(tokens) or not tokens[nxt].kinds & {"being", "auxiliaries"} or phrase.first > nxt:
        return False
    return not tokens[nxt].name and phrase.first > 1 and "relatives" in tokens[phrase.first - 1].kinds


def _clause_opened(tokens: Tokens, nxt: int, lex: Lexicon) -> int | None:
    """Where a clause begins behind an aside and its "that", or where a language leaves "that" out."""
    aside = _after_aside(tokens, nxt)
    if aside is not None and "that" in tokens[aside].kinds:
        return aside + 1
    left_out = clause_rules(lex.language).that_left_out
    return left_out(tokens, nxt, lex) if left_out else None


def _describes(tokens: Tokens, nxt: int, place: int, cue: Cue, lex: Lexicon) -> bool:
    """Whether a "that" at ``place`` stands for the noun before it, or a colon gives a work its title."""
    if "that" not in tokens[place].kinds:
        return place > nxt and tokens[place].text == ":" and _writes_work(tokens, nxt, place, cue, lex)
    if "bare_clauses" in lex.traits and _points(tokens, nxt, place, lex):
        return True
    if place == nxt:
        return False
    if cue.lemma in _REJECTING and tokens[place - 1].low in _NOTIONS:
        return True  # "disputed the notion that"
    heard = _clause_starts(tokens, nxt, bool(cue.patterns & _CLAIMS))
    if relative_that(tokens, place, lex, heard=heard) or asked_for(tokens, nxt, place, cue):
        return True
    return place > nxt + 1 and of_thing(tokens, nxt, place, cue)


def _points(tokens: Tokens, nxt: int, place: int, lex: Lexicon) -> bool:
    """Whether "that" points to a thing: "hopes to shed | that image with a plan", "confirmed | that view":
    a noun in the singular follows, no verb behind it, and the verb or an infinitive stands before.
    """
    if place + 1 >= len(tokens):
        return False
    stop = next((n for n in range(place + 1, len(tokens)) if tokens[n].kinds & STOPS), len(tokens))
    noun, *rest = tokens[place + 1 : stop] or [tokens[place]]
    thing = noun.kinds <= _NOUN_KINDS and not (noun.name or noun.low.endswith("s") or adverb(noun))
    plain = noun.low.isalpha() and thing
    alone = _stands_alone(tokens, stop if not rest else place + 2)
    if place >= 2 and tokens[place - 2].low in _INFINITIVE_MARK and not alone:
        return plain and not any(
            is_clause_verb(word) or word.low.endswith("s") or word.low in lex.cues for word in rest
        )
    held = place == nxt or tokens[place - 1].low in lex.cues or participle(tokens[place - 1])
    return plain and alone and (held or tokens[place - 2].low in _INFINITIVE_MARK)


def _stands_alone(tokens: Tokens, after: int) -> bool:
    """Whether a noun's clause ends behind it: "confirmed that view.", "that view, saying"."""
    mark, behind = (tokens[n] if n < len(tokens) else None for n in (after, after + 1))
    if mark is None or mark.text in (";", ":", "."):
        return True
    begins = behind is not None and behind.kinds & {"determiners", "subjects"}
    goes_on = behind is not None and (behind.kinds & {"and", "breaks"} or "gerund" in behind.shapes)
    return bool(begins if "and" in mark.kinds else mark.text == "," and goes_on)


def _writes_work(tokens: Tokens, nxt: int, colon: int, cue: Cue, lex: Lexicon) -> bool:
    """Whether a colon gives the title of what somebody wrote: "wrote the first of his books: Fair Wind"."""
    if cue.lemma not in _WRITING or "determiners" not in tokens[nxt].kinds:
        return False
    return any("works" in lex.kinds.get(token.low.removesuffix("s"), ()) for token in tokens[nxt:colon])


def _asks(tokens: Tokens, nxt: int, place: int) -> bool:
    """Whether the question word at ``place`` opens what is said: not in "told XYZ they knew | why"."""
    return place - nxt < _QUESTION and not any("subjects" in each.kinds for each in tokens[nxt:place])


def _amount(tokens: Tokens, nxt: int, cue: Cue, phrase: Phrase) -> Found | None:
    """Read "put the death toll at 12"."""
    amount = amount_end(tokens, nxt, cue) is not None and plausible(tokens, phrase)
    return (nxt, Strength.WEAK) if amount else None


def _after_day(tokens: Tokens, nxt: int) -> int:
    """The place after "Friday afternoon" in "said Friday afternoon the bridge was safe"."""
    at = nxt
    near = tokens[nxt + 1 : nxt + 3]  # "said this month that"
    if len(near) > 1 and "times" in near[0].kinds and "that" in near[1].kinds:
        return nxt + 2
    while at < len(tokens) and "times" in tokens[at].kinds and tokens[at].low not in _MODAL_MONTHS:
        at += 1
    dated = nxt < at < len(tokens) - 1 and tokens[at].text.isdigit()
    if dated and tokens[at + 1].low in _AS:
        return nxt  # "declared | July 11 as"
    return at + dated if dated and int(tokens[at].text) <= _DAYS else at  # "said July 11 the bridge"


def _main_verb(tokens: Tokens, at: int) -> bool:
    """Whether the main verb follows a relative clause: "who warned of it, nevertheless | played down"."""
    verb = tokens[behind_adverbs(tokens, at)] if at < len(tokens) else tokens[-1]
    return is_clause_verb(verb) and "subjects" not in verb.kinds


def behind_adverbs(tokens: Tokens, at: int) -> int:
    """The place behind adverbs at ``at``."""
    while at < len(tokens) - 1 and (adverb(tokens[at]) or "adverbs" in tokens[at].kinds):
        at += 1
    return at


def _announces(token: Token, cue: Cue, claims: bool) -> bool:
    """Whether this is the "that" or the colon after which the reported words begin."""
    if "that" in token.kinds:
        return claims
    return token.text == ":" and (claims or "quote" in cue.patterns)


def circumstance(token: Token) -> bool:
    """Whether the word after ", she said" begins when, where or to whom, or is a mark."""
    if "mark" in token.kinds or token.name or "gerund" in token.shapes:
        return True
    return bool(token.kinds & {"prepositions", "ends", "times", "circumstances", "adverbs"})


def _opens_clause(token: Token) -> bool:
    """Whether a bare clause begins with this word right after "said"."""
    if token.quote or "that" in token.kinds:
        return False
    return token.name or bool(token.kinds & {"determiners", "subjects"})


def _bars(token: Token, lex: Lexicon) -> bool:
    """Whether "that" and quotations beyond this word belong to another verb."""
    if token.low in _WRITTEN:
        return False  # "told the Gazette in a written statement"
    cue = lex.cues.get(token.low)
    other = ("past",) if "bare_clauses" in lex.traits else ("past", "finite")
    if cue is not None and cue.form in other and not token.name and token.low not in lex.nouns:
        return True
    return "boundaries" in token.kinds and token.low not in _OPEN_LINKS


def _after_aside(tokens: Tokens, nxt: int) -> int | None:
    """The place after ", however," or ", no obstante," right after a verb."""
    if nxt >= len(tokens) or tokens[nxt].text != ",":
        return None
    for place in range(nxt + 1, min(len(tokens) - 2, nxt + 7)):
        if tokens[place].quote:
            return None
        if tokens[place].text == ",":
            return place + 1
    return None


def _quotation(tokens: Tokens, nxt: int, place: int, cue: Cue) -> Found | None:
    """A quotation at ``place`` after the verb: beside it, or inside the clause that the verb opens."""
    gap = place - nxt
    announced = gap > 0 and tokens[place - 1].text in (",", ":")
    close = gap <= 2 and ("say" in cue.patterns or gap == 0 or announced)  # not "keeps a 'grim course'"
    beside = Strength.FIRM if close else Strength.CLAUSE
    scolded = "act" in cue.patterns and announced and tokens[place - 1].text == ":"  # "scolded him: '...'"
    timed = announced and any("times" in token.kinds for token in tokens[nxt : nxt + 2])
    if "object" in cue.patterns and gap and not scolded and not timed:
        return nxt, beside if cue.patterns & _CLAIMS else Strength.CLAUSE
    quote = tokens[place].quote
    scare = gap > 0 and quote is not None and quote.last - quote.first < _SCARE
    if "say" in cue.patterns or ("that" in cue.patterns and (announced or (gap <= 3 and not scare))):
        comma = any(token.text == "," for token in tokens[nxt:place])
        if announced and (gap == 1 or comma or "prepositions" in tokens[nxt].kinds):
            return place, Strength.FIRM
        return nxt, beside
    long = quote is not None and quote.last - quote.first > 2 * _SCARE
    if (
        "act" in cue.patterns and (gap or long) and not scolded
    ):  # "attacked 'the cruel and needless plan of the guild'"
        return nxt, Strength.CLAUSE
    used = any(token.low in _INFINITIVE_MARK for token in tokens[nxt:place]) and not announced
    used = used and quote is not None and not quote.stopped  # "began to use “North”"
    if scolded or ("quote" in cue.patterns and (announced or gap <= 3) and not used):
        return place, Strength.FIRM
    return (nxt, Strength.FIRM if gap == 0 else Strength.CLAUSE) if "pledge" in cue.patterns else None


def _looser(tokens: Tokens, nxt: int, cue: Cue, document: bool, lex: Lexicon) -> Found | None:
    """Bare clauses ("said it was late"), promises ("vowed to"), verdicts ("accused her of")."""
    if nxt + 2 < len(tokens) and tokens[nxt].low in _DAY_LINKS and "times" in tokens[nxt + 1].kinds:
        nxt += 2  # "announced on Friday the arrest"
        nxt += nxt < len(tokens) and tokens[nxt].text.isdigit()  # "said on June 21 the arrest"
    rest = len(tokens) - nxt
    if rest < 2:
        return None
    short = "object" in cue.patterns or ("pledge" in cue.patterns and tokens[nxt].low in _INFINITIVE_MARK)
    if rest < 3 and not short:
        return None
    told = cue.lemma == "tell" and verb_within(tokens[nxt + 1 : nxt + 1 + _CLAUSE_VERB])
    told = told and not unnamed(tokens, nxt)
    heard = after_hearer(tokens, nxt) if told and "bare_clauses" in lex.traits else None
    plain = cue.lemma == "say" or told  # "told the Gazette on Monday" tells nothing yet
    bare = "bare_clauses" in lex.traits and (cue.patterns & _CLAIMS or document)  # Spanish clauses need "que"
    bare = bare and cue.lemma not in _WANTING  # "ordered new boats and got them"
    hearing = cue.lemma == "tell" and not told  # "told AP on condition of anonymity because"
    clause = cue.form != "ing" or (cue.lemma == "say" and verb_within(tokens[nxt + 1 : nxt + _CLAUSE_VERB]))
    if heard is None and bare and clause and not hearing and _clause_starts(tokens, nxt, plain):
        heard = nxt
    if heard is not None:
        return heard, Strength.FIRM if plain else Strength.WEAK
    far = _after_occasion(tokens, nxt) if bare and cue.lemma == "say" else None
    if far is not None:
        return far, Strength.WEAK
    if bare and document and _shows(tokens, nxt):
        return nxt, Strength.WEAK
    rules = clause_rules(lex.language)
    held = (
        (rules.names_object and rules.names_object(tokens, nxt, cue))
        or ("pledge" in cue.patterns and rules.asks and rules.asks(tokens, nxt))
        or _judges(tokens, nxt, cue, lex)
        or (document and gives_number(tokens, nxt, cue))
    )
    return (nxt, Strength.WEAK) if held else None


def _fronted(tokens: Tokens, nxt: int, cue: Cue, phrase: Phrase, lex: Lexicon) -> Found | None:
    """Where a clause begins with when or where it holds: "said | after May 1, all boats must leave"."""
    said = cue.lemma == "say" and phrase.first == 0 and "bare_clauses" in lex.traits
    comma = next((n for n in range(nxt + 2, min(len(tokens), nxt + REACH)) if tokens[n].kinds & STOPS), 0)
    if not said or not comma or tokens[nxt].low not in _FRONTING or tokens[comma].text != ",":
        return None
    rest = tokens[comma + 1 : comma + _CLAUSE_VERB]
    begins = bool(rest) and (rest[0].name or bool(rest[0].kinds & {"determiners", "subjects"}))
    held = any(
        "occasions" in token.kinds for token in tokens[nxt:comma]
    )  # "said after the meeting, the third"
    return (nxt, Strength.WEAK) if begins and not held and verb_within(rest[1:]) else None


def _after_occasion(tokens: Tokens, nxt: int) -> int | None:
    """Where a clause begins after "said in a statement released by the club | the bridge was safe"."""
    if "occasional" not in tokens[nxt].kinds:
        return None
    reach = range(nxt + 1, min(len(tokens) - 2, nxt + _OCCASION))
    occasion = next((at for at in reach if "occasions" in tokens[at].kinds), None)
    for at in range((occasion or len(tokens)) + 1, min(len(tokens) - 2, nxt + 2 * _OCCASION)):
        if tokens[at].kinds & (STOPS | {"relatives"}):
            return None  # "said in a note that was shown to us"
        begins = tokens[at].name or tokens[at].kinds & {"determiners", "subjects"}
        free = not tokens[at - 1].name and not tokens[at - 1].kinds & {"prepositions", "determiners", "and"}
        given = tokens[at - 1].name and tokens[at].kinds & {"determiners", "subjects"}
        if begins and (free or given) and verb_within(tokens[at + 1 : at + _CLAUSE_VERB]):
            return _behind_that(tokens, at)
    return None


def _behind_that(tokens: Tokens, at: int) -> int:
    """The place behind a "that" before the first verb: "said in a talk before | the fire that it was"."""
    for place in range(at, min(len(tokens) - 1, at + _CLAUSE_VERB)):
        if "that" in tokens[place].kinds:
            return place + 1
        if is_clause_verb(tokens[place]) or tokens[place].kinds & STOPS:
            return at
    return at


def _shows(tokens: Tokens, nxt: int) -> bool:
    """Read "a poll shows Brown leading", "the survey found him ahead": somebody, and what he does or is."""
    clause = tokens[nxt : nxt + _CLAUSE_VERB]
    stop = next((n for n, word in enumerate(clause) if word.kinds & STOPS), len(clause))
    doing = any(n and word.low.endswith("ing") and not word.name for n, word in enumerate(clause[:stop]))
    return doing and bool(
        clause[0].name or clause[0].kinds & {"determiners", "masculine", "feminine", "plural"}
    )


def _clause_starts(tokens: Tokens, at: int, plain: bool) -> bool:
    """Whether a clause begins here: a subject and, after all but the plainest verbs, a verb of its own."""
    token = tokens[at]
    if "subjects" in token.kinds:
        return True
    counted = token.low in _APPROXIMATORS and tokens[at + 1].text[:1].isdigit()
    hedged = plain and "hedges" in token.kinds and any(map(_number, tokens[at + 1 : at + 3]))
    if hedged:
        return True  # "said at least 465 people were hurt"
    if token.kinds & {"mark", "quotation", "and"} or ("ends" in token.kinds and not counted):
        return False
    if plain:
        return True
    if not (token.name or token.text[:1].isdigit() or "determiners" in token.kinds):
        return False
    clause = tokens[at + 1 : at + 1 + _CLAUSE_VERB]
    stop = next(
        (n for n, word in enumerate(clause) if word.quote or word.text in (",", ";", ":")), len(clause)
    )
    noun = token.low in _ARTICLES  # "wrote a will"
    return any(
        (("finite" in word.kinds and not (noun and n == 0)) or (n and participle(word)))
        for n, word in enumerate(clause[:stop])
    )


def _number(token: Token) -> bool:
    return token.text[:1].isdigit() or token.low in _NUMBERS


def _judges(tokens: Tokens, nxt: int, cue: Cue, lex: Lexicon) -> bool:
    """Read "described it as", "accused her of", "called him a liar"."""
    if "act" not in cue.patterns:
        return False
    for token in tokens[nxt + 1 : nxt + 1 + _NEAR]:
        if "verdicts" not in token.kinds or (cue.lemma in lex.as_only and token.low not in _AS):
            continue
        if token.low not in _COMPARING_LINKS or cue.lemma in _COMPARING:
            return True
    return cue.lemma == "call" and _called(tokens, nxt)


def _called(tokens: Tokens, nxt: int) -> bool:
    """Read "called him a liar", but neither "called a meeting" nor "a group called The Owls"."""
    if tokens[nxt].low in _INDEFINITE:
        return False
    at = nxt
    while at < len(tokens) and tokens[at].name:
        at += 1
    if at > nxt:
        return at < len(tokens) and tokens[at].low in _ARTICLES
    return any(token.low in _ARTICLES for token in tokens[nxt + 1 : nxt + 5])
