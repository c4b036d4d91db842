"""Names of people in a text: runs of capitalised words that are no body, no place and no headline."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from index.expressions import pattern
from index.text.letters import CAPITAL
from index.text.people import PeopleWords, given_names, people_words
from index.words import either, strings, word_endings, word_list, word_set

SHORT_TITLES = rf"(?:{either('names', 'short_titles')})\."
_PART = (
    rf"(?:(?:{CAPITAL}\.)+(?=\s)|{SHORT_TITLES}"
    rf"|{CAPITAL}[^\W\d_]*(?:[’'´&-][^\W\d_]+)*[’']?)"
)
_GAP = r"[ \u00a0\n]+"
PARTICLE = "(?:" + "|".join(strings("particles", "anywhere")) + ")"
JOINED = "(?:" + "|".join(strings("particles", "joined")) + ")"
_BEFORE = pattern(r"([^\W\d_]+|[^\W\d_]{2,4}\.)\s+$")  # the word before a name
_POSSESSIVE = pattern(r"(?:['’]s|(?<=s)['’])$")
_WORDS = pattern(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_INITIAL = pattern(rf"{CAPITAL}\.")
_PRETERITE = pattern(r"(?!.*(?:k|sz|tt))[A-ZÑ][a-zñ]+(?:ó|r[á]n?)")  # "Murió", but "László", "Ildikó"
_NON_SPACE = pattern(r"\S+")
_ENDS = ("s", "'", "’")
_LONGEST_TITLE = 24  # characters looked at before a name for a title in small letters
_FIRST_AND_LAST = 2  # words of a plain name
_LONGEST_NAME = 5  # words; longer runs of capitals are headlines
_LONGEST_HEADLINE = 200  # characters
_HEADLINE_WORDS = 4
_HEADLINE_SHARE = 0.9
_SUFFIXES = word_list("texts", "name_suffixes")
_PARTICLES = frozenset(word for each in strings("particles", "anywhere") for word in each.split())
_PARTICLES |= word_list("particles", "common")
_COMMON = word_list("particles", "common")
_JOINS = word_list("particles", "joins")
_AGENCIES = word_list("names", "agencies")
_COUNTRIES = word_list("names", "countries") | word_list("names", "kingdoms")
_AGENCY_OPENS = frozenset(each.split()[0] for each in _AGENCIES)
_WEEKDAYS = word_list("days", "weekdays")
_SAINTS = frozenset({"san", "santa", "santo", "são"})
_OF_PLACES = word_list("grammar", "of_plain") | word_list("names", "place_links")
_NAMED_AFTER = word_list("names", "named_after")
_TRADES = word_endings("names", "trade_ends")
_NAMES_TOO = word_list("particles", "names_too")


class Named(NamedTuple):
    """A person's name as it stands in a text, without the titles before it."""

    start: int
    end: int
    words: tuple[str, ...]  # as written, without titles
    gender: str | None  # "m", "f" or None, from a title or a first name
    titled: bool

    @property
    def name(self) -> str:
        """The name as written, white space collapsed."""
        return " ".join(self.words)


class _Run(NamedTuple):
    """Capitalised words in a row that may make a name."""

    parts: list[tuple[int, str]]
    titled: bool
    gender: str | None


@cache
def _name() -> re.Pattern[str]:
    """Return what finds capitals in a row; compiled when names are looked for, since it takes 3 ms."""
    return pattern(rf"{_PART}(?:{_GAP}(?:{PARTICLE}{_GAP})?(?:{JOINED}(?={CAPITAL}))?{_PART})*")


def names_in(text: str, start: int = 0, end: int | None = None) -> list[Named]:
    """Return the capitalised names in ``text[start:end]``; bodies and places are left out."""
    lists = people_words()
    found: list[Named] = []
    for match in _name().finditer(text, start, len(text) if end is None else end):
        title = _word_before(text, match.start())
        for run in _runs(
            match.group(), lists, title if title in lists.titles and title not in _PARTICLES else ""
        ):
            named = _make(_behind_place(run, title), match.start(), lists)
            if named is not None:
                found.append(named)
    return found


def _behind_place(run: _Run, before: str) -> _Run:
    """The run without a place or the end of a body right before a name: "director de la clínica de Cali | Ana
    Muestra", "Mayor of Ardale | Gil Oso", "portavoz de Vecinos en Acción | Ana Muestra".
    """
    lows = [part.lower() for _, part in run.parts[:2]]
    named = len(run.parts) > _FIRST_AND_LAST and lows[1] in given_names() and lows[0] not in given_names()
    begins = bool(run.parts) and run.parts[0][0] == 0  # behind the preposition at once
    apart = begins and before in _OF_PLACES and named and lows[0] not in _PARTICLES | _SAINTS
    return run._replace(parts=run.parts[1:]) if apart else run


def _word_before(text: str, at: int) -> str:
    """The word before a name in small letters, without its stop; empty where a mark stands between."""
    head = text[max(0, at - _LONGEST_TITLE) : at]
    if not head[-1:].isspace():
        return ""
    last = head.rsplit(None, 1)[-1:]
    if last and last[0].strip().isalpha():
        return last[0].strip().lower()
    before = _BEFORE.search(head)
    return before.group(1).lower().rstrip(".") if before else ""


