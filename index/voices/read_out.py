"""Words of others inside somebody's own: "“The letter says ‘no one knew’,” Ana Ejemplo said"."""

from __future__ import annotations

from index.grammar.candidates import plausible
from index.grammar.frames import Frame, cut_frames
from index.grammar.quotes import ANY_MARK, Quote, find_quotes
from index.grammar.report import Report, supposed
from index.grammar.report_rules import report_rules
from index.grammar.reporting_words import Lexicon
from index.grammar.roster import Roster
from index.grammar.speakers import Speaker, speaker_of
from index.model import Mode
from index.voices.reports import find_reports
from index.voices.spans import SCARE_WORDS, Spoken, parted, pieces
from index.words import word_list

_IN_TURN = 6  # words of what somebody quotes of another in his turn
_IN_QUOTATION = SCARE_WORDS + 1
_MOSTLY = 0.8  # of the reported words, that its quotation must be
_OWN = word_list("dialogue", "first_person")


def without_read_out(text: str, turns: list[Spoken], lex: Lexicon, roster: Roster) -> list[Spoken]:
    """The turns of a dialogue without what is read out in them of others, named beside it and in marks."""
    inner = [each for each in _others(text, lex, roster, _IN_TURN) if _known(each.speaker)]
    return parted(text, turns, inner) if inner else turns


def without_nested(text: str, spoken: list[Spoken], lex: Lexicon, roster: Roster) -> list[Spoken]:
    """What is said in quotation marks without the quotations in it that are given to another there."""
    found: list[Spoken] = []
    for each in spoken:
        marked = each.mode is Mode.DIRECT and each.speaker is not None
        words = text[each.start + 1 : each.end - 1] if marked else ""
        inner = [
            one._replace(start=one.start + each.start + 1, end=one.end + each.start + 1)
            for one in _others(words, lex, roster, _IN_QUOTATION)
        ]
        found += parted(text, [each], inner) if inner else [each]
    return found


def _known(speaker: Speaker | None) -> bool:
    """Whether somebody is called by his whole name."""
    return speaker is not None and speaker.kind == "name" and " " in (speaker.name or "")


def _others(text: str, lex: Lexicon, roster: Roster, least: int) -> list[Spoken]:
    """The quotations of a text, so many words at least, of which it says whose they are."""
    quotes = find_quotes(text) if ANY_MARK.search(text) else []
    long = [quote for quote in quotes if quote.closed and quote.words(text) >= least]
    found: list[Spoken] = []
    for frame in cut_frames(text, quotes, lex) if long else ():
        for report in find_reports(frame, lex):
            speaker = _speaker(text, frame, report, lex, roster)
            if speaker is None or supposed(frame, report):
                continue
            cue = text[slice(*report.cue)] or None
            for whole in _quoted(text, frame, report, quotes, long):
                found.append(Spoken(whole.start, whole.end, speaker, Mode.DIRECT, cue))
    return found


def _speaker(text: str, frame: Frame, report: Report, lex: Lexicon, roster: Roster) -> Speaker | None:
    """Whom the words are given to; a pronoun's owner is not known; None where he who speaks may be meant."""
    phrase = report.phrase
    first, cue = frame.tokens[phrase.first], lex.cues.get(text[slice(*report.cue)].lower())
    felt = cue is not None and cue.lemma in lex.attitudes  # "‘...,’ few believe it"
    if felt or phrase.dropped or (first.low in _OWN and "determiners" not in first.kinds):
        return None
    if first.low in _OWN or (cue is not None and cue.form == "ing"):
        return Speaker(None, "", kind="noun")  # "My mother", whoever's she is; "A and B saying"
    speaker = speaker_of(text, frame.tokens, phrase, lex, roster)
    if speaker.kind == "noun":
        can = report_rules(lex.language).noun_speaks
        speaks = plausible(frame.tokens, phrase) if can is None else can(frame.tokens, phrase, cue, lex)
        return speaker if speaks else None
    return speaker if speaker.kind in ("name", "several", "pronoun") else None


def _quoted(text: str, frame: Frame, report: Report, quotes: list[Quote], long: list[Quote]) -> list[Quote]:
    """The long quotations that are all, or nearly all, of what is reported, or open it."""
    return [
        quote
        for start, end, _ in pieces(text, frame, report, quotes)
        for quote in long
        if start <= quote.start < end
        and (quote.start == start or quote.end - quote.start >= _MOSTLY * (end - start))
    ]
