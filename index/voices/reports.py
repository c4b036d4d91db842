"""Finds who reports what in one frame: reporting word, speaker's phrase, reported spans.

Evidence decides, most certain first: a quotation beside the verb, "that" or a colon after it,
a clause before it (", she said"), and only for plain verbs of saying a bare clause after it.
"""

from __future__ import annotations

from itertools import pairwise

from index.grammar.adjuncts import adverbial
from index.grammar.amount_phrases import amount_end
from index.grammar.clause_ends import clause_end
from index.grammar.clause_rules import clause_rules
from index.grammar.evidence import REACH, Strength, circumstance, is_document, names_work, reported_after
from index.grammar.frames import DASHES, Frame, Tokens
from index.grammar.nouns import Phrase, is_title
from index.grammar.performers import is_verb, subject_of
from index.grammar.report import Report, Span
from index.grammar.report_rules import ReportRules, report_rules
from index.grammar.reporting_words import Cue, Lexicon
from index.voices.sharing import untangle
from index.words import word_list

_AS_WORD = word_list("grammar", "as_word")
_AS_WORDS = word_list("grammar", "as_words")
_IT = word_list("grammar", "it")
_OBJECT_ARTICLES = word_list("grammar", "object_articles")
_QUE = word_list("grammar", "que")
_THUS = word_list("grammar", "thus")
_WHOM = word_list("grammar", "whom")
_TAG_MARKS = DASHES | {",", "?", "!", "…"}
_TAG_ROOM = 14  # words after ", she said" that may still be circumstances and not speech
_LONGEST_WORK = 36  # characters in the name of a show or a book
_SAID_ELSE = word_list("speech", "said_else")  # "As he spoke of 'our land,' she said nothing"
_TELLING = word_list("speech", "telling")
_SHORTEST = 4  # words and marks of a clause before ", she said"
_HEARER = 6  # words
_ASIDES = word_list("speech", "asides")  # of the author: ", citing police"
_ASIDE = 8  # words between ", she said" and the comma after which the clause goes on
_FAR = 25  # words; a subject farther from its verb shares it with another one
# Words and marks; the longest sentence of the news read has 146. A line of thousands of words without an end
# is no sentence, and reading it would take minutes.
_LONGEST = 600


def find_reports(frame: Frame, lex: Lexicon) -> list[Report]:
    """Return the reports of ``frame`` from left to right; their spans do not overlap."""
    reports: list[Report] = []
    if len(frame.tokens) > _LONGEST:
        return reports
    rules = report_rules(lex.language)
    unlisted = rules.unlisted_verb if rules.unlisted_verb and frame.quoted else None
    for at, token in enumerate(frame.tokens):
        earlier = reports[-1].phrase if reports else None
        report = rules.by_word(frame, at, lex, earlier) if rules.by_word else None
        cue = lex.cues.get(token.low) if report is None else None
        if cue is None and report is None and unlisted:
            cue = unlisted(frame.tokens, at)  # its place beside the quotation makes it one
        if cue is not None:
            report = _cue_report(frame, at, cue, lex, earlier)
        if report is None and rules.by_noun:
            report = rules.by_noun(frame, at, lex)
        if report is not None:
            reports.append(report)
    if not reports:
        whole = rules.whole(frame, lex) if rules.whole else None
        return [whole] if whole else reports
    return untangle(frame, reports, lex)


def _cue_report(frame: Frame, at: int, cue: Cue, lex: Lexicon, earlier: Phrase | None) -> Report | None:
    """What the reporting verb at ``at`` reports, in the active or in the passive."""
    rules = report_rules(lex.language)
    if is_verb(frame.tokens, at, cue, lex, rules):
        return _verb_report(frame, at, cue, lex, earlier)
    return rules.passive(frame, at, cue, lex) if rules.passive else None


# -- verbs ----------------------------------------------------------------------------------


