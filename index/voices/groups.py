"""Whom "they" and "it" stand for: several people, a body, a document."""

from __future__ import annotations

from index.grammar.candidates import plausible, speaks
from index.grammar.frames import Frame, Tokens
from index.grammar.nouns import Phrase
from index.grammar.openings import first_phrase
from index.grammar.reporting_words import Lexicon
from index.grammar.roster import Roster
from index.grammar.speakers import OF, Speaker, speaker_of
from index.text.normal import collapse
from index.text.people import people_words
from index.words import lower_list, word_endings, word_list

_THEY = word_list("grammar", "they")
_PLURALS = word_endings("speech", "plural_endings")
_SOMEBODY = word_list("speech", "somebody")
_PEOPLES = word_endings("speech", "people_endings")
_SINGULARS = word_endings("speech", "singular_endings")
_PEOPLE_LINKS = word_list("grammar", "people_links")
_CLAUSE = 3  # words of the main clause before "when it announced"
_FARTHEST = 3  # sentences between "they" and the sentence that names them
_ARTICLES = word_endings("speech", "article_openings")


def is_many(speaker: Speaker, roster: Roster, lex: Lexicon | None = None) -> bool:
    """Whether "they" may stand for a speaker: several names, a plural noun, a plural name ("Democrats")."""
    if speaker.kind == "several":
        return True
    if speaker.gender or speaker.role or speaker.name is None:
        return False
    head = OF.split(speaker.mention, 1)[0].split(",", 1)[0].lower()
    first, _, rest = head.partition(" ")
    if speaker.kind == "noun" and rest.split(" ", 1)[0] in _PEOPLE_LINKS:
        head = first  # "Aides to the mayor"
    if speaker.kind == "noun" and lex is not None:
        words = head.split()
        done = (n for n in range(1, len(words)) if "gerund" in lex.shapes[words[n]])
        head = " ".join(words[: next(done, len(words))])  # "the groups backing the bill"
    if not head.endswith("s") or head.endswith(_SINGULARS):
        return False
    last = speaker.name.rsplit(maxsplit=1)[-1]
    return speaker.kind == "noun" or not (roster.surnamed(last) or roster.gender(speaker.name))


def is_group(speaker: Speaker, lex: Lexicon | None) -> bool:
    """Whether a speaker is many in one word: "the harbour police", "la oposición"."""
    head = OF.split(speaker.mention, 1)[0].split(",", 1)[0].lower().split()
    return bool(speaker.kind == "noun" and lex and head and "groups" in lex.kinds.get(head[-1], ()))


def is_thing(speaker: Speaker, roster: Roster) -> bool:
    """Whether "it" may stand for a speaker: a body or a document, never a person or an office."""
    if speaker.gender or speaker.role or speaker.name is None or speaker.kind in ("several", "pronoun"):
        return False
    words = speaker.name.split(" – ", 1)[0].lower().split()
    lists = people_words()
    if not words or (speaker.kind == "noun" and words[-1] in lists.titles):
        return False
    if speaker.kind == "noun":
        return not any(word in lists.masculine_kin | lists.feminine_kin | _SOMEBODY for word in words[:4])
    bodily = bool(lists.bodies & set(words)) or speaker.name.isupper()
    named = speaker.mention.lower().startswith(_ARTICLES) and not roster.surnamed(words[-1])
    return bodily or named


def no_persons() -> frozenset[str]:
    """Return places, agencies and words that end outlets' names: alone they are no surname."""
    keys = ("countries", "regions", "provinces", "cities", "agencies", "outlet_words", "outlet_ends")
    return lower_list("names", *keys)


def single_name(speaker: Speaker, roster: Roster) -> bool:
    """Whether a speaker is one capitalised word that can be a person's name, nowhere given in full.

    No place, no body, no people of a nation, and nothing that stands after an article.
    """
    name = speaker.name or ""
    if not name or " " in name or speaker.kind != "name" or roster.surnamed(name):
        return False
    low = name.lower()
    plural = low.endswith(_PEOPLES) or name.isupper()
    placed = name in roster.placed or low in no_persons() or low in people_words().bodies
    return not (plural or placed or speaker.mention.lower().startswith(_ARTICLES))


def it_names(text: str, frames: list[Frame], at: int, lex: Lexicon | None, roster: Roster) -> str | None:
    """Return the body that is the subject of the sentence of "it": "The company gained when it announced"."""
    frame = next((frame for frame in frames if frame.start <= at < frame.end), None)
    if frame is None or lex is None or "bare_clauses" not in lex.traits:
        return None
    tokens = frame.tokens
    place = next((n for n, token in enumerate(tokens) if token.start == at), 0)
    if place < _CLAUSE or "boundaries" not in tokens[place - 1].kinds:
        return None
    phrase = first_phrase(tokens, place, lex)
    if phrase is None or not (speaks(tokens, phrase) and plausible(tokens, phrase)):
        return None
    speaker = speaker_of(text, tokens, phrase, lex, roster)
    return speaker.name if is_thing(speaker, roster) else None


def they(text: str, frames: list[Frame], lex: Lexicon) -> str | None:
    """Return the plural subject of the last of these sentences, if nobody else in it can be "they".

    A sentence whose subject is "they" again passes the question on to the one before it.
    """
    for frame in reversed(frames[-_FARTHEST:]):
        phrase = first_phrase(frame.tokens, len(frame.tokens), lex)
        if phrase is None:
            return None
        tokens = frame.tokens
        if tokens[phrase.first].low in _THEY:
            continue
        if not _plural(tokens, phrase) or _others(tokens, phrase):
            return None
        return collapse(text[tokens[phrase.first].start : tokens[phrase.last].end])
    return None


def _plural(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase is several people or bodies, and can speak."""
    words = tokens[phrase.first : phrase.last + 1]
    several = any("and" in word.kinds for word in words) and words[0].name and words[-1].name
    head = next((words[n - 1] for n in range(1, len(words)) if "prepositions" in words[n].kinds), words[-1])
    plural = head.low.endswith("s") and not head.low.endswith(_SINGULARS)
    known = plausible(tokens, phrase) and (not head.name or phrase.first == phrase.last)
    return speaks(tokens, phrase) and (several or (plural and known))


def _others(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the sentence speaks of other people in the plural."""
    after = tokens[phrase.last + 1 :]
    return any(
        "sourcing" in token.kinds or token.low.endswith(_PLURALS) for token in after if not token.quote
    )
