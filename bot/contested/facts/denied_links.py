"""Two things of which a sentence says that neither brings about the other: "no link between rain and flu"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.contested.facts.denied_clauses import end_of_clause
from bot.contested.facts.named_things import named_first
from bot.contested.facts.statements import Said, span_text
from bot.contested.facts.told_deeds import Deed, deed_between, terms_of_words
from index.text.tokens import phrases_of
from index.words import word_list


def denied_links(said: Said) -> Iterator[Deed]:
    """Yield what either thing is denied to do to the other; nothing where the things are not two."""
    words = said.tokens.words
    language = said.language
    for at, size, _ in phrases_of("contrasts", "no_links").hits(words):
        first, last = at + size, end_of_clause(said.tokens, at + size)
        between = word_list("contrasts", "between_two", language)
        parts = [place for place in range(first, last) if words[place] in between]
        if len(parts) != 1:
            continue
        one, other = named_first(said, first, parts[0]), named_first(said, parts[0] + 1, last)
        if one is None or other is None:
            continue
        deed = terms_of_words(word_list("contrasts", "linking", language), said)
        label = span_text(said, at, last)
        for subject, done_to in ((one, other), (other, one)):
            yield deed_between(said, subject, at, deed, done_to, label, (first, last))
