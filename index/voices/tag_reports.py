"""A clause, and behind its comma who says it: "It was late, she said", "It was late, as the mayor put it"."""

from __future__ import annotations

from index.grammar.adjuncts import adverbial
from index.grammar.candidates import tells_office
from index.grammar.clause_ends import sets_against
from index.grammar.clause_starts import said_before
from index.grammar.evidence import Strength, circumstance
from index.grammar.frames import DASHES, Frame, Token, Tokens
from index.grammar.nouns import is_clause_verb
from index.grammar.report import Report
from index.grammar.report_rules import ReportRules
from index.grammar.reporting_words import Cue
from index.grammar.works import is_document
from index.words import word_list

_AS_WORDS = word_list("grammar", "as_words")
_DEGREES = word_list("names", "degrees")
_ROLE_LINKS = word_list("texts", "role_links")
_INDEFINITE = word_list("grammar", "indefinite")
_FRONTING = word_list("grammar", "fronting")
_IT = word_list("grammar", "it")
_NOBODY = word_list("grammar", "nobody")
_THERE = word_list("grammar", "existential")
_EXISTING = frozenset({"being", "auxiliaries", "perfect"})
TAG_MARKS = DASHES | {",", "?", "!", "…"}
_TAG_ROOM = 14  # words after ", she said" that may still be circumstances and not speech
_TELLING = word_list("speech", "telling")
_SHORTEST = 4  # words and marks of a clause before ", she said"
_HEARER = 6  # words
_ASIDES = word_list("speech", "asides")  # of the author: ", citing police"
_ASIDE = 8  # words between ", she said" and the comma after which the clause goes on


def clause_report(frame: Frame, high: int, report: Report, cue: Cue, rules: ReportRules) -> Report | None:
    """A clause, a comma, then subject and verb: "It was late, she said"."""
    tokens, low = frame.tokens, report.low
    mark = low - 1 - (low > 0 and tokens[low - 1].low in _AS_WORDS)
    put = (
        "aside" in cue.patterns and mark < low - 1 and high + 1 < len(tokens) and tokens[high + 1].low in _IT
    )
    if put:  # ", as the mayor put it"
        return _as_put(frame, mark, high + 1, report)
    if mark > 0 and rules.as_called and rules.as_called(tokens, low, high, cue):
        quote = tokens[mark - (tokens[mark].text == ",")]
        return report._replace(left=(quote.start, quote.end), quoted=quote.start) if quote.quote else None
    told = cue.patterns & {"say", "that"} or (
        "document" in cue.patterns and is_document(tokens, report.phrase)
    )
    if not told or mark < 1 or tokens[mark].text not in TAG_MARKS or _denied(tokens, mark, report):
        return None
    after = _after_hearer(tokens, high + 1) if cue.lemma in _TELLING else high + 1
    resumed = resumed_clause(tokens, after)
    left = said_before(frame, mark + 1, inside=resumed is not None)
    report = report._replace(strength=Strength.CLAUSE, left=left and (left[0], tokens[mark].start))
    if resumed is not None and sets_against(tokens, resumed):
        return report  # "The pier was lost, Brown said, | but nobody was hurt"
    if resumed is not None:
        return report._replace(right=(tokens[resumed].start, frame.end))
    return _tagged(tokens, low, after, report)


def only_adverbials(tokens: Tokens, mark: int, resumed: bool) -> bool:
    """Whether nothing but adverbials stands before a mark: "On Monday, meanwhile, Brown ordered"."""
    ends = [n for n in range(1, mark + 1) if tokens[n].text == ","]
    if len(ends) == 1:  # "During the strike, the union agreed", but "During the strike, she said, ..."
        verb = any(token.kinds & {"finite", "being", "auxiliaries"} for token in tokens[:mark])
        opens = "prepositions" in tokens[0].kinds or tokens[0].low in _AS_WORDS  # "As a member, she called"
        timed = tokens[0].low in _FRONTING  # "When pressed by the council, Brown did apologize"
        return ends[0] == mark and (timed or (not verb and opens)) and not resumed
    return ends[-1:] == [mark] and all(_light(tokens, end - 1) for end in ends)


def _light(tokens: Tokens, last: int) -> bool:
    """Whether the piece that ends here is an adverbial or a single adverb: "meanwhile"."""
    first = last
    while first > 0 and "mark" not in tokens[first - 1].kinds:
        first -= 1
    alone = first == last and tokens[last].kinds & {"adverbs", "times"}
    timed = tokens[last].kinds & {"adverbs", "times"} and any("times" in t.kinds for t in tokens[first:last])
    existing = first < last and tokens[first].low in _THERE and bool(tokens[first + 1].kinds & _EXISTING)
    # "meanwhile", "eight months later", but not "In Ardale, | there was a crowd"
    return not existing and (bool(alone or timed) or adverbial(tokens, last))


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
    """Whether it stays open who is denied: "It was no massacre, as some write", "It did not begin in the
    kitchen, as the brigade says". Those behind the "as" may have said the contrary.
    """
    as_they_say = mark < report.low - 1 and tokens[report.phrase.first].low not in _IT
    return as_they_say and any("negations" in t.kinds or t.low in _NOBODY for t in tokens[:mark])


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


def _only_does(tokens: Tokens, at: int) -> bool:
    """Whether a gerund tells what the speaker does: ", denying that"; not in ", meeting is hard"."""
    if "gerund" not in tokens[at].shapes:
        return False
    for token in tokens[at + 1 : at + 1 + _ASIDE]:
        if token.kinds & {"that", "mark", "quotation"}:
            return True
        if token.kinds & {"finite", "being", "auxiliaries"}:
            return False
    return True


def _more_office(tokens: Tokens, at: int) -> bool:
    """Whether only an office of the speaker's follows: ", said Brown, a cook, | and the host"."""
    rest = tokens[at + 1 :]
    joined = False
    if rest:  # the sentence does not break off: ", said Brown, | and"
        joined = "and" in tokens[at].kinds and "determiners" in rest[0].kinds
        joined = joined or (tokens[at].low in _ROLE_LINKS and _degree(tokens[at - 2]) and rest[-1].name)
    if any(is_clause_verb(token) or token.quote for token in tokens[at:]):
        return False
    office = (
        tells_office(tokens, at) or tokens[at].low in _INDEFINITE
    )  # ", says Brown, a cook at Halcyon, | a firm"
    return joined or (office and any(map(is_clause_verb, tokens[:at])))


def _degree(token: Token) -> bool:
    """Whether a word between commas is a degree of the speaker's: ", said Brown, PhD, | of the Red Star"."""
    return token.name and token.low.replace(".", "") in _DEGREES


def resumed_clause(tokens: Tokens, after: int) -> int | None:
    """Where the clause goes on after ", she said," or ", she said in May,"."""
    for place in range(after, min(len(tokens) - 1, after + _ASIDE)):
        if tokens[place].text in TAG_MARKS:
            nxt = tokens[place + 1]
            apart = nxt.low in _ASIDES or "relatives" in nxt.kinds or _only_does(tokens, place + 1)
            apart = apart or _more_office(tokens, place + 1)
            return None if apart else place + 1
        if tokens[place].quote or (place == after and not circumstance(tokens[place])):
            return None
    return None
