"""The outlet that stands alone in a line of a head: over the title, beside the day, below the author.

Sections, places and topics stand there, too. A name that no list has and that is not written like a
newspaper's counts only over the title, and only where the text does not speak of it, as of its topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from index.articles.addresses import Address, host_alone, is_common_host, main_label, outlet_at
from index.articles.byline_names import (
    can_be_outlet,
    has_given_name,
    is_agency,
    is_known_outlet,
    is_listed_outlet,
    is_of_words,
    is_place,
    is_section,
    is_spelled_outlet,
    is_surely_outlet,
    persons,
    without_article,
)
from index.articles.bylines import is_weekday_first, name_before_nobody
from index.articles.date_lines import month_in, names_beside_day
from index.articles.line_kinds import UnitKind, biography_of
from index.articles.patterns import patterns_of
from index.articles.pieces import Piece
from index.articles.title_words import OVER_TITLE, is_crowded
from index.articles.units import ends_sentence, unbulleted
from index.text.dates import find_date
from index.text.terms import fold
from index.values import frozen
from index.words import either, strings, word_set

_IN_PLACE = re.compile(r"\s*\([^)]{2,30}\)$")
_EDGES = " .,|/–—-*_#>›»"
_SITE_BEHIND = re.compile(r"(?P<title>.{8,}?)\s+(?P<mark>[|·•–—-])\s+(?P<site>[^|·•–—]{3,40})")
_SITE_BEFORE = re.compile(r"(?P<site>[^|:]{3,40}?)\s*(?P<mark>[|:])\s+(?P<title>.{8,})")
# "The Gazette says: ..." is a paper's editorial.
_VOICE = re.compile(rf"\s+(?:{either('lines', 'editorial_voices')})$", re.IGNORECASE)
_SHORTEST_TITLE = 3  # words
_LONG_WORD = 5  # letters of a word that tells what a text is about
_MOST_OVER_TITLE, _MOST_NAMES = 5, 2  # lines over a title, and those of which any may be the outlet's
_HOST = 4  # letters of a name that are looked for in a host
_WITH_HOST = re.compile(r"(?P<name>[^()|,:]{3,60}?)\s*\((?:https?://)?(?P<host>[\w-]+(?:\.[\w-]+)+)/?\)")
_STROKES = re.compile(r"\s*[|·•›»>]+\s*|\s+[/–—-]\s+|\s{2,}")
_CRUMB = re.compile(r" [›»>] ")
_PART_EDGES = " .,;:()[]*_#©"
_LONGEST_ROW, _PROSE = 14, 15  # words of a row, of a paragraph
_MOST_WORDS = 8  # of a line that is but an outlet's name
_MOST_LINES = 30  # over a text and below it; a whole site's menus lead to others
_TOPIC = 3  # paragraphs that speak of what is the page's topic and not its site
_LINES = frozenset({UnitKind.HEADING, UnitKind.BULLET})
_ALONE = frozenset({*_LINES, UnitKind.JUNK, UnitKind.TEXT, UnitKind.DATE, UnitKind.BYLINE})
_NAMES = frozenset({UnitKind.HEADING, UnitKind.JUNK, UnitKind.BULLET})
_PASSED = frozenset({UnitKind.JUNK, UnitKind.ADDRESS, UnitKind.FIELD, UnitKind.SEPARATOR})


@frozen
class Site:
    """What is known of the site of a page: its address, and the line with which its pages begin."""

    address: Address | None = None
    header: str | None = None

    def is_named(self, name: str) -> bool:
        """Whether the site is surely called so."""
        letters = re.sub(r"\W", "", fold(name))
        host = self.address.host if self.address is not None else ""
        hosted = letters in re.sub(r"\W", "", host)
        return (hosted and len(letters) >= _HOST) or name == self.header or self.is_word_of(name)

    def is_word_of(self, name: str) -> bool:
        """Whether the host is but the last word of the name: "Gobierno de Muestra" at muestra.gob.example."""
        host = self.address.host if self.address is not None else ""
        label = main_label(host) if host and outlet_at(host) == host else ""
        words = [fold(word) for word in name.split()][1:]
        return len(label) > _HOST and words[-1:] == [label]


def outlet_line(
    above: Sequence[Piece], title: Piece | None, texts: Sequence[Piece], site: Site
) -> str | None:
    """Return the outlet that a line of the head names, the surest place first."""
    at = next((n for n, piece in enumerate(above) if piece is title), 0)
    return (
        _behind_title_said_twice(above[:at], title)
        or _over_weekday(above[:at])
        or _over_title(above[:at], title, texts, site)
        or next((name for piece in above if (name := _in_day_line(piece, texts))), None)
        or _beside_day(above, texts)
        or _below_author(above[at:])
        or _below_title(above[at:], [*above[: at + 1], *texts], site)
    )


def named_with_host(above: Sequence[Piece], address: Address | None) -> str | None:
    """Return the outlet whose host stands behind its name: "The Coast Courier (coastcourier.example), 4 May".

    Where the text has an address, it is that host's.
    """
    for piece in above:
        parts = _WITH_HOST.match(piece.text) if piece.words <= _LONGEST_ROW else None
        host, name = (parts["host"].lower(), parts["name"].strip(_EDGES)) if parts else ("", "")
        if not can_be_outlet(name) or any(map(has_given_name, persons(name))):
            continue
        if main_label(address.host) == main_label(host) if address else host_alone(host):
            return name
    return None


def title_and_outlet(title: str | None, site: Site, texts: Sequence[Piece]) -> tuple[str | None, str | None]:
    """Return a title without the name of its site before or behind it, and that name.

    "Harbour closed | Coast Courier", "Coast Courier: Harbour closed". A stroke parts titles from names and
    sections only. A dash or a colon stands in titles, too: behind one only a sure name is taken off, and not
    where the text speaks of it, for "Harbour closed - Harbour Council" says who says so.
    """
    for pattern in (_SITE_BEHIND, _SITE_BEFORE):
        parts = pattern.fullmatch(title or "")
        name = _VOICE.sub("", parts["site"].strip()) if parts else ""
        if not parts or len(parts["title"].split()) < _SHORTEST_TITLE:
            continue
        stroke = parts["mark"] == "|" or name != parts["site"].strip()  # or "The Gazette says"
        if not can_be_outlet(name):
            named = False
        elif is_listed_outlet(name) or is_known_outlet(name) or site.is_named(name):
            named = True
        else:  # the outlet of a page with an address is at its host
            said = any(name in piece.text for piece in texts)
            sure = is_surely_outlet(name) and (stroke or not said)
            named = not is_of_words(name) and (sure or (stroke and not site.address))
        if named:
            return parts["title"].strip(), name
        if stroke and can_be_outlet(name):
            return parts["title"].strip(), None
        if stroke and (is_section(name) or is_place(name)):
            return parts["title"].strip(), None
    return title, None


def title_of_tab(text: str) -> str | None:
    """Return the title in a line such as browsers show over a page: "Harbour closed | Coast Courier"."""
    parts = _SITE_BEHIND.fullmatch(text)
    return " ".join(parts["title"].split()) if parts else None


def _name_in(piece: Piece) -> str:
    name = _IN_PLACE.sub("", unbulleted(piece.text)).strip(_EDGES)
    kind, _, rest = name.partition(" ")
    return rest if kind.lower() in strings("names", "outlet_kinds") and is_listed_outlet(rest) else name


def _over_title(over: Sequence[Piece], title: Piece | None, texts: Sequence[Piece], site: Site) -> str | None:
    """Return the name that stands over a title: a sure one anywhere, another in the first line only."""
    if title is None:
        return None
    names = [(piece, name) for piece in over if piece.kind in _NAMES and (name := _name_in(piece))]
    possible = sum(can_be_outlet(name) for _, name in names)
    # a menu has sections that are written like outlets
    crowded = len(names) > _MOST_OVER_TITLE or possible > _MOST_NAMES
    told = [name for _, name in names if is_listed_outlet(name) or is_known_outlet(name)]
    several = len({fold(name) for name in told}) > 1  # papers of one house, and whom a menu leads to
    for _, name in names:
        sure = name in told and not several if crowded else is_surely_outlet(name)
        if can_be_outlet(name) and (sure or site.is_named(name)) and not _is_elsewhere(name, title):
            return name
    if over and (host := host_alone(over[0].text)):
        return outlet_at(host, "\n".join(piece.text for piece in over[1:]))
    said = [piece for piece in over if piece.kind not in _PASSED]
    if len(said) != 1 or not names or names[-1][0] is not said[0]:
        return None  # of several lines any may be the section's
    name = names[-1][1]
    joined = re.search(r"[a-z][A-Z]", name)  # written as no other words are: "BioBio", "TeleNorte"
    return name if joined and can_be_outlet(name) and not _is_topic(name, [title, *texts]) else None


def _over_weekday(over: Sequence[Piece]) -> str | None:
    """Return the name of a blog whose pages begin with it, the day of the week and the title."""
    said = [piece for piece in over if piece.kind not in _PASSED]
    if len(said) != 2 or said[0].kind is not UnitKind.HEADING or said[1].kind is not UnitKind.DATE:
        return None
    name = _name_in(said[0])
    dated = is_weekday_first(said[1].text) and not names_beside_day(said[1].text)
    person = any(map(has_given_name, persons(name)))
    return name if dated and can_be_outlet(name) and not person else None


def _is_elsewhere(name: str, title: Piece) -> bool:
    """Whether a name over a title is that of a service to share it with, or the title's own subject."""
    return fold(name) in fold(title.text) or name.lower() in strings("provenance", "not_sites")


