"""A question that leans on earlier ones: what it takes over from them, and no more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from bot.asking.asked_names import asking_words, written_names
from bot.asking.asked_speaker import asked_speaker
from index.text.terms import WORD, fold, folded, folded_list, parts, stop_words
from index.values import frozen

_list = partial(folded_list, "followups")
_REMEMBERED = 5  # earlier questions
_FEW = 3  # words that name a matter


@frozen
class Taken:
    """The part of an earlier question that a new one leans on, and which of its words are names."""

    text: str = ""
    names: frozenset[str] = frozenset()  # folded
    speaker: str = ""  # what is left of the earlier question, where the same person is to speak


def take_over(question: str, context: Sequence[str]) -> Taken:
    """Return what ``question`` takes over from the last of the earlier questions that stands by itself.

    A question that opens with a preposition ("and in Juliaca?") takes over all but the part it replaces, one
    that only names somebody or a place ("and Juliaca?") all but the name, one that asks what somebody else
    said all but who spoke before;
    "why?", "who else?" and "how many were hurt?" all; a pronoun for a person the names, or all that "who
    is" asked for; other pronouns all. A question that leans on nothing takes over nothing.
    """
    words = folded(question)
    if not context or not words:
        return Taken()
    opening = _opening(words, _list("openings"))
    rest = words[opening:]
    person = _unresolved(question, _list("persons"))
    thing = _unresolved(question, _list("things"), skip=opening)
    alone = not _content(question) or (_elliptic(question) and not person)
    if not (opening or person or thing or alone):
        return Taken()
    earlier = _standing(context[-_REMEMBERED:], replaced=_is_phrase(question))
    names = written_names(earlier)
    if opening and rest and rest[0] in _list("prepositions"):
        kept = _without_phrase(earlier, rest[0])
        return Taken(kept, written_names(kept), kept)
    if written_names(question) and _is_phrase(question):  # "And Ardale?" asks the same of somebody else
        same_asked = _without_name(earlier, names)
        if same_asked is not None:
            return Taken(same_asked, written_names(same_asked))
    if opening and (speaker := asked_speaker(question)) and speaker.named:  # "And what did Ana say?"
        same_asked = _without_speaker(earlier, names)
        if same_asked is not None:
            return Taken(same_asked, written_names(same_asked))
    others = not _list("others").isdisjoint(rest)
    everything = alone or others or (thing and not person)
    if person and not everything:
        everything = _asks_who(earlier) or not names
    # "And what did the minister say?" goes on, but with a matter of its own: only names are taken over.
    same = earlier if person or (alone and not others) else ""
    return Taken(earlier if everything else _only(earlier, names), names, same)


def _elliptic(question: str) -> bool:
    """Return whether one word is all that a question says, and no name or thing to be told about."""
    return len(_content(question)) == 1 and not _asks_who(question) and not written_names(question)


def _only(question: str, names: frozenset[str]) -> str:
    """Return the words of the question that are among the folded names."""
    return " ".join(word for word in WORD.findall(question) if not names.isdisjoint(parts(word)))


def _unresolved(question: str, pronouns: frozenset[str], skip: int = 0) -> bool:
    """Return whether one of the pronouns stands in the question with no name before it that it may mean."""
    matches = list(WORD.finditer(question))
    for match in matches[skip:]:
        if fold(match[0]) in pronouns:
            return not written_names(question[: match.start()])
    return False


def _standing(context: Sequence[str], *, replaced: bool = False) -> str:
    """Return the last earlier question that has words of its own, with what it took over itself.

    ``replaced``: of one that only named another matter ("and Ardale?") no more than what it took over.
    """
    for at in range(len(context) - 1, -1, -1):
        if _content(context[at]):
            taken = take_over(context[at], context[:at])
            if replaced and taken.text and _is_phrase(context[at]):
                return taken.text
            return f"{taken.text} {context[at]}".strip()
    return ""


def _is_phrase(question: str) -> bool:
    """Return whether a question only names another matter to ask the same of: "and the ferry?"."""
    words = folded(question)
    rest = words[_opening(words, _list("openings")) :]
    if len(rest) == len(words) or not asking_words().isdisjoint(rest):
        return False
    return (not rest or rest[0] not in _list("prepositions")) and 0 < len(_content(question)) <= _FEW


def _opening(words: Sequence[str], openings: frozenset[str]) -> int:
    """Return how many words at the beginning only say that the question goes on."""
    for size in (3, 2, 1):
        if " ".join(words[:size]) in openings and len(words) >= size:
            return size
    return 0


def _content(question: str) -> list[str]:
    stops = stop_words() | asking_words()
    return [word for word in folded(question) if word not in stops]


def _asks_who(question: str) -> bool:
    words = folded(question)
    return " ".join(words[:2]) in _list("whois")


def _without_name(question: str, names: frozenset[str]) -> str | None:
    """Return the question without its name; None where it has several, for which is meant is not told."""
    found: list[tuple[int, int]] = []
    for match in WORD.finditer(question):
        if names.isdisjoint(parts(match[0])):
            continue
        if found and not question[found[-1][1] : match.start()].strip():
            found[-1] = found[-1][0], match.end()
        else:
            found.append(match.span())
    if len(found) > 1:
        return None
    start, end = found[0] if found else (0, 0)
    return re.sub(r"\s+", " ", question[:start] + question[end:]).strip()


def _without_speaker(question: str, names: frozenset[str]) -> str | None:
    """Return the question without its one name, or of several without that of whom it asks to speak."""
    kept, speaker = _without_name(question, names), asked_speaker(question)
    if kept is not None or speaker is None or not speaker.named:
        return kept
    return re.sub(r"\s+", " ", speaker.rest).strip()


def _without_phrase(question: str, preposition: str) -> str:
    """Return the question without the last phrase that begins with the preposition, up to the next one."""
    matches = list(WORD.finditer(question))
    words = [fold(match[0]) for match in matches]
    if preposition not in words:
        return question
    first = len(words) - 1 - words[::-1].index(preposition)
    last = first + 1
    while last < len(words) and words[last] not in _list("prepositions"):
        last += 1
    end = matches[last].start() if last < len(matches) else len(question)
    return re.sub(r"\s+", " ", question[: matches[first].start()] + question[end:]).strip()
