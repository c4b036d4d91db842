"""Made-up files of saved pages: layouts filled with articles, joined as people do, and what is right."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.articles.cutting import CutArticle, cut_articles
from index.model import Document, Source

HERE = Path(__file__).parent
FIELDS = ("title", "authors", "outlet", "date")
MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
}
WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
}
AND = {"en": "and", "es": "y"}
LATER = datetime.timedelta(days=41)
# What stands between two pages of a file: most people leave a few empty lines, some draw a line.
JOINTS = ("\n\n\n\n", "\n\n\n", "\n\n----------\n\n", "\n\n\n\n\n", "\n\n")


@dataclass(frozen=True)
class Text:
    """A made-up article."""

    language: str
    outlet: str
    host: str
    authors: tuple[str, ...]
    day: datetime.date
    title: str
    deck: str
    caption: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """How a page stands in a file, and whether no rule reaches it yet."""

    language: str
    name: str
    form: str
    still_open: bool


@dataclass(frozen=True)
class Page:
    """A layout filled with a text, and what the page states; what it does not state is empty."""

    layout: Layout
    text: Text
    shown: str
    title: str
    authors: tuple[str, ...]
    outlet: tuple[str, ...]
    date: str


@dataclass(frozen=True)
class Verdict:
    """What was made of a page: a field that is not listed was neither stated nor found."""

    page: Page
    own: bool
    fields: dict[str, str]  # field -> right, unknown or WRONG
    values: dict[str, object]


def texts() -> list[Text]:
    """Return the articles of page_texts.txt."""
    found = []
    for block in _blocks("page_texts.txt"):
        head, title, deck, caption, *paragraphs = block.split("\n")
        language, outlet, host, authors, day = (part.strip() for part in head.split("|"))
        names = tuple(name.strip() for name in authors.split(";"))
        date = datetime.date.fromisoformat(day)
        found.append(Text(language, outlet, host, names, date, title, deck, caption, tuple(paragraphs)))
    return found


def layouts() -> list[Layout]:
    """Return the layouts of page_layouts.txt."""
    whole = (HERE / "page_layouts.txt").read_text("utf-8")
    found = []
    for part in re.split(r"^== ", whole, flags=re.MULTILINE)[1:]:
        head, _, form = part.partition("\n")
        language, _, name = head.partition(" ")
        still_open = name.endswith(" open")
        found.append(Layout(language, name.removesuffix(" open"), form.rstrip("\n").lstrip("\n"), still_open))
    return found


def _blocks(file: str) -> list[str]:
    kept = [line for line in (HERE / file).read_text("utf-8").split("\n") if not line.startswith("#")]
    return [block for block in re.split(r"\n\s*\n", "\n".join(kept).strip()) if block.strip()]


def page_of(layout: Layout, text: Text) -> Page:
    """Return a layout filled with a text."""
    named = {name.lower() for name in re.findall(r"\{(\w+)", layout.form)}
    dated = "day" in named or "{url:day}" in layout.form
    linked = "url" in named
    outlets = (text.outlet,) if "outlet" in named else ()
    if linked or "host" in named:
        outlets += (text.host,)
        outlets += (text.outlet,) if outlets[0] != text.outlet else ()
    authors = text.authors if "authors" in named else text.authors[:1] if "author" in named else ()
    shown = re.sub(r"\{(\w+)(?::(\w+))?\}", lambda match: _filled(match[1], match[2], text), layout.form)
    title = text.title if "title" in named or re.search(r"\{url(?::day)?\}", layout.form) else ""
    return Page(layout, text, shown, title, authors, outlets, text.day.isoformat() if dated else "")


def _filled(name: str, form: str | None, text: Text) -> str:
    language = text.language
    values = {
        "title": text.title,
        "author": text.authors[0],
        "authors": f" {AND[language]} ".join(text.authors),
        "outlet": text.outlet,
        "host": text.host,
        "deck": text.deck,
        "caption": text.caption.rstrip("."),
        "text": "\n\n".join(text.paragraphs),
        "lead": text.paragraphs[0],
        "rest": "\n\n".join(text.paragraphs[1:]),
    }
    low = name.lower()
    if low in {"day", "later"}:
        day = text.day + LATER if low == "later" else text.day
        value = day_in(language, day, (form or "long").lower())
    elif low == "url":
        value = _url(text, form)
    else:
        value = values[low]
    return value.upper() if name.isupper() else value


def day_in(language: str, day: datetime.date, form: str) -> str:
    """Return a day as a newspaper of the language writes it."""
    month, week = MONTHS[language][day.month - 1], WEEKDAYS[language][day.weekday()]
    forms = {
        "iso": day.isoformat(),
        "slash": f"{day.day:02}/{day.month:02}/{day.year}",
        "mdy": f"{day.month}/{day.day}/{day.year}",
        "dmy": f"{day.day} {month} {day.year}",
        "plain": f"{day.day} {month} {day.year}",
        "mid": f"{day.day} {month}, {day.year}",
    }
    if language == "en":
        forms |= {
            "long": f"{month} {day.day}, {day.year}",
            "short": f"{month[:3]} {day.day}, {day.year}",
            "week": f"{week}, {month} {day.day}, {day.year}",
            "weekdmy": f"{week[:3]} {day.day} {month[:3]} {day.year}",
        }
    else:
        forms |= {
            "long": f"{day.day} de {month} de {day.year}",
            "weekc": f"{week.capitalize()}, {day.day} de {month} de {day.year}",
        }
    return forms[form]


def _url(text: Text, form: str | None) -> str:
    slug = "-".join(_words(text.title))
    path = {"day": f"{text.day:%Y/%m/%d}/{slug}.html", "bare": "?p=4425"}.get(form or "", f"region/{slug}")
    return f"https://www.{text.host}/{path}"


# -- files ------------------------------------------------------------------------------------------


def single_pages() -> Iterator[list[tuple[str, Page]]]:
    """Yield a file for each layout and two of its language's texts: nothing but one page."""
    for n, layout in enumerate(layouts()):
        own = [text for text in texts() if text.language == layout.language]
        for shift in (0, 3):
            yield [("", page_of(layout, own[(n + shift) % len(own)]))]


