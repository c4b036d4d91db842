"""Whose words a question asks for, where only the voice names him: a turn, a message, a row of a table."""

from __future__ import annotations

from bot.answer import Claim
from bot.answering.understand import Understood
from bot.asking.asked import asked_of
from bot.finding.his_words import said_by, speakers_asked_for
from bot.finding.word_weights import stands_nowhere
from index.door import Index
from index.model import Query, Word
from index.text.same_name import in_scope
from index.values import replace


def stands_in_no_text(index: Index, query: Query) -> bool:
    """Return whether no text has a word of the name of him whose words are asked for: only a voice may."""
    speaker = asked_of(query).speaker
    names = [word for word in query.words if speaker and word.text in speaker.words]
    return bool(names) and all(stands_nowhere(index, word) for word in names)


def spoken_ways(index: Index, query: Query) -> list[Understood]:
    """Return the ways to ask of the matter alone within what each of those says who are called so.

    None where no matter is asked of, or one that nothing in the library speaks of.
    """
    matter = _matter(query)
    if not matter or any(stands_nowhere(index, word) for word in matter):
        return []
    scopes = [replace(query.scope, speaker=name) for name in speakers_asked_for(index, query)]
    return [Understood(replace(query, words=matter, scope=scope)) for scope in scopes]


def first_words(index: Index, query: Query, limit: int) -> tuple[Claim, ...]:
    """Return what he says first whose words are asked for, where no matter is; of one name one person.

    Not where a deed is asked for: "What did he deny?".
    """
    more = _matter(query) or asked_of(query).deed
    names = [] if more else speakers_asked_for(index, query)
    claims = said_by(index, names[0], limit) if len(names) == 1 else []
    return tuple(each for each in claims if in_scope(each.source, query.scope))


def _matter(query: Query) -> tuple[Word, ...]:
    """Return the words of a question without him, and without the verb of speech."""
    asked = asked_of(query)
    apart = asked.verb | (asked.speaker.words if asked.speaker else frozenset())
    return tuple(word for word in query.words if word.text not in apart)
