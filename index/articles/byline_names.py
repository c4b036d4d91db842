"""Names in bylines and credits: persons, outlets, and what is neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache, partial

from index.text.dates import month_number
from index.text.letters import CAPITAL, SMALL
from index.text.names import JOINED, SHORT_TITLES
from index.words import either, lower_list, strings, table, word_list, word_set

# A capitalised name: initials, particles, hyphens and apostrophes inside, "Jr." at the end.
_list = partial(lower_list, "names")
_TITLE = rf"(?:{SHORT_TITLES}|(?:{either('names', 'saints')})\.)"
_PART = rf"(?:(?:{CAPITAL}\.-?)+ª?|{_TITLE}|{CAPITAL}[\w’'\-]*)"
_OF_PERSONS = "|".join([*strings("particles", "anywhere"), *strings("particles", "in_bylines")])
_PARTICLE = rf"(?:{_OF_PERSONS}|{either('particles', 'in_outlets')}|&)"
NAME = rf"(?:{JOINED})?{_PART}(?:[ \u00a0]+(?:{_PARTICLE}[ \u00a0]+)*(?:{JOINED})?{_PART}){{0,6}}"
_PERSON = re.compile(
    rf"(?:{JOINED})?{_PART}(?:[ \u00a0]+"
    rf"(?:(?:{_OF_PERSONS})[ \u00a0]+)*(?:{JOINED})?{_PART}){{1,4}}"
)
_SUFFIX = re.compile(rf"(.*\b(?:{either('particles', 'suffixes')})\b\.?).*")
_JOINING, _HELPING = either("lines", "joining"), either("lines", "helping")
_AND = re.compile(
    rf"\s*(?:,\s*(?:{_JOINING})\s+|\s+(?:{_JOINING}|{_HELPING}|&)\s+|;|,|\s/\s)\s*", re.IGNORECASE
)
_JOINED = re.compile(rf"\s+(?:{_JOINING}|&)\s+")
_PLACES = re.compile(rf"\s*(?:,|&|/|\b(?:{_JOINING})\b)\s*")
_ACCOUNT = re.compile(r"\s*\(?@\w+\)?|\s*[(<]?[\w.+-]+@[\w-]+\.[\w.]+[)>]?")
# "Ana Ejemplo†", "Ana Ejemplo[1]", "Ana Ejemplo2": the mark of a note behind a name.
_NOTE_MARK = re.compile(r"\s*(?:[*†‡§¹²³⁴⁵]+|\[\d{1,2}\]|\(\d{1,2}\)|(?<=[^\W\d_])\d{1,2})$")
_SMALL = re.compile(rf"(?<=\s)(?:{either('particles', 'small').title()})(?=\s)")
# Amanda "Mae" Ejemplo; and the word of a page that lost the blank before it: "EjemploCEO".
_NICKNAME = re.compile(rf"\s[\"“‘'(]{CAPITAL}[\w’'-]*(?: {CAPITAL}[\w’'-]*)?[\"”’')]\s")
_GLUED = re.compile(rf"{SMALL}{{3}}{CAPITAL}{{2}}")
_LONGEST_OUTLET = 5  # words
_SHORTEST_MENU, _MOST_CAPITALS, _MOST_SECTIONS = 6, 0.8, 0.7  # words; of them
_LEAST_LINKS, _LONGEST_LINK = 3, 3  # parts of a line with wide blanks between them, words of each
_WIDE_BLANK = re.compile(r"\t+|[ \u00a0]{2,}")
_OFFICE = 3  # words of the longest: "Coast Health Correspondent"
_TWO = 2
_SCOTS = re.compile(r"\bMc([a-z])")


@cache
def _given_names() -> frozenset[str]:
    people, names = ("masculine_names", "feminine_names"), ("given_names", "census_names")
    lists = [*(("people", each) for each in people), *(("names", each) for each in names)]
    return frozenset(name for file, key in lists for name in strings(file, key))


@lru_cache(maxsize=8192)
def is_section(name: str) -> bool:
    """Whether ``name`` is that of one section or two: "Top News", "Nation & World", "Ardale & Quay News"."""
    parts = _JOINED.split(name.lower().strip())
    return all(part in _list("sections") for part in parts) or (
        len(parts) > 1 and parts[-1].endswith(" news")
    )


@lru_cache(maxsize=8192)
def is_outlet(name: str) -> bool:
    """Whether ``name`` is an agency, a web address, or ends or begins like a newspaper's name, no section."""
    low = name.lower().strip()
    words = low.split()
    return (
        bool(words)
        and not is_section(low)
        and (
            low in _list("agencies")
            or words[-1] in _list("outlet_words")
            or words[0] in _list("outlet_words")
            or (len(words) > 1 and words[-1] in _list("outlet_ends"))
            or _starts_as_outlet(words)
            or bool(re.fullmatch(r"[\w\-]+(?:\.[\w\-]+)*\.[a-z]{2,7}", low))
        )
    )