def _behind_title_said_twice(over: Sequence[Piece], title: Piece | None) -> str | None:
    """Return the name behind the title in a line above that says the title once more."""
    for piece in over:
        parts = _SITE_BEHIND.fullmatch(piece.text)
        if title is not None and parts and title.text in parts["title"]:
            name = parts["site"].strip()
            return name if can_be_outlet(name) else None
    return None


def _is_topic(name: str, texts: Sequence[Piece]) -> bool:
    """Whether a text speaks of what a name holds: topics and places do, the outlet's own name does not."""
    words = {fold(word) for word in re.findall(r"\w+", name) if len(word) >= _LONG_WORD - 1}
    stems = tuple(word[: max(_LONG_WORD, len(word) - 4)] for word in words)  # "Harbours", "harbour"
    spoken = {fold(word) for piece in texts for word in re.findall(r"\w+", piece.text)}
    return bool(stems) and any(word.startswith(stems) for word in spoken)


def _in_day_line(piece: Piece, texts: Sequence[Piece]) -> str | None:
    """Return the outlet in one line with the day: "OUTLET, 4 May 2021", "OUTLET | 4 May 2021 | Letters"."""
    if month := month_in(piece.text):
        return next((name for name in month[1] if is_surely_outlet(name) and can_be_outlet(name)), None)
    row = piece.kind is UnitKind.HEADING and "|" in piece.text and find_date(piece.text) is not None
    if piece.kind is not UnitKind.DATE and not row:
        return None
    names = [name for part in names_beside_day(piece.text) if can_be_outlet(name := _IN_PLACE.sub("", part))]
    alone = names_beside_day(piece.text) if piece.kind is UnitKind.DATE else []
    if len(alone) == 1 and is_spelled_outlet(alone[0]):
        return alone[0]
    sure = [name for name in names if is_surely_outlet(name)]
    others = [name for name in names if " " in name and not (row or persons(name) or _is_topic(name, texts))]
    return next(iter(sure or others), None)


