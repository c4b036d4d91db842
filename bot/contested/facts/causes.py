"""Different causes for one event: "caused by", "blamed on", "se debió a", and ways in which somebody died."""

from __future__ import annotations

from bot.contested.facts.same_meaning import meanings
from bot.contested.facts.statements import (
    Said,
    Stand,
    region_before,
    region_behind,
    span_terms,
    span_text,
    within,
)
from index.text.denial import denial_words
from index.text.tokens import kinds_of, phrases_of
from index.words import word_list

_FILE = "causes"
_ON_PURPOSE, _BY_ITSELF = "how:1", "how:0"
_HOW = {_ON_PURPOSE, _BY_ITSELF}
_DENIED = 3  # words before a word in which "not" denies it


def causes_in(said: Said) -> list[Stand]:
    """Return the causes that a sentence gives, about its effect; one at most."""
    words = said.tokens.words
    forms = (phrases_of(_FILE, key) for key in ("on_purpose", "behind", "blame", "before", "because"))
    for index in sorted({start for each in forms for start in each.starts(words)}):
        stand = _on_purpose(said, index) or _behind(said, index) or _blamed(said, index)
        stand = stand or _before(said, index) or _because(said, index)
        if stand is not None:
            return [stand]
    return []


def same_event(one: Stand, other: Stand) -> bool:
    """Whether two sentences tell of one effect, or of one death: one is worded within the other."""
    if not within(one.about, other.about):
        return False
    how = [next((term for term in each.side if term in _HOW), "") for each in (one, other)]
    return _ON_PURPOSE not in how or set(how) == _HOW  # who set it may have caused it, too


def _on_purpose(said: Said, at: int) -> Stand | None:
    """Return the stand of "the fire was started deliberately": nothing that happens by itself caused it."""
    words = said.tokens.words
    hit = phrases_of(_FILE, "on_purpose").at(words, at)
    first = region_before(said, at)
    if hit is None or _is_denied(said, at) or not phrases_of(_FILE, "mishaps").stand_in(words[first:at]):
        return None
    if phrases_of("distance", "wanted").stand_in(words[first:at]):
        return None
    if phrases_of("deeds", "by").at(words, at + hit[0]):
        return None  # "fue provocado por": by whom
    about = span_terms(said, first, at)
    return Stand(said, span_text(said, at, at + hit[0]), frozenset({_ON_PURPOSE}), about) if about else None


def _behind(said: Said, at: int) -> Stand | None:
    """Return the cause of "EFFECT was caused by CAUSE"."""
    hit = phrases_of(_FILE, "behind").at(said.tokens.words, at)
    if hit is None or _is_denied(said, at):
        return None
    return _stand(said, (region_before(said, at), at), (at + hit[0], region_behind(said, at + hit[0])))


def _because(said: Said, at: int) -> Stand | None:
    """Return the cause of "the ferry sank because it was overloaded": only a mishap has one cause."""
    hit = phrases_of(_FILE, "because").at(said.tokens.words, at)
    first = region_before(said, at)
    if (
        hit is None
        or _is_denied(said, at)
        or not phrases_of(_FILE, "mishaps").stand_in(said.tokens.words[first:at])
    ):
        return None
    return _stand(said, (first, at), (at + hit[0], region_behind(said, at + hit[0])))


def _before(said: Said, at: int) -> Stand | None:
    """Return the cause of "CAUSE triggered EFFECT"."""
    words, first = said.tokens.words, region_before(said, at)
    hit = phrases_of(_FILE, "before").at(words, at)
    if (
        hit is None
        or _is_denied(said, at)
        or (words[at + 1 : at + 2] != [] and words[at + 1] in word_list("counting", "of_words"))
    ):
        return None  # "the causes of the fire"
    told = first > 1 and words[first - 2] in denial_words().asserting
    if first and words[first - 1] in word_list("contrasts", "that") and not told:
        return None  # "it was the rise that sparked it": the cause stands before "that"
    return _stand(said, (at + hit[0], region_behind(said, at + hit[0])), (first, at))


def _blamed(said: Said, at: int) -> Stand | None:
    """Return the cause of "blame EFFECT on CAUSE" and of "blame CAUSE for EFFECT"."""
    words = said.tokens.words
    hit = phrases_of(_FILE, "blame").at(words, at)
    if hit is None or phrases_of("deeds", "by").at(words, at + hit[0]):
        return None  # "is blamed by the league for it"
    first, last = at + hit[0], region_behind(said, at + hit[0], most=20)
    language = said.language
    cause_first = bool(phrases_of(_FILE, "accuse").at(words, at))
    cut = None if cause_first else _link(said, f"on_{language}", first, last)
    if cut is None:
        cause_first, cut = True, _link(said, f"for_{language}", first, last)
    if cut is None:
        return None
    one, other = (first, cut), (cut + 1, last)
    return _stand(said, other, one) if cause_first else _stand(said, one, other)


def _link(said: Said, key: str, first: int, last: int) -> int | None:
    """Return the last link between what is blamed and on what, among tokens ``first`` to ``last``."""
    links = phrases_of(_FILE, key)
    return next((at for at in range(last - 1, first, -1) if links.at(said.tokens.words, at)), None)


def _stand(said: Said, effect: tuple[int, int], cause: tuple[int, int]) -> Stand | None:
    if phrases_of("distance", "wanted").stand_in(said.tokens.words[slice(*effect)]):
        return None  # "it may be due to": that is open
    if phrases_of("polarity", "asks.other").at(said.tokens.words, cause[1] - 1):
        return None  # "what caused the crash"
    about, side = span_terms(said, *effect), span_terms(said, *cause)
    if not about or not side or about & side:
        return None
    itself = phrases_of(_FILE, "by_itself").stand_in(said.tokens.words[slice(*cause)])
    how = frozenset({_BY_ITSELF}) if itself else frozenset[str]()
    return Stand(said, span_text(said, *cause), meanings(side) | how, about)  # a quake is a tremor


def _is_denied(said: Said, at: int) -> bool:
    """Whether it is denied right in front of a word: "was not caused by"."""
    return denial_words().turn(said.tokens.words[max(0, at - _DENIED) : at])


def manners_in(said: Said) -> list[Stand]:
    """Return the way in which a sentence says that somebody died; none where it names two ways."""
    words = said.tokens.words
    death = next(phrases_of(_FILE, "death").hits(words), None)
    hits = list(kinds_of(_FILE, "manners").hits(words)) if death else []
    hits = [hit for hit in hits if not _is_denied(said, hit[0])]
    kinds = {manner for _, _, manner in hits}
    if death is None or len(kinds) != 1:
        return []
    at, size, _ = hits[0]
    victim = span_terms(said, 0, _verb(said, min(at, death[0])))
    label = span_text(said, at, at + size)
    return [Stand(said, label, frozenset(kinds), victim)] if victim else []


def _verb(said: Said, at: int) -> int:
    """Return the first token of the verb that ends before ``at``: helping verbs are left off."""
    be = phrases_of("deeds", "be")
    while at and be.at(said.tokens.words, at - 1):
        at -= 1
    return at
