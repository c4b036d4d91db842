"""Reports in the passive: "was called a farce by the mayor", "was charged with 'theft'"."""

from __future__ import annotations

from index.grammar.candidates import plausible, speaks
from index.grammar.clause_ends import clause_end
from index.grammar.evidence import Strength
from index.grammar.frames import Frame, Tokens
from index.grammar.nouns import Phrase
from index.grammar.report import Report, Span
from index.grammar.reporting_words import Cue, Lexicon
from index.grammar.subjects import subject_after
from index.words import word_list

_DAY_LINKS = word_list("grammar", "day_links", "en")
_CHARGED = 5  # words from "was" to "charged": "was later arrested and charged"
_AGENT_REACH = 6  # words between the participle and its "by": "was described on Monday by"
_TELLING = frozenset({"tell", "inform", "remind", "warn", "advise", "assure"})
_NAMING = frozenset({"call", "label", "brand", "dub"})
_TIED = frozenset({("of", "accuse"), ("with", "charge")})  # the preposition of one verb alone


def passive_report(frame: Frame, at: int, cue: Cue, lex: Lexicon) -> Report | None:
    """Read "was denounced by the union as ..." and "was called 'a farce' by the union"."""
    tokens = frame.tokens
    if cue.form != "past" or not cue.patterns & {"act", "say", "that"}:
        return None
    by = _agent_place(tokens, at)
    phrase = subject_after(tokens, by, lex, bare=True) if by is not None else None
    if by is None or phrase is None or phrase.first != by + 1:
        return None
    phrase = _agent(tokens, phrase, cue)
    beside = phrase.beside  # "by the manager, Ana Ejemplo, that"
    after = phrase.last + 1 if beside is None else beside[1] + 1
    after += beside is not None and after < len(tokens) and tokens[after].text == ","
    after = _behind_day(tokens, after)
    right = None if "occasions" in tokens[phrase.last].kinds else _reported(frame, at, by, after, cue)
    if right is None or not (speaks(tokens, phrase) and plausible(tokens, phrase)):
        return None  # "by Monday", "by mail", "by saying"
    cued = (tokens[at].start, tokens[at].end)
    return Report(phrase, cued, at, Strength.CLAUSE, right=right, verdict=cue.lemma not in _TELLING)


def _reported(frame: Frame, at: int, by: int, after: int, cue: Cue) -> Span | None:
    """The words that the agent after ``by`` says; ``after`` is the place behind the agent."""
    tokens = frame.tokens
    quoted = [token for token in tokens[at + 1 : by] if token.quote]
    if quoted:
        return quoted[0].start, quoted[-1].end
    if cue.lemma in _NAMING and "determiners" in tokens[at + 1].kinds:  # "was called a charlatan by"
        return tokens[at + 1].start, tokens[by].start
    if after + 1 >= len(tokens):
        return None
    if "that" in tokens[after].kinds:
        return tokens[after + 1].start, clause_end(frame, after + 1)
    low = tokens[after].low
    blamed = low == "for" and cue.lemma not in _NAMING
    if "act" not in cue.patterns or not (low == "as" or blamed or (low, cue.lemma) in _TIED):
        return None
    end = clause_end(frame, after)
    if at and tokens[at - 1].text == ",":  # "The plan, described by critics as a gift, was dropped"
        end = next((token.start for token in tokens[after:] if token.text == ","), end)
    return tokens[after].start, end


def charge(frame: Frame, at: int, cue: Cue) -> Report | None:
    """Read "was arrested and charged with 'theft'": whoever brings a charge in court is an authority.

    Only where the sentence or the words around it speak of arrest or court: a duty is no charge.
    """
    tokens = frame.tokens
    if cue.lemma != "charge" or cue.form != "past" or at + 2 >= len(tokens):
        return None
    quote = next((n for n in range(at + 2, min(len(tokens), at + 5)) if tokens[n].quote), None)
    passive = any("being" in token.kinds for token in tokens[max(0, at - _CHARGED) : at])
    if tokens[at + 1].low != "with" or quote is None or not passive:
        return None
    right = (tokens[at + 1].start, tokens[quote].end)
    cued = (tokens[at].start, tokens[at].end)
    return Report(Phrase(at, at), cued, at, Strength.FIRM, right=right, verdict=True, unnamed=True)


def _agent(tokens: Tokens, phrase: Phrase, cue: Cue) -> Phrase:
    """Leave out what somebody is accused of or praised for: "by the union of stealing"."""
    for place in range(phrase.first + 1, phrase.last):
        low, after = tokens[place].low, tokens[place + 1].low
        if (low == "of" and cue.lemma == "accuse") or (low in ("for", "with") and after.endswith("ing")):
            return phrase._replace(last=place - 1, beside=None)
    return phrase


def _behind_day(tokens: Tokens, after: int) -> int:
    """The place behind when it was said: "was told by the mayor | on Friday that"."""
    at = after + (after < len(tokens) and tokens[after].low in _DAY_LINKS)
    while at < len(tokens) and "times" in tokens[at].kinds:
        at += 1
    timed = at < len(tokens) and "times" in tokens[at - 1].kinds
    return at if timed else after


def _agent_place(tokens: Tokens, at: int) -> int | None:
    """Where the "by" of a participle stands, quotations between them or not."""
    for place in range(at + 1, min(len(tokens) - 1, at + 1 + _AGENT_REACH)):
        if tokens[place].low == "by":
            return place
        if "mark" in tokens[place].kinds or "that" in tokens[place].kinds:
            return None
    return None