def headline(text: str) -> bool:
    """Whether all but the small words are capitalised, "d'État" and "iPhone" too: no name stands out."""
    if len(text) > _LONGEST_HEADLINE:
        return False
    words = [word for word in _WORDS.findall(text) if word not in word_set("title_small")]
    capital = sum(not word.islower() for word in words)
    return len(words) >= _HEADLINE_WORDS and capital >= _HEADLINE_SHARE * len(words)


def _runs(text: str, lists: PeopleWords, title: str) -> list[_Run]:
    """Split a capitalised stretch at possessives and titles, and drop first words of sentences.

    ``title`` is a title in small letters right before the stretch, or empty. Of "Ohio Gov. Ana
    Ejemplo" only what follows the title is kept.
    """
    runs: list[_Run] = []
    parts: list[tuple[int, str]] = []
    titled, gender = bool(title), _title_gender(title, lists)
    words = list(_NON_SPACE.finditer(text))
    for at, match in enumerate(words):
        part = match.group()
        following = words[at + 1].group() if at + 1 < len(words) else ""
        bare = part.rstrip(".").lower()
        possessive = part.endswith(_ENDS) and _POSSESSIVE.search(part) is not None
        title_here = bare in lists.titles and not (parts and (match.end() == len(text) or possessive))
        title_here = (
            title_here and part not in _PARTICLES and part not in _NAMES_TOO
        )  # "Del. Brown", but "Partido del Puente"
        inside = parts and parts[-1][1].lower() in given_names() and part.lower() in _PARTICLES
        title_here = title_here and not inside  # "Ana Del Monte"
        if title_here and text[match.start() :].rstrip("’'s").lower() in lists.whole:
            return runs  # "General Motors"
        initial = _INITIAL.fullmatch(part)  # the "O." of "O. Pratt" is no word
        opens = not parts and not initial and bare in lists.capitalised
        opens = opens and following not in _PARTICLES - _COMMON  # Jan van
        opens = opens or (not parts and bool(following) and _spanish_verb(part))
        title_here = title_here or _portfolio(bare, parts, at, len(words), lists)
        title_here = title_here or (not parts and following[:1].isupper() and _hyphened(bare, lists))
        two = (
            len(parts) > 1 and part in _JOINS and following.lower() in given_names()
        )  # "Gil Oso y Ana Ejemplo"
        if parts and (bare in lists.joints or two):
            runs.append(_Run(parts, titled, gender))
            parts, titled, gender = [], False, None
            continue
        if title_here or opens:
            parts, titled = [], (titled and not parts) or title_here
            gender = _title_gender(bare, lists) or gender
            continue
        if len(parts) == 1 and part == parts[0][1]:  # what a link left: "GM GM said"
            parts = []
        parts.append((match.start(), part))
        if possessive:
            runs.append(_Run(parts, titled, gender))
            parts, titled, gender = [], False, None
    return [*runs, _Run(parts, titled, gender)] if parts else runs


def _spanish_verb(part: str) -> bool:
    """Whether a capitalised word before a name is a verb by its ending: "Murió Ana Ejemplo"."""
    return _PRETERITE.fullmatch(part) is not None and part.lower() not in given_names()


def _portfolio(bare: str, parts: list[tuple[int, str]], at: int, many: int, lists: PeopleWords) -> bool:
    """Whether a word names an office's field, a full name after it: "Minister of Health Ana Ejemplo"."""
    return bare in lists.portfolios and not parts and at + 2 < many


def _hyphened(bare: str, lists: PeopleWords) -> bool:
    """Whether parts joined by hyphens are an office: "Vice-President Ana Ejemplo", "Chief-of-Staff"."""
    first, *more = bare.split("-")
    return bool(more) and (more[-1] in lists.titles or (len(more) > 1 and first in lists.titles))


def _title_gender(title: str, lists: PeopleWords) -> str | None:
    return "m" if title in lists.masculine_titles else "f" if title in lists.feminine_titles else None