def _starts_as_outlet(words: list[str]) -> bool:
    return any(len(words) > size and " ".join(words[:size]) in _list("outlet_starts") for size in (1, 2))


@cache
def _known_outlets() -> frozenset[str]:
    """Return the names in ``sites.toml`` that are no words for something else: of two words, or capitals."""
    return frozenset(name.lower() for name in _listed_outlets() if " " in name or name.isupper())


@lru_cache(maxsize=8192)
def is_known_outlet(name: str) -> bool:
    """Whether ``name`` is one of ``sites.toml``, with or without its article, or an agency's."""
    low = name.partition(" (")[0].lower().strip(" .,")
    if is_section(low) or is_place(low):
        return False
    articles = strings("lines", "dropped_articles")
    full = (f"{article} {low}" for article in articles)
    return not _known_outlets().isdisjoint((low, *full)) or without_article(low) in _list("agencies")


def is_agency(name: str) -> bool:
    """Whether a name is that of an agency, with or without its article."""
    return without_article(name.lower().strip(" .,")) in _list("agencies")


def without_article(name: str) -> str:
    """Return a name without the article it begins with: "Gazette" of "The Gazette"."""
    article, _, rest = name.partition(" ")
    return rest if rest and article.lower() in strings("lines", "dropped_articles") else name


def ends_as_outlet(name: str) -> bool:
    """Whether ``name`` is an agency's or ends like a newspaper's; headlines, too, begin with "The"."""
    low = name.lower().strip()
    return low in _list("agencies") or low.split()[-1] in _list("outlet_words") | _list("outlet_ends")


@cache
def _listed_outlets() -> frozenset[str]:
    return frozenset(name.partition(" (")[0] for name in table("sites")["outlets"].values())


@cache
def _shouted_outlets() -> frozenset[str]:
    return frozenset(name.upper() for name in _listed_outlets())


def is_listed_outlet(name: str) -> bool:
    """Whether ``name`` is written as one of ``sites.toml``: for lines in which only an outlet can stand."""
    listed = _shouted_outlets() if name.isupper() else _listed_outlets()
    return name in listed and not is_section(name) and not is_place(name)


def is_spelled_outlet(name: str) -> bool:
    """Whether ``name`` is spelled as in ``sites.toml``, though sections may be called so: "El Mundo"."""
    return name in _listed_outlets()


@lru_cache(maxsize=8192)
def is_surely_outlet(name: str) -> bool:
    """Whether ``name`` is an outlet's by more than the article it begins with: "The Interview" is none."""
    words = name.lower().split()
    if not words or is_listed_outlet(name) or is_known_outlet(name):
        return bool(words)
    beyond = ends_as_outlet(name) or _starts_as_outlet(words) or words[0] not in _list("articles")
    return beyond and is_outlet(name)


def is_of_words(name: str) -> bool:
    """Whether what looks like an outlet's name is made of words that names do not have: "Until Now"."""
    first, *others = re.split(r"[\s-]+", name)
    small = any(word.islower() and word in word_set("title_small") for word in others if "-" in name)
    return small or (first.lower() in _function_words() and first.lower() not in _list("articles"))


def without_legal_form(name: str) -> str:
    """Return a company's name without what law adds to it: "Harbour Courier" of "Harbour Courier Ltd."."""
    words = name.split()
    while len(words) > 1 and words[-1].lower().strip(".,") in _list("legal_forms"):
        words.pop()
    return " ".join(words).rstrip(",")


def is_company(name: str) -> bool:
    """Whether a name is that of a company that has outlets, and no outlet's: "Harbour Media Group"."""
    words = name.lower().rstrip(".").split()
    return " ".join(words) in _list("publishers") or (bool(words) and words[-1] in _list("company_words"))


