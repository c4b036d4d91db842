"""What a web address above or below a text tells of it: outlet and day.

A page that somebody saves often keeps nothing of its source but its address. The host names the outlet,
by its own name where ``sites.toml`` or the page itself spells it, and many papers write the day into the
path of an address.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from urllib.parse import urlsplit

from index.text.dates import find_date, month_number
from index.text.terms import fold
from index.values import frozen, replace
from index.words import either, strings, table, word_endings, word_list, word_set

_ADDRESS = r"(?:https?://|www\.)[^\s<>\"'|]+|(?:[\w-]+\.)+[a-z]{2,8}/[^\s<>\"'|]{3,}"
_IN_LINE = re.compile(_ADDRESS, re.IGNORECASE)
_LINKED = re.compile(r"\[(https?://[^\]\s]+)\]\(\1\)")
_MARKS = ' \t*_#>=|[]()<>•·:–—-,"'
_PARTING = (":", "=", "(", "<", "[", ",", "-", "–", "—", "|")  # between a label and its address
_LONGEST_LABEL, _SMALL = 6, 3  # words; letters of a word before a day
_HOST = re.compile(r"(?:[a-z0-9][a-z0-9-]*\.){1,3}(?P<last>[a-z]{2,8})")
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|mp[34]|pdf|docx?|zip)$", re.IGNORECASE)
_DAY_IN_PATH = re.compile(
    r"(?<![0-9])(?P<year>(?:19|20)\d\d)(?P<mark>[/_-]?)(?P<month>\d{1,2}|[a-z]{3,10})(?P=mark)(?P<day>\d{1,2})(?![0-9])"
    r"|(?<![0-9])(?P<year5>(?:19|20)\d\d)[/_-](?P<month5>[01]\d)(?P<day5>[0-3]\d)(?![0-9])"
    r"|(?<![0-9])(?P<day3>\d{1,2})-(?P<month3>[a-z]{3,10})-(?P<year3>(?:19|20)\d\d)(?![0-9])"
    r"|(?<![0-9])(?P<day4>1[3-9]|2\d|3[01])(?P<month4>[01]\d)(?P<year4>(?:19|20)\d\d)(?![0-9])"
    r"|(?<![0-9])(?P<year2>(?:19|20)\d\d)(?P<month2>[01]\d)(?P<day2>[0-3]\d)\d{4,6}(?![0-9])"
    r"|(?<=/)(?P<day6>1[3-9]|2\d|3[01])(?P<mark6>[/-])(?P<month6>0?[1-9]|1[0-2])(?P=mark6)(?P<year6>(?:19|20)\d\d)(?=/)"
    r"|(?<=/)(?P<year8>(?:19|20)(?P<short>\d\d))/(?P<month8>\d\d)/(?P=short)(?P=month8)(?P<day8>[0-3]\d)(?=[/_-])"
    r"|(?<=[/-])(?P<month9>[a-z]{3,10})-(?P<day9>\d{1,2})-(?P<year9>(?:19|20)\d\d)(?![0-9])"
    r"|(?<=[_/-])(?P<year7>(?:19|20)\d\d)(?P<month7>[01]\d)(?P<day7>[0-3]\d)(?=[0-9a-f]{10,}(?:[./?]|$))",
    re.IGNORECASE,
)
_MONTH_IN_PATH = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>[01]?\d|[a-z]{3,10})(?=[/-])", re.IGNORECASE
)
# An archive's copy names the address it was kept from: ".../web/2020/https://example.org/a".
_ARCHIVED = re.compile(r"/(?P<url>https?:/{1,2}[^/].*)", re.IGNORECASE)
_OF_TEXT = re.compile(r"[^\W\d_]{2,}(?:[-_+][^\W\d_]+){2,}|[/=-]\d{4,}|\?p=\d+|\.html?\b")
_ENDING = re.compile(r"\.[a-z]{3,5}$")
_TITLE, _LONG_TITLE = 3, 14  # words and letters of the shortest title in a path
_SHORTEST_NAME = 4  # letters of a host that are looked for in the page
_LONGEST_PAGE = 20_000  # characters of a page that are searched for the site's name


@frozen
class Address:
    """The address of a page: as it stands, its host without "www.", and the day its path names."""

    url: str
    host: str
    published: str | None  # YYYY-MM-DD
    month: tuple[int, int] | None  # year and month, where the path names them
    of_text: bool = False  # whether the path leads to one text, by its words, day or number
    title: str | None = None  # the words of the path, as far as they are a headline's
    of_writer: bool = False  # whether it is a writer's page: no text of his


@cache
def _before_host() -> re.Pattern[str]:
    """Return what stands before a host of two labels at least and is no part of its name."""
    return re.compile(rf"(?:(?:{either('sites', 'subdomains')})\.)+(?=[^.]{{2,}}\.)")


def _bare(host: str) -> str:
    return host[match.end() :] if (match := _before_host().match(host)) else host


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"(?:{either('provenance', 'address_tails')})\b.{{0,60}}", re.IGNORECASE)


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(either("provenance", "address_labels"), re.IGNORECASE)


def address_of(line: str) -> Address | None:
    """Return the address that a line consists of, with a label, marks or a day beside it at most, or None."""
    parts = _line_of_address(line)
    return read_address(parts[1]) if parts else None


def is_labelled(line: str) -> bool:
    """Whether a line of an address says that it is the text's: "Source: https://..."."""
    parts = _line_of_address(line)
    return bool(parts and parts[0])


