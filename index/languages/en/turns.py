"""Turns of English reporting: "As Brown told the Gazette, ...", "quoted Brown as saying", "made it clear"."""

from __future__ import annotations

from collections.abc import Callable

from index.grammar.candidates import plausible, speaks, subject_alone
from index.grammar.clause_ends import clause_end
from index.grammar.evidence import Strength
from index.grammar.frames import STOPS, Frame, Tokens
from index.grammar.nouns import Phrase, owns, phrase_ending
from index.grammar.report import Report
from index.grammar.reporting_words import Lexicon
from index.grammar.subjects import subject_after, subject_before
from index.text.people import given_names

_BEFORE_VIEW = STOPS | {"being", "and", "adverbs", "that", "boundaries"}
_VIEWS = frozenset({"view", "opinion", "estimation", "eyes"})
_SAYING = frozenset({"saying", "telling", "calling", "writing", "adding", "declaring", "warning"})
_FEELINGS = frozenset(
    {
        "concern",
        "concerns",
        "fear",
        "fears",
        "hope",
        "hopes",
        "doubt",
        "doubts",
        "belief",
        "confidence",
        "optimism",
    }
    | {"regret", "surprise", "worry", "worries", "alarm", "dismay", "anger", "frustration", "disappointment"}
    | {"possibility", "prospect", "view", "opinion", "conviction", "suspicion", "suspicions"}
)
_EXPRESSED = frozenset(
    {"expressed", "expresses", "express", "voiced", "voices", "raised", "raises", "reiterated"}
)
_TO_WHOM = frozenset({"for", "to"})
TURNS = (
    frozenset({"as", "how", "clear"}) | _TO_WHOM | _VIEWS | _SAYING | _FEELINGS
)  # words that turns are looked for at
_NEVER_BEFORE = frozenset({"its"})
_MOST_TOLD = 8  # words from a verb to the comma: "As the mayor told the Gazette in May,"
_QUOTED = frozenset({"quoted", "quotes", "cited", "cites"})
_NAMED = 8  # words of a name between "quoted" and "as saying"
_MADE = frozenset({"made", "makes", "make", "making"})


def turn_of(frame: Frame, at: int, lex: Lexicon) -> Report | None:
    """Return the report that a turn of phrase at token ``at`` makes, or None."""
    low, before = frame.tokens[at].low, frame.tokens[at - 1].low if at else ""
    if low == "as" and at == 0:
        return _as_told(frame, lex)
    if low in _TO_WHOM:
        return _to_somebody(frame, lex) if at == 0 else None
    for words, read in _READERS:
        if low in words:
            return read(frame, at, lex) if at > 1 and before not in _NEVER_BEFORE else None
    return _quoted_as(frame, at, lex) if low in _SAYING and before == "as" and at > 1 else None


def _expressed(frame: Frame, at: int, lex: Lexicon) -> Report | None:
    """Read "Brown voiced fears that ...", "raised the possibility that ..."."""
    tokens = frame.tokens
    verb = next((n for n in range(at - 1, max(0, at - _NAMED), -1) if tokens[n].low in _EXPRESSED), None)
    if verb is None or at + 2 >= len(tokens) or "that" not in tokens[at + 1].kinds:
        return None
    if any(_mark(tokens, n) or "prepositions" in tokens[n].kinds for n in range(verb, at)):
        return None
    phrase = subject_before(tokens, verb, lex)
    if phrase is None or phrase.negated or not speaks(tokens, subject_alone(tokens, phrase)):
        return None
    phrase = subject_alone(tokens, phrase)
    right = (tokens[at + 2].start, clause_end(frame, at + 2))
    cued = (tokens[verb].start, tokens[verb].end)
    return Report(phrase, cued, phrase.first, Strength.FIRM, right=right)


def _in_view(frame: Frame, at: int, _lex: Lexicon) -> Report | None:
    """Read "The pier is, in her view, a waste" and "In Brown's opinion, the pier is a waste"."""
    tokens = frame.tokens
    if at < 2 or at + 2 >= len(tokens) or tokens[at + 1].text != ",":
        return None
    begin = next((n for n in range(at - 2, max(-1, at - _NAMED), -1) if tokens[n].low in ("in", "to")), None)
    mine = owns(tokens[at - 1]) or tokens[at - 1].low in ("his", "her", "their")
    if begin is None or not mine:
        return None
    if begin and not tokens[begin - 1].kinds & _BEFORE_VIEW:
        return None  # "drawing attention to her view, she"
    owner = Phrase(begin + 1, at - 1)
    if not speaks(tokens, owner) and begin + 1 < at - 1:
        return None
    left = (frame.start, tokens[begin].start) if begin else None
    cued = (tokens[begin].start, tokens[at].end)
    right = (tokens[at + 2].start, frame.end)
    return Report(owner, cued, begin, Strength.CLAUSE, left=left, right=right)


def _to_somebody(frame: Frame, lex: Lexicon) -> Report | None:
    """Read "For Ana Brown, a baker, the pier is “a waste”": how somebody sees it, in words of his."""
    tokens = frame.tokens
    phrase = subject_after(tokens, 0, lex) if frame.quoted else None
    if phrase is None or phrase.first != 1:
        return None
    person = tokens[phrase.last].name and any(token.low in given_names() for token in tokens[1 : phrase.last])
    after = phrase.beside[1] + 1 if phrase.beside else phrase.last + 1
    if after < len(tokens) and not phrase.beside and tokens[after].text == ",":
        after = phrase.last + 1
    if not person or after + 2 >= len(tokens) or tokens[after].text != ",":
        return None
    clause = tokens[after + 1 :]
    if not any("being" in token.kinds for token in clause) or any(
        t.low in lex.cues for t in clause if not t.name
    ):
        return None
    cued = (tokens[0].start, tokens[0].end)
    return Report(phrase, cued, 0, Strength.FIRM, right=(tokens[after + 1].start, frame.end))


