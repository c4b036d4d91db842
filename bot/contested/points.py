"""The contested points of an answer: figures, framings and facts first, then voices side by side."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import ContestedPoint, Kind
from bot.asking.answer_kinds import AnswerKind
from bot.asking.asked import asked_of
from bot.asking.asked_amount import AskedAmount, asked_amount
from bot.asking.asked_labels import asked_labels
from bot.contested.card_phrases import phrase
from bot.contested.editors import decided
from bot.contested.inquiry import Inquiry
from bot.contested.neutral import names_in, names_of, unlabelled, wider_query
from bot.contested.positions import Limits, of_two_quotes
from bot.contested.relevance import Relevance
from bot.contested.spoken_sentences import Statement, naming, statements
from bot.independence import independent_sources
from index.framings import Framings, bundled
from index.model import Passage, Query, Scope, Stance

_WORDS = 520  # shown in all points together: what a reader of a comparison still reads
_NEAR = 0.4  # of the best sentence's relevance: a source below it does not speak on the matter
_LEAST = 120  # words that voices need to be worth opening


def contested_points(
    question: Query,
    passages: Sequence[Passage],
    wider: Sequence[Passage],
    language: str,
    framings: Framings | None = None,
    *,
    voices: bool = True,
) -> tuple[ContestedPoint, ...]:
    """Return the points on which voices differ or, asked for ``voices``, speak side by side.

    ``passages`` answer the question, best first; ``wider`` is a second search on the same referent
    (see ``wider_query``), where rival positions are looked for. When the question uses one side's
    label only ``wider`` counts, so that the asker's wording chooses nothing. Headings and labels are
    in ``language``; no label of any framing stands in them outside quotation marks.
    """
    framings = framings or bundled()
    labelled = bool(asked_labels(question, framings).framings)
    pool = statements(wider) if labelled else _READ.of(passages, wider)
    relevance = Relevance(unlabelled(question, framings), pool)
    inquiry = Inquiry(question, pool, relevance, names_in(question, framings), framings, language)
    points = _differences(inquiry)
    named = frozenset(asked_of(question).folded)
    if not voices or any(point.kind is Kind.FIGURE for point in points):
        return decided(points, framings, language, named)  # the figures are what was asked for
    left = Limits(words=_WORDS - _words(points))
    if left.words >= _LEAST:
        from bot.contested.side_by_side import voices_point  # an answer with figures is without
        from bot.contested.spelt_out import spelled_out

        shown = _shown(points)
        rest = [
            each for each in pool if (each.place[0], each.passage.paragraph.start + each.start) not in shown
        ]
        if labelled and inquiry.relevance.common_only:  # the library's subject alone would let anything in
            rest = _labelled(rest, question, framings)
        about = Relevance(spelled_out(wider_query(question, framings), pool), pool)
        heard = voices_point(_heading(question, framings, language), rest, about, left, language)
        points += [heard] if heard else []
    return decided(points, framings, language, named)


def lone_source(
    question: Query,
    passages: Sequence[Passage],
    wider: Sequence[Passage],
    language: str,
    framings: Framings | None = None,
    points: Sequence[ContestedPoint] = (),
) -> str | None:
    """Return the phrase that only one source speaks on a contested matter, None when several do.

    Always where several texts answer that count as one: who sees two titles would count two; not where a
    question asks for what one says, or is put to some of the documents. The matter is contested when the one
    source has ``points`` by itself (its speakers differ), when the question uses a label, or when the source
    itself keeps a distance from a label or rejects it. Never where passages of several sources answer. For
    ``Answer.notes``, where ``contested_points`` shows no second source.
    """
    if independent_sources((each.independent, each.source.authors) for each in passages) > 1:
        return None  # the answer itself quotes them: another's words bear less, and yet speak on this
    framings = framings or bundled()
    pool = _READ.of(passages, wider)
    relevance = Relevance(wider_query(question, framings), pool)
    scores = [*map(relevance.of, pool)]
    least = _NEAR * max(scores, default=0.0)
    near = [each for each, score in zip(pool, scores, strict=True) if score >= least > 0]
    if independent_sources((each.group, each.passage.source.authors) for each in near) != 1:
        return None
    everywhere = question.scope == Scope() and not asked_of(question).of_one
    if everywhere and not points and len(_articles(passages)) > 1:
        return phrase("only_one", language)  # several texts are quoted, and are one source
    if points or asked_labels(question, framings).framings:
        return phrase("only_one", language)
    from bot.contested.framings.framing_points import uses_in

    disputed = any(use.stance is not Stance.REPORTED for use in uses_in(near, framings))
    return phrase("only_one", language) if disputed else None


def _articles(passages: Sequence[Passage]) -> set[str]:
    """Return the articles in which passages stand, and those that hold copies of them."""
    copies = {copy.article for each in passages for copy in each.also_in}
    return copies | {each.paragraph.article for each in passages}


class _Read:
    """The sentences of the passages of one question, which are asked for twice and read once."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: tuple[tuple[Passage, ...], list[Statement]] = ((), [])

    def of(self, passages: Sequence[Passage], wider: Sequence[Passage]) -> list[Statement]:
        """Return the sentences of passages."""
        asked = (*passages, *wider)
        kept, pool = self._kept
        if len(kept) != len(asked) or any(a is not b for a, b in zip(kept, asked, strict=True)):
            pool = statements(asked)
            self._kept = (asked, pool)
        return pool


