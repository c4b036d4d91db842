"""Spanish answers to what finding reports asks: the rooms of this folder, under the names asked for."""

from __future__ import annotations

from index.grammar.candidates import speaks
from index.grammar.frames import Frame, Tokens
from index.grammar.name_colons import named_before as colon_speaker
from index.grammar.nouns import Phrase
from index.grammar.report import Report
from index.grammar.reporting_words import Cue, Lexicon
from index.languages.es.dropped import left_out
from index.languages.es.sources import by_noun, by_word
from index.languages.es.speaking import Able, able, only_said, text_noun
from index.languages.es.subject import gerund_subject, spanish_subject
from index.languages.es.tags import clear_words
from index.languages.es.tags import unknown_verb as unlisted_verb
from index.languages.es.verbs import spanish_verb as performed

_PLURALS = frozenset({"los", "las", "sus"})
_ARTICLES = _PLURALS | {"el", "la", "un", "una", "su"}

__all__ = [
    "by_noun",
    "by_word",
    "colon_speaker",
    "gerund_subject",
    "left_out",
    "noun_speaks",
    "performed",
    "subject",
    "unlisted_verb",
    "whole",
]


def whole(frame: Frame, lex: Lexicon) -> Report | None:
    """The report of "Ana Ejemplo fue clara: “...”"."""
    return clear_words(frame, lex) if frame.quoted else None


def noun_speaks(tokens: Tokens, phrase: Phrase, cue: Cue | None, lex: Lexicon) -> bool:
    """Whether a phrase that is no name can be the speaker; an unknown noun behind its article, of a verb of
    saying that things never perform.
    """
    said = able(tokens, phrase._replace(beside=None), lex)
    bare = phrase.first == phrase.last and not phrase.beside and not tokens[phrase.last].low.endswith("s")
    if bare and cue is not None and text_noun(tokens[phrase.last]):
        return False  # "dicho | documento concluye"
    if only_said(tokens, phrase) or (cue is None and tokens[phrase.first].low == "cada"):
        return False  # "según cada gobierno": in each its own way
    told = cue is not None and "say" in cue.patterns and cue.lemma not in lex.impersonal
    first = tokens[phrase.first].low
    named = (told and first in _ARTICLES) or (cue is None and first in _PLURALS)  # "según los convergentes"
    return said is Able.YES or (said is Able.PERHAPS and named)


def subject(tokens: Tokens, at: int, cue: Cue, lex: Lexicon, earlier: Phrase | None) -> Phrase | None:
    """The subject of a verb, one left out too."""
    phrase = spanish_subject(tokens, at, cue, lex, earlier)
    return phrase if phrase and (phrase.dropped or speaks(tokens, phrase)) else None
