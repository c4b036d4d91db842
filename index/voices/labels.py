"""Finds the labels of a dialogue in the paragraphs of an article: who is said to speak from here on.

    Ana Ejemplo: ...      **Ana Ejemplo:** ...     [00:12] Ana Ejemplo: ...     <ana> ...
    Q: ...   R.- ...      ### Ana Ejemplo          Ana Ejemplo 00:12            EJEMPLO: ... BROWN: ...
    [Ana Ejemplo]: ...  ANA EJEMPLO (AE) —...
    ALCALDESA.- ...       El señor EJEMPLO: ...    La señora ALCALDESA (Ejemplo Muestra): ...

Which of them make a dialogue is decided in ``transcripts``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from typing import NamedTuple

from index.model import Paragraph, Role
from index.text.letters import CAPITAL, SHOUTED_NAME
from index.text.people import given_names, people_words
from index.voices.dialogue_words import dialogue_words, spoken_words
from index.words import alternatives, strings, word_list

SPEAKING = frozenset({Role.BODY, Role.HEADING, Role.LISTING, Role.POST})
_LEAD = r"[ \t]*(?:(?:[-–—―*+•]|>{1,3}|\d{1,3}\.)[ \t]+)*[“\"«]?"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[ap]\.?\s?m\b\.?)?"
_DAY = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\w{3,10} \d{1,2}, \d{4})"
_STAMP = rf"[\[(]?(?:{_DAY}[ ,T]*(?:(?:{alternatives('dialogue', 'before_clock')}) )?)?{_CLOCK}[\])]?"
_BOLD = r"(?:\*{1,3}|_{1,3})"
_WORD = r"[^\W\d_][^\W\d_]*(?:['’-][^\W\d_]+)*\.?"
_WORD = rf"(?:(?:[^\W\d_]\.){{2,4}}|{_WORD})"  # "V.B." as well
_NAME = rf"{_WORD}(?:[ \u00a0]{_WORD}){{0,8}}(?: #?\d{{1,3}}\b(?!:\d))?"
_OFFICE = r"(?:[ \t]*[\[(][^()\[\]\n]{2,60}[\])]|,[ \t](?:[^:\n.?!]|\.(?=[A-Z:])){2,60})?"  # "Ph.D" as well
_NAMED = re.compile(
    rf"{_LEAD}(?P<stamp>{_STAMP}[ \t]*[-–—:|]?[ \t]*)?(?P<bold>{_BOLD})?(?:{_STAMP}[ \t]*)?"
    rf"(?P<boxed>\[)?(?P<name>{_NAME})(?(boxed)\])(?P<office>{_OFFICE})(?:{_BOLD}?[ \t]?:{_BOLD}?(?=[\s¿¡]|$)"
    rf"|(?P<dotted>{_BOLD}?\.{_BOLD}?[ \t]?[-–—]{{1,2}}){_BOLD}?(?=[ \t]{{0,3}}[\w¿¡«“\"(]))"
)
_ALONE = re.compile(
    rf"{_LEAD}(?P<stamp>{_STAMP}[ \t]*[-–—:|]?[ \t]*)?(?P<bold>#{{1,6}}[ \t]+|{_BOLD})?"
    rf"(?P<name>{_NAME}){_BOLD}?(?P<after>[,:]?[ \t]*[-–—|]?[ \t]*{_STAMP}:?)?{_BOLD}?[ \t]*$"
)
# "AE - How did it begin?", "ANA EJEMPLO (AE) —¿Cómo empezó?": believed only in questions and answers
_DASHED = re.compile(
    rf"{_LEAD}{_BOLD}?(?P<name>{_NAME})(?:[ \t]\([^\W\d_]{{2,3}}\))?{_BOLD}?"
    rf"[ \t]+(?:[-–—]{_BOLD}?[ \t]+(?=[^\d\s])|[–—](?=[¿¡]|{CAPITAL}))"
)
_STOPPED = re.compile(  # "Ana Ejemplo. How did it begin?"
    rf"{_LEAD}{_BOLD}?(?P<name>{CAPITAL}[^\W\d_]+(?: {CAPITAL}[^\W\d_]+){{1,3}})"
    rf"\.{_BOLD}?[ \t]+(?=[¿¡]|{CAPITAL})"
)
_TABBED = re.compile(rf"{_LEAD}(?P<name>{_NAME})\t+(?=\S)")  # the row of a table
# "Ana Ejemplo, 62, farmer. I came here": who speaks is presented, with an age or in bold
_PRESENTED = re.compile(
    rf"{_LEAD}(?P<bold>\*\*|__)?(?P<name>{_NAME})(?P<office>, (?(bold)|\(?\d{{2}}\b)[^*_\n.:]{{0,70}})"
    r"[.:](?:\*\*|__)?[.:]?[ \t]+(?=\S)"
)
_BRACKETS = r"[ \t]*\([^()\n]{2,60}\)"
# "ANA EJEMPLO, HOST", "MAYOR OF ALDEA (MA), ANA EJEMPLO (ON SCREEN)" on a line of its own
_SHOUTED = re.compile(
    rf"[ \t]*(?P<name>{_NAME})(?P<aside>{_BRACKETS})?(?:,[ \t](?P<office>[^:\n.?!]{{2,140}}))?[ \t]*$"
)
_ASIDE = re.compile(_BRACKETS)
# "Mr. EJEMPLO. Thank you": a title, a surname in capitals, and a stop.
_RECORDED = re.compile(rf"{_LEAD}(?P<name>(?P<title>{CAPITAL}[\w.]*) ?\.? {SHOUTED_NAME})\.(?=\s+{CAPITAL})")
_NICK = re.compile(
    rf"(?P<stamp>{_STAMP}[ \t]*)?<[ @+]?(?P<tag>v[ \t]+)?(?P<name>[^\s<>][^<>\n]{{0,40}})>[ \t]?"
)
_LETTER = re.compile(
    rf"{_LEAD}(?P<bold>{_BOLD})?(?P<name>[^\W\d_]{{1,9}})(?: ?\d{{1,2}})?"  # "Q3:" as well
    rf"(?:[.:]?{_BOLD}[.:]?|[.:])[ \t]?[-–—]*{_BOLD}?"
    r"(?=\s*[\w¿¡«“\"(—–-])"
)
_INSIDE = re.compile(
    rf"(?<=\s)(?P<stamp>{_STAMP}[ \t]*[-–—]?[ \t]*)?(?P<bold>{_BOLD})?(?P<name>{_NAME})"
    rf"(?P<office>[ \t]\([^()\n]{{2,60}}\)|[ \t]\[[^\[\]\n]{{2,60}}\]"
    rf"|,[ \t][^:\n.?!a-z]{{2,60}})?"  # "ANA EJEMPLO (HOST):"
    rf"(?P<stop>[.:]{_BOLD}|{_BOLD}?[ \t]?:)(?=\s)"
)
_LABEL_STOP = re.compile(r"[.:][*_]|:(?=\s)")
_ANSWER = re.compile(r"(?<=[?!.…»”\"] )(?P<name>[^\W\d_]{1,9})[.:][ \t]?[-–—]?(?=\s*[\w¿¡«“\"(—–-])")
_LONGEST_LABEL = 160  # characters, office and time counted
_REACH = 400  # characters before its stop in which a label begins
_STOP = 40  # characters before the stop of "Respuesta." or "Ana Ejemplo."
_LONGEST_LINE = 200_000  # characters; longer lines are no speech
_LONGEST_NAME = 4  # words with a capital, titles counted
_LONGEST_SHOUTED = 8  # words in capitals: "PRESIDENTE ANA MARÍA EJEMPLO MUESTRA"
_WEEKDAYS = word_list("days", "weekdays")
_SUFFIXES = word_list("texts", "name_suffixes")
_STOPS = tuple(".?!…—:-")
_ENDS = tuple(".,;!?…")  # with which no name ends
_COURTESY = 2  # words of "El señor"
_MOST_BLANKS = 14  # in a line with a name alone, the sign of an item before it
_OWNS = ("'s", "’s", "'S", "’S")


class Kind(Enum):
    """What a label tells."""

    NAMED = "named"
    ASKS = "asks"
    ANSWERS = "answers"


class Mark(NamedTuple):
    """A label: from ``start`` to where its words begin, in characters of its paragraph."""

    paragraph: int  # index
    start: int
    end: int
    label: str
    kind: Kind
    strong: bool = False  # a time, or the form of a chat, stands beside it
    alone: bool = False  # its words begin on the next line
    inside: bool = False  # it stands within a line
    office: str | None = None
    dashed: bool = False  # a dash or a stop stands where others have a colon

    @property
    def key(self) -> str:
        """By what labels of one speaker are known as such."""
        return self.label.rstrip(".").lower()


def marks_of(paragraphs: Sequence[Paragraph], title: str | None) -> list[Mark]:
    """Return all labels in reading order, those within lines included; a title has none."""
    found: list[Mark] = []
    opening = next((n for n, each in enumerate(paragraphs) if each.role in SPEAKING), 0)
    for number, paragraph in enumerate(paragraphs):
        if paragraph.role is Role.NOTE:  # "Ana Ejemplo, [21.03.21 14:02]"
            line = _lone(number, paragraph.text, 0, len(paragraph.text))
            found += [line] if line is not None and line.strong else []
        same = _same(paragraph.text, title) and not _answered(paragraphs, number)
        once = paragraph.text not in {each.text for each in paragraphs[1:]} if number == 0 else True
        titled = number == 0 and ((paragraph.role is Role.HEADING and once) or same)  # a title stands once
        titled = titled or (once and number == opening and _headline(paragraphs, number))
        titled = titled or _shouted_heading(paragraph.text)
        if paragraph.role in SPEAKING and not titled and len(paragraph.text) < _LONGEST_LINE:
            lead = _stressed(number, paragraph)
            found += [lead] if lead is not None else []
            marks = _in_paragraph(number, paragraph.text, _line_before(paragraphs, number))
            found += [each for each in marks if lead is None or each.start >= lead.end]
    return found


def _stressed(number: int, paragraph: Paragraph) -> Mark | None:
    """A name that the page sets in bold before words that are not: "Ana Ejemplo How did it begin?"."""
    text, end = paragraph.text, paragraph.stressed
    name = text[:end].strip(" []()\t")
    words = text[end:].lstrip()
    whole = 0 < end < len(text) and name[-1:].isalnum() and "\n" not in name and _name_like(name)
    begins = words[:1].isupper() or words[:1] in tuple('¿¡“«"')
    return Mark(number, 0, end, name, Kind.NAMED, dashed=True) if whole and begins else None


def _line_before(paragraphs: Sequence[Paragraph], number: int) -> str:
    """The last line of the paragraph before, where it may go on in this one."""
    before = paragraphs[number - 1] if number else None
    return before.text.rstrip().rsplit("\n", 1)[-1] if before and before.role in SPEAKING else ""


def _headline(paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Whether the first line is a headline, "Ejemplo: the bridge is safe": no stop ends it, and what stands
    below has no label.
    """
    text = paragraphs[number].text.strip(" #*_\n")
    below = any(each.role in SPEAKING for each in paragraphs[number + 1 :])
    if not below or text[-1:] in _STOPS or "\n" in text or len(text) > _LONGEST_LABEL:
        return False
    return not _answered(paragraphs, number)