def _verb_report(frame: Frame, at: int, cue: Cue, lex: Lexicon, earlier: Phrase | None) -> Report | None:
    tokens = frame.tokens
    rules = report_rules(lex.language)
    phrase = subject_of(tokens, at, cue, lex, earlier, rules)
    if phrase is None or phrase.negated:
        return None
    low, high = _core(tokens, at, phrase, earlier)
    if cue.form == "base" and phrase.first > at and "infinitives_open" in lex.traits:
        return _opening(frame, at, phrase, cue, lex)
    high += high == at and cue.lemma in lex.particles  # "pointed out"
    joined = phrase == earlier or (low > 0 and "joiners" in tokens[low - 1].kinds)
    report = Report(phrase, (tokens[at].start, tokens[at].end), low, Strength.FIRM, joined=joined)
    told = rules.told_after_comma(tokens, at, phrase, cue) if rules.told_after_comma else None
    if told is not None:
        return report._replace(strength=Strength.WEAK, right=(tokens[told].start, clause_end(frame, told)))
    if cue.form != "ing" and cue.patterns & {"say", "that", "quote"}:
        quoted = _quote_before(tokens, low, lex, cue)
        more = tokens[high + 1].low if high + 1 < len(tokens) else ""
        turned = "tags_turn" in lex.traits and low < at and _resumes(tokens, at, lex) == at + 1
        # Not in "llama “golpe”, el gobierno lo llama “relevo”".
        if quoted is not None and not turned and not (cue.lemma == "say" and more in _SAID_ELSE):
            again = _resumes(tokens, high, lex)
            right = None if again is None else (tokens[again].start, frame.end)
            begin = quoted if tokens[low - 1].low in _AS_WORD else frame.start
            return report._replace(left=(begin, tokens[low].start), right=right, quoted=quoted)
    found = reported_after(tokens, high + 1, cue, phrase, lex)
    if found is not None and found[0] < len(tokens):
        first, strength = found
        asked = strength is Strength.WEAK and "pledge" in cue.patterns and not cue.patterns & {"say", "that"}
        verdict = strength is not Strength.WEAK and not cue.patterns & {"say", "that", "object"}
        right = (tokens[first].start, _end_of(frame, first, phrase, lex))
        if asked and rules.before_circumstance:
            right = (right[0], min(right[1], rules.before_circumstance(tokens, first, right[1])))
        amount = amount_end(tokens, first, cue)
        if amount is not None and amount < len(tokens):
            right = (right[0], min(right[1], tokens[amount].start))
        right = _described_end(frame, first, right, phrase, strength, lex)
        # What follows Spanish "que" is its speaker's; another's in it is only a quotation beside his verb.
        beside = tokens[first].quote is not None and bool(cue.patterns & {"say", "quote"})
        nested = "tags_turn" not in lex.traits or beside
        return report._replace(strength=strength, right=right, verdict=verdict, nested=nested)
    before = (
        phrase.last < at
        if "tags_turn" in lex.traits
        else _only_adverbials(tokens, low - 1, _resumed_clause(tokens, high + 1) is not None)
    )
    return None if cue.form == "ing" or before else _clause_report(frame, high, report, cue, rules)


def _described_end(
    frame: Frame, first: int, right: Span, phrase: Phrase, strength: Strength, lex: Lexicon
) -> Span:
    """End reported words before a clause that only describes their object, and at the comma of an aside."""
    tokens, weak = frame.tokens, strength is Strength.WEAK
    object_end = clause_rules(lex.language).object_end
    if weak and object_end is not None:
        right = (right[0], min(right[1], object_end(tokens, first)))
    aside = (phrase.relative and weak) or _of_object(tokens, phrase)
    if aside and "infinitives_open" in lex.traits:
        comma = next((t.start for t in tokens[first:] if t.text == ","), frame.end)
        right = (right[0], min(comma, right[1]))  # "Una fuente, que pidió la reserva, precisó que"
    return right