def is_only_generic(name: str) -> bool:
    """Whether a name is only a word that many outlets' names hold: "Daily", "The News"."""
    generic = _list("outlet_words") | _list("outlet_ends")
    alone = not (set(name.lower().split()) - generic) and name.lower() not in _list("agencies")
    return alone and not (" " in name and is_listed_outlet(name))


@lru_cache(maxsize=8192)
def can_be_outlet(name: str) -> bool:
    """Whether a few words are written as an outlet's name may be, though no list has it.

    A section, a place, an occupation and a label of the page are written so, too, and are none.
    """
    words = name.split()
    if is_listed_outlet(name):
        return True
    if not 0 < len(words) <= _LONGEST_OUTLET or not re.fullmatch(NAME, name) or is_only_generic(name):
        return False
    small = sum(word.lower() in _function_words() for word in words)
    if all(map(is_section, words)) or (name.isupper() and small > 1):  # "SIGN UP FOR OUR NEWSLETTER"
        return False
    if is_known_outlet(name) or is_outlet(name):
        return is_known_outlet(name) or not (is_role(words[-1]) or is_nobody(words[-1]) or is_nobody(name))
    if name.lower().endswith(tuple(_list("section_endings"))):
        return False
    inner = [word for word in words[1:] if word[0].isupper() and word.lower() in _function_words()]
    other = (
        is_section(name)
        or is_town(name)
        or name.lower() in _list("provinces")
        or is_role(name)
        or is_nobody(name)
        or is_label(name)
    )
    return not other and not inner and not (has_given_name(name) and is_person(name))


@lru_cache(maxsize=8192)
def is_place(name: str) -> bool:
    """Whether ``name`` is a country or a city that bylines and datelines name, or a part of the world."""
    low = name.lower().strip(" .")
    places = _list("countries") | _list("cities") | _list("regions")
    parts = _PLACES.split(low)
    return low in places or all(part in places for part in parts if part)


def is_town(name: str) -> bool:
    """Whether a part of a byline is a place that ``is_place`` knows, or a town, even if a surname."""
    return is_place(name) or name.lower().strip(" .") in _list("towns")


def is_menu(text: str) -> bool:
    """Whether a line is a site's menu without its marks: words with capitals, most of them of sections."""
    words = text.split()
    if not len(words) >= _SHORTEST_MENU or any(word.lower() in _function_words() for word in words):
        return False
    capitals = sum(word[0].isupper() for word in words)
    sections = sum(map(is_section, words))
    return capitals >= _MOST_CAPITALS * len(words) and sections >= _MOST_SECTIONS * len(words)


def is_row_of_links(line: str) -> bool:
    """Whether a line is a menu with wide blanks between its words: half of its parts name sections."""
    parts = _WIDE_BLANK.split(line)
    if len(parts) < _LEAST_LINKS or not all(0 < len(part.split()) <= _LONGEST_LINK for part in parts):
        return False
    return 2 * sum(map(is_section, parts)) >= len(parts) and all(part[0].isupper() for part in parts)


def is_label(name: str) -> bool:
    """Whether ``name`` holds a word that labels of pages hold and no person's name does: "Breaking News"."""
    first, *others = name.split() or [""]
    words = [word for word in others if word not in _small_words()]  # "María de los Ángeles"
    words += (
        [] if words and month_number(first) and first.lower() in _given_names() else [first]
    )  # "June Tarn"
    return any(word.lower().strip(",.:&") in _list("label_words") for word in words)


@cache
def _small_words() -> frozenset[str]:
    return frozenset(word for each in strings("particles", "anywhere") for word in each.split())


# Capitalised, these are names or their parts, too: Will, May, Van, De la Cruz.
_NAMES_TOO = word_list("pages", "names_too")


@cache
def _function_words() -> frozenset[str]:
    return word_set("stop") - _NAMES_TOO