_READ = _Read()


def _differences(inquiry: Inquiry) -> list[ContestedPoint]:
    """Return the points of kind figure, framing and fact."""
    from bot.contested.facts.attribute_points import asks_age, attribute_point

    asked = asked_amount(inquiry.question)
    # What is given of one thing by its name is surer than any day.
    figure = attribute_point(inquiry) if asked.day else None
    if figure is None and not asks_age(inquiry.question):
        figure = _figure(inquiry, asked)
    figure = figure or attribute_point(inquiry)
    points = [figure] if figure else []
    if _is_judged(inquiry, asked, figure):
        from bot.contested.facts.fact_points import fact_points
        from bot.contested.facts.touched_facts import touched_facts

        points += _framings(inquiry)
        if asked.amount:
            return points  # who asks how many, is not told who denies what
        points += fact_points(inquiry) or touched_facts(inquiry)
    return _each_once(points)


def _is_judged(inquiry: Inquiry, asked: AskedAmount, figure: ContestedPoint | None) -> bool:
    """Whether framings are looked for: where no amount is asked for, or only judged, and none is told.

    "Was there a low turnout?" is answered by numbers, and where there are none by who called it what.
    """
    if asked.family is None or asked.day:
        return not asked.day
    judged = asked_of(inquiry.question).polar and asked_labels(inquiry.question, inquiry.framings).framings
    return figure is None and bool(judged)


def _each_once(points: Sequence[ContestedPoint]) -> list[ContestedPoint]:
    """Return the points without those that set the same sentences against each other as an earlier one.

    Nor are there any whose sides all show one quote: one voice that uses two words for a thing is no quarrel.
    """
    first = {(point.kind, frozenset(_shown([point]))): point for point in reversed(points)}
    return [point for point in reversed(first.values()) if of_two_quotes(point)]


def _framings(inquiry: Inquiry) -> list[ContestedPoint]:
    """Return the framing points of sentences that name whom the question names, else of such paragraphs."""
    from bot.contested.framings.framing_points import framing_points

    pool, names, relevance, framings = inquiry.pool, inquiry.names, inquiry.relevance, inquiry.framings
    labelled = asked_labels(inquiry.question, framings).framings
    if names and labelled:
        found = framing_points(inquiry.near())
        if not found and any(framings.by_id[key].event for key in labelled):
            of_it = [each for each in pool if names & relevance.in_source(each)]
            found = framing_points(inquiry.over(of_it), of_event=True)
    else:
        found = framing_points(inquiry.over(naming(pool, names)))
    asked = asked_of(inquiry.question)
    told = not asked.of_one and asked.kind in {None, AnswerKind.PERSON}  # who came: "refugees", "illegals"
    if not found and relevance.speaks and told:
        from bot.contested.framings.unasked import unasked_framings

        found = unasked_framings(inquiry.over(naming(pool, names, every=True)))
    found = found if found or not names else framing_points(inquiry.near())
    if not found and asked.kind is None and not (asked.reason or asked.of_one or asked.one_of):
        from bot.contested.framings.listed import listed_framings

        found = listed_framings(inquiry)
    return found


def _figure(inquiry: Inquiry, asked: AskedAmount) -> ContestedPoint | None:
    """Return the point of kind figure that the question asks for: amounts, days, or parts in words.

    Each is imported only when it is asked for: reading numbers costs more than most answers.
    """
    if asked.family is not None or asked.measure is not None:
        from bot.contested.figures.figure_points import figure_point

        found = figure_point(inquiry, asked)
        if found is None and asked.family is not None and not asked.day:
            from bot.contested.figures.touched_figures import touched_figures

            found = touched_figures(inquiry, asked)
        if found is not None or (asked.family is not None and not asked.day):
            return found
    if asked.day:
        from bot.contested.figures.day_points import day_point

        return day_point(inquiry)
    if asked.amount:
        return None
    from bot.contested.figures.shares import share_point

    return share_point(inquiry.pool, inquiry.relevance, inquiry.language)


def _labelled(pool: Sequence[Statement], question: Query, framings: Framings) -> list[Statement]:
    """Return the sentences of paragraphs that use a label of a framing that the question uses one of."""
    wanted = set(asked_labels(question, framings).framings)
    found = ((each, framings.find(each.passage.paragraph.text)) for each in pool)  # labels are remembered
    return [each for each, labels in found if any(label.framing in wanted for label in labels)]


def _heading(question: Query, framings: Framings, language: str) -> str:
    """Return the heading of voices side by side: with the question's names, never with its other words."""
    words = names_of(question, framings)
    return phrase("voices_about", language, words=words) if words else phrase("voices", language)


def _shown(points: Sequence[ContestedPoint]) -> set[tuple[str, int]]:
    """Return the sentences already shown, as (paragraph, start in its document)."""
    return {(claim.paragraph, claim.start) for point in points for claim in point.claims}


def _words(points: Sequence[ContestedPoint]) -> int:
    return sum(len(claim.quote.split()) for point in points for claim in point.claims)
