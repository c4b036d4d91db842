"""What a question asks for: a thing of a kind, by its question words and the noun behind; or a judgement."""

from __future__ import annotations

from functools import cache, lru_cache

from bot.asking.answer_kinds import KINDS, MEASURES, AnswerKind, found_of, offices, open_words, opening
from index.remembered import OF_QUESTIONS
from index.text.terms import WORD, fold, folded, folded_list, stop_words
from index.text.tokens import phrases_of, read_tokens
from index.words import table

_OWNERS = 4  # words between "what" and the noun of another's: "what was the old ship's speed"
_SIDED = {AnswerKind.NUMBER, AnswerKind.SHARE, AnswerKind.DATE, AnswerKind.YEAR, AnswerKind.HOUR, *MEASURES}
_MATTER = 4  # words that name a matter; fewer are looked up
# Kinds that a noun asks for by itself: "turnout in Ardale", "the mayor's age". An office or a length is not:
# "the position of the union", "the length of the strike".
_TOPICS = _SIDED - {AnswerKind.LENGTH} | {AnswerKind.AGE, AnswerKind.PLACE}


@lru_cache(maxsize=OF_QUESTIONS)
def asked_kind(question: str) -> AnswerKind | None:
    """Return what kind of thing a question asks for, the first it shows, None when it shows none.

    Where no phrase of a kind stands in it, the noun behind the question word tells: what speed, which fine.
    "When" behind "what" asks for nothing: "What did they say when the mill closed?".
    """
    text = fold(question)
    asking = opening(question)
    found = [
        (hit.start, number, kind)
        for number, kind in enumerate(KINDS)
        if (hit := next(found_of(f"{kind}.asks", text), None))
        and (hit.words.split()[0] not in open_words() or (asking is not None and hit.start <= asking))
    ]
    if found:
        return min(found)[2]
    kind = _kinds_by_noun().get(_noun(question) or "")
    if _next(question) in folded_list("kinds", "thing.sorts"):
        return None  # "what type of depth": no depth is asked for
    return kind if kind is not AnswerKind.PERSON or _noun(question) == _next(question) else None


@lru_cache(maxsize=OF_QUESTIONS)
def kind_words(question: str) -> frozenset[str]:
    """Return the folded words by which a question says what kind of thing it asks for: old in "how old".

    A text that answers need not hold them.
    """
    text = fold(question)
    found = [hit.words for kind in KINDS for hit in found_of(f"{kind}.asks", text)]
    found += filter(None, [_topic(question)])
    if _noun(question) in (priced := folded_list("kinds", "number.priced")):
        found += priced  # "the six-million bridge"
    return frozenset(word for phrase in found for word in phrase.split())


@lru_cache(maxsize=OF_QUESTIONS)
def asks_for_sum(question: str) -> bool:
    """Return whether a question asks for a sum of money by the noun behind its question word: what fine."""
    noun = _noun(question)
    return noun is not None and noun in _sums()


@lru_cache(maxsize=OF_QUESTIONS)
def counted_noun(question: str) -> str | None:
    """Return the folded noun behind "how many", None when the question does not count.

    A verb may stand there: "how much did it fall", "cuánto cayó".
    """
    text = fold(question)
    cue = next(found_of(f"{AnswerKind.NUMBER}.asks", text), None)
    if cue is None:
        return None
    behind, stops = WORD.findall(text, cue.start + len(cue.words))[:2], stop_words()
    if cue.words in folded_list("kinds", "number.measured") and behind and _is_verb(behind[0]):
        return None
    return next((word for word in behind if word not in stops), None)


def _is_verb(word: str) -> bool:
    """Whether a folded word behind "how much" is the verb of what is measured, by its form or by a list."""
    ends = tuple(folded_list("kinds", "number.verb_ends"))
    return word in folded_list("kinds", "number.verbs") or (bool(ends) and word.endswith(ends))


@lru_cache(maxsize=OF_QUESTIONS)
def asked_thing(question: str) -> str | None:
    """Return the folded word that says what is asked for: capital in "what is the capital of ...".

    None when no such word stands behind the question word, and for a date, a place or a number: the
    text that gives one need not call it so.
    """
    return _noun(question) if asked_kind(question) in {None, AnswerKind.PERSON} else None


@lru_cache(maxsize=OF_QUESTIONS)
def asked_class(question: str) -> str | None:
    """Return the folded noun behind "which" or "what", of which the answer is one: crime in "what crime".

    A text that answers need not call it so: it says "manslaughter". That it is a noun is told by "which", by
    the preposition before it, by an auxiliary behind it or by the form of a plural.
    """
    at, noun = opening(question), _next(question)
    if at is None or noun is None or noun in stop_words() or noun != _noun(question):
        return None
    asks, behind = WORD.match(question, at), _behind(question)
    before = folded(question[:at])[-1:]
    told = (
        (asks is not None and fold(asks[0]) in folded_list("kinds", "thing.chooses"))
        or not folded_list("kinds", "thing.before").isdisjoint(before)
        or not folded_list("kinds", "thing.auxiliaries").isdisjoint(behind[1:2])
        or (bool(_plurals()) and asks is not None and "¿" in question and noun.endswith(_plurals()))
    )
    return noun if told else None


