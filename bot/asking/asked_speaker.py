"""Whose words a question asks for: "the mayor of Barcelona" in "What did the mayor of Barcelona demand?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.asking.answer_kinds import opening
from bot.asking.asked_names import asked_names, asking_words, name_titles
from index.remembered import OF_QUESTIONS
from index.text.terms import WORD, all_parts, fold, folded_list, parts, stop_words
from index.values import frozen, replace

_Span = tuple[int, int]  # the first of some words, and the one behind the last
_Found = Sequence[tuple[re.Match[str], str]]  # the words of a question, and folded


def _list(key: str) -> frozenset[str]:
    return folded_list("kinds", f"speech.{key}")


_LONGEST = 9  # words of a subject
_OPENING = 6  # words of a question among which its auxiliary stands
_LEADING = 2  # words before an auxiliary: "and why does"
_STANCE = 6  # words of a name before one of stance, its titles too
_ACT = 4  # words before a noun of speech: "What was the mayor's first reaction"


@frozen
class AskedSpeaker:
    """Somebody whose words are asked for: by name, or by the words that describe him."""

    names: tuple[tuple[str, ...], ...] = ()  # each as its folded words
    words: frozenset[str] = frozenset()  # folded, function words left out
    named: bool = False  # by name, titles aside, and not by what he is: "the mayor of Barcelona"
    rest: str = ""  # the question without these words
    asking: frozenset[str] = frozenset()  # folded words that ask for it, reason and give: need not be held
    stance: bool = False  # where he stands is asked for, which others may tell


@frozen
class _Subject:
    """Where among the words of a question he stands whose words it asks for."""

    first: int
    last: int  # behind it
    asking: frozenset[str] = frozenset()


@lru_cache(maxsize=OF_QUESTIONS)
def asked_speaker(question: str) -> AskedSpeaker | None:
    """Return whose words a question asks for; None where it asks for nobody's, or names nobody."""
    found = [(match, fold(match[0])) for match in WORD.finditer(question)]
    if (span := _stance_holder([word for _, word in found])) is not None:
        first, end = span
        held = _speaker(question, found, _Subject(first, min(end, _name_end(found, first))))
        if held is not None and held.named:
            return replace(held, stance=True)
    at = (
        _before_question(found)
        or _behind_auxiliary(found)
        or _owner(found)
        or _of_noun(question, found)
        or _of_topic(question, found)
        or _behind_verb(question, found)
    )
    return _speaker(question, found, at) if at is not None else None


def _speaker(question: str, found: _Found, at: _Subject) -> AskedSpeaker | None:
    """Return who stands at a place of a question; None where no word there tells anybody."""
    if at.first >= at.last or at.last - at.first > _LONGEST:
        return None
    start, end = found[at.first][0].start(), found[at.last - 1][0].end()
    inside = question[start:end]
    names = tuple(name for name in asked_names(question) if _holds(inside, name))
    words = [part for part in all_parts(inside) if part not in stop_words()]
    named = bool(names) and _is_named([match[0] for match in WORD.finditer(inside)], names)
    rest = f"{question[:start]}{question[end:]}"
    return AskedSpeaker(names, frozenset(words), named, rest, at.asking) if words else None


def _behind_auxiliary(found: _Found) -> _Subject | None:
    """Return who stands between "did" and a verb of speech or of giving, or behind "why did" by name."""
    folded = [word for _, word in found]
    aux = next(
        (at for at, word in enumerate(folded[:_OPENING]) if word in _list("before") | _list("being")), None
    )
    if aux is None:
        return None
    first, acts = aux + 1, _list("acts").intersection(folded[:aux])
    if folded[aux] in _list("being"):
        verb = _one_of("saying", folded, first)
        return _Subject(first, verb, frozenset({folded[verb]})) if verb is not None and verb > first else None
    verb = _verb(folded, first)
    if verb is None:
        verb = _one_of("behind", folded, first)
    if verb is not None and verb > first:
        return _Subject(first, verb, frozenset(_phrase(folded, verb)))
    if acts and (gives := _one_of("gives", folded, first)) is not None:
        return _Subject(first, gives, acts | {folded[gives]})
    if not _list("why").isdisjoint(folded[:aux]) and not stop_words().issuperset(folded[first : first + 1]):
        return _Subject(first, _name_end(found, first))
    return None