def _beside_day(above: Sequence[Piece], texts: Sequence[Piece]) -> str | None:
    """Return the outlet that stands alone next to a line with a day: "The Coast Courier (Springfield)"."""
    for one, other in pairwise(above):
        for piece, beside in ((one, other), (other, one)):
            if beside.kind is not UnitKind.DATE or not _is_line(piece):
                continue
            name = _without_supplement(_name_in(piece))
            listed = piece.kind is UnitKind.BULLET
            unknown = len(name.split()) > 1 and not (listed or persons(name) or _is_topic(name, texts))
            if can_be_outlet(name) and (is_surely_outlet(name) or unknown):
                return name
    return None


def _is_line(piece: Piece) -> bool:
    """Whether a piece is a line of a head; where a format marks headings, others are text by their kind."""
    short = piece.kind is UnitKind.TEXT and piece.words <= _MOST_WORDS and not ends_sentence(piece.text)
    return piece.kind in _LINES or short


def _without_supplement(name: str) -> str:
    """Return the outlet in "The Coast Courier, The Margin": behind its name stands which part of it."""
    first, comma, part = name.partition(", ")
    small = any(word.islower() and word not in word_set("stop") for word in part.split())
    return first if comma and is_surely_outlet(first) and can_be_outlet(first) and not small else name


def _below_title(below: Sequence[Piece], texts: Sequence[Piece], site: Site) -> str | None:
    """Return the outlet alone right below a title: a sure name that is no topic, or the site's."""
    if len(below) < _MOST_NAMES or below[1].kind not in {*_NAMES, UnitKind.TEXT}:
        return None
    name = _name_in(below[1])
    if site.is_word_of(name) or (site.is_named(name) and can_be_outlet(name)):
        return name
    small = any(word[0].isupper() and word.lower() in word_set("stop") for word in name.split()[1:])
    sure = is_surely_outlet(name) and not (small or is_of_words(name))
    spoken = sum(name in piece.text for piece in texts) >= _TOPIC
    return name if sure and can_be_outlet(name) and not spoken else None