def _answered(paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Whether what stands below has a label too, as turns have: "Ejemplo: Who pays?", "Brown: Nobody"."""
    below = next((each for each in paragraphs[number + 1 :] if each.role in SPEAKING), None)
    return below is not None and _at_start(0, below.text, 0, len(below.text.split("\n", 1)[0])) is not None


def _shouted_heading(text: str) -> bool:
    """Whether a paragraph is one line in capitals that no stop ends: "BOAT WEEK: BEST DEALS" is no turn."""
    line = text.strip(" *_#")
    label, _, words = line.partition(": ")
    return bool(label and words) and line.isupper() and "\n" not in line and not line.endswith(_STOPS)


def _same(text: str, title: str | None) -> bool:
    """Whether a paragraph is the title: "Ejemplo: The bridge is safe" is no turn."""
    return title is not None and text.strip(" #.\n") == title.strip(" .")


def _in_paragraph(number: int, text: str, before: str) -> Iterator[Mark]:
    at = 0
    for line in text.split("\n"):
        wrapped = before.rsplit(" ", 1)[-1] in _leading()  # "author of"
        first = None if wrapped else _at_start(number, text, at, at + len(line))
        before = line.rstrip()
        if first is not None:
            yield first
        begin, end = first.end if first else at, at + len(line)
        within = list(_within(number, text, begin, end)) if ":" in line or "**" in line else []
        yield from within
        if first is not None and first.kind is not Kind.NAMED and "**" not in line:
            for match in _ANSWER.finditer(text, begin, end):
                kind = _letter_kind(match["name"])
                if kind is not None and all(
                    each.end <= match.start() or each.start > match.end() for each in within
                ):
                    yield Mark(number, match.start(), match.end(), match["name"], kind, inside=True)
        at += len(line) + 1


@cache
def _leading() -> frozenset[str]:
    """Return the words that lead into the next line."""
    return frozenset(small_words() | dialogue_words().about)


def _at_start(number: int, text: str, start: int, end: int) -> Mark | None:
    if not _may_be_label(text, start, end):  # most lines of most texts
        return None
    match = _LETTER.match(text, start, end)
    kind = _letter_kind(match["name"]) if match else None
    if match is not None and kind is not None:
        return Mark(number, match.start(), match.end(), match["name"], kind)
    match = _NICK.match(text, start, end)
    if match is not None and (match["stamp"] or match["tag"]):
        return Mark(number, start, match.end(), match["name"], Kind.NAMED, strong=True)
    presented = _PRESENTED.match(text, start, end)
    if presented is not None and _name_like(presented["name"]) and " " in presented["name"]:
        office = presented["office"].strip(" ,.:")
        mark = Mark(number, start, presented.end(), presented["name"], Kind.NAMED, office=office)
        return None if _reports(office) else mark  # "Ana Ejemplo, 44, agreed. ..."
    stamped = _ALONE.match(text, start, end)  # "Ana Ejemplo: 00:12" is no "Ana Ejemplo: ..."
    match = None if stamped is not None and stamped["after"] else _NAMED.match(text, start, end)
    if match is not None:
        return _named(number, start, match)
    return _unmarked(number, text, start, end) or _lone(number, text, start, end)


def _unmarked(number: int, text: str, start: int, end: int) -> Mark | None:
    """A label without a colon: a name before a dash, a title and a surname in capitals before a stop."""
    recorded = _RECORDED.match(text, start, end)
    if recorded is not None and recorded["title"].strip(".").lower() in people_words().titles:
        return Mark(number, start, recorded.end(), recorded["name"], Kind.NAMED)
    dashed = _DASHED.match(text, start, end) or _STOPPED.match(text, start, end)
    dashed = dashed or _TABBED.match(text, start, end)
    if dashed is not None and _name_like(dashed["name"]):
        return Mark(number, start, dashed.end(), dashed["name"], Kind.NAMED, dashed=True)
    return None


def _may_be_label(text: str, start: int, end: int) -> bool:
    """Whether a line has what every label has: a colon, a stop or an angle early on, or little else."""
    head = text[start : min(end, start + _LONGEST_LABEL)]
    told = ":" in head or ">" in head or "\t" in head or " - " in head or " –" in head or " —" in head
    stopped = "." in head[:_STOP]
    if not (told or stopped or any(mark in head for mark in (". ", ".\t", "<", "*", "_"))):
        # a name alone, or none
        line = text[start:end].rstrip()
        shouted = line.isupper()
        return len(line) <= _LONGEST_LABEL and (shouted or not (line[-1:] in _ENDS or _is_long(line)))
    return end - start <= _LONGEST_LABEL or told or stopped


def _is_long(line: str) -> bool:
    return line.count(" ") > _MOST_BLANKS


def _named(number: int, start: int, match: re.Match[str]) -> Mark | None:
    """A name, perhaps with an office or a time, before a colon."""
    if not _name_like(match["name"]):
        return None
    office = match["office"].strip(" ,()[]\t") or None
    bracketed = match["office"].strip()[:1] in ("(", "[")
    told = office and (spoken_words(office) or _goes_on(match["name"], office) or _reports(office))
    if told and not bracketed:
        return None  # "Ana, let us be clear: ...", "Besides, the word you use is this: ..."
    timed = office is not None and re.fullmatch(_STAMP, office) is not None
    strong = bool(match["stamp"]) or timed
    kind = _letter_kind(match["name"]) or Kind.NAMED
    if office and office.rstrip(".").lower() in _SUFFIXES:  # "Ana Ejemplo, Jr:"
        return Mark(number, start, match.end(), f"{match['name']} {office}", kind, strong)
    label, office = _bracketed(match["name"], match["office"], None if timed else office)
    dotted = match["dotted"] is not None
    return Mark(number, start, match.end(), label, kind, strong, office=office, dashed=dotted)


def _reports(office: str) -> bool:
    """Whether what stands behind a name tells that somebody speaks: "Ana Ejemplo, the mayor, | said: ...".

    Or it goes on with a pronoun: "Instead, he wonders: ...".
    """
    first, last = office.partition(" ")[0].lower(), office.rsplit(" ", 1)[-1].lower()
    return last in dialogue_words().telling or first in word_list("cuts", "pronouns")


def _goes_on(name: str, office: str) -> bool:
    """Whether a word and what follows its comma are a sentence: no name, and too long for an office."""
    return " " not in name and name.lower() not in given_names() and len(office.split()) > _LONGEST_NAME


def _bracketed(name: str, raw: str | None, office: str | None) -> tuple[str, str | None]:
    """Name and office of a label; where a medium or an office stands before a name in brackets, the name:
    "RADIO ALDEA [ANA EJEMPLO]:", "MAYOR [OTTO BROWN]:", "La señora ALCALDESA (Ejemplo Muestra):".
    """
    if not office or (raw or "").strip()[:1] not in ("[", "("):
        return name, office
    lists = people_words()
    called = without_courtesy(name.split())
    if len(called) < len(name.split()) and called[0].lower() in lists.titles:
        holder = _name_like(office) and office.split()[0].lower() not in lists.titles
        return (office, " ".join(called)) if holder else (name, office)
    first, words = office.split()[0].rstrip(".").lower(), name.lower().split()
    held = all(word.rstrip(".") in lists.titles for word in words)
    medium = len(words) == 1 or not lists.bodies.isdisjoint(words)
    person = (
        " " in office
        and _name_like(office)
        and (first not in lists.titles and first not in dialogue_words().unnamed)
    )
    given = words[0] in given_names()
    if not person or given or not (held or medium):
        return name, office
    return office, name if held else None


def _lone(number: int, text: str, start: int, end: int) -> Mark | None:
    """A name that has a line of its own; where mark-up is gone, a paragraph."""
    shouted = _SHOUTED.match(text, start, end)
    if shouted is not None and text[start:end].isupper() and (shouted["office"] or shouted["aside"]):
        name, office = _holder_first(shouted["name"], shouted["office"], shouted["aside"])
        if _name_like(name) and not _headlined(text[start:end]):
            return Mark(number, start, end, name, Kind.NAMED, alone=True, office=office)
    match = _ALONE.match(text, start, end)
    if match is None or not _name_like(match["name"]) or match["name"].endswith("."):
        return None
    if match["name"].split(" ", 1)[0].lower() in dialogue_words().about:  # "Sobre Ana Ejemplo"
        return None
    stamped = bool(match["stamp"] or match["after"])
    whole = not text[:start].strip() and not text[end:].strip()
    quoted = bool(text[start : match.start("name")].strip(" *_#>-"))
    if not (stamped or match["bold"] or whole) or (quoted and not stamped):
        return None
    return Mark(number, start, match.end(), match["name"], Kind.NAMED, stamped, alone=True)


def _headlined(line: str) -> bool:
    """Whether a line in capitals is a headline: "VIDEO SHOWS FIGHT BETWEEN TOWNS, BOATS BEFORE STORM"."""
    return not dialogue_words().headlined.isdisjoint(line.lower().replace(",", "").split())


def _holder_first(name: str, office: str | None, aside: str | None) -> tuple[str, str]:
    """Name and office of a label in capitals, whichever stands first; what is in brackets says neither."""
    if office is None:
        return name, (aside or "").strip(" ()\t")
    office = _ASIDE.sub("", office).strip()
    given, titles = given_names(), people_words().titles
    words, behind = name.lower().split(), office.lower().split()[:1]
    held = words[0] in titles and given.isdisjoint(words) and titles.isdisjoint(behind)
    turned = words[0] not in given and behind and (held or behind[0] in given)
    return (office, name) if turned else (name, office)


def _within(number: int, text: str, start: int, end: int) -> Iterator[Mark]:
    """Labels within a line: names in capitals, "**Respuesta.**", "EJEMPLO: ... BROWN: ..."."""
    for match in _stopped(text, start, end):
        name, begin = match["name"], match.start("name")
        words = name.split(" ")
        stamped = bool(match["stamp"]) and _name_like(name)  # "[00:12] Ana Ejemplo: ..."
        if (
            ":" in match["stop"] and not stamped
        ):  # the name may have swallowed words of the sentence before it
            while words and not (_name_like(" ".join(words)) and _starts(text, begin, " ".join(words))):
                begin += len(words[0]) + 1
                words = words[1:]
        name = " ".join(words)
        kind = _letter_kind(name)
        office = (match["office"] or "").strip(" ,()[]\t") or None
        if not words or (kind is None and ":" not in match["stop"]) or (office and not name.isupper()):
            continue
        name, office = _bracketed(name, match["office"], office)
        at = match.start() if begin == match.start("name") else begin
        yield Mark(number, at, match.end(), name, kind or Kind.NAMED, stamped, inside=True, office=office)


def _stopped(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The labels within a line, looked for only right before what ends one: the rest of a line has none."""
    begin = start
    for stop in _LABEL_STOP.finditer(text, start, end):
        for match in _INSIDE.finditer(text, max(begin, stop.start() - _REACH), min(end, stop.end() + 4)):
            yield match
            begin = match.end()


def _starts(text: str, at: int, name: str) -> bool:
    """Whether a label within a line may begin here: in capitals, or after the end of a sentence."""
    before = text[:at].rstrip(" *_")[-1:]
    return (name.isupper() and len(name) > 1) or before in tuple('.?!…”»"—–')


def _letter_kind(label: str) -> Kind | None:
    low = label.lower().rstrip(".")
    if not label[:1].isupper():
        return None
    lists = dialogue_words()
    return Kind.ASKS if low in lists.asks else Kind.ANSWERS if low in lists.answers else None


@cache
def small_words() -> frozenset[str]:
    """Return the small words that may stand within a name."""
    particles = strings("particles", "anywhere") + strings("particles", "in_bylines")
    return dialogue_words().within | {word for each in particles for word in each.split()}


def without_courtesy(words: list[str]) -> list[str]:
    """Return the words of a label without "El señor", "La diputada" before a name or an office."""
    titles = people_words().titles
    article = dialogue_words().articles.match(f"{words[0]} ") if len(words) > _COURTESY else None
    if article is None or words[1] not in titles:
        return words
    rest = words[2:]
    return [rest[0].capitalize(), *rest[1:]] if rest[0] in titles else rest


def _name_like(name: str) -> bool:
    """Whether a label is written like a name, or like an office in capitals."""
    words = without_courtesy(name.split())
    large = [word for word in words if len(words) == 1 or word.lower() not in small_words()]
    most = _LONGEST_SHOUTED if name.isupper() else _LONGEST_NAME
    capital = all(word[:1].isupper() or word[0] in "#0123456789" for word in large)
    short = 0 < len(large) <= most and not any(word.endswith(_OWNS) for word in words)
    lists = dialogue_words()
    told = name.lower() in lists.unnamed
    if words and (words[0].lower() in lists.salutations and words[0].lower() not in people_words().titles):
        return False  # "Dear Ana:"
    if len(words) > 1 and words[-1].lower() in _WEEKDAYS:
        return False  # "On Friday, Mr. Brown wrote:"
    if len(words) > 1 and not name.isupper() and lists.addressing.match(name):
        return False  # "To Ana Ejemplo:"
    return bool(words) and words[0][:1].isupper() and short and (capital or told)
