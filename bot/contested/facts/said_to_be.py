"""What a small word is said to be, and not to be: "this is a raid" and "it was not a raid, it was a visit".

Of what it is said tells the rest of the paragraph, or its title: there all names of a question must stand,
and most of its other words. One voice says a word of the question, another says that it is not so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.asking.asked import asked_of
from bot.contested.facts.denied_clauses import end_of_clause
from bot.contested.facts.named_things import Named, named_first
from bot.contested.facts.statements import Said, Stand, region_before, rivals, said_by, span_text
from bot.contested.inquiry import Inquiry
from bot.contested.spoken_sentences import Statement, terms_of
from index.languages import language as language_of_code
from index.text.denial import denial_words
from index.text.tokens import phrases_of
from index.words import word_list

_MOST = 0.75  # of a question's words, in a paragraph and its title
_SENTENCES = 48  # that are read
_SHOWN = 12  # words that are shown as a position

Pair = tuple[Stand, Stand]


def said_to_be_pairs(inquiry: Inquiry) -> list[Pair]:
    """Return who says of a small word what is asked, beside who says that it is not so."""
    if not asked_of(inquiry.question).polar:
        return []
    near = [each for each in inquiry.pool if _is_on(each, inquiry)][:_SENTENCES]
    if len({each.who for each in near}) < 2:
        return []
    asked = frozenset().union(*(word.term_set for word in inquiry.question.words)) - inquiry.names
    said = [said for each in near if (said := said_by(each)) is not None]
    stands = [stand for each in said for stand in _stands(each, asked)]
    return rivals(stands, lambda one, other: one.about == other.about, names=False, times=False)


def _is_on(statement: Statement, inquiry: Inquiry) -> bool:
    """Whether a paragraph with its title has a question's names, and most of all its words."""
    passage = statement.passage
    title = terms_of(passage.source.title or "", passage.paragraph.language)
    held = title | inquiry.relevance.in_paragraph(statement)
    rows = [word.term_set for word in inquiry.question.words]
    names = [row for row in rows if not inquiry.names.isdisjoint(row)]
    found = sum(not row.isdisjoint(held) for row in rows)
    return found >= _MOST * len(rows) and all(not row.isdisjoint(held) for row in names)


def _stands(said: Said, asked: frozenset[str]) -> Iterator[Stand]:
    """Yield what a sentence says, or denies, a small word to be, where a question has that word."""
    words, no = said.tokens.words, denial_words().words
    for at, word in enumerate(words):
        shortened = word in word_list("contrasts", "pointing_is", said.language)
        if not shortened and word not in word_list("contrasts", "states", said.language):
            continue
        first = at if shortened else region_before(said, at)
        subject = [each for each in words[first:at] if each not in no]
        if subject and not _points(subject, said):
            continue
        if not subject and not shortened and not language_of_code(said.language).has("bare_questions"):
            continue
        behind = at + 1 + (words[at + 1 : at + 2] != [] and words[at + 1] in no)
        denied = behind > at + 1 or word in no or not no.isdisjoint(words[first:at])
        told = _told(said, behind)
        if told is not None and not told.head.isdisjoint(asked):
            label = span_text(said, first, min(end_of_clause(said.tokens, behind), first + _SHOWN))
            yield Stand(said, label, frozenset({"no" if denied else "yes"}), told.head & asked)


def _told(said: Said, first: int) -> Named | None:
    """Return the thing named right behind a verb; None where it is only so in part: "is not only"."""
    words = said.tokens.words
    if first >= len(words) or words[first] not in word_list("contrasts", "kind_articles", said.language):
        return None
    return named_first(said, first, end_of_clause(said.tokens, first))


def _points(subject: Sequence[str], said: Said) -> bool:
    """Whether a subject names nothing by itself: "it", "what happened at the mill", "lo de los gatos"."""
    small = word_list("contrasts", "pointing", said.language)
    if all(word in small for word in subject):
        return True
    return phrases_of("contrasts", "pointing_at").at(subject, 0) is not None