def _as_told(frame: Frame, lex: Lexicon) -> Report | None:
    """Read "As Brown told the Gazette, the pier is rotten": what follows the comma is Brown's."""
    tokens = frame.tokens
    verb = next((n for n in range(2, min(len(tokens), _MOST_TOLD)) if _says(tokens, n, lex)), None)
    if verb is None:
        return None
    comma = next((n for n in range(verb + 1, min(len(tokens), verb + _MOST_TOLD)) if _mark(tokens, n)), None)
    if comma is None or tokens[comma].text != "," or comma + 2 >= len(tokens):
        return None
    told = lex.cues[tokens[verb].low].lemma == "tell"
    loose = comma > verb + 1 and not (told or tokens[verb + 1].kinds & {"prepositions", "times", "ends"})
    phrase = subject_before(tokens, verb, lex)
    if loose or phrase is None or phrase.first != 1 or phrase.negated or not speaks(tokens, phrase):
        return None
    if tokens[comma + 1].low in ("i", "we"):  # "As the mayor said so, I laughed"
        return None
    cued = (tokens[verb].start, tokens[verb].end)
    right = (tokens[comma + 1].start, frame.end)
    return Report(phrase, cued, 0, Strength.FIRM, right=right)


def _says(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    cue = lex.cues.get(tokens[at].low)
    return cue is not None and "say" in cue.patterns and cue.form in ("finite", "past")


def _mark(tokens: Tokens, at: int) -> bool:
    return "mark" in tokens[at].kinds or tokens[at].quote is not None


def _quoted_as(frame: Frame, at: int, lex: Lexicon) -> Report | None:
    """Read "was quoted as saying that ...", "'...', the Gazette quoted Brown as saying": Brown's words."""
    tokens = frame.tokens
    verb = next((n for n in range(at - 2, max(-1, at - _NAMED), -1) if tokens[n].low in _QUOTED), None)
    if verb is None:
        return None
    passive = verb > 0 and bool({"being", "adverbs"} & tokens[verb - 1].kinds)
    phrase = (
        subject_before(tokens, verb, lex, progressive=True)
        if passive
        else (phrase_ending(tokens, at - 2, lex) if at - 2 > verb else None)
    )
    if phrase is None or not speaks(tokens, subject_alone(tokens, phrase)):
        return None
    after = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].kinds >= {"that"})
    cued = (tokens[at].start, tokens[at].end)
    report = Report(phrase, cued, min(verb, phrase.first), Strength.FIRM, joined=True)
    if after < len(tokens) and not _closing(tokens, after):
        start = next((n for n in range(after, len(tokens)) if tokens[n].text not in ",:"), after)
        return report._replace(right=(tokens[start].start, clause_end(frame, start)))
    first = min(verb, phrase.first)
    quote = next((n for n in range(first - 1, -1, -1) if tokens[n].quote), None)
    if quote is None:
        return None
    return report._replace(left=(tokens[quote].start, tokens[quote].end), quoted=tokens[quote].start)


def _closing(tokens: Tokens, at: int) -> bool:
    """Whether nothing reported follows: the end, a day, a place."""
    return bool(tokens[at].kinds & {"times", "prepositions"})


def _was_how(frame: Frame, at: int, lex: Lexicon) -> Report | None:
    """Read "'A joke,' was how Brown described it"."""
    tokens = frame.tokens
    quote = next((n for n in range(at - 1, max(-1, at - 4), -1) if tokens[n].quote), None)
    if quote is None or not tokens[at - 1].kinds & {"being"}:
        return None
    phrase = subject_after(tokens, at, lex)
    verb = phrase.last + 1 if phrase else len(tokens)
    if phrase is None or verb >= len(tokens) or tokens[verb].low not in lex.cues:
        phrase = next(
            (Phrase(at + 1, n - 1) for n in range(at + 2, len(tokens)) if tokens[n].low in lex.cues), None
        )
    if phrase is None or not plausible(tokens, phrase) or not speaks(tokens, phrase):
        return None
    cued = (tokens[phrase.last + 1].start, tokens[phrase.last + 1].end)
    left = (tokens[quote].start, tokens[quote].end)
    return Report(phrase, cued, at, Strength.FIRM, left=left, quoted=tokens[quote].start)


def _made_clear(frame: Frame, at: int, lex: Lexicon) -> Report | None:
    """Read "Brown made (it) clear that ..."."""
    tokens = frame.tokens
    verb = at - 1 - (at > 1 and tokens[at - 1].low == "it")
    if verb < 1 or tokens[verb].low not in _MADE or at + 2 >= len(tokens):
        return None
    phrase = subject_before(tokens, verb, lex)
    that = "that" in tokens[at + 1].kinds
    if phrase is None or phrase.negated or not (that or tokens[at - 1].low == "it"):
        return None
    phrase = subject_alone(tokens, phrase)
    if not (plausible(tokens, phrase) and speaks(tokens, phrase)):
        return None
    start = at + 1 + that
    right = (tokens[start].start, clause_end(frame, start))
    return Report(phrase, (tokens[verb].start, tokens[at].end), phrase.first, Strength.FIRM, right=right)


_READERS: tuple[tuple[frozenset[str], Callable[[Frame, int, Lexicon], Report | None]], ...] = (
    (frozenset({"how"}), _was_how),
    (frozenset({"clear"}), _made_clear),
    (_VIEWS, _in_view),
    (_FEELINGS, _expressed),
)
