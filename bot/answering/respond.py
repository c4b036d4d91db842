"""The whole way from a question to its answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

from bot.answer import Answer, Claim, Status
from bot.answering.both_sides import sides_alone, with_sides
from bot.answering.one_look import Shorter, as_it_is, counted, in_one_look, the_rest
from bot.answering.understand import Understood, articles_on, remarks, understand
from bot.asking.answer_kinds import may_be_sided, speech_verb
from bot.finding import Ranked
from bot.finding.abstain import unheld, weigh
from bot.finding.bearing import by_bearing
from bot.finding.best_passages import best_passages
from bot.finding.order import word_idf
from bot.finding.quote import claim_at
from bot.finding.span import USUAL_WORDS, best_span
from bot.phrases import phrase
from index.articles.editing import SOURCES_FILE
from index.door import Index
from index.framings import Framings
from index.model import Passage, Query, Scope
from index.text.terms import WORD, bare, parts
from index.values import frozen, replace

EVERYTHING = 20  # claims: what is found for a question, best first
_RELATED = 0.25  # of the best passage's evidence: what has less speaks of something else
ANSWERING = 5  # passages: those that answer best, beside which the wider look sets others
NEAREST = 3  # claims
_NAMED = 3  # files that a silence names


@frozen
class Question:
    """What is asked: the words, the filters, how much to show, and what was asked before."""

    text: str
    language: str | None = None
    scope: Scope = Scope()
    top: int | None = None  # claims at most; as many as one look takes where it is not said
    context: tuple[str, ...] = ()
    nearest: bool = False  # whether to show what came nearest when there is no answer
    everything: bool = False  # whether to show all that was found


def respond(index: Index, question: Question, framings: Framings | None = None) -> Answer:
    """Return the answer to a question: quoted, named, every side shown, or an honest "nothing found".

    ``framings`` are the rival labels to look for, the bundled ones when not given.
    """
    whole, shorter = _everything(index, question, framings)
    if whole.status is Status.NOTHING_FOUND:
        return with_unread(index, whole)
    whole = replace(whole, found=counted(whole))
    if not question.everything:
        return in_one_look(whole, shorter, question.top, sided=may_be_sided(question.text))
    return replace(whole, claims=whole.claims[: question.top])


def with_unread(index: Index, silence: Answer) -> Answer:
    """Return a silence that names the files which could not be read: in them the answer may stand."""
    unread = [(file, why) for file, why in index.skipped() if not file.startswith(SOURCES_FILE)]
    if not unread:
        return silence
    names = ", ".join(_shown(file) for file, _ in unread[:_NAMED]) + (", …" if len(unread) > _NAMED else "")
    key = "unread_one" if len(unread) == 1 else "unread_some"
    every = len(index.files()) + len(unread)
    said = phrase(key, silence.language, count=len(unread), every=every, files=names)
    return replace(silence, reason=f"{silence.reason} {said}", unread=tuple(unread))


def _shown(file: str) -> str:
    """Return the name of a file as a line may hold it."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in file)


def the_others(index: Index, question: Question, framings: Framings | None = None) -> Answer:
    """Return what the answer in one look leaves out; no claims when it left nothing."""
    return the_rest(*_everything(index, question, framings), sided=may_be_sided(question.text))


def _everything(index: Index, question: Question, framings: Framings | None) -> tuple[Answer, Shorter]:
    """Return all that is found, with what cuts one of its claims down to one look."""
    ways = understand(index, question.text, question.language, question.scope, question.context)
    if not ways[-1].query.words:
        reason = "only_common" if any(c.isalnum() for c in question.text) else "no_words"
        return _nothing(question, ways[-1], phrase(reason, ways[-1].query.language)), as_it_is
    top = max(EVERYTHING, question.top or 0)
    for way in ways:
        ranked = ranked_for(index, way, top)
        if ranked and weigh(index, way.query, ranked, chosen=way.chosen, corrected=way.replaced).enough:
            query, ranked = by_name(index, way, top) or (way.query, ranked)
            passages = [each.passage for each in ranked]
            answer = Answer(
                question.text,
                way.query.language,
                Status.ANSWERED,
                None,
                tuple(_claims(index, query, by_bearing(index, query, ranked), top, _RELATED)),
                notes=remarks(way, ranked),
            )
            sided = with_sides(index, way.query, passages[:ANSWERING], answer, framings)
            return sided, partial(_shorter, index, query, {each.paragraph.id: each for each in passages})
    silence = _nothing(question, ways[0], why_nothing(index, ways[0].query, ranked))
    alone = sides_alone(index, ways[0].query, silence, framings)
    if alone is not None:
        return alone, as_it_is
    if question.nearest:
        nearest = _claims(index, ways[-1].query, [(each, 1.0) for each in ranked], question.top or NEAREST)
        return replace(silence, nearest=tuple(nearest)), as_it_is
    return silence, as_it_is


