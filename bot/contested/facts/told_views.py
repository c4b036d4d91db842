"""Views of one thing: who is for it or against it, how it is judged, what is said to come of it.

"The port's users back the levy", "the levy is unfair", "the levy would ruin the market", "the levy must be
scrapped": each takes a side towards the levy, whatever its verb. Which words do so is data (views.toml).
A thing is a common noun; what is only possible, asked or feared of others is no view.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from bot.contested.facts import view_parts as parts
from bot.contested.facts.named_things import Named, named_first, named_last
from bot.contested.facts.statements import Said, Stand, span_text
from bot.contested.facts.view_parts import FILE, part_end, part_start, speaker_of, thing_behind, whom
from bot.contested.spoken_sentences import Statement
from index.expressions import pattern
from index.text.denial import denial_words
from index.text.terms import fold, stop_words
from index.text.tokens import Phrases, phrases_of, read_tokens
from index.values import frozen
from index.words import word_list

_FOR, _AGAINST = "for", "against"
_TURN = {_FOR: _AGAINST, _AGAINST: _FOR}
_SHOWN, _LEAD, _BEHIND = 20, 8, 8  # words shown as a position, those of its subject, and behind its verb
_DOUBT = 4  # words before a clause in which somebody does not hold it to be so: "I doubt that"
_NO = 3  # words before a cue in which its "not" stands
_NEAR = 4  # words from "should" to its verb, and behind a verb that tell whom it helps
_CALLED = 10  # words from "called" to the judgement: "called the levy unfair, short-sighted and absurd"
_ASKED = 9  # words from "urged" to what is asked
_QUOTES = pattern(r"[\"“”«»]|(?<![^\W_])['‘’]|['‘’](?![^\W_])")

_Place = tuple[int, int, int]  # where a part of a sentence begins, where its verb stands, where its words end


@frozen
class View:
    """A side that a sentence takes towards a thing, and whose it is."""

    stand: Stand
    thing: Named
    holders: frozenset[str]  # words of their names, else of the nouns that tell who they are
    names: frozenset[str]  # of places and people beside the thing: "the levy at Keld"
    sure: bool  # whether it is told which thing is meant: "the levy", "Keld's levy"

    @property
    def side(self) -> frozenset[str]:
        """Whether it is for the thing or against it."""
        return self.stand.side


def views_in(statement: Statement) -> list[View]:
    """Return the views that a sentence tells; marks of quotations part nothing in it."""
    text = _QUOTES.sub(" ", statement.text)
    said = Said(statement, statement.start, text, read_tokens(text), statement.terms)
    if "?" in said.tokens.words or not _cues().stand_in(said.tokens.words):
        return []
    return [*_backing(said), *_met(said), *_judging(said), *_coming(said), *_asking(said)]


@cache
def _cues() -> Phrases[bool]:
    lists = "for against for_too against_too met_well met_ill well ill helps harms keep keep_too drop"
    return phrases_of(FILE, *lists.split())


def _hits(said: Said, *keys: str) -> Iterator[tuple[str, int, int]]:
    """Yield the side, the place and the end of each word of two lists: one for a thing, one against it."""
    for side, key in zip((_FOR, _AGAINST), keys, strict=True):
        for at, size, _ in phrases_of(FILE, key).hits(said.tokens.words):
            yield side, at, at + size


def _backing(said: Said) -> Iterator[View]:
    """Yield who is for a thing or against it: "backs the levy", "was rejected by", "opponents of"."""
    words = said.tokens.words
    bare = (hit for hit in _hits(said, "for_too", "against_too") if _is_verb(said, hit[1], hit[2]))
    for side, at, end in (*_hits(said, _FOR, _AGAINST), *bare):
        first = part_start(said, at)
        single, behind = end - at == 1, words[end] if end < len(words) else ""
        if single and behind in word_list(FILE, "by"):
            thing, holders = named_last(said, first, at), whom(said, end + 1, part_end(said, end + 1))
        elif (single and parts.is_be(words[max(0, at - 2) : at])) or behind in word_list(
            "contrasts", "links"
        ):
            continue  # "was rejected": by whom; "Tisk's backing in the council"
        elif parts.of_kind(said, parts.described(said, first)):  # "a law that two parties reject"
            thing, holders = parts.described(said, first), whom(said, end, part_end(said, end))
        else:
            who = first > 1 and words[first - 1] in word_list("grammar", "subject_relatives")
            whose = part_start(said, first - 1 - (words[first - 2] == ",")) if who else first
            if not parts.somebody(said, whose, at):
                continue
            thing, holders = thing_behind(said, end), whom(said, whose, at)
        yield from _view(said, side, thing, holders or speaker_of(said), (first, at, end), firm=True)


def _is_verb(said: Said, at: int, end: int) -> bool:
    """Whether a word that may be a noun is a verb: behind "we" or "not", or between who and what."""
    words = said.tokens.words
    if not at or words[at - 1] in word_list(FILE, "for_too_before"):
        return bool(at)
    pointing = word_list(FILE, "pointing") | word_list("grammar", "articles_all")
    people = words[at - 1].endswith("s") or said.tokens.raw[at - 1][0].isupper()
    owner = words[at - 1] in word_list("grammar", "word_owners")
    return people and not owner and end < len(words) and words[end] in pointing


def _met(said: Said) -> Iterator[View]:
    """Yield how a thing was met: "the levy drew criticism from farmers"."""
    for side, at, end in _hits(said, "met_well", "met_ill"):
        first, holders = part_start(said, at), whom(said, end, part_end(said, end))
        yield from _view(said, side, parts.subject(said, first, at), holders, (first, at, end), firm=True)


def _judging(said: Said) -> Iterator[View]:
    """Yield how a thing is judged: "the levy is unfair", "called the levy a disgrace"."""
    words = said.tokens.words
    for side, at, end in _hits(said, "well", "ill"):
        if end < len(words) and words[end][0].isalpha() and not _ends_judgement(words[end]):
            continue
        first = part_start(said, at)
        be = parts.link_before(said, first, at)
        if be is not None:
            thing = parts.subject(said, first, be) or parts.thing_with_article(said, end)
            yield from _view(said, side, thing, speaker_of(said), (first, be, end), firm=False)
            continue
        calls = parts.last_of(words, "calls", at - _CALLED, at)
        if calls is not None:
            first = part_start(said, calls)
            told = named_first(said, calls + 1, min(at, part_end(said, calls + 1)))
            thing = told or parts.described(said, first) or parts.thing_with_article(said, end)
            holders = whom(said, first, calls) or speaker_of(said)
            yield from _view(said, side, thing, holders, (first, calls, end), firm=True)


def _ends_judgement(word: str) -> bool:
    """Whether a judgement ends before a word, or is one of the thing all the same: "the best answer"."""
    return word in word_list(FILE, "judged") or fold(word) in stop_words()


def _coming(said: Said) -> Iterator[View]:
    """Yield what is said to come of a thing: "the levy would ruin the market"."""
    words = said.tokens.words
    for side, at, end in _hits(said, "helps", "harms"):
        noun = end < len(words) and words[end] in word_list(FILE, "of")  # "la mejora de"
        if noun or not parts.tells(said, end, min(part_end(said, end), end + _NEAR)):
            continue  # "would help": whom
        first = part_start(said, at)
        modal = parts.last_of(words, "comes", max(first, at - 2), at)
        verb = at if modal is None else modal
        thing = parts.subject(said, first, verb)
        if modal is not None or parts.of_kind(said, thing):  # "the crowd destroys" is no view of the crowd
            yield from _view(said, side, thing, speaker_of(said), (first, verb, end), firm=False)


def _asking(said: Said) -> Iterator[View]:
    """Yield what is asked for: "the levy must be scrapped", "urged the council to accept the levy"."""
    words = said.tokens.words
    passive = [(hit, True) for hit in _hits(said, "keep", "drop")]
    for (side, at, end), done in (*passive, *((hit, False) for hit in _hits(said, "keep_too", "drop"))):
        first = part_start(said, at)
        ought = parts.last_of(words, "ought", max(first, at - _NEAR), at)
        asked = parts.last_of(words, "asked", at - _ASKED, at)
        is_done = parts.is_be(words[max(first, at - 1) : at])
        if done is not is_done:
            continue
        if ought is not None:
            thing = parts.subject(said, first, ought) if done else thing_behind(said, end)
            yield from _view(said, side, thing, speaker_of(said), (first, ought, end), firm=True)
        elif asked is not None:
            first = part_start(said, asked)
            thing = named_first(said, asked + 1, at) if done else thing_behind(said, end)
            holders = whom(said, first, asked) or speaker_of(said)
            yield from _view(said, side, thing, holders, (first, asked, end), firm=True)


def _view(
    said: Said, side: str, thing: Named | None, holders: frozenset[str], place: _Place, *, firm: bool
) -> Iterator[View]:
    """Yield a view of a thing, turned round where it is denied; none where it is left open."""
    first, verb, end = place
    lead = said.tokens.words[first:verb]
    if thing is None or not thing.head or not parts.names_thing(said, thing):
        return
    nobody = any(each in " ".join(lead) for each in denial_words().nobody)
    if nobody or phrases_of(FILE, "open").stand_in(lead):
        return
    no = [at for at in range(first, end) if parts.denies(said, at)]
    doubted = phrases_of(FILE, "unbelieved").stand_in(said.tokens.words[max(0, first - _DOUBT) : verb])
    denied = any(at >= verb - _NO for at in no) or doubted
    if (denied and side == _AGAINST and firm) or (no and not denied):
        return  # who does not oppose it need not be for it
    stop = part_end(said, end)
    narrowing = word_list("contrasts", "that") | word_list("grammar", "subject_relatives")
    if denied and not narrowing.isdisjoint(said.tokens.words[stop : stop + 1]):
        return  # "does not protect tenants who pay late": it may protect others
    side = _TURN[side] if denied else side
    last = min(stop, first + _SHOWN, end + _BEHIND)
    label = span_text(said, first if verb - first <= _LEAD else verb, max(last, end))
    stand = Stand(said, label, frozenset({side}), thing.all)
    yield View(stand, thing, holders, parts.names_beside(said, thing), parts.is_told(said, thing))
