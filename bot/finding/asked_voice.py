"""Whether somebody speaks whose words a question asks for."""

from __future__ import annotations

from bot.asking.asked import asked_of
from bot.asking.asked_names import is_called
from bot.asking.asked_speaker import AskedSpeaker
from index.languages import LANGUAGES
from index.model import Mode, Passage, Query, Voice
from index.text.terms import terms

FULL_ENOUGH = 0.5  # of a word, to name a speaker
DESCRIBED = 0.6  # of the words that describe him whose words are asked for


def speaks(passage: Passage, query: Query) -> bool:
    """Whether he whose words are asked for speaks in a passage: one of its voices, or its author."""
    asked = asked_of(query).speaker
    if asked is None:
        return False
    if any(said_by(voice, asked, query) for voice in passage.voices if voice.mode is not Mode.OWN):
        return True
    return any(is_called(author, name) for author in passage.source.authors for name in asked.names)


def said_by(voice: Voice, asked: AskedSpeaker, query: Query) -> bool:
    """Whether a voice is his whose words are asked for: so called, or described in most of the same words."""
    who = (voice.speaker or "", voice.role or "", voice.mention or "")
    if any(is_called(text, name) for text in who[:2] for name in asked.names if asked.named or len(name) > 1):
        return True
    held = frozenset(term for language in LANGUAGES for term in terms(" ".join(who), language))
    words = [word for word in query.words if word.text.lower() in asked.words]
    if any(held.issuperset(phrase) for word in words for phrase in word.phrases):
        return True  # asked for by initials
    if asked.named:
        return False
    found = sum(any(term in held for term, weight in word.terms if weight >= FULL_ENOUGH) for word in words)
    return bool(words) and found >= DESCRIBED * len(words)