def is_person(name: str) -> bool:
    """Whether ``name`` looks like a person's full name and like no outlet's."""
    return (
        bool(_PERSON.fullmatch(_NICKNAME.sub(" ", name)))
        and not _GLUED.search(name)
        and not any(len(w) > 1 and w[0].isupper() and w.lower() in _function_words() for w in name.split())
        and not is_outlet(name)
        and not is_section(name)
        and not is_nobody(name)
        and not is_place(name)
        and not is_label(name)
        and not (month_number(name.rsplit(maxsplit=1)[-1]) and not has_given_name(name))  # "Aired May"
        and not is_role(name.rsplit(maxsplit=1)[-1])  # "Political Correspondent" is what somebody is
    )


def has_given_name(name: str) -> bool:
    """Whether the first word of a name is a given name of the lists, or an initial."""
    first = name.lower().split()[0]
    return first in _given_names() or bool(re.fullmatch(r"\w\.", first))


def is_nobody(name: str) -> bool:
    """Whether a byline's words name no one: "staff", "agencies", "Redacción El Ejemplo"."""
    low = name.lower().strip(" .")
    return not {low, without_article(low)}.isdisjoint(_list("nobody")) or opens_newsroom(name)


def opens_newsroom(text: str) -> bool:
    """Whether a line begins with a newsroom, behind which its outlet may stand."""
    return text.lower().strip(" .").split(" ")[0] in _list("newsrooms")


def is_degree(text: str) -> bool:
    """Whether what stands behind a name is a degree: "PhD"."""
    return text.lower().replace(".", "") in _list("degrees")


def is_field(word: str) -> bool:
    """Whether a word before an occupation says of what: the "Parliamentary" of "Parliamentary editor"."""
    return word.lower().strip(",.()") in _list("fields_of_work")


def is_role(text: str) -> bool:
    """Whether what stands beside a name is an occupation: "Staff Writer", "corresponsal en Quito"."""
    words = [word.strip(",.()") for word in text.lower().split()]
    return any(word in _list("roles") or word.removesuffix("s") in _list("roles") for word in words)


@lru_cache(maxsize=8192)  # a line of a head is asked by each rule, and by those for the lines above it
def person(text: str) -> str | None:
    """Return the person's name that ``text`` is, or None.

    What is not of the name is cut off: a title before, an account or a site's country label behind.
    """
    name = _NOTE_MARK.sub("", " ".join(_ACCOUNT.sub("", text).split()).strip(" ,;:|–—-/*_"))
    if name.isupper() or name.islower():
        name = _SCOTS.sub(lambda match: f"Mc{match[1].upper()}", _SMALL.sub(_lower, name.title()))
    words = name.split()
    while len(words) > 2 and (
        behind := int(words[0].lower().rstrip(".") in _list("titles")) or _office(words)
    ):
        words = words[behind:]
    name = " ".join(words)
    suffix = _SUFFIX.fullmatch(name)
    if suffix:
        name = suffix[1]
    else:
        for size in (2, 1):
            if len(words) - size >= 2 and " ".join(words[-size:]).lower() in _list("countries"):
                name = " ".join(words[:-size])
                break
    return name if is_person(name) else None


def _office(words: Sequence[str]) -> int:
    """Return how many words of a name say what somebody is: "Columnist Ana Ejemplo", "Coast Reporter Ana"."""
    if words[0].lower() in _given_names():
        return 0  # "Ana Ejemplo Reporter Eva": a name stands before what she is
    roles = (at for at in range(min(_OFFICE, len(words) - 2)) if is_role(words[at]))
    return next((at + 1 for at in roles if words[at + 1].lower() in _given_names()), 0)


def _lower(match: re.Match[str]) -> str:
    return match[0].lower()


def persons(text: str) -> tuple[str, ...]:
    """Return the names in a list such as "A, B and C"; empty unless each is a person's name."""
    parts = [part for part in _AND.split(text) if part.strip()]
    found = [person(part) for part in parts]
    if len(parts) == _TWO and found[0] and _is_second_surname(parts[1]) and (name := person(text)):
        return (name,)
    return tuple(name for name in found if name) if found and all(found) else ()


def _is_second_surname(word: str) -> bool:
    """Whether a word behind "y" is the rest of a name: "Ana Ejemplo y Muestra", but "Ana Ejemplo y Eva"."""
    single = bool(re.fullmatch(rf"{CAPITAL}[^\W\d_]+", word.strip()))
    other = is_outlet(word) or is_nobody(word) or is_town(word) or is_section(word) or is_role(word)
    return single and not other and not has_given_name(word)
