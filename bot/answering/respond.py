"""The whole way from a question to its answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from bot.answer import Answer, Claim, Status
from bot.answering.both_sides import look_wider, sides_alone, with_sides
from bot.answering.claims_found import claims_for, giving_first
from bot.answering.given import Given, given_in
from bot.answering.one_look import Shorter, as_it_is, counted, in_one_look, the_rest
from bot.answering.stands import StandOf, stand_of
from bot.answering.understand import Understood, articles_on, remarks, understand
from bot.asking.asked import Asked, asked_of, read_question
from bot.asking.small_talk import Said
from bot.finding import Ranked
from bot.finding.abstain import Evidence, weigh
from bot.finding.bearing import by_bearing
from bot.finding.best_passages import in_looser_words
from bot.finding.likely import likely
from bot.finding.other_particulars import without_other_things, without_others
from bot.finding.quote import claim_at
from bot.finding.replies import answered_in_turn, may_be_talk, told_in_turn
from bot.finding.span import best_span
from bot.finding.word_weights import asking_weight, word_idf
from bot.phrases import phrase
from index.door import Index
from index.formats.folder import NOT_QUOTED, is_editorial
from index.framings import Framings, bundled
from index.model import Passage, Query, Scope
from index.remembered import kept
from index.values import frozen, replace

EVERYTHING = 20  # claims: what is found for a question, best first
_RELATED = 0.1  # of the most: what bears less on the question speaks of something else
ANSWERING = 5  # passages: those that answer best, beside which the wider look sets others
NEAREST = 3  # claims
# How likely the best passage bears on the question at least, where the evidence alone is too thin: of 255
# questions to eight libraries 15 had been left unanswered, with .25 five are; of 39 that nothing answers two
# more are answered.
PERHAPS = 0.25
BRIEF_WORDS = 32  # of a quote that gives what is asked, so that several fit
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

    @property
    def asked(self) -> Asked:
        """What the wording says, read once."""
        return read_question(self.text)


@frozen
class Trace:
    """How an answer came about: the query that found it, the evidence, the passages best first."""

    query: Query
    evidence: Evidence
    ranked: tuple[Ranked, ...] = ()
    sides_alone: bool = False  # no passage answered; the sides of a framing did


@frozen
class _Whole:
    """All that is found for a question, how it came about, and what cuts one of its claims short."""

    answer: Answer
    trace: Trace | None = None
    shorter: Shorter = as_it_is
    stand: StandOf | None = None  # what tells the sides, where the question may have several answers


def respond(index: Index, question: Question, framings: Framings | None = None) -> Answer:
    """Return the answer to a question: quoted, named, every side shown, or an honest "nothing found".

    ``framings`` are the rival labels to look for, the bundled ones when not given.
    """
    return answer_and_trace(index, question, framings)[0]


def answer_and_trace(
    index: Index, question: Question, framings: Framings | None = None
) -> tuple[Answer, Trace | None]:
    """Return the answer, and how it came about; no trace where nothing was looked for."""
    whole = _everything(index, question, framings)
    answer = whole.answer
    if answer.status is Status.NOTHING_FOUND:
        return answer if answer.reply else with_unread(index, answer), whole.trace
    answer = replace(answer, found=counted(answer))
    if question.everything:
        return replace(answer, claims=answer.claims[: question.top]), whole.trace
    return in_one_look(answer, whole.shorter, question.top, stand=whole.stand), whole.trace


def with_unread(index: Index, silence: Answer) -> Answer:
    """Return a silence that names the files which could not be read: in them the answer may stand."""
    unread = [(file, why) for file, why in index.skipped() if why == NOT_QUOTED or not is_editorial(file)]
    if not unread:
        return silence
    named = [_told(file, why, silence.language) for file, why in unread[:_NAMED]]
    names = ", ".join(named) + (", …" if len(unread) > _NAMED else "")
    key = "unread_one" if len(unread) == 1 else "unread_some"
    every = len(index.files()) + len(unread)
    said = phrase(key, silence.language, count=len(unread), every=every, files=names)
    return replace(silence, reason=f"{silence.reason} {said}", unread=tuple(unread))


def _told(file: str, why: str, language: str) -> str:
    """Return the name of a file, as a line may hold it, with the reason why it is not read."""
    from bot.reasons import reason_in  # few questions are answered by none, beside such files

    told = f"{file} ({reason_in(language, why)})"
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in told)


def the_others(index: Index, question: Question, framings: Framings | None = None) -> Answer:
    """Return what the answer in one look leaves out; no claims when it left nothing."""
    whole = _everything(index, question, framings)
    return the_rest(whole.answer, whole.shorter, stand=whole.stand)


def _everything(index: Index, question: Question, framings: Framings | None) -> _Whole:
    asked = question.asked
    if asked.said is not None:
        return _Whole(_reply(question, asked.said))
    context = tuple(each for each in question.context if read_question(each).said is None)
    ways = understand(index, question.text, question.language, question.scope, context)
    if not ways[-1].query.words:
        blank = asked.blank
        reason = phrase("no_words" if blank else "only_common", ways[-1].query.language)
        return _Whole(replace(_nothing(question, ways[-1], reason), reply=blank))
    top = max(EVERYTHING, question.top or 0)
    his, plain = asked.speech and asked.of_one, ways[-1].query
    unnamed = his and _unnamed(index, plain)
    if unnamed and (told := _his_words(index, question, plain, framings)) is not None:
        return told
    for way in ways:
        found, evidence = _tried(index, way, top)
        if _answers(index, found, evidence):
            return _answered(index, question, way, evidence, found, framings)
    if his and not unnamed and (told := _his_words(index, question, plain, framings)) is not None:
        return told
    return _unanswered(index, question, ways, (*found, evidence), framings)


def _unanswered(
    index: Index,
    question: Question,
    ways: Sequence[Understood],
    found: tuple[Query, list[Ranked], Evidence],
    framings: Framings | None,
) -> _Whole:
    """Return the sides alone, or a silence with its reason and what comes nearest where that is wanted."""
    from bot.answering.silence import why_nothing

    way, (_, ranked, evidence) = ways[0], found
    silence = _nothing(question, way, why_nothing(index, way.query, ranked))
    trace = Trace(way.query, evidence, tuple(ranked))
    alone = sides_alone(index, way.query, silence, framings)
    if alone is not None:
        return _Whole(alone, replace(trace, sides_alone=True))
    if question.nearest:
        near = [(each, 1.0) for each in ranked]
        query = ways[-1].query
        claims = claims_for(index, query, _idf(index, query), near, question.top or NEAREST)
        silence = replace(silence, nearest=tuple(claims))
    return _Whole(silence, trace)


def _tried(index: Index, way: Understood, top: int) -> tuple[tuple[Query, list[Ranked]], Evidence]:
    """Return the best passages for one way to understand a question, and the evidence in them."""
    query, nearest = _ranked(index, way, way.query, top)
    ranked = _on_its_matter(index, query, nearest, way.taken)
    turned = answered_in_turn(index, ranked) if may_be_talk(ranked) else ranked
    evidence = weigh(index, query, turned, chosen=way.chosen, corrected=way.replaced)
    if ranked and turned[0].passage is not ranked[0].passage:  # asked and answered, in whatever words
        evidence = replace(evidence, apart=False)
    return (query, ranked), evidence


def _answers(index: Index, found: tuple[Query, list[Ranked]], evidence: Evidence) -> bool:
    """Whether the documents answer, by what was found."""
    query, ranked = found
    return bool(ranked) and (
        evidence.enough or _perhaps(index, query, ranked, evidence) or _gives(found, evidence)
    )


def _unnamed(index: Index, query: Query) -> bool:
    from bot.answering.spoken_ways import stands_in_no_text  # most questions ask for nobody's words

    return stands_in_no_text(index, query)


def _his_words(index: Index, question: Question, query: Query, framings: Framings | None) -> _Whole | None:
    """Return what he says whose words are asked for where no text beside them names him: in turns, messages.

    Of the matter where one is asked of, else his first words; None where he says nothing.
    """
    from bot.answering.spoken_ways import first_words, spoken_ways  # few questions ask for such words

    top = max(EVERYTHING, question.top or 0)
    for way in spoken_ways(index, query):
        found, evidence = _tried(index, way, top)
        if _answers(index, found, evidence):
            return _answered(index, question, way, evidence, found, framings)
    claims = first_words(index, query, top)
    return _Whole(Answer(question.text, query.language, Status.ANSWERED, None, claims)) if claims else None


def _on_its_matter(index: Index, query: Query, ranked: list[Ranked], taken: Sequence[str]) -> list[Ranked]:
    """Return the passages on the matter of an earlier question, and of "why" those that give a reason."""
    if taken:
        from bot.finding.earlier_matter import of_its_matter  # few questions follow another

        ranked = of_its_matter(query, ranked, taken)
    if asked_of(query).why:
        from bot.finding.no_reason import telling_why  # few questions ask why

        ranked = telling_why(index, query, ranked)
    return ranked


def _perhaps(index: Index, query: Query, ranked: Sequence[Ranked], evidence: Evidence) -> bool:
    """Whether a passage may well bear on the question, though in other words: the evidence is thin."""
    if not evidence.open or evidence.lacks_kind or evidence.apart:
        return False
    return max(likely(index, query, by_bearing(index, query, ranked))) >= PERHAPS


def _gives(found: tuple[Query, list[Ranked]], evidence: Evidence) -> bool:
    """Whether a sentence gives what is asked of the one thing named, in words of its own: "written by".

    Where the evidence is thin it must do so beside the name: no text need have the word "sport".
    """
    query, ranked = found
    given = given_in(query, [each.passage for each in ranked])
    enough = evidence.apart and replace(evidence, apart=False).enough
    return bool(given.beside or (enough and given.spans))


def _answered(
    index: Index,
    question: Question,
    way: Understood,
    evidence: Evidence,
    found: tuple[Query, list[Ranked]],
    framings: Framings | None,
) -> _Whole:
    """Return all that is found in one way to understand a question, which the documents answer.

    ``found`` are the passages with the words that found them. Sides are looked for by the question's own:
    whether looser ones are needed tells the asker's word, which chooses no side.
    """
    top = max(EVERYTHING, question.top or 0)
    query, ranked = found
    framings = framings or bundled()
    # Whether the documents answer is told without the name of an office's holder: that its bearer speaks
    # of other things answers nothing.
    if way.named is not None and (by_name := _ranked(index, way, way.named, top))[1]:
        query, ranked = by_name
    ranked = without_others(way.query, ranked)
    passages = [each.passage for each in ranked]
    given = given_in(query, passages)
    bearing = by_bearing(index, query, ranked)
    bearing = giving_first(bearing, given) if given.spans else bearing
    bearing = told_in_turn(index, bearing) if may_be_talk(ranked) else bearing
    idf = _idf(index, query)
    claims = tuple(claims_for(index, query, idf, bearing, top, _RELATED, given))
    notes = remarks(way, ranked)
    answer = Answer(question.text, way.query.language, Status.ANSWERED, None, claims, notes=notes)
    wider = without_other_things(way.query, look_wider(index, way.query, framings))
    sided = with_sides(way.query, passages[:ANSWERING], wider, answer, framings)
    by_id = {each.passage.paragraph.id: each.passage for each, _ in bearing}
    cut = partial(_shorter, query, idf, by_id, given)
    shorter = kept(2 * EVERYTHING, lambda claim, words: (id(claim), words))(cut)
    stand = stand_of(way.query, (*wider, *passages)) if question.asked.sided else None
    return _Whole(sided, Trace(query, evidence, tuple(ranked)), shorter, stand)


def _shorter(
    query: Query,
    idf: Mapping[str, float],
    passages: Mapping[str, Passage],
    given: Given,
    claim: Claim,
    words: int,
) -> Claim:
    """Return a claim cut to the sentences around its match; one of the wider look as it is."""
    passage = passages.get(claim.paragraph)
    if passage is None:
        return claim
    must = given.spans.get(claim.paragraph)
    span = best_span(passage, query, idf, min(words, BRIEF_WORDS) if must else words, must)
    short = claim_at(passage, *span, claim.number, bearing=claim.bearing)
    return short if claim.start <= short.start and short.end <= claim.end else claim


def _ranked(index: Index, way: Understood, query: Query, top: int) -> tuple[Query, list[Ranked]]:
    """Return the best passages of a query, and the query with the words that found them."""
    scope = query.scope
    if way.described:
        articles = articles_on(index, way.described, scope)
        if not articles:
            return query, []
        scope = replace(scope, articles=articles)
    looser, ranked = in_looser_words(index, replace(query, scope=scope), top)
    return replace(query, words=looser.words), ranked


def _idf(index: Index, query: Query) -> dict[str, float]:
    return {word.text: word_idf(index, word) * asking_weight(query, word.text) for word in query.words}


def _reply(question: Question, said: Said) -> Answer:
    """Return the fixed reply to small talk, in the language of the asker."""
    told = question.language or (said.languages[0] if len(said.languages) == 1 else None)
    spoken = (read_question(each).language for each in reversed(question.context))
    language = told or next(filter(None, spoken), "en")
    reason = phrase(said.kind, language)
    return Answer(question.text, language, Status.NOTHING_FOUND, reason, reply=True)


def _nothing(question: Question, way: Understood, reason: str) -> Answer:
    return Answer(question.text, way.query.language, Status.NOTHING_FOUND, reason, notes=remarks(way))
