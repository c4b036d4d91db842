"""A question to the queries that may answer it: filters in plain words, what it leans on, wider words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from bot.asking.asked import read_question
from bot.asking.asked_sentence import asked_sentence
from bot.asking.filters import Filters, read_filters
from bot.asking.followup import Taken, take_over
from bot.asking.query import make_query
from bot.asking.said_of import matter_apart
from bot.asking.whole_names import stands_in
from bot.finding import Ranked
from bot.finding.best_passages import best_passages
from bot.phrases import phrase
from bot.widening.widen import Widened, widen
from index.door import Index
from index.languages import LANGUAGES
from index.model import Article, Query, Role, Scope, Word
from index.text.reading import reading_of
from index.text.terms import all_parts, stem
from index.values import frozen, replace

if TYPE_CHECKING:  # few questions name an office
    from bot.finding.holder import Holder

# Weights of words taken over from an earlier question, beside 1 for the question's own.
TAKEN_NAME = 0.8
TAKEN_WORD = 0.5
_BEST = 5  # passages
_HEADED = 20  # articles that name somebody at their head
_SMALL = 3_000  # paragraphs of a library in which headings are looked through


@frozen
class Understood:
    """One way to understand a question; ``strict`` when its filters must not be dropped."""

    query: Query
    corrected: tuple[tuple[str, str], ...] = ()
    taken: tuple[str, ...] = ()
    described: str = ""  # what an article asked about is said to be on
    strict: bool = True
    named: Query | None = None  # the query with the name of the holder of the office that it asks for
    holder: Holder | None = None

    @property
    def replaced(self) -> frozenset[str]:
        """The question's words for which others were searched."""
        return frozenset(asked for asked, _ in self.corrected)

    @property
    def chosen(self) -> bool:
        """Whether the question itself says which article or author it wants."""
        scope = self.query.scope
        return bool(
            self.described
            or scope.author
            or scope.speaker
            or scope.source
            or scope.articles
            or scope.language
        )


def understand(
    index: Index, question: str, language: str | None, scope: Scope, context: Sequence[str]
) -> list[Understood]:
    """Return the ways to understand a question, the one to try first in front.

    Filters that the question only may mean (a name that is also an author's) come first; then the
    question without them.
    """
    asking = asked_sentence(question)
    read = matter_apart(asking.text, partial(_is_name, index))
    ways = _ways(index, read, language, scope, context)
    return [_led_to(index, way, asking.leading) for way in ways] if asking.leading else ways


def _ways(
    index: Index, question: str, language: str | None, scope: Scope, context: Sequence[str]
) -> list[Understood]:
    taken = take_over(question, context)
    own = read_filters(index, question)
    earlier = read_filters(index, taken.text) if taken.text else Filters()
    spoken = read_question(question).language or (read_question(context[-1]).language if context else None)
    own_scope = own.scope if own.scope != Scope() or own.described else earlier.scope
    ways = []
    if own_scope != Scope() or own.described:
        joined = _joined(scope, own_scope)
        strict = own.strict if own.scope != Scope() else earlier.strict
        way = _way(index, question, own.rest, earlier.rest, taken, language, spoken, joined)
        if way.query.words:
            ways.append(replace(way, described=own.described, strict=strict))
    if not ways and (headed := _headed(index, question)):
        rest, articles = headed
        way = _way(index, question, rest, "", taken, language, spoken, replace(scope, articles=articles))
        ways.append(replace(way, strict=False))
    if not ways or not ways[0].strict:
        ways.append(_way(index, question, question, taken.text, taken, language, spoken, scope))
    return ways


def _led_to(index: Index, way: Understood, leading: str) -> Understood:
    """Return a way with the words that lead to the question, which a text that answers need not hold."""
    query = way.query
    spoken = read_question(query.text).language
    led = widen(index, make_query(leading, query.language, query.scope, spoken), spoken).query.words
    have = {word.text for word in query.words}
    words = (*query.words, *(_weaker(word, TAKEN_WORD) for word in led if word.text not in have))
    return replace(way, query=replace(query, words=words))


def _is_name(index: Index, text: str) -> bool:
    """Whether the library has some words side by side: then they may be one name."""
    name = all_parts(text)
    found = index.search(make_query(text), _BEST)
    return any(stands_in(name, all_parts(each.paragraph.text)) for each in found)