def _owner(found: _Found) -> _Subject | None:
    """Return whose reaction "What was the mayor's reaction" asks for."""
    folded = [word for _, word in found]
    owned = next(
        (at for at, word in enumerate(folded[:_LONGEST]) if word.endswith(("'s", "’s", "s'", "s’"))), None
    )
    if owned is None or _list("what").isdisjoint(folded[:2]):
        return None
    acts = _list("acts").intersection(folded[owned + 1 : owned + 3])
    first = next((at for at in range(1, owned + 1) if folded[at] not in _list("copulas")), owned)
    return _Subject(first, owned + 1, acts) if acts else None


def _of_noun(question: str, found: _Found) -> _Subject | None:
    """Return whose answer "What was the answer of the union?" or "¿Qué respuesta dio el gremio?" asks for."""
    folded = [word for _, word in found]
    if _list("what").isdisjoint(folded[:2]):
        return None
    act = next((at for at, word in enumerate(folded[: _ACT + 1]) if word in _list("acts")), None)
    if act is None or act + 2 >= len(found):
        return None
    link = folded[act + 1]
    if link in _list("of") or link in _list("gives"):
        given = {link} if link in _list("gives") else set()
        return _Subject(act + 2, _end(question, found, act + 2), frozenset({folded[act], *given}))
    return None


def _of_topic(question: str, found: _Found) -> _Subject | None:
    """Return whose answer is asked for without a question word, by name: "Ana's reply", "reply of Ana".

    The noun of speech stands at the head or right behind its owner; a reason of something is nobody's.
    """
    if opening(question) is not None:
        return None
    folded = [word for _, word in found]
    act = next((at for at, word in enumerate(folded[: _ACT + 1]) if word in _list("acts")), None)
    if act is None:
        return None
    if act and folded[act - 1].endswith(("'s", "’s", "s'", "s’")):
        named = all(match[0][0].isupper() for match, _ in found[:act])
        return _Subject(0, act, frozenset({folded[act]})) if named else None
    first = act + 2
    if act > 1 or first >= len(found) or folded[act + 1] not in _list("of"):
        return None
    named = any(match[0][0].isupper() for match, _ in found[first : first + 2])
    return _Subject(first, _end(question, found, first), frozenset({folded[act]})) if named else None


def _behind_verb(question: str, found: _Found) -> _Subject | None:
    """Return the subject that follows its verb: "¿Qué dijo la alcaldesa?", "according to the mayor"."""
    folded = [word for _, word in found]
    verb = _verb(folded, 0)
    if verb is None or (verb and folded[verb - 1] in _list("who")):
        return None
    first = verb + len(_phrase(folded, verb))
    return _Subject(first, _end(question, found, first))


def _before_question(found: _Found) -> _Subject | None:
    """Return who stands before the question that asks for his words: "And Ana Ejemplo, what did she say?"."""
    folded = [word for _, word in found]
    first = 1 if folded and folded[0] in folded_list("followups", "openings") else 0
    asks = next((at for at, word in enumerate(folded) if word in _list("what")), first)
    verb = _verb(folded, asks + 1)
    other = folded_list("followups", "prepositions") | asking_words()  # "when asked of the ferry, what did"
    if asks == first or verb is None or folded[first] in other:
        return None
    around = [*folded[asks + 1 : verb], *folded[verb + 1 : verb + 2]]  # no other subject: "did she say about"
    return _Subject(first, asks) if stop_words().issuperset(around) else None


def _is_named(words: list[str], names: tuple[tuple[str, ...], ...]) -> bool:
    """Whether words are a name alone, an article and titles before it aside: "President Ana Ejemplo"."""
    held = frozenset(word for name in names for word in name)
    front = list(words)
    while front and (fold(front[0]) in name_titles() or (len(front) == len(words) and front[0].islower())):
        front.pop(0)
    found = [part for word in front for part in parts(word)]
    return (
        bool(found)
        and found[-1] in held
        and all(p in held or p in stop_words() for p in found)
        and (found[0] in held)
    )