@lru_cache(maxsize=8192)  # each line is read by several rules
def _line_of_address(line: str) -> tuple[str, str] | None:
    """Return the label of an address in a line and the address, None where the line says more."""
    line = _LINKED.sub(r"\1", line)
    found = _IN_LINE.search(line)
    if found is None or _IN_LINE.search(line, found.end()):
        return None
    marked, behind = line[: found.start()], line[found.end() :].strip(_MARKS)
    before = marked.strip(_MARKS)
    if behind and not _tail().fullmatch(behind) and not _is_day(behind):
        return None
    if not before or _is_day(before):
        return "", found[0]
    if _is_label(before, marked) or _known_label(before):
        return before, found[0]
    return None


def _is_day(text: str) -> bool:
    date = find_date(text) or find_date(text, day_first=True)
    beside = re.findall(r"[^\W_]+", text[: date.start] + " " + text[date.end :]) if date else []
    return date is not None and len(beside) <= 1 and all(len(word) <= _SMALL for word in beside)  # "on 4 May"


def _known_label(text: str) -> bool:
    return bool(_labels().fullmatch(text))


def _is_label(text: str, marked: str) -> bool:
    """Whether a few words before an address say that it is the text's: "Original article:", "Saved from"."""
    words = [fold(word) for word in re.findall(r"[^\W_]+", text)]
    if not 0 < len(words) <= _LONGEST_LABEL or word_list("provenance", "other_addresses") & set(words):
        return False
    parted = marked.rstrip().endswith(_PARTING)
    leads = words[-1] in word_list("provenance", "address_leads")
    return bool(word_list("provenance", "address_words") & set(words)) and (parted or leads)


def read_address(url: str) -> Address | None:
    """Return what a web address tells, None where it is none or leads to a picture or another file."""
    url = url.rstrip(".,;:)]}>*")
    try:
        parts = urlsplit(url if "://" in url else f"//{url}")
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    host = _bare(host)
    if "." not in host or _FILE.search(parts.path):
        return None
    if (kept := _ARCHIVED.search(parts.path)) and (inner := read_address(f"{kept['url']}")):
        return replace(inner, url=url)
    path = f"{parts.path}?{parts.query}"
    day, month = _day_in(path), _month_in(path)
    return Address(
        url,
        host,
        day,
        month,
        of_text=bool(day or month or _OF_TEXT.search(path)),
        title=_title_in(parts.path),
        of_writer=bool(_writers_page().search(parts.path)),
    )


def host_alone(line: str) -> str | None:
    """Return the host that a line consists of, as the sites that have no other name begin their pages."""
    match = _HOST.fullmatch(_bare(line))
    if match is None or match["last"] in strings("sites", "files") or _FILE.search(match[0]):
        return None
    named = len(main_label(match[0])) >= _SHORTEST_NAME and match[0] not in word_list("sites", "shared")
    return match[0] if named else None


def is_home_of_many(address: Address) -> bool:
    """Whether an address leads to a site for the posts, pictures and films of anybody."""
    return _is_at(address.host, word_list("sites", "shared"))


def is_common_host(host: str) -> bool:
    """Whether a host is one for the mail or the posts of anybody."""
    return _is_at(host, word_list("sites", "shared")) or _is_at(host, strings("sites", "mails"))


def gathers(address: Address) -> bool:
    """Whether an address leads to a site that shows the texts of many outlets."""
    return _is_at(address.host, strings("sites", "gatherers"))


def _is_at(host: str, sites: Iterable[str]) -> bool:
    """Whether a host is one of some sites, or a part of one."""
    return any(host == site or host.endswith(f".{site}") for site in sites)


