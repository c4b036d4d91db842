"""Where the reported words begin and end, and how certain it is that they are reported at all."""

from __future__ import annotations

from enum import IntEnum

from index.grammar.amount_phrases import amount_end, gives_number
from index.grammar.candidates import of_people, plausible
from index.grammar.clause_ends import verb_within
from index.grammar.clause_rules import clause_rules
from index.grammar.frames import STOPS, Token, Tokens
from index.grammar.nouns import Phrase, is_clause_verb, participle
from index.grammar.reporting_words import Cue, Lexicon
from index.grammar.works import is_document, names_work
from index.words import word_list

_APPROXIMATORS = word_list("grammar", "approximators")
_ARTICLES = word_list("grammar", "articles")
_COMPARING = word_list("grammar", "comparing")
_COMPARING_LINKS = word_list("grammar", "comparing_links")
_DAY_LINKS = word_list("grammar", "day_links")
_INDEFINITE = word_list("grammar", "indefinite")
_INFINITIVE_MARK = word_list("grammar", "infinitive_mark")
_OPEN_LINKS = word_list("grammar", "open_links")
_STATIONS = word_list("grammar", "station_words")
_PUTTING = word_list("grammar", "putting_questions")
_THAT_WORD = word_list("grammar", "that_word")
_WRITTEN = word_list("grammar", "written")

REACH = 14  # words between a verb and its "that" or quotation: "told reporters in Lima on Monday that"
_CLAUSE_BEFORE = 3  # words and marks of a clause before ", she said"
_SCARE = 16  # characters; a shorter quotation some words after "recognized" is a scare quote
_HEARER = 7  # words of whoever is told
_OCCASION = 8  # words from "said" to the statement or talk in which it is said
_NEAR = 8  # words in which the "as" of "described it as" is looked for
_CLAUSE_VERB = 11  # words from the start of a bare clause to its verb
_MODAL_MONTHS = word_list("grammar", "modal_months")
_CLAIMS = frozenset({"say", "that"})
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
    aside = _after_aside(tokens, nxt)
    if claims and aside is not None and "that" in tokens[aside].kinds:
        return aside + 1, Strength.FIRM
    # "It is late, she said on Monday, | denying that ..."
    behind = _CLAUSE_BEFORE < phrase.first < nxt and tokens[phrase.first - 1].text == ","
    for place in range(nxt, min(len(tokens), nxt + REACH)):
        token = tokens[place]
        if token.quote and not (
            (place > nxt or "media_in_quotes" in lex.traits) and names_work(tokens, place, lex)
        ):
            if not claims and any(lex.verb_shaped(t.low) and not t.name for t in tokens[nxt:place]):
                break  # "la investigación continúa, envió un mensaje: “...”": another verb's
            return _quotation(tokens, nxt, place, cue)
        if "that" in token.kinds and rules.opens_clause and not rules.opens_clause(tokens, nxt, place, cue):
            break
        noun = place > nxt and _relative_that(tokens, place, lex) and _clause_starts(tokens, nxt, claims)
        noun = noun or (place > nxt and _asked_for(tokens, nxt, place, cue))
        noun = noun or (place > nxt + 1 and _of_thing(tokens, nxt, place, cue))
        if not noun and _announces(token, cue, claims or document):
            speech = claims or document or place + 1 >= len(tokens) or tokens[place + 1].quote
            return (place + 1, Strength.FIRM) if speech else None  # "The race began: three men ran"
        if claims and "questions" in token.kinds and place - nxt < 5:
            return place, Strength.FIRM
        aside = behind and token.text == "," and tokens[min(place + 1, len(tokens) - 1)].shapes >= {"gerund"}
        if place > nxt and (aside or token.text in (";", "?", "!") or _bars(token, lex)):
            break
    late = rules.late_that(tokens, nxt, cue, lex) if claims and rules.late_that else None
    nxt = rules.matter(tokens, nxt, lex) if rules.matter else nxt
    found = _looser(tokens, nxt, cue, document, lex) if late is None else (late + 1, Strength.FIRM)
    return found or _amount(tokens, nxt, cue, phrase)


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
    return at


