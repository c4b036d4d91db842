"""Finds who reports what in one frame: reporting word, speaker's phrase, reported spans.

Evidence decides, most certain first: a quotation beside the verb, "that" or a colon after it,
a clause before it (", she said"), and only for plain verbs of saying a bare clause after it.
"""

from __future__ import annotations

from itertools import pairwise

from index.grammar.amount_phrases import amount_end
from index.grammar.candidates import plausible
from index.grammar.clause_ends import clause_end
from index.grammar.evidence import REACH, Found, Strength, related, reported_after
from index.grammar.frames import DASHES, STOPS, Frame, Tokens
from index.grammar.nouns import Phrase, is_clause_verb, is_title, owns
from index.grammar.performers import is_verb, subject_of
from index.grammar.report import Report, Span
from index.grammar.report_rules import report_rules
from index.grammar.reporting_words import Cue, Lexicon
from index.grammar.works import is_document, names_work
from index.voices.report_ends import (
    asked_end,
    described_end,
    end_of,
    parenthesis_end,
    resumed_main,
    told_end,
)
from index.voices.sharing import untangle
from index.voices.tag_reports import TAG_MARKS, clause_report, only_adverbials, resumed_clause
from index.words import word_list

_AS_WORD = word_list("grammar", "as_word")
_THUS = word_list("grammar", "thus")
_CONTRACTED = word_list("grammar", "contracted")  # "de confundirlos | al afirmar que"
_MEANS = word_list("grammar", "agent_links")
_FOR = word_list("grammar", "for_words")
_FRONTING = word_list("grammar", "fronting")
_MAIN = frozenset({"determiners", "subjects"})
_LONGEST_WORK = 36  # characters in the name of a show or a book
_SAID_ELSE = word_list("speech", "said_else")  # "As he spoke of 'our land,' she said nothing"
_QUOTING = frozenset({"quote"})
_GENITIVES = word_list("grammar", "genitives")
_PUTTING = word_list("grammar", "putting_questions")
_WRITING = word_list("grammar", "writing_verbs")
_TELLING = word_list("speech", "telling")
_FORESEEING = word_list("grammar", "foreseeing")
_TO_HEARERS = word_list("grammar", "to_hearers")
_THINGS_DO = word_list("grammar", "things_do")
_REPEATING = word_list("grammar", "repeating")
_SHORTEST = 12  # characters; shorter quotations inside a sentence are words that the author marks
_LINK_REACH = 4  # words: ", but now | said"
_SPEECH = frozenset({"say", "that", "quote"})
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
        earlier = _going_on(frame, at, reports, lex)
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


def _going_on(frame: Frame, at: int, reports: list[Report], lex: Lexicon) -> Phrase | None:
    """Whose verb a further one may be: behind a comma the main one's, not that of a clause in his words.

    "The mayor granted that some disliked the pier, | but said", "| adding": she does.
    """
    if not reports:
        return None
    near = frame.tokens[max(0, at - _LINK_REACH) : at]
    parted = any(one.text == "," and two.kinds & {"and", "breaks"} for one, two in pairwise(near))
    parted = parted or (near[-1].text == "," and "gerund" in frame.tokens[at].shapes)
    last = len(reports) - 1
    if parted and "gerund" in frame.tokens[at].shapes:
        last = _behind_sources(frame, reports, last, lex)
    if last < 0:
        return None
    if _before_main(frame.tokens, reports[last].phrase.first, at):
        return None
    while parted and last and reports[last - 1].holds(frame.tokens[reports[last].phrase.first].start):
        if _is_source(frame, reports[last - 1], lex):
            break  # "According to the Gazette, the mayor said no, | adding"
        last -= 1
    return reports[last].phrase


def _behind_sources(frame: Frame, reports: list[Report], last: int, lex: Lexicon) -> int:
    """The last report that a verb makes: "Brown wrote a note, according to the Gazette, | saying"."""
    while last >= 0 and _is_source(frame, reports[last], lex):
        last -= 1
    return last


def _is_source(frame: Frame, report: Report, lex: Lexicon) -> bool:
    """Whether "according to" and its like name the speaker."""
    cue = next((token.low for token in frame.tokens if token.start == report.cue[0]), "")
    return cue in lex.according


