"""Who answers in an interview, as its title and its introduction tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from index.grammar.frames import cut_frames
from index.grammar.quotes import find_quotes
from index.grammar.reporting_words import lexicon
from index.grammar.roster import Roster
from index.grammar.speakers import Speaker, speaker_of
from index.languages import is_read
from index.model import Paragraph, Role, Source
from index.text.letters import CAPITAL
from index.text.names import Named, names_in
from index.text.people import given_names
from index.text.places import names_place
from index.voices.dialogue_words import dialogue_words
from index.voices.reports import find_reports
from index.words import word_list

_INTRODUCTION = 8  # paragraphs before the first question that may introduce who answers
_AFTER = 90  # characters after "interview with" in which the name stands
_LONGEST_TITLE = 200  # characters
_OFTEN = 3  # times somebody is named, and times more often than the next
_ENDED = re.compile(rf":\s+(?P<name>{CAPITAL}[^:,.“”\"«»]{{2,40}})$")
_SOMEBODY = word_list("grammar", "indefinite") | word_list("grammar", "one")
_OWNERS = word_list("grammar", "word_owners")
_PLACING = word_list("grammar", "near_links") | word_list("grammar", "occasion_links")
_JOINS = word_list("particles", "joins")
_MARKS = "•.,:;¿?¡!“”«»\"'()|-–—*#_"
_STANDFIRST = 4  # texts over an interview, its title among them
_LONGEST_LINE = 320  # characters of such a text
_LEAD = 2  # characters before a name that opens a paragraph
_KIN = 40  # characters
_KIN_WORDS = 4  # "her", "late", "elder", "brother"
_TITLED = re.compile(r"[#*_\s]*(?P<name>[^\W\d_][^:\n«“\"]{3,90}):\s*[«“\"'‘¿]?")
# "Ana Ejemplo, jueza de paz", "Ana Ejemplo (juez)": a name, an office in small letters
_OFFICE = re.compile(r"(?:, (?=[^\W\d_A-ZÀ-Þ])| \().*", re.DOTALL)


def introduction(paragraphs: Sequence[Paragraph], first: int, source: Source) -> list[str]:
    """Return the texts that may introduce an interview: title and what stands before its first turn."""
    heads = [each for each in paragraphs[:first] if each.role is not Role.JUNK]
    titles = [each.text for each in heads[:2]] if len(heads) > _INTRODUCTION else []
    texts = titles + [each.text for each in heads[-_INTRODUCTION:]]
    title = source.title if source.title and not source.title.endswith("?") else None  # else a question
    return ([title] if title and title not in texts else []) + texts


def announced(texts: Sequence[str], *, surely: bool) -> bool:
    """Whether an introduction tells of an interview: by a word for it; not ``surely`` also by one for any
    talk, or by a title like "Ana Ejemplo: “...”".
    """
    lists = dialogue_words()
    if any(lists.interview.search(text) or lists.interview_with.search(text) for text in texts):
        return True
    talked = any(lists.talk.search(text) for text in texts)
    return not surely and (talked or any(_title_speaker(text) is not None for text in texts[:2]))


def asker(source: Source) -> Speaker | None:
    """Return who asks under "P.": the one who signs the interview, never its outlet."""
    alone = len(source.authors) == 1
    return Speaker(source.authors[0], source.authors[0]) if alone else None


def interviewee(
    paragraphs: Sequence[Paragraph], first: int, source: Source, roster: Roster
) -> Speaker | None:
    """Return the one person who can be meant, None where nobody or several can.

    That is whoever is named after "interview with" or before the colon of the title; else the one person
    whom the introduction names, the author, the outlet and names of places aside.
    """
    texts = introduction(paragraphs, first, source)
    apart = _apart(source) | _cited(texts[:1])
    if any(dialogue_words().asked_me.search(text) for text in texts):
        return asker(source)  # who signs it answers in it
    if (name := _announced(texts, apart, roster)) is not None:
        return Speaker(name, name)
    titled = _titled(texts, apart, source.language, roster)
    if titled is not None and titled.lower() not in apart:
        return Speaker(roster.resolve(titled), titled)
    if any(_asked_somebody(text) for text in texts):
        return None
    found = _alone(texts, apart, roster)
    if found is None and announced(texts, surely=True):
        found = _told_above(texts, apart, roster, source.language)
    if found is None and announced(texts, surely=False):
        found = _presented(texts, apart, roster)
    found = found or _mostly(texts, apart, roster)
    return Speaker(found, found) if found else None


def _announced(texts: Sequence[str], apart: set[str], roster: Roster) -> str | None:
    """The one person named after "interview with", unless the title quotes another: he tells of his talks."""
    named = [each for text in texts for each in _announced_names(text, apart)]
    names = _distinct((each for each in named if each.name.lower() not in apart), roster)
    said = next((name for text in texts[:1] if (name := _title_speaker(text))), None)
    return names[0] if len(names) == 1 and (said is None or said.lower() in apart) else None


def _titled(texts: Sequence[str], apart: set[str], language: str | None, roster: Roster) -> str | None:
    """Whom the lines over an interview give as its speaker, the surest sign first."""
    signs: tuple[Callable[[str], str | None], ...]
    signs = (_title_speaker, lambda text: _title_end(text, roster), bare_name, _of_interview)
    for sign in signs:
        found = [name for text in texts[:2] if (name := sign(text))]
        if found:
            return found[0]
    lines = [each for each in texts[:_STANDFIRST] if len(each) <= _LONGEST_LINE]
    return _in_title(texts[:1], roster) or _told_above(lines, apart, roster, language)


def _alone(texts: Sequence[str], apart: set[str], roster: Roster) -> str | None:
    """The one person whom an introduction names, those aside of whom it tells beside another."""
    people = [
        named
        for text in texts
        for named in names_in(text)
        if len(named.words) > 1
        and named.name.lower() not in apart
        and not _several(named.name)
        and not dialogue_words().ruling.search(text, 0, named.start)
        and not _beside_another(text, named)
    ]
    for group in (people, [each for each in people if each.gender or each.titled]):
        names = _distinct(group, roster)
        if len(names) == 1:
            return names[0]
    return None


def _apart(source: Source) -> set[str]:
    """Who signs an interview and the outlet that prints it, with its article or without: nobody it asks."""
    outlet = (source.outlet or "").lower()
    return {*(each.lower() for each in source.authors), outlet, dialogue_words().articles.sub("", outlet)}


def _cited(titles: Sequence[str]) -> set[str]:
    """Who in a title does something with whom is asked: "An interview with the expert Ana Ejemplo cited"."""
    return {
        each.name.lower()
        for title in titles
        for match in dialogue_words().interview_with.finditer(title)
        for each in names_in(title, match.end(), len(title))[:1]
        if _acts(title, each.end)
    }


def _told_above(texts: Sequence[str], apart: set[str], roster: Roster, language: str | None) -> str | None:
    """The one person whose words the lines over an interview report: "Ana Ejemplo, the mayor, warns that"."""
    lex = lexicon(language)
    found: set[str] = set()
    for text in texts if is_read(language) else ():
        for frame in cut_frames(text, find_quotes(text), lex):
            for report in find_reports(frame, lex):
                speaker = speaker_of(text, frame.tokens, report.phrase, lex, roster)
                found.add(roster.resolve(speaker.name or "") if speaker.kind == "name" else "")
    whole = {name for name in found if name in roster.full and name.lower() not in apart}
    return whole.pop() if len(whole) == 1 else None


def _presented(texts: Sequence[str], apart: set[str], roster: Roster) -> str | None:
    """The first person named below the title, if a paragraph presents him: "Ana Ejemplo, the mayor who"."""
    whole = [(text, each) for text in texts[1:] for each in names_in(text) if len(each.words) > 1]
    first = next(((text, each) for text, each in whole if each.name.lower() not in apart), None)
    opens = first is not None and first[1].start <= _LEAD and first[0].startswith(", ", first[1].end)
    return roster.resolve(first[1].name) if first and opens else None


def _mostly(texts: Sequence[str], apart: set[str], roster: Roster) -> str | None:
    """The one of whom an introduction tells again and again, by whole name once at least."""
    counts = Counter(roster.resolve(each.name, each.gender) for text in texts for each in names_in(text))
    named = [(count, name) for name, count in counts.most_common() if name in roster.full]
    if not named or named[0][1].lower() in apart or named[0][0] < _OFTEN:
        return None
    second = named[1][0] if len(named) > 1 else 0
    return named[0][1] if named[0][0] >= _OFTEN * second else None


def _title_end(text: str, roster: Roster) -> str | None:
    """The person behind the last colon of a title: "The bridge must close: Ejemplo"."""
    match = _ENDED.search(text.partition(" | ")[0].strip(" *_#\n.")) if len(text) < _LONGEST_TITLE else None
    words = match["name"].split() if match else [""]
    names = [name for name in roster.full if name.split()[-len(words) :] == words]
    whole = bare_name(match["name"]) if match and len(words) > 1 else None
    if not names and whole and words[0].lower() in given_names():  # nowhere else in the text
        return whole
    return names[0] if len(names) == 1 else None


def _of_interview(text: str) -> str | None:
    """The name that a title is besides its word for an interview: "The Ana Ejemplo Interview"."""
    rest = dialogue_words().interview.sub("", text)
    return bare_name(dialogue_words().articles.sub("", rest.strip(_MARKS + " "))) if rest != text else None


def _in_title(titles: Sequence[str], roster: Roster) -> str | None:
    """The one person of the text whom the title names, in capitals or not: "ANA EJEMPLO: A LONG TALK"."""
    words = {word.strip(_MARKS).lower() for title in titles for word in title.split()}
    known = [name for name in roster.full if " " in name and not (_several(name) or names_place(name))]
    names = [name for name in known if words.issuperset(name.lower().split())]
    return names[0] if len(names) == 1 else None


def _several(name: str) -> bool:
    """Whether a name is that of two: "Muestra y Ejemplo"."""
    return not _JOINS.isdisjoint(name.lower().split())


def _announced_names(text: str, apart: set[str]) -> list[Named]:
    """The first name after each "interview with"; none where either of two may be asked."""
    found: list[Named] = []
    for match in dialogue_words().interview_with.finditer(text):
        if _between_two(text, match, apart):
            continue
        stop = min(len(text), match.end() + _AFTER)
        names = [
            each
            for each in names_in(text, match.end(), stop)[:1]
            if len(each.words) > 1 or each.titled or each.name.lower() in given_names()
        ]
        found += [each for each in names if not (_acts(text, each.end) or _several(each.name))]
    return found


def _between_two(text: str, match: re.Match[str], apart: set[str]) -> bool:
    """Whether a whole name stands right before "talks to", that of nobody who is known to ask."""
    before = [each for each in names_in(text, 0, match.start()) if len(each.words) > 1]
    near = before and text[before[-1].end : match.start()].strip(" *_") in ("", ",")
    return bool(near) and before[-1].name.lower() not in apart


def _acts(text: str, at: int) -> bool:
    """Whether a verb follows a name: "an interview with the expert Ana Ejemplo cited" is with another."""
    lists = dialogue_words()
    follows = text[at:].split(maxsplit=1) if text[at : at + 1] == " " else []
    word = follows[0] if follows else ""
    return word.isalpha() and word.islower() and word not in lists.about | lists.within | lists.ruling_words


def _asked_somebody(text: str) -> bool:
    """Whether somebody without a name is asked: "We talked with one of the survivors"."""
    lists = dialogue_words()
    found = (*lists.interview_with.finditer(text), *lists.talk.finditer(text))
    after = (text[match.end() :].lstrip(" :").split(maxsplit=1)[:1] for match in found)
    return any(word and word[0].lower() in _SOMEBODY for word in after)


def _beside_another(text: str, named: Named) -> bool:
    """Whether somebody is only told of as another's: "Her neighbour Otto Fenn", "Su padre, Gil Oso"."""
    before = text[max(0, named.start - _KIN) : named.start].replace(",", " ").lower().split()[-_KIN_WORDS:]
    return any(
        word in _OWNERS and before[max(0, at - 1)] not in _PLACING for at, word in enumerate(before)
    )  # but "In a talk at her office, Ana Ejemplo"


def _title_speaker(text: str) -> str | None:
    """The name before the colon of a title: "Ana Ejemplo: «No me iré»"."""
    match = _TITLED.match(text)
    if match is None or len(text) > 200:
        return None
    name = _OFFICE.sub("", match["name"].strip(" *_"))
    names = names_in(name)
    quoted = text[match.end("name") + 1 :].lstrip()[:1] in tuple("«“\"'‘¿")
    return name if quoted and len(names) == 1 and names[0].name == name and len(names[0].words) > 1 else None


def bare_name(text: str) -> str | None:
    """Return the name that a line is and nothing else."""
    words = text.strip(" #*_\n")
    names = names_in(words)
    return words if len(names) == 1 and names[0].name == words and len(names[0].words) > 1 else None


def _distinct(people: Iterable[Named], roster: Roster) -> list[str]:
    return list(dict.fromkeys(roster.resolve(each.name, each.gender) for each in people))