def _relative_that(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether "that" stands for the noun before it, a verb following: "a shooting that killed four"."""
    if "that_describes" not in lex.traits or tokens[at].low not in _THAT_WORD or at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    noun = before.low.isalpha() and not before.kinds
    verb = is_clause_verb(after)
    third = after.low.endswith("s") and not (
        after.name or after.kinds - {"hearing"} or after.low.endswith("ss")
    )
    nxt = tokens[at + 2] if at + 2 < len(tokens) else after
    third = third and not is_clause_verb(nxt)  # "that includes"
    return noun and (verb or third) and "subjects" not in after.kinds


def _asked_for(tokens: Tokens, nxt: int, that: int, cue: Cue) -> bool:
    """Whether "that" tells what is asked for: "asked Brown for evidence that the boats had sunk"."""
    ruled = any("prepositions" in token.kinds for token in tokens[nxt:that])
    return "that" in tokens[that].kinds and cue.lemma in _PUTTING and ruled


def _of_thing(tokens: Tokens, nxt: int, that: int, cue: Cue) -> bool:
    """Whether "that" stands for the thing asked for: "demanded some of the vehicles that it builds"."""
    begins = bool(tokens[nxt].kinds & {"determiners", "pronominal"}) and "object" in cue.patterns
    noun = tokens[that - 1].low.isalpha() and not tokens[that - 1].kinds
    return begins and noun and tokens[that].low in _THAT_WORD and not plausible(tokens, Phrase(nxt, that - 1))


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
    if "object" in cue.patterns and gap and not scolded:
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
    if scolded or ("quote" in cue.patterns and (announced or gap <= 3)):
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
    heard = _after_hearer(tokens, nxt) if told and "bare_clauses" in lex.traits else None
    plain = cue.lemma == "say" or told  # "told the Gazette on Monday" tells nothing yet
    bare = "bare_clauses" in lex.traits and (cue.patterns & _CLAIMS or document)  # Spanish clauses need "que"
    if heard is None and bare and cue.form != "ing" and _clause_starts(tokens, nxt, plain):
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


def _after_hearer(tokens: Tokens, nxt: int) -> int | None:
    """Where the clause begins behind whoever is told, at its pronoun: "told the Gazette | they saw it"."""
    for at in range(nxt, min(len(tokens) - 2, nxt + _HEARER)):
        hearer = tokens[nxt:at]  # "told reporters | the bridge was safe", "told Radio Aldea | the bridge"
        if "subjects" in tokens[at].kinds or (hearer and _behind_hearer(hearer, tokens[at])):
            return at if at > nxt and verb_within(tokens[at + 1 : at + _CLAUSE_VERB]) else None
        if tokens[at].kinds & (STOPS | {"boundaries", "being", "finite"}):
            return None
    return None


def _behind_hearer(hearer: Tokens, token: Token) -> bool:
    """Whether a clause begins with this word behind a whole hearer: "the court | the case", "XYZ | Brown"."""
    first, last = hearer[0], hearer[-1]
    if token.name:
        station = first.name and first.text.isupper() and all(each.low in _STATIONS for each in hearer[1:])
        return station and not (token.text.isupper() or token.low in _STATIONS)
    if "determiners" in first.kinds:
        heard = len(hearer) > 1 and "prepositions" not in last.kinds
    else:
        heard = all(each.name for each in hearer) or (first is last and of_people(first))
    return heard and "determiners" in token.kinds


def _after_occasion(tokens: Tokens, nxt: int) -> int | None:
    """Where a clause begins after "said in a statement released by the club | the bridge was safe"."""
    if "occasional" not in tokens[nxt].kinds:
        return None
    reach = range(nxt + 1, min(len(tokens) - 2, nxt + _OCCASION))
    occasion = next((at for at in reach if "occasions" in tokens[at].kinds), None)
    for at in range((occasion or len(tokens)) + 1, min(len(tokens) - 2, nxt + 2 * _OCCASION)):
        if tokens[at].kinds & STOPS:
            return None
        begins = tokens[at].name or tokens[at].kinds & {"determiners", "subjects"}
        free = not tokens[at - 1].name and not tokens[at - 1].kinds & {"prepositions", "determiners", "and"}
        given = tokens[at - 1].name and tokens[at].kinds & {"determiners", "subjects"}
        if begins and (free or given) and verb_within(tokens[at + 1 : at + _CLAUSE_VERB]):
            return at
    return None


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
    hedged = (
        plain and "hedges" in token.kinds and any(each.text[:1].isdigit() for each in tokens[at + 1 : at + 3])
    )
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
    return any("finite" in word.kinds or (n and participle(word)) for n, word in enumerate(clause[:stop]))


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