def outlet_at(host: str, page: str = "") -> str:
    """Return the name of the outlet at a host: as the table has it, as the page spells it, or the host.

    ``page`` is the text of the page: "Harbour Watch" in it is the name of harbourwatch.org.
    """
    name = _name_in_table(host)
    return name or _spelled_in(host, page) or host


def _name_in_table(host: str) -> str | None:
    if _blog(host):
        return None
    labels, outlets = host.split("."), table("sites")["outlets"]
    at = next((at for at in range(len(labels) - 1) if ".".join(labels[at:]) in outlets), None)
    return None if at is None or any(map(_is_paper, labels[:at])) else str(outlets[".".join(labels[at:])])


def _is_paper(label: str) -> bool:
    """Whether a part of a host is a newspaper's name, "diariodemuestra": no desk of the paper at the host."""
    letters = re.sub(r"[^a-z]", "", label)
    papers = word_endings("sites", "papers")
    return letters not in papers and (letters.startswith(papers) or letters.endswith(papers))


def _blog(host: str) -> str | None:
    """Return the name of a blog among many at one host: "harbour" of harbour.blogspot.com."""
    homes = (home for home in word_endings("sites", "blogs") if host.endswith(f".{home}"))
    return next((host.removesuffix(f".{home}").split(".")[-1] for home in homes), None)


def _spelled_in(host: str, page: str) -> str | None:
    """Return the words of a page that are a host's letters, each word begun with a capital or all joined."""
    letters = re.sub(r"[^a-z0-9]", "", main_label(host))
    if len(letters) < _SHORTEST_NAME or not page:
        return None
    page = page[:_LONGEST_PAGE]
    plain = "".join(fold(letter)[:1] or letter for letter in page)  # as long as the page
    spelled = r"[\s'’.&-]{0,2}".join(letters)
    for match in re.finditer(rf"(?<![\w@/.-]){spelled}(?![\w@/-]|\.\w)", plain):
        words = page[match.start() : match.end()].split()
        named = all(word[0].isupper() or word in word_set("title_small") for word in words)
        # one word may be a place that the site is named after, unless it is written as no other word is
        if named and words[0][0].isupper() and (len(words) > 1 or re.search(r"[a-z][A-Z]", words[0])):
            return " ".join(words)
    return None


def main_label(host: str) -> str:
    """Return the label of a host that names the site: "harbourwatch" of news.harbourwatch.co.uk."""
    if blog := _blog(host):
        return blog
    labels = host.split(".")[:-1]
    while len(labels) > 1 and len(labels[-1]) <= 3:  # co.uk, com.ar, gob.mx
        labels.pop()
    return labels[-1]


def _day_in(path: str) -> str | None:
    for match in _DAY_IN_PATH.finditer(path):
        year, month, day = (
            next(filter(None, (match[f"{name}{way}"] for way in ("", *range(2, 10)))))
            for name in ("year", "month", "day")
        )
        if match["year"] and not match["mark"] and month.isdigit() and len(month + day) != 4:
            continue
        try:
            return datetime.date(int(year), _month_of(month), int(day)).isoformat()
        except ValueError:
            continue
    return None


def _title_in(path: str) -> str | None:
    """Return the words of that part of a path which holds most: "Mayor leaves" of /news/mayor-leaves-123/."""
    best: list[str] = []
    for part in path.split("/"):
        if "%" in part:
            continue
        words = [word for word in re.split(r"[-_+]", _ENDING.sub("", part)) if word]
        while words and not words[-1].isalpha():
            words.pop()
        while words and not words[0].isalpha() and not re.fullmatch(r"\d{1,3}", words[0]):
            words.pop(0)
        if len(words) > len(best) and all(word.isalnum() for word in words):
            best = words
    title = " ".join(best)
    return title[0].upper() + title[1:] if len(best) >= _TITLE and len(title) >= _LONG_TITLE else None


@cache
def _writers_page() -> re.Pattern[str]:
    return re.compile(rf"/(?:{either('sites', 'author_pages')})/[a-z]{{2,}}(?:[-_.+][a-z]{{2,}}){{1,3}}/?$")


def _month_in(path: str) -> tuple[int, int] | None:
    match = _MONTH_IN_PATH.search(path)
    number = _month_of(match["month"]) if match else 0
    return (int(match["year"]), number) if match and 1 <= number <= 12 else None


def _month_of(text: str) -> int:
    """Return the number of a month in digits or letters, 0 where it is none."""
    return int(text) if text.isdigit() else month_number(text) or 0