def _phrase(folded: list[str], at: int) -> list[str]:
    """Return the words of the verb of speech at a place: "according to" is two."""
    two = folded[at : at + 2]
    return two if len(two) == 2 and " ".join(two) in _list("verbs") else folded[at : at + 1]


def _one_of(key: str, folded: list[str], start: int) -> int | None:
    """Return the place of the first word of a list behind a place, a subject away at most."""
    end = min(len(folded), start + _LONGEST + 1)
    return next((at for at in range(start, end) if folded[at] in _list(key)), None)


def _verb(folded: list[str], start: int) -> int | None:
    verbs = _list("verbs")
    return next(
        (
            at
            for at in range(start, min(len(folded), start + _LONGEST + 1))
            if folded[at] in verbs or " ".join(folded[at : at + 2]) in verbs
        ),
        None,
    )


def _end(question: str, found: _Found, first: int) -> int:
    """Return the place behind a subject that follows its verb: up to what is said, a mark or the end."""
    named = any(match[0][0].isupper() for match, _ in found[first : first + 2])
    # What follows "of" is no part of one who is named, nor of several told by what they are.
    whole = named or (first < len(found) and found[first][1] in _list("several"))
    for at in range(first + (not named and whole), len(found)):
        match, word = found[at]
        if at > first and re.search(r"[,;:?!]", question[found[at - 1][0].end() : match.start()]):
            return at
        follows = at + 1 < len(found) and found[at + 1][0][0][0].isupper()
        if word in _list("ends") or (whole and word in _list("inside") and not follows):
            return at
    return len(found)


def _name_end(found: _Found, first: int) -> int:
    last = first
    while last < len(found) and (
        found[last][0][0][0].isupper() or (last == first and found[last][1] in stop_words())
    ):
        last += 1
    return last


def _holds(text: str, name: tuple[str, ...]) -> bool:
    return set(name).issubset(all_parts(text))


def _stance_holder(folded: Sequence[str]) -> _Span | None:
    """Return where among the folded words of a question he stands whose stance is asked for; None for nobody.

    Whether they are a name is for the caller to see: "Does the law support farmers?" asks for nobody's.
    """
    return _between(folded) or _behind_stance(folded) or _at_the_head(folded)


def _between(folded: Sequence[str]) -> _Span | None:
    """Return who stands between an auxiliary and a word of stance: "Does Ana Ejemplo back it?"."""
    before = folded_list("kinds", "stance.before")
    aux = next((at for at, word in enumerate(folded[: _LEADING + 1]) if word in before), None)
    if aux is None:
        return None
    first = aux + 1
    for at in range(first + 1, min(len(folded), first + _STANCE + 1)):
        if _phrase_at(folded, at, "behind"):
            return first, at
    return None


def _behind_stance(folded: Sequence[str]) -> _Span | None:
    """Return who follows words of stance near the head: "¿Por qué se opone Ana Ejemplo a la tasa?"."""
    objects = folded_list("kinds", "stance.objects")  # "apoyan a Ana Ejemplo": it is she who is backed
    for at in range(min(len(folded), _LEADING + 2)):
        size = _phrase_at(folded, at, "front")
        if size and folded[at + size : at + size + 1] and folded[at + size] not in objects:
            return at + size, len(folded)
    return None


def _at_the_head(folded: Sequence[str]) -> _Span | None:
    """Return who stands at the head as the one for whom something is so: "For Ana Ejemplo, what is it?"."""
    return (1, len(folded)) if folded and folded[0] in folded_list("kinds", "stance.head") else None


def _phrase_at(folded: Sequence[str], at: int, key: str) -> int:
    """Return of how many words a phrase of a list is that starts at a place; 0 where none does."""
    phrases = folded_list("kinds", f"stance.{key}")
    sizes = (size for size in (3, 2, 1) if " ".join(folded[at : at + size]) in phrases)
    return next(sizes, 0) if at < len(folded) else 0