def _below_author(below: Sequence[Piece]) -> str | None:
    """Return the outlet right below a byline: only a sure name, for offices stand there, too."""
    for one, other in pairwise(below):
        if one.kind is not UnitKind.BYLINE or other.kind is not UnitKind.HEADING:
            continue
        name = _name_in(other)
        of_staff = name_before_nobody(name)
        if of_staff and can_be_outlet(of_staff) and not any(map(is_section, of_staff.split())):
            return of_staff
        if can_be_outlet(name):
            return name if is_surely_outlet(name) else None
    return None


def outlet_alone(region: Sequence[Piece], pieces: Sequence[Piece]) -> str | None:
    """Return the one outlet that has a line, or a part of one, to itself over a text or below it.

    A list knows it, or it is the host of a site: "Gazette - All News | Most Read", "(Harbourwatch.org)".
    Of several none is, nor one of which the text speaks as of its topic. Menus lead to others.
    """
    last = next((n for n in reversed(range(len(pieces))) if _runs(pieces[n])), len(pieces))
    over = [] if is_crowded(region) else list(region)
    below = pieces[last + 1 :]
    if len(below) > _MOST_LINES:
        return None
    page = "\n".join(piece.text for piece in pieces)
    prose = [piece.text for piece in pieces if _runs(piece)]
    names: dict[str, str] = {}
    for above, piece in pairwise([None, *over, *below]):
        placed = piece in below[:1] or (above is not None and above.kind in OVER_TITLE)
        for name in _listed_in_row(piece, page, placed=placed) if piece and piece.kind in _ALONE else ():
            if sum(name in text for text in prose) < _TOPIC:
                names.setdefault(without_article(fold(name)), name)
    return next(iter(names.values())) if len(names) == 1 else None


def _runs(piece: Piece) -> bool:
    """Whether a piece is a paragraph: signatures and notices are shorter."""
    return piece.is_text and piece.words >= _PROSE


def _listed_in_row(piece: Piece, page: str, *, placed: bool) -> Iterator[str]:
    """Yield the outlets that are parts of a short line: hosts, names of two words, a word that begins it.

    A host that no table has counts only where it is ``placed`` as an outlet's: below a name, a day, a text.
    """
    parts = [each.strip(_PART_EDGES) for each in _STROKES.split(unbulleted(piece.text))]
    if len(parts) > 1 and _leads_sections(piece.text, *parts):
        yield parts[0]
        return
    if piece.words > _LONGEST_ROW:
        return
    for at, part in enumerate(parts):
        host = host_alone(part.lower()) if "." in part else None
        if host and not is_common_host(host):
            name = outlet_at(host, page)
            if placed or name != host:
                yield name
        elif (" " in part or not at) and is_listed_outlet(part) and not _is_service(part):
            yield part


def _leads_sections(row: str, first: str, *others: str) -> bool:
    """Whether a row says where in its site a page stands: "Gazette / News", "Gazette » News » TITLE"."""
    if not can_be_outlet(first) or is_of_words(first) or all(map(_is_of_menu, first.split())):
        return False
    sure = is_surely_outlet(first)
    if sure and len(others) > 1 and _CRUMB.search(row):
        return True
    return all(map(_is_of_menu, others)) and (sure or len(others) > 1)


def _is_of_menu(name: str) -> bool:
    return is_section(name) or is_place(name)


def _is_service(name: str) -> bool:
    """Whether a listed name is that of an agency, or of a service with which readers share a text."""
    return is_agency(name) or name.lower() in strings("provenance", "not_sites")


def outlet_in_note(pieces: Sequence[Piece], authors: Sequence[str]) -> str | None:
    """Return the outlet for which a note says that an author works: "Ana Ejemplo is a reporter at ..."."""
    for piece, author in product(pieces, authors):
        text = piece.text.lstrip("*_•·-– ")
        match = biography_of(text) if text.startswith(author) else None
        found = (
            (pattern.match(text[match.end() :]) for pattern in patterns_of("provenance", "works_for"))
            if match
            else ()
        )
        name = next((each["name"] for each in found if each), "").strip(_EDGES)
        if name and can_be_outlet(name) and (is_surely_outlet(name) or re.search(r"[a-z][A-Z]", name)):
            return name
    return None
