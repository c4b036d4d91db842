"""Can this English noun phrase speak? A tycoon says so; a hiccup adds to the drama and says nothing."""

from __future__ import annotations

from index.grammar.candidates import head_of, of_people, plausible
from index.grammar.frames import Tokens
from index.grammar.nouns import Phrase
from index.grammar.reporting_words import Cue, Lexicon
from index.text.people import people_words
from index.words import word_list

# Only people, bodies and texts perform them, whatever their noun.
_PLAIN = frozenset(
    {"say", "tell", "write", "reply", "respond", "answer", "shout", "yell", "tweet", "recall", "joke"}
)
_ARTICLES = word_list("grammar", "articles")
_UNSPEAKING = word_list("grammar", "unspeaking")
_IDEAS = ("tion", "sion", "ness", "ment", "ity", "ism", "ance", "ence", "ship", "hood", "ure", "ing", "ial")
_AGED = "-year-old"
_NOUNS = word_list("grammar", "speaking_nouns") | word_list("grammar", "role_nouns")
_KINDS = frozenset({"documents", "pronominal", "sourcing", "groups", "persons", "plurals", "works"})


def noun_speaks(tokens: Tokens, phrase: Phrase, cue: Cue | None, _lex: Lexicon) -> bool:
    """Whether a phrase that is no name can be the speaker: by a noun in it, or by a verb of plain saying."""
    if head_of(tokens, phrase).low.removesuffix("s") in _UNSPEAKING:
        return False
    if plausible(tokens, phrase) or (cue is not None and cue.lemma in _PLAIN and _somebody(tokens, phrase)):
        return True
    bodies = people_words().bodies
    for token in tokens[phrase.first : phrase.last + 1]:
        if "prepositions" in token.kinds or ("relatives" in token.kinds and token.low not in _NOUNS):
            return False
        forms = {token.low, token.low.removesuffix("s"), token.low.removesuffix("ies") + "y"}
        people = of_people(token) and "determiners" not in token.kinds  # "her"
        if token.kinds & _KINDS or people or not forms.isdisjoint(_NOUNS | bodies):
            return True
    return False


def _somebody(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a noun that is in no list may be somebody's: "the priest", no idea and no measure."""
    head = head_of(tokens, phrase).low
    article = tokens[phrase.first].low in _ARTICLES and phrase.last > phrase.first
    plain = head.replace("-", "").isalpha() or head.endswith(_AGED)
    return article and plain and not head.removesuffix("s").endswith(_IDEAS)