def _shorter(index: Index, query: Query, passages: Mapping[str, Passage], claim: Claim) -> Claim:
    """Return a claim cut to the sentences around its match; one of the wider look as it is."""
    passage = passages.get(claim.paragraph)
    if passage is None:
        return claim
    short = claim_at(passage, *best_span(passage, query, _idf(index, query), USUAL_WORDS), claim.number)
    held = claim.start <= short.start and short.end <= claim.end
    return replace(short, bearing=claim.bearing) if held else claim


def ranked_for(index: Index, way: Understood, top: int) -> list[Ranked]:
    """Return the ranked passages for one way to understand a question, enough for ``top`` claims."""
    return _ranked(index, way, way.query, top)


def by_name(index: Index, way: Understood, top: int) -> tuple[Query, list[Ranked]] | None:
    """Return the query with the name of an office's holder and what it ranks; None where it names nobody.

    Whether the documents answer is told before, without the name: that its bearer speaks of other things
    answers nothing.
    """
    if way.named is None:
        return None
    ranked = _ranked(index, way, way.named, top)
    return (way.named, ranked) if ranked else None


def _ranked(index: Index, way: Understood, query: Query, top: int) -> list[Ranked]:
    if way.described:
        articles = articles_on(index, way.described, query.scope)
        if not articles:
            return []
        query = replace(query, scope=replace(query.scope, articles=articles))
    return best_passages(index, query, top)


def _claims(
    index: Index, query: Query, ranked: Sequence[tuple[Ranked, float]], top: int, least: float = 0.0
) -> list[Claim]:
    """Return the claims for the best passages; what only repeats an earlier quote is left out.

    ``least`` is the evidence that a passage must have, as a part of the best one's.
    """
    idf = _idf(index, query)
    claims: list[Claim] = []
    shown: list[frozenset[str]] = []
    for each, bearing in ranked:
        if len(claims) == top or bearing < least:
            break
        passage = each.passage
        claim = claim_at(passage, *best_span(passage, query, idf), len(claims) + 1)
        words = frozenset(claim.quote.lower().split())
        # nearly the same words: a copy of a passage shown already, perhaps with another mark or a link
        if any(len(words & other) >= 0.8 * min(len(words), len(other)) for other in shown):
            continue
        shown.append(words)
        claims.append(replace(claim, bearing=round(bearing, 3)))
    return claims


def _idf(index: Index, query: Query) -> dict[str, float]:
    return {word.text: word_idf(index, word) for word in query.words}


def why_nothing(index: Index, query: Query, ranked: Sequence[Ranked]) -> str:
    """Return the reason for a silence: the words found nowhere, and those that no good passage holds.

    Where each is held, but by no passage together with the others, it names them all.
    """
    saying = speech_verb(query.text) if len(query.words) > 1 else frozenset()
    words = [word for word in query.words if word.text not in saying]
    unknown = [word.text for word in words if not any(index.known(term) for term, _ in word.terms)]
    said = partial(_as_asked, query.text)
    reasons = []
    filters = _filters(query.scope, query.language)
    if filters and not ranked and index.search(replace(query, scope=Scope()), 1):
        reasons.append(phrase("filter_empty", query.language, filters=filters))
    for reason, found in _where(index, query, unknown):
        reasons.append(phrase(reason, query.language, words=said(found)))
    if elsewhere := [word for word in unheld(query, ranked) if word not in unknown] if ranked else []:
        reasons.append(phrase("not_near", query.language, words=said(elsewhere)))
    if not reasons:
        reasons.append(phrase("too_little", query.language, words=said([word.text for word in words])))
    return " ".join(reasons)


def _as_asked(question: str, words: Sequence[str]) -> str:
    """Return folded words of a question as it has them, accents and capitals kept."""
    written = {
        part: match[0] for match in reversed(list(WORD.finditer(question))) for part in parts(match[0])
    }
    return ", ".join(bare(written.get(word, word)) for word in words)


def _where(index: Index, query: Query, unknown: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the phrases that say where words stand which no paragraph holds, with those words: nowhere, or
    in what is never quoted.
    """
    terms = {word.text: [term for term, _ in word.terms] for word in query.words if word.text in unknown}
    unquoted = index.unquoted([term for each in terms.values() for term in each]) if terms else frozenset()
    beside = [word for word in unknown if not unquoted.isdisjoint(terms[word])]
    if nowhere := [word for word in unknown if word not in beside]:
        yield "not_found", nowhere
    if beside:
        yield "not_quotable", beside


def _filters(scope: Scope, language: str) -> str:
    return ", ".join(
        phrase(f"filter_{name}", language, value=value)
        for name in ("source", "author", "speaker", "after", "before", "language")
        if (value := getattr(scope, name))
    )


def _nothing(question: Question, way: Understood, reason: str) -> Answer:
    return Answer(question.text, way.query.language, Status.NOTHING_FOUND, reason, notes=remarks(way))