def files_of_one_layout() -> Iterator[list[tuple[str, Page]]]:
    """Yield a file for each layout that has a head: three texts of one site, set alike."""
    for n, layout in enumerate(layouts()):
        if "{title}" not in layout.form.replace("TITLE", "title") and "{url" not in layout.form:
            continue
        own = [text for text in texts() if text.language == layout.language]
        chosen = [own[(n + k) % len(own)] for k in (1, 3, 6)]
        joint = JOINTS[n % 3]
        yield [(joint if k else "", page_of(layout, text)) for k, text in enumerate(chosen)]


def mixed_files() -> Iterator[list[tuple[str, Page]]]:
    """Yield files of four pages of four layouts, each of another site."""
    for language in ("en", "es"):
        own = [layout for layout in layouts() if layout.language == language]
        pool = [text for text in texts() if text.language == language]
        for n in range(len(own)):
            chosen = [own[(n + step) % len(own)] for step in (0, 7, 19, 31)]
            joint = JOINTS[n % 4]
            yield [
                (joint if k else "", page_of(layout, pool[(n + 2 * k) % len(pool)]))
                for k, layout in enumerate(chosen)
            ]


def articles(text: str) -> list[CutArticle]:
    """Return the articles of a text file."""
    return cut_articles(Document("saved.txt", text, "utf-8", ""), None)


def sources(text: str) -> list[Source]:
    """Return the sources of a text file's articles."""
    return [cut.article.source for cut in articles(text)]


def source_of(*lines: str) -> Source:
    """Return the source of a file of one page, its paragraphs one by one or together."""
    (source,) = sources("\n\n".join(lines) + "\n")
    return source


def judged(file: list[tuple[str, Page]]) -> list[Verdict]:
    """Cut a file and judge each of its pages."""
    whole = "".join(joint + page.shown for joint, page in file) + "\n"
    cut = articles(whole)
    pages = [page for _, page in file]
    places = [(_place(cut, page.text.paragraphs[0]), _place(cut, page.text.paragraphs[-1])) for page in pages]
    verdicts = []
    for page, (first, last) in zip(pages, places, strict=True):
        sharers = [pair for pair in places if first in pair]
        own = first is not None and first == last and len(sharers) == 1
        source = cut[first].article.source if first is not None else None
        values = {
            "title": source.title if source else None,
            "authors": source.authors if source else (),
            "outlet": source.outlet if source else None,
            "date": source.published if source else None,
        }
        fields = {
            name: verdict for name in FIELDS if (verdict := _verdict(name, values[name], getattr(page, name)))
        }
        verdicts.append(Verdict(page, own, fields, values))
    return verdicts


def _place(cut: list[CutArticle], paragraph: str) -> int | None:
    words = " ".join(paragraph.split()[3:])
    return next((n for n, each in enumerate(cut) if any(words in p.text for p in each.paragraphs)), None)


def _verdict(name: str, value: object, right: object) -> str | None:
    if not value:
        return "unknown" if right else None
    if not right:
        return "WRONG"
    if name == "title":
        words = _words(right)  # "Gazette: Harbour closed" may be a title, for titles have colons
        return "right" if _words(value)[-len(words) :] == words else "WRONG"
    if name == "outlet":
        return "right" if isinstance(right, tuple) and _words(value) in map(_words, right) else "WRONG"
    return "right" if value == right else "WRONG"


def _words(text: object) -> list[str]:
    letters = unicodedata.normalize("NFD", str(text).lower()).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", letters)