def _make(run: _Run, offset: int, lists: PeopleWords) -> Named | None:
    """Make a name of a run, unless it is a body's, a place's or a headline."""
    words = [_POSSESSIVE.sub("", part) for _, part in run.parts]
    lows = [word.rstrip(".").lower() for word in words]
    if len(words[-1]) > 2 and lows[-1] not in _SUFFIXES:
        words[-1] = words[-1].rstrip(".")
    given = len(lows) > 1 and lows[0] in given_names()
    cut = next((n for n in range(2, len(lows)) if lows[n] in lists.bodies), None) if given else None
    whence = _whence(words, lows)
    if whence:  # "Ana Ejemplo de la OMS"
        run = run._replace(parts=run.parts[:whence])
        words, lows = words[:whence], lows[:whence]
    elif cut is not None:  # "Ana Ejemplo Day" is a day, the name in it ends before it
        keep = 2 if cut > 2 and lows[2] not in _PARTICLES and len(lows[1]) > 2 else cut
        run = run._replace(parts=run.parts[:keep])
        words, lows = words[:keep], lows[:keep]
    half = len(words) // 2
    if len(words) == 2 * half > 2 and words[:half] == words[half:]:  # a caption and what follows it, glued
        run = run._replace(parts=run.parts[half:])
        words, lows = words[:half], lows[:half]
    if len(words) > 2 and lows[-1] in _WEEKDAYS:  # "Secretary Ana Ejemplo Saturday said"
        run = run._replace(parts=run.parts[:-1])
        words, lows = words[:-1], lows[:-1]
    initials = len(words) > 2 and _is_no_first_name(words[0]) and lows[1] in given_names()
    placed = len(words) > 2 and not given and lows[0] in _COUNTRIES  # "ambassador to Britain Ana Ejemplo"
    placed = placed or (initials and not words[1].isupper())  # "CONICET Ana Ejemplo"
    later = 1 if placed else 0 if given else _later_start(words, lows, lists)
    if later:  # "Director of Public Works Ana Ejemplo"
        return _make(run._replace(parts=run.parts[later:]), offset, lists)
    if (
        (not given and any(low in lists.bodies or low.removesuffix("s") in lists.bodies for low in lows))
        or " ".join(lows) in lists.whole
        or (lows[0] in _PARTICLES and not _INITIAL.fullmatch(words[0]))
        or len(words) > _LONGEST_NAME
        or len(lows[-1]) == 1  # the "N" of "U.N"
        or (len(words) > 1 and len(set(words)) == 1 and words[0].isupper())  # "GR GR", twice a body's letters
        or (not given and any(low in lists.peoples for low in lows[:-1]))  # "Palestinian Harvard"
    ):
        return None
    gender = run.gender
    if (
        gender is None
        and given
        and not (lows[0] in lists.masculine_names and lows[0] in lists.feminine_names)
    ):
        gender = "m" if lows[0] in lists.masculine_names else "f"  # a bare "Warren" may be a surname
    at, last = run.parts[-1]
    end = offset + at + len(_POSSESSIVE.sub("", last))
    return Named(offset + run.parts[0][0], end, tuple(words), gender, run.titled)


def _is_no_first_name(word: str) -> bool:
    """Whether capitals before a whole name tell a body or a part: "CONICET Ana", "QB Tom", but "AJ Tom"."""
    shouted = word.isupper() and "." not in word
    return shouted and (len(word) > _FIRST_AND_LAST or (len(word) == _FIRST_AND_LAST and "J" not in word))


def _whence(words: list[str], lows: list[str]) -> int:
    """Where a name ends before the body somebody belongs to, known by its capitals: "de la OMS"; else 0."""
    for at in range(3, len(words)):
        shouted = words[at].isupper() and len(words[at]) > 1 and "." not in words[at]
        if shouted and lows[at - 1] in _PARTICLES and not words[0].isupper():
            first = at - 1
            while first > 2 and lows[first - 1] in _PARTICLES:
                first -= 1
            return first if first > 1 else 0
    return 0


def _later_start(words: list[str], lows: list[str], lists: PeopleWords) -> int:
    """Where a name begins behind other capitalised words: "Director of Public Works | Ana Ejemplo"."""
    agency = 0
    named_after = lows[0] in _NAMED_AFTER  # "Instituto Karl Ejemplo", "Universidad Gil Oso Ana Ejemplo"
    if named_after and (len(lows) < 2 * _FIRST_AND_LAST + 1 or not _PARTICLES.isdisjoint(lows)):
        return 0
    if lows[0] in _AGENCY_OPENS and len(lows) > 2:
        agency = next((n for n in (2, 1) if " ".join(lows[:n]) in _AGENCIES), 0)
    if agency and 1 < len(lows) - agency < _LONGEST_NAME and lists.bodies.isdisjoint(lows[agency:]):
        return agency  # "AFP Ana Ejemplo", where a comma or a line's end was lost
    field = len(lows) - _FIRST_AND_LAST
    if field > 0 and lows[field - 1] in lists.portfolios and lists.bodies.isdisjoint(lows[field:]):
        return field  # "head of Harbour Security | Ana Ejemplo"
    if lows[0].endswith(_TRADES) and len(lows) > _FIRST_AND_LAST and lows[1] in given_names():
        return 1  # "Economist | Ana Ejemplo" at the head of a sentence
    for at in range(1, len(lows) - 1):
        shouted = all(len(word) > 2 and word.isupper() and "." not in word for word in words[:at])
        behind = at > (_FIRST_AND_LAST if named_after else 1)
        if lows[at] in given_names() and (behind or shouted or (lows[0] in lists.bodies and not named_after)):
            return at
    return 0


def low_words(name: str) -> list[str]:
    """Return the words of a name in small letters, marks and initials' dots left out, apostrophes alike."""
    return [word.lower().replace("’", "'") for word in _WORDS.findall(name)]


def surname_keys(name: str) -> set[str]:
    """Return the words by which a full name may be called: all but the first and particles."""
    words = [word for word in low_words(name) if word not in _SUFFIXES and len(word) > 1]
    return {word for word in words[1:] if word not in _PARTICLES}
