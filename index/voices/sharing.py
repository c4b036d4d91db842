"""Shares the words of a sentence among its reports, so that no span has two speakers."""

from __future__ import annotations

from index.grammar.evidence import Strength
from index.grammar.frames import Frame
from index.grammar.nouns import PERSONAL
from index.grammar.report import Report, Span
from index.grammar.reporting_words import Lexicon
from index.grammar.works import is_document
from index.words import word_list

_LAST = 8  # words and marks from a verb that closes a sentence to its end
_PAPERS = word_list("names", "papers")
_AS_WORD = word_list("grammar", "as_word")


def untangle(frame: Frame, reports: list[Report], lex: Lexicon) -> list[Report]:
    """Return the reports of a frame with spans that do not overlap: an inner one keeps what follows it,
    an outer one the rest.
    """
    kept: list[Report] = []
    for found in reports:
        place = frame.tokens[found.low].start
        kept = [each for each in kept if not _only_relays(frame, each, found, lex)]
        inside = any(each.right and each.right[0] <= place < each.right[1] for each in kept)
        aside = found.phrase.dropped and found.quoted is None  # "dijo que X, a su juicio, ..."
        own = (
            (found.left is not None and not aside)
            or found.joined
            or (found.nested and _firm_words(frame, found, lex))
        )
        again = found.joined and found.left is not None and found.quoted is None
        if inside and (again or not own):
            continue  # "A said that B claimed ...": all of it is known from A
        if found.quoted is not None:  # "They spoke about it, 'our plan', the mayor said": it is all his
            if found.low and frame.tokens[found.low - 1].low in _AS_WORD:  # "'our plan,' as Brown said"
                kept = [_before_quote(each, found.quoted) for each in kept]
            kept = [each for each in kept if each.strength is Strength.FIRM or not each.holds(found.quoted)]
        if found.left is not None and found.quoted is None:  # "A fire that B said was small, C said"
            kept = [each for each in kept if not (each.related and _inside(each, found.left))]
        if _closes(frame, found, kept):
            kept = []  # whoever closes the sentence says all of it
        announced = _announced_already(frame, found, kept)
        if announced:  # "Brown scolded him: '...,' she said": the name says more than the pronoun
            kept = [_ended(each, found.quoted, place) for each in kept]
        report = found._replace(left=None if announced else _free_left(frame, found, kept))
        if found.joined and found.low and "joiners" in frame.tokens[found.low - 1].kinds:
            place = frame.tokens[found.low - 1].start
        if report.spans:
            kept = [*(_cut(each, report, place) for each in kept), report]
    return [each for each in kept if each.spans]


def _only_relays(frame: Frame, outer: Report, inner: Report, lex: Lexicon) -> bool:
    """Whether all that a paper is the source of is what another says: "According to the Gazette, | the cooks
    say they know of three lamps".
    """
    tokens, phrase = frame.tokens, inner.phrase
    cue = next((token.low for token in tokens if token.start == outer.cue[0]), "")
    paper = tokens[outer.phrase.last].name and tokens[outer.phrase.last].low in _PAPERS
    if cue not in lex.according or not paper or inner.right is None or phrase.dropped:
        return False
    own = tokens[phrase.first]
    pronoun = phrase.first == phrase.last and bool(own.kinds & PERSONAL)
    said = lex.cues.get(next((token.low for token in tokens if token.start == inner.cue[0]), ""))
    begun = [token for token in tokens if outer.holds(token.start) and "mark" not in token.kinds]
    return begun[:1] == [own] and not pronoun and said is not None and "say" in said.patterns


def _inside(report: Report, span: Span) -> bool:
    """Whether all that is reported lies in a span."""
    return all(span[0] <= start and end <= span[1] for start, end in report.spans)


def _closes(frame: Frame, found: Report, kept: list[Report]) -> bool:
    """Whether somebody closes a sentence, with a quotation of his only where it told what a document says:
    "The report found that it fell “at night”, “without warning”, said the judge".
    """
    if found.tag:
        return not any(each.quoted or each.left for each in kept)
    closed = found.quoted is not None and found.right is None
    closed = closed and found.cue[1] > frame.tokens[-_LAST:][0].start
    told = [is_document(frame.tokens, each.phrase) for each in kept]
    return closed and bool(told) and all(told) and not is_document(frame.tokens, found.phrase)


def _ended(report: Report, quoted: int | None, place: int) -> Report:
    """End a report of the quotation that begins at ``quoted`` before ``place``."""
    if report.right is None or report.right[0] != quoted:
        return report
    return report._replace(right=(report.right[0], place))


def _before_quote(report: Report, quoted: int) -> Report:
    """End a report before the quotation that another holds in the midst of its words."""
    if report.right is None or not report.right[0] < quoted < report.right[1]:
        return report
    return report._replace(right=(report.right[0], quoted))


def _announced_already(frame: Frame, found: Report, kept: list[Report]) -> bool:
    """Whether the quotation before "she said" was announced by a colon of an earlier report."""
    first, last = found.phrase.first, found.phrase.last
    pronoun = first == last and bool(frame.tokens[first].kinds & PERSONAL)
    return pronoun and any(each.right is not None and each.right[0] == found.quoted for each in kept)


def _firm_words(frame: Frame, report: Report, lex: Lexicon) -> bool:
    """Whether a report keeps its quotation inside the words of another.

    Not "the mayor said she thought that ...": what she thinks is known from what she says.
    """
    if report.strength is not Strength.FIRM or not report.quotes(frame):
        return False
    first, last = report.phrase.first, report.phrase.last
    pronoun = first == last and bool(frame.tokens[first].kinds & PERSONAL)
    cue = next((token.low for token in frame.tokens if token.start == report.cue[0]), "")
    return not (pronoun and cue in lex.cues and lex.cues[cue].lemma in lex.attitudes)


def _free_left(frame: Frame, report: Report, kept: list[Report]) -> Span | None:
    """What of the left span no earlier report holds; a quotation beside the verb is always its own."""
    if report.left is None:
        return None
    start, end = report.left
    if report.quoted is not None:
        return (report.quoted if kept else start, end)
    start = max([start, *(stop for each in kept for _, stop in each.spans)])
    # "A, según Ejemplo, y B, según Muestra": the first source is no word of the second
    told = [_source_end(frame, each) for each in kept if each.left and start <= each.cue[0] < end]
    start = max([start, *told])
    return (start, end) if start < end else None


def _source_end(frame: Frame, report: Report) -> int:
    """Where cue and speaker of a report end, and the mark behind them."""
    at = max(report.phrase.last, report.phrase.beside[1] if report.phrase.beside else 0)
    end = max(report.cue[1], frame.tokens[at].end)
    after = next((token for token in frame.tokens[at + 1 :] if token.start >= end), None)
    return after.end if after is not None and after.text in (",", ")") else end


def _cut(earlier: Report, later: Report, place: int) -> Report:
    """End the right span of an earlier report where the words of a later one begin."""
    if earlier.right is None:
        return earlier
    first, end = earlier.right
    if later.left is not None:
        end = min(end, later.left[0]) if later.left[0] >= first else end
    elif later.right is not None and later.right[0] >= first:  # the nearer verb has the quotation
        end = min(end, place if later.joined else later.right[0])
    return earlier._replace(right=(first, end) if end > first else None)