def _before_main(tokens: Tokens, first: int, at: int) -> bool:
    """Whether a subject is of a clause before the main one: "When the mayor said no, | the cook asked"."""
    link = first - 1
    opens = link >= 0 and tokens[link].low in _FRONTING | _AS_WORD
    opens = opens and (link == 0 or tokens[link - 1].text == "," or "sequels" in tokens[link - 1].kinds)
    commas = [n for n in range(first, at - 1) if tokens[n].text == ","]
    return (
        opens and bool(commas) and (tokens[commas[-1] + 1].name or bool(tokens[commas[-1] + 1].kinds & _MAIN))
    )


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
    shown = "document" in cue.patterns and is_document(tokens, phrase)  # "“...,” the study found"
    if cue.form != "ing" and (shown or cue.patterns & {"say", "that", "quote", "pledge"}):
        quoted = (
            None
            if _announcing(tokens, low, high) or (cue.form == "base" and tokens[at - 1].low in _CONTRACTED)
            else _quote_before(tokens, low, lex, cue, announced=_announces(tokens, high + 1))
        )
        more = tokens[high + 1].low if high + 1 < len(tokens) else ""
        turned = "tags_turn" in lex.traits and low < at and _resumes(tokens, at, lex) == at + 1
        # Not in "llama “golpe”, el gobierno lo llama “relevo”".
        described = phrase.first > at and quoted == tokens[0].start  # "“...”, bromeó una mujer | que huyó"
        turned = turned or (not described and _goes_on_with_that(tokens, high + 1))
        turned = turned or _says_on(tokens, low, at, high, cue, phrase, lex)
        # Not in "Brown, who had felt “some pain”, hopes to play".
        after = tokens[high + 1].kinds if high + 1 < len(tokens) else frozenset()
        written = "subjects" in after or (cue.lemma in _WRITING and "determiners" in after)
        turned = turned or (  # nor in "With one “lark” gone, Brown wrote a letter against them"
            (cue.patterns.isdisjoint(_SPEECH) or written)
            and quoted is not None
            and not _whole(tokens, quoted)
        )
        if quoted is not None and not turned and not (cue.lemma == "say" and more in _SAID_ELSE):
            again = _resumes(tokens, high, lex)
            right = None if again is None else (tokens[again].start, frame.end)
            apart = tokens[low - 1].low in _AS_WORD or _behind_colon(tokens, quoted)
            begin = quoted if apart else frame.start
            end = tokens[low - (tokens[low - 1].low in _AS_WORD)].start
            return report._replace(left=(begin, end), right=right, quoted=quoted)
    closed = _closes_behind_office(tokens, at, low, high, phrase, lex) and "tags_turn" in lex.traits
    tagged = clause_report(frame, high, report, cue, rules) if closed else None
    found = None if tagged else _after_verb(tokens, high + 1, cue, phrase, lex)
    if found is not None and found[0] < len(tokens):
        narrated = _only_narrated(tokens, at, high, found, phrase, cue)
        return None if narrated else _said_after(frame, found, phrase, cue, lex, report)
    before = (
        phrase.last < at
        if "tags_turn" in lex.traits
        else only_adverbials(tokens, low - 1, _goes_on_inside(tokens, high + 1, cue))
    )
    return None if cue.form == "ing" or before else clause_report(frame, high, report, cue, rules)