def _of_object(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the subject stands in a clause about somebody: "El alcalde, a quien el gremio acusa"."""
    link, before = (tokens[at].low if at >= 0 else "" for at in (phrase.first - 1, phrase.first - 2))
    return link in _WHOM or (link in _QUE and before in _OBJECT_ARTICLES)


def _opening(frame: Frame, at: int, phrase: Phrase, cue: Cue, lex: Lexicon) -> Report | None:
    """Read "Tras asegurar que no llueve, la alcaldesa ...": its words end before the main clause."""
    tokens = frame.tokens
    found = reported_after(tokens[: phrase.first - 1], at + 1, cue, phrase, lex)
    if found is None or found[0] >= phrase.first - 1 or not cue.patterns & {"say", "that"}:
        return None
    right = (tokens[found[0]].start, tokens[phrase.first - 1].start)
    return Report(phrase, (tokens[at].start, tokens[at].end), at, found[1], right=right)


def _end_of(frame: Frame, first: int, phrase: Phrase, lex: Lexicon) -> int:
    """Where reported words end; those of ", which has denied it, said ..." end before the main verb."""
    end, tokens = clause_end(frame, first), frame.tokens
    if not phrase.relative:
        return end
    for comma, verb in pairwise(tokens[first:]):
        cue = lex.cues.get(verb.low)
        main = verb.kinds & {"finite", "being", "auxiliaries"} or (cue and cue.form in ("finite", "past"))
        if comma.text == "," and comma.start < end and main and not verb.name:
            return comma.start
    return end


def _core(tokens: Tokens, at: int, phrase: Phrase, earlier: Phrase | None) -> Span:
    """The tokens from the first to the last word of subject and verb."""
    if phrase == earlier or phrase.last < at - _FAR:
        low = high = at
    else:
        low, high = min(phrase.first, at), max(phrase.last, at)
    while (
        low == at
        and low > 0
        and (tokens[low - 1].kinds & {"perfect", "clitics"} or tokens[low - 1].low in _THUS)
    ):
        low = at = low - 1
    return low, phrase.beside[1] if phrase.beside and phrase.last > at else high


def _quote_before(tokens: Tokens, low: int, lex: Lexicon, cue: Cue) -> int | None:
    """Where the quotation right before subject and verb begins, if there is one."""
    back = low - 1
    if back > 0 and tokens[back].low in _AS_WORD and cue.lemma == "say":
        back -= 1  # "the race 'is a dead heat,' as Brown said in May"
    if back >= 0 and tokens[back].text in _TAG_MARKS:
        back -= 1
    if back < 0 or tokens[back].quote is None or _names_show(tokens, back, lex):
        return None
    if back == low - 1 and is_title(tokens, back):  # "the 'loopholes' she named"
        return None
    return tokens[back].start


def _names_show(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether a quotation before "she said" is the name of a work: on "The Late Show," she said."""
    quote = tokens[at].quote
    short = quote is not None and quote.last - quote.first <= _LONGEST_WORK
    return names_work(tokens, at, lex) or (short and at > 0 and "prepositions" in tokens[at - 1].kinds)


def _resumes(tokens: Tokens, high: int, lex: Lexicon) -> int | None:
    """Where the quoted speaker goes on after "he said": at the next quotation."""
    for at in range(high + 1, min(len(tokens), high + REACH)):
        if tokens[at].quote and not names_work(tokens, at, lex):
            return at
        if tokens[at].low in lex.cues:
            return None
    return None


def _clause_report(frame: Frame, high: int, report: Report, cue: Cue, rules: ReportRules) -> Report | None:
    """A clause, a comma, then subject and verb: "It was late, she said"."""
    tokens, low = frame.tokens, report.low
    mark = low - 1 - (low > 1 and tokens[low - 1].low in _AS_WORDS)
    put = cue.lemma == "put" and mark < low - 1 and high + 1 < len(tokens) and tokens[high + 1].low in _IT
    if put:  # ", as the mayor put it"
        return _as_put(frame, mark, high + 1, report)
    if rules.as_called and rules.as_called(tokens, low, high, cue):
        quote = tokens[mark - (tokens[mark].text == ",")]
        return report._replace(left=(quote.start, quote.end), quoted=quote.start) if quote.quote else None
    told = cue.patterns & {"say", "that"} or (
        "document" in cue.patterns and is_document(tokens, report.phrase)
    )
    if not told or mark < 1 or tokens[mark].text not in _TAG_MARKS or _denied(tokens, mark, report):
        return None
    report = report._replace(strength=Strength.CLAUSE, left=(frame.start, tokens[mark].start))
    after = _after_hearer(tokens, high + 1) if cue.lemma in _TELLING else high + 1
    resumed = _resumed_clause(tokens, after)
    if resumed is not None:
        return report._replace(right=(tokens[resumed].start, frame.end))
    return _tagged(tokens, low, after, report)


def _only_adverbials(tokens: Tokens, mark: int, resumed: bool) -> bool:
    """Whether nothing but adverbials stands before a mark: "On Monday, meanwhile, Brown ordered"."""
    ends = [n for n in range(1, mark + 1) if tokens[n].text == ","]
    if len(ends) == 1:  # "During the strike, the union agreed", but "During the strike, she said, ..."
        verb = any(token.kinds & {"finite", "being", "auxiliaries"} for token in tokens[:mark])
        return ends[0] == mark and not verb and "prepositions" in tokens[0].kinds and not resumed
    return ends[-1:] == [mark] and all(_light(tokens, end - 1) for end in ends)


def _light(tokens: Tokens, last: int) -> bool:
    """Whether the piece that ends here is an adverbial or a single adverb: "meanwhile"."""
    alone = tokens[last - 1].text == "," and tokens[last].kinds & {"adverbs", "times"}
    return bool(alone) or adverbial(tokens, last)


def _tagged(tokens: Tokens, low: int, after: int, report: Report) -> Report | None:
    """A clause with no more than circumstances, or "who ...", after ", said the mayor"."""
    room = len(tokens) - after
    if low < _SHORTEST and tokens[0].text not in DASHES:
        return None
    if room > 1 and tokens[after].text == "," and "relatives" in tokens[after + 1].kinds:
        return report
    if report.phrase.relative or (room > _TAG_ROOM and room > low):
        return None
    return report._replace(tag=True) if room == 0 or circumstance(tokens[after]) else None


def _denied(tokens: Tokens, mark: int, report: Report) -> bool:
    """Whether the author denies what nobody in particular says: "It was no massacre, as some write"."""
    phrase = report.phrase
    vague = phrase.first == phrase.last and "pronominal" in tokens[phrase.first].kinds
    as_they_say = mark < report.low - 1 and tokens[phrase.first].low not in _IT
    return vague and as_they_say and any("negations" in token.kinds for token in tokens[:mark])


def _after_hearer(tokens: Tokens, after: int) -> int:
    """The place after whom somebody tells: ", she told the Gazette on Monday"."""
    place = after
    while place < len(tokens) and place - after < _HEARER and not tokens[place].quote:
        token = tokens[place]
        if token.kinds & {"mark", "prepositions", "times", "finite"} and place > after:
            return place
        place += 1
    return place if place == len(tokens) else after


def _as_put(frame: Frame, mark: int, it: int, report: Report) -> Report | None:
    """Read "..., as the mayor put it" and "As the mayor put it in May, ..."."""
    tokens = frame.tokens
    if mark >= 0:
        return report._replace(left=(frame.start, tokens[mark].end), strength=Strength.CLAUSE)
    comma = next((n for n in range(it + 1, len(tokens) - 2) if tokens[n].text == ","), None)
    return None if comma is None else report._replace(right=(tokens[comma + 1].start, frame.end))


def _resumed_clause(tokens: Tokens, after: int) -> int | None:
    """Where the clause goes on after ", she said," or ", she said in May,"."""
    for place in range(after, min(len(tokens) - 1, after + _ASIDE)):
        if tokens[place].text in _TAG_MARKS:
            nxt = tokens[place + 1]
            apart = nxt.low in _ASIDES or "relatives" in nxt.kinds
            return None if apart else place + 1
        if tokens[place].quote or (place == after and not circumstance(tokens[place])):
            return None
    return None