@cache
def _plurals() -> tuple[str, ...]:
    return tuple(folded_list("kinds", "thing.plurals"))


def asks_for_one_of(question: str) -> bool:
    """Return whether a question asks for one of several things: "which council backed the plan"."""
    at = opening(question)
    if at is None or not (word := WORD.match(question, at)):
        return False
    chooses = fold(word[0]) in folded_list("kinds", "thing.chooses")
    return chooses and folded_list("kinds", "thing.naming").isdisjoint({_next(question), _noun(question)})


@lru_cache(maxsize=OF_QUESTIONS)
def asks_for_judgement(question: str) -> bool:
    """Return whether a question asks for a judgement, in words of its own ("Is it dangerous?") too."""
    if judging_words(question):
        return True
    words = read_tokens(question).words
    return "?" in question and opening(question) is None and bool(_phrases(words, "named"))


@lru_cache(maxsize=OF_QUESTIONS)
def judging_words(question: str) -> frozenset[str]:
    """Return the folded words by which a question asks for a judgement; none where it asks for no judgement.

    A text that answers judges in words of its own: "a terrible decision" answers "Is it a good idea?".
    """
    words = read_tokens(question).words
    spoken = [word for word in words if word[0].isalpha()]
    found = _phrases(words, "open")
    if not found and "?" in question and opening(question) is None:
        found = _phrases(words, "asks")
        head = phrases_of("judgement", "heads").at(spoken, 0)
        if head is not None:
            found = [*found, *spoken[: head[0]]]
    return frozenset(fold(word) for word in found)


def _phrases(words: list[str], key: str) -> list[str]:
    hits = phrases_of("judgement", key).hits(words)
    return [word for at, size, _ in hits for word in words[at : at + size]]


@lru_cache(maxsize=OF_QUESTIONS)
def may_be_sided(question: str) -> bool:
    """Return whether sources may well answer a question differently: yes or no, an amount, a share, a day.

    A matter that is named without a question mark ("whether the vote was legal") is one on which they speak.
    """
    if asked_kind(question) in _SIDED:
        return True
    if "?" not in question:
        return len(WORD.findall(question)) >= _MATTER
    return opening(question) is None


@lru_cache(maxsize=OF_QUESTIONS)
def _noun(question: str) -> str | None:
    """Return the folded noun behind the question word; of what belongs to another, that: the ship's speed."""
    if topic := _topic(question):
        return topic
    skip, behind = folded_list("kinds", "thing.skip"), _behind(question)
    priced = folded_list("kinds", "number.priced").intersection(behind[1:])
    if priced and next(found_of(f"{AnswerKind.PERSON}.asks", fold(question)), None) is None:
        return min(priced)  # what will the bridge cost; but not who will pay for it
    owners = [place for place, word in enumerate(behind[:_OWNERS]) if word.endswith(("'s", "’s"))]
    if owners and len(behind) > owners[-1] + 1:
        return behind[owners[-1] + 1]
    return next((word for word in behind if word not in skip), None)


def _topic(question: str) -> str | None:
    """Return the folded noun by which a question without a question word asks: "the age of the mayor?".

    It stands at the head, alone or before what it is of, or behind its owner: "the mayor's age in May".
    """
    if opening(question) is not None:
        return None
    articles, links = folded_list("kinds", "definition.articles"), folded_list("kinds", "definition.inside")
    words = [word for word in folded(question) if word not in articles][: _OWNERS + 2]
    owner = next((at for at, word in enumerate(words) if word.endswith(("'s", "’s"))), -1)
    noun = words[owner + 1] if owner + 1 < len(words) else ""
    alone = owner >= 0 or len(words) < 2 or words[1] in links
    return noun if alone and _kinds_by_noun().get(noun) in _TOPICS else None


def _next(question: str) -> str | None:
    """Return the folded word right behind the question word: who somebody is, not what is said of him."""
    return next(iter(_behind(question)), None)


def _behind(question: str) -> list[str]:
    """Return the folded words behind the question word."""
    asks = folded_list("kinds", "thing.asks")
    words = folded(question)
    return next((words[at + 1 :] for at, word in enumerate(words) if word in asks), [])


@cache
def _kinds_by_noun() -> dict[str, AnswerKind]:
    """Return the folded nouns that tell what kind of thing is asked for, where they stand behind "what"."""
    found = {fold(form): AnswerKind.PERSON for form in offices()}
    for kind in KINDS:
        found |= {fold(word): kind for word in table("kinds").get(kind, {}).get("nouns", ())}
    return found | dict.fromkeys(_sums(), AnswerKind.NUMBER)


@cache
def _sums() -> frozenset[str]:
    """Return the folded words behind a question word that ask for a sum of money."""
    return folded_list("kinds", "number.sums") | folded_list("kinds", "number.priced")