def _closes_behind_office(tokens: Tokens, at: int, low: int, high: int, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether a clause is closed by a verb whose subject has his office beside him, of whom a relative clause
    then tells: "La obra caerá, aseguró Ana Ejemplo, ministra de Obras, | que llegó ayer".
    """
    behind = tokens[high + 1 : high + 3]
    relative = len(behind) > 1 and behind[0].text == "," and "that" in behind[1].kinds
    if not relative or phrase.beside is None or phrase.first < at or low < 1 or tokens[low - 1].text != ",":
        return False
    verb = any(
        token.quote or (not token.name and ("being" in token.kinds or lex.verb_shaped(token.low)))
        for token in tokens[:low]
    )
    return verb and not tokens[0].kinds & {"prepositions", "boundaries"}


def _after_verb(tokens: Tokens, nxt: int, cue: Cue, phrase: Phrase, lex: Lexicon) -> Found | None:
    """Where the reported words begin behind a verb, those included of which the subject stands before it."""
    if cue.patterns & {"say", "that"} and related(tokens, nxt, phrase):
        return nxt, Strength.CLAUSE
    return reported_after(tokens, nxt, cue, phrase, lex)


def _announces(tokens: Tokens, after: int) -> bool:
    """Whether a comma or a colon and a quotation follow the verb."""
    marked = after + 1 < len(tokens) and tokens[after].text in (",", ":")
    return marked and tokens[after + 1].quote is not None


def _announcing(tokens: Tokens, low: int, high: int) -> bool:
    """Whether a colon ends the sentence behind the verb, and words of the author's stand before a quotation
    in it: "Brown, who “ran the pier”, wrote:".
    """
    return high + 2 == len(tokens) and tokens[high + 1].text == ":" and low > 0 and not tokens[0].quote


def _goes_on_inside(tokens: Tokens, after: int, cue: Cue) -> bool:
    """Whether the clause goes on behind the verb and a comma, and no new one is joined to it.

    Not in "On Monday, Brown praised Reed's cook, a friend, ...": the verb has an object.
    """
    resumed = resumed_clause(tokens, after)
    held = cue.lemma not in _TELLING and after < len(tokens) and tokens[after].name
    return resumed is not None and not held and "and" not in tokens[resumed].kinds


def _opening(frame: Frame, at: int, phrase: Phrase, cue: Cue, lex: Lexicon) -> Report | None:
    """Read "Tras asegurar que no llueve, la alcaldesa ...": its words end before the main clause."""
    tokens = frame.tokens
    found = reported_after(tokens[: phrase.first - 1], at + 1, cue, phrase, lex)
    if found is None or found[0] >= phrase.first - 1 or not cue.patterns & {"say", "that"}:
        return None
    right = (tokens[found[0]].start, tokens[phrase.first - 1].start)
    return Report(phrase, (tokens[at].start, tokens[at].end), at, found[1], right=right)


def _core(tokens: Tokens, at: int, phrase: Phrase, earlier: Phrase | None) -> Span:
    """The tokens from the first to the last word of subject and verb."""
    # "Ejemplo fue clara: “...”, dijo"
    announced = any(token.text == ":" for token in tokens[phrase.last + 1 : at])
    if phrase == earlier or phrase.last < at - _FAR or announced:
        low = high = at
    else:
        low, high = min(phrase.first, at), max(phrase.last, at)
    while (
        low == at
        and low > 0
        and (tokens[low - 1].kinds & {"perfect", "clitics"} or tokens[low - 1].low in _THUS | _CONTRACTED)
    ):
        low = at = low - 1
    return low, phrase.beside[1] if phrase.beside and phrase.last > at else high


def _quote_before(tokens: Tokens, low: int, lex: Lexicon, cue: Cue, *, announced: bool) -> int | None:
    """Where the quotation right before subject and verb begins, if there is one.

    ``announced``: another stands behind the verb: Brown said 'Halt' as | the guards said, 'Run'.
    """
    back = low - 1
    if back > 0 and tokens[back].low in _AS_WORD and cue.lemma == "say" and not announced:
        back -= 1  # "the race 'is a dead heat,' as Brown said in May"
    if back >= 0 and tokens[back].text in TAG_MARKS:
        back -= 1
    if back < 0 or tokens[back].quote is None or _names_show(tokens, back, lex):
        return None
    if back == low - 1 and is_title(tokens, back):  # "the 'loopholes' she named"
        return None
    first = lex.cues.get(tokens[0].low)
    asked = first is not None and first.form == "past" and first.lemma in _PUTTING
    if asked and back > 0 and "mark" not in tokens[back - 1].kinds:
        return None  # "Asked whether it was a “farce”, she said"
    dashes = back > 0 and tokens[back + 1].text in DASHES and tokens[back - 1].text in DASHES
    if dashes and back + 1 < low:  # "He read the note — 'It is late' — and the crowd cheered"
        return None
    return tokens[back].start


def _said_after(
    frame: Frame, found: tuple[int, Strength], phrase: Phrase, cue: Cue, lex: Lexicon, report: Report
) -> Report:
    """The report with the words behind the verb."""
    tokens, (first, strength) = frame.tokens, found
    rules = report_rules(lex.language)
    asked = strength is Strength.WEAK and "pledge" in cue.patterns and not cue.patterns & {"say", "that"}
    verdict = strength is not Strength.WEAK and not cue.patterns & {"say", "that", "object"}
    right = (tokens[first].start, end_of(frame, first, phrase, lex))
    low = min(report.low, phrase.first)
    named = "act" in cue.patterns and "say" not in cue.patterns and tokens[first].low not in _FOR
    if (
        named and low > 0 and tokens[low - 1].low in _AS_WORD
    ):  # "as Brown calls the pier, | the wood is rotten"
        right = (right[0], min(right[1], next((t.start for t in tokens[first:] if t.text == ","), right[1])))
    if asked and rules.before_circumstance:
        right = (right[0], min(right[1], rules.before_circumstance(tokens, first, right[1])))
    amount = amount_end(tokens, first, cue)
    if amount is not None and amount < len(tokens):
        right = (right[0], min(right[1], tokens[amount].start))
    quote = tokens[first].quote
    marked = verdict and quote is not None and quote.stopped
    if marked and first + 1 < len(tokens) and tokens[first + 1].name:
        right = (right[0], tokens[first].end)  # "In a clip that Brown called 'dull,' Reed expressed"
    right = _judged(tokens, right, cue, strength)
    right = _within_beside(tokens, phrase, report.cue[0], right)
    if cue.form == "ing":
        right = (right[0], min(right[1], resumed_main(tokens, first, frame.end)))
    told = told_end(tokens, first, asked_end(tokens, right, cue, lex), phrase, cue, strength, lex)
    if told is None:
        return report._replace(right=None)
    right = told
    judged = strength is Strength.WEAK and not cue.patterns & {"say", "that"}
    if low > 0 and (judged or tokens[low - 1].text in DASHES):
        right = parenthesis_end(tokens, right, low)
    right = described_end(frame, first, right, phrase, strength, lex)
    # What follows Spanish "que" is its speaker's; another's in it is only a quotation beside his verb.
    beside = tokens[first].quote is not None and bool(cue.patterns & {"say", "quote"})
    nested = "tags_turn" not in lex.traits or beside
    inner = related(tokens, first, phrase)
    return report._replace(strength=strength, right=right, verdict=verdict, nested=nested, related=inner)


def _within_beside(tokens: Tokens, phrase: Phrase, place: int, right: Span) -> Span:
    """End words reported beside a name with what stands there: "Ejemplo, who asks for bread, | said"."""
    first, last = phrase.beside or (0, 0)
    inside = tokens[first].start < place < tokens[last].end
    closed = last + 1 < len(tokens) and tokens[last + 1].text == ","
    return (right[0], min(right[1], tokens[last].end)) if inside and closed else right


def _only_narrated(
    tokens: Tokens, at: int, high: int, found: tuple[int, Strength], phrase: Phrase, cue: Cue
) -> bool:
    """Whether a verb tells what is done and no words: "in predicting storms", "they would go home, “...”"."""
    first, strength = found
    before = tokens[at - 1] if at else tokens[at]
    if strength is Strength.WEAK and "and" in tokens[first].kinds:
        return True  # "a quienes trataron y echaron como perros"
    if strength is Strength.WEAK and _only_times(tokens, first):
        return True  # "a plan that Brown announced earlier this year"
    if strength is Strength.WEAK and cue.lemma in _THINGS_DO and not plausible(tokens, phrase):
        return True  # "Another crash apparently claimed the computer"
    if strength is Strength.WEAK and cue.lemma in _REPEATING and any(map(owns, tokens[first : first + 4])):
        return True  # "repeating the council's hope of a good summer"
    if cue.form == "ing" and strength is Strength.WEAK and "prepositions" in before.kinds:
        return cue.lemma in _FORESEEING or before.low in _MEANS  # "by disclosing the letters"
    return cue.form == "base" and cue.patterns <= _QUOTING and first > high + 2


def _only_times(tokens: Tokens, first: int) -> bool:
    """Whether nothing but a time stands there up to the next mark: "this year"."""
    stop = next((n for n in range(first, len(tokens)) if tokens[n].kinds & STOPS), len(tokens))
    words = tokens[first:stop]
    times = any("times" in word.kinds for word in words)
    return times and all(word.kinds & {"times", "determiners", "adverbs", "time_links"} for word in words)


def _judged(tokens: Tokens, right: Span, cue: Cue, strength: Strength) -> Span:
    """End a verdict whose subject then does something: "called it a “novel” | and cut the money"."""
    for quoted, after in pairwise(tokens) if strength is Strength.WEAK and "act" in cue.patterns else ():
        if right[0] <= quoted.start < right[1] and quoted.quote and after.kinds & {"and", "sequels"}:
            return right[0], min(right[1], quoted.end)
    return right


def _whole(tokens: Tokens, place: int) -> bool:
    """Whether the quotation that begins at ``place`` opens its sentence or is a sentence."""
    quote = next((token.quote for token in tokens if token.start == place), None)
    return tokens[0].start == place or (quote is not None and quote.stopped)


def _says_on(tokens: Tokens, low: int, at: int, high: int, cue: Cue, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether a quotation before the verb is whole and the verb has a clause of its own: '"What wall?" Brown
    said the fog had cleared.': the quotation is of whoever spoke before.
    """
    quote = tokens[low - 1].quote if low and phrase.last < at and "say" in cue.patterns else None
    if quote is None or not quote.ended or cue.lemma in _TO_HEARERS or high + 2 >= len(tokens):
        return False
    after, head = tokens[high + 1], tokens[high + 1 : high + 1 + _LINK_REACH]
    begins = "that" in after.kinds or after.name or after.kinds & {"determiners", "subjects"}
    stop = next((n for n in range(high + 2, len(tokens)) if tokens[n].kinds & STOPS), len(tokens))
    verb = any(map(is_clause_verb, tokens[high + 2 : stop]))
    if not (begins and verb) or any(token.kinds & {"times"} for token in head[1:]):
        return False
    found = reported_after(tokens, high + 1, cue, phrase, lex)
    return found is not None and found[1] is not Strength.WEAK


def _goes_on_with_that(tokens: Tokens, at: int) -> bool:
    """Whether a verb has its words behind it: "Farrow spoke of “theft”, Holm said that it was none"."""
    if at + 1 >= len(tokens) or "that" not in tokens[at].kinds:
        return False
    aside = tokens[at + 1].text == "," and at + _LINK_REACH < len(tokens)  # "dijo que, si llueve, saldrá"
    return "times" not in tokens[at + 1].kinds and (aside or not tokens[at + 1].kinds & STOPS)


def _behind_colon(tokens: Tokens, quoted: int) -> bool:
    """Whether a colon stands before the quotation, so that the words before it are the author's."""
    return any(
        token.text == ":" and nxt.quote is not None and nxt.start == quoted for token, nxt in pairwise(tokens)
    )


def _names_show(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether a quotation before "she said" is the name of a work: on "The Late Show," she said."""
    quote = tokens[at].quote
    short = quote is not None and quote.last - quote.first <= _LONGEST_WORK
    return names_work(tokens, at, lex) or (short and at > 0 and "prepositions" in tokens[at - 1].kinds)


def _marked_word(tokens: Tokens, at: int) -> bool:
    """Whether a quotation is a word of the author's sentence: "she said after the victory of 'no'"."""
    quote = tokens[at].quote
    if quote is None or quote.stopped or at == 0:
        return False
    size, before = quote.last - quote.first, tokens[at - 1]
    behind = tokens[
        at + 1 : at + 2
    ]  # "said Ana Ejemplo, 'senior cook' of the inn", "fears for the 'next wish' of"
    tied = bool(behind) and behind[0].low in _GENITIVES and size < 2 * _SHORTEST
    if tied and (before.text == "," or "determiners" in before.kinds):
        return True
    return size < _SHORTEST and "mark" not in before.kinds


def _resumes(tokens: Tokens, high: int, lex: Lexicon) -> int | None:
    """Where the quoted speaker goes on after "he said": at the next quotation."""
    for at in range(high + 1, min(len(tokens), high + REACH)):
        if tokens[at].quote and not names_work(tokens, at, lex):
            return None if _marked_word(tokens, at) else at
        if tokens[at].low in lex.cues:
            return None
    return None