def _headed(index: Index, question: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the articles whose heads name him whose words are asked for, and the question without his name.

    A columnist's name may stand in the title, the address, a heading or a note alone: no paragraph that can
    be quoted has it. None where the text has his name, or no head.
    """
    asked = read_question(question).speaker
    if asked is None or not asked.named:
        return None
    terms = {stem(word, language) for word in asked.words for language in LANGUAGES}
    if any(map(index.known, terms)) or index.unquoted(terms).isdisjoint(terms):
        return None
    heads = (article.id for article in index.articles() if _heads_name(index, article, asked.words))
    articles = tuple(islice(heads, _HEADED))
    return (asked.rest, articles) if articles else None


def _heads_name(index: Index, article: Article, words: frozenset[str]) -> bool:
    """Return whether all words of a name stand in one line at the head of an article."""
    lines = [article.source.title or "", article.source.url or ""]
    if index.size() <= _SMALL:
        lines += [
            item.paragraph.text
            for item in index.paragraphs(article.id)
            if item.paragraph.role in {Role.HEADING, Role.NOTE}
        ]
    return any(words.issubset(all_parts(line)) for line in lines)


def _joined(given: Scope, read: Scope) -> Scope:
    """Return both filters; what was given as an option stands."""
    return Scope(
        source=given.source or read.source,
        author=given.author or read.author,
        speaker=given.speaker or read.speaker,
        after=given.after or read.after,
        before=given.before or read.before,
        language=given.language or read.language,
        articles=given.articles or read.articles,
    )


def _way(
    index: Index,
    question: str,
    rest: str,
    earlier: str,
    taken: Taken,
    language: str | None,
    spoken: str | None,
    scope: Scope,
) -> Understood:
    query = make_query(rest, language, scope, spoken)
    words = list(query.words)
    have = {word.text for word in words}
    added = [word for word in make_query(earlier, language, scope, spoken).words if word.text not in have]
    names = sum(word.text in taken.names for word in added)
    name = TAKEN_NAME * min(1.0, 2 / (names or 1))  # a long name is one thing, not three
    words += [_weaker(word, name if word.text in taken.names else TAKEN_WORD) for word in added]
    widened: Widened = widen(index, replace(query, text=question, words=tuple(words)), spoken)
    way = Understood(widened.query, widened.corrected, _as_asked(earlier, [word.text for word in added]))
    if read_question(question).speech or taken.speaker:
        return _with_holder(index, way, question, taken)
    return way


def _as_asked(earlier: str, words: Sequence[str]) -> tuple[str, ...]:
    """Return folded words as an earlier question has them, those of one name together."""
    asked = read_question(earlier)
    told: list[str] = []
    for at, word in enumerate(words):
        written = asked.as_written(word)
        if at and (words[at - 1], word) in asked.joined:
            told[-1] += f" {written}"
        else:
            told.append(written)
    return tuple(told)


def _with_holder(index: Index, way: Understood, question: str, taken: Taken) -> Understood:
    """Return a way with the holder of the office whose words a question, or the one before it, asks for."""
    from bot.asking.asked_office import asked_office, office_in
    from bot.finding.holder import holder_of, with_holder

    office = asked_office(question)
    if office is None and read_question(question).speech:
        office = office_in(taken.speaker)  # "And what did he say about the rich?"
    elif office is None:
        office = asked_office(taken.speaker)  # "And about the rich?"
    holder = holder_of(index, office) if office else None
    return replace(way, named=with_holder(way.query, holder, TAKEN_NAME), holder=holder) if holder else way


def _weaker(word: Word, weight: float) -> Word:
    return Word(word.text, tuple((term, weight * own) for term, own in word.terms))


def remarks(way: Understood, ranked: Sequence[Ranked] = ()) -> tuple[str, ...]:
    """Return what the reader is told of how the question was understood, in the query's language.

    A correction is told where one of the best passages has the word.
    """
    language = way.query.language
    told = []
    if way.taken:
        told.append(phrase("took_over", language, words=", ".join(way.taken)))
    used: dict[str, str] = {}
    for asked, term in way.corrected:
        if asked not in used and (word := _as_written(term, ranked)):
            used[asked] = word
    if way.holder and ranked:
        used[way.holder.office.words] = way.holder.name
    told += [phrase("searched_for", language, used=word, asked=asked) for asked, word in used.items()]
    return tuple(told)


def _as_written(term: str, ranked: Sequence[Ranked]) -> str | None:
    """Return a word of the best passages that has this stem."""
    for each in ranked[:_BEST]:
        reading = reading_of(each.passage)
        if term in reading.terms:
            return reading.surfaces()[reading.terms.index(term)]
    return None


def articles_on(index: Index, description: str, scope: Scope) -> tuple[str, ...]:
    """Return the ids of the articles that are on what is described, copies included; none when none is.

    An article counts with its best passage, and twice with what its title has of the description.
    """
    query = widen(index, make_query(description, scope=scope), read_question(description).language).query
    ranked = best_passages(index, query)
    scores: dict[str, float] = {}
    members: dict[str, set[str]] = {}
    for each in ranked:
        group = each.passage.independent
        members.setdefault(group, set()).add(each.passage.paragraph.article)
        scores[group] = max(scores.get(group, 0.0), each.passage.score + 2 * each.parts.title)
    if not scores:
        return ()
    best = max(sorted(scores), key=lambda group: scores[group])
    return tuple(sorted(members[best]))
